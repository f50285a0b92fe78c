//! What is done with a plan: printed, handed over, or run.

use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::process;

use engine::jobserver::{Server, Slots};
use engine::ninja::{render_compile_commands, render_ninja};
use engine::progress::{Progress, Telling};
use engine::run::{How, run, stale, sweep};
use engine::shell::Shell;
use engine::signals;
use engine::state::State;
use engine::{Graph, Plan};
use goc2c::command::Exit;
use goc2c::command::args::environment;
use goc2c::command::ending::{print_text, tell_finished};
use goc2c::command::messages::Messages;
use goc2c::command::output::{Destination, FileError, Habit, write_file};

use super::args::RunArgs;
use crate::run::Trouble;

/// A new folder to work in, which is named.
pub(crate) fn new_work(messages: &mut Messages) -> Result<PathBuf, FileError> {
    let parent = std::env::temp_dir();
    let mut number = process::id();
    loop {
        let folder = parent.join(format!("gen-runtime-{number}"));
        match std::fs::create_dir(&folder) {
            Ok(()) => {
                messages.plain(&format!("WORK={}", folder.display()));
                return Ok(folder);
            }
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
                number = number.wrapping_add(1)
            }
            Err(error) => return Err(FileError::new("make", &folder)(error)),
        }
    }
}

/// Does with a plan what the arguments say; its state is in the folder `own`.
pub(crate) fn perform(
    plan: &Plan,
    own: &Path,
    args: &RunArgs,
    messages: &mut Messages,
) -> Result<Exit, Trouble> {
    let graph = Graph::new(&plan.actions).map_err(|error| Trouble::Usage(error.to_string()))?;
    if let [kind, file] = &args.emit[..] {
        return emit(plan, kind.to_str().unwrap_or_default(), Path::new(file), messages);
    }
    let all = args.all || args.work;
    if args.print {
        let state = State::read(own);
        return Ok(print(plan, &stale(plan, &graph, &state, all), args.verbose > 1, messages));
    }
    let mut state = State::open(own, || messages.plain("waiting for another run to end"))
        .map_err(FileError::new("use", own))?;
    signals::watch().map_err(FileError::new("use", own))?;
    sweep(plan);
    let telling = Telling { packages: args.verbose > 0, log: args.verbose > 1, lines: args.lines };
    let how = How { stop: !args.keep_going, all };
    let mut slots = slots(args, messages);
    let mut progress = Progress::new(plan, telling);
    let summary = run(plan, &graph, &mut state, how, &mut slots, &mut progress)
        .map_err(FileError::new("write", own))?;
    // What make lent goes back before this process may end.
    drop(slots);
    signals::end_if_stopped();
    if args.verbose > 1 {
        plan.notes.iter().for_each(|note| messages.plain(note));
    }
    Ok(if summary.failed > 0 { Exit::Faults } else { Exit::Success })
}

/// `-p`, else make's job server, else the number of CPUs.
fn slots(args: &RunArgs, messages: &mut Messages) -> Slots {
    let server = args.jobs.is_none().then(|| environment("MAKEFLAGS")).flatten();
    match server.as_deref().and_then(Server::named) {
        Some(Ok(server)) => Slots::Server(server),
        Some(Err(why)) => {
            if args.verbose > 0 {
                messages.plain(&format!("one job at a time: {why}"));
            }
            Slots::Fixed(1)
        }
        None => {
            let jobs = args.jobs.or_else(|| std::thread::available_parallelism().ok());
            Slots::Fixed(jobs.map_or(1, NonZero::get))
        }
    }
}

/// Prints what a run would do, as lines for a shell or as the releases' own programs did.
fn print(plan: &Plan, stale: &[usize], log: bool, messages: &mut Messages) -> Exit {
    let mut shell = Shell::new(plan);
    let mut out = Vec::new();
    if log {
        plan.packages.iter().for_each(|name| out.extend_from_slice(format!("{name}\n").as_bytes()));
        stale.iter().for_each(|&at| out.extend(shell.render_log(&plan.actions[at])));
        plan.notes.iter().for_each(|note| out.extend_from_slice(format!("{note}\n").as_bytes()));
    } else {
        out.extend(shell.render_head());
        stale.iter().for_each(|&at| out.extend(shell.render(&plan.actions[at])));
    }
    print_text(&out, messages)
}

/// Hands a plan over.
fn emit(plan: &Plan, kind: &str, file: &Path, messages: &mut Messages) -> Result<Exit, Trouble> {
    let text = match kind {
        "ninja" => render_ninja(plan).map_err(|error| Trouble::Usage(error.to_string()))?,
        "compile-commands" => render_compile_commands(plan).into_bytes(),
        _ => return Err(Trouble::Usage(format!("`{kind}` is neither `ninja` nor `compile-commands`"))),
    };
    let destination = Destination::from_arg(file);
    if destination == Destination::Stdout {
        return Ok(print_text(&text, messages));
    }
    let finished = write_file(file, &text, Habit::Changed)?;
    Ok(tell_finished(finished, &destination, messages))
}
