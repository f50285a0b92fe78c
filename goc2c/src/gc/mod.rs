//! Dialect gc: functions in C that today's Go compiler takes, without cgo.
//!
//! A C compiler translates the bodies once, on the author's machine. What it made is proved (whom a call may lead to, a
//! bound for the stack or a question before it is used, nothing that Go's runtime would not survive) and written as Go's assembly, which is
//! committed: whoever imports the package needs `go build` and nothing else.
//!
//! ```text
//! .goc ── unit ── C ──[ C compiler -S ]── repair ──[ C compiler -c ]── object ── package
//!                                                                                   │
//!            declarations, assembly ── write ── layout ── graph ── code (a back end a machine)
//! ```
//!
//! What is in brackets is the program's: nothing here runs a process or reads a file. [`read_unit`] reads a `.goc` file,
//! [`repair`] mends the compiler's assembly text, [`translate`] takes the objects. Faults have the lines of the `.goc`
//! files, as the compiler's line table tells them.

pub mod bind;
mod code;
mod fault;
pub mod files;
pub mod flags;
mod frames;
mod graph;
mod layout;
mod machine;
mod object;
mod package;
mod program;
mod repair;
mod report;
mod reserve;
mod stack;
mod terms;
mod unit;
pub mod verify;
mod ways;
mod write;

pub use fault::{GcFault, GcFaultKind, Missing, ObjectFault, Placed};
pub use machine::Machine;
pub use package::Compiled;
pub use program::ProgramFault;
pub use repair::repair;
pub use report::{StackUse, report_stack};
pub use reserve::Reserve;
pub use terms::{LEAST, Terms};
pub(crate) use unit::{END, WITHOUT, may_replace};
pub use unit::{GoFunction, Unit, is_c, read_unit};
pub use write::{Assembly, Piece, Reference, Written, WrittenData};

use flags::Family;
use package::Package;

/// What became of a package for one machine.
#[derive(Debug, Clone)]
pub struct Translation {
    /// The assembly, unit by unit.
    pub assembly: Vec<Assembly>,
    /// The stack of each function that is reached.
    pub stack: Vec<StackUse>,
}

/// Proves what must hold of a package's objects, one for each unit, and writes them as assembly, on the terms of their
/// author.
///
/// # Errors
/// Everything that cannot be, in the order of the files.
pub fn translate(
    units: &[&Unit],
    compiled: &[Compiled],
    machine: Machine,
    family: Family,
    terms: &Terms,
) -> Result<Translation, Vec<GcFault>> {
    let package = Package::read(units, compiled, machine, family, terms.is_less_aligned)?;
    let graph = graph::build(&package, &terms.reserve)?;
    Ok(Translation {
        assembly: write::write_all(&package, &graph, &terms.reserve)?,
        stack: report::stack_of(&package, &graph),
    })
}
