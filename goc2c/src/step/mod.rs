//! The step of dialect gc as programs make it: `.goc` files of a package in, the C compiler in between, the bytes of Go
//! files out. Runs processes and reads files; writes none but in a folder of its own for as long as it takes.
//!
//! [`crate::gc`] has what is translated and how.

mod args;
mod bind;
mod compile;
mod compiler;
mod headers;
mod inputs;
mod library;
mod outputs;
mod said;
mod scratch;
mod stale;
mod told;
mod verify;

use std::ffi::{OsStr, OsString};
use std::fs;
use std::path::PathBuf;

use crate::Failure;
use crate::command::Exit;
use crate::command::ending::tell_file_error;
use crate::command::file::{FileError, bytes_of};
use crate::command::jobs::for_each_in_order;
use crate::command::messages::Messages;
use crate::diagnostic::Report;
use crate::fault::{Fault, go::GoFault};
use crate::front::include::{included, is_own};
use crate::gc::{
    Compiled, GcFault, GcFaultKind, Machine, Terms, Translation, Unit,
    flags::{Family, TRAPS_APART, limit_flags},
    translate,
};
use crate::gotypes::make::Choice;
use crate::source::Source;
use compile::{Done, Job, compile};
use compiler::named_for;
use inputs::Inputs;
use library::{Part, part_with};
use scratch::Scratch;
use told::Told;

pub use args::{StepArgs, parse_compiler, split_cflags};
pub use bind::Binder;
pub use compiler::{Compiler, NoCompiler, compiler_names, find_compiler};
pub use outputs::{OutFile, is_foreign, origin_of, stale_outputs};
pub use stale::find_old_types;
pub use verify::Verified;

/// What a step is asked for.
#[derive(Debug, Clone)]
pub struct Step {
    /// The `.goc` files of a package, all of them.
    pub inputs: Vec<PathBuf>,
    /// For which machines.
    pub machines: Vec<Machine>,
    /// The C compilers that were named.
    pub compilers: Vec<(Machine, OsString)>,
    /// Those that were found before, which need not be asked again.
    pub found: Vec<Compiler>,
    /// What is added to their flags, for one machine or for all.
    pub cflags: Vec<(Option<Machine>, String)>,
    /// The build tag that takes the assembly away.
    pub tag: String,
    /// Whether the same functions by cgo are written for where the assembly is not.
    pub fallback: bool,
    /// What the author grants.
    pub terms: Terms,
    /// Whether C may call malloc and its kin, which take from bytes that Go passes in.
    pub arena: bool,
    /// Which of the package's Go files count, where C includes the header of their types.
    pub choice: Choice,
    /// How many faults of a file are told.
    pub most_faults: usize,
}

/// What came of a step.
#[derive(Debug)]
pub struct Made {
    /// The files, by name.
    pub files: Vec<OutFile>,
    /// All that was read, in order: the inputs, the headers that they include, and Go files whose types they name.
    pub read: Vec<PathBuf>,
    /// The `.goc` files' names without folders.
    pub inputs: Vec<String>,
    /// The package's name.
    pub package: String,
    /// What was found out about each machine's functions.
    pub translations: Vec<(Machine, Translation)>,
}

/// One machine's objects.
struct Compilation {
    compiler: Compiler,
    translation: Translation,
    /// The headers that were read.
    headers: Vec<PathBuf>,
    /// The units that are for this machine, by their number.
    units: Vec<usize>,
}

impl Step {
    /// Makes the files. What is wrong has been said when it fails.
    ///
    /// # Errors
    /// How the run ends then.
    pub fn run(&self, messages: &mut Messages) -> Result<Made, Exit> {
        let mut inputs = self.read_inputs(messages)?;
        let mut compilations = Vec::new();
        let mut worst = None;
        // The faults of all machines are told, but a fault that all have only once.
        let mut told = Told::default();
        for &machine in &self.machines {
            match self.compile_for(machine, &mut inputs, &mut told, messages) {
                Ok(Some(compilation)) => compilations.push(compilation),
                Ok(None) => {}
                Err(exit) => worst = worst.max(Some(exit)),
            }
        }
        told.show(&inputs, messages);
        match worst {
            Some(exit) => Err(exit),
            None => self.finish(&inputs, compilations, messages),
        }
    }

    /// What is added to the flags of a machine's compiler.
    pub fn cflags_for(&self, machine: Machine) -> Vec<String> {
        let is_for = |of: &Option<Machine>| of.is_none_or(|of| of == machine);
        self.cflags.iter().filter(|(of, _)| is_for(of)).map(|(_, flag)| flag.clone()).collect()
    }

    /// The C compiler for a machine.
    ///
    /// # Errors
    /// As [`find_compiler`].
    pub fn find_compiler(&self, machine: Machine) -> Result<Compiler, NoCompiler> {
        match self.found.iter().find(|compiler| compiler.machine == machine) {
            Some(compiler) => Ok(compiler.clone()),
            None => find_compiler(machine, self.named_compiler(machine)),
        }
    }

