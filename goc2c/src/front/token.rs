//! Tokens of the package clause, file scope and function headers.
//!
//! A logos lexer splits the input into pieces; the layer above it decides what the pieces are in the
//! dialect at hand and joins those of which one token is made: a `/* */` comment in the middle of a
//! word vanishes and does not end it. Knows nothing of what the tokens mean.

use logos::Logos;

use crate::dialect::Traits;
use crate::fault::Fault;
use crate::model::{Token, TokenKind};
use crate::source::{Source, Span};

/// What logos finds in the input.
#[derive(Logos, Debug, Clone, Copy, PartialEq, Eq)]
#[logos(utf8 = false, skip r"[ \t\r]+")]
enum Piece {
    #[token("\n")]
    Newline,
    #[regex(r"[\x0b\x0c]")]
    FormFeed,
    #[regex(r"(?-u)//[^\n]*", allow_greedy = true)]
    LineComment,
    #[regex(r"(?-u)/\*([^*]|\*+[^*/])*\*+/")]
    BlockComment,
    #[token("/*")]
    OpenComment,
    #[regex(r#"(?s-u)"([^"\\]|\\.)*""#)]
    #[regex(r#"(?s-u)'([^'\\]|\\.)*'"#)]
    Literal,
    #[token("\"")]
    #[token("'")]
    Quote,
    #[token("/")]
    Slash,
    #[token("(")]
    OpenParen,
    #[token(")")]
    CloseParen,
    #[token(",")]
    Comma,
    #[token("{")]
    OpenBrace,
    #[token("}")]
    CloseBrace,
    #[token("#")]
    Hash,
    #[regex(r##"(?-u)[^ \t\r\n\x0b\x0c(),{}/"'#][^ \t\r\n\x0b\x0c(),{}/]*"##)]
    Word,
    /// Not found by logos: the end of the file.
    End,
}

/// Why no token came out.
#[derive(Debug)]
pub(super) enum Stop {
    /// The window ends before the token, or what stands for it, does.
    Incomplete,
    /// The input is at fault.
    Fault(Box<Fault>),
}

impl<F: Into<Fault>> From<F> for Stop {
    fn from(fault: F) -> Self {
        Stop::Fault(Box::new(fault.into()))
    }
}

/// Where the lexer stands. Copying it and coming back to the copy is how the parser starts a unit over.
#[derive(Debug, Clone, Copy)]
pub(super) struct Lexer {
    /// Offset of the next byte.
    pub(super) at: usize,
    /// That byte's line.
    pub(super) line: u32,
}

/// What becomes of the lexer behind a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Then {
    /// It goes on to the next one.
    GoOn,
    /// It stays behind the token.
    Stop,
    /// It goes back in front of the token, and of the blanks and comments in front of that.
    GoBack,
}

impl Lexer {
    /// The next token. With `directives`, a `#` in front of a token makes its line a directive.
    pub(super) fn next(
        &mut self,
        source: &Source<'_>,
        dialect: &Traits,
        directives: bool,
    ) -> Result<Token, Stop> {
        let mut next = None;
        self.each(source, dialect, directives, |token| {
            next = Some(token);
            Then::Stop
        })?;
        next.ok_or(Stop::Incomplete)
    }

