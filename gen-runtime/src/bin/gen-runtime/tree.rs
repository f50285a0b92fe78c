//! A source tree that is asked for its version: the files that tell it, else git, else Mercurial.

use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use gen_runtime::version::{History, version_from_file, version_from_history};
use goc2c::command::output::FileError;

use crate::process::{ProcessError, run};

/// A version, and whether it is worth a [`CACHE`].
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct TreeVersion {
    pub(crate) text: Vec<u8>,
    pub(crate) from_history: bool,
}

/// Why a tree has no version.
#[derive(Debug)]
pub(crate) enum TreeError {
    /// A file could not be read.
    File(FileError),
    /// A version control system could not be asked.
    Process(ProcessError),
    /// There is nothing to ask.
    NoVersion(PathBuf),
}

impl fmt::Display for TreeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            TreeError::File(error) => error.fmt(f),
            TreeError::Process(error) => error.fmt(f),
            TreeError::NoVersion(folder) => write!(
                f,
                "`{}` has no version: no VERSION, no VERSION.cache, and neither git nor Mercurial there",
                folder.display()
            ),
        }
    }
}

impl TreeError {
    /// A name for programs.
    pub(crate) fn code(&self) -> &'static str {
        match self {
            TreeError::File(_) => "file",
            TreeError::Process(_) => "program-not-run",
            TreeError::NoVersion(_) => "no-version",
        }
    }
}

impl From<ProcessError> for TreeError {
    fn from(error: ProcessError) -> Self {
        TreeError::Process(error)
    }
}

/// The file that a version from a history is kept in.
pub(crate) const CACHE: &str = "VERSION.cache";

/// The version of the tree in a folder.
pub(crate) fn version(folder: &Path) -> Result<TreeVersion, TreeError> {
    for name in ["VERSION", CACHE] {
        let path = folder.join(name);
        match fs::read(&path) {
            Ok(text) => {
                if let Some(text) = version_from_file(&text) {
                    return Ok(TreeVersion { text: text.to_vec(), from_history: false });
                }
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(TreeError::File(FileError::new("read", &path)(error))),
        }
    }
    let history = if folder.join(".git").exists() {
        git_history(folder)?
    } else if folder.join(".hg").exists() {
        mercurial_history(folder)?
    } else {
        return Err(TreeError::NoVersion(folder.to_owned()));
    };
    let text = version_from_history(&history).into_bytes();
    Ok(TreeVersion { text, from_history: true })
}

fn git_history(folder: &Path) -> Result<History, ProcessError> {
    let git = |args: &[&str]| run(folder, "git", args).map(text);
    // Nothing is on a branch while a revision is checked out by itself.
    let branch = match git(&["symbolic-ref", "--quiet", "--short", "HEAD"]) {
        Err(error) if error.is_missing() => return Err(error),
        branch => branch.map_or("HEAD".into(), |branch| branch.trim().to_owned()),
    };
    let revision = git(&["rev-parse", "--verify", "HEAD"])?.trim().to_owned();
    let log = git(&[
        "log",
        "--date-order",
        "--decorate=full",
        "--decorate-refs=refs/tags/*",
        "--format=%H%x09%D",
        "HEAD",
    ])?;
    let tags = log.lines().map(|line| {
        let names = line.split_once('\t').map_or("", |(_, names)| names).split(", ");
        names.filter_map(|name| name.strip_prefix("tag: refs/tags/")).map(str::to_owned).collect()
    });
    let tags = tags.collect();
    Ok(History { branch, revision, tags })
}

fn mercurial_history(folder: &Path) -> Result<History, ProcessError> {
    let hg = |args: &[&str]| run(folder, "hg", args).map(text);
    let branch = hg(&["identify", "--branch"])?.trim().to_owned();
    let template = "{node}{tags % '\\t{tag}'}\\n";
    let log = hg(&["log", "--branch", &branch, "--rev", ".:0", "--template", template])?;
    let revision = log.split(['\t', '\n']).next().unwrap_or_default().to_owned();
    let tags = log.lines().map(|line| line.split('\t').skip(1).map(str::to_owned).collect()).collect();
    Ok(History { branch, revision, tags })
}

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8_lossy(&bytes).into_owned()
}
