//! The state file: what each action's command line and files were when it was done.
//!
//! A line an action, added when it is done, so that a run that is killed loses nothing but what it was at: of
//! several lines the last counts, and one without its end does not. A record holds hashes of the command line, the
//! environment, the program and the looks of files. What a tree brings along under this name is a stranger's word: it
//! tells what is fresh, never what is written, and what is deleted only after a look of our own.

use std::fs::{File, TryLockError};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use goc2c::command::output::{FileError, bytes_of, path_from_bytes};
use hashbrown::HashMap;

use crate::files::Folder;

/// What the first line of the file says.
const HEAD: &[u8] = b"gen-runtime state 2\n";
/// A line that says that something is being made, and one that says that nothing is any more.
const MAKING: &[u8] = b"making\n";
const DONE: &[u8] = b"done\n";
/// More lines than that for each action are worth a new file.
const ROOMY: usize = 3;
/// The file, and the one that keeps other runs out.
const NAME: &str = "state";
const LOCK: &str = "lock";

/// What is known of an action, which the first file that it makes stands for. Times are in nanoseconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Record {
    /// When what it reads was looked at.
    pub when: u64,
    /// Its command line, folder and the variables that the plan sets.
    pub words: u64,
    /// The variables that its tool heeds.
    pub variables: u64,
    /// Its program's looks.
    pub program: u64,
    /// The looks of what it reads; 0 where they are not known.
    pub reads: u64,
    /// When what it makes was looked at.
    pub made: u64,
    /// The looks of what it makes.
    pub makes: u64,
}

/// The state of a build's actions. One run at a time can have it.
#[derive(Debug, Default)]
pub struct State {
    records: Records,
    file: Option<File>,
    making: bool,
    _lock: Option<File>,
}

/// What a state file says.
#[derive(Debug, Default)]
struct Records {
    actions: HashMap<PathBuf, Record>,
    /// Files that were made outside the build's own folder, and their contents.
    outside: HashMap<PathBuf, u64>,
    lines: usize,
    whole: bool,
    /// Whether a run has not come to its end.
    making: bool,
}

impl State {
    /// Reads the state in a folder, which is neither made nor changed: for a run that only prints.
    ///
    /// # Errors
    /// What is there is a link or no plain file.
    pub fn read(folder: Option<&Folder>) -> Result<State, FileError> {
        let file = folder.map(|folder| folder.existing(NAME.as_ref())).transpose()?.flatten();
        let text = file.and_then(|file| read(file).ok()).unwrap_or_default();
        Ok(State { records: Records::parse(&text), ..State::default() })
    }

    /// Opens the state in a folder. `wait` is called when another run has it.
    ///
    /// # Errors
    /// What is there is a link or no plain file, or the system says no.
    pub fn open(folder: &Folder, wait: impl FnOnce()) -> Result<State, FileError> {
        let trouble = |error| FileError { verb: "use", path: folder.path().join(NAME), error };
        let lock = folder.file(LOCK)?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                wait();
                lock.lock().map_err(trouble)?;
            }
            Err(TryLockError::Error(error)) => return Err(trouble(error)),
        }
        let text = read(folder.file(NAME)?).map_err(trouble)?;
        let records = Records::parse(&text);
        if !records.whole || records.lines > ROOMY * records.actions.len() + 100 {
            folder.replace(NAME, &records.render())?;
        }
        Ok(State { records, file: Some(folder.file(NAME)?), making: false, _lock: Some(lock) })
    }

    /// What is known of an action.
    pub fn get(&self, first: &Path) -> Option<Record> {
        self.records.actions.get(first).copied()
    }

    /// Whether the last run was ended before it came to its own end.
    pub fn was_cut_off(&self) -> bool {
        self.records.making
    }

    /// Keeps that something is being made, before it is.
    ///
    /// # Errors
    /// What the system says.
    pub fn begin(&mut self) -> io::Result<()> {
        if std::mem::replace(&mut self.making, true) { Ok(()) } else { self.write(MAKING) }
    }

    /// Keeps that nothing is being made any more.
    ///
    /// # Errors
    /// What the system says.
    pub fn end(&mut self) -> io::Result<()> {
        let is_open = std::mem::take(&mut self.making) || std::mem::take(&mut self.records.making);
        if is_open { self.write(DONE) } else { Ok(()) }
    }

    /// Keeps what is known of an action.
    ///
    /// # Errors
    /// What the system says.
    pub fn put(&mut self, first: &Path, record: Record) -> io::Result<()> {
        self.records.actions.insert(first.to_owned(), record);
        let mut line = Vec::new();
        write_record(&mut line, first, record);
        self.write(&line)
    }

    /// Keeps the content of a file that was made outside the build's own folder.
    ///
    /// # Errors
    /// What the system says.
    pub fn put_outside(&mut self, file: &Path, content: u64) -> io::Result<()> {
        if self.records.outside.insert(file.to_owned(), content) == Some(content) {
            return Ok(());
        }
        let mut line = Vec::new();
        write_outside(&mut line, file, content);
        self.write(&line)
    }

    /// The files that were made outside the build's own folder, and hashes of their contents.
    pub fn outside(&self) -> impl Iterator<Item = (&Path, u64)> {
        self.records.outside.iter().map(|(path, hash)| (path.as_path(), *hash))
    }

    fn write(&mut self, line: &[u8]) -> io::Result<()> {
        self.file.as_mut().map_or(Ok(()), |file| file.write_all(line))
    }
}

fn read(mut file: File) -> io::Result<Vec<u8>> {
    let mut text = Vec::new();
    file.read_to_end(&mut text)?;
    Ok(text)
}

