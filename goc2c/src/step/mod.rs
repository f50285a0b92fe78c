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
mod outputs;
mod scratch;
mod verify;

use std::collections::BTreeSet;
use std::ffi::{OsStr, OsString};
use std::fs;
use std::path::{Path, PathBuf};

use crate::Failure;
use crate::command::Exit;
use crate::command::ending::tell_file_error;
use crate::command::file::{FileError, bytes_of};
use crate::command::jobs::for_each_in_order;
use crate::command::messages::Messages;
use crate::diagnostic::Report;
use crate::gc::{
    Compiled, GcFault, GcFaultKind, Machine, Missing, Placed, Terms, Translation, Unit,
    flags::{Family, TRAPS_APART, limit_flags},
    translate,
};
use crate::source::Source;
use compile::{Job, compile};
use inputs::Inputs;
use scratch::Scratch;

pub use args::{StepArgs, parse_compiler, split_cflags};
pub use bind::Binder;
pub use compiler::{Compiler, NoCompiler, compiler_names, find_compiler};
pub use outputs::{OutFile, is_foreign, origin_of, stale_outputs};
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
    /// How many faults of a file are told.
    pub most_faults: usize,
}

/// What came of a step.
#[derive(Debug)]
pub struct Made {
    /// The files, by name.
    pub files: Vec<OutFile>,
    /// All that was read, in order: the inputs and the headers that they include.
    pub read: Vec<PathBuf>,
    /// The `.goc` files' names without folders.
    pub inputs: Vec<String>,
    /// The package's name.
    pub package: String,
    /// What was found out about each machine's functions.
    pub translations: Vec<(Machine, Translation)>,
}

/// What has been told for the machines so far.
#[derive(Default)]
struct Told {
    /// Faults that are not shown yet, with the machines that have them.
    faults: Vec<(GcFault, Vec<Machine>)>,
    /// The machines whose objects were judged.
    judged: usize,
    /// What compilers said.
    said: Vec<Vec<u8>>,
}

impl Told {
    /// Adds a machine's faults; those of another machine's that are the same are told once.
    fn add(&mut self, faults: Vec<GcFault>, chosen: &[usize], machine: Machine) {
        for fault in faults {
            let fault = GcFault { unit: chosen[fault.unit], ..fault };
            match self.faults.iter_mut().find(|(other, _)| other.is_same(&fault)) {
                Some((_, machines)) => machines.push(machine),
                None => self.faults.push((fault, vec![machine])),
            }
        }
    }

    fn show(&self, inputs: &Inputs, messages: &mut Messages) {
        for (fault, machines) in &self.faults {
            let name = bytes_of(inputs.paths[fault.unit].as_os_str());
            let source = Source::from_bytes(name, &inputs.texts[fault.unit]);
            let only = (machines.len() < self.judged).then(|| machines[0]);
            messages.show(&Report::new(&source, &Placed::new(&source, fault, only)));
        }
    }
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
        let inputs = self.read_inputs(messages)?;
        let mut compilations = Vec::new();
        let mut worst = None;
        // The faults of all machines are told, but a fault that all have only once.
        let mut told = Told::default();
        for &machine in &self.machines {
            match self.compile_for(machine, &inputs, &mut told, messages) {
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
        let mut named = self.compilers.iter().rev().filter(|(of, _)| *of == machine);
        named.next().map(|(_, program)| program.as_os_str())
    }

    /// Compiles and translates for one machine; none where no file is for it.
    fn compile_for(
        &self,
        machine: Machine,
        inputs: &Inputs,
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
                    let without = format!("`--arch {others}` leaves {} out", machine.name());
                    messages.error("compiler", &format!("{error}, and {without}"));
                }
                _ => messages.error("compiler", &error),
            }
            Exit::Io
        })?;
        self.compile_by(self.with_checks(compiler), inputs, chosen, told, messages).map(Some)
    }

    /// Compiles the chosen units and translates what came of it.
    fn compile_by(
        &self,
        compiler: Compiler,
        inputs: &Inputs,
        chosen: Vec<usize>,
        told: &mut Told,
        messages: &mut Messages,
    ) -> Result<Compilation, Exit> {
        let machine = compiler.machine;
        let mut shared = vec![false; inputs.units.len()];
        loop {
            let (compiled, headers) =
                self.compile_all(&compiler, inputs, &chosen, &shared, &mut told.said, messages)?;
            let units: Vec<&Unit> = chosen.iter().map(|unit| &inputs.units[*unit]).collect();
            told.judged += usize::from(!shared.contains(&true));
            match translate(&units, &compiled, machine, compiler.family, &self.terms) {
                Ok(translation) => {
                    return Ok(Compilation { compiler, translation, headers, units: chosen });
                }
                Err(faults) => {
                    if !mark_shared(&units, &chosen, &faults, &mut shared) {
                        told.add(faults, &chosen, machine);
                        return Err(Exit::Faults);
                    }
                }
            }
        }
    }

    /// Compiles the chosen units side by side.
    fn compile_all(
        &self,
        compiler: &Compiler,
        inputs: &Inputs,
        chosen: &[usize],
        shared: &[bool],
        said: &mut Vec<Vec<u8>>,
        messages: &mut Messages,
    ) -> Result<(Vec<Compiled>, Vec<PathBuf>), Exit> {
        let scratch = Scratch::new().and_then(|scratch| {
            let headers = scratch.path().join("include");
            fs::create_dir(&headers)?;
            headers::write_all(&headers)?;
            Ok((scratch, headers))
        });
        let (scratch, headers) = match scratch {
            Ok(made) => made,
            Err(error) => {
                return Err(tell_file_error(
                    &FileError::new("write", &std::env::temp_dir())(error),
                    messages,
                ));
            }
        };
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
                    is_shared: shared[unit] || inputs.units[unit].is_c(),
                    is_less_aligned: self.terms.is_less_aligned,
                };
                compile(&job, &scratch.path().join(unit.to_string()), &headers)
            },
            |done| all.push(done),
        );
        let (mut compiled, mut read) = (Vec::new(), Vec::new());
        let (mut exit, mut clashes) = (None, BTreeSet::new());
        for (&unit, done) in chosen.iter().zip(all) {
            match done {
                Ok(done) => {
                    // What another machine's compiler said of the same line is not said again.
                    if !said.contains(&done.said) {
                        tell_compiler(&done.said, &inputs.units[unit].name, &inputs.paths[unit], messages);
                        said.push(done.said.clone());
                    }
                    if done.compiled.is_none() {
                        exit = exit.max(Some(Exit::Faults));
                        clashes.extend(clashing(&inputs.units[unit], &done.said));
                    }
                    compiled.extend(done.compiled);
                    read.extend(done.read);
                }
                Err(error) => {
                    let shown = compiler.program.to_string_lossy();
                    messages.error("compiler", &format!("the C compiler `{shown}` cannot be run: {error}"));
                    exit = exit.max(Some(Exit::Io));
                }
            }
        }
        for (name, c_name) in clashes {
            let text = format!(
                "in C the Go function `{name}` is `{c_name}`, which C has already: choose another name in Go"
            );
            if !said.contains(&text.clone().into_bytes()) {
                messages.error("name-in-c", &text);
                said.push(text.into_bytes());
            }
        }
        exit.map_or(Ok((compiled, read)), Err)
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
        let files = outputs::render(self, &inputs.units, &contents, &compilations);
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

