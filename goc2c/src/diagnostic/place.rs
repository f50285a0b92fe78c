//! A place in a file, with as much of its line as a report shows.

use crate::source::{Position, Source, Span};

/// A place in a file, with the text around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) span: Span,
    pub(super) start: Position,
    pub(super) end: Position,
    pub(super) label: String,
    /// Bytes of the line on which the place starts, and the offset of the first of them.
    pub(super) excerpt: Vec<u8>,
    pub(super) excerpt_start: usize,
}

/// Bytes of a line that an excerpt shows on either side of a label.
const EXCERPT: usize = 160;

/// How many of the first bytes go on with a character of UTF-8; no character has more than three such.
fn continuation<'b>(bytes: impl Iterator<Item = &'b u8>) -> usize {
    bytes.take(3).take_while(|byte| (0x80..0xc0).contains(*byte)).count()
}

/// How many of the last bytes are the start of a character of UTF-8 that does not end.
fn split_tail(bytes: &[u8]) -> usize {
    match std::str::from_utf8(&bytes[bytes.len().saturating_sub(4)..]) {
        Err(error) if error.error_len().is_none() => bytes.len().min(4) - error.valid_up_to(),
        _ => 0,
    }
}

impl Place {
    /// Looks a place up in its source.
    pub(super) fn new(source: &Source<'_>, span: Span, label: String) -> Place {
        let line = source.line_span(span.start);
        let start = line.start.max(span.start.saturating_sub(EXCERPT));
        let end = line.end.min(span.start + EXCERPT);
        // A character that the cut has split is left out.
        let raw = source.slice(Span::new(start, end));
        let cut = if start > line.start { continuation(raw.iter()) } else { 0 };
        let rest = &raw[cut..];
        let tail = if end < line.end { split_tail(rest) } else { 0 };
        let shown = &rest[..rest.len() - tail];
        Place {
            span,
            start: source.position(span.start),
            end: source.position(span.end),
            label,
            excerpt: shown.to_vec(),
            excerpt_start: start + cut,
        }
    }
}
