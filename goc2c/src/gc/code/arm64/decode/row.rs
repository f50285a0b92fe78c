//! Owns the form of the tables: a row is a pattern of 32 bits and the general registers that a word of
//! this pattern writes. Unaware of what the instructions are.
//!
//! A pattern is written as the diagrams of the Arm Architecture Reference Manual (DDI 0487, part C4) are:
//! `0` and `1` are fixed bits, a letter is a bit of a field, blanks are for the eye. It is read when the
//! crate is compiled, where a pattern of any other length is an error.

use super::Registers;

/// A field that names a general register which the instruction writes. Thirty-one is the zero register
/// in each of them, save where it says otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Write {
    /// Bits 0 to 4: Rd or Rt.
    D,
    /// Bits 0 to 4, where 31 is SP.
    DOrSp,
    /// Bits 0 to 4 and the seven registers after it: ld64b.
    Eight,
    /// Bits 5 to 9: Rn as a count or an address that is used up.
    N,
    /// Bits 5 to 9, where 31 is SP: the base that is written back.
    Base,
    /// Bits 10 to 14: Rt2 of a pair.
    T2,
    /// Bits 16 to 20: Rs, a status or a value that was in memory.
    S,
    /// Bits 16 to 20 and the register after it: casp.
    SPair,
    /// A register that the encoding implies.
    Fixed(u32),
}

/// One row of a table.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row {
    mask: u32,
    value: u32,
    /// None where the manual has no instruction.
    writes: Option<&'static [Write]>,
}

/// A row of instructions which write these registers.
pub(super) const fn writes(pattern: &str, writes: &'static [Write]) -> Row {
    let (mask, value) = bits(pattern);
    Row { mask, value, writes: Some(writes) }
}

/// A row of instructions which write no general register.
pub(super) const fn none(pattern: &str) -> Row {
    writes(pattern, &[])
}

/// A row of words which are no instruction, though a later row of the table would have them.
pub(super) const fn unallocated(pattern: &str) -> Row {
    let (mask, value) = bits(pattern);
    Row { mask, value, writes: None }
}

/// What the first row that holds the word says.
pub(super) fn find(tables: &[&[Row]], word: u32) -> Option<Registers> {
    let row = tables.iter().flat_map(|rows| rows.iter()).find(|row| word & row.mask == row.value)?;
    Some(row.writes?.iter().fold(Registers::NONE, |set, write| set.with(write.registers(word))))
}

impl Write {
    /// The registers that the field names in this word.
    fn registers(self, word: u32) -> Registers {
        let field = |low: u32| word >> low & 31;
        match self {
            Write::D => Registers::general(field(0)),
            Write::DOrSp => Registers::or_sp(field(0)),
            Write::Eight => (0..8).fold(Registers::NONE, |set, n| set.with(Registers::general(field(0) + n))),
            Write::N => Registers::general(field(5)),
            Write::Base => Registers::or_sp(field(5)),
            Write::T2 => Registers::general(field(10)),
            Write::S => Registers::general(field(16)),
            Write::SPair => Registers::general(field(16)).with(Registers::general(field(16) + 1)),
            Write::Fixed(n) => Registers::general(n),
        }
    }
}

/// The fixed bits of a pattern, and what they are.
pub(super) const fn bits(pattern: &str) -> (u32, u32) {
    let (mut mask, mut value, mut count, mut at) = (0u32, 0u32, 0, 0);
    let pattern = pattern.as_bytes();
    while at < pattern.len() {
        let letter = pattern[at];
        at += 1;
        if letter == b' ' {
            continue;
        }
        count += 1;
        mask = mask << 1 | (letter == b'0' || letter == b'1') as u32;
        value = value << 1 | (letter == b'1') as u32;
    }
    assert!(count == 32, "a pattern has 32 bits");
    (mask, value)
}
