//! What C has otherwise than Go.

use crate::diagnostic::Explain;
use crate::source::Span;

/// What is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Differs {
    /// A struct.
    Struct,
    /// A constant.
    Constant,
    /// A function of Go that C calls.
    Callback,
}

/// A difference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CompareFault {
    /// Where it is in C.
    pub at: Span,
    /// What it is of.
    pub differs: Differs,
    /// The name.
    pub name: String,
    /// Which part of that.
    pub what: String,
    /// What C has; nothing where that is missing.
    pub ours: Option<String>,
    /// What Go has; nothing where that is missing.
    pub theirs: Option<String>,
    /// Where Go's declaration is.
    pub place: String,
}

impl Explain for CompareFault {
    fn span(&self) -> Span {
        self.at
    }

    fn code(&self) -> &'static str {
        match self.differs {
            Differs::Struct => "struct-differs",
            Differs::Constant => "constant-differs",
            Differs::Callback => "callback-differs",
        }
    }

    fn message(&self) -> String {
        let CompareFault { name, what, .. } = self;
        let of = if what.is_empty() { format!("`{name}`") } else { format!("{what} of `{name}`") };
        match (&self.ours, &self.theirs) {
            (Some(ours), Some(theirs)) => format!("{of} is `{ours}` in C and `{theirs}` in Go"),
            (Some(ours), None) => format!("{of} is `{ours}` in C, and Go has none"),
            (None, Some(theirs)) => format!("{of} is missing in C, and `{theirs}` in Go"),
            (None, None) => format!("{of} differs from Go"),
        }
    }

    fn label(&self) -> String {
        match &self.theirs {
            Some(theirs) => format!("`{theirs}` in Go"),
            None => "not in Go".into(),
        }
    }

    fn notes(&self) -> Vec<String> {
        let place = &self.place;
        vec![match self.differs {
            Differs::Struct | Differs::Constant => format!(
                "`{place}` has Go's; take it out of the C and include `goc_types.h`, which is made of the Go"
            ),
            Differs::Callback => format!("`{place}` has the function: declare it so in C"),
        }]
    }
}
