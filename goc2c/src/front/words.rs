//! The words of C: names and keywords, without what stands in comments and literals.

use super::scan::{comment_length, line_end, literal_length};

/// The words of a text, each with its offset.
pub(crate) fn c_words(text: &[u8]) -> impl Iterator<Item = (usize, &[u8])> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let rest = &text[at..];
            let start = at;
            let is_part = |byte: &&u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | 0x80..);
            at += match *rest.first()? {
                b'/' if rest.starts_with(b"/*") => comment_length(rest).unwrap_or(rest.len()),
                b'/' if rest.starts_with(b"//") => line_end(rest),
                b'"' | b'\'' => literal_length(rest).unwrap_or(1),
                byte if is_part(&&byte) => rest.iter().take_while(is_part).count(),
                _ => 1,
            };
            let word = &text[start..at];
            if !word[0].is_ascii_digit() && is_part(&&word[0]) {
                return Some((start, word));
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::c_words;

    #[test]
    fn comments_literals_and_numbers_are_passed_over() {
        let text = b"int a_1 = 0x1fL; /* b */ // c\n\"d\\\"e\" 'f' pkg_T *p; #error don't\n\xc3\xa9";
        let words: Vec<_> = c_words(text).map(|(_, word)| String::from_utf8_lossy(word)).collect();
        assert_eq!(words, ["int", "a_1", "pkg_T", "p", "error", "don", "t", "é"]);
        assert_eq!(c_words(b"/* open").count(), 0);
    }
}
