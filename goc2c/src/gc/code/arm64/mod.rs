//! arm64: a function's words, by the facts of [`decode`].
//!
//! gcc saves the frame pointer and the return address at the bottom of a frame, the return address second; Go's unwinder
//! looks for it first. So a function with a frame cannot be followed: it is *tracked* only where it has none and leaves the
//! link register alone.

mod decode;
mod numbers;

use std::collections::BTreeMap;

use object::elf::{
    R_AARCH64_ADD_ABS_LO12_NC, R_AARCH64_ADR_PREL_LO21, R_AARCH64_ADR_PREL_PG_HI21,
    R_AARCH64_ADR_PREL_PG_HI21_NC, R_AARCH64_CALL26, R_AARCH64_GOT_LD_PREL19, R_AARCH64_JUMP26,
    R_AARCH64_LD_PREL_LO19, R_AARCH64_LDST8_ABS_LO12_NC, R_AARCH64_LDST16_ABS_LO12_NC,
    R_AARCH64_LDST32_ABS_LO12_NC, R_AARCH64_LDST64_ABS_LO12_NC, R_AARCH64_LDST128_ABS_LO12_NC,
};

use super::rows::{Step, follow};
use super::site::Site;
use super::{Action, Callee, PanicRegister, Registers, Scan, Way};
use crate::gc::fault::{GcFault, GcFaultKind};
use crate::gc::flags::Family;
use crate::gc::object::{Relocation, SectionKind};
use crate::gc::package::{FunctionId, Package, SectionId, Target};
use decode::{Flow, decode, text};
use numbers::numbers;

/// Registers that are Go's or the system's wherever C runs: x18, and x28, which holds the goroutine.
const GOS: [u32; 2] = [18, 28];
/// Those by which a panic leaves: the way back, and the stack pointer there.
const PANIC: [u32; 2] = [25, 26];
/// The register in which addresses are made for loads that have none of their own.
const SCRATCH: u32 = 16;
/// The link register and the stack pointer.
const LINK: u32 = 30;
const STACK: u32 = 31;

const NOP: u32 = 0xd503_201f;
/// `mov x0, #0`; the register is its last five bits.
const MOVE_NULL: u32 = 0xd280_0000;

/// Relocations of variables that each thread has for itself (ELF for the Arm 64-bit Architecture, section 5.7.11).
const THREAD_LOCAL: std::ops::RangeInclusive<u32> = 512..=573;

/// Constants behind code are aligned no more than functions are.
const CODE_ALIGN: u64 = 16;

struct Reader<'r, 'p> {
    site: Site<'r, 'p>,
    words: Vec<u32>,
    steps: Vec<Step>,
    /// Every register that it writes.
    written: u32,
    /// Jumps to where a register points: their places and texts.
    jumps: Vec<(usize, String)>,
    /// The addresses whose pages `adrp` makes: by symbol, how far from it.
    pages: BTreeMap<usize, Vec<i64>>,
}

/// Reads a function's code.
pub(super) fn scan(package: &Package<'_>, id: FunctionId, faults: &mut Vec<GcFault>) -> Scan {
    let mut reader = Reader {
        words: words(package, id).collect(),
        site: Site::new(package, id, faults),
        steps: Vec::new(),
        written: 0,
        jumps: Vec::new(),
        pages: BTreeMap::new(),
    };
    reader.read();
    reader.site.scan
}

impl Reader<'_, '_> {
    fn read(&mut self) {
        let is_whole = self.site.package.code(self.site.id).len() == 4 * self.words.len();
        if !is_whole || self.site.relocations.keys().any(|at| at % 4 != 0) {
            self.site.refuse_whole();
        }
        self.find_pages();
        for index in 0..self.words.len() {
            if !self.is_data(4 * index) {
                self.read_word(4 * index, self.words[index]);
            } else if self.site.relocations.contains_key(&(4 * index)) {
                self.site.refuse(4 * index, GcFaultKind::Relocation(0, "a literal among the code".into()));
            }
        }
        // They are switches where there is a table.
        if self.site.scan.constants.is_empty() {
            for (at, text) in std::mem::take(&mut self.jumps) {
                self.site.refuse(at, GcFaultKind::IndirectJump(text));
            }
        }
        self.check_stack();
    }

