//! The opcodes of an assembler's `[568].out.h`: on each line that starts with a tab and `A`, the word up to
//! the comma. Lines within comments are none. And the kinds of operands, where there are any.

use goc2c::Span;
use logos::Logos;

use crate::fault::{Collector, Expected, Fault};

#[derive(Logos, Debug, Clone, Copy, PartialEq, Eq)]
#[logos(utf8 = false)]
enum Token {
    #[token("\n")]
    Newline,
    #[token("\t")]
    Tab,
    #[regex(r"(?-u)//[^\n]*", allow_greedy = true)]
    #[regex(r"(?-u)/\*([^*]|\*+[^*/])*\*+/")]
    #[regex(r"[ \r]+")]
    Blank,
    #[token("/*")]
    OpenComment,
    #[token(",")]
    Comma,
    #[token("}")]
    Close,
    #[regex(r"[A-Za-z0-9_]+")]
    Word,
    #[regex(r"(?-u)[^\n\t \r,}A-Za-z0-9_]")]
    Other,
}

/// Where in a line the reader is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum LinePart {
    /// At its start.
    Start,
    /// After the tab at its start.
    Indented,
    /// After an opcode.
    Opcode,
    /// Where nothing counts.
    Rest,
}

/// Gives `take` the opcodes of a header, each without its `A`.
pub fn read_anames<'s>(text: &'s [u8], faults: &mut Collector, mut take: impl FnMut(&'s [u8])) {
    let mut any = false;
    let mut part = LinePart::Start;
    let mut tokens = Token::lexer(text);
    while let Some(token) = tokens.next() {
        let span = Span::new(tokens.span().start, tokens.span().end);
        let word = tokens.slice();
        part = match (token.unwrap_or(Token::Other), part) {
            (Token::OpenComment, _) => {
                faults.add(Fault::UnclosedComment { open: span });
                return;
            }
            (Token::Newline, _) => LinePart::Start,
            (Token::Tab, LinePart::Start) => LinePart::Indented,
            (Token::Word, LinePart::Indented) if word.len() > 1 && word[0] == b'A' => {
                take(&word[1..]);
                any = true;
                LinePart::Opcode
            }
            (Token::Blank | Token::Tab, LinePart::Opcode) => LinePart::Opcode,
            (Token::Comma | Token::Close, LinePart::Opcode) => LinePart::Rest,
            (_, LinePart::Opcode) => {
                let found = word.to_vec();
                faults.add(Fault::Unexpected { at: span, expected: Expected::Opcode, found });
                LinePart::Rest
            }
            _ => LinePart::Rest,
        };
    }
    if !any {
        let start = "line that starts with a tab and `A`";
        faults.add(Fault::NoOpcodes { at: Span::at(text.len()), start });
    }
}

/// The kinds of operands: on each line that starts with a tab and `C_`, what comes after that up to a comma, with the value
/// where there is one, as the release's own program took it.
pub fn operand_names(text: &[u8]) -> impl Iterator<Item = &[u8]> {
    let lines = text.split(|&byte| byte == b'\n').filter_map(|line| line.strip_prefix(b"\tC_"));
    lines.filter_map(|rest| rest.split(|&byte| byte == b',').next())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (String, Vec<&'static str>) {
        crate::front::names_and_faults(text, |text, faults, take| read_anames(text, faults, take))
    }

    #[test]
    fn the_first_word_of_an_indented_line_counts() {
        let text = "\tAXXX,\n AB,\n\tADD, ASUB,\n\t AC,\n\tD_AL,\n\t\tAE,\n\tACALL\t, // x\n/*\n\tAnd,\n*/\n\tALAST\n";
        assert_eq!(read(text), ("XXX DD CALL LAST".into(), vec![]));
    }

    #[test]
    fn what_is_no_list_is_refused() {
        assert_eq!(read("int x;\n").1, ["no-opcodes"]);
        assert_eq!(read("\tAXXX = 3,\n").1, ["unexpected-line"]);
        assert_eq!(read("\tAXXX, /* x\n").1, ["unclosed-comment"]);
    }
}
