//! The one place where files are written and deleted: the folders that a plan names as its own, and nothing outside.
//!
//! A folder is opened part by part below its root, and no link is followed on the way: what a tree brings along cannot
//! lead a build elsewhere. What an action makes is made in a folder of its own and gets its name by a rename, which
//! puts itself in a link's place and does not follow it. Who can change a tree while a build runs in it is trusted.
//! Unaware of actions.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, Read};
use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::os::unix::fs::MetadataExt;
use std::path::{Component, Path, PathBuf};

use goc2c::command::leftover;
use goc2c::command::output::FileError;
use goc2c::command::staging::same_bytes;
use rustix::fs::{AtFlags, CWD, FileType, Mode, OFlags, mkdirat, openat, renameat, statat, unlinkat};
use rustix::io::Errno;

use crate::action::Root;

/// What a folder is opened with; it may be handed on to no program.
const FOLDER: OFlags = OFlags::RDONLY.union(OFlags::DIRECTORY).union(OFlags::CLOEXEC);

/// The folders of a build.
#[derive(Debug)]
pub struct Ground {
    roots: Vec<Root>,
}

impl Ground {
    /// The folders that may be written to.
    pub fn new(roots: &[Root]) -> Ground {
        let mut roots = roots.to_vec();
        // The innermost root of a path says what the user named.
        roots.sort_by_key(|root| std::cmp::Reverse(root.path().as_os_str().len()));
        Ground { roots }
    }

    /// Opens a folder, and makes it where it is not there.
    ///
    /// # Errors
    /// It is outside, a part of it is a link or no folder, or the system says no.
    pub fn make(&self, path: &Path) -> Result<Folder, FileError> {
        self.open_all(path, true).map_err(|(at, error)| FileError { verb: "use", path: at, error })
    }

    /// Opens a folder, if it is there.
    ///
    /// # Errors
    /// As [`Ground::make`].
    pub fn open(&self, path: &Path) -> Result<Option<Folder>, FileError> {
        match self.open_all(path, false) {
            Ok(folder) => Ok(Some(folder)),
            Err((_, error)) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err((at, error)) => Err(FileError { verb: "use", path: at, error }),
        }
    }

    fn open_all(&self, path: &Path, make: bool) -> Result<Folder, (PathBuf, io::Error)> {
        let outside = || (path.to_owned(), io::Error::other("it is outside the folders of this build"));
        let root = self.roots.iter().find(|root| path.starts_with(root.path())).ok_or_else(outside)?;
        let mut at = root.base.clone();
        let mut folder = open_base(&root.base, make).map_err(|error| (at.clone(), error))?;
        let below = path.strip_prefix(&root.base).unwrap_or(Path::new(""));
        for part in below.components() {
            let Component::Normal(name) = part else { return Err(outside()) };
            at.push(name);
            folder = open_below(folder.as_fd(), name, make).map_err(|error| (at.clone(), error))?;
        }
        Ok(Folder { fd: folder, path: at })
    }
}

/// Opens a folder that the user named: links that lead to it are the user's.
fn open_base(path: &Path, make: bool) -> io::Result<OwnedFd> {
    match openat(CWD, path, FOLDER, Mode::empty()) {
        Err(Errno::NOENT) if make => {
            fs::create_dir_all(path)?;
            Ok(openat(CWD, path, FOLDER, Mode::empty())?)
        }
        opened => Ok(opened?),
    }
}

/// Opens a folder in another, but no link.
fn open_below(folder: BorrowedFd<'_>, name: &OsStr, make: bool) -> io::Result<OwnedFd> {
    let open = || openat(folder, name, FOLDER | OFlags::NOFOLLOW, Mode::empty());
    match open() {
        Err(Errno::NOENT) if make => {
            match mkdirat(folder, name, Mode::from_raw_mode(0o777)) {
                Ok(()) | Err(Errno::EXIST) => {}
                Err(error) => return Err(error.into()),
            }
            open().map_err(|error| refusal(folder, name, error))
        }
        opened => opened.map_err(|error| refusal(folder, name, error)),
    }
}

/// Why something is not opened, in words where it is of another kind than it should be.
fn refusal(folder: BorrowedFd<'_>, name: &OsStr, error: Errno) -> io::Error {
    match statat(folder, name, AtFlags::SYMLINK_NOFOLLOW).map(|about| FileType::from_raw_mode(about.st_mode))
    {
        Ok(FileType::Symlink) => {
            io::Error::other("it is a link, and nothing is written through one: remove it")
        }
        Ok(FileType::Directory | FileType::RegularFile) | Err(_) => error.into(),
        Ok(_) => io::Error::other("it is a device or a pipe: remove it"),
    }
}

/// An open folder of a build.
#[derive(Debug)]
pub struct Folder {
    fd: OwnedFd,
    path: PathBuf,
}

impl Folder {
    /// Its path.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Opens a plain file of the folder to read and append, and makes it where it is not there.
    ///
    /// # Errors
    /// It is a link or no plain file, it has a second name, or the system says no.
    pub fn file(&self, name: &str) -> Result<File, FileError> {
        let flags = OFlags::RDWR | OFlags::CREATE | OFlags::APPEND;
        let file = self.open_file(OsStr::new(name), flags).and_then(|file| match file.metadata()?.nlink() {
            1 => Ok(file),
            _ => Err(io::Error::other("it is a file elsewhere, too: remove it")),
        });
        file.map_err(self.trouble("use", OsStr::new(name)))
    }

