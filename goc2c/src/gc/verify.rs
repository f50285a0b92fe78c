//! Whether a linked Go program has what was written: every function of C byte for byte but for what the linker fills in,
//! its constants behind it, and the data. A Go assembler that encodes an instruction in its own way is found out so.

use super::Assembly;
use super::machine::Machine;
use super::program::{Place, Program, ProgramFault};
use super::unit::Unit;
use super::write::{Piece, Reference, Written, WrittenData};

pub use super::program::machine_of;

/// To how many bytes Go's assembler fills a function up on arm64.
const FILLED: usize = 16;

/// How many bytes of a difference are shown.
const SHOWN: usize = 8;

/// What was found of a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Finding {
    /// The `.goc` file.
    pub file: String,
    /// How many functions of C its assembly has.
    pub functions: usize,
    /// How many of them are the same in the program.
    pub equal: usize,
    /// The functions that are not in the program: the linker leaves out what nobody calls.
    pub not_linked: Vec<String>,
    /// Bytes of data that were compared.
    pub data: usize,
    /// What differs.
    pub differences: Vec<Difference>,
}

/// A place where a program has something else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The function, as a person knows it; `data` for the variables.
    pub function: String,
    /// The place in it.
    pub at: usize,
    /// What was written there.
    pub wanted: String,
    /// What the program has.
    pub found: String,
}

impl std::fmt::Display for Difference {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Difference { function, at, wanted, found } = self;
        write!(out, "{function}+{at:#x}: {wanted} was written, the program has {found}")
    }
}

/// Compares a program with the assembly that was written for a package's files.
///
/// # Errors
/// Bytes that are no program for that machine, or one without names.
pub fn verify(
    units: &[&Unit],
    assembly: &[Assembly],
    machine: Machine,
    program: &[u8],
) -> Result<Vec<Finding>, ProgramFault> {
    let program = Program::read(program)?;
    if program.machine != machine {
        return Err(ProgramFault::OtherMachine);
    }
    let of_unit = |(unit, assembly): (&&Unit, &Assembly)| {
        let mut finding = Finding { file: unit.name.clone(), ..Finding::default() };
        let mut data = None;
        for function in &assembly.functions {
            compare_function(&program, function, &assembly.data, &mut data, &mut finding);
        }
        if let Some(start) = data.filter(|_| assembly.owns_data) {
            compare_data(&program, start, &assembly.data, &mut finding);
        }
        finding
    };
    Ok(units.iter().zip(assembly).map(of_unit).collect())
}

/// Compares a function with all that have its name: one of them must fit.
fn compare_function(
    program: &Program<'_>,
    function: &Written,
    data: &WrittenData,
    data_at: &mut Option<u64>,
    finding: &mut Finding,
) {
    finding.functions += 1;
    let places = program.places(&function.name);
    let mut first = None;
    for place in &places {
        let mut at = None;
        match find_difference(program, function, *place, data, &mut at) {
            None => {
                finding.equal += 1;
                *data_at = data_at.or(at);
                return;
            }
            Some(difference) => first = first.or(Some(difference)),
        }
    }
    match first {
        Some(difference) => finding.differences.push(difference),
        None => finding.not_linked.push(function.shown.clone()),
    }
}

/// The first difference of a function, if there is any. `data_at` becomes the address of the data that it refers to.
fn find_difference(
    program: &Program<'_>,
    function: &Written,
    place: Place,
    data: &WrittenData,
    data_at: &mut Option<u64>,
) -> Option<Difference> {
    let written: usize = function.pieces.iter().map(Piece::length).sum();
    // Go's assembler for arm64 fills functions up with zeros.
    let filled = if program.machine == Machine::Arm64 { written.next_multiple_of(FILLED) } else { written };
    let differs = |at: usize, wanted: String, found: String| {
        Some(Difference { function: function.shown.clone(), at, wanted, found })
    };
    let length = place.size.map_or(written, |size| size as usize);
    if length != written && length != filled {
        return differs(written, format!("a function of {written} bytes"), format!("one of {length}"));
    }
    let Some(found) = program.bytes(place.address, length) else {
        return differs(0, format!("a function of {written} bytes"), "no such bytes".into());
    };
    if let Some(at) = (written..length).find(|&at| found[at] != 0) {
        return differs(at, "the end".into(), shown(&found[at..]));
    }
    let mut at = 0;
    for piece in &function.pieces {
        let here = &found[at..at + piece.length()];
        match piece {
            Piece::Bytes(bytes) => {
                if let Some(first) = (0..bytes.len()).find(|&place| bytes[place] != here[place]) {
                    return differs(at + first, shown(&bytes[first..]), shown(&here[first..]));
                }
            }
            Piece::Linked { bytes, mask, to } => {
                let masked = |text: &[u8]| -> Vec<u8> {
                    text.iter().zip(mask).map(|(byte, mask)| byte & mask).collect()
                };
                if masked(bytes) != masked(here) {
                    return differs(at, shown(&masked(bytes)), shown(&masked(here)));
                }
                let address = leads_to(program.machine, place.address + at as u64, here);
                if !fits(program, to, address, data, data_at) {
                    let wanted = match to {
                        Reference::Function(name) => format!("a branch to `{name}`"),
                        Reference::Data(place) => format!("the address of `{}{place:+}`", data.name),
                        Reference::Text(text) => format!("the address of {text:?}"),
                    };
                    return differs(at, wanted, format!("{address:#x}"));
                }
            }
        }
        at += piece.length();
    }
    None
}

