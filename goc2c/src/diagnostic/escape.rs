//! Bytes of any origin as text that does no harm to a terminal.

/// Bytes as text: what is not UTF-8, and control characters, as `\xHH`; at most 80 characters.
pub fn quote_bytes(bytes: &[u8]) -> String {
    const LONGEST: usize = 80;
    let cut = bytes.len() > LONGEST;
    let mut text = escape(&bytes[..bytes.len().min(LONGEST)]);
    if cut {
        text.push('…');
    }
    text
}

/// Characters that would not show, or would turn the text around: joiners, marks of direction, the byte order mark.
const INVISIBLE: [char; 15] = [
    '\u{200b}', '\u{200c}', '\u{200d}', '\u{200e}', '\u{200f}', '\u{202a}', '\u{202b}', '\u{202c}',
    '\u{202d}', '\u{202e}', '\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}', '\u{feff}',
];

/// Bytes as text: what is not UTF-8, control characters, and what would not show, as `\xHH`.
pub fn escape(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        for char in chunk.valid().chars() {
            match char {
                '\t' => text.push('\t'),
                char if char.is_control() || INVISIBLE.contains(&char) => {
                    text.extend(char.to_string().bytes().map(|byte| format!("\\x{byte:02x}")))
                }
                char => text.push(char),
            }
        }
        text.extend(chunk.invalid().iter().map(|byte| format!("\\x{byte:02x}")));
    }
    text
}

/// As [`escape`], but for newlines, which stay.
pub fn escape_lines(bytes: &[u8]) -> String {
    let lines: Vec<_> = bytes.split(|&byte| byte == b'\n').map(escape).collect();
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_that_are_no_text_are_escaped() {
        assert_eq!(quote_bytes(b"a\xe9\x01\tb"), "a\\xe9\\x01\tb");
        assert_eq!(quote_bytes("wörld".as_bytes()), "wörld");
        assert_eq!(quote_bytes(&[b'x'; 100]).chars().count(), 81);
    }
}