    fn read_word(&mut self, at: usize, word: u32) {
        let Some(instruction) = decode(word) else {
            return self.site.refuse(at, GcFaultKind::UnknownInstruction(text(word)));
        };
        if instruction.forbidden.is_some() && !self.tells_thread(word) {
            self.site.refuse(at, GcFaultKind::Forbidden(text(word)));
        }
        self.written |= instruction.writes.0;
        for register in GOS.into_iter().filter(|register| instruction.writes.has(*register)) {
            self.site.refuse(at, GcFaultKind::Writes(text(word), format!("x{register}")));
        }
        if let Some(register) = PANIC.into_iter().find(|register| instruction.writes.has(*register))
            && self.site.scan.writes_panic_register.is_none()
        {
            let register = format!("x{register}");
            self.site.scan.writes_panic_register = Some(PanicRegister { at, text: text(word), register });
        }
        let relocation = self.site.relocations.get(&at).copied();
        let target = match relocation {
            Some(relocation) => {
                self.read_relocated(at, word, &relocation);
                None
            }
            None => self.read_plain(at, word, instruction.flow),
        };
        let change = if instruction.writes.has(STACK) { stack_change(word) } else { Some(0) };
        let leaves = self.site.leaves(at);
        // Behind the last word, and among literals, nothing can run; a call that stands there does not come back.
        let is_open = at + 4 < 4 * self.words.len() && !self.is_data(at + 4);
        let falls =
            matches!(instruction.flow, Flow::Next | Flow::Call(_) | Flow::Branch(_) | Flow::IndirectCall)
                && !leaves;
        let returns = instruction.flow == Flow::Return;
        if falls && !is_open && word != NOP && !matches!(instruction.flow, Flow::Call(_)) {
            self.site.refuse(at, GcFaultKind::Escapes(text(word)));
        }
        let is_filler = word == NOP;
        let falls = falls && is_open;
        self.steps.push(Step { at, next: at + 4, change, falls, target, is_filler, returns });
    }

    /// Whether a place holds a literal.
    fn is_data(&self, at: usize) -> bool {
        let regions = &self.site.package.functions[self.site.id].regions;
        let upto = regions.partition_point(|(place, _)| *place <= at);
        regions[..upto].last().is_some_and(|(_, is_data)| *is_data)
    }

    /// Whether a word reads where the thread's variables are, of which a relocation tells the name.
    fn tells_thread(&self, word: u32) -> bool {
        let is_mrs = word & 0xffff_ffe0 == 0xd53b_d040;
        is_mrs && self.site.relocations.values().any(|relocation| THREAD_LOCAL.contains(&relocation.kind))
    }

    /// A word that the assembler finished: where else it leads.
    fn read_plain(&mut self, at: usize, word: u32, flow: Flow) -> Option<usize> {
        match flow {
            Flow::IndirectCall => self.site.call_any(at, || text(word)),
            // The assembler settles calls of static functions in their own section: that is the function itself.
            Flow::Call(distance) if at as i64 + distance == 0 => self.site.call_self(at, 4),
            Flow::Call(_) => self.site.refuse(at, GcFaultKind::Escapes(text(word))),
            Flow::Jump(distance) | Flow::Branch(distance) => {
                let target = usize::try_from(at as i64 + distance).unwrap_or(usize::MAX);
                if target < 4 * self.words.len() && !self.is_data(target) {
                    return Some(target);
                }
                self.site.refuse(at, GcFaultKind::Escapes(text(word)));
            }
            Flow::IndirectJump => self.jumps.push((at, text(word))),
            _ if is_address(word) || is_load(word) => self.check_literal(at, word),
            _ => {}
        }
        None
    }

