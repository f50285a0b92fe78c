//! amd64: a function's instructions, by iced-x86.
//!
//! A function is *tracked* where every change of the stack pointer is a push, a pop, or an addition of a constant, and the
//! unwind table says the same at each place that can run. These instructions are then written in Go's words, so that Go's
//! assembler learns of them, and Go's unwinder passes through the function.

mod addresses;
mod stack;

use std::collections::{BTreeMap, BTreeSet};

use iced_x86::{
    Code, Decoder, DecoderOptions, FastFormatter, FlowControl, Instruction, InstructionInfoFactory, Mnemonic,
    OpAccess, OpKind, Register,
};
use object::elf::{
    R_X86_64_DTPOFF32, R_X86_64_DTPOFF64, R_X86_64_GOTOFF64, R_X86_64_GOTPC32, R_X86_64_GOTPCREL,
    R_X86_64_GOTPCRELX, R_X86_64_GOTTPOFF, R_X86_64_PC32, R_X86_64_PLT32, R_X86_64_REX_GOTPCRELX,
    R_X86_64_TLSGD, R_X86_64_TLSLD, R_X86_64_TPOFF32, R_X86_64_TPOFF64,
};

use super::site::Site;
use super::{Action, PanicRegister, Scan, Way};
use crate::gc::fault::{GcFault, GcFaultKind};
use crate::gc::layout::MOST;
use crate::gc::object::{Relocation, SectionKind};
use crate::gc::package::{FunctionId, Package, SectionId, Target};

pub(in crate::gc) use addresses::distance_at;
pub(super) use addresses::written;
pub(super) use stack::returns;

/// Instructions that no function may hold, beside those that only a system may run: they leave for the system, change how
/// Go's own code works, or hide what they do.
const FORBIDDEN: [Mnemonic; 32] = [
    Mnemonic::Syscall,
    Mnemonic::Sysenter,
    Mnemonic::Sysexit,
    Mnemonic::Sysret,
    Mnemonic::Int,
    Mnemonic::Int1,
    Mnemonic::Int3,
    Mnemonic::Into,
    Mnemonic::Hlt,
    Mnemonic::Std,
    Mnemonic::Popf,
    Mnemonic::Popfd,
    Mnemonic::Popfq,
    Mnemonic::Ldmxcsr,
    Mnemonic::Vldmxcsr,
    Mnemonic::Fldcw,
    Mnemonic::Fldenv,
    Mnemonic::Frstor,
    Mnemonic::Fxrstor,
    Mnemonic::Fxrstor64,
    Mnemonic::Xrstor,
    Mnemonic::Xrstor64,
    Mnemonic::Rdfsbase,
    Mnemonic::Rdgsbase,
    Mnemonic::Wrfsbase,
    Mnemonic::Wrgsbase,
    Mnemonic::Xbegin,
    Mnemonic::Xabort,
    Mnemonic::Xend,
    Mnemonic::Enter,
    Mnemonic::Retf,
    Mnemonic::Wrpkru,
];

/// Moves of 64 bytes for which memory must be aligned to as many. Those of the compiler's that can be are replaced by others.
const ALIGNED: [Mnemonic; 8] = [
    Mnemonic::Vmovaps,
    Mnemonic::Vmovapd,
    Mnemonic::Vmovdqa32,
    Mnemonic::Vmovdqa64,
    Mnemonic::Vmovntdq,
    Mnemonic::Vmovntdqa,
    Mnemonic::Vmovntpd,
    Mnemonic::Vmovntps,
];

/// Relocations of variables that each thread has for itself.
const THREAD_LOCAL: [u32; 7] = [
    R_X86_64_TLSGD,
    R_X86_64_TLSLD,
    R_X86_64_DTPOFF32,
    R_X86_64_DTPOFF64,
    R_X86_64_GOTTPOFF,
    R_X86_64_TPOFF32,
    R_X86_64_TPOFF64,
];

/// Go's names of the registers that are pushed, popped, or given the start of the data, in the order of their numbers.
pub(in crate::gc) const NAMES: [&str; 16] =
    ["AX", "CX", "DX", "BX", "SP", "BP", "SI", "DI", "R8", "R9", "R10", "R11", "R12", "R13", "R14", "R15"];

/// The length of `lea 0(%rip),%r` and of what Go's assembler makes of `LEAQ x(SB), R`.
const LEA: usize = 7;

/// A function while it is read.
struct Reader<'r, 'p> {
    site: Site<'r, 'p>,
    instructions: Vec<Instruction>,
    /// Where instructions start.
    starts: BTreeSet<usize>,
}

