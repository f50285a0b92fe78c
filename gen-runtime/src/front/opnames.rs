//! The opcodes of a compiler's `go.h`: the words from `OXXX` to the line with `OEND`, without comments.
//!
//! Names with nothing but a comma between them are one word, as they were for the releases' own programs.

use goc2c::Span;
use logos::Logos;

use crate::fault::{Collector, Expected, Fault};

#[derive(Logos, Debug, Clone, Copy, PartialEq, Eq)]
#[logos(utf8 = false, skip r"[ \t\r]+")]
enum Token {
    #[token("\n")]
    Newline,
    #[regex(r"(?-u)//[^\n]*", logos::skip, allow_greedy = true)]
    #[regex(r"(?-u)/\*([^*]|\*+[^*/])*\*+/")]
    Comment,
    #[token("/*")]
    OpenComment,
    #[token(",")]
    Comma,
    #[token("}")]
    Close,
    #[regex(r"(?-u)[^ \t\r\n/,}][^ \t\r\n/}]*")]
    Word,
    #[token("/")]
    Slash,
}

/// Gives `take` the opcodes of a header, each without its `O`.
pub fn read_opnames<'s>(text: &'s [u8], faults: &mut Collector, mut take: impl FnMut(&'s [u8])) {
    let mut first: Option<Span> = None;
    let mut last_line = false;
    let mut tokens = Token::lexer(text);
    while let Some(token) = tokens.next() {
        let span = Span::new(tokens.span().start, tokens.span().end);
        let word = tokens.slice();
        match token.unwrap_or(Token::Slash) {
            Token::OpenComment => {
                faults.add(Fault::UnclosedComment { open: span });
                return;
            }
            Token::Newline | Token::Close if last_line => return,
            Token::Close if first.is_some() => break,
            Token::Word => {
                let word = word.strip_suffix(b",").unwrap_or(word);
                if first.is_none() && word == b"OXXX" {
                    first = Some(span);
                }
                last_line |= first.is_some() && word == b"OEND";
                match word.strip_prefix(b"O") {
                    _ if first.is_none() => {}
                    Some(name) if is_opcode(name) => take(name),
                    _ => faults.add(unexpected(span, word)),
                }
            }
            Token::Slash if first.is_some() => faults.add(unexpected(span, word)),
            _ => {}
        }
    }
    match first {
        _ if last_line => {}
        Some(first) => faults.add(Fault::UnclosedOpcodes { first }),
        None => faults.add(Fault::NoOpcodes { at: Span::at(text.len()), start: "`OXXX`" }),
    }
}

fn is_opcode(name: &[u8]) -> bool {
    !name.is_empty() && name.iter().all(|&byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b','))
}

fn unexpected(at: Span, found: &[u8]) -> Fault {
    Fault::Unexpected { at, expected: Expected::Opcode, found: found.to_vec() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (String, Vec<&'static str>) {
        crate::front::names_and_faults(text, |text, faults, take| read_opnames(text, faults, take))
    }

    #[test]
    fn the_list_runs_to_the_line_with_its_end() {
        let text =
            "// OXXX to OEND\nenum { OXXX,\n\n\tOADD, OSUB /* x\n,OY, */ , OA,OB,\n\tOEND, OF };\nOG\n";
        assert_eq!(read(text), ("XXX ADD SUB A,OB END F".into(), vec![]));
        assert_eq!(read("OXXX\nOEND"), ("XXX END".into(), vec![]));
    }

    #[test]
    fn what_is_no_list_is_refused() {
        assert_eq!(read("int x;\n").1, ["no-opcodes"]);
        assert_eq!(read("OXXX,\nOADD,\n};\n").1, ["unclosed-opcodes"]);
        assert_eq!(read("OXXX,\nOADD = 3,\nOEND\n").1, ["unexpected-line", "unexpected-line"]);
        assert_eq!(read("OXXX, /* OADD,\nOEND\n").1, ["unclosed-comment"]);
    }
}
