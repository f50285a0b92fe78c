//! Literals of Go: numbers, characters and strings as values (Go's specification, "Lexical elements").

use super::values::Value;
use crate::model::go::array_length;

/// The value of a number; none where it is none of those that are computed.
pub fn number(text: &str) -> Option<Value> {
    let plain = text.replace('_', "");
    let is_hex = plain.get(..2).is_some_and(|start| start.eq_ignore_ascii_case("0x"));
    if !is_hex && plain.contains(['.', 'e', 'E']) {
        return plain.parse().ok().filter(|number: &f64| number.is_finite()).map(Value::Float);
    }
    array_length(&plain).map(|number| Value::Int(number.into()))
}

/// The value of a character or a string, with its quotes.
pub fn quoted(literal: &[u8]) -> Option<Value> {
    let (quote, rest) = literal.split_first()?;
    let inner = rest.strip_suffix(&[*quote])?;
    match quote {
        b'`' => Some(Value::Text(inner.iter().copied().filter(|byte| *byte != b'\r').collect())),
        b'"' => {
            let mut bytes = Vec::new();
            let mut rest = inner;
            while !rest.is_empty() {
                let (unit, length) = unit(rest)?;
                match unit {
                    Unit::Byte(byte) => bytes.push(byte),
                    Unit::Char(char) => bytes.extend_from_slice(char.encode_utf8(&mut [0; 4]).as_bytes()),
                }
                rest = &rest[length..];
            }
            Some(Value::Text(bytes))
        }
        _ => {
            let (unit, length) = unit(inner)?;
            let code = match unit {
                Unit::Byte(byte) => byte.into(),
                Unit::Char(char) => i128::from(u32::from(char)),
            };
            (length == inner.len()).then_some(Value::Int(code))
        }
    }
}

/// What a literal is made of.
enum Unit {
    Byte(u8),
    Char(char),
}

/// The first unit and its length.
fn unit(text: &[u8]) -> Option<(Unit, usize)> {
    if text[0] != b'\\' {
        let chunk = text.utf8_chunks().next()?;
        let char = chunk.valid().chars().next()?;
        return Some((Unit::Char(char), char.len_utf8()));
    }
    let simple = |byte| Some((Unit::Byte(byte), 2));
    match *text.get(1)? {
        b'a' => simple(7),
        b'b' => simple(8),
        b'f' => simple(12),
        b'n' => simple(b'\n'),
        b'r' => simple(b'\r'),
        b't' => simple(b'\t'),
        b'v' => simple(11),
        same @ (b'\\' | b'\'' | b'"') => simple(same),
        b'x' => Some((Unit::Byte(u8::try_from(digits(text, 2, 2, 16)?).ok()?), 4)),
        b'u' => Some((Unit::Char(char::from_u32(digits(text, 2, 4, 16)?)?), 6)),
        b'U' => Some((Unit::Char(char::from_u32(digits(text, 2, 8, 16)?)?), 10)),
        _ => Some((Unit::Byte(u8::try_from(digits(text, 1, 3, 8)?).ok()?), 4)),
    }
}

fn digits(text: &[u8], start: usize, count: usize, radix: u32) -> Option<u32> {
    let digits = std::str::from_utf8(text.get(start..start + count)?).ok()?;
    u32::from_str_radix(digits, radix).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn literals_have_gos_values() {
        for (text, value) in [
            ("0x_ff", 255),
            ("0b11", 3),
            ("017", 15),
            ("0o17", 15),
            ("1_000", 1000),
            ("18446744073709551615", i128::from(u64::MAX)),
        ] {
            assert_eq!(number(text), Some(Value::Int(value)), "{text}");
        }
        assert_eq!(number("1.5e3"), Some(Value::Float(1500.0)));
        assert_eq!((number("1i"), number("0x1p4"), number("1e999")), (None, None, None));
        for (text, value) in [("'a'", 97), ("'世'", 0x4e16), (r"'\n'", 10), (r"'\xff'", 255), (r"'\101'", 65)]
        {
            assert_eq!(quoted(text.as_bytes()), Some(Value::Int(value)), "{text}");
        }
        let text = quoted(r#""a\"\u00e9\xff\t""#.as_bytes());
        assert_eq!(text, Some(Value::Text(b"a\"\xc3\xa9\xff\t".to_vec())));
        assert_eq!(quoted(b"`a\\n\r`"), Some(Value::Text(b"a\\n".to_vec())));
        assert_eq!((quoted(b"'ab'"), quoted(b"\"\\q\"")), (None, None));
    }
}
