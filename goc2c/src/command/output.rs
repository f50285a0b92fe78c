//! Output files: whole or not at all, and untouched where nothing changed.
//!
//! What a command makes is *staged* first: in memory while it is small, else in a file beside the target (or
//! in the system's folder for such files, where the target is no file). When all is well it is compared with
//! what the target holds and, if that differs, put in its place by a rename. Devices and pipes are written
//! in place; of a symbolic link, the file it leads to is replaced.

use std::ffi::OsStr;
use std::fmt;
use std::fs::{self, File, Permissions};
use std::io::{self, Read, Seek, Write};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use similar::TextDiff;
use tempfile::NamedTempFile;

/// When an output file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum WriteMode {
    /// When its content changes.
    Changed,
    /// On every run.
    Always,
}

/// What `--print` lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Print {
    /// The files that a run would write.
    Outputs,
}

/// The flags about output files that all commands share.
#[derive(Debug, Clone, Args)]
pub struct FileArgs {
    /// When to write an output file; one that is left alone keeps its time stamp
    #[arg(long, value_enum, value_name = "WHEN", default_value = "changed", help_heading = "Files")]
    pub write: WriteMode,
    /// Write nothing; exit with 1 if an output is missing or differs
    #[arg(long, help_heading = "Files")]
    pub check: bool,
    /// As --check, and show the differences on standard output
    #[arg(long, help_heading = "Files")]
    pub diff: bool,
    /// Touch FILE after every run without errors
    #[arg(long, value_name = "FILE", help_heading = "Files")]
    pub stamp: Option<PathBuf>,
    /// Write the run's dependencies to FILE, for make and Ninja
    #[arg(long, value_name = "FILE", help_heading = "Files")]
    pub depfile: Option<PathBuf>,
    /// List the files that a run would write, and write none
    #[arg(long, value_enum, value_name = "WHAT", help_heading = "Files")]
    pub print: Option<Print>,
}

impl FileArgs {
    /// What is done with an output.
    pub fn habit(&self) -> Habit {
        match self {
            FileArgs { diff: true, .. } => Habit::Diff,
            FileArgs { check: true, .. } => Habit::Check,
            FileArgs { write: WriteMode::Always, .. } => Habit::Always,
            _ => Habit::Changed,
        }
    }
}

/// What is done with an output.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Habit {
    /// Written if it differs.
    Changed,
    /// Written.
    Always,
    /// Compared.
    Check,
    /// Compared, with the differences shown.
    Diff,
}

/// Where an output goes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Destination {
    /// Standard output.
    Stdout,
    /// A file.
    File(PathBuf),
}

impl Destination {
    /// `-` is standard output.
    pub fn from_arg(arg: &Path) -> Destination {
        if arg == Path::new("-") { Destination::Stdout } else { Destination::File(arg.to_owned()) }
    }

    /// The file, if it is one.
    pub fn file(&self) -> Option<&Path> {
        match self {
            Destination::Stdout => None,
            Destination::File(path) => Some(path),
        }
    }
}

/// A file that could not be read or written.
#[derive(Debug)]
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

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "cannot {} `{}`: {}", self.verb, self.path.display(), self.error)
    }
}

/// How an output ended.
#[derive(Debug, PartialEq, Eq)]
pub enum Finished {
    /// It was written.
    Written,
    /// It was as it should be.
    Unchanged,
    /// Under [`Habit::Check`]: it is missing.
    Missing,
    /// Under [`Habit::Check`]: it differs; the difference under [`Habit::Diff`].
    Stale(Option<String>),
}

/// Bytes of an output that are kept in memory.
const IN_MEMORY: usize = 1 << 20;

/// An output that is not there yet.
pub struct Staging {
    target: Target,
    memory: Vec<u8>,
    file: Option<NamedTempFile>,
}

/// What is at a destination now.
enum Target {
    /// Written in place.
    Stream,
    /// A regular file, or nothing yet.
    File(PathBuf),
}

impl Staging {
    /// A stage for an output. With a habit that writes, makes the folder that the file goes to.
    ///
    /// # Errors
    /// Where a folder is in the file's place, or its own folder cannot be made.
    pub fn new(destination: &Destination, habit: Habit) -> Result<Staging, FileError> {
        let target = match destination {
            Destination::Stdout => Target::Stream,
            Destination::File(path) => match fs::metadata(path).map(|metadata| metadata.file_type()) {
                Ok(kind) if kind.is_dir() => {
                    let error = io::Error::from(io::ErrorKind::IsADirectory);
                    return Err(FileError::new("write", path)(error));
                }
                Ok(kind) if !kind.is_file() || is_descriptor(path) => Target::Stream,
                _ => Target::File(follow_links(path)),
            },
        };
        if let (Target::File(path), Habit::Changed | Habit::Always) = (&target, habit) {
            make_parents(path)?;
        }
        Ok(Staging { target, memory: Vec::new(), file: None })
    }

