//! From what acid text says to what can be written: the structs that are wanted under their prefixes, and no
//! name that stands for two values.
//!
//! Back ends take only what comes out of here.

use goc2c::{Source, Span};

use crate::fault::{Collector, Earlier, Fault};
use crate::front::acid::AcidReader;
use crate::model::{Acid, Constant, Field, Struct};
use crate::names::{NameTable, NameText, Place, name_at};
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
#[derive(Debug)]
pub struct StructFact<'f> {
    /// Its name.
    pub name: &'f [u8],
    /// Its size, where the text tells it.
    pub size: Option<&'f [u8]>,
    /// Whether a size has been written under this prefix before, with the same value.
    pub size_repeated: bool,
    /// What its fields' names get in front; none for a struct that nobody asked for.
    pub prefix: Option<&'f str>,
    /// Its fields; none for a struct that nobody asked for.
    pub fields: &'f [Offset<'f>],
    /// Whether it has been written before, under another prefix or from another place of the text.
    pub repeated: bool,
}

/// Constants that are checked in one go. A place in a large table is far away in memory; by itself, each
/// would be waited for before the text of the next line can be written.
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
    let mut checker = Checker::new(text, options, &wanted);
    let mut reader = AcidReader::new(text);
    let mut constants: Vec<Constant> = Vec::with_capacity(BATCH);
    let mut repeated = Vec::with_capacity(BATCH);
    let mut fields = Vec::new();
    loop {
        let item = reader.next(faults);
        if constants.len() == BATCH || !matches!(item, Some(Acid::Constant(_))) {
            repeated.clear();
            repeated.extend(constants.iter().map(|constant| checker.check_constant(constant, faults)));
            for (Constant { name, value }, &repeated) in constants.drain(..).zip(&repeated) {
                take(&Fact::Constant { name: slice(text, name), value: slice(text, value), repeated });
            }
        }
        match item {
            None => break,
            Some(Acid::Constant(constant)) => constants.push(constant),
            Some(Acid::Struct(item)) => {
                let name = slice(text, item.name);
                let size = item.size.map(|size| slice(text, size));
                let (row, mut repeated) = wanted.find(name);
                let Some(row) = row else {
                    let (prefix, size_repeated) = (None, false);
                    take(&Fact::Struct(StructFact {
                        name,
                        size,
                        size_repeated,
                        prefix,
                        fields: &[],
                        repeated,
                    }));
                    continue;
                };
                for &group in &wanted.rows[row].groups {
                    fields.clear();
                    fields.extend(item.fields.iter().map(|field| checker.check_field(group, field, faults)));
                    let size_repeated = checker.check_size(group, &item, faults);
                    let (prefix, fields) = (Some(wanted.prefixes[group]), &fields);
                    take(&Fact::Struct(StructFact { name, size, size_repeated, prefix, fields, repeated }));
                    repeated = true;
                }
            }
        }
    }
    faults.add_all(wanted.missing(text.len(), options.strict));
}

/// Finds names that stand for two values, and names that the output cannot have.
struct Checker<'s, 'o> {
    texts: Texts<'s>,
    names: NameTable,
    /// By group, the first size that was written under its prefix.
    sizes: Vec<Option<Span>>,
    options: &'o Options,
}

/// The text of names as the output has them.
struct Texts<'s> {
    text: &'s [u8],
    /// By group, the prefix with its `_`.
    heads: Vec<String>,
}

impl NameText for Texts<'_> {
    fn text(&self, place: Place) -> (&[u8], &[u8]) {
        (self.heads[place.group].as_bytes(), name_at(&self.text[place.at..]))
    }
}

impl<'s, 'o> Checker<'s, 'o> {
    fn new(text: &'s [u8], options: &'o Options, wanted: &Wanted<'_>) -> Self {
        let heads: Vec<_> = wanted.prefixes.iter().map(|prefix| format!("{prefix}_")).collect();
        let sizes = vec![None; heads.len()];
        // Each constant has its `=`, and nearly nothing else has one.
        let constants = memchr::memchr_iter(b'=', text).count();
        Checker { texts: Texts { text, heads }, names: NameTable::with_room(constants), sizes, options }
    }

    /// Whether the constant has been written before.
    fn check_constant(&mut self, constant: &Constant, faults: &mut Collector) -> bool {
        let Constant { name, value } = *constant;
        if self.options.traits().constants {
            self.check_go_name(name, faults);
        }
        self.check_value(CONSTANTS, name, value, faults)
    }

    fn check_field(&mut self, group: usize, field: &Field, faults: &mut Collector) -> Offset<'s> {
        self.check_go_name(field.name, faults);
        let text = self.texts.text;
        Offset {
            name: slice(text, field.name),
            ty: slice(text, field.ty),
            offset: slice(text, field.offset),
            repeated: self.check_value(group, field.name, field.offset, faults),
        }
    }

    /// Whether a size has been written under the prefix before.
    fn check_size(&mut self, group: usize, item: &Struct, faults: &mut Collector) -> bool {
        let Some(size) = item.size.filter(|_| self.options.sizes) else { return false };
        let text = self.texts.text;
        let Some(first) = self.sizes[group] else {
            self.sizes[group] = Some(size);
            return false;
        };
        if slice(text, first) != slice(text, size) {
            faults.add(Fault::Conflict {
                at: size,
                name: [self.texts.heads[group].as_bytes(), b"_size"].concat(),
                value: slice(text, size).to_vec(),
                first: slice(text, first).to_vec(),
                earlier: Earlier::Here(first),
            });
        }
        true
    }

    fn check_go_name(&self, name: Span, faults: &mut Collector) {
        let text = slice(self.texts.text, name);
        if self.options.form == Form::Go && !is_name(plain_name(text)) {
            faults.add(Fault::NotAGoName { at: name, name: text.to_vec() });
        }
    }

    /// Whether the name has been seen before; with another value, that is a fault.
    fn check_value(&mut self, group: usize, name: Span, value: Span, faults: &mut Collector) -> bool {
        let text = self.texts.text;
        let place = Place { group, at: name.start };
        let Some(earlier) = self.names.insert(place, &self.texts) else { return false };
        let first = value_beside(text, earlier.at);
        if slice(text, first) != slice(text, value) {
            let (head, tail) = self.texts.text(place);
            let name = if group == CONSTANTS { tail.to_vec() } else { [head, tail].concat() };
            faults.add(Fault::Conflict {
                at: value,
                name,
                value: slice(text, value).to_vec(),
                first: slice(text, first).to_vec(),
                earlier: Earlier::Here(first),
            });
        }
        true
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
