//! The `#cgo` lines of a Go file: which flags they add, as data with places. They stand in the comment that belongs to the
//! import of "C" ([`super::head`] finds it).
//!
//! Unaware of which flags may be passed, and of folders: `${SRCDIR}` stays as it is.

use memchr::memmem;

use super::fault::{LineFault, SourceFault};
use super::files::Context;
use super::head::{C, Head};
use crate::source::Span;

/// What a line is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verb {
    /// Flags for C.
    CFlags,
    /// Flags for C, C++ and Fortran.
    CppFlags,
    /// Flags for C++.
    CxxFlags,
    /// Flags for Fortran.
    FFlags,
    /// Flags for programs that the package is linked into.
    LdFlags,
    /// Packages that pkg-config knows.
    PkgConfig,
}

impl Verb {
    /// Each, and how it is written.
    pub const ALL: [(Verb, &str); 6] = [
        (Verb::CFlags, "CFLAGS"),
        (Verb::CppFlags, "CPPFLAGS"),
        (Verb::CxxFlags, "CXXFLAGS"),
        (Verb::FFlags, "FFLAGS"),
        (Verb::LdFlags, "LDFLAGS"),
        (Verb::PkgConfig, "pkg-config"),
    ];

    /// How it is written.
    pub fn name(self) -> &'static str {
        Verb::ALL.iter().find(|(verb, _)| *verb == self).map_or("", |(_, name)| name)
    }
}

/// A line that counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Directive {
    /// What it is about.
    pub verb: Verb,
    /// Where it stands.
    pub at: Span,
    /// Its words.
    pub words: Vec<Word>,
}

/// A word of a line, without quotes and backslashes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// Its text.
    pub text: Vec<u8>,
    /// Where it stands.
    pub at: Span,
}

/// What is written for the package's folder.
pub const SRCDIR: &[u8] = b"${SRCDIR}";

/// Signs that words may have, beside letters and digits: none of those that a shell or make would take for its own.
const SIGNS: &[u8] = b"+-.,/=_:$@%! ~^";

/// Whether a text has only signs that words may have.
pub fn is_safe(text: &[u8]) -> bool {
    text.iter().all(|byte| byte.is_ascii_alphanumeric() || *byte >= 0x80 || SIGNS.contains(byte))
}

/// The lines of a file that count in a context, in order.
///
/// # Errors
/// A line that cannot be read, or an import of "C" under another name.
pub fn directives(text: &[u8], head: &Head, context: &Context) -> Result<Vec<Directive>, SourceFault> {
    let mut found = Vec::new();
    for import in head.imports.iter().filter(|import| import.path == C) {
        if let Some(name) = &import.name {
            return Err(SourceFault::RenamedC { at: import.at, name: name.clone() });
        }
        for line in import.comments.iter().flat_map(|comment| lines(text, *comment)) {
            found.extend(read_line(text, line, context)?);
        }
    }
    Ok(found)
}

/// The lines of a comment, without its signs and the blanks at their ends.
fn lines(text: &[u8], comment: Span) -> impl Iterator<Item = Span> {
    let is_block = text[comment.start..comment.end].starts_with(b"/*");
    let end = if is_block { comment.end.saturating_sub(2) } else { comment.end };
    let inner = &text[(comment.start + 2).min(end)..end];
    let mut at = end - inner.len();
    inner.split_inclusive(|&byte| byte == b'\n').map(move |line| {
        let start = at;
        at += line.len();
        trimmed(text, Span::new(start, at))
    })
}

fn trimmed(text: &[u8], part: Span) -> Span {
    let bytes = &text[part.start..part.end];
    let start = part.end - bytes.trim_ascii_start().len();
    Span::new(start, start + bytes.trim_ascii().len())
}

