//! Tokens of the package clause, file scope and function headers.
//!
//! A logos lexer splits the input into pieces; the layer above it decides what the pieces are in the
//! dialect at hand and joins those of which one token is made: a `/* */` comment in the middle of a
//! word vanishes and does not end it. Knows nothing of what the tokens mean.

use logos::{Filter, Logos, Skip};

use super::scan::{comment_length, literal_length, words_length};
use crate::dialect::Traits;
use crate::fault::Fault;
use crate::model::{Token, TokenKind};
use crate::source::{Source, Span};

/// What logos finds in the input. Most pieces take the blank after them along, which costs less than to look at it
/// in its turn; a word takes the words along that stand one space apart after it, where that is asked for.
#[derive(Logos, Debug, Clone, Copy, PartialEq, Eq)]
#[logos(utf8 = false, extras = Reading, skip r"[ \t\r]+")]
pub(super) enum Piece {
    #[regex(r"\n[ \t]*", |pieces| { pieces.extras.line += 1; Skip })]
    #[token("//", |pieces| { pieces.bump(line_length(pieces.remainder())); Skip })]
    #[token("/*", pass_comment)]
    OpenComment,
    #[token("\"", literal)]
    #[token("'", literal)]
    Literal,
    /// A quote that no second one follows.
    Quote,
    #[token("(")]
    OpenParen,
    #[regex(r"\) ?")]
    CloseParen,
    #[regex(", ?")]
    Comma,
    #[token("{")]
    OpenBrace,
    #[token("}")]
    CloseBrace,
    #[token("#")]
    Hash,
    #[regex(r##"(?-u)[^ \t\r\n\x0b\x0c(),{}/"'#]"##, word)]
    Word,
    /// The front of a word that may go on after a slash, a comment or a form feed.
    #[token("/")]
    #[regex(r"[\x0b\x0c]", form_feed)]
    Front,
}

/// What the lexer knows beside the bytes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reading {
    /// The line it is on.
    line: u32,
    dialect: &'static Traits,
    /// The length of the last word, with those that it took along.
    word: usize,
    /// Whether a word takes others along: a mask of all ones, or of none.
    joined: u32,
}

/// The pieces of a window's rest.
type Pieces<'s> = logos::Lexer<'s, Piece>;

fn pass_comment(pieces: &mut Pieces<'_>) -> Filter<Piece> {
    let comment = &pieces.source()[pieces.span().start..];
    let Some(length) = comment_length(comment) else { return Filter::Emit(Piece::OpenComment) };
    pieces.extras.line += count_newlines(&comment[..length]);
    pieces.bump(length - pieces.slice().len());
    Filter::Skip
}

fn literal(pieces: &mut Pieces<'_>) -> Piece {
    if !pieces.extras.dialect.literals {
        return Piece::Front;
    }
    let literal = &pieces.source()[pieces.span().start..];
    let Some(length) = literal_length(literal) else { return Piece::Quote };
    pieces.extras.line += count_newlines(&literal[..length]);
    pieces.bump(length - pieces.slice().len());
    Piece::Literal
}

fn word(pieces: &mut Pieces<'_>) -> Piece {
    let rest = pieces.remainder();
    // Nothing is joined to what may be the keyword of a function.
    let joined = if rest.starts_with(b"unc") { 0 } else { pieces.extras.joined };
    let length = words_length(rest, joined);
    let behind = rest.get(length);
    if matches!(behind, Some(b'/' | 0x0b | 0x0c)) {
        return front(pieces, length);
    }
    pieces.extras.word = 1 + length;
    pieces.bump(length + usize::from(behind == Some(&b' ')));
    Piece::Word
}

/// The front of a word; where others have been joined before it, those first.
#[cold]
#[inline(never)]
fn front(pieces: &mut Pieces<'_>, length: usize) -> Piece {
    match memchr::memrchr(b' ', &pieces.remainder()[..length]) {
        Some(space) => {
            pieces.extras.word = 1 + space;
            pieces.bump(space + 1);
            Piece::Word
        }
        None => {
            pieces.bump(length);
            Piece::Front
        }
    }
}

fn form_feed(pieces: &mut Pieces<'_>) -> Filter<Piece> {
    if pieces.extras.dialect.form_feeds { Filter::Skip } else { Filter::Emit(Piece::Front) }
}

