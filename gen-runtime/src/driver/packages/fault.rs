//! What can be wrong with packages: with the text of a file, at a place of it, or with what is and is not there.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use goc2c::command::output::{bytes_of, display};
use goc2c::diagnostic::{Explain, Report, quote_bytes};
use goc2c::{Source, Span};

use crate::driver::dist::words::UnknownArch;
use crate::driver::packages::tools::go_today::Reference;

/// Why packages cannot be built.
#[derive(Debug, thiserror::Error)]
pub enum PackageError {
    /// A file is at fault.
    #[error("{}", .0.message())]
    At(Box<Report>),
    /// A folder or a file could not be read.
    #[error("cannot read `{}`: {}", display(.0), .1)]
    Read(PathBuf, #[source] io::Error),
    /// A folder without a file that belongs.
    #[error("`{}` has no file to build", display(.0))]
    Empty(PathBuf),
    /// A folder that stands where an executable is to go.
    #[error("the executable would be `{}`, which is a folder: `-o FILE` names another", display(.0))]
    OutputIsFolder(PathBuf),
    /// A package without a Go file, for compilers that make nothing of that.
    #[error("`{}` has no Go file, without which {} make no archive", display(.0), .1)]
    NoGo(PathBuf, &'static str),
    /// An architecture that the compilers are not for.
    #[error(transparent)]
    UnknownArch(#[from] UnknownArch),
    /// A file or folder that today's gc cannot build, and why.
    #[error("`{}` {}", display(.0), .1)]
    NotForGo(PathBuf, &'static str),
    /// A reference that cannot be, and why.
    #[error("`--symabis-from {}={}` takes two packages: {}", .0.package, .0.from, .1)]
    NoReference(Reference, &'static str),
}

/// What kind of error it is, for an exit status.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Blame {
    /// The input.
    Input,
    /// The command line.
    Usage,
    /// A file or a program that cannot be used.
    Machine,
}

impl PackageError {
    /// A fault of a file's text. What the file is called is relative to a folder, where it lies below that.
    pub fn at(file: &Path, text: &[u8], current: &Path, fault: &SourceFault) -> PackageError {
        let shown = file.strip_prefix(current).unwrap_or(file);
        let source = Source::from_bytes(bytes_of(shown.as_os_str()), text);
        PackageError::At(Box::new(Report::new(&source, fault)))
    }

    /// As [`PackageError::at`], for a file that is read again.
    pub fn in_file(file: &Path, current: &Path, fault: &SourceFault) -> PackageError {
        match fs::read(file) {
            Ok(text) => PackageError::at(file, &text, current, fault),
            Err(error) => PackageError::Read(file.to_owned(), error),
        }
    }

    /// A name for programs.
    pub fn code(&self) -> &'static str {
        match self {
            PackageError::At(report) => report.code(),
            PackageError::Read(..) => "file",
            PackageError::Empty(_) => "empty-package",
            PackageError::OutputIsFolder(_) => "output-is-folder",
            PackageError::NoGo(..) => "no-go-file",
            PackageError::UnknownArch(_) => "unknown-arch",
            PackageError::NotForGo(..) => "not-for-go",
            PackageError::NoReference(..) => "no-reference",
        }
    }

    /// What is to blame.
    pub fn blame(&self) -> Blame {
        match self {
            PackageError::At(_)
            | PackageError::Empty(_)
            | PackageError::NoGo(..)
            | PackageError::NotForGo(..) => Blame::Input,
            PackageError::Read(..) => Blame::Machine,
            PackageError::OutputIsFolder(_)
            | PackageError::UnknownArch(_)
            | PackageError::NoReference(..) => Blame::Usage,
        }
    }
}

/// A fault of a file's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SourceFault {
    /// A `go.mod` without a module line.
    NoModule {
        /// The end of the file.
        at: Span,
    },
    /// A module line without a path, or with more than one.
    BadModuleLine {
        /// What stands there.
        at: Span,
    },
    /// A path of a module, or of an import, that none can have.
    BadPath {
        /// The path.
        at: Span,
        /// Its text.
        path: Vec<u8>,
        /// What is wrong with it.
        why: PathFault,
    },
    /// A block of `go.mod` that never closes.
    UnclosedBlock {
        /// Its `(`.
        open: Span,
    },
    /// A condition that cannot be read.
    BadCondition {
        /// Where reading ends.
        at: Span,
        /// What belongs there.
        expected: &'static str,
    },
    /// A second `//go:build` line in a file.
    TwoConditions {
        /// The line.
        at: Span,
    },
    /// A Go file that does not start with a package clause and imports.
    NoClause {
        /// Where reading ends.
        at: Span,
        /// What belongs there.
        expected: &'static str,
    },
    /// A second name in one folder.
    TwoNames {
        /// The second.
        at: Span,
        /// Its text.
        name: String,
        /// The first.
        first: String,
    },
    /// An import that closes a circle of them.
    Cycle {
        /// The import.
        at: Span,
        /// From a package back to itself.
        paths: Vec<String>,
    },
    /// An import of the module's own that is not there.
    NoImport {
        /// The import.
        at: Span,
        /// Its path.
        path: String,
        /// Where it would be.
        folder: PathBuf,
    },
    /// An import of package main.
    ImportsProgram {
        /// The import.
        at: Span,
        /// Its path.
        path: String,
    },
}

/// What is wrong with a path of a module or an import.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PathFault {
    /// It has a part of dots: such a path leads elsewhere.
    Dots,
    /// It has an empty part.
    Empty,
    /// It has a byte that no path has.
    Byte,
}

/// What is wrong with a path of a module or an import, if anything is.
pub fn path_fault(path: &[u8]) -> Option<PathFault> {
    let no_path = |&byte: &u8| byte <= b' ' || byte == 0x7f || b"\\:*?\"<>|`'$;&()[]{}!,#%^=".contains(&byte);
    path.split(|&byte| byte == b'/').find_map(|part| match part {
        b"" => Some(PathFault::Empty),
        b"." | b".." => Some(PathFault::Dots),
        part => part.iter().any(no_path).then_some(PathFault::Byte),
    })
}

impl Explain for SourceFault {
    fn span(&self) -> Span {
        match *self {
            SourceFault::NoModule { at }
            | SourceFault::BadModuleLine { at }
            | SourceFault::BadPath { at, .. }
            | SourceFault::BadCondition { at, .. }
            | SourceFault::TwoConditions { at }
            | SourceFault::NoClause { at, .. }
            | SourceFault::TwoNames { at, .. }
            | SourceFault::Cycle { at, .. }
            | SourceFault::NoImport { at, .. }
            | SourceFault::ImportsProgram { at, .. } => at,
            SourceFault::UnclosedBlock { open } => open,
        }
    }

