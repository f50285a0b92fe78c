//! Other programs that are asked something; the driver starts those that make files. Arguments are an array, and no
//! shell is in between.

use std::ffi::{OsStr, OsString};
use std::fmt;
use std::io;
use std::path::Path;
use std::process::{Command, Stdio};

use goc2c::command::Exit;

/// A program that could not be run, or failed.
#[derive(Debug)]
pub(crate) struct ProcessError {
    program: String,
    cause: Cause,
}

#[derive(Debug)]
enum Cause {
    Start(io::Error),
    Failed { status: String, stderr: String },
}

impl ProcessError {
    /// Whether the program is not there at all.
    pub(crate) fn is_missing(&self) -> bool {
        matches!(&self.cause, Cause::Start(error) if error.kind() == io::ErrorKind::NotFound)
    }
}

impl ProcessError {
    /// Tells of it where the program has said nothing itself; how this one is to end then.
    pub(crate) fn told(&self) -> Exit {
        match &self.cause {
            Cause::Failed { stderr, .. } if stderr.is_empty() => Exit::Faults,
            Cause::Failed { stderr, .. } => {
                eprintln!("{stderr}");
                Exit::Faults
            }
            Cause::Start(_) => {
                eprintln!("{self}");
                Exit::Io
            }
        }
    }
}

impl fmt::Display for ProcessError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let program = &self.program;
        match &self.cause {
            Cause::Start(error) => write!(f, "cannot run `{program}`: {error}"),
            Cause::Failed { status, stderr } if stderr.is_empty() => {
                write!(f, "`{program}` failed: {status}")
            }
            Cause::Failed { stderr, .. } => write!(f, "`{program}` failed: {stderr}"),
        }
    }
}

/// Variables that lead a version control system away from the folder that it is asked about, or to settings
/// that change what it prints.
const UNSET: [&str; 3] = ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"];
const SET: [(&str, &str); 3] = [("LC_ALL", "C"), ("HGPLAIN", "1"), ("GIT_OPTIONAL_LOCKS", "0")];

/// Runs a program in a folder; what it prints is shown.
pub(crate) fn run_shown(folder: &Path, program: &Path, args: &[&str]) -> Result<(), ProcessError> {
    let error = |cause| ProcessError { program: program.to_string_lossy().into_owned(), cause };
    let status = Command::new(program).args(args).current_dir(folder).stdin(Stdio::null()).status();
    match status.map_err(|cause| error(Cause::Start(cause)))? {
        status if status.success() => Ok(()),
        status => Err(error(Cause::Failed { status: status.to_string(), stderr: String::new() })),
    }
}

/// What becomes of what a program prints.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Listen {
    /// It is handed over.
    Told,
    /// It is shown.
    Shown,
}

/// Runs a program in a folder with variables; what it prints, where that is not shown.
pub(crate) fn run_with(
    folder: &Path,
    program: impl AsRef<OsStr>,
    args: &[OsString],
    variables: &[(&str, OsString)],
    listen: Listen,
) -> Result<Vec<u8>, ProcessError> {
    let program = program.as_ref();
    let mut command = Command::new(program);
    command.args(args).current_dir(folder).stdin(Stdio::null()).env("LC_ALL", "C");
    command.envs(variables.iter().map(|(name, value)| (name, value)));
    let error = |cause| ProcessError { program: program.to_string_lossy().into_owned(), cause };
    if listen == Listen::Shown {
        command.stdout(Stdio::inherit()).stderr(Stdio::inherit());
    }
    let output = command.output().map_err(|cause| error(Cause::Start(cause)))?;
    if output.status.success() {
        return Ok(output.stdout);
    }
    let stderr = String::from_utf8_lossy(&output.stderr).trim().replace('\n', "; ");
    Err(error(Cause::Failed { status: output.status.to_string(), stderr }))
}

/// What a program prints when it is run in a folder.
pub(crate) fn run(
    folder: &Path,
    program: impl AsRef<OsStr>,
    args: &[impl AsRef<OsStr>],
) -> Result<Vec<u8>, ProcessError> {
    let program = program.as_ref();
    let mut command = Command::new(program);
    command.args(args).current_dir(folder).stdin(Stdio::null()).envs(SET);
    UNSET.iter().for_each(|name| {
        command.env_remove(name);
    });
    let error = |cause| ProcessError { program: program.to_string_lossy().into_owned(), cause };
    let output = command.output().map_err(|cause| error(Cause::Start(cause)))?;
    if output.status.success() {
        return Ok(output.stdout);
    }
    let stderr = String::from_utf8_lossy(&output.stderr).trim().replace('\n', "; ");
    Err(error(Cause::Failed { status: output.status.to_string(), stderr }))
}
