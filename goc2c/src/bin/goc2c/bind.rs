//! `goc2c bind`: writes a `.goc` file and a Go file to start from, and never over what is there.

use std::path::PathBuf;

use goc2c::command::Exit;
use goc2c::command::destination::{Destination, Habit};
use goc2c::command::ending::{tell_file_error, tell_finished};
use goc2c::command::file::display;
use goc2c::command::messages::Messages;
use goc2c::command::output::write_output;
use goc2c::step::Binder;

/// What to bind, and where the files go.
pub(crate) struct Binding {
    pub(crate) binder: Binder,
    pub(crate) folder: PathBuf,
}

/// Runs the command.
pub(crate) fn run(binding: &Binding, messages: &mut Messages) -> Exit {
    let package = &binding.binder.package;
    let paths = ["goc", "go"].map(|end| binding.folder.join(format!("{package}.{end}")));
    if let Some(there) = paths.iter().find(|path| path.symlink_metadata().is_ok()) {
        messages.error(
            "exists",
            &format!("`{}` is there: remove it, or choose another name by `--package`", display(there)),
        );
        return Exit::Io;
    }
    let bound = match binding.binder.run(messages) {
        Ok(bound) => bound,
        Err(exit) => return exit,
    };
    let [goc, go] = paths;
    for (path, text) in [(goc, &bound.goc), (go, &bound.go)] {
        let output = Destination::File(path);
        let exit = match write_output(&output, text.as_bytes(), Habit::Always) {
            Ok(finished) => tell_finished(finished, &output, messages),
            Err(error) => tell_file_error(&error, messages),
        };
        if exit != Exit::Success {
            return exit;
        }
    }
    let count = |n: usize, noun: &str| format!("{n} {noun}{}", if n == 1 { "" } else { "s" });
    let mut line = format!(
        "{package}.goc: {}, {} for you (TODO)",
        count(bound.functions, "function"),
        count(bound.questions, "question")
    );
    if !bound.left_out.is_empty() {
        line += &format!(", {} left out", bound.left_out.len());
    }
    messages.plain(&format!("{line}; then `go generate`"));
    Exit::Success
}
