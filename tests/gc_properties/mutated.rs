//! Objects that are not as a compiler makes them: a field of one is changed, many thousand times. Never a panic, never a
//! hang; and where the meaning changes, an error, or output that is the same or asks for more stack.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

use goc2c::gc::flags::Family;
use goc2c::gc::{Compiled, Machine, Translation, Unit, translate};

use super::chance::{Chance, rounds};
use super::elf::{Elf, Named, RELA};
use super::tools::{SAMPLES, compile, compiler, machines, sample, unit};

/// An object with what it gives.
struct Subject {
    name: &'static str,
    machine: Machine,
    unit: Unit,
    compiled: Compiled,
    /// Without what the compiler says of the stack: the unwind table must do. None where it cannot.
    without_usage: Option<Translation>,
    plain: Translation,
    elf: Elf,
}

/// What is changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Change {
    RelocationType,
    RelocationSymbol,
    RelocationPlace,
    RelocationAddend,
    SectionHeader,
    Symbol,
    Unwind,
    Lines,
    Code,
    Any,
}

const CHANGES: [Change; 10] = [
    Change::RelocationType,
    Change::RelocationSymbol,
    Change::RelocationPlace,
    Change::RelocationAddend,
    Change::SectionHeader,
    Change::Symbol,
    Change::Unwind,
    Change::Lines,
    Change::Code,
    Change::Any,
];

/// How a translation of a changed object compares.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    Refused,
    Same,
    /// Other output that is no worse: more stack, or fewer functions that Go's tracebacks see through.
    Safer,
    /// Another output.
    Other,
}

/// A change that was made, in words, and whether other output would be wrong.
struct Made {
    object: Vec<u8>,
    what: String,
    is_strict: bool,
}

#[test]
fn a_changed_object_never_panics_and_gives_nothing_else() {
    let subjects: Vec<Subject> = machines("changed objects").into_iter().flat_map(subjects).collect();
    let mut counts: BTreeMap<(Change, Outcome), usize> = BTreeMap::new();
    let mut wrong: BTreeMap<String, usize> = BTreeMap::new();
    let mut others: BTreeMap<String, usize> = BTreeMap::new();
    let mut slowest = Duration::ZERO;
    let hook = std::panic::take_hook();
    std::panic::set_hook(Box::new(|_| {}));
    rounds("changed objects", 12.0, |seed| {
        let mut chance = Chance::new(seed);
        for _ in 0..400 {
            for subject in &subjects {
                let change = chance.pick(&CHANGES);
                let Some(made) = change.make(subject, &mut chance) else { continue };
                let start = Instant::now();
                for is_told in [true, false] {
                    match subject.outcome(&made.object, is_told) {
                        Ok(outcome) => {
                            *counts.entry((change, outcome)).or_default() += 1;
                            if !made.is_strict && outcome == Outcome::Other && change.is_shown() {
                                *others.entry(format!("{change:?}: {}", made.what)).or_default() += 1;
                            }
                            if made.is_strict && outcome == Outcome::Other {
                                *wrong.entry(made.what.clone()).or_default() += 1;
                            }
                        }
                        Err(panic) => {
                            *wrong.entry(format!("panic: {panic}: {}", made.what)).or_default() += 1
                        }
                    }
                }
                slowest = slowest.max(start.elapsed());
            }
        }
    });
    std::panic::set_hook(hook);
    for ((change, outcome), count) in &counts {
        println!("{change:?}: {outcome:?}: {count}");
    }
    others.iter().for_each(|(what, count)| println!("other output, {count} times: {what}"));
    println!("the slowest: {slowest:?}; {}", memory());
    let list: Vec<_> = wrong.iter().map(|(what, count)| format!("{count} times: {what}")).collect();
    assert!(list.is_empty(), "{}", list.join("\n"));
    assert!(slowest < Duration::from_secs(20), "a translation took {slowest:?}");
}

/// The most memory that was used.
fn memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    status.lines().find(|line| line.starts_with("VmHWM")).unwrap_or_default().to_owned()
}

fn subjects(machine: Machine) -> Vec<Subject> {
    let compiler = compiler(machine).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let subject = |name: &&'static str| {
        let path = sample(name).join(format!("{name}.goc"));
        let unit = unit(&format!("{name}.goc"), &std::fs::read_to_string(path).unwrap());
        let compiled = compile(&unit, &compiler, folder.path(), &[]);
        let plain = translate(&[&unit], std::slice::from_ref(&compiled), machine, Family::Gcc).unwrap();
        let bare = Compiled { stack_usage: String::new(), ..compiled.clone() };
        let without_usage = translate(&[&unit], &[bare], machine, Family::Gcc).ok();
        let elf = Elf::new(&compiled.object);
        Subject { name, machine, unit, compiled, without_usage, plain, elf }
    };
    SAMPLES.iter().map(subject).collect()
}

