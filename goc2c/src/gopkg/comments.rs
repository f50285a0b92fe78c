//! Which comment belongs to what stands after it: comments that follow each other without a blank line, the last of
//! which ends on the line before. Unaware of what they say.

use memchr::{memchr, memchr_iter, memmem};

use crate::source::Span;

/// The comments that belong to what starts at the end of `between`, which starts where the token before ends. A comment
/// that starts on that token's line belongs to it.
pub(super) fn comment_before(text: &[u8], between: Span) -> Vec<Span> {
    let mut group: Vec<Span> = Vec::new();
    // The line that reading is at. The token's is 0: where a file starts there is none.
    let mut line = usize::from(between.start == 0);
    // The line that the group ends on, and the one that the token's own comments end on.
    let (mut ends_on, mut own) = (0, 0);
    let mut at = between.start;
    while at < between.end {
        let rest = &text[at..between.end];
        let length = if rest.starts_with(b"//") {
            memchr(b'\n', rest).unwrap_or(rest.len())
        } else if rest.starts_with(b"/*") {
            memmem::find(&rest[2..], b"*/").map_or(rest.len(), |length| length + 4)
        } else {
            match rest[0] {
                b'\n' => line += 1,
                // A token of its own: what is on its line is its.
                b';' => (group, line, own) = (Vec::new(), 0, 0),
                _ => {}
            }
            at += 1;
            continue;
        };
        if line > ends_on + 1 {
            group.clear();
        }
        // What starts on the token's line is the token's, and so is what starts where such a comment ends.
        let is_own = line <= own;
        line += memchr_iter(b'\n', &rest[..length]).count();
        match is_own {
            true => own = line,
            false => group.push(Span::new(at, at + length)),
        }
        ends_on = line;
        at += length;
    }
    if line == ends_on + 1 { group } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn before(text: &str) -> Vec<&str> {
        let end = text.find('@').unwrap();
        let spans = comment_before(text.as_bytes(), Span::new(1, end));
        spans.into_iter().map(|span| &text[span.start..span.end]).collect()
    }

    #[test]
    fn what_ends_on_the_line_before_belongs() {
        assert_eq!(before("p\n// a\n@"), ["// a"]);
        assert_eq!(before("p\n\n/* a\nb */\n// c\n\t@"), ["/* a\nb */", "// c"]);
        assert_eq!(before("p // of p\n/* a */ /* b */\n@"), ["/* a */", "/* b */"]);
        assert_eq!(before("p; // of it\n// a\n@"), ["// a"]);
        assert_eq!(before("p /* of\nit */\n// a\n@"), ["// a"]);
    }

    #[test]
    fn a_blank_line_parts_and_so_does_the_same_line() {
        assert_eq!(before("p\n// a\n\n@"), [""; 0]);
        assert_eq!(before("p\n// a\n\n// b\n@"), ["// b"]);
        assert_eq!(before("p\n/* a */ @"), [""; 0]);
        assert_eq!(before("p // a\n@"), [""; 0]);
        assert_eq!(before("p; /* a */\n@"), [""; 0]);
        assert_eq!(before("p /* of\nit */ // its\n@"), [""; 0]);
        assert_eq!(before("p /* of\nit */\n@"), [""; 0]);
        assert_eq!(before("p\n@"), [""; 0]);
    }
}
