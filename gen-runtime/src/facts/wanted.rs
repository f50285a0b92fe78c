//! The structs that a run looks for, and the prefixes of their fields' names.

use goc2c::Span;
use hashbrown::HashMap;

use crate::fault::Fault;
use crate::model::plain_name;
use crate::options::Options;

/// The prefix of constants' names.
pub const CONSTANT: &str = "const";

/// The group of constants' names.
pub(crate) const CONSTANTS: usize = 0;

/// The structs that are wanted.
pub(crate) struct Wanted<'o> {
    /// Every prefix once, that of constants first. A prefix's index is the group of its names.
    pub(crate) prefixes: Vec<&'o str>,
    /// The structs, in the order in which they were asked for.
    rows: Vec<WantedRow<'o>>,
    by_name: HashMap<&'o [u8], usize>,
}

/// A struct that is wanted.
pub(crate) struct WantedRow<'o> {
    name: &'o str,
    /// The groups of its fields' names.
    pub(crate) groups: Vec<usize>,
    found: bool,
}

impl<'o> Wanted<'o> {
    /// What the options ask for.
    pub(crate) fn new(options: &'o Options) -> Self {
        let mut wanted = Wanted {
            prefixes: vec![CONSTANT],
            rows: Vec::with_capacity(options.structs.len()),
            by_name: HashMap::with_capacity(options.structs.len()),
        };
        let mut groups: HashMap<&str, usize> = HashMap::from_iter([(CONSTANT, CONSTANTS)]);
        let usual = options.release.structs().filter(|_| options.usual_structs);
        let more = options.structs.iter().map(|row| (&*row.name, &*row.prefix));
        for (name, prefix) in usual.map(|row| (row.name, row.prefix)).chain(more) {
            let group = *groups.entry(prefix).or_insert(wanted.prefixes.len());
            if group == wanted.prefixes.len() {
                wanted.prefixes.push(prefix);
            }
            let row = *wanted.by_name.entry(name.as_bytes()).or_insert(wanted.rows.len());
            if row == wanted.rows.len() {
                wanted.rows.push(WantedRow { name, groups: Vec::new(), found: false });
            }
            let groups = &mut wanted.rows[row].groups;
            if !groups.contains(&group) {
                groups.push(group);
            }
        }
        wanted
    }

    /// The row of a struct, if it is wanted, and whether it was found before.
    pub(crate) fn find(&mut self, name: &[u8]) -> Option<(&WantedRow<'o>, bool)> {
        let row = &mut self.rows[*self.by_name.get(plain_name(name))?];
        let found = std::mem::replace(&mut row.found, true);
        Some((row, found))
    }

    /// The structs that were not found in a text that ends at `end`.
    pub(crate) fn missing(&self, end: usize, strict: bool) -> impl Iterator<Item = Fault> {
        self.rows.iter().filter(|row| !row.found).map(move |row| Fault::MissingStruct {
            at: Span::at(end),
            name: row.name.to_owned(),
            prefix: row.groups.first().map_or("", |&group| self.prefixes[group]).to_owned(),
            strict,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::options::StructPrefix;
    use crate::release::Release;

    #[test]
    fn a_struct_may_have_several_prefixes_and_a_prefix_several_structs() {
        let row = |name: &str, prefix: &str| StructPrefix { name: name.into(), prefix: prefix.into() };
        let structs = vec![row("G", "x"), row("T", "g"), row("G", "g"), row("union", "u")];
        let options = Options { release: Release::Weekly, structs, ..Options::default() };
        let mut wanted = Wanted::new(&options);
        assert_eq!(wanted.prefixes, ["const", "g", "m", "gobuf", "wincall", "x", "u"]);
        let groups =
            |found: Option<(&WantedRow<'_>, bool)>| found.map(|(row, found)| (row.groups.clone(), found));
        assert_eq!(groups(wanted.find(b"G")), Some((vec![1, 5], false)));
        assert_eq!(groups(wanted.find(b"G")), Some((vec![1, 5], true)));
        assert!(wanted.find(b"$union").is_some());
        assert!(wanted.find(b"Q").is_none());
        let missing = wanted.missing(7, true).count();
        assert_eq!(missing, 4);
    }
}
