//! Temporary names of ours, and what a run that was killed left under them.
//!
//! What a run has not finished is called `.goc2c-` and 16 hexadecimal digits, and is locked (`flock`, exclusive) for as
//! long as that run holds it. A lock ends with its run, however that ends. So what has such a name, belongs to this
//! user and can be locked is nobody's any more, and the next run removes it: [`sweep`].
//!
//! Serves files and folders alike, and knows nothing of what they hold. Elsewhere than on Unix nothing is locked and
//! nothing swept.

use std::fs::{self, File};
use std::hash::{BuildHasher, Hasher, RandomState};
use std::io;
use std::path::{Path, PathBuf};

/// What such names start with.
const PREFIX: &str = ".goc2c-";

/// How many hexadecimal digits come after that, in lower case.
const DIGITS: usize = 16;

/// A file or folder of this run under a temporary name. Whoever has it gives it another name or removes it; while the
/// handle is open, no sweep does.
#[derive(Debug)]
pub struct Held {
    /// The open file or folder, which has the lock.
    pub file: File,
    /// Where it is.
    pub path: PathBuf,
}

/// A name that nothing has yet, as far as chance goes: whoever makes the file sees to it that it is new.
pub fn new_name() -> String {
    // The keys of the standard library's hash maps are random, and new for each map.
    let random = RandomState::new().build_hasher().finish();
    format!("{PREFIX}{random:0DIGITS$x}")
}

/// Whether a name is exactly of that shape.
pub fn is_temporary(name: &[u8]) -> bool {
    let is_digit = |byte: &u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
    let digits = name.strip_prefix(PREFIX.as_bytes());
    digits.is_some_and(|digits| digits.len() == DIGITS && digits.iter().all(is_digit))
}

/// Takes the lock of an open file or folder, and waits for it if it must: a sweep that looks at the file has it for a
/// moment. To be taken before a file gets its name; where the name came first, see afterwards whether it is still the
/// file's, with [`leads_to`].
///
/// # Errors
/// What the system reports, as that the file system has no locks. Then no sweep can have them either, so that the file
/// is as safe.
pub fn lock(file: &File) -> io::Result<()> {
    #[cfg(unix)]
    loop {
        match file.lock() {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            done => return done,
        }
    }
    #[cfg(not(unix))]
    {
        let _ = file;
        Ok(())
    }
}

/// Whether a path is, without following a link, the name of an open file or folder.
pub fn leads_to(path: &Path, file: &File) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        let identity = |metadata: fs::Metadata| (metadata.dev(), metadata.ino());
        let here = fs::symlink_metadata(path).map(identity).ok();
        here.is_some() && here == file.metadata().map(identity).ok()
    }
    #[cfg(not(unix))]
    {
        let _ = file;
        path.exists()
    }
}

/// Makes a file with a temporary name in a folder, empty, to be read and written.
///
/// # Errors
/// What keeps it from being made.
pub fn create_file(folder: &Path) -> io::Result<Held> {
    hold(folder, |path| File::options().read(true).write(true).create_new(true).open(path))
}

/// Makes a folder with a temporary name in a folder. What a run makes a folder for must go through here: between its making
/// and its locking, a sweep of another run may take it.
///
/// # Errors
/// What keeps it from being made.
#[cfg(unix)]
pub fn create_folder(folder: &Path) -> io::Result<Held> {
    hold(folder, |path| {
        fs::create_dir(path)?;
        match File::open(path) {
            // A sweep was faster.
            Err(error) if error.kind() == io::ErrorKind::NotFound => Err(io::ErrorKind::AlreadyExists.into()),
            opened => opened,
        }
    })
}

