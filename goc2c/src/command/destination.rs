//! Where an output goes, what is done with it there, and how it ended.

use std::path::{Path, PathBuf};

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
