//! A run of goc2c: arguments as typed, arguments as meant, the library, and how it ends.

use clap::CommandFactory;
use goc2c::command::Exit;
use goc2c::command::args::{self, Expanded};
use goc2c::command::destination::{Destination, Habit};
use goc2c::command::ending::{
    print_outputs, print_text, sweep_beside, tell_file_error, tell_finished, write_side_files,
};
use goc2c::command::jobs;
use goc2c::command::messages::{MessageArgs, Messages};
use goc2c::command::output::write_output;
use goc2c::{Headers, prelude};

use crate::cli::Cli;
use crate::request::{Form, Making, Request, Translation, Work, resolve};
use crate::translate::{tell, translate};
use crate::{bind, compare, gc, init, prelude_copy, types, verify, words};

/// Runs the command line of this process.
pub(crate) fn run() -> Exit {
    run_to_the_end().unwrap_or_else(|exit| exit)
}

/// As [`run`]. Where there is nothing to do, what is to be said has been said.
fn run_to_the_end() -> Result<Exit, Exit> {
    let expanded = args::expand(std::env::args_os()).map_err(|error| error.to_string());
    let meant = |Expanded { args, files }| words::meant(args).map(|args| Expanded { args, files });
    let expanded = match expanded.and_then(meant) {
        Ok(expanded) => expanded,
        Err(error) => {
            Messages::new("goc2c", &MessageArgs::default())?.error("usage", &error);
            return Err(Exit::Usage);
        }
    };
    let cli = Cli::parse_args(&expanded.args)?;
    let mut messages = Messages::new("goc2c", cli.messages())?;
    let exit = match resolve(cli, &expanded, messages.format()) {
        Ok(Request::Print(text)) => print_text(&text, &mut messages),
        Ok(Request::Generate(what, folder, habit)) => {
            what.run(Cli::command(), folder.as_deref(), habit, &mut messages)
        }
        Ok(Request::Compare(comparison)) => compare::run(&comparison, &mut messages),
        Ok(Request::Verify(verification)) => verify::run(&verification, &mut messages),
        Ok(Request::Bind(binding)) => bind::run(&binding, &mut messages),
        Ok(Request::Start(start)) => init::run(&start, &mut messages),
        Ok(Request::Make(making)) => match &making.work {
            Work::Gc(work) => gc::run(work, &making.files, &expanded, &mut messages),
            Work::Types(work) => types::run(work, &making.files, &expanded, &mut messages),
            work if making.files.print.is_some() => print_outputs(work.outputs(), &mut messages),
            _ => make(*making, &mut messages),
        },
        Err(error) => {
            messages.error("usage", &error);
            Exit::Usage
        }
    };
    messages.finish();
    Ok(exit)
}

/// Makes the files, and after a run without errors what goes beside them.
fn make(making: Making, messages: &mut Messages) -> Exit {
    let Making { work, files, depfile } = making;
    let habit = files.habit();
    let exit = match &work {
        Work::Translate(translation) => translate_all(translation, habit, messages),
        Work::Prelude(output) => match write_output(output, prelude::TEXT.as_bytes(), habit) {
            Ok(finished) => tell_finished(finished, output, messages),
            Err(error) => tell_file_error(&error, messages),
        },
        // What they read is known once they are made: [`gc::run`] and [`types::run`] make them.
        Work::Gc(_) | Work::Types(_) => Exit::Internal,
    };
    let side_files = match exit {
        Exit::Success => write_side_files(&files, depfile),
        _ => Ok(()),
    };
    sweep_beside(&files, work.outputs());
    match side_files {
        Ok(()) => exit,
        Err(error) => tell_file_error(&error, messages),
    }
}

fn translate_all(translation: &Translation, habit: Habit, messages: &mut Messages) -> Exit {
    let Translation { options, form, jobs, threads } = translation;
    let mut exit = Exit::Success;
    let mut outputs = jobs.iter().map(|job| &job.output);
    jobs::for_each_in_order(
        jobs,
        *threads,
        |job| translate(job, translation, habit),
        |done| {
            let output = outputs.next().unwrap_or(&Destination::Stdout);
            exit = exit.max(tell(done, output, messages));
        },
    );
    if options.dialect.traits().headers == Headers::Go && matches!(form, Form::C | Form::Header) {
        prelude_copy::warn_of_others(jobs.iter().filter_map(|job| job.output.file()), messages);
    }
    exit
}
