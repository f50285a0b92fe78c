//! What can be wrong with a build of packages beyond what can be wrong with each of them
//! ([`goc2c::gopkg::fault`]): with what imports lead to, and with what is and is not there.

use std::fs;
use std::path::{Path, PathBuf};

use goc2c::Span;
use goc2c::command::output::display;
use goc2c::diagnostic::Explain;
use goc2c::gopkg::fault::ReadError;

use crate::driver::dist::words::UnknownArch;

/// Why packages cannot be built.
#[derive(Debug, thiserror::Error)]
pub enum PackageError {
    /// A package, a module or a file of theirs.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// A folder that stands where an executable is to go.
    #[error("the executable would be `{}`, which is a folder: `-o FILE` names another", display(.0))]
    OutputIsFolder(PathBuf),
    /// A package without a Go file, for compilers that make nothing of that.
    #[error("`{}` has no Go file, without which {} make no archive", display(.0), .1)]
    NoGo(PathBuf, &'static str),
    /// An architecture that the compilers are not for.
    #[error(transparent)]
    UnknownArch(#[from] UnknownArch),
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
    /// A fault of a file that is read again. What it is called is relative to a folder, where it lies below that.
    pub fn in_file(file: &Path, current: &Path, fault: &dyn Explain) -> PackageError {
        PackageError::Read(match fs::read(file) {
            Ok(text) => ReadError::at(file, &text, current, fault),
            Err(error) => ReadError::Read(file.to_owned(), error),
        })
    }

    /// A name for programs.
    pub fn code(&self) -> &'static str {
        match self {
            PackageError::Read(ReadError::At(report)) => report.code(),
            PackageError::Read(ReadError::Read(..)) => "file",
            PackageError::Read(ReadError::Empty(_)) => "empty-package",
            PackageError::OutputIsFolder(_) => "output-is-folder",
            PackageError::NoGo(..) => "no-go-file",
            PackageError::UnknownArch(_) => "unknown-arch",
        }
    }

    /// What is to blame.
    pub fn blame(&self) -> Blame {
        match self {
            PackageError::Read(ReadError::At(_) | ReadError::Empty(_)) | PackageError::NoGo(..) => {
                Blame::Input
            }
            PackageError::Read(ReadError::Read(..)) => Blame::Machine,
            PackageError::OutputIsFolder(_) | PackageError::UnknownArch(_) => Blame::Usage,
        }
    }
}

/// A fault of an import: where it leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ImportFault {
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

impl Explain for ImportFault {
    fn span(&self) -> Span {
        match *self {
            ImportFault::Cycle { at, .. }
            | ImportFault::NoImport { at, .. }
            | ImportFault::ImportsProgram { at, .. } => at,
        }
    }

    fn code(&self) -> &'static str {
        match self {
            ImportFault::Cycle { .. } => "import-cycle",
            ImportFault::NoImport { .. } => "no-import",
            ImportFault::ImportsProgram { .. } => "imports-program",
        }
    }

    fn message(&self) -> String {
        match self {
            ImportFault::Cycle { paths, .. } => format!("these import each other: {}", paths.join(" -> ")),
            ImportFault::NoImport { path, folder, .. } => {
                format!("no package `{path}`: there is no folder `{}`", display(folder))
            }
            ImportFault::ImportsProgram { path, .. } => {
                format!("`{path}` is package main, which cannot be imported")
            }
        }
    }

    fn label(&self) -> String {
        "imported here".into()
    }

    fn notes(&self) -> Vec<String> {
        let note = match self {
            ImportFault::Cycle { .. } => "move what both need to a package of its own",
            ImportFault::NoImport { .. } => "mend the path, or make the folder",
            ImportFault::ImportsProgram { .. } => "move what is needed to a package of another name",
        };
        vec![note.into()]
    }
}
