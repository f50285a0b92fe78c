//! The frame of a call in the Plan 9 compilers' C: the offset of every parameter, padding and result.

use crate::check::{CheckedFunc, Field};
use crate::target::Arch;

/// What a slot of a frame holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SlotKind {
    /// An argument.
    Param,
    /// What fills the space between the arguments and the results.
    Padding,
    /// A result.
    Result,
}

/// A piece of a frame.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot<'f> {
    /// What it holds.
    pub kind: SlotKind,
    /// The parameter's name; empty for padding.
    pub name: &'f [u8],
    /// The type in C.
    pub ty: &'f [u8],
    /// Bytes from the first argument's start.
    pub offset: usize,
    /// Bytes taken.
    pub size: usize,
    /// Bytes of which the offset is a multiple.
    pub align: usize,
}

/// The pieces of padding, in the order in which they are written; a piece is there if its size is one of
/// the bits of what is missing.
const PADDING: [(usize, &str); 3] = [(1, "uint8"), (2, "uint16"), (4, "uint32")];

/// The frame of a function, its slots by rising offset. `...` takes no room.
pub fn frame<'f>(func: &'f CheckedFunc<'_>, arch: &Arch) -> Vec<Slot<'f>> {
    let mut slots = Vec::with_capacity(func.params.len() + func.results.len());
    let mut end = 0;
    place(&func.params, SlotKind::Param, &mut end, &mut slots);
    for (size, ty) in padding(func, arch) {
        let ty = ty.as_bytes();
        slots.push(Slot { kind: SlotKind::Padding, name: b"", ty, offset: end, size, align: size });
        end += size;
    }
    place(&func.results, SlotKind::Result, &mut end, &mut slots);
    slots
}

/// The pieces of padding between a function's parameters and its results: size in bytes and type in C.
pub fn padding(func: &CheckedFunc<'_>, arch: &Arch) -> impl Iterator<Item = (usize, &'static str)> {
    let end = func.params.iter().fold(0, |end, field| place_field(end, field).1);
    let missing = if func.results.is_empty() { 0 } else { end.next_multiple_of(arch.struct_round) - end };
    PADDING.into_iter().filter(move |(size, _)| missing & size != 0)
}

fn place<'f>(fields: &'f [Field<'_>], kind: SlotKind, end: &mut usize, slots: &mut Vec<Slot<'f>>) {
    for field in fields {
        let (offset, next) = place_field(*end, field);
        if let Field::Named { name, ty, row: Some((_, extent)) } = field {
            slots.push(Slot { kind, name, ty, offset, size: extent.size, align: extent.align });
        }
        *end = next;
    }
}

/// A field's offset and its end, when the field before it ends at `end`.
fn place_field(end: usize, field: &Field<'_>) -> (usize, usize) {
    match field {
        Field::Named { row: Some((_, extent)), .. } => {
            let offset = end.next_multiple_of(extent.align);
            (offset, offset + extent.size)
        }
        Field::Named { row: None, .. } | Field::Variadic => (end, end),
    }
}
