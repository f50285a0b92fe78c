//! What the go command says of itself and of the module that a folder is in.

use std::ffi::{OsStr, OsString};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use gen_runtime::Platform;
use gen_runtime::driver::go_command::releases::{Overlays, minor, overlays};
use goc2c::command::output::{FileError, bytes_of, path_from_bytes};
use goc2c::gopkg::files::{Context, terms};
use goc2c::gotypes::make::Choice;
use serde_json::Value;

use crate::process::{self, ProcessError};
use crate::trouble::Trouble;

/// A go command, in a folder.
pub(super) struct Go {
    /// The program.
    pub(super) program: OsString,
    /// The folder.
    pub(super) folder: PathBuf,
    /// What it calls itself, `go1.19.8`.
    pub(super) version: String,
    /// `$GOARCH`.
    pub(super) arch: String,
    /// `$GOFLAGS`.
    pub(super) flags: String,
    /// `$GOROOT`.
    pub(super) root: String,
    /// What the assembler is told of the kind of machine, as `GOAMD64_v1`.
    pub(super) kind: Option<String>,
    os: String,
    tools: String,
    has_cgo: bool,
    module: String,
    work: String,
}

const ASKED: [&str; 11] = [
    "env",
    "-json",
    "CGO_ENABLED",
    "GOARCH",
    "GOFLAGS",
    "GOMOD",
    "GOOS",
    "GOROOT",
    "GOTOOLDIR",
    "GOVERSION",
    "GOWORK",
];

/// Architectures of which there are kinds, and the variable that tells it.
const KINDS: [(&str, &str); 9] = [
    ("386", "GO386"),
    ("amd64", "GOAMD64"),
    ("arm", "GOARM"),
    ("mips", "GOMIPS"),
    ("mipsle", "GOMIPS"),
    ("mips64", "GOMIPS64"),
    ("mips64le", "GOMIPS64"),
    ("ppc64", "GOPPC64"),
    ("ppc64le", "GOPPC64"),
];

impl Go {
    /// Asks it.
    pub(super) fn ask(program: &OsStr, folder: &Path) -> Result<Go, Trouble> {
        let told = process::run(folder, program, &ASKED).map_err(|error| trouble(program, &error))?;
        let told: Value = serde_json::from_slice(&told).unwrap_or_default();
        let text = |name: &str| told[name].as_str().unwrap_or_default().to_owned();
        Ok(Go {
            program: program.to_owned(),
            folder: folder.to_owned(),
            version: text("GOVERSION"),
            arch: text("GOARCH"),
            flags: text("GOFLAGS"),
            os: text("GOOS"),
            root: text("GOROOT"),
            tools: text("GOTOOLDIR"),
            kind: KINDS.iter().find(|(arch, _)| *arch == text("GOARCH")).and_then(|(_, variable)| {
                let value = process::run(folder, program, &["env", variable]).ok()?;
                // `7,hardfloat` is kind 7.
                let value = String::from_utf8_lossy(&value).into_owned();
                Some(format!("{variable}_{}", value.trim().split(',').next().unwrap_or_default()))
            }),
            has_cgo: text("CGO_ENABLED") == "1",
            module: text("GOMOD"),
            work: text("GOWORK"),
        })
    }

    /// One of its tools.
    pub(super) fn tool(&self, name: &str) -> PathBuf {
        Path::new(&self.tools).join(name)
    }

    /// What it makes of files that are laid over folders.
    pub(super) fn overlays(&self) -> Overlays {
        overlays(minor(&self.version))
    }

    /// The folders of the main modules: those of a workspace, else the one that the folder is in, if it is in any.
    pub(super) fn modules(&self) -> Result<Vec<PathBuf>, Trouble> {
        if !self.work.is_empty() && self.work != "off" {
            let told = process::run(&self.folder, &self.program, &["list", "-m", "-f", "{{.Dir}}"]);
            let told = told.map_err(|error| trouble(&self.program, &error))?;
            let lines = told.split(|&byte| byte == b'\n').filter(|line| !line.is_empty());
            return Ok(lines.map(path_from_bytes).collect());
        }
        // Outside of modules it names no file, or the device that is empty.
        let file = Path::new(&self.module);
        let folder = file.parent().filter(|_| file.file_name().is_some_and(|name| name == "go.mod"));
        Ok(folder.map(Path::to_owned).into_iter().collect())
    }

    /// Which Go files it sees types in.
    pub(super) fn choice(&self, context: Context) -> Choice {
        let Context { platform, tags, cgo } = context;
        Choice { os: platform.os, tags, cgo, root: Some(PathBuf::from(&self.root)) }
    }

    /// What it chooses files for; `tags` are the user's.
    pub(super) fn context(&self, tags: Option<&OsStr>) -> Context {
        let mut terms = terms("gc", minor(&self.version));
        let tags = String::from_utf8_lossy(tags.map_or(b"", bytes_of)).into_owned();
        terms.extend(tags.split([',', ' ']).filter(|tag| !tag.is_empty()).map(str::to_owned));
        let platform = Platform { os: self.os.clone(), arch: self.arch.clone() };
        Context { platform, tags: terms, cgo: self.has_cgo }
    }
}

fn trouble(program: &OsStr, error: &ProcessError) -> Trouble {
    match error.is_missing() {
        true => not_run(program, io::Error::other("it is not there; `--go PROG` names another")),
        false => Trouble::Machine("program-failed", error.to_string()),
    }
}

/// A go command that cannot be run.
pub(super) fn not_run(program: &OsStr, error: io::Error) -> Trouble {
    Trouble::File(FileError::new("run", Path::new(program))(error))
}

/// The folder that this process is in, by the name that the user has for it: so the go command names it, too.
pub(super) fn current() -> Result<PathBuf, FileError> {
    let named = std::env::var_os("PWD").map(PathBuf::from).filter(|path| path.is_absolute());
    let current = std::env::current_dir().map_err(FileError::new("find", Path::new(".")))?;
    let is_current = |path: &PathBuf| fs::canonicalize(path).is_ok_and(|path| path == current);
    Ok(named.filter(is_current).unwrap_or(current))
}
