//! What the compiler's assembly text needs before it is assembled.
//!
//! Go's assembler counts the stack pointer in the order of the text. Where the unwind state jumps behind a `ret` or `jmp`,
//! since what follows was reached by a branch, one instruction that never runs says so: `sub` or `add` in its shortest
//! form. And a trap becomes a jump to a panic.

use super::machine::Machine;
use super::package::TRAP;

/// Mends the text; all else stays as it is.
pub fn repair(text: &str, machine: Machine) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 16);
    let mut state = State::default();
    for line in text.lines() {
        let words = line.trim();
        match machine {
            Machine::Amd64 if words == "ud2" => {
                // No direct jump: the assembler would take a short one for a name that it knows.
                state.add(&mut out, &format!("\tjmp\t{TRAP}@PLT"), true);
            }
            Machine::Arm64 if words == "brk #1000" => state.add(&mut out, &format!("\tb\t{TRAP}"), true),
            Machine::Amd64 => {
                state.follow(words, &mut out);
                let is_instruction =
                    !words.is_empty() && !words.starts_with(['.', '#']) && !words.ends_with(':');
                state.add(&mut out, line, is_instruction);
            }
            Machine::Arm64 => state.add(&mut out, line, false),
        }
    }
    out
}

/// Where the text is.
#[derive(Default)]
struct State {
    /// Bytes between the stack pointer and the frame's start; none where another register is counted from.
    offset: Option<i64>,
    /// What `.cfi_remember_state` put away.
    remembered: Vec<Option<i64>>,
    /// Where in the output the last instruction ends, if control does not go on behind it.
    barrier: Option<usize>,
}

impl State {
    fn add(&mut self, out: &mut String, line: &str, is_instruction: bool) {
        out.push_str(line);
        out.push('\n');
        if is_instruction {
            self.barrier = ends(line.trim()).then_some(out.len());
        }
    }

    /// Follows a directive about unwinding.
    fn follow(&mut self, words: &str, out: &mut String) {
        let Some(directive) = words.strip_prefix(".cfi_") else { return };
        let (name, rest) = directive.split_once([' ', '\t']).unwrap_or((directive, ""));
        match name {
            "startproc" => *self = State { offset: Some(8), ..State::default() },
            "def_cfa_offset" => self.change(rest.trim().parse().ok(), out),
            "adjust_cfa_offset" => {
                let change: Option<i64> = rest.trim().parse().ok();
                self.change(self.offset.zip(change).map(|(offset, change)| offset + change), out);
            }
            "remember_state" => self.remembered.push(self.offset),
            "restore_state" => {
                let offset = self.remembered.pop().flatten();
                self.change(offset, out);
            }
            "def_cfa" => {
                let (register, offset) = rest.split_once(',').unwrap_or((rest, ""));
                let by_stack = matches!(register.trim(), "7" | "%rsp" | "rsp");
                self.change(offset.trim().parse().ok().filter(|_| by_stack), out);
            }
            "def_cfa_register" | "escape" => self.offset = None,
            _ => {}
        }
    }

    /// From here on the offset is another.
    fn change(&mut self, offset: Option<i64>, out: &mut String) {
        if let (Some(from), Some(to), Some(end)) = (self.offset, offset, self.barrier)
            && from != to
        {
            let bytes = step(to - from);
            out.insert_str(end, &bytes);
            self.barrier = Some(end + bytes.len());
        }
        self.offset = offset;
    }
}

/// Whether control never goes on behind an instruction.
fn ends(words: &str) -> bool {
    let mut parts = words.split_ascii_whitespace();
    match parts.next() {
        Some("ret" | "retq" | "jmp" | "jmpq" | "ud2") => true,
        Some("notrack") => parts.next() == Some("jmp"),
        Some("call" | "callq") => {
            let target = parts.next().unwrap_or_default();
            super::package::PANICS
                .iter()
                .any(|(name, _)| target.trim_end_matches("@PLT").trim_matches('"') == *name)
        }
        _ => false,
    }
}

/// `sub $n,%rsp`, or `add`, as Go's assembler writes it.
fn step(bytes: i64) -> String {
    let short = i8::try_from(bytes).is_ok() || bytes == 128;
    // 128 is shorter to add than to subtract.
    let (opcode, value) = match bytes {
        128 => (0xc4, -128),
        -128 => (0xec, -128),
        _ if bytes > 0 => (0xec, bytes),
        _ => (0xc4, -bytes),
    };
    let (form, size) = if short { (0x83, "byte") } else { (0x81, "long") };
    format!("\t.byte 0x48,0x{form:x},0x{opcode:x}\n\t.{size} {value}\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn behind_a_return_the_stack_is_set_right_again() {
        let text = "\t.cfi_startproc\n\tsubq\t$40, %rsp\n\t.cfi_def_cfa_offset 48\n\t.cfi_remember_state\n\taddq\t$40, %rsp\n\
                    \t.cfi_def_cfa_offset 8\n\tret\n\t.p2align 4\n.L5:\n\t.cfi_restore_state\n\tud2\n";
        let mended = repair(text, Machine::Amd64);
        let wanted = "\tret\n\t.byte 0x48,0x83,0xec\n\t.byte 40\n\t.p2align 4\n.L5:\n\t.cfi_restore_state\n\tjmp\tgoc_trap@PLT\n";
        assert!(mended.ends_with(wanted), "{mended}");
        assert_eq!(
            mended.len(),
            text.len() + "\t.byte 0x48,0x83,0xec\n\t.byte 40\n".len() + "jmp\tgoc_trap@PLT".len()
                - "ud2".len()
        );
    }

    #[test]
    fn steps_are_the_shortest() {
        assert_eq!(step(128), "\t.byte 0x48,0x83,0xc4\n\t.byte -128\n");
        assert_eq!(step(-128), "\t.byte 0x48,0x83,0xec\n\t.byte -128\n");
        assert_eq!(step(-40), "\t.byte 0x48,0x83,0xc4\n\t.byte 40\n");
        assert_eq!(step(4096), "\t.byte 0x48,0x81,0xec\n\t.long 4096\n");
    }
}
