//! Units out of tokens: the package clause, directive lines, tokens at file scope, functions.
//!
//! The parser stops at a fault, reports it, and goes on at the next line that starts with `func`, so one
//! run finds the faults of a whole file. Where the window of the input ends inside a unit it goes back
//! to the unit's start and asks for more.

use std::sync::LazyLock;

use memchr::memmem::Finder;

use super::body::scan_body;
use super::declaration::{go_line, may_declare};
use super::go::{bare_returns, read_header_of_body, read_imports};
use super::header::{is_func, read_func, read_package};
use super::raw::{Keyword, Raw, Scope, next_raw};
use super::token::{Lexer, Stop, Tokens};
use crate::dialect::{Directives, FileScope, Traits};
use crate::fault::Fault;
use crate::model::go::{GoBody, GoFunc};
use crate::model::{Token, TokenKind, Unit};
use crate::source::{Source, Span};

/// After so many faults that were found by reading to the end of the file, the parser gives up: each
/// of them costs time in proportion to the file.
const MOST_RUNS_TO_THE_END: usize = 16;

/// Finds the word that functions start with.
static FUNC: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new("func"));

/// What the parser found next.
#[derive(Debug, PartialEq, Eq)]
pub enum Step {
    /// A unit.
    Unit(Unit),
    /// A fault; the parser has not given up.
    Fault(Fault),
    /// The end of the file.
    End,
}

/// The window ends inside a unit: refill the source and ask again.
#[derive(Debug, PartialEq, Eq)]
pub struct Incomplete {
    /// Where the unit starts.
    pub keep: usize,
    /// The line of that place.
    pub line: u32,
}

/// Where in the grammar of a file the parser is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Start,
    BehindPackage,
    FileScope,
    /// After a fault: the next unit is searched from that offset. The lexer stands before it.
    Lost(usize),
    /// After a fault that was one too many of its kind.
    GivingUp(Span),
    Done,
}

/// Reads a source unit by unit.
#[derive(Debug)]
pub struct Parser {
    dialect: &'static Traits,
    lexer: Lexer,
    place: Place,
    scope: Scope,
    nul: NulSearch,
    /// A step that comes once the NUL bytes before its end have been reported.
    held: Option<Step>,
    runs_to_the_end: usize,
}

impl Parser {
    /// A parser at the start of a file.
    pub fn new(dialect: &'static Traits) -> Self {
        Parser {
            dialect,
            lexer: Lexer { at: 0, line: 1 },
            place: Place::Start,
            scope: Scope { fresh: false, depth: 0 },
            nul: NulSearch::default(),
            held: None,
            runs_to_the_end: 0,
        }
    }

    /// Hands on the tokens of C at file scope that come next, up to anything else or to the window's end. Most units
    /// are such tokens, so they are worth a way of their own; [`Parser::next`] gives what comes after them. Words that
    /// stand one space apart, as they are written too, may come as one token.
    #[inline]
    pub fn each_text(&mut self, source: &Source<'_>, mut take: impl FnMut(&Token, &[u8])) {
        let is_kept = self.dialect.file_scope == FileScope::Kept;
        if is_kept || self.place != Place::FileScope || self.held.is_some() {
            return;
        }
        let mut tokens = Tokens::new(source, self.lexer, self.dialect);
        tokens.directives = self.dialect.directives == Directives::Anywhere;
        tokens.join_words();
        let mut behind = self.lexer;
        // What stops the tokens short stops them again in `next`, which knows what to do about it.
        while let Ok(token) = tokens.next_simple() {
            let (ahead, place) = (tokens.ahead(), tokens.place());
            if !is_plain(&token, ahead)
                || !matches!(declares(source, behind, &token, ahead), Ok(None))
                || !self.nul.is_clear_to(place.at)
            {
                break;
            }
            take(&token, ahead);
            behind = place;
        }
        self.lexer = behind;
    }

