//! What headers say and debug information does not: which functions they declare, and how long arrays in parameters are.
//!
//! The text is what the preprocessor leaves: declarations, and line markers that say which file each comes from
//! ("Preprocessor Output" in the manual of gcc's preprocessor).

use std::collections::HashSet;

use logos::Logos;

/// A function that a header declares.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Prototype {
    pub name: String,
    /// The header's path, as the compiler has it.
    pub header: String,
    /// The line, from 1.
    pub line: u32,
    pub params: Vec<Declarator>,
    /// Whether it is no longer to be called.
    pub is_deprecated: bool,
}

/// A parameter's.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Declarator {
    pub name: Option<String>,
    /// How many elements it says that there are: `key[32]`.
    pub count: Option<u64>,
}

/// A piece of C.
#[derive(Logos, Debug, Clone, Copy, PartialEq, Eq)]
#[logos(utf8 = false, skip r"[ \t\r\x0b\x0c]+")]
enum Piece {
    #[token("\n")]
    Newline,
    /// A line marker, or a pragma.
    #[token("#", |pieces| pieces.bump(memchr::memchr(b'\n', pieces.remainder()).unwrap_or(pieces.remainder().len())))]
    Directive,
    #[regex(r"[A-Za-z_$][A-Za-z0-9_$]*")]
    Word,
    #[regex(r"[0-9][0-9A-Za-z']*")]
    Number,
    #[regex(r#""([^"\\\n]|\\.)*""#)]
    #[regex(r"'([^'\\\n]|\\.)*'")]
    Literal,
    #[token("(")]
    #[token("[")]
    #[token("{")]
    Open,
    #[token(")")]
    #[token("]")]
    #[token("}")]
    Close,
    #[token(";")]
    Semicolon,
    #[token(",")]
    Comma,
    #[token("*")]
    Star,
}

/// A piece and its bytes; what is no piece of C that matters is none.
type Token<'t> = (Option<Piece>, &'t [u8]);

/// Words that stand before brackets and declare nothing.
const ATTRIBUTES: [&[u8]; 8] = [
    b"__attribute__",
    b"__attribute",
    b"__asm__",
    b"__asm",
    b"asm",
    b"__declspec",
    b"_Alignas",
    b"__typeof__",
];

/// What an attribute of a function that is no longer to be called says.
const DEPRECATED: [&[u8]; 2] = [b"deprecated", b"__deprecated__"];

/// The functions that headers other than the system's declare, in their order.
pub(super) fn read_prototypes(text: &[u8]) -> Vec<Prototype> {
    let mut reader = Reader::default();
    let mut pieces = Piece::lexer(text);
    while let Some(piece) = pieces.next() {
        reader.take((piece.ok(), pieces.slice()));
    }
    reader.found
}

/// The tags of the structs and unions that a text defines, not only names.
pub(super) fn read_tags(text: &[u8]) -> HashSet<String> {
    let mut found = HashSet::new();
    let mut pieces = Piece::lexer(text);
    // The word before, where `struct` or `union` stood before that; and whether one of these was the last.
    let (mut tag, mut is_struct) = (None, false);
    while let Some(piece) = pieces.next() {
        match (piece, pieces.slice()) {
            (Ok(Piece::Newline | Piece::Directive), _) => {}
            (Ok(Piece::Word), b"struct" | b"union") => (tag, is_struct) = (None, true),
            (Ok(Piece::Word), word) if is_struct => (tag, is_struct) = (Some(word), false),
            (Ok(Piece::Open), b"{") => {
                found.extend(tag.take().map(|tag| String::from_utf8_lossy(tag).into_owned()));
                is_struct = false;
            }
            _ => (tag, is_struct) = (None, false),
        }
    }
    found
}

#[derive(Default)]
struct Reader<'t> {
    found: Vec<Prototype>,
    /// The file, if it is a header and not the system's.
    header: Option<String>,
    /// Whether the first marker, which names the file that is compiled, was read; its name.
    main: Option<String>,
    line: u32,
    /// How many brackets are open: of functions' bodies and structs, and of others.
    depth: usize,
    /// The declaration so far, and the line that it starts on.
    tokens: Vec<Token<'t>>,
    start: u32,
}

