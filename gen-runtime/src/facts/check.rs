//! What the names of a program's data stand for: none for two values, and in Go none that Go cannot have.
//!
//! Unaware of which structs are wanted; a name comes with its group, which has a prefix.

use goc2c::Span;

use super::names::{Name, NameTable, Place};
use super::wanted::CONSTANTS;
use crate::fault::{Collector, Earlier, Fault};
use crate::model::plain_name;
use crate::options::{Form, Options, is_name};

/// Finds names that stand for two values, and names that the output cannot have.
pub(crate) struct NameChecker<'f> {
    spellings: Spellings<'f>,
    names: NameTable,
    /// By group, the first size that was written under its prefix.
    sizes: Vec<Option<Span>>,
    options: &'f Options,
}

impl<'f> NameChecker<'f> {
    /// A checker of names in a text, whose groups have these prefixes.
    pub(crate) fn new(text: &'f [u8], options: &'f Options, prefixes: &[&'f str]) -> Self {
        NameChecker {
            sizes: vec![None; prefixes.len()],
            spellings: Spellings { text, prefixes: prefixes.to_vec() },
            names: NameTable::default(),
            options,
        }
    }

    /// The text of a span.
    #[inline]
    pub(crate) fn slice(&self, span: Span) -> &'f [u8] {
        self.spellings.slice(span)
    }

    /// Whether a size has been written under the prefix before.
    pub(crate) fn check_size(&mut self, group: usize, size: Option<Span>, faults: &mut Collector) -> bool {
        let Some(size) = size.filter(|_| self.options.sizes) else { return false };
        let Some(first) = self.sizes[group] else {
            self.sizes[group] = Some(size);
            return false;
        };
        if self.slice(first) != self.slice(size) {
            let name = [self.spellings.prefixes[group].as_bytes(), b"__size"].concat();
            faults.add(self.conflict(name, size, first));
        }
        true
    }

    /// What the names of a group start with.
    pub(crate) fn prefix(&self, group: usize) -> &'f str {
        self.spellings.prefixes[group]
    }

    /// A name of a group and its value, to be looked up.
    #[inline]
    pub(crate) fn name(&mut self, group: usize, name: Span, value: Span) -> Name {
        let pieces = self.spellings.of(group, self.slice(name));
        self.names.name(pieces, Place { group, name, value: Some(value) })
    }

    /// A constant's name counts where constants are written.
    pub(crate) fn check_constant_name(&self, name: Span, faults: &mut Collector) {
        if self.options.traits().constants {
            self.check_go_name(name, faults);
        }
    }

    /// Whether Go can have the name, if Go it is to be.
    #[inline]
    pub(crate) fn check_go_name(&self, name: Span, faults: &mut Collector) {
        if self.options.form == Form::Go && !is_name(plain_name(self.slice(name))) {
            faults.add(Fault::NotAGoName { at: name, name: self.slice(name).to_vec() });
        }
    }

    /// Calls `repeated` with the index of each name that has been seen before; with another value, that is a fault.
    pub(crate) fn check_values(
        &mut self,
        names: &[Name],
        faults: &mut Collector,
        mut repeated: impl FnMut(usize),
    ) {
        let Some(&last) = names.last() else { return };
        let progress = (self.names.place(last).name.start, self.spellings.text.len());
        let seen = self.names.insert_all(names, progress, |place| self.spellings.at(place));
        for (index, earlier) in seen {
            repeated(index);
            let [place, earlier] = [names[index], earlier].map(|name| self.names.place(name));
            let (Some(value), Some(first)) = (place.value, earlier.value) else { continue };
            if self.slice(first) != self.slice(value) {
                let [prefix, bar, plain] = self.spellings.at(place);
                let name =
                    if place.group == CONSTANTS { plain.to_vec() } else { [prefix, bar, plain].concat() };
                faults.add(self.conflict(name, value, first));
            }
        }
    }

    fn conflict(&self, name: Vec<u8>, at: Span, first: Span) -> Fault {
        let [value, first_value] = [at, first].map(|span| self.slice(span).to_vec());
        Fault::Conflict { at, name, value, first: first_value, earlier: Earlier::Here(first) }
    }
}

/// Names as the output has them.
struct Spellings<'f> {
    text: &'f [u8],
    /// By group.
    prefixes: Vec<&'f str>,
}

impl<'f> Spellings<'f> {
    /// The pieces of the name at a place.
    fn at(&self, place: Place) -> [&'f [u8]; 3] {
        self.of(place.group, self.slice(place.name))
    }

    /// The pieces of a group's name.
    #[inline]
    fn of(&self, group: usize, name: &'f [u8]) -> [&'f [u8]; 3] {
        [self.prefixes[group].as_bytes(), b"_", name]
    }

    #[inline]
    fn slice(&self, span: Span) -> &'f [u8] {
        &self.text[span.start..span.end]
    }
}
