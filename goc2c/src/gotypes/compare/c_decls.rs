//! Declarations of C that Go may have too: structs, constants, and functions of Go by their symbols. What is not
//! understood is passed over: the C compiler reads the rest.

use super::c_type::CTy;
use crate::front::{CKind, CToken, c_tokens};
use crate::source::Span;

/// A declaration.
#[derive(Debug, Clone, PartialEq)]
pub struct CDecl {
    /// Where its name stands.
    pub at: Span,
    /// Its name.
    pub name: String,
    /// What it is.
    pub kind: CDeclKind,
}

/// What is declared.
#[derive(Debug, Clone, PartialEq)]
pub enum CDeclKind {
    /// A struct with its members.
    Struct(Vec<CMember>),
    /// An integer.
    Int(i128),
    /// A string.
    Text(Vec<u8>),
    /// A function of Go: the name in its symbol.
    Callback {
        /// What it gives; none for `void`.
        result: Option<CMember>,
        /// What it takes.
        params: Vec<CMember>,
    },
}

/// A member of a struct, or a parameter.
#[derive(Debug, Clone, PartialEq)]
pub struct CMember {
    /// Where it stands.
    pub at: Span,
    /// Its name; a parameter may have none.
    pub name: String,
    /// Its type.
    pub ty: CTy,
    /// The type as it is written.
    pub shown: String,
}

/// The declarations of a text at file scope.
pub fn c_decls(text: &[u8]) -> Vec<CDecl> {
    let tokens: Vec<CToken> = c_tokens(text).collect();
    let mut reader = Reader { text, tokens: &tokens, at: 0, found: Vec::new() };
    reader.read();
    reader.found
}

struct Reader<'r> {
    text: &'r [u8],
    tokens: &'r [CToken],
    at: usize,
    found: Vec<CDecl>,
}

