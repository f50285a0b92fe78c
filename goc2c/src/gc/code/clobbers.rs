//! Which registers a call may change. gcc knows that of each function (`-fipa-ra`), and keeps things in the others.

use super::{amd64, arm64};
use crate::gc::machine::Machine;
use crate::gc::package::{FunctionId, Package, Target};

/// A set of general registers, by the numbers that the machine has for them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Registers(pub u32);

impl Registers {
    /// No register.
    pub(crate) const NONE: Registers = Registers(0);

    /// Every register.
    pub(crate) const ALL: Registers = Registers(u32::MAX);

    /// Whether it holds that register.
    pub(crate) const fn has(self, n: u32) -> bool {
        n < 32 && self.0 >> n & 1 == 1
    }

    /// All that is in either.
    pub(crate) const fn with(self, other: Registers) -> Registers {
        Registers(self.0 | other.0)
    }
}

/// By function, the registers that it may write, with all that it calls or refers to.
pub(in crate::gc) fn clobbers(package: &Package<'_>) -> Vec<Registers> {
    let count = package.functions.len();
    let written = |id| match package.machine {
        Machine::Amd64 => amd64::written(package, id),
        Machine::Arm64 => arm64::written(package, id),
    };
    let mut all: Vec<_> = (0..count).map(written).collect();
    let mut callers: Vec<Vec<FunctionId>> = vec![Vec::new(); count];
    for id in 0..count {
        for relocation in package.relocations(id) {
            if let Target::Function(callee, _) =
                package.target(package.functions[id].section.0, relocation, 0, true)
            {
                callers[callee].push(id);
            }
        }
    }
    let mut todo: Vec<_> = (0..count).collect();
    while let Some(id) = todo.pop() {
        for caller in &callers[id] {
            let with = all[*caller].with(all[id]);
            if with != all[*caller] {
                all[*caller] = with;
                todo.push(*caller);
            }
        }
    }
    all
}
