//! Addresses for the sections of an object, so that debug information, which speaks of addresses, can be read: a small
//! linker for what compilers put into `.eh_frame` and `.debug_*`.

use std::borrow::Cow;

use object::elf::{
    R_AARCH64_ABS32, R_AARCH64_ABS64, R_AARCH64_PREL32, R_AARCH64_PREL64, R_AARCH64_TLS_DTPREL, R_X86_64_32,
    R_X86_64_64, R_X86_64_DTPOFF32, R_X86_64_DTPOFF64, R_X86_64_PC32, R_X86_64_PC64,
};

use super::{Object, Place, Section, SectionKind};
use crate::gc::fault::ObjectFault;
use crate::gc::machine::Machine;

/// What each section is aligned to here.
const STEP: u64 = 64;

/// An object whose sections have addresses.
pub(in crate::gc) struct Placed<'o> {
    object: &'o Object,
    /// The address of each section; 0 for those that no program loads.
    addresses: Vec<u64>,
    /// Those that have one, by address.
    loaded: Vec<usize>,
    machine: Machine,
}

/// How a field of debug information is filled in.
struct Field {
    bytes: usize,
    /// Whether it counts from its own place.
    relative: bool,
}

/// Places an object's sections.
///
/// # Errors
/// Sections that are too large for addresses of 31 bits.
pub(in crate::gc) fn place(object: &Object, machine: Machine) -> Result<Placed<'_>, ObjectFault> {
    let mut next = STEP;
    let mut addresses = Vec::with_capacity(object.sections.len());
    let mut loaded = Vec::new();
    for (index, section) in object.sections.iter().enumerate() {
        let is_loaded =
            !matches!(section.kind, SectionKind::Debug | SectionKind::Ignored | SectionKind::Results);
        addresses.push(if is_loaded { next } else { 0 });
        if is_loaded {
            loaded.push(index);
            next += (section.size as u64 + STEP) / STEP * STEP;
        }
    }
    if next > 1 << 31 {
        Err(ObjectFault::NotAnObject)
    } else {
        Ok(Placed { object, addresses, loaded, machine })
    }
}

impl Placed<'_> {
    /// The bytes of the section of that name with its relocations filled in; none where there is none.
    ///
    /// # Errors
    /// A relocation that debug information has no use for.
    pub(in crate::gc) fn bytes_of(&self, name: &str) -> Result<Cow<'_, [u8]>, ObjectFault> {
        let Some(index) = self.object.sections.iter().position(|section| section.name == name) else {
            return Ok(Cow::Borrowed(&[]));
        };
        let section = &self.object.sections[index];
        let mut bytes = section.bytes.clone();
        for relocation in &section.relocations {
            let field = self.field(relocation.kind).ok_or_else(|| strange(section))?;
            let value = self.value(section, relocation.symbol)?.wrapping_add_signed(relocation.addend);
            let from = if field.relative { self.addresses[index] + relocation.at as u64 } else { 0 };
            let value = value.wrapping_sub(from).to_le_bytes();
            let end = relocation.at.checked_add(field.bytes).ok_or_else(|| strange(section))?;
            let place = bytes.get_mut(relocation.at..end).ok_or_else(|| strange(section))?;
            place.copy_from_slice(&value[..field.bytes]);
        }
        Ok(Cow::Owned(bytes))
    }

    /// The address of the section of that name.
    pub(super) fn address_of(&self, name: &str) -> u64 {
        let index = self.object.sections.iter().position(|section| section.name == name);
        index.map_or(0, |index| self.addresses[index])
    }

    /// The section of instructions that an address lies in, and how far in; its end is in it too.
    pub(super) fn code_at(&self, address: u64) -> Option<(usize, usize)> {
        let upto = self.loaded.partition_point(|index| self.addresses[*index] <= address);
        let index = *self.loaded[..upto].last()?;
        let section = &self.object.sections[index];
        let offset = usize::try_from(address - self.addresses[index]).ok()?;
        (section.kind == SectionKind::Code && offset <= section.size).then_some((index, offset))
    }

    fn field(&self, kind: u32) -> Option<Field> {
        let (bytes, relative) = match (self.machine, kind) {
            (Machine::Amd64, R_X86_64_64) | (Machine::Arm64, R_AARCH64_ABS64) => (8, false),
            (Machine::Amd64, R_X86_64_32) | (Machine::Arm64, R_AARCH64_ABS32) => (4, false),
            (Machine::Amd64, R_X86_64_PC32) | (Machine::Arm64, R_AARCH64_PREL32) => (4, true),
            (Machine::Amd64, R_X86_64_PC64) | (Machine::Arm64, R_AARCH64_PREL64) => (8, true),
            // Where a thread has a variable, which nobody asks for.
            (Machine::Amd64, R_X86_64_DTPOFF32) => (4, false),
            (Machine::Amd64, R_X86_64_DTPOFF64) | (Machine::Arm64, R_AARCH64_TLS_DTPREL) => (8, false),
            _ => return None,
        };
        Some(Field { bytes, relative })
    }

    fn value(&self, section: &Section, symbol: usize) -> Result<u64, ObjectFault> {
        match self.object.symbols.get(symbol).map(|symbol| symbol.place) {
            Some(Place::Section(index, offset)) => Ok(self.addresses[index].wrapping_add(offset)),
            Some(Place::Undefined | Place::Absolute) => Ok(0),
            None => Err(strange(section)),
        }
    }
}

fn strange(section: &Section) -> ObjectFault {
    ObjectFault::Unreadable(section.name.clone())
}
