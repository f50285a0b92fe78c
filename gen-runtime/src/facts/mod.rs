//! From what was read to what may be written: the structs that are wanted, under their prefixes.
//!
//! Back ends take only what comes out of here. What is read comes as the [`model`](crate::model) has it, piece by
//! piece, and how it was written is not known here: names and values are spans of one text. What names stand for is
//! looked up in batches.

mod check;
pub mod defs;
mod names;
pub mod symabis;
pub(crate) mod wanted;

use goc2c::Span;

use crate::fault::Collector;
use crate::model::{CDecl, Constant, Field, Struct};
use crate::options::Options;
use check::NameChecker;
use names::Name;
use wanted::{CONSTANTS, Wanted};

/// A field at its offset.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Offset<'s> {
    /// The field's name.
    pub name: &'s [u8],
    /// Its type as the text has it.
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
    /// The prefix of its fields' names.
    pub prefix: &'f str,
    /// Its fields.
    pub fields: &'f [Offset<'f>],
    /// Whether it has been written before, under another prefix or from another place of the text.
    pub repeated: bool,
}

/// Names that are checked in one go: [`names`] says why.
const BATCH: usize = 256;

/// Finds the facts in a program's data.
pub struct FactFinder<'f> {
    wanted: Wanted<'f>,
    batch: Batch<'f>,
    text: &'f [u8],
    options: &'f Options,
}

impl<'f> FactFinder<'f> {
    /// A finder for what is read from a text.
    pub fn new(text: &'f [u8], options: &'f Options) -> Self {
        let wanted = Wanted::new(options);
        let batch = Batch::new(NameChecker::new(text, options, &wanted.prefixes));
        FactFinder { wanted, batch, text, options }
    }

    /// Takes a declaration, with its fields if it is a struct, and gives `take` what can be written by now, in the
    /// order of the text.
    pub fn add(
        &mut self,
        decl: CDecl,
        fields: &[Field],
        faults: &mut Collector,
        take: &mut impl FnMut(&Fact<'_>),
    ) {
        let batch = &mut self.batch;
        match decl {
            CDecl::Constant(constant) => batch.add_constant(constant, faults),
            CDecl::Struct(item) => {
                let Some((row, mut repeated)) = self.wanted.find(batch.checker.slice(item.name)) else {
                    return;
                };
                for &group in &row.groups {
                    batch.add_struct(item, fields, group, repeated, faults);
                    repeated = true;
                }
            }
        }
        if batch.facts.len().max(batch.names.len()) >= BATCH {
            batch.finish(faults, take);
        }
    }

    /// Gives `take` the rest, and says which structs were not there.
    pub fn finish(mut self, faults: &mut Collector, take: &mut impl FnMut(&Fact<'_>)) {
        self.batch.finish(faults, take);
        faults.add_all(self.wanted.missing(self.text.len(), self.options.strict));
    }
}

/// Facts whose names are not checked yet.
struct Batch<'f> {
    checker: NameChecker<'f>,
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
    fn new(checker: NameChecker<'f>) -> Self {
        Batch { checker, facts: Vec::new(), offsets: Vec::new(), names: Vec::new() }
    }

    fn add_constant(&mut self, Constant { name, value }: Constant, faults: &mut Collector) {
        self.checker.check_constant_name(name, faults);
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
            prefix: self.checker.prefix(group),
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
    fn add_number(&mut self, group: usize, name: Span, value: Span, ty: Span) {
        self.names.push(self.checker.name(group, name, value));
        let [name, ty, offset] = [name, ty, value].map(|span| self.checker.slice(span));
        self.offsets.push(Offset { name, ty, offset, repeated: false });
    }

    /// Checks the names, and gives the facts away.
    fn finish(&mut self, faults: &mut Collector, take: &mut impl FnMut(&Fact<'_>)) {
        self.checker.check_values(&self.names, faults, |index| self.offsets[index].repeated = true);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::front::acid::AcidReader;
    use crate::options::StructPrefix;

    fn faults(text: &str, structs: &[(&str, &str)]) -> Vec<String> {
        use goc2c::diagnostic::Explain;
        let structs = structs
            .iter()
            .map(|(name, prefix)| StructPrefix { name: (*name).into(), prefix: (*prefix).into() });
        let options =
            Options { usual_structs: false, structs: structs.collect(), sizes: true, ..Options::default() };
        let mut faults = Collector::new(usize::MAX);
        let mut finder = FactFinder::new(text.as_bytes(), &options);
        let mut reader = AcidReader::new(text.as_bytes());
        while let Some(decl) = reader.next(&mut faults) {
            finder.add(decl, reader.fields(), &mut faults, &mut |_| {});
        }
        finder.finish(&mut faults, &mut |_| {});
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
    fn a_long_name_and_a_value_far_from_its_name_are_found_again() {
        let (name, blanks) = ("n".repeat(300), " ".repeat(40_000));
        let text = format!("{name} = 1;\n{name} = 2;\nA ={blanks}3;\nA = 4;\n");
        let found = faults(&text, &[]);
        assert_eq!(found.len(), 2);
        assert!(found[0].starts_with("609 `nnn") && found[0].ends_with("` has two values: 1 and 2"));
        assert_eq!(found[1], "40622 `A` has two values: 3 and 4");
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
