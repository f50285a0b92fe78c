//! What the historical programs wrote, compared byte for byte.

use std::path::Path;

use gen_runtime::{Product, Release};
use goc2c::Source;
use pretty_assertions::assert_eq;

use super::support::{Captures, Made, case_folders, files_below, made, make, options, read, root, shown};

fn compare(made: &Made, expect: &[u8], key: &str) {
    if made.text != expect {
        assert_eq!(shown(expect), shown(&made.text), "{key}");
        panic!("{key}: bytes differ that look the same");
    }
    assert_eq!(made.warnings.list, [], "{key}");
}

/// Compares every expectation of a folder; the number of them.
fn compare_runtime(folder: &Path) -> usize {
    let captures = Captures::of(folder);
    let expectations = files_below(&folder.join("expect"));
    for (key, path) in &expectations {
        let [release, platform, name] = key.split('/').collect::<Vec<_>>()[..] else { panic!("{key}") };
        let options = options(release, platform);
        let product = Product::of(options.release)
            .find(|product| product.file_name(&options.platform) == name)
            .unwrap_or_else(|| panic!("{key}: no product has that name"));
        let made = make(product, &options, &captures).unwrap_or_else(|failure| panic!("{key}: {failure:?}"));
        compare(&made, &read(path), key);
    }
    println!("{}: {} expectations compared", folder.display(), expectations.len());
    expectations.len()
}

#[test]
fn every_file_of_a_runtime_comes_out() {
    for folder in case_folders("runtime") {
        assert_eq!(compare_runtime(&folder), 663, "none is left out, in {}", folder.display());
    }
}

#[test]
fn every_table_of_names_comes_out() {
    for folder in case_folders("names") {
        let (go, out) = (read(&folder.join("go.h")), read(&folder.join("6.out.h")));
        let (go, out) = (Source::from_bytes("go.h", &go), Source::from_bytes("6.out.h", &out));
        let expectations = files_below(&folder.join("expect"));
        for (key, path) in &expectations {
            let release = if key == "enam.c" { Release::Go12 } else { Release::Go13 };
            let options = options(release.name(), "linux_amd64");
            let made = made(|text| match key.as_str() {
                "opnames.h" => gen_runtime::opnames(&go, &options, text),
                _ => gen_runtime::anames(&out, &options, text),
            });
            compare(&made.unwrap_or_else(|failure| panic!("{key}: {failure:?}")), &read(path), key);
        }
        println!("{}: {} expectations compared", folder.display(), expectations.len());
        assert_eq!(expectations.len(), 3, "none is left out, in {}", folder.display());
    }
}

#[test]
fn the_stored_copy_says_what_it_stores_once() {
    for below in ["runtime/expect", "runtime/capture"] {
        let same = read(&root().join("fixtures").join(below).join("same-as.tsv"));
        let once = String::from_utf8_lossy(&same).lines().filter(|line| !line.starts_with('#')).count();
        println!("{below}: {once} files are stored under another's name");
        assert!(once > 0);
    }
}