    /// The tokens that come next, for as long as `take` wants them. The end of the file is the last of them.
    ///
    /// Where no token comes out, the lexer stays behind the last one that did.
    #[inline]
    pub(super) fn each(
        &mut self,
        source: &Source<'_>,
        dialect: &Traits,
        directives: bool,
        mut take: impl FnMut(Token) -> Then,
    ) -> Result<(), Stop> {
        let mut base = self.at;
        let mut bytes = source.from(base);
        let mut pieces = Piece::lexer(bytes);
        let mut line = self.line;
        loop {
            let found = match pieces.next() {
                Some(piece) => {
                    let found = pieces.span();
                    if found.end == bytes.len() && !source.is_complete() {
                        return Err(Stop::Incomplete);
                    }
                    (piece.unwrap_or(Piece::Word), found)
                }
                None if source.is_complete() => (Piece::End, bytes.len()..bytes.len()),
                None => return Err(Stop::Incomplete),
            };
            let (piece, found) = found;
            let span = Span::new(base + found.start, base + found.end);
            let kind = match piece {
                Piece::Newline => {
                    line += 1;
                    continue;
                }
                // The usual word is over where its piece is.
                Piece::Word if !matches!(bytes.get(found.end), Some(b'/' | 0x0b | 0x0c)) => {
                    Ok(TokenKind::Word)
                }
                Piece::OpenParen => Ok(TokenKind::OpenParen),
                Piece::CloseParen => Ok(TokenKind::CloseParen),
                Piece::Comma => Ok(TokenKind::Comma),
                Piece::OpenBrace => Ok(TokenKind::OpenBrace),
                Piece::CloseBrace => Ok(TokenKind::CloseBrace),
                Piece::End => Ok(TokenKind::End),
                Piece::LineComment => continue,
                Piece::BlockComment => {
                    line += count_newlines(&bytes[found]);
                    continue;
                }
                Piece::Literal if dialect.literals => {
                    line += count_newlines(&bytes[found]);
                    Ok(TokenKind::Literal)
                }
                Piece::FormFeed if dialect.form_feeds => continue,
                Piece::OpenComment => return Err(at_end(source, Fault::UnclosedComment { open: span })),
                Piece::Quote if dialect.literals => {
                    return Err(at_end(source, Fault::UnclosedLiteral { open: span }));
                }
                Piece::Hash if directives => Err(read_directive(source, span.start, line)?),
                Piece::Literal
                | Piece::Quote
                | Piece::Word
                | Piece::FormFeed
                | Piece::Hash
                | Piece::Slash => Err(read_word(source, dialect, span.start, line)?),
            };
            // A token that is more than its first piece comes with where the lexer stands behind it.
            let (token, behind) = match kind {
                Ok(kind) => (Token::new(kind, span, line), Lexer { at: span.end, line }),
                Err(longer) => longer,
            };
            let then = take(token);
            if then != Then::GoBack {
                *self = behind;
            }
            if then != Then::GoOn || token.kind == TokenKind::End {
                return Ok(());
            }
            if kind.is_err() {
                (base, line) = (self.at, self.line);
                bytes = source.from(base);
                pieces = Piece::lexer(bytes);
            }
        }
    }
}

/// A directive line, to and with its newline, and where the lexer stands behind it.
fn read_directive(source: &Source<'_>, start: usize, line: u32) -> Result<(Token, Lexer), Stop> {
    let bytes = source.from(start);
    let length = match memchr::memchr(b'\n', bytes) {
        Some(newline) => newline + 1,
        None if source.is_complete() => bytes.len(),
        None => return Err(Stop::Incomplete),
    };
    let token = Token::new(TokenKind::Directive, Span::new(start, start + length), line);
    Ok((token, Lexer { at: token.span.end, line: line + 1 }))
}

/// A word that a slash, a comment, a quote or a form feed makes less simple than one piece, and where the lexer
/// stands behind it.
fn read_word(source: &Source<'_>, dialect: &Traits, start: usize, line: u32) -> Result<(Token, Lexer), Stop> {
    let bytes = source.from(start);
    let mut token = Token::new(TokenKind::Word, Span::at(start), line);
    let mut at = 0;
    let mut comments = false;
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b' ' | b'\t' | b'\r' | b'\n' | b'(' | b')' | b',' | b'{' | b'}' => break,
            0x0b | 0x0c if dialect.form_feeds => break,
            b'/' => match bytes.get(at + 1) {
                Some(b'/') => break,
                Some(b'*') => {
                    let Some(length) = memchr::memmem::find(&bytes[at + 2..], b"*/") else {
                        let open = Span::new(start + at, start + at + 2);
                        return Err(at_end(source, Fault::UnclosedComment { open }));
                    };
                    token.line += count_newlines(&bytes[at..at + length + 4]);
                    at += length + 4;
                    comments = true;
                    continue;
                }
                None => {
                    let slash = Span::new(start + at, start + at + 1);
                    return Err(at_end(source, Fault::LoneSlash { slash }));
                }
                Some(_) => {}
            },
            _ => {}
        }
        at += 1;
        token.spliced = comments;
        token.span.end = start + at;
    }
    if at == bytes.len() && !source.is_complete() {
        return Err(Stop::Incomplete);
    }
    Ok((token, Lexer { at: start + at, line: token.line }))
}