impl Reader<'_> {
    fn slice(&self, token: &CToken) -> &[u8] {
        &self.text[token.span.start..token.span.end]
    }

    fn word(&self, token: &CToken) -> String {
        String::from_utf8_lossy(self.slice(token)).into_owned()
    }

    fn is(&self, at: usize, sign: u8) -> bool {
        self.tokens.get(at).is_some_and(|token| token.kind == CKind::Sign(sign))
    }

    fn is_word(&self, at: usize, word: &[u8]) -> bool {
        self.tokens.get(at).is_some_and(|token| token.kind == CKind::Word && self.slice(token) == word)
    }

    fn read(&mut self) {
        // Where the declaration that is being read starts.
        let mut start = 0;
        while self.at < self.tokens.len() {
            let token = self.tokens[self.at];
            match token.kind {
                CKind::Sign(b'#') if token.starts_line => {
                    self.directive();
                    start = self.at;
                }
                CKind::Sign(b'{') => {
                    self.at = self.behind(self.at);
                    if !self.is(self.at, b';') {
                        start = self.at;
                    }
                }
                CKind::Sign(b';') => {
                    self.at += 1;
                    start = self.at;
                }
                CKind::Word if self.slice(&token) == b"struct" && self.structure(start) => {}
                CKind::Word if self.slice(&token) == b"enum" => self.enumeration(),
                CKind::Word if [&b"__asm__"[..], b"asm", b"__asm"].contains(&self.slice(&token)) => {
                    self.callback(start);
                    self.at += 1;
                }
                _ => self.at += 1,
            }
        }
    }

    /// The place behind what closes the bracket at a place.
    fn behind(&self, open: usize) -> usize {
        let mut depth = 0usize;
        for (at, token) in self.tokens.iter().enumerate().skip(open) {
            match token.kind {
                CKind::Sign(b'{' | b'(' | b'[') => depth += 1,
                CKind::Sign(b'}' | b')' | b']') => depth = depth.saturating_sub(1),
                _ => {}
            }
            if depth == 0 {
                return at + 1;
            }
        }
        self.tokens.len()
    }

    /// `#define NAME value`
    fn directive(&mut self) {
        let start = self.at + 1;
        let is_end = |at: usize| {
            let token = &self.tokens[at];
            token.starts_line && !self.is(at - 1, b'\\')
        };
        let end = (start..self.tokens.len()).find(|at| is_end(*at)).unwrap_or(self.tokens.len());
        self.at = end;
        let (Some(name), true) = (self.tokens.get(start + 1), self.is_word(start, b"define")) else { return };
        // A macro with parameters has them right behind its name.
        let has_params = self.is(start + 2, b'(') && self.tokens[start + 2].span.start == name.span.end;
        if name.kind != CKind::Word || has_params || start + 2 >= end {
            return;
        }
        let value = &self.tokens[start + 2..end];
        let kind = match value {
            [one] if one.kind == CKind::Literal && self.slice(one).starts_with(b"\"") => {
                text_value(self.slice(one)).map(CDeclKind::Text)
            }
            value => self.integer(value).map(CDeclKind::Int),
        };
        if let Some(kind) = kind {
            self.found.push(CDecl { at: name.span, name: self.word(name), kind });
        }
    }

    /// A number, with signs or parentheses around it.
    fn integer(&self, mut value: &[CToken]) -> Option<i128> {
        let mut is_negative = false;
        loop {
            value = match value {
                [one] if one.kind == CKind::Number || one.kind == CKind::Literal => {
                    let number = int_value(self.slice(one))?;
                    return Some(if is_negative { -number } else { number });
                }
                [minus, rest @ ..] if minus.kind == CKind::Sign(b'-') => {
                    is_negative = !is_negative;
                    rest
                }
                [open, inner @ .., close]
                    if open.kind == CKind::Sign(b'(') && close.kind == CKind::Sign(b')') =>
                {
                    inner
                }
                _ => return None,
            }
        }
    }

    /// `enum { A = 1, B }`
    fn enumeration(&mut self) {
        self.at += 1;
        if self.tokens.get(self.at).is_some_and(|token| token.kind == CKind::Word) {
            self.at += 1;
        }
        if !self.is(self.at, b'{') {
            return;
        }
        let end = self.behind(self.at);
        let mut next = Some(0);
        let inner = &self.tokens[self.at + 1..end.saturating_sub(1).max(self.at + 1)];
        for item in inner.split(|token| token.kind == CKind::Sign(b',')) {
            let Some(name) = item.first().filter(|name| name.kind == CKind::Word) else { break };
            let value = match item.get(1) {
                None => next,
                Some(_) => self.integer(item.get(2..).unwrap_or_default()),
            };
            if let Some(value) = value {
                let kind = CDeclKind::Int(value);
                self.found.push(CDecl { at: name.span, name: self.word(name), kind });
            }
            next = value.map(|value| value + 1);
        }
        self.at = end;
    }

    /// `typedef struct TAG { … } NAME;`; whether it is one.
    fn structure(&mut self, start: usize) -> bool {
        let tag = self.tokens.get(self.at + 1).filter(|tag| tag.kind == CKind::Word).copied();
        let open = self.at + 1 + usize::from(tag.is_some());
        if !self.is(open, b'{') {
            return false;
        }
        let end = self.behind(open);
        let typedef = self.is_word(start, b"typedef");
        let name = match self.tokens.get(end) {
            Some(name) if typedef && name.kind == CKind::Word && self.is(end + 1, b';') => Some(*name),
            _ => tag,
        };
        if let (Some(name), true) = (name, end > open + 1) {
            let members = self.members(open + 1, end - 1);
            let kind = CDeclKind::Struct(members);
            self.found.push(CDecl { at: name.span, name: self.word(&name), kind });
        }
        self.at = end;
        true
    }

    fn members(&self, start: usize, end: usize) -> Vec<CMember> {
        let mut members = Vec::new();
        let mut at = start;
        while at < end {
            let first = at;
            let mut is_plain = true;
            while at < end && !self.is(at, b';') {
                let is_open = self.is(at, b'{') || self.is(at, b'(');
                is_plain &= !is_open && !self.is(at, b':');
                at = if is_open { self.behind(at) } else { at + 1 };
            }
            let tokens = &self.tokens[first..at.min(end)];
            match (is_plain, tokens.last()) {
                (_, None) => {}
                (true, _) => self.declarators(tokens, &mut members),
                // A struct inside, a pointer to a function, bits: its name is the last word.
                (false, Some(last)) => {
                    let name = self.word(last);
                    let shown = "…".into();
                    members.push(CMember { at: last.span, name, ty: CTy::Unknown, shown });
                }
            }
            at += 1;
        }
        members
    }

    /// `float64 X, *Y, z[4]`
    fn declarators(&self, tokens: &[CToken], members: &mut Vec<CMember>) {
        let is_name = |token: &&CToken| token.kind == CKind::Word;
        let words = tokens.iter().take_while(is_name).count();
        // The last of the words is a name, but where a star comes before that.
        let has_star = tokens.get(words).is_some_and(|token| token.kind == CKind::Sign(b'*'));
        let base = if has_star { words } else { words.saturating_sub(1) };
        let written: Vec<_> = tokens[..base].iter().map(|word| self.word(word)).collect();
        for declarator in tokens[base..].split(|token| token.kind == CKind::Sign(b',')) {
            let stars = declarator.iter().take_while(|token| token.kind == CKind::Sign(b'*')).count();
            let Some(name) = declarator.get(stars) else { continue };
            let brackets: String = declarator[stars + 1..].iter().map(|token| self.word(token)).collect();
            let lengths = declarator[stars + 1..]
                .iter()
                .filter(|token| !matches!(token.kind, CKind::Sign(b'[' | b']')));
            let lengths: Vec<_> = lengths.map(|length| int_value(self.slice(length))).collect();
            let shown = format!("{}{}{brackets}", written.join(" "), "*".repeat(stars));
            let ty = CTy::of(&written, stars, &lengths);
            members.push(CMember { at: name.span, name: self.word(name), ty, shown });
        }
    }

    /// `T name(params) __asm__(GOC_PKG(pkg) ".Name")`
    fn callback(&mut self, start: usize) {
        if !self.is(self.at + 1, b'(') {
            return;
        }
        let end = self.behind(self.at + 1);
        let inner = &self.tokens[self.at + 2..end.saturating_sub(1).max(self.at + 2)];
        let Some(symbol) = inner.last().filter(|last| last.kind == CKind::Literal) else { return };
        let symbol = String::from_utf8_lossy(self.slice(symbol)).trim_matches('"').to_owned();
        let is_pkg = inner.len() > 1 && self.is_word(self.at + 2, b"GOC_PKG");
        let name = match is_pkg {
            true => symbol.strip_prefix('.'),
            false => symbol.strip_prefix("main."),
        };
        let before = &self.tokens[start..self.at];
        let Some(name) = name.filter(|_| before.last().is_some_and(|last| last.kind == CKind::Sign(b')')))
        else {
            return;
        };
        let Some(open) = before.iter().position(|token| token.kind == CKind::Sign(b'(')) else { return };
        let mut result = Vec::new();
        // The function's name in C is the last word before the parenthesis.
        let Some((own, result_tokens)) = before[..open].split_last() else { return };
        self.unnamed(result_tokens, &mut result);
        let mut params = Vec::new();
        for param in before[open + 1..before.len() - 1].split(|token| token.kind == CKind::Sign(b',')) {
            self.unnamed(param, &mut params);
        }
        let result = result.pop().filter(|member: &CMember| member.ty != CTy::Void);
        params.retain(|param| param.ty != CTy::Void);
        let name = name.replace("__", "_");
        self.found.push(CDecl { at: own.span, name, kind: CDeclKind::Callback { result, params } });
    }

    /// A type that a name may stand behind.
    fn unnamed(&self, tokens: &[CToken], members: &mut Vec<CMember>) {
        let Some(first) = tokens.first() else { return };
        let words: Vec<_> =
            tokens.iter().filter(|token| token.kind == CKind::Word).map(|word| self.word(word)).collect();
        let stars = tokens.iter().filter(|token| token.kind == CKind::Sign(b'*')).count();
        let is_odd = |token: &CToken| !matches!(token.kind, CKind::Word | CKind::Sign(b'*'));
        let shown = |words: &[String]| format!("{}{}", words.join(" "), "*".repeat(stars));
        let whole = CTy::of(&words, 0, &[]);
        let named = match words.split_last() {
            Some((_, before)) if !before.is_empty() && !matches!(whole, CTy::Scalar { .. }) => before,
            _ => &words[..],
        };
        let ty = match tokens.iter().any(is_odd) {
            true => CTy::Unknown,
            false => CTy::of(named, stars, &[]),
        };
        members.push(CMember { at: first.span, name: String::new(), ty, shown: shown(named) });
    }
}

