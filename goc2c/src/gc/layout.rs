//! Where data lies: each file has one symbol for all its variables, tables and strings, and constants stand behind the
//! function that uses them.

use std::collections::HashMap;

use object::elf::{R_AARCH64_ABS64, R_AARCH64_PREL32, R_X86_64_64, R_X86_64_PC32};

use super::fault::{GcFault, GcFaultKind, ObjectFault};
use super::machine::Machine;
use super::object::SectionKind;
use super::package::{FunctionId, Package, SectionId, Target};

/// The most that Go's linker aligns data and functions to, in bytes.
pub(super) const MOST: u64 = 32;

/// How far outside of its data an address may lie.
const FAR: i64 = 1 << 20;

/// The data of one unit.
#[derive(Debug, Default)]
pub(super) struct DataLayout {
    /// Where each section starts.
    pub starts: HashMap<SectionId, u64>,
    /// The bytes, a multiple of 8 of them.
    pub bytes: Vec<u8>,
    /// Places that hold an address in the data: where, and of what place.
    pub addresses: Vec<(u64, i64)>,
    /// Places that hold the address of a function.
    pub functions: Vec<(u64, FunctionId)>,
    /// Whether nothing in it is ever written.
    pub is_read_only: bool,
}

/// What a section of data refers to.
#[derive(Debug, Default)]
pub(super) struct Referred {
    pub sections: Vec<SectionId>,
    pub functions: Vec<FunctionId>,
}

/// The sections and functions that a section of data refers to; what else it refers to is a fault, of the function that
/// uses it.
pub(super) fn referred(
    package: &Package<'_>,
    user: FunctionId,
    section: SectionId,
    faults: &mut Vec<GcFault>,
) -> Referred {
    let mut found = Referred::default();
    let kind = package.section(section).kind;
    let align = package.section(section).align;
    if align > MOST {
        let what = if kind == SectionKind::Variables { "variables" } else { "constants" };
        faults.push(package.fault(user, 0, GcFaultKind::Aligned(what, align)));
    }
    for relocation in &package.section(section).relocations {
        let is_address = relocation.kind == address_in(package.machine) && relocation.at % 8 == 0;
        let is_distance = relocation.kind == distance_in(package.machine);
        let problem = match package.target(section.0, relocation, 0, false) {
            Target::Data(other, _) if is_address || is_distance => {
                found.sections.push(other);
                continue;
            }
            Target::Function(id, 0) if is_address => {
                found.functions.push(id);
                continue;
            }
            Target::Null if is_address => continue,
            Target::Function(id, _) => GcFaultKind::AddressTaken(package.functions[id].shown.clone()),
            Target::Panic(_) => GcFaultKind::AddressTaken("goc_panic".into()),
            Target::Arena(_) => GcFaultKind::AddressTaken("goc_arena_get".into()),
            Target::Faulty(kind) => kind,
            _ => GcFaultKind::Relocation(relocation.kind, package.section(section).name.clone()),
        };
        faults.push(package.fault(user, 0, problem));
    }
    found
}

/// The relocation that is the address of something, of 8 bytes.
fn address_in(machine: Machine) -> u32 {
    match machine {
        Machine::Amd64 => R_X86_64_64,
        Machine::Arm64 => R_AARCH64_ABS64,
    }
}

/// The relocation that is how far something is from its own place, of 4 bytes.
fn distance_in(machine: Machine) -> u32 {
    match machine {
        Machine::Amd64 => R_X86_64_PC32,
        Machine::Arm64 => R_AARCH64_PREL32,
    }
}

/// Lays out the data of a unit. Where code names its start, there is some, though nothing be in it.
///
/// # Errors
/// Relocations that lead outside of what they name.
pub(super) fn lay_out(
    package: &Package<'_>,
    sections: &[SectionId],
    is_named: bool,
) -> Result<DataLayout, ObjectFault> {
    let mut layout = DataLayout { is_read_only: true, ..DataLayout::default() };
    let mut most = 8;
    for &id in sections {
        let section = package.section(id);
        let align = section.align.clamp(1, MOST) as usize;
        most = most.max(align);
        layout.bytes.resize(layout.bytes.len().next_multiple_of(align), 0);
        layout.starts.insert(id, layout.bytes.len() as u64);
        layout.bytes.extend_from_slice(&section.bytes);
        layout.bytes.resize(layout.bytes.len() + section.size - section.bytes.len(), 0);
        layout.is_read_only &= section.kind != SectionKind::Variables;
    }
    // A symbol of Go's data is aligned by its size.
    layout.bytes.resize(
        layout.bytes.len().next_multiple_of(8).max(if sections.is_empty() && !is_named { 0 } else { most }),
        0,
    );
    for &id in sections {
        for relocation in &package.section(id).relocations {
            let at = layout.starts[&id] + relocation.at as u64;
            match package.target(id.0, relocation, 0, false) {
                // All data of a unit is one symbol of Go's: the distance is a number.
                Target::Data(other, offset) if relocation.kind == distance_in(package.machine) => {
                    let distance = layout.place(other, offset)? - at as i64;
                    layout.put_distance(at as usize, distance)?;
                }
                Target::Data(other, offset) => layout.addresses.push((at, layout.place(other, offset)?)),
                Target::Function(function, _) => layout.functions.push((at, function)),
                _ => {}
            }
        }
    }
    layout.addresses.sort_unstable();
    layout.functions.sort_unstable();
    Ok(layout)
}

impl DataLayout {
    /// Writes how far something is.
    fn put_distance(&mut self, at: usize, distance: i64) -> Result<(), ObjectFault> {
        let value = i32::try_from(distance).ok();
        let place = at.checked_add(4).and_then(|end| self.bytes.get_mut(at..end));
        let (Some(value), Some(place)) = (value, place) else {
            return Err(ObjectFault::Contradiction("a distance in its data does not fit".into()));
        };
        place.copy_from_slice(&value.to_le_bytes());
        Ok(())
    }

    /// The place of a section's byte in the data. Compilers count from before a table or behind it, where an index makes up
    /// for it: so it may lie outside.
    ///
    /// # Errors
    /// A place far outside.
    pub(super) fn place(&self, section: SectionId, offset: i64) -> Result<i64, ObjectFault> {
        let start = self.starts.get(&section).and_then(|start| i64::try_from(*start).ok());
        let place = start.and_then(|start| start.checked_add(offset));
        let most = self.bytes.len() as i64 + FAR;
        let outside =
            || ObjectFault::Contradiction(format!("a reference leads {offset} bytes beyond its data"));
        place.filter(|place| (-FAR..=most).contains(place)).ok_or_else(outside)
    }
}
