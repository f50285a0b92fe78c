//! `goc2c bind`: writes a `.goc` file and a Go file to start from, and never over what is there.

use std::path::PathBuf;

use goc2c::command::Exit;
use goc2c::command::messages::Messages;
use goc2c::step::Binder;

use crate::fresh::{refuse_present, write_all};

/// What to bind, and where the files go.
pub(crate) struct Binding {
    pub(crate) binder: Binder,
    pub(crate) folder: PathBuf,
}

/// Runs the command.
pub(crate) fn run(binding: &Binding, messages: &mut Messages) -> Exit {
    match write(binding, messages) {
        Ok(()) => Exit::Success,
        Err(exit) => exit,
    }
}

fn write(binding: &Binding, messages: &mut Messages) -> Result<(), Exit> {
    let package = &binding.binder.package;
    let [goc, go] = ["goc", "go"].map(|end| binding.folder.join(format!("{package}.{end}")));
    let advice = "move that away, or choose another name by `--package`";
    refuse_present([&*goc, &*go].into_iter(), advice, messages)?;
    let bound = binding.binder.run(messages)?;
    write_all([(&goc, &*bound.goc), (&go, &*bound.go)].into_iter(), messages)?;
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
    Ok(())
}
