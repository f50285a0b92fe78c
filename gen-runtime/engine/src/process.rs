//! Other programs: the one place where the driver starts and ends them. Arguments are an array, no shell is
//! between. Each leads a process group of its own, so that what it started ends with it.

use std::ffi::OsString;
use std::fs::File;
use std::io::{self, Read};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread::sleep;
use std::time::Duration;

use goc2c::command::messages::FORMAT_VARIABLE;
use rustix::fs::{Access, access};
use rustix::process::{Pid, Signal, WaitId, WaitIdOptions, getgid, kill_process_group, waitid};

/// The id that stands for all that a container does not know, and that nobody can take on.
const NOBODY: u32 = 65534;

/// How long programs have to end by themselves.
const PATIENCE: Duration = Duration::from_millis(500);

/// The programs that are under way, and what ended them all.
struct Groups {
    leaders: Vec<Pid>,
    /// Those that were ended because they waited for the terminal.
    waiting: Vec<Pid>,
    stopped: Option<i32>,
}

static GROUPS: Mutex<Groups> = Mutex::new(Groups { leaders: Vec::new(), waiting: Vec::new(), stopped: None });

fn groups() -> MutexGuard<'static, Groups> {
    GROUPS.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The signal that ended all programs; none starts any more.
pub fn stopped() -> Option<i32> {
    groups().stopped
}

impl Groups {
    fn send(&self, signal: Signal) {
        for leader in &self.leaders {
            // What ended in the meantime is not there any more.
            let _ = kill_process_group(*leader, signal);
        }
    }
}

/// Ends all programs by a signal, and after a while by force.
pub fn stop(signal: i32) {
    groups().stopped = Some(signal);
    groups().send(Signal::from_named_raw(signal).unwrap_or(Signal::TERM));
    sleep(PATIENCE);
    groups().send(Signal::KILL);
}

/// Stops all programs while `stopped` runs; none starts meanwhile.
pub fn pause(stopped: impl FnOnce()) {
    let groups = groups();
    groups.send(Signal::STOP);
    stopped();
    groups.send(Signal::CONT);
}

/// Ends the programs that wait for the terminal, which is in this process' group's hands: nothing else would.
pub fn end_waiting() {
    let Groups { leaders, waiting, .. } = &mut *groups();
    for leader in leaders {
        let options = WaitIdOptions::STOPPED | WaitIdOptions::NOHANG | WaitIdOptions::NOWAIT;
        let status = waitid(WaitId::Pid(*leader), options).ok().flatten();
        let signal = status.and_then(|status| status.stopping_signal()).and_then(Signal::from_named_raw);
        if signal.is_some_and(|signal| signal == Signal::TTIN || signal == Signal::TTOU) {
            waiting.push(*leader);
            let _ = kill_process_group(*leader, Signal::KILL);
        }
    }
}

/// What a program left after.
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
pub fn run<'e, W: Into<OsString>>(
    words: impl IntoIterator<Item = W>,
    folder: &Path,
    environment: impl IntoIterator<Item = &'e (&'static str, OsString)>,
    printed: Option<File>,
) -> io::Result<Ended> {
    let mut words = words.into_iter().map(W::into);
    let program = words.next().ok_or(io::ErrorKind::InvalidInput)?;
    let (mut reader, writer) = io::pipe()?;
    let mut command = Command::new(program);
    command.args(words).current_dir(folder).stdin(Stdio::null());
    // As `cd` has it: compilers write this name of the folder into what they make, and not one that links lead to.
    command.env("PWD", folder);
    // A step of our own is read as other programs are: in the form for people.
    command.env_remove(FORMAT_VARIABLE);
    command.envs(environment.into_iter().map(|(name, value)| (name, value)));
    match printed {
        Some(file) => command.stdout(file),
        None => command.stdout(writer.try_clone()?),
    };
    command.stderr(writer);
    // With an id to set, the program is started by a fork that keeps this process' handlers up to its group. Without
    // them it could be stopped before: nobody would let it go on, and who starts it would wait.
    let group = getgid().as_raw();
    if group != NOBODY {
        command.gid(group);
    }
    let child = start(command.process_group(0))?;
    // This end is the last one open once the program is gone.
    drop(command);
    let mut text = Vec::new();
    let read = reader.read_to_end(&mut text);
    let (status, waited) = end(child)?;
    read?;
    if waited {
        text.extend_from_slice(b"it was ended when it asked for the terminal, which programs do not get\n");
    }
    Ok(Ended { status, text })
}

/// Starts a program, unless all are to end.
fn start(command: &mut Command) -> io::Result<Child> {
    let mut groups = groups();
    if groups.stopped.is_some() {
        return Err(io::ErrorKind::Interrupted.into());
    }
    let child = command.spawn()?;
    groups.leaders.push(Pid::from_child(&child));
    Ok(child)
}

/// Waits for a program; how it ended, and whether it was because it waited for the terminal. Its number is another's as
/// soon as it has been waited for: then nobody may signal it.
fn end(mut child: Child) -> io::Result<(ExitStatus, bool)> {
    let leader = Pid::from_child(&child);
    while waitid(WaitId::Pid(leader), WaitIdOptions::EXITED | WaitIdOptions::NOWAIT)
        .is_err_and(|error| error == rustix::io::Errno::INTR)
    {}
    let mut groups = groups();
    groups.leaders.retain(|other| *other != leader);
    let waited = groups.waiting.contains(&leader);
    groups.waiting.retain(|other| *other != leader);
    Ok((child.wait()?, waited))
}

/// The file that a program's name stands for: a plain one that may be executed.
pub fn find(program: &Path) -> Option<PathBuf> {
    if program.components().count() > 1 {
        return Some(program.to_owned()).filter(|path| is_program(path));
    }
    let folders = std::env::var_os("PATH")?;
    std::env::split_paths(&folders).map(|folder| folder.join(program)).find(|path| is_program(path))
}

fn is_program(path: &Path) -> bool {
    path.is_file() && access(path, Access::EXEC_OK).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt;

    #[test]
    fn a_file_that_may_not_be_executed_is_no_program() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("tool");
        std::fs::write(&path, "#!/bin/sh\n").unwrap();
        assert_eq!(find(&path), None);
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).unwrap();
        assert_eq!(find(&path), Some(path));
        assert_eq!(find(folder.path()), None);
    }
}
