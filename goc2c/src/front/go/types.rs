//! Types and signatures in Go's spelling.
//!
//! A cursor with one token of look-ahead over the lexer; types and lists of parameters are read by recursive
//! descent, and each remembers its span. Knows nothing of functions and files.

use super::letters::check_letters;
use super::token::{GoToken, GoTokenKind as Kind};
use crate::fault::go::GoFault;
use crate::fault::{Expected, Fault, Found};
use crate::front::token::{Lexer, Stop};
use crate::model::go::{
    ChanDirection, GoMember, GoParam, GoSignature, GoType, GoTypeKind, is_go_keyword, text_of,
};
use crate::source::{Source, Span};

/// What a name is of, for [`GoFault::Keyword`].
const A_TYPE: &str = "a type";
pub(super) const A_METHOD: &str = "a method";
const A_FIELD: &str = "a field";

/// Types within types, at the deepest: a guard for the stack.
const DEEPEST: usize = 64;

/// Reads tokens of Go with a look at the next.
pub(super) struct GoCursor<'c, 'i> {
    pub(super) source: &'c Source<'i>,
    lexer: Lexer,
    next: GoToken,
    /// Where the last token that was taken ends.
    pub(super) end: usize,
    /// The word `func`, or what else the reading started at; shown where the file ends too early.
    start: Span,
    depth: usize,
    /// Whether it reads a Go file, where more may stand than C has.
    in_go_file: bool,
}

impl<'c, 'i> GoCursor<'c, 'i> {
    /// A cursor whose first token is the one at `lexer`.
    pub(super) fn new(source: &'c Source<'i>, mut lexer: Lexer, start: Span) -> Result<Self, Stop> {
        let next = lexer.next_go(source)?;
        Ok(GoCursor { source, lexer, next, end: start.end, start, depth: 0, in_go_file: false })
    }

    /// For a Go file: lengths of arrays are any expressions, and types may have arguments.
    pub(super) fn in_go_file(self) -> Self {
        GoCursor { in_go_file: true, ..self }
    }

    /// The next token, which stays.
    pub(super) fn peek(&self) -> GoToken {
        self.next
    }