/// Makes what `make` makes, under names that are new, until one is held.
fn hold(folder: &Path, make: impl Fn(&Path) -> io::Result<File>) -> io::Result<Held> {
    const ATTEMPTS: usize = 100;
    for _ in 0..ATTEMPTS {
        let path = folder.join(new_name());
        match make(&path) {
            Ok(file) if lock(&file).is_err() || leads_to(&path, &file) => return Ok(Held { file, path }),
            // Swept away between its making and its locking.
            Ok(_) => {}
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

/// Removes from a folder what killed runs of this user left there: files and folders of such names that nobody holds,
/// folders with all that is in them. Links are not followed and stay, as do names of any other shape. How many went.
///
/// # Errors
/// What keeps the folder from being read; what cannot be removed stays.
pub fn sweep(folder: &Path) -> io::Result<usize> {
    #[cfg(unix)]
    return unix::sweep(folder);
    #[cfg(not(unix))]
    {
        let _ = folder;
        Ok(0)
    }
}

#[cfg(unix)]
mod unix {
    use std::ffi::{CStr, CString};
    use std::fs::File;
    use std::io;
    use std::path::Path;

    use rustix::fd::{AsFd, BorrowedFd, OwnedFd};
    use rustix::fs::{AtFlags, CWD, Dir, FileType, Mode, OFlags, Stat, fstat, openat, statat, unlinkat};
    use rustix::io::Errno;
    use rustix::process::geteuid;

    use super::is_temporary;

    /// How a folder is opened: itself, not what a link of its name leads to.
    const FOLDER: OFlags =
        OFlags::RDONLY.union(OFlags::DIRECTORY).union(OFlags::NOFOLLOW).union(OFlags::CLOEXEC);

    /// How a file is opened; some file systems lock only what may be written.
    const FILE: OFlags = OFlags::RDWR
        .union(OFlags::NOFOLLOW)
        .union(OFlags::NONBLOCK)
        .union(OFlags::NOCTTY)
        .union(OFlags::CLOEXEC);

    /// See [`super::sweep`].
    pub(super) fn sweep(folder: &Path) -> io::Result<usize> {
        let folder = match folder.as_os_str().is_empty() {
            true => Path::new("."),
            false => folder,
        };
        let folder = openat(CWD, folder, FOLDER.difference(OFlags::NOFOLLOW), Mode::empty())?;
        let names = temporary_names(&folder)?;
        Ok(names.iter().filter(|name| remove(folder.as_fd(), name).unwrap_or(false)).count())
    }

    /// The entries of a folder whose names are temporary ones. Folders may be large, and seldom hold any: this reads
    /// them without a copy of each name.
    #[cfg(target_os = "linux")]
    fn temporary_names(folder: &OwnedFd) -> Result<Vec<CString>, Errno> {
        const BUFFER: usize = 1 << 15;
        let mut buffer = Vec::with_capacity(BUFFER);
        let mut entries = rustix::fs::RawDir::new(folder, buffer.spare_capacity_mut());
        let mut names = Vec::new();
        while let Some(entry) = entries.next().transpose()? {
            if is_temporary(entry.file_name().to_bytes()) {
                names.push(entry.file_name().to_owned());
            }
        }
        Ok(names)
    }

    /// The entries of a folder whose names are temporary ones.
    #[cfg(not(target_os = "linux"))]
    fn temporary_names(folder: &OwnedFd) -> Result<Vec<CString>, Errno> {
        let mut names = Vec::new();
        for entry in Dir::read_from(folder)? {
            let entry = entry?;
            if is_temporary(entry.file_name().to_bytes()) {
                names.push(entry.file_name().to_owned());
            }
        }
        Ok(names)
    }

    /// Removes an entry of a folder if it is ours and nobody's; whether it did.
    fn remove(folder: BorrowedFd<'_>, name: &CStr) -> Result<bool, Errno> {
        let stat = || statat(folder, name, AtFlags::SYMLINK_NOFOLLOW);
        let seen = stat()?;
        let kind = FileType::from_raw_mode(seen.st_mode);
        let flags = match kind {
            FileType::RegularFile => FILE,
            FileType::Directory => FOLDER,
            _ => return Ok(false),
        };
        if seen.st_uid != geteuid().as_raw() {
            return Ok(false);
        }
        let file = File::from(openat(folder, name, flags, Mode::empty())?);
        if file.try_lock().is_err() {
            return Ok(false);
        }
        // Before the lock was ours, its holder may have given the file its own name, or another sweep removed it.
        if !is_same(&fstat(&file)?, &seen) || !is_same(&stat()?, &seen) {
            return Ok(false);
        }
        match kind {
            FileType::Directory => remove_folder(folder, name, file.into())?,
            _ => unlinkat(folder, name, AtFlags::empty())?,
        }
        Ok(true)
    }

    fn is_same(a: &Stat, b: &Stat) -> bool {
        (a.st_dev, a.st_ino, a.st_mode, a.st_uid) == (b.st_dev, b.st_ino, b.st_mode, b.st_uid)
    }

    /// Removes a folder that is open, and what is in it. A loop, not a recursion: how deep it is, others decide.
    fn remove_folder(parent: BorrowedFd<'_>, name: &CStr, folder: OwnedFd) -> Result<(), Errno> {
        let mut open = vec![(Dir::new(folder)?, name.to_owned())];
        while let Some((folder, _)) = open.last_mut() {
            let Some(entry) = folder.read().transpose()? else {
                // Closed, and so unlocked, only after its name is gone.
                let Some((_folder, name)) = open.pop() else { break };
                let parent = open.last().map_or(Ok(parent), |(folder, _)| folder.fd())?;
                unlinkat(parent, &name, AtFlags::REMOVEDIR)?;
                continue;
            };
            let name = entry.file_name();
            if name == c"." || name == c".." {
                continue;
            }
            match unlinkat(folder.fd()?, name, AtFlags::empty()) {
                Ok(()) => {}
                // What the system says of a folder, on Linux and elsewhere.
                Err(Errno::ISDIR | Errno::PERM) => {
                    let inner = openat(folder.fd()?, name, FOLDER, Mode::empty())?;
                    open.push((Dir::new(inner)?, name.to_owned()));
                }
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::os::unix::fs::symlink;

    /// The names in a folder, sorted.
    fn names(folder: &Path) -> Vec<String> {
        let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
        let mut names: Vec<_> = names.map(|name| name.into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn names_are_of_one_shape() {
        let (a, b) = (new_name(), new_name());
        assert!(a != b && is_temporary(a.as_bytes()) && is_temporary(b.as_bytes()), "{a} {b}");
        assert!(is_temporary(b".goc2c-0123456789abcdef"));
        for other in [
            ".goc2c-0123456789abcde",
            ".goc2c-0123456789abcdef0",
            ".goc2c-0123456789abcdeF",
            ".goc2c-0123456789abcdeg",
            "x.goc2c-0123456789abcdef",
            ".goc2c-0123456789abcdef.tmp",
            ".goc2c-",
            "",
        ] {
            assert!(!is_temporary(other.as_bytes()), "{other}");
        }
    }

    #[test]
    fn what_nobody_holds_goes_and_what_is_held_stays() {
        let folder = tempfile::tempdir().unwrap();
        let here = folder.path();
        let held = create_file(here).unwrap();
        let held_folder = create_folder(here).unwrap();
        fs::write(held_folder.path.join("x"), "x").unwrap();
        let left = [create_file(here).unwrap(), create_folder(here).unwrap()].map(|left| left.path);
        fs::create_dir_all(left[1].join("a/b")).unwrap();
        fs::write(left[1].join("a/b/c"), "c").unwrap();
        fs::write(left[1].join("d"), "d").unwrap();
        assert_eq!(sweep(here).unwrap(), 2);
        let mut stay =
            [&held.path, &held_folder.path].map(|path| path.file_name().unwrap().to_str().unwrap());
        stay.sort();
        assert_eq!(names(here), stay);
        assert!(held_folder.path.join("x").exists());
        drop((held, held_folder));
        assert_eq!(sweep(here).unwrap(), 2);
        assert_eq!(names(here), [""; 0]);
    }

    #[test]
    fn links_and_other_names_stay_and_nothing_behind_a_link_goes() {
        let folder = tempfile::tempdir().unwrap();
        let here = folder.path().join("swept");
        let other = folder.path().join("other");
        fs::create_dir(&here).unwrap();
        fs::create_dir(&other).unwrap();
        fs::write(other.join("precious"), "x").unwrap();
        symlink("../other", here.join(".goc2c-0000000000000000")).unwrap();
        symlink("../other/precious", here.join(".goc2c-0000000000000001")).unwrap();
        symlink("nowhere", here.join(".goc2c-0000000000000002")).unwrap();
        fs::write(here.join(".goc2c-000000000000000"), "").unwrap();
        fs::write(here.join(".goc2c-123-0.tmp"), "").unwrap();
        fs::create_dir(here.join(".goc2c-00000000000000AA")).unwrap();
        std::os::unix::net::UnixListener::bind(here.join(".goc2c-0000000000000003")).unwrap();
        let before = names(&here);
        assert_eq!(sweep(&here).unwrap(), 0);
        assert_eq!(names(&here), before);
        // A link inside of what goes is removed, and what it leads to is not.
        let left = here.join(".goc2c-00000000000000aa");
        fs::create_dir(&left).unwrap();
        symlink("../../other", left.join("link")).unwrap();
        assert_eq!(sweep(&here).unwrap(), 1);
        assert_eq!((names(&here), names(&other)), (before, vec!["precious".to_owned()]));
    }

    #[test]
    fn a_folder_of_any_depth_goes_without_a_recursion() {
        let folder = tempfile::tempdir().unwrap();
        let mut path = create_folder(folder.path()).unwrap().path;
        for _ in 0..200 {
            path.push("d");
            fs::create_dir(&path).unwrap();
        }
        assert_eq!(sweep(folder.path()).unwrap(), 1);
        assert_eq!(names(folder.path()), [""; 0]);
    }

    #[test]
    fn sweeps_side_by_side_with_runs_remove_nothing_that_is_held() {
        let folder = tempfile::tempdir().unwrap();
        let here = folder.path();
        let done = std::sync::atomic::AtomicBool::new(false);
        std::thread::scope(|scope| {
            let sweeper = scope.spawn(|| {
                while !done.load(std::sync::atomic::Ordering::Relaxed) {
                    sweep(here).unwrap();
                }
            });
            let mut swept = 0;
            for round in 0..2000 {
                let held = if round % 2 == 0 { create_file(here) } else { create_folder(here) }.unwrap();
                std::thread::yield_now();
                swept += usize::from(!leads_to(&held.path, &held.file));
            }
            done.store(true, std::sync::atomic::Ordering::Relaxed);
            sweeper.join().unwrap();
            assert_eq!(swept, 0, "swept while they were held");
        });
        sweep(here).unwrap();
        assert_eq!(names(here), [""; 0]);
    }
}
