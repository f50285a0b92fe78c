//! arm64: stubs, functions and panics in the words of Go's assembler.
//!
//! C is given the address of the frame. Where it has no frame of its own, the stub jumps; else it keeps its frame, since C
//! saves registers just below the stack pointer, where Go keeps the frame pointer of whoever called. The room that the stub
//! asked for is handed to C by moving the stack pointer up before the call.
//!
//! A panic takes the stack pointer from R26 and goes to where R25 says, an address in the stub.
//!
//! Only `WORD` writes bytes, and a zero word is written as 1<<32, which is cut to 32 bits: go1.19 writes stale bytes for
//! `WORD $0` and `DWORD $0`, and aligns `DWORD` where later releases do not.

use super::piece::{Instruction, Reference};
use super::pool::Pool;
use super::{Backend, CHECK, Check, Stub, Writer, panic_name, too_far};
use crate::gc::code::arm64::{is_address, word_of};
use crate::gc::code::{Action, Callee, Way};
use crate::gc::fault::ObjectFault;
use crate::gc::package::{Arena, FunctionId, Panic, SectionId};

/// The back end.
pub(super) struct Arm64;

/// Bytes of a stub's own frame: what it tells Go of a panic, from 8 on, and what keeps C's room a multiple of 16.
const OWN: u64 = 32;

const NOP: u32 = 0xd503_201f;

/// `adr`, which makes an address.
const ADR: u32 = 0x1000_0000;

/// What is made behind a function for an address that Go's linker fills in.
struct Thunk {
    /// The word that jumps there.
    from: usize,
    word: u32,
    of: Thing,
}

/// What a thunk makes the address of.
enum Thing {
    /// A place in the data.
    Data(SectionId, i64),
    /// A function.
    Function(FunctionId),
}

impl Backend for Arm64 {
    fn write_stub(&self, writer: &mut Writer<'_, '_>, stub: &Stub<'_>) {
        let (function, facts, end) = (stub.function, stub.facts, stub.frame.end);
        let can_panic = !facts.panics.is_empty();
        let has_limit = can_panic || facts.uses_arena;
        let is_jump = facts.scan.is_tracked
            && facts.scan.calls.is_empty()
            && facts.scan.calls_any.is_none()
            && !has_limit;
        let room = stub.room.next_multiple_of(16);
        let lines = &mut writer.lines;
        lines.blank();
        let (flags, frame) = if is_jump { ("NOSPLIT|NOFRAME", 0) } else { ("0", room + OWN) };
        lines.put(&format!("TEXT ·{}(SB), {flags}, ${frame}-{end}", stub.name));
        lines.put("\tNO_LOCAL_POINTERS");
        if let Some((name, place)) = stub.first_word() {
            lines.put(&format!("\tMOVD ${name}+{place}(FP), R0"));
        }
        if is_jump {
            return lines.put(&format!("\tJMP  {}(SB)", stub.target));
        }
        let result = function.first_result.as_ref().zip(stub.frame.results);
        if let Some((name, place)) = result.filter(|_| stub.first_argument.is_some()) {
            // vet wants to see that the results are written.
            lines.put(&format!("\tMOVD ${name}+{place}(FP), R1"));
        }
        if facts.uses_arena {
            lines.put(&format!("\tMOVD ZR, {OWN}(RSP)"));
        }
        if has_limit {
            lines.put("\tMOVD RSP, R26");
            if stub.shift > 0 {
                lines.put(&format!("\tADD  ${}, R26", stub.shift));
            }
        }
        if can_panic {
            lines.put("\tADR  panicked, R25");
        }
        lines.put(&format!("\tADD  ${room}, RSP"));
        lines.put(&format!("\tCALL {}(SB)", stub.target));
        lines.put(&format!("\tSUB  ${room}, RSP"));
        lines.put("\tRET");
        if can_panic {
            for line in [
                "panicked:",
                "\tMOVD R0, 8(RSP)",
                "\tMOVD R1, 16(RSP)",
                "\tMOVD R2, 24(RSP)",
                "\tCALL ·goc_panicked(SB)",
                "\tUNDEF",
            ] {
                lines.put(line);
            }
        }
    }

