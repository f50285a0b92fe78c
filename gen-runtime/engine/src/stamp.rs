//! What files look like: size and time, and their content where the time is too close to tell changes apart.
//! Knows nothing of actions.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use goc2c::command::output::bytes_of;
use hashbrown::HashMap;

use crate::files::content_hash;
use crate::process::find;

/// Changes within this many nanoseconds may leave a file's time as it was.
const CLOSE: u64 = 2_000_000_000;

/// A file's size and time of change in nanoseconds; nothing if there is no file.
pub type Stamp = Option<(u64, u64)>;

/// The time now, in nanoseconds.
pub fn now() -> u64 {
    nanoseconds(SystemTime::now())
}

/// Whether a time is yet to come: what it tells of changes is nothing.
pub fn is_future(time: u64) -> bool {
    time > now().saturating_add(CLOSE)
}

fn nanoseconds(time: SystemTime) -> u64 {
    time.duration_since(UNIX_EPOCH).map_or(0, |since| u64::try_from(since.as_nanos()).unwrap_or(u64::MAX))
}

/// A hash that is the same in every run: FNV-1a.
#[derive(Debug, Clone, Copy)]
pub struct Hash(u64);

impl Default for Hash {
    fn default() -> Self {
        Hash(0xcbf2_9ce4_8422_2325)
    }
}

impl Hash {
    /// Takes in bytes and their number, so that the next ones cannot be mistaken for them.
    pub fn add(&mut self, bytes: &[u8]) {
        self.number(bytes.len() as u64);
        self.bytes(bytes);
    }

    /// Takes in a number.
    pub fn number(&mut self, number: u64) {
        self.bytes(&number.to_le_bytes());
    }

    /// The hash.
    pub fn value(self) -> u64 {
        self.0
    }

    fn bytes(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}

/// The stamps of a run: each file is asked once until it is made anew.
#[derive(Debug, Default)]
pub struct Stamps {
    stamps: HashMap<PathBuf, Stamp>,
    hashes: HashMap<PathBuf, u64>,
    tools: HashMap<PathBuf, Option<PathBuf>>,
    /// The first file that was met whose time is yet to come.
    pub future: Option<PathBuf>,
}

impl Stamps {
    /// What a file looks like.
    pub fn of(&mut self, path: &Path) -> Stamp {
        *self.stamps.entry_ref(path).or_insert_with(|| {
            let about = fs::metadata(path).ok()?;
            let time = about.modified().map_or(0, nanoseconds);
            if self.future.is_none() && is_future(time) {
                self.future = Some(path.to_owned());
            }
            Some((about.len(), time))
        })
    }

    /// The file that a program's name stands for.
    pub fn tool(&mut self, program: &Path) -> Option<PathBuf> {
        self.tools.entry_ref(program).or_insert_with(|| find(program)).clone()
    }

    /// What a file that a plan makes looks like: a link is none.
    pub fn of_made(&mut self, path: &Path) -> Stamp {
        *self.stamps.entry_ref(path).or_insert_with(|| {
            let about = fs::symlink_metadata(path).ok().filter(fs::Metadata::is_file)?;
            Some((about.len(), about.modified().map_or(0, nanoseconds)))
        })
    }

    /// Forgets a file that was made.
    pub fn forget(&mut self, path: &Path) {
        self.stamps.remove(path);
        self.hashes.remove(path);
    }

    /// Takes a file's looks in, as seen at a time: its content counts if it changed shortly before.
    pub fn add(&mut self, path: &Path, when: u64, hash: &mut Hash) {
        hash.add(bytes_of(path.as_os_str()));
        match self.of(path) {
            None => hash.number(0),
            Some((size, time)) => {
                hash.number(size);
                hash.number(time);
                if time.saturating_add(CLOSE) > when {
                    hash.number(self.content(path));
                }
            }
        }
    }

    fn content(&mut self, path: &Path) -> u64 {
        *self.hashes.entry_ref(path).or_insert_with(|| {
            // A pipe would make this process wait.
            let is_file = fs::metadata(path).is_ok_and(|about| about.is_file());
            let file = is_file.then(|| fs::File::open(path).ok()).flatten();
            file.and_then(|file| content_hash(file).ok()).unwrap_or(0)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_counts_while_the_time_is_close() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        let look = |when| {
            let mut hash = Hash::default();
            Stamps::default().add(&path, when, &mut hash);
            hash.value()
        };
        fs::write(&path, "one").unwrap();
        let time = fs::metadata(&path).unwrap().modified().unwrap();
        let (close, later) = (look(now()), look(now() + 2 * CLOSE));
        fs::write(&path, "two").unwrap();
        fs::File::options().write(true).open(&path).unwrap().set_modified(time).unwrap();
        assert_ne!(look(now()), close);
        assert_eq!(look(now() + 2 * CLOSE), later);
    }
}
