//! The state file: what each target's command line and inputs were when it was made.
//!
//! A line a target, added when it is done, so that a run that is killed loses nothing but what it was at: of
//! several lines the last counts, and one without its end does not. A record holds hashes of the command line
//! with the inputs' looks, and of the target's own looks.

use std::fs::{self, File, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use goc2c::command::output::{bytes_of, path_from_bytes};
use hashbrown::HashMap;

/// What the first line of the file says.
const HEAD: &[u8] = b"gen-runtime state 1\n";
/// More lines than that for each target are worth a new file.
const ROOMY: usize = 3;

/// What is known of a target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Record {
    /// When its inputs were looked at.
    pub when: u64,
    /// Its command line and inputs.
    pub inputs: u64,
    /// When it was looked at.
    pub made: u64,
    /// What it looked like.
    pub output: u64,
}

/// The state of a folder's targets. One run at a time can have it.
#[derive(Debug)]
pub struct State {
    records: HashMap<PathBuf, Record>,
    file: Option<File>,
    _lock: Option<File>,
}

impl State {
    /// A state that is kept nowhere.
    pub fn nowhere() -> State {
        State { records: HashMap::new(), file: None, _lock: None }
    }

    /// Reads the state in a folder, which is neither made nor changed: for a run that only prints.
    pub fn read(folder: &Path) -> State {
        let records = fs::read(folder.join("state")).map(|text| parse(&text).0).unwrap_or_default();
        State { records, ..State::nowhere() }
    }

    /// Opens the state in a folder, which is made. `wait` is called when another run has it.
    ///
    /// # Errors
    /// What the system said.
    pub fn open(folder: &Path, wait: impl FnOnce()) -> io::Result<State> {
        fs::create_dir_all(folder)?;
        let lock = File::create(folder.join("lock"))?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                wait();
                lock.lock()?;
            }
            Err(TryLockError::Error(error)) => return Err(error),
        }
        let path = folder.join("state");
        let text = fs::read(&path).unwrap_or_default();
        let (records, lines, whole) = parse(&text);
        if !whole || lines > ROOMY * records.len() + 100 {
            let beside = folder.join("state.new");
            let mut new = HEAD.to_vec();
            records.iter().for_each(|(target, record)| write_line(&mut new, target, *record));
            fs::write(&beside, new)?;
            fs::rename(&beside, &path)?;
        }
        let file = File::options().append(true).open(&path)?;
        Ok(State { records, file: Some(file), _lock: Some(lock) })
    }

    /// What is known of a target.
    pub fn get(&self, target: &Path) -> Option<Record> {
        self.records.get(target).copied()
    }

    /// Keeps what is known of a target.
    ///
    /// # Errors
    /// What the system said.
    pub fn put(&mut self, target: &Path, record: Record) -> io::Result<()> {
        self.records.insert(target.to_owned(), record);
        let Some(file) = &mut self.file else { return Ok(()) };
        let mut line = Vec::new();
        write_line(&mut line, target, record);
        file.write_all(&line)
    }

    /// The targets that are known.
    pub fn targets(&self) -> impl Iterator<Item = &Path> {
        self.records.keys().map(PathBuf::as_path)
    }
}

fn write_line(out: &mut Vec<u8>, target: &Path, record: Record) {
    let Record { when, inputs, made, output } = record;
    out.extend_from_slice(format!("{when:x} {inputs:x} {made:x} {output:x} ").as_bytes());
    for &byte in bytes_of(target.as_os_str()) {
        match byte {
            b'\n' => out.extend_from_slice(b"\\n"),
            b'\\' => out.extend_from_slice(b"\\\\"),
            _ => out.push(byte),
        }
    }
    out.push(b'\n');
}

/// The records, the number of lines, and whether the text is whole.
fn parse(text: &[u8]) -> (HashMap<PathBuf, Record>, usize, bool) {
    let mut records = HashMap::new();
    let Some(text) = text.strip_prefix(HEAD) else { return (records, 0, false) };
    let mut lines = 0;
    let mut whole = true;
    for line in text.split_inclusive(|&byte| byte == b'\n') {
        lines += 1;
        match line.strip_suffix(b"\n").and_then(parse_line) {
            Some((target, record)) => drop(records.insert(target, record)),
            None => whole = false,
        }
    }
    (records, lines, whole)
}

fn parse_line(line: &[u8]) -> Option<(PathBuf, Record)> {
    let mut words = line.splitn(5, |&byte| byte == b' ');
    let mut number = || u64::from_str_radix(std::str::from_utf8(words.next()?).ok()?, 16).ok();
    let record = Record { when: number()?, inputs: number()?, made: number()?, output: number()? };
    let mut target = Vec::new();
    let mut bytes = words.next()?.iter();
    while let Some(&byte) = bytes.next() {
        target.push(match byte {
            b'\\' if *bytes.next()? == b'n' => b'\n',
            byte => byte,
        });
    }
    Some((path_from_bytes(&target), record))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_come_back_and_a_line_that_was_cut_off_does_not_count() {
        let folder = tempfile::tempdir().unwrap();
        let open = || State::open(folder.path(), || panic!("nobody has it")).unwrap();
        let record = |when| Record { when, inputs: 2, made: 3, output: u64::MAX };
        let odd = Path::new("a b\n\\n\\'$");
        {
            let mut state = open();
            state.put(odd, record(1)).unwrap();
            state.put(odd, record(4)).unwrap();
            state.put(Path::new("b"), record(5)).unwrap();
        }
        let path = folder.path().join("state");
        let text = fs::read(&path).unwrap();
        fs::write(&path, &text[..text.len() - 1]).unwrap();
        let state = open();
        assert_eq!((state.get(odd), state.get(Path::new("b"))), (Some(record(4)), None));
        drop(state);
        assert_eq!(fs::read(&path).unwrap().split(|&byte| byte == b'\n').count(), 3);
        assert_eq!(State::read(folder.path()).get(odd), Some(record(4)));
    }
}