    /// Whether a word makes the address of a literal of the function, or loads it.
    fn is_literal(&self, word: u32, offset: i64) -> bool {
        (is_address(word) || is_load(word))
            && usize::try_from(offset).is_ok_and(|place| place < 4 * self.words.len() && self.is_data(place))
    }

    /// The address of a place, or what lies there, which the assembler knew: a literal of the function, or what a switch
    /// counts from.
    fn check_literal(&mut self, at: usize, word: u32) {
        let is_address = is_address(word);
        let high = i64::from((word << 8) as i32 >> 13);
        let distance = if is_address { high << 2 | i64::from(word >> 29 & 3) } else { high << 2 };
        let place = usize::try_from(at as i64 + distance).unwrap_or(usize::MAX);
        let is_page = is_address && word >> 31 == 1;
        let is_here = place < 4 * self.words.len() && (is_address || self.is_data(place));
        if is_page || !is_here {
            self.site.refuse(at, GcFaultKind::Escapes(text(word)));
        }
    }

    /// A word with a place that the linker fills in.
    fn read_relocated(&mut self, at: usize, word: u32, relocation: &Relocation) {
        match relocation.kind {
            kind if THREAD_LOCAL.contains(&kind) => self.site.refuse_thread_local(at, relocation),
            R_AARCH64_GOT_LD_PREL19 if is_load(word) && word >> 30 == 1 && word >> 26 & 1 == 0 => {
                let register = word & 31;
                let null = (MOVE_NULL | register).to_le_bytes().to_vec();
                self.site.take_from_table((at, null), || text(word), relocation, 0, register as u8);
            }
            R_AARCH64_CALL26 | R_AARCH64_JUMP26 => self.read_branch(at, word, relocation),
            R_AARCH64_ADR_PREL_LO21
            | R_AARCH64_LD_PREL_LO19
            | R_AARCH64_ADR_PREL_PG_HI21
            | R_AARCH64_ADR_PREL_PG_HI21_NC => {
                match self.site.package.target(self.site.unit, relocation, 0, false) {
                    Target::Data(section, offset) => self.read_data(at, word, section, offset),
                    Target::Function(id, offset) if id == self.site.id && self.is_literal(word, offset) => {
                        self.site.edit(at, 4, Action::Literal(offset));
                    }
                    Target::Function(id, 0) if is_address(word) => {
                        self.site.take_address(at, 4, id, (word & 31) as u8);
                    }
                    other => self.site.refuse_target(at, || text(word), relocation, other),
                }
            }
            kind => match (low_scale(kind), self.pages.get(&relocation.symbol)) {
                (Some(scale), Some(pages)) => {
                    let base = if pages.contains(&relocation.addend) { relocation.addend } else { pages[0] };
                    let more = relocation.addend - base;
                    let is_one = more == 0 || pages.len() == 1;
                    let fits = is_one && more >= 0 && more % scale == 0 && more / scale < 1 << 12;
                    match u32::try_from(more / scale) {
                        Ok(value) if fits => self.site.edit(at, 4, Action::Low(value)),
                        _ => self.site.refuse_relocation(at, relocation),
                    }
                }
                _ => {
                    let target = self.site.package.target(self.site.unit, relocation, 0, false);
                    self.site.refuse_target(at, || text(word), relocation, target);
                }
            },
        }
    }

    /// `adrp` makes the page of an address, and what follows adds the rest. Here the first makes the address itself, so the
    /// others add the distance to it.
    fn find_pages(&mut self) {
        let is_page = |kind: u32| matches!(kind, R_AARCH64_ADR_PREL_PG_HI21 | R_AARCH64_ADR_PREL_PG_HI21_NC);
        for relocation in self.site.relocations.values().filter(|relocation| is_page(relocation.kind)) {
            let pages = self.pages.entry(relocation.symbol).or_default();
            if !pages.contains(&relocation.addend) {
                pages.push(relocation.addend);
            }
        }
    }