/// Reads a function's code.
pub(super) fn scan(package: &Package<'_>, id: FunctionId, faults: &mut Vec<GcFault>) -> Scan {
    let decoder = Decoder::with_ip(64, package.code(id), 0, DecoderOptions::NONE);
    let instructions: Vec<_> = decoder.into_iter().collect();
    let starts = instructions.iter().map(|instruction| instruction.ip() as usize).collect();
    let mut reader = Reader { site: Site::new(package, id, faults), instructions, starts };
    reader.read();
    reader.site.scan
}

impl Reader<'_, '_> {
    fn read(&mut self) {
        let mut infos = InstructionInfoFactory::new();
        for index in 0..self.instructions.len() {
            let instruction = self.instructions[index];
            self.check(&instruction, &mut infos);
            if instruction.flow_control() == FlowControl::IndirectCall {
                self.site.call_any(instruction.ip() as usize, || text_of(&instruction));
            }
            let range = instruction.ip() as usize..instruction.next_ip() as usize;
            let inside: Vec<_> =
                self.site.relocations.range(range).map(|(_, relocation)| *relocation).collect();
            match inside[..] {
                [] => self.read_plain(&instruction),
                [relocation] => self.read_relocated(&instruction, &relocation),
                [relocation, ..] => self.site.refuse_relocation(instruction.ip() as usize, &relocation),
            }
        }
        self.check_switches();
        self.follow_stack();
    }

    /// What an instruction may not do wherever it stands.
    fn check(&mut self, instruction: &Instruction, infos: &mut InstructionInfoFactory) {
        let at = instruction.ip() as usize;
        if instruction.is_invalid() {
            let bytes = &self.site.package.code(self.site.id)[at..at + instruction.len()];
            let text = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
            return self.site.refuse(at, GcFaultKind::UnknownInstruction(text));
        }
        let info = infos.info(instruction);
        let is_near = !matches!(
            instruction.code(),
            Code::Retnq_imm16 | Code::Retnw | Code::Retnw_imm16 | Code::Retnd | Code::Retnd_imm16
        ) && !instruction.is_call_far()
            && !instruction.is_jmp_far()
            && !instruction.is_call_far_indirect()
            && !instruction.is_jmp_far_indirect();
        let writes_segment = info
            .used_registers()
            .iter()
            .any(|used| used.register().is_segment_register() && is_written(used.access()));
        let is_forbidden =
            FORBIDDEN.contains(&instruction.mnemonic()) || instruction.is_privileged() || writes_segment;
        let by_thread = matches!(instruction.segment_prefix(), Register::FS | Register::GS)
            || info
                .used_memory()
                .iter()
                .any(|memory| matches!(memory.segment(), Register::FS | Register::GS));
        let writes_r15 = info
            .used_registers()
            .iter()
            .any(|used| used.register().full_register() == Register::R15 && is_written(used.access()));
        if is_forbidden || !is_near || by_thread && !self.is_thread_local(instruction) {
            self.site.refuse(at, GcFaultKind::Forbidden(text_of(instruction)));
        }
        if self.site.package.is_less_aligned
            && ALIGNED.contains(&instruction.mnemonic())
            && info.used_memory().iter().any(|memory| memory.memory_size().size() == 64)
        {
            self.site.refuse(at, GcFaultKind::NeedsAlignment(text_of(instruction)));
        }
        if writes_r15 && self.site.scan.writes_panic_register.is_none() {
            let text = text_of(instruction);
            self.site.scan.writes_panic_register = Some(PanicRegister { at, text, register: "R15".into() });
        }
    }

    /// Whether a relocation will tell which variable of a thread it is.
    fn is_thread_local(&self, instruction: &Instruction) -> bool {
        let range = instruction.ip() as usize..instruction.next_ip() as usize;
        // The offset may be loaded before: then another instruction has the relocation.
        self.site.relocations.range(range).any(|(_, relocation)| THREAD_LOCAL.contains(&relocation.kind))
            || self.site.relocations.values().any(|relocation| THREAD_LOCAL.contains(&relocation.kind))
    }

    /// An instruction that the assembler finished.
    fn read_plain(&mut self, instruction: &Instruction) {
        let at = instruction.ip() as usize;
        let is_near = instruction.op_count() > 0 && instruction.op0_kind() == OpKind::NearBranch64;
        match instruction.flow_control() {
            // The assembler settles calls of static functions in their own section: that is the function itself.
            FlowControl::Call if is_near && instruction.near_branch_target() == 0 => {
                self.site.call_self(at, instruction.len());
            }
            FlowControl::Call if is_near => self.site.refuse(at, GcFaultKind::Escapes(text_of(instruction))),
            FlowControl::ConditionalBranch
            | FlowControl::UnconditionalBranch
            | FlowControl::XbeginXabortXend => {
                let target = usize::try_from(instruction.near_branch_target()).unwrap_or(usize::MAX);
                if !self.starts.contains(&target) {
                    self.site.refuse(at, GcFaultKind::Escapes(text_of(instruction)));
                }
            }
            // Its own address, which the assembler settled.
            _ if is_lea(instruction) && instruction.ip_rel_memory_address() == 0 => {
                self.site.take_address(at, instruction.len(), self.site.id, register_of(instruction));
            }
            _ if instruction.is_ip_rel_memory_operand() => {
                self.site.refuse(at, GcFaultKind::LabelTaken(text_of(instruction)));
            }
            _ => {}
        }
    }