impl Subject {
    /// What becomes of another object in place of its own; a panic as an error.
    fn outcome(&self, object: &[u8], is_told: bool) -> Result<Outcome, String> {
        let stack_usage = if is_told { self.compiled.stack_usage.clone() } else { String::new() };
        let Some(plain) = (if is_told { Some(&self.plain) } else { self.without_usage.as_ref() }) else {
            return Ok(Outcome::Refused);
        };
        let compiled = [Compiled { object: object.to_vec(), stack_usage }];
        let run = || translate(&[&self.unit], &compiled, self.machine, Family::Gcc);
        match catch_unwind(AssertUnwindSafe(run)) {
            Ok(Ok(translation)) => Ok(compare(plain, &translation)),
            Ok(Err(_)) => Ok(Outcome::Refused),
            Err(panic) => {
                let text = panic.downcast_ref::<String>().cloned();
                Err(text
                    .or_else(|| panic.downcast_ref::<&str>().map(|text| text.to_string()))
                    .unwrap_or_default())
            }
        }
    }
}

/// Lines are not compared: a profile may be wrong, a program may not.
fn compare(plain: &Translation, changed: &Translation) -> Outcome {
    let is_same = plain.assembly.iter().zip(&changed.assembly).all(|(plain, changed)| {
        plain.functions == changed.functions
            && plain.data == changed.data
            && flags(&plain.text) == flags(&changed.text)
    });
    if is_same && plain.stack == changed.stack {
        return Outcome::Same;
    }
    let is_safer = plain.stack.len() == changed.stack.len()
        && plain.stack.iter().zip(&changed.stack).all(|(plain, changed)| {
            plain.function == changed.function
                && plain.calls == changed.calls
                && plain.bound <= changed.bound
                && (plain.is_tracked || !changed.is_tracked)
        });
    let has_same_code = plain.assembly.iter().zip(&changed.assembly).all(|(plain, changed)| {
        plain.data == changed.data
            && plain.functions.len() == changed.functions.len()
            && plain.functions.iter().zip(&changed.functions).all(|(plain, changed)| {
                // At most the mark that tracebacks end there is more.
                plain.name == changed.name && starts_with(changed, plain)
            })
    });
    if is_safer && has_same_code { Outcome::Safer } else { Outcome::Other }
}

fn starts_with(long: &goc2c::gc::Written, short: &goc2c::gc::Written) -> bool {
    use goc2c::gc::Piece;
    long.pieces.len() >= short.pieces.len()
        && long.pieces.iter().zip(&short.pieces).all(|(long, short)| match (long, short) {
            (Piece::Bytes(long), Piece::Bytes(short)) => long.starts_with(short),
            (long, short) => long == short,
        })
}

/// How the data may be used, which no piece tells.
fn flags(text: &str) -> Option<&str> {
    text.lines().rev().find(|line| line.starts_with("GLOBL"))
}

impl Change {
    /// Whether other output of such a change is worth a look.
    fn is_shown(self) -> bool {
        matches!(self, Change::SectionHeader | Change::Symbol | Change::RelocationPlace)
    }

