//! What can be wrong with headers in Go's spelling, and with the declarations on the Go side: the facts of each
//! fault. The words are in `go_words`.

use super::expected::{Expected, Found};
use crate::diagnostic::Severity;
use crate::source::Span;

/// Why a name of Go is another one in C.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reserved {
    /// A keyword of C or C++.
    Keyword,
    /// A macro that gcc defines by itself.
    Macro,
    /// A name of goc.h.
    Prelude,
    /// A type of the same header, which the body could not name.
    Type,
    /// A name that something else already has in C.
    Taken,
}

/// What a name belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// A function or method.
    Function,
    /// A parameter.
    Parameter,
    /// A result.
    Result,
    /// The receiver of a method.
    Receiver,
}

impl Role {
    /// The word for it.
    pub const fn name(self) -> &'static str {
        match self {
            Role::Function => "function",
            Role::Parameter => "parameter",
            Role::Result => "result",
            Role::Receiver => "receiver",
        }
    }
}

/// A fault of a header in Go's spelling.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GoFault {
    /// A token that does not fit.
    Unexpected {
        /// The token.
        at: Span,
        /// What would fit.
        expected: Expected,
        /// What the token is.
        found: Found,
        /// The word that the header starts with.
        header: Span,
    },
    /// A list in which some parameters have names and others do not.
    MixedList {
        /// One of the fewer kind.
        at: Span,
        /// Whether that is a name without a type, and not a type without a name.
        is_name: bool,
    },
    /// A function with type parameters.
    GenericFunc {
        /// The bracket that opens them.
        at: Span,
    },
    /// A type with type arguments.
    GenericType {
        /// The bracket that opens them.
        at: Span,
    },
    /// A function called `_`.
    BlankFunc {
        /// The name.
        at: Span,
    },
    /// A keyword of Go as a name.
    Keyword {
        /// The word.
        at: Span,
        /// Its text.
        name: String,
        /// What it should name, with an article.
        what: &'static str,
    },
    /// A function that Go wants a body of.
    BodyWanted {
        /// The name.
        at: Span,
        /// Its text.
        name: String,
    },
    /// An attribute of C that stands before a function of Go.
    AttributeBeforeFunc {
        /// The attribute.
        at: Span,
    },
    /// `import . "path"`
    DotImport {
        /// The dot.
        at: Span,
    },
    /// `...` anywhere but before the last parameter's type.
    VariadicPlace {
        /// The dots.
        at: Span,
    },
    /// Types within types without an end.
    TypeTooDeep {
        /// Where it became too deep.
        at: Span,
    },
    /// A length of an array that is neither a number nor a name.
    ArrayLength {
        /// The brackets.
        at: Span,
    },
    /// An array without elements, by value: on 386, gcc returns it through memory and gccgo does not.
    EmptyArray {
        /// The type.
        at: Span,
    },
    /// A receiver list without exactly one receiver.
    ReceiverCount {
        /// The list.
        at: Span,
    },
    /// A receiver that is not `T` or `*T`.
    ReceiverType {
        /// The type.
        at: Span,
    },
    /// A struct without a name, by value.
    StructByValue {
        /// The type.
        at: Span,
    },
    /// A character that is neither a letter of Go nor white space.
    NoLetter {
        /// The character.
        at: Span,
        /// It.
        sign: char,
    },
    /// A name that is not UTF-8.
    NotUtf8 {
        /// The name.
        at: Span,
    },
    /// A package name that is no name.
    PackageName {
        /// It.
        at: Span,
        /// Its text.
        name: Vec<u8>,
    },
    /// A name of C for a type.
    CType {
        /// The type.
        at: Span,
        /// Its text.
        name: String,
        /// What Go calls it.
        write: &'static str,
    },
    /// A type much like one that Go has.
    NearType {
        /// The type.
        at: Span,
        /// Its text.
        name: String,
        /// The one that Go has.
        near: &'static str,
    },
    /// Two parameters or results of one name.
    DuplicateName {
        /// The second.
        at: Span,
        /// The first.
        first: Span,
        /// The name.
        name: String,
    },
    /// A function that the file has already.
    DuplicateFunc {
        /// The second.
        at: Span,
        /// Its name, with its type before it.
        name: String,
        /// The line of the first.
        line: u32,
    },
    /// A name that is another one in C: a warning.
    Renamed {
        /// The name.
        at: Span,
        /// What it belongs to.
        role: Role,
        /// Its text.
        name: String,
        /// What C calls it.
        to: String,
        /// Why.
        why: Reserved,
        /// Where the body assigns to the old name.
        assigned: Option<Span>,
    },
    /// A spelling of the runtime that Go does not know.
    NoGoType {
        /// The type.
        at: Span,
        /// Its text.
        name: String,
        /// What Go calls it.
        write: &'static str,
    },
    /// A package whose path is not known.
    NoImport {
        /// The type.
        at: Span,
        /// The package.
        package: String,
    },
    /// A function without a declaration in the Go files.
    NotInGo {
        /// The name.
        at: Span,
        /// The declaration to write.
        declaration: String,
    },
    /// A function that Go defines itself.
    BodyInGo {
        /// The name.
        at: Span,
        /// Its text.
        name: String,
        /// Where, in the Go file.
        place: String,
    },
    /// A declaration in a Go file without a function.
    NotInGoc {
        /// The name.
        at: Span,
        /// Its text, with its type before it.
        name: String,
    },
    /// A type that Go has otherwise.
    TypeDiffers {
        /// The type, or the function's name where there is none.
        at: Span,
        /// What it belongs to, as `parameter 2`.
        what: String,
        /// The function.
        func: String,
        /// The type here; none where the Go file has one more.
        ours: Option<String>,
        /// The type there; none where the Go file has one less.
        theirs: Option<String>,
        /// Where, in the Go file.
        place: String,
    },
    /// A copy of goc.h of another version: a warning.
    OtherPrelude {
        /// The line that says the version, or the first.
        at: Span,
        /// The version that it says.
        found: Option<u32>,
        /// The version that this program writes.
        wanted: u32,
    },
    /// A file that does not include goc.h, and has functions that need it.
    NoPrelude {
        /// The name of the first of them.
        at: Span,
        /// Whether a compiler has missed it.
        is_sure: bool,
    },
}

