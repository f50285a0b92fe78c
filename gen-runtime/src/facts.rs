//! From what acid text says to what can be written: the structs that are wanted under their prefixes, and no
//! name that stands for two values.
//!
//! Back ends take only what comes out of here.

use goc2c::{Source, Span};

use crate::fault::{Collector, Earlier, Fault};
use crate::front::acid::AcidReader;
use crate::model::{Acid, Constant, Field, Struct};
use crate::names::{Name, NameHasher, NameTable, Place, name_at};
use crate::options::{Form, Options, is_name};
use crate::wanted::{CONSTANTS, Wanted, plain_name};

/// A field at its offset.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Offset<'s> {
    /// The field's name.
    pub name: &'s [u8],
    /// Its type as acid has it.
    pub ty: &'s [u8],
    /// Its offset.
    pub offset: &'s [u8],
    /// Whether its name has been written before, with the same value.
    pub repeated: bool,
}

/// What can be written.
#[derive(Debug)]
pub enum Fact<'f> {
    /// A constant.
    Constant {
        /// Its name.
        name: &'f [u8],
        /// Its value.
        value: &'f [u8],
        /// Whether it has been written before.
        repeated: bool,
    },
    /// A struct, once for each of its prefixes.
    Struct(StructFact<'f>),
}

/// A struct that can be written.
#[derive(Debug, Clone, Copy)]
pub struct StructFact<'f> {
    /// Its name.
    pub name: &'f [u8],
    /// Its size, where the text tells it.
    pub size: Option<&'f [u8]>,
    /// Whether a size has been written under this prefix before, with the same value.
    pub size_repeated: bool,
    /// What its fields' names get in front.
    pub prefix: &'f str,
    /// Its fields.
    pub fields: &'f [Offset<'f>],
    /// Whether it has been written before, under another prefix or from another place of the text.
    pub repeated: bool,
}

/// Names that are checked in one go: [`crate::names`] says why.
const BATCH: usize = 256;

/// Reads acid text and gives `take` what can be written, in the order of the text.
pub fn for_each_fact(
    source: &Source<'_>,
    options: &Options,
    faults: &mut Collector,
    mut take: impl FnMut(&Fact<'_>),
) {
    let text = source.from(0);
    let mut wanted = Wanted::new(options);
    let mut reader = AcidReader::new(text);
    let mut batch = Batch::new(Checker::new(text, options, &wanted.prefixes));
    while let Some(item) = reader.next(faults) {
        match item {
            Acid::Constant(constant) => batch.add_constant(constant, faults),
            Acid::Struct(item) => {
                let Some((row, mut repeated)) = wanted.find(slice(text, item.name)) else { continue };
                for &group in &row.groups {
                    batch.add_struct(item, reader.fields(), group, repeated, faults);
                    repeated = true;
                }
            }
        }
        if batch.names.len() >= BATCH {
            batch.finish(faults, &mut take);
        }
    }
    batch.finish(faults, &mut take);
    faults.add_all(wanted.missing(text.len(), options.strict));
}

/// Facts whose names are not checked yet.
struct Batch<'f> {
    checker: Checker<'f>,
    facts: Vec<Waiting<'f>>,
    /// The constants and the fields of the facts.
    offsets: Vec<Offset<'f>>,
    /// Their names.
    names: Vec<Name>,
}

/// A fact without its numbers.
enum Waiting<'f> {
    /// The next of them is a constant.
    Constant,
    /// That many of them are the struct's fields.
    Struct(StructFact<'f>, usize),
}

impl<'f> Batch<'f> {
    fn new(checker: Checker<'f>) -> Self {
        let (facts, offsets, names) = Default::default();
        Batch { checker, facts, offsets, names }
    }

    fn add_constant(&mut self, Constant { name, value }: Constant, faults: &mut Collector) {
        if self.checker.options.traits().constants {
            self.checker.check_go_name(name, faults);
        }
        self.facts.push(Waiting::Constant);
        self.add_number(CONSTANTS, name, value, Span::at(value.start));
    }

    /// Adds a struct under the prefix of a group.
    fn add_struct(
        &mut self,
        item: Struct,
        fields: &[Field],
        group: usize,
        repeated: bool,
        faults: &mut Collector,
    ) {
        let fact = StructFact {
            name: self.checker.slice(item.name),
            size: item.size.map(|size| self.checker.slice(size)),
            size_repeated: self.checker.check_size(group, item.size, faults),
            prefix: self.checker.spellings.prefixes[group],
            fields: &[],
            repeated,
        };
        self.facts.push(Waiting::Struct(fact, fields.len()));
        for field in fields {
            self.checker.check_go_name(field.name, faults);
            self.add_number(group, field.name, field.offset, field.ty);
        }
    }

    #[inline]
    fn add_number(&mut self, group: usize, at: Span, value: Span, ty: Span) {
        let [name, ty, offset] = [at, ty, value].map(|span| self.checker.slice(span));
        let hash = self.checker.hashers[group].then(name).finish();
        self.names.push(Name { hash, place: Place { group, at: at.start } });
        self.offsets.push(Offset { name, ty, offset, repeated: false });
    }