    fn read_branch(&mut self, at: usize, word: u32, relocation: &Relocation) {
        let (way, opcode) = match relocation.kind {
            R_AARCH64_CALL26 => (Way::Call, 0b10_0101),
            _ => (Way::Jump, 0b00_0101),
        };
        if word >> 26 != opcode {
            return self.site.refuse_relocation(at, relocation);
        }
        self.site.take_branch((at, 4), || text(word), relocation, 0, way);
    }

    /// The address of a constant or variable, or what lies there.
    fn read_data(&mut self, at: usize, word: u32, section: SectionId, offset: i64) {
        let is_load = is_load(word) && word >> 30 != 3;
        if !is_address(word) && !is_load {
            return self.site.refuse(at, GcFaultKind::UnknownInstruction(text(word)));
        }
        let data = self.site.package.section(section);
        if data.kind == SectionKind::Constants && data.align <= CODE_ALIGN && data.relocations.is_empty() {
            self.site.scan.constants.push(section);
            return self.site.edit(at, 4, Action::Constant { field: 0, from: 0, section, offset });
        }
        // A load of a vector needs a register for the address.
        let is_vector = is_load && word >> 26 & 1 == 1;
        if is_vector && self.site.package.family == Family::Clang && self.uses_scratch() {
            return self.site.refuse(at, GcFaultKind::Writes(text(word), format!("x{SCRATCH}")));
        }
        self.site.scan.data.push(section);
        self.site.edit(at, 4, Action::Data { section, offset });
    }

    fn uses_scratch(&self) -> bool {
        let writes = |word: &u32| decode(*word).is_none_or(|instruction| instruction.writes.has(SCRATCH));
        self.words.iter().any(writes)
    }

    /// Tells the changes of the stack pointer by a register: `sub sp, sp, xN`, `add sp, sp, xN`.
    fn fill_changes(&mut self) {
        let mut known = BTreeMap::new();
        for index in 0..self.steps.len() {
            let word = self.words[self.steps[index].at / 4];
            let register = word >> 16 & 31;
            // In place of a register, 31 is zero.
            if word & 0xbfe0_ffff == 0x8b20_63ff && register != 31 {
                let numbers = known.entry(register).or_insert_with(|| {
                    numbers(&self.steps, &self.words, register, |at| self.is_kept(at, register))
                });
                let sign = if word >> 30 & 1 == 1 { 1 } else { -1 };
                self.steps[index].change = numbers[index].map(|number| sign * number);
            }
        }
    }

    /// Whether what a word calls leaves a register alone. By `-fipa-ra` a compiler knows that, too.
    fn is_kept(&self, at: usize, register: u32) -> bool {
        let flow = decode(self.words[at / 4]).map(|instruction| instruction.flow);
        match (flow, self.site.branch_at(at)) {
            (_, Some((_, Callee::Arena(_)))) => false,
            (_, Some((_, Callee::Function(id)))) => !self.site.package.clobbers(id).has(register),
            (Some(Flow::Call(_) | Flow::IndirectCall), None) => false,
            _ => true,
        }
    }

    fn check_stack(&mut self) {
        self.fill_changes();
        let package = self.site.package;
        let rows = package.functions[self.site.id].rows.as_deref().unwrap_or_default();
        // clang before 19 tells nothing of the ways into a frame and out of it.
        let is_exact = !rows.is_empty() && package.family == Family::Gcc;
        match follow(rows, &self.steps, 0, is_exact) {
            Ok(followed) => {
                (self.site.scan.deepest, self.site.scan.is_followed) =
                    (followed.deepest, followed.is_complete)
            }
            Err(at) => self.site.refuse(at, GcFaultKind::NoStackUsage),
        }
        let untouched = self.written & (1 << LINK | 1 << STACK) == 0;
        self.site.scan.is_tracked = untouched && self.site.scan.panics.is_empty();
    }
}

/// The word that four bytes are.
pub(in crate::gc) fn word_of(bytes: &[u8]) -> u32 {
    bytes.iter().rev().fold(0, |word, byte| word << 8 | u32::from(*byte))
}

/// The words of a function.
fn words<'p>(package: &'p Package<'_>, id: FunctionId) -> impl Iterator<Item = u32> + 'p {
    package.code(id).chunks_exact(4).map(word_of)
}

