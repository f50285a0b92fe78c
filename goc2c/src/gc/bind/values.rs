//! The values of C's enumerations as constants of Go, for those that the bound functions and their structs know.

use std::collections::HashSet;

use super::names::Names;
use super::types::Types;

/// A value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Constant {
    /// Its name in Go.
    pub name: String,
    /// Its name in C.
    pub c: String,
    pub value: i128,
}

/// The values of an enumeration.
#[derive(Debug)]
pub(super) struct Values {
    /// How C spells it; none where it has no name.
    pub c: Option<String>,
    pub all: Vec<Constant>,
}

/// The values that the headers show: `included` is their text. Names of functions and types are taken before.
pub(super) fn values_of(types: &Types, included: &[u8], names: &mut Names) -> Vec<Values> {
    let is_word = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_';
    let words: HashSet<&[u8]> = included.split(|byte| !is_word(byte)).collect();
    let mut seen = HashSet::new();
    let mut found = Vec::new();
    for each in &types.enumerations {
        // Each unit of an object tells of it.
        let new = each.values.iter().filter(|(c, _)| words.contains(c.as_bytes()) && seen.insert(c.clone()));
        let constant =
            |(c, value): &(String, i128)| Constant { name: names.take_value(c), c: c.clone(), value: *value };
        let all: Vec<_> = new.map(constant).collect();
        if !all.is_empty() {
            found.push(Values { c: each.tag.as_ref().map(|tag| format!("enum {tag}")), all });
        }
    }
    found
}
