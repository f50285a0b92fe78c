//! The tokens of C, as far as those need them who look for declarations: words, numbers, literals and signs, without
//! what stands in comments.

use super::scan::{comment_length, line_end, literal_length};
use crate::source::Span;

/// What a token of C is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum CKind {
    /// A name or a keyword.
    Word,
    /// A number.
    Number,
    /// A string or a character.
    Literal,
    /// A byte of anything else.
    Sign(u8),
}

/// A token of C.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct CToken {
    pub(crate) kind: CKind,
    pub(crate) span: Span,
    /// Whether it is the first of its line.
    pub(crate) starts_line: bool,
}

/// The tokens of a text.
pub(crate) fn c_tokens(text: &[u8]) -> impl Iterator<Item = CToken> {
    let mut at = 0;
    let mut starts_line = true;
    std::iter::from_fn(move || {
        loop {
            let rest = &text[at..];
            let start = at;
            let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | 0x80..);
            let (kind, length) = match *rest.first()? {
                b'/' if rest.starts_with(b"/*") => (None, comment_length(rest).unwrap_or(rest.len())),
                b'/' if rest.starts_with(b"//") => (None, line_end(rest)),
                b'"' | b'\'' => match literal_length(rest) {
                    Some(length) => (Some(CKind::Literal), length),
                    // As in `#error don't`.
                    None => (None, 1),
                },
                byte if is_part(&byte) => {
                    let kind = if byte.is_ascii_digit() { CKind::Number } else { CKind::Word };
                    (Some(kind), rest.iter().take_while(|byte| is_part(byte)).count())
                }
                b'\n' => {
                    starts_line = true;
                    (None, 1)
                }
                byte if byte.is_ascii_whitespace() => (None, 1),
                byte => (Some(CKind::Sign(byte)), 1),
            };
            at += length;
            if let Some(kind) = kind {
                let starts_line = std::mem::take(&mut starts_line);
                return Some(CToken { kind, span: Span::new(start, at), starts_line });
            }
        }
    })
}

/// The words of a text.
pub(crate) fn c_words(text: &[u8]) -> impl Iterator<Item = &[u8]> {
    let words = c_tokens(text).filter(|token| token.kind == CKind::Word);
    words.map(|token| &text[token.span.start..token.span.end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_literals_and_numbers_are_passed_over() {
        let text = b"int a_1 = 0x1fL; /* b */ // c\n\"d\\\"e\" 'f' pkg_T *p; #error don't\n\xc3\xa9";
        let words: Vec<_> = c_words(text).map(String::from_utf8_lossy).collect();
        assert_eq!(words, ["int", "a_1", "pkg_T", "p", "error", "don", "t", "é"]);
        assert_eq!(c_words(b"/* open").count(), 0);
    }

    #[test]
    fn tokens_know_whether_they_start_a_line() {
        let tokens: Vec<_> = c_tokens(b"a /* x\n */ b\n # c '\n'").collect();
        let starts: Vec<_> = tokens.iter().map(|token| token.starts_line).collect();
        assert_eq!(starts, [true, false, true, false, false]);
        assert_eq!(tokens[2].kind, CKind::Sign(b'#'));
    }
}
