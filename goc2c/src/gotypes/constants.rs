//! Constants of Go in C: integers as `enum`, so that a variable of that name may hide them; others as `static const`.

use super::sizes::{Basic, Holds};
use super::values::{Const, Value};

/// The declaration of a constant; none where C has nothing for it.
pub fn declare(name: &str, constant: &Const) -> Option<String> {
    let unused = "__attribute__((__unused__)) static const";
    let holds = |what: Holds| constant.basic.is_none_or(|basic: &Basic| basic.holds == what);
    match &constant.value {
        Value::Bool(value) => Some(format!("enum {{ {name} = {} }};\n", u8::from(*value))),
        Value::Int(value) => {
            let value = integer(*value)?;
            Some(format!("enum {{ {name} = {value} }};\n"))
        }
        Value::Float(value) if holds(Holds::Float) => {
            let ty = constant.basic.map_or("float64", |basic| basic.c);
            Some(format!("{unused} {ty} {name} = {value:?};\n"))
        }
        Value::Text(text) => {
            let length = text.len();
            let literal = literal(text);
            Some(format!("{unused} String {name} = {{(const uint8 *){literal}, {length}}};\n"))
        }
        Value::Float(_) => None,
    }
}

/// An integer as C has it; none where no type of C holds it.
fn integer(value: i128) -> Option<String> {
    let most = i128::from(i64::MAX);
    match value {
        // C has no such literal with a sign.
        _ if value == i128::from(i64::MIN) => Some(format!("(-{most}LL - 1)")),
        _ if i32::try_from(value).is_ok() => Some(value.to_string()),
        _ if i64::try_from(value).is_ok() => Some(format!("{value}LL")),
        _ if u64::try_from(value).is_ok() => Some(format!("{value}ULL")),
        _ => None,
    }
}

/// A string as C has it; what is no plain sign is in octal, three digits each.
fn literal(text: &[u8]) -> String {
    let mut literal = String::from("\"");
    for &byte in text {
        match byte {
            // Two question marks start what C once read as another sign.
            b'"' | b'\\' | b'?' => literal.extend(['\\', char::from(byte)]),
            b' '..=b'~' => literal.push(char::from(byte)),
            _ => literal += &format!("\\{byte:03o}"),
        }
    }
    literal + "\""
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gotypes::sizes::basic;

    #[test]
    fn each_kind_has_its_declaration() {
        let told = |value, basic| declare("N", &Const { value, basic }).unwrap_or_default();
        assert_eq!(told(Value::Int(-5), None), "enum { N = -5 };\n");
        assert_eq!(told(Value::Int(i128::from(u64::MAX)), None), "enum { N = 18446744073709551615ULL };\n");
        assert_eq!(
            told(Value::Int(i128::from(i64::MIN)), None),
            "enum { N = (-9223372036854775807LL - 1) };\n"
        );
        assert_eq!(told(Value::Int(1 << 64), None), "");
        assert_eq!(told(Value::Bool(true), None), "enum { N = 1 };\n");
        let unused = "__attribute__((__unused__)) static const";
        assert_eq!(told(Value::Float(0.1), None), format!("{unused} float64 N = 0.1;\n"));
        assert_eq!(told(Value::Float(2.0), basic("float32")), format!("{unused} float32 N = 2.0;\n"));
        assert_eq!(
            told(Value::Text(b"a\"\n1?".to_vec()), None),
            format!("{unused} String N = {{(const uint8 *)\"a\\\"\\0121\\?\", 5}};\n")
        );
    }
}