impl<'t> Reader<'t> {
    fn take(&mut self, token: Token<'t>) {
        match token {
            (Some(Piece::Newline), _) => self.line += 1,
            (Some(Piece::Directive), text) => self.take_directive(text),
            (Some(Piece::Open), b"{") => {
                // A function's body ends its declaration, a struct's stands in it.
                if self.depth == 0 && self.tokens.last().is_some_and(|last| last.1 == b")") {
                    self.finish();
                }
                self.depth += 1;
            }
            (Some(Piece::Close), b"}") => self.depth = self.depth.saturating_sub(1),
            _ if self.depth > 0 => {}
            (Some(Piece::Semicolon), _) => self.finish(),
            _ => {
                if self.tokens.is_empty() {
                    self.start = self.line;
                }
                self.tokens.push(token);
            }
        }
    }

    /// `# 12 "path" 1 3`: the next line is that one; 3 is the system's.
    fn take_directive(&mut self, text: &[u8]) {
        let text = String::from_utf8_lossy(text);
        let Some((line, rest)) = text.strip_prefix("# ").and_then(|rest| rest.split_once(' ')) else {
            return;
        };
        let Ok(line) = line.parse::<u32>() else { return };
        let Some((path, flags)) = rest.strip_prefix('"').and_then(|rest| rest.rsplit_once('"')) else {
            return;
        };
        // The newline behind it is counted, too.
        self.line = line.saturating_sub(1);
        let main = self.main.get_or_insert_with(|| path.to_owned());
        let is_own = path == main || path.starts_with('<') || flags.split(' ').any(|flag| flag == "3");
        self.header = (!is_own).then(|| path.to_owned());
    }

    fn finish(&mut self) {
        let found = self.prototype();
        self.found.extend(found);
        self.tokens.clear();
    }

    /// The function that the declaration so far declares.
    fn prototype(&self) -> Option<Prototype> {
        let header = self.header.clone()?;
        if self.tokens.iter().any(|token| token.1 == b"typedef" || token.1 == b"static") {
            return None;
        }
        let mut at = 0;
        while at < self.tokens.len() {
            let (piece, text) = self.tokens[at];
            let opens = self.tokens.get(at + 1).is_some_and(|next| next.1 == b"(");
            if piece == Some(Piece::Word) && opens {
                let end = closing(&self.tokens, at + 1)?;
                if !ATTRIBUTES.contains(&text) {
                    return Some(Prototype {
                        name: String::from_utf8_lossy(text).into_owned(),
                        header,
                        line: self.start,
                        params: read_params(&self.tokens[at + 2..end]),
                        is_deprecated: self.tokens.iter().any(|token| DEPRECATED.contains(&token.1)),
                    });
                }
                at = end;
            }
            at += 1;
        }
        None
    }
}

