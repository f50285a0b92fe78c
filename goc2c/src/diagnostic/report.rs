//! A fault with its places looked up, and the three forms in which it is shown.

use codespan_reporting::diagnostic::{Diagnostic, Label, LabelStyle};
use codespan_reporting::term::{self, Config};
use serde_json::json;

use super::escape::escape;
use super::excerpt::Excerpt;
use super::explain::{Explain, Severity};
use super::place::Place;
use crate::source::{Position, Source, Span};

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
        let excerpt = Excerpt::of(&self.file, &self.primary, &self.related);
        let mut diagnostic = match self.severity {
            Severity::Error => Diagnostic::error(),
            Severity::Warning => Diagnostic::warning(),
            Severity::Note => Diagnostic::note(),
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
