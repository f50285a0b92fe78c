//! How a run ends: what is said of its outputs, and the files that go beside them.

use std::io::{self, Write};
use std::path::Path;

use super::Exit;
use super::args::Expanded;
use super::depfile::{NewlineInPath, render_depfile};
use super::messages::Messages;
use super::output::{Destination, FileArgs, FileError, Finished, Habit, bytes_of, touch, write_file};

/// Says how an output ended; the exit code that it asks for.
pub fn tell_finished(finished: Finished, output: &Destination, messages: &mut Messages) -> Exit {
    let output = output.file().unwrap_or(Path::new("-")).display();
    match finished {
        Finished::Written | Finished::Unchanged => return Exit::Success,
        Finished::Missing => messages.trouble(&format!("`{output}` is missing")),
        Finished::Stale(diff) => {
            messages.trouble(&format!("`{output}` is out of date"));
            let _ = io::stdout().write_all(diff.unwrap_or_default().as_bytes());
        }
    }
    Exit::Faults
}

/// Says what went wrong with a file; a closed pipe ends a run quietly.
pub fn tell_file_error(error: &FileError, messages: &mut Messages) -> Exit {
    if error.is_closed_pipe() {
        return Exit::Success;
    }
    messages.trouble(error);
    Exit::Io
}

/// The text of the depfile, if one is wanted. Inputs that are standard input are left out.
///
/// # Errors
/// A path that a depfile cannot hold.
pub fn plan_depfile<'p>(
    files: &FileArgs,
    outputs: impl IntoIterator<Item = &'p Destination>,
    inputs: impl IntoIterator<Item = &'p Path>,
    expanded: &'p Expanded,
) -> Result<Option<Vec<u8>>, NewlineInPath> {
    if files.depfile.is_none() {
        return Ok(None);
    }
    let outputs = outputs.into_iter().filter_map(Destination::file);
    let inputs = inputs.into_iter().filter(|input| *input != Path::new("-"));
    render_depfile(outputs, inputs, &expanded.files).map(Some)
}

/// The depfile and the stamp, after a run without errors.
///
/// # Errors
/// What keeps them from being written.
pub fn write_side_files(files: &FileArgs, depfile: Option<Vec<u8>>) -> Result<(), FileError> {
    if matches!(files.habit(), Habit::Check | Habit::Diff) {
        return Ok(());
    }
    if let (Some(path), Some(text)) = (&files.depfile, depfile) {
        write_file(path, &text, Habit::Changed)?;
    }
    files.stamp.as_deref().map_or(Ok(()), touch)
}

/// Lists outputs, one a line.
pub fn print_outputs<'d>(outputs: impl IntoIterator<Item = &'d Destination>) -> Exit {
    let mut text = Vec::new();
    for output in outputs.into_iter().filter_map(Destination::file) {
        text.extend_from_slice(bytes_of(output.as_os_str()));
        text.push(b'\n');
    }
    print_text(&text)
}

/// Standard output may be closed at any time: that ends a run quietly.
pub fn print_text(text: &[u8]) -> Exit {
    let mut out = io::stdout().lock();
    match out.write_all(text).and_then(|()| out.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Exit::Io,
        _ => Exit::Success,
    }
}
