//! What a `.goc` file names: types in its headers, words in its C, packages that it imports.

use std::collections::BTreeSet;

use crate::check::go::CheckedGoFunc;
use crate::check::go::types::runtime_name;
use crate::failure::Failure;
use crate::front::c_words;
use crate::model::Token;
use crate::model::go::{GoImport, GoMember, GoParam, GoSignature, GoType, GoTypeKind, text_of};
use crate::options::Options;
use crate::source::{Source, Span};
use crate::units::{Take, take_units};

/// A name in a header: `T`, or `pkg.T`; or a constant that is the length of an array.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InHeader {
    /// Where it stands.
    pub at: Span,
    /// The package, where one is written.
    pub package: Option<String>,
    /// The name.
    pub name: String,
    /// Whether it is a constant.
    pub is_const: bool,
}

/// What a `.goc` file names.
#[derive(Debug, Default)]
pub struct Named {
    /// The package's name.
    pub package: String,
    /// What headers name, in order.
    pub headers: Vec<InHeader>,
    /// The words of its C.
    pub words: BTreeSet<String>,
    /// Its imports: the name that it has for a package, and the path.
    pub imports: Vec<(String, String)>,
}

impl Named {
    /// Reads a `.goc` file, which stays in the source.
    ///
    /// # Errors
    /// As [`crate::transpile`].
    pub fn read(source: &mut Source<'_>, options: &Options) -> Result<Named, Failure> {
        options.check_go_side().map_err(Failure::Options)?;
        source.pin();
        let mut named = Named::default();
        take_units(source, options, &mut named)?;
        Ok(named)
    }

    fn add_words(&mut self, text: &[u8]) {
        for word in c_words(text) {
            if let Ok(word) = std::str::from_utf8(word)
                && !self.words.contains(word)
            {
                self.words.insert(word.to_owned());
            }
        }
    }

    fn add_params(&mut self, source: &Source<'_>, params: &[GoParam]) {
        params.iter().for_each(|param| self.add_type(source, &param.ty));
    }

    fn add_signature(&mut self, source: &Source<'_>, signature: &GoSignature) {
        self.add_params(source, &signature.params);
        self.add_params(source, &signature.results);
    }

    fn add(&mut self, at: Span, package: Option<String>, name: String, is_const: bool) {
        self.headers.push(InHeader { at, package, name, is_const });
    }

    /// The names that stand in the C of a type: what a map, a channel or a function is of does not.
    fn add_type(&mut self, source: &Source<'_>, ty: &GoType) {
        match &ty.kind {
            GoTypeKind::Name => {
                let name = text_of(source, ty.span);
                if runtime_name(&name).is_none() {
                    self.add(ty.span, None, name, false);
                }
            }
            GoTypeKind::Qualified { package, name } => {
                let package = text_of(source, *package);
                if package != "unsafe" {
                    self.add(ty.span, Some(package), text_of(source, *name), false);
                }
            }
            GoTypeKind::Pointer(of) | GoTypeKind::Slice(of) | GoTypeKind::Variadic(of) => {
                self.add_type(source, of);
            }
            GoTypeKind::Array { length, element } => {
                let name = text_of(source, *length);
                if !name.starts_with(|first: char| first.is_ascii_digit()) {
                    self.add(*length, None, name, true);
                }
                self.add_type(source, element);
            }
            GoTypeKind::Struct(members) => {
                for member in members {
                    if let GoMember::Field { ty, .. } = member {
                        self.add_type(source, ty);
                    }
                }
            }
            GoTypeKind::Map(..)
            | GoTypeKind::Chan(..)
            | GoTypeKind::Func(_)
            | GoTypeKind::Interface(_)
            | GoTypeKind::Generic { .. } => {}
        }
    }
}

impl Take for Named {
    fn take_package(&mut self, name: &[u8]) {
        self.package = String::from_utf8_lossy(name).into_owned();
    }

    fn take_raw(&mut self, source: &Source<'_>, piece: &Token) {
        self.add_words(source.slice(piece.span));
    }

    fn take_imports(&mut self, source: &Source<'_>, imports: &[GoImport]) {
        let pair = |import: &GoImport| (import.local_name(source), import.path_text(source));
        self.imports.extend(imports.iter().map(pair));
    }

    fn take_go_func(&mut self, source: &Source<'_>, func: &CheckedGoFunc<'_>) {
        self.add_params(source, func.func.receiver.as_slice());
        self.add_signature(source, &func.func.signature);
        self.add_words(func.body);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Dialect, Target};

    #[test]
    fn headers_and_c_are_looked_at() {
        let text = b"package p\nimport t \"time\"\n#include \"x_Y.h\"\nstatic A a; /* no */\n\
                     func (b *B) F(c []C, m map[D]E, n [N]byte, w t.Weekday, s String) (e error) {\n\
                     \tt_Month x = t_May; \"no\";\n}\n";
        let mut source = Source::from_bytes("p.goc", text);
        let options = Options { dialect: Dialect::Gccgo11, target: Target::Gcc, ..Options::default() };
        let named = Named::read(&mut source, &options).unwrap();
        let shown = |it: &InHeader| match &it.package {
            Some(package) => format!("{package}.{}", it.name),
            None => it.name.clone(),
        };
        let headers: Vec<_> = named.headers.iter().map(shown).collect();
        assert_eq!(headers, ["B", "C", "N", "byte", "t.Weekday", "error"]);
        assert_eq!(named.imports, [("t".to_owned(), "time".to_owned())]);
        for word in ["A", "a", "t_Month", "t_May", "static"] {
            assert!(named.words.contains(word), "{word}");
        }
        assert!(!named.words.contains("no") && !named.words.contains("Y"));
    }
}
