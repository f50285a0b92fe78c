//! Actions and plans: what is to be done, as data. Unaware of order, of files' states, and of processes.

use std::borrow::Cow;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A step that makes files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Action {
    /// What it is a part of, as messages name it.
    pub part: Arc<str>,
    /// What a log says of it.
    pub log: Log,
    /// What is done.
    pub work: Work,
    /// The files that it reads. A program that is made in the plan is one without being listed.
    pub reads: Vec<PathBuf>,
    /// Files that are to be made first, though a change of them alone is no reason to act.
    pub after: Vec<PathBuf>,
    /// The files that it makes, at least one. The first stands for the action in messages and records.
    pub makes: Vec<PathBuf>,
}

/// What a log says of an action.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Log {
    /// Its command line.
    Command,
    /// This word and the first file that it makes.
    Made(&'static str),
    /// Nothing.
    Quiet,
}

/// What an action does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Work {
    /// Copies the first file that it reads.
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
    pub words: Vec<Word>,
    /// The folder that it is run in.
    pub folder: PathBuf,
    /// How the first file that it makes comes about.
    pub result: ResultIs,
    /// The file in which it tells of more files that it has read.
    pub depfile: Option<Depfile>,
    /// Variables of the environment that it heeds: another value is a reason to act.
    pub heeds: &'static [&'static str],
    /// Variables that it finds in its environment; they count before those of the plan.
    pub environment: Vec<(&'static str, OsString)>,
    /// The folder that its messages name files from, where it is not the one that it is run in.
    pub names_from: Option<PathBuf>,
}

/// How the first file that a program makes comes about.
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
pub enum Word {
    /// That text.
    Text(OsString),
    /// The name of the file at that place of [`Action::makes`]. A run has the program write elsewhere first.
    Made(usize),
    /// The folder that the program writes into: a file of its that has the name of one that the action makes becomes
    /// that one, and all else goes. Lines for a shell name the folder of the first file in its place.
    Scratch,
    /// The name of [`Run::depfile`].
    Depfile,
}

/// A file in which a program tells of what it has read, as a rule for make.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Depfile {
    /// Its name, in the folder of the first file that the action makes.
    pub path: PathBuf,
    /// Whether the program may have made those files itself, so that they can be newer than its start.
    pub made: bool,
}

impl<T: Into<OsString>> From<T> for Word {
    fn from(text: T) -> Self {
        Word::Text(text.into())
    }
}

impl Run {
    /// A program that writes the file at [`Word::Made`] and tells and heeds nothing.
    pub fn new(words: Vec<Word>, folder: impl Into<PathBuf>) -> Self {
        let folder = folder.into();
        Run {
            words,
            folder,
            result: ResultIs::Written,
            depfile: None,
            heeds: &[],
            environment: Vec::new(),
            names_from: None,
        }
    }

    /// The program.
    pub fn program(&self) -> Option<&Path> {
        match self.words.first() {
            Some(Word::Text(text)) => Some(Path::new(text)),
            _ => None,
        }
    }
}

/// How the files of an action are spelled in its words.
#[derive(Debug, Clone, Copy)]
pub enum Spelling<'s> {
    /// As lines for a shell have them: under the names that [`ResultIs::Named`] tells.
    Printed,
    /// Each under its own name.
    Own,
    /// In a folder that stands for their own.
    In(&'s Path),
}

/// A file's place in another folder.
pub fn within(folder: &Path, file: &Path) -> PathBuf {
    folder.join(file.file_name().unwrap_or_default())
}

/// The folder of a file.
pub fn folder_of(file: &Path) -> &Path {
    file.parent().unwrap_or(Path::new(""))
}

impl Action {
    /// The file that stands for the action.
    pub fn first(&self) -> &Path {
        self.makes.first().map_or(Path::new(""), PathBuf::as_path)
    }

    /// The program and how it is run, where there is one.
    pub fn run(&self) -> Option<&Run> {
        match &self.work {
            Work::Run(run) => Some(run),
            Work::Copy | Work::Empty => None,
        }
    }

