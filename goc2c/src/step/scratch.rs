//! A folder for what a C compiler reads and writes. It is locked while it is in use; what a killed run leaves is removed
//! by the next.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use crate::command::leftover::sweep;
#[cfg(unix)]
use crate::command::leftover::{Held, create_folder};

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
        Scratch::below(&std::env::temp_dir())
    }

    fn below(parent: &Path) -> io::Result<Scratch> {
        // What stays is in nobody's way.
        let _ = sweep(parent);
        #[cfg(unix)]
        let (path, held) = create_folder(parent).map(|Held { file, path }| (path, Some(file)))?;
        #[cfg(not(unix))]
        let (path, held) = {
            let path = parent.join(crate::command::leftover::new_name());
            fs::create_dir(&path)?;
            (path, None)
        };
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

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    /// Each new folder sweeps, so that runs side by side look at each other's as they are made.
    #[test]
    fn folders_of_runs_side_by_side_stay_until_they_end() {
        let parent = tempfile::tempdir().unwrap();
        let make = || {
            for _ in 0..500 {
                let scratch = Scratch::below(parent.path()).unwrap();
                fs::write(scratch.path().join("a.c"), "int a;").unwrap();
                assert!(scratch.path().join("a.c").exists());
            }
        };
        std::thread::scope(|scope| (0..4).for_each(|_| drop(scope.spawn(make))));
        assert_eq!(fs::read_dir(parent.path()).unwrap().count(), 0);
    }
}