/// Whether code has a word by which its function may return, or go on elsewhere.
pub(super) fn returns(package: &Package<'_>, id: FunctionId) -> bool {
    words(package, id).enumerate().any(|(count, word)| {
        match decode(word).map(|instruction| instruction.flow) {
            Some(Flow::Return | Flow::IndirectJump) => true,
            Some(Flow::Jump(_)) => package.relocation_in(id, 4 * count..4 * count + 4).is_some(),
            _ => false,
        }
    })
}

/// The general registers that the instructions of a function may write.
pub(super) fn written(package: &Package<'_>, id: FunctionId) -> Registers {
    let writes = |word| decode(word).map_or(Registers::ALL, |instruction| instruction.writes);
    words(package, id).map(writes).fold(Registers::NONE, Registers::with)
}

/// Whether a word makes an address: `adr`, `adrp`.
pub(in crate::gc) const fn is_address(word: u32) -> bool {
    word & 0x1f00_0000 == 0x1000_0000
}

/// Whether a word loads what lies at a distance, into a general register or a vector.
const fn is_load(word: u32) -> bool {
    word & 0x3b00_0000 == 0x1800_0000
}

/// How many bytes of stack a word that writes the stack pointer adds; none where that cannot be told.
fn stack_change(word: u32) -> Option<i64> {
    let is_on_stack = word >> 5 & 31 == STACK;
    if !is_on_stack {
        return None;
    }
    let signed = |value: u32, bits: u32| i64::from((value << (32 - bits)) as i32 >> (32 - bits));
    // add, sub of a constant.
    if word & 0xbf80_0000 == 0x9100_0000 && word & 31 == STACK {
        let value = i64::from(word >> 10 & 0xfff) << (12 * (word >> 22 & 1));
        return Some(if word >> 30 & 1 == 1 { value } else { -value });
    }
    // Pairs that write back: stp, ldp.
    if word & 0x3a80_0000 == 0x2880_0000 {
        let scale = match (word >> 26 & 1, word >> 30) {
            (0, 0) => 4,
            (0, 2) => 8,
            (1, size @ 0..=2) => 4 << size,
            _ => return None,
        };
        return Some(-scale * signed(word >> 15 & 0x7f, 7));
    }
    // One register that writes back: str, ldr.
    if word & 0x3b20_0400 == 0x3800_0400 {
        return Some(-signed(word >> 12 & 0x1ff, 9));
    }
    None
}

/// By what the field of a relocation for the low twelve bits of an address is counted.
fn low_scale(kind: u32) -> Option<i64> {
    match kind {
        R_AARCH64_ADD_ABS_LO12_NC | R_AARCH64_LDST8_ABS_LO12_NC => Some(1),
        R_AARCH64_LDST16_ABS_LO12_NC => Some(2),
        R_AARCH64_LDST32_ABS_LO12_NC => Some(4),
        R_AARCH64_LDST64_ABS_LO12_NC => Some(8),
        R_AARCH64_LDST128_ABS_LO12_NC => Some(16),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::stack_change;

    #[test]
    fn changes_of_the_stack_are_told() {
        for (word, change) in [
            (0xd100_83ff, Some(32)),    // sub sp, sp, #0x20
            (0x9140_07ff, Some(-4096)), // add sp, sp, #0x1, lsl #12
            (0xa9bf_7bfd, Some(16)),    // stp x29, x30, [sp, #-16]!
            (0xa8c1_7bfd, Some(-16)),   // ldp x29, x30, [sp], #16
            (0xf81f_0ffe, Some(16)),    // str x30, [sp, #-16]!
            (0xf841_07fe, Some(-16)),   // ldr x30, [sp], #16
            (0x6dbe_27e8, Some(32)),    // stp d8, d9, [sp, #-32]!
            (0x9100_03bf, None),        // mov sp, x29
        ] {
            assert_eq!(stack_change(word), change, "{word:#x}");
        }
    }
}
