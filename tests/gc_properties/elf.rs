//! The places of an object's fields, for who changes them: 64-bit ELF, little-endian, without a check.

use std::ops::Range;

/// Lengths of entries, in bytes.
const SECTION: usize = 64;
const SYMBOL: usize = 24;
pub const RELA: usize = 24;

/// An object that is changed.
pub struct Elf {
    pub bytes: Vec<u8>,
    pub sections: Vec<Section>,
}

/// A section's header, and where it is.
pub struct Section {
    pub name: String,
    pub header: usize,
    pub kind: u64,
    pub flags: u64,
    pub contents: Range<usize>,
    /// For relocations, the section that they are of.
    pub info: usize,
}

impl Elf {
    pub fn new(bytes: &[u8]) -> Elf {
        let mut elf = Elf { bytes: bytes.to_vec(), sections: Vec::new() };
        let (start, count, names) = (elf.number(40, 8), elf.number(60, 2), elf.number(62, 2));
        let header = |index: usize| start + SECTION * index;
        let names = elf.number(header(names) + 24, 8);
        for index in 0..count {
            let header = header(index);
            let name = names + elf.number(header, 4);
            let end = elf.bytes[name..].iter().position(|byte| *byte == 0).unwrap();
            let (offset, size) = (elf.number(header + 24, 8), elf.number(header + 32, 8));
            let kind = elf.number(header + 4, 4) as u64;
            let size = if kind == 8 { 0 } else { size };
            elf.sections.push(Section {
                name: String::from_utf8_lossy(&elf.bytes[name..name + end]).into_owned(),
                header,
                kind,
                flags: elf.number(header + 8, 8) as u64,
                contents: offset..offset + size,
                info: elf.number(header + 44, 4),
            });
        }
        elf
    }

    /// The number at a place.
    pub fn number(&self, at: usize, length: usize) -> usize {
        self.bytes[at..at + length].iter().rev().fold(0, |value, byte| value << 8 | usize::from(*byte))
    }

    /// The file with another number at a place.
    pub fn with(&self, at: usize, length: usize, value: u64) -> Vec<u8> {
        let mut bytes = self.bytes.clone();
        bytes[at..at + length].copy_from_slice(&value.to_le_bytes()[..length]);
        bytes
    }

    /// The places of all relocations, with the section that each is of.
    pub fn relocations(&self) -> Vec<(usize, usize)> {
        let mut all = Vec::new();
        for section in self.sections.iter().filter(|section| section.kind == 4) {
            all.extend(section.contents.clone().step_by(RELA).map(|at| (at, section.info)));
        }
        all
    }

    /// The places of all symbols but the first, which is none.
    pub fn symbols(&self) -> Vec<usize> {
        let tables = self.sections.iter().filter(|section| section.kind == 2);
        tables.flat_map(|table| table.contents.clone().step_by(SYMBOL).skip(1)).collect()
    }

    /// What kind of thing a symbol names.
    pub fn kind_of(&self, symbol: usize) -> Named {
        let (info, section) = (self.number(symbol + 4, 1), self.number(symbol + 6, 2));
        let flags =
            self.sections.get(section).filter(|section| section.kind != 0).map_or(0, |section| section.flags);
        match info & 15 {
            _ if section == 0 && PANICS.contains(&&*self.name_of(symbol)) => Named::Function,
            _ if flags & 4 != 0 => Named::Function,
            _ if flags & 2 != 0 => Named::Data,
            _ => Named::Other,
        }
    }

    /// A symbol's name.
    pub fn name_of(&self, symbol: usize) -> String {
        let Some(names) = self.sections.iter().find(|section| section.name == ".strtab") else {
            return String::new();
        };
        let name = &self.bytes[names.contents.start + self.number(symbol, 4)..names.contents.end];
        let end = name.iter().position(|byte| *byte == 0).unwrap_or(0);
        String::from_utf8_lossy(&name[..end]).into_owned()
    }
}

/// What C leaves by.
const PANICS: [&str; 3] = ["runtime_panicstring", "runtime.goPanicIndex", "goc_trap"];

/// What a symbol names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Named {
    /// What can be called; a section of code has one function, at its start.
    Function,
    Data,
    /// Nothing that is in the object and that a program loads.
    Other,
}
