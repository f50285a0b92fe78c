//! A folder for what a C compiler reads and writes. It is locked while it is in use; what a killed run leaves is removed
//! by the next.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use crate::command::leftover::{lock, new_name, sweep};

/// A folder that ends with this value.
pub(super) struct Scratch {
    path: PathBuf,
    /// Has the lock.
    _held: Option<File>,
}

impl Scratch {
    /// A new folder where the system has its temporary files.
    ///
    /// # Errors
    /// What the system reports.
    pub(super) fn new() -> io::Result<Scratch> {
        let parent = std::env::temp_dir();
        // What stays is in nobody's way.
        let _ = sweep(&parent);
        let path = parent.join(new_name());
        fs::create_dir(&path)?;
        let held = File::open(&path).ok();
        if let Some(held) = &held {
            // Without locks no sweep takes it either.
            let _ = lock(held);
        }
        Ok(Scratch { path, _held: held })
    }

    /// The folder.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // Nobody is left to tell; the next run tries again.
        let _ = fs::remove_dir_all(&self.path);
    }
}
