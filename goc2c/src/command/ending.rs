//! How a run ends: what is said of its outputs, and the files that go beside them.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::Exit;
use super::args::Expanded;
use super::depfile::render_depfile;
use super::destination::{Destination, Finished, Habit};
use super::file::{FileError, bytes_of, display, touch};
use super::leftover::sweep;
use super::messages::Messages;
use super::naming::check_outputs;
use super::output::{FileArgs, write_file};
use super::place::Place;

/// Says how an output ended; the exit code that it asks for.
pub fn tell_finished(finished: Finished, output: &Destination, messages: &mut Messages) -> Exit {
    let output = display(output.file().unwrap_or(Path::new("-")));
    match finished {
        Finished::Written | Finished::Unchanged => return Exit::Success,
        Finished::Missing => messages.error("missing-output", &format!("`{output}` is missing")),
        Finished::Stale(diff) => {
            messages.error("stale-output", &format!("`{output}` is out of date"));
            print_text(&diff, messages);
        }
    }
    Exit::Faults
}

/// Says what went wrong with a file; a closed pipe ends a run quietly.
pub fn tell_file_error(error: &FileError, messages: &mut Messages) -> Exit {
    if error.is_closed_pipe() {
        return Exit::Success;
    }
    messages.error("file", error);
    Exit::Io
}

/// Looks at all that a run would write, before it does: the outputs, each with what messages call its reason, the
/// depfile and the stamp. The text of the depfile, if one is wanted.
///
/// # Errors
/// What cannot go together, in words.
pub fn plan_files<'p>(
    files: &'p FileArgs,
    inputs: &[&'p Path],
    outputs: &[(String, &'p Destination)],
    expanded: &'p Expanded,
) -> Result<Option<Vec<u8>>, String> {
    if files.habit().only_compares() && outputs.iter().any(|(_, output)| output.file().is_none()) {
        return Err("there is no file to compare with: `-o FILE`".into());
    }
    let inputs = || inputs.iter().copied().filter(|input| *input != Path::new("-"));
    let named: Vec<_> =
        outputs.iter().filter_map(|(reason, output)| Some((reason.clone(), output.file()?))).collect();
    let mut all = named.clone();
    all.extend(files.depfile.as_deref().map(|path| ("the depfile".to_owned(), path)));
    all.extend(files.stamp.as_deref().map(|path| ("the stamp".to_owned(), path)));
    let read = inputs().chain(expanded.files.iter().map(PathBuf::as_path));
    check_outputs(read, &all).map_err(|error| error.to_string())?;
    match &files.depfile {
        None => Ok(None),
        Some(path) if path == Path::new("-") => Err("a depfile goes to a file: `--depfile FILE`".into()),
        Some(_) if named.is_empty() => Err("a depfile needs an output file to name: `-o FILE`".into()),
        Some(_) => render_depfile(named.iter().map(|(_, path)| *path), inputs(), &expanded.files)
            .map(Some)
            .map_err(|error| error.to_string()),
    }
}

/// The depfile and the stamp, after a run without errors.
///
/// # Errors
/// What keeps them from being written.
pub fn write_side_files(files: &FileArgs, depfile: Option<Vec<u8>>) -> Result<(), FileError> {
    if files.habit().only_compares() {
        return Ok(());
    }
    if let (Some(path), Some(text)) = (&files.depfile, depfile) {
        write_file(path, &text, Habit::Changed)?;
    }
    files.stamp.as_deref().map_or(Ok(()), touch)
}

/// Removes what killed runs left beside the outputs of this one and beside its depfile, once in each folder, if this
/// run writes at all.
pub fn sweep_beside<'d>(files: &FileArgs, outputs: impl IntoIterator<Item = &'d Destination>) {
    if files.habit().only_compares() {
        return;
    }
    let folder = |output: &Destination| match Place::of(output) {
        Ok(Place::Regular(path)) => path.parent().map(Path::to_owned),
        _ => None,
    };
    let depfile = files.depfile.clone().map(Destination::File);
    let mut folders: Vec<_> =
        outputs.into_iter().filter_map(folder).chain(depfile.iter().filter_map(folder)).collect();
    folders.sort_unstable();
    folders.dedup();
    for folder in &folders {
        // What stays is in nobody's way.
        let _ = sweep(folder);
    }
}

/// Lists outputs, one a line.
pub fn print_outputs<'d>(
    outputs: impl IntoIterator<Item = &'d Destination>,
    messages: &mut Messages,
) -> Exit {
    let mut text = Vec::new();
    for output in outputs.into_iter().filter_map(Destination::file) {
        text.extend_from_slice(bytes_of(output.as_os_str()));
        text.push(b'\n');
    }
    print_text(&text, messages)
}

/// Writes to standard output, which may be closed at any time: that ends a run quietly.
pub fn print_text(text: &[u8], messages: &mut Messages) -> Exit {
    let mut out = io::stdout().lock();
    match out.write_all(text).and_then(|()| out.flush()) {
        Ok(()) => Exit::Success,
        Err(error) => {
            tell_file_error(&FileError::new("write", Path::new("standard output"))(error), messages)
        }
    }
}
