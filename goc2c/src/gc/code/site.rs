//! A function while a back end reads its code: what is found and what is refused, as far as machines do not differ.

use std::collections::BTreeMap;

use super::{Action, Callee, Edit, Scan, Way};
use crate::gc::fault::{GcFault, GcFaultKind};
use crate::gc::machine::Machine;
use crate::gc::object::Relocation;
use crate::gc::package::{FunctionId, Package, Target};

/// A function while it is read. Places are bytes from its start.
pub(super) struct Site<'s, 'p> {
    pub package: &'s Package<'p>,
    pub id: FunctionId,
    pub unit: usize,
    /// Its relocations, by place.
    pub relocations: BTreeMap<usize, Relocation>,
    /// What has been found.
    pub scan: Scan,
    faults: &'s mut Vec<GcFault>,
}

/// An instruction that the processor refuses, as long as a call.
fn refused_by(machine: Machine) -> Vec<u8> {
    match machine {
        // ud2, and a nop behind it
        Machine::Amd64 => vec![0x0f, 0x0b, 0x0f, 0x1f, 0x00],
        // udf #0
        Machine::Arm64 => vec![0; 4],
    }
}

impl<'s, 'p> Site<'s, 'p> {
    /// Starts with a function. Two relocations at one place are refused.
    pub(super) fn new(package: &'s Package<'p>, id: FunctionId, faults: &'s mut Vec<GcFault>) -> Self {
        let all = package.relocations(id);
        let relocations: BTreeMap<_, _> = all.iter().map(|relocation| (relocation.at, *relocation)).collect();
        let is_doubled = relocations.len() != all.len();
        let unit = package.functions[id].section.0;
        let mut site = Site { package, id, unit, relocations, scan: Scan::default(), faults };
        if is_doubled {
            site.refuse_whole();
        }
        site
    }

    pub(super) fn refuse(&mut self, at: usize, kind: GcFaultKind) {
        self.faults.push(self.package.fault(self.id, at, kind));
    }

    /// Refuses a function whose relocations cannot be those of its code.
    pub(super) fn refuse_whole(&mut self) {
        self.refuse(0, GcFaultKind::Relocation(0, self.package.functions[self.id].name.clone()));
    }

    /// What a relocation names.
    fn named(&self, relocation: &Relocation) -> String {
        self.package.objects[self.unit].symbols[relocation.symbol].name.clone()
    }

    pub(super) fn refuse_relocation(&mut self, at: usize, relocation: &Relocation) {
        let name = self.named(relocation);
        self.refuse(at, GcFaultKind::Relocation(relocation.kind, name));
    }

    /// Refuses a variable that each thread has for itself.
    pub(super) fn refuse_thread_local(&mut self, at: usize, relocation: &Relocation) {
        let name = self.named(relocation);
        self.refuse(at, GcFaultKind::ThreadLocal(name));
    }

    /// Refuses what a relocation of the instruction `text` leads to.
    pub(super) fn refuse_target(
        &mut self,
        at: usize,
        text: impl FnOnce() -> String,
        relocation: &Relocation,
        target: Target,
    ) {
        let kind = match target {
            Target::Faulty(GcFaultKind::Relocation(..))
            | Target::Data(..)
            | Target::DataStart
            | Target::Null => {
                return self.refuse_relocation(at, relocation);
            }
            Target::Faulty(kind) => kind,
            Target::Function(id, 0) => GcFaultKind::AddressTaken(self.package.functions[id].shown.clone()),
            Target::Function(..) => GcFaultKind::LabelTaken(text()),
            Target::Panic(_) => GcFaultKind::AddressTaken("goc_panic".into()),
            Target::Arena(_) => GcFaultKind::AddressTaken("goc_arena_get".into()),
        };
        self.refuse(at, kind);
    }

    /// Takes a call or jump, `length` bytes long, by a relocation that counts from `more` bytes before the target. What calls
    /// a function that is not there has asked before: in its place stands what the processor refuses.
    pub(super) fn take_branch(
        &mut self,
        (at, length): (usize, usize),
        text: impl FnOnce() -> String,
        relocation: &Relocation,
        more: i64,
        way: Way,
    ) {
        let callee = match self.package.target(self.unit, relocation, more, true) {
            Target::Function(id, 0) => {
                self.scan.calls.push(id);
                Callee::Function(id)
            }
            Target::Panic(panic) => {
                self.scan.panics.insert(panic);
                Callee::Panic(panic)
            }
            Target::Arena(arena) => {
                self.scan.arena.insert(arena);
                Callee::Arena(arena)
            }
            Target::Null => return self.edit(at, length, Action::Instead(refused_by(self.package.machine))),
            Target::Function(..) => return self.refuse(at, GcFaultKind::Escapes(text())),
            other => return self.refuse_target(at, text, relocation, other),
        };
        self.edit(at, length, Action::Branch(way, callee));
    }

    /// Takes a call of the function itself that the assembler settled.
    pub(super) fn call_self(&mut self, at: usize, length: usize) {
        self.scan.calls.push(self.id);
        self.edit(at, length, Action::SelfCall);
    }

    /// Takes a call by an address.
    pub(super) fn call_any(&mut self, at: usize, text: impl FnOnce() -> String) {
        self.scan.calls_any.get_or_insert_with(|| (at, text()));
    }

    /// Takes the address of a function, into the register of that number.
    pub(super) fn take_address(&mut self, at: usize, length: usize, id: FunctionId, register: u8) {
        self.scan.taken.push(id);
        self.edit(at, length, Action::FunctionAddress(id, register));
    }

    /// Takes what loads the address of a symbol from a table of addresses (the GOT): here Go's linker makes the address.
    /// `null` is what loads NULL.
    pub(super) fn take_from_table(
        &mut self,
        (at, null): (usize, Vec<u8>),
        text: impl FnOnce() -> String,
        relocation: &Relocation,
        more: i64,
        register: u8,
    ) {
        let length = null.len();
        match self.package.target(self.unit, relocation, more, false) {
            Target::Null => self.edit(at, length, Action::Instead(null)),
            Target::Function(id, 0) => self.take_address(at, length, id, register),
            Target::Data(section, offset) => {
                self.scan.data.push(section);
                self.edit(at, length, Action::DataAddress { section, offset, register });
            }
            other => self.refuse_target(at, text, relocation, other),
        }
    }

    pub(super) fn edit(&mut self, at: usize, length: usize, action: Action) {
        self.scan.edits.push(Edit { at, length, action });
    }

    /// The call or jump to a function or panic that stands there.
    pub(super) fn branch_at(&self, at: usize) -> Option<(Way, Callee)> {
        let edit = self.scan.edits.binary_search_by_key(&at, |edit| edit.at);
        match edit.map(|index| &self.scan.edits[index].action) {
            Ok(Action::Branch(way, callee)) => Some((*way, *callee)),
            _ => None,
        }
    }

    /// Whether control never comes back from what stands there.
    pub(super) fn leaves(&self, at: usize) -> bool {
        match self.branch_at(at) {
            Some((_, Callee::Panic(_))) => true,
            Some((Way::Call, Callee::Function(id))) => !self.package.returns(id),
            _ => false,
        }
    }
}