    /// The next unit or fault.
    ///
    /// # Errors
    /// [`Incomplete`] where the source's window is too small for the unit; never for a complete source.
    pub fn next(&mut self, source: &Source<'_>) -> Result<Step, Incomplete> {
        if let Some(held) = self.held.take() {
            return Ok(self.behind_nul(source, held));
        }
        if let Place::Lost(from) = self.place {
            self.place = match self.find_func(source, from)? {
                true => Place::FileScope,
                false => Place::Done,
            };
            self.scope = Scope { fresh: true, depth: 0 };
        }
        let (start, place, scope) = (self.lexer, self.place, self.scope);
        match self.unit(source) {
            Ok(step) => Ok(self.behind_nul(source, step)),
            Err(Stop::Incomplete) => {
                (self.lexer, self.place, self.scope) = (start, place, scope);
                Err(self.incomplete())
            }
            Err(Stop::Fault(fault)) => {
                let fault = *fault;
                self.runs_to_the_end += usize::from(fault.ran_to_the_end());
                self.place = if self.runs_to_the_end < MOST_RUNS_TO_THE_END {
                    Place::Lost(fault.resume_at())
                } else {
                    Place::GivingUp(fault.span())
                };
                self.lexer = start;
                Ok(Step::Fault(fault))
            }
        }
    }

    /// The step, or a NUL byte that stands before the lexer; then the step is held back.
    fn behind_nul(&mut self, source: &Source<'_>, step: Step) -> Step {
        match self.nul.next_before(self.lexer.at, source) {
            None => step,
            Some(at) => {
                self.held = Some(step);
                Step::Fault(Fault::NulByte { at: Span::new(at, at + 1) })
            }
        }
    }

    fn unit(&mut self, source: &Source<'_>) -> Result<Step, Stop> {
        match self.place {
            Place::Start => {
                let mut tokens = Tokens::new(source, self.lexer, self.dialect);
                let package = read_package(&mut tokens)?;
                self.lexer = tokens.place();
                self.place = Place::BehindPackage;
                return Ok(Step::Unit(Unit::Package(package)));
            }
            Place::GivingUp(at) => {
                self.place = Place::Done;
                return Ok(Step::Fault(Fault::GaveUp { at }));
            }
            Place::Done => {
                self.lexer.at = source.end();
                return Ok(Step::End);
            }
            Place::BehindPackage | Place::FileScope | Place::Lost(_) => {}
        }
        if self.dialect.file_scope == FileScope::Kept {
            return self.kept_unit(source).map(|unit| unit.map_or(Step::End, Step::Unit));
        }
        let mut tokens = Tokens::new(source, self.lexer, self.dialect);
        tokens.directives =
            self.place == Place::BehindPackage || self.dialect.directives == Directives::Anywhere;
        let before = self.lexer;
        let token = tokens.next()?;
        self.lexer = tokens.place();
        let unit = match token.kind {
            TokenKind::Directive => return Ok(Step::Unit(Unit::Directive(token))),
            TokenKind::End => return Ok(Step::End),
            _ if is_plain(&token, tokens.ahead()) => {
                match declares(source, before, &token, tokens.ahead())? {
                    Some(word) => {
                        let at = Span::new(token.span.start, token.span.start + word.len());
                        return Err(Fault::GoDeclaration { at, word, is_for_go: false }.into());
                    }
                    None => Unit::Text(token),
                }
            }
            _ => {
                tokens.directives = false;
                let (mut func, brace) = read_func(&mut tokens, token)?;
                self.lexer = tokens.place();
                func.body = self.body(source, brace)?;
                Unit::Func(Box::new(func))
            }
        };
        self.place = Place::FileScope;
        Ok(Step::Unit(unit))
    }

    /// The next unit of a file scope that comes out as it is; none at the end of the file.
    fn kept_unit(&mut self, source: &Source<'_>) -> Result<Option<Unit>, Stop> {
        let unit = match next_raw(source, &mut self.lexer, &mut self.scope)? {
            Raw::End => return Ok(None),
            Raw::Text(token) => Unit::Raw(token),
            Raw::Go(keyword) if keyword.is_import => {
                Unit::Imports(read_imports(source, &mut self.lexer, keyword.span)?)
            }
            Raw::Go(keyword) => Unit::GoFunc(Box::new(self.go_func(source, &keyword)?)),
        };
        self.place = Place::FileScope;
        Ok(Some(unit))
    }

    fn go_func(&mut self, source: &Source<'_>, keyword: &Keyword) -> Result<GoFunc, Stop> {
        let (mut func, brace, lexer) = read_header_of_body(source, self.lexer, keyword.span, keyword.line)?;
        self.lexer = lexer;
        func.doc = keyword.doc;
        let span = self.body(source, brace.span)?;
        let bare_returns = match func.signature.results[..] {
            [] => Vec::new(),
            _ => bare_returns(source.slice(span), span.start),
        };
        func.body = Some(GoBody { line: brace.line, span, bare_returns });
        Ok(func)
    }