/// A fault that stands only if the window's end is the file's.
fn at_end(source: &Source<'_>, fault: Fault) -> Stop {
    if source.is_complete() { fault.into() } else { Stop::Incomplete }
}

fn count_newlines(bytes: &[u8]) -> u32 {
    bytecount::count(bytes, b'\n') as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dialect::Dialect;

    /// The tokens of a text, each with its line, up to the end or a fault.
    fn tokens(dialect: Dialect, text: &str) -> Vec<String> {
        let source = Source::from_bytes("x.goc", text.as_bytes());
        let mut lexer = Lexer { at: 0, line: 1 };
        let mut shown = Vec::new();
        loop {
            match lexer.next(&source, dialect.traits(), true) {
                Ok(token) if token.kind == TokenKind::End => return shown,
                Ok(token) => {
                    let text = String::from_utf8_lossy(&token.text(&source)).into_owned();
                    shown.push(format!("{}:{text}", token.line));
                }
                Err(stop) => {
                    shown.push(format!("{stop:?}"));
                    return shown;
                }
            }
        }
    }

    #[test]
    fn delimiters_stand_alone_and_words_run_to_them() {
        assert_eq!(
            tokens(Dialect::Weekly, "f(a,b){c}"),
            ["1:f", "1:(", "1:a", "1:,", "1:b", "1:)", "1:{", "1:c", "1:}"]
        );
        assert_eq!(tokens(Dialect::Weekly, "a\n b\t\r\n\n c"), ["1:a", "2:b", "4:c"]);
    }

    #[test]
    fn a_comment_inside_a_word_vanishes() {
        assert_eq!(tokens(Dialect::Weekly, "a/* */b/**/c d"), ["1:abc", "1:d"]);
        assert_eq!(tokens(Dialect::Weekly, "a/*\n\n*/ b"), ["3:a", "3:b"]);
        assert_eq!(tokens(Dialect::Weekly, "a// b\nc"), ["1:a", "2:c"]);
        assert_eq!(
            tokens(Dialect::Weekly, "a/b / c/"),
            ["1:a/b", "1:/", "Fault(LoneSlash { slash: Span { start: 7, end: 8 } })"]
        );
    }

    #[test]
    fn a_quote_opens_a_literal_only_in_front_of_a_token() {
        assert_eq!(
            tokens(Dialect::Weekly, "L\"a b\" \"x \\\" y\"z"),
            ["1:L\"a", "1:b\"", "1:\"x \\\" y\"", "1:z"]
        );
        assert_eq!(tokens(Dialect::Weekly, "'a\\\n'"), ["2:'a\\\n'"]);
        assert_eq!(tokens(Dialect::R60, "\"a b\" '(' "), ["1:\"a", "1:b\"", "1:'", "1:(", "1:'"]);
        assert_eq!(tokens(Dialect::R60, "\"a/* */b\""), ["1:\"ab\""]);
    }

    #[test]
    fn a_directive_is_a_line() {
        assert_eq!(tokens(Dialect::Go13, "#x /* y\nz#w #v"), ["1:#x /* y\n", "2:z#w", "2:#v"]);
    }

    #[test]
    fn form_feeds_are_blank_where_isspace_says_so() {
        assert_eq!(tokens(Dialect::Gccgo5, "a\x0cb\x0b\x0cc"), ["1:a", "1:b", "1:c"]);
        assert_eq!(tokens(Dialect::Weekly, "a\x0cb\x0b\x0cc"), ["1:a\x0cb\x0b\x0cc"]);
    }
}