    /// Opens a plain file of the folder to read, if it is there.
    ///
    /// # Errors
    /// As [`Folder::file`].
    pub fn existing(&self, name: &OsStr) -> Result<Option<File>, FileError> {
        match self.open_file(name, OFlags::RDONLY) {
            Ok(file) => Ok(Some(file)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(self.trouble("use", name)(error)),
        }
    }

    fn trouble(&self, verb: &'static str, name: &OsStr) -> impl FnOnce(io::Error) -> FileError + use<> {
        let path = self.path.join(name);
        move |error| FileError { verb, path, error }
    }

    fn open_file(&self, name: &OsStr, flags: OFlags) -> io::Result<File> {
        // A pipe would make this process wait.
        let flags = flags | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
        let opened = openat(&self.fd, name, flags, Mode::from_raw_mode(0o666));
        let file = File::from(opened.map_err(|error| refusal(self.fd.as_fd(), name, error))?);
        match file.metadata()?.is_file() {
            true => Ok(file),
            false => Err(io::Error::other("it is no plain file: remove it")),
        }
    }

    /// Writes a file of the folder anew: under its name is the old one or the new one, whole.
    ///
    /// # Errors
    /// What the system says.
    pub fn replace(&self, name: &str, bytes: &[u8]) -> Result<(), FileError> {
        let write = || -> io::Result<()> {
            let scratch = self.scratch()?;
            fs::write(scratch.path().join(name), bytes)?;
            scratch.give(OsStr::new(name), self)
        };
        write().map_err(self.trouble("write", OsStr::new(name)))
    }

    /// A new folder in this one, for what has no name yet.
    ///
    /// # Errors
    /// What the system says.
    pub fn scratch(&self) -> io::Result<Scratch> {
        loop {
            let name = leftover::new_name();
            match mkdirat(&self.fd, &name, Mode::from_raw_mode(0o777)) {
                Ok(()) => {}
                Err(Errno::EXIST) => continue,
                Err(error) => return Err(error.into()),
            }
            let path = self.path.join(&name);
            // Another run may take it for one that was left, before it is locked.
            let Ok(fd) = open_below(self.fd.as_fd(), OsStr::new(&name), false) else { continue };
            let lock = File::from(fd.try_clone()?);
            if leftover::lock(&lock).is_err() || leftover::leads_to(&path, &lock) {
                return Ok(Scratch { folder: Folder { fd, path } });
            }
        }
    }

    /// Removes what runs that were killed left here.
    pub fn sweep(&self) {
        // What cannot be removed is of no harm: no name is used twice.
        let _ = leftover::sweep(&self.path);
    }

    /// Removes a file of the folder if it is a plain one whose content has that hash. Whether it did.
    ///
    /// # Errors
    /// What the system says.
    pub fn remove_if(&self, name: &OsStr, hash: u64) -> Result<bool, FileError> {
        let Ok(Some(file)) = self.existing(name) else { return Ok(false) };
        if content_hash(file).ok() != Some(hash) {
            return Ok(false);
        }
        unlinkat(&self.fd, name, AtFlags::empty())
            .map_err(|error| self.trouble("remove", name)(error.into()))?;
        Ok(true)
    }

    /// Removes a folder of this folder with all that is in it; links in it are removed, not followed.
    ///
    /// # Errors
    /// What the system says.
    pub fn remove_folder(&self, name: &OsStr) -> Result<(), FileError> {
        let removed =
            open_below(self.fd.as_fd(), name, false).and_then(|_| fs::remove_dir_all(self.path.join(name)));
        match removed {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(self.trouble("remove", name)(error)),
            _ => Ok(()),
        }
    }
}

/// A folder that goes, with all that is still in it.
#[derive(Debug)]
pub struct Scratch {
    folder: Folder,
}

impl Scratch {
    /// Its path.
    pub fn path(&self) -> &Path {
        &self.folder.path
    }

    /// Makes a file in it.
    ///
    /// # Errors
    /// What the system says.
    pub fn create(&self, name: &OsStr) -> io::Result<File> {
        let flags = OFlags::WRONLY | OFlags::CREATE | OFlags::EXCL | OFlags::NOFOLLOW | OFlags::CLOEXEC;
        Ok(File::from(openat(&self.folder.fd, name, flags, Mode::from_raw_mode(0o666))?))
    }

    /// Moves a file of it into a folder, if that has not the same one already: what depends on it need not be done
    /// again then.
    ///
    /// # Errors
    /// It is not there, or the system says no.
    pub fn give(&self, name: &OsStr, to: &Folder) -> io::Result<()> {
        self.give_as(name, to, name)
    }

    /// As [`Scratch::give`], under another name.
    ///
    /// # Errors
    /// As [`Scratch::give`].
    pub fn give_as(&self, name: &OsStr, to: &Folder, new: &OsStr) -> io::Result<()> {
        let made = self.folder.open_file(name, OFlags::RDONLY)?;
        if to.open_file(new, OFlags::RDONLY).and_then(|old| is_same(made, old)).unwrap_or(false) {
            return Ok(());
        }
        Ok(renameat(&self.folder.fd, name, &to.fd, new)?)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // What stays is removed by a later run.
        let _ = fs::remove_dir_all(&self.folder.path);
    }
}

/// Whether two files hold the same and may be used alike.
fn is_same(new: File, old: File) -> io::Result<bool> {
    let (a, b) = (new.metadata()?, old.metadata()?);
    Ok(a.len() == b.len() && a.mode() == b.mode() && same_bytes(new, old)?)
}

/// A hash of a file's content that is the same in every run and on every machine: XXH3, 64 bits.
///
/// # Errors
/// The file cannot be read.
pub fn content_hash(mut file: impl Read) -> io::Result<u64> {
    let mut hash = xxhash_rust::xxh3::Xxh3::new();
    let mut block = vec![0; 1 << 16];
    loop {
        match file.read(&mut block) {
            Ok(0) => return Ok(hash.digest()),
            Ok(length) => hash.update(&block[..length]),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}
