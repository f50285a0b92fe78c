//! The command line before clap sees it: `@file` stands for the arguments in that file.

use std::collections::VecDeque;
use std::ffi::{OsStr, OsString};
use std::path::PathBuf;

use super::file::{bytes_of, path_from_bytes};

/// Argument files within argument files, at the deepest.
const DEEPEST: usize = 32;

/// The arguments with every `@file` replaced, and the files that were read.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Expanded {
    /// What clap is to parse.
    pub args: Vec<OsString>,
    /// The files, in the order in which they were named.
    pub files: Vec<PathBuf>,
}

/// Replaces `@file` arguments, as gcc does: quotes hold white space, a backslash takes the next byte as it
/// is, files may name files, and an argument whose file cannot be read stays as it is.
pub fn expand(args: impl IntoIterator<Item = OsString>) -> Expanded {
    let mut expanded = Expanded::default();
    let mut waiting: VecDeque<(OsString, usize)> = args.into_iter().map(|arg| (arg, 0)).collect();
    while let Some((arg, depth)) = waiting.pop_front() {
        let read = bytes_of(&arg)
            .strip_prefix(b"@")
            .filter(|_| depth < DEEPEST)
            .map(path_from_bytes)
            .and_then(|path| std::fs::read(&path).ok().map(|text| (path, text)));
        match read {
            None => expanded.args.push(arg),
            Some((path, text)) => {
                expanded.files.push(path);
                for word in split(&text).into_iter().rev() {
                    waiting.push_front((word, depth + 1));
                }
            }
        }
    }
    expanded
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

    #[test]
    fn argument_files_may_name_others_and_missing_ones_stay() {
        let folder = tempfile::tempdir().unwrap();
        let inner = folder.path().join("inner");
        let outer = folder.path().join("outer");
        std::fs::write(&inner, "b c").unwrap();
        std::fs::write(&outer, format!("a @{} d @{}", inner.display(), folder.path().join("none").display()))
            .unwrap();
        let at = |path: &std::path::Path| OsString::from(format!("@{}", path.display()));
        let expanded = expand([OsString::from("x"), at(&outer)]);
        let none = at(&folder.path().join("none"));
        assert_eq!(expanded.args, ["x", "a", "b", "c", "d", none.to_str().unwrap()].map(OsString::from));
        assert_eq!(expanded.files, [outer, inner]);
    }

    #[test]
    fn a_file_that_names_itself_comes_to_an_end() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("self");
        std::fs::write(&file, format!("@{}", file.display())).unwrap();
        assert_eq!(expand([OsString::from(format!("@{}", file.display()))]).args.len(), 1);
    }
}
