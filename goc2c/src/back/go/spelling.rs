//! Types and signatures in the one spelling that gofmt leaves alone.

use crate::check::go::names::in_go;
use crate::check::go::types::runtime_name;
use crate::model::go::{
    ChanDirection, GoFunc, GoMember, GoParam, GoSignature, GoType, GoTypeKind, array_length, text_of,
};
use crate::source::{Source, Span};

/// What a spelling is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Purpose {
    /// A Go file.
    Code,
    /// To be compared: names of parameters are left out, and of two names for one type the first is taken.
    Compare,
}

/// Two names of one type, the one that is compared first; and the runtime's spellings in C.
const ALIASES: [(&str, &str); 9] = [
    ("uint8", "byte"),
    ("int32", "rune"),
    ("interface{}", "any"),
    ("string", "String"),
    ("interface{}", "Eface"),
    ("int", "intgo"),
    ("uint", "uintgo"),
    ("[]…", "Slice"),
    ("interface…", "Iface"),
];

/// Writes Go.
struct Speller<'s, 'i> {
    source: &'s Source<'i>,
    purpose: Purpose,
    text: String,
    /// Tabs before a line.
    depth: usize,
}

/// A type, for a Go file.
pub fn spell_type(source: &Source<'_>, ty: &GoType) -> String {
    let mut speller = Speller { source, purpose: Purpose::Code, text: String::new(), depth: 0 };
    speller.ty(ty);
    speller.text
}

/// A type, to be compared.
pub fn compare_type(source: &Source<'_>, ty: &GoType) -> String {
    let mut speller = Speller { source, purpose: Purpose::Compare, text: String::new(), depth: 0 };
    speller.ty(ty);
    speller.text
}

/// A declaration without a body.
pub fn spell_func(source: &Source<'_>, func: &GoFunc) -> String {
    let mut speller = Speller { source, purpose: Purpose::Code, text: "func ".into(), depth: 0 };
    if let Some(receiver) = &func.receiver {
        speller.list(std::slice::from_ref(receiver));
        speller.text.push(' ');
    }
    speller.name(func.name);
    speller.signature(&func.signature);
    speller.text
}

/// Whether two types in their spelling for comparison are one, as far as can be told: the runtime's
/// `Slice` and `Iface` do not say of what.
pub fn same_type(ours: &str, theirs: &str) -> bool {
    let loose = |text: &str, other: &str| match text.strip_suffix('…') {
        Some("[]") => other.starts_with("[]") || other.starts_with("..."),
        Some(_) => other != "interface{}" && !other.starts_with(['*', '[']),
        None => false,
    };
    ours == theirs || loose(ours, theirs) || loose(theirs, ours)
}

impl Speller<'_, '_> {
    fn name(&mut self, span: Span) {
        self.text += &in_go(&text_of(self.source, span));
    }

    fn ty(&mut self, ty: &GoType) {
        match &ty.kind {
            GoTypeKind::Name => {
                let name = text_of(self.source, ty.span);
                let alias = ALIASES.iter().find(|(_, alias)| *alias == name);
                match (self.purpose, alias, runtime_name(&name)) {
                    (Purpose::Compare, Some((first, _)), _) => self.text += first,
                    (Purpose::Code, _, Some(go)) => self.text += go,
                    _ => self.text += &name,
                }
            }
            GoTypeKind::Qualified { package, name } => {
                self.text += &text_of(self.source, *package);
                self.text.push('.');
                self.text += &text_of(self.source, *name);
            }
            GoTypeKind::Pointer(to) => self.with("*", to),
            GoTypeKind::Slice(of) => self.with("[]", of),
            GoTypeKind::Variadic(of) => self.with("...", of),
            GoTypeKind::Array { length, element } => {
                let length = text_of(self.source, *length);
                let length = match self.purpose {
                    Purpose::Compare => array_length(&length).map_or(length, |number| number.to_string()),
                    Purpose::Code => length,
                };
                self.with(&format!("[{length}]"), element);
            }
            GoTypeKind::Map(key, value) => {
                self.with("map[", key);
                self.with("]", value);
            }
            GoTypeKind::Chan(direction, of) => {
                let receive = matches!(&of.kind, GoTypeKind::Chan(ChanDirection::Receive, _));
                match direction {
                    // `chan <-chan T` would be read as `chan<- chan T`.
                    ChanDirection::Both if receive => {
                        self.with("chan (", of);
                        self.text.push(')');
                    }
                    ChanDirection::Both => self.with("chan ", of),
                    ChanDirection::Send => self.with("chan<- ", of),
                    ChanDirection::Receive => self.with("<-chan ", of),
                }
            }
            GoTypeKind::Func(signature) => {
                self.text += "func";
                self.signature(signature);
            }
            GoTypeKind::Generic { .. } => self.text += &text_of(self.source, ty.span),
            GoTypeKind::Interface(members) => self.members("interface", members),
            GoTypeKind::Struct(members) => self.members("struct", members),
        }
    }

