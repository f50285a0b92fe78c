//! The words for the faults of a .goc file; `go_words` has those for headers in Go's spelling.
//!
//! A message stands alone, names things in back quotes and starts in lower case; the label says what is
//! *here*; a note says what to write instead. How they are drawn is [`crate::diagnostic`]'s business.

use super::Fault;
use super::expected::{Context, Expected, Found};
use crate::diagnostic::{Explain, Severity, quote_bytes};
use crate::dialect::Dialect;
use crate::source::Span;

impl Explain for Fault {
    fn span(&self) -> Span {
        self.span()
    }

    fn code(&self) -> &'static str {
        match self {
            Fault::NulByte { .. } => "nul-byte",
            Fault::UnclosedComment { .. } => "unclosed-comment",
            Fault::UnclosedLiteral { .. } => "unclosed-literal",
            Fault::UnclosedBody { .. } => "unclosed-body",
            Fault::UnclosedList { .. } => "unclosed-list",
            Fault::CutHeader { .. } => "cut-header",
            Fault::LoneSlash { .. } => "lone-slash",
            Fault::Unexpected { .. } => "unexpected-token",
            Fault::GaveUp { .. } => "gave-up",
            Fault::GoDeclaration { .. } => "go-declaration",
            Fault::NoVariadics { .. } => "no-variadics",
            Fault::VariadicResult { .. } => "variadic-result",
            Fault::UnknownType { .. } => "unknown-type",
            Fault::Go(fault) => fault.code(),
        }
    }

    fn message(&self) -> String {
        match self {
            Fault::NulByte { .. } => "a NUL byte".into(),
            Fault::UnclosedComment { .. } => "this comment never closes".into(),
            Fault::UnclosedLiteral { .. } => "this literal never closes".into(),
            Fault::UnclosedBody { .. } => "this function body never closes".into(),
            Fault::UnclosedList { expected, .. } => {
                format!("this list never closes: expected {} at the end of the file", expected.phrase())
            }
            Fault::CutHeader { expected, .. } => {
                format!(
                    "this function header is cut off: expected {} at the end of the file",
                    expected.phrase()
                )
            }
            Fault::LoneSlash { .. } => "a lone `/` at the end of the file".into(),
            Fault::Unexpected { expected, found: Found::End, .. } => {
                format!("expected {}, at the end of the file", expected.phrase())
            }
            Fault::Unexpected { expected, found: Found::Text(text), .. } => {
                // No parenthesis was found where results may stand, so only the brace is left to expect.
                let expected = match expected {
                    Expected::ResultsOrBody => Expected::Body,
                    other => *other,
                };
                format!("expected {}, found `{}`", expected.phrase(), quote_bytes(text))
            }
            Fault::GaveUp { .. } => "too much never closes: what follows was not checked".into(),
            Fault::GoDeclaration { word, .. } => {
                format!("`{word}` is Go, and what stands outside of functions here is C")
            }
            Fault::NoVariadics { dialect, .. } => format!("`...` is not part of dialect `{dialect}`"),
            Fault::VariadicResult { .. } => "`...` cannot be a result in C for gcc".into(),
            Fault::UnknownType { name, .. } => format!("unknown type `{}`", quote_bytes(name)),
            Fault::Go(fault) => fault.message(),
        }
    }

    fn label(&self) -> String {
        match self {
            Fault::NulByte { .. } => "this byte is 0".into(),
            Fault::UnclosedComment { .. }
            | Fault::UnclosedLiteral { .. }
            | Fault::UnclosedBody { .. }
            | Fault::UnclosedList { .. } => "opened here".into(),
            Fault::CutHeader { .. } => "the header starts here".into(),
            Fault::LoneSlash { .. } => "nothing follows".into(),
            Fault::Unexpected { expected, .. } => format!("{} belongs here", expected.phrase()),
            Fault::GaveUp { .. } => "the last that was followed".into(),
            Fault::GoDeclaration { .. } => "a declaration of Go".into(),
            Fault::NoVariadics { .. } | Fault::VariadicResult { .. } => "not possible here".into(),
            Fault::UnknownType { dialect, .. } => format!("dialect `{dialect}` knows no size for it"),
            Fault::Go(fault) => fault.label(),
        }
    }

    fn related(&self) -> Vec<(Span, String)> {
        match self {
            Fault::Unexpected { context: Some(Context::Header(at)), .. } => {
                vec![(*at, "the header starts here".into())]
            }
            Fault::Unexpected { context: Some(Context::List(at)), .. } => {
                vec![(*at, "the list opened here".into())]
            }
            Fault::Go(fault) => fault.related(),
            _ => Vec::new(),
        }
    }

    fn notes(&self) -> Vec<String> {
        match self {
            Fault::NulByte { .. } => {
                vec!["the file must be C text; was it saved as UTF-16, or is it a binary file?".into()]
            }
            Fault::UnclosedComment { .. } => vec!["close it with `*/`; comments do not nest".into()],
            Fault::UnclosedLiteral { .. } => {
                vec!["close it with the same quote; write a quote inside as `\\\"` or `\\'`".into()]
            }
            Fault::UnclosedBody { .. } => vec![
                "every `{` of the body needs its `}`, in both arms of an `#if` too: \
                 braces are counted without looking at directives"
                    .into(),
            ],
            Fault::UnclosedList { .. } | Fault::CutHeader { .. } => vec![HEADER_FORM.into()],
            Fault::LoneSlash { .. } => vec!["write a comment as `// text` or `/* text */`".into()],
            Fault::Unexpected { expected, found, .. } => {
                let mut notes = vec![unexpected_note(*expected, found)];
                notes.extend(is_like_go(*expected, found).then(|| GO_HEADERS.to_owned()));
                notes
            }
            Fault::GoDeclaration { is_for_go: true, .. } => {
                vec!["write it in a Go file of the package, or as C does".into()]
            }
            Fault::GoDeclaration { .. } => {
                vec!["write it in a Go file of the package, or as C does".into(), GO_HEADERS.into()]
            }
            Fault::GaveUp { .. } => vec!["close the first of them, and look again".into()],
            Fault::NoVariadics { .. } => {
                vec![format!("`...` came with dialect `{}`", Dialect::Go13)]
            }
            Fault::VariadicResult { .. } => {
                vec!["leave it out: only a parameter list of C can end in `...`".into()]
            }
            Fault::UnknownType { name, hint, .. } => {
                let mut notes = vec![hint.note(&quote_bytes(name))];
                notes.extend(is_type_of_go(name).then(|| GO_HEADERS.to_owned()));
                notes
            }
            Fault::Go(fault) => fault.notes(),
        }
    }

    fn severity(&self) -> Severity {
        match self {
            Fault::Go(fault) => fault.severity(),
            _ => Severity::Error,
        }
    }
}