    /// An instruction with a place that the linker fills in.
    fn read_relocated(&mut self, instruction: &Instruction, relocation: &Relocation) {
        let at = instruction.ip() as usize;
        let field = relocation.at - at;
        let is_branch =
            matches!(instruction.flow_control(), FlowControl::Call | FlowControl::UnconditionalBranch);
        match relocation.kind {
            kind if THREAD_LOCAL.contains(&kind) => self.site.refuse_thread_local(at, relocation),
            R_X86_64_PC32 | R_X86_64_PLT32 if is_branch => {
                let is_call = instruction.flow_control() == FlowControl::Call;
                let way = if is_call { Way::Call } else { Way::Jump };
                let place = (at, instruction.len());
                self.site.take_branch(place, || text_of(instruction), relocation, 4, way);
            }
            R_X86_64_PC32 if self.is_displacement(instruction, field) => {
                self.read_relative(instruction, relocation, field);
            }
            R_X86_64_GOTPCREL | R_X86_64_GOTPCRELX | R_X86_64_REX_GOTPCRELX
                if instruction.code() == Code::Mov_r64_rm64
                    && instruction.len() == LEA
                    && self.is_displacement(instruction, field) =>
            {
                let register = register_of(instruction);
                let null = load_null(register).to_vec();
                self.site.take_from_table((at, null), || text_of(instruction), relocation, 4, register);
            }
            R_X86_64_GOTPCREL | R_X86_64_GOTPCRELX | R_X86_64_REX_GOTPCRELX => {
                self.read_from_table(instruction, relocation, field);
            }
            R_X86_64_GOTPC32 => match self.site.package.target(self.site.unit, relocation, 0, false) {
                Target::DataStart if is_lea(instruction) => {
                    let name = NAMES[usize::from(register_of(instruction))];
                    self.site.edit(at, instruction.len(), Action::DataStart(name));
                }
                _ => self.site.refuse_relocation(at, relocation),
            },
            R_X86_64_GOTOFF64
                if instruction.code() == Code::Mov_r64_imm64 && field + 8 == instruction.len() =>
            {
                match self.site.package.target(self.site.unit, relocation, 0, false) {
                    Target::Data(section, offset) => {
                        self.site.scan.data.push(section);
                        self.site.edit(at, instruction.len(), Action::DataOffset { field, section, offset });
                    }
                    other => self.site.refuse_target(at, || text_of(instruction), relocation, other),
                }
            }
            _ => {
                let target = self.site.package.target(self.site.unit, relocation, 4, is_branch);
                self.site.refuse_target(at, || text_of(instruction), relocation, target);
            }
        }
    }

    /// An address in a table (the GOT), which there is not: what asks only whether it is NULL is answered here.
    fn read_from_table(&mut self, instruction: &Instruction, relocation: &Relocation, field: usize) {
        let at = instruction.ip() as usize;
        let behind = (instruction.len() - field) as i64;
        let target = self.site.package.target(self.site.unit, relocation, behind, false);
        let answer = match target {
            _ if !is_comparison_with_0(instruction) => None,
            Target::Null => Some(NULL_COMPARED),
            Target::Function(_, 0) | Target::Data(..) => Some(ADDRESS_COMPARED),
            _ => None,
        };
        match (answer, target) {
            (Some(answer), _) => self.site.edit(at, instruction.len(), Action::Instead(answer.to_vec())),
            (None, Target::Function(id, 0)) => {
                let name = self.site.package.functions[id].shown.clone();
                self.site.refuse(at, GcFaultKind::TableRead(name));
            }
            (None, target) => self.site.refuse_target(at, || text_of(instruction), relocation, target),
        }
    }

    /// Whether a place in an instruction is its distance to memory.
    fn is_displacement(&self, instruction: &Instruction, field: usize) -> bool {
        let at = instruction.ip();
        let code = self.site.package.code(self.site.id).get(at as usize..).unwrap_or_default();
        let mut decoder = Decoder::with_ip(64, code, at, DecoderOptions::NONE);
        let again = decoder.decode();
        let offsets = decoder.get_constant_offsets(&again);
        let is_here = offsets.displacement_size() == 4 && offsets.displacement_offset() == field;
        is_here && instruction.is_ip_rel_memory_operand()
    }

