//! amd64: stubs, functions and panics in the words of Go's assembler.
//!
//! C finds its arguments where Go put them, since a struct that C passes by value lies right above the return address. So
//! a stub is a jump. Where Go's linker cannot prove that there is room, the stub has a frame of the size that C needs:
//! Go's own prologue makes room, and `RET f(SB)` gives the frame back and jumps.
//!
//! A panic leaves C at once, from any depth. Its code takes the stack pointer from R15 and returns: so R15 points to a
//! place below all that C uses, which holds an address in the stub. Measured (go1.19 to 1.27, ns a call, each needing the
//! last one's result): Go 1.4, the jump 1.4, with a panic 1.8, with a frame 2.4; a stub that calls C 2.7.

use super::piece::{Instruction, Reference};
use super::pool::Pool;
use super::{Backend, CHECK, Check, Stub, UNASKED, Writer, panic_name, too_far};
use crate::gc::code::amd64::NAMES;
use crate::gc::code::{Action, Callee, Edit, Way};
use crate::gc::fault::ObjectFault;
use crate::gc::package::{Arena, FunctionId, Panic};

/// The back end.
pub(super) struct Amd64;

/// Bytes of what a stub tells Go of a panic: the kind and two words.
const PANIC_WORDS: u64 = 24;

/// The address of `panicked` into AX: it stands 28 bytes before the end of these bytes, as the lengths of the
/// instructions between have it (4, 5, 5, 5, 2, and 7 of this).
const HANDLER_ADDRESS: &str = "\tBYTE $0x48; BYTE $0x8d; BYTE $0x05; LONG $-28 // LEAQ panicked, AX";

impl Backend for Amd64 {
    fn write_stub(&self, writer: &mut Writer<'_, '_>, stub: &Stub<'_>) {
        let end = stub.frame.end;
        let (name, target) = (&stub.name, stub.target);
        let facts = stub.facts;
        let is_unasked = facts.all_tracked && facts.bound <= UNASKED;
        let can_panic = !facts.panics.is_empty();
        let has_limit = can_panic || facts.uses_arena;
        let room = stub.room.max(if can_panic { PANIC_WORDS } else { 0 }).next_multiple_of(8);
        let lines = &mut writer.lines;
        lines.blank();
        let (flags, frame) = if is_unasked { ("NOSPLIT|NOFRAME", 0) } else { ("0", room) };
        lines.put(&format!("TEXT ·{name}(SB), {flags}, ${frame}-{end}"));
        lines.put("\tNO_LOCAL_POINTERS");
        if stub.frame.by_address
            && let Some((name, place)) = stub.first_word()
        {
            lines.put(&format!("\tLEAQ {name}+{place}(FP), DI"));
        }
        if is_unasked && can_panic {
            lines.put(&format!("\tADJSP ${room}"));
        }
        if can_panic {
            for line in [
                "\tJMP  start",
                "panicked:",
                "\tMOVQ AX, 0(SP)",
                "\tMOVQ BX, 8(SP)",
                "\tMOVQ CX, 16(SP)",
                "\tCALL ·goc_panicked(SB)",
                "\tUNDEF",
                "start:",
                HANDLER_ADDRESS,
                "\tMOVQ AX, -8(SP)",
            ] {
                lines.put(line);
            }
        }
        if facts.uses_arena {
            lines.put("\tMOVQ $0, 0(SP)");
        }
        if has_limit {
            lines.put("\tLEAQ -8(SP), R15");
            // Apart: it may lie above the stub's frame, where vet lets no address be.
            if stub.shift > 0 {
                lines.put(&format!("\tADDQ ${}, R15", stub.shift));
            }
        }
        if is_unasked && can_panic {
            lines.put(&format!("\tADJSP $-{room}"));
        }
        lines.put(&format!("\t{} {target}(SB)", if is_unasked { "JMP " } else { "RET " }));
    }