    /// The next token's text.
    pub(super) fn text(&self) -> &'c [u8] {
        self.source.slice(self.next.span)
    }

    /// Takes the next token.
    pub(super) fn take(&mut self) -> Result<GoToken, Stop> {
        let token = self.next;
        if token.kind == Kind::Name {
            check_letters(self.text(), token.span.start)?;
        }
        self.end = token.span.end;
        self.next = self.lexer.next_go(self.source)?;
        Ok(token)
    }

    /// Takes the next token if it is of that kind.
    pub(super) fn eat(&mut self, kind: Kind) -> Result<Option<GoToken>, Stop> {
        if self.next.kind == kind { self.take().map(Some) } else { Ok(None) }
    }

    /// Takes the next token, which must be of that kind.
    pub(super) fn expect(&mut self, kind: Kind, expected: Expected) -> Result<GoToken, Stop> {
        if self.next.kind == kind { self.take() } else { Err(self.unexpected(expected)) }
    }

    /// Takes the next token, which must be a name that Go can give.
    pub(super) fn expect_name(&mut self, expected: Expected, what: &'static str) -> Result<Span, Stop> {
        let name = self.expect(Kind::Name, expected)?.span;
        check_name(self.source, name, what)?;
        Ok(name)
    }

    /// The next token as a fault.
    pub(super) fn unexpected(&self, expected: Expected) -> Stop {
        if self.next.kind == Kind::Name
            && let Err(odd) = check_letters(self.text(), self.next.span.start)
        {
            return odd;
        }
        Stop::from(match self.next.kind {
            Kind::End => Fault::CutHeader { keyword: self.start, expected },
            _ => Fault::from(GoFault::Unexpected {
                at: self.next.span,
                expected,
                found: Found::Text(self.text().to_vec()),
                header: self.start,
            }),
        })
    }

    /// Parameters, and results if there are any.
    pub(super) fn signature(&mut self) -> Result<GoSignature, Stop> {
        let params = self.list(Expected::OpenParen)?;
        let results = match self.next.kind {
            Kind::OpenParen => self.list(Expected::OpenParen)?,
            _ if self.at_type() && !self.next.starts_line => {
                vec![GoParam { names: Vec::new(), ty: self.ty()? }]
            }
            _ => Vec::new(),
        };
        if let Some(at) = results.iter().find_map(|result| variadic(&result.ty)) {
            return Err(GoFault::VariadicPlace { at }.into());
        }
        Ok(GoSignature { params, results })
    }

    /// A list in parentheses: of types, or of names and types.
    pub(super) fn list(&mut self, expected: Expected) -> Result<Vec<GoParam>, Stop> {
        let open = self.expect(Kind::OpenParen, expected)?.span;
        let mut entries = Vec::new();
        while self.next.kind != Kind::CloseParen {
            if self.next.kind == Kind::End {
                return Err(Fault::UnclosedList { open, expected: Expected::Parameter }.into());
            }
            entries.push(self.entry()?);
            match self.next.kind {
                Kind::Comma => self.take().map(|_| ())?,
                Kind::CloseParen => {}
                Kind::End => {
                    let expected = Expected::CommaOrCloseParen;
                    return Err(Fault::UnclosedList { open, expected }.into());
                }
                _ => return Err(self.unexpected(Expected::CommaOrCloseParen)),
            }
        }
        self.take()?;
        let count = entries.len();
        let dots = entries.iter().take(count.saturating_sub(1)).find_map(|entry| variadic(entry.last()));
        match dots {
            Some(at) => Err(GoFault::VariadicPlace { at }.into()),
            None => group(self.source, entries),
        }
    }

    fn entry(&mut self) -> Result<Entry, Stop> {
        if self.next.kind == Kind::Name && !TYPE_WORDS.contains(&self.text()) {
            let name = self.take()?.span;
            if self.next.kind == Kind::Dot {
                let qualified = self.qualified(name)?;
                return Ok(Entry::Type(qualified));
            }
            if self.next.kind == Kind::Dots || self.at_type() {
                return Ok(Entry::Named(name, self.param_type()?));
            }
            return Ok(Entry::Word(GoType { span: name, kind: GoTypeKind::Name }));
        }
        if self.next.kind == Kind::Dots || self.at_type() {
            return Ok(Entry::Type(self.param_type()?));
        }
        Err(self.unexpected(Expected::Parameter))
    }

    fn param_type(&mut self) -> Result<GoType, Stop> {
        match self.eat(Kind::Dots)? {
            None => self.ty(),
            Some(dots) => {
                let element = self.ty()?;
                let span = Span::new(dots.span.start, element.span.end);
                Ok(GoType { span, kind: GoTypeKind::Variadic(Box::new(element)) })
            }
        }
    }

    /// Whether a type may start at the next token.
    fn at_type(&self) -> bool {
        matches!(self.next.kind, Kind::Name | Kind::Star | Kind::OpenBracket | Kind::OpenParen | Kind::Arrow)
    }

    /// A type.
    pub(super) fn ty(&mut self) -> Result<GoType, Stop> {
        if self.depth == DEEPEST {
            return Err(GoFault::TypeTooDeep { at: self.next.span }.into());
        }
        self.depth += 1;
        let start = self.next.span.start;
        let kind = self.type_kind();
        self.depth -= 1;
        let kind = kind?;
        Ok(match kind {
            // Parentheses leave no trace.
            Shape::Whole(ty) => ty,
            Shape::Kind(kind) => GoType { span: Span::new(start, self.end), kind },
        })
    }

    fn type_kind(&mut self) -> Result<Shape, Stop> {
        let boxed = |cursor: &mut Self| cursor.ty().map(Box::new);
        let kind = match self.next.kind {
            Kind::Star => {
                self.take()?;
                GoTypeKind::Pointer(boxed(self)?)
            }
            Kind::OpenParen => {
                self.take()?;
                let ty = self.ty()?;
                self.expect(Kind::CloseParen, Expected::CloseParen)?;
                return Ok(Shape::Whole(ty));
            }
            Kind::OpenBracket => self.bracketed()?,
            Kind::Arrow => {
                self.take()?;
                if self.text() != b"chan" {
                    return Err(self.unexpected(Expected::Chan));
                }
                self.take()?;
                GoTypeKind::Chan(ChanDirection::Receive, boxed(self)?)
            }
            Kind::Name => match self.text() {
                b"chan" => {
                    self.take()?;
                    let send = self.eat(Kind::Arrow)?.is_some();
                    let direction = if send { ChanDirection::Send } else { ChanDirection::Both };
                    GoTypeKind::Chan(direction, boxed(self)?)
                }
                b"map" => {
                    self.take()?;
                    self.expect(Kind::OpenBracket, Expected::OpenBracket)?;
                    let key = boxed(self)?;
                    self.expect(Kind::CloseBracket, Expected::CloseBracket)?;
                    GoTypeKind::Map(key, boxed(self)?)
                }
                b"func" => {
                    self.take()?;
                    GoTypeKind::Func(Box::new(self.signature()?))
                }
                b"interface" => {
                    self.take()?;
                    GoTypeKind::Interface(self.members(Self::method)?)
                }
                b"struct" => {
                    self.take()?;
                    GoTypeKind::Struct(self.members(Self::field)?)
                }
                _ => {
                    let name = self.expect_name(Expected::Type, A_TYPE)?;
                    if self.next.kind != Kind::Dot {
                        return self.not_generic(GoTypeKind::Name).map(Shape::Kind);
                    }
                    return self.qualified(name).map(Shape::Whole);
                }
            },
            _ => return Err(self.unexpected(Expected::Type)),
        };
        Ok(Shape::Kind(kind))
    }

    fn qualified(&mut self, package: Span) -> Result<GoType, Stop> {
        self.take()?;
        let name = self.expect_name(Expected::TypeAfterDot, A_TYPE)?;
        let kind = self.not_generic(GoTypeKind::Qualified { package, name })?;
        Ok(GoType { span: Span::new(package.start, self.end), kind })
    }

    fn not_generic(&mut self, kind: GoTypeKind) -> Result<GoTypeKind, Stop> {
        match self.next.kind {
            Kind::OpenBracket if !self.next.starts_line && self.in_go_file => {
                let open = self.take()?.span;
                let mut depth = 1usize;
                while depth > 0 && self.next.kind != Kind::End {
                    match self.take()?.kind {
                        Kind::OpenBracket => depth += 1,
                        Kind::CloseBracket => depth -= 1,
                        _ => {}
                    }
                }
                Ok(GoTypeKind::Generic { arguments: Span::new(open.start, self.end) })
            }
            Kind::OpenBracket if !self.next.starts_line => {
                Err(GoFault::GenericType { at: self.next.span }.into())
            }
            _ => Ok(kind),
        }
    }

    /// `[]T` and `[N]T`
    fn bracketed(&mut self) -> Result<GoTypeKind, Stop> {
        let open = self.take()?.span;
        if self.eat(Kind::CloseBracket)?.is_some() {
            return self.ty().map(|element| GoTypeKind::Slice(Box::new(element)));
        }
        let start = self.next.span.start;
        let fits = matches!(self.next.kind, Kind::Number | Kind::Name);
        while !matches!(self.next.kind, Kind::CloseBracket | Kind::End) && !self.next.starts_line {
            self.take()?;
        }
        let length = Span::new(start, self.end.max(start));
        let is_one = fits && !self.source.slice(length).iter().any(|byte| b" +-*/%&|^.(<>".contains(byte));
        if self.next.kind == Kind::CloseBracket && !is_one && !self.in_go_file {
            return Err(GoFault::ArrayLength { at: Span::new(open.start, self.next.span.end) }.into());
        }
        self.expect(Kind::CloseBracket, Expected::CloseBracket)?;
        let element = Box::new(self.ty()?);
        Ok(GoTypeKind::Array { length, element })
    }

    /// What stands between the braces of an interface or a struct.
    fn members(&mut self, member: fn(&mut Self) -> Result<GoMember, Stop>) -> Result<Vec<GoMember>, Stop> {
        self.expect(Kind::OpenBrace, Expected::OpenBrace)?;
        let mut members = Vec::new();
        while self.eat(Kind::CloseBrace)?.is_none() {
            members.push(member(self)?);
            let separated = self.eat(Kind::Semicolon)?.is_some() || self.next.starts_line;
            if !separated && self.next.kind != Kind::CloseBrace {
                return Err(self.unexpected(Expected::CloseBrace));
            }
        }
        Ok(members)
    }

    fn method(&mut self) -> Result<GoMember, Stop> {
        let name = self.expect_name(Expected::Method, A_METHOD)?;
        Ok(match self.next.kind {
            Kind::OpenParen => GoMember::Method(name, self.signature()?),
            Kind::Dot => GoMember::Field { names: Vec::new(), ty: self.qualified(name)?, tag: None },
            _ => {
                let ty = GoType { span: name, kind: GoTypeKind::Name };
                GoMember::Field { names: Vec::new(), ty, tag: None }
            }
        })
    }

    fn field(&mut self) -> Result<GoMember, Stop> {
        let mut names = Vec::new();
        let ty = if self.next.kind == Kind::Star {
            self.ty()?
        } else {
            let first = self.expect_name(Expected::FieldName, A_FIELD)?;
            let ends = self.next.starts_line
                || matches!(self.next.kind, Kind::Semicolon | Kind::CloseBrace | Kind::Literal);
            if self.next.kind == Kind::Dot {
                self.qualified(first)?
            } else if ends {
                GoType { span: first, kind: GoTypeKind::Name }
            } else {
                names.push(first);
                while self.eat(Kind::Comma)?.is_some() {
                    names.push(self.expect_name(Expected::FieldName, A_FIELD)?);
                }
                self.ty()?
            }
        };
        let tag = if self.next.starts_line { None } else { self.eat(Kind::Literal)?.map(|tag| tag.span) };
        Ok(GoMember::Field { names, ty, tag })
    }

    /// The lexer after the next token.
    pub(super) fn lexer_behind_next(&self) -> Lexer {
        self.lexer
    }
}

