//! Acid text, as `6c -a` prints it: constants, structs with their fields' offsets, and functions that print
//! structs, which are passed over.
//!
//! A statement starts at the left edge, and its lines are indented. Knows nothing of which structs are
//! wanted.

use goc2c::Span;
use logos::{Lexer, Logos};
use memchr::memchr;

use crate::fault::{Collector, Expected, Fault, NumberOf};
use crate::model::{CDecl, Constant, Field, Struct};

/// What logos finds in a line.
#[derive(Logos, Debug, Clone, Copy, PartialEq, Eq)]
#[logos(utf8 = false, skip r"[ \t\r]+")]
enum Token {
    #[token("\n")]
    Newline,
    #[token(";")]
    Semicolon,
    #[token("=")]
    Equals,
    #[token("{")]
    Open,
    #[token("}")]
    Close,
    // With a leading zero it would be octal in C.
    #[regex(r"-?(0|[1-9][0-9]*)", priority = 10)]
    Number,
    #[regex(r"(?-u)[^\x00-\x20;={}\x7f]+")]
    Word,
    /// A byte that no text has.
    #[regex(r"(?-u)[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")]
    Control,
}

use Token::{Close, Equals, Number, Open, Semicolon, Word};

/// One more token than the longest line has that makes sense.
const MOST: usize = 6;

/// What comes before a struct's name in the constant of its size.
pub const SIZEOF: &[u8] = b"sizeof";

/// Reads acid text.
pub struct AcidReader<'s> {
    text: &'s [u8],
    tokens: Lexer<'s, Token>,
    /// The tokens of the current line, or the first of them.
    line: Vec<(Token, Span)>,
    /// Whether the current line starts with a blank.
    indented: bool,
    /// Whether the current line is to be read once more.
    again: bool,
    /// The constant just before the current line, if it can be a struct's size.
    size: Option<Constant>,
    /// The fields of the last struct: one list for all, since a text may have a million structs.
    fields: Vec<Field>,
}

impl<'s> AcidReader<'s> {
    /// A reader of the whole text.
    pub fn new(text: &'s [u8]) -> Self {
        AcidReader {
            text,
            tokens: Token::lexer(text),
            line: Vec::with_capacity(MOST),
            indented: false,
            again: false,
            size: None,
            fields: Vec::new(),
        }
    }

    /// The fields of the struct that came last.
    pub fn fields(&self) -> &[Field] {
        &self.fields
    }

    /// The next declaration, or what is good of it; none at the end.
    pub fn next(&mut self, faults: &mut Collector) -> Option<CDecl> {
        while self.next_line() {
            let size = self.size.take();
            match *self.line {
                [] => self.size = size,
                [(Word, name), (Equals, _), (Number, value), (Semicolon, _)] if !self.indented => {
                    if !fits(self.slice(value)) {
                        faults.add(self.not_a_number(value, NumberOf::Constant));
                        continue;
                    }
                    let constant = Constant { name, value };
                    self.size = Some(constant).filter(|_| self.slice(name).starts_with(SIZEOF));
                    return Some(CDecl::Constant(constant));
                }
                [(Word, keyword), (Word, name)] if !self.indented && self.slice(keyword) == b"aggr" => {
                    let size = size.filter(|size| self.slice(size.name)[SIZEOF.len()..] == *self.slice(name));
                    if self.read_fields(name, faults) {
                        let size = size.map(|size| size.value);
                        return Some(CDecl::Struct(Struct { name, size }));
                    }
                }
                [(Word, keyword)] if !self.indented && self.slice(keyword) == b"defn" => {
                    self.skip_function(keyword, faults);
                }
                [(Word, keyword), (Word, _), (Word, _), (Semicolon, _)]
                    if !self.indented && self.slice(keyword) == b"complex" => {}
                _ => faults.add(self.bad_statement()),
            }
        }
        None
    }

