//! Headers and imports in Go's spelling: what stands between `func` and `{`, and after `import`.

use super::letters::check_letters;
use super::token::{GoToken, GoTokenKind as Kind};
use super::types::{A_METHOD, GoCursor, check_name};
use crate::fault::Expected;
use crate::fault::go::GoFault;
use crate::front::token::{Lexer, Stop};
use crate::model::go::{GoFunc, GoImport, GoParam};
use crate::source::{Source, Span};

/// What follows a header.
#[derive(Debug, Clone, Copy)]
pub(super) struct Behind {
    /// The token after the header: for a function in a `.goc` file, the `{`.
    pub(super) next: GoToken,
    /// The lexer after that token.
    pub(super) lexer: Lexer,
    /// Where the header itself ends.
    pub(super) end: usize,
}

/// Reads a header; `lexer` stands after the word `func`, which is at `keyword` on `line`.
pub(super) fn read_header(
    source: &Source<'_>,
    lexer: Lexer,
    keyword: Span,
    line: u32,
) -> Result<(GoFunc, Behind), Stop> {
    let mut cursor = GoCursor::new(source, lexer, keyword)?;
    let receiver = match cursor.peek().kind {
        Kind::OpenParen => Some(read_receiver(&mut cursor)?),
        _ => None,
    };
    let (expected, what) = match receiver {
        Some(_) => (Expected::MethodName, A_METHOD),
        None => (Expected::FunctionName, "a function"),
    };
    let name = cursor.expect_name(expected, what)?;
    if cursor.peek().kind == Kind::OpenBracket {
        return Err(GoFault::GenericFunc { at: cursor.peek().span }.into());
    }
    if source.slice(name) == b"_" {
        return Err(GoFault::BlankFunc { at: name }.into());
    }
    let signature = cursor.signature()?;
    let func = GoFunc { doc: None, keyword, line, receiver, name, signature, end: cursor.end, body: None };
    let behind = Behind { next: cursor.peek(), lexer: cursor.lexer_behind_next(), end: cursor.end };
    Ok((func, behind))
}

/// Reads a header that a body must follow.
pub(in crate::front) fn read_header_of_body(
    source: &Source<'_>,
    lexer: Lexer,
    keyword: Span,
    line: u32,
) -> Result<(GoFunc, GoToken, Lexer), Stop> {
    let (func, behind) = read_header(source, lexer, keyword, line)?;
    if behind.next.kind != Kind::OpenBrace {
        let cursor = GoCursor::new(source, Lexer { at: behind.end, line }, keyword)?;
        return Err(cursor.unexpected(Expected::Body));
    }
    Ok((func, behind.next, behind.lexer))
}

fn read_receiver(cursor: &mut GoCursor<'_, '_>) -> Result<GoParam, Stop> {
    let open = cursor.peek().span;
    let mut list = cursor.list(Expected::OpenParen)?;
    let one = list.len() == 1 && list[0].names.len() <= 1;
    match list.pop().filter(|_| one) {
        Some(receiver) => Ok(receiver),
        None => Err(GoFault::ReceiverCount { at: Span::new(open.start, cursor.end) }.into()),
    }
}

/// Reads an import declaration; `lexer` stands after the word `import`. Leaves it after the declaration.
pub(in crate::front) fn read_imports(
    source: &Source<'_>,
    lexer: &mut Lexer,
    keyword: Span,
) -> Result<Vec<GoImport>, Stop> {
    // What follows is not lexed before it is known to belong to the declaration: it is C.
    let mut imports = Vec::new();
    let first = peek_go(source, *lexer)?;
    if first.0.kind != Kind::OpenParen {
        imports.push(read_import(source, lexer, keyword)?);
        return Ok(imports);
    }
    *lexer = first.1;
    loop {
        let (token, behind) = peek_go(source, *lexer)?;
        match token.kind {
            Kind::CloseParen => {
                *lexer = behind;
                return Ok(imports);
            }
            Kind::Semicolon => *lexer = behind,
            _ => imports.push(read_import(source, lexer, keyword)?),
        }
    }
}

fn read_import(source: &Source<'_>, lexer: &mut Lexer, keyword: Span) -> Result<GoImport, Stop> {
    let (mut token, mut behind) = peek_go(source, *lexer)?;
    let mut name = None;
    match token.kind {
        Kind::Dot => return Err(GoFault::DotImport { at: token.span }.into()),
        Kind::Name => {
            check_letters(source.slice(token.span), token.span.start)?;
            check_name(source, token.span, "a package")?;
            name = Some(token.span);
            (token, behind) = peek_go(source, behind)?;
        }
        _ => {}
    }
    if token.kind != Kind::Literal {
        let cursor = GoCursor::new(source, *lexer, keyword)?;
        return Err(cursor.unexpected(Expected::ImportPath));
    }
    *lexer = behind;
    Ok(GoImport { name, path: token.span })
}

fn peek_go(source: &Source<'_>, mut lexer: Lexer) -> Result<(GoToken, Lexer), Stop> {
    let token = lexer.next_go(source)?;
    Ok((token, lexer))
}