    fn write_function(&self, writer: &mut Writer<'_, '_>, id: FunctionId) -> Result<(), ObjectFault> {
        let (package, graph) = (writer.package, writer.graph);
        let scan = &graph.facts[&id].scan;
        let code = package.code(id);
        let mut pool = Pool::new(package, id, scan, code.len())?;
        pool.bytes.resize(pool.bytes.len().next_multiple_of(4), 0);
        // Thunks have addresses of eight bytes' alignment, as Go's assembler may want for its own words.
        let mut thunks_at = code.len() + pool.bytes.len();
        let filler = thunks_at % 8;
        thunks_at += filler;
        let mut thunks = Vec::new();
        let mut edits = scan.edits.iter().peekable();
        let mut marks = package.functions[id].lines.iter().map(|(at, _)| *at).peekable();
        let mut next_thunk = thunks_at;
        for (count, bytes) in code.chunks_exact(4).enumerate() {
            let at = 4 * count;
            let own = word_of(bytes);
            if marks.next_if(|mark| *mark <= at).is_some() {
                while marks.next_if(|mark| *mark <= at).is_some() {}
                writer.tell_line(id, at);
            }
            let Some(edit) = edits.next_if(|edit| edit.at == at) else {
                put_word(writer, own);
                continue;
            };
            let mut word = own;
            let of = match edit.action {
                Action::Constant { section, offset, .. } => {
                    let place = pool.place(package, section, offset)?;
                    put_word(writer, with_distance(own, place - at as i64)?);
                    continue;
                }
                Action::Data { section, offset } => Thing::Data(section, offset),
                Action::FunctionAddress(id, register) => {
                    word = ADR | u32::from(register);
                    Thing::Function(id)
                }
                Action::DataAddress { section, offset, register } => {
                    word = ADR | u32::from(register);
                    Thing::Data(section, offset)
                }
                Action::SelfCall => {
                    let distance = branch(-((at + CHECK) as i64))?;
                    put_word(writer, own & 0xfc00_0000 | distance & 0x03ff_ffff);
                    continue;
                }
                Action::Literal(place) => {
                    put_word(writer, with_distance(own, place - at as i64)?);
                    continue;
                }
                Action::Instead(ref other) => {
                    other.chunks_exact(4).for_each(|word| put_word(writer, word_of(word)));
                    continue;
                }
                Action::Low(value) => {
                    put_word(writer, own & !(0xfff << 10) | value << 10);
                    continue;
                }
                Action::Branch(way, callee) => {
                    let instruction = leads_to(way, own, &writer.name_from(id, at, callee)?);
                    writer.write(instruction);
                    continue;
                }
                _ => return Err(ObjectFault::Contradiction("an instruction of another machine".into())),
            };
            put_word(writer, branch(next_thunk as i64 - at as i64)?);
            let thunk = Thunk { from: at, word, of };
            next_thunk += thunk.length();
            thunks.push(thunk);
        }
        pool.bytes.chunks_exact(4).for_each(|word| put_word(writer, word_of(word)));
        if !thunks.is_empty() {
            (0..filler / 4).for_each(|_| put_word(writer, NOP));
            let mut at = thunks_at;
            for thunk in &thunks {
                thunk.write(writer, at)?;
                at += thunk.length();
            }
        }
        if !scan.is_tracked {
            let text = "MOVD R0, RSP // never runs: tracebacks end here";
            writer.write_end(Instruction::bytes(text, &0x9100_001f_u32.to_le_bytes()));
            writer.write_end(Instruction::bytes("WORD $0xd65f03c0", &0xd65f_03c0_u32.to_le_bytes()));
        }
        Ok(())
    }

    fn panic_lines(&self, panic: Panic, shift: u64) -> Vec<String> {
        let kind = format!("MOVD ${}, R0", panic.number());
        let mut lines = ["MOVD R1, R2", "MOVD R0, R1", &kind].map(String::from).to_vec();
        lines.extend((shift > 0).then(|| format!("SUB  ${shift}, R26")));
        lines.extend(["MOVD R26, RSP", "JMP  (R25)"].map(String::from));
        lines
    }

    fn shift(&self, slack: u64) -> u64 {
        OWN + 16 + slack
    }

    fn arena_lines(&self, arena: Arena, slack: u64) -> Vec<String> {
        // Not in one instruction: Go's assembler would take R27 for a large number, which is C's.
        let line = match arena {
            Arena::Get => "MOVD (R16), R0",
            Arena::Set => "MOVD R0, (R16)",
        };
        [&format!("MOVD ${}, R16", slack + 16), "SUB  R16, R26, R16", line, "RET"].map(String::from).into()
    }

    fn write_check(&self, writer: &mut Writer<'_, '_>, check: &Check<'_>) -> Result<(), ObjectFault> {
        let below = u32::try_from(check.below).ok().filter(|below| *below < 1 << 24).ok_or_else(too_far)?;
        // mov x17, sp; sub x17, x17, #below in two parts; cmp x17, x26; b.hs behind all this
        put_word(writer, 0x9100_03f1);
        put_word(writer, if below == 0 { NOP } else { 0xd100_0231 | (below & 0xfff) << 10 });
        put_word(writer, if below == 0 { NOP } else { 0xd140_0231 | (below >> 12) << 10 });
        put_word(writer, 0xeb1a_023f);
        put_word(writer, 0x5400_0082);
        self.leave(check.message, check.text).into_iter().for_each(|instruction| writer.write(instruction));
        Ok(())
    }

    fn leave(&self, name: &str, text: &str) -> Vec<Instruction> {
        let panic = panic_name(Panic::Message);
        vec![address(name, 0, Reference::Text(text.into())), leads_to(Way::Jump, 0x1400_0000, &panic)]
    }

