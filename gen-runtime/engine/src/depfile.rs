//! Depfiles: what a program says that it has read, as a rule for make. Text in, paths out.

use std::path::{Path, PathBuf};

use goc2c::command::output::{bytes_of, path_from_bytes};

/// What the first rule of a depfile needs, in order.
pub fn parse_depfile(text: &[u8]) -> Vec<PathBuf> {
    let mut words = Words { rest: text, is_target: true, is_done: false };
    words.by_ref().find(|(_, end)| *end == End::Colon);
    words.filter(|(word, _)| !word.is_empty()).map(|(word, _)| path_from_bytes(&word)).collect()
}

/// Whether Ninja finds a path in a depfile: it takes some signs for the end of one.
pub fn is_plain(path: &Path) -> bool {
    let is_plain =
        |byte: &u8| byte.is_ascii_alphanumeric() || b"+,/_:.~(){}[]%=@!-# $".contains(byte) || *byte >= 0x80;
    bytes_of(path.as_os_str()).iter().all(is_plain)
}

/// Goes through the words of a rule, up to the end of the line, which goes on after a backslash.
struct Words<'t> {
    rest: &'t [u8],
    /// Whether the colon that ends the targets is still to come.
    is_target: bool,
    is_done: bool,
}

/// What ends a word.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Blank,
    /// The colon after the targets.
    Colon,
    Line,
}

impl Words<'_> {
    /// Takes a byte of the rule and the backslashes before it, of which those that stay go to a word.
    fn take(&mut self, word: &mut Vec<u8>) -> (Option<u8>, bool) {
        let slashes = self.rest.iter().take_while(|&&byte| byte == b'\\').count();
        let next = self.rest.get(slashes).copied();
        let is_escaped = slashes % 2 == 1;
        let kept = match next {
            // Before these they are doubled, and one more makes it part of the word.
            Some(b' ' | b'\t' | b'#' | b':') => slashes / 2,
            Some(b'\n') if is_escaped => slashes - 1,
            _ => slashes,
        };
        word.resize(word.len() + kept, b'\\');
        self.rest = self.rest.get(slashes + 1..).unwrap_or_default();
        (next, is_escaped)
    }
}

impl Iterator for Words<'_> {
    type Item = (Vec<u8>, End);

    fn next(&mut self) -> Option<(Vec<u8>, End)> {
        if self.is_done {
            return None;
        }
        let mut word = Vec::new();
        loop {
            let (next, is_escaped) = self.take(&mut word);
            let after = self.rest.first();
            let end = match next {
                Some(b'\n') if is_escaped => End::Blank,
                Some(b'\n') | None => End::Line,
                Some(b' ' | b'\t') if !is_escaped => End::Blank,
                // Elsewhere a colon is a part of the name.
                Some(b':') if self.is_target && !is_escaped && after.is_none_or(u8::is_ascii_whitespace) => {
                    End::Colon
                }
                Some(byte) => {
                    word.push(byte);
                    if byte == b'$' {
                        self.rest = self.rest.strip_prefix(b"$").unwrap_or(self.rest);
                    }
                    continue;
                }
            };
            self.is_target &= end != End::Colon;
            self.is_done = end == End::Line;
            return Some((word, end));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_read_as_gcc_escapes_them() {
        let read = |text: &str| {
            let paths = parse_depfile(text.as_bytes()).into_iter();
            paths.map(|path| path.to_str().unwrap().to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(
            read("a\\ b.o: x.c \\\n /y/a\\ b.h $$c\\#.h\\\n\tz.h\n\nx.h:\n"),
            ["x.c", "/y/a b.h", "$c#.h", "z.h"]
        );
        assert_eq!(read("x.o: a\\\\\\ b c\\d \\\\\\e"), ["a\\ b", "c\\d", "\\\\\\e"]);
        assert_eq!(read("a\\: b\\: c.o: d\\:e f:g h:\n"), ["d:e", "f:g", "h:"]);
        assert_eq!(read("a.o :x\\\\\\:y\\\\#\n"), [""; 0], "no blank follows the colon");
        assert_eq!(read("a.o : x\\\\\\:y z\\\\#\n"), ["x\\:y", "z\\#"]);
        assert_eq!(read("no rule"), [""; 0]);
        assert_eq!(read(""), [""; 0]);
        assert!(is_plain(Path::new("/a b/$c#.h")) && !is_plain(Path::new("it's")));
    }
}
