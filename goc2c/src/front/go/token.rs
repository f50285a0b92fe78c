//! Tokens of Go: of headers in a `.goc` file, and of the declarations in a Go file.
//!
//! Whatever is no token of Go becomes [`GoTokenKind::Other`], so the lexer fails on comments and literals that
//! never close, and on nothing else. Knows nothing of what the tokens mean.

use std::ops::Range;

use logos::Logos;

use crate::fault::Fault;
use crate::front::token::{Lexer, Stop};
use crate::source::{Source, Span};

/// What a token is.
#[derive(Logos, Debug, Clone, Copy, PartialEq, Eq)]
#[logos(utf8 = false)]
pub(super) enum GoTokenKind {
    #[regex(r"[ \t\r]+")]
    Blank,
    #[regex(r"\n[ \t\r\n]*")]
    Newlines,
    #[regex(r"(?-u)//[^\n]*", allow_greedy = true)]
    LineComment,
    #[regex(r"(?-u)/\*([^*]|\*+[^*/])*\*+/")]
    BlockComment,
    #[token("/*")]
    OpenComment,
    /// A name or a keyword; which names are letters beyond ASCII is not asked.
    #[regex(r"(?-u)[A-Za-z_\x80-\xff][A-Za-z0-9_\x80-\xff]*")]
    Name,
    #[regex(r"[0-9][0-9A-Za-z_.]*")]
    Number,
    #[regex(r#"(?-u)"([^"\\\n]|\\[^\n])*""#)]
    #[regex(r"(?-u)'([^'\\\n]|\\[^\n])*'")]
    #[regex(r"(?-u)`[^`]*`")]
    Literal,
    #[token("`")]
    OpenRaw,
    #[token("(")]
    OpenParen,
    #[token(")")]
    CloseParen,
    #[token("[")]
    OpenBracket,
    #[token("]")]
    CloseBracket,
    #[token("{")]
    OpenBrace,
    #[token("}")]
    CloseBrace,
    #[token(",")]
    Comma,
    #[token(";")]
    Semicolon,
    #[token(".")]
    Dot,
    #[token("...")]
    Dots,
    #[token("*")]
    Star,
    #[token("<-")]
    Arrow,
    /// Any other byte.
    Other,
    /// The end of the file; an empty span.
    End,
}

/// A token of Go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::front) struct GoToken {
    pub(super) kind: GoTokenKind,
    pub(in crate::front) span: Span,
    /// The line on which it starts.
    pub(in crate::front) line: u32,
    /// Whether a newline stands before it, so that Go would see a semicolon there.
    pub(super) starts_line: bool,
}

/// Whether what is found in a window may be another token in a longer one: it ends with the window, or two dots do.
fn is_cut(bytes: &[u8], found: &Range<usize>) -> bool {
    let rest = &bytes[found.start..];
    found.end == bytes.len() || rest.starts_with(b".") && rest.len() < "...".len()
}

impl Lexer {
    /// The next token of Go.
    pub(super) fn next_go(&mut self, source: &Source<'_>) -> Result<GoToken, Stop> {
        let bytes = source.from(self.at);
        let mut pieces = GoTokenKind::lexer(bytes);
        let mut starts_line = false;
        loop {
            let Some(piece) = pieces.next() else {
                if !source.is_complete() {
                    return Err(Stop::Incomplete);
                }
                self.at = source.end();
                let span = Span::at(self.at);
                return Ok(GoToken { kind: GoTokenKind::End, span, line: self.line, starts_line });
            };
            let found = pieces.span();
            if !source.is_complete() && is_cut(bytes, &found) {
                return Err(Stop::Incomplete);
            }
            let span = Span::new(self.at + found.start, self.at + found.end);
            let newlines = bytecount::count(&bytes[found.clone()], b'\n') as u32;
            match piece.unwrap_or(GoTokenKind::Other) {
                GoTokenKind::Blank | GoTokenKind::LineComment => {}
                GoTokenKind::Newlines | GoTokenKind::BlockComment => {
                    starts_line |= newlines > 0;
                    self.line += newlines;
                }
                GoTokenKind::OpenComment => {
                    return Err(self.open(source, Fault::UnclosedComment { open: span }));
                }
                GoTokenKind::OpenRaw => return Err(self.open(source, Fault::UnclosedLiteral { open: span })),
                kind => {
                    let token = GoToken { kind, span, line: self.line, starts_line };
                    self.at = span.end;
                    self.line += newlines;
                    return Ok(token);
                }
            }
        }
    }

    fn open(&self, source: &Source<'_>, fault: Fault) -> Stop {
        if source.is_complete() { fault.into() } else { Stop::Incomplete }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_know_their_line_and_whether_they_start_it() {
        let source = Source::from_bytes("x.go", b"a.B ...c <-\n/* */ [4_0]`\n`// x\n\xc3\xa9?");
        let mut lexer = Lexer { at: 0, line: 1 };
        let mut shown = Vec::new();
        loop {
            let token = lexer.next_go(&source).unwrap();
            if token.kind == GoTokenKind::End {
                break;
            }
            let mark = if token.starts_line { "^" } else { "" };
            let text = String::from_utf8_lossy(source.slice(token.span)).into_owned();
            shown.push(format!("{mark}{}:{:?}:{text}", token.line, token.kind));
        }
        assert_eq!(
            shown,
            [
                "1:Name:a",
                "1:Dot:.",
                "1:Name:B",
                "1:Dots:...",
                "1:Name:c",
                "1:Arrow:<-",
                "^2:OpenBracket:[",
                "2:Number:4_0",
                "2:CloseBracket:]",
                "2:Literal:`\n`",
                "^4:Name:é",
                "4:Other:?"
            ]
        );
    }
}
