//! The frames of Go's calls: what the compiler says that they measure, and that C leaves its results in them.
//!
//! By gcc on amd64 C's wrapper takes the frame as a struct by value, and stores the result into it. That the store is to the
//! frame, and not to a copy, is proved: the wrapper tells the operand that it stored to (`.goc.results`, as `24(%rsp)`),
//! and where the frame starts from there is told by the unwind table and the code before.

use super::code::amd64::distance_at;
use super::fault::{GcFault, GcFaultKind, ObjectFault};
use super::object::{Section, SectionKind};
use super::package::{Package, Role, whole_file};

/// The frame of a Go call, in bytes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Frame {
    /// The end of the last argument or result.
    pub end: u64,
    /// Where results start; none where there are none.
    pub results: Option<u64>,
    /// Whether C is given its address; else it finds the frame above the return address.
    pub by_address: bool,
}

impl Frame {
    /// Reads what the wrapper of a unit's function says of it.
    ///
    /// # Errors
    /// It says nothing, or what Go's frames cannot be.
    pub(super) fn read(package: &Package<'_>, unit: usize, number: usize) -> Result<Frame, GcFault> {
        let function = &package.units[unit].functions[number];
        let missing = || {
            let what = format!("it does not tell the frame of `{}`", function.name);
            whole_file(unit, GcFaultKind::Object(ObjectFault::Contradiction(what)))
        };
        let (section, offset) = package.frame_facts(unit, number).ok_or_else(missing)?;
        let word = |number: u64| word_at(section, offset.checked_add(8 * number)?);
        let words = (word(0), word(1), word(2), word(3));
        let (Some(end), Some(results), Some(align), Some(by_address)) = words else { return Err(missing()) };
        if align > 8 {
            let kind = GcFaultKind::FrameAligned(align as u64);
            let (line, function) = (function.line, Some(function.name.clone()));
            return Err(GcFault { unit, line, header: None, function, way: Vec::new(), kind });
        }
        let (end, results) = (u64::try_from(end).map_err(|_| missing())?, u64::try_from(results).ok());
        // Go knows no frame of a gigabyte.
        let is_sane = section.kind == SectionKind::Facts
            && align >= 1
            && end < 1 << 30
            && results.is_none_or(|results| results <= end && results % 8 == 0);
        if is_sane { Ok(Frame { end, results, by_address: by_address != 0 }) } else { Err(missing()) }
    }
}

fn word_at(section: &Section, at: u64) -> Option<i64> {
    let bytes = section.bytes.get(usize::try_from(at).ok()?..)?;
    Some(i64::from_le_bytes(*bytes.first_chunk::<8>()?))
}

/// Proves that each wrapper stores its result into the frame.
pub(super) fn check_results(package: &Package<'_>, faults: &mut Vec<GcFault>) {
    for unit in 0..package.units.len() {
        let sections = package.objects[unit].sections.iter();
        for section in sections.filter(|section| section.kind == SectionKind::Results) {
            if let Err(kind) = check_section(package, unit, section) {
                faults.push(kind);
            }
        }
    }
}

fn check_section(package: &Package<'_>, unit: usize, section: &Section) -> Result<(), GcFault> {
    let strange = || whole_file(unit, GcFaultKind::ResultPlace);
    let mut at = 0;
    for relocation in &section.relocations {
        if relocation.at != at {
            return Err(strange());
        }
        let text = section.bytes.get(at + 8..).ok_or_else(strange)?;
        let end = memchr::memchr(0, text).ok_or_else(strange)?;
        let operand = std::str::from_utf8(&text[..end]).map_err(|_| strange())?;
        at += 8 + end + 1;
        let super::package::Target::Function(id, place) = package.target(unit, relocation, 0, false) else {
            return Err(strange());
        };
        let function = &package.functions[id];
        let place = usize::try_from(place).map_err(|_| strange())?;
        let Role::Wrapper(number) = function.role else { return Err(strange()) };
        let frame = Frame::read(package, unit, number)?;
        let stored = place_of(operand, |register| distance_at(package, id, place, register));
        let stored = stored.and_then(|place| u64::try_from(place).ok());
        if stored.is_none() || stored != frame.results {
            return Err(package.fault(id, place, GcFaultKind::ResultPlace));
        }
    }
    if at == section.bytes.len() { Ok(()) } else { Err(strange()) }
}

/// What an operand means, in bytes from the frame's first argument, where a register holds an address at some distance from
/// that.
fn place_of(operand: &str, distance_of: impl FnOnce(&str) -> Option<i64>) -> Option<i64> {
    let (distance, base) = operand.strip_suffix(')')?.split_once("(%")?;
    let distance: i64 = if distance.is_empty() { 0 } else { distance.parse().ok()? };
    distance_of(base)?.checked_add(distance)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_operand_is_a_place_in_the_frame() {
        let place = |operand| place_of(operand, |register| (register == "rsp").then_some(-48));
        assert_eq!(place("72(%rsp)"), Some(24));
        assert_eq!(place("(%rsp)"), Some(-48));
        assert_eq!(place("-8(%rsp)"), Some(-56));
        for unknown in ["24(%rbp)", "8(%rsp,%rax)", "%rax", "x(%rsp)"] {
            assert_eq!(place(unknown), None, "{unknown}");
        }
    }
}
