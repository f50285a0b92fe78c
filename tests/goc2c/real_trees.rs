//! Real input: every .goc file of the trees that `GOC2C_TREES` names (folders, parted by `:`), and what gcc says of
//! libgo's. Public source stays outside the repository, so without the variable there is nothing to do.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use goc2c::front::{Parser, Step};
use goc2c::model::Unit;
use goc2c::{Dialect, Options, Source, Span, Target, transpile};

use crate::support::{is_installed, run_with_input, trees};

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
    for tree in trees("GOC2C_TREES") {
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
        let libgo: Vec<_> = found.iter().filter(|path| path.to_string_lossy().contains("libgo")).collect();
        if is_installed("gcc") {
            libgo.iter().for_each(|path| gcc_accepts_the_shape(path));
        }
        println!("{}: {} files, {} of them shown to gcc", tree.display(), found.len(), libgo.len());
    }
}

/// Compiles what stands around the bodies of a file: its bodies are emptied, its C at file scope is left out, and every
/// type is a struct of that name, because the headers of its day are not here.
fn gcc_accepts_the_shape(path: &Path) {
    let text = fs::read(path).unwrap();
    let source = Source::from_bytes("x.goc", &text);
    let mut parser = Parser::new(Dialect::Gccgo5.traits());
    let mut headers = b"package shape\n".to_vec();
    let mut types = BTreeSet::new();
    loop {
        match parser.next(&source).unwrap() {
            Step::End => break,
            Step::Unit(Unit::Func(func)) => {
                headers.extend_from_slice(source.slice(Span::new(func.keyword.span.start, func.body.start)));
                headers.extend_from_slice(b"\n}\n");
                let named = func.params.iter().chain(&func.results).filter_map(|param| param.ty);
                types.extend(named.map(|ty| String::from_utf8(ty.text(&source).into_owned()).unwrap()));
            }
            Step::Unit(_) => {}
            Step::Fault(fault) => panic!("{}: {fault:?}", path.display()),
        }
    }
    let mut c = b"#define GOSYM_PREFIX \"\"\n".to_vec();
    let names: BTreeSet<_> = types.iter().map(|ty| ty.trim_start_matches('*')).collect();
    for name in names.iter().filter(|name| !["int", "void", "float"].contains(*name)) {
        c.extend(format!("typedef struct {name}_ {{ void *p; }} {name};\n").bytes());
    }
    c.extend_from_slice(b"typedef long intgo;\ntypedef unsigned long uintgo;\n");
    let options =
        Options { dialect: Dialect::Gccgo5, target: Target::Gcc, arch: "amd64".into(), ..Options::default() };
    transpile(&mut Source::from_bytes("x.goc", &headers), &options, &mut c).unwrap();
    let mut gcc = Command::new("gcc");
    let ran = run_with_input(gcc.args(["-std=gnu11", "-w", "-fsyntax-only", "-x", "c", "-"]), &c);
    assert_eq!(ran.code, Some(0), "{}: {}", path.display(), ran.stderr);
}
