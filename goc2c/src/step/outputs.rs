//! The files that a step gives, and those of earlier runs that would not be written now.

use std::fs;
use std::hash::Hasher;
use std::io;
use std::path::{Path, PathBuf};

use super::inputs::Inputs;
use super::{Compilation, Step};
use crate::failure::Failure;
use crate::gc::files::{
    DECLARATIONS, GENERATED, Origin, PANIC_FILE, PANIC_OTHER_FILE, Stem, assembly_file, declaration_file,
    fallback_file, panic_file,
};
use crate::gc::{Machine, is_c};

/// A file to write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutFile {
    /// Its name, without a folder.
    pub name: String,
    /// What it holds.
    pub text: String,
}

/// The files of a package; a failure comes with the number of its unit.
pub(super) fn render(
    step: &Step,
    inputs: &Inputs,
    contents: &[Vec<u8>],
    compilations: &[Compilation],
) -> Result<Vec<OutFile>, (usize, Failure)> {
    let (units, types, hashed) = (&inputs.units, inputs.types(), hash(contents));
    let mut files = Vec::new();
    let all: Vec<Machine> = compilations.iter().map(|made| made.compiler.machine).collect();
    for (number, unit) in units.iter().enumerate() {
        let stem = Stem::of(&unit.name);
        let (mut shared, mut forwarded) = (Vec::new(), Vec::new());
        for made in compilations {
            let Some(place) = made.units.iter().position(|each| *each == number) else { continue };
            let assembly = &made.translation.assembly[place];
            let flags = shown_flags(&made.compiler.flags, &step.cflags_for(made.compiler.machine));
            let origin = Origin {
                compiler: &made.compiler.version,
                flags: &flags,
                terms: &step.terms,
                inputs: &hashed,
            };
            let machine = made.compiler.machine;
            let text = assembly_file(unit, assembly, machine, &step.tag, &origin);
            files.push(OutFile { name: stem.assembly(machine), text });
            shared.extend(assembly.shared.iter().cloned());
            forwarded.extend(&assembly.forwarded);
        }
        shared.sort_unstable();
        shared.dedup();
        let is_for = |made: &&Compilation| made.units.contains(&number);
        let machines: Vec<_> = compilations.iter().filter(is_for).map(|made| made.compiler.machine).collect();
        if machines.is_empty() || unit.is_c() && shared.is_empty() {
            continue;
        }
        let text = declaration_file(unit, &machines, &step.tag, &shared, &forwarded)
            .map_err(|error| (number, error))?;
        files.push(OutFile { name: stem.declarations(), text });
        if step.fallback && !unit.is_c() {
            // The hash tells packages of one name apart, whatever their paths.
            let path = format!("goc_{hashed}");
            let text = fallback_file(unit, &machines, &step.tag, &path, types);
            let text = text.map_err(|error| (number, error))?;
            files.push(OutFile { name: stem.fallback(), text });
        }
    }
    let can_panic = |made: &Compilation| made.translation.assembly.iter().any(|assembly| assembly.can_panic);
    let package = units.first().map_or("", |unit| &unit.package);
    if compilations.iter().any(can_panic) {
        files.push(OutFile { name: PANIC_FILE.into(), text: panic_file(package, &all, &step.tag, false) });
    }
    if step.fallback {
        files.push(OutFile {
            name: PANIC_OTHER_FILE.into(),
            text: panic_file(package, &all, &step.tag, true),
        });
    }
    files.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(files)
}

/// A hash of all inputs, in whatever order they were named.
fn hash(contents: &[Vec<u8>]) -> String {
    let mut hash = xxhash_rust::xxh3::Xxh3::new();
    let contents: std::collections::BTreeSet<_> = contents.iter().collect();
    for text in contents {
        hash.write_u64(text.len() as u64);
        hash.write(text);
    }
    format!("{:032x}", hash.digest128())
}

