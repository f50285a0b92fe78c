//! What can be wrong with Go's types as C is to have them.

use crate::diagnostic::Explain;
use crate::source::Span;

/// A fault of a declaration in Go, or of a name in a `.goc` file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TypeFault {
    /// A type that no Go file declares.
    NoType {
        /// Where it is named.
        at: Span,
        /// Its name.
        name: String,
        /// The package's name.
        package: String,
    },
    /// A type with type parameters, or with arguments for them.
    Generic {
        /// The brackets, or the name.
        at: Span,
    },
    /// A type that is a part of itself.
    Endless {
        /// Where it is named.
        at: Span,
        /// Its name.
        name: String,
    },
    /// A constant, or the length of an array, that is not computed here.
    NoValue {
        /// The expression, or the name.
        at: Span,
    },
    /// A package whose source is not found.
    NoSource {
        /// The import, or the name by which it is used.
        at: Span,
        /// Its path.
        path: String,
        /// Why it is not.
        why: String,
    },
}

impl Explain for TypeFault {
    fn span(&self) -> Span {
        match *self {
            TypeFault::NoType { at, .. }
            | TypeFault::Generic { at }
            | TypeFault::Endless { at, .. }
            | TypeFault::NoValue { at }
            | TypeFault::NoSource { at, .. } => at,
        }
    }

    fn code(&self) -> &'static str {
        match self {
            TypeFault::NoType { .. } => "no-type",
            TypeFault::Generic { .. } => "generic-type",
            TypeFault::Endless { .. } => "endless-type",
            TypeFault::NoValue { .. } => "no-value",
            TypeFault::NoSource { .. } => "no-source",
        }
    }

    fn message(&self) -> String {
        match self {
            TypeFault::NoType { name, package, .. } => {
                format!("no Go file of package `{package}` declares the type `{name}`")
            }
            TypeFault::Generic { .. } => "a type with type parameters has no one form in C".into(),
            TypeFault::Endless { name, .. } => format!("`{name}` is a part of itself"),
            TypeFault::NoValue { .. } => "the value of this constant is not known".into(),
            TypeFault::NoSource { path, .. } => format!("the source of package `{path}` is not found"),
        }
    }

    fn label(&self) -> String {
        match self {
            TypeFault::NoType { .. } => "named here".into(),
            TypeFault::Generic { .. } => "type parameters".into(),
            TypeFault::Endless { .. } => "here again".into(),
            TypeFault::NoValue { .. } => "an integer, a string or a number belongs here".into(),
            TypeFault::NoSource { .. } => "a type of it is needed".into(),
        }
    }

    fn notes(&self) -> Vec<String> {
        let note = match self {
            TypeFault::NoType { name, .. } => {
                format!("declare it in a Go file that is for this platform, as `type {name} struct {{ … }}`")
            }
            TypeFault::Generic { .. } => "declare a type without them in Go, and name that in C".into(),
            TypeFault::Endless { .. } => "Go has it by a pointer or a slice".into(),
            TypeFault::NoValue { .. } => {
                "integers, strings, characters, truth values and their operators are computed, and decimal \
                 numbers where they stand alone: write the value"
                    .into()
            }
            TypeFault::NoSource { why, .. } => why.clone(),
        };
        vec![note]
    }
}