fn line_length(bytes: &[u8]) -> usize {
    memchr::memchr(b'\n', bytes).unwrap_or(bytes.len())
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

/// Why the next piece is no token.
#[derive(Debug)]
pub(super) enum Odd {
    /// The window ends with it.
    Cut,
    /// There is more to the token, or it is at fault.
    Longer(Piece),
}

/// Where the lexer stands. Copying it and coming back to the copy is how the parser starts a unit over.
#[derive(Debug, Clone, Copy)]
pub(super) struct Lexer {
    /// Offset of the next byte.
    pub(super) at: usize,
    /// That byte's line.
    pub(super) line: u32,
}

/// The tokens of the window from one place on.
pub(super) struct Tokens<'s, 'i> {
    source: &'s Source<'i>,
    pieces: Pieces<'s>,
    /// Offset of the first byte that `pieces` were made of.
    base: usize,
    /// A piece that ends here may go on after the window.
    cut: usize,
    /// Whether a `#` before a token makes its line a directive.
    pub(super) directives: bool,
}

impl<'s, 'i> Tokens<'s, 'i> {
    /// The tokens after a place; none of them a directive.
    #[inline]
    pub(super) fn new(source: &'s Source<'i>, from: Lexer, dialect: &'static Traits) -> Self {
        let bytes = source.from(from.at);
        let cut = if source.is_complete() { usize::MAX } else { bytes.len() };
        let pieces =
            Piece::lexer_with_extras(bytes, Reading { line: from.line, dialect, word: 0, joined: 0 });
        Tokens { source, pieces, base: from.at, cut, directives: false }
    }

    /// From now on, words that stand one space apart may come as one token, for [`Tokens::next_simple`] alone. The
    /// word `func` comes by itself.
    pub(super) fn join_words(&mut self) {
        self.pieces.extras.joined = u32::MAX;
    }

    pub(super) fn source(&self) -> &'s Source<'i> {
        self.source
    }

    pub(super) fn dialect(&self) -> &'static Traits {
        self.pieces.extras.dialect
    }

    /// The place after the last token.
    #[inline]
    pub(super) fn place(&self) -> Lexer {
        Lexer { at: self.base + self.pieces.span().end, line: self.pieces.extras.line }
    }

    /// The window from the start of the last token on.
    #[inline]
    pub(super) fn ahead(&self) -> &'s [u8] {
        &self.pieces.source()[self.pieces.span().start..]
    }

    /// The next token. The end of the file is the last of them, and comes again.
    #[inline(always)]
    pub(super) fn next(&mut self) -> Result<Token, Stop> {
        match self.next_simple() {
            Ok(token) => Ok(token),
            Err(odd) => self.next_odd(odd),
        }
    }

    #[cold]
    #[inline(never)]
    fn next_odd(&mut self, odd: Odd) -> Result<Token, Stop> {
        match odd {
            Odd::Cut => Err(Stop::Incomplete),
            Odd::Longer(piece) => self.longer(piece),
        }
    }

    /// The next token, if it is one piece: for a loop that takes tokens by the million.
    #[inline(always)]
    pub(super) fn next_simple(&mut self) -> Result<Token, Odd> {
        let piece = self.pieces.next();
        let found = self.pieces.span();
        if found.end >= self.cut {
            return Err(Odd::Cut);
        }
        let (kind, length) = match piece {
            Some(Ok(Piece::Word)) => (TokenKind::Word, self.pieces.extras.word),
            Some(Ok(Piece::OpenParen)) => (TokenKind::OpenParen, 1),
            Some(Ok(Piece::CloseParen)) => (TokenKind::CloseParen, 1),
            Some(Ok(Piece::Comma)) => (TokenKind::Comma, 1),
            Some(Ok(Piece::OpenBrace)) => (TokenKind::OpenBrace, 1),
            Some(Ok(Piece::CloseBrace)) => (TokenKind::CloseBrace, 1),
            Some(Ok(Piece::Literal)) => (TokenKind::Literal, found.len()),
            None => (TokenKind::End, 0),
            Some(piece) => return Err(Odd::Longer(piece.unwrap_or(Piece::Front))),
        };
        let start = self.base + found.start;
        Ok(Token::new(kind, Span::new(start, start + length), self.pieces.extras.line))
    }

    /// A token that is more than its first piece, or none.
    fn longer(&mut self, piece: Piece) -> Result<Token, Stop> {
        let (source, dialect) = (self.source, self.dialect());
        let found = self.pieces.span();
        let (span, line) =
            (Span::new(self.base + found.start, self.base + found.end), self.pieces.extras.line);
        let (token, behind) = match piece {
            Piece::OpenComment => return Err(at_end(source, Fault::UnclosedComment { open: span })),
            Piece::Quote => return Err(at_end(source, Fault::UnclosedLiteral { open: span })),
            Piece::Hash if self.directives => read_directive(source, span.start, line)?,
            _ => read_word(source, dialect, span.start, line)?,
        };
        self.pieces.extras.line = behind.line;
        self.pieces.bump(behind.at - span.end);
        Ok(token)
    }
}

/// A directive line, to and with its newline, and where the lexer stands after it.
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
/// stands after it.
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
                    let Some(length) = comment_length(&bytes[at..]) else {
                        let open = Span::new(start + at, start + at + 2);
                        return Err(at_end(source, Fault::UnclosedComment { open }));
                    };
                    token.line += count_newlines(&bytes[at..at + length]);
                    at += length;
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
        let mut tokens = Tokens::new(&source, Lexer { at: 0, line: 1 }, dialect.traits());
        tokens.directives = true;
        let mut shown = Vec::new();
        loop {
            match tokens.next() {
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
