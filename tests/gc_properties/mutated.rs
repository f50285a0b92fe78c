//! Objects that are not as a compiler makes them: a field of one is changed, many thousand times. Never a panic, never a
//! hang; and where the meaning changes, an error, or output that is the same or asks for more stack.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

use goc2c::gc::flags::Family;
use goc2c::gc::{Compiled, Machine, Terms, Translation, Unit, translate};

use super::changes::{CHANGES, Change};
use super::elf::Elf;
use super::tools::{SAMPLES, compile, compiler, machines, sample, unit};
use crate::support::chance::{Chance, rounds};

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
                let Some(made) = change.make(&subject.elf, subject.machine, &mut chance) else { continue };
                let what = format!("{} {}", subject.name, made.what);
                let start = Instant::now();
                for is_told in [true, false] {
                    match subject.outcome(&made.object, is_told) {
                        Ok(outcome) => {
                            *counts.entry((change, outcome)).or_default() += 1;
                            if !made.is_strict && outcome == Outcome::Other && change.is_shown() {
                                *others.entry(format!("{change:?}: {}", what)).or_default() += 1;
                            }
                            if made.is_strict && outcome == Outcome::Other {
                                *wrong.entry(what.clone()).or_default() += 1;
                            }
                        }
                        Err(panic) => *wrong.entry(format!("panic: {panic}: {}", what)).or_default() += 1,
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
        let plain =
            translate(&[&unit], std::slice::from_ref(&compiled), machine, Family::Gcc, &Terms::default())
                .unwrap();
        let bare = Compiled { stack_usage: String::new(), ..compiled.clone() };
        let without_usage = translate(&[&unit], &[bare], machine, Family::Gcc, &Terms::default()).ok();
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
        let compiled = [Compiled { object: object.to_vec(), stack_usage, ..Compiled::default() }];
        let run = || translate(&[&self.unit], &compiled, self.machine, Family::Gcc, &Terms::default());
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
