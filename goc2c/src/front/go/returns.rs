//! Finds the statements `return;` of a body in C.
//!
//! Comments, literals and directives are passed over, and so are the functions inside a body that gcc allows: what
//! returns from those is theirs. Where such a function begins, its header says: a word or a star, a name, a list and a
//! brace, as no other statement has them. What is taken for one by mistake, or not, gcc refuses. Knows nothing of
//! headers in Go.

use std::sync::LazyLock;

use memchr::memmem::Finder;

use crate::front::scan::{comment_length, directive_length, line_end, literal_length, splice_length};
use crate::source::Span;

const WORD: &[u8] = b"return";

/// Finds the word that such a statement starts with.
static RETURN: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new(WORD));

/// The words `return` of the statements `return;` in a body that starts at the offset `base`. White space and comments
/// may stand before the semicolon.
pub(in crate::front) fn bare_returns(body: &[u8], base: usize) -> Vec<Span> {
    if !may_have_one(body) {
        return Vec::new();
    }
    let mut scan = Scan { body, at: 0, last: Last::default(), open: Vec::new(), inner: 0 };
    let mut found = Vec::new();
    let mut pending = None;
    while let Some(token) = scan.next() {
        if let (Token::Semicolon, Some(start)) = (&token, pending) {
            found.push(Span::new(base + start, base + start + WORD.len()));
        }
        pending = match token {
            Token::Word(word, start) if word == WORD && scan.inner == 0 => Some(start),
            _ => None,
        };
    }
    found
}

/// A look at what follows the word, which is all that most bodies need.
fn may_have_one(body: &[u8]) -> bool {
    RETURN.find_iter(body).any(|at| {
        let mut behind = body[at + WORD.len()..].iter();
        let next = behind.find(|byte| !matches!(byte, b' ' | b'\t' | b'\r' | b'\n' | 0x0b | 0x0c | b'\\'));
        matches!(next, Some(b';' | b'/'))
    })
}

/// What the scan gives.
enum Token<'b> {
    Word(&'b [u8], usize),
    Semicolon,
    /// Anything else that is not white space.
    Other,
}

/// What the token before says of the brace that may come.
#[derive(Debug, Clone, Copy, Default)]
struct Last {
    /// A name or a star may follow that a type stands before.
    is_type: bool,
    /// A name that a type stands before, or the list after such a name.
    is_declared: bool,
    /// A list in parentheses.
    is_list: bool,
    /// A word whose list belongs to a type, as `__attribute__`.
    takes_list: bool,
}

/// What is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Open {
    Brace,
    /// The body of a function inside the body.
    Inner,
    List,
    /// The list after a declared name.
    Params,
    /// The list of a word that belongs to a type.
    TypeList,
}

struct Scan<'b> {
    body: &'b [u8],
    at: usize,
    last: Last,
    open: Vec<Open>,
    /// Functions inside the body that are open.
    inner: usize,
}

impl<'b> Scan<'b> {
    fn next(&mut self) -> Option<Token<'b>> {
        let mut fresh = false;
        loop {
            let rest = &self.body[self.at..];
            let length = match *rest.first()? {
                b'\n' => {
                    fresh = true;
                    1
                }
                b' ' | b'\t' | b'\r' | 0x0b | 0x0c => 1,
                b'\\' => splice_length(rest).unwrap_or(1),
                b'/' if rest.starts_with(b"/*") => comment_length(rest).unwrap_or(rest.len()),
                b'/' if rest.starts_with(b"//") => line_end(rest),
                b'#' if fresh => {
                    self.at += directive_length(rest).ok().flatten().unwrap_or(rest.len());
                    return Some(Token::Other);
                }
                byte => return Some(self.token(byte, rest)),
            };
            self.at += length;
        }
    }

    fn token(&mut self, byte: u8, rest: &'b [u8]) -> Token<'b> {
        let before = std::mem::take(&mut self.last);
        let start = self.at;
        let length = match byte {
            b'"' | b'\'' => literal_length(rest).unwrap_or(rest.len()),
            byte if is_letter(&byte) => rest.iter().take_while(|byte| is_letter(byte)).count(),
            _ => 1,
        };
        self.at += length;
        match byte {
            b'0'..=b'9' => {}
            byte if is_letter(&byte) => {
                self.last = Last::word(&rest[..length], before);
                return Token::Word(&rest[..length], start);
            }
            b'*' => self.last.is_type = before.is_type,
            b';' => return Token::Semicolon,
            b'(' if before.takes_list => self.open.push(Open::TypeList),
            b'(' if before.is_declared => self.open.push(Open::Params),
            b'(' => self.open.push(Open::List),
            b')' => self.close_list(),
            b'{' if before.is_list && before.is_declared => {
                self.open.push(Open::Inner);
                self.inner += 1;
            }
            b'{' => self.open.push(Open::Brace),
            b'}' => self.close_brace(),
            _ => {}
        }
        Token::Other
    }

    fn close_list(&mut self) {
        self.last.is_list = true;
        match self.open.last() {
            Some(Open::TypeList) => self.last = Last { is_type: true, ..Last::default() },
            Some(Open::Params) => self.last.is_declared = true,
            Some(Open::List) => {}
            Some(Open::Brace | Open::Inner) | None => return,
        }
        self.open.pop();
    }

    fn close_brace(&mut self) {
        // Lists that are open still are a macro's business.
        while let Some(open) = self.open.pop() {
            self.inner -= usize::from(open == Open::Inner);
            if matches!(open, Open::Brace | Open::Inner) {
                break;
            }
        }
    }
}

