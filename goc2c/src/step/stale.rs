//! Whether what was made of a package's Go types before is what would be made now: goc_types.h of gccgo11, and the proofs in
//! the declarations of gc. No C compiler is asked.

use std::ffi::OsStr;
use std::fs;
use std::path::PathBuf;

use crate::command::Exit;
use crate::command::ending::tell_file_error;
use crate::command::file::{FileError, bytes_of};
use crate::command::messages::Messages;
use crate::front::include::TYPES_HEADER;
use crate::gc::Machine;
use crate::gc::files::{DECLARATIONS, GENERATED};
use crate::gotypes::make::{TypesMade, Wanted, folder_of, make_types};
use crate::gotypes::proof::{NAME, Proof, on_all};
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
    let header = beside(goc, TYPES_HEADER.as_ref());
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

/// A file in the folder of the first `.goc` file, named as that is.
fn beside(goc: &[(PathBuf, Vec<u8>)], name: &OsStr) -> PathBuf {
    goc.first().map_or(name.into(), |(path, _)| path.with_file_name(name))
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
    let folder = folder_of(goc);
    let mut stale = Vec::new();
    for entry in fs::read_dir(folder).map_err(FileError::new("read", folder))? {
        let path = beside(goc, &entry.map_err(FileError::new("read", folder))?.file_name());
        if !bytes_of(path.as_os_str()).ends_with(DECLARATIONS.as_bytes()) {
            continue;
        }
        let text = fs::read_to_string(&path).map_err(FileError::new("read", &path))?;
        let is_one = text.starts_with(GENERATED) && text.contains(NAME);
        let holds = |proof: &&Proof| {
            let is_importable = proof.imports.iter().all(|(_, path)| text.contains(&format!("\"{path}\"")));
            text.contains(&proof.lines) || !is_importable
        };
        if is_one && !on_all(&made.proofs).all(|proof| holds(&proof)) {
            stale.push(path);
        }
    }
    stale.sort();
    Ok(stale)
}
