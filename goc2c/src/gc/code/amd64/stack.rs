//! amd64: the stack pointer, instruction by instruction; and what of it Go's assembler is told.

use iced_x86::{Code, Decoder, DecoderOptions, FlowControl, Instruction, Mnemonic, OpKind, Register};

use super::{NAMES, Reader};
use crate::gc::code::rows::{Step, follow, told};
use crate::gc::code::{Action, Edit};
use crate::gc::fault::GcFaultKind;
use crate::gc::machine::Machine;
use crate::gc::object::Base;
use crate::gc::package::{FunctionId, Package};

impl Reader<'_, '_> {
    /// Follows the stack pointer, and compares it with the unwind table.
    pub(super) fn follow_stack(&mut self) {
        let package = self.site.package;
        let entry = Machine::Amd64.entry_offset();
        self.site.scan.deepest = entry;
        let rows = package.functions[self.site.id].rows.as_deref().unwrap_or_default();
        self.site.scan.is_tracked = !rows.is_empty();
        let mut depth = entry;
        let (mut edits, mut steps) = (Vec::new(), Vec::new());
        // What stands behind a jump or return never runs, up to a place that something jumps to.
        let mut never_runs = false;
        for instruction in &self.instructions {
            let stack = stack_step(instruction);
            let at = instruction.ip() as usize;
            let ends = self.never_goes_on(instruction);
            // A call behind which there is nothing does not come back.
            let is_last = instruction.next_ip() as usize == package.code(self.site.id).len();
            let is_filler = instruction.mnemonic() == Mnemonic::Nop
                || matches!(stack, StackStep::Words(Action::Adjust(_), _));
            steps.push(Step {
                at,
                next: instruction.next_ip() as usize,
                change: stack.change(),
                falls: !(ends || is_last && instruction.flow_control() == FlowControl::Call),
                target: self.branch_target(instruction),
                is_filler,
                returns: instruction.flow_control() == FlowControl::Return,
            });
            never_runs &= is_filler;
            if !never_runs && told(rows, at) != Some(Base::Stack(depth)) {
                self.site.scan.is_tracked = false;
            }
            match stack {
                StackStep::Words(action, change) => {
                    depth += change;
                    edits.push(Edit { at, length: instruction.len(), action });
                }
                StackStep::None => {}
                StackStep::Bytes(_) | StackStep::Unknown => self.site.scan.is_tracked = false,
            }
            never_runs |= ends;
        }
        match follow(rows, &steps, entry, !rows.is_empty()) {
            Ok(followed) => {
                (self.site.scan.deepest, self.site.scan.is_followed) =
                    (followed.deepest, followed.is_complete)
            }
            Err(at) => self.site.refuse(at, GcFaultKind::NoStackUsage),
        }
        if self.site.scan.is_tracked {
            self.site.scan.edits.extend(edits);
            self.site.scan.edits.sort_by_key(|edit| edit.at);
        }
    }

    /// Where a jump or branch within the function leads.
    fn branch_target(&self, instruction: &Instruction) -> Option<usize> {
        use FlowControl::{ConditionalBranch, UnconditionalBranch};
        let at = instruction.ip() as usize;
        let is_branch = matches!(instruction.flow_control(), ConditionalBranch | UnconditionalBranch);
        let is_own = self.site.relocations.range(at..instruction.next_ip() as usize).next().is_none();
        (is_branch && is_own).then(|| usize::try_from(instruction.near_branch_target()).unwrap_or(usize::MAX))
    }

    fn never_goes_on(&self, instruction: &Instruction) -> bool {
        use FlowControl::{Exception, IndirectBranch, Return, UnconditionalBranch};
        matches!(instruction.flow_control(), Return | UnconditionalBranch | IndirectBranch | Exception)
            || self.site.leaves(instruction.ip() as usize)
    }
}

/// How an instruction moves the stack pointer.
enum StackStep {
    /// Not at all.
    None,
    /// By so many bytes, and Go has words for it.
    Words(Action, i64),
    /// By so many bytes, for which Go has no words of the same length.
    Bytes(i64),
    /// In a way that cannot be followed.
    Unknown,
}

impl StackStep {
    /// The bytes, if they are known.
    fn change(&self) -> Option<i64> {
        match self {
            StackStep::None => Some(0),
            StackStep::Words(_, change) | StackStep::Bytes(change) => Some(*change),
            StackStep::Unknown => None,
        }
    }

    /// Go's words, where they have the length of the instruction.
    fn words(action: Action, change: i64, fits: bool) -> StackStep {
        if fits { StackStep::Words(action, change) } else { StackStep::Bytes(change) }
    }
}

fn stack_step(instruction: &Instruction) -> StackStep {
    let register = instruction.op_count() > 0 && instruction.op0_kind() == OpKind::Register;
    let op0 = instruction.op0_register();
    match instruction.code() {
        Code::Push_r64 | Code::Pop_r64 => {
            let name = NAMES[op0.number() & 15];
            let is_push = instruction.code() == Code::Push_r64;
            let (action, change) = if is_push { (Action::Push(name), 8) } else { (Action::Pop(name), -8) };
            let length = 1 + usize::from(op0.number() >= 8);
            if op0 == Register::RSP && !is_push {
                return StackStep::Unknown;
            }
            return StackStep::words(action, change, instruction.len() == length && op0 != Register::RSP);
        }
        // gcc passes what has no register so where it makes code small.
        Code::Pushq_imm8 | Code::Pushq_imm32 => {
            let number = instruction.immediate(0) as i64;
            let length = if i8::try_from(number).is_ok() { 2 } else { 5 };
            return StackStep::words(Action::PushNumber(number), 8, instruction.len() == length);
        }
        Code::Push_rm64 => return StackStep::Bytes(8),
        Code::Pop_rm64 if !register => return StackStep::Bytes(-8),
        Code::Sub_rm64_imm8 | Code::Sub_rm64_imm32 | Code::Add_rm64_imm8 | Code::Add_rm64_imm32
            if register && op0 == Register::RSP =>
        {
            let value = instruction.immediate(1) as i64;
            let change = if instruction.mnemonic() == Mnemonic::Sub { value } else { value.wrapping_neg() };
            // Go's assembler takes the short form where it fits; another form in the object would shift what follows.
            let fits = i8::try_from(change).is_ok() || change == 128;
            let length = if fits { 4 } else { 7 };
            return StackStep::words(Action::Adjust(change), change, instruction.len() == length);
        }
        Code::Cmp_rm64_r64 | Code::Cmp_r64_rm64 | Code::Test_rm64_r64 => return StackStep::None,
        _ => {}
    }
    let moves = match instruction.mnemonic() {
        Mnemonic::Call | Mnemonic::Ret => false,
        _ if instruction.is_stack_instruction() => true,
        _ => register && op0.full_register() == Register::RSP && instruction.mnemonic() != Mnemonic::Cmp,
    };
    if moves { StackStep::Unknown } else { StackStep::None }
}

/// Whether code has an instruction by which its function may return, or go on elsewhere.
pub(in crate::gc::code) fn returns(package: &Package<'_>, id: FunctionId) -> bool {
    use FlowControl::{IndirectBranch, Return, UnconditionalBranch};
    let mut decoder = Decoder::with_ip(64, package.code(id), 0, DecoderOptions::NONE);
    decoder.iter().any(|instruction| {
        let range = instruction.ip() as usize..instruction.next_ip() as usize;
        match instruction.flow_control() {
            Return | IndirectBranch => true,
            UnconditionalBranch => package.relocation_in(id, range).is_some(),
            _ => instruction.is_invalid(),
        }
    })
}
