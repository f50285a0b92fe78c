//! A `.goc` file to start from, for functions of a C library: debug information tells their types (`debug`), the
//! preprocessed text which of them its headers declare, and how long arrays are (`headers`). What a Go programmer would
//! want each parameter to be is guessed in `guess`, by the help of `lengths`; `names` spells names as Go has them, structs that
//! Go can have too are found in `structs`, constants in `values`, and `write` writes both files. What a person must decide is a TODO in the file.

mod debug;
mod guess;
mod headers;
mod lengths;
mod names;
mod structs;
mod types;
mod values;
mod write;

use std::collections::HashMap;

use super::fault::ObjectFault;
use super::machine::Machine;
use super::object::{Place, read_object};
use guess::{Binding, Scope};
use headers::{Prototype, read_prototypes, read_tags};
use names::Names;
use structs::Structs;
use types::{Subprogram, Types};
use values::values_of;

/// A file of C that a compiler has read.
#[derive(Debug, Clone)]
pub struct Library {
    /// The object, with debug information.
    pub object: Vec<u8>,
    /// The text after the preprocessor, with its line markers.
    pub preprocessed: Vec<u8>,
}

/// What is asked for.
pub struct Wanted<'w> {
    /// The package that is written.
    pub package: String,
    /// The functions that are wanted, by patterns in which `*` and `?` stand for letters; all where there are none.
    pub functions: Vec<String>,
    /// The headers whose functions are wanted, by the end of their path; all that are not the system's where there are
    /// none.
    pub headers: Vec<String>,
    /// The last words of a `go:generate` line: what the compiler is told, and the files.
    pub generate: String,
    /// The C file that is included where no header declares its functions.
    pub source: String,
    /// How a header's path, as the compiler has it, is written in an `#include`.
    pub spell: &'w dyn Fn(&str) -> String,
}

/// What was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bound {
    /// The `.goc` file.
    pub goc: String,
    /// The Go file: the line for `go generate`, and the types.
    pub go: String,
    /// How many functions are in it.
    pub functions: usize,
    /// Those that are left out, and why.
    pub left_out: Vec<(String, String)>,
    /// How many things are left for a person to decide.
    pub questions: usize,
}

/// The functions of a library that are wanted.
pub struct Found<'w> {
    wanted: &'w Wanted<'w>,
    types: Types,
    /// In the order in which a person wrote them.
    functions: Vec<Subprogram>,
    /// The headers that declare them, as an `#include` names them.
    headers: Vec<String>,
    /// Whether it calls malloc or its kin.
    allocates: bool,
}

impl<'w> Found<'w> {
    /// Those of some files of C.
    ///
    /// # Errors
    /// An object whose debug information cannot be read.
    pub fn of(
        libraries: &[Library],
        machine: Machine,
        wanted: &'w Wanted<'w>,
    ) -> Result<Found<'w>, ObjectFault> {
        let mut types = Types::default();
        let mut functions: Vec<Subprogram> = Vec::new();
        let mut prototypes: HashMap<String, Prototype> = HashMap::new();
        let mut allocates = false;
        for library in libraries {
            let object = read_object(&library.object, machine)?;
            functions.extend(debug::read_subprograms(&object, machine, &mut types)?);
            allocates |= object
                .symbols
                .iter()
                .any(|symbol| symbol.place == Place::Undefined && ALLOCATION.contains(&&*symbol.name));
            prototypes = by_name(prototypes, read_prototypes(&library.preprocessed));
        }
        let has_headers = functions.iter().any(|function| prototypes.contains_key(&function.name));
        functions.retain(|function| {
            let header = prototypes.get(&function.name).map(|prototype| &prototype.header);
            let is_wanted = wanted.functions.is_empty()
                || wanted
                    .functions
                    .iter()
                    .any(|pattern| matches(pattern.as_bytes(), function.name.as_bytes()));
            let is_of = |header: &String| {
                wanted.headers.is_empty() || wanted.headers.iter().any(|wanted| ends_with(header, wanted))
            };
            is_wanted && if has_headers { header.is_some_and(is_of) } else { wanted.headers.is_empty() }
        });
        let place = |function: &Subprogram| {
            let prototype = prototypes.get(&function.name)?;
            Some((prototype.header.clone(), prototype.line))
        };
        functions.sort_by_cached_key(|function| (place(function), function.line));
        functions.dedup_by(|one, other| one.name == other.name);

