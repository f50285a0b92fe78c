//! What a Go programmer would want each parameter and result to be: a guess by types and names, and a question for a person
//! where that is not enough.

use std::collections::{HashMap, HashSet};

use super::headers::{Declarator, Prototype};
use super::structs::{Structs, scalar};
use super::types::{CType, Struct, Subprogram, TypeId, Types};
use crate::check::go::names::reserved;
use crate::model::go::is_go_keyword;

/// A function as Go calls it.
#[derive(Debug, Clone, Default)]
pub(super) struct Binding {
    /// Its name in Go.
    pub name: String,
    /// Its name in C.
    pub c: String,
    /// Names and types.
    pub params: Vec<(String, String)>,
    pub result: Option<String>,
    /// The lines of its body.
    pub body: Vec<String>,
    /// What a reader of the Go side should know.
    pub notes: Vec<String>,
    /// What a person must decide.
    pub questions: Vec<String>,
}

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
    fn take_function(&mut self, c: &str) -> String {
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
    fn param(&self, own: Option<&str>, number: usize, taken: &[String]) -> String {
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

/// A parameter while its meaning is guessed.
struct Guess<'g> {
    /// Its name in Go and in the body.
    name: String,
    /// C's name for it.
    own: Option<&'g str>,
    ty: TypeId,
    /// How many elements its declarator says that it has.
    count: Option<u64>,
    /// The number of the parameter that has its length.
    length: Option<usize>,
    /// The number of the parameter whose length it is.
    of: Option<usize>,
}

impl Binding {
    /// A function's.
    ///
    /// # Errors
    /// Why it is left out.
    pub fn of(
        function: &Subprogram,
        prototype: Option<&Prototype>,
        types: &Types,
        structs: &mut Structs,
        names: &mut Names,
    ) -> Result<Binding, String> {
        if function.is_variadic {
            return Err("it takes any number of arguments".into());
        }
        if prototype.is_some_and(|prototype| prototype.is_deprecated) {
            return Err("its header says that it is deprecated".into());
        }
        let declared =
            prototype.map(|prototype| &*prototype.params).filter(|all| all.len() == function.params.len());
        let mut guesses: Vec<Guess<'_>> = Vec::new();
        for (number, param) in function.params.iter().enumerate() {
            let declarator = declared.map(|all| &all[number]);
            let own = declarator.and_then(|all| all.name.as_deref()).or(param.name.as_deref());
            let taken: Vec<_> = guesses.iter().map(|guess| guess.name.clone()).collect();
            let name = names.param(own, number, &taken);
            let count = declarator.and_then(|Declarator { count, .. }| *count);
            guesses.push(Guess { name, own, ty: param.ty, count, length: None, of: None });
        }
        let mut binding = Binding { c: function.name.clone(), ..Binding::default() };
        pair(&mut guesses, types, structs, &mut binding.questions);
        let mut arguments = Vec::new();
        for number in 0..guesses.len() {
            let argument = binding.take(&guesses, number, types, structs, names)?;
            arguments.push(argument);
        }
        let call = format!("{}({})", function.name, arguments.join(", "));
        binding.finish(&call, function.result, types, structs, names)?;
        binding.name = names.take_function(&function.name);
        Ok(binding)
    }

    /// Takes a parameter; what C is given for it.
    fn take(
        &mut self,
        guesses: &[Guess<'_>],
        number: usize,
        types: &Types,
        structs: &mut Structs,
        names: &mut Names,
    ) -> Result<String, String> {
        let guess = &guesses[number];
        let name = guess.name.clone();
        if let Some(of) = guess.of {
            return Ok(format!("{}.len", guesses[of].name));
        }
        let CType::Pointer(to) = types.of(guess.ty) else {
            return self.take_value(guess, types, structs, names);
        };
        // A pointer to an array is one to its elements, of which the declarator tells how many there are in all.
        let mut to = *to;
        while let (CType::Array(of, _), Some(_)) = (types.of(to), guess.count) {
            to = *of;
        }
        match types.of(to) {
            CType::Function => {
                self.notes.push(format!("C gets NULL for {name}, a pointer to a function."));
                return Ok("0".into());
            }
            CType::Struct(Struct { tag: Some(tag), .. }) if tag.starts_with("__va_list") => {
                return Err(format!("`{name}` is a list of any number of arguments"));
            }
            CType::Struct(_) if types.name(to) == Some("FILE") => {
                return Err(format!("`{name}` is a file of C's"));
            }
            CType::Struct(_) if structs.is_handle(types, to) => {
                self.params.push((name.clone(), "uintptr".into()));
                return Ok(format!("(void *){name}"));
            }
            CType::Struct(Struct { size: None, .. }) => {
                self.params.push((name.clone(), "uintptr".into()));
                return Ok(format!("(void *){name}"));
            }
            _ => {}
        }
        let (plain, bytes) = match types.of(to) {
            CType::Struct(found) => (structs.go_name(types, names, to), found.size.unwrap_or(1)),
            _ => scalar(types, to).map_or((None, 1), |(ty, bytes)| (Some(ty.to_owned()), bytes)),
        };
        if let Some(length) = guess.length {
            let element = match (types.of(to), plain) {
                (CType::Void, _) => "byte".into(),
                (_, Some(plain)) => plain,
                _ => {
                    self.questions.push(format!("{name} points to more than numbers: what is Go to pass?"));
                    "byte".into()
                }
            };
            let is_wide = !matches!(&*element, "byte" | "int8" | "bool");
            let length = &guesses[length];
            let counts_bytes = |word: &String| {
                matches!(&**word, "size" | "bytes" | "nbytes" | "sz" | "siz") || word.ends_with("bytes")
            };
            if is_wide && length.own.is_some_and(|own| words_of(own).iter().any(counts_bytes)) {
                self.questions.push(format!("does {} count elements of {name}, or bytes?", length.name));
            }
            if let CType::Integer(bytes @ (2 | 4), is_signed) = types.of(length.ty) {
                let most = u64::MAX >> (64 - 8 * bytes + u64::from(*is_signed));
                self.body.push(format!("if ({name}.len > {most})"));
                self.body.push(format!("\tgoc_panic(\"{}: {name} is too long\");", self.c));
            }
            self.params.push((name.clone(), format!("[]{element}")));
            return Ok(format!("{name}.array"));
        }
        let is_bytes = matches!(types.of(to), CType::Void | CType::Char | CType::Integer(1, _));
        match (types.of(to), plain) {
            // As many as the header says.
            (_, Some(element)) if guess.count.is_some_and(|count| count > 0) => {
                let last = guess.count.unwrap_or(1) - 1;
                self.check(&name, last, bytes);
                self.params.push((name.clone(), format!("[]{element}")));
                Ok(format!("{name}.array"))
            }
            _ if is_bytes => {
                let text = match (types.of(to), types.is_constant(to)) {
                    (CType::Char, true) => {
                        format!("how long must {name} be? If it is text, with a NUL at its end")
                    }
                    _ => format!("how long must {name} be?"),
                };
                self.questions.push(text);
                self.params.push((name.clone(), "[]byte".into()));
                Ok(format!("{name}.array"))
            }
            (_, Some(plain)) => {
                self.params.push((name.clone(), format!("*{plain}")));
                Ok(format!("(void *){name}"))
            }
            (CType::Struct(Struct { size: Some(size), .. }), None) => {
                let spelled = types.spell_struct(to).unwrap_or_else(|| "struct".into());
                self.notes.push(format!("{name} is a {spelled}, of {size} bytes."));
                self.check(&name, size.saturating_sub(1), 1);
                self.params.push((name.clone(), "[]byte".into()));
                Ok(format!("{name}.array"))
            }
            _ => {
                self.questions.push(format!(
                    "what does C read or write through {name}? It must keep no pointer of Go's"
                ));
                self.params.push((name.clone(), "unsafe.Pointer".into()));
                Ok(name)
            }
        }
    }

    /// Takes what C gets by value.
    fn take_value(
        &mut self,
        guess: &Guess<'_>,
        types: &Types,
        structs: &mut Structs,
        names: &mut Names,
    ) -> Result<String, String> {
        let name = guess.name.clone();
        if let CType::Struct(found) = types.of(guess.ty) {
            if let Some(plain) = structs.go_name(types, names, guess.ty) {
                self.params.push((name.clone(), plain));
                return Ok(name);
            }
            let (Some(spelled), Some(size)) = (types.spell_struct(guess.ty), found.size) else {
                return Err(format!("`{name}` is a struct without a name"));
            };
            self.notes.push(format!("{name} is a {spelled}, of {size} bytes."));
            self.check(&name, size.saturating_sub(1), 1);
            self.params.push((name.clone(), "[]byte".into()));
            return Ok(format!("*({spelled} *){name}.array"));
        }
        match scalar(types, guess.ty) {
            Some((ty, _)) => {
                self.params.push((name.clone(), ty.into()));
                Ok(name)
            }
            None => Err(format!("`{name}` is of a type that Go does not have{}", named(types, guess.ty))),
        }
    }

    /// Go's check of an index, in C.
    fn check(&mut self, name: &str, last: u64, size: u64) {
        self.body.push(format!("goc_index({name}, {last}, {size});"));
    }

    /// The call, and what becomes of its result.
    fn finish(
        &mut self,
        call: &str,
        result: TypeId,
        types: &Types,
        structs: &mut Structs,
        names: &mut Names,
    ) -> Result<(), String> {
        let mut gives = |ty: &str, line: String| {
            self.result = Some(ty.to_owned());
            self.body.push(line);
        };
        match types.of(result) {
            CType::Void => self.body.push(format!("{call};")),
            CType::Pointer(to) if matches!(types.of(*to), CType::Char) && types.is_constant(*to) => {
                gives("string", format!("const char *goc_text = {call};"));
                self.body.push("return goc_text ? goc_cstring(goc_text) : goc_string(0, 0);".into());
                self.questions.push("does the text that C returns stay where it is? Else copy it".into());
            }
            CType::Pointer(to) => {
                gives("uintptr", format!("return (uintptr){call};"));
                let is_handle = matches!(types.of(*to), CType::Struct(_));
                let text = match is_handle {
                    true => "The result is C's own pointer, for its other functions.",
                    false => "The result is a pointer, which Go must not keep longer than what it points to.",
                };
                self.notes.push(text.into());
            }
            CType::Struct(found) => match structs.go_name(types, names, result) {
                Some(plain) => gives(&plain, format!("return {call};")),
                None => {
                    let (Some(spelled), Some(size)) = (types.spell_struct(result), found.size) else {
                        return Err("it returns a struct without a name".into());
                    };
                    let taken: Vec<_> = self.params.iter().map(|(name, _)| name.clone()).collect();
                    let name = names.param(Some("result"), 0, &taken);
                    self.check(&name, size.saturating_sub(1), 1);
                    self.body.push(format!("*({spelled} *){name}.array = {call};"));
                    self.notes.push(format!("{name} gets a {spelled}, of {size} bytes."));
                    self.params.push((name, "[]byte".into()));
                }
            },
            _ => match scalar(types, result) {
                Some((ty, _)) => gives(ty, format!("return {call};")),
                None => {
                    return Err(format!(
                        "its result is of a type that Go does not have{}",
                        named(types, result)
                    ));
                }
            },
        }
        Ok(())
    }
}

/// A type's name in brackets, if it has one.
fn named(types: &Types, id: TypeId) -> String {
    let own = match types.of(id) {
        CType::Other(name, _) => Some(&**name),
        _ => None,
    };
    types.name(id).or(own).map(|name| format!(" ({name})")).unwrap_or_default()
}

/// Finds which numbers are lengths of which pointers: by name, then where one follows the other, then where one of each is
/// left.
fn pair(guesses: &mut [Guess<'_>], types: &Types, structs: &Structs, questions: &mut Vec<String>) {
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

    #[test]
    fn names_are_gos() {
        assert_eq!(camel("crypto_blake2b_init", true), "CryptoBlake2bInit");
        assert_eq!(
            ["hash_size", "srcSize", "MAC", "Key_x"].map(|name| camel(name, false)),
            ["hashSize", "srcSize", "mac", "keyX"]
        );
    }
}
