//! What the historical programs wrote, compared byte for byte.

use std::fs;
use std::path::Path;

use pretty_assertions::assert_eq;

use crate::support::{Case, case_folders, cases, root};

fn transpile(case: &Case, text: &[u8]) -> Vec<u8> {
    let mut c = Vec::new();
    goc2c::transpile(&mut case.source(text), &case.options(), &mut c)
        .unwrap_or_else(|failure| panic!("{}: {failure:?}", case.key));
    c
}

/// Bytes as text that shows every difference.
fn shown(bytes: &[u8]) -> Vec<String> {
    bytes.split_inclusive(|&byte| byte == b'\n').map(|line| line.escape_ascii().to_string()).collect()
}

/// Compares every case of a folder; the number of them.
fn compare(folder: &Path) -> usize {
    let cases = cases(folder);
    for case in &cases {
        let text = fs::read(&case.input).unwrap_or_else(|error| panic!("{}: {error}", case.input.display()));
        let expect =
            fs::read(&case.expect).unwrap_or_else(|error| panic!("{}: {error}", case.expect.display()));
        let c = transpile(case, &text);
        if c != expect {
            assert_eq!(shown(&expect), shown(&c), "{}", case.key);
            panic!("{}: bytes differ that look the same", case.key);
        }
    }
    println!("{}: {} expectations compared", folder.display(), cases.len());
    cases.len()
}

#[test]
fn every_expectation_of_the_historical_programs_comes_out() {
    for folder in case_folders("goc") {
        assert_eq!(compare(&folder), 1273, "none is left out, in {}", folder.display());
    }
}

#[test]
fn every_expectation_of_the_improvements_comes_out() {
    for folder in case_folders("goc/improved") {
        assert_eq!(compare(&folder), 34, "none is left out, in {}", folder.display());
    }
}

#[test]
fn the_stored_copy_says_what_it_stores_once() {
    let same = fs::read_to_string(root().join("fixtures/goc/expect/same-as.tsv")).unwrap();
    let once = same.lines().filter(|line| !line.starts_with('#')).count();
    println!("{once} of 1273 expectations are stored under another's name");
    assert!(once > 0);
}
