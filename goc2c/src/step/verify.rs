//! Compiles a package again as the committed files say that it was, and compares a linked program with what comes of it.

use std::fs;
use std::path::{Path, PathBuf};

use super::compiler::{Compiler, find_compiler, find_version};
use super::headers::ARENA;
use super::{Inputs, Step, Told};
use crate::command::Exit;
use crate::command::ending::tell_file_error;
use crate::command::file::{FileError, display};
use crate::command::messages::Messages;
use crate::gc::files::{Stem, first_line};
use crate::gc::verify::{Finding, machine_of, verify};
use crate::gc::{Machine, Terms, is_c};

/// What was found out about a program.
#[derive(Debug)]
pub struct Verified {
    /// The machine that it is for.
    pub machine: Machine,
    /// What was found, by `.goc` file.
    pub findings: Vec<Finding>,
}

/// What the committed files say of how they were made.
struct Committed {
    /// One of them.
    path: PathBuf,
    text: String,
    compiler: String,
    flags: String,
    terms: Terms,
}

impl Step {
    /// Compares a program with what the inputs give for its machine. What is wrong has been said when it fails; what
    /// differs has not.
    ///
    /// # Errors
    /// How the run ends then.
    pub fn verify(&self, program: &Path, messages: &mut Messages) -> Result<Verified, Exit> {
        let shown = display(program);
        let bytes = fs::read(program).map_err(FileError::new("read", program));
        let bytes = bytes.map_err(|error| tell_file_error(&error, messages))?;
        let mut unusable = |error| {
            messages.error("program", &format!("`{shown}` cannot be compared: {error}"));
            Exit::Io
        };
        let machine = machine_of(&bytes).map_err(&mut unusable)?;
        let step = Step { arena: self.was_arena(machine), ..self.clone() };
        let mut inputs = step.read_inputs(messages)?;
        let chosen = inputs.chosen_for(machine);
        if chosen.is_empty() {
            messages.error("program", &format!("no file is for {machine}, which `{shown}` is for"));
            return Err(Exit::Faults);
        }
        let committed = self.read_committed(machine, &inputs, &chosen, messages)?;
        let compiler = self.compiler_of(machine, committed.first(), messages)?;
        let terms = committed.first().map(|committed| committed.terms.clone()).unwrap_or_default();
        let step = Step { terms, ..step };
        let mut told = Told::default();
        let made = step.compile_by(compiler, &mut inputs, chosen, &mut told, messages);
        told.show(&inputs, messages);
        let made = made?;
        let committed = match committed.is_empty() {
            true => committed,
            // Now with what C needs of goc's own library.
            false => self.read_committed(machine, &inputs, &made.units, messages)?,
        };
        for (committed, assembly) in committed.iter().zip(&made.translation.assembly) {
            if !committed.text.ends_with(&assembly.text) {
                let shown = display(&committed.path);
                messages.plain(&format!(
                    "`{shown}` is not what is compiled here: `goc2c --dialect gc --check` has more; differences are likely"
                ));
            }
        }
        let units: Vec<_> = made.units.iter().map(|unit| &inputs.units[*unit]).collect();
        let findings = verify(&units, &made.translation.assembly, machine, &bytes).map_err(|error| {
            messages.error("program", &format!("`{shown}` cannot be compared: {error}"));
            Exit::Io
        })?;
        Ok(Verified { machine, findings })
    }

    /// Whether the committed files have malloc: they have a file for it.
    fn was_arena(&self, machine: Machine) -> bool {
        let name = Stem::of(ARENA).assembly(machine);
        self.inputs
            .iter()
            .any(|input| !input.to_str().is_some_and(is_c) && input.with_file_name(&name).exists())
    }

    /// The assembly beside each input; none where no file is there, as where the go command is given them by an overlay.
    fn read_committed(
        &self,
        machine: Machine,
        inputs: &Inputs,
        chosen: &[usize],
        messages: &mut Messages,
    ) -> Result<Vec<Committed>, Exit> {
        let mut all: Vec<Committed> = Vec::new();
        let first_goc = inputs.units.iter().position(|unit| !unit.is_c()).unwrap_or_default();
        for &unit in chosen {
            // What is made of C lies with the rest.
            let beside = if inputs.units[unit].is_c() { first_goc } else { unit };
            let name = Stem::of(&inputs.units[unit].name).assembly(machine);
            let path = inputs.paths[beside].with_file_name(name);
            let text = match fs::read_to_string(&path) {
                Ok(text) => text,
                Err(error) if error.kind() == std::io::ErrorKind::NotFound && all.is_empty() => continue,
                Err(error) => return Err(tell_file_error(&FileError::new("read", &path)(error), messages)),
            };
            let line = |name| first_line(&text, name).unwrap_or_default().to_owned();
            let (compiler, flags) = (line("compiler"), line("flags"));
            let terms = Terms::of_lines(|name| first_line(&text, name)).unwrap_or_default();
            if let Some(first) = all.first()
                && (&first.compiler, &first.flags, &first.terms) != (&compiler, &flags, &terms)
            {
                let (one, other) = (display(&first.path), display(&path));
                messages.error(
                    "two-runs",
                    &format!(
                        "`{one}` and `{other}` were made by different compilers or flags: `goc2c --dialect gc` with all \
                         .goc files makes both anew"
                    ),
                );
                return Err(Exit::Faults);
            }
            all.push(Committed { path, text, compiler, flags, terms });
        }
        if all.len() == chosen.len() {
            return Ok(all);
        }
        messages.plain(&format!(
            "no assembly for {} is beside the .goc files: compiled as `goc2c --dialect gc` would",
            machine.name()
        ));
        Ok(Vec::new())
    }

    /// The compiler that the committed files name, with their flags; else the one that a run would take.
    fn compiler_of(
        &self,
        machine: Machine,
        committed: Option<&Committed>,
        messages: &mut Messages,
    ) -> Result<Compiler, Exit> {
        let named = self.named_compiler(machine);
        let same = match (named, committed) {
            (None, Some(committed)) => find_version(machine, &committed.compiler),
            _ => None,
        };
        let mut compiler = match same {
            Some(compiler) => compiler,
            None => find_compiler(machine, named).map_err(|error| {
                messages.error("compiler", &error);
                Exit::Io
            })?,
        };
        let Some(committed) = committed else { return Ok(compiler) };
        if compiler.version != committed.compiler {
            messages.plain(&format!(
                "`{}` was made by {}, and this is {}: differences are likely",
                display(&committed.path),
                committed.compiler,
                compiler.version
            ));
            // Another compiler has flags of its own; what was added to them counts.
            let added = shlex::split(&committed.flags).unwrap_or_default();
            let added = added.iter().map(String::as_str);
            let known = crate::gc::flags::all_flags();
            let added = added.filter(|flag| !known.contains(flag) && !flag.starts_with("--target"));
            compiler.flags.extend(added.map(str::to_owned));
            return Ok(compiler);
        }
        compiler.flags = shlex::split(&committed.flags).unwrap_or_default();
        Ok(compiler)
    }
}
