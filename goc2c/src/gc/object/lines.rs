//! The line table: from which file and line each instruction comes.

use gimli::{
    AttributeValue, DebugLine, DebugLineOffset, DebugLineStr, EndianSlice, LineProgramHeader, LittleEndian,
};

use super::places::Placed;
use crate::gc::fault::ObjectFault;

/// From a place on, the line that instructions come from.
#[derive(Debug)]
pub(in crate::gc) struct Mark {
    /// The section of the function.
    pub section: usize,
    /// The place, in bytes from its start.
    pub at: usize,
    /// The line; none from the end of what the table tells on.
    pub line: Option<Line>,
}

/// A line of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::gc) struct Line {
    /// What the table calls the file, without its folder.
    pub file: String,
    /// The line, from 1.
    pub number: u32,
}

type Text<'t> = EndianSlice<'t, LittleEndian>;
type Header<'t> = LineProgramHeader<Text<'t>>;

/// Reads the table.
///
/// # Errors
/// A table that cannot be read.
pub(super) fn read_marks(placed: &Placed<'_>) -> Result<Vec<Mark>, ObjectFault> {
    const NAME: &str = ".debug_line";
    let (bytes, strings) = (placed.bytes_of(NAME)?, placed.bytes_of(".debug_line_str")?);
    let unreadable = |_| ObjectFault::Unreadable(NAME.into());
    let table = DebugLine::new(&bytes, LittleEndian);
    let strings = DebugLineStr::from(EndianSlice::new(&strings, LittleEndian));
    let mut marks = Vec::new();
    let mut at = 0;
    // One program follows another; each says its own length.
    while at < bytes.len() {
        let program = table.program(DebugLineOffset(at), 8, None, None).map_err(unreadable)?;
        let header = program.header().clone();
        let length = header.unit_length().saturating_add(4);
        let names: Vec<String> = file_names(&header, &strings);
        let mut rows = program.rows();
        while let Some((_, row)) = rows.next_row().map_err(unreadable)? {
            let Some((section, at)) = placed.code_at(row.address()) else { continue };
            let file = file_index(&header, row.file_index()).and_then(|index| names.get(index)).cloned();
            let number = row.line().and_then(|line| u32::try_from(line.get()).ok());
            let line = file.zip(number).filter(|_| !row.end_sequence());
            marks.push(Mark { section, at, line: line.map(|(file, number)| Line { file, number }) });
        }
        at = at.saturating_add(length);
    }
    Ok(marks)
}

/// Which entry of the header a row's number means: they count from 0 since version 5.
fn file_index(header: &Header<'_>, number: u64) -> Option<usize> {
    let first = if header.version() >= 5 { 0 } else { 1 };
    usize::try_from(number.checked_sub(first)?).ok()
}

fn file_names<'t>(header: &Header<'t>, strings: &DebugLineStr<Text<'t>>) -> Vec<String> {
    let name = |value: AttributeValue<Text<'t>>| {
        let text = match value {
            AttributeValue::String(text) => text,
            AttributeValue::DebugLineStrRef(offset) => strings.get_str(offset).ok()?,
            _ => return None,
        };
        let text = text.to_string_lossy();
        Some(text.rsplit('/').next().unwrap_or_default().to_owned())
    };
    header.file_names().iter().map(|file| name(file.path_name()).unwrap_or_default()).collect()
}