/// Where the bracket that opens at a place closes.
fn closing(tokens: &[Token<'_>], from: usize) -> Option<usize> {
    let mut depth = 0;
    for (at, (piece, _)) in tokens.iter().enumerate().skip(from) {
        match piece {
            Some(Piece::Open) => depth += 1,
            Some(Piece::Close) => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(at);
        }
    }
    None
}

fn read_params(tokens: &[Token<'_>]) -> Vec<Declarator> {
    if let [] | [(_, b"void")] = tokens {
        return Vec::new();
    }
    let mut params = Vec::new();
    let (mut start, mut depth) = (0, 0);
    for (at, (piece, _)) in tokens.iter().enumerate() {
        match piece {
            Some(Piece::Open) => depth += 1,
            Some(Piece::Close) => depth -= 1,
            Some(Piece::Comma) if depth == 0 => {
                params.push(read_param(&tokens[start..at]));
                start = at + 1;
            }
            _ => {}
        }
    }
    params.push(read_param(&tokens[start..]));
    params
}

fn read_param(tokens: &[Token<'_>]) -> Declarator {
    let end = tokens.iter().position(|token| token.1 == b"[").unwrap_or(tokens.len());
    let count = read_count(&tokens[end..]);
    // Of a pointer to a function the name stands in brackets.
    if let Some(inner) = tokens[..end].windows(3).find(|inner| inner[0].1 == b"(" && inner[1].1 == b"*") {
        let name =
            (inner[2].0 == Some(Piece::Word)).then(|| String::from_utf8_lossy(inner[2].1).into_owned());
        return Declarator { name, count: None };
    }
    let words = tokens[..end].iter().filter(|token| token.0 == Some(Piece::Word)).count();
    let name = match tokens[..end].last() {
        // A type alone is one word, or ends in a star or in one of C's own words.
        Some((Some(Piece::Word), text)) if words > 1 && !TYPES.contains(text) => {
            let is_tag = words == 2
                && matches!(tokens[0].1, b"struct" | b"union" | b"enum" | b"const")
                && !tokens[..end].iter().any(|token| token.0 == Some(Piece::Star));
            (!is_tag).then(|| String::from_utf8_lossy(text).into_owned())
        }
        _ => None,
    };
    Declarator { name, count }
}

/// Words that end a type and are no name.
const TYPES: [&[u8]; 12] = [
    b"char",
    b"short",
    b"int",
    b"long",
    b"unsigned",
    b"signed",
    b"float",
    b"double",
    b"const",
    b"restrict",
    b"__restrict",
    b"_Bool",
];

/// The product of an array's dimensions, where each is a number.
fn read_count(tokens: &[Token<'_>]) -> Option<u64> {
    let mut count = None;
    let mut at = 0;
    while tokens.get(at).is_some_and(|token| token.1 == b"[") {
        let end = closing(tokens, at)?;
        let is_qualifier =
            |token: &&Token<'_>| !matches!(token.1, b"static" | b"const" | b"restrict" | b"__restrict");
        let inner: Vec<_> = tokens[at + 1..end].iter().filter(is_qualifier).collect();
        let [(Some(Piece::Number), digits)] = inner[..] else { return None };
        let own = read_number(digits)?;
        count = Some(count.unwrap_or(1u64).checked_mul(own)?);
        at = end + 1;
    }
    count
}

fn read_number(digits: &[u8]) -> Option<u64> {
    let text = std::str::from_utf8(digits).ok()?.trim_end_matches(['u', 'U', 'l', 'L']);
    match text.strip_prefix("0x").or_else(|| text.strip_prefix("0X")) {
        Some(hex) => u64::from_str_radix(hex, 16).ok(),
        None if text.len() > 1 && text.starts_with('0') => u64::from_str_radix(text, 8).ok(),
        None => text.parse().ok(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn structs_are_defined_or_only_named() {
        let text = b"struct a { int x; };\nstruct b;\ntypedef union c\n{ struct d *d; } e;\nstruct f g(void);\nenum h { I };";
        let mut tags: Vec<_> = read_tags(text).into_iter().collect();
        tags.sort();
        assert_eq!(tags, ["a", "c"]);
    }

    #[test]
    fn headers_declare_functions() {
        let text = b"# 1 \"lib.c\"\n# 1 \"<built-in>\"\nint hidden(int);\n# 1 \"src/lib.h\" 1\n\
            typedef int (*call)(void *);\nstruct pair { int a, b; };\n\
            extern __attribute__((visibility(\"default\"))) void lock(const uint8_t key[32], size_t n,\n  call, int m[4][0x10]);\n\
            static inline int own(int a) { return f(a); }\nstruct pair *make(void);\nint each(int (*f)(int), struct pair);\n\
            int last(int n) __attribute__((pure, deprecated(\"old\")));\n# 1 \"/usr/include/stdio.h\" 1 3 4\nint puts(const char *);\n# 9 \"lib.c\" 2\nint in_c(void) { return 1; }\n";
        let found = read_prototypes(text);
        let names: Vec<_> = found.iter().map(|prototype| (&*prototype.name, prototype.line)).collect();
        assert_eq!(names, [("lock", 3), ("make", 6), ("each", 7), ("last", 8)]);
        let param = |name: Option<&str>, count| Declarator { name: name.map(str::to_owned), count };
        assert_eq!(
            found[0].params,
            [
                param(Some("key"), Some(32)),
                param(Some("n"), None),
                param(None, None),
                param(Some("m"), Some(64))
            ]
        );
        assert_eq!(found[1].params, []);
        assert_eq!(found[2].params, [param(Some("f"), None), param(None, None)]);
        assert_eq!(found.iter().filter(|prototype| prototype.is_deprecated).count(), 1);
        assert!(found.iter().all(|prototype| prototype.header == "src/lib.h"));
    }
}
