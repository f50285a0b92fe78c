//! Diagnostics and how they are shown: the one place in the workspace that turns a fault into text.
//!
//! A crate's faults are an enum of its own that implements [`Explain`]; a [`Report`] is what is known
//! of one of them once its source has been looked at, and can be rendered as text with an excerpt, as
//! one line, or as a JSON object. Prints nothing itself.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use codespan_reporting::diagnostic::{Diagnostic, Label, LabelStyle};
use codespan_reporting::files::{Error, Files, Location};
use codespan_reporting::term::{self, Config};
use serde_json::json;

use crate::source::{Position, Source, Span};

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Severity {
    /// No output can be made.
    Error,
    /// Output is made, and may not be what was meant.
    Warning,
}

impl Severity {
    /// The word for it.
    pub const fn name(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
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

/// A place in a file, with the text around it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Place {
    span: Span,
    start: Position,
    end: Position,
    label: String,
    /// Bytes of the line on which the place starts, and the offset of the first of them.
    excerpt: Vec<u8>,
    excerpt_start: usize,
}

/// A fault that can be shown without its source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    file: String,
    severity: Severity,
    code: &'static str,
    message: String,
    primary: Place,
    related: Vec<Place>,
    notes: Vec<String>,
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
    fn new(source: &Source<'_>, span: Span, label: String) -> Place {
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

impl Report {
    /// Looks up a fault's places in its source.
    pub fn new(source: &Source<'_>, fault: &dyn Explain) -> Report {
        let place = |(span, label)| Place::new(source, span, label);
        Report {
            file: escape(source.name()),
            severity: fault.severity(),
            code: fault.code(),
            message: fault.message(),
            primary: place((fault.span(), fault.label())),
            related: fault.related().into_iter().map(place).collect(),
            notes: fault.notes(),
        }
    }

    /// How bad it is.
    pub fn severity(&self) -> Severity {
        self.severity
    }

    /// The name for programs, as [`Explain::code`].
    pub fn code(&self) -> &'static str {
        self.code
    }

    /// The message.
    pub fn message(&self) -> &str {
        &self.message
    }

    /// Where the fault is; columns in bytes of the input.
    pub fn position(&self) -> Position {
        self.primary.start
    }

    /// Where the fault is, in bytes from the file's start.
    pub fn span(&self) -> Span {
        self.primary.span
    }

    /// `file:line:col: error: message` and a newline.
    pub fn render_short(&self) -> String {
        let Position { line, column } = self.primary.start;
        format!("{}:{line}:{column}: {}: {}\n", self.file, self.severity.name(), self.message)
    }

    /// One JSON object on one line. Offsets are bytes from the file's start, columns bytes from 1.
    pub fn render_json(&self) -> String {
        let place = |place: &Place| {
            json!({
                "line": place.start.line, "column": place.start.column,
                "end_line": place.end.line, "end_column": place.end.column,
                "start": place.span.start, "end": place.span.end,
                "label": place.label,
            })
        };
        let mut object = place(&self.primary);
        object["file"] = json!(self.file);
        object["severity"] = json!(self.severity.name());
        object["code"] = json!(self.code);
        object["message"] = json!(self.message);
        object["related"] = self.related.iter().map(place).collect();
        object["notes"] = json!(self.notes);
        format!("{object}\n")
    }

    /// The message with an excerpt of the source, labels and notes; `color` adds ANSI escapes.
    pub fn render_human(&self, color: bool) -> String {
        let excerpt = Excerpt::of(self);
        let mut diagnostic = match self.severity {
            Severity::Error => Diagnostic::error(),
            Severity::Warning => Diagnostic::warning(),
        };
        diagnostic = diagnostic.with_message(&self.message);
        let places = std::iter::once((LabelStyle::Primary, &self.primary))
            .chain(self.related.iter().map(|place| (LabelStyle::Secondary, place)));
        for (style, place) in places {
            if let Some(range) = excerpt.range(place) {
                diagnostic.labels.push(Label::new(style, (), range).with_message(&place.label));
            }
        }
        diagnostic.notes.extend(self.notes.iter().map(|note| format!("note: {note}")));
        let config = Config::default();
        let mut text = Vec::new();
        let rendered = if color {
            let mut writer = term::termcolor::Ansi::new(&mut text);
            term::emit_to_write_style(&mut writer, &config, &excerpt, &diagnostic)
        } else {
            term::emit_to_io_write(&mut text, &config, &excerpt, &diagnostic)
        };
        match rendered {
            Ok(()) => String::from_utf8_lossy(&text).into_owned(),
            Err(_) => self.render_short(),
        }
    }
}

/// Bytes as text: what is not UTF-8, and control characters, as `\xHH`; at most 80 characters.
pub fn quote_bytes(bytes: &[u8]) -> String {
    const LONGEST: usize = 80;
    let cut = bytes.len() > LONGEST;
    let mut text = escape(&bytes[..bytes.len().min(LONGEST)]);
    if cut {
        text.push('…');
    }
    text
}

/// Characters that would not show, or would turn the text around: joiners, marks of direction, the byte order mark.
const INVISIBLE: [char; 15] = [
    '\u{200b}', '\u{200c}', '\u{200d}', '\u{200e}', '\u{200f}', '\u{202a}', '\u{202b}', '\u{202c}',
    '\u{202d}', '\u{202e}', '\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}', '\u{feff}',
];

/// Bytes as text: what is not UTF-8, control characters, and what would not show, as `\xHH`.
pub(crate) fn escape(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        for char in chunk.valid().chars() {
            match char {
                '\t' => text.push('\t'),
                char if char.is_control() || INVISIBLE.contains(&char) => {
                    text.extend(char.to_string().bytes().map(|byte| format!("\\x{byte:02x}")))
                }
                char => text.push(char),
            }
        }
        text.extend(chunk.invalid().iter().map(|byte| format!("\\x{byte:02x}")));
    }
    text
}

