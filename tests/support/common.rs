//! What the integration tests of all crates share: where the cases are, and running commands.

// Not every test uses all of it.
#![allow(dead_code)]

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The workspace's root.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize().expect("the workspace has a root")
}

/// The folders that hold cases: the project's own, and the shared vectors where they are beside it.
pub fn case_folders(below: &str) -> Vec<PathBuf> {
    [root().join("fixtures"), root().join("../shared/vectors")]
        .iter()
        .map(|folder| folder.join(below))
        .filter(|folder| folder.is_dir())
        .collect()
}

/// What a run of a command left behind.
pub struct Ran {
    pub code: Option<i32>,
    pub stdout: String,
    pub stderr: String,
}

/// Runs a command to its end, with that for its standard input.
pub fn run_with_input(command: &mut Command, input: &[u8]) -> Ran {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap_or_else(|error| panic!("{command:?}: {error}"));
    // A command may end without reading all of its input.
    let _ = child.stdin.take().unwrap().write_all(input);
    let output = child.wait_with_output().unwrap();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    Ran { code: output.status.code(), stdout: text(&output.stdout), stderr: text(&output.stderr) }
}

/// Runs a command to its end.
pub fn run(command: &mut Command) -> Ran {
    run_with_input(command, b"")
}

/// Whether a program can be run, as `program --version` tells; says so where it cannot. In CI it must.
pub fn is_installed(program: &str) -> bool {
    let there =
        Command::new(program).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok();
    if !there {
        println!("skipped: `{program}` is not installed");
        assert!(std::env::var_os("CI").is_none(), "CI must have `{program}`");
    }
    there
}

/// A go command of go1.22 or later: CI installs one beside Debian's and names it by `NEWER_GO`.
pub fn newer_go() -> Option<String> {
    let go = std::env::var("NEWER_GO").ok();
    if go.is_none() {
        println!("skipped: NEWER_GO names no go command of go1.22 or later");
        assert!(std::env::var_os("CI").is_none(), "CI must set NEWER_GO");
    }
    go
}

/// The folders that a variable lists, parted by `:`; says so where it lists none.
pub fn trees(variable: &str) -> Vec<PathBuf> {
    let listed = std::env::var_os(variable).unwrap_or_default();
    let trees: Vec<_> = std::env::split_paths(&listed).filter(|tree| !tree.as_os_str().is_empty()).collect();
    if trees.is_empty() {
        println!("skipped: {variable} lists no trees");
    }
    trees
}

/// Compares a text with its snapshot in `tests/snapshots`.
pub fn snapshot(name: &str, text: &str) {
    insta::with_settings!({
        snapshot_path => root().join("tests/snapshots"),
        prepend_module_to_snapshot => false,
        omit_expression => true,
    }, {
        insta::assert_snapshot!(name, text);
    });
}

/// Compares a command's man page and completions with those that are checked in; `generate` makes one of them.
pub fn compare_generated(program: &str, generate: impl Fn(&str) -> String) {
    for (what, path) in [
        ("man", format!("doc/man/{program}.1")),
        ("bash", format!("doc/completions/{program}.bash")),
        ("zsh", format!("doc/completions/_{program}")),
        ("fish", format!("doc/completions/{program}.fish")),
        ("powershell", format!("doc/completions/_{program}.ps1")),
        ("elvish", format!("doc/completions/{program}.elv")),
    ] {
        let stored = std::fs::read_to_string(root().join(&path)).unwrap_or_default();
        assert!(generate(what) == stored, "{path} is out of date: `make generated` writes it");
    }
}