    fn with(&mut self, before: &str, ty: &GoType) {
        self.text += before;
        self.ty(ty);
    }

    fn signature(&mut self, signature: &GoSignature) {
        self.list(&signature.params);
        match &signature.results[..] {
            [] => {}
            [result]
                if result.names.is_empty() || self.purpose == Purpose::Compare && result.names.len() == 1 =>
            {
                self.with(" ", &result.ty)
            }
            results => {
                self.text.push(' ');
                self.list(results);
            }
        }
    }

    fn list(&mut self, params: &[GoParam]) {
        self.text.push('(');
        let mut first = true;
        for param in params {
            if self.purpose == Purpose::Compare {
                for _ in 0..param.names.len().max(1) {
                    self.with(if std::mem::take(&mut first) { "" } else { ", " }, &param.ty);
                }
                continue;
            }
            if !std::mem::take(&mut first) {
                self.text += ", ";
            }
            self.names(&param.names);
            self.ty(&param.ty);
        }
        self.text.push(')');
    }

    /// `a, b `
    fn names(&mut self, names: &[Span]) {
        for (count, name) in names.iter().enumerate() {
            self.text += if count > 0 { ", " } else { "" };
            self.name(*name);
        }
        if !names.is_empty() {
            self.text.push(' ');
        }
    }

    fn members(&mut self, word: &str, members: &[GoMember]) {
        self.text += word;
        match members {
            [] => self.text += "{}",
            [member] => {
                self.text += "{ ";
                self.member(member, 0);
                self.text += " }";
            }
            members => {
                let width = members.iter().map(|member| self.names_width(member)).max().unwrap_or(0);
                self.text += " {";
                self.depth += 1;
                for member in members {
                    self.new_line();
                    self.member(member, width);
                }
                self.depth -= 1;
                self.new_line();
                self.text.push('}');
            }
        }
    }

    fn new_line(&mut self) {
        self.text.push('\n');
        self.text.extend(std::iter::repeat_n('\t', self.depth));
    }

    /// Columns that a field's names take, with the space after them.
    fn names_width(&self, member: &GoMember) -> usize {
        let GoMember::Field { names, .. } = member else { return 0 };
        let lengths = names.iter().map(|name| text_of(self.source, *name).chars().count());
        if names.is_empty() { 0 } else { lengths.sum::<usize>() + 2 * (names.len() - 1) + 1 }
    }

    fn member(&mut self, member: &GoMember, width: usize) {
        match member {
            GoMember::Method(name, signature) => {
                self.name(*name);
                self.signature(signature);
            }
            GoMember::Field { names, ty, tag } => {
                let missing = width.saturating_sub(self.names_width(member));
                self.names(names);
                if !names.is_empty() {
                    self.text.extend(std::iter::repeat_n(' ', missing));
                }
                self.ty(ty);
                if let Some(tag) = tag {
                    self.text.push(' ');
                    self.text += &text_of(self.source, *tag);
                }
            }
        }
    }
}