    /// Puts what was staged in its place, or compares it, as the habit has it.
    ///
    /// # Errors
    /// Whatever keeps the output from being written or compared; the target is as it was.
    pub fn finish(mut self, destination: &Destination, habit: Habit) -> Result<Finished, FileError> {
        let shown = destination.file().unwrap_or(Path::new("standard output"));
        match (&self.target, habit) {
            (Target::Stream, _) => {
                self.copy_to(destination).map_err(FileError::new("write", shown))?;
                Ok(Finished::Written)
            }
            (Target::File(path), Habit::Check | Habit::Diff) => {
                let path = path.clone();
                match self.equals(&path) {
                    Ok(true) => Ok(Finished::Unchanged),
                    Ok(false) if habit == Habit::Check => Ok(Finished::Stale(None)),
                    Ok(false) => {
                        let diff = self.diff(&path, shown).map_err(FileError::new("read", shown))?;
                        Ok(Finished::Stale(Some(diff)))
                    }
                    Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Finished::Missing),
                    Err(error) => Err(FileError::new("read", shown)(error)),
                }
            }
            (Target::File(path), Habit::Changed | Habit::Always) => {
                let path = path.clone();
                if habit == Habit::Changed && self.equals(&path).unwrap_or(false) {
                    return Ok(Finished::Unchanged);
                }
                self.replace(&path).map_err(FileError::new("write", shown))?;
                Ok(Finished::Written)
            }
        }
    }

    fn replace(mut self, path: &Path) -> io::Result<()> {
        let staged = match self.file.take() {
            Some(staged) => staged,
            None => {
                let mut staged = temp_beside(path)?;
                staged.write_all(&self.memory)?;
                staged
            }
        };
        staged.persist(path).map_err(|error| error.error)?;
        Ok(())
    }

    fn copy_to(&mut self, destination: &Destination) -> io::Result<()> {
        match destination {
            Destination::Stdout => {
                let mut out = io::stdout().lock();
                self.copy_into(&mut out)?;
                out.flush()
            }
            Destination::File(path) => self.copy_into(&mut File::options().write(true).open(path)?),
        }
    }

    fn copy_into(&mut self, out: &mut dyn Write) -> io::Result<()> {
        match &mut self.file {
            None => out.write_all(&self.memory),
            Some(file) => {
                file.rewind()?;
                io::copy(file.as_file_mut(), out).map(|_| ())
            }
        }
    }

    /// Whether a file holds what was staged.
    fn equals(&mut self, path: &Path) -> io::Result<bool> {
        let existing = File::open(path)?;
        let length = match &self.file {
            None => self.memory.len() as u64,
            Some(file) => file.as_file().metadata()?.len(),
        };
        if existing.metadata()?.len() != length {
            return Ok(false);
        }
        match &mut self.file {
            None => same_bytes(existing, &self.memory[..]),
            Some(file) => {
                file.rewind()?;
                same_bytes(existing, file.as_file_mut())
            }
        }
    }

    /// How a file would change, as a unified diff.
    fn diff(&mut self, path: &Path, shown: &Path) -> io::Result<String> {
        let mut made = Vec::new();
        self.copy_into(&mut made)?;
        let existing = fs::read(path)?;
        let (before, after) = (String::from_utf8_lossy(&existing), String::from_utf8_lossy(&made));
        let name = shown.display().to_string();
        let diff = TextDiff::from_lines(&*before, &*after);
        Ok(diff.unified_diff().header(&format!("a/{name}"), &format!("b/{name}")).to_string())
    }
}

impl Write for Staging {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if let Some(file) = &mut self.file {
            return file.write(bytes);
        }
        if self.memory.len() + bytes.len() > IN_MEMORY {
            let mut file = match &self.target {
                Target::File(path)
                    if path
                        .parent()
                        .is_some_and(|folder| folder.as_os_str().is_empty() || folder.is_dir()) =>
                {
                    temp_beside(path)?
                }
                _ => NamedTempFile::new()?,
            };
            file.write_all(&self.memory)?;
            self.memory = Vec::new();
            file.write_all(bytes)?;
            self.file = Some(file);
        } else {
            self.memory.extend_from_slice(bytes);
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Writes a small file of our own making, such as a depfile, under a habit.
///
/// # Errors
/// As [`Staging`].
pub fn write_file(path: &Path, bytes: &[u8], habit: Habit) -> Result<Finished, FileError> {
    let destination = Destination::File(path.to_owned());
    let mut staging = Staging::new(&destination, habit)?;
    staging.write_all(bytes).map_err(FileError::new("write", path))?;
    staging.finish(&destination, habit)
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

fn make_parents(path: &Path) -> Result<(), FileError> {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => {
            fs::create_dir_all(folder).map_err(FileError::new("make the folder", folder))
        }
        _ => Ok(()),
    }
}

/// A temporary file in the folder of `path`, with the mode that the umask gives a new file.
fn temp_beside(path: &Path) -> io::Result<NamedTempFile> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    builder.prefix(".goc2c-").suffix(".tmp");
    #[cfg(unix)]
    builder.permissions(<Permissions as std::os::unix::fs::PermissionsExt>::from_mode(0o666));
    builder.tempfile_in(folder)
}

/// Whether a path leads to a file that is open already, and so may not be put away under it.
fn is_descriptor(path: &Path) -> bool {
    ["/dev/stdout", "/dev/stderr", "/dev/fd", "/proc/self/fd"].iter().any(|open| path.starts_with(open))
}

/// The path behind symbolic links, whether or not a file is there.
fn follow_links(path: &Path) -> PathBuf {
    const MOST: usize = 40;
    let mut path = path.to_owned();
    for _ in 0..MOST {
        let Ok(link) = fs::read_link(&path) else { break };
        path = path.parent().unwrap_or(Path::new("")).join(link);
    }
    path
}

fn same_bytes(mut a: impl Read, mut b: impl Read) -> io::Result<bool> {
    const BLOCK: u64 = 1 << 16;
    let (mut from_a, mut from_b) = (Vec::new(), Vec::new());
    loop {
        from_a.clear();
        from_b.clear();
        a.by_ref().take(BLOCK).read_to_end(&mut from_a)?;
        b.by_ref().take(BLOCK).read_to_end(&mut from_b)?;
        if from_a != from_b {
            return Ok(false);
        }
        if from_a.is_empty() {
            return Ok(true);
        }
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