/// The flags without paths, which are another machine's business.
fn shown_flags(own: &[String], added: &[String]) -> String {
    let mut shown: Vec<&str> = own.iter().map(String::as_str).collect();
    let mut words = added.iter();
    while let Some(word) = words.next() {
        match &**word {
            "-I" | "-iquote" | "-isystem" | "-include" | "-imacros" => {
                words.next();
            }
            word if word.starts_with("-I") || word.starts_with("-iquote") || word.starts_with("-isystem") => {
            }
            word => shown.push(word),
        }
    }
    // Quoted as a shell wants it where that is needed; no word of a command line holds a NUL.
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || "-=_+,./:@%".contains(letter);
    let quoted = |word: &&str| match word.chars().all(is_plain) && !word.is_empty() {
        true => (*word).to_owned(),
        false => shlex::try_quote(word).map(|word| word.into_owned()).unwrap_or_default(),
    };
    shown.iter().map(quoted).collect::<Vec<_>>().join(" ")
}

/// The files in a folder that earlier runs wrote for the same package and that this one would not: those whose first
/// line names a `.goc` file that is in this run, or that is gone. Links and folders are never among them.
///
/// # Errors
/// A folder that cannot be read.
pub fn stale_outputs(
    folder: &Path,
    inputs: &[String],
    files: &[OutFile],
    package: &str,
) -> io::Result<Vec<PathBuf>> {
    let mut stale = Vec::new();
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(stale),
        Err(error) => return Err(error),
    };
    for entry in entries {
        let entry = entry?;
        let Some(name) = entry.file_name().to_str().map(str::to_owned) else { continue };
        if !entry.file_type()?.is_file() || files.iter().any(|file| file.name == name) {
            continue;
        }
        let Some(from) = origin_of(&entry.path(), &name) else { continue };
        let is_ours = match &*name {
            // Another `.goc` file of the folder may need it.
            PANIC_FILE | PANIC_OTHER_FILE => from == package && !has_other(folder, inputs)?,
            _ => inputs.contains(&from) || fs::symlink_metadata(folder.join(&from)).is_err(),
        };
        if is_ours {
            stale.push(entry.path());
        }
    }
    stale.sort();
    Ok(stale)
}

fn is_panic_file(name: &str) -> bool {
    [PANIC_FILE, PANIC_OTHER_FILE].contains(&name)
}

/// Whether a file is there that goc2c did not write.
pub fn is_foreign(path: &Path) -> bool {
    read_start(path).is_some_and(|start| !start.is_empty() && !start.starts_with(GENERATED.as_bytes()))
}

/// The start of a file, which has its first line; none where it cannot be read.
fn read_start(path: &Path) -> Option<Vec<u8>> {
    let mut start = vec![0; 1 << 12];
    let length = crate::source::read_full(&mut fs::File::open(path).ok()?, &mut start).ok()?;
    start.truncate(length);
    Some(start)
}

/// What a file's first line says it was made from, if its name is one that is made from that: a `.goc` file, or for the
/// files about panics the package.
pub fn origin_of(path: &Path, name: &str) -> Option<String> {
    let is_name = is_panic_file(name)
        || name.ends_with(DECLARATIONS)
        || name.ends_with("_other.go")
        || name.ends_with(".s");
    if !is_name {
        return None;
    }
    let start = read_start(path)?;
    let line = std::str::from_utf8(&start).ok().or_else(|| {
        let end = memchr::memchr(b'\n', &start)?;
        std::str::from_utf8(&start[..end]).ok()
    })?;
    let from = line.lines().next()?.strip_prefix(GENERATED)?.strip_suffix(". DO NOT EDIT.")?;
    if is_panic_file(name) {
        return Some(from.to_owned());
    }
    let stem = Stem::of(from);
    let made = Machine::ALL.map(|machine| stem.assembly(machine));
    let fits = made.iter().any(|made| made == name) || stem.declarations() == name || stem.fallback() == name;
    (fits && (from.ends_with(".goc") || is_c(from))).then(|| from.to_owned())
}

/// Whether a folder has a `.goc` file that is not in this run.
fn has_other(folder: &Path, inputs: &[String]) -> io::Result<bool> {
    for entry in fs::read_dir(folder)? {
        let name = entry?.file_name();
        if name
            .to_str()
            .is_some_and(|name| name.ends_with(".goc") && !inputs.iter().any(|input| input == name))
        {
            return Ok(true);
        }
    }
    Ok(false)
}