const HEADER_FORM: &str = "a header is written `func Name(a int32, b *byte) (r int32) {`";

const GO_HEADERS: &str =
    "headers in Go's own spelling are for `--dialect gc` (today's Go) and `--dialect gccgo11`";

/// Whether what stands there would be right in a header of Go's own.
fn is_like_go(expected: Expected, found: &Found) -> bool {
    let Found::Text(found) = found else { return false };
    match expected {
        Expected::Type => found == b",",
        Expected::FunctionName => found == b"(",
        Expected::ResultsOrBody => found != b";",
        _ => false,
    }
}

/// Whether a type is one that only Go has.
fn is_type_of_go(name: &[u8]) -> bool {
    let starts = |start: &str| name.starts_with(start.as_bytes());
    name == b"string"
        || name == b"error"
        || ["[", "map[", "chan", "func(", "interface"].into_iter().any(starts)
}

fn unexpected_note(expected: Expected, found: &Found) -> String {
    let found: &[u8] = match found {
        Found::Text(text) => text,
        Found::End => b"",
    };
    let note = match expected {
        Expected::PackageClause if found.starts_with(b"\xef\xbb\xbf") => {
            "the file starts with a UTF-8 byte order mark; save it without one"
        }
        Expected::PackageClause => "the file starts with a package clause: `package runtime`",
        Expected::PackageName => "write the package's name after `package`: `package runtime`",
        Expected::FunctionName if found == b"(" => {
            "a header has no receiver: write `func Name(p *T)`, with the receiver as its first parameter"
        }
        Expected::Parameter if found == b")" => "take the last comma out, or write another parameter",
        Expected::Type if found == b"," => {
            "each name has a type of its own: write `a int32, b int32` for `a, b int32`"
        }
        Expected::Type => "write a name and a type: `a int32`",
        Expected::TypeAfterStar => "a pointer type is one word: `*int32`",
        Expected::CommaOrCloseParen if found == b"{" => {
            "close the list with `)`; a type is one word, so write `Eface` for `interface{}`"
        }
        Expected::CommaOrCloseParen => {
            "part two parameters by a comma; a type is one word, as in `a *byte, b Slice`"
        }
        Expected::ResultsOrBody if !found.is_empty() => {
            "results are named and stand in parentheses: `func Name(a int32) (r int32) {`"
        }
        _ => HEADER_FORM,
    };
    note.into()
}
