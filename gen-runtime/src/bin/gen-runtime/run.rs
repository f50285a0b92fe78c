//! A run of gen-runtime: what is read, where what is made of it goes, and how the run ends.
//!
//! Everything is made before anything is written, so that a fault leaves all outputs as they were.

use std::path::PathBuf;

use clap::builder::Resettable;
use clap::error::ErrorKind;
use clap::{Args, CommandFactory, Parser};
use gen_runtime::symabis::{PAIRS, Pair};
use goc2c::command::Exit;
use goc2c::command::args::{self, Expanded};
use goc2c::command::destination::Habit;
use goc2c::command::ending::{
    plan_files, print_outputs, print_text, sweep_beside, tell_finished, write_side_files,
};
use goc2c::command::explain::{ExplainArgs, Explanations, GOC2C};
use goc2c::command::messages::{MessageArgs, Messages};
use goc2c::command::version::build;

use crate::cli::{Cli, Command, Task};
use crate::drive;
use crate::drive::args::{Drive, as_typed};
use crate::drive::dist_args::{Dist, DistArgs};
use crate::drive::go_args::is_go;
use crate::files::{Files, reason};
use crate::make::make;
use crate::trouble::Trouble;

/// Runs the command line of this process.
pub(crate) fn run() -> Exit {
    run_to_the_end().unwrap_or_else(|exit| exit)
}

/// As [`run`]. Where there is nothing to do, what is to be said has been said.
fn run_to_the_end() -> Result<Exit, Exit> {
    let args: Vec<_> = std::env::args_os().collect();
    let expanded = match is_go(&args) {
        true => Ok(Expanded { args, files: Vec::new() }),
        false => args::expand(as_typed(args.into_iter())),
    };
    let expanded = match expanded {
        Ok(expanded) => expanded,
        Err(error) => {
            Messages::new("gen-runtime", &MessageArgs::default())?.error("usage", &error);
            return Err(Exit::Usage);
        }
    };
    let cli = match Cli::try_parse_from(&expanded.args) {
        Ok(cli) => cli,
        Err(error) => return Ok(tell_usage(error, &expanded)),
    };
    if cli.version {
        let mut messages = Messages::new("gen-runtime", &MessageArgs::default())?;
        let build = if cli.verbose { build() } else { String::new() };
        let text = format!("gen-runtime {}\n{build}", env!("CARGO_PKG_VERSION"));
        return Ok(print_text(text.as_bytes(), &mut messages));
    }
    let command = match (cli.generate, cli.command) {
        (Some(what), _) => {
            let mut messages = Messages::new("gen-runtime", &MessageArgs::default())?;
            return Ok(what.run(whole(), cli.out_dir.as_deref(), Habit::Changed, &mut messages));
        }
        (None, Some(Task::Generate(command))) => *command,
        (None, Some(Task::Drive(drive))) => match *drive {
            Drive::Dist(DistArgs { command: Dist::Version(version) }) => Command::Version(version),
            drive => {
                let mut messages = match drive.messages() {
                    Some(args) => Messages::new("gen-runtime", args),
                    None => Messages::new("gen-runtime", &MessageArgs::default()),
                }?;
                let exit =
                    drive::run(&drive, &mut messages).unwrap_or_else(|trouble| trouble.tell(&mut messages));
                messages.finish();
                return Ok(exit);
            }
        },
        (None, Some(Task::Explain(args))) => return tell_explanation(&args),
        (None, None) => return Err(Exit::Usage),
    };
    let mut messages = Messages::new("gen-runtime", &command.common().messages)?;
    if matches!(&command, Command::Symabis(args) if args.pairs) {
        return Ok(print_pairs(&mut messages));
    }
    messages.errors_only = command.common().no_warnings;
    let exit =
        generate(&command, &expanded, &mut messages).unwrap_or_else(|trouble| trouble.tell(&mut messages));
    messages.finish();
    Ok(exit)
}

/// Prints what there is to say of errors: of this program's, and of goc2c's, which it reports too.
fn tell_explanation(args: &ExplainArgs) -> Result<Exit, Exit> {
    let mut messages = Messages::new("gen-runtime", &args.messages)?;
    let known = [("gen-runtime", OWN), ("goc2c", GOC2C)].map(|(name, page)| Explanations::parse(name, page));
    Ok(match args.text(&known) {
        Ok(text) => print_text(text.as_bytes(), &mut messages),
        Err(error) => Trouble::Usage(error).tell(&mut messages),
    })
}

/// What explains the codes that are not goc2c's.
const OWN: &str = include_str!("../../../explain.md");

/// Prints help, or what is wrong with a command line.
fn tell_usage(error: clap::Error, expanded: &args::Expanded) -> Exit {
    let error = match error.kind() {
        ErrorKind::DisplayHelp => whole().try_get_matches_from(&expanded.args).err().unwrap_or(error),
        _ => error,
    };
    let _ = error.print();
    if error.use_stderr() { Exit::Usage } else { Exit::Success }
}

/// The whole command line. A command is made when it is called, and then the arguments that it shares with others would
/// describe it: here each has its own description.
fn whole() -> clap::Command {
    let mut command = Cli::command();
    let about = |it: &clap::Command| {
        (it.get_name().to_owned(), it.get_about().cloned(), it.get_long_about().cloned())
    };
    let own: Vec<_> = command.get_subcommands().map(about).collect();
    // `help` takes over what a command has when it is built: the commands of `dist` must be there.
    command = command.mut_subcommands(|it| match it.get_name() {
        "dist" => DistArgs::augment_args(it).defer(|it| it),
        _ => it,
    });
    command.build();
    for (name, about, long_about) in own {
        command = command.mut_subcommand(name, |it| {
            it.about(about.unwrap_or_default()).long_about(Resettable::from(long_about))
        });
    }
    command
}

/// The known pairs, one a line: the package, who refers to it, and the start of file names to leave out.
fn print_pairs(messages: &mut Messages) -> Exit {
    let line = |pair: &Pair| format!("{}\t{}\t{}\n", pair.package, pair.from, pair.without.unwrap_or("-"));
    print_text(PAIRS.iter().map(line).collect::<String>().as_bytes(), messages)
}

fn generate(command: &Command, expanded: &args::Expanded, messages: &mut Messages) -> Result<Exit, Trouble> {
    let options = command.options();
    let made = Files::of(command, &options)?;
    let files = &command.common().files;
    let inputs: Vec<_> = made.inputs.iter().map(PathBuf::as_path).collect();
    let outputs: Vec<_> = made.outputs.iter().map(|output| (reason(output), output)).collect();
    let depfile = plan_files(files, &inputs, &outputs, expanded).map_err(Trouble::Usage)?;
    if files.print.is_some() {
        return Ok(print_outputs(&made.outputs, messages));
    }
    let stages = make(command, &options, &made, messages)?;
    let mut exit = Exit::Success;
    for stage in stages {
        let output = stage.output;
        exit = exit.max(tell_finished(stage.staging.finish()?, output, messages));
    }
    sweep_beside(files, &made.outputs);
    if exit == Exit::Success {
        write_side_files(files, depfile)?;
    }
    Ok(exit)
}
