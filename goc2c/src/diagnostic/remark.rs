//! What a command has to say that needs no excerpt: of a file and line, or of nothing but itself.

use std::fmt::{Display, Write as _};

use serde_json::{Map, Value, json};

use super::escape::{escape, escape_lines};
use super::explain::Severity;

/// Something to say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// How bad it is.
    pub severity: Severity,
    /// A name for programs, in kebab-case, that stays when the text changes.
    pub code: Option<&'static str>,
    /// The file that it is about: the bytes of its path.
    pub file: Option<Vec<u8>>,
    /// The line in it, from 1.
    pub line: Option<usize>,
    /// The column in that, in bytes from 1.
    pub column: Option<usize>,
    /// What is said: lower case, no full stop.
    pub text: String,
    /// What to do about it.
    pub notes: Vec<String>,
}

impl Remark {
    /// A remark about nothing but itself.
    pub fn new(severity: Severity, text: impl Display) -> Remark {
        Remark {
            severity,
            code: None,
            file: None,
            line: None,
            column: None,
            text: text.to_string(),
            notes: Vec::new(),
        }
    }

    /// The same with a name for programs.
    pub fn with_code(self, code: &'static str) -> Remark {
        Remark { code: Some(code), ..self }
    }

    /// The same at a place in a file.
    pub fn at(self, file: impl Into<Vec<u8>>, line: Option<usize>, column: Option<usize>) -> Remark {
        Remark { file: Some(file.into()), line, column, ..self }
    }

    /// `file:line:column: error: text` and a newline; where there is no file, it is the program that says so. Control
    /// characters are escaped, wherever the text comes from.
    pub fn render_short(&self, program: &str) -> String {
        let mut text = match &self.file {
            Some(file) => escape(file),
            None => program.to_owned(),
        };
        for number in [self.line, self.line.and(self.column)].into_iter().flatten() {
            // Writing to a string does not fail.
            let _ = write!(text, ":{number}");
        }
        let _ = writeln!(text, ": {}: {}", self.severity.name(), escape_lines(self.text.as_bytes()));
        text
    }

    /// As [`Remark::render_short`], with the notes below.
    pub fn render_human(&self, program: &str) -> String {
        let mut text = self.render_short(program);
        for note in &self.notes {
            let _ = writeln!(text, "  = note: {}", escape_lines(note.as_bytes()));
        }
        text
    }

    /// One JSON object on one line, with those keys of [`super::Report::render_json`] of which something is known.
    pub fn render_json(&self) -> String {
        let file = self.file.as_ref().map(|file| json!(escape(file)));
        let notes = (!self.notes.is_empty()).then(|| json!(self.notes));
        let object: Map<String, Value> = [
            ("severity", Some(json!(self.severity.name()))),
            ("code", self.code.map(|code| json!(code))),
            ("file", file),
            ("line", self.line.map(|line| json!(line))),
            ("column", self.column.map(|column| json!(column))),
            ("message", Some(json!(self.text))),
            ("notes", notes),
        ]
        .into_iter()
        .filter_map(|(key, value)| Some((key.to_owned(), value?)))
        .collect();
        format!("{}\n", Value::Object(object))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_remark_stands_at_its_file_or_else_at_the_program() {
        let remark = Remark::new(Severity::Error, "no `x`");
        assert_eq!(remark.render_short("prog"), "prog: error: no `x`\n");
        assert_eq!(remark.render_json(), "{\"message\":\"no `x`\",\"severity\":\"error\"}\n");
        let mut placed = remark.with_code("no-x").at("a\x1b.mod", Some(3), Some(7));
        placed.notes.push("write `x`".into());
        assert_eq!(placed.render_short("prog"), "a\\x1b.mod:3:7: error: no `x`\n");
        assert_eq!(placed.render_human("prog"), "a\\x1b.mod:3:7: error: no `x`\n  = note: write `x`\n");
        assert_eq!(
            placed.render_json(),
            "{\"code\":\"no-x\",\"column\":7,\"file\":\"a\\\\x1b.mod\",\"line\":3,\"message\":\"no `x`\",\
             \"notes\":[\"write `x`\"],\"severity\":\"error\"}\n"
        );
        let line = Remark::new(Severity::Warning, "old").at("m", Some(2), None);
        assert_eq!(line.render_short("prog"), "m:2: warning: old\n");
        assert_eq!(Remark { line: None, column: Some(1), ..line }.render_short("prog"), "m: warning: old\n");
    }

    #[test]
    fn what_a_terminal_would_obey_is_escaped_and_lines_stay_lines() {
        let remark = Remark::new(Severity::Note, "a\x1b[2J\u{202e}b\nc\r");
        assert_eq!(remark.render_short("p"), "p: note: a\\x1b[2J\\xe2\\x80\\xaeb\nc\\x0d\n");
    }
}
