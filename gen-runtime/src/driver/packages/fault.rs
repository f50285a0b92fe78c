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
    /// A program, and no place that programs are installed in.
    #[error("no folder is named for programs: `--bin-dir DIR`, or $GOBIN, names one")]
    NoBin,
    /// A package without a Go file, for compilers that make nothing of that.
    #[error("`{}` has no Go file, without which {} make no archive", display(.0), .1)]
    NoGo(PathBuf, &'static str),
    /// A file of a language that nothing compiles.
    #[error("`{}` is {}: {}", display(.0), .1, instead(.1))]
    Foreign(PathBuf, &'static str),
    /// A package that imports "C", for compilers that have no cgo, and why.
    #[error("`{}` imports \"C\", and there is no cgo for it: {}", .0.escape_debug(), .1)]
    NoCgo(String, String),
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
            PackageError::Read(ReadError::Empty(_) | ReadError::OnlyCgo(_)) => "empty-package",
            PackageError::OutputIsFolder(_) => "output-is-folder",
            PackageError::NoBin => "no-bin-dir",
            PackageError::NoGo(..) => "no-go-file",
            PackageError::Foreign(..) => "foreign-file",
            PackageError::NoCgo(..) => "no-cgo",
            PackageError::UnknownArch(_) => "unknown-arch",
        }
    }

    /// Whether both say the same of the same place.
    pub fn is_same(&self, other: &PackageError) -> bool {
        match (self, other) {
            (PackageError::Read(ReadError::At(one)), PackageError::Read(ReadError::At(other))) => {
                one.render_short() == other.render_short()
            }
            _ => self.to_string() == other.to_string(),
        }
    }

    /// What is to blame.
    pub fn blame(&self) -> Blame {
        match self {
            PackageError::Read(ReadError::At(_) | ReadError::Empty(_) | ReadError::OnlyCgo(_))
            | PackageError::NoGo(..)
            | PackageError::Foreign(..) => Blame::Input,
            PackageError::Read(ReadError::Read(..)) | PackageError::NoCgo(..) => Blame::Machine,
            PackageError::OutputIsFolder(_) | PackageError::UnknownArch(_) | PackageError::NoBin => {
                Blame::Usage
            }
        }
    }
}

/// What compiles a language that no step here is for.
fn instead(language: &str) -> &'static str {
    match language {
        "SWIG" => "run `swig -go -gccgo`, and have the package hold what that writes",
        _ => "it is compiled where a Go file of the package imports \"C\"; move it, or call it `_NAME`",
    }
}

/// A path as it is told to who is in a folder.
pub fn shown(path: &Path, current: &Path) -> PathBuf {
    let path = engine::told::relative(path, current);
    if path.as_os_str().is_empty() { ".".into() } else { path }
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
    /// An import of a package of another module, whose folder is below this one's.
    OtherModule {
        /// The import.
        at: Span,
        /// Its path.
        path: String,
        /// The other module's folder.
        folder: PathBuf,
    },
    /// An import of a package that is for those below its parent.
    Internal {
        /// The import.
        at: Span,
        /// Its path.
        path: String,
        /// What it is internal to.
        parent: String,
    },
    /// An import of package main.
    ImportsProgram {
        /// The import.
        at: Span,
        /// Its path.
        path: String,
    },
    /// A line that has files put into a variable, which package embed is imported for.
    Embeds {
        /// The line.
        at: Span,
    },
}

impl Explain for ImportFault {
    fn span(&self) -> Span {
        match *self {
            ImportFault::Cycle { at, .. }
            | ImportFault::NoImport { at, .. }
            | ImportFault::OtherModule { at, .. }
            | ImportFault::Internal { at, .. }
            | ImportFault::ImportsProgram { at, .. }
            | ImportFault::Embeds { at } => at,
        }
    }

    fn code(&self) -> &'static str {
        match self {
            ImportFault::Cycle { .. } => "import-cycle",
            ImportFault::NoImport { .. } => "no-import",
            ImportFault::OtherModule { .. } => "other-module",
            ImportFault::Internal { .. } => "internal-package",
            ImportFault::ImportsProgram { .. } => "imports-program",
            ImportFault::Embeds { .. } => "embedded-files",
        }
    }

    fn message(&self) -> String {
        match self {
            ImportFault::Cycle { paths, .. } => format!("these import each other: {}", paths.join(" -> ")),
            ImportFault::NoImport { path, folder, .. } => {
                format!("no package `{path}`: there is no folder `{}`", display(folder))
            }
            ImportFault::OtherModule { path, folder, .. } => {
                format!("`{path}` is in another module: `{}` has a go.mod", display(folder))
            }
            ImportFault::Internal { path, .. } => format!("`{path}` is internal, and not to this package"),
            ImportFault::ImportsProgram { path, .. } => {
                format!("`{path}` is package main, which cannot be imported")
            }
            ImportFault::Embeds { .. } => "files are put into variables by the go command alone".into(),
        }
    }

    fn label(&self) -> String {
        match self {
            ImportFault::Embeds { .. } => "asked for here".into(),
            _ => "imported here".into(),
        }
    }

    fn notes(&self) -> Vec<String> {
        let note = match self {
            ImportFault::Internal { parent, .. } if parent.is_empty() => "the library's own use it alone",
            ImportFault::Internal { parent, .. } => {
                return vec![format!("packages below `{parent}` may import it: move one of the two")];
            }
            ImportFault::OtherModule { .. } => "remove that go.mod, or build the other module by itself",
            ImportFault::Cycle { .. } => "move what both need to a package of its own",
            ImportFault::NoImport { .. } => "mend the path, or make the folder",
            ImportFault::ImportsProgram { .. } => "move what is needed to a package of another name",
            ImportFault::Embeds { .. } => {
                "build with `go build -compiler gccgo`, or keep the text in a constant"
            }
        };
        vec![note.into()]
    }
}