    fn make(self, subject: &Subject, chance: &mut Chance) -> Option<Made> {
        let elf = &subject.elf;
        let (relocations, symbols) = (elf.relocations(), elf.symbols());
        let (at, of) = relocations[chance.below(relocations.len())];
        let is_loaded = |section: usize| {
            elf.sections[section].flags & 2 != 0 || elf.sections[section].name.starts_with(".goc")
        };
        let section = &elf.sections[chance.within(1..=elf.sections.len() - 1)];
        let place = |object, what: String, is_strict| {
            let what = format!("{} {}: {what}", subject.name, subject.machine.name());
            Some(Made { object, what, is_strict })
        };
        let random_in = |prefix: &str, chance: &mut Chance| {
            let list: Vec<_> = elf
                .sections
                .iter()
                .filter(|section| section.name.starts_with(prefix) && !section.contents.is_empty())
                .collect();
            let section = list.get(chance.below(list.len()))?;
            Some((section.contents.start + chance.below(section.contents.len()), section.name.clone()))
        };
        match self {
            Change::RelocationType => {
                let kind = match subject.machine {
                    Machine::Amd64 => chance.below(43),
                    Machine::Arm64 => chance.pick(&[257, 269, 512]) + chance.below(60),
                };
                let old = elf.number(at + 8, 4);
                let what = format!("type {old} -> {kind} in {}", elf.sections[of].name);
                (kind != old).then(|| place(elf.with(at + 8, 4, kind as u64), what, is_loaded(of)))?
            }
            Change::RelocationSymbol => {
                let old = elf.number(at + 12, 4);
                let new = chance.within(1..=symbols.len());
                if new == old || old == 0 {
                    return None;
                }
                let kinds = (elf.kind_of(symbols[old - 1]), elf.kind_of(symbols[new - 1]));
                let what = format!("symbol {:?} -> {:?} in {}", kinds.0, kinds.1, elf.sections[of].name);
                // One function or variable for another is another program, and nothing tells.
                let is_strict = is_loaded(of) && (kinds.0 != kinds.1 || kinds.0 == Named::Other);
                place(elf.with(at + 12, 4, new as u64), what, is_strict)
            }
            Change::RelocationPlace => {
                let value = elf.number(at, 8) as u64;
                let value = if chance.one_in(4) {
                    chance.next()
                } else {
                    value.wrapping_add(chance.within(1..=16) as u64).wrapping_sub(8)
                };
                // In data it is another program: the address of another variable is filled in.
                let of = &elf.sections[of].name;
                place(elf.with(at, 8, value), format!("place in {of}"), of.starts_with(".text"))
            }
            Change::RelocationAddend => {
                let value =
                    if chance.one_in(4) { chance.next() } else { (chance.below(64) as u64).wrapping_sub(32) };
                place(elf.with(at + RELA - 8, 8, value), "addend".into(), false)
            }
            Change::SectionHeader => {
                let (field, length) = chance.pick(&[
                    (0, 4),
                    (4, 4),
                    (8, 8),
                    (16, 8),
                    (24, 8),
                    (32, 8),
                    (40, 4),
                    (44, 4),
                    (48, 8),
                    (56, 8),
                ]);
                let old = elf.number(section.header + field, length) as u64;
                let value = match chance.below(4) {
                    0 => chance.next() >> chance.below(64),
                    1 => 1 << chance.below(64),
                    2 => old ^ 1 << chance.below(12),
                    _ => old.wrapping_add(chance.below(32) as u64).wrapping_sub(16),
                };
                // Its kind, its length or what it is of; a name, an offset or an alignment may make another program.
                let is_strict = match section.kind {
                    4 => matches!(field, 4 | 40 | 44 | 56),
                    _ => {
                        let is_amd64 = subject.machine == Machine::Amd64;
                        field == 4 || field == 32 && is_amd64 && section.name.starts_with(".text")
                    }
                };
                let what = format!("field {field} of {}: {old:#x} -> {value:#x}", section.name);
                place(elf.with(section.header + field, length, value), what, is_strict)
            }
            Change::Symbol => {
                let symbol = symbols[chance.below(symbols.len())];
                let (field, length) = chance.pick(&[(0, 4), (4, 1), (5, 1), (6, 2), (8, 8), (16, 8)]);
                let old = elf.number(symbol + field, length) as u64;
                let value = match chance.below(3) {
                    0 => chance.next() >> chance.below(64),
                    1 => old ^ 1 << chance.below(8),
                    _ => old.wrapping_add(chance.below(32) as u64).wrapping_sub(16),
                };
                place(
                    elf.with(symbol + field, length, value),
                    format!(
                        "field {field} of {:?} {}: {old:#x} -> {value:#x}",
                        elf.kind_of(symbol),
                        elf.name_of(symbol)
                    ),
                    false,
                )
            }
            Change::Unwind => {
                let (at, name) = random_in(".eh_frame", chance)?;
                let value = if chance.one_in(2) {
                    chance.next() & 255
                } else {
                    elf.number(at, 1) as u64 ^ 1 << chance.below(8)
                };
                let old = elf.number(at, 1) as u64;
                let what = format!(
                    "{name} byte {:#x}",
                    at - elf.sections.iter().find(|section| section.name == name)?.contents.start
                );
                (value != old)
                    .then(|| place(elf.with(at, 1, value), format!("{what}: {old:#x} -> {value:#x}"), true))?
            }
            Change::Lines => {
                let (at, _) = random_in(".debug_line", chance)?;
                place(elf.with(at, 1, chance.next() & 255), "line table".into(), true)
            }
            Change::Code => {
                let (at, name) = random_in(".text", chance)?;
                place(elf.with(at, 1, chance.next() & 255), format!("code of {name}"), false)
            }
            Change::Any => {
                let at = chance.below(elf.bytes.len());
                let mut object = elf.with(at, 1, chance.next() & 255);
                if chance.one_in(8) {
                    object.truncate(chance.below(object.len()));
                }
                place(object, "any byte".into(), false)
            }
        }
    }
}
