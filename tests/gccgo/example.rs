//! The example, as a person would run it: its Makefile with this goc2c, and the bench of a call.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use super::machine::{done, files, has, skip};
use crate::support::root;

/// Whether what an example needs is here; said by name where it is not.
fn is_ready(what: &str) -> bool {
    let go = Command::new("go").arg("version").output().is_ok();
    let ready = go && has("gccgo-12") && has("gcc-12") && has("make");
    if !ready {
        skip(what, "go, gccgo-12, gcc-12 or make is missing");
    }
    ready
}

fn make(folder: &Path) -> Command {
    let mut make = Command::new("make");
    make.current_dir(folder).arg(format!("GOC2C={}", env!("CARGO_BIN_EXE_goc2c")));
    make.env("HOME", folder).env("GOCACHE", folder.join("cache")).env("GOPROXY", "off");
    make
}

fn copy_of(example: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let from = root().join("examples").join(example);
    for path in files(&from, "") {
        let name = path.file_name().unwrap();
        // What a person's own run has left there is no part of it.
        let made = name == "goc.h"
            || name.to_string_lossy().ends_with("_goc.go")
            || path.extension() == Some("c".as_ref());
        if !made || example != "checksum" {
            fs::copy(&path, folder.path().join(name)).unwrap();
        }
    }
    folder
}

#[test]
fn the_example_passes_its_tests() {
    if is_ready("the example") {
        let folder = copy_of("checksum");
        let said = done(make(folder.path()).arg("test"));
        assert!(said.contains("ok  \texample.com/checksum"), "{said}");
    }
}

#[test]
fn the_example_settles() {
    if !has("make") {
        return skip("the example's Makefile", "make is missing");
    }
    let folder = copy_of("checksum");
    // As from a shell: the run may be make's own.
    let make = || {
        let mut make = make(folder.path());
        for name in ["MAKEFLAGS", "MFLAGS", "MAKELEVEL"] {
            make.env_remove(name);
        }
        done(make.env("LC_ALL", "C"))
    };
    let settled = "make: Nothing to be done for 'all'.\n";
    assert_eq!(make().matches("--write always").count(), 3);
    assert_eq!(make(), settled);
    // Time goes on, the text does not.
    let input = fs::File::options().append(true).open(folder.path().join("checksum.goc")).unwrap();
    let made = fs::metadata(folder.path().join("checksum.c")).unwrap().modified().unwrap();
    input.set_modified(made + Duration::from_millis(20)).unwrap();
    std::thread::sleep(Duration::from_millis(50));
    assert_eq!(make().matches("--write always").count(), 2);
    assert_eq!(make(), settled);
    fs::remove_file(folder.path().join("checksum_goc.go")).unwrap();
    assert_eq!(make().matches("--write always").count(), 1);
    assert_eq!(make(), settled);
}

#[test]
fn a_type_that_drifted_in_the_example_is_told() {
    if is_ready("the example's check") {
        let folder = copy_of("checksum");
        done(make(folder.path()).arg("checksum_goc.go"));
        let go = folder.path().join("checksum_goc.go");
        let text =
            fs::read_to_string(&go).unwrap().replace("(sum uint32, err error)", "(sum uint64, err error)");
        fs::write(&go, text).unwrap();
        let output = make(folder.path()).arg("test").output().unwrap();
        assert!(!output.status.success());
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(said.contains("result 1 of `Parse` is `uint32` here and `uint64` in Go"), "{said}");
    }
}
