//! What can be wrong with packages as they are read: with the text of a file, at a place of it, or with what is there.

use std::io;
use std::path::{Path, PathBuf};

use crate::command::file::{bytes_of, display};
use crate::diagnostic::{Explain, Report, quote_bytes};
use crate::source::{Source, Span};

/// Why a package or its module could not be read.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// A file is at fault.
    #[error("{}", .0.message())]
    At(Box<Report>),
    /// A folder or a file could not be read.
    #[error("cannot read `{}`: {}", display(.0), .1)]
    Read(PathBuf, #[source] io::Error),
    /// A folder without a file that belongs.
    #[error("`{}` has no file to build", display(.0))]
    Empty(PathBuf),
    /// A folder of which all files that would belong import "C", where cgo is off.
    #[error("`{}` has no file to build: its Go files import \"C\", and cgo is off; `CGO_ENABLED=1` turns it on", display(.0))]
    OnlyCgo(PathBuf),
}

impl ReadError {
    /// A fault of a file's text. What the file is called is relative to a folder, where it lies below that.
    pub fn at(file: &Path, text: &[u8], current: &Path, fault: &dyn Explain) -> ReadError {
        let shown = file.strip_prefix(current).unwrap_or(file);
        let source = Source::from_bytes(bytes_of(shown.as_os_str()), text);
        ReadError::At(Box::new(Report::new(&source, fault)))
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
    /// A line of `go.mod` whose first word is none of its own.
    UnknownDirective {
        /// The word.
        at: Span,
        /// Its text.
        word: String,
    },
    /// A `go` line without a version of Go.
    BadGoLine {
        /// What stands there.
        at: Span,
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
    /// An import of "C" with a name.
    RenamedC {
        /// Its path.
        at: Span,
        /// The name.
        name: String,
    },
    /// A line of `#cgo` that cannot be read.
    BadCgoLine {
        /// The line, or the part of it that is wrong.
        at: Span,
        /// What is wrong with it.
        why: LineFault,
    },
}

/// What is wrong with a line of `#cgo`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineFault {
    /// It has no colon.
    NoColon,
    /// Nothing stands before its colon.
    NoVerb,
    /// What stands before its colon is known for nothing.
    UnknownVerb,
    /// A quote never closes.
    UnclosedQuote,
    /// It ends with a backslash.
    LastBackslash,
    /// A word has signs that none may have, or none at all.
    BadWord,
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
            | SourceFault::UnknownDirective { at, .. }
            | SourceFault::BadGoLine { at }
            | SourceFault::BadPath { at, .. }
            | SourceFault::BadCondition { at, .. }
            | SourceFault::TwoConditions { at }
            | SourceFault::NoClause { at, .. }
            | SourceFault::TwoNames { at, .. }
            | SourceFault::RenamedC { at, .. }
            | SourceFault::BadCgoLine { at, .. } => at,
            SourceFault::UnclosedBlock { open } => open,
        }
    }

    fn code(&self) -> &'static str {
        match self {
            SourceFault::NoModule { .. } => "no-module",
            SourceFault::BadModuleLine { .. } => "bad-module-line",
            SourceFault::BadPath { .. } => "bad-path",
            SourceFault::UnknownDirective { .. } => "unknown-directive",
            SourceFault::BadGoLine { .. } => "bad-go-line",
            SourceFault::UnclosedBlock { .. } => "unclosed-block",
            SourceFault::BadCondition { .. } => "bad-condition",
            SourceFault::TwoConditions { .. } => "two-conditions",
            SourceFault::NoClause { .. } => "no-package-clause",
            SourceFault::TwoNames { .. } => "two-package-names",
            SourceFault::RenamedC { .. } => "renamed-c",
            SourceFault::BadCgoLine { .. } => "bad-cgo-line",
        }
    }

    fn message(&self) -> String {
        match self {
            SourceFault::NoModule { .. } => "this go.mod names no module".into(),
            SourceFault::BadModuleLine { .. } => "a module has one path".into(),
            SourceFault::BadPath { path, .. } => format!("`{}` cannot be a path", quote_bytes(path)),
            SourceFault::UnknownDirective { word, .. } => {
                format!("`{}` is no word of go.mod", word.escape_debug())
            }
            SourceFault::BadGoLine { .. } => "expected a version of Go".into(),
            SourceFault::UnclosedBlock { .. } => "this block never closes".into(),
            SourceFault::BadCondition { expected, .. } => format!("expected {expected} in this condition"),
            SourceFault::TwoConditions { .. } => "this file has two `//go:build` lines".into(),
            SourceFault::NoClause { expected, .. } => format!("expected {expected}"),
            SourceFault::TwoNames { name, first, .. } => {
                format!("this folder has two packages, `{first}` and `{name}`")
            }
            SourceFault::RenamedC { .. } => "\"C\" cannot be imported under another name".into(),
            SourceFault::BadCgoLine { why, .. } => match why {
                LineFault::NoColon => "this line of `#cgo` has no colon".into(),
                LineFault::NoVerb => "this line of `#cgo` does not say what it is about".into(),
                LineFault::UnknownVerb => "no line of `#cgo` is about that".into(),
                LineFault::UnclosedQuote => "this quote never closes".into(),
                LineFault::LastBackslash => "this line of `#cgo` ends with a backslash".into(),
                LineFault::BadWord => "this word of a `#cgo` line has signs that none may have".into(),
            },
        }
    }

    fn label(&self) -> String {
        match self {
            SourceFault::NoModule { .. } => "the file ends here".into(),
            SourceFault::BadModuleLine { .. } => "`module PATH` belongs here".into(),
            SourceFault::BadPath { why: PathFault::Dots, .. } => "it would lead elsewhere".into(),
            SourceFault::BadPath { why: PathFault::Empty, .. } => "a part of it is empty".into(),
            SourceFault::BadPath { why: PathFault::Byte, .. } => "it has a sign that no path has".into(),
            SourceFault::UnknownDirective { .. } => "`require`, or another such word, belongs here".into(),
            SourceFault::BadGoLine { .. } => "a version belongs here".into(),
            SourceFault::UnclosedBlock { .. } => "opened here".into(),
            SourceFault::BadCondition { expected, .. } | SourceFault::NoClause { expected, .. } => {
                format!("{expected} belongs here")
            }
            SourceFault::TwoConditions { .. } | SourceFault::TwoNames { .. } => "the second".into(),
            SourceFault::RenamedC { name, .. } => format!("imported as `{}`", name.escape_debug()),
            SourceFault::BadCgoLine { why, .. } => match why {
                LineFault::NoColon | LineFault::NoVerb => "`VERB: FLAGS` belongs here".into(),
                LineFault::UnknownVerb => "a verb belongs here".into(),
                LineFault::UnclosedQuote => "opened here".into(),
                LineFault::LastBackslash => "it stands before nothing".into(),
                LineFault::BadWord => "this word".into(),
            },
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
            SourceFault::UnknownDirective { .. } => {
                "the words are `module`, `go`, `toolchain`, `godebug`, `require`, `exclude`, `replace`, `retract`, `tool` \
                 and `ignore`"
            }
            SourceFault::BadGoLine { .. } => "write `go 1.18`, on a line of its own",
            SourceFault::UnclosedBlock { .. } => "close it with `)`",
            SourceFault::BadCondition { .. } => {
                "a condition is terms with `&&`, `||`, `!` and parentheses: `linux && !arm`"
            }
            SourceFault::TwoConditions { .. } => "join them by `&&` or `||`, on one line",
            SourceFault::NoClause { .. } => "a Go file starts with `package NAME` and its imports",
            SourceFault::TwoNames { .. } => "move one of them, or leave it out by a build line",
            SourceFault::RenamedC { .. } => "write `import \"C\"`, and in the code `C.NAME`",
            SourceFault::BadCgoLine { why, .. } => match why {
                LineFault::NoColon | LineFault::NoVerb => {
                    "write `#cgo LDFLAGS: -lm`, with conditions as `linux,amd64` before the verb"
                }
                LineFault::UnknownVerb => {
                    "the verbs are CFLAGS, CPPFLAGS, CXXFLAGS, FFLAGS, LDFLAGS and pkg-config"
                }
                LineFault::UnclosedQuote => "close it on the same line",
                LineFault::LastBackslash => "take it away: each line is one of its own",
                LineFault::BadWord => {
                    "a word is letters, digits and `+-.,/=_:$@%!~^`; define what needs others in a header"
                }
            },
        };
        vec![note.into()]
    }
}
