//! Whether what was made of a package's Go types before is what would be made now: goc_types.h of gccgo11, and the proofs in
//! the declarations of gc. No C compiler is asked.

use std::fs;
use std::path::PathBuf;

use crate::command::Exit;
use crate::command::ending::tell_file_error;
use crate::command::file::FileError;
use crate::command::messages::Messages;
use crate::front::include::TYPES_HEADER;
use crate::gc::Machine;
use crate::gc::files::{GENERATED, Stem};
use crate::gotypes::make::{TypesMade, Wanted, make_types};
use crate::gotypes::proof::{NAME, OLD, Proof, on_all};
use crate::gotypes::sizes::{Sizes, all_sizes, sizes_of};
use crate::gotypes::write::MADE_FOR;

/// The files beside `.goc` files that were made of other types than the package's Go files have now. What cannot be read
/// has been said.
///
/// # Errors
/// How the run ends then.
pub fn find_old_types(
    goc: &[(PathBuf, Vec<u8>)],
    wanted: &Wanted<'_>,
    messages: &mut Messages,
) -> Result<Vec<PathBuf>, Exit> {
    if wanted.dialect.traits().frames {
        let machines = Machine::ALL.map(|machine| sizes_of(machine.name()).ok());
        let sizes: Vec<_> = machines.into_iter().flatten().collect();
        let made = make_types(goc, &Wanted { sizes: &sizes, ..*wanted }, messages)?;
        return find_old_proofs(goc, &made).map_err(|error| tell_file_error(&error, messages));
    }
    let Some((first, _)) = goc.first() else { return Ok(Vec::new()) };
    let header = first.with_file_name(TYPES_HEADER);
    let text = match fs::read_to_string(&header) {
        Ok(text) => text,
        // It is made where it is needed.
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(tell_file_error(&FileError::new("read", &header)(error), messages)),
    };
    for sizes in sizes_in(&text, wanted.sizes) {
        let made = make_types(goc, &Wanted { sizes: &sizes, ..*wanted }, messages)?;
        if without_first_line(&made.text) == without_first_line(&text) {
            return Ok(Vec::new());
        }
    }
    Ok(vec![header])
}

/// For which architectures a header may have been made: those that it names, or else any one.
fn sizes_in(text: &str, usual: &[&'static Sizes]) -> Vec<Vec<&'static Sizes>> {
    let line = text.lines().find_map(|line| line.strip_prefix(MADE_FOR)?.strip_suffix('"'));
    if let Some(line) = line {
        return vec![line.split(", ").filter_map(|arch| sizes_of(arch).ok()).collect()];
    }
    let others = all_sizes().filter(|sizes| !usual.contains(sizes));
    usual.iter().copied().chain(others).map(|sizes| vec![sizes]).collect()
}

/// The first line has the `.goc` files in the order in which they were named.
fn without_first_line(text: &str) -> &str {
    text.split_once('\n').map_or("", |(_, rest)| rest)
}

/// The declarations that prove something else of what is to be proved.
fn find_old_proofs(goc: &[(PathBuf, Vec<u8>)], made: &TypesMade) -> Result<Vec<PathBuf>, FileError> {
    let mut stale = Vec::new();
    for ((path, _), proofs) in goc.iter().zip(&made.proofs) {
        let Some(name) = path.file_name().and_then(|name| name.to_str()) else { continue };
        let declarations = path.with_file_name(Stem::of(name).declarations());
        let text = match fs::read_to_string(&declarations) {
            Ok(text) => text,
            // They have not been made yet.
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => continue,
            Err(error) => return Err(FileError::new("read", &declarations)(error)),
        };
        let is_one = text.starts_with(GENERATED) && [NAME, OLD].iter().any(|name| text.contains(name));
        let holds = |proof: &Proof| {
            let is_importable = proof.imports.iter().all(|(_, path)| text.contains(&format!("\"{path}\"")));
            text.contains(&proof.lines) || !is_importable
        };
        if is_one && !on_all(proofs).all(holds) {
            stale.push(declarations);
        }
    }
    Ok(stale)
}