/// Words of C that are no part of a type, but for those of [`TYPE_LISTS`].
const STATEMENT_WORDS: [&[u8]; 14] = [
    b"break",
    b"case",
    b"continue",
    b"default",
    b"do",
    b"else",
    b"for",
    b"goto",
    b"if",
    b"return",
    b"sizeof",
    b"switch",
    b"while",
    b"_Alignof",
];

/// Words whose list is a part of a type or of a declaration.
const TYPE_LISTS: [&[u8]; 8] = [
    b"_Alignas",
    b"_Atomic",
    b"__attribute",
    b"__attribute__",
    b"__typeof",
    b"__typeof__",
    b"alignas",
    b"typeof",
];

impl Last {
    fn word(word: &[u8], before: Last) -> Last {
        if STATEMENT_WORDS.contains(&word) {
            return Last::default();
        }
        let takes_list = TYPE_LISTS.contains(&word);
        Last { is_type: true, is_declared: before.is_type, is_list: false, takes_list }
    }
}

fn is_letter(byte: &u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'$' | 0x80..)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The body with each such `return` in brackets.
    fn marked(body: &str) -> String {
        let mut marked = body.to_owned();
        for span in bare_returns(body.as_bytes(), 100).into_iter().rev() {
            marked.replace_range(span.start - 100..span.end - 100, "[return]");
        }
        marked
    }

    /// Takes the brackets for where the words must be found.
    fn check(expect: &str) {
        let body = expect.replace("[return]", "return");
        assert_eq!(marked(&body), expect);
    }

    #[test]
    fn white_space_and_comments_may_stand_before_the_semicolon() {
        check("if (x) [return];");
        check("if (x)\n\t[return] // y\n\t/* ; */ \\\n ; return x; }");
        check("a: [return];[return]\t;\r\n");
        check("else [return];");
    }

    #[test]
    fn a_word_in_a_comment_a_literal_a_directive_or_a_longer_word_is_none() {
        check("// return;\n/* return; */ \"return;\" 'return;'");
        check("// \\\n return;\n");
        check(
            "returns; a_return; $return; return_; éreturn; return x; return (1); return\n#if A\n;\n#endif\n",
        );
        check("\n# define OUT \\\n return;\n#define don't return;\n[return];");
        check(
            "return; # return;"
                .replace("return; #", "[return]; #")
                .replace("# return;", "# [return];")
                .as_str(),
        );
    }

    #[test]
    fn what_returns_from_a_function_inside_is_that_functions() {
        check("void f(int a) { if (a) { return; } return; } [return];");
        check("auto void *f(int a) { return; }");
        check("void __attribute__((noinline)) f(void (*g)(int)) { return; } [return];");
        check("{ void f(void) { void g(void) { return; } return; } [return]; }");
        check("void NAME(f)(int a) { return; } [return];");
    }

    #[test]
    fn what_only_looks_like_one_hides_nothing() {
        check("if (x) { [return]; } else if (y) { [return]; } else { [return]; }");
        check("for (;;) { switch (x) { case A: [return]; default: { [return]; } } }");
        check("FOREACH(x, y) { [return]; } do FOREACH(x) { [return]; } while (0);");
        check("int a = f(b); struct S { int a; } s = { f(c) }; ({ [return]; });");
        check("s = (struct S){ .a = 1 }; struct S t = *(struct S*)f(x); [return];");
        check("int f(int); x = sizeof(a); if (a) *b = c; [return];");
        check(") } [return];");
    }
}
