//! C at file scope as it stands in the input: line by line, without the comments.
//!
//! A piece is what one line holds outside comments. A literal goes on over line ends, and so does a
//! directive, with its continuations and the comments inside: the preprocessor reads it as one line. Where Go's
//! part of the file begins again, the words `func` and `import` say.

use super::declaration::{go_line, may_declare};
use super::go::starts_oddly;
use super::scan::{self, line_end, literal_length};
use super::token::{Lexer, Stop};
use crate::fault::Fault;
use crate::model::{Token, TokenKind};
use crate::source::{Source, Span};

/// Where at file scope the reader is; copied and restored with the lexer.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scope {
    /// Whether nothing but blanks stands between the lexer and the start of its line.
    pub(super) fresh: bool,
    /// Braces that are open.
    pub(super) depth: usize,
}

/// A piece of file scope.
#[derive(Debug)]
pub(super) enum Raw {
    /// C, to be copied.
    Text(Token),
    /// A word that starts Go: the lexer stands after it.
    Go(Keyword),
    /// The end of the file.
    End,
}

/// A word of Go at file scope.
#[derive(Debug, Clone, Copy)]
pub(super) struct Keyword {
    /// Whether it is `import`; else it is `func`.
    pub(super) is_import: bool,
    pub(super) span: Span,
    pub(super) line: u32,
    /// The comments right above it.
    pub(super) doc: Option<Span>,
}

/// The comments that were passed last.
#[derive(Debug, Default)]
struct Doc {
    span: Option<Span>,
    /// The line on which the last of them ends.
    end_line: u32,
}

/// The next piece.
pub(super) fn next_raw(source: &Source<'_>, lexer: &mut Lexer, scope: &mut Scope) -> Result<Raw, Stop> {
    let mut doc = Doc::default();
    loop {
        let (start, line, bytes) = (lexer.at, lexer.line, source.from(lexer.at));
        let blanks =
            bytes.iter().take_while(|byte| matches!(byte, b' ' | b'\t' | b'\r' | 0x0b | 0x0c)).count();
        let ahead = &bytes[blanks..];
        let Some(&first) = ahead.first() else {
            if !source.is_complete() {
                return Err(Stop::Incomplete);
            }
            lexer.at = source.end();
            return Ok(Raw::End);
        };
        let at = start + blanks;
        match first {
            b'\n' => {
                *lexer = Lexer { at: at + 1, line: line + 1 };
                scope.fresh = true;
            }
            b'/' if is_comment(source, at)? => {
                let length = comment_length(source, at)?;
                let end_line = line + bytecount::count(&ahead[..length], b'\n') as u32;
                if scope.fresh {
                    doc.add(Span::new(at, at + length), line, end_line);
                }
                *lexer = Lexer { at: at + length, line: end_line };
            }
            b'f' | b'i' if scope.fresh && (blanks == 0 || scope.depth == 0) => {
                if let Some(word) = go_word(source, at)? {
                    let span = Span::new(at, at + word.len());
                    lexer.at = span.end;
                    scope.fresh = false;
                    let doc = doc.span.filter(|_| doc.end_line + 1 == line);
                    return Ok(Raw::Go(Keyword { is_import: word == b"import", span, line, doc }));
                }
                return text(source, lexer, scope).map(Raw::Text);
            }
            first if may_declare(Some(&first)) && scope.fresh && blanks == 0 && scope.depth == 0 => {
                return match go_line(source, ahead)? {
                    Some(word) => {
                        let at = Span::new(at, at + word.len());
                        Err(Fault::GoDeclaration { at, word, is_for_go: true }.into())
                    }
                    None => text(source, lexer, scope).map(Raw::Text),
                };
            }
            _ => return text(source, lexer, scope).map(Raw::Text),
        }
    }
}

impl Doc {
    fn add(&mut self, span: Span, line: u32, end_line: u32) {
        self.span = match self.span {
            Some(before) if self.end_line + 1 == line => Some(Span::new(before.start, span.end)),
            _ => Some(span),
        };
        self.end_line = end_line;
    }
}