/// Whether an address is what was asked for. All references to data must lead to the same data.
fn fits(
    program: &Program<'_>,
    to: &Reference,
    address: u64,
    data: &WrittenData,
    data_at: &mut Option<u64>,
) -> bool {
    match to {
        Reference::Function(name) => program.is_at(name, address),
        Reference::Text(text) => {
            program.bytes(address, text.len()).is_some_and(|bytes| bytes == text.as_bytes())
        }
        Reference::Data(place) => {
            let start = address.wrapping_add_signed(place.wrapping_neg());
            let is_same = data_at.is_none_or(|known| known == start);
            *data_at = Some(start);
            // Programs for some systems have no names for data; what lies there is compared all the same.
            let has_name = program.places(&data.name).is_empty() || program.is_at(&data.name, start);
            is_same && has_name && program.bytes(start, data.bytes.len()).is_some()
        }
    }
}

/// Where an instruction leads whose field the linker filled in.
fn leads_to(machine: Machine, at: u64, bytes: &[u8]) -> u64 {
    let signed = |value: u32, bits: u32| i64::from((value << (32 - bits)) as i32 >> (32 - bits));
    let word = |at: usize| match bytes.get(at..at + 4) {
        Some(&[a, b, c, d]) => u32::from_le_bytes([a, b, c, d]),
        _ => 0,
    };
    match (machine, bytes.len()) {
        (Machine::Amd64, length) => {
            let distance = word(length.saturating_sub(4)) as i32;
            at.wrapping_add(length as u64).wrapping_add_signed(i64::from(distance))
        }
        (Machine::Arm64, 4) => at.wrapping_add_signed(4 * signed(word(0) & 0x03ff_ffff, 26)),
        (Machine::Arm64, _) => {
            let (page, low) = (word(0), word(4) >> 10 & 0xfff);
            let pages = signed(page >> 5 << 2 & 0x1f_fffc | page >> 29 & 3, 21);
            (at & !0xfff).wrapping_add_signed(pages << 12).wrapping_add(u64::from(low))
        }
    }
}

/// Compares the data at an address. Variables have their first values in the file.
fn compare_data(program: &Program<'_>, start: u64, data: &WrittenData, finding: &mut Finding) {
    let Some(found) = program.bytes(start, data.bytes.len()) else { return };
    finding.data = data.bytes.len();
    let mut wanted = data.bytes.clone();
    for (at, place) in &data.addresses {
        let at = *at as usize;
        let (Some(wanted), Some(found)) = (wanted.get_mut(at..at + 8), found.get(at..at + 8)) else {
            continue;
        };
        let value = start.wrapping_add_signed(*place).to_le_bytes();
        // Where a program may be loaded anywhere, the loader fills it in.
        wanted.copy_from_slice(if program.is_moved { found } else { &value });
    }
    for (at, name) in &data.functions {
        let at = *at as usize;
        let (Some(wanted), Some(found)) = (wanted.get_mut(at..at + 8), found.get(at..at + 8)) else {
            continue;
        };
        let address = found.first_chunk::<8>().map_or(0, |bytes| u64::from_le_bytes(*bytes));
        if program.is_moved || program.is_at(name, address) {
            wanted.copy_from_slice(found);
        }
    }
    if let Some(at) = (0..wanted.len()).find(|&at| wanted[at] != found[at]) {
        let (wanted, found) = (shown(&wanted[at..]), shown(&found[at..]));
        finding.differences.push(Difference { function: "data".into(), at, wanted, found });
    }
}

/// The first bytes of some, as hex digits.
fn shown(bytes: &[u8]) -> String {
    let digits: Vec<_> = bytes.iter().take(SHOWN).map(|byte| format!("{byte:02x}")).collect();
    format!("`{}`", digits.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_lead_where_the_linker_says() {
        // call .+0x15; bl .-8; adrp x0, .+0x3000; add x0, x0, #0x18
        assert_eq!(leads_to(Machine::Amd64, 0x1000, &[0xe8, 0x10, 0, 0, 0]), 0x1015);
        assert_eq!(leads_to(Machine::Arm64, 0x1000, &0x97ff_fffe_u32.to_le_bytes()), 0xff8);
        let pair = [0xf000_0000_u32.to_le_bytes(), 0x9100_6000_u32.to_le_bytes()].concat();
        assert_eq!(leads_to(Machine::Arm64, 0x1234, &pair), 0x4018);
    }
}
