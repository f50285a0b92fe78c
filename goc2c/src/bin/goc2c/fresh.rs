//! Files to start from, which are a person's once they are written: never over what is there.

use std::path::{Path, PathBuf};

use goc2c::command::Exit;
use goc2c::command::destination::{Destination, Habit};
use goc2c::command::ending::{tell_file_error, tell_finished};
use goc2c::command::file::display;
use goc2c::command::messages::Messages;
use goc2c::command::output::write_output;

/// Says which of some files are there, if any are, and what to do then.
///
/// # Errors
/// How the run ends then.
pub(crate) fn refuse_present<'p>(
    paths: impl Iterator<Item = &'p Path>,
    advice: &str,
    messages: &mut Messages,
) -> Result<(), Exit> {
    let there = paths.filter(|path| path.symlink_metadata().is_ok());
    let there: Vec<_> = there.map(|path| format!("`{}`", display(path))).collect();
    let are = match &there[..] {
        [] => return Ok(()),
        [_] => "is",
        _ => "are",
    };
    messages.error("exists", &format!("{} {are} there: {advice}", there.join(" and ")));
    Err(Exit::Io)
}

/// Writes files.
///
/// # Errors
/// How the run ends with the first that cannot be written, which has been said.
pub(crate) fn write_all<'f>(
    files: impl Iterator<Item = (&'f PathBuf, &'f str)>,
    messages: &mut Messages,
) -> Result<(), Exit> {
    for (path, text) in files {
        let output = Destination::File(path.clone());
        let exit = match write_output(&output, text.as_bytes(), Habit::Always) {
            Ok(finished) => tell_finished(finished, &output, messages),
            Err(error) => tell_file_error(&error, messages),
        };
        if exit != Exit::Success {
            return Err(exit);
        }
    }
    Ok(())
}
