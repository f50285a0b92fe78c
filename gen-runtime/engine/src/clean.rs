//! What `clean` removes from a tree: what the driver makes there, and nothing else.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::state::State;

/// The folder of the driver's own in a tree or a module.
pub const OWN: &str = ".gen-runtime";

/// The files that a state tells of and the folders that they lie in by themselves, in the order in which they
/// are removed. Nothing but what the state knows is listed, so that nothing else can be lost.
pub fn list(own: &Path) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = Vec::new();
    let state = State::read(own);
    found.extend(state.targets().filter(|path| !path.starts_with(own) && path.is_file()).map(Path::to_owned));
    found.sort();
    if own.is_dir() {
        found.push(own.to_owned());
    }
    found
}

/// Removes a file, or the driver's own folder.
///
/// # Errors
/// What the system said.
pub fn remove(path: &Path) -> io::Result<()> {
    match fs::symlink_metadata(path) {
        Ok(about) if about.is_dir() => fs::remove_dir_all(path),
        Ok(_) => fs::remove_file(path),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error),
    }
}
