//! The programs that these tests run: every go command that is here, C compilers, qemu. What a test does without them.

use std::path::PathBuf;
use std::process::Command;
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};

use crate::support::run;

/// What Go calls the machines.
pub const MACHINES: [&str; 2] = ["amd64", "arm64"];

/// A go command.
#[derive(Debug)]
pub struct Go {
    program: PathBuf,
    /// As it says: `go1.19.8`.
    pub version: String,
}

/// Whether a missing tool is a failure.
pub fn is_required() -> bool {
    let set =
        |name| std::env::var(name).is_ok_and(|value| !value.is_empty() && value != "0" && value != "false");
    set("CI") || set("GOC2C_REQUIRE_GO")
}

/// Says that a test is left out, or fails where it must not be.
pub fn skip(what: &str, why: &str) {
    assert!(!is_required(), "{what}: {why}");
    println!("skipped: {what}: {why}");
}

/// Whether all programs can be started; what is missing is said.
pub fn have(what: &str, programs: &[&str]) -> bool {
    let can_start = |program: &str| Command::new(program).arg("--version").output().is_ok();
    let missing: Vec<_> = programs.iter().filter(|program| !can_start(program)).collect();
    if !missing.is_empty() {
        skip(what, &format!("{missing:?} are missing"));
    }
    missing.is_empty()
}

/// Whether goc2c can make files for both machines.
pub fn have_compilers(what: &str) -> bool {
    have(what, &["gcc", "aarch64-linux-gnu-gcc"])
}

/// Whether those are the ones whose bytes are checked in: Debian 12's.
pub fn have_usual_compilers(what: &str) -> bool {
    if !have_compilers(what) {
        return false;
    }
    let is_other = |program: &&str| !run(Command::new(program).arg("--version")).stdout.contains("12.2.0-14");
    let others: Vec<_> = ["gcc", "aarch64-linux-gnu-gcc"].into_iter().filter(is_other).collect();
    if !others.is_empty() {
        skip(what, &format!("{others:?} are not of version 12.2.0-14"));
    }
    others.is_empty()
}

/// Every go command: Debian's, the one of `NEWER_GO`, and those that `GOC2C_GOS` lists, separated by `:`. A release is
/// there once.
pub fn gos(what: &str) -> &'static [Go] {
    static GOS: OnceLock<Vec<Go>> = OnceLock::new();
    let gos = GOS.get_or_init(|| {
        let listed = std::env::var_os("GOC2C_GOS").unwrap_or_default();
        let newer = std::env::var_os("NEWER_GO").map(PathBuf::from);
        let programs =
            std::iter::once(PathBuf::from("go")).chain(newer).chain(std::env::split_paths(&listed));
        let mut gos: Vec<Go> = Vec::new();
        for program in programs.filter(|program| !program.as_os_str().is_empty()) {
            let Some(version) = version(&program) else { continue };
            if gos.iter().all(|go| go.version != version) {
                gos.push(Go { program, version });
            }
        }
        gos
    });
    if gos.is_empty() || is_required() && gos.len() < 2 {
        skip(what, &format!("`go`, NEWER_GO and GOC2C_GOS have {} releases of Go", gos.len()));
    }
    gos
}

/// The last of them, which is the newest where `NEWER_GO` alone is set.
pub fn newest_go(what: &str) -> Option<&'static Go> {
    gos(what).last()
}

fn version(program: &PathBuf) -> Option<String> {
    let output =
        Command::new(program).env("GOTOOLCHAIN", "local").args(["env", "GOVERSION"]).output().ok()?;
    let version = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    (output.status.success() && version.starts_with("go")).then_some(version)
}

/// Holds off other builds: each takes all processors, and two that start together compile the library twice.
pub fn one_build() -> MutexGuard<'static, ()> {
    static BUILD: Mutex<()> = Mutex::new(());
    BUILD.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Go {
    /// A go command that sees none of a person's settings. The cache is one for all runs, below `target`.
    pub fn command(&self) -> Command {
        let mut command = Command::new(&self.program);
        for name in ["GOARCH", "GOOS", "GOAMD64", "GOARM64", "GOFLAGS", "GOROOT", "GOEXPERIMENT", "GOPATH"] {
            command.env_remove(name);
        }
        let below = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
        command.env("GOTOOLCHAIN", "local").env("GOENV", "off").env("GOWORK", "off").env("GOPROXY", "off");
        command.env("GOCACHE", below.join("go-cache")).env("GOPATH", below.join("go-path"));
        command.env("CGO_ENABLED", "0");
        command
    }
}

/// Runs a command that must succeed; all that it said.
pub fn done(command: &mut Command) -> String {
    try_done(command).unwrap_or_else(|why| panic!("{why}"))
}

/// Runs a command; all that it said, with the command before it where it failed.
pub fn try_done(command: &mut Command) -> Result<String, String> {
    let ran = run(command);
    let said = ran.stdout + &ran.stderr;
    if ran.code == Some(0) { Ok(said) } else { Err(format!("{command:?}: {:?}\n{said}", ran.code)) }
}
