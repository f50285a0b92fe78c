//! The machines that dialect gc writes assembly for: facts that are looked up, one row each.

use object::elf;

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

    /// The machine of that name.
    pub fn from_name(name: &str) -> Option<Machine> {
        Machine::ALL.into_iter().find(|machine| machine.name() == name)
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
