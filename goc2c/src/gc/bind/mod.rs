//! A `.goc` file to start from, for functions of a C library: debug information tells their types (`debug`), the
//! preprocessed text which of them its headers declare, and how long arrays are (`headers`). What a Go programmer would
//! want each parameter to be is guessed in `guess`, structs that Go can have too are found in `structs`, and `write` writes
//! both files. What a person must decide is a TODO in the file.

mod debug;
mod guess;
mod headers;
mod structs;
mod types;
mod write;

use std::collections::HashMap;

use super::fault::ObjectFault;
use super::machine::Machine;
use super::object::{Place, read_object};
use guess::{Binding, Names};
use headers::{Prototype, read_prototypes, read_tags};
use structs::Structs;
use types::{Subprogram, Types};

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
    /// The preprocessed text of a file that only includes such headers: what a user of the library sees of them.
    pub include: &'w dyn Fn(&[String]) -> Vec<u8>,
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

/// Writes the files for the functions of some files of C.
///
/// # Errors
/// An object whose debug information cannot be read.
pub fn bind(libraries: &[Library], machine: Machine, wanted: &Wanted<'_>) -> Result<Bound, ObjectFault> {
    let mut types = Types::default();
    let mut subprograms: Vec<Subprogram> = Vec::new();
    let mut prototypes: HashMap<String, Prototype> = HashMap::new();
    let mut allocates = false;
    for library in libraries {
        let object = read_object(&library.object, machine)?;
        subprograms.extend(debug::read_subprograms(&object, machine, &mut types)?);
        allocates |= object
            .symbols
            .iter()
            .any(|symbol| symbol.place == Place::Undefined && ALLOCATION.contains(&&*symbol.name));
        for prototype in read_prototypes(&library.preprocessed) {
            prototypes.entry(prototype.name.clone()).or_insert(prototype);
        }
    }
    let is_public = |function: &Subprogram| prototypes.contains_key(&function.name);
    let has_headers = subprograms.iter().any(is_public);
    subprograms.retain(|function| {
        let header = prototypes.get(&function.name).map(|prototype| &prototype.header);
        let is_wanted = wanted.functions.is_empty()
            || wanted.functions.iter().any(|pattern| matches(pattern.as_bytes(), function.name.as_bytes()));
        let is_of = |header: &String| {
            wanted.headers.is_empty() || wanted.headers.iter().any(|wanted| ends_with(header, wanted))
        };
        is_wanted && if has_headers { header.is_some_and(is_of) } else { wanted.headers.is_empty() }
    });
    // In the order in which a person wrote them.
    let place = |function: &Subprogram| {
        let prototype = prototypes.get(&function.name)?;
        Some((prototype.header.clone(), prototype.line))
    };
    subprograms.sort_by_cached_key(|function| (place(function), function.line));
    subprograms.dedup_by(|one, other| one.name == other.name);

    let mut headers: Vec<String> = Vec::new();
    for header in subprograms.iter().filter_map(|function| prototypes.get(&function.name)) {
        let shown = (wanted.spell)(&header.header);
        if !headers.contains(&shown) {
            headers.push(shown);
        }
    }
    let mut left_out = Vec::new();
    if has_headers {
        let text = (wanted.include)(&headers);
        types.hide_all_but(&read_tags(&text));
        let seen = read_prototypes(&text);
        prototypes = seen.into_iter().map(|prototype| (prototype.name.clone(), prototype)).collect();
        subprograms.retain(|function| {
            let is_seen = prototypes.contains_key(&function.name);
            let why = "its header declares it only where the library's own files include it";
            left_out.extend((!is_seen).then(|| (function.name.clone(), why.to_owned())));
            is_seen
        });
    }
    let mut structs = Structs::of(&types, &subprograms);
    let mut names = Names::of(&types, &subprograms, &wanted.package);
    let mut bindings = Vec::new();
    for function in &subprograms {
        match Binding::of(function, prototypes.get(&function.name), &types, &mut structs, &mut names) {
            Ok(binding) => bindings.push(binding),
            Err(why) => left_out.push((function.name.clone(), why)),
        }
    }
    let questions = bindings.iter().map(|binding| binding.questions.len()).sum();
    Ok(Bound {
        goc: write::goc_file(wanted, &headers, &bindings, &structs, &left_out, allocates),
        go: write::go_file(wanted, &structs, allocates),
        functions: bindings.len(),
        left_out,
        questions,
    })
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
