//! Finds the end of a function's body without making tokens of it.
//!
//! Only five bytes matter outside comments and literals: the braces, the slash and the two quotes.
//! The search jumps from one to the next, 64 bytes at a time.

use memchr::memchr;
use wide::u8x16;

use super::scan::{comment_length, line_end, literal_length};
use crate::fault::Fault;
use crate::source::Span;

/// The length of the body at the start of `bytes`, up to the `}` that closes it.
///
/// `base` is the offset of `bytes` in the input and `open` the `{` before it, for the fault. `comments_go_on` is the
/// dialect's.
///
/// # Errors
/// What is still open where `bytes` end: a literal, a comment, or the body itself.
pub(super) fn scan_body(bytes: &[u8], base: usize, open: Span, comments_go_on: bool) -> Result<usize, Fault> {
    let span = |start: usize, length: usize| Span::new(base + start, base + start + length);
    let mut depth = 0usize;
    let mut marks = Marks::new(bytes);
    let mut at = 0;
    while let Some(mark) = marks.next(at) {
        at = mark + 1;
        match bytes[mark] {
            b'{' => depth += 1,
            b'}' if depth == 0 => return Ok(mark),
            b'}' => depth -= 1,
            b'/' => match bytes.get(at) {
                Some(b'/') if comments_go_on => at += line_end(&bytes[at..]),
                Some(b'/') => match memchr(b'\n', &bytes[at..]) {
                    Some(newline) => at += newline,
                    None => return Err(Fault::UnclosedBody { open }),
                },
                Some(b'*') => match comment_length(&bytes[mark..]) {
                    Some(length) => at = mark + length,
                    None => return Err(Fault::UnclosedComment { open: span(mark, 2) }),
                },
                _ => {}
            },
            _ => match literal_length(&bytes[mark..]) {
                Some(length) => at = mark + length,
                None => return Err(Fault::UnclosedLiteral { open: span(mark, 1) }),
            },
        }
    }
    Err(Fault::UnclosedBody { open })
}

/// Bytes looked at in one go, a bit of a mask for each.
const BLOCK: usize = 64;

/// The bytes that matter, block by block.
struct Marks<'b> {
    bytes: &'b [u8],
    /// Where the current block starts.
    block: usize,
    /// The marks of the current block that are still to come, the first in the lowest bit.
    mask: u64,
}

impl<'b> Marks<'b> {
    fn new(bytes: &'b [u8]) -> Self {
        Marks { bytes, block: 0, mask: marks_in(bytes, 0) }
    }

    /// The first mark at or after `at`, which never goes back.
    fn next(&mut self, at: usize) -> Option<usize> {
        if at < self.block + BLOCK {
            self.mask &= u64::MAX << (at - self.block);
        } else {
            self.block = at;
            self.mask = marks_in(self.bytes, at);
        }
        while self.mask == 0 {
            self.block += BLOCK;
            if self.block >= self.bytes.len() {
                return None;
            }
            self.mask = marks_in(self.bytes, self.block);
        }
        Some(self.block + self.mask.trailing_zeros() as usize)
    }
}

/// The mask of the block at `at`; bytes after the end are no marks.
fn marks_in(bytes: &[u8], at: usize) -> u64 {
    let rest = bytes.get(at..).unwrap_or_default();
    match rest.first_chunk::<BLOCK>() {
        Some(block) => mask_of(block),
        None => {
            let mut block = [0; BLOCK];
            block[..rest.len()].copy_from_slice(rest);
            mask_of(&block)
        }
    }
}

fn mask_of(block: &[u8; BLOCK]) -> u64 {
    let (lanes, _) = block.as_chunks::<16>();
    lanes.iter().rev().fold(0, |mask, lane| {
        let lane = u8x16::new(*lane);
        let is = |byte: u8| lane.simd_eq(u8x16::splat(byte));
        let marks = is(b'{') | is(b'}') | is(b'/') | is(b'"') | is(b'\'');
        mask << 16 | u64::from(marks.to_bitmask())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scan(text: &str) -> Result<usize, Fault> {
        scan_body(text.as_bytes(), 100, Span::new(99, 100), false)
    }

    #[test]
    fn a_comment_goes_on_after_a_backslash_where_it_does_in_c() {
        let open = Span::new(99, 100);
        for comment in ["// a}\\\n}\n", "// }\\\r\n}\\ \t\n}\n", "// }\\\n"] {
            let text = format!("{comment}}}");
            let scan = |go_on| scan_body(text.as_bytes(), 100, open, go_on);
            // The third has nothing but the comment and the brace that it swallows.
            let whole = if comment.len() > 6 { Ok(comment.len()) } else { Err(Fault::UnclosedBody { open }) };
            assert_eq!(scan(true), whole, "{text:?}");
            assert!(scan(false).is_ok_and(|length| length <= comment.len()), "{text:?}");
        }
    }

    #[test]
    fn braces_in_comments_and_literals_do_not_count() {
        assert_eq!(scan("a}b"), Ok(1));
        assert_eq!(scan("{{}}}"), Ok(4));
        assert_eq!(scan("// }\n}"), Ok(5));
        assert_eq!(scan("/* } **/}"), Ok(8));
        assert_eq!(scan(r#""}\"}"}"#), Ok(6));
        assert_eq!(scan(r"'}' '\'' }"), Ok(9));
        assert_eq!(scan("n/'}'}"), Ok(5));
        assert_eq!(scan("/*/ } */}"), Ok(8));
    }

    #[test]
    fn every_offset_within_a_block_is_seen() {
        for padding in 0..200 {
            let text = format!("{}{{{}}}/*}}*/\"}}\"}} ", " ".repeat(padding), "x".repeat(padding));
            assert_eq!(scan(&text), Ok(text.len() - 2), "{padding}");
        }
    }

    #[test]
    fn what_never_closes_is_named_where_it_opened() {
        let body = Fault::UnclosedBody { open: Span::new(99, 100) };
        assert_eq!(scan("{}"), Err(body.clone()));
        assert_eq!(scan("x /"), Err(body.clone()));
        assert_eq!(scan("// }"), Err(body));
        assert_eq!(scan("x \"a}"), Err(Fault::UnclosedLiteral { open: Span::new(102, 103) }));
        assert_eq!(scan("'\\"), Err(Fault::UnclosedLiteral { open: Span::new(100, 101) }));
        assert_eq!(scan(" /*}"), Err(Fault::UnclosedComment { open: Span::new(101, 103) }));
    }
}
