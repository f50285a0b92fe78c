//! The functions, types and constants that a Go file declares; bodies and variables are passed over.

use super::declarations::{Declares, read_declaration};
use super::header::{Behind, read_header};
use super::token::GoTokenKind as Kind;
use crate::fault::Fault;
use crate::front::token::{Lexer, Stop};
use crate::model::go::{GoBody, GoDecls};
use crate::source::{Source, Span};

/// Reads a Go file, whose source must be complete. A header that cannot be read is passed over where it has a body: what
/// is in Go is the Go compiler's business.
///
/// # Errors
/// The first comment or literal that never closes, or the first declaration without a body that cannot be read.
pub fn read_go_file(source: &Source<'_>) -> Result<GoDecls, Fault> {
    let mut lexer = Lexer { at: 0, line: 1 };
    let mut decls = GoDecls::default();
    let mut depth = 0usize;
    loop {
        let token = taken(lexer.next_go(source))?;
        match token.kind {
            Kind::End => return Ok(decls),
            Kind::OpenBrace | Kind::OpenParen | Kind::OpenBracket => depth += 1,
            Kind::CloseBrace | Kind::CloseParen | Kind::CloseBracket => depth = depth.saturating_sub(1),
            Kind::Name if depth == 0 && token.starts_line && source.slice(token.span) == b"func" => {
                match taken(read_header(source, lexer, token.span, token.line)) {
                    Ok((mut func, behind)) => {
                        let has_body = behind.next.kind == Kind::OpenBrace && !behind.next.starts_line;
                        if has_body {
                            lexer = behind.lexer;
                            func.body = Some(pass_body(source, &mut lexer, &behind)?);
                        } else {
                            // The token after is on a line of its own, and starts what comes next.
                            lexer = Lexer { at: behind.end, line: line_of(source, behind.end) };
                        }
                        func.doc = comment_above(source, token.span);
                        decls.funcs.push(func);
                    }
                    Err(fault) if has_brace_on_line(source, token.span) => drop(fault),
                    Err(fault) => return Err(fault),
                }
            }
            Kind::Name if depth == 0 && token.starts_line => {
                if let Some(what) = Declares::by(source.slice(token.span)) {
                    taken(read_declaration(source, &mut lexer, what, &mut decls))?;
                }
            }
            _ => {}
        }
    }
}

pub(super) fn taken<T>(result: Result<T, Stop>) -> Result<T, Fault> {
    result.map_err(|stop| match stop {
        Stop::Fault(fault) => *fault,
        Stop::Incomplete => Fault::LoneSlash { slash: Span::at(0) },
    })
}

/// Reads up to the `}` that closes a body.
fn pass_body(source: &Source<'_>, lexer: &mut Lexer, behind: &Behind) -> Result<GoBody, Fault> {
    let mut depth = 1usize;
    loop {
        let token = taken(lexer.next_go(source))?;
        match token.kind {
            Kind::OpenBrace => depth += 1,
            Kind::CloseBrace => depth -= 1,
            Kind::End => return Err(Fault::UnclosedBody { open: behind.next.span }),
            _ => {}
        }
        if depth == 0 {
            let span = Span::new(behind.next.span.end, token.span.start);
            return Ok(GoBody { line: behind.next.line, span, bare_returns: Vec::new() });
        }
    }
}

fn line_of(source: &Source<'_>, at: usize) -> u32 {
    source.position(at).line
}

/// Whether the line of a header that cannot be read ends in a brace.
fn has_brace_on_line(source: &Source<'_>, keyword: Span) -> bool {
    source.slice(source.line_span(keyword.start)).trim_ascii_end().ends_with(b"{")
}

/// The lines of comment right above a declaration.
fn comment_above(source: &Source<'_>, keyword: Span) -> Option<Span> {
    let mut start = source.line_span(keyword.start).start;
    let end = start;
    while start > 0 {
        let line = source.line_span(start - 1);
        if !source.slice(line).starts_with(b"//") {
            break;
        }
        start = line.start;
    }
    (start < end).then(|| Span::new(start, end))
}
