//! What a .goc file is made of: a sequence of units, each a few spans of the input.
//!
//! Nothing here is copied from the input. A file's units are read, checked, written and forgotten one
//! after the other, so no list of them exists either.

pub mod go;

use std::borrow::Cow;

use crate::source::{Source, Span};
use go::{GoFunc, GoImport};

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Anything up to white space or a delimiter.
    Word,
    /// A string or character literal, in dialects that have them as tokens.
    Literal,
    /// `(`
    OpenParen,
    /// `)`
    CloseParen,
    /// `,`
    Comma,
    /// `{`
    OpenBrace,
    /// `}`
    CloseBrace,
    /// A line that starts with `#`, with its newline if it has one.
    Directive,
    /// C at file scope as it is in the input: a line's, or more where a literal or a directive goes on.
    Raw,
    /// The end of the file; an empty span.
    End,
}

/// A token of the package clause, of file scope or of a function header.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// What it is.
    pub kind: TokenKind,
    /// Where it is.
    pub span: Span,
    /// The line on which it ends; a comment that touches its end belongs to it. Of [`TokenKind::Raw`] the line
    /// on which it starts.
    pub line: u32,
    /// Whether comments lie within the span that are no part of the token's text.
    pub spliced: bool,
}

impl Token {
    pub(crate) fn new(kind: TokenKind, span: Span, line: u32) -> Token {
        Token { kind, span, line, spliced: false }
    }

    /// The token's text: a slice of the input, or a copy without the comments inside.
    #[inline]
    pub fn text<'s>(&self, source: &'s Source<'_>) -> Cow<'s, [u8]> {
        self.text_of(source.slice(self.span))
    }

    /// The text of a token whose span holds these bytes.
    #[inline]
    pub(crate) fn text_of<'s>(&self, raw: &'s [u8]) -> Cow<'s, [u8]> {
        if self.spliced { Cow::Owned(without_comments(raw)) } else { Cow::Borrowed(raw) }
    }
}

#[cold]
fn without_comments(raw: &[u8]) -> Vec<u8> {
    let mut text = Vec::with_capacity(raw.len());
    let mut rest = raw;
    while let Some(open) = memchr::memmem::find(rest, b"/*") {
        text.extend_from_slice(&rest[..open]);
        let inside = &rest[open + 2..];
        let close = memchr::memmem::find(inside, b"*/").map_or(inside.len(), |at| at + 2);
        rest = &inside[close..];
    }
    text.extend_from_slice(rest);
    text
}

/// A parameter or a result as the header has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Param {
    /// Its name, or `...`.
    pub name: Token,
    /// Its type; `...` has none.
    pub ty: Option<Token>,
}

/// A function: its header and where its body is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Func {
    /// The word `func`.
    pub keyword: Token,
    /// The name, with the package before it where the dialect allows that.
    pub name: Token,
    /// The parameters.
    pub params: Vec<Param>,
    /// The results; empty too where the header has none.
    pub results: Vec<Param>,
    /// The line of the `{` that opens the body.
    pub body_line: u32,
    /// The body's bytes, without its braces.
    pub body: Span,
}

/// A piece of a .goc file that can be checked and written by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unit {
    /// The package clause: always the first unit. The token is the package's name.
    Package(Token),
    /// A directive line that is copied as it is.
    Directive(Token),
    /// A token of C at file scope.
    Text(Token),
    /// A function; boxed, because the other units are small and come by the million.
    Func(Box<Func>),
    /// C at file scope in a dialect that keeps it as it is.
    Raw(Token),
    /// A function whose header is Go's.
    GoFunc(Box<GoFunc>),
    /// Imports, for the Go side.
    Imports(Vec<GoImport>),
}