impl GoFault {
    /// The place that the fault is reported at.
    pub fn span(&self) -> Span {
        match *self {
            GoFault::Unexpected { at, .. }
            | GoFault::MixedList { at, .. }
            | GoFault::GenericFunc { at }
            | GoFault::GenericType { at }
            | GoFault::BlankFunc { at }
            | GoFault::Keyword { at, .. }
            | GoFault::BodyWanted { at, .. }
            | GoFault::DotImport { at }
            | GoFault::VariadicPlace { at }
            | GoFault::TypeTooDeep { at }
            | GoFault::ArrayLength { at }
            | GoFault::EmptyArray { at }
            | GoFault::ReceiverCount { at }
            | GoFault::ReceiverType { at }
            | GoFault::StructByValue { at }
            | GoFault::NoLetter { at, .. }
            | GoFault::NotUtf8 { at }
            | GoFault::PackageName { at, .. }
            | GoFault::CType { at, .. }
            | GoFault::NearType { at, .. }
            | GoFault::DuplicateName { at, .. }
            | GoFault::DuplicateFunc { at, .. }
            | GoFault::Renamed { at, .. }
            | GoFault::NoGoType { at, .. }
            | GoFault::NoImport { at, .. }
            | GoFault::NotInGo { at, .. }
            | GoFault::BodyInGo { at, .. }
            | GoFault::NotInGoc { at, .. }
            | GoFault::TypeDiffers { at, .. }
            | GoFault::OtherPrelude { at, .. }
            | GoFault::AttributeBeforeFunc { at }
            | GoFault::NoPrelude { at, .. } => at,
        }
    }

    /// Where the search for the next function starts.
    pub(crate) fn resume_at(&self) -> usize {
        match self {
            // The token may be the `func` of the next header.
            GoFault::Unexpected { at, .. } | GoFault::Keyword { at, .. } => at.start,
            _ => self.span().end,
        }
    }

    pub(crate) fn code(&self) -> &'static str {
        match self {
            GoFault::Unexpected { .. } => "unexpected-token",
            GoFault::MixedList { .. } => "mixed-list",
            GoFault::GenericFunc { .. } => "generic-function",
            GoFault::GenericType { .. } => "generic-type",
            GoFault::BlankFunc { .. } => "blank-function",
            GoFault::Keyword { .. } => "keyword",
            GoFault::BodyWanted { .. } => "body-wanted",
            GoFault::DotImport { .. } => "dot-import",
            GoFault::VariadicPlace { .. } => "variadic-place",
            GoFault::TypeTooDeep { .. } => "type-too-deep",
            GoFault::ArrayLength { .. } => "array-length",
            GoFault::EmptyArray { .. } => "empty-array",
            GoFault::ReceiverCount { .. } => "receiver-count",
            GoFault::ReceiverType { .. } => "receiver-type",
            GoFault::StructByValue { .. } => "struct-by-value",
            GoFault::NoLetter { .. } => "no-letter",
            GoFault::NotUtf8 { .. } => "not-utf-8",
            GoFault::PackageName { .. } => "package-name",
            GoFault::CType { .. } => "c-type",
            GoFault::NearType { .. } => "near-type",
            GoFault::DuplicateName { .. } => "duplicate-name",
            GoFault::DuplicateFunc { .. } => "duplicate-function",
            GoFault::Renamed { .. } => "renamed",
            GoFault::NoGoType { .. } => "no-go-type",
            GoFault::NoImport { .. } => "no-import",
            GoFault::NotInGo { .. } => "not-in-go",
            GoFault::BodyInGo { .. } => "body-in-go",
            GoFault::NotInGoc { .. } => "not-in-goc",
            GoFault::TypeDiffers { .. } => "type-differs",
            GoFault::OtherPrelude { .. } => "other-prelude",
            GoFault::AttributeBeforeFunc { .. } => "attribute-before-func",
            GoFault::NoPrelude { .. } => "no-prelude",
        }
    }

    pub(crate) fn severity(&self) -> Severity {
        match self {
            GoFault::Renamed { .. }
            | GoFault::NearType { .. }
            | GoFault::OtherPrelude { .. }
            | GoFault::NoPrelude { is_sure: false, .. } => Severity::Warning,
            _ => Severity::Error,
        }
    }
}
