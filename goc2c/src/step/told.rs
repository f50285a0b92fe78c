//! What has been told of a step's machines: the faults of all, each once, and what their compilers said.

use std::collections::BTreeSet;

use super::compile::Done;
use super::inputs::Inputs;
use super::said::tidy;
use crate::command::file::bytes_of;
use crate::command::messages::Messages;
use crate::diagnostic::{Remark, Report, Severity};
use crate::fault::Fault;
use crate::front::include::TYPES_HEADER;
use crate::gc::{GcFault, Machine, Placed, Unit};
use crate::gotypes::make::includes_types;
use crate::source::Source;

/// What has been told for the machines so far.
#[derive(Default)]
pub(super) struct Told {
    /// Faults that are not shown yet, with the machines that have them.
    faults: Vec<(GcFault, Vec<Machine>)>,
    /// The machines whose objects were judged.
    judged: usize,
    /// What compilers said, each text once.
    said: Vec<Vec<u8>>,
    /// Faults of files, by their number, which compilers found.
    sources: Vec<(usize, Fault)>,
    /// Go functions whose names in C are others': what they are called in both.
    clashes: BTreeSet<(String, String)>,
    /// That a compiler lacks a type, which may be one of the Go files.
    lacks_type: bool,
}

impl Told {
    /// Takes what was found in a machine's objects. Faults that another machine's have too are told once.
    pub fn judge(&mut self, machine: Machine, faults: Vec<GcFault>, chosen: &[usize]) {
        self.judged += 1;
        for fault in faults {
            let fault = GcFault { unit: chosen[fault.unit], ..fault };
            match self.faults.iter_mut().find(|(other, _)| other.is_same(&fault)) {
                Some((_, machines)) => machines.push(machine),
                None => self.faults.push((fault, vec![machine])),
            }
        }
    }

    /// Takes a fault of a file that a compiler's words come from.
    pub fn note_fault(&mut self, unit: usize, fault: Fault) {
        if !self.sources.contains(&(unit, fault.clone())) {
            self.sources.push((unit, fault));
        }
    }

    /// Takes the Go functions whose names in C a compiler says are others'.
    fn note_clashes(&mut self, unit: &Unit, said: &[u8]) {
        let told: Vec<_> = said
            .split(|byte| *byte == b'\n')
            .filter(|line| CLASHES.iter().any(|words| has(line, words)))
            .collect();
        let is_told = |name: &str| {
            // Between quotes, of either kind.
            let quoted = [format!("\u{2018}{name}\u{2019}"), format!("'{name}'")];
            told.iter().any(|line| quoted.iter().any(|name| has(line, name)))
        };
        let of_c = unit.functions.iter().filter(|function| is_told(&function.c_name));
        self.clashes.extend(of_c.map(|function| (function.name.clone(), function.c_name.clone())));
    }

    /// Shows what a compiler said of a unit; not what another has said of the same lines.
    pub fn show_said(&mut self, done: &mut Done, unit: usize, inputs: &Inputs, messages: &mut Messages) {
        let said = std::mem::take(&mut done.said);
        if done.compiled.is_none() {
            self.note_clashes(&inputs.units[unit], &said);
            self.lacks_type |= may_lack_types(&inputs.units[unit], &said);
        }
        if !said.is_empty() && !self.said.contains(&said) {
            let lines = bytecount::count(&inputs.texts[unit], b'\n') + 1;
            messages.text(&tidy(&said, &inputs.units[unit].name, lines, &inputs.paths[unit]));
            self.said.push(said);
        }
    }

    /// Shows the faults.
    pub fn show(&self, inputs: &Inputs, messages: &mut Messages) {
        for (unit, fault) in &self.sources {
            let name = bytes_of(inputs.paths[*unit].as_os_str());
            messages.show(&Report::new(&Source::from_bytes(name, &inputs.texts[*unit]), fault));
        }
        if self.lacks_type {
            let text = format!("types that Go files declare are in C by `#include \"{TYPES_HEADER}\"`");
            messages.say(&Remark::new(Severity::Note, &text));
        }
        for (name, c_name) in &self.clashes {
            let text = format!(
                "in C the Go function `{name}` is `{c_name}`, which C has already: choose another name in Go"
            );
            messages.error("name-in-c", &text);
        }
        for (fault, machines) in &self.faults {
            let name = bytes_of(inputs.paths[fault.unit].as_os_str());
            let source = Source::from_bytes(name, &inputs.texts[fault.unit]);
            let only = (machines.len() < self.judged).then(|| machines[0]);
            messages.show(&Report::new(&source, &Placed::new(&source, fault, only)));
        }
    }
}

/// What gcc and clang say of a name that is declared as something else.
const CLASHES: [&str; 3] = ["conflicting types for", "redefinition of", "redeclared as"];

/// Whether a compiler misses a type in a file of Go functions that does not include those of the Go files.
fn may_lack_types(unit: &Unit, said: &[u8]) -> bool {
    !unit.functions.is_empty() && has(said, "unknown type name") && !includes_types(&unit.c)
}

fn has(line: &[u8], words: &str) -> bool {
    memchr::memmem::find(line, words.as_bytes()).is_some()
}
