//! Files by their paths: the bytes of a path, its folders, and what went wrong with a file.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use super::leftover::is_temporary;

use crate::diagnostic::escape;

/// A file that could not be read or written.
#[derive(Debug, thiserror::Error)]
#[error("cannot {verb} `{}`: {error}", display(path))]
pub struct FileError {
    /// What was tried, as `write`.
    pub verb: &'static str,
    /// The file.
    pub path: PathBuf,
    /// What the system said.
    pub error: io::Error,
}

impl FileError {
    /// For use with `map_err`.
    pub fn new(verb: &'static str, path: &Path) -> impl FnOnce(io::Error) -> FileError {
        move |error| FileError { verb, path: path.to_owned(), error }
    }

    /// Whether the reader of a pipe has gone away, which is no trouble of ours.
    pub fn is_closed_pipe(&self) -> bool {
        self.error.kind() == io::ErrorKind::BrokenPipe
    }
}

/// Makes a file if it is not there and sets its time stamp to now.
///
/// # Errors
/// What the system reports.
pub fn touch(path: &Path) -> Result<(), FileError> {
    make_parents(path)?;
    File::options()
        .create(true)
        .append(true)
        .open(path)
        .and_then(|file| file.set_modified(std::time::SystemTime::now()))
        .map_err(FileError::new("touch", path))
}

pub(super) fn make_parents(path: &Path) -> Result<(), FileError> {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() && !folder.is_dir() => {
            // One that is gone was another run's, which is over: nobody would remove it again.
            if folder.file_name().is_some_and(|name| is_temporary(bytes_of(name))) {
                return Err(FileError::new("write to", folder)(io::ErrorKind::NotFound.into()));
            }
            fs::create_dir_all(folder).map_err(FileError::new("make the folder", folder))
        }
        _ => Ok(()),
    }
}

/// The bytes of an argument or a path, as they are on unix.
pub fn bytes_of(text: &OsStr) -> &[u8] {
    text.as_encoded_bytes()
}

/// The path of those bytes; elsewhere than on unix, what is not UTF-8 is replaced.
pub fn path_from_bytes(bytes: &[u8]) -> PathBuf {
    #[cfg(unix)]
    return PathBuf::from(<OsStr as std::os::unix::ffi::OsStrExt>::from_bytes(bytes));
    #[cfg(not(unix))]
    PathBuf::from(String::from_utf8_lossy(bytes).into_owned())
}

/// A path for people: what is not UTF-8, and control characters, as `\xHH`.
pub fn display(path: &Path) -> String {
    escape(bytes_of(path.as_os_str()))
}

/// What all names of one file have in common.
#[cfg(unix)]
pub(super) type Identity = (u64, u64);

/// What all names of one file have in common.
#[cfg(not(unix))]
pub(super) type Identity = PathBuf;

/// What two paths to one regular file have in common; none where there is no such file.
pub(super) fn identity(path: &Path) -> Option<Identity> {
    let metadata = path.metadata().ok().filter(fs::Metadata::is_file)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        Some((metadata.dev(), metadata.ino()))
    }
    #[cfg(not(unix))]
    {
        let _ = metadata;
        path.canonicalize().ok()
    }
}
