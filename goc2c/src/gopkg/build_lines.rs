//! Where a file says whether it belongs: which of its first comments are build lines. Unaware of what they say.

use super::fault::SourceFault;
use crate::source::Span;

/// The build lines of a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct BuildLines {
    /// What stands after `//go:build`.
    pub(super) condition: Option<Span>,
    /// What stands after each `+build` that counts.
    pub(super) old: Vec<Span>,
}

/// Finds the build lines in a file's text. They stand above the first code. `// +build` counts only above a blank line,
/// and not below a block comment: so does the go command.
///
/// # Errors
/// Two `//go:build` lines.
pub(super) fn find_build_lines(text: &[u8]) -> Result<BuildLines, SourceFault> {
    let mut found = BuildLines::default();
    // The `+build` lines since the last blank line.
    let mut waiting = Vec::new();
    // Whether there were only blank lines and `//` so far, and whether a block comment is open.
    let (mut is_top, mut block) = (true, false);
    let mut at = if text.starts_with("\u{feff}".as_bytes()) { 3 } else { 0 };
    for whole in text[at..].split_inclusive(|&byte| byte == b'\n') {
        let span = trimmed(text, Span::new(at, at + whole.len()));
        at += whole.len();
        let line = &text[span.start..span.end];
        if line.is_empty() && is_top {
            found.old.append(&mut waiting);
            continue;
        }
        is_top &= line.starts_with(b"//");
        if !block && let Some(condition) = after_word(text, span, b"//go:build") {
            if found.condition.is_some() {
                return Err(SourceFault::TwoConditions { at: span });
            }
            found.condition = Some(condition);
        } else if is_top && let Some(words) = after_old_word(text, span) {
            waiting.push(words);
        }
        if has_code(line, &mut block) {
            break;
        }
    }
    Ok(found)
}

/// What stands after `// +build`, the blank of which is optional.
fn after_old_word(text: &[u8], line: Span) -> Option<Span> {
    let comment = Span::new(line.start + 2, line.end);
    after_word(text, trimmed(text, comment), b"+build")
}

/// What stands after a word that ends with the line or at white space.
fn after_word(text: &[u8], line: Span, word: &[u8]) -> Option<Span> {
    let rest = text[line.start..line.end].strip_prefix(word)?;
    let start = line.end - rest.len();
    let after = trimmed(text, Span::new(start, line.end));
    (rest.is_empty() || after.start > start).then_some(after)
}

/// A part of a text without the white space at its ends, which may be any of Unicode's.
fn trimmed(text: &[u8], part: Span) -> Span {
    let bytes = &text[part.start..part.end];
    let first = bytes.utf8_chunks().next().map_or("", |chunk| chunk.valid());
    let start = part.start + (first.len() - first.trim_start().len());
    let last = text[start..part.end].utf8_chunks().last();
    let last = last.filter(|chunk| chunk.invalid().is_empty()).map_or("", |chunk| chunk.valid());
    Span::new(start, part.end - (last.len() - last.trim_end().len()))
}

/// Whether a line has more than comments; `block` is whether one is open at its start, and then at its end.
fn has_code(mut line: &[u8], block: &mut bool) -> bool {
    loop {
        if *block {
            let Some(end) = memchr::memmem::find(line, b"*/") else { return false };
            *block = false;
            line = &line[end + 2..];
        }
        line = line.trim_ascii_start();
        match line.strip_prefix(b"/*") {
            Some(rest) => (line, *block) = (rest, true),
            None => return !line.is_empty() && !line.starts_with(b"//"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The condition, and the `+build` lines that count.
    fn found(text: &str) -> (Option<&str>, Vec<&str>) {
        let lines = find_build_lines(text.as_bytes()).unwrap();
        let slice = |span: Span| &text[span.start..span.end];
        (lines.condition.map(slice), lines.old.into_iter().map(slice).collect())
    }

    #[test]
    fn plus_build_counts_only_above_a_blank_line() {
        assert_eq!(found("// +build a\n\npackage p\n").1, ["a"]);
        assert_eq!(
            found("// x\n// +build a\n// y\n \t\n//+build b\n\r\n// +build c\npackage p\n").1,
            ["a", "b"]
        );
        assert_eq!(found("// Text of the package.\n// +build a\npackage p\n").1, [""; 0]);
        assert_eq!(found("// +build a").1, [""; 0]);
    }

    #[test]
    fn plus_build_does_not_count_below_a_block_comment_but_go_build_does() {
        let text = "/* x */\n\n// +build a\n//go:build b\n\npackage p\n";
        assert_eq!(found(text), (Some("b"), vec![]));
        assert_eq!(found("// +build a\n\n/* x\n\n// +build b\n//go:build c\n*/\n").1, ["a"]);
        assert_eq!(found("/*\n//go:build a\n*/ /* */ // x\n//go:build b\n").0, Some("b"));
        assert_eq!(found("/* */ package p\n//go:build a\n").0, None);
        assert_eq!(found("/* */ //go:build a\n").0, None);
    }

    #[test]
    fn any_white_space_stands_after_the_words_and_nothing_else() {
        for blank in ["\t", "\u{b}", "\u{a0}", "  ", "\u{3000}"] {
            assert_eq!(found(&format!("//go:build{blank}a\n")).0, Some("a"), "{blank:?}");
            assert_eq!(found(&format!("//{blank}+build{blank}a b{blank}\n\n")).1, ["a b"], "{blank:?}");
        }
        assert_eq!(found("//go:build\n// +build\n\n"), (Some(""), vec![""]));
        assert_eq!(found("//go:builda\n// go:build a\n// +builda\n\n"), (None, vec![]));
    }

    #[test]
    fn a_byte_order_mark_is_passed_over_once() {
        assert_eq!(found("\u{feff}//go:build a\n").0, Some("a"));
        assert_eq!(found("\u{feff}\u{feff}//go:build a\n").0, None);
    }

    #[test]
    fn a_second_condition_is_a_fault_where_it_stands() {
        let text = b"//go:build a\n\n  //go:build a\npackage p\n";
        let fault = find_build_lines(text).unwrap_err();
        assert_eq!(fault, SourceFault::TwoConditions { at: Span::new(16, 28) });
        assert!(find_build_lines(b"//go:build a\npackage p\n//go:build a\n").is_ok());
    }
}
