//! A module: the folder of a `go.mod` and the import path that it stands for. Reads that file alone, and of it what
//! says where imports lead.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use memchr::memchr;

use super::fault::{ReadError, SourceFault, path_fault};
use crate::source::Span;

/// A folder and the import path that it stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Module {
    /// The folder of `go.mod`.
    pub folder: PathBuf,
    /// Its path.
    pub path: String,
    /// The version of the language that it is in, as `1.18`.
    pub lang: Option<String>,
}

impl Module {
    /// The module that a folder is in; `current` is the folder that file names in errors are relative to.
    ///
    /// # Errors
    /// A `go.mod` that cannot be read.
    pub fn around(folder: &Path, current: &Path) -> Result<Option<Module>, ReadError> {
        for folder in folder.ancestors() {
            let file = folder.join("go.mod");
            match fs::read(&file) {
                Ok(text) => {
                    let read = parse(&text).map_err(|fault| ReadError::at(&file, &text, current, &fault))?;
                    let (path, lang) = read;
                    return Ok(Some(Module { folder: folder.to_owned(), path, lang }));
                }
                Err(error) if is_not_there(&error) => {}
                Err(error) => return Err(ReadError::Read(file, error)),
            }
        }
        Ok(None)
    }

    /// The import path of a folder.
    pub fn path_of(&self, folder: &Path) -> Option<String> {
        let below = folder.strip_prefix(&self.folder).ok()?.to_str()?;
        Some(if below.is_empty() { self.path.clone() } else { format!("{}/{below}", self.path) })
    }

    /// The folder of an import path, if it is inside.
    pub fn folder_of(&self, path: &str) -> Option<PathBuf> {
        match path.strip_prefix(&*self.path)? {
            "" => Some(self.folder.clone()),
            below => below.strip_prefix('/').map(|below| self.folder.join(below)),
        }
    }
}

fn is_not_there(error: &io::Error) -> bool {
    // A folder of that name is none of ours.
    matches!(
        error.kind(),
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory | io::ErrorKind::IsADirectory
    )
}

/// The module's path and its language.
fn parse(text: &[u8]) -> Result<(String, Option<String>), SourceFault> {
    let mut module: Option<(Span, Vec<u8>)> = None;
    let mut lang = None;
    let is_known = |verb: &[u8]| verb == b"module" || verb == b"go" || DIRECTIVES.contains(&verb);
    // The block that is open: its `(`, and the word before that.
    let mut block: Option<(Span, &[u8])> = None;
    let mut at = 0;
    for line in text.split_inclusive(|&byte| byte == b'\n') {
        let words = words(text, at, at + line.len());
        at += line.len();
        let word = |span: &Span| &text[span.start..span.end];
        let (verb, rest) = match (&block, &words[..]) {
            (_, []) => continue,
            (Some(_), [only]) if word(only) == b")" => {
                block = None;
                continue;
            }
            (Some((_, verb)), rest) => (*verb, rest),
            (None, [verb, open]) if word(open) == b"(" && is_known(word(verb)) => {
                block = Some((*open, word(verb)));
                continue;
            }
            (None, [verb, rest @ ..]) => (word(verb), rest),
        };
        match (verb, rest) {
            (b"module", [path]) if module.is_none() => module = Some((*path, unquoted(word(path)))),
            (b"module", rest) => {
                let at = rest.iter().copied().reduce(|a, b| Span::new(a.start, b.end)).unwrap_or(words[0]);
                return Err(SourceFault::BadModuleLine { at });
            }
            (b"go", [version]) if is_version(&unquoted(word(version))) => {
                lang = Some(language(&unquoted(word(version))));
            }
            (b"go", rest) => {
                let at = rest.iter().copied().reduce(|a, b| Span::new(a.start, b.end)).unwrap_or(words[0]);
                return Err(SourceFault::BadGoLine { at });
            }
            (verb, _) if DIRECTIVES.contains(&verb) => {}
            // A mark of the encoding makes another word of the first one, which must not be passed over.
            (verb, _) if module.is_none() && !verb.iter().all(u8::is_ascii_lowercase) => {
                return Err(SourceFault::BadModuleLine { at: words[0] });
            }
            (verb, _) => {
                let word = String::from_utf8_lossy(verb).into_owned();
                return Err(SourceFault::UnknownDirective { at: words[0], word });
            }
        }
    }
    if let Some((open, _)) = block {
        return Err(SourceFault::UnclosedBlock { open });
    }
    let (at, path) = module.ok_or(SourceFault::NoModule { at: Span::at(text.len()) })?;
    match (path_fault(&path), String::from_utf8(path)) {
        (None, Ok(path)) => Ok((path, lang)),
        (why, path) => {
            let path = path.map_or_else(|error| error.into_bytes(), String::into_bytes);
            Err(SourceFault::BadPath { at, path, why: why.unwrap_or(super::fault::PathFault::Byte) })
        }
    }
}

