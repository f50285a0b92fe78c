//! Facts about one A64 instruction word: which general registers it writes, where control goes after it,
//! and whether no function may hold it. Unaware of the words around it, of addresses and of what the
//! registers mean to a runtime.
//!
//! The facts are rows of the encoding groups of the Arm Architecture Reference Manual for A-profile
//! (DDI 0487, C4 "A64 instruction set encoding"), one file a group. A word that no row holds is not known.
//! Never claimed: less than the instruction does. Where the manual leaves a word unpredictable or
//! unallocated, it is not known, or the facts say the most that it may do. SVE and SME are not known.

mod branch;
mod crypto;
mod float;
mod integer;
mod memory;
mod row;
mod scalar;
mod system;
#[cfg(test)]
mod tests;
mod text;
mod vector;

use crate::gc::code::Registers;

pub(crate) use text::text;

/// What one instruction does, as far as the proofs ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Instruction {
    /// Where control goes after it.
    pub flow: Flow,
    /// The general registers that it may write.
    pub writes: Registers,
    /// The mnemonic, where no function may hold it.
    pub forbidden: Option<&'static str>,
}

/// Where control goes after an instruction. Distances are in bytes from the instruction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Flow {
    /// To the next instruction.
    Next,
    /// There: `b`.
    Jump(i64),
    /// There, and back to the next instruction: `bl`.
    Call(i64),
    /// There or to the next instruction: `b.cond`, `cbz`, `tbz`.
    Branch(i64),
    /// To where a register points: `br`, `braa`.
    IndirectJump,
    /// To where a register points, and back to the next instruction: `blr`.
    IndirectCall,
    /// To the caller: `ret`, `retaa`.
    Return,
    /// Nowhere: `udf`, `brk`, `hlt`, `eret`.
    Stop,
}

/// Bit n is Xn up to 30, bit 31 is SP. The zero register is in no set.
impl Registers {
    /// The register of a field where 31 (and what a pair has beyond it) is the zero register.
    const fn general(n: u32) -> Registers {
        Registers(if n < 31 { 1 << n } else { 0 })
    }

    /// The register of a field where 31 is SP.
    const fn or_sp(n: u32) -> Registers {
        Registers(1 << (n & 31))
    }
}

impl Instruction {
    /// One that goes on to the next and that a function may hold.
    const fn plain(writes: Registers) -> Instruction {
        Instruction { flow: Flow::Next, writes, forbidden: None }
    }
}

/// Facts of a word; none where it is not known. Bits 25 to 28 choose the group.
pub(crate) fn decode(word: u32) -> Option<Instruction> {
    let tables: &[&[row::Row]] = match word >> 25 & 15 {
        0b0000 => return system::reserved(word),
        0b1000 | 0b1001 => &[integer::IMMEDIATE],
        0b1010 | 0b1011 => return branch::decode(word).or_else(|| system::decode(word)),
        0b0101 | 0b1101 => &[integer::REGISTER],
        0b0100 | 0b0110 | 0b1100 | 0b1110 => &[memory::EXCLUSIVE, memory::REGISTER, memory::STRUCTURE],
        0b0111 => &[vector::ROWS, vector::ELEMENT, crypto::ROWS],
        0b1111 => &[float::ROWS, scalar::ROWS, crypto::ROWS],
        _ => return None,
    };
    row::find(tables, word).map(Instruction::plain)
}