    fn go_on(&self, name: &str) -> Vec<Instruction> {
        let to = Reference::Function(name.to_owned());
        vec![address(name, 16, to), Instruction::bytes("JMP (R16)", &0xd61f_0200_u32.to_le_bytes())]
    }
}

impl Thunk {
    /// Whether the address itself is wanted, not what lies there.
    fn is_address(&self) -> bool {
        is_address(self.word)
    }

    /// Bytes that it takes: an address is two words of Go's assembler.
    fn length(&self) -> usize {
        if self.is_address() { 12 } else { 16 }
    }

    /// Makes the address, loads what lies there if that is wanted, and goes back.
    fn write(&self, writer: &mut Writer<'_, '_>, at: usize) -> Result<(), ObjectFault> {
        let to = self.word & 31;
        let is_vector = self.word >> 26 & 1 == 1;
        // A general register holds its own address first; a vector needs another for it.
        let base = if !self.is_address() && is_vector || to == 31 { 16 } else { to };
        let (thing, reference) = match self.of {
            Thing::Data(section, offset) => {
                let place = writer.data.layout.place(section, offset)?;
                (format!("{}{place:+}", writer.data.name), Reference::Data(place))
            }
            Thing::Function(id) => {
                let name = writer.name(Callee::Function(id))?;
                (name.clone(), Reference::Function(name))
            }
        };
        writer.write(address(&thing, base, reference));
        if !self.is_address() {
            put_word(writer, load(self.word)? | base << 5 | to);
        }
        let back = at + self.length() - 4;
        put_word(writer, branch(self.from as i64 + 4 - back as i64)?);
        Ok(())
    }
}

fn put_word(writer: &mut Writer<'_, '_>, word: u32) {
    let text = if word == 0 { "WORD $0x100000000".into() } else { format!("WORD $0x{word:08x}") };
    writer.write(Instruction::bytes(text, &word.to_le_bytes()));
}

/// A call of a function, or a jump to it.
fn leads_to(way: Way, own: u32, name: &str) -> Instruction {
    let to = Reference::Function(name.to_owned());
    let mask = 0xfc00_0000_u32.to_le_bytes();
    Instruction::linked(format!("{} {name}(SB)", way.word()), &own.to_le_bytes(), &mask, to)
}

/// The address of a thing into a register: `adrp`, `add`.
fn address(thing: &str, register: u32, to: Reference) -> Instruction {
    let text = format!("MOVD ${thing}(SB), R{register}");
    let words = |first: u32, second: u32| [first.to_le_bytes(), second.to_le_bytes()].concat();
    let bytes = words(0x9000_0000 | register, 0x9100_0000 | register << 5 | register);
    Instruction::linked(text, &bytes, &words(0x9f00_001f, 0xffc0_03ff), to)
}

/// `b` over that distance.
fn branch(distance: i64) -> Result<u32, ObjectFault> {
    if distance % 4 != 0 || !(-(1 << 27)..1 << 27).contains(&distance) {
        return Err(too_far());
    }
    Ok(0x1400_0000 | (distance >> 2) as u32 & 0x03ff_ffff)
}

/// `adr`, `adrp`, or a load, with another distance.
fn with_distance(word: u32, distance: i64) -> Result<u32, ObjectFault> {
    if !(-(1 << 20)..1 << 20).contains(&distance) {
        return Err(too_far());
    }
    if is_address(word) {
        let (low, high) = (distance as u32 & 3, (distance >> 2) as u32 & 0x7_ffff);
        return Ok(0x1000_0000 | low << 29 | high << 5 | word & 31);
    }
    if distance % 4 != 0 {
        return Err(too_far());
    }
    Ok(word & 0xff00_001f | ((distance >> 2) as u32 & 0x7_ffff) << 5)
}

/// The load from a register that does what a load at a distance does.
fn load(word: u32) -> Result<u32, ObjectFault> {
    match (word >> 30, word >> 26 & 1) {
        (0, 0) => Ok(0xb940_0000),
        (1, 0) => Ok(0xf940_0000),
        (2, 0) => Ok(0xb980_0000),
        (0, 1) => Ok(0xbd40_0000),
        (1, 1) => Ok(0xfd40_0000),
        (2, 1) => Ok(0x3dc0_0000),
        _ => Err(ObjectFault::Contradiction("a load of an unknown kind".into())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances_are_put_in_their_fields() {
        assert_eq!(branch(-8), Ok(0x17ff_fffe));
        assert!(branch(2).is_err() && branch(1 << 27).is_err());
        // adr x2, .+0x1c; adrp x0, x becomes adr x0, .-4; ldr q1, .+0x20
        assert_eq!(with_distance(0x1000_0002, 28), Ok(0x1000_00e2));
        assert_eq!(with_distance(0x9000_0000, -4), Ok(0x10ff_ffe0));
        assert_eq!(with_distance(0x9c00_0001, 32), Ok(0x9c00_0101));
        assert!(with_distance(0x9c00_0001, 30).is_err() && with_distance(0x1000_0000, 1 << 20).is_err());
    }
}