    /// The compiler with what it is told where stack is reserved, and where C is checked as it runs.
    fn with_checks(&self, mut compiler: Compiler) -> Compiler {
        let is_check = |flag: &String| flag.starts_with("-fsanitize=");
        if compiler.family == Family::Gcc && self.cflags_for(compiler.machine).iter().any(is_check) {
            compiler.flags.push(TRAPS_APART.into());
        }
        if self.terms.reserve.is_some() {
            let flags = limit_flags(compiler.machine, compiler.family);
            compiler.flags.extend(flags.iter().copied().map(str::to_owned));
        }
        compiler
    }

    /// The C compiler that was named for a machine.
    pub fn named_compiler(&self, machine: Machine) -> Option<&OsStr> {
        named_for(&self.compilers, machine)
    }

    /// Compiles and translates for one machine; none where no file is for it.
    fn compile_for(
        &self,
        machine: Machine,
        inputs: &mut Inputs,
        told: &mut Told,
        messages: &mut Messages,
    ) -> Result<Option<Compilation>, Exit> {
        let chosen = inputs.chosen_for(machine);
        if chosen.is_empty() {
            return Ok(None);
        }
        let compiler = self.find_compiler(machine).map_err(|error| {
            match &error {
                NoCompiler::Missing(_) if self.machines.len() > 1 => {
                    let others = self.machines.iter().filter(|other| **other != machine);
                    let others = others.map(|other| other.name()).collect::<Vec<_>>().join(",");
                    let without = format!("`--arch {others}` leaves {machine} out");
                    messages.error("compiler", &format!("{error}, and {without}"));
                }
                _ => messages.error("compiler", &error),
            }
            Exit::Io
        })?;
        self.compile_by(self.with_checks(compiler), inputs, chosen, told, messages).map(Some)
    }

    /// Compiles the chosen units and translates what came of it. Units that others turn out to need join them.
    fn compile_by(
        &self,
        compiler: Compiler,
        inputs: &mut Inputs,
        mut chosen: Vec<usize>,
        told: &mut Told,
        messages: &mut Messages,
    ) -> Result<Compilation, Exit> {
        let machine = compiler.machine;
        // What is of C is shared from the start.
        let mut shared: Vec<_> = inputs.units.iter().map(Unit::is_c).collect();
        let mut compiled = vec![Compiled::default(); chosen.len()];
        let mut headers = vec![Vec::new(); chosen.len()];
        loop {
            let is_old = |place: &usize| {
                let Compiled { object, is_shared, .. } = &compiled[*place];
                object.is_empty() || shared[chosen[*place]] && !is_shared
            };
            let places: Vec<_> = (0..chosen.len()).filter(is_old).collect();
            let old: Vec<_> = places.iter().map(|place| chosen[*place]).collect();
            let made = self.compile_all(&compiler, inputs, &old, &shared, told, messages)?;
            for (place, made) in places.into_iter().zip(made) {
                (compiled[place], headers[place]) = made;
            }
            let units: Vec<&Unit> = chosen.iter().map(|unit| &inputs.units[*unit]).collect();
            let faults = match translate(&units, &compiled, machine, compiler.family, &self.terms) {
                Ok(translation) => {
                    told.judge(machine, Vec::new(), &chosen);
                    let headers = headers.concat();
                    return Ok(Compilation { compiler, translation, headers, units: chosen });
                }
                Err(faults) => faults,
            };
            if mark_shared(&units, &chosen, &faults, &mut shared) {
                continue;
            }
            let before = chosen.len();
            for part in parts_for(&faults, self.arena) {
                let unit = inputs.take(part, messages)?;
                if !chosen.contains(&unit) {
                    chosen.push(unit);
                }
            }
            if chosen.len() == before {
                told.judge(machine, faults, &chosen);
                return Err(Exit::Faults);
            }
            shared.resize(inputs.units.len(), true);
            compiled.resize(chosen.len(), Compiled::default());
            headers.resize(chosen.len(), Vec::new());
        }
    }

    /// Compiles units side by side: their objects and the headers that each includes.
    fn compile_all(
        &self,
        compiler: &Compiler,
        inputs: &Inputs,
        chosen: &[usize],
        shared: &[bool],
        told: &mut Told,
        messages: &mut Messages,
    ) -> Result<Vec<(Compiled, Vec<PathBuf>)>, Exit> {
        let scratch = Scratch::new().and_then(|scratch| {
            let headers = headers::write_below(scratch.path(), inputs.types())?;
            Ok((scratch, headers))
        });
        let (scratch, headers) = scratch.map_err(|error| {
            tell_file_error(&FileError::new("write", &std::env::temp_dir())(error), messages)
        })?;
        let cflags = self.cflags_for(compiler.machine);
        let threads =
            std::thread::available_parallelism().map_or(1, std::num::NonZero::get).min(chosen.len());
        let mut all = Vec::new();
        for_each_in_order(
            chosen,
            threads,
            |&unit| {
                let job = Job {
                    compiler,
                    c: &inputs.units[unit].c,
                    input: &inputs.paths[unit],
                    cflags: &cflags,
                    is_shared: shared[unit],
                    is_less_aligned: self.terms.is_less_aligned,
                };
                compile(&job, &scratch.path().join(unit.to_string()), &headers)
            },
            |done| all.push(done),
        );
        let mut compiled = Vec::new();
        let mut exit = None;
        for (&unit, done) in chosen.iter().zip(all) {
            match done {
                Ok(mut done) => {
                    if done.compiled.is_none() {
                        exit = exit.max(Some(Exit::Faults));
                    }
                    match missing_prelude(&inputs.units[unit], &done) {
                        Some(fault) => told.note_fault(unit, fault),
                        None => told.show_said(&mut done, unit, inputs, messages),
                    }
                    compiled.extend(done.compiled.map(|object| (object, done.read)));
                }
                Err(error) => {
                    let shown = compiler.program.to_string_lossy();
                    messages.error("compiler", &format!("the C compiler `{shown}` cannot be run: {error}"));
                    exit = exit.max(Some(Exit::Io));
                }
            }
        }
        exit.map_or(Ok(compiled), Err)
    }