        let mut headers: Vec<String> = Vec::new();
        for prototype in functions.iter().filter_map(|function| prototypes.get(&function.name)) {
            let shown = (wanted.spell)(&prototype.header);
            if !headers.contains(&shown) {
                headers.push(shown);
            }
        }
        Ok(Found { wanted, types, functions, headers, allocates })
    }

    /// The headers that declare them, as an `#include` names them; none where no header does.
    pub fn headers(&self) -> &[String] {
        &self.headers
    }

    /// Writes the files. `included` is the preprocessed text of a file that only includes [`Found::headers`]: what a user of
    /// the library sees of them.
    pub fn bind(self, included: &[u8]) -> Bound {
        let Found { wanted, mut types, mut functions, headers, allocates } = self;
        let mut left_out = Vec::new();
        let prototypes = by_name(HashMap::new(), read_prototypes(included));
        if !headers.is_empty() {
            types.hide_all_but(&read_tags(included));
            functions.retain(|function| {
                let is_seen = prototypes.contains_key(&function.name);
                let why = "its header declares it only where the library's own files include it";
                left_out.extend((!is_seen).then(|| (function.name.clone(), why.to_owned())));
                is_seen
            });
        }
        let structs = Structs::of(&types, &functions);
        let names = Names::of(&types, &functions, &wanted.package);
        let mut scope = Scope { types: &types, structs, names };
        let mut bindings = Vec::new();
        for function in &functions {
            match Binding::of(function, prototypes.get(&function.name), &mut scope) {
                Ok(binding) => bindings.push(binding),
                Err(why) => left_out.push((function.name.clone(), why)),
            }
        }
        let values = values_of(&types, included, &mut scope.names);
        let questions: usize = bindings.iter().map(|binding| binding.questions.len()).sum();
        Bound {
            goc: write::goc_file(wanted, &headers, &bindings, &scope.structs, &values, &left_out, allocates),
            go: write::go_file(wanted, &scope.structs, &values, allocates),
            functions: bindings.len(),
            left_out,
            // Where its memory comes from is one, too.
            questions: questions + usize::from(allocates),
        }
    }
}

/// Adds prototypes; the first of a name counts.
fn by_name(mut all: HashMap<String, Prototype>, more: Vec<Prototype>) -> HashMap<String, Prototype> {
    for prototype in more {
        all.entry(prototype.name.clone()).or_insert(prototype);
    }
    all
}

/// What takes from an arena.
const ALLOCATION: [&str; 4] = ["malloc", "calloc", "realloc", "free"];

/// Whether a name fits a pattern in which `*` stands for any letters and `?` for one.
fn matches(pattern: &[u8], name: &[u8]) -> bool {
    let (mut at, mut from) = (0, 0);
    // Where the last star stands, and how much of the name it took.
    let mut star = None;
    while at < name.len() {
        match pattern.get(from) {
            Some(b'*') => {
                star = Some((from, at));
                from += 1;
            }
            Some(letter) if *letter == b'?' || *letter == name[at] => {
                at += 1;
                from += 1;
            }
            _ => {
                let Some((place, taken)) = star else { return false };
                star = Some((place, taken + 1));
                (from, at) = (place + 1, taken + 1);
            }
        }
    }
    pattern[from..].iter().all(|letter| *letter == b'*')
}

/// Whether a path ends with another, by whole names.
fn ends_with(path: &str, end: &str) -> bool {
    path.strip_suffix(end).is_some_and(|rest| rest.is_empty() || rest.ends_with('/'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_and_paths_fit() {
        let fits = |pattern: &str, name: &str| matches(pattern.as_bytes(), name.as_bytes());
        assert!(
            fits("*", "")
                && fits("crypto_*", "crypto_x")
                && fits("*_init*", "a_init_b")
                && fits("a?c", "abc")
        );
        assert!(fits("*a*b", "xaxbxb") && !fits("*a*b", "xaxbx") && !fits("a?", "a") && !fits("", "a"));
        assert!(
            ends_with("src/lz4.h", "lz4.h") && !ends_with("src/xlz4.h", "lz4.h") && ends_with("a.h", "a.h")
        );
    }
}
