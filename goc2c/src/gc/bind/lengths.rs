//! Which parameters are the lengths of which pointers: a guess by their names and places.

use super::structs::Structs;
use super::types::{CType, TypeId, Types};

/// A parameter while its meaning is guessed.
pub(super) struct Guess<'g> {
    /// Its name in Go and in the body.
    pub name: String,
    /// C's name for it.
    pub own: Option<&'g str>,
    pub ty: TypeId,
    /// How many elements its declarator says that it has.
    pub count: Option<u64>,
    /// The number of the parameter that has its length.
    pub length: Option<usize>,
    /// The number of the parameter whose length it is.
    pub of: Option<usize>,
}

/// What words of a name say that a number is a length; `max_len` is one by its second word.
const SIZES: [&str; 18] = [
    "size",
    "len",
    "length",
    "count",
    "n",
    "num",
    "nb",
    "cap",
    "capacity",
    "bytes",
    "nbytes",
    "avail",
    "available",
    "sz",
    "siz",
    "cnt",
    "nmemb",
    "elems",
];
/// What a word that is a length ends in: `mlen`.
const ENDS: [&str; 5] = ["len", "size", "bytes", "count", "cnt"];

/// The words of a name, in small letters: at each `_`, and where a capital follows a small letter.
fn words_of(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut before = ' ';
    for letter in name.chars() {
        if letter == '_' || letter.is_ascii_uppercase() && before.is_ascii_lowercase() {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut().filter(|_| letter != '_') {
            word.push(letter.to_ascii_lowercase());
        }
        before = letter;
    }
    words.retain(|word| !word.is_empty());
    words
}

/// What a length is the length of, by its name: nothing where it only says that it is one; none where it is none.
fn stem(name: &str) -> Option<String> {
    let mut words = words_of(name);
    let all = words.len();
    words.retain(|word| !SIZES.contains(&&**word));
    if words.len() < all {
        return Some(words.concat());
    }
    let last = words.last_mut()?;
    let rest = ENDS.iter().find_map(|end| last.strip_suffix(end)).filter(|rest| !rest.is_empty())?.to_owned();
    *last = rest;
    Some(words.concat())
}

/// Whether a length counts bytes, by its name.
pub(super) fn counts_bytes(name: &str) -> bool {
    let says = |word: &String| {
        matches!(&**word, "size" | "bytes" | "nbytes" | "sz" | "siz") || word.ends_with("bytes")
    };
    words_of(name).iter().any(says)
}

/// Finds which numbers are lengths of which pointers: by name, then where one follows the other, then where one of each is
/// left. What a person must decide of that is returned.
pub(super) fn pair(guesses: &mut [Guess<'_>], types: &Types, structs: &Structs) -> Vec<String> {
    let mut questions = Vec::new();
    let pointee = |guess: &Guess<'_>| match types.of(guess.ty) {
        CType::Pointer(to) => Some(*to),
        _ => None,
    };
    let is_open = |guess: &Guess<'_>| {
        let Some(to) = pointee(guess).filter(|_| guess.length.is_none()) else { return false };
        // What points to a length gets one.
        let is_length = || guess.own.is_some_and(|own| stem(own).is_some());
        match types.of(to) {
            CType::Function => false,
            CType::Integer(2.., _) if is_length() => false,
            CType::Struct(found) => found.size.is_some() && !structs.is_handle(types, to),
            _ => true,
        }
    };
    let is_struct =
        |guess: &Guess<'_>| pointee(guess).is_some_and(|to| matches!(types.of(to), CType::Struct(_)));
    let is_number = |guess: &Guess<'_>| {
        matches!(types.of(guess.ty), CType::Integer(2.., _)) && guess.of.is_none() && guess.count.is_none()
    };
    let sizes: Vec<(usize, String)> = (0..guesses.len())
        .filter(|number| is_number(&guesses[*number]))
        .filter_map(|number| Some((number, stem(guesses[number].own?)?)))
        .collect();
    let join = |guesses: &mut [Guess<'_>], pointer: usize, size: usize| {
        guesses[pointer].length = Some(size);
        guesses[size].of = Some(pointer);
    };
    for (size, stem) in sizes.iter().filter(|(_, stem)| !stem.is_empty()) {
        let fits = |guess: &Guess<'_>| {
            is_open(guess) && guess.own.is_some_and(|own| words_of(own).concat() == *stem)
        };
        if let Some(pointer) = guesses.iter().position(fits) {
            join(guesses, pointer, *size);
        }
    }
    for (size, stem) in &sizes {
        let before =
            size.checked_sub(1).filter(|before| is_open(&guesses[*before]) && guesses[*size].of.is_none());
        // One struct is likelier than several.
        let is_likely = |before: &usize| guesses[*before].count.is_none() && !is_struct(&guesses[*before]);
        if let Some(pointer) = before.filter(is_likely) {
            join(guesses, pointer, *size);
            if !stem.is_empty() {
                questions
                    .push(format!("is {} the length of {}?", guesses[*size].name, guesses[pointer].name));
            }
        }
    }
    let is_bytes = |guess: &Guess<'_>| matches!(types.of(guess.ty), CType::Pointer(to) if matches!(types.of(*to), CType::Void | CType::Char | CType::Integer(1, _)));
    let open: Vec<_> = (0..guesses.len())
        .filter(|number| {
            is_open(&guesses[*number]) && guesses[*number].count.is_none() && is_bytes(&guesses[*number])
        })
        .collect();
    let left: Vec<_> = sizes.iter().filter(|(size, _)| guesses[*size].of.is_none()).collect();
    if let ([pointer], [(size, _)]) = (&open[..], &left[..]) {
        join(guesses, *pointer, *size);
        questions.push(format!("is {} the length of {}?", guesses[*size].name, guesses[*pointer].name));
    }
    questions
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_say_what_is_a_length() {
        let stems =
            ["len", "srcSize", "in_nbytes", "out_nbytes_avail", "mlen", "compressedSize", "n"].map(stem);
        let wanted = ["", "src", "in", "out", "m", "compressed", ""].map(|word| Some(word.to_owned()));
        assert_eq!(stems, wanted);
        assert_eq!(["level", "seed", "max_depth", "flags", "lensing"].map(stem), [const { None }; 5]);
    }
}