    /// Reads the fields of a struct, from the `{` on; false where there is no `{`.
    fn read_fields(&mut self, name: Span, faults: &mut Collector) -> bool {
        let more = self.next_line();
        match *self.line {
            [(Open, _)] if more && !self.indented => {}
            _ => {
                self.again = more;
                faults.add(Fault::UnclosedStruct { name, text: self.slice(name).to_vec() });
                return false;
            }
        }
        self.fields.clear();
        // The anonymous members that are open, innermost last.
        let mut members = Vec::new();
        while self.next_line() {
            match *self.line {
                [] => {}
                [(Close, _), (Semicolon, _)] if !self.indented => {
                    faults.add_all(members.drain(..).map(|open| Fault::UnclosedMember { open }));
                    return true;
                }
                _ if !self.indented => {
                    self.again = true;
                    break;
                }
                [(Open, open)] => members.push(open),
                [(Close, _), (Semicolon, _)] if members.pop().is_some() => {}
                [ref ty @ .., (Number, offset), (Word, name), (Semicolon, _)]
                    if ty.len() <= 2 && ty.iter().all(|(token, _)| *token == Word) =>
                {
                    if fits(self.slice(offset)) && !self.slice(offset).starts_with(b"-") {
                        let ty = cover(ty).unwrap_or(Span::at(offset.start));
                        self.fields.push(Field { ty, offset, name });
                    } else {
                        faults.add(self.not_a_number(offset, NumberOf::Offset));
                    }
                }
                _ => faults.add(self.bad_field()),
            }
        }
        faults.add(Fault::UnclosedStruct { name, text: self.slice(name).to_vec() });
        true
    }

    /// Passes over the lines of a function, whose keyword has been read.
    fn skip_function(&mut self, keyword: Span, faults: &mut Collector) {
        let mut at = self.tokens.span().end;
        let mut head = true;
        let mut closed = false;
        while let Some(rest) = self.text.get(at..).filter(|rest| !rest.is_empty() && !closed) {
            let end = memchr(b'\n', rest).unwrap_or(rest.len());
            let line = rest[..end].trim_ascii_end();
            match line.first() {
                Some(b'}') if !head && matches!(line, b"}" | b"};") => closed = true,
                Some(b' ' | b'\t') | None if !head => {}
                Some(_) if head && line.ends_with(b"{") => head = false,
                _ => break,
            }
            at += (end + 1).min(rest.len());
        }
        self.tokens.bump(at - self.tokens.span().end);
        if !closed {
            faults.add(Fault::UnclosedFunction { keyword });
        }
    }

    /// Reads the tokens of the next line; false at the end of the text.
    fn next_line(&mut self) -> bool {
        if std::mem::take(&mut self.again) {
            return true;
        }
        self.line.clear();
        let start = self.tokens.span().end;
        let Some(first) = self.text.get(start) else { return false };
        self.indented = matches!(first, b' ' | b'\t');
        while let Some(token) = self.tokens.next() {
            let found = self.tokens.span();
            match token.unwrap_or(Token::Control) {
                Token::Newline => break,
                token => self.line.push((token, Span::new(found.start, found.end))),
            }
            if self.line.len() == MOST {
                let rest = self.tokens.remainder();
                self.tokens.bump(memchr(b'\n', rest).map_or(rest.len(), |newline| newline + 1));
                break;
            }
        }
        true
    }

    /// What is wrong with a line that should start a statement.
    fn bad_statement(&self) -> Fault {
        match *self.line {
            [(Word, _), (Equals, _), .., (Semicolon, _)] if !self.indented => {
                let at = cover(&self.line[2..self.line.len() - 1]).unwrap_or(self.line[1].1);
                self.not_a_number(at, NumberOf::Constant)
            }
            [(Word, _), (Equals, _), ..] | [.., (Word, _), (Word, _)]
                if !self.indented && self.is_last_line() =>
            {
                self.unfinished()
            }
            [(Word, _), (Equals, _), (Number, _)] if !self.indented => self.unfinished(),
            _ => self.unexpected(Expected::AcidStatement),
        }
    }

    /// What is wrong with a line that should be a field.
    fn bad_field(&self) -> Fault {
        match *self.line {
            [ref words @ .., (Semicolon, _)]
                if words.len() < 2 && words.iter().all(|(token, _)| *token == Word) =>
            {
                Fault::ShortField { at: self.line_span() }
            }
            [(Word, _)] => Fault::ShortField { at: self.line_span() },
            [.., (_, offset), (Word, _), (Semicolon, _)] if self.line.len() < MOST => {
                self.not_a_number(offset, NumberOf::Offset)
            }
            [.., (Word | Number, _)] if self.line.len() < MOST => self.unfinished(),
            _ => self.unexpected(Expected::Field),
        }
    }

    fn unexpected(&self, expected: Expected) -> Fault {
        Fault::Unexpected { at: self.line_span(), expected, found: self.slice(self.line_span()).to_vec() }
    }

    fn unfinished(&self) -> Fault {
        Fault::MissingSemicolon { at: Span::at(self.line_span().end) }
    }

    fn not_a_number(&self, at: Span, of: NumberOf) -> Fault {
        Fault::NotANumber { at, of, found: self.slice(at).to_vec() }
    }

