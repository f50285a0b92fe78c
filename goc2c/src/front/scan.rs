//! Where what has no structure ends: comments, literals, words, looked for in blocks of bytes.

use memchr::{memchr, memchr2};
use wide::u8x16;

/// The length of the `/* */` comment at the start of `bytes`; none where it does not end.
pub(super) fn comment_length(bytes: &[u8]) -> Option<usize> {
    // Slashes are rarer in comments than stars, which people draw boxes with.
    let mut from = 3;
    loop {
        let slash = from + memchr(b'/', bytes.get(from..)?)?;
        if bytes[slash - 1] == b'*' {
            return Some(slash + 1);
        }
        from = slash + 1;
    }
}

/// The length of the literal at the start of `bytes`, with its two quotes; none where it does not end.
pub(super) fn literal_length(bytes: &[u8]) -> Option<usize> {
    let quote = *bytes.first()?;
    let mut at = 1;
    loop {
        at += memchr2(quote, b'\\', bytes.get(at..)?)? + 1;
        if bytes[at - 1] == quote {
            return Some(at);
        }
        // A backslash hides the byte after it.
        at += 1;
    }
}

/// The length of the backslash at the start of `bytes` with the newline that it hides; blanks may stand between them, as
/// gcc has it ("Initial processing" in the manual of its preprocessor). None where it hides no newline.
pub(super) fn splice_length(bytes: &[u8]) -> Option<usize> {
    let behind = bytes.strip_prefix(b"\\")?;
    let blanks = behind.iter().take_while(|byte| is_blank(byte)).count();
    (behind.get(blanks) == Some(&b'\n')).then_some(blanks + 2)
}

fn is_blank(byte: &u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\r' | 0x0b | 0x0c)
}

/// The bytes up to the newline that ends a line, which is not hidden by a backslash, as [`splice_length`] has it.
pub(super) fn line_end(bytes: &[u8]) -> usize {
    let mut at = 0;
    while let Some(newline) = memchr(b'\n', &bytes[at..]) {
        let line = &bytes[..at + newline];
        let blanks = line.iter().rev().take_while(|byte| is_blank(byte)).count();
        if !line[..line.len() - blanks].ends_with(b"\\") {
            return at + newline;
        }
        at += newline + 1;
    }
    bytes.len()
}

/// The length of the directive at the start of `bytes`, with its continuations and the comments inside, up to the
/// newline that ends it; none where it does not end. The fault is the offset of a comment that does not.
pub(super) fn directive_length(bytes: &[u8]) -> Result<Option<usize>, usize> {
    let mut end = 0;
    let mut quote = None;
    while let Some(&byte) = bytes.get(end) {
        let rest = &bytes[end + 1..];
        match byte {
            b'\n' => return Ok(Some(end)),
            b'\\' => end += splice_length(&bytes[end..]).unwrap_or(2),
            b'"' | b'\'' if quote.is_none() => {
                // A lone quote, as in `#error don't`, hides nothing.
                let line = memchr(b'\n', rest).unwrap_or(rest.len());
                quote = memchr(byte, &rest[..line]).is_some().then_some(byte);
                end += 1;
            }
            _ if quote == Some(byte) => {
                quote = None;
                end += 1;
            }
            b'/' if quote.is_none() && rest.starts_with(b"*") => {
                end += comment_length(&bytes[end..]).ok_or(end)?;
            }
            b'/' if quote.is_none() && rest.starts_with(b"/") => end += line_end(&bytes[end..]),
            _ => end += 1,
        }
    }
    Ok(None)
}

/// Bytes looked at in one go, a bit of a mask for each.
const BLOCK: usize = 16;

/// The number of bytes up to the next blank, delimiter or slash, or to the end.
#[inline(never)]
pub(super) fn word_length(bytes: &[u8]) -> usize {
    let mut at = 0;
    while let Some(block) = bytes[at..].first_chunk::<BLOCK>() {
        match word_ends(u8x16::new(*block)).to_bitmask() {
            0 => at += BLOCK,
            ends => return at + ends.trailing_zeros() as usize,
        }
    }
    let rest = &bytes[at..];
    at + rest.iter().position(|&byte| ends_word(byte)).unwrap_or(rest.len())
}

