//! The files of a package as they are read: `.goc` files, and files of C beside them.

use std::collections::HashMap;
use std::ffi::OsStr;
use std::fs;
use std::path::{Component, Path, PathBuf};

use super::headers::{ARENA, ARENA_TEXT};
use super::library::Part;
use super::{Step, tell};
use crate::command::Exit;
use crate::command::ending::tell_file_error;
use crate::command::file::{FileError, bytes_of, display};
use crate::command::messages::Messages;
use crate::diagnostic::Report;
use crate::gc::files::Stem;
use crate::gc::{Machine, Unit, is_c, read_unit};
use crate::gotypes::make::{TypesMade, Wanted, includes_types, make_types};
use crate::gotypes::proof::write_proofs;
use crate::gotypes::sizes::sizes_of;
use crate::options::Options;
use crate::source::Source;
use crate::{Dialect, Target, transpile};

/// The files of a package as they were read, in the order in which they were named.
pub(super) struct Inputs {
    /// Their paths.
    pub paths: Vec<PathBuf>,
    pub texts: Vec<Vec<u8>>,
    pub units: Vec<Unit>,
    /// The header of the package's Go types, where C includes it.
    pub types: Option<TypesMade>,
    /// How many are there from the start; behind them are parts of goc's own C library, which some machine needs.
    from_start: usize,
}

impl Inputs {
    /// The units that are for a machine, by their number.
    pub fn chosen_for(&self, machine: Machine) -> Vec<usize> {
        let is_for = |unit: &usize| Stem::of(&self.units[*unit].name).machines(&[machine]) == [machine];
        let chosen: Vec<_> = (0..self.from_start).filter(is_for).collect();
        // C alone is called by nobody.
        if chosen.iter().all(|unit| self.units[*unit].is_c()) { Vec::new() } else { chosen }
    }

    /// The text of the header of Go types.
    pub fn types(&self) -> Option<&str> {
        self.types.as_ref().map(|types| &*types.text)
    }

    /// The number of the unit that a part of goc's own C library is, which it becomes once.
    ///
    /// # Errors
    /// A file of the package that has its name, which has been said.
    pub fn take(&mut self, part: &Part, messages: &mut Messages) -> Result<usize, Exit> {
        let is_it = |unit: &usize| self.units[*unit].name == part.name;
        if let Some(unit) = (self.from_start..self.units.len()).find(is_it) {
            return Ok(unit);
        }
        self.units.push(Unit::of_c(part.name, part.text.as_bytes(), &self.units[0].package));
        self.texts.push(part.text.into());
        self.paths.push(part.name.into());
        check_names(&self.paths, &self.units, messages)?;
        Ok(self.units.len() - 1)
    }
}

impl Step {
    pub(super) fn read_inputs(&self, messages: &mut Messages) -> Result<Inputs, Exit> {
        let mut texts = Vec::new();
        for path in &self.inputs {
            let text = fs::read(path).map_err(FileError::new("read", path));
            texts.push(text.map_err(|error| tell_file_error(&error, messages))?);
        }
        let mut units: Vec<Option<Unit>> = Vec::new();
        let mut exit = None;
        for (path, text) in self.inputs.iter().zip(&texts) {
            let is_c = path.to_str().is_some_and(is_c);
            let unit = if is_c { Ok(None) } else { self.read_input(path, text, messages).map(Some) };
            match unit {
                Ok(unit) => units.push(unit),
                Err(failed) => exit = exit.max(Some(failed)),
            }
        }
        if let Some(exit) = exit {
            return Err(exit);
        }
        let Some(package) = units.iter().flatten().next().map(|unit| unit.package.clone()) else {
            messages.error(
                "no-goc-file",
                &"files of C need a `.goc` file beside them, with the Go functions that call them",
            );
            return Err(Exit::Faults);
        };
        let names = names_of(&self.inputs);
        let of_c = |(number, unit): (usize, Option<Unit>)| {
            unit.unwrap_or_else(|| Unit::of_c(&names[number], &texts[number], &package))
        };
        let mut units: Vec<_> = units.into_iter().enumerate().map(of_c).collect();
        let mut paths = self.inputs.clone();
        if self.arena {
            units.push(Unit::of_c(ARENA, ARENA_TEXT.as_bytes(), &package));
            texts.push(ARENA_TEXT.into());
            paths.push(ARENA.into());
        }
        check_names(&paths, &units, messages)?;
        if let Some(other) = units.iter().position(|unit| unit.package != units[0].package) {
            let (first, second) = (&units[0], &units[other]);
            messages.error(
                "two-packages",
                &format!(
                    "`{}` is of package `{}`, `{}` of package `{}`: a run is for the files of one package",
                    first.name, first.package, second.name, second.package
                ),
            );
            return Err(Exit::Faults);
        }
        let types = self.read_types(&texts, messages)?;
        if let Some(types) = &types {
            prove(types, &mut units);
        }
        Ok(Inputs { paths, texts, types, from_start: units.len(), units })
    }

