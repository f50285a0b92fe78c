//! The front of a Go file: its package clause and its imports, with their places. Text in, names out.

use memchr::memmem;

use super::comments::comment_before;
use super::fault::{SourceFault, path_fault};
use crate::source::Span;

/// The front of a Go file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// The package's name.
    pub name: String,
    /// Where that stands.
    pub at: Span,
    /// The imports, in order.
    pub imports: Vec<HeadImport>,
}

/// An import of a Go file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeadImport {
    /// The name that the file gives it: a word, `.` or `_`.
    pub name: Option<String>,
    /// The path.
    pub path: String,
    /// Where that stands.
    pub at: Span,
    /// For "C": the comments that belong to the import, each with its signs.
    pub comments: Vec<Span>,
}

/// The path by which a Go file asks for cgo. It leads to no package.
pub const C: &str = "C";

/// Reads the front of a Go file.
///
/// # Errors
/// It does not start with a package clause and imports, or one of these has a path that none can have.
pub fn read_head(text: &[u8]) -> Result<Head, SourceFault> {
    // A mark of the encoding may come first.
    let start = if text.starts_with("\u{feff}".as_bytes()) { 3 } else { 0 };
    let mut reader = Reader { text, at: start };
    reader.expect(b"package", "a package clause")?;
    let (at, name) = reader.word("the package's name")?;
    let mut head = Head { name, at, imports: Vec::new() };
    while let Some(token) = reader.peek() {
        if reader.slice(token) != b"import" {
            break;
        }
        let above = Span::new(reader.at, token.start);
        reader.at = token.end;
        let token = reader.next("an import")?;
        if reader.slice(token) != b"(" {
            reader.read_import(token, above, &mut head)?;
            continue;
        }
        let first = head.imports.len();
        loop {
            let before = reader.at;
            let token = reader.next("`)`")?;
            match reader.slice(token) {
                b")" => break,
                _ => reader.read_import(token, Span::new(before, token.start), &mut head)?,
            }
        }
        // What stands above a group belongs to its only import, if that has nothing of its own.
        if let [only] = &mut head.imports[first..]
            && only.path == C
            && only.comments.is_empty()
        {
            only.comments = comment_before(text, above);
        }
    }
    Ok(head)
}

/// Goes through the tokens of a Go file.
struct Reader<'t> {
    text: &'t [u8],
    at: usize,
}

impl<'t> Reader<'t> {
    /// An import from its first token on: a path, or a name and a path. Its comment is the last of what is between it and
    /// the token before.
    fn read_import(&mut self, first: Span, above: Span, head: &mut Head) -> Result<(), SourceFault> {
        let at = if self.is_path(first) { first } else { self.next("the import's path")? };
        if !self.is_path(at) {
            return Err(SourceFault::NoClause { at, expected: "the import's path" });
        }
        let path = &self.text[at.start + 1..at.end - 1];
        if let Some(why) = path_fault(path) {
            return Err(SourceFault::BadPath { at, path: path.to_vec(), why });
        }
        let name = (first != at).then(|| String::from_utf8_lossy(self.slice(first)).into_owned());
        let path = String::from_utf8_lossy(path).into_owned();
        let comments = if path == C { comment_before(self.text, above) } else { Vec::new() };
        head.imports.push(HeadImport { name, path, at, comments });
        Ok(())
    }

    fn expect(&mut self, word: &[u8], expected: &'static str) -> Result<(), SourceFault> {
        let at = self.next(expected)?;
        if self.slice(at) == word { Ok(()) } else { Err(SourceFault::NoClause { at, expected }) }
    }

    fn word(&mut self, expected: &'static str) -> Result<(Span, String), SourceFault> {
        let at = self.next(expected)?;
        match self.slice(at) {
            word if word.iter().all(is_word) => Ok((at, String::from_utf8_lossy(word).into_owned())),
            _ => Err(SourceFault::NoClause { at, expected }),
        }
    }

    fn next(&mut self, expected: &'static str) -> Result<Span, SourceFault> {
        let end = SourceFault::NoClause { at: Span::at(self.text.len()), expected };
        let token = self.peek().ok_or(end)?;
        self.at = token.end;
        Ok(token)
    }

    /// The next word, string or sign, after blanks, comments and semicolons; none at the end, or where one does not
    /// close.
    fn peek(&self) -> Option<Span> {
        let mut at = self.at;
        loop {
            let rest = &self.text[at..];
            let blanks = rest.len() - rest.trim_ascii_start().len();
            let (rest, start) = (&rest[blanks..], at + blanks);
            let skipped = match rest.first()? {
                b';' => 1,
                b'/' if rest.starts_with(b"//") => memchr::memchr(b'\n', rest).unwrap_or(rest.len()),
                b'/' if rest.starts_with(b"/*") => memmem::find(&rest[2..], b"*/")? + 4,
                _ => return Some(Span::new(start, start + token_length(rest)?)),
            };
            at = start + skipped;
        }
    }

    fn is_path(&self, token: Span) -> bool {
        token.len() >= 2 && matches!(self.text[token.start], b'"' | b'`')
    }

    fn slice(&self, span: Span) -> &'t [u8] {
        &self.text[span.start..span.end]
    }
}

fn token_length(text: &[u8]) -> Option<usize> {
    let first = *text.first()?;
    if first == b'"' || first == b'`' {
        return Some(memchr::memchr(first, &text[1..])? + 2);
    }
    Some(text.iter().take_while(|byte| is_word(byte)).count().max(1))
}

fn is_word(byte: &u8) -> bool {
    byte.is_ascii_alphanumeric() || *byte == b'_' || *byte >= 0x80
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Explain;

    #[test]
    fn the_front_of_a_go_file_is_read_as_far_as_its_imports() {
        let text = "\u{feff}// c\n/* package x */ package demo; import \"a/b\"\nimport . `c`\nimport (\n\tx \"d\" // \"e\"\n\
                    \t_ \"f\"; \"g\"\n)\n\nvar import_ = \"h\"\n";
        let head = read_head(text.as_bytes()).unwrap();
        let imports: Vec<_> = head.imports.iter().map(|import| import.path.as_str()).collect();
        assert_eq!((head.name.as_str(), imports.join(" ").as_str()), ("demo", "a/b c d f g"));
        let HeadImport { name, at, .. } = &head.imports[2];
        assert_eq!((name.as_deref(), &text[at.start..at.end]), (Some("x"), "\"d\""));
    }

    #[test]
    fn what_is_no_front_is_told_with_its_place() {
        let told = |text: &str| {
            let fault = read_head(text.as_bytes()).unwrap_err();
            (fault.span().start, fault.message())
        };
        assert_eq!(told("func f() {}"), (0, "expected a package clause".into()));
        assert_eq!(told(""), (0, "expected a package clause".into()));
        assert_eq!(told("package a\nimport \"b"), (19, "expected an import".into()));
        assert_eq!(told("package a\nimport x y"), (19, "expected the import's path".into()));
        assert_eq!(told("package ,"), (8, "expected the package's name".into()));
        assert_eq!(told("package a\nimport \"a/../b\""), (17, "`a/../b` cannot be a path".into()));
        assert_eq!(told("package a\nimport \"./b\"").1, "`./b` cannot be a path");
        assert_eq!(told("package a\nimport \"/b\"").1, "`/b` cannot be a path");
    }
}
