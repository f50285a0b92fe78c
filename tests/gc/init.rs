//! `goc2c init`: what it writes builds, passes and measures by the command that it says, and nothing is written over.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::tools::{MACHINES, done, gos, have, have_compilers, one_build};
use super::workshop::program;
use crate::support::run;

/// The path with this program's folder before it.
fn path() -> OsString {
    let own = Path::new(env!("CARGO_BIN_EXE_goc2c")).parent().unwrap().to_owned();
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::join_paths(std::iter::once(own).chain(std::env::split_paths(&path))).unwrap()
}

/// Starts a package in a folder of its own; what it says comes next.
fn start(args: &[&str]) -> (tempfile::TempDir, PathBuf, String) {
    let folder = tempfile::tempdir().unwrap();
    let ran = run(program().current_dir(&folder).arg("init").args(args).arg("fast-hash").env("PATH", path()));
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    let next = ran.stderr.lines().last().unwrap().strip_prefix("next: ").unwrap().to_owned();
    let package = folder.path().join("fast-hash");
    (folder, package, next)
}

#[test]
fn a_package_for_gc_passes_by_the_next_command() {
    let what = "init";
    if !have_compilers(what) || !have(what, &["qemu-aarch64", "gofmt"]) {
        return;
    }
    let (folder, package, next) = start(&[]);
    assert_eq!(next, "cd fast-hash && go generate && go test -bench .");
    let Some(go) = gos(what).first() else { return };
    let mut command = Command::new("sh");
    command.arg("-c").arg(next.replace("-bench .", "-bench . -benchtime 1x")).current_dir(&folder);
    let said = done(command.env("PATH", path()).env("GOTOOLCHAIN", "local").env_remove("GOFLAGS"));
    assert!(said.contains("BenchmarkInC") && said.contains("ok  \texample.com/fasthash"), "{said}");
    for (machine, runner) in MACHINES.iter().zip(["env", "qemu-aarch64"]) {
        for words in [&["vet", "."][..], &["test", "-exec", runner]] {
            let _one = one_build();
            done(go.command().current_dir(&package).args(words).env("GOARCH", machine));
        }
    }
    assert_eq!(done(Command::new("gofmt").arg("-l").arg(&package)), "");
}

#[test]
fn a_package_for_gccgo_passes_by_the_next_command() {
    let what = "init --gccgo";
    if !have(what, &["gccgo-12", "go", "make"]) {
        return;
    }
    let (folder, package, next) = start(&["--gccgo"]);
    assert_eq!(next, "cd fast-hash && make test bench");
    let mut command = Command::new("sh");
    command.arg("-c").arg(next.replace(" bench", "")).current_dir(&folder).env("GCCGO", "gccgo-12");
    let said = done(command.env("PATH", path()));
    assert!(said.contains("ok  \texample.com/fasthash"), "{said}");
    if have(what, &["gofmt"]) {
        assert_eq!(done(Command::new("gofmt").arg("-l").arg(&package)), "");
    }
    // What C may know of Go's types is made where it asks for that, and made again.
    let source = fs::read_to_string(package.join("fasthash.goc")).unwrap().replace("goc.h", "goc_types.h");
    let source = source + "\nfunc (p *Pair) Sum() int { return p->small + p->large; }\n";
    fs::write(package.join("fasthash.goc"), source).unwrap();
    for members in ["small int8; large int", "large int; small uint8"] {
        let pair = format!("package fasthash\n\ntype Pair struct {{ {members} }}\n");
        fs::write(package.join("pair.go"), pair).unwrap();
        let test = "package fasthash\n\nimport \"testing\"\n\nfunc TestPair(t *testing.T) {\n\tif got := (&Pair{small: 3, large: 1 << 40}).Sum(); got != 1<<40+3 {\n\t\tt.Error(got)\n\t}\n}\n";
        fs::write(package.join("pair_test.go"), test).unwrap();
        let mut make = Command::new("make");
        make.arg("test").current_dir(&package).env("GCCGO", "gccgo-12").env("PATH", path());
        assert!(done(&mut make).contains("--emit types"));
    }
}

#[test]
fn nothing_is_written_over_and_names_are_go_s() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("go.mod"), "module example.com/m\n").unwrap();
    let init = |args: &[&str]| run(program().current_dir(&folder).arg("init").args(args));
    assert_eq!(init(&["sub", "--package", "own"]).code, Some(0));
    let mut made: Vec<_> =
        fs::read_dir(folder.path().join("sub")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    made.sort();
    assert_eq!(made, ["own.go", "own.goc", "own_test.go"], "a module is there already");
    fs::write(folder.path().join("sub/own.goc"), "mine").unwrap();
    fs::remove_file(folder.path().join("sub/own.go")).unwrap();
    let ran = init(&["sub", "--package", "own"]);
    assert_eq!(ran.code, Some(3));
    assert!(
        ran.stderr.contains("`sub/own.goc` and `sub/own_test.go` are there: choose another folder"),
        "{}",
        ran.stderr
    );
    assert_eq!(fs::read_to_string(folder.path().join("sub/own.goc")).unwrap(), "mine");
    assert!(!folder.path().join("sub/own.go").exists());
    for (args, words) in [
        (&["main"][..], "`main` is no name for a package: choose one by `--package`"),
        (&["x", "--package", "a-b"], "`a-b` is no name"),
        (&["func"], "`func` is no name"),
        (&["42"], "`42` is no name"),
    ] {
        let ran = init(args);
        assert_eq!(ran.code, Some(2), "{args:?}");
        assert!(ran.stderr.contains(words), "{}", ran.stderr);
    }
}
