//! An object of a C compiler, as far as a translation looks at it: sections, symbols, relocations, and for each
//! function its unwind rows and its lines.
//!
//! `elf` reads the file, `places` gives sections addresses so that `unwind` and `lines` can be read by gimli. Knows
//! nothing of Go and of what may be written.

mod elf;
mod lines;
mod places;
mod unwind;

pub(super) use elf::read_object;
pub(super) use lines::Line;
pub(super) use places::{Placed, place};
pub(super) use unwind::{Base, Row};

/// An object.
#[derive(Debug)]
pub(super) struct Object {
    /// By their index in the file.
    pub sections: Vec<Section>,
    /// By their index in the file.
    pub symbols: Vec<Symbol>,
    /// Where the unwind table says that the frame starts, for the functions that it knows.
    pub unwind: Vec<unwind::Frame>,
    /// What the line table says of each place.
    pub lines: Vec<lines::Mark>,
}

/// A section.
#[derive(Debug)]
pub(super) struct Section {
    /// Its name.
    pub name: String,
    /// What it holds.
    pub kind: SectionKind,
    /// Its alignment, in bytes.
    pub align: u64,
    /// Its length, in bytes.
    pub size: usize,
    /// Its bytes; none where it is all zeros.
    pub bytes: Vec<u8>,
    /// Its relocations, by place.
    pub relocations: Vec<Relocation>,
}

/// What a section holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SectionKind {
    /// Instructions.
    Code,
    /// Constants, which are copied behind the functions that use them, or lie among the data.
    Constants,
    /// Tables that nobody changes.
    ReadOnly,
    /// Variables.
    Variables,
    /// `.eh_frame`
    Unwind,
    /// Debug information.
    Debug,
    /// What the wrappers tell of frames.
    Facts,
    /// What the wrappers tell of where results are.
    Results,
    /// Nothing that a program loads.
    Ignored,
    /// Variables of a thread.
    ThreadLocal,
    /// Functions that run before `main`.
    Startup,
    /// Something that a program loads and that is not known.
    Unknown,
}

/// A symbol.
#[derive(Debug)]
pub(super) struct Symbol {
    /// Its name; a section's is empty.
    pub name: String,
    /// Where it is.
    pub place: Place,
    /// Whether it is a function.
    pub is_function: bool,
    /// Whether other objects see it.
    pub is_global: bool,
    /// Its length, in bytes.
    pub size: u64,
    /// Whether it is a variable that each thread has for itself.
    pub is_thread_local: bool,
    /// Whether another object's of that name comes first.
    pub is_weak: bool,
    /// Why it cannot be translated, in words: `a common symbol`.
    pub oddity: Option<&'static str>,
}

/// Where a symbol is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// In no section of this object.
    Undefined,
    /// At an offset of a section.
    Section(usize, u64),
    /// At a fixed address.
    Absolute,
}

/// A relocation: a place that the linker fills in.
#[derive(Debug, Clone, Copy)]
pub(super) struct Relocation {
    /// Where, in bytes from the section's start.
    pub at: usize,
    /// ELF's number for what is filled in.
    pub kind: u32,
    /// The symbol's index.
    pub symbol: usize,
    /// What is added.
    pub addend: i64,
}
