//! What the names of acid text stand for: none for two values, and in Go none that Go cannot have.
//!
//! Unaware of which structs are wanted; a name comes with its group, which has a prefix.

use goc2c::Span;

use super::Offset;
use super::names::{Name, NameTable, Place, name_at};
use super::wanted::{CONSTANTS, plain_name};
use crate::fault::{Collector, Earlier, Fault};
use crate::options::{Form, Options, is_name};

/// Finds names that stand for two values, and names that the output cannot have.
pub(crate) struct Checker<'f> {
    spellings: Spellings<'f>,
    names: NameTable,
    /// By group, the first size that was written under its prefix.
    sizes: Vec<Option<Span>>,
    options: &'f Options,
}

impl<'f> Checker<'f> {
    /// A checker of names in a text, whose groups have these prefixes.
    pub(crate) fn new(text: &'f [u8], options: &'f Options, prefixes: &[&'f str]) -> Self {
        Checker {
            sizes: vec![None; prefixes.len()],
            spellings: Spellings { text, prefixes: prefixes.to_vec() },
            names: NameTable::default(),
            options,
        }
    }

    /// The text of a span.
    #[inline]
    pub(crate) fn slice(&self, span: Span) -> &'f [u8] {
        slice(self.spellings.text, span)
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

    /// A name of a group, to be looked up.
    #[inline]
    pub(crate) fn name(&mut self, group: usize, at: Span) -> Name {
        let pieces = self.spellings.of(group, self.slice(at));
        self.names.name(pieces, Place { group, at: at.start })
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

    /// Marks what has been seen before; with another value, that is a fault.
    pub(crate) fn check_values(
        &mut self,
        names: &[Name],
        offsets: &mut [Offset<'_>],
        faults: &mut Collector,
    ) {
        let Some(last) = names.last() else { return };
        let text = self.spellings.text;
        let progress = (last.place.at, text.len());
        let seen = self.names.insert_all(names, progress, |place| self.spellings.at(place));
        for ((name, earlier), offset) in names.iter().zip(seen).zip(offsets) {
            let Some(earlier) = earlier else { continue };
            let place = name.place;
            offset.repeated = true;
            let first = value_beside(text, earlier.at);
            if self.slice(first) != offset.offset {
                let [prefix, bar, plain] = self.spellings.at(place);
                let name =
                    if place.group == CONSTANTS { plain.to_vec() } else { [prefix, bar, plain].concat() };
                faults.add(self.conflict(name, value_beside(text, place.at), first));
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
        self.of(place.group, name_at(&self.text[place.at..]))
    }

    /// The pieces of a group's name.
    #[inline]
    fn of(&self, group: usize, name: &'f [u8]) -> [&'f [u8]; 3] {
        [self.prefixes[group].as_bytes(), b"_", name]
    }
}

/// The number that belongs to the name at `at`: a constant's is behind it, an offset in front of it.
fn value_beside(text: &[u8], at: usize) -> Span {
    let behind = at + name_at(&text[at..]).len();
    let number = |byte: &u8| *byte == b'-' || byte.is_ascii_digit();
    let rest = text[behind..].trim_ascii_start();
    if let Some(rest) = rest.strip_prefix(b"=") {
        let rest = rest.trim_ascii_start();
        let start = text.len() - rest.len();
        return Span::new(start, start + rest.iter().take_while(|byte| number(byte)).count());
    }
    let before = text[..at].trim_ascii_end();
    let digits = before.iter().rev().take_while(|byte| number(byte)).count();
    Span::new(before.len() - digits, before.len())
}

fn slice(text: &[u8], span: Span) -> &[u8] {
    &text[span.start..span.end]
}
