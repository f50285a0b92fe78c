//! Output files: the flags about them, and the door to [`super::staging`], which writes them.

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::staging::Staging;

pub use super::destination::{Destination, Finished, Habit};
pub use super::file::{FileError, bytes_of, display, path_from_bytes, touch};

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

/// Writes a small file of our own making, such as a depfile, under a habit.
///
/// # Errors
/// As [`Staging`].
pub fn write_file(path: &Path, bytes: &[u8], habit: Habit) -> Result<Finished, FileError> {
    write_output(&Destination::File(path.to_owned()), bytes, habit)
}

/// Writes an output whose bytes are all there, under a habit.
///
/// # Errors
/// As [`Staging`].
pub fn write_output(output: &Destination, bytes: &[u8], habit: Habit) -> Result<Finished, FileError> {
    let shown = output.file().unwrap_or(Path::new("standard output"));
    let mut staging = Staging::new(output, habit)?;
    staging.write_all(bytes).map_err(FileError::new("write", shown))?;
    staging.finish()
}
