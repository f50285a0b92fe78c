//! Declarations of Go, as `6c -q` prints them: one a line, but for structs.
//!
//! A declaration starts at the left edge, and a struct's fields are indented. A tab stands between a name and
//! its type, so lines are split and no tokens made. Knows nothing of which declarations are kept.

use goc2c::Span;
use memchr::memchr;

use crate::fault::{Collector, Expected, Fault, NumberOf};
use crate::model::{Constant, GoDecl, GoItem};

/// What comes before a union's member that stands in a comment.
const UNION: &[u8] = b"// (union)";

/// Reads declarations of Go.
pub struct GoDefsReader<'s> {
    text: &'s [u8],
    at: usize,
}

impl<'s> GoDefsReader<'s> {
    /// A reader of the whole text.
    pub fn new(text: &'s [u8]) -> Self {
        GoDefsReader { text, at: 0 }
    }

    /// The next declaration, or what is good of it; none at the end.
    pub fn next(&mut self, faults: &mut Collector) -> Option<GoItem> {
        while let Some(line) = self.peek_line() {
            let start = self.at;
            self.at = line.end;
            let Some(decl) = self.read_decl(line, faults) else {
                let at = self.trim(line);
                let found = self.slice(at).to_vec();
                faults.add(Fault::Unexpected { at, expected: Expected::GoDecl, found });
                continue;
            };
            return Some(GoItem { decl, lines: Span::new(start, self.at) });
        }
        None
    }

    /// The declaration that starts with a line; none where no declaration does.
    fn read_decl(&mut self, line: Span, faults: &mut Collector) -> Option<GoDecl> {
        let line = self.trim_end(line);
        let text = self.slice(line);
        match text {
            [] => return Some(GoDecl::Blank),
            [b'/', b'/', ..] => return Some(GoDecl::Comment),
            [b'/', b'*', ..] if text.ends_with(b"*/") && text.len() >= 4 => return Some(GoDecl::Comment),
            [b' ' | b'\t', ..] => return None,
            _ => {}
        }
        let (keyword, rest) = self.word(line);
        let (name, rest) = self.word(rest);
        match self.slice(keyword) {
            b"func" if !name.is_empty() => Some(GoDecl::Func),
            _ if !is_go_name(self.slice(name)) => None,
            b"const" => {
                let (equals, rest) = self.word(rest);
                let value = self.trim(rest);
                if self.slice(equals) != b"=" {
                    return None;
                }
                if !is_number(self.slice(value)) {
                    let found = self.slice(value).to_vec();
                    faults.add(Fault::NotANumber { at: value, of: NumberOf::Constant, found });
                }
                Some(GoDecl::Const(Constant { name, value }))
            }
            b"var" => {
                let ty = self.trim(rest);
                is_type(self.slice(ty)).then_some(GoDecl::Var { name, ty })
            }
            b"type" if self.slice(self.trim(rest)) == b"struct {" => {
                self.check_fields(name, faults);
                Some(GoDecl::Type { name })
            }
            _ => None,
        }
    }

    /// Goes through the fields of a struct, which are copied with it, each as good as its line.
    fn check_fields(&mut self, name: Span, faults: &mut Collector) {
        while let Some(line) = self.peek_line() {
            match self.slice(self.trim_end(line)) {
                b"}" => {
                    self.at = line.end;
                    return;
                }
                [b' ' | b'\t', ..] | [] => self.at = line.end,
                _ => break,
            }
            let at = self.trim(line);
            if !is_field(self.slice(at)) {
                let found = self.slice(at).to_vec();
                faults.add(Fault::Unexpected { at, expected: Expected::GoField, found });
            }
        }
        faults.add(Fault::UnclosedStruct { name, text: self.slice(name).to_vec() });
    }

    /// The next line with its newline; none at the end.
    fn peek_line(&self) -> Option<Span> {
        let rest = self.text.get(self.at..).filter(|rest| !rest.is_empty())?;
        let length = memchr(b'\n', rest).map_or(rest.len(), |newline| newline + 1);
        Some(Span::new(self.at, self.at + length))
    }

    /// The first word of a span, which starts with it or with blanks, and what comes after it.
    fn word(&self, span: Span) -> (Span, Span) {
        let text = self.slice(span);
        let blank = |byte: &u8| byte.is_ascii_whitespace();
        let start = text.iter().position(|byte| !blank(byte)).unwrap_or(text.len());
        let length = text[start..].iter().position(blank).unwrap_or(text.len() - start);
        let word = Span::new(span.start + start, span.start + start + length);
        (word, Span::new(word.end, span.end))
    }

