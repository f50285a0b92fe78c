//! The machines that dialect gc writes assembly for: facts that are looked up, one row each.

use std::fmt;
use std::str::FromStr;

use object::elf;

use crate::unknown::UnknownName;

/// An architecture of Go's with a back end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Machine {
    /// x86-64.
    Amd64,
    /// AArch64, little-endian.
    Arm64,
}

impl Machine {
    /// All of them, in the order in which they stand in constraints.
    pub const ALL: [Machine; 2] = [Machine::Amd64, Machine::Arm64];

    /// Go's name for it.
    pub const fn name(self) -> &'static str {
        match self {
            Machine::Amd64 => "amd64",
            Machine::Arm64 => "arm64",
        }
    }

    /// The first part of what a C compiler calls it (`-dumpmachine`), and of the names of cross compilers.
    pub const fn triple_start(self) -> &'static str {
        match self {
            Machine::Amd64 => "x86_64",
            Machine::Arm64 => "aarch64",
        }
    }

    /// Its number in an ELF header.
    pub(super) const fn elf_machine(self) -> u16 {
        match self {
            Machine::Amd64 => elf::EM_X86_64,
            Machine::Arm64 => elf::EM_AARCH64,
        }
    }

    /// DWARF's number of the stack pointer (System V ABI of x86-64, figure 3.36; DWARF for AArch64, section 4.1).
    pub(super) const fn stack_pointer(self) -> u16 {
        match self {
            Machine::Amd64 => 7,
            Machine::Arm64 => 31,
        }
    }

    /// Bytes between the stack pointer at a function's first instruction and what the unwind table counts from.
    pub(super) const fn entry_offset(self) -> i64 {
        match self {
            Machine::Amd64 => 8,
            Machine::Arm64 => 0,
        }
    }
}

impl fmt::Display for Machine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Machine {
    type Err = UnknownName;

    /// The machine of that name.
    fn from_str(name: &str) -> Result<Machine, UnknownName> {
        let unknown =
            || UnknownName::new("architecture of dialect `gc`", name, Machine::ALL.map(Machine::name));
        Machine::ALL.into_iter().find(|machine| machine.name() == name).ok_or_else(unknown)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_leads_to_its_machine() {
        for machine in Machine::ALL {
            assert_eq!(machine.to_string().parse(), Ok(machine));
        }
        let said = "`amd46` is no architecture of dialect `gc`: `amd64`?";
        assert_eq!("amd46".parse::<Machine>().unwrap_err().to_string(), said);
    }
}
