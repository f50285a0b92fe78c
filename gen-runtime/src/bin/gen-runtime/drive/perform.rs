//! What is done with a plan: printed, handed over, or run.

use std::ffi::OsString;
use std::num::NonZero;
use std::path::{Path, PathBuf};

use engine::compile_commands::render_compile_commands;
use engine::dot::render_dot;
use engine::files::Ground;
use engine::fresh::Why;
use engine::jobserver::{Server, Slots};
use engine::ninja::render_ninja;
use engine::progress::{Telling, progress};
use engine::run::{Home, How, run, stale};
use engine::shell::Shell;
use engine::signals;
use engine::state::State;
use engine::trace::Trace;
use engine::{Graph, Plan, Root};
use gen_runtime::driver::OWN;
use goc2c::command::Exit;
use goc2c::command::args::environment;
use goc2c::command::ending::{print_text, tell_finished};
use goc2c::command::messages::{MessageFormat, Messages};
use goc2c::command::output::{Destination, FileError, Habit, bytes_of, display, write_file};

use super::args::{Debug, RunArgs};
use crate::trouble::Trouble;

/// A path from the root of the file system, as the user spelled it.
pub(crate) fn absolute(path: &Path) -> Result<PathBuf, FileError> {
    std::path::absolute(path).map_err(FileError::new("find", path))
}

/// A command whose program may be a path from here.
pub(crate) fn program(mut words: Vec<OsString>) -> Result<Vec<OsString>, FileError> {
    if let Some(program) = words.first_mut().filter(|program| bytes_of(program).contains(&b'/')) {
        *program = absolute(Path::new(program))?.into();
    }
    Ok(words)
}

/// The folder that the driver's own is in: the module's that a folder is in, else that one.
pub(crate) fn home_around(folder: &Path) -> PathBuf {
    let mut folders = folder.ancestors();
    folders.find(|folder| folder.join("go.mod").is_file()).unwrap_or(folder).components().collect()
}

/// A new folder to work in, which is named and stays.
pub(crate) fn new_work(messages: &mut Messages) -> Result<PathBuf, FileError> {
    let parent = std::env::temp_dir();
    let folder = tempfile::Builder::new().prefix("gen-runtime-").tempdir_in(&parent);
    let folder = folder.map_err(FileError::new("make a folder in", &parent))?.keep();
    messages.plain(&format!("WORK={}", folder.display()));
    Ok(folder)
}

/// How commands differ in what they do with a plan.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Manner {
    /// Whether a failure keeps other things from starting.
    pub(crate) stop: bool,
    /// Whether printed lines have heads that name packages.
    pub(crate) heads: bool,
}

/// Does with a plan what the arguments say; the driver's own folder, with its state, is in the folder `home`.
pub(crate) fn perform(
    plan: &Plan,
    home: &Path,
    args: &RunArgs,
    manner: Manner,
    messages: &mut Messages,
) -> Result<Exit, Trouble> {
    let graph = Graph::new(plan).map_err(|error| Trouble::Input(error.code(), error.to_string()))?;
    if let [kind, file] = &args.emit[..] {
        return emit(plan, &graph, kind.to_str().unwrap_or_default(), Path::new(file), messages);
    }
    let all = args.all || args.work;
    let own = home.join(OWN);
    let ground = Ground::new(&[&plan.roots[..], &[Root::own(home, OWN)]].concat());
    if args.print {
        let state = State::read(ground.open(&own)?.as_ref())?;
        return Ok(print(plan, &stale(plan, &graph, &state, all), args, manner, messages));
    }
    let folder = ground.make(&own)?;
    let mut state = State::open(&folder, || messages.plain("waiting for another run to end"))?;
    signals::watch().map_err(FileError::new("use", &own))?;
    let how = How { stop: manner.stop, all };
    let mut slots = slots(args, messages);
    let telling = Telling {
        parts: args.verbose > 0,
        log: args.verbose > 1,
        lines: args.lines,
        why: args.debug == Some(Debug::Explain),
    };
    let mut trace = args.trace.as_ref().map(|_| Trace::default());
    let place = Home { ground: &ground, state: &mut state, own: own.clone(), trace: trace.as_mut() };
    let ran = run(plan, &graph, place, how, &mut slots, &mut *progress(plan, telling, messages));
    let summary = ran.map_err(FileError::new("write", &own))?;
    if let (Some(file), Some(trace)) = (&args.trace, &trace) {
        write_file(file, trace.render(plan, &graph).as_bytes(), Habit::Always)?;
    }
    // What make lent goes back before this process may end.
    drop(slots);
    signals::end_if_stopped();
    if let Some(file) = &summary.future {
        messages.plain(&format!(
            "`{}` has a time that is yet to come: its content counts instead",
            display(file)
        ));
    }
    if args.verbose > 1 {
        plan.notes.iter().for_each(|note| messages.plain(note));
    }
    Ok(match summary.failed {
        0 => Exit::Success,
        _ if summary.unusable => Exit::Io,
        _ => Exit::Faults,
    })
}