    /// From the first token of the current line to the last that was kept.
    fn line_span(&self) -> Span {
        cover(&self.line).unwrap_or(Span::at(self.tokens.span().end))
    }

    fn is_last_line(&self) -> bool {
        self.tokens.remainder().is_empty()
    }

    fn slice(&self, span: Span) -> &'s [u8] {
        &self.text[span.start..span.end]
    }
}

/// From the first of some tokens to the last.
fn cover(tokens: &[(Token, Span)]) -> Option<Span> {
    Some(Span::new(tokens.first()?.1.start, tokens.last()?.1.end))
}

/// Whether a number is one of 64 bits, signed or not.
fn fits(number: &[u8]) -> bool {
    // So is every number of up to 18 digits.
    number.len() < 19
        || std::str::from_utf8(number)
            .is_ok_and(|number| number.parse::<i64>().is_ok() || number.parse::<u64>().is_ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a text holds, and the codes of its faults with their lines' numbers.
    fn read(text: &str) -> (Vec<String>, Vec<String>) {
        use goc2c::diagnostic::Explain;
        let mut faults = Collector::new(usize::MAX);
        let mut reader = AcidReader::new(text.as_bytes());
        let show = |span: Span| text[span.start..span.end].to_owned();
        let mut shown = Vec::new();
        while let Some(item) = reader.next(&mut faults) {
            shown.push(match item {
                CDecl::Constant(constant) => format!("{}={}", show(constant.name), show(constant.value)),
                CDecl::Struct(item) => {
                    let fields = reader.fields().iter().map(|field| {
                        format!("{}:{}@{}", show(field.name), show(field.ty), show(field.offset))
                    });
                    let size = item.size.map_or("?".into(), show);
                    format!("{}/{size} {}", show(item.name), fields.collect::<Vec<_>>().join(" "))
                }
            });
        }
        let line = |at: usize| text[..at].matches('\n').count() + 1;
        let found = faults.finish().err().unwrap_or_default();
        let codes = found
            .list
            .iter()
            .map(|found| format!("{}:{}", line(found.fault.span().start), found.fault.code()));
        (shown, codes.collect())
    }

    #[test]
    fn structs_constants_and_sizes_come_out_in_order() {
        let text = "A = -3;\nsizeofS = 24;\naggr S\n{\n\t'W' 0 sp;\n\tGobuf 8 sched;\n\t'A' G 16 g;\n};\n\n\
                    defn\nS(addr) {\n\tindent_S(addr, \"\\t\");\n}\ncomplex G f:gp;\nB = 0;\n";
        let (items, faults) = read(text);
        assert_eq!(items, ["A=-3", "sizeofS=24", "S/24 sp:'W'@0 sched:Gobuf@8 g:'A' G@16", "B=0"]);
        assert_eq!(faults, Vec::<String>::new());
    }

    #[test]
    fn anonymous_members_count_as_the_structs_own() {
        let (items, faults) =
            read("aggr S\n{\n\t'D' 0 a;\n\t{\n\t'D' 8 b;\n\t{\n\t'D' 12 c;\n\t};\n\t};\n};\n");
        assert_eq!(items, ["S/? a:'D'@0 b:'D'@8 c:'D'@12"]);
        assert_eq!(faults, Vec::<String>::new());
    }

    #[test]
    fn every_fault_of_a_text_is_found() {
        let text = "aggr A\n{\n\t'W' x a;\n\tb;\n\t'W' 8 c\n\t'W' -8 d;\naggr B\n{\n\t{\n\t'W' 0 e;\n};\nhello\nF = 0x1;\nG = 1\n";
        let (items, faults) = read(text);
        assert_eq!(items, ["A/? ", "B/? e:'W'@0"]);
        assert_eq!(
            faults,
            [
                "1:unclosed-struct",
                "3:not-a-number",
                "4:short-field",
                "5:missing-semicolon",
                "6:not-a-number",
                "9:unclosed-member",
                "12:unexpected-line",
                "13:not-a-number",
                "14:missing-semicolon",
            ]
        );
    }

    #[test]
    fn a_function_that_never_closes_does_not_swallow_what_follows() {
        let (items, faults) = read("defn\nS(addr) {\n\tx\nA = 1;\ndefn\n");
        assert_eq!(items, ["A=1"]);
        assert_eq!(faults, ["1:unclosed-function", "5:unclosed-function"]);
    }

    #[test]
    fn numbers_have_64_bits() {
        assert!(fits(b"18446744073709551615") && fits(b"-9223372036854775808"));
        assert!(!fits(b"18446744073709551616") && !fits(b"-9223372036854775809"));
    }
}
