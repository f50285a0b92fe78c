//! Actions and plans: what is to be done, as data. Unaware of order, of files' states, and of processes.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A step that makes one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Action {
    /// The package that it belongs to, as messages name it.
    pub package: Arc<str>,
    /// What a log in the releases' own form says of it.
    pub log: Log,
    /// What is done.
    pub work: Work,
    /// The files that it reads.
    pub inputs: Vec<PathBuf>,
    /// Files that are to be made first, though a change of them alone is no reason to act.
    pub after: Vec<PathBuf>,
    /// The file that it makes.
    pub output: PathBuf,
}

/// What a log in the releases' own form says of an action.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Log {
    /// Its command line.
    Command,
    /// `generate` and its output.
    Generate,
    /// Nothing: the releases did that themselves.
    Quiet,
}

/// What an action does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Work {
    /// Copies the first input.
    Copy,
    /// Runs a program.
    Run(Run),
}

/// A program and how it is run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// The program and its arguments.
    pub argv: Vec<Arg>,
    /// The folder that it is run in.
    pub folder: PathBuf,
    /// What becomes of the output.
    pub result: ResultIs,
}

/// How a program's output comes about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ResultIs {
    /// The program writes it.
    Written,
    /// The program adds to it, so that an old one must go first.
    Added,
    /// It is what the program prints.
    Printed,
    /// The program writes it under another name, which several actions share when they are printed.
    Named(PathBuf),
}

/// A word of a command line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Arg {
    /// That text.
    Text(OsString),
    /// The output's name. A run has the program write elsewhere first.
    Output,
}

impl<T: Into<OsString>> From<T> for Arg {
    fn from(text: T) -> Self {
        Arg::Text(text.into())
    }
}

impl Run {
    /// The program.
    pub fn program(&self) -> Option<&Path> {
        match self.argv.first() {
            Some(Arg::Text(text)) => Some(Path::new(text)),
            _ => None,
        }
    }

    /// The words of the command line, with that for the output.
    pub fn words<'r>(&'r self, output: &'r Path) -> impl Iterator<Item = &'r std::ffi::OsStr> {
        self.argv.iter().map(move |arg| match arg {
            Arg::Text(text) => text.as_os_str(),
            Arg::Output => output.as_os_str(),
        })
    }
}

impl Action {
    /// The name under which the program is told to write the output, when it is printed.
    pub fn spelled(&self) -> &Path {
        match &self.work {
            Work::Run(Run { result: ResultIs::Named(name), .. }) => name,
            _ => &self.output,
        }
    }
}

/// All that is to be done.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plan {
    /// The actions.
    pub actions: Vec<Action>,
    /// Variables that every program finds in its environment.
    pub environment: Vec<(&'static str, OsString)>,
    /// Folders that are printed as variables, the inner ones first.
    pub folders: Vec<(&'static str, PathBuf)>,
    /// The packages that it builds, as `-v` names them.
    pub packages: Vec<Arc<str>>,
    /// What a log in the releases' own form says beside the actions.
    pub notes: Vec<String>,
}
