//! Outputs that are not there yet: whole or not at all.
//!
//! What a command makes is gathered in memory while it is small, else in a `staged` file in the target's
//! folder. When all is well it is compared with what the target holds and, if that differs, put in its place by a
//! rename, so that whenever a run is killed a target is old or new, and whole. Devices and pipes are written in place; of
//! a symbolic link, the file it leads to is replaced. Under `--check` the bytes are compared as they come, and nothing
//! is kept.

use std::fs::{self, File};
use std::io::{self, BufReader, Read, Seek, Write};
use std::path::{Path, PathBuf};

use similar::TextDiff;

use super::destination::{Destination, Finished, Habit};
use super::file::{FileError, make_parents};
use super::place::Place;
use super::staged::Staged;
use crate::source::read_full;

/// Bytes of an output that are kept in memory.
const IN_MEMORY: usize = 1 << 18;

/// An output that is not there yet.
pub struct Staging {
    place: Place,
    store: Store,
    habit: Habit,
    /// What messages call the output.
    shown: PathBuf,
}

/// Where the bytes are until then.
enum Store {
    Memory(Vec<u8>),
    File(Staged),
    /// Nowhere: they are compared with the file that is there, if one is.
    Comparison {
        existing: Option<BufReader<File>>,
        same: bool,
    },
}

impl Staging {
    /// A stage for an output. With a habit that writes, makes the folder that the file goes to.
    ///
    /// # Errors
    /// Where a folder is in the file's place, its own folder cannot be made, or there is nothing to compare with.
    pub fn new(destination: &Destination, habit: Habit) -> Result<Staging, FileError> {
        let shown = destination.file().unwrap_or(Path::new("standard output"));
        let place = Place::of(destination).map_err(FileError::new("write", shown))?;
        let store = match (&place, habit) {
            (Place::Regular(path), Habit::Changed | Habit::Always) => {
                make_parents(path)?;
                Store::Memory(Vec::new())
            }
            (Place::Regular(path), Habit::Check) => match File::open(path) {
                Ok(file) => Store::Comparison { existing: Some(BufReader::new(file)), same: true },
                Err(error) if error.kind() == io::ErrorKind::NotFound => {
                    Store::Comparison { existing: None, same: false }
                }
                Err(error) => return Err(FileError::new("read", shown)(error)),
            },
            (Place::Stdout | Place::Stream(_), Habit::Check | Habit::Diff) => {
                let error = io::Error::other("it is no file that could be out of date");
                return Err(FileError::new("compare", shown)(error));
            }
            _ => Store::Memory(Vec::new()),
        };
        Ok(Staging { place, store, habit, shown: shown.to_owned() })
    }

    /// Puts what was staged in its place, or compares it, as the habit has it.
    ///
    /// # Errors
    /// Whatever keeps the output from being written or compared; the target is as it was.
    pub fn finish(mut self) -> Result<Finished, FileError> {
        let shown = std::mem::take(&mut self.shown);
        match std::mem::replace(&mut self.place, Place::Stdout) {
            Place::Stdout => {
                self.copy_into(&mut io::stdout().lock()).map_err(FileError::new("write", &shown))?;
                Ok(Finished::Written)
            }
            Place::Stream(path) => {
                let opened = File::options().append(true).open(&path);
                opened
                    .and_then(|mut out| self.copy_into(&mut out))
                    .map_err(FileError::new("write", &shown))?;
                Ok(Finished::Written)
            }
            Place::Regular(path) => match self.habit {
                Habit::Check => self.finish_comparison().map_err(FileError::new("read", &shown)),
                Habit::Diff => self.diff(&path, &shown).map_err(FileError::new("read", &shown)),
                habit => {
                    if habit == Habit::Changed && self.equals(&path).unwrap_or(false) {
                        return Ok(Finished::Unchanged);
                    }
                    self.replace(&path).map_err(FileError::new("write", &shown))?;
                    Ok(Finished::Written)
                }
            },
        }
    }