    fn write_function(&self, writer: &mut Writer<'_, '_>, id: FunctionId) -> Result<(), ObjectFault> {
        let (package, graph) = (writer.package, writer.graph);
        let facts = &graph.facts[&id];
        let code = package.code(id);
        let pool = Pool::new(package, id, &facts.scan, code.len())?;
        let mut edits = facts.scan.edits.iter().peekable();
        let mut marks = package.functions[id].lines.iter().map(|(at, _)| *at).peekable();
        let mut at = 0;
        let mut bytes = Bytes::default();
        while at < code.len() {
            if marks.next_if(|mark| *mark <= at).is_some() {
                while marks.next_if(|mark| *mark <= at).is_some() {}
                bytes.flush(writer);
                writer.tell_line(id, at);
            }
            if let Some(edit) = edits.next_if(|edit| edit.at == at) {
                write_edit(writer, id, edit, code, &pool, &mut bytes)?;
                at += edit.length;
                continue;
            }
            let next = edits.peek().map_or(code.len(), |edit| edit.at);
            let next = marks.peek().map_or(next, |mark| next.min(*mark));
            bytes.0.extend_from_slice(&code[at..next]);
            at = next;
        }
        bytes.0.extend_from_slice(&pool.bytes);
        bytes.flush(writer);
        if !facts.scan.is_tracked {
            let text = "MOVQ AX, SP // never runs: tracebacks end here";
            writer.write_end(Instruction::bytes(text, &[0x48, 0x89, 0xc4]));
            writer.write_end(Instruction::bytes("BYTE $0xc3", &[0xc3]));
        }
        Ok(())
    }

    fn panic_lines(&self, panic: Panic, shift: u64) -> Vec<String> {
        let kind = format!("MOVQ ${}, AX", panic.number());
        let mut lines = ["MOVQ DI, BX", "MOVQ SI, CX", &kind].map(String::from).to_vec();
        lines.extend((shift > 0).then(|| format!("SUBQ ${shift}, R15")));
        lines.extend(["MOVQ R15, SP", "RET"].map(String::from));
        lines
    }

    fn shift(&self, slack: u64) -> u64 {
        slack + 16
    }

    fn arena_lines(&self, arena: Arena, slack: u64) -> Vec<String> {
        let place = slack + 8;
        let line = match arena {
            Arena::Get => format!("MOVQ -{place}(R15), AX"),
            Arena::Set => format!("MOVQ DI, -{place}(R15)"),
        };
        vec![line, "RET".into()]
    }

    fn write_check(&self, writer: &mut Writer<'_, '_>, check: &Check<'_>) -> Result<(), ObjectFault> {
        // What stands behind the condition takes 12 bytes.
        let mut bytes = match i32::try_from(check.below).map_err(|_| too_far())? {
            // cmp rsp, r15
            0 => vec![0x4c, 0x39, 0xfc],
            // lea r11, [rsp - below]; cmp r11, r15
            below => [&[0x4c, 0x8d, 0x9c, 0x24], &(-below).to_le_bytes()[..], &[0x4d, 0x39, 0xfb]].concat(),
        };
        // jae behind all this
        bytes.extend([0x73, (CHECK - bytes.len() - 2) as u8]);
        let mut done = bytes.len();
        let mut bytes = Bytes(bytes);
        bytes.flush(writer);
        self.leave(check.message, check.text).into_iter().for_each(|instruction| writer.write(instruction));
        done += 12;
        // int3, which never runs
        Bytes(vec![0xcc; CHECK - done]).flush(writer);
        Ok(())
    }

    fn leave(&self, name: &str, text: &str) -> Vec<Instruction> {
        let address = format!("LEAQ {name}(SB), DI");
        let panic = panic_name(Panic::Message);
        vec![
            linked(address, &[0x48, 0x8d, 0x3d, 0, 0, 0, 0], Reference::Text(text.into())),
            linked(format!("JMP {panic}(SB)"), &[0xe9, 0, 0, 0, 0], Reference::Function(panic)),
        ]
    }

    fn go_on(&self, name: &str) -> Vec<Instruction> {
        let to = Reference::Function(name.to_owned());
        let address = linked(format!("LEAQ {name}(SB), R11"), &[0x4c, 0x8d, 0x1d, 0, 0, 0, 0], to);
        vec![address, Instruction::bytes("JMP R11", &[0x41, 0xff, 0xe3])]
    }
}

/// Bytes that are not written yet.
#[derive(Default)]
struct Bytes(Vec<u8>);

impl Bytes {
    /// Writes them, eight at a time.
    fn flush(&mut self, writer: &mut Writer<'_, '_>) {
        let mut rest = &self.0[..];
        for (word, length) in [("QUAD", 8), ("LONG", 4), ("WORD", 2), ("BYTE", 1)] {
            while let Some((now, later)) = rest.split_at_checked(length) {
                let digits: String = now.iter().rev().map(|byte| format!("{byte:02x}")).collect();
                writer.write(Instruction::bytes(format!("{word} $0x{digits}"), now));
                rest = later;
            }
        }
        self.0.clear();
    }
}

