//! Output files: the flags about them, where they go, and how they end. [`super::staging`] writes them.

use std::ffi::OsStr;
use std::fmt;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::staging::Staging;
use crate::diagnostic::escape;

/// When an output file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum WriteMode {
    /// When its content changes.
    Changed,
    /// On every run.
    Always,
}

/// What `--print` lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Print {
    /// The files that a run would write.
    Outputs,
}

/// The flags about output files that all commands share.
#[derive(Debug, Clone, Args)]
pub struct FileArgs {
    /// When to write an output file; one that is left alone keeps its time stamp
    #[arg(long, value_enum, value_name = "WHEN", default_value = "changed", help_heading = "Files")]
    pub write: WriteMode,
    /// Write nothing; exit with 1 if an output is missing or differs
    #[arg(long, help_heading = "Files")]
    pub check: bool,
    /// As --check, and show the differences on standard output
    #[arg(long, help_heading = "Files")]
    pub diff: bool,
    /// Touch FILE after every run without errors
    #[arg(long, value_name = "FILE", help_heading = "Files")]
    pub stamp: Option<PathBuf>,
    /// Write the run's dependencies to FILE, for make and Ninja
    #[arg(long, value_name = "FILE", help_heading = "Files")]
    pub depfile: Option<PathBuf>,
    /// List the files that a run would write, and write none
    #[arg(long, value_enum, value_name = "WHAT", help_heading = "Files")]
    pub print: Option<Print>,
}

impl FileArgs {
    /// What is done with an output.
    pub fn habit(&self) -> Habit {
        match self {
            FileArgs { diff: true, .. } => Habit::Diff,
            FileArgs { check: true, .. } => Habit::Check,
            FileArgs { write: WriteMode::Always, .. } => Habit::Always,
            _ => Habit::Changed,
        }
    }
}

/// What is done with an output.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Habit {
    /// Written if it differs.
    Changed,
    /// Written.
    Always,
    /// Compared.
    Check,
    /// Compared, with the differences shown.
    Diff,
}

impl Habit {
    /// Whether nothing is written.
    pub fn only_compares(self) -> bool {
        matches!(self, Habit::Check | Habit::Diff)
    }
}

/// Where an output goes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Destination {
    /// Standard output.
    Stdout,
    /// A file.
    File(PathBuf),
}

impl Destination {
    /// `-` is standard output.
    pub fn from_arg(arg: &Path) -> Destination {
        if arg == Path::new("-") { Destination::Stdout } else { Destination::File(arg.to_owned()) }
    }

    /// The file, if it is one.
    pub fn file(&self) -> Option<&Path> {
        match self {
            Destination::Stdout => None,
            Destination::File(path) => Some(path),
        }
    }
}

/// A file that could not be read or written.
#[derive(Debug)]
pub struct FileError {
    /// What was tried, as `write`.
    pub verb: &'static str,
    /// The file.
    pub path: PathBuf,
    /// What the system said.
    pub error: io::Error,
}

impl FileError {
    /// For use with `map_err`.
    pub fn new(verb: &'static str, path: &Path) -> impl FnOnce(io::Error) -> FileError {
        move |error| FileError { verb, path: path.to_owned(), error }
    }

    /// Whether the reader of a pipe has gone away, which is no trouble of ours.
    pub fn is_closed_pipe(&self) -> bool {
        self.error.kind() == io::ErrorKind::BrokenPipe
    }
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "cannot {} `{}`: {}", self.verb, display(&self.path), self.error)
    }
}

/// How an output ended.
#[derive(Debug, PartialEq, Eq)]
pub enum Finished {
    /// It was written.
    Written,
    /// It was as it should be.
    Unchanged,
    /// Under [`Habit::Check`]: it is missing.
    Missing,
    /// Under [`Habit::Check`]: it differs; under [`Habit::Diff`] the difference, else nothing.
    Stale(Vec<u8>),
}

/// Writes a small file of our own making, such as a depfile, under a habit.
///
/// # Errors
/// As [`Staging`].
pub fn write_file(path: &Path, bytes: &[u8], habit: Habit) -> Result<Finished, FileError> {
    let destination = Destination::File(path.to_owned());
    let mut staging = Staging::new(&destination, habit)?;
    staging.write_all(bytes).map_err(FileError::new("write", path))?;
    staging.finish()
}

/// Makes a file if it is not there and sets its time stamp to now.
///
/// # Errors
/// What the system reports.
pub fn touch(path: &Path) -> Result<(), FileError> {
    make_parents(path)?;
    File::options()
        .create(true)
        .append(true)
        .open(path)
        .and_then(|file| file.set_modified(std::time::SystemTime::now()))
        .map_err(FileError::new("touch", path))
}

pub(super) fn make_parents(path: &Path) -> Result<(), FileError> {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() && !folder.is_dir() => {
            fs::create_dir_all(folder).map_err(FileError::new("make the folder", folder))
        }
        _ => Ok(()),
    }
}

/// The bytes of an argument or a path, as they are on unix.
pub fn bytes_of(text: &OsStr) -> &[u8] {
    text.as_encoded_bytes()
}

/// The path of those bytes; elsewhere than on unix, what is not UTF-8 is replaced.
pub fn path_from_bytes(bytes: &[u8]) -> PathBuf {
    #[cfg(unix)]
    return PathBuf::from(<OsStr as std::os::unix::ffi::OsStrExt>::from_bytes(bytes));
    #[cfg(not(unix))]
    PathBuf::from(String::from_utf8_lossy(bytes).into_owned())
}

/// A path for people: what is not UTF-8, and control characters, as `\xHH`.
pub fn display(path: &Path) -> String {
    escape(bytes_of(path.as_os_str()))
}
