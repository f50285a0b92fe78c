//! The names that a package has in Go: C's words as Go spells them, without what all have in front, and each once.

use std::collections::{HashMap, HashSet};

use super::types::{CType, Subprogram, Types};
use crate::check::go::names::reserved;
use crate::model::go::is_go_keyword;

/// Names of Go that are taken.
#[derive(Debug, Default)]
pub(super) struct Names {
    package: String,
    /// The words that all names of functions start with.
    prefix: Vec<String>,
    /// Names of C that a name of the package's would be taken for.
    of_c: HashSet<String>,
    taken: HashSet<String>,
}

/// Names that no type of the package can have: `goc.h` has them.
const TYPES: [&str; 5] = ["String", "Slice", "Eface", "Iface", "FuncVal"];

/// Go's own words for types, which a parameter's name would hide.
const PREDECLARED: [&str; 22] = [
    "any",
    "bool",
    "byte",
    "complex128",
    "complex64",
    "error",
    "float32",
    "float64",
    "int",
    "int16",
    "int32",
    "int64",
    "int8",
    "rune",
    "string",
    "uint",
    "uint16",
    "uint32",
    "uint64",
    "uint8",
    "uintptr",
    "unsafe",
];

impl Names {
    /// For the functions of a package.
    pub fn of(types: &Types, functions: &[Subprogram], package: &str) -> Names {
        let mut words: Vec<Vec<String>> = Vec::new();
        for function in functions {
            words.push(function.name.split('_').map(str::to_owned).collect());
        }
        // That of most.
        let first = |words: &Vec<String>| words[0].clone();
        let mut count: HashMap<String, usize> = HashMap::new();
        words.iter().for_each(|words| *count.entry(first(words)).or_default() += 1);
        let most = count.iter().max_by_key(|(word, count)| (**count, std::cmp::Reverse(*word)));
        let most = most.filter(|(_, count)| 2 * **count > words.len()).map(|(word, _)| word.clone());
        words.retain(|words| Some(&words[0]) == most.as_ref());
        let mut prefix = words.first().cloned().unwrap_or_default();
        for each in &words {
            let same = prefix.iter().zip(each).take_while(|(one, other)| one == other).count();
            // Something must be left of each name.
            prefix.truncate(same.min(each.len() - 1));
        }
        // One function alone has the package's name in front, if it has anything.
        if functions.len() == 1 {
            prefix
                .truncate(usize::from(prefix.first().is_some_and(|word| word.eq_ignore_ascii_case(package))));
        }
        let mut of_c: HashSet<_> = functions.iter().map(|function| function.name.clone()).collect();
        of_c.extend(types.all.iter().filter_map(|ty| match ty {
            CType::Named(name, _) => Some(name.clone()),
            _ => None,
        }));
        let taken = TYPES.iter().map(|name| (*name).to_owned()).collect();
        Names { package: package.to_owned(), prefix, of_c, taken }
    }

    /// The name in Go of a function.
    pub fn take_function(&mut self, c: &str) -> String {
        let words: Vec<_> = c.split('_').collect();
        let has_prefix = words.iter().zip(&self.prefix).all(|(word, prefix)| word == prefix)
            && words.len() > self.prefix.len();
        self.take(&words[if has_prefix { self.prefix.len() } else { 0 }..].join("_"))
    }

    /// The name in Go of a struct that C spells so.
    pub fn take_type(&mut self, c: &str) -> String {
        let plain = c.rsplit(' ').next().unwrap_or(c);
        let plain = plain.strip_suffix("_t").unwrap_or(plain);
        let mut words = plain.split('_').peekable();
        for word in &self.prefix {
            words.next_if(|next| next.eq_ignore_ascii_case(word));
        }
        let rest: Vec<_> = words.collect();
        let rest = if rest.is_empty() { plain.to_owned() } else { rest.join("_") };
        // C's own name is the same type.
        if camel(&rest, true) == c {
            self.taken.insert(c.to_owned());
            return c.to_owned();
        }
        self.take(&rest)
    }

    /// The name in Go of a value that C calls so.
    pub fn take_value(&mut self, c: &str) -> String {
        let mut words = c.split('_').peekable();
        for word in &self.prefix {
            words.next_if(|next| next.eq_ignore_ascii_case(word));
        }
        let rest: Vec<_> = words.collect();
        let rest = if rest.iter().all(|word| word.is_empty()) { c.to_owned() } else { rest.join("_") };
        // Capitals alone are C's way of saying that it is a constant.
        let is_loud = !rest.chars().any(|letter| letter.is_ascii_lowercase());
        self.take(&if is_loud { rest.to_ascii_lowercase() } else { rest })
    }

    /// A name that nothing else has, in Go or in C.
    fn take(&mut self, words: &str) -> String {
        let plain = match camel(words, true) {
            // A digit starts no name.
            name if !name.starts_with(|letter: char| letter.is_ascii_alphabetic()) => {
                format!("{}{name}", camel(self.prefix.last().map_or("X", String::as_str), true))
            }
            name => name,
        };
        let mut name = plain.clone();
        let mut count = 2;
        let in_c = |name: &String| format!("{}_{name}", self.package);
        while self.taken.contains(&name) || self.of_c.contains(&name) || self.of_c.contains(&in_c(&name)) {
            name = if count == 2 { format!("{plain}C") } else { format!("{plain}C{count}") };
            count += 1;
        }
        self.taken.insert(name.clone());
        name
    }

    /// A parameter's name that Go and C can have.
    pub fn param(&self, own: Option<&str>, number: usize, taken: &[String]) -> String {
        let plain = own.map(|own| camel(own.trim_matches('_'), false)).filter(|name| !name.is_empty());
        let mut name = plain.unwrap_or_else(|| format!("p{number}"));
        let is_used = |name: &String| {
            is_go_keyword(name.as_bytes())
                || reserved(name).is_some()
                || PREDECLARED.contains(&&**name)
                || self.of_c.contains(name)
                || taken.contains(name)
        };
        while is_used(&name) {
            name.push('_');
        }
        name
    }
}

/// `hash_size` as `HashSize` or `hashSize`.
pub(super) fn camel(name: &str, is_public: bool) -> String {
    let mut out = String::new();
    for word in name.split('_').filter(|word| !word.is_empty()) {
        let mut letters = word.chars();
        let first = letters.next().unwrap_or_default();
        match out.is_empty() && !is_public {
            true if word.chars().all(|letter| !letter.is_ascii_lowercase()) => {
                out += &word.to_ascii_lowercase()
            }
            true => out.extend(first.to_lowercase().chain(letters)),
            false => out.extend(first.to_uppercase().chain(letters)),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_gos() {
        assert_eq!(camel("crypto_blake2b_init", true), "CryptoBlake2bInit");
        assert_eq!(
            ["hash_size", "srcSize", "MAC", "Key_x"].map(|name| camel(name, false)),
            ["hashSize", "srcSize", "mac", "keyX"]
        );
    }
}
