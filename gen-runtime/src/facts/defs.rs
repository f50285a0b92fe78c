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
    /// The text that is being read, and its number.
    text: &'d [u8],
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
            text: text_of(sources, 0),
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
        let text = self.text;
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
        self.before += self.text.len();
        self.input += 1;
        self.text = text_of(self.sources, self.input);
    }

    /// Looks the names up, and gives away what was taken, all from one text.
    fn finish_batch(&mut self, faults: &mut Collector, take: &mut impl FnMut(Def<'_>)) {
        let text = self.text;
        let read = self.before + self.names.last().map_or(0, |&last| self.table.place(last).name.start);
        let seen =
            self.table.insert_all(&self.names, (read, self.total), |place| [name_at(self.sources, place)]);
        let mut seen = seen.into_iter().peekable();
        let mut names = 0..;
        for item in &self.items {
            let index = name_of(item).and_then(|_| names.next());
            let earlier = seen.next_if(|(seen, _)| Some(*seen) == index).map(|(_, earlier)| earlier);
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
        let value = &self.text[at.start..at.end];
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

/// The text of a number; nothing after the last.
fn text_of<'d>(sources: &'d [Source<'_>], input: usize) -> &'d [u8] {
    sources.get(input).map_or(b"", |source| source.from(0))
}

/// The name at a place, whose group is its text.
fn name_at<'d>(sources: &'d [Source<'_>], place: Place) -> &'d [u8] {
    sources[place.group].slice(place.name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::front::godefs::GoDefsReader;
    use crate::release::Release;
    use goc2c::diagnostic::Explain;

    /// What is written of some texts, and the faults with their inputs.
    fn found(release: Release, texts: &[&str]) -> (String, Vec<String>) {
        let sources = texts.iter().map(|text| Source::from_bytes("x.godefs", text.as_bytes()));
        let sources: Vec<_> = sources.collect();
        let options = Options { release, ..Options::default() };
        let mut faults = Collector::new(usize::MAX);
        let mut finder = DefFinder::new(&sources, &options);
        let mut written = String::new();
        let mut take = |def: Def<'_>| {
            let (hidden, text) = match def {
                Def::Constant { exported, rest } => (exported, rest),
                Def::Lines(lines) => (false, lines),
            };
            written += if hidden { "_" } else { "" };
            written += std::str::from_utf8(text).unwrap();
        };
        for (input, source) in sources.iter().enumerate() {
            faults.input = input;
            let mut reader = GoDefsReader::new(source.from(0));
            while let Some(item) = reader.next(&mut faults) {
                finder.add(item, &mut faults, &mut take);
            }
            finder.finish_input(&mut faults, &mut take);
        }
        let found = faults.finish().unwrap_or_else(|found| found).list;
        let faults = found.iter().map(|found| format!("{} {}", found.input, found.fault.message()));
        (written, faults.collect())
    }

    #[test]
    fn each_name_is_written_once_and_comments_and_functions_not_at_all() {
        let texts = [
            "// c\nconst a = 1\nconst B = 2\nfunc f()\nvar v\tint32\n\n",
            "var v\tint64\ntype a struct {\n}\nconst c\t= 3",
        ];
        let (written, faults) = found(Release::Go14, &texts);
        assert_eq!(written, "a = 1\n_B = 2\nvar v\tint32\n\nc\t= 3");
        assert_eq!(faults, Vec::<String>::new());
        assert_eq!(found(Release::Go12, &texts).0, "var v\tint32\n\ntype a struct {\n}\n");
        assert_eq!(
            found(Release::Go14, &["const true = 1\nvar allgs\tint32\nvar b\tint32\n"]).0,
            "var b\tint32\n"
        );
    }

    #[test]
    fn a_constant_with_two_values_is_a_fault_also_across_texts() {
        let texts = ["const a = 1\nconst a =  1\nconst a = 2\nvar b\tint32\n", "const b = 1\nconst a = -1\n"];
        let (written, faults) = found(Release::Go14, &texts);
        assert_eq!(written, "a = 1\nvar b\tint32\n");
        assert_eq!(faults, ["0 `a` has two values: 1 and 2", "1 `a` has two values: 1 and -1"]);
    }
}
