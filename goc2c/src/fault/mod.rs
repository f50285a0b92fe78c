//! What can be wrong with a .goc file: one enum with the facts of each fault. `words` and `go_words` say them, and
//! [`crate::diagnostic`] draws what they say.

mod expected;
pub mod go;
mod go_words;
mod hint;
mod words;

use crate::dialect::Dialect;
use crate::source::Span;
use go::GoFault;

pub use expected::{Context, Expected, Found};
pub use hint::TypeHint;

/// A fault of a .goc file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// A byte that C text cannot hold.
    NulByte {
        /// The byte.
        at: Span,
    },
    /// A `/*` without its `*/`.
    UnclosedComment {
        /// The `/*`.
        open: Span,
    },
    /// A literal without its closing quote.
    UnclosedLiteral {
        /// The opening quote.
        open: Span,
    },
    /// A function whose last `}` is missing.
    UnclosedBody {
        /// The `{`.
        open: Span,
    },
    /// A list of parameters or results that the file's end cuts off.
    UnclosedList {
        /// The `(`.
        open: Span,
        /// What should have come next.
        expected: Expected,
    },
    /// A header that the file's end cuts off before its first list.
    CutHeader {
        /// The word `func`.
        keyword: Span,
        /// What should have come next.
        expected: Expected,
    },
    /// A `/` as the file's last byte.
    LoneSlash {
        /// The slash.
        slash: Span,
    },
    /// A token that does not fit.
    Unexpected {
        /// The token, or the end of what stands before the file's end.
        at: Span,
        /// What would fit.
        expected: Expected,
        /// What the token is.
        found: Found,
        /// What it should have been a part of.
        context: Option<Context>,
    },
    /// A line at file scope that is Go.
    GoDeclaration {
        /// The word that it starts with.
        at: Span,
        /// Its text.
        word: &'static str,
        /// Whether the dialect's headers are Go's.
        is_for_go: bool,
    },
    /// So many unclosed things that the rest of the file was not looked at.
    GaveUp {
        /// The last of them.
        at: Span,
    },
    /// `...` in a dialect without it.
    NoVariadics {
        /// The dots.
        at: Span,
        /// The dialect.
        dialect: Dialect,
    },
    /// `...` among the results of a function for gcc.
    VariadicResult {
        /// The dots.
        at: Span,
    },
    /// A type whose size is needed and not known.
    UnknownType {
        /// The type.
        at: Span,
        /// Its text.
        name: Vec<u8>,
        /// The dialect.
        dialect: Dialect,
        /// What was perhaps meant.
        hint: TypeHint,
    },
    /// A fault of a header in Go's spelling; boxed, so that the others stay small.
    Go(Box<GoFault>),
}

impl From<GoFault> for Fault {
    fn from(fault: GoFault) -> Fault {
        Fault::Go(Box::new(fault))
    }
}

impl Fault {
    /// The place that the fault is reported at.
    pub fn span(&self) -> Span {
        match *self {
            Fault::Go(ref fault) => fault.span(),
            Fault::NulByte { at }
            | Fault::Unexpected { at, .. }
            | Fault::GaveUp { at }
            | Fault::GoDeclaration { at, .. }
            | Fault::NoVariadics { at, .. }
            | Fault::VariadicResult { at }
            | Fault::UnknownType { at, .. } => at,
            Fault::UnclosedComment { open }
            | Fault::UnclosedLiteral { open }
            | Fault::UnclosedBody { open }
            | Fault::UnclosedList { open, .. } => open,
            Fault::CutHeader { keyword, .. } => keyword,
            Fault::LoneSlash { slash } => slash,
        }
    }

    /// Where the search for the next function starts.
    pub(crate) fn resume_at(&self) -> usize {
        match self {
            // The token may be the `func` of the next header.
            Fault::Unexpected { at, .. } => at.start,
            Fault::Go(fault) => fault.resume_at(),
            _ => self.span().end,
        }
    }

    /// Whether the fault was found by reading to the end of the file.
    pub(crate) fn ran_to_the_end(&self) -> bool {
        matches!(
            self,
            Fault::UnclosedComment { .. } | Fault::UnclosedLiteral { .. } | Fault::UnclosedBody { .. }
        )
    }
}
