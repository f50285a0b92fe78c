//! A word where one of a table's names belongs, and the names that were perhaps meant. Knows no table.

use std::fmt;

/// A name that is none of those that are known.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct UnknownName {
    what: &'static str,
    name: String,
    near: Vec<&'static str>,
    known: Vec<&'static str>,
}

/// No name of ours is longer than this; with longer ones there is nothing to compare.
const LONGEST: usize = 64;

impl UnknownName {
    /// The error for `name`, which is none of `known`; `what` says what these are names of.
    pub fn new(what: &'static str, name: &str, known: impl IntoIterator<Item = &'static str>) -> UnknownName {
        let known: Vec<_> = known.into_iter().collect();
        UnknownName { what, name: name.to_owned(), near: nearest(name, &known), known }
    }
}

/// Those of the names that differ least, if that is little: a third of the letters.
fn nearest(name: &str, known: &[&'static str]) -> Vec<&'static str> {
    if name.len() > LONGEST {
        return Vec::new();
    }
    let lower = name.to_lowercase();
    let distance = |known: &&'static str| strsim::osa_distance(known, &lower);
    let least = known.iter().map(distance).min().unwrap_or(usize::MAX);
    if least > lower.len() / 3 {
        return Vec::new();
    }
    known.iter().copied().filter(|known| distance(known) == least).collect()
}

impl fmt::Display for UnknownName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let UnknownName { what, name, near, known } = self;
        let name = name.escape_debug();
        match near.is_empty() {
            true => write!(f, "`{name}` is no {what}: there are {}", listed(known, "and")),
            false => write!(f, "`{name}` is no {what}: {}?", listed(near, "or")),
        }
    }
}

/// Names in back quotes, with a word before the last.
fn listed(names: &[&str], word: &str) -> String {
    let quoted: Vec<_> = names.iter().map(|name| format!("`{name}`")).collect();
    match quoted.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} {word} {last}", rest.join(", ")),
        _ => quoted.concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_are_named_or_all() {
        let said =
            |name: &str| UnknownName::new("fruit", name, ["apple", "pear", "peach", "lime"]).to_string();
        assert_eq!(said("aple"), "`aple` is no fruit: `apple`?");
        assert_eq!(said("LIMES"), "`LIMES` is no fruit: `lime`?");
        assert_eq!(said("pea"), "`pea` is no fruit: `pear`?");
        assert_eq!(said("peac\n"), "`peac\\n` is no fruit: `peach`?");
        assert_eq!(said("peah"), "`peah` is no fruit: `pear` or `peach`?");
        assert_eq!(said("fig"), "`fig` is no fruit: there are `apple`, `pear`, `peach` and `lime`");
        assert!(said(&"a".repeat(1000)).ends_with("and `lime`"));
        assert_eq!(UnknownName::new("fruit", "", ["fig"]).to_string(), "`` is no fruit: there are `fig`");
    }
}
