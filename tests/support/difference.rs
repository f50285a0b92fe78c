//! How two files differ, byte for byte: where first, and the lines around each difference; and what is left of C that
//! is compared without the numbers of its `#line` directives.

use similar::TextDiff;

/// What a test says where a file is not what it must be: the place of the first different byte, and a diff. `None`
/// where the files are the same.
pub fn difference(expected: &[u8], found: &[u8]) -> Option<String> {
    if expected == found {
        return None;
    }
    let same = expected.iter().zip(found).take_while(|(expected, found)| expected == found).count();
    let line = expected[..same].iter().filter(|&&byte| byte == b'\n').count() + 1;
    let column = same - expected[..same].iter().rposition(|&byte| byte == b'\n').map_or(0, |at| at + 1) + 1;
    let byte = |text: &[u8]| match text.get(same) {
        Some(byte) => format!("`{}`", byte.escape_ascii()),
        None => "the end of the file".to_owned(),
    };
    let (expected_byte, found_byte) = (byte(expected), byte(found));
    let (expected, found) = (shown(expected), shown(found));
    let diff = TextDiff::from_lines(&expected, &found);
    let diff = diff.unified_diff().context_radius(3).header("expected", "found").to_string();
    Some(format!(
        "byte {same} (line {line}, column {column}) is {found_byte}, and must be {expected_byte}\n{diff}"
    ))
}

/// A text with the numbers of its `#line` directives left out.
pub fn without_line_numbers(c: &[u8]) -> Vec<u8> {
    let without = |line: &[u8]| match line.strip_prefix(b"#line ") {
        Some(rest) => {
            let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
            [b"#line ", &rest[digits..]].concat()
        }
        None => line.to_vec(),
    };
    c.split_inclusive(|&byte| byte == b'\n').flat_map(without).collect()
}

/// Bytes as text: what is no text is escaped, so that most differences can be seen. The place and the bytes that
/// [`difference`] names are what tells the others apart.
fn shown(bytes: &[u8]) -> String {
    let mut text = String::new();
    for chunk in bytes.utf8_chunks() {
        for char in chunk.valid().chars() {
            match char {
                '\n' | '\t' => text.push(char),
                char if char.is_control() => text.extend(char.escape_default()),
                char => text.push(char),
            }
        }
        text += &chunk.invalid().escape_ascii().to_string();
    }
    text
}
