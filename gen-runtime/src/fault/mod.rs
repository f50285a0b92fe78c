//! What can be wrong with the text of a compiler: one enum with the facts of each fault, the words for it,
//! and the place where faults gather.
//!
//! A message stands alone, names things in back quotes and starts in lower case; the label says what is
//! *here*; a note says what to do about it. How they are drawn is [`goc2c::diagnostic`]'s business.

mod expected;

pub use expected::{Expected, NotText, NumberOf};

use expected::is_message;
use goc2c::Span;
use goc2c::diagnostic::{Explain, Severity, quote_bytes};

/// An earlier place that a fault belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Earlier {
    /// In the same file.
    Here(Span),
    /// In the file of that name.
    In(Vec<u8>),
}

/// A fault of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// An input that is no text, or none in the usual encoding.
    NotText {
        /// What tells it.
        at: Span,
        /// What it is.
        found: NotText,
    },
    /// An input with nothing in it.
    EmptyInput {
        /// Its end.
        at: Span,
        /// Whether that is an error.
        strict: bool,
    },
    /// A line that the format does not have.
    Unexpected {
        /// The line.
        at: Span,
        /// What would fit.
        expected: Expected,
        /// What the line is.
        found: Vec<u8>,
    },
    /// A line that ends without its semicolon.
    MissingSemicolon {
        /// The end of the line.
        at: Span,
    },
    /// No number, or none of 64 bits, where one is due.
    NotANumber {
        /// What stands there.
        at: Span,
        /// What it is to be.
        of: NumberOf,
        /// Its text.
        found: Vec<u8>,
    },
    /// A line of a struct that has no offset and name.
    ShortField {
        /// The line.
        at: Span,
    },
    /// A struct without its last line.
    UnclosedStruct {
        /// Its name.
        name: Span,
        /// The name's text.
        text: Vec<u8>,
    },
    /// An anonymous member without its last line.
    UnclosedMember {
        /// Its `{`.
        open: Span,
    },
    /// A function without its last line.
    UnclosedFunction {
        /// The word before it.
        keyword: Span,
    },
    /// A name that stands for two values.
    Conflict {
        /// The second value.
        at: Span,
        /// The name, as the output would have it.
        name: Vec<u8>,
        /// The second value's text.
        value: Vec<u8>,
        /// The first value's text.
        first: Vec<u8>,
        /// Where the first is.
        earlier: Earlier,
    },
    /// A name that Go cannot have.
    NotAGoName {
        /// The name.
        at: Span,
        /// Its text.
        name: Vec<u8>,
    },
    /// A struct that is wanted and not there.
    MissingStruct {
        /// The end of the text.
        at: Span,
        /// The struct.
        name: String,
        /// The prefix that its fields' names would have had.
        prefix: String,
        /// Whether that is an error.
        strict: bool,
    },
    /// No list of opcodes.
    NoOpcodes {
        /// The end of the text.
        at: Span,
        /// What the list would have started with.
        start: &'static str,
    },
    /// A list of opcodes without its last.
    UnclosedOpcodes {
        /// The first opcode.
        first: Span,
    },
    /// A comment without its end.
    UnclosedComment {
        /// The `/*`.
        open: Span,
    },
    /// A line of symbol ABIs that means nothing.
    StrayLine {
        /// The line.
        at: Span,
        /// Its text.
        found: Vec<u8>,
        /// Whether that is an error.
        strict: bool,
    },
}

impl Explain for Fault {
    fn span(&self) -> Span {
        match *self {
            Fault::NotText { at, .. }
            | Fault::EmptyInput { at, .. }
            | Fault::Unexpected { at, .. }
            | Fault::MissingSemicolon { at }
            | Fault::NotANumber { at, .. }
            | Fault::ShortField { at }
            | Fault::Conflict { at, .. }
            | Fault::NotAGoName { at, .. }
            | Fault::MissingStruct { at, .. }
            | Fault::NoOpcodes { at, .. }
            | Fault::StrayLine { at, .. } => at,
            Fault::UnclosedStruct { name, .. } => name,
            Fault::UnclosedMember { open } | Fault::UnclosedComment { open } => open,
            Fault::UnclosedFunction { keyword } => keyword,
            Fault::UnclosedOpcodes { first } => first,
        }
    }

