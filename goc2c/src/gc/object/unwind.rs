//! The unwind table: for each function, where its frame starts at each instruction.

use gimli::{BaseAddresses, CfaRule, CieOrFde, EhFrame, LittleEndian, UnwindContext, UnwindSection};

use super::places::Placed;
use crate::gc::fault::ObjectFault;
use crate::gc::machine::Machine;

/// What the table says of a function.
#[derive(Debug)]
pub(in crate::gc) struct Frame {
    /// The function's section.
    pub section: usize,
    /// Where in it the rows start.
    pub start: usize,
    /// The rows, by place.
    pub rows: Vec<Row>,
}

/// From a place on, where the frame starts: at a fixed distance above a register.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::gc) struct Row {
    /// The place, in bytes from the section's start.
    pub at: usize,
    /// What is counted from.
    pub base: Base,
}

/// What the start of a frame is counted from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::gc) enum Base {
    /// So many bytes above the stack pointer.
    Stack(i64),
    /// So many bytes above another register, by DWARF's number.
    Register(u16, i64),
    /// Something else.
    Computed,
}

/// Reads the table.
///
/// # Errors
/// A table that cannot be read.
pub(super) fn read_frames(placed: &Placed<'_>, machine: Machine) -> Result<Vec<Frame>, ObjectFault> {
    const NAME: &str = ".eh_frame";
    let bytes = placed.bytes_of(NAME)?;
    let unreadable = |_| ObjectFault::Unreadable(NAME.into());
    let mut table = EhFrame::new(&bytes, LittleEndian);
    table.set_address_size(8);
    let bases = BaseAddresses::default().set_eh_frame(placed.address_of(NAME));
    let mut frames = Vec::new();
    let mut context = UnwindContext::new();
    let mut entries = table.entries(&bases);
    while let Some(entry) = entries.next().map_err(unreadable)? {
        let CieOrFde::Fde(partial) = entry else { continue };
        let entry =
            partial.parse(|_, bases, offset| table.cie_from_offset(bases, offset)).map_err(unreadable)?;
        let Some((section, start)) = placed.code_at(entry.initial_address()) else { continue };
        let mut rows = Vec::new();
        let mut steps = entry.rows(&table, &bases, &mut context).map_err(unreadable)?;
        while let Some(step) = steps.next_row().map_err(unreadable)? {
            let base = match step.cfa() {
                CfaRule::RegisterAndOffset { register, offset } if register.0 == machine.stack_pointer() => {
                    Base::Stack(*offset)
                }
                CfaRule::RegisterAndOffset { register, offset } => Base::Register(register.0, *offset),
                CfaRule::Expression(_) => Base::Computed,
            };
            let at = start
                + usize::try_from(step.start_address() - entry.initial_address()).unwrap_or(usize::MAX / 2);
            rows.push(Row { at, base });
        }
        frames.push(Frame { section, start, rows });
    }
    Ok(frames)
}
