//! The command line before clap sees it: `@file` stands for the arguments in that file.

use std::ffi::{OsStr, OsString};
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use super::file::{Identity, bytes_of, display, identity, path_from_bytes};

/// Argument files within argument files, at the deepest.
const DEEPEST: usize = 32;

/// Argument files in all, and their bytes: files that name others twice each, layer by layer, would have no end.
const MOST_FILES: usize = 1 << 14;
const MOST_BYTES: u64 = 1 << 26;

/// The arguments with every `@file` replaced, and the files that were read.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Expanded {
    /// What clap is to parse.
    pub args: Vec<OsString>,
    /// The files, in the order in which they were named.
    pub files: Vec<PathBuf>,
}

/// Argument files that do not come to an end.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ArgsError {
    /// A file that names itself, and the files in between.
    #[error("the argument file `{}` names itself{}", display(.0), how(.0, .1))]
    NamesItself(PathBuf, Vec<PathBuf>),
    /// A file too deep in others.
    #[error("the argument file `{}` is named by others more than {DEEPEST} deep", display(.0))]
    TooDeep(PathBuf),
    /// A file that is one too many.
    #[error("the argument file `{}` is one too many: {MOST_FILES} are read", display(.0))]
    TooMany(PathBuf),
    /// A file with which they are too long.
    #[error("argument files are too long with `{}`: {MOST_BYTES} bytes are read", display(.0))]
    TooLong(PathBuf),
}

/// Through which files one names itself, and what to do about it.
fn how(file: &Path, through: &[PathBuf]) -> String {
    let Some(last) = through.last() else { return format!(": take `@{}` out of it", display(file)) };
    let between: Vec<_> = through.iter().map(|other| format!("`{}`", display(other))).collect();
    format!(" through {}: take `@{}` out of `{}`", between.join(", "), display(file), display(last))
}

/// An argument file that is being replaced: what it is, its name, and the words that are still to come.
struct Reading {
    identity: Option<Identity>,
    path: PathBuf,
    words: std::vec::IntoIter<OsString>,
}

/// Replaces `@file` arguments, as gcc does: quotes hold white space, a backslash takes the next byte as it
/// is, files may name files, and an argument whose file cannot be read stays as it is.
///
/// # Errors
/// A file that names itself, or more of them than anybody means.
pub fn expand(args: impl IntoIterator<Item = OsString>) -> Result<Expanded, ArgsError> {
    let mut expanded = Expanded::default();
    let mut room = MOST_BYTES;
    for arg in args {
        let mut open: Vec<Reading> = Vec::new();
        let mut next = Some(arg);
        while let Some(word) = next {
            match read_named(&word, room) {
                None => expanded.args.push(word),
                Some((path, text)) => {
                    let reading =
                        Reading { identity: identity(&path), path, words: split(&text).into_iter() };
                    check(&reading, &open, expanded.files.len())?;
                    room = match room.checked_sub(text.len() as u64) {
                        Some(room) => room,
                        None => return Err(ArgsError::TooLong(reading.path)),
                    };
                    expanded.files.push(reading.path.clone());
                    open.push(reading);
                }
            }
            next = next_word(&mut open);
        }
    }
    Ok(expanded)
}

/// The file that a word names, if it names one that can be read, and its text; of that, a byte more than there is room
/// for tells enough.
fn read_named(word: &OsStr, room: u64) -> Option<(PathBuf, Vec<u8>)> {
    let path = path_from_bytes(bytes_of(word).strip_prefix(b"@")?);
    let mut text = Vec::new();
    File::open(&path).and_then(|file| file.take(room + 1).read_to_end(&mut text)).ok()?;
    Some((path, text))
}

/// Whether a file may be replaced that the innermost of others names.
fn check(reading: &Reading, open: &[Reading], files: usize) -> Result<(), ArgsError> {
    let path = || reading.path.clone();
    let is_same = |outer: &Reading| outer.identity.is_some() && outer.identity == reading.identity;
    if let Some(first) = open.iter().position(is_same) {
        let through = open[first + 1..].iter().map(|reading| reading.path.clone()).collect();
        return Err(ArgsError::NamesItself(path(), through));
    }
    if open.len() == DEEPEST {
        return Err(ArgsError::TooDeep(path()));
    }
    if files == MOST_FILES { Err(ArgsError::TooMany(path())) } else { Ok(()) }
}