    fn code(&self) -> &'static str {
        match self {
            Fault::NotText { .. } => "not-text",
            Fault::EmptyInput { .. } => "empty-input",
            Fault::Unexpected { .. } => "unexpected-line",
            Fault::MissingSemicolon { .. } => "missing-semicolon",
            Fault::NotANumber { .. } => "not-a-number",
            Fault::ShortField { .. } => "short-field",
            Fault::UnclosedStruct { .. } => "unclosed-struct",
            Fault::UnclosedMember { .. } => "unclosed-member",
            Fault::UnclosedFunction { .. } => "unclosed-function",
            Fault::Conflict { .. } => "conflicting-values",
            Fault::NotAGoName { .. } => "not-a-go-name",
            Fault::MissingStruct { .. } => "missing-struct",
            Fault::NoOpcodes { .. } => "no-opcodes",
            Fault::UnclosedOpcodes { .. } => "unclosed-opcodes",
            Fault::UnclosedComment { .. } => "unclosed-comment",
            Fault::StrayLine { .. } => "stray-line",
        }
    }

    fn message(&self) -> String {
        match self {
            Fault::NotText { found, .. } => format!("expected plain text, found {}", found.phrase()),
            Fault::EmptyInput { .. } => "the input is empty".into(),
            Fault::Unexpected { expected, found, .. } => {
                format!("expected {}, found `{}`", expected.phrase(), quote_bytes(found))
            }
            Fault::MissingSemicolon { .. } => "this line ends without its `;`".into(),
            Fault::NotANumber { of: NumberOf::Offset, found, .. } => {
                format!("the offset `{}` is no number", quote_bytes(found))
            }
            Fault::NotANumber { of: NumberOf::Constant, found, .. } => {
                format!("the value `{}` is no number", quote_bytes(found))
            }
            Fault::ShortField { .. } => "a field needs an offset and a name".into(),
            Fault::UnclosedStruct { text, .. } => format!("struct `{}` never closes", quote_bytes(text)),
            Fault::UnclosedMember { .. } => "this anonymous member never closes".into(),
            Fault::UnclosedFunction { .. } => "this function never closes".into(),
            Fault::Conflict { name, value, first, .. } => format!(
                "`{}` has two values: {} and {}",
                quote_bytes(name),
                quote_bytes(first),
                quote_bytes(value)
            ),
            Fault::NotAGoName { name, .. } => format!("`{}` cannot be a name in Go", quote_bytes(name)),
            Fault::MissingStruct { name, .. } => format!("the input has no struct `{name}`"),
            Fault::NoOpcodes { start, .. } => format!("the input has no opcodes: no {start}"),
            Fault::UnclosedOpcodes { .. } => "the opcodes end without `OEND`".into(),
            Fault::UnclosedComment { .. } => "this comment never closes".into(),
            Fault::StrayLine { found, .. } => format!("this line is left out: `{}`", quote_bytes(found)),
        }
    }

    fn label(&self) -> String {
        match self {
            Fault::NotText { .. } => "text belongs here".into(),
            Fault::EmptyInput { .. } => "nothing is here".into(),
            Fault::Unexpected { expected, .. } => format!("{} belongs here", expected.phrase()),
            Fault::MissingSemicolon { .. } => "`;` belongs here".into(),
            Fault::NotANumber { .. } => "a decimal number belongs here".into(),
            Fault::ShortField { .. } => "something is missing here".into(),
            Fault::UnclosedStruct { .. }
            | Fault::UnclosedMember { .. }
            | Fault::UnclosedFunction { .. }
            | Fault::UnclosedComment { .. } => "opened here".into(),
            Fault::Conflict { first, .. } => format!("it was {} before", quote_bytes(first)),
            Fault::NotAGoName { .. } => "named here".into(),
            Fault::MissingStruct { .. } | Fault::NoOpcodes { .. } => "the input ends here".into(),
            Fault::UnclosedOpcodes { .. } => "the first of them".into(),
            Fault::StrayLine { .. } => "neither `def` nor `ref` with a symbol".into(),
        }
    }

    fn related(&self) -> Vec<(Span, String)> {
        match self {
            Fault::Conflict { earlier: Earlier::Here(first), .. } => {
                vec![(*first, "the first value is here".into())]
            }
            _ => Vec::new(),
        }
    }

    fn notes(&self) -> Vec<String> {
        let note: &str = match self {
            Fault::NotText { found, .. } => found.note(),
            Fault::EmptyInput { .. } => {
                "did the compiler fail? What it would have printed went into this file"
            }
            Fault::Unexpected { found, .. } if is_message(found) => {
                "this looks like a message of the compiler, which prints them into its output: \
                 see to what it says first"
            }
            Fault::Unexpected { expected, .. } => expected.note(),
            Fault::MissingSemicolon { .. } => "was the compiler's output cut off?",
            Fault::NotANumber { of: NumberOf::Offset, .. } => {
                "an offset is a decimal number from 0 on, of 64 bits"
            }
            Fault::NotANumber { of: NumberOf::Constant, .. } => "a value is a decimal number of 64 bits",
            Fault::ShortField { .. } => Expected::Field.note(),
            Fault::UnclosedStruct { .. } => "a struct closes with a line of its own: `};`, or `}` in Go",
            Fault::UnclosedMember { .. } => "an anonymous member closes with an indented `};`",
            Fault::UnclosedFunction { .. } => "a function closes with `}` or `};` on a line of its own",
            Fault::Conflict { earlier: Earlier::In(name), .. } => {
                return vec![format!("the first value is in `{}`", quote_bytes(name))];
            }
            Fault::Conflict { .. } => return Vec::new(),
            Fault::NotAGoName { .. } => "leave its struct out, or write another format than Go",
            Fault::MissingStruct { prefix, .. } => {
                return vec![format!(
                    "assembly that uses `{prefix}_…` will not find it; `--only` looks for no more than the `--struct`s"
                )];
            }
            Fault::NoOpcodes { .. } => "is it the right header?",
            Fault::UnclosedOpcodes { .. } => "the list runs from `OXXX` to the line with `OEND`",
            Fault::UnclosedComment { .. } => "close it with `*/`",
            Fault::StrayLine { .. } => Expected::SymbolAbi.note(),
        };
        vec![note.into()]
    }

    fn severity(&self) -> Severity {
        match self {
            Fault::EmptyInput { strict: false, .. }
            | Fault::MissingStruct { strict: false, .. }
            | Fault::StrayLine { strict: false, .. } => Severity::Warning,
            _ => Severity::Error,
        }
    }
}