/// Removes what was made in a folder, or lists it.
pub(crate) fn clean(home: &Path, only_lists: bool, messages: &mut Messages) -> Result<Exit, Trouble> {
    let cleaning = engine::clean::look(home, OWN)?;
    if only_lists {
        let lines = cleaning.paths().flat_map(|path| [bytes_of(path.as_os_str()), b"\n"]);
        return Ok(print_text(&lines.collect::<Vec<_>>().concat(), messages));
    }
    cleaning.remove()?;
    for path in &cleaning.changed {
        messages.plain(&format!("`{}` stays: it has changed since it was made", display(path)));
    }
    Ok(Exit::Success)
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
fn print(
    plan: &Plan,
    stale: &[(usize, Why)],
    args: &RunArgs,
    manner: Manner,
    messages: &mut Messages,
) -> Exit {
    if args.debug == Some(Debug::Explain) {
        stale.iter().for_each(|(at, why)| explain(plan, *at, why, messages));
    }
    let mut shell = Shell::new(plan);
    let mut out = Vec::new();
    let actions = stale.iter().map(|(at, _)| &plan.actions[*at]);
    if args.verbose > 1 {
        plan.parts.iter().for_each(|name| out.extend_from_slice(format!("{name}\n").as_bytes()));
        actions.for_each(|action| out.extend(shell.render_log(action)));
        plan.notes.iter().for_each(|note| out.extend_from_slice(format!("{note}\n").as_bytes()));
    } else {
        out.extend(shell.render_head());
        let mut part = None;
        for action in actions {
            if manner.heads && part.replace(&action.part) != Some(&action.part) {
                out.extend_from_slice(format!("\n#\n# {}\n#\n", action.part).as_bytes());
            }
            out.extend(shell.render(action));
        }
    }
    print_text(&out, messages)
}

fn explain(plan: &Plan, at: usize, why: &Why, messages: &mut Messages) {
    let target = plan.actions[at].first();
    match messages.format() {
        MessageFormat::Json => messages.object(&serde_json::json!({
            "kind": "why", "target": target.to_string_lossy(), "why": why.json(plan),
        })),
        MessageFormat::Human | MessageFormat::Short => {
            messages.plain(&format!("`{}`: {}", display(target), why.text(plan)));
        }
    }
}

/// Hands a plan over.
fn emit(
    plan: &Plan,
    graph: &Graph,
    kind: &str,
    file: &Path,
    messages: &mut Messages,
) -> Result<Exit, Trouble> {
    let text = match kind {
        "ninja" => render_ninja(plan).map_err(|error| Trouble::Usage(error.to_string()))?,
        "compile-commands" => {
            render_compile_commands(plan).map_err(|error| Trouble::Usage(error.to_string()))?.into_bytes()
        }
        "dot" => render_dot(plan, graph),
        _ => {
            return Err(Trouble::Usage(format!("`{kind}` is none of `ninja`, `compile-commands` and `dot`")));
        }
    };
    let destination = Destination::from_arg(file);
    if destination == Destination::Stdout {
        return Ok(print_text(&text, messages));
    }
    let finished = write_file(file, &text, Habit::Changed)?;
    Ok(tell_finished(finished, &destination, messages))
}
