//! Does one action: its files are made in a folder of their own, and get their names when all of them are there.
//! Unaware of order, and of whether it must be done.

use std::fs;
use std::path::{Path, PathBuf};

use goc2c::command::output::{FileError, display};

use crate::action::{Action, Plan, ResultIs, Run, Spelling, Work, folder_of};
use crate::files::{Folder, Ground, Scratch};
use crate::process;

/// What became of an action.
#[derive(Debug, Default)]
pub struct Ended {
    /// What its program printed.
    pub text: Vec<u8>,
    /// The folder that its files were made in.
    pub scratch: PathBuf,
    /// Why it failed, if it did.
    pub failure: Option<Failure>,
}

/// Why an action failed.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// Its program could not be started. With what names another one, where that is known.
    #[error("cannot run `{}`: {error}{}", display(.program), .named_by.map(|by| format!("; {by} names another")).unwrap_or_default())]
    NotRun {
        /// The program.
        program: PathBuf,
        /// What the system said.
        error: std::io::Error,
        /// What names another one.
        named_by: Option<&'static str>,
    },
    /// Its program told that it failed.
    #[error("`{}` failed: {status}", display(.program))]
    Failed {
        /// The program.
        program: PathBuf,
        /// How it ended.
        status: std::process::ExitStatus,
    },
    /// Its program did not make a file that it was to make.
    #[error("`{}` was not made", display(.0))]
    NotMade(PathBuf),
    /// A file or folder could not be used.
    #[error(transparent)]
    File(#[from] FileError),
}

impl Failure {
    /// A name for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Failure::NotRun { .. } => "program-not-run",
            Failure::Failed { .. } => "program-failed",
            Failure::NotMade(_) => "output-not-made",
            Failure::File(_) => "file",
        }
    }

    /// Whether it is a program or a file that cannot be used, rather than what a program found wrong.
    pub fn is_of_the_machine(&self) -> bool {
        matches!(self, Failure::NotRun { .. } | Failure::File(_))
    }
}

/// Does an action.
pub fn perform(plan: &Plan, ground: &Ground, action: &Action) -> Ended {
    let mut ended = Ended::default();
    ended.failure = try_to(plan, ground, action, &mut ended).err();
    ended
}

fn try_to(plan: &Plan, ground: &Ground, action: &Action, ended: &mut Ended) -> Result<(), Failure> {
    let folder = ground.make(folder_of(action.first()))?;
    let scratch = folder.scratch().map_err(FileError::new("make a folder in", folder.path()))?;
    ended.scratch = scratch.path().to_owned();
    match &action.work {
        Work::Copy => copy(action, &scratch)?,
        Work::Empty => drop(create(action, &scratch)?),
        Work::Run(run) => run_program(plan, action, run, &scratch, &mut ended.text)?,
    }
    give_names(ground, action, &scratch, &folder)
}

fn copy(action: &Action, scratch: &Scratch) -> Result<(), Failure> {
    let from = action.reads.first().map_or(Path::new(""), PathBuf::as_path);
    let to = scratch.path().join(action.first().file_name().unwrap_or_default());
    fs::copy(from, to).map_err(FileError::new("copy", from))?;
    Ok(())
}

/// The first file that the action makes, empty.
fn create(action: &Action, scratch: &Scratch) -> Result<fs::File, Failure> {
    let name = action.first().file_name().unwrap_or_default();
    Ok(scratch.create(name).map_err(FileError::new("write", action.first()))?)
}

fn run_program(
    plan: &Plan,
    action: &Action,
    run: &Run,
    scratch: &Scratch,
    text: &mut Vec<u8>,
) -> Result<(), Failure> {
    let printed = match run.result {
        ResultIs::Printed => Some(create(action, scratch)?),
        _ => None,
    };
    let program = || run.program().unwrap_or(Path::new("")).to_owned();
    let words = action.words(Spelling::In(scratch.path()));
    let environment = plan.environment.iter().chain(&run.environment);
    let ended = process::run(words, &run.folder, environment, printed).map_err(|error| {
        let named = plan.named_by.iter().find(|(path, _)| program().starts_with(path));
        Failure::NotRun { program: program(), error, named_by: named.map(|(_, by)| *by) }
    })?;
    *text = ended.text;
    match ended.status.success() {
        true => Ok(()),
        false => Err(Failure::Failed { program: program(), status: ended.status }),
    }
}

/// Gives what was made its names. The first file comes last: if it is there, all is.
fn give_names(ground: &Ground, action: &Action, scratch: &Scratch, folder: &Folder) -> Result<(), Failure> {
    let made_as = |at| action.made_as(at, Spelling::In(scratch.path()));
    let beside = action.makes.iter().enumerate().skip(1).map(|(at, made)| (made_as(at), made.as_path()));
    let depfile = action.depfile().map(|depfile| (depfile.path.as_path(), depfile.path.as_path()));
    for (name, path) in beside.chain(depfile).chain([(made_as(0), action.first())]) {
        let other = match folder_of(path) == folder.path() {
            true => None,
            false => Some(ground.make(folder_of(path))?),
        };
        let [name, new] = [name, path].map(|path| path.file_name().unwrap_or_default());
        scratch.give_as(name, other.as_ref().unwrap_or(folder), new).map_err(|error| match error.kind() {
            std::io::ErrorKind::NotFound => Failure::NotMade(path.to_owned()),
            _ => FileError::new("write", path)(error).into(),
        })?;
    }
    Ok(())
}