/// Reads a line, if it is one of `#cgo` whose conditions hold.
fn read_line(text: &[u8], at: Span, context: &Context) -> Result<Option<Directive>, SourceFault> {
    let line = &text[at.start..at.end];
    let Some(rest) =
        line.strip_prefix(b"#cgo").filter(|rest| rest.starts_with(b" ") || rest.starts_with(b"\t"))
    else {
        return Ok(None);
    };
    let start = at.end - rest.len();
    let fault = |at, why| SourceFault::BadCgoLine { at, why };
    let colon = memchr::memchr(b':', rest).map(|colon| start + colon);
    let names = fields(text, Span::new(start, colon.unwrap_or(at.end)));
    let name = |span: &Span| &text[span.start..span.end];
    let Some(colon) = colon else {
        // What go1.22 has for its own compiler, which says nothing of flags.
        let is_hint = matches!(&names[..], [verb, _] if matches!(name(verb), b"noescape" | b"nocallback"));
        return if is_hint { Ok(None) } else { Err(fault(at, LineFault::NoColon)) };
    };
    let Some((verb, conditions)) = names.split_last() else { return Err(fault(at, LineFault::NoVerb)) };
    let is_wanted = |condition| context.holds_any_form(&String::from_utf8_lossy(name(condition)));
    if !conditions.is_empty() && !conditions.iter().any(is_wanted) {
        return Ok(None);
    }
    let known = Verb::ALL.iter().find(|(_, known)| known.as_bytes() == name(verb));
    let (verb, _) = known.ok_or_else(|| fault(*verb, LineFault::UnknownVerb))?;
    let words = words(text, Span::new(colon + 1, at.end))?;
    if let Some(bad) = words.iter().find(|word| !may_be_word(&word.text)) {
        return Err(fault(bad.at, LineFault::BadWord));
    }
    Ok(Some(Directive { verb: *verb, at, words }))
}

/// Whether a word may stand in a line: what is put in place of the folder is looked at where it is put there.
fn may_be_word(word: &[u8]) -> bool {
    let mut rest = word;
    while let Some(at) = memmem::find(rest, SRCDIR) {
        if !is_safe(&rest[..at]) {
            return false;
        }
        rest = &rest[at + SRCDIR.len()..];
    }
    !word.is_empty() && is_safe(rest)
}

/// The parts of a text that blanks separate.
fn fields(text: &[u8], part: Span) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    for (at, byte) in (part.start..part.end).zip(&text[part.start..part.end]) {
        match found.last_mut() {
            _ if byte.is_ascii_whitespace() => {}
            Some(last) if last.end == at => last.end += 1,
            _ => found.push(Span::new(at, at + 1)),
        }
    }
    found
}