/// The words of a line, without its comment; quotes hold a word together.
fn words(text: &[u8], start: usize, end: usize) -> Vec<Span> {
    let mut words = Vec::new();
    let mut at = start;
    while at < end {
        let rest = &text[at..end];
        let length = match rest[0] {
            byte if byte.is_ascii_whitespace() => {
                at += 1;
                continue;
            }
            b'/' if rest.starts_with(b"//") => break,
            quote @ (b'"' | b'`') => memchr(quote, &rest[1..]).map_or(rest.len(), |length| length + 2),
            b'(' | b')' => 1,
            _ => {
                let ends = |at: &usize| {
                    rest[*at].is_ascii_whitespace()
                        || rest[*at..].starts_with(b"//")
                        || b"()".contains(&rest[*at])
                };
                (1..rest.len()).find(ends).unwrap_or(rest.len())
            }
        };
        words.push(Span::new(at, at + length));
        at += length;
    }
    words
}

fn unquoted(word: &[u8]) -> Vec<u8> {
    let inner = |quote: u8| word.strip_prefix(&[quote])?.strip_suffix(&[quote]);
    inner(b'"').or_else(|| inner(b'`')).unwrap_or(word).to_vec()
}

/// The words that lines of `go.mod` start with, but for `module` and `go`: those of all releases so far.
const DIRECTIVES: [&[u8]; 8] =
    [b"toolchain", b"godebug", b"require", b"exclude", b"replace", b"retract", b"tool", b"ignore"];

/// Whether a text is a version of Go: `1.18`, `1.21.3`, `1.21rc2`.
fn is_version(text: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(text) else { return false };
    let digits = |text: &str| text.find(|char: char| !char.is_ascii_digit()).unwrap_or(text.len());
    let (mut rest, mut count) = (text, 0);
    loop {
        let end = digits(rest);
        if end == 0 || count == 3 || rest.starts_with('0') && end > 1 {
            return false;
        }
        count += 1;
        rest = &rest[end..];
        match rest.strip_prefix('.') {
            Some(next) => rest = next,
            None => break,
        }
    }
    // What comes before a release has a word and a number.
    let word = rest.find(|char: char| !char.is_ascii_lowercase()).unwrap_or(rest.len());
    let is_whole =
        rest.is_empty() || word > 0 && word < rest.len() && digits(&rest[word..]) == rest.len() - word;
    count > 1 && is_whole
}

/// A release of the language counts, not one of its tools: 1.21 for 1.21.3 or 1.21rc2.
fn language(version: &[u8]) -> String {
    let version = String::from_utf8_lossy(version);
    let mut parts = version.split(|char: char| !char.is_ascii_digit());
    [parts.next(), parts.next()].map(Option::unwrap_or_default).join(".")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Explain;

    #[test]
    fn the_module_line_is_read_in_all_its_forms() {
        let read = |text: &str| {
            parse(text.as_bytes()).map(|(path, lang)| format!("{path} {}", lang.unwrap_or_default()))
        };
        for text in [
            "module a.b/c\ngo 1.21.3\n",
            "// x\n\nmodule \"a.b/c\" // y\n\ngo 1.21rc2",
            "module (\n\ta.b/c // z\n)\ngo 1.21\n",
            "module `a.b/c`\ngo \"1.21\"\nrequire (\n\tmodule v1.0.0\n\tgo v1.0.0\n)\n",
        ] {
            assert_eq!(read(text).as_deref(), Ok("a.b/c 1.21"), "{text}");
        }
        assert_eq!(read("module m").as_deref(), Ok("m "));
    }

    #[test]
    fn versions_have_two_or_three_numbers_and_what_comes_before_a_release() {
        for text in
            ["1.18", "1.21.0", "1.21rc2", "1.22.0-rc", "1.021", "1.", ".1", "1.2.3.4", "1.18x", "1.18 "]
        {
            assert_eq!(is_version(text.as_bytes()), matches!(text, "1.18" | "1.21.0" | "1.21rc2"), "{text}");
        }
    }

    #[test]
    fn what_names_no_module_is_a_fault_at_its_line() {
        for (text, line, code) in [
            ("", 1, "no-module"),
            ("go 1.18\n", 2, "no-module"),
            ("module a\nmodule b\n", 2, "bad-module-line"),
            ("\u{feff}module a\n", 1, "bad-module-line"),
            ("module a/ b\n", 1, "bad-module-line"),
            ("module\n", 1, "bad-module-line"),
            ("\nmodule ../../x\n", 2, "bad-path"),
            ("module /x\n", 1, "bad-path"),
            ("module \"a//b\"\n", 1, "bad-path"),
            ("module \"a b\"\n", 1, "bad-path"),
            ("module a\nrequire (\n", 2, "unclosed-block"),
            ("module a\n\nmodul b\n", 3, "unknown-directive"),
            ("module a\nmodul (\n\tb\n)\n", 2, "unknown-directive"),
            ("module a\nmodul (\n)\n", 2, "unknown-directive"),
            ("module a\ngo one\n", 2, "bad-go-line"),
            ("module a\ngo 1.18 1.19\n", 2, "bad-go-line"),
            ("module a\ngo 1\n", 2, "bad-go-line"),
            ("module a\ngo\n", 2, "bad-go-line"),
        ] {
            let fault = parse(text.as_bytes()).unwrap_err();
            let at = text[..fault.span().start].matches('\n').count() + 1;
            assert_eq!((at, fault.code()), (line, code), "{text:?}");
        }
    }
}
