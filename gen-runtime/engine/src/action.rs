//! Actions and plans: what is to be done, as data. Unaware of order, of files' states, and of processes.

use std::borrow::Cow;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A step that makes a file, and perhaps others beside it.
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
    /// Makes a file with nothing in it.
    Empty,
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
    /// The name of another file that the program makes, in the output's folder.
    Also(PathBuf),
    /// The name of a file, in the output's folder, in which the program tells of files that the output depends on,
    /// as a rule for make.
    Depfile {
        /// The name.
        path: PathBuf,
        /// Whether the program may have made those files itself, so that they can be newer than its start.
        made: bool,
    },
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

    /// The words of the command line, with that for the output. Other files that it makes are in their folders,
    /// or all in one.
    pub fn words<'r>(
        &'r self,
        output: &'r Path,
        folder: Option<&'r Path>,
    ) -> impl Iterator<Item = Cow<'r, OsStr>> {
        self.argv.iter().map(move |arg| match arg {
            Arg::Text(text) => Cow::Borrowed(text.as_os_str()),
            Arg::Output => Cow::Borrowed(output.as_os_str()),
            Arg::Also(path) | Arg::Depfile { path, .. } => match folder {
                Some(folder) => Cow::Owned(within(folder, path).into_os_string()),
                None => Cow::Borrowed(path.as_os_str()),
            },
        })
    }
}

/// A file's place in another folder.
pub fn within(folder: &Path, file: &Path) -> PathBuf {
    folder.join(file.file_name().unwrap_or_default())
}

impl Action {
    /// The name under which the program is told to write the output, when it is printed.
    pub fn spelled(&self) -> &Path {
        match &self.work {
            Work::Run(Run { result: ResultIs::Named(name), .. }) => name,
            _ => &self.output,
        }
    }

    /// The files that it makes beside the output.
    pub fn also(&self) -> impl Iterator<Item = &Path> {
        self.argv().iter().filter_map(|arg| match arg {
            Arg::Also(path) => Some(path.as_path()),
            _ => None,
        })
    }

    /// The file in which the program tells of others, and whether it may have made those.
    pub fn depfile(&self) -> Option<(&Path, bool)> {
        self.argv().iter().find_map(|arg| match arg {
            Arg::Depfile { path, made } => Some((path.as_path(), *made)),
            _ => None,
        })
    }

    fn argv(&self) -> &[Arg] {
        match &self.work {
            Work::Run(run) => &run.argv,
            Work::Copy | Work::Empty => &[],
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
    /// Programs, or folders of them, and what names another.
    pub named_by: Vec<(PathBuf, &'static str)>,
    /// Folders that are printed as variables, the inner ones first.
    pub folders: Vec<(&'static str, PathBuf)>,
    /// The packages that it builds, as `-v` names them.
    pub packages: Vec<Arc<str>>,
    /// What a log in the releases' own form says beside the actions.
    pub notes: Vec<String>,
}

/// The object that a source becomes in a folder.
pub fn object_in(folder: &Path, source: &Path) -> PathBuf {
    within(folder, &source.with_extension("o"))
}