/// The words of a text: quotes hold one together, a backslash takes the next sign as it is.
fn words(text: &[u8], part: Span) -> Result<Vec<Word>, SourceFault> {
    let mut found: Vec<Word> = Vec::new();
    let mut open: Option<Word> = None;
    let mut quote: Option<(u8, usize)> = None;
    let mut at = part.start;
    while at < part.end {
        let byte = text[at];
        let is_blank = byte.is_ascii_whitespace() && quote.is_none();
        if is_blank {
            found.extend(open.take());
            at += 1;
            continue;
        }
        let word = open.get_or_insert_with(|| Word { text: Vec::new(), at: Span::at(at) });
        match (byte, quote) {
            (b'\\', _) if at + 1 == part.end => {
                let at = Span::new(at, at + 1);
                return Err(SourceFault::BadCgoLine { at, why: LineFault::LastBackslash });
            }
            (b'\\', _) => {
                at += 1;
                word.text.push(text[at]);
            }
            (_, Some((closing, _))) if byte == closing => quote = None,
            (b'\'' | b'"', None) => quote = Some((byte, at)),
            _ => word.text.push(byte),
        }
        at += 1;
        word.at.end = at;
    }
    if let Some((_, start)) = quote {
        let at = Span::new(start, part.end);
        return Err(SourceFault::BadCgoLine { at, why: LineFault::UnclosedQuote });
    }
    found.extend(open);
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Explain;
    use crate::gopkg::head::read_head;
    use crate::platform::Platform;

    fn context() -> Context {
        let platform = Platform { os: "linux".into(), arch: "amd64".into() };
        Context { platform, tags: vec!["mine".into()], cgo: true }
    }

    fn read(text: &str) -> Result<Vec<Directive>, SourceFault> {
        directives(text.as_bytes(), &read_head(text.as_bytes()).unwrap(), &context())
    }

    /// The words of all lines of a comment's inner text, and what they are about.
    fn told(line: &str) -> Result<String, (String, String)> {
        let text = format!("package p\n\n/*\n{line}\n*/\nimport \"C\"\n");
        match read(&text) {
            Ok(found) => {
                let words = |it: &Directive| {
                    let words = it.words.iter().map(|word| String::from_utf8_lossy(&word.text).into_owned());
                    format!("{} {}", it.verb.name(), words.collect::<Vec<_>>().join("|"))
                };
                Ok(found.iter().map(words).collect::<Vec<_>>().join("; "))
            }
            Err(fault) => Err((text[fault.span().start..fault.span().end].to_owned(), fault.message())),
        }
    }

    /// What go list of go1.19 and go1.27 show of these.
    #[test]
    fn lines_are_read_as_the_go_command_reads_them() {
        for (line, expected) in [
            ("#cgo LDFLAGS: -lm", "LDFLAGS -lm"),
            ("  #cgo\tLDFLAGS : -lm  -lz\r", "LDFLAGS -lm|-lz"),
            ("#cgo LDFLAGS:'-lq' \"-l\\:r\"y a\\ b", "LDFLAGS -lq|-l:ry|a b"),
            ("#cgo CFLAGS:-DA:B", "CFLAGS -DA:B"),
            ("#cgo linux CFLAGS: -Da\n#cgo windows CFLAGS: -Db", "CFLAGS -Da"),
            ("#cgo darwin linux CFLAGS: -Da", "CFLAGS -Da"),
            ("#cgo linux,!amd64 CFLAGS: -Da", ""),
            ("#cgo !windows,amd64 CFLAGS: -Da", "CFLAGS -Da"),
            ("#cgo (linux&&amd64) CFLAGS: -Da", "CFLAGS -Da"),
            ("#cgo linux&&arm||mine CFLAGS: -Da", "CFLAGS -Da"),
            ("#cgo linux&& CFLAGS: -Da", ""),
            ("#cgo pkg-config: --static zlib", "pkg-config --static|zlib"),
            ("#cgo CFLAGS: -I${SRCDIR}/inc", "CFLAGS -I${SRCDIR}/inc"),
            ("#cgo LDFLAGS:", "LDFLAGS "),
            ("#cgo noescape f\n#cgo nocallback f", ""),
            (" * #cgo LDFLAGS: -lm\n#cgoLDFLAGS: -lm\n# cgo LDFLAGS: -lm\n#cgo", ""),
            ("#cgo windows NOVERB: -x", ""),
        ] {
            assert_eq!(told(line).as_deref(), Ok(expected), "{line}");
        }
    }

    #[test]
    fn what_cannot_be_read_is_told_at_its_place() {
        for (line, at) in [
            ("#cgo CFLAGS -DX", "#cgo CFLAGS -DX"),
            ("#cgo : -DX", "#cgo : -DX"),
            ("#cgo CFLAG: -DX", "CFLAG"),
            ("#cgo linux noescape: f", "noescape"),
            ("#cgo noescape", "#cgo noescape"),
            ("#cgo CFLAGS: \"-DX", "\"-DX"),
            ("#cgo CFLAGS: -DX\\", "\\"),
            ("#cgo CFLAGS: -DY '-DA=\"b\"'", "'-DA=\"b\"'"),
            ("#cgo CFLAGS: \"\"", "\"\""),
            ("#cgo CFLAGS: -DA=`x`", "-DA=`x`"),
            ("#cgo CFLAGS: -DA=$(x)", "-DA=$(x)"),
            ("#cgo CFLAGS: -DA;x", "-DA;x"),
            ("#cgo LDFLAGS: -###", "-###"),
            ("#cgo LDFLAGS: ${SRCDIR2}", "${SRCDIR2}"),
            ("#cgo LDFLAGS: ${SRCDIR}${SRCDIR", "${SRCDIR}${SRCDIR"),
        ] {
            assert_eq!(told(line).map_err(|(at, _)| at), Err(at.to_owned()), "{line}");
        }
    }

    #[test]
    fn lines_stand_in_the_comment_that_belongs_to_the_import() {
        let count = |text: &str| read(text).unwrap().len();
        let line = "// #cgo CFLAGS: -DX\n";
        assert_eq!(count(&format!("package p\n{line}import \"C\"\n")), 1);
        assert_eq!(count(&format!("package p\n{line}\nimport \"C\"\n")), 0);
        assert_eq!(count(&format!("package p\n{line}import (\n\"C\"\n\"fmt\"\n)\n")), 0);
        assert_eq!(count(&format!("package p\n{line}import (\n\"C\"\n)\n")), 1);
        assert_eq!(count(&format!("package p\n{line}import (\n// x\n\"C\"\n)\n")), 0);
        assert_eq!(count(&format!("package p\nimport (\n\"fmt\"\n{line}\"C\"\n)\n")), 1);
        assert_eq!(count(&format!("package p\n{line}import \"C\"\n{line}import `C`\n")), 2);
        assert_eq!(count(&format!("package p\n{line}import \"c\"\n")), 0);
        let fault = read("package p\nimport _ \"C\"\n").unwrap_err();
        assert_eq!(fault.message(), "\"C\" cannot be imported under another name");
    }
}