/// The lines that a report shows, as text: what codespan-reporting takes for the file.
struct Excerpt<'r> {
    file: &'r str,
    text: String,
    /// By line number from 0: where the line's text is, and the place whose excerpt it is.
    lines: BTreeMap<usize, (Range<usize>, &'r Place)>,
    primary: Position,
}

impl<'r> Excerpt<'r> {
    fn of(report: &'r Report) -> Self {
        let mut excerpt = Excerpt {
            file: &report.file,
            text: String::new(),
            lines: BTreeMap::new(),
            primary: report.primary.start,
        };
        // Of several places on one line, the text around the primary one serves all.
        let mut shown: BTreeMap<usize, &Place> = BTreeMap::new();
        for place in std::iter::once(&report.primary).chain(&report.related) {
            shown.entry(place.start.line as usize - 1).or_insert(place);
        }
        for (line, place) in shown {
            let start = excerpt.text.len();
            excerpt.text += &escape(&place.excerpt);
            excerpt.text.push('\n');
            excerpt.lines.insert(line, (start..excerpt.text.len(), place));
        }
        excerpt
    }

    /// Where a place's text is; none where it is not shown.
    fn range(&self, place: &Place) -> Option<Range<usize>> {
        let (line, shown) = self.lines.get(&(place.start.line as usize - 1))?;
        let start = place.span.start.checked_sub(shown.excerpt_start)?;
        let before = shown.excerpt.get(..start)?;
        let text = &shown.excerpt[start..(start + place.span.len()).min(shown.excerpt.len())];
        let start = line.start + escape(before).len();
        Some(start..start + escape(text).len())
    }
}

impl<'f> Files<'f> for Excerpt<'_> {
    type FileId = ();
    type Name = &'f str;
    type Source = Cow<'f, str>;

    fn name(&'f self, (): ()) -> Result<&'f str, Error> {
        Ok(self.file)
    }

    fn source(&'f self, (): ()) -> Result<Cow<'f, str>, Error> {
        Ok(Cow::Borrowed(&self.text))
    }

    fn line_index(&'f self, (): (), at: usize) -> Result<usize, Error> {
        let line = self.lines.iter().take_while(|(_, (range, _))| range.start <= at).last();
        Ok(line.map_or(0, |(&line, _)| line))
    }

    fn line_range(&'f self, (): (), line: usize) -> Result<Range<usize>, Error> {
        let end = self.text.len();
        Ok(self.lines.get(&line).map_or(end..end, |(range, _)| range.clone()))
    }

    fn location(&'f self, (): (), _at: usize) -> Result<Location, Error> {
        // Asked for the header line only, which names the primary label's place.
        Ok(Location { line_number: self.primary.line as usize, column_number: self.primary.column })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_that_are_no_text_are_escaped() {
        assert_eq!(quote_bytes(b"a\xe9\x01\tb"), "a\\xe9\\x01\tb");
        assert_eq!(quote_bytes("wörld".as_bytes()), "wörld");
        assert_eq!(quote_bytes(&[b'x'; 100]).chars().count(), 81);
    }
}
