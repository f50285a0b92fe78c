//! Sizes of Go's own types, by architecture. They are those of the C compilers there, which is why a struct in C has
//! Go's layout.

use crate::unknown::UnknownName;

/// An architecture, as far as sizes depend on it.
#[derive(Debug, PartialEq, Eq)]
pub struct Sizes {
    /// Go's name of it.
    pub arch: &'static str,
    /// The macro by which C knows it.
    pub macro_name: &'static str,
    /// Bytes of a pointer, of `int`, `uint` and `uintptr`.
    pub word: u64,
    /// The alignment of what has 8 bytes.
    pub wide: u64,
}

/// Those of gcc and gccgo 12, held against both: `tests/gccgo/types_header.rs`. Go's own compiler has the same on
/// amd64 and arm64; dialect gc is for no other.
static TABLE: [Sizes; 4] = [
    Sizes { arch: "386", macro_name: "__i386__", word: 4, wide: 4 },
    Sizes { arch: "amd64", macro_name: "__x86_64__", word: 8, wide: 8 },
    Sizes { arch: "arm", macro_name: "__arm__", word: 4, wide: 8 },
    Sizes { arch: "arm64", macro_name: "__aarch64__", word: 8, wide: 8 },
];

/// The sizes of all architectures of which they are known.
pub fn all_sizes() -> impl Iterator<Item = &'static Sizes> {
    TABLE.iter()
}

/// The sizes of an architecture.
///
/// # Errors
/// One of which they are not known.
pub fn sizes_of(arch: &str) -> Result<&'static Sizes, UnknownName> {
    let unknown = || UnknownName::new("architecture", arch, TABLE.iter().map(|row| row.arch));
    TABLE.iter().find(|row| row.arch == arch).ok_or_else(unknown)
}

/// What a basic type holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// A truth value.
    Bool,
    /// An integer with a sign.
    Signed,
    /// An integer without.
    Unsigned,
    /// A number with a fraction.
    Float,
    /// Two of them.
    Complex,
    /// A string.
    Text,
}

/// A type that Go has by itself.
#[derive(Debug, PartialEq, Eq)]
pub struct Basic {
    /// Go's name.
    pub go: &'static str,
    /// The name in goc.h.
    pub c: &'static str,
    /// Bytes; none for those of a word.
    pub(super) bytes: Option<u64>,
    /// What it holds.
    pub holds: Holds,
}

const fn row(go: &'static str, bytes: u64, holds: Holds) -> Basic {
    Basic { go, c: go, bytes: Some(bytes), holds }
}

const fn word(go: &'static str, c: &'static str, holds: Holds) -> Basic {
    Basic { go, c, bytes: None, holds }
}

pub(super) const BASIC: [Basic; 20] = [
    row("bool", 1, Holds::Bool),
    row("int8", 1, Holds::Signed),
    row("int16", 2, Holds::Signed),
    row("int32", 4, Holds::Signed),
    row("rune", 4, Holds::Signed),
    row("int64", 8, Holds::Signed),
    row("uint8", 1, Holds::Unsigned),
    row("byte", 1, Holds::Unsigned),
    row("uint16", 2, Holds::Unsigned),
    row("uint32", 4, Holds::Unsigned),
    row("uint64", 8, Holds::Unsigned),
    row("float32", 4, Holds::Float),
    row("float64", 8, Holds::Float),
    row("complex64", 8, Holds::Complex),
    row("complex128", 16, Holds::Complex),
    word("int", "intgo", Holds::Signed),
    word("uint", "uintgo", Holds::Unsigned),
    word("uintptr", "uintptr", Holds::Unsigned),
    word("string", "String", Holds::Text),
    word("unsafe.Pointer", "void*", Holds::Unsigned),
];

/// A type that Go has by itself, by its name.
pub fn basic(name: &str) -> Option<&'static Basic> {
    BASIC.iter().find(|row| row.go == name)
}

impl Basic {
    /// Bytes, and the alignment.
    pub fn layout(&self, sizes: &Sizes) -> (u64, u64) {
        match (self.holds, self.bytes) {
            (Holds::Text, _) => (2 * sizes.word, sizes.word),
            (_, None) => (sizes.word, sizes.word),
            (Holds::Complex, Some(bytes)) => (bytes, (bytes / 2).min(sizes.wide)),
            (_, Some(bytes)) => (bytes, bytes.min(sizes.wide)),
        }
    }

    /// The bits of an integer.
    pub fn bits(&self, sizes: &Sizes) -> u32 {
        self.layout(sizes).0 as u32 * 8
    }
}
