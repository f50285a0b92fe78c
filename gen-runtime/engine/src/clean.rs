//! What `clean` removes: the driver's own folder, and files that were made elsewhere, if they are still what was made.
//! What the state file of a tree names is looked at before it is believed: it lies below the folder that is cleaned, no
//! link leads to it, and its content is what was recorded.

use std::path::{Path, PathBuf};

use goc2c::command::output::FileError;

use crate::action::{Root, folder_of};
use crate::files::{Ground, content_hash};
use crate::state::State;

/// What is to be removed from a folder.
#[derive(Debug)]
pub struct Cleaning {
    ground: Ground,
    /// Files, with the hashes of their contents, in order.
    pub files: Vec<(PathBuf, u64)>,
    /// Files that were made and have changed since, which stay.
    pub changed: Vec<PathBuf>,
    /// The driver's own folder, if it is there.
    pub own: Option<PathBuf>,
}

/// Looks for what is to be removed from a folder; `name` is the driver's own folder in it.
///
/// # Errors
/// The driver's own folder, or its state, is a link or of another kind.
pub fn look(folder: &Path, name: &str) -> Result<Cleaning, FileError> {
    let own = folder.join(name);
    let mut cleaning = Cleaning {
        ground: Ground::new(&[Root::named(folder)]),
        files: Vec::new(),
        changed: Vec::new(),
        own: None,
    };
    let Some(opened) = cleaning.ground.open(&own)? else { return Ok(cleaning) };
    let state = State::read(Some(&opened))?;
    for (path, hash) in state.outside().filter(|(path, _)| !path.starts_with(&own)) {
        // What is outside, or after a link, is not ours to remove.
        let Ok(Some(parent)) = cleaning.ground.open(folder_of(path)) else { continue };
        let Ok(Some(file)) = parent.existing(path.file_name().unwrap_or_default()) else { continue };
        match content_hash(file) {
            Ok(content) if content == hash => cleaning.files.push((path.to_owned(), hash)),
            _ => cleaning.changed.push(path.to_owned()),
        }
    }
    cleaning.files.sort();
    cleaning.changed.sort();
    cleaning.own = Some(own);
    Ok(cleaning)
}

impl Cleaning {
    /// All that is to be removed, in the order in which it is.
    pub fn paths(&self) -> impl Iterator<Item = &Path> {
        self.files.iter().map(|(path, _)| path.as_path()).chain(self.own.as_deref())
    }

    /// Removes it.
    ///
    /// # Errors
    /// What the system says.
    pub fn remove(&self) -> Result<(), FileError> {
        for (path, hash) in &self.files {
            if let Some(parent) = self.ground.open(folder_of(path))? {
                parent.remove_if(path.file_name().unwrap_or_default(), *hash)?;
            }
        }
        let Some(own) = &self.own else { return Ok(()) };
        match self.ground.open(folder_of(own))? {
            Some(parent) => parent.remove_folder(own.file_name().unwrap_or_default()),
            None => Ok(()),
        }
    }
}
