//! From what a header says to what can be written: names are parted from packages, types get their
//! spelling in C and, where the target needs it, their size.
//!
//! Back ends take only what comes out of here.

pub mod go;
mod hint;
pub mod layout;
pub mod types;

use std::borrow::Cow;

use crate::dialect::{Dialect, Traits};
use crate::fault::Fault;
use crate::model::{Func, Param};
use crate::options::Options;
use crate::source::{Source, Span};
use crate::target::Arch;
use hint::hint_for;
use types::{Extent, TypeRow};

/// A function whose every part can be written.
#[derive(Debug)]
pub struct CheckedFunc<'s> {
    /// The package that the symbol carries.
    pub package: Cow<'s, [u8]>,
    /// Whether the header named that package itself.
    pub qualified: bool,
    /// The name without its package.
    pub name: Cow<'s, [u8]>,
    /// The parameters.
    pub params: Vec<Field<'s>>,
    /// The results.
    pub results: Vec<Field<'s>>,
    /// The line of the body's `{`.
    pub body_line: u32,
    /// The body.
    pub body: &'s [u8],
}

/// A parameter or result that can be written.
#[derive(Debug)]
pub enum Field<'s> {
    /// A name and a type.
    Named {
        /// The name.
        name: Cow<'s, [u8]>,
        /// The type as C has it.
        ty: Cow<'s, [u8]>,
        /// Size, alignment and fields; only where the target needs them.
        row: Option<(&'static TypeRow, Extent)>,
    },
    /// `...`
    Variadic,
}

/// Checks functions for one target and dialect.
pub struct Checker<'o> {
    dialect: Dialect,
    traits: &'static Traits,
    /// The architecture whose sizes matter; none for gcc.
    arch: Option<&'o Arch>,
}

impl<'o> Checker<'o> {
    /// A checker for what the options ask for.
    pub fn new(options: &'o Options) -> Self {
        Checker { dialect: options.dialect, traits: options.dialect.traits(), arch: options.frame_arch() }
    }

    /// Checks a function of the package `package`.
    ///
    /// # Errors
    /// All faults of its header.
    pub fn check<'s>(
        &self,
        source: &'s Source<'_>,
        package: &'s [u8],
        func: &Func,
    ) -> Result<CheckedFunc<'s>, Vec<Fault>> {
        let mut faults = Vec::new();
        let params = self.check_fields(source, &func.params, &mut faults);
        let results = self.check_fields(source, &func.results, &mut faults);
        if self.arch.is_none() {
            let variadic = func.results.iter().filter(|result| result.ty.is_none());
            faults.extend(variadic.map(|result| Fault::VariadicResult { at: result.name.span }));
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        let (qualifier, name) = self.split_name(func.name.text(source));
        Ok(CheckedFunc {
            qualified: qualifier.is_some(),
            package: qualifier.unwrap_or(Cow::Borrowed(package)),
            name,
            params,
            results,
            body_line: func.body_line,
            body: source.slice(func.body),
        })
    }

    fn check_fields<'s>(
        &self,
        source: &'s Source<'_>,
        params: &[Param],
        faults: &mut Vec<Fault>,
    ) -> Vec<Field<'s>> {
        let mut fields = Vec::with_capacity(params.len());
        for param in params {
            match self.check_field(source, param) {
                Ok(field) => fields.push(field),
                Err(fault) => faults.push(fault),
            }
        }
        fields
    }

    fn check_field<'s>(&self, source: &'s Source<'_>, param: &Param) -> Result<Field<'s>, Fault> {
        let Some(ty) = param.ty else {
            let at = param.name.span;
            let dialect = self.dialect;
            return if self.traits.variadic {
                Ok(Field::Variadic)
            } else {
                Err(Fault::NoVariadics { at, dialect })
            };
        };
        let written = c_spelling(ty.text(source), self.traits.int_is_intgo);
        let row = match self.arch {
            Some(arch) => Some(self.size(arch, &written, ty.span, source)?),
            None => None,
        };
        Ok(Field::Named { name: param.name.text(source), ty: written, row })
    }

    fn size(
        &self,
        arch: &Arch,
        written: &[u8],
        at: Span,
        source: &Source<'_>,
    ) -> Result<(&'static TypeRow, Extent), Fault> {
        match TypeRow::from_name(written) {
            Some(row) if row.since <= self.dialect => Ok((row, row.extent(arch, self.dialect))),
            found => Err(Fault::UnknownType {
                at,
                name: source.slice(at).to_vec(),
                dialect: self.dialect,
                hint: hint_for(source.slice(at), found, self.dialect),
            }),
        }
    }

    /// Parts `package·name` where the dialect takes such names.
    fn split_name<'s>(&self, text: Cow<'s, [u8]>) -> (Option<Cow<'s, [u8]>>, Cow<'s, [u8]>) {
        let at = self
            .traits
            .qualifier
            .and_then(|mark| Some((memchr::memmem::find(&text, mark.as_bytes())?, mark.len())));
        match (at, text) {
            (None, text) => (None, text),
            (Some((at, length)), Cow::Borrowed(text)) => {
                (Some(Cow::Borrowed(&text[..at])), Cow::Borrowed(&text[at + length..]))
            }
            (Some((at, length)), Cow::Owned(text)) => {
                (Some(Cow::Owned(text[..at].to_vec())), Cow::Owned(text[at + length..].to_vec()))
            }
        }
    }
}

/// Go's spelling of a type to C's: stars move after the name, `int` and `uint` may become others.
fn c_spelling(text: Cow<'_, [u8]>, int_is_intgo: bool) -> Cow<'_, [u8]> {
    let stars = text.iter().take_while(|&&byte| byte == b'*').count();
    let renamed: Option<&[u8]> = match &text[stars..] {
        b"int" if int_is_intgo => Some(b"intgo"),
        b"uint" if int_is_intgo => Some(b"uintgo"),
        _ => None,
    };
    if stars == 0 && renamed.is_none() {
        return text;
    }
    let name = renamed.unwrap_or(&text[stars..]);
    let mut written = Vec::with_capacity(name.len() + stars);
    written.extend_from_slice(name);
    written.resize(name.len() + stars, b'*');
    Cow::Owned(written)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spelled(text: &str, int_is_intgo: bool) -> String {
        let written = c_spelling(Cow::Borrowed(text.as_bytes()), int_is_intgo);
        String::from_utf8(written.into_owned()).unwrap()
    }

    #[test]
    fn stars_move_behind_and_int_is_renamed_from_go11_on() {
        assert_eq!(spelled("***T", false), "T***");
        assert_eq!(spelled("**int", false), "int**");
        assert_eq!(spelled("**int", true), "intgo**");
        assert_eq!(spelled("uint", true), "uintgo");
        assert_eq!(spelled("int32", true), "int32");
        assert_eq!(spelled("int*", true), "int*");
    }
}
