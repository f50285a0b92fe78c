//! The types that a header may name when C is written for the Plan 9 compilers: their sizes, their
//! alignments, the fields by which an aggregate is cleared, and the dialect that brought each.

use crate::dialect::Dialect;
use crate::target::Arch;

/// How many bytes a type takes.
#[derive(Debug, Clone, Copy)]
enum Size {
    Bytes(usize),
    Pointers(usize),
    /// As Go's `int` of the architecture and dialect.
    Int,
    /// A pointer and two `int`s.
    Slice,
}

/// A row of the table of types.
#[derive(Debug)]
pub struct TypeRow {
    /// The type's name, as it is written in C.
    pub name: &'static str,
    /// The first dialect that knows it.
    pub since: Dialect,
    /// The fields that are cleared one by one; none for a scalar.
    pub fields: &'static [&'static str],
    size: Size,
}

/// Size and alignment of a value, in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Extent {
    /// Bytes taken.
    pub size: usize,
    /// Bytes of which its offset is a multiple; never more than the struct round.
    pub align: usize,
}

const fn row(name: &'static str, size: Size) -> TypeRow {
    TypeRow { name, since: Dialect::R60, fields: &[], size }
}

const fn since(since: Dialect, row: TypeRow) -> TypeRow {
    TypeRow { since, ..row }
}

const fn aggregate(fields: &'static [&'static str], row: TypeRow) -> TypeRow {
    TypeRow { fields, ..row }
}

use Size::{Bytes, Int, Pointers, Slice};

/// Every type name of every dialect. `int` and `uint` stand here under both spellings: from go1.1 on
/// they have become `intgo` and `uintgo` before they are looked up.
const TABLE: [TypeRow; 25] = [
    row("bool", Bytes(1)),
    row("byte", Bytes(1)),
    row("int8", Bytes(1)),
    row("uint8", Bytes(1)),
    row("int16", Bytes(2)),
    row("uint16", Bytes(2)),
    row("int32", Bytes(4)),
    row("uint32", Bytes(4)),
    row("int64", Bytes(8)),
    row("uint64", Bytes(8)),
    row("float", Bytes(4)),
    row("float32", Bytes(4)),
    row("float64", Bytes(8)),
    row("int", Int),
    row("uint", Int),
    row("uintptr", Pointers(1)),
    since(Dialect::Go11, row("intgo", Int)),
    since(Dialect::Go11, row("uintgo", Int)),
    since(Dialect::Go11, row("rune", Bytes(4))),
    aggregate(&["str", "len"], row("String", Pointers(2))),
    aggregate(&["array", "len", "cap"], row("Slice", Slice)),
    aggregate(&["type", "data"], row("Eface", Pointers(2))),
    since(Dialect::Go13, aggregate(&["tab", "data"], row("Iface", Pointers(2)))),
    since(Dialect::Go13, aggregate(&["real", "imag"], row("Complex128", Bytes(16)))),
    row(POINTER, Pointers(1)),
];

/// The row that every pointer type uses; no type can have this name.
const POINTER: &str = "*";

impl TypeRow {
    /// The row of a type name as it is written in C, in whatever dialect has it; a pointer ends in `*`.
    pub fn from_name(name: &[u8]) -> Option<&'static TypeRow> {
        let name = if name.ends_with(b"*") { POINTER.as_bytes() } else { name };
        TABLE.iter().find(|row| row.name.as_bytes() == name)
    }

    /// The size and alignment of the type on an architecture.
    pub fn extent(&self, arch: &Arch, dialect: Dialect) -> Extent {
        let int = arch.int_size(dialect);
        let size = match self.size {
            Bytes(bytes) => bytes,
            Pointers(count) => count * arch.pointer,
            Int => int,
            Slice => arch.pointer + 2 * int,
        };
        // Before go1.3 a type was aligned by its size, aggregates too.
        let natural = match self.size {
            _ if dialect < Dialect::Go13 => size,
            Pointers(_) | Slice => arch.pointer,
            Bytes(bytes) => bytes.min(8),
            Int => int,
        };
        Extent { size, align: natural.min(arch.struct_round) }
    }
}

/// The names that a dialect knows.
pub fn known_names(dialect: Dialect) -> impl Iterator<Item = &'static str> {
    TABLE.iter().filter(move |row| row.since <= dialect && row.name != POINTER).map(|row| row.name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn extents(name: &str, dialect: Dialect, arches: [&str; 3]) -> [(usize, usize); 3] {
        arches.map(|arch| {
            let row = TypeRow::from_name(name.as_bytes()).unwrap();
            let extent = row.extent(arch.parse().unwrap(), dialect);
            (extent.size, extent.align)
        })
    }

    #[test]
    fn sizes_follow_the_page_of_sizes() {
        let arches = ["386", "amd64", "amd64p32"];
        let go13 = |name| extents(name, Dialect::Go13, arches);
        assert_eq!(go13("bool"), [(1, 1), (1, 1), (1, 1)]);
        assert_eq!(go13("float64"), [(8, 4), (8, 8), (8, 8)]);
        assert_eq!(go13("intgo"), [(4, 4), (8, 8), (4, 4)]);
        assert_eq!(go13("Foo**"), [(4, 4), (8, 8), (4, 4)]);
        assert_eq!(go13("String"), [(8, 4), (16, 8), (8, 4)]);
        assert_eq!(go13("Slice"), [(12, 4), (24, 8), (12, 4)]);
        assert_eq!(go13("Iface"), [(8, 4), (16, 8), (8, 4)]);
        assert_eq!(go13("Complex128"), [(16, 4), (16, 8), (16, 8)]);
        let weekly = |name| extents(name, Dialect::Weekly, ["arm", "amd64", "power64le"]);
        assert_eq!(weekly("int"), [(4, 4), (4, 4), (4, 4)]);
        assert_eq!(weekly("Slice"), [(12, 4), (16, 8), (16, 8)]);
    }
}