    fn finish_comparison(self) -> io::Result<Finished> {
        match self.store {
            Store::Comparison { existing: Some(mut existing), same: true } => {
                let more = existing.read(&mut [0])? > 0;
                Ok(if more { Finished::Stale(Vec::new()) } else { Finished::Unchanged })
            }
            Store::Comparison { existing: None, .. } => Ok(Finished::Missing),
            _ => Ok(Finished::Stale(Vec::new())),
        }
    }

    fn replace(self, path: &Path) -> io::Result<()> {
        match self.store {
            Store::File(staged) => staged.replace(path),
            Store::Memory(bytes) => {
                let mut staged = Staged::beside(path)?;
                staged.file().write_all(&bytes)?;
                staged.replace(path)
            }
            Store::Comparison { .. } => Ok(()),
        }
    }

    fn copy_into(&mut self, out: &mut dyn Write) -> io::Result<()> {
        match &mut self.store {
            Store::Memory(bytes) => out.write_all(bytes)?,
            Store::File(staged) => {
                staged.file().rewind()?;
                io::copy(staged.file(), out)?;
            }
            Store::Comparison { .. } => {}
        }
        out.flush()
    }

    /// Whether a file holds what was staged.
    fn equals(&mut self, path: &Path) -> io::Result<bool> {
        let existing = File::open(path)?;
        let length = existing.metadata()?.len();
        match &mut self.store {
            Store::Memory(bytes) => Ok(length == bytes.len() as u64 && same_bytes(existing, &bytes[..])?),
            Store::File(staged) => {
                staged.file().rewind()?;
                Ok(length == staged.file().metadata()?.len() && same_bytes(existing, staged.file())?)
            }
            Store::Comparison { same, .. } => Ok(*same),
        }
    }

    /// How a file would change, as a unified diff.
    fn diff(&mut self, path: &Path, shown: &Path) -> io::Result<Finished> {
        let existing = match fs::read(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Finished::Missing),
            existing => existing?,
        };
        let mut made = Vec::new();
        self.copy_into(&mut made)?;
        if existing == made {
            return Ok(Finished::Unchanged);
        }
        let name = shown.display();
        let diff = TextDiff::from_lines(&existing[..], &made[..]);
        let mut text = Vec::new();
        diff.unified_diff().header(&format!("a/{name}"), &format!("b/{name}")).to_writer(&mut text)?;
        Ok(Finished::Stale(text))
    }
}

impl Write for Staging {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match &mut self.store {
            Store::File(staged) => return staged.file().write(bytes),
            Store::Comparison { existing, same } => {
                let mut there = vec![0; bytes.len()];
                *same = *same && existing.as_mut().is_some_and(|file| file.read_exact(&mut there).is_ok());
                *same = *same && there == bytes;
            }
            Store::Memory(memory) => {
                memory.extend_from_slice(bytes);
                if memory.len() > IN_MEMORY && self.habit != Habit::Diff {
                    // Where a stream has no folder for it, memory must do.
                    let staged = match &self.place {
                        Place::Regular(path) => Some(Staged::beside(path)?),
                        _ => Staged::beside_nothing().ok(),
                    };
                    if let Some(mut staged) = staged {
                        staged.file().write_all(memory)?;
                        self.store = Store::File(staged);
                    }
                }
            }
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Whether two readers hold the same bytes from where they are.
///
/// # Errors
/// One of them cannot be read.
pub fn same_bytes(mut a: impl Read, mut b: impl Read) -> io::Result<bool> {
    const BLOCK: usize = 1 << 14;
    let (mut from_a, mut from_b) = (vec![0; BLOCK], vec![0; BLOCK]);
    loop {
        let (read_a, read_b) = (read_full(&mut a, &mut from_a)?, read_full(&mut b, &mut from_b)?);
        if from_a[..read_a] != from_b[..read_b] {
            return Ok(false);
        }
        if read_a == 0 {
            return Ok(true);
        }
    }
}