    fn trim(&self, span: Span) -> Span {
        let span = self.trim_end(span);
        Span::new(span.end - self.slice(span).trim_ascii_start().len(), span.end)
    }

    fn trim_end(&self, span: Span) -> Span {
        Span::new(span.start, span.start + self.slice(span).trim_ascii_end().len())
    }

    fn slice(&self, span: Span) -> &'s [u8] {
        &self.text[span.start..span.end]
    }
}

/// Whether a line is a name and a type, or the type of an embedded field.
fn is_field(line: &[u8]) -> bool {
    let line = line.strip_prefix(UNION).map_or(line, <[u8]>::trim_ascii);
    match memchr(b'\t', line) {
        None => is_type(line),
        Some(tab) => is_go_name(&line[..tab]) && is_type(line[tab..].trim_ascii()),
    }
}

fn is_number(text: &[u8]) -> bool {
    let digits = text.strip_prefix(b"-").unwrap_or(text);
    !digits.is_empty() && digits.iter().all(u8::is_ascii_digit) && (digits == b"0" || digits[0] != b'0')
}

/// Letters beyond ASCII are let pass: Go knows which of them are letters.
fn is_go_name(text: &[u8]) -> bool {
    !text.is_empty() && text.iter().all(|&byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte >= 0x80)
}

/// Whether a text can be a type: its brackets pair up, and nothing is in it that no type has. The compiler
/// writes `weird<…>` for what Go cannot express.
fn is_type(text: &[u8]) -> bool {
    let mut open = Vec::new();
    for &byte in text {
        match byte {
            b'(' => open.push(b')'),
            b'[' => open.push(b']'),
            b'{' => open.push(b'}'),
            b')' | b']' | b'}' if open.pop() != Some(byte) => return false,
            b')' | b']' | b'}' | b'_' | b' ' | b'\t' | b'.' | b'*' | b',' | 0x80.. => {}
            byte if byte.is_ascii_alphanumeric() => {}
            _ => return false,
        }
    }
    !text.is_empty() && open.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;
    use goc2c::diagnostic::Explain;

    fn read(text: &str) -> (Vec<String>, Vec<String>) {
        let mut faults = Collector::new(usize::MAX);
        let mut reader = GoDefsReader::new(text.as_bytes());
        let show = |span: Span| text[span.start..span.end].to_owned();
        let mut shown = Vec::new();
        let mut last_end = 0;
        while let Some(item) = reader.next(&mut faults) {
            assert!(item.lines.start >= last_end && item.lines.end > item.lines.start);
            last_end = item.lines.end;
            shown.push(match item.decl {
                GoDecl::Blank => "-".into(),
                GoDecl::Comment => "comment".into(),
                GoDecl::Func => "func".into(),
                GoDecl::Const(constant) => format!("{}={}", show(constant.name), show(constant.value)),
                GoDecl::Var { name, ty } => format!("{}:{}", show(name), show(ty)),
                GoDecl::Type { name } => format!("type {}", show(name)),
            });
        }
        let found = faults.finish().err().unwrap_or_default();
        let line = |at: usize| text[..at].matches('\n').count() + 1;
        let codes = found.list.iter();
        (shown, codes.map(|it| format!("{}:{}", line(it.fault.span().start), it.fault.code())).collect())
    }

    #[test]
    fn declarations_are_told_apart() {
        let text = "// type _int8\tint8\nconst gidle = -3\ntype word struct {\n\t// (union)\tkey\tuint32\n\
                    \towner\tuint64\n\tlock\n}\n\nvar hook\tfunc(int32, *uint8)\nfunc f(a *g)\n/* T */\n";
        let (items, faults) = read(text);
        assert_eq!(
            items,
            ["comment", "gidle=-3", "type word", "-", "hook:func(int32, *uint8)", "func", "comment"]
        );
        assert_eq!(faults, Vec::<String>::new());
    }

    #[test]
    fn every_fault_of_a_text_is_found() {
        let text = "hello world\nconst a = b\nvar x\nvar y\t weird<T>\n\tz\nconst = 1\ntype t struct {\n\ta\t\n\tb\tf(\nvar z\tint32\ntype u int\n";
        let (items, faults) = read(text);
        assert_eq!(items, ["a=b", "type t", "z:int32"]);
        assert_eq!(
            faults,
            [
                "1:unexpected-line",
                "2:not-a-number",
                "3:unexpected-line",
                "4:unexpected-line",
                "5:unexpected-line",
                "6:unexpected-line",
                "7:unclosed-struct",
                "9:unexpected-line",
                "11:unexpected-line"
            ]
        );
    }
}