/// The next word of the innermost file that has one; files that have none are done with.
fn next_word(open: &mut Vec<Reading>) -> Option<OsString> {
    loop {
        if let Some(word) = open.last_mut()?.words.next() {
            return Some(word);
        }
        open.pop();
    }
}

/// Splits the text of an argument file.
fn split(text: &[u8]) -> Vec<OsString> {
    let mut words = Vec::new();
    let mut word: Option<Vec<u8>> = None;
    let mut quote = None;
    let mut bytes = text.iter().copied();
    while let Some(byte) = bytes.next() {
        match byte {
            b'\\' => word.get_or_insert_default().extend(bytes.next()),
            b'"' | b'\'' if quote.is_none() => {
                quote = Some(byte);
                word.get_or_insert_default();
            }
            _ if quote == Some(byte) => quote = None,
            _ if quote.is_none() && (byte.is_ascii_whitespace() || byte == 0x0b) => words.extend(word.take()),
            _ => word.get_or_insert_default().push(byte),
        }
    }
    words.extend(word);
    words.iter().map(|word| path_from_bytes(word).into_os_string()).collect()
}

/// The value of an environment variable that is set and not empty.
pub fn environment(name: impl AsRef<OsStr>) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn argument_files_are_split_as_gcc_does() {
        let words = split(b"-o 'a b' \"c\\\"d\" e\\ f\n\tg'h'i '' \\\n");
        assert_eq!(words, ["-o", "a b", "c\"d", "e f", "ghi", "", "\n"]);
    }

    /// A folder with argument files, `DIR` in which stands for it, and what comes of an argument.
    fn expanded(files: &[(&str, &str)], arg: &str) -> Result<Vec<String>, String> {
        let folder = tempfile::tempdir().unwrap();
        let dir = folder.path().to_str().unwrap();
        for (name, text) in files {
            std::fs::write(folder.path().join(name), text.replace("DIR", dir)).unwrap();
        }
        let shown = |text: String| text.replace(dir, "DIR");
        match expand([OsString::from("x"), OsString::from(arg.replace("DIR", dir))]) {
            Err(error) => Err(shown(error.to_string())),
            Ok(Expanded { args, files }) => {
                let words = args.into_iter().map(|arg| shown(arg.into_string().unwrap()));
                let files = files.iter().map(|file| shown(format!("read {}", file.display())));
                Ok(words.chain(files).collect())
            }
        }
    }

    #[test]
    fn argument_files_may_name_others_and_missing_ones_stay() {
        let files = [("inner", "b c"), ("outer", "a @DIR/inner d @DIR/none @DIR @")];
        let words = "x a b c d @DIR/none @DIR @ read DIR/outer read DIR/inner";
        let words = words.replace("read DIR", "read\u{a0}DIR");
        let words: Vec<_> = words.split(' ').map(|word| word.replace('\u{a0}', " ")).collect();
        assert_eq!(expanded(&files, "@DIR/outer").unwrap(), words);
    }

    #[test]
    fn a_file_may_be_named_twice_but_not_within_itself() {
        let twice = [("all", "@DIR/a @DIR/a @DIR/b"), ("a", "1"), ("b", "@DIR/a")];
        assert_eq!(expanded(&twice, "@DIR/all").unwrap()[..4], ["x", "1", "1", "1"]);
        assert_eq!(
            expanded(&[("self", "a @DIR/self")], "@DIR/self").unwrap_err(),
            "the argument file `DIR/self` names itself: take `@DIR/self` out of it"
        );
        let ring = [("a", "@DIR/b"), ("b", "1 @DIR/c"), ("c", "@DIR/./b")];
        assert_eq!(
            expanded(&ring, "@DIR/a").unwrap_err(),
            "the argument file `DIR/./b` names itself through `DIR/c`: take `@DIR/./b` out of `DIR/c`"
        );
    }

    #[test]
    fn what_has_no_end_in_depth_number_or_length_is_refused() {
        let named: Vec<_> =
            (0..40).map(|n| (format!("f{n}"), format!("@DIR/f{} @DIR/f{}", n + 1, n + 1))).collect();
        let files = |from: usize| named[from..].iter().map(|(a, b)| (&a[..], &b[..])).collect::<Vec<_>>();
        assert!(expanded(&files(0), "@DIR/f0").unwrap_err().contains("more than 32 deep"));
        assert!(expanded(&files(20), "@DIR/f20").unwrap_err().contains("`DIR/f39` is one too many"));
        #[cfg(unix)]
        assert!(expanded(&[], "@/dev/zero").unwrap_err().contains("too long with `/dev/zero`"));
    }
}