    fn finish(
        &self,
        inputs: &Inputs,
        compilations: Vec<Compilation>,
        messages: &mut Messages,
    ) -> Result<Made, Exit> {
        let mut read = self.inputs.clone();
        for compilation in &compilations {
            for header in &compilation.headers {
                if !read.contains(header) {
                    read.push(header.clone());
                }
            }
        }
        let mut contents = inputs.texts.clone();
        for header in &read[self.inputs.len()..] {
            let text = fs::read(header).map_err(FileError::new("read", header));
            contents.push(text.map_err(|error| tell_file_error(&error, messages))?);
        }
        if let Some(types) = &inputs.types {
            // What they are made of counts as far as it shows in them.
            contents.push(types.text.clone().into_bytes());
            read.extend(types.read.iter().cloned());
        }
        let files = outputs::render(self, inputs, &contents, &compilations);
        let files = files.map_err(|(unit, error)| {
            let name = bytes_of(inputs.paths[unit].as_os_str());
            tell(error, &Source::from_bytes(name, &inputs.texts[unit]), messages)
        })?;
        let names = inputs.units.iter().map(|unit| unit.name.clone()).collect();
        let translations =
            compilations.into_iter().map(|made| (made.compiler.machine, made.translation)).collect();
        let package = inputs.units.first().map(|unit| unit.package.clone()).unwrap_or_default();
        Ok(Made { files, read, inputs: names, package, translations })
    }
}

/// That goc.h is missing where it shows, in place of all that a compiler says of that.
fn missing_prelude(unit: &Unit, done: &Done) -> Option<Fault> {
    let is_said = |words: &str| memchr::memmem::find(&done.said, words.as_bytes()).is_some();
    let is_refused = done.compiled.is_none() && (is_said("unknown type name") || is_said("GOC_PKG"));
    let at = unit.lacks_prelude.as_ref().filter(|_| is_refused)?.span();
    Some(GoFault::NoPrelude { at, is_sure: true }.into())
}

/// The parts of goc's own C library that have what is missing.
fn parts_for(faults: &[GcFault], has_arena: bool) -> impl Iterator<Item = &'static Part> {
    faults.iter().filter_map(move |fault| match &fault.kind {
        GcFaultKind::Undefined(name, _) => part_with(name, has_arena),
        _ => None,
    })
}

/// Where a name that is missing is a function of another file of the package, that file must show it. Headers are not
/// searched for what goc has a part for.
fn mark_shared(units: &[&Unit], chosen: &[usize], faults: &[GcFault], shared: &mut [bool]) -> bool {
    let mut changed = false;
    for fault in faults {
        let GcFaultKind::Undefined(name, _) = &fault.kind else { continue };
        let has_part = part_with(name, true).is_some();
        for (place, unit) in units.iter().enumerate() {
            let number = chosen[place];
            let defines = |text: &[u8]| {
                memchr::memmem::find(text, name.as_bytes()).is_some() || !has_part && includes_more(text)
            };
            let may_have = unit
                .functions
                .iter()
                .any(|function| function.symbol.ends_with(&**name) || function.c_name == *name)
                || place != fault.unit && defines(&unit.c);
            if may_have && !shared[number] {
                shared[number] = true;
                changed = true;
            }
        }
    }
    changed
}

/// Whether C includes files other than those of goc2c, in which functions may be.
fn includes_more(text: &[u8]) -> bool {
    memchr::memchr_iter(b'#', text).any(|sign| {
        let line = text[sign..].split(|byte| *byte == b'\n').next().unwrap_or_default();
        included(line).is_some_and(|operand| !is_own(operand))
    })
}

/// Says why a file could not be read.
fn tell(failure: Failure, source: &Source<'_>, messages: &mut Messages) -> Exit {
    match failure {
        Failure::Faults(faults) => {
            faults.list.iter().for_each(|fault| messages.show(&Report::new(source, fault)));
            messages.hide(faults.more);
        }
        other => messages.trouble(&other),
    }
    Exit::Faults
}
