//! `--emit types`: the header of a package's Go types is made, and put in its place.

use std::path::PathBuf;

use goc2c::command::Exit;
use goc2c::command::args::Expanded;
use goc2c::command::depfile::render_depfile;
use goc2c::command::destination::Destination;
use goc2c::command::ending::{print_outputs, sweep_beside, tell_file_error, tell_finished, write_side_files};
use goc2c::command::file::display;
use goc2c::command::messages::Messages;
use goc2c::command::output::{FileArgs, write_output};
use goc2c::gc::Machine;
use goc2c::gotypes::make::{Choice, Wanted, make_types, read_files};
use goc2c::gotypes::sizes::{Sizes, sizes_of};
use goc2c::{Dialect, Options, host_arch};

use crate::cli::Cli;
use crate::request::{Form, extension, options, single_output};

/// A header to make.
pub(crate) struct TypesWork {
    pub(crate) dialect: Dialect,
    /// The `.goc` files.
    pub(crate) inputs: Vec<PathBuf>,
    pub(crate) sizes: Vec<&'static Sizes>,
    pub(crate) choice: Choice,
    pub(crate) most_faults: usize,
    pub(crate) output: Destination,
}

impl TypesWork {
    pub(crate) fn of(cli: &Cli) -> Result<TypesWork, String> {
        let dialect = cli.dialect.unwrap_or(Dialect::Gccgo11);
        let Options { arch, .. } = options(cli, Form::Header);
        let options = Options { arch: host_arch().into(), ..options(cli, Form::Header) };
        options.check_go_side().map_err(|error| error.to_string())?;
        if let Some(other) = cli.inputs.iter().find(|input| extension(input) != "goc") {
            let shown = display(other);
            return Err(format!("`--emit types` takes the .goc files of a package, not `{shown}`"));
        }
        if cli.out_name.is_some() || cli.out_dir.is_some() {
            return Err("`--emit types` writes one file for a package: `-o goc_types.h`".into());
        }
        let arches = match (&cli.arch, dialect) {
            (None, Dialect::Gc) => Machine::ALL.map(Machine::name).join(","),
            _ => arch,
        };
        let sizes = arches.split(',').map(sizes_of).collect::<Result<Vec<_>, _>>();
        Ok(TypesWork {
            dialect,
            inputs: cli.inputs.clone(),
            sizes: sizes.map_err(|unknown| unknown.to_string())?,
            choice: Choice::of(dialect, &options.os),
            most_faults: cli.messages.most(),
            output: single_output(cli),
        })
    }
}

/// Makes it, and after a run without errors what goes beside it.
pub(crate) fn run(work: &TypesWork, files: &FileArgs, expanded: &Expanded, messages: &mut Messages) -> Exit {
    if files.print.is_some() {
        return print_outputs([&work.output], messages);
    }
    run_to_the_end(work, files, expanded, messages).unwrap_or_else(|exit| exit)
}

fn run_to_the_end(
    work: &TypesWork,
    files: &FileArgs,
    expanded: &Expanded,
    messages: &mut Messages,
) -> Result<Exit, Exit> {
    let goc = read_files(&work.inputs, messages)?;
    let wanted = Wanted {
        dialect: work.dialect,
        sizes: &work.sizes,
        choice: &work.choice,
        go_files: None,
        most_faults: work.most_faults,
    };
    let made = make_types(&goc, &wanted, messages)?;
    let exit = match write_output(&work.output, made.text.as_bytes(), files.habit()) {
        Ok(finished) => tell_finished(finished, &work.output, messages),
        Err(error) => tell_file_error(&error, messages),
    };
    if exit == Exit::Success {
        let read = work.inputs.iter().chain(&made.read).map(PathBuf::as_path);
        let depfile =
            files.depfile.as_ref().map(|_| render_depfile(work.output.file(), read, &expanded.files));
        let depfile = depfile.transpose().map_err(|error| {
            messages.error("depfile", &error);
            Exit::Io
        })?;
        write_side_files(files, depfile).map_err(|error| tell_file_error(&error, messages))?;
    }
    sweep_beside(files, [&work.output]);
    Ok(exit)
}
