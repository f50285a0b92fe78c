//! Real input: every .goc file of the trees that `GOC2C_TREES` names (folders, parted by `:`). Public
//! source stays outside the repository, so without the variable there is nothing to do.

use std::fs;
use std::path::{Path, PathBuf};

use goc2c::{Dialect, Options, Source, Target, transpile};

fn goc_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            goc_files(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "goc") {
            found.push(path);
        }
    }
}

#[test]
fn every_goc_file_of_real_trees_translates() {
    let Some(trees) = std::env::var_os("GOC2C_TREES") else {
        println!("skipped: GOC2C_TREES names no trees of public source");
        return;
    };
    for tree in std::env::split_paths(&trees) {
        let mut found = Vec::new();
        goc_files(&tree, &mut found);
        assert!(!found.is_empty(), "{}: no .goc file", tree.display());
        for path in &found {
            let text = fs::read(path).unwrap();
            // The newest of either family takes what the older ones took.
            for (dialect, target) in [(Dialect::Go13, Target::Plan9), (Dialect::Gccgo5, Target::Gcc)] {
                let options = Options { dialect, target, arch: "amd64".into(), ..Options::default() };
                let mut c = Vec::new();
                let result = transpile(&mut Source::from_bytes("x.goc", &text), &options, &mut c);
                let is_libgo = path.to_string_lossy().contains("libgo");
                if is_libgo == dialect.is_gccgo() {
                    result.unwrap_or_else(|failure| panic!("{}: {failure:?}", path.display()));
                    assert!(!c.is_empty());
                }
            }
        }
        println!("{}: {} files", tree.display(), found.len());
    }
}
