//! The package clause and the headers of functions, out of tokens: what is expected, and what is said where
//! something else stands.

use super::go::check_letters;
use super::token::{Stop, Tokens};
use crate::dialect::Headers;
use crate::fault::go::GoFault;
use crate::fault::{Context, Expected, Fault, Found};
use crate::model::go::is_go_keyword;
use crate::model::{Func, Param, Token, TokenKind};
use crate::source::{Source, Span};

/// The package clause; the token of the name.
pub(super) fn read_package(tokens: &mut Tokens<'_, '_>) -> Result<Token, Stop> {
    let source = tokens.source();
    let clause = tokens.next()?;
    if clause.kind != TokenKind::Word || &*clause.text(source) != b"package" {
        return Err(unexpected(source, &clause, Span::at(0), Expected::PackageClause, None));
    }
    let name = tokens.next()?;
    if name.kind != TokenKind::Word || is_func(&name, tokens.ahead()) {
        return Err(unexpected(source, &name, clause.span, Expected::PackageName, None));
    }
    let is_go = tokens.dialect().headers == Headers::Go;
    if is_go && !name.spliced {
        check_letters(source.slice(name.span), name.span.start)?;
    }
    if is_go && !is_go_name(&name.text(source)) {
        let text = name.text(source).into_owned();
        return Err(GoFault::PackageName { at: name.span, name: text }.into());
    }
    if is_go && is_go_keyword(&name.text(source)) {
        let (at, name) = (name.span, String::from_utf8_lossy(&name.text(source)).into_owned());
        return Err(GoFault::Keyword { at, name, what: "a package" }.into());
    }
    Ok(name)
}

/// A function after the word `func`; leaves the tokens after the `{` of its body, which is not read.
pub(super) fn read_func(tokens: &mut Tokens<'_, '_>, keyword: Token) -> Result<(Func, Span), Stop> {
    let source = tokens.source();
    let header = Some(Context::Header(keyword.span));
    let cut = |expected| Stop::from(Fault::CutHeader { keyword: keyword.span, expected });

    let name = tokens.next()?;
    match name.kind {
        TokenKind::Word => {}
        TokenKind::End => return Err(cut(Expected::FunctionName)),
        _ => return Err(unexpected(source, &name, keyword.span, Expected::FunctionName, None)),
    }
    let open = tokens.next()?;
    match open.kind {
        TokenKind::OpenParen => {}
        TokenKind::End => return Err(cut(Expected::OpenParen)),
        _ => return Err(unexpected(source, &open, name.span, Expected::OpenParen, header)),
    }
    let (params, mut end) = list(tokens, open.span)?;
    let mut expected = Expected::ResultsOrBody;
    let mut results = Vec::new();
    let mut brace = tokens.next()?;
    if brace.kind == TokenKind::OpenParen {
        (results, end) = list(tokens, brace.span)?;
        expected = Expected::Body;
        brace = tokens.next()?;
    }
    if brace.kind != TokenKind::OpenBrace {
        return Err(unexpected(source, &brace, end, expected, header));
    }
    let body = Span::at(brace.span.end);
    Ok((Func { keyword, name, params, results, body_line: brace.line, body }, brace.span))
}

/// Most lists are no longer.
const USUAL: usize = 4;

/// A list of parameters up to its `)`, and where that is. The `(` at `open` has been read.
fn list(tokens: &mut Tokens<'_, '_>, open: Span) -> Result<(Vec<Param>, Span), Stop> {
    let source = tokens.source();
    let unfit = |token: Token, expected| match token.kind {
        TokenKind::End => Stop::from(Fault::UnclosedList { open, expected }),
        _ => unexpected(source, &token, open, expected, Some(Context::List(open))),
    };
    let mut token = tokens.next()?;
    if token.kind == TokenKind::CloseParen {
        return Ok((Vec::new(), token.span));
    }
    let mut params = Vec::with_capacity(USUAL);
    loop {
        if token.kind != TokenKind::Word {
            return Err(unfit(token, Expected::Parameter));
        }
        let name = token;
        let mut next = tokens.next()?;
        // Where dots are no parameter of their own, they are a name like any other.
        let dots = source.slice(name.span) == b"...";
        let mut ty = None;
        if !dots || (next.kind == TokenKind::Word && !tokens.dialect().variadic) {
            if next.kind != TokenKind::Word {
                return Err(unfit(next, Expected::Type));
            }
            let text = next.text(source);
            if text.last() == Some(&b'*') && text.iter().all(|&byte| byte == b'*') {
                return Err(behind_star(source, next.span, tokens.next()?, open));
            }
            ty = Some(next);
            next = tokens.next()?;
        }
        params.push(Param { name, ty });
        match next.kind {
            TokenKind::Comma => token = tokens.next()?,
            TokenKind::CloseParen => return Ok((params, next.span)),
            _ => return Err(unfit(next, Expected::CommaOrCloseParen)),
        }
    }
}

/// Whether a word can be a name of Go's; which characters beyond ASCII are letters is not asked.
fn is_go_name(text: &[u8]) -> bool {
    let letter = |byte: &u8| byte.is_ascii_alphabetic() || matches!(byte, b'_' | 0x80..);
    text.iter().all(|byte| letter(byte) || byte.is_ascii_digit())
        && text.first().is_some_and(letter)
        && text != b"_"
        && std::str::from_utf8(text).is_ok()
}

/// Whether a token is the word `func`; `ahead` is the input from its start on.
#[inline]
pub(super) fn is_func(token: &Token, ahead: &[u8]) -> bool {
    // Comments may lie within the word, so its span may be longer.
    if token.spliced {
        &*token.text_of(&ahead[..token.span.len()]) == b"func"
    } else {
        token.span.len() == 4 && ahead.starts_with(b"func")
    }
}

fn unexpected(
    source: &Source<'_>,
    token: &Token,
    before: Span,
    expected: Expected,
    context: Option<Context>,
) -> Stop {
    // The end of the file is shown where the next word should have gone.
    let (at, found) = match token.kind {
        TokenKind::End => (Span::at(before.end), Found::End),
        _ => (token.span, Found::Text(token.text(source).into_owned())),
    };
    Fault::Unexpected { at, expected, found, context }.into()
}

fn behind_star(source: &Source<'_>, star: Span, found: Token, open: Span) -> Stop {
    let found = match found.kind {
        TokenKind::End => Found::End,
        _ => Found::Text(found.text(source).into_owned()),
    };
    let context = Some(Context::List(open));
    Fault::Unexpected { at: star, expected: Expected::TypeAfterStar, found, context }.into()
}
