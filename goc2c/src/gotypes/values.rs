//! What constants are worth. Integers are exact; a number with a fraction is known where it stands alone.

use super::fault::TypeFault;
use super::layout::World;
use super::literal::{number, quoted};
use super::packages::{DeclId, Fails, Place};
use super::resolve::Ty;
use super::sizes::{Basic, Holds, basic};
use crate::front::read_go_expr;
use crate::model::go::{GoBinary, GoExpr, GoExprKind, GoType, GoTypeKind, GoUnary};
use crate::source::Span;

/// A value.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// An integer, or a character.
    Int(i128),
    /// A number with a fraction.
    Float(f64),
    /// A string.
    Text(Vec<u8>),
    /// A truth value.
    Bool(bool),
}

/// A constant: a value, and the type where it has one.
#[derive(Debug, Clone)]
pub struct Const {
    /// The value.
    pub value: Value,
    /// What its type is at bottom.
    pub basic: Option<&'static Basic>,
}

/// An expression in a file, with what `iota` is there.
#[derive(Clone, Copy)]
struct Scope {
    place: Place,
    iota: u32,
}

/// Where something is that is not computed.
struct Unknown(Span);

impl World<'_> {
    /// What an expression in a file is worth.
    pub fn value_at(&self, place: Place, at: Span, iota: u32) -> Fails<Const> {
        let read = |package: &super::packages::GoPackage| read_go_expr(&package.files[place.file].source, at);
        let expr = read(&self.packages.package(place.package));
        let value = expr.ok_or(Unknown(at)).and_then(|expr| self.value(Scope { place, iota }, &expr));
        value.map_err(|Unknown(at)| self.packages.fault(place, TypeFault::NoValue { at }))
    }

    /// What a constant is worth.
    pub fn constant(&self, id: DeclId) -> Fails<Const> {
        let (name, ty, value, iota) =
            self.packages.with_const(id, |_, decl| (decl.name, decl.ty.clone(), decl.value, decl.iota));
        let unknown = || self.packages.fault(id.place, TypeFault::NoValue { at: name });
        let known = self.values.borrow().get(&id).cloned();
        match known {
            Some(Some(known)) => return Ok(known),
            // It needs itself.
            Some(None) => return Err(unknown()),
            None => {}
        }
        self.values.borrow_mut().insert(id, None);
        let found = self.deeper(unknown, || {
            let value = value.ok_or_else(unknown)?;
            let found = self.value_at(id.place, value, iota)?;
            let Some(ty) = ty else { return Ok(found) };
            let basic = self.bottom(id.place, &ty);
            basic.and_then(|basic| self.convert(found, basic)).ok_or_else(unknown)
        });
        self.values.borrow_mut().remove(&id);
        let found = found?;
        self.values.borrow_mut().insert(id, Some(found.clone()));
        Ok(found)
    }

    fn value(&self, scope: Scope, expr: &GoExpr) -> Result<Const, Unknown> {
        self.deeper(|| Unknown(expr.span), || self.value_of_parts(scope, expr))
    }

    fn value_of_parts(&self, scope: Scope, expr: &GoExpr) -> Result<Const, Unknown> {
        let unknown = || Unknown(expr.span);
        let untyped =
            |value: Option<Value>| value.map(|value| Const { value, basic: None }).ok_or_else(unknown);
        let text = |span| self.packages.text(scope.place, span);
        match &expr.kind {
            GoExprKind::Number(at) => untyped(number(&text(*at))),
            GoExprKind::Literal(at) => untyped(quoted(text(*at).as_bytes())),
            GoExprKind::Name => match &*text(expr.span) {
                "iota" => untyped(Some(Value::Int(scope.iota.into()))),
                "true" => untyped(Some(Value::Bool(true))),
                "false" => untyped(Some(Value::Bool(false))),
                name => {
                    let id = self.packages.const_named(scope.place.package, name).ok_or_else(unknown)?;
                    self.constant(id).map_err(|_| unknown())
                }
            },
            GoExprKind::Qualified { package, name } => {
                let number = self.packages.imported(scope.place, &text(*package), *package);
                let number = number.ok().flatten().ok_or_else(unknown)?;
                let id = self.packages.const_named(number, &text(*name)).ok_or_else(unknown)?;
                self.constant(id).map_err(|_| unknown())
            }
            GoExprKind::Unary(op, of) => {
                let of = self.value(scope, of)?;
                self.unary(*op, of).ok_or_else(unknown)
            }
            GoExprKind::Binary(op, left, right) => {
                let (left, right) = (self.value(scope, left)?, self.value(scope, right)?);
                self.binary(*op, left, right).ok_or_else(unknown)
            }
            GoExprKind::Call { callee, of } => self.call(scope, *callee, of).ok_or_else(unknown),
            GoExprKind::Zero(_) => Err(unknown()),
        }
    }

    fn call(&self, scope: Scope, callee: Span, of: &GoExpr) -> Option<Const> {
        let name = self.packages.text(scope.place, callee);
        match (&*name, &of.kind) {
            ("unsafe.Sizeof", GoExprKind::Zero(ty)) => {
                let ty = self.resolve(scope.place, ty).ok()?;
                let size = self.layout(&ty).ok()?.size;
                Some(Const { value: Value::Int(size.into()), basic: basic("uintptr") })
            }
            ("len", _) => match self.value(scope, of).ok()?.value {
                Value::Text(text) => {
                    Some(Const { value: Value::Int(text.len() as i128), basic: basic("int") })
                }
                _ => None,
            },
            _ => {
                let to = self.bottom_of_name(scope.place, callee)?;
                self.convert(self.value(scope, of).ok()?, to)
            }
        }
    }

    /// What a type is at bottom, if that is one of Go's own.
    fn bottom(&self, place: Place, ty: &GoType) -> Option<&'static Basic> {
        let mut ty = self.resolve(place, ty).ok()?;
        // A circle of types ends when it has been gone round so often.
        for _ in 0..64 {
            match ty {
                Ty::Basic(basic) => return Some(basic),
                Ty::Named(id) => ty = self.declared(id).ok()?,
                _ => return None,
            }
        }
        None
    }

    fn bottom_of_name(&self, place: Place, at: Span) -> Option<&'static Basic> {
        let text = self.packages.text(place, at);
        let kind = match text.find('.') {
            None => GoTypeKind::Name,
            Some(dot) => GoTypeKind::Qualified {
                package: Span::new(at.start, at.start + dot),
                name: Span::new(at.start + dot + 1, at.end),
            },
        };
        self.bottom(place, &GoType { span: at, kind })
    }

    /// A value as one of a type that can hold it.
    fn convert(&self, from: Const, to: &'static Basic) -> Option<Const> {
        let value = match (from.value, to.holds) {
            (Value::Int(value), Holds::Signed | Holds::Unsigned) => Value::Int(self.fitting(value, to)?),
            (Value::Float(value), Holds::Signed | Holds::Unsigned) if value.fract() == 0.0 => {
                Value::Int(self.fitting(exact(value)?, to)?)
            }
            (Value::Int(value), Holds::Float) if exact(value as f64) == Some(value) => {
                Value::Float(value as f64)
            }
            (Value::Float(value), Holds::Float) if to.go == "float32" => Value::Float((value as f32).into()),
            (value @ Value::Float(_), Holds::Float)
            | (value @ Value::Text(_), Holds::Text)
            | (value @ Value::Bool(_), Holds::Bool) => value,
            _ => return None,
        };
        Some(Const { value, basic: Some(to) })
    }

    fn fitting(&self, value: i128, to: &Basic) -> Option<i128> {
        let bits = to.bits(self.sizes);
        let range = match to.holds {
            Holds::Unsigned => 0..=(1i128 << bits) - 1,
            _ => -(1i128 << (bits - 1))..=(1i128 << (bits - 1)) - 1,
        };
        range.contains(&value).then_some(value)
    }

    fn unary(&self, op: GoUnary, of: Const) -> Option<Const> {
        let value = match (op, of.value) {
            (GoUnary::Minus, Value::Int(value)) => Value::Int(value.checked_neg()?),
            (GoUnary::Minus, Value::Float(value)) => Value::Float(-value),
            (GoUnary::Plus, value @ (Value::Int(_) | Value::Float(_))) => value,
            (GoUnary::Complement, Value::Int(value)) => match of.basic {
                Some(basic) if basic.holds == Holds::Unsigned => {
                    Value::Int(!value & ((1i128 << basic.bits(self.sizes)) - 1))
                }
                _ => Value::Int(!value),
            },
            (GoUnary::Not, Value::Bool(value)) => Value::Bool(!value),
            _ => return None,
        };
        self.typed(value, of.basic)
    }

    /// A value of a type, which must be able to hold it.
    fn typed(&self, value: Value, basic: Option<&'static Basic>) -> Option<Const> {
        match basic {
            Some(to) => self.convert(Const { value, basic }, to),
            None => Some(Const { value, basic }),
        }
    }

    fn binary(&self, op: GoBinary, left: Const, right: Const) -> Option<Const> {
        use std::cmp::Ordering;
        let is_shift = matches!(op, GoBinary::ShiftLeft | GoBinary::ShiftRight);
        let basic = if is_shift { left.basic } else { left.basic.or(right.basic) };
        let compared = |order: Ordering| match op {
            GoBinary::Equal => Some(order.is_eq()),
            GoBinary::Unequal => Some(order.is_ne()),
            GoBinary::Less => Some(order.is_lt()),
            GoBinary::LessEqual => Some(order.is_le()),
            GoBinary::Greater => Some(order.is_gt()),
            GoBinary::GreaterEqual => Some(order.is_ge()),
            _ => None,
        };
        let truth = |value| Some(Const { value: Value::Bool(value), basic: None });
        match (left.value, right.value) {
            (Value::Int(a), Value::Int(b)) => match compared(a.cmp(&b)) {
                Some(value) => truth(value),
                None => self.typed(Value::Int(integers(op, a, b)?), basic),
            },
            (Value::Text(a), Value::Text(b)) => match compared(a.cmp(&b)) {
                Some(value) => truth(value),
                None if op == GoBinary::Add => self.typed(Value::Text([a, b].concat()), basic),
                None => None,
            },
            (Value::Bool(a), Value::Bool(b)) => match op {
                GoBinary::AndThen => truth(a && b),
                GoBinary::OrElse => truth(a || b),
                GoBinary::Equal => truth(a == b),
                GoBinary::Unequal => truth(a != b),
                _ => None,
            },
            _ => None,
        }
    }
}

/// The integer that a number is.
fn exact(value: f64) -> Option<i128> {
    let integer = value as i128;
    (integer as f64 == value && value.abs() < 2f64.powi(100)).then_some(integer)
}

fn integers(op: GoBinary, a: i128, b: i128) -> Option<i128> {
    match op {
        GoBinary::Add => a.checked_add(b),
        GoBinary::Subtract => a.checked_sub(b),
        GoBinary::Multiply => a.checked_mul(b),
        GoBinary::Divide => a.checked_div(b),
        GoBinary::Remainder => a.checked_rem(b),
        GoBinary::And => Some(a & b),
        GoBinary::Or => Some(a | b),
        GoBinary::Xor => Some(a ^ b),
        GoBinary::AndNot => Some(a & !b),
        GoBinary::ShiftLeft => {
            let by = u32::try_from(b).ok().filter(|by| *by < 127)?;
            a.checked_mul(1i128.checked_shl(by)?)
        }
        GoBinary::ShiftRight => Some(a >> u32::try_from(b).ok()?.min(127)),
        _ => None,
    }
}
