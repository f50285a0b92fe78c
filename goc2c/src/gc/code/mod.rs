//! What stands in a function's code: one back end a machine reads it, finds what cannot be, and says what must be written
//! in Go's words; the rest is copied byte for byte.

pub(super) mod amd64;
pub(super) mod arm64;
mod clobbers;
mod rows;
mod site;

use std::collections::BTreeSet;

use super::fault::GcFault;
use super::machine::Machine;
use super::package::{Arena, FunctionId, Package, Panic, SectionId};

pub(super) use clobbers::{Registers, clobbers};

/// What was found in a function.
#[derive(Debug, Default)]
pub(super) struct Scan {
    /// What is not copied as it is, by place.
    pub edits: Vec<Edit>,
    /// The functions that it calls or jumps to; one may stand several times.
    pub calls: Vec<FunctionId>,
    /// Where and how it first calls by an address, if it does: any function may be meant whose address is taken.
    pub calls_any: Option<(usize, String)>,
    /// The functions whose addresses it takes; one may stand several times.
    pub taken: Vec<FunctionId>,
    /// The panics that it may leave by.
    pub panics: BTreeSet<Panic>,
    /// What it calls for the call's arena.
    pub arena: BTreeSet<Arena>,
    /// The constants that are copied behind it.
    pub constants: Vec<SectionId>,
    /// The data that it refers to.
    pub data: Vec<SectionId>,
    /// Whether Go's unwinder can follow its stack pointer.
    pub is_tracked: bool,
    /// The most bytes between the stack pointer and the frame's start, as far as it could be followed.
    pub deepest: i64,
    /// Whether the stack pointer could be followed everywhere: a frame that aligns itself cannot.
    pub is_followed: bool,
    /// The first instruction that writes a register that a panic goes by.
    pub writes_panic_register: Option<PanicRegister>,
}

/// An instruction that writes a register that a panic goes by.
#[derive(Debug)]
pub(super) struct PanicRegister {
    /// Where it starts.
    pub at: usize,
    /// It, as a person reads it.
    pub text: String,
    /// The register.
    pub register: String,
}

/// A piece of code that is not copied as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Edit {
    /// Where the instruction starts.
    pub at: usize,
    /// Its length in bytes; what is written for it has the same.
    pub length: usize,
    /// What is written.
    pub action: Action,
}

/// What is written for an instruction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Action {
    /// A call or jump.
    Branch(Way, Callee),
    /// A call of the function itself, by a distance that the assembler filled in.
    SelfCall,
    /// Its own bytes, with the distance to a constant behind the function.
    Constant {
        /// Where the distance stands, in bytes from the instruction's start.
        field: usize,
        /// What it counts from, in bytes from the instruction's start.
        from: usize,
        /// The constant.
        section: SectionId,
        /// The place in it.
        offset: i64,
    },
    /// amd64: the start of the data into a register of that name.
    DataStart(&'static str),
    /// amd64: its own bytes, with the place in the data as a number of 8 bytes.
    DataOffset {
        /// Where the number stands, in bytes from the instruction's start.
        field: usize,
        /// The variable's section.
        section: SectionId,
        /// The place in it.
        offset: i64,
    },
    /// arm64: the address of a place in the data, or what lies there, into a register.
    Data {
        /// The variable's section.
        section: SectionId,
        /// The place in it.
        offset: i64,
    },
    /// The address of a function into the register of that number.
    FunctionAddress(FunctionId, u8),
    /// The address of a place in the data into the register of that number, which the object has from a table of addresses.
    DataAddress {
        /// The variable's section.
        section: SectionId,
        /// The place in it.
        offset: i64,
        /// The register.
        register: u8,
    },
    /// Other bytes, of the same length.
    Instead(Vec<u8>),
    /// arm64: its own word, with the distance to a literal of the function.
    Literal(i64),
    /// arm64: its own word, with that number as its immediate field.
    Low(u32),
    /// amd64: a push of a register of that name.
    Push(&'static str),
    /// amd64: a push of a number.
    PushNumber(i64),
    /// amd64: a pop.
    Pop(&'static str),
    /// amd64: that many bytes more of stack.
    Adjust(i64),
}

impl Action {
    /// Whether it moves the stack pointer.
    pub(super) fn is_stack(&self) -> bool {
        matches!(self, Action::Push(_) | Action::PushNumber(_) | Action::Pop(_) | Action::Adjust(_))
    }
}

/// Whether control is to come back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// By a call.
    Call,
    /// By a jump.
    Jump,
}

impl Way {
    /// The word of Go's assembler.
    pub(super) const fn word(self) -> &'static str {
        match self {
            Way::Call => "CALL",
            Way::Jump => "JMP",
        }
    }
}

/// Whom a call or jump leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Callee {
    /// A function.
    Function(FunctionId),
    /// What leaves C for Go.
    Panic(Panic),
    /// What reads or sets the call's arena.
    Arena(Arena),
}

/// Whether a function may return to its caller, by what stands in its code.
pub(super) fn returns(package: &Package<'_>, id: FunctionId) -> bool {
    match package.machine {
        Machine::Amd64 => amd64::returns(package, id),
        Machine::Arm64 => arm64::returns(package, id),
    }
}

/// Reads a function's code.
pub(super) fn scan(package: &Package<'_>, id: FunctionId, faults: &mut Vec<GcFault>) -> Scan {
    match package.machine {
        Machine::Amd64 => amd64::scan(package, id, faults),
        Machine::Arm64 => arm64::scan(package, id, faults),
    }
}
