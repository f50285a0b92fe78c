//! Other programs: the one place where the driver starts them. Arguments are an array, no shell is between.

use std::ffi::{OsStr, OsString};
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};

/// What a program left behind.
#[derive(Debug)]
pub struct Ended {
    /// How it ended.
    pub status: ExitStatus,
    /// All that it printed, in the order in which it did; without standard output if that went to a file.
    pub text: Vec<u8>,
}

/// Runs a program in a folder, to its end. Standard output goes to a file, if one is given.
///
/// # Errors
/// The program could not be started, or not be listened to.
pub fn run<'w>(
    words: impl IntoIterator<Item = &'w OsStr>,
    folder: &Path,
    environment: &[(&'static str, OsString)],
    printed: Option<File>,
) -> io::Result<Ended> {
    let mut words = words.into_iter();
    let program = words.next().ok_or(io::ErrorKind::InvalidInput)?;
    let (mut reader, writer) = io::pipe()?;
    let mut command = Command::new(program);
    command.args(words).current_dir(folder).stdin(Stdio::null());
    command.envs(environment.iter().map(|(name, value)| (name, value)));
    match printed {
        Some(file) => command.stdout(file),
        None => command.stdout(writer.try_clone()?),
    };
    command.stderr(writer);
    let mut child = command.spawn()?;
    // This end is the last one open once the program is gone.
    drop(command);
    let mut text = Vec::new();
    let read = reader.read_to_end(&mut text);
    let status = child.wait()?;
    read?;
    Ok(Ended { status, text })
}

/// The file that a program's name stands for, if it is found.
pub fn find(program: &Path) -> Option<PathBuf> {
    if program.components().count() > 1 {
        return Some(program.to_owned()).filter(|path| path.is_file());
    }
    let folders = std::env::var_os("PATH")?;
    std::env::split_paths(&folders).map(|folder| folder.join(program)).find(|path| path.is_file())
}
