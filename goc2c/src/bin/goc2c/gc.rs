//! Dialect gc: a package's files are made, and put in their places or compared with what is there.

use std::fs;
use std::path::{Path, PathBuf};

use goc2c::ReportForm;
use goc2c::command::Exit;
use goc2c::command::args::Expanded;
use goc2c::command::depfile::render_depfile;
use goc2c::command::destination::{Destination, Habit};
use goc2c::command::ending::{
    print_outputs, print_text, sweep_beside, tell_file_error, tell_finished, write_side_files,
};
use goc2c::command::file::{FileError, display};
use goc2c::command::messages::Messages;
use goc2c::command::output::{FileArgs, write_file};
use goc2c::gc::files::first_line;
use goc2c::gc::report_stack;
use goc2c::step::{Made, OutFile, is_foreign, stale_outputs};

use crate::request::GcWork;

/// Makes the files of a package, or the report of its stack.
pub(crate) fn run(work: &GcWork, files: &FileArgs, expanded: &Expanded, messages: &mut Messages) -> Exit {
    let made = match work.step.run(messages) {
        Ok(made) => made,
        Err(exit) => return exit,
    };
    let functions = || made.translations.iter().flat_map(|(_, translation)| &translation.stack);
    let has = |name: &str| functions().any(|row| row.is_go && row.function == name);
    if let Some((name, _)) = work.step.terms.reserve.of.iter().find(|(name, _)| !has(name)) {
        messages.error("stack", &format!("`--stack {name}=…`: these files have no Go function `{name}`"));
        return Exit::Faults;
    }
    if let Some(form) = work.report {
        return report(&made, form, &work.output, files.habit(), messages);
    }
    let outputs: Vec<_> =
        made.files.iter().map(|file| Destination::File(work.folder.join(&file.name))).collect();
    if files.print.is_some() {
        return print_outputs(&outputs, messages);
    }
    let habit = files.habit();
    if let Some(foreign) = outputs.iter().filter_map(Destination::file).find(|path| is_foreign(path)) {
        let shown = display(foreign);
        messages.error(
            "foreign-file",
            &format!("`{shown}` is there, and goc2c did not write it: give it another name"),
        );
        return Exit::Faults;
    }
    let mut exit = Exit::Success;
    for (file, output) in made.files.iter().zip(&outputs) {
        exit = exit.max(put(file, output, habit, messages));
    }
    exit = exit.max(remove_stale(&made, work, habit, messages));
    if exit == Exit::Success {
        let paths = outputs.iter().filter_map(Destination::file);
        let inputs = made.read.iter().map(PathBuf::as_path);
        let depfile =
            files.depfile.as_ref().map(|_| render_depfile(paths, inputs, &expanded.files)).transpose();
        let written = match depfile {
            Ok(depfile) => write_side_files(files, depfile),
            Err(error) => {
                messages.error("depfile", &error);
                return Exit::Io;
            }
        };
        exit = written.map_or_else(|error| tell_file_error(&error, messages), |()| Exit::Success);
    }
    sweep_beside(files, &outputs);
    exit
}

/// Writes or compares one file.
fn put(file: &OutFile, output: &Destination, habit: Habit, messages: &mut Messages) -> Exit {
    let Some(path) = output.file() else { return Exit::Internal };
    if habit.only_compares()
        && let Some(exit) = compare_inputs(file, path, messages)
    {
        return exit;
    }
    match write_file(path, file.text.as_bytes(), habit) {
        Ok(finished) => tell_finished(finished, output, messages),
        Err(error) => tell_file_error(&error, messages),
    }
}

/// Where the file that is there was made by another compiler, only what both were made from can be compared.
fn compare_inputs(file: &OutFile, path: &Path, messages: &mut Messages) -> Option<Exit> {
    let there = fs::read_to_string(path).ok()?;
    let (ours, theirs) = (first_line(&file.text, "compiler"), first_line(&there, "compiler"));
    let shown = display(path);
    if ours == theirs {
        let (ours, theirs) = (first_line(&file.text, "flags")?, first_line(&there, "flags")?);
        if ours != theirs {
            messages.plain(&format!("`{shown}` was made with `{theirs}`, and this is with `{ours}`"));
        }
        return None;
    }
    let compilers = format!("`{shown}` was made by {}, and this is {}", theirs?, ours?);
    if first_line(&file.text, "inputs") == first_line(&there, "inputs") {
        messages.plain(&format!("{compilers}: its inputs are the same"));
        return Some(Exit::Success);
    }
    messages
        .error("stale-output", &format!("`{shown}` is out of date: its inputs have changed; {compilers}"));
    Some(Exit::Faults)
}

/// Removes what earlier runs wrote and this one does not.
fn remove_stale(made: &Made, work: &GcWork, habit: Habit, messages: &mut Messages) -> Exit {
    let folder = if work.folder == Path::new("") { Path::new(".") } else { &work.folder };
    let stale = match stale_outputs(folder, &made.inputs, &made.files, &made.package) {
        Ok(stale) => stale,
        Err(error) => return tell_file_error(&FileError::new("read", folder)(error), messages),
    };
    let mut exit = Exit::Success;
    for path in stale {
        if habit.only_compares() {
            messages.error("stale-output", &format!("`{}` would not be written any more", display(&path)));
            exit = exit.max(Exit::Faults);
        } else if let Err(error) = fs::remove_file(&path) {
            exit = exit.max(tell_file_error(&FileError::new("remove", &path)(error), messages));
        }
    }
    exit
}

fn report(
    made: &Made,
    form: ReportForm,
    output: &Destination,
    habit: Habit,
    messages: &mut Messages,
) -> Exit {
    let mut text = String::new();
    for (machine, translation) in &made.translations {
        text += &report_stack(*machine, translation, form);
    }
    match output {
        Destination::Stdout => print_text(text.as_bytes(), messages),
        Destination::File(path) => match write_file(path, text.as_bytes(), habit) {
            Ok(finished) => tell_finished(finished, output, messages),
            Err(error) => tell_file_error(&error, messages),
        },
    }
}
