//! Constant expressions of Go, by operator precedence (Go's specification, "Operators"). Unaware of what names mean.

use super::file::taken;
use super::token::{GoToken, GoTokenKind as Kind};
use super::types::GoCursor;
use crate::fault::Fault;
use crate::front::token::{Lexer, Stop};
use crate::model::go::{GoBinary, GoExpr, GoExprKind, GoType, GoUnary};
use crate::source::{Source, Span};

/// Expressions within expressions, at the deepest, and operators in one: guards for the stack.
const DEEPEST: usize = 64;
const MOST: usize = 200;

/// Binary operators and how strongly they bind; a longer one stands before those that it starts with.
const BINARY: [(&[u8], GoBinary, u8); 19] = [
    (b"||", GoBinary::OrElse, 1),
    (b"&&", GoBinary::AndThen, 2),
    (b"==", GoBinary::Equal, 3),
    (b"!=", GoBinary::Unequal, 3),
    (b"<<", GoBinary::ShiftLeft, 5),
    (b">>", GoBinary::ShiftRight, 5),
    (b"<=", GoBinary::LessEqual, 3),
    (b">=", GoBinary::GreaterEqual, 3),
    (b"<", GoBinary::Less, 3),
    (b">", GoBinary::Greater, 3),
    (b"+", GoBinary::Add, 4),
    (b"-", GoBinary::Subtract, 4),
    (b"|", GoBinary::Or, 4),
    (b"^", GoBinary::Xor, 4),
    (b"*", GoBinary::Multiply, 5),
    (b"/", GoBinary::Divide, 5),
    (b"%", GoBinary::Remainder, 5),
    (b"&^", GoBinary::AndNot, 5),
    (b"&", GoBinary::And, 5),
];

/// Reads the expression that a span of a complete source holds; none where it is none of those that constants have.
pub fn read_go_expr(source: &Source<'_>, span: Span) -> Option<GoExpr> {
    let mut reader = Reader { source, at: span.start, end: span.end, depth: 0, operators: 0 };
    let expr = reader.binary(1)?;
    reader.rest().is_empty().then_some(expr)
}

struct Reader<'r, 'i> {
    source: &'r Source<'i>,
    at: usize,
    end: usize,
    depth: usize,
    operators: usize,
}

impl Reader<'_, '_> {
    /// The next token, which stays.
    fn peek(&self) -> Option<GoToken> {
        let mut lexer = Lexer { at: self.at, line: 1 };
        let token = lexer.next_go(self.source).ok()?;
        (token.span.end <= self.end && token.kind != Kind::End).then_some(token)
    }

    /// What has not been read.
    fn rest(&self) -> &[u8] {
        let start = self.peek().map_or(self.end, |token| token.span.start);
        self.source.slice(Span::new(start, self.end))
    }

    fn eat(&mut self, kind: Kind) -> Option<GoToken> {
        let token = self.peek().filter(|token| token.kind == kind)?;
        self.at = token.span.end;
        Some(token)
    }

    fn binary(&mut self, weakest: u8) -> Option<GoExpr> {
        if self.depth == DEEPEST {
            return None;
        }
        self.depth += 1;
        let mut left = self.unary()?;
        loop {
            let rest = self.rest();
            let row = BINARY.iter().filter(|(text, ..)| rest.starts_with(text));
            let Some(&(text, op, strength)) = row.max_by_key(|(text, ..)| text.len()) else { break };
            if strength < weakest {
                break;
            }
            self.operators += 1;
            if self.operators > MOST {
                return None;
            }
            self.at = self.peek()?.span.start + text.len();
            let right = self.binary(strength + 1)?;
            let span = Span::new(left.span.start, right.span.end);
            left = GoExpr { span, kind: GoExprKind::Binary(op, Box::new(left), Box::new(right)) };
        }
        self.depth -= 1;
        Some(left)
    }

    fn unary(&mut self) -> Option<GoExpr> {
        let start = self.peek()?.span.start;
        let op = match self.source.byte(start)? {
            b'-' => GoUnary::Minus,
            b'+' => GoUnary::Plus,
            b'^' => GoUnary::Complement,
            b'!' => GoUnary::Not,
            _ => return self.operand(),
        };
        self.at = start + 1;
        self.depth += 1;
        let of = if self.depth < DEEPEST { self.unary()? } else { return None };
        self.depth -= 1;
        Some(GoExpr { span: Span::new(start, of.span.end), kind: GoExprKind::Unary(op, Box::new(of)) })
    }

    fn operand(&mut self) -> Option<GoExpr> {
        let token = self.peek()?;
        let start = token.span.start;
        self.at = token.span.end;
        let kind = match token.kind {
            Kind::Number => {
                self.at = self.number_end(token.span);
                GoExprKind::Number(Span::new(start, self.at))
            }
            Kind::Dot => {
                let digits = self.eat(Kind::Number)?;
                self.at = self.number_end(digits.span);
                GoExprKind::Number(Span::new(start, self.at))
            }
            Kind::Literal => GoExprKind::Literal(token.span),
            Kind::OpenParen => {
                let inner = self.binary(1)?;
                self.eat(Kind::CloseParen)?;
                inner.kind
            }
            Kind::Name => match self.eat(Kind::Dot) {
                Some(_) => GoExprKind::Qualified { package: token.span, name: self.eat(Kind::Name)?.span },
                None => GoExprKind::Name,
            },
            _ => return None,
        };
        let mut expr = GoExpr { span: Span::new(start, self.at), kind };
        if self.eat(Kind::OpenBrace).is_some() {
            self.eat(Kind::CloseBrace)?;
            let kind = GoExprKind::Zero(self.type_at(expr.span).ok()?);
            expr = GoExpr { span: Span::new(start, self.at), kind };
        } else if self.eat(Kind::OpenParen).is_some() {
            let of = Box::new(self.binary(1)?);
            self.eat(Kind::CloseParen)?;
            let kind = GoExprKind::Call { callee: expr.span, of };
            expr = GoExpr { span: Span::new(start, self.at), kind };
        }
        Some(expr)
    }

    /// The sign of an exponent is a part of the number.
    fn number_end(&self, number: Span) -> usize {
        let text = self.source.slice(number).to_ascii_lowercase();
        let exponent: &[u8] = if text.starts_with(b"0x") { b"p" } else { b"e" };
        let signed = matches!(self.source.byte(number.end), Some(b'+' | b'-')) && text.ends_with(exponent);
        let digits = self.source.from(number.end + 1).iter().take_while(|byte| byte.is_ascii_digit()).count();
        if signed { number.end + 1 + digits } else { number.end }
    }

    fn type_at(&self, at: Span) -> Result<GoType, Fault> {
        let lexer = Lexer { at: at.start, line: 1 };
        let read = |lexer| -> Result<_, Stop> { GoCursor::new(self.source, lexer, at)?.in_go_file().ty() };
        taken(read(lexer))
    }
}