/// As [`word_length`]; where `joined` is all ones and not none, words that stand one space apart count as one.
///
/// A word is not joined if it might be `func`, or a quote or a `#` might have a meaning before it; nor across a
/// block's end, so that to look at the same words again costs no more than one block.
#[inline(always)]
pub(super) fn words_length(bytes: &[u8], joined: u32) -> usize {
    let Some(block) = bytes.first_chunk::<BLOCK>() else { return word_length(bytes) };
    let block = u8x16::new(*block);
    let is = |byte: u8| block.simd_eq(u8x16::splat(byte));
    let ends = word_ends(block);
    let starts = block.max(u8x16::splat(b'\'' + 1)).simd_eq(block) & !(ends | is(b'f'));
    let joints = is(b' ').to_bitmask() & (starts.to_bitmask() >> 1) & joined;
    match ends.to_bitmask() & !joints {
        0 => BLOCK + word_length(&bytes[BLOCK..]),
        ends => ends.trailing_zeros() as usize,
    }
}

/// A lane of ones for each byte that ends a word.
#[inline(always)]
fn word_ends(block: u8x16) -> u8x16 {
    let is = |byte: u8| block.simd_eq(u8x16::splat(byte));
    // From the tab to the carriage return, and both parentheses, in one go each.
    let from_tab = block - u8x16::splat(b'\t');
    let controls = from_tab.min(u8x16::splat(b'\r' - b'\t')).simd_eq(from_tab);
    let parens = (block | u8x16::splat(1)).simd_eq(u8x16::splat(b')'));
    controls | is(b' ') | parens | is(b',') | is(b'/') | is(b'{') | is(b'}')
}

fn ends_word(byte: u8) -> bool {
    matches!(byte, b'\t'..=b'\r' | b' ' | b'(' | b')' | b',' | b'/' | b'{' | b'}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_ends_at_the_same_bytes_in_a_block_and_behind_the_last() {
        for byte in 0..=255 {
            for length in 0..40 {
                let text = [&b"x".repeat(length)[..], &[byte], &b"y".repeat(20)].concat();
                let end = if ends_word(byte) { length } else { text.len() };
                assert_eq!(word_length(&text), end, "{byte} {length}");
                assert_eq!(word_length(&text[..=length]), end.min(length + 1), "{byte} {length}");
            }
        }
    }

    #[test]
    fn words_are_joined_over_single_spaces() {
        let first = |text: &str| text[..words_length(text.as_bytes(), u32::MAX)].to_owned();
        let behind = "; what makes the block full";
        assert_eq!(first(&format!("a b* = c\n{behind}")), "a b* = c");
        assert_eq!(first(&format!("a  b{behind}")), "a");
        for start in ["func", "\"x\"", "'x'", "#x", "/x", "(x", "\tx"] {
            assert_eq!(first(&format!("a b {start}{behind}")), "a b", "{start}");
        }
        assert_eq!(first("a23456789012345 7 9 x"), "a23456789012345", "a block ends behind the space");
        assert_eq!(first("a 3456789012345678 x"), "a 3456789012345678");
        assert_eq!(words_length(format!("a b{behind}").as_bytes(), 0), 1);
        assert_eq!(first("a b"), "a", "no block");
    }

    #[test]
    fn comments_and_literals_end_where_they_are_closed() {
        assert_eq!(comment_length(b"/**/ */"), Some(4));
        assert_eq!(comment_length(b"/*/ **/"), Some(7));
        assert_eq!(comment_length(b"/* * / "), None);
        assert_eq!(comment_length(b"/*"), None);
        assert_eq!(literal_length(br#""\\\"'" ""#), Some(7));
        assert_eq!(literal_length(br#"'"\'"#), None);
        assert_eq!(literal_length(br"'\"), None);
    }
}
