//! `--check`, and what a run leaves: the same bytes wherever and whenever, nothing of earlier runs, and nothing touched
//! that goc2c did not write.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::time::{Duration, SystemTime};

use super::tools::have_compilers;
use super::workshop::{fixtures, goc2c};
use crate::support::{Ran, files, name, run};

/// A folder with the `.goc` files and headers of a package.
fn folder_of(package: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for path in files(&fixtures().join(package), "") {
        if path.extension().is_some_and(|ending| ending == "goc" || ending == "h") {
            fs::copy(&path, folder.path().join(name(&path))).unwrap();
        }
    }
    folder
}

fn goc2c_in(folder: &Path, args: &[&str]) -> Ran {
    run(goc2c(folder).args(args))
}

fn write(folder: &Path, args: &[&str]) {
    let ran = goc2c_in(folder, args);
    assert_eq!((ran.code, &*ran.stderr), (Some(0), ""), "{args:?}");
}

/// What `--check` says, which must find a difference.
fn differs(folder: &Path, args: &[&str]) -> String {
    let before = contents(folder);
    let ran = goc2c_in(folder, &[&["--check"], args].concat());
    assert_eq!(ran.code, Some(1), "{args:?}: {}", ran.stderr);
    assert_eq!(contents(folder), before);
    ran.stderr
}

/// The files of a folder with their bytes, folders and dangling links without.
fn contents(folder: &Path) -> Vec<(String, Vec<u8>)> {
    files(folder, "").iter().map(|path| (name(path).into(), fs::read(path).unwrap_or_default())).collect()
}

/// What was written: the files but for `.goc` files and headers.
fn outputs(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut all = contents(folder);
    all.retain(|(name, _)| name.ends_with(".s") || name.ends_with(".go"));
    all
}

const BOTH: [&str; 2] = ["first.goc", "second.goc"];

#[test]
fn check_after_a_run_finds_no_difference() {
    if !have_compilers("--check") {
        return;
    }
    let folder = folder_of("pair");
    let missing = differs(folder.path(), &BOTH);
    assert!(missing.starts_with("goc2c: error: `first_amd64.s` is missing\n"), "{missing}");
    assert_eq!(outputs(folder.path()), []);
    write(folder.path(), &BOTH);
    let names: Vec<_> = outputs(folder.path()).into_iter().map(|(name, _)| name).collect();
    let expected = [
        "first_amd64.s",
        "first_arm64.s",
        "first_decl.go",
        "goc_panic_decl.go",
        "second_amd64.s",
        "second_arm64.s",
        "second_decl.go",
    ];
    assert_eq!(names, expected);
    write(folder.path(), &["--check", "first.goc", "second.goc"]);
    let path = folder.path().join("second_decl.go");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, format!("{text}\n// changed\n")).unwrap();
    let changed = differs(folder.path(), &BOTH);
    assert_eq!(changed, "goc2c: error: `second_decl.go` is out of date\n");
    fs::write(&path, "package pair\n").unwrap();
    let foreign = differs(folder.path(), &BOTH);
    let wanted = "goc2c: error: `second_decl.go` is there, and goc2c did not write it: give it another name\n\
         goc2c: note: `goc2c explain foreign-file` says more\n";
    assert_eq!(foreign, wanted);
}

#[test]
fn a_file_by_hand_is_not_replaced() {
    if !have_compilers("files by hand") {
        return;
    }
    let folder = folder_of("sum");
    fs::write(folder.path().join("sum_decl.go"), "package sum\n").unwrap();
    let before = contents(folder.path());
    let ran = goc2c_in(folder.path(), &["sum.goc"]);
    let words = "`sum_decl.go` is there, and goc2c did not write it";
    assert!(ran.code != Some(0) && ran.stderr.contains(words), "{}", ran.stderr);
    assert_eq!(contents(folder.path()), before);
}

#[test]
fn the_same_bytes_come_out_in_any_order_folder_and_time() {
    if !have_compilers("the same bytes") {
        return;
    }
    let (folder, other) = (folder_of("pair"), folder_of("pair"));
    write(folder.path(), &BOTH);
    let expected = outputs(folder.path());
    // Another order; another folder, by a path that is absolute, from one that is neither's; another time.
    write(other.path(), &["second.goc", "./first.goc"]);
    assert_eq!(outputs(other.path()), expected);
    let elsewhere = tempfile::tempdir().unwrap();
    for input in files(other.path(), ".goc") {
        let later = SystemTime::now() + Duration::from_secs(100_000);
        fs::File::options().append(true).open(input).unwrap().set_modified(later).unwrap();
    }
    let inputs = BOTH.map(|name| other.path().join(name).display().to_string());
    write(elsewhere.path(), &["-o", "made", &inputs[1], &inputs[0]]);
    assert_eq!(outputs(&elsewhere.path().join("made")), expected);
    write(elsewhere.path(), &["--check", "-o", "made", &inputs[0], &inputs[1]]);
    let parent = other.path().parent().unwrap();
    let inputs = BOTH.map(|input| format!("{}/{input}", name(other.path())));
    write(parent, &["--check", &inputs[0], &inputs[1]]);
    write(parent, &["--check", "-j1", &inputs[1], &inputs[0]]);
}