fn write_edit(
    writer: &mut Writer<'_, '_>,
    id: FunctionId,
    edit: &Edit,
    code: &[u8],
    pool: &Pool,
    bytes: &mut Bytes,
) -> Result<(), ObjectFault> {
    let own = &code[edit.at..edit.at + edit.length];
    let instruction = match edit.action {
        Action::Instead(ref other) => {
            bytes.0.extend_from_slice(other);
            return Ok(());
        }
        Action::Constant { field, from, section, offset } => {
            let place = pool.place(writer.package, section, offset)?;
            let distance = i32::try_from(place - (edit.at + from) as i64).map_err(|_| too_far())?;
            return patched(own, field, &distance.to_le_bytes(), bytes);
        }
        Action::DataOffset { field, section, offset } => {
            let place = writer.data.layout.place(section, offset)?;
            return patched(own, field, &place.to_le_bytes(), bytes);
        }
        Action::SelfCall => {
            let distance = edit.at as i64 + edit.length as i64 + CHECK as i64;
            let distance = i32::try_from(-distance).map_err(|_| too_far())?;
            return patched(own, 1, &distance.to_le_bytes(), bytes);
        }
        Action::Branch(way, callee) => branch(way, own, &writer.name_from(id, edit.at, callee)?)?,
        Action::DataStart(register) => {
            linked(format!("LEAQ {}(SB), {register}", writer.data.name), own, Reference::Data(0))
        }
        Action::FunctionAddress(id, register) => {
            let name = writer.name(Callee::Function(id))?;
            lea(&name, register, own, Reference::Function(name.clone()))
        }
        Action::DataAddress { section, offset, register } => {
            let place = writer.data.layout.place(section, offset)?;
            lea(&format!("{}{place:+}", writer.data.name), register, own, Reference::Data(place))
        }
        Action::Push(register) => Instruction::bytes(format!("PUSHQ {register}"), own),
        Action::PushNumber(number) => Instruction::bytes(format!("PUSHQ ${number}"), own),
        Action::Pop(register) => Instruction::bytes(format!("POPQ {register}"), own),
        Action::Adjust(change) => Instruction::bytes(format!("ADJSP ${change}"), own),
        Action::Data { .. } | Action::Literal(_) | Action::Low(_) => {
            return Err(ObjectFault::Contradiction("an address of another machine".into()));
        }
    };
    bytes.flush(writer);
    writer.write(instruction);
    Ok(())
}

/// A call of a function, or a jump to it: one byte and a distance, as Go's assembler has them.
fn branch(way: Way, own: &[u8], name: &str) -> Result<Instruction, ObjectFault> {
    let is_plain = own.len() == 5 && matches!((way, own[0]), (Way::Call, 0xe8) | (Way::Jump, 0xe9));
    let text = format!("{} {name}(SB)", way.word());
    if !is_plain {
        return Err(ObjectFault::Contradiction(format!("`{text}` has another form in Go's assembly")));
    }
    Ok(linked(text, own, Reference::Function(name.to_owned())))
}

/// The address of a thing into a register, in place of what made it or loaded it: either has the same length.
fn lea(thing: &str, register: u8, own: &[u8], to: Reference) -> Instruction {
    let mut own = own.to_vec();
    own[1] = 0x8d;
    linked(format!("LEAQ {thing}(SB), {}", NAMES[usize::from(register & 15)]), &own, to)
}

/// An instruction that ends in a distance of four bytes, which Go's linker fills in.
fn linked(text: String, own: &[u8], to: Reference) -> Instruction {
    let mut mask = vec![0xff; own.len()];
    mask.iter_mut().rev().take(4).for_each(|byte| *byte = 0);
    Instruction::linked(text, own, &mask, to)
}

/// An instruction's own bytes with a field filled in.
fn patched(own: &[u8], field: usize, value: &[u8], bytes: &mut Bytes) -> Result<(), ObjectFault> {
    let start = bytes.0.len();
    bytes.0.extend_from_slice(own);
    let place = bytes.0.get_mut(start + field..start + field + value.len()).ok_or_else(too_far)?;
    place.copy_from_slice(value);
    Ok(())
}
