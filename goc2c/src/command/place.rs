//! What is at a destination now: a file that can be replaced, or something that is written in place.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::destination::Destination;

/// What is at a destination now.
pub(super) enum Place {
    Stdout,
    /// A device, a pipe, or a descriptor that somebody else has opened: written in place.
    Stream(PathBuf),
    /// A regular file, or nothing yet.
    Regular(PathBuf),
}

impl Place {
    /// What a destination is; of a symbolic link, what it leads to.
    ///
    /// # Errors
    /// A folder, or what cannot be looked at.
    pub(super) fn of(destination: &Destination) -> io::Result<Place> {
        let Destination::File(path) = destination else { return Ok(Place::Stdout) };
        let path = follow_links(path);
        if STDOUT.iter().any(|stdout| path == Path::new(stdout)) {
            return Ok(Place::Stdout);
        }
        match fs::metadata(&path).map(|metadata| metadata.file_type()) {
            Ok(kind) if kind.is_dir() => Err(io::ErrorKind::IsADirectory.into()),
            Ok(kind) if kind.is_file() && !is_descriptor(&path) => Ok(Place::Regular(path)),
            Ok(_) => Ok(Place::Stream(path)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Place::Regular(path)),
            Err(error) => Err(error),
        }
    }
}

/// Names of standard output, which is written by its own descriptor, wherever that is by now.
const STDOUT: [&str; 3] = ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"];

/// Whether a path is the name of a file that is open already, and so may not be put away under it.
fn is_descriptor(path: &Path) -> bool {
    let proc = path.starts_with("/proc") && path.parent().is_some_and(|folder| folder.ends_with("fd"));
    proc || path == Path::new("/dev/stderr") || path.starts_with("/dev/fd")
}

/// The path after symbolic links, whether or not a file is there; names of open files are left as they are.
fn follow_links(path: &Path) -> PathBuf {
    // Links in a circle are left to the system, which says so.
    const MOST: usize = 40;
    let mut path = path.to_owned();
    for _ in 0..MOST {
        if is_descriptor(&path) || STDOUT.iter().any(|stdout| path == Path::new(stdout)) {
            break;
        }
        let Ok(link) = fs::read_link(&path) else { break };
        path = path.parent().unwrap_or(Path::new("")).join(link);
    }
    path
}