/// `func` or `import` as a word at `at`.
fn go_word(source: &Source<'_>, at: usize) -> Result<Option<&'static [u8]>, Stop> {
    /// The longer word, and a character.
    const LONGEST: usize = "import".len() + 4;
    let bytes = source.from(at);
    if bytes.len() < LONGEST && !source.is_complete() {
        return Err(Stop::Incomplete);
    }
    let words: [&'static [u8]; 2] = [b"func", b"import"];
    let behind = |word: &[u8]| bytes.strip_prefix(word).and_then(|rest| rest.first());
    let found = words.into_iter().find(|word| match behind(word) {
        Some(b' ' | b'\t' | b'\r' | b'\n' | b'(' | b'/' | b'"' | b'`') => true,
        // What looks like a space there and is none, the header's reader refuses.
        Some(0x80..) => starts_oddly(&bytes[word.len()..]),
        _ => false,
    });
    Ok(found)
}

/// C from the lexer to the end of the line or to a comment; the lexer is left after it.
fn text(source: &Source<'_>, lexer: &mut Lexer, scope: &mut Scope) -> Result<Token, Stop> {
    let start = lexer.at;
    let bytes = source.from(start);
    let mut at = start;
    let mut blank = scope.fresh;
    loop {
        let Some(&byte) = bytes.get(at - start) else {
            if !source.is_complete() {
                return Err(Stop::Incomplete);
            }
            break;
        };
        match byte {
            b'\n' => break,
            b'#' if blank => at = directive_end(source, at)?,
            b'"' | b'\'' => at = literal_end(source, at)?,
            b'/' if is_comment(source, at)? => break,
            _ => {
                match byte {
                    b'{' => scope.depth += 1,
                    b'}' => scope.depth = scope.depth.saturating_sub(1),
                    _ => {}
                }
                at += 1;
            }
        }
        blank &= matches!(byte, b' ' | b'\t' | b'\r');
    }
    let span = Span::new(start, at);
    let token = Token { kind: TokenKind::Raw, span, line: lexer.line, spliced: false };
    lexer.line += bytecount::count(source.slice(span), b'\n') as u32;
    lexer.at = at;
    scope.fresh = false;
    Ok(token)
}

/// The end of the directive at `at`: its newline, or what it lacks to one.
fn directive_end(source: &Source<'_>, at: usize) -> Result<usize, Stop> {
    match scan::directive_length(source.from(at)) {
        Ok(Some(length)) => Ok(at + length),
        Ok(None) if source.is_complete() => Ok(source.end()),
        Ok(None) => Err(Stop::Incomplete),
        Err(open) => {
            let open = Span::new(at + open, at + open + 2);
            Err(at_end(source, Fault::UnclosedComment { open }))
        }
    }
}

fn literal_end(source: &Source<'_>, at: usize) -> Result<usize, Stop> {
    let open = Span::new(at, at + 1);
    literal_length(source.from(at))
        .map(|length| at + length)
        .ok_or_else(|| at_end(source, Fault::UnclosedLiteral { open }))
}

/// Whether the `/` at `at` opens a comment.
fn is_comment(source: &Source<'_>, at: usize) -> Result<bool, Stop> {
    match source.byte(at + 1) {
        Some(byte) => Ok(matches!(byte, b'/' | b'*')),
        None => Err(at_end(source, Fault::LoneSlash { slash: Span::new(at, at + 1) })),
    }
}

/// The bytes of the comment at `at`, of one to the end of the line without its newline.
fn comment_length(source: &Source<'_>, at: usize) -> Result<usize, Stop> {
    let bytes = source.from(at);
    if bytes.get(1) == Some(&b'*') {
        let open = Span::new(at, at + 2);
        return scan::comment_length(bytes).ok_or_else(|| at_end(source, Fault::UnclosedComment { open }));
    }
    let length = line_end(bytes);
    if length == bytes.len() && !source.is_complete() { Err(Stop::Incomplete) } else { Ok(length) }
}

fn at_end(source: &Source<'_>, fault: Fault) -> Stop {
    if source.is_complete() { fault.into() } else { Stop::Incomplete }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The pieces of a text, each with its line, and the words of Go.
    fn pieces(text: &str) -> Vec<String> {
        let source = Source::from_bytes("x.goc", text.as_bytes());
        let mut lexer = Lexer { at: 0, line: 1 };
        let mut scope = Scope { fresh: true, depth: 0 };
        let mut shown = Vec::new();
        loop {
            match next_raw(&source, &mut lexer, &mut scope) {
                Ok(Raw::Text(token)) => {
                    shown.push(format!(
                        "{}:{}",
                        token.line,
                        String::from_utf8_lossy(source.slice(token.span))
                    ));
                }
                Ok(Raw::Go(word)) => {
                    let doc = word.doc.map(|doc| String::from_utf8_lossy(source.slice(doc)).into_owned());
                    shown.push(format!("{}:GO {}", word.line, doc.unwrap_or_default()));
                }
                Ok(Raw::End) => return shown,
                Err(stop) => {
                    shown.push(format!("{stop:?}"));
                    return shown;
                }
            }
        }
    }

    #[test]
    fn a_piece_is_a_line_without_its_comments() {
        assert_eq!(pieces("a  b // c\n\n\td/* */e\n"), ["1:a  b ", "3:\td", "3:e"]);
        assert_eq!(pieces("a \"//\\\"\" '\"' b"), ["1:a \"//\\\"\" '\"' b"]);
        assert_eq!(pieces("a // b\\\nc\nd"), ["1:a ", "3:d"], "a comment goes on behind a backslash");
    }

    #[test]
    fn a_directive_goes_on_with_its_comments_and_hides_nothing() {
        assert_eq!(pieces("#error don't\nb"), ["1:#error don't", "2:b"]);
        assert_eq!(
            pieces("#define a \\ \t\nfunc // y\\ \nz\nb"),
            ["1:#define a \\ \t\nfunc // y\\ \nz", "4:b"],
            "a blank after a backslash changes nothing"
        );
        assert_eq!(
            pieces(" # define a /* x\n{ */ \\\nfunc // y\\\nz\nb"),
            ["1: # define a /* x\n{ */ \\\nfunc // y\\\nz", "5:b"]
        );
    }

    #[test]
    fn go_begins_at_the_start_of_a_line_and_not_inside_braces() {
        assert_eq!(pieces("// a\n\n// b\n/* c */\nfunc "), ["5:GO // b\n/* c */"]);
        assert_eq!(pieces("  func "), ["1:GO "]);
        assert_eq!(pieces("{\n  func (x);\n}"), ["1:{", "2:  func (x);", "3:}"]);
        assert_eq!(pieces("x func (y)\nfunction"), ["1:x func (y)", "2:function"]);
    }
}