#[test]
fn a_header_that_changed_is_reported() {
    if !have_compilers("a changed header") {
        return;
    }
    let folder = folder_of("pair");
    let header = folder.path().join("pair.h");
    let text = fs::read_to_string(&header).unwrap();
    fs::write(folder.path().join("range.h"), "typedef struct { int64 low, high; } Range;\n").unwrap();
    let without = text.replace("typedef struct { int64 low, high; } Range;", "#include \"range.h\"");
    assert_ne!(without, text);
    fs::write(&header, without).unwrap();
    write(folder.path(), &BOTH);
    // One that a header includes.
    fs::write(folder.path().join("range.h"), "typedef struct { int64 low; int64 high; } Range;\n").unwrap();
    let said = differs(folder.path(), &BOTH);
    assert!(said.contains("`first_amd64.s` is out of date"), "{said}");
    write(folder.path(), &BOTH);
    write(folder.path(), &["--check", "first.goc", "second.goc"]);
}

#[test]
fn what_would_not_be_written_any_more_is_reported_and_removed() {
    if !have_compilers("stale outputs") {
        return;
    }
    let folder = folder_of("pair");
    write(folder.path(), &BOTH);
    let gone = ["first_amd64.s", "first_arm64.s", "first_decl.go", "goc_panic_decl.go"];
    fs::remove_file(folder.path().join("first.goc")).unwrap();
    // What is left stands alone, and never panics.
    let alone = "package pair\n\n#include \"goc.h\"\n\nfunc Alone(n int) (m int) {\n\tm = n;\n}\n";
    fs::write(folder.path().join("second.goc"), alone).unwrap();
    let said = differs(folder.path(), &["second.goc"]);
    for name in gone {
        assert!(said.contains(&format!("`./{name}` would not be written any more")), "{name}: {said}");
    }
    write(folder.path(), &["second.goc"]);
    let names: Vec<_> = outputs(folder.path()).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["second_amd64.s", "second_arm64.s", "second_decl.go"]);
    // A machine less.
    let said = differs(folder.path(), &["--arch", "amd64", "second.goc"]);
    assert!(said.contains("`./second_arm64.s` would not be written any more"), "{said}");
    write(folder.path(), &["--arch", "amd64", "second.goc"]);
    assert!(!folder.path().join("second_arm64.s").exists());
}

#[test]
fn what_goc2c_did_not_write_is_not_touched() {
    if !have_compilers("foreign files") {
        return;
    }
    let folder = folder_of("sum");
    let at = |name: &str| folder.path().join(name);
    let first = "// Code generated by goc2c from gone.goc. DO NOT EDIT.\n";
    // Names that are not made from `gone.goc`, another first line, another `.goc` file's that is not in the run.
    fs::write(at("own_amd64.s"), first).unwrap();
    fs::write(at("own_decl.go"), format!("{first}\npackage sum\n")).unwrap();
    fs::write(at("notes.txt"), first).unwrap();
    fs::write(at("hand_amd64.s"), "// Code by hand, from hand.goc.\n").unwrap();
    fs::write(at("late_decl.go"), format!("// By hand.\n{first}")).unwrap();
    fs::write(at("other.goc"), "package sum\n").unwrap();
    fs::write(at("other_amd64.s"), first.replace("gone", "other")).unwrap();
    // A link and a folder of a name that is made from it.
    fs::write(at("target"), first).unwrap();
    symlink("target", at("gone_amd64.s")).unwrap();
    symlink("nowhere", at("gone_decl.go")).unwrap();
    fs::create_dir(at("gone_arm64.s")).unwrap();
    fs::write(at("gone_arm64.s").join("inside"), first).unwrap();
    let before = contents(folder.path());
    write(folder.path(), &["sum.goc"]);
    let mut after = contents(folder.path());
    after.retain(|(name, _)| !name.starts_with("sum_") && name != "goc_panic_decl.go");
    assert_eq!(after, before);
    assert!(at("gone_amd64.s").is_symlink() && at("gone_decl.go").is_symlink());
    assert!(at("gone_arm64.s").join("inside").exists());
    write(folder.path(), &["--check", "sum.goc"]);
}