/// Where a name that is missing is a function of another file of the package, that file must show it.
fn mark_shared(units: &[&Unit], chosen: &[usize], faults: &[GcFault], shared: &mut [bool]) -> bool {
    let mut changed = false;
    for fault in faults {
        let GcFaultKind::Undefined(name, Missing::Function | Missing::Variable) = &fault.kind else {
            continue;
        };
        for (place, unit) in units.iter().enumerate() {
            let number = chosen[place];
            let defines =
                |text: &[u8]| memchr::memmem::find(text, name.as_bytes()).is_some() || includes_more(text);
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

/// The Go functions whose names in C the compiler says are others': what they are called in both.
fn clashing(unit: &Unit, said: &[u8]) -> Vec<(String, String)> {
    let told: Vec<_> = said
        .split(|byte| *byte == b'\n')
        .filter(|line| CLASHES.iter().any(|words| memchr::memmem::find(line, words.as_bytes()).is_some()))
        .collect();
    let is_told = |name: &str| {
        // Between quotes, of either kind.
        let quoted = [format!("\u{2018}{name}\u{2019}"), format!("'{name}'")];
        told.iter()
            .any(|line| quoted.iter().any(|name| memchr::memmem::find(line, name.as_bytes()).is_some()))
    };
    let of_c = unit.functions.iter().filter(|function| is_told(&function.c_name));
    of_c.map(|function| (function.name.clone(), function.c_name.clone())).collect()
}

/// What gcc and clang say of a name that is declared as something else.
const CLASHES: [&str; 3] = ["conflicting types for", "redefinition of", "redeclared as"];

/// Whether C includes files other than goc.h, in which functions may be.
fn includes_more(text: &[u8]) -> bool {
    let named = |start: usize| {
        let line = text[start..].split(|byte| *byte == b'\n').next().unwrap_or_default();
        line.strip_prefix(b"include").map(<[u8]>::trim_ascii)
    };
    let mut signs = memchr::memchr_iter(b'#', text);
    signs.any(|sign| {
        let blanks = text[sign + 1..].iter().take_while(|byte| matches!(byte, b' ' | b'\t')).count();
        named(sign + 1 + blanks).is_some_and(|name| !name.starts_with(b"\"goc.h\""))
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

/// Says what the compiler said, with the file's path in place of its name.
fn tell_compiler(said: &[u8], name: &str, path: &Path, messages: &mut Messages) {
    const FROM: &[u8] = b"In file included from ";
    let mut text = Vec::new();
    for line in said.split_inclusive(|byte| *byte == b'\n') {
        let (start, line) = line.split_at(if line.starts_with(FROM) { FROM.len() } else { 0 });
        text.extend_from_slice(start);
        match line.strip_prefix(name.as_bytes()).filter(|rest| rest.starts_with(b":")) {
            Some(rest) => {
                text.extend_from_slice(bytes_of(path.as_os_str()));
                text.extend_from_slice(rest);
            }
            None => text.extend_from_slice(line),
        }
    }
    tell_text(&text, messages);
}

fn tell_text(text: &[u8], messages: &mut Messages) {
    if !text.is_empty() {
        messages.text(text);
    }
}
