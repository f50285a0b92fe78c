//! Depfiles: what a program says that it has read, as a rule for make. Text in, paths out.

use std::path::{Path, PathBuf};

use goc2c::command::output::{bytes_of, path_from_bytes};

/// What the first rule of a depfile needs, in order.
pub fn parse_depfile(text: &[u8]) -> Vec<PathBuf> {
    let mut words = words(text).into_iter();
    // The targets end with the word that a colon stands after.
    words.by_ref().find(|word| word.ends_with(b":"));
    words.map(|word| path_from_bytes(&word)).collect()
}

/// Whether Ninja finds a path in a depfile: it takes some signs for the end of one.
pub fn is_plain(path: &Path) -> bool {
    let is_plain =
        |byte: &u8| byte.is_ascii_alphanumeric() || b"+,/_:.~(){}[]%=@!-# $".contains(byte) || *byte >= 0x80;
    bytes_of(path.as_os_str()).iter().all(is_plain)
}

/// The words up to the end of the line, which goes on after a backslash.
fn words(text: &[u8]) -> Vec<Vec<u8>> {
    let mut words = Vec::new();
    let mut word = Vec::new();
    let mut rest = text;
    loop {
        let slashes = rest.iter().take_while(|&&byte| byte == b'\\').count();
        let next = rest.get(slashes).copied();
        // Before a blank they are doubled, and one more makes it part of the word.
        let (kept, escaped) = match next {
            Some(b' ' | b'\t') => (slashes / 2, slashes % 2 == 1),
            Some(b'\n' | b'#') => (slashes.saturating_sub(1), slashes > 0),
            Some(b'$') => (slashes, rest.get(slashes + 1) == Some(&b'$')),
            _ => (slashes, false),
        };
        word.resize(word.len() + kept, b'\\');
        rest = &rest[slashes..];
        match next {
            Some(b' ' | b'\t') if !escaped => words.push(std::mem::take(&mut word)),
            Some(b'\n') if escaped => words.push(std::mem::take(&mut word)),
            Some(b'\n') | None => break,
            Some(byte) => word.push(byte),
        }
        let dollars = next == Some(b'$') && escaped;
        rest = &rest[1 + usize::from(dollars)..];
    }
    words.push(word);
    words.retain(|word| !word.is_empty());
    words
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
        assert_eq!(read("no rule"), [""; 0]);
        assert_eq!(read(""), [""; 0]);
        assert!(is_plain(Path::new("/a b/$c#.h")) && !is_plain(Path::new("it's")));
    }
}