/// The value of a number or a character of C.
fn int_value(text: &[u8]) -> Option<i128> {
    let text = std::str::from_utf8(text).ok()?;
    if text.starts_with('\'') {
        return match crate::gotypes::literal::quoted(text.as_bytes())? {
            crate::gotypes::values::Value::Int(value) => Some(value),
            _ => None,
        };
    }
    let digits = text.trim_end_matches(['u', 'U', 'l', 'L']);
    crate::model::go::array_length(digits).map(i128::from)
}

fn text_value(literal: &[u8]) -> Option<Vec<u8>> {
    match crate::gotypes::literal::quoted(literal)? {
        crate::gotypes::values::Value::Text(text) => Some(text),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &[u8] = b"#include \"goc.h\"\n#define N 0x10u\n#define M(x) x\n#define S \"a\\n\"\n#define NEG (-3)\n\
            typedef struct { float64 X, *Y; uint8 a[2][3]; struct { int b; } in; } Point;\n\
            struct Tag { const Point *p; unsigned long n; };\nstatic struct Tag t = { 0, 0 };\n\
            enum color { Red, Green = 5, Blue };\n\
            Iface f_g(intgo a, Point *) __asm__(GOC_PKG(p) \".f__g\");\n\
            func F(a int) int { struct { int z; } x; return x.z; }\nvoid back(void) __asm__(\"main.back\");\n";

    #[test]
    fn what_is_cut_off_or_bent_is_read_without_harm() {
        for end in 0..TEXT.len() {
            for sign in [&b""[..], b"{", b"}", b"(", b")", b"struct {", b"#define ", b"__asm__("] {
                c_decls(&[&TEXT[..end], sign, &TEXT[end..]].concat());
                c_decls(&[&TEXT[..end], sign].concat());
            }
        }
        let deep = "struct { ".repeat(100_000) + &"{".repeat(100_000);
        assert_eq!(c_decls(deep.as_bytes()), []);
        let deep = format!("#define N {}1{}\n", "-(".repeat(100_000), ")".repeat(100_000));
        assert_eq!(c_decls(deep.as_bytes())[0].kind, CDeclKind::Int(1));
    }

    #[test]
    fn declarations_are_read_and_the_rest_is_passed_over() {
        let text = TEXT;
        let found = c_decls(text);
        let shown: Vec<_> = found
            .iter()
            .map(|decl| match &decl.kind {
                CDeclKind::Struct(members) => {
                    let members: Vec<_> =
                        members.iter().map(|it| format!("{} {}", it.shown, it.name)).collect();
                    format!("{}: {}", decl.name, members.join("; "))
                }
                CDeclKind::Int(value) => format!("{}={value}", decl.name),
                CDeclKind::Text(text) => format!("{}={text:?}", decl.name),
                CDeclKind::Callback { result, params } => {
                    let params: Vec<_> = params.iter().map(|it| it.shown.clone()).collect();
                    format!("{}({}) {}", decl.name, params.join(", "), result.is_some())
                }
            })
            .collect();
        assert_eq!(
            shown,
            [
                "N=16",
                "S=[97, 10]",
                "NEG=-3",
                "Point: float64 X; float64* Y; uint8[2][3] a; … in",
                "Tag: const Point* p; unsigned long n",
                "Red=0",
                "Green=5",
                "Blue=6",
                "f_g(intgo, Point*) true",
                "back() false"
            ]
        );
    }
}
