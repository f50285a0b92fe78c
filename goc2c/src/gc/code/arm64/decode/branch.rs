//! Owns the branches: "Branches, exception generating and system instructions" (C4.1.93) where they
//! change where control goes on purpose. Exceptions and system instructions are in `system`.

use super::row::bits;
use super::{Flow, Instruction, Registers};

/// What kind of branch a row holds.
#[derive(Clone, Copy)]
enum Kind {
    /// `b`: a distance of 26 bits from bit 0.
    Jump,
    /// `bl`.
    Call,
    /// `b.cond`, `cbz`: a distance of 19 bits from bit 5.
    Branch19,
    /// `tbz`: a distance of 14 bits from bit 5.
    Branch14,
    /// `br`.
    IndirectJump,
    /// `blr`.
    IndirectCall,
    /// `ret`.
    Return,
    /// `eret`, `drps`: no function may hold it.
    Leave(&'static str),
}

/// The branches. `M` is the key, A or B.
#[rustfmt::skip]
const ROWS: &[(&str, Kind)] = &[
    ("000101 iiiiiiiiiiiiiiiiiiiiiiiiii",           Kind::Jump),         // b
    ("100101 iiiiiiiiiiiiiiiiiiiiiiiiii",           Kind::Call),         // bl
    ("01010100 iiiiiiiiiiiiiiiiiii o cccc",         Kind::Branch19),     // b.cond, bc.cond
    ("s011010 o iiiiiiiiiiiiiiiiiii ttttt",         Kind::Branch19),     // cbz, cbnz
    ("b011011 o bbbbb iiiiiiiiiiiiii ttttt",        Kind::Branch14),     // tbz, tbnz
    ("1101011 0000 11111 000000 nnnnn 00000",       Kind::IndirectJump), // br
    ("1101011 0000 11111 00001M nnnnn 11111",       Kind::IndirectJump), // braaz, brabz
    ("1101011 1000 11111 00001M nnnnn mmmmm",       Kind::IndirectJump), // braa, brab
    ("1101011 0001 11111 000000 nnnnn 00000",       Kind::IndirectCall), // blr
    ("1101011 0001 11111 00001M nnnnn 11111",       Kind::IndirectCall), // blraaz, blrabz
    ("1101011 1001 11111 00001M nnnnn mmmmm",       Kind::IndirectCall), // blraa, blrab
    ("1101011 0010 11111 000000 nnnnn 00000",       Kind::Return),       // ret
    ("1101011 0010 11111 00001M 11111 11111",       Kind::Return),       // retaa, retab
    ("1101011 0100 11111 000000 11111 00000",       Kind::Leave("eret")),
    ("1101011 0100 11111 00001M 11111 11111",       Kind::Leave("eret")), // eretaa, eretab
    ("1101011 0101 11111 000000 11111 00000",       Kind::Leave("drps")),
];

/// The rows as masks and values.
const MASKS: [(u32, u32); ROWS.len()] = {
    let mut masks = [(0, 0); ROWS.len()];
    let mut at = 0;
    while at < masks.len() {
        masks[at] = bits(ROWS[at].0);
        at += 1;
    }
    masks
};

/// Facts of a branch; none where the word is none.
pub(super) fn decode(word: u32) -> Option<Instruction> {
    let (_, (_, kind)) = MASKS.iter().zip(ROWS).find(|((mask, value), _)| word & mask == *value)?;
    let (flow, forbidden) = match *kind {
        Kind::Jump => (Flow::Jump(distance(word, 0, 26)), None),
        Kind::Call => (Flow::Call(distance(word, 0, 26)), None),
        Kind::Branch19 => (Flow::Branch(distance(word, 5, 19)), None),
        Kind::Branch14 => (Flow::Branch(distance(word, 5, 14)), None),
        Kind::IndirectJump => (Flow::IndirectJump, None),
        Kind::IndirectCall => (Flow::IndirectCall, None),
        Kind::Return => (Flow::Return, None),
        Kind::Leave(mnemonic) => (Flow::Stop, Some(mnemonic)),
    };
    let calls = matches!(flow, Flow::Call(_) | Flow::IndirectCall);
    let writes = if calls { Registers::general(30) } else { Registers::NONE };
    Some(Instruction { flow, writes, forbidden })
}

/// The signed field of so many bits from `low`, times four.
fn distance(word: u32, low: u32, bits: u32) -> i64 {
    let shifted = (word << (32 - low - bits)) as i32;
    i64::from(shifted >> (32 - bits)) * 4
}