    /// Checks the names, and gives the facts away.
    fn finish(&mut self, faults: &mut Collector, take: &mut impl FnMut(&Fact<'_>)) {
        self.checker.check_values(&self.names, &mut self.offsets, faults);
        let mut offsets = &*self.offsets;
        for fact in self.facts.drain(..) {
            let own;
            match fact {
                Waiting::Constant => {
                    (own, offsets) = offsets.split_at(1);
                    let Offset { name, offset: value, repeated, .. } = own[0];
                    take(&Fact::Constant { name, value, repeated });
                }
                Waiting::Struct(fact, fields) => {
                    (own, offsets) = offsets.split_at(fields);
                    take(&Fact::Struct(StructFact { fields: own, ..fact }));
                }
            }
        }
        self.offsets.clear();
        self.names.clear();
    }
}

/// Finds names that stand for two values, and names that the output cannot have.
struct Checker<'f> {
    spellings: Spellings<'f>,
    /// By group, the start of its names' hashes.
    hashers: Vec<NameHasher>,
    names: NameTable,
    /// By group, the first size that was written under its prefix.
    sizes: Vec<Option<Span>>,
    options: &'f Options,
}

impl<'f> Checker<'f> {
    fn new(text: &'f [u8], options: &'f Options, prefixes: &[&'f str]) -> Self {
        let hasher = |prefix: &&str| NameHasher::default().then(prefix.as_bytes()).then(b"_");
        Checker {
            hashers: prefixes.iter().map(hasher).collect(),
            sizes: vec![None; prefixes.len()],
            spellings: Spellings { text, prefixes: prefixes.to_vec() },
            names: NameTable::default(),
            options,
        }
    }

    #[inline]
    fn slice(&self, span: Span) -> &'f [u8] {
        slice(self.spellings.text, span)
    }

    /// Whether a size has been written under the prefix before.
    fn check_size(&mut self, group: usize, size: Option<Span>, faults: &mut Collector) -> bool {
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

    #[inline]
    fn check_go_name(&self, name: Span, faults: &mut Collector) {
        if self.options.form == Form::Go && !is_name(plain_name(self.slice(name))) {
            faults.add(Fault::NotAGoName { at: name, name: self.slice(name).to_vec() });
        }
    }

    /// Marks what has been seen before; with another value, that is a fault.
    fn check_values(&mut self, names: &[Name], offsets: &mut [Offset<'_>], faults: &mut Collector) {
        let Some(last) = names.last() else { return };
        let text = self.spellings.text;
        self.names.make_room(names.len(), last.place.at, text.len());
        self.names.look_ahead(names);
        for (&name, offset) in names.iter().zip(offsets) {
            let place = name.place;
            let same = |earlier| self.spellings.is_same(earlier, place);
            let Some(earlier) = self.names.insert(name, same) else { continue };
            offset.repeated = true;
            let first = value_beside(text, earlier.at);
            if self.slice(first) != offset.offset {
                let [prefix, bar, plain] = self.spellings.of(place);
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

impl Spellings<'_> {
    /// The parts of the name at a place.
    fn of(&self, place: Place) -> [&[u8]; 3] {
        [self.prefixes[place.group].as_bytes(), b"_", name_at(&self.text[place.at..])]
    }

    fn is_same(&self, one: Place, other: Place) -> bool {
        let (parts, other_parts) = (self.of(one), self.of(other));
        if one.group == other.group {
            parts[2] == other_parts[2]
        } else {
            parts.concat() == other_parts.concat()
        }
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::options::StructPrefix;

    fn faults(text: &str, structs: &[(&str, &str)]) -> Vec<String> {
        use goc2c::diagnostic::Explain;
        let structs = structs
            .iter()
            .map(|(name, prefix)| StructPrefix { name: (*name).into(), prefix: (*prefix).into() });
        let options =
            Options { usual_structs: false, structs: structs.collect(), sizes: true, ..Options::default() };
        let mut faults = Collector::new(usize::MAX);
        for_each_fact(&Source::from_bytes("x.acid", text.as_bytes()), &options, &mut faults, |_| {});
        let found = faults.finish().unwrap_or_else(|found| found);
        found
            .list
            .iter()
            .map(|found| format!("{} {}", found.fault.span().start, found.fault.message()))
            .collect()
    }

    #[test]
    fn a_name_with_two_values_is_a_fault_and_the_same_twice_is_none() {
        assert_eq!(faults("A = 1;\nA = 1;\n", &[]), Vec::<String>::new());
        assert_eq!(faults("A = 1;\nA = -2;\nA = 1;\n", &[]), ["11 `A` has two values: 1 and -2"]);
        let text = "aggr S\n{\n\t'W' 0 a;\n\t'W' 8 b;\n};\naggr T\n{\n\t'W' 0 a;\n\t'W' 4 b;\n};\n";
        assert_eq!(faults(text, &[("S", "s"), ("T", "t")]), Vec::<String>::new());
        assert_eq!(faults(text, &[("S", "s"), ("T", "s")]), ["56 `s_b` has two values: 8 and 4"]);
    }

    #[test]
    fn sizes_under_one_prefix_must_agree() {
        let text = "sizeofS = 8;\naggr S\n{\n};\nsizeofT = 4;\naggr T\n{\n};\n";
        assert_eq!(faults(text, &[("S", "s"), ("T", "s")]), ["35 `s__size` has two values: 8 and 4"]);
    }

    #[test]
    fn a_struct_that_is_not_there_is_missed() {
        assert_eq!(faults("A = 1;\n", &[("S", "s")]), ["7 the input has no struct `S`"]);
    }
}
