//! The opcodes of an assembler's `[568].out.h`: on each line that starts with a tab and `A`, the word up to
//! the comma. Lines within comments are none.

use goc2c::Span;
use logos::Logos;

use crate::fault::{Collector, Expected, Fault};

#[derive(Logos, Debug, Clone, Copy, PartialEq, Eq)]
#[logos(utf8 = false)]
enum Piece {
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
enum Place {
    /// At its start.
    Start,
    /// Behind the tab at its start.
    Indented,
    /// Behind an opcode.
    Opcode,
    /// Where nothing counts.
    Rest,
}

/// Gives `take` the opcodes of a header, each without its `A`.
pub fn read_anames<'s>(text: &'s [u8], faults: &mut Collector, mut take: impl FnMut(&'s [u8])) {
    let mut any = false;
    let mut place = Place::Start;
    let mut pieces = Piece::lexer(text);
    while let Some(piece) = pieces.next() {
        let span = Span::new(pieces.span().start, pieces.span().end);
        let word = pieces.slice();
        place = match (piece.unwrap_or(Piece::Other), place) {
            (Piece::OpenComment, _) => {
                faults.add(Fault::UnclosedComment { open: span });
                return;
            }
            (Piece::Newline, _) => Place::Start,
            (Piece::Tab, Place::Start) => Place::Indented,
            (Piece::Word, Place::Indented) if word.len() > 1 && word[0] == b'A' => {
                take(&word[1..]);
                any = true;
                Place::Opcode
            }
            (Piece::Blank | Piece::Tab, Place::Opcode) => Place::Opcode,
            (Piece::Comma | Piece::Close, Place::Opcode) => Place::Rest,
            (_, Place::Opcode) => {
                let found = word.to_vec();
                faults.add(Fault::Unexpected { at: span, expected: Expected::Opcode, found });
                Place::Rest
            }
            _ => Place::Rest,
        };
    }
    if !any {
        let start = "line that starts with a tab and `A`";
        faults.add(Fault::NoOpcodes { at: Span::at(text.len()), start });
    }
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
