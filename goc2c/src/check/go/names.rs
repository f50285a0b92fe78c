//! Names of Go that C cannot have, and what becomes of them: a trailing underscore.

use std::collections::{HashMap, HashSet};

use crate::fault::go::Reserved;
use crate::model::go::is_go_keyword;

/// Keywords: C11 (N1570, 6.4.1), C23's spellings without an underscore, C++17 (N4659, 5.11 and its
/// alternative tokens), and gcc's own `asm` and `typeof` (its manual, "Alternate Keywords").
const KEYWORDS: &[&str] = &[
    "alignas",
    "alignof",
    "and",
    "and_eq",
    "asm",
    "auto",
    "bitand",
    "bitor",
    "bool",
    "break",
    "case",
    "catch",
    "char",
    "char16_t",
    "char32_t",
    "class",
    "compl",
    "const",
    "const_cast",
    "constexpr",
    "continue",
    "decltype",
    "default",
    "delete",
    "do",
    "double",
    "dynamic_cast",
    "else",
    "enum",
    "explicit",
    "export",
    "extern",
    "false",
    "float",
    "for",
    "friend",
    "goto",
    "if",
    "inline",
    "int",
    "long",
    "mutable",
    "namespace",
    "new",
    "noexcept",
    "not",
    "not_eq",
    "nullptr",
    "operator",
    "or",
    "or_eq",
    "private",
    "protected",
    "public",
    "register",
    "reinterpret_cast",
    "restrict",
    "return",
    "short",
    "signed",
    "sizeof",
    "static",
    "static_assert",
    "static_cast",
    "struct",
    "switch",
    "template",
    "this",
    "thread_local",
    "throw",
    "true",
    "try",
    "typedef",
    "typeid",
    "typename",
    "typeof",
    "typeof_unqual",
    "union",
    "unsigned",
    "using",
    "virtual",
    "void",
    "volatile",
    "wchar_t",
    "while",
    "xor",
    "xor_eq",
    "_Alignas",
    "_Alignof",
    "_Atomic",
    "_BitInt",
    "_Bool",
    "_Complex",
    "_Decimal128",
    "_Decimal32",
    "_Decimal64",
    "_Generic",
    "_Imaginary",
    "_Noreturn",
    "_Static_assert",
    "_Thread_local",
];

/// Macros outside the names that C reserves: from `gcc -std=gnu11 -dM -E` of an empty file on amd64, i386, arm
/// and arm64, and those of the C library's headers that are words a person would use.
const MACROS: &[&str] = &[
    "EOF", "I", "NULL", "assert", "complex", "errno", "i386", "linux", "nil", "signbit", "stderr", "stdin",
    "stdout", "unix",
];

/// Types of Go that goc.h (`prelude/goc.h`) has under their own names.
pub const BUILTIN: [&str; 16] = [
    "bool",
    "byte",
    "complex128",
    "complex64",
    "float32",
    "float64",
    "int16",
    "int32",
    "int64",
    "int8",
    "rune",
    "uint16",
    "uint32",
    "uint64",
    "uint8",
    "uintptr",
];

/// Types that goc.h adds to them; its other names start with `goc_` or `GOC_`.
const ADDED: [&str; 7] = ["Eface", "FuncVal", "Iface", "Slice", "String", "intgo", "uintgo"];

/// Why a name cannot be a name in C, if it cannot.
pub fn reserved(name: &str) -> Option<Reserved> {
    if is_prelude_type(name) || name.starts_with("goc_") || name.starts_with("GOC_") || name == "GOPKGPATH" {
        Some(Reserved::Prelude)
    } else if KEYWORDS.contains(&name) {
        Some(Reserved::Keyword)
    } else if MACROS.contains(&name) || name.starts_with("__") {
        Some(Reserved::Macro)
    } else {
        None
    }
}

/// Whether a name is one of goc.h's types.
pub fn is_prelude_type(name: &str) -> bool {
    BUILTIN.contains(&name) || ADDED.contains(&name)
}

/// The name as Go takes it.
pub fn in_go(name: &str) -> String {
    if is_go_keyword(name.as_bytes()) { format!("{name}_") } else { name.to_owned() }
}

/// The names of one scope in C.
#[derive(Debug, Default)]
pub struct Names {
    taken: HashSet<String>,
    /// Of names that were given with more underscores than any before, how many.
    underscores: HashMap<String, usize>,
}

impl Names {
    /// A scope in which some names are taken.
    pub fn with(taken: HashSet<String>) -> Names {
        Names { taken, underscores: HashMap::new() }
    }

    /// A name that nothing has yet: `name`, or with as many underscores after it as it takes.
    pub fn give(&mut self, name: &str) -> String {
        let mut given = name.to_owned();
        if reserved(name).is_some() {
            given.push('_');
        }
        // All shorter ones are known to be taken.
        given.extend(std::iter::repeat_n('_', self.underscores.get(name).copied().unwrap_or(0)));
        while self.taken.contains(&given) {
            given.push('_');
        }
        if given != name {
            self.underscores
                .insert(name.to_owned(), given.len() - name.len() - usize::from(reserved(name).is_some()));
        }
        self.taken.insert(given.clone());
        given
    }

    /// Whether a name is taken.
    pub fn has(&self, name: &str) -> bool {
        self.taken.contains(name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reserved_names_and_taken_ones_get_underscores() {
        let mut names = Names::default();
        assert_eq!(names.give("register"), "register_");
        assert_eq!(names.give("register_"), "register__");
        assert_eq!(names.give("uint8"), "uint8_");
        assert_eq!(names.give("linux"), "linux_");
        assert_eq!(names.give("goc_at"), "goc_at_");
        assert_eq!(names.give("string"), "string");
        assert_eq!(names.give("string"), "string_");
        assert_eq!(in_go("default"), "default_");
    }

    #[test]
    fn every_name_that_the_prelude_defines_is_known() {
        for line in crate::prelude::TEXT.lines().filter(|line| line.ends_with(';')) {
            let Some((_, name)) = line
                .strip_prefix("typedef ")
                .or(line.strip_prefix('}'))
                .and_then(|line| line.rsplit_once(' '))
            else {
                continue;
            };
            let name = name.trim_end_matches(';');
            assert!(reserved(name).is_some(), "{name}");
        }
    }
}
