//! amd64: which registers hold an address in a function's frame, at a place of its code; and which a function may write.

use iced_x86::{Code, Decoder, DecoderOptions, FlowControl, Instruction, InstructionInfoFactory, Register};

use super::{NAMES, is_written};
use crate::gc::code::Registers;
use crate::gc::code::rows::told;
use crate::gc::object::{Base, Row};
use crate::gc::package::{FunctionId, Package, Target};

/// DWARF's number of `%rbp` (System V ABI of x86-64, figure 3.36).
const RBP: u16 = 6;

/// What C leaves to a function that it calls (the same, 3.2.1): ax, cx, dx, si, di, r8 to r11.
const OF_THE_CALLED: Registers = Registers(0x0fc7);

/// The general registers that the instructions of a function may write, calls of other functions apart.
pub(in crate::gc::code) fn written(package: &Package<'_>, id: FunctionId) -> Registers {
    let mut infos = InstructionInfoFactory::new();
    let mut all = Registers::NONE;
    for instruction in &mut Decoder::with_ip(64, package.code(id), 0, DecoderOptions::NONE) {
        let is_call =
            matches!(instruction.flow_control(), FlowControl::Call | FlowControl::UnconditionalBranch);
        let is_unknown =
            is_call && !matches!(leads_to(package, id, &instruction), Called::Function(_) | Called::Own);
        if is_unknown || instruction.flow_control() == FlowControl::IndirectCall || instruction.is_invalid() {
            return Registers::ALL;
        }
        all = all.with(written_by(&instruction, &mut infos));
    }
    all
}

fn written_by(instruction: &Instruction, infos: &mut InstructionInfoFactory) -> Registers {
    let used = infos.info(instruction).used_registers().iter();
    let written = used.filter(|used| is_written(used.access())).map(|used| used.register().full_register());
    Registers(
        written.filter(|register| register.is_gpr64()).fold(0, |all, register| all | 1 << register.number()),
    )
}

/// Where a call or jump leads.
enum Called {
    /// To a function of the package.
    Function(FunctionId),
    /// Within the function itself, or to its start.
    Own,
    /// Where nobody comes back from, or elsewhere.
    Other,
}

fn leads_to(package: &Package<'_>, id: FunctionId, instruction: &Instruction) -> Called {
    let range = instruction.ip() as usize..instruction.next_ip() as usize;
    let Some(relocation) = package.relocation_in(id, range) else { return Called::Own };
    match package.target(package.functions[id].section.0, relocation, 4, true) {
        Target::Function(callee, 0) => Called::Function(callee),
        _ => Called::Other,
    }
}

/// What a call may change: of what is the called one's, what it writes.
fn changed_by(package: &Package<'_>, id: FunctionId, call: &Instruction) -> Registers {
    let changed = match leads_to(package, id, call) {
        Called::Function(callee) => package.clobbers(callee),
        Called::Own | Called::Other => Registers::ALL,
    };
    Registers(changed.0 & OF_THE_CALLED.0)
}

/// For each register by number the distance of its address from the frame's start in bytes; none for anything else.
type Distances = [Option<i64>; 16];

/// The distance in bytes from the frame's start to the address that a register, as `rbx`, holds before the instruction at
/// `at` of a function, whichever way led there; none where that cannot be told. Memory is not followed.
pub(in crate::gc) fn distance_at(
    package: &Package<'_>,
    id: FunctionId,
    at: usize,
    register: &str,
) -> Option<i64> {
    let rows = package.functions[id].rows.as_deref().unwrap_or_default();
    distance_in(package.code(id), rows, at, register, |call| changed_by(package, id, call))
}

fn distance_in(
    code: &[u8],
    rows: &[Row],
    at: usize,
    register: &str,
    changed_by: impl Fn(&Instruction) -> Registers,
) -> Option<i64> {
    let is_name = |name: &&str| {
        name.eq_ignore_ascii_case(register)
            || Some(name.to_ascii_lowercase().as_str()) == register.strip_prefix('r')
    };
    let number = NAMES.iter().position(is_name)?;
    if let Some(told) = with_the_table([None; 16], rows, at as u64)[number] {
        return Some(told);
    }
    let instructions: Vec<_> = Decoder::with_ip(64, code, 0, DecoderOptions::NONE).into_iter().collect();
    let index_of = |at: u64| instructions.binary_search_by_key(&at, Instruction::ip).ok();
    let mut infos = InstructionInfoFactory::new();
    let mut before: Vec<Option<Distances>> = vec![None; instructions.len()];
    let mut todo = vec![(0, [None; 16])];
    while let Some((index, came)) = todo.pop() {
        let instruction = instructions.get(index)?;
        let met = before[index].map_or(came, |known| what_both_say(known, came));
        if before[index] == Some(met) {
            continue;
        }
        before[index] = Some(met);
        let mut written = written_by(instruction, &mut infos);
        if matches!(instruction.flow_control(), FlowControl::Call | FlowControl::IndirectCall) {
            written = written.with(changed_by(instruction));
        }
        let after = after(instruction, with_the_table(met, rows, instruction.ip()), written);
        let (target, falls) = match instruction.flow_control() {
            FlowControl::Return | FlowControl::Exception => (None, false),
            FlowControl::UnconditionalBranch => (index_of(instruction.near_branch_target()), false),
            FlowControl::ConditionalBranch => (Some(index_of(instruction.near_branch_target())?), true),
            FlowControl::IndirectBranch => return None,
            _ => (None, index + 1 < instructions.len()),
        };
        todo.extend(target.into_iter().chain(falls.then_some(index + 1)).map(|next| (next, after)));
    }
    with_the_table(before[index_of(at as u64)?]?, rows, at as u64)[number]
}

