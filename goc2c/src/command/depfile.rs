//! Dependency files, in make's language, of which Ninja reads a part: written for what we read, and read where another
//! program says what it has read.

use std::path::{Path, PathBuf};

use super::file::{bytes_of, path_from_bytes};

/// A path that a depfile cannot hold.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "a depfile cannot hold the path {path:?}: make would not take {what} for a part of a name; rename it"
)]
pub struct NoSpelling {
    path: PathBuf,
    what: &'static str,
}

/// What make takes for something else than a part of a name, with or without a backslash. Tried with GNU make 4.3.
const NOWHERE: [(u8, &str); 8] = [
    (b'\n', "a newline"),
    (b'\r', "a carriage return"),
    (b';', "`;`"),
    (b'|', "`|`"),
    (b'=', "`=`"),
    (b'*', "`*`"),
    (b'?', "`?`"),
    (b'[', "`[`"),
];
/// What it takes so in a target.
const NOT_IN_TARGETS: [(u8, &str); 2] = [(b'\t', "a tab"), (b'%', "`%`")];

/// The text of a depfile: one rule for all outputs, and a rule without prerequisites for everything that was read
/// but the first input, so that make goes on when one of them is deleted.
///
/// # Errors
/// See [`NoSpelling`].
pub fn render_depfile<'p>(
    outputs: impl IntoIterator<Item = &'p Path>,
    inputs: impl IntoIterator<Item = &'p Path>,
    others: &'p [PathBuf],
) -> Result<Vec<u8>, NoSpelling> {
    let mut text = Vec::new();
    for (count, output) in outputs.into_iter().enumerate() {
        if count > 0 {
            text.push(b' ');
        }
        if let Some(what) = misread_in_targets(bytes_of(output.as_os_str())) {
            return Err(NoSpelling { path: output.to_owned(), what });
        }
        escape(output, &mut text)?;
    }
    text.push(b':');
    let read: Vec<_> = inputs.into_iter().chain(others.iter().map(PathBuf::as_path)).collect();
    for input in &read {
        text.push(b' ');
        escape(input, &mut text)?;
    }
    text.push(b'\n');
    let can_be_target = |path: &&&Path| misread_in_targets(bytes_of(path.as_os_str())).is_none();
    for other in read.iter().skip(1).filter(can_be_target) {
        text.push(b'\n');
        escape(other, &mut text)?;
        text.extend_from_slice(b":\n");
    }
    Ok(text)
}

/// What of a name make would misread in a target: `&:` would make a group of targets.
fn misread_in_targets(name: &[u8]) -> Option<&'static str> {
    named(&NOT_IN_TARGETS, name).or_else(|| name.ends_with(b"&").then_some("`&` at the end"))
}

/// What of a name make would misread anywhere: `~` is a home, `A(B)` a member of an archive, a backslash at the end would
/// make what follows a part of the name, and a blank at the end is cut off.
fn misread(name: &[u8]) -> Option<&'static str> {
    let at_the_end = match name {
        [] => Some("nothing"),
        [.., b'\\'] => Some("a backslash at the end"),
        [.., b' ' | b'\t'] => Some("a blank at the end"),
        [_, rest @ .., b')'] if rest.contains(&b'(') => Some("parentheses at the end"),
        [b'~', ..] => Some("`~` at the start"),
        _ => None,
    };
    named(&NOWHERE, name).or(at_the_end)
}

/// The first of some bytes that a name has.
fn named(bytes: &[(u8, &'static str)], name: &[u8]) -> Option<&'static str> {
    bytes.iter().find(|(byte, _)| name.contains(byte)).map(|(_, what)| *what)
}

/// Writes a name as make reads it.
fn escape(path: &Path, text: &mut Vec<u8>) -> Result<(), NoSpelling> {
    let bytes = bytes_of(path.as_os_str());
    if let Some(what) = misread(bytes) {
        return Err(NoSpelling { path: path.to_owned(), what });
    }
    for (at, &byte) in bytes.iter().enumerate() {
        match byte {
            b' ' | b'\t' | b'#' | b':' => {
                // make takes backslashes before these for escapes of each other, so they double.
                let before = bytes[..at].iter().rev().take_while(|&&byte| byte == b'\\').count();
                text.extend(std::iter::repeat_n(b'\\', before));
                text.extend_from_slice(&[b'\\', byte]);
            }
            b'$' => text.extend_from_slice(b"$$"),
            _ => text.push(byte),
        }
    }
    Ok(())
}

/// What the first rule of a depfile needs, in order.
pub fn parse_depfile(text: &[u8]) -> Vec<PathBuf> {
    let mut words = Words { rest: text, is_target: true, is_done: false };
    words.by_ref().find(|(_, end)| *end == End::Colon);
    words.filter(|(word, _)| !word.is_empty()).map(|(word, _)| path_from_bytes(&word)).collect()
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
    fn a_depfile_names_outputs_then_inputs_and_ends_in_a_newline() {
        let others = ["args.rsp".into()];
        let text = render_depfile([Path::new("a.c"), Path::new("b c.c")], [Path::new("$a#.goc")], &others);
        assert_eq!(
            String::from_utf8(text.unwrap()).unwrap(),
            "a.c b\\ c.c: $$a\\#.goc args.rsp\n\nargs.rsp:\n"
        );
    }

    #[test]
    fn what_make_would_misread_is_refused_by_its_name() {
        for name in ["a\nb", "a\rb", "a;b", "a|b", "a=b", "a*", "a?", "a[b]", "~a", "a(b)", "a\\", "a ", ""] {
            let error = render_depfile([Path::new("x")], [Path::new(name)], &[]).unwrap_err();
            assert!(error.to_string().contains(&format!("{name:?}")), "{error}");
        }
        for name in ["a%b", "a\tb", "a&"] {
            assert!(render_depfile([Path::new(name)], [], &[]).is_err(), "{name:?}");
            // As an input it has a spelling, though no rule of its own.
            let text = render_depfile([Path::new("x")], [Path::new("y"), Path::new(name)], &[]).unwrap();
            assert_eq!(text.iter().filter(|&&byte| byte == b'\n').count(), 1, "{name:?}");
        }
        for name in ["a~", "(a)", "a(", "&a", "a)", "it's"] {
            assert!(render_depfile([Path::new(name)], [Path::new(name)], &[]).is_ok(), "{name:?}");
        }
    }

    #[test]
    fn backslashes_before_escapes_double() {
        let text = render_depfile([Path::new("a\\ b\\c\\:d:e")], [], &[]).unwrap();
        assert_eq!(String::from_utf8(text).unwrap(), "a\\\\\\ b\\c\\\\\\:d\\:e:\n");
    }

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
    }
}
