//! Which declarations of Go are written, of those that several C files made: each name once, and none that the release
//! leaves out. A constant with two values is a fault.

use goc2c::{Source, Span};

use super::names::{Name, NameTable, Place};
use crate::fault::{Collector, Earlier, Fault};
use crate::model::{Constant, GoDecl, GoItem};
use crate::options::Options;
use crate::release::{GoConstants, UNWANTED};

/// A declaration that can be written, or a line between two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Def<'d> {
    /// A constant.
    Constant {
        /// Whether Go would export its name, which is to be hidden.
        exported: bool,
        /// All from its name on.
        rest: &'d [u8],
    },
    /// Anything else: its lines as they are.
    Lines(&'d [u8]),
}

/// Declarations whose names are looked up in one go: [`super::names`] says why.
const BATCH: usize = 256;

/// Finds what can be written among the declarations of several texts, one text after the other.
pub struct DefFinder<'d> {
    sources: &'d [Source<'d>],
    /// The text that is being read.
    input: usize,
    /// The bytes of the texts before it, and of all.
    before: usize,
    total: usize,
    constants: GoConstants,
    /// A name's group is its text.
    table: NameTable,
    /// What is to be written unless its name was declared before.
    items: Vec<GoItem>,
    /// The names of those that have one.
    names: Vec<Name>,
}

impl<'d> DefFinder<'d> {
    /// A finder for what is read from these texts.
    pub fn new(sources: &'d [Source<'d>], options: &Options) -> Self {
        DefFinder {
            sources,
            input: 0,
            before: 0,
            total: sources.iter().map(|source| source.from(0).len()).sum(),
            constants: options.traits().go_constants,
            table: NameTable::default(),
            items: Vec::with_capacity(BATCH),
            names: Vec::with_capacity(BATCH),
        }
    }

    /// Takes a declaration, and gives `take` what can be written by now, in order.
    pub fn add(&mut self, item: GoItem, faults: &mut Collector, take: &mut impl FnMut(Def<'_>)) {
        let text = self.sources[self.input].from(0);
        match item.decl {
            GoDecl::Comment if text[item.lines.start..].starts_with(b"//") => return,
            GoDecl::Func => return,
            GoDecl::Const(_) if self.constants == GoConstants::Dropped => return,
            _ => {}
        }
        if let Some((name, value)) = name_of(&item) {
            let word = &text[name.start..name.end];
            if self.constants == GoConstants::Kept && UNWANTED.iter().any(|it| it.as_bytes() == word) {
                return;
            }
            self.names.push(self.table.name([word], Place { group: self.input, name, value }));
        }
        self.items.push(item);
        if self.items.len() == BATCH {
            self.finish_batch(faults, take);
        }
    }

    /// Gives `take` the rest of a text, and goes on to the next.
    pub fn finish_input(&mut self, faults: &mut Collector, take: &mut impl FnMut(Def<'_>)) {
        self.finish_batch(faults, take);
        self.before += self.sources[self.input].from(0).len();
        self.input += 1;
    }

    /// Looks the names up, and gives away what was taken, all from one text.
    fn finish_batch(&mut self, faults: &mut Collector, take: &mut impl FnMut(Def<'_>)) {
        let text = self.sources[self.input].from(0);
        let read = self.before + self.names.last().map_or(0, |&last| self.table.place(last).name.start);
        let seen =
            self.table.insert_all(&self.names, (read, self.total), |place| [name_at(self.sources, place)]);
        let mut seen = seen.into_iter();
        for item in &self.items {
            let earlier = name_of(item).and_then(|_| seen.next()).flatten();
            match (item.decl, earlier) {
                (GoDecl::Const(Constant { name, .. }), None) => {
                    let rest = &text[name.start..item.lines.end];
                    take(Def::Constant { exported: rest.first().is_some_and(u8::is_ascii_uppercase), rest });
                }
                (_, None) => take(Def::Lines(&text[item.lines.start..item.lines.end])),
                (GoDecl::Const(constant), Some(earlier)) => {
                    faults.add_all(self.conflict(self.table.place(earlier), constant.value));
                }
                (_, Some(_)) => {}
            }
        }
        self.items.clear();
        self.names.clear();
    }

    /// The fault of a constant whose name was a constant of another value before.
    fn conflict(&self, earlier: Place, at: Span) -> Option<Fault> {
        let source = &self.sources[earlier.group];
        let first = source.slice(earlier.value?);
        let value = self.sources[self.input].slice(at);
        if first == value {
            return None;
        }
        Some(Fault::Conflict {
            at,
            name: name_at(self.sources, earlier).to_vec(),
            value: value.to_vec(),
            first: first.to_vec(),
            earlier: if earlier.group == self.input {
                Earlier::Here(earlier.name)
            } else {
                Earlier::In(source.name().to_vec())
            },
        })
    }
}

/// The name that a declaration gives a meaning, and the value if that is one.
fn name_of(item: &GoItem) -> Option<(Span, Option<Span>)> {
    match item.decl {
        GoDecl::Const(Constant { name, value }) => Some((name, Some(value))),
        GoDecl::Var { name, .. } | GoDecl::Type { name } => Some((name, None)),
        GoDecl::Blank | GoDecl::Comment | GoDecl::Func => None,
    }
}

/// The name at a place, whose group is its text.
fn name_at<'d>(sources: &'d [Source<'_>], place: Place) -> &'d [u8] {
    sources[place.group].slice(place.name)
}