/// What is known on either of two ways.
fn what_both_say(one: Distances, other: Distances) -> Distances {
    std::array::from_fn(|number| one[number].filter(|distance| other[number] == Some(*distance)))
}

/// Adds what the unwind table tells: of the stack pointer, or of `%rbp`.
fn with_the_table(mut known: Distances, rows: &[Row], at: u64) -> Distances {
    known[Register::RSP.number()] = None;
    match told(rows, at as usize) {
        Some(Base::Stack(above)) => known[Register::RSP.number()] = Some(-above),
        Some(Base::Register(RBP, above)) => known[Register::RBP.number()] = Some(-above),
        _ => {}
    }
    known
}

/// What is known behind an instruction that writes some registers, given what is before it.
fn after(instruction: &Instruction, before: Distances, written: Registers) -> Distances {
    let moved = match instruction.code() {
        Code::Mov_r64_rm64 | Code::Mov_rm64_r64 if instruction.op1_register().is_gpr64() => {
            before[instruction.op1_register().number()]
        }
        Code::Lea_r64_m
            if instruction.memory_base().is_gpr64() && instruction.memory_index() == Register::None =>
        {
            before[instruction.memory_base().number()]
                .and_then(|distance| distance.checked_add(instruction.memory_displacement64() as i64))
        }
        _ => None,
    };
    let mut after: Distances =
        std::array::from_fn(|number| before[number].filter(|_| !written.has(number as u32)));
    if moved.is_some() && instruction.op0_register().is_gpr64() {
        after[instruction.op0_register().number()] = moved;
    }
    after
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROWS: [Row; 2] = [Row { at: 0, base: Base::Stack(8) }, Row { at: 1, base: Base::Stack(16) }];

    /// Where calls change all that they may.
    fn distance(code: &[u8], at: usize, register: &str) -> Option<i64> {
        distance_in(code, &ROWS, at, register, |_| OF_THE_CALLED)
    }

    #[test]
    fn an_address_goes_from_register_to_register_and_over_calls() {
        // push %rbx; lea 16(%rsp),%r10; mov %r10,%rbx; call next; nop; pop %rbx; ret
        let code = [0x53, 0x4c, 0x8d, 0x54, 0x24, 0x10, 0x4c, 0x89, 0xd3, 0xe8, 0, 0, 0, 0, 0x90, 0x5b, 0xc3];
        assert_eq!(distance(&code, 6, "r10"), Some(0));
        assert_eq!(distance(&code, 6, "rbx"), None);
        assert_eq!(distance(&code, 14, "rbx"), Some(0));
        assert_eq!(distance(&code, 14, "r10"), None, "the called one may have changed it");
        let kept = |_: &Instruction| Registers(1 << 8);
        assert_eq!(distance_in(&code, &ROWS, 14, "r10", kept), Some(0), "it changes R8 alone");
        assert_eq!(distance(&code, 14, "rsp"), Some(-16));
        assert_eq!(distance(&code, 16, "rbx"), None, "it is the caller's again");
        assert_eq!(distance(&code, 15, "rbx"), Some(0));
        assert_eq!(distance(&code, 14, "xmm0"), None);
        assert_eq!(distance(&code, 2, "rbx"), None, "no instruction starts there");
    }

    #[test]
    fn two_ways_must_say_the_same() {
        // push %rbx; lea 16(%rsp),%rbx; test %eax,%eax; je +N; add $8,%rbx; nop; ret
        let code = |skip| {
            [0x53, 0x48, 0x8d, 0x5c, 0x24, 0x10, 0x85, 0xc0, 0x74, skip, 0x48, 0x83, 0xc3, 0x08, 0x90, 0xc3]
        };
        assert_eq!(distance(&code(4), 8, "rbx"), Some(0));
        assert_eq!(distance(&code(4), 14, "rbx"), None);
        // A loop that changes it: je back to the test.
        let code =
            [0x53, 0x48, 0x8d, 0x5c, 0x24, 0x10, 0x85, 0xc0, 0x48, 0x8d, 0x5b, 0x08, 0x74, 0xf8, 0x90, 0xc3];
        assert_eq!(distance(&code, 6, "rbx"), None);
    }

    #[test]
    fn the_table_tells_of_two_registers() {
        let rows = [
            Row { at: 0, base: Base::Stack(8) },
            Row { at: 4, base: Base::Stack(48) },
            Row { at: 9, base: Base::Register(6, 16) },
        ];
        let distance = |at, register| distance_in(&[0x90; 30], &rows, at, register, |_| OF_THE_CALLED);
        assert_eq!((distance(0, "rsp"), distance(5, "rsp")), (Some(-8), Some(-48)));
        assert_eq!((distance(5, "rbp"), distance(20, "rbp")), (None, Some(-16)));
        assert_eq!(distance(20, "rsp"), None);
    }

    #[test]
    fn a_switch_is_not_followed() {
        // push %rbx; lea 16(%rsp),%rbx; jmp *%rax
        let code = [0x53, 0x48, 0x8d, 0x5c, 0x24, 0x10, 0xff, 0xe0];
        assert_eq!(distance(&code, 6, "rbx"), None);
    }
}