    /// The words of its command line; none where no program runs.
    pub fn words<'a>(&'a self, spelling: Spelling<'a>) -> impl Iterator<Item = Cow<'a, OsStr>> {
        self.run().into_iter().flat_map(|run| &run.words).map(move |word| match word {
            Word::Text(text) => Cow::Borrowed(text.as_os_str()),
            Word::Made(at) => self.spell(self.made_as(*at, spelling), spelling),
            Word::Scratch => match spelling {
                Spelling::In(folder) => Cow::Borrowed(folder.as_os_str()),
                Spelling::Printed | Spelling::Own => Cow::Borrowed(folder_of(self.first()).as_os_str()),
            },
            Word::Depfile => self.spell(self.depfile().map_or(Path::new(""), |it| &it.path), spelling),
        })
    }

    fn spell<'a>(&self, file: &'a Path, spelling: Spelling<'a>) -> Cow<'a, OsStr> {
        match spelling {
            Spelling::In(folder) => Cow::Owned(within(folder, file).into_os_string()),
            Spelling::Printed | Spelling::Own => Cow::Borrowed(file.as_os_str()),
        }
    }

    /// The name under which the program is told to write a file that the action makes.
    pub fn made_as(&self, at: usize, spelling: Spelling<'_>) -> &Path {
        match (&self.work, spelling) {
            (Work::Run(Run { result: ResultIs::Named(name), .. }), Spelling::Printed | Spelling::In(_))
                if at == 0 =>
            {
                name
            }
            _ => self.makes.get(at).map_or(Path::new(""), PathBuf::as_path),
        }
    }

    /// The file in which the program tells of others.
    pub fn depfile(&self) -> Option<&Depfile> {
        self.run()?.depfile.as_ref()
    }
}

/// All that is to be done.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plan {
    /// The actions.
    pub actions: Vec<Action>,
    /// The folders that may be written to, with all below them.
    pub roots: Vec<Root>,
    /// Variables that every program finds in its environment.
    pub environment: Vec<(&'static str, OsString)>,
    /// Programs, or folders of them, and what names another.
    pub named_by: Vec<(PathBuf, &'static str)>,
    /// Folders that are printed as variables, the inner ones first.
    pub folders: Vec<(&'static str, PathBuf)>,
    /// The folder that files in messages are named from; else that of each program.
    pub current: Option<PathBuf>,
    /// The parts that it builds, as `-v` names them.
    pub parts: Vec<Arc<str>>,
    /// What a log says beside the actions.
    pub notes: Vec<String>,
    /// What helps where a program fails.
    pub hints: Vec<Hint>,
}

/// What helps where a program fails and says something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint {
    /// A part of what it says.
    pub says: &'static str,
    /// What is told then.
    pub text: String,
}

impl Plan {
    /// What helps against a failure that came with a program's text.
    pub fn hints_for<'p>(&'p self, text: &[u8]) -> impl Iterator<Item = &'p str> {
        let said = move |hint: &&Hint| memchr::memmem::find(text, hint.says.as_bytes()).is_some();
        self.hints.iter().filter(said).map(|hint| hint.text.as_str())
    }
}

/// A folder that may be written to. No link is followed below `base`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Root {
    /// A folder that the user named: links that lead to it are the user's.
    pub base: PathBuf,
    /// What may be written to, below that; nothing where all of it may.
    pub below: PathBuf,
}

impl Root {
    /// A folder that the user named.
    pub fn named(base: impl Into<PathBuf>) -> Self {
        Root { base: base.into(), below: PathBuf::new() }
    }

    /// A folder of the driver's own in one that the user named.
    pub fn own(base: impl Into<PathBuf>, below: impl Into<PathBuf>) -> Self {
        Root { base: base.into(), below: below.into() }
    }

    /// Its path.
    pub fn path(&self) -> PathBuf {
        // An empty path would leave a `/` at the end.
        if self.below.as_os_str().is_empty() { self.base.clone() } else { self.base.join(&self.below) }
    }
}
