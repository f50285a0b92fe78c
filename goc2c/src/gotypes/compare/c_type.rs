//! Types of C as they are compared with Go's: what they hold and how large they are.

use crate::gotypes::sizes::{BASIC, Holds, Sizes};

/// A type of C, as far as it is understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CTy {
    /// A number or a truth value, by its name.
    Scalar(Scalar),
    /// A pointer to anything.
    Pointer,
    /// A type by its name.
    Named(String),
    /// An array; a length that is not known is none.
    Array(Option<u64>, Box<CTy>),
    /// `void`
    Void,
    /// What is not understood, and so not compared.
    Unknown,
}

/// A number: what it holds, and its bytes; none for those of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scalar {
    holds: Holds,
    bytes: Option<u64>,
    /// Whether the sign is the machine's.
    is_char: bool,
}

/// C's own names, and those of stdint.h.
const NAMES: [(&str, Holds, Option<u64>); 29] = [
    ("_Bool", Holds::Bool, Some(1)),
    ("double", Holds::Float, Some(8)),
    ("float", Holds::Float, Some(4)),
    ("int", Holds::Signed, Some(4)),
    ("int16_t", Holds::Signed, Some(2)),
    ("int32_t", Holds::Signed, Some(4)),
    ("int64_t", Holds::Signed, Some(8)),
    ("int8_t", Holds::Signed, Some(1)),
    ("intptr_t", Holds::Signed, None),
    ("long", Holds::Signed, None),
    ("long int", Holds::Signed, None),
    ("long long", Holds::Signed, Some(8)),
    ("ptrdiff_t", Holds::Signed, None),
    ("short", Holds::Signed, Some(2)),
    ("signed char", Holds::Signed, Some(1)),
    ("size_t", Holds::Unsigned, None),
    ("ssize_t", Holds::Signed, None),
    ("uint16_t", Holds::Unsigned, Some(2)),
    ("uint32_t", Holds::Unsigned, Some(4)),
    ("uint64_t", Holds::Unsigned, Some(8)),
    ("uint8_t", Holds::Unsigned, Some(1)),
    ("uintptr_t", Holds::Unsigned, None),
    ("unsigned", Holds::Unsigned, Some(4)),
    ("unsigned char", Holds::Unsigned, Some(1)),
    ("unsigned int", Holds::Unsigned, Some(4)),
    ("unsigned long", Holds::Unsigned, None),
    ("unsigned long long", Holds::Unsigned, Some(8)),
    ("unsigned short", Holds::Unsigned, Some(2)),
    ("char", Holds::Signed, Some(1)),
];

/// Words that do not matter to the layout.
const PASSED: [&str; 7] = ["const", "volatile", "restrict", "struct", "static", "extern", "__extension__"];

impl CTy {
    /// A type by its words, the stars behind them and the lengths of arrays.
    pub fn of(words: &[String], stars: usize, lengths: &[Option<i128>]) -> CTy {
        let words: Vec<_> = words.iter().map(String::as_str).filter(|word| !PASSED.contains(word)).collect();
        let name = words.join(" ");
        let base = match () {
            _ if stars > 0 => CTy::Pointer,
            _ if name == "void" => CTy::Void,
            _ => match scalar(&name) {
                Some(scalar) => CTy::Scalar(scalar),
                None if words.len() == 1 => CTy::Named(name),
                None => CTy::Unknown,
            },
        };
        lengths.iter().rev().fold(base, |of, length| {
            CTy::Array(length.and_then(|length| u64::try_from(length).ok()), Box::new(of))
        })
    }
}

fn scalar(name: &str) -> Option<Scalar> {
    let ours = BASIC.iter().find(|row| row.c == name && row.holds != Holds::Text && !name.contains('*'));
    let ours = ours.map(|row| (row.holds, row.bytes));
    let (holds, bytes) = ours.or_else(|| {
        NAMES.iter().find(|(known, ..)| *known == name).map(|(_, holds, bytes)| (*holds, *bytes))
    })?;
    Some(Scalar { holds, bytes, is_char: name == "char" })
}

impl Scalar {
    /// A type that Go has by itself.
    pub fn of_go(holds: Holds, bytes: Option<u64>) -> Scalar {
        Scalar { holds, bytes, is_char: false }
    }

    /// Whether both hold the same on an architecture.
    pub fn is(&self, other: &Scalar, sizes: &Sizes) -> bool {
        let bytes = |scalar: &Scalar| scalar.bytes.unwrap_or(sizes.word);
        let is_integer = matches!(other.holds, Holds::Signed | Holds::Unsigned);
        bytes(self) == bytes(other) && (self.holds == other.holds || self.is_char && is_integer)
    }
}
