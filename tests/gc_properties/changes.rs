//! What can be changed in an object, one field at a time, and whether other output would be wrong then: where another object
//! of that kind is another program, nothing can tell.

use goc2c::gc::Machine;

use super::elf::{Elf, Named, RELA};
use crate::support::chance::Chance;

/// What is changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    RelocationType,
    RelocationSymbol,
    RelocationPlace,
    RelocationAddend,
    SectionHeader,
    Symbol,
    Unwind,
    Lines,
    Code,
    Any,
}

/// All of them.
pub const CHANGES: [Change; 10] = [
    Change::RelocationType,
    Change::RelocationSymbol,
    Change::RelocationPlace,
    Change::RelocationAddend,
    Change::SectionHeader,
    Change::Symbol,
    Change::Unwind,
    Change::Lines,
    Change::Code,
    Change::Any,
];

/// A change that was made, in words, and whether other output would be wrong.
pub struct Made {
    pub object: Vec<u8>,
    pub what: String,
    pub is_strict: bool,
}

impl Change {
    /// Whether other output of such a change is worth a look.
    pub fn is_shown(self) -> bool {
        matches!(self, Change::SectionHeader | Change::Symbol | Change::RelocationPlace)
    }

    /// Changes a place by chance; none where there is nothing to change.
    pub fn make(self, elf: &Elf, machine: Machine, chance: &mut Chance) -> Option<Made> {
        let (relocations, symbols) = (elf.relocations(), elf.symbols());
        let (at, of) = relocations[chance.below(relocations.len())];
        let is_loaded = |section: usize| {
            elf.sections[section].flags & 2 != 0 || elf.sections[section].name.starts_with(".goc")
        };
        let section = &elf.sections[chance.within(1..=elf.sections.len() - 1)];
        let place = |object, what: String, is_strict| {
            let what = format!("{}: {what}", machine.name());
            Some(Made { object, what, is_strict })
        };
        let random_in = |prefix: &str, chance: &mut Chance| {
            let list: Vec<_> = elf
                .sections
                .iter()
                .filter(|section| section.name.starts_with(prefix) && !section.contents.is_empty())
                .collect();
            let section = list.get(chance.below(list.len()))?;
            Some((section.contents.start + chance.below(section.contents.len()), section.name.clone()))
        };
        match self {
            Change::RelocationType => {
                let kind = match machine {
                    Machine::Amd64 => chance.below(43),
                    Machine::Arm64 => chance.pick(&[257, 269, 512]) + chance.below(60),
                };
                let old = elf.number(at + 8, 4);
                let what = format!("type {old} -> {kind} in {}", elf.sections[of].name);
                (kind != old).then(|| place(elf.with(at + 8, 4, kind as u64), what, is_loaded(of)))?
            }
            Change::RelocationSymbol => {
                let old = elf.number(at + 12, 4);
                let new = chance.within(1..=symbols.len());
                if new == old || old == 0 {
                    return None;
                }
                let kinds = (elf.kind_of(symbols[old - 1]), elf.kind_of(symbols[new - 1]));
                let what = format!("symbol {:?} -> {:?} in {}", kinds.0, kinds.1, elf.sections[of].name);
                // One function or variable for another is another program, and nothing tells. So is a function for a variable
                // whose address is all that is asked for.
                let is_code = elf.sections[of].name.starts_with(".text");
                let is_address =
                    kinds == (Named::Data, Named::Function) && !(is_code && machine == Machine::Amd64);
                let is_strict =
                    is_loaded(of) && (kinds.0 != kinds.1 && !is_address || kinds.0 == Named::Other);
                place(elf.with(at + 12, 4, new as u64), what, is_strict)
            }
            Change::RelocationPlace => {
                let value = elf.number(at, 8) as u64;
                let value = if chance.one_in(4) {
                    chance.next()
                } else {
                    value.wrapping_add(chance.within(1..=16) as u64).wrapping_sub(8)
                };
                // In data it is another program: the address of another variable is filled in.
                let of = &elf.sections[of].name;
                place(elf.with(at, 8, value), format!("place in {of}"), of.starts_with(".text"))
            }
            Change::RelocationAddend => {
                let value =
                    if chance.one_in(4) { chance.next() } else { (chance.below(64) as u64).wrapping_sub(32) };
                place(elf.with(at + RELA - 8, 8, value), "addend".into(), false)
            }
            Change::SectionHeader => {
                let (field, length) = chance.pick(&[
                    (0, 4),
                    (4, 4),
                    (8, 8),
                    (16, 8),
                    (24, 8),
                    (32, 8),
                    (40, 4),
                    (44, 4),
                    (48, 8),
                    (56, 8),
                ]);
                let old = elf.number(section.header + field, length) as u64;
                let value = match chance.below(4) {
                    0 => chance.next() >> chance.below(64),
                    1 => 1 << chance.below(64),
                    2 => old ^ 1 << chance.below(12),
                    _ => old.wrapping_add(chance.below(32) as u64).wrapping_sub(16),
                };
                // Its kind, its length or what it is of; a name, an offset or an alignment may make another program.
                let is_strict = match section.kind {
                    4 => matches!(field, 4 | 40 | 44 | 56),
                    _ => {
                        let is_amd64 = machine == Machine::Amd64;
                        field == 4 || field == 32 && is_amd64 && section.name.starts_with(".text")
                    }
                };
                let what = format!("field {field} of {}: {old:#x} -> {value:#x}", section.name);
                place(elf.with(section.header + field, length, value), what, is_strict)
            }
            Change::Symbol => {
                let symbol = symbols[chance.below(symbols.len())];
                let (field, length) = chance.pick(&[(0, 4), (4, 1), (5, 1), (6, 2), (8, 8), (16, 8)]);
                let old = elf.number(symbol + field, length) as u64;
                let value = match chance.below(3) {
                    0 => chance.next() >> chance.below(64),
                    1 => old ^ 1 << chance.below(8),
                    _ => old.wrapping_add(chance.below(32) as u64).wrapping_sub(16),
                };
                place(
                    elf.with(symbol + field, length, value),
                    format!(
                        "field {field} of {:?} {}: {old:#x} -> {value:#x}",
                        elf.kind_of(symbol),
                        elf.name_of(symbol)
                    ),
                    false,
                )
            }
            Change::Unwind => {
                let (at, name) = random_in(".eh_frame", chance)?;
                let value = if chance.one_in(2) {
                    chance.next() & 255
                } else {
                    elf.number(at, 1) as u64 ^ 1 << chance.below(8)
                };
                let old = elf.number(at, 1) as u64;
                let what = format!(
                    "{name} byte {:#x}",
                    at - elf.sections.iter().find(|section| section.name == name)?.contents.start
                );
                (value != old)
                    .then(|| place(elf.with(at, 1, value), format!("{what}: {old:#x} -> {value:#x}"), true))?
            }
            Change::Lines => {
                let (at, _) = random_in(".debug_line", chance)?;
                place(elf.with(at, 1, chance.next() & 255), "line table".into(), true)
            }
            Change::Code => {
                let (at, name) = random_in(".text", chance)?;
                place(elf.with(at, 1, chance.next() & 255), format!("code of {name}"), false)
            }
            Change::Any => {
                let at = chance.below(elf.bytes.len());
                let mut object = elf.with(at, 1, chance.next() & 255);
                if chance.one_in(8) {
                    object.truncate(chance.below(object.len()));
                }
                place(object, "any byte".into(), false)
            }
        }
    }
}
