//! Running programs to their end, and whether those that a test needs are installed.

use std::io::Write;
use std::process::{Command, Stdio};

use super::signals::children_take_signals_as_usual;

/// What a run of a command left after.
pub struct Ran {
    pub code: Option<i32>,
    pub stdout: String,
    pub stderr: String,
}

/// Runs a command to its end, with that for its standard input.
pub fn run_with_input(command: &mut Command, input: &[u8]) -> Ran {
    children_take_signals_as_usual();
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
