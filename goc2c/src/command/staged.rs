//! A file that holds an output until it is complete.
//!
//! It has no name while it is made, where the file system can do that, and gets one only for as long as it takes to
//! rename it; elsewhere it has a temporary name from the start. Either is locked before anybody can find it, and what a
//! killed run leaves, the next one sweeps: [`super::leftover`].

use std::fs::{self, File};
use std::io;
use std::path::Path;

use super::leftover::{self, Held};

/// The file.
#[derive(Debug)]
pub(super) enum Staged {
    /// One without a name, which goes away by itself.
    #[cfg(target_os = "linux")]
    Nameless(File),
    /// One with a temporary name.
    Named(Named),
}

/// A file with a temporary name, which is removed unless it gets another.
#[derive(Debug)]
pub(super) struct Named {
    held: Held,
    renamed: bool,
}

impl Staged {
    /// A file in the folder of `path`, with the mode that the umask gives a new file.
    ///
    /// # Errors
    /// What keeps it from being made.
    pub(super) fn beside(path: &Path) -> io::Result<Staged> {
        Staged::within(folder_of(path))
    }

    /// A file that no rename will end, for what goes to a pipe or a device.
    ///
    /// # Errors
    /// What keeps it from being made.
    pub(super) fn beside_nothing() -> io::Result<Staged> {
        Staged::within(&std::env::temp_dir())
    }

    #[cfg(target_os = "linux")]
    fn within(folder: &Path) -> io::Result<Staged> {
        use rustix::fs::{CWD, Mode, OFlags, openat};
        let flags = OFlags::TMPFILE | OFlags::RDWR | OFlags::CLOEXEC;
        match openat(CWD, folder, flags, Mode::from_raw_mode(0o666)) {
            Ok(file) => Ok(Staged::Nameless(file.into())),
            // Not every file system has files without a name.
            Err(_) => Named::within(folder).map(Staged::Named),
        }
    }

    #[cfg(not(target_os = "linux"))]
    fn within(folder: &Path) -> io::Result<Staged> {
        Named::within(folder).map(Staged::Named)
    }

    /// The open file, to be written and read.
    pub(super) fn file(&mut self) -> &mut File {
        match self {
            #[cfg(target_os = "linux")]
            Staged::Nameless(file) => file,
            Staged::Named(named) => &mut named.held.file,
        }
    }

    /// Puts the file in a path's place.
    ///
    /// # Errors
    /// What keeps it from getting there; then what is there stays.
    pub(super) fn replace(self, path: &Path) -> io::Result<()> {
        match self {
            #[cfg(target_os = "linux")]
            Staged::Nameless(file) => Named::of(file, folder_of(path))?.rename(path),
            Staged::Named(named) => named.rename(path),
        }
    }
}

impl Named {
    fn within(folder: &Path) -> io::Result<Named> {
        leftover::create_file(folder).map(|held| Named { held, renamed: false })
    }

    /// Gives a file without a name one in a folder of its file system.
    #[cfg(target_os = "linux")]
    fn of(mut file: File, folder: &Path) -> io::Result<Named> {
        use std::io::Seek;
        // Where there are no locks, there are no sweeps.
        let _ = leftover::lock(&file);
        match link(&file, folder) {
            Ok(path) => Ok(Named { held: Held { file, path }, renamed: false }),
            // As where /proc is missing.
            Err(_) => {
                let mut named = Named::within(folder)?;
                file.rewind()?;
                io::copy(&mut file, &mut named.held.file)?;
                Ok(named)
            }
        }
    }

    fn rename(mut self, path: &Path) -> io::Result<()> {
        fs::rename(&self.held.path, path)?;
        self.renamed = true;
        Ok(())
    }
}

impl Drop for Named {
    fn drop(&mut self) {
        if !self.renamed {
            // What stays, the next run sweeps.
            let _ = fs::remove_file(&self.held.path);
        }
    }
}

/// Gives a file without a name a temporary one; that name.
#[cfg(target_os = "linux")]
fn link(file: &File, folder: &Path) -> io::Result<std::path::PathBuf> {
    use rustix::fs::{AtFlags, CWD, linkat};
    let descriptor = format!("/proc/self/fd/{}", std::os::fd::AsRawFd::as_raw_fd(file));
    let path = folder.join(leftover::new_name());
    linkat(CWD, &descriptor, CWD, &path, AtFlags::SYMLINK_FOLLOW)?;
    Ok(path)
}

/// The folder of a file.
fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    /// The number of files in a folder.
    fn count(folder: &Path) -> usize {
        fs::read_dir(folder).unwrap().count()
    }

    #[test]
    fn a_file_with_a_temporary_name_and_one_without_both_replace_a_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x");
        let named = || Staged::Named(Named::within(folder.path()).unwrap());
        let usual = || Staged::beside(&path).unwrap();
        for (number, make) in [&named as &dyn Fn() -> Staged, &usual].into_iter().enumerate() {
            let text = format!("text {number}");
            let mut staged = make();
            staged.file().write_all(text.as_bytes()).unwrap();
            staged.replace(&path).unwrap();
            assert_eq!(fs::read_to_string(&path).unwrap(), text);
            drop(make());
            assert_eq!(count(folder.path()), 1, "what is given up is removed");
        }
    }

    #[test]
    fn what_cannot_get_to_its_place_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("is-a-folder");
        fs::create_dir_all(path.join("not-empty")).unwrap();
        assert!(Staged::beside(&path).unwrap().replace(&path).is_err());
        assert_eq!(count(folder.path()), 1);
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_file_has_no_name_until_it_is_renamed() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x");
        let mut staged = Staged::beside(&path).unwrap();
        staged.file().write_all(b"text").unwrap();
        if matches!(staged, Staged::Nameless(_)) {
            assert_eq!(count(folder.path()), 0);
        }
        staged.replace(&path).unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"text");
    }
}