    /// Makes the header of the package's Go types, if one of the files includes it.
    fn read_types(&self, texts: &[Vec<u8>], messages: &mut Messages) -> Result<Option<TypesMade>, Exit> {
        if !texts.iter().any(|text| includes_types(text)) {
            return Ok(None);
        }
        let all = self.inputs.iter().cloned().zip(texts.iter().cloned());
        let goc: Vec<_> = all.filter(|(path, _)| !path.to_str().is_some_and(is_c)).collect();
        let machines = if self.machines.is_empty() { &Machine::ALL[..] } else { &self.machines };
        let sizes: Vec<_> = machines.iter().filter_map(|machine| sizes_of(machine.name()).ok()).collect();
        let wanted = Wanted {
            dialect: Dialect::Gc,
            sizes: &sizes,
            choice: &self.choice,
            go_files: None,
            most_faults: self.most_faults,
        };
        make_types(&goc, &wanted, messages).map(Some)
    }

    fn read_input(&self, path: &Path, text: &[u8], messages: &mut Messages) -> Result<Unit, Exit> {
        let options = Options {
            dialect: Dialect::Gc,
            target: Target::Gcc,
            max_faults: self.most_faults,
            ..Options::default()
        };
        let mut source = Source::from_bytes(bytes_of(path.as_os_str()), text);
        let mut unit = read_unit(&mut source, &options).map_err(|error| tell(error, &source, messages))?;
        unit.warnings.iter().for_each(|fault| messages.show(&Report::new(&source, fault)));
        // `#line` has the name alone, so that the same bytes come out in any folder.
        let mut named = Source::from_bytes(unit.name.as_bytes(), text);
        let mut c = Vec::new();
        transpile(&mut named, &options, &mut c).map_err(|error| tell(error, &source, messages))?;
        unit.c = c;
        Ok(unit)
    }
}

/// Has the declarations of each `.goc` file prove that the types which it names are as the C knows them.
fn prove(types: &TypesMade, units: &mut [Unit]) {
    let of_go = units.iter_mut().filter(|unit| !unit.is_c());
    for (unit, proofs) in of_go.zip(&types.proofs) {
        let may_import = |local: &str, path: &str| unit.may_import(local, path);
        if let Some((text, needed)) = write_proofs(proofs, may_import) {
            unit.prove(&text, &needed);
        }
    }
}

/// Files of one name would be written into one.
fn check_names(paths: &[PathBuf], units: &[Unit], messages: &mut Messages) -> Result<(), Exit> {
    let mut by_name = HashMap::new();
    for (path, unit) in paths.iter().zip(units) {
        if let Some(first) = by_name.insert(&unit.name, path) {
            let (one, other) = (display(first), display(path));
            messages.error(
                "same-name",
                &format!(
                    "`{one}` and `{other}` have one name, and so would what is written: rename one, or include it"
                ),
            );
            return Err(Exit::Faults);
        }
    }
    Ok(())
}

/// What files of C are called: by their names, and with as much of their folders as tells them apart, as in
/// `x86_features.c` and `arm_features.c`.
fn names_of(paths: &[PathBuf]) -> Vec<String> {
    let is_normal = |part: &Component<'_>| matches!(part, Component::Normal(_));
    let parts: Vec<Vec<_>> = paths
        .iter()
        .map(|path| path.components().rev().filter(is_normal).map(|part| part.as_os_str()).collect())
        .collect();
    let mut lengths = vec![1; paths.len()];
    loop {
        let named = |file: usize| &parts[file][..lengths[file].min(parts[file].len())];
        let mut count: HashMap<_, usize> = HashMap::new();
        (0..paths.len()).for_each(|file| *count.entry(named(file)).or_default() += 1);
        let is_short = |file: &usize| count[named(*file)] > 1 && lengths[*file] < parts[*file].len();
        let short: Vec<_> = (0..paths.len()).filter(is_short).collect();
        if short.is_empty() {
            break;
        }
        short.into_iter().for_each(|file| lengths[file] += 1);
    }
    let spell = |(parts, length): (&Vec<&OsStr>, usize)| {
        let parts = parts.iter().take(length).rev().map(|part| part.to_string_lossy());
        parts.collect::<Vec<_>>().join("_")
    };
    parts.iter().zip(lengths).map(spell).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_tell_files_of_one_name_apart() {
        let names = |paths: &[&str]| names_of(&paths.iter().map(PathBuf::from).collect::<Vec<_>>());
        assert_eq!(names(&["a.goc", "lib/b.c"]), ["a.goc", "b.c"]);
        assert_eq!(names(&["x86/f.c", "../arm/f.c", "g.c"]), ["x86_f.c", "arm_f.c", "g.c"]);
        assert_eq!(names(&["f.c", "one/x/f.c", "two/x/f.c"]), ["f.c", "one_x_f.c", "two_x_f.c"]);
        assert_eq!(names(&["x/f.c", "x/f.c"]), ["x_f.c", "x_f.c"]);
    }
}