    /// The body's bytes; leaves the lexer after the `}`.
    fn body(&mut self, source: &Source<'_>, open: Span) -> Result<Span, Stop> {
        let start = self.lexer.at;
        let bytes = source.from(start);
        let length = scan_body(bytes, start, open, self.dialect.comments_go_on)
            .map_err(|fault| if source.is_complete() { fault.into() } else { Stop::Incomplete })?;
        self.lexer.line += bytecount::count(&bytes[..length], b'\n') as u32;
        self.lexer.at = start + length + 1;
        Ok(Span::new(start, start + length))
    }

    /// The unit that the lexer stands before does not lie in the window whole.
    fn incomplete(&self) -> Incomplete {
        Incomplete { keep: self.lexer.at, line: self.lexer.line }
    }

    /// Moves the lexer to the first line at or after `from` that starts with `func`; false if none does.
    fn find_func(&mut self, source: &Source<'_>, from: usize) -> Result<bool, Incomplete> {
        let bytes = source.from(from);
        let found = FUNC.find_iter(bytes).find(|&at| {
            matches!(bytes.get(at + 4), Some(b' ' | b'\t' | b'\r' | b'\n'))
                && is_first_on_line(source, from + at)
        });
        let Some(at) = found.map(|found| from + found) else {
            return if source.is_complete() { Ok(false) } else { Err(self.incomplete()) };
        };
        let skipped = source.slice(Span::new(self.lexer.at, at));
        self.lexer.line += bytecount::count(skipped, b'\n') as u32;
        self.lexer.at = at;
        Ok(true)
    }
}

/// Whether only blanks stand between `at` and the start of its line.
fn is_first_on_line(source: &Source<'_>, at: usize) -> bool {
    let before = (0..at).rev().find(|&at| !matches!(source.byte(at), Some(b' ' | b'\t')));
    before.is_none_or(|at| source.byte(at) == Some(b'\n'))
}

/// Whether a token at file scope is neither a directive, nor the end, nor the start of a function.
#[inline]
fn is_plain(token: &Token, ahead: &[u8]) -> bool {
    match token.kind {
        TokenKind::Word => !is_func(token, ahead),
        kind => !matches!(kind, TokenKind::Directive | TokenKind::End),
    }
}

/// The word of Go that a token at file scope starts with, if its line declares something of Go's. `before` is the end of
/// the token before it.
#[inline]
fn declares(
    source: &Source<'_>,
    before: Lexer,
    token: &Token,
    ahead: &[u8],
) -> Result<Option<&'static str>, Stop> {
    let may_be = may_declare(ahead.first()) && token.kind == TokenKind::Word && token.line > before.line;
    if may_be { go_line(source, ahead) } else { Ok(None) }
}

/// The NUL bytes of the input, the first of each line.
#[derive(Debug, Default)]
struct NulSearch {
    /// No NUL that is still to be reported stands before this offset.
    clear_to: usize,
    /// The window ended within the line of the last one reported: that line goes on at `clear_to`.
    in_line: bool,
}

impl NulSearch {
    #[inline]
    fn is_clear_to(&self, end: usize) -> bool {
        end <= self.clear_to
    }

    /// The next of them before `end`, which lies within the window. Searches the whole window at once, so
    /// that most questions are over with one comparison.
    fn next_before(&mut self, end: usize, source: &Source<'_>) -> Option<usize> {
        if self.is_clear_to(end) {
            return None;
        }
        if self.in_line {
            self.leave_line(source);
            if self.is_clear_to(end) {
                return None;
            }
        }
        let found = memchr::memchr(0, source.from(self.clear_to)).map(|at| self.clear_to + at);
        match found {
            Some(at) if at < end => {
                self.clear_to = at;
                self.leave_line(source);
                Some(at)
            }
            found => {
                self.clear_to = found.unwrap_or(source.end());
                None
            }
        }
    }

    /// Passes the rest of the line that `clear_to` is in, as far as the window shows it: one report is enough
    /// for a line. The window may change many times before the next, so it is not searched for all its newlines.
    fn leave_line(&mut self, source: &Source<'_>) {
        let newline = memchr::memchr(b'\n', source.from(self.clear_to)).map(|at| self.clear_to + at);
        self.in_line = newline.is_none();
        self.clear_to = newline.unwrap_or(source.end());
    }
}