/// A fault and the input that it is in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Located {
    /// Which of the inputs, from 0.
    pub input: usize,
    /// The fault.
    pub fault: Fault,
}

/// The faults of a run.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Findings {
    /// The first of them, in the order of the inputs; as many as the options let be kept.
    pub list: Vec<Located>,
    /// How many there are beyond the list.
    pub more: usize,
}

/// Gathers faults.
#[derive(Debug)]
pub struct Collector {
    findings: Findings,
    /// Which input is being read.
    pub(crate) input: usize,
    errors: usize,
    most: usize,
}

impl Collector {
    /// A collector that keeps that many.
    pub fn new(most: usize) -> Self {
        Collector { findings: Findings::default(), input: 0, errors: 0, most }
    }

    /// Adds a fault.
    pub fn add(&mut self, fault: Fault) {
        self.errors += usize::from(fault.severity() == Severity::Error);
        if self.findings.list.len() < self.most {
            self.findings.list.push(Located { input: self.input, fault });
        } else {
            self.findings.more += 1;
        }
    }

    /// Adds faults.
    pub fn add_all(&mut self, faults: impl IntoIterator<Item = Fault>) {
        faults.into_iter().for_each(|fault| self.add(fault));
    }

    /// The warnings, if that is all there is.
    ///
    /// # Errors
    /// All that was found, if an error is among it.
    pub fn finish(mut self) -> Result<Findings, Findings> {
        // What never closes is found at the end, and some is checked in batches.
        self.findings.list.sort_by_key(|found| (found.input, found.fault.span().start));
        if self.errors == 0 { Ok(self.findings) } else { Err(self.findings) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn warnings_are_no_errors_and_what_is_not_kept_is_counted() {
        let missing =
            |strict| Fault::MissingStruct { at: Span::at(0), name: "G".into(), prefix: "g".into(), strict };
        let mut collector = Collector::new(1);
        collector.add_all([missing(false), missing(false)]);
        let warnings = collector.finish().unwrap();
        assert_eq!((warnings.list.len(), warnings.more), (1, 1));
        let mut collector = Collector::new(0);
        collector.add(missing(true));
        assert_eq!(collector.finish().unwrap_err().more, 1);
    }
}
