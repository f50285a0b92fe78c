//! What the compiler's assembly text needs before it is assembled.
//!
//! Go's assembler counts the stack pointer in the order of the text. Where the unwind state jumps behind a `ret` or `jmp`,
//! since what follows was reached by a branch, one instruction that never runs says so: `sub` or `add` in its shortest
//! form. And a trap becomes a jump to a panic.

use std::collections::HashSet;

use super::machine::Machine;
use super::package::{LIMIT, TRAP};

/// Mends the text; all else stays as it is. Where data may be aligned less than C wants, moves of 64 bytes that rely on its
/// alignment become those that do not.
pub fn repair(text: &str, machine: Machine, is_less_aligned: bool) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 16);
    let mut state = State::default();
    let mut questions = Questions::of(text, machine);
    for line in text.lines() {
        let words = line.trim();
        questions.read(words);
        match machine {
            // No direct jump: the assembler would take a short one for a name that it knows.
            // clang's checks say which one it was by `ud1`.
            Machine::Amd64 if words == "ud2" || words.starts_with("ud1") => {
                let line = format!("\tjmp\t{}@PLT", questions.trap());
                state.add(&mut out, &line, true);
            }
            Machine::Arm64 if words == "brk #1000" => {
                let line = format!("\tb\t{}", questions.trap());
                state.add(&mut out, &line, true);
            }
            Machine::Amd64 => {
                if is_less_aligned && let Some(line) = unaligned(words) {
                    state.add(&mut out, &line, true);
                    continue;
                }
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

/// The questions whether there is stack, which gcc puts before it takes more of it: the distance to the limit, a
/// comparison, and a jump over the trap or to it.
struct Questions<'t> {
    /// Labels of traps that are jumped to.
    labels: HashSet<&'t str>,
    /// The text's registers and jumps.
    machine: Machine,
    state: Question,
}

#[derive(Clone, Copy, PartialEq)]
enum Question {
    None,
    /// The distance to the limit is known.
    Distance,
    /// Here there is not enough.
    Jump,
    /// This is what stands there.
    Trap,
}

impl<'t> Questions<'t> {
    fn of(text: &'t str, machine: Machine) -> Questions<'t> {
        let mut questions = Questions { labels: HashSet::new(), machine, state: Question::None };
        let register = questions.register().as_bytes();
        let Some(start) = memchr::memmem::find(text.as_bytes(), register) else { return questions };
        let start = text[..start].rfind('\n').map_or(0, |end| end + 1);
        let jumps = match machine {
            Machine::Amd64 => ["jb", "jc", "jnae"],
            Machine::Arm64 => ["bcc", "blo", "b.lo"],
        };
        for words in text[start..].lines().map(str::trim) {
            if questions.state == Question::Distance
                && let Some((jump, label)) = words.split_once(['\t', ' '])
                && jumps.contains(&jump)
            {
                questions.labels.insert(label.trim());
            }
            questions.read(words);
        }
        questions.state = Question::None;
        questions
    }

    /// How the limit stands in a subtraction.
    fn register(&self) -> &'static str {
        match self.machine {
            Machine::Amd64 => "%r15,",
            Machine::Arm64 => ", x26",
        }
    }

    fn read(&mut self, words: &str) {
        let jumps = match self.machine {
            Machine::Amd64 => ["jnb", "jae", "jnc"],
            Machine::Arm64 => ["bcs", "bhs", "b.hs"],
        };
        let name = words.split(['\t', ' ']).next().unwrap_or_default();
        self.state = match (self.state, words.strip_suffix(':')) {
            (_, Some(label)) if self.labels.contains(label) => Question::Jump,
            // Nothing jumps to what debug information alone has: gcc numbers its jumps' labels, as `.L5`.
            (Question::Jump, Some(label)) if is_for_debugging(label) => Question::Jump,
            (_, Some(_)) => Question::None,
            _ if words.starts_with("sub") && words.contains(self.register()) => Question::Distance,
            (Question::Distance, _) if jumps.contains(&name) => Question::Jump,
            (Question::Distance, _) if !name.starts_with(['j', 'b']) => Question::Distance,
            (Question::Jump, _) if name.starts_with('.') => Question::Jump,
            (Question::Jump, _) => Question::Trap,
            _ => Question::None,
        };
    }

    /// What the trap that was read last jumps to in its place.
    fn trap(&self) -> &'static str {
        if self.state == Question::Trap { LIMIT } else { TRAP }
    }
}

fn is_for_debugging(label: &str) -> bool {
    label.strip_prefix(".L").is_some_and(|rest| rest.starts_with(|first: char| !first.is_ascii_digit()))
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

/// The move of 64 bytes that needs no alignment, in place of one that does.
fn unaligned(words: &str) -> Option<String> {
    let (name, rest) = words.split_once(['\t', ' '])?;
    let other = match name {
        "vmovdqa32" => "vmovdqu32",
        "vmovdqa64" => "vmovdqu64",
        "vmovaps" => "vmovups",
        "vmovapd" => "vmovupd",
        _ => return None,
    };
    (rest.contains("%zmm") && rest.contains('(')).then(|| format!("\t{other}\t{rest}"))
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
        let mended = repair(text, Machine::Amd64, false);
        let wanted = "\tret\n\t.byte 0x48,0x83,0xec\n\t.byte 40\n\t.p2align 4\n.L5:\n\t.cfi_restore_state\n\tjmp\tgoc_trap@PLT\n";
        assert!(mended.ends_with(wanted), "{mended}");
        assert_eq!(
            mended.len(),
            text.len() + "\t.byte 0x48,0x83,0xec\n\t.byte 40\n".len() + "jmp\tgoc_trap@PLT".len()
                - "ud2".len()
        );
    }

    #[test]
    fn a_trap_for_want_of_stack_is_told_from_others() {
        let over = "\tsubq\t%r15, %rdx\n\tcmpq\t%rax, %rdx\n\tjnb\t.L10\n\tud2\n.L10:\n\tud2\n";
        let mended = repair(over, Machine::Amd64, false);
        assert!(mended.contains("jnb\t.L10\n\tjmp\tgoc_limit@PLT\n.L10:\n\tjmp\tgoc_trap@PLT\n"), "{mended}");
        let to = "\tsub\tx1, sp, x26\n\tcmp\tx1, x0\n\tbcc\t.L81\n.L2:\n\tbrk #1000\n.L81:\n\t.cfi_restore_state\n\tbrk #1000\n";
        let mended = repair(to, Machine::Arm64, false);
        assert!(
            mended.ends_with(".L2:\n\tb\tgoc_trap\n.L81:\n\t.cfi_restore_state\n\tb\tgoc_limit\n"),
            "{mended}"
        );
        let between = "\tsub\tx0, sp, x26\n\tcmp\tx0, x3\n\tbcs\t.L47\n.L55:\n.LBB7:\n\tbrk #1000\n.L47:\n.LBE7:\n\tbrk #1000\n\tsub\tx1, sp, x26\n\tcmp\tx1, x0\n\tbcc\t.L55\n";
        let mended = repair(between, Machine::Arm64, false);
        let wanted = "\tbcs\t.L47\n.L55:\n.LBB7:\n\tb\tgoc_limit\n.L47:\n.LBE7:\n\tb\tgoc_trap\n";
        assert!(mended.contains(wanted), "{mended}");
    }

    #[test]
    fn steps_are_the_shortest() {
        assert_eq!(step(128), "\t.byte 0x48,0x83,0xc4\n\t.byte -128\n");
        assert_eq!(step(-128), "\t.byte 0x48,0x83,0xec\n\t.byte -128\n");
        assert_eq!(step(-40), "\t.byte 0x48,0x83,0xc4\n\t.byte 40\n");
        assert_eq!(step(4096), "\t.byte 0x48,0x81,0xec\n\t.long 4096\n");
    }
}
