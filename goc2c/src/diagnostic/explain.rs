//! What a fault says of itself.

use crate::source::Span;

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Severity {
    /// No output can be made.
    Error,
    /// Output is made, and may not be what was meant.
    Warning,
    /// Nothing is wrong; it is as well to know.
    Note,
}

impl Severity {
    /// The word for it.
    pub const fn name(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        }
    }
}

/// What a fault says of itself.
pub trait Explain {
    /// The place to report it at.
    fn span(&self) -> Span;
    /// A name for programs, in kebab-case, that stays when messages change.
    fn code(&self) -> &'static str;
    /// The message, which stands alone: lower case, no full stop.
    fn message(&self) -> String;
    /// What is at the place.
    fn label(&self) -> String;
    /// Other places that belong to it.
    fn related(&self) -> Vec<(Span, String)> {
        Vec::new()
    }
    /// What to do instead.
    fn notes(&self) -> Vec<String> {
        Vec::new()
    }
    /// How bad it is.
    fn severity(&self) -> Severity {
        Severity::Error
    }
}
