//! String literals: any bytes as a literal of Go or of C that stands for them.

use std::fmt::Write as _;

/// A raw string of Go where it can hold the bytes, else an interpreted one.
pub(crate) fn go_string(bytes: &[u8]) -> String {
    match std::str::from_utf8(bytes) {
        // Go drops carriage returns from raw strings, and takes neither NUL nor a byte order mark in a file.
        Ok(text) if !text.contains(['`', '\r', '\0', '\u{feff}']) => format!("`{text}`"),
        _ => go_interpreted(bytes),
    }
}

/// An interpreted string of Go.
pub(crate) fn go_interpreted(bytes: &[u8]) -> String {
    let mut literal = String::from('"');
    for chunk in bytes.utf8_chunks() {
        for char in chunk.valid().chars() {
            match char {
                '"' | '\\' => literal.extend(['\\', char]),
                '\n' => literal += "\\n",
                '\r' => literal += "\\r",
                '\t' => literal += "\\t",
                '\u{feff}' => literal += "\\ufeff",
                char if char.is_ascii_control() => put_hex(&mut literal, char as u8),
                char => literal.push(char),
            }
        }
        chunk.invalid().iter().for_each(|&byte| put_hex(&mut literal, byte));
    }
    literal.push('"');
    literal
}

fn put_hex(literal: &mut String, byte: u8) {
    // Writing to a string does not fail.
    let _ = write!(literal, "\\x{byte:02x}");
}

/// A string of C. Bytes that no text has are written in octal, which ends after three digits in any context.
pub(crate) fn c_string(bytes: &[u8]) -> Vec<u8> {
    let mut literal = vec![b'"'];
    for &byte in bytes {
        match byte {
            b'"' | b'\\' => literal.extend([b'\\', byte]),
            0x00..=0x1f | 0x7f => literal.extend(format!("\\{byte:03o}").bytes()),
            byte => literal.push(byte),
        }
    }
    literal.push(b'"');
    literal
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_raw_string_is_written_where_it_can_hold_the_value() {
        assert_eq!(go_string(b"/usr/local/go"), "`/usr/local/go`");
        assert_eq!(go_string(b"a\\\"\n\xc3\xa9"), "`a\\\"\n\u{e9}`");
        assert_eq!(go_string(b"a`b\\\"\n"), "\"a`b\\\\\\\"\\n\"");
        assert_eq!(go_string(b"a\r\0\xff"), "\"a\\r\\x00\\xff\"");
        assert_eq!(go_string("\u{feff}".as_bytes()), "\"\\ufeff\"");
    }

    #[test]
    fn a_string_of_c_holds_anything() {
        assert_eq!(c_string(b"a\"\\\n1\xc3\xa9"), b"\"a\\\"\\\\\\0121\xc3\xa9\"");
    }
}