    /// Memory at a distance from the instruction's end: a constant, or the address of one.
    fn read_relative(&mut self, instruction: &Instruction, relocation: &Relocation, field: usize) {
        let at = instruction.ip() as usize;
        let behind = (instruction.len() - field) as i64;
        match self.site.package.target(self.site.unit, relocation, behind, false) {
            Target::Data(section, offset)
                if self.site.package.section(section).kind == SectionKind::Constants =>
            {
                let align = self.site.package.section(section).align;
                if align > MOST {
                    return self.site.refuse(at, GcFaultKind::Aligned("constants", align));
                }
                self.site.scan.constants.push(section);
                let from = instruction.len();
                self.site.edit(at, instruction.len(), Action::Constant { field, from, section, offset });
            }
            Target::Function(id, 0) if is_lea(instruction) => {
                self.site.take_address(at, instruction.len(), id, register_of(instruction));
            }
            other => self.site.refuse_target(at, || text_of(instruction), relocation, other),
        }
    }

    /// An indirect jump is a switch where the function has a table of distances, each to an instruction of its own.
    fn check_switches(&mut self) {
        let mut tables: BTreeMap<SectionId, BTreeSet<i64>> = BTreeMap::new();
        for edit in &self.site.scan.edits {
            if let Action::Constant { section, offset, .. } = edit.action
                && !self.site.package.section(section).relocations.is_empty()
            {
                tables.entry(section).or_default().insert(offset);
            }
        }
        for (section, starts) in &tables {
            // From the start of a table on every four bytes are an entry, as far as there are any.
            let table = self.site.package.section(*section);
            let mut before = None;
            for at in table.relocations.iter().map(|relocation| relocation.at) {
                let is_start = i64::try_from(at).is_ok_and(|at| starts.contains(&at));
                if !is_start && before.is_none_or(|before| before + 4 != at) {
                    self.site.refuse(0, GcFaultKind::Relocation(0, table.name.clone()));
                }
                before = Some(at);
            }
            for relocation in &self.site.package.section(*section).relocations {
                if !self.is_switch_entry(section.0, relocation, starts) {
                    let name = self.site.package.section(*section).name.clone();
                    self.site.refuse(0, GcFaultKind::Relocation(relocation.kind, name));
                }
            }
        }
        for index in 0..self.instructions.len() {
            let instruction = self.instructions[index];
            if instruction.flow_control() == FlowControl::IndirectBranch && tables.is_empty() {
                self.site.refuse(instruction.ip() as usize, GcFaultKind::IndirectJump(text_of(&instruction)));
            }
        }
    }

    /// Whether an entry of a table is a distance from the table's start to an instruction of this function.
    fn is_switch_entry(&self, unit: usize, relocation: &Relocation, starts: &BTreeSet<i64>) -> bool {
        let at = relocation.at as i64;
        let Some(start) = starts.range(..=at).next_back() else { return false };
        match self.site.package.target(unit, relocation, start - at, false) {
            Target::Function(id, offset) if id == self.site.id && relocation.kind == R_X86_64_PC32 => {
                usize::try_from(offset).is_ok_and(|offset| self.starts.contains(&offset))
            }
            _ => false,
        }
    }
}

fn is_lea(instruction: &Instruction) -> bool {
    instruction.code() == Code::Lea_r64_m
        && instruction.len() == LEA
        && instruction.is_ip_rel_memory_operand()
}

/// `mov $0, %r`, as long as what loads an address from a table.
fn load_null(register: u8) -> [u8; LEA] {
    [0x48 | register >> 3 & 1, 0xc7, 0xc0 | register & 7, 0, 0, 0, 0]
}

/// `cmp %rax, %rax` and a nop: it sets the flags as the comparison of NULL with 0 does.
const NULL_COMPARED: [u8; 8] = [0x48, 0x39, 0xc0, 0x0f, 0x1f, 0x44, 0x00, 0x00];

/// `cmp $0, %rsp` and a nop: the stack pointer is not NULL either.
const ADDRESS_COMPARED: [u8; 8] = [0x48, 0x83, 0xfc, 0x00, 0x0f, 0x1f, 0x40, 0x00];

/// Whether it compares 8 bytes of memory with 0, and is as long as [`NULL_COMPARED`].
fn is_comparison_with_0(instruction: &Instruction) -> bool {
    instruction.code() == Code::Cmp_rm64_imm8
        && instruction.immediate(1) == 0
        && instruction.len() == NULL_COMPARED.len()
}

/// The number of the general register that is written.
fn register_of(instruction: &Instruction) -> u8 {
    (instruction.op0_register().number() & 15) as u8
}

fn is_written(access: OpAccess) -> bool {
    matches!(access, OpAccess::Write | OpAccess::CondWrite | OpAccess::ReadWrite | OpAccess::ReadCondWrite)
}

/// The instruction as a person reads it.
fn text_of(instruction: &Instruction) -> String {
    let mut text = String::new();
    FastFormatter::new().format(instruction, &mut text);
    text
}