fn write_record(out: &mut Vec<u8>, first: &Path, record: Record) {
    let Record { when, words, variables, program, reads, made, makes } = record;
    let numbers = format!("a {when:x} {words:x} {variables:x} {program:x} {reads:x} {made:x} {makes:x} ");
    out.extend_from_slice(numbers.as_bytes());
    write_path(out, first);
}

fn write_outside(out: &mut Vec<u8>, file: &Path, content: u64) {
    out.extend_from_slice(format!("o {content:x} ").as_bytes());
    write_path(out, file);
}

fn write_path(out: &mut Vec<u8>, path: &Path) {
    for &byte in bytes_of(path.as_os_str()) {
        match byte {
            b'\n' => out.extend_from_slice(b"\\n"),
            b'\\' => out.extend_from_slice(b"\\\\"),
            _ => out.push(byte),
        }
    }
    out.push(b'\n');
}

impl Records {
    fn parse(text: &[u8]) -> Records {
        let mut records = Records::default();
        let Some(text) = text.strip_prefix(HEAD) else { return records };
        records.whole = true;
        for line in text.split_inclusive(|&byte| byte == b'\n') {
            records.lines += 1;
            match line {
                MAKING => records.making = true,
                DONE => records.making = false,
                line => {
                    let known = line.strip_suffix(b"\n").and_then(|line| records.parse_line(line));
                    records.whole &= known.is_some();
                }
            }
        }
        records
    }

    fn parse_line(&mut self, line: &[u8]) -> Option<()> {
        let (kind, mut rest) = line.split_at_checked(2)?;
        let mut number = || {
            let end = rest.iter().position(|&byte| byte == b' ')?;
            let number = u64::from_str_radix(std::str::from_utf8(&rest[..end]).ok()?, 16).ok()?;
            rest = &rest[end + 1..];
            Some(number)
        };
        match kind {
            b"a " => {
                let record = Record {
                    when: number()?,
                    words: number()?,
                    variables: number()?,
                    program: number()?,
                    reads: number()?,
                    made: number()?,
                    makes: number()?,
                };
                self.actions.insert(parse_path(rest)?, record);
            }
            b"o " => {
                let content = number()?;
                self.outside.insert(parse_path(rest)?, content);
            }
            _ => return None,
        }
        Some(())
    }

    /// The text of the file, each action once.
    fn render(&self) -> Vec<u8> {
        let mut out = HEAD.to_vec();
        self.actions.iter().for_each(|(first, record)| write_record(&mut out, first, *record));
        self.outside.iter().for_each(|(file, content)| write_outside(&mut out, file, *content));
        if self.making {
            out.extend_from_slice(MAKING);
        }
        out
    }
}

fn parse_path(text: &[u8]) -> Option<PathBuf> {
    let mut path = Vec::with_capacity(text.len());
    let mut bytes = text.iter();
    while let Some(&byte) = bytes.next() {
        path.push(match byte {
            b'\\' if *bytes.next()? == b'n' => b'\n',
            byte => byte,
        });
    }
    Some(path_from_bytes(&path))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::action::Root;
    use crate::files::Ground;

    fn record(when: u64) -> Record {
        Record { when, words: 1, variables: 2, program: 3, reads: 0, made: 5, makes: u64::MAX }
    }

    #[test]
    fn records_come_back_and_a_line_that_was_cut_off_does_not_count() {
        let folder = tempfile::tempdir().unwrap();
        let ground = Ground::new(&[Root::named(folder.path())]);
        let own = ground.make(folder.path()).unwrap();
        let open = || State::open(&own, || panic!("nobody has it")).unwrap();
        let odd = Path::new("a b\n\\n\\'$");
        {
            let mut state = open();
            assert!(!state.was_cut_off());
            state.begin().unwrap();
            state.put(odd, record(1)).unwrap();
            state.put(odd, record(4)).unwrap();
            state.put_outside(odd, 7).unwrap();
            state.put(Path::new("b"), record(5)).unwrap();
        }
        let path = folder.path().join("state");
        let text = fs::read(&path).unwrap();
        fs::write(&path, &text[..text.len() - 1]).unwrap();
        let mut state = open();
        assert_eq!((state.get(odd), state.get(Path::new("b"))), (Some(record(4)), None));
        assert_eq!(state.outside().collect::<Vec<_>>(), [(odd, 7)]);
        assert!(state.was_cut_off());
        state.end().unwrap();
        drop(state);
        assert_eq!(fs::read(&path).unwrap().split(|&byte| byte == b'\n').count(), 6);
        let state = State::read(Some(&own)).unwrap();
        assert_eq!((state.get(odd), state.was_cut_off()), (Some(record(4)), false));
    }

    #[test]
    fn a_state_that_is_a_link_a_pipe_or_a_file_elsewhere_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let own = Ground::new(&[Root::named(folder.path())]).make(folder.path()).unwrap();
        let victim = folder.path().join("victim");
        for name in [NAME, LOCK] {
            let path = folder.path().join(name);
            let why = || State::open(&own, || {}).unwrap_err().to_string();
            let _ = fs::remove_file(&path);
            fs::write(&victim, "precious").unwrap();
            std::os::unix::fs::symlink(&victim, &path).unwrap();
            assert!(why().contains("it is a link"), "{}", why());
            fs::remove_file(&path).unwrap();
            fs::hard_link(&victim, &path).unwrap();
            assert!(why().contains("it is a file elsewhere, too"), "{}", why());
            fs::remove_file(&path).unwrap();
            fs::create_dir(&path).unwrap();
            assert!(State::open(&own, || {}).is_err());
            fs::remove_dir(&path).unwrap();
            assert_eq!(fs::read(&victim).unwrap(), b"precious");
        }
    }
}
