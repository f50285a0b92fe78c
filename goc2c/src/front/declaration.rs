//! Go at file scope where C belongs: lines that declare a type, a variable or a constant as Go does.
//!
//! A line counts only where it can be no C, whatever `type` and `var` are in it: both may be names of types.

use super::token::Stop;
use crate::source::Source;

/// The words that such a line starts with.
const WORDS: [&str; 3] = ["type", "var", "const"];

/// The first words of types in Go that are no names.
const TYPES: [&[u8]; 5] = [b"struct", b"interface", b"func", b"map[", b"chan"];

/// Whether a line may start so; most do not.
pub(super) fn may_declare(first: Option<&u8>) -> bool {
    matches!(first, Some(b't' | b'v' | b'c'))
}

/// The word of Go that a line starts with, once all of it is there.
pub(super) fn go_line(source: &Source<'_>, ahead: &[u8]) -> Result<Option<&'static str>, Stop> {
    let is_whole = source.is_complete() || memchr::memchr(b'\n', ahead).is_some();
    if is_whole { Ok(go_declaration(ahead)) } else { Err(Stop::Incomplete) }
}

/// The word that a line starts with if it is Go; `bytes` are the line's and what comes after it.
fn go_declaration(bytes: &[u8]) -> Option<&'static str> {
    let word = WORDS.into_iter().find(|word| {
        let rest = bytes.strip_prefix(word.as_bytes());
        rest.is_some_and(|rest| matches!(rest.first(), Some(b' ' | b'\t')))
    })?;
    let line = &bytes[word.len()..memchr::memchr(b'\n', bytes).unwrap_or(bytes.len())];
    let line = line[..memchr::memmem::find(line, b"//").unwrap_or(line.len())].trim_ascii();
    if line == b"(" {
        return Some(word);
    }
    let mut rest = without_name(line)?;
    while let Some(more) = rest.strip_prefix(b",") {
        rest = without_name(more.trim_ascii_start())?;
    }
    let is_statement = line.contains(&b';') || matches!(line.last(), Some(b',' | b'\\'));
    let value = rest.strip_prefix(b"=").map(<[u8]>::trim_ascii_start);
    let has_value = value.is_some_and(|value| !matches!(value.first(), None | Some(b'{' | b'=')));
    let has_type = TYPES.iter().any(|ty| rest.starts_with(ty)) || rest.starts_with(b"[");
    let is_go = match word {
        // Two names after the word are nothing in C, and nor is a struct.
        "type" => has_type || !is_statement && (has_value || rest.starts_with(b"*") || is_name(rest)),
        "var" => !is_statement && (has_value || has_type || rest.starts_with(b"*") || is_name(rest)),
        _ => !is_statement && has_value,
    };
    is_go.then_some(word)
}

/// What follows a name and blanks.
fn without_name(text: &[u8]) -> Option<&[u8]> {
    let length = text.iter().take_while(|byte| is_letter(**byte)).count();
    let starts = text.first().is_some_and(|byte| !byte.is_ascii_digit());
    (length > 0 && starts).then(|| text[length..].trim_ascii_start())
}

/// Whether a type's name, and perhaps a value, is all that is left.
fn is_name(text: &[u8]) -> bool {
    let Some(rest) = without_name(text) else { return false };
    let rest = rest.strip_prefix(b".").map_or(Some(rest), without_name);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(b"=") && !rest.ends_with(b"{"))
}

fn is_letter(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_' || byte >= 0x80
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn go_is_told_from_c() {
        for go in [
            "type Point struct { X, Y float64 }",
            "type Celsius float64 // degrees",
            "type B = []byte",
            "type F func(int) bool",
            "type T time.Duration",
            "type P *int",
            "var count int",
            "var a, b int32 = 1, 2",
            "var table [16]byte",
            "var err = errors.New(\"no\")",
            "const N = 4",
            "var (",
            "const (",
        ] {
            assert!(go_declaration(format!("{go}\nx").as_bytes()).is_some(), "{go}");
        }
        for c in [
            "typedef int type;",
            "type x;",
            "type *p = 0;",
            "type x = 3;",
            "type",
            "type f(int a)",
            "var x = 3;",
            "var x = {",
            "var x[3] = { 1,",
            "const int n = 4;",
            "const int n = 4,",
            "const int32 table[] = {",
            "const x =",
            "const char *p;",
            "variable x",
            "constant = 3",
        ] {
            assert_eq!(go_declaration(format!("{c}\nx").as_bytes()), None, "{c}");
        }
    }
}