    fn code(&self) -> &'static str {
        match self {
            SourceFault::NoModule { .. } => "no-module",
            SourceFault::BadModuleLine { .. } => "bad-module-line",
            SourceFault::BadPath { .. } => "bad-path",
            SourceFault::UnclosedBlock { .. } => "unclosed-block",
            SourceFault::BadCondition { .. } => "bad-condition",
            SourceFault::TwoConditions { .. } => "two-conditions",
            SourceFault::NoClause { .. } => "no-package-clause",
            SourceFault::TwoNames { .. } => "two-package-names",
            SourceFault::Cycle { .. } => "import-cycle",
            SourceFault::NoImport { .. } => "no-import",
            SourceFault::ImportsProgram { .. } => "imports-program",
        }
    }

    fn message(&self) -> String {
        match self {
            SourceFault::NoModule { .. } => "this go.mod names no module".into(),
            SourceFault::BadModuleLine { .. } => "a module has one path".into(),
            SourceFault::BadPath { path, .. } => format!("`{}` cannot be a path", quote_bytes(path)),
            SourceFault::UnclosedBlock { .. } => "this block never closes".into(),
            SourceFault::BadCondition { expected, .. } => format!("expected {expected} in this condition"),
            SourceFault::TwoConditions { .. } => "this file has two `//go:build` lines".into(),
            SourceFault::NoClause { expected, .. } => format!("expected {expected}"),
            SourceFault::TwoNames { name, first, .. } => {
                format!("this folder has two packages, `{first}` and `{name}`")
            }
            SourceFault::Cycle { paths, .. } => format!("these import each other: {}", paths.join(" -> ")),
            SourceFault::NoImport { path, folder, .. } => {
                format!("no package `{path}`: there is no folder `{}`", display(folder))
            }
            SourceFault::ImportsProgram { path, .. } => {
                format!("`{path}` is package main, which cannot be imported")
            }
        }
    }

    fn label(&self) -> String {
        match self {
            SourceFault::NoModule { .. } => "the file ends here".into(),
            SourceFault::BadModuleLine { .. } => "`module PATH` belongs here".into(),
            SourceFault::BadPath { why: PathFault::Dots, .. } => "it would lead elsewhere".into(),
            SourceFault::BadPath { why: PathFault::Empty, .. } => "a part of it is empty".into(),
            SourceFault::BadPath { why: PathFault::Byte, .. } => "it has a sign that no path has".into(),
            SourceFault::UnclosedBlock { .. } => "opened here".into(),
            SourceFault::BadCondition { expected, .. } | SourceFault::NoClause { expected, .. } => {
                format!("{expected} belongs here")
            }
            SourceFault::TwoConditions { .. } | SourceFault::TwoNames { .. } => "the second".into(),
            SourceFault::Cycle { .. } | SourceFault::NoImport { .. } | SourceFault::ImportsProgram { .. } => {
                "imported here".into()
            }
        }
    }

    fn notes(&self) -> Vec<String> {
        let note = match self {
            SourceFault::NoModule { .. } => "write `module example.com/name`",
            SourceFault::BadModuleLine { .. } => "write `module example.com/name`, on a line of its own",
            SourceFault::BadPath { why: PathFault::Dots, .. } => {
                "write the whole path from the module's on: paths have no `.` or `..` as a part"
            }
            SourceFault::BadPath { .. } => {
                "a path is parts of letters, digits, `-`, `.`, `_` and `~`, with `/` between them"
            }
            SourceFault::UnclosedBlock { .. } => "close it with `)`",
            SourceFault::BadCondition { .. } => {
                "a condition is terms with `&&`, `||`, `!` and parentheses: `linux && !arm`"
            }
            SourceFault::TwoConditions { .. } => "join them by `&&` or `||`, on one line",
            SourceFault::NoClause { .. } => "a Go file starts with `package NAME` and its imports",
            SourceFault::TwoNames { .. } => "move one of them, or leave it out by a build line",
            SourceFault::Cycle { .. } => "move what both need to a package of its own",
            SourceFault::NoImport { .. } => "mend the path, or make the folder",
            SourceFault::ImportsProgram { .. } => "move what is needed to a package of another name",
        };
        vec![note.into()]
    }
}
