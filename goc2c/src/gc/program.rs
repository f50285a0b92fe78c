//! A linked Go program, as far as a comparison looks at it: its symbols, and the bytes at an address. ELF and PE; what Go
//! writes for macOS the crate `object` does not read.

use std::collections::HashMap;

use object::read::File;
use object::{Architecture, ObjectKind, SectionKind, SymbolSection};
use object::{Object as _, ObjectSection as _, ObjectSymbol as _};

use super::machine::Machine;

/// Why a program cannot be compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ProgramFault {
    /// Bytes that are no program.
    #[error("it is no program in ELF or PE, as Go has them for Linux, the BSDs and Windows")]
    NotAProgram,
    /// A program for a machine that nothing is written for.
    #[error("it is a program neither for amd64 nor for arm64")]
    OtherMachine,
    /// A program without names.
    #[error("it has no symbols: link it without `-ldflags=-s`")]
    Stripped,
}

/// A linked program.
#[derive(Debug)]
pub(super) struct Program<'p> {
    file: File<'p>,
    /// For which machine it is.
    pub machine: Machine,
    /// Whether addresses in its data are filled in when it is loaded.
    pub is_moved: bool,
    by_name: HashMap<String, Vec<Place>>,
    by_address: HashMap<u64, Vec<String>>,
}

/// Where a symbol is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    /// Its address.
    pub address: u64,
    /// Its length in bytes, where the program tells it.
    pub size: Option<u64>,
}

/// For which machine a program is.
///
/// # Errors
/// Bytes that are no program, or one for another machine.
pub fn machine_of(program: &[u8]) -> Result<Machine, ProgramFault> {
    machine(&File::parse(program).map_err(|_| ProgramFault::NotAProgram)?)
}

fn machine(file: &File<'_>) -> Result<Machine, ProgramFault> {
    match file.architecture() {
        Architecture::X86_64 if file.is_little_endian() => Ok(Machine::Amd64),
        Architecture::Aarch64 if file.is_little_endian() => Ok(Machine::Arm64),
        _ => Err(ProgramFault::OtherMachine),
    }
}

impl<'p> Program<'p> {
    /// Reads a program.
    ///
    /// # Errors
    /// What cannot be compared.
    pub(super) fn read(bytes: &'p [u8]) -> Result<Program<'p>, ProgramFault> {
        let file = File::parse(bytes).map_err(|_| ProgramFault::NotAProgram)?;
        let machine = machine(&file)?;
        let (mut by_name, mut by_address) = (HashMap::<_, Vec<_>>::new(), HashMap::<_, Vec<_>>::new());
        let mut has_names = false;
        for symbol in file.symbols() {
            let SymbolSection::Section(_) = symbol.section() else { continue };
            let Ok(name) = symbol.name() else { continue };
            has_names |= name.contains("runtime.");
            if !name.contains("goc") {
                continue;
            }
            let place =
                Place { address: symbol.address(), size: Some(symbol.size()).filter(|size| *size > 0) };
            by_name.entry(name.to_owned()).or_default().push(place);
            by_address.entry(place.address).or_default().push(name.to_owned());
        }
        if !has_names {
            return Err(ProgramFault::Stripped);
        }
        let is_moved = file.kind() != ObjectKind::Executable;
        Ok(Program { file, machine, is_moved, by_name, by_address })
    }

    /// Where the symbols are that a name in Go's assembly may have become: those of all packages.
    pub(super) fn places(&self, name: &str) -> Vec<Place> {
        let mut places = match linked_name(name) {
            Linked::Static(name) => self.by_name.get(&name).cloned().unwrap_or_default(),
            Linked::OfPackage(end) => {
                let fits = |name: &&String| without_abi(name).ends_with(&end);
                self.by_name.keys().filter(fits).flat_map(|name| self.by_name[name].clone()).collect()
            }
        };
        places.sort_unstable_by_key(|place| place.address);
        places.dedup();
        places
    }

    /// Whether a symbol of that name in Go's assembly, or a step of the linker's on the way to it, is at an address.
    pub(super) fn is_at(&self, name: &str, address: u64) -> bool {
        let there = self.by_address.get(&address).map(Vec::as_slice).unwrap_or_default();
        let linked = linked_name(name);
        there.iter().any(|there| match &linked {
            Linked::Static(name) => there == name || there.starts_with(&format!("{name}-tramp")),
            Linked::OfPackage(end) => {
                without_abi(there).ends_with(end) || there.contains(&format!("{end}-tramp"))
            }
        })
    }

    /// So many bytes at an address; none where the program has not all of them.
    pub(super) fn bytes(&self, address: u64, length: usize) -> Option<Vec<u8>> {
        let length = length as u64;
        let holds = |start: u64, size: u64| {
            address >= start
                && address.checked_add(length).is_some_and(|end| end <= start.saturating_add(size))
        };
        let section = self.file.sections().find(|section| holds(section.address(), section.size()))?;
        if section.kind() == SectionKind::UninitializedData {
            return Some(vec![0; usize::try_from(length).ok()?]);
        }
        Some(section.data_range(address, length).ok()??.to_vec())
    }
}

/// What a name in Go's assembly is called in a program.
enum Linked {
    /// All of it.
    Static(String),
    /// What stands behind the package's path.
    OfPackage(String),
}

fn linked_name(name: &str) -> Linked {
    let dotted = name.replace('·', ".");
    match dotted.strip_suffix("<>") {
        Some(name) => Linked::Static(name.to_owned()),
        None => Linked::OfPackage(dotted),
    }
}

fn without_abi(name: &str) -> &str {
    name.strip_suffix(".abi0").unwrap_or(name)
}