/// Refuses a keyword as a name.
pub(super) fn check_name(source: &Source<'_>, name: Span, what: &'static str) -> Result<(), Stop> {
    if is_go_keyword(source.slice(name)) {
        return Err(GoFault::Keyword { at: name, name: text_of(source, name), what }.into());
    }
    Ok(())
}

/// Keywords that start a type; others may name a parameter, as C may have them.
const TYPE_WORDS: [&[u8]; 5] = [b"chan", b"func", b"interface", b"map", b"struct"];

enum Shape {
    Kind(GoTypeKind),
    Whole(GoType),
}

/// What stands between two commas of a list.
enum Entry {
    /// A name and a type.
    Named(Span, GoType),
    /// One word: a type, or a name whose type is still to come.
    Word(GoType),
    /// What can only be a type.
    Type(GoType),
}

impl Entry {
    fn last(&self) -> &GoType {
        match self {
            Entry::Named(_, ty) | Entry::Word(ty) | Entry::Type(ty) => ty,
        }
    }
}

/// Where the dots of a variadic type are.
fn variadic(ty: &GoType) -> Option<Span> {
    matches!(ty.kind, GoTypeKind::Variadic(_)).then(|| Span::new(ty.span.start, ty.span.start + 3))
}

/// Go's rule: with one name and type in a list, every word without a type is a name of the next.
fn group(source: &Source<'_>, entries: Vec<Entry>) -> Result<Vec<GoParam>, Stop> {
    if !entries.iter().any(|entry| matches!(entry, Entry::Named(..))) {
        for entry in &entries {
            if let Entry::Word(word) = entry {
                check_name(source, word.span, A_TYPE)?;
            }
        }
        let param = |entry| match entry {
            Entry::Named(_, ty) | Entry::Word(ty) | Entry::Type(ty) => GoParam { names: Vec::new(), ty },
        };
        return Ok(entries.into_iter().map(param).collect());
    }
    let mut params = Vec::new();
    let mut names = Vec::new();
    for entry in entries {
        match entry {
            Entry::Word(word) => names.push(word.span),
            Entry::Named(name, ty) => {
                names.push(name);
                params.push(GoParam { names: std::mem::take(&mut names), ty });
            }
            Entry::Type(ty) => return Err(GoFault::MixedList { at: ty.span, is_name: false }.into()),
        }
    }
    match names.first() {
        Some(&at) => Err(GoFault::MixedList { at, is_name: true }.into()),
        None => Ok(params),
    }
}
