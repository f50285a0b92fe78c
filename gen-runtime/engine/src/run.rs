//! Running a plan: what is ready starts in the graph's order, so many at once; what is as it was is left
//! alone. A file appears under its name when it is whole: programs write into a folder beside it, which has
//! this process' number in its name, and what they made is renamed.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::thread;

use goc2c::command::output::bytes_of;

use crate::action::{Action, Plan, ResultIs, Work, within};
use crate::depfile::parse_depfile;
use crate::graph::Graph;
use crate::jobserver::Slots;
use crate::process;
use crate::progress::Progress;
use crate::stamp::{Hash, Stamps, now};
use crate::state::{Record, State};

/// How a plan is run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct How {
    /// Whether a failure keeps other things from starting.
    pub stop: bool,
    /// Whether everything is made anew.
    pub all: bool,
}

/// How a run ended.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Summary {
    /// Actions that were run.
    pub ran: usize,
    /// Actions whose file was as it should be.
    pub fresh: usize,
    /// Actions that failed.
    pub failed: usize,
}

/// How an action ended.
struct Outcome {
    at: usize,
    started: u64,
    inputs: Hash,
    hidden: PathBuf,
    text: Vec<u8>,
    failure: Option<String>,
}

/// The front of the folders' names that programs write into.
pub const HIDDEN: &str = ".making-";

/// Runs a plan.
///
/// # Errors
/// The state could not be written.
pub fn run<'p>(
    plan: &'p Plan,
    graph: &Graph,
    state: &mut State,
    how: How,
    slots: &mut Slots,
    progress: &mut Progress<'p>,
) -> io::Result<Summary> {
    let mut running = Running {
        plan,
        graph,
        ranks: graph.ranks(),
        waiting: graph.needs.iter().map(Vec::len).collect(),
        ready: BinaryHeap::new(),
        stamps: Stamps::default(),
        summary: Summary::default(),
    };
    let first: Vec<_> = (0..plan.actions.len()).filter(|&at| running.waiting[at] == 0).collect();
    first.into_iter().for_each(|at| running.make_ready(at));
    let (sender, outcomes) = mpsc::channel();
    let mut busy = 0;
    thread::scope(|scope| {
        loop {
            while !(how.stop && running.summary.failed > 0 || process::stopped().is_some()) {
                let Some(&Reverse((_, at))) = running.ready.peek() else { break };
                let action = &plan.actions[at];
                if !how.all && running.is_fresh(action, state)? {
                    running.ready.pop();
                    running.summary.fresh += 1;
                    running.done(at);
                    continue;
                }
                if !slots.may_start(busy) {
                    break;
                }
                running.ready.pop();
                let done = running.summary.ran + running.summary.fresh + busy;
                progress.started(action, done, plan.actions.len());
                let started = now();
                let inputs = inputs_hash(plan, action, &mut running.stamps, started);
                busy += 1;
                let sender = sender.clone();
                scope.spawn(move || {
                    let hidden = hidden_folder(&action.output, at);
                    let mut outcome =
                        Outcome { at, started, inputs, hidden, text: Vec::new(), failure: None };
                    act(plan, action, &mut outcome);
                    // The other end is there until the last outcome has come.
                    let _ = sender.send(outcome);
                });
            }
            if busy == 0 {
                break;
            }
            // While there is more to do, a server may have a token any time.
            let patience = slots.patience().filter(|_| !running.ready.is_empty());
            let received = match patience {
                Some(patience) => outcomes.recv_timeout(patience),
                None => outcomes.recv().map_err(RecvTimeoutError::from),
            };
            let mut outcome = match received {
                Ok(outcome) => outcome,
                Err(RecvTimeoutError::Timeout) => continue,
                Err(RecvTimeoutError::Disconnected) => break,
            };
            busy -= 1;
            slots.settle(busy);
            let action = &plan.actions[outcome.at];
            action.also().chain([action.output.as_path()]).for_each(|made| running.stamps.forget(made));
            // A program that was ended need not be told of.
            if let Some(failure) = outcome.failure.as_ref().filter(|_| process::stopped().is_none()) {
                if !outcome.text.is_empty() && !outcome.text.ends_with(b"\n") {
                    outcome.text.push(b'\n');
                }
                outcome.text.extend_from_slice(failure.as_bytes());
            }
            progress.printed(action, &outcome.text, &outcome.hidden);
            if outcome.failure.is_some() {
                running.summary.failed += 1;
                continue;
            }
            running.summary.ran += 1;
            let made = now();
            let output = output_hash(action, &mut running.stamps, made);
            let read = add_read(action, &mut running.stamps, outcome.started, outcome.inputs);
            // What changed since the start may not be what was read: that is no known state.
            let inputs = read.filter(|read| read.changed < outcome.started).map_or(0, |read| read.hash);
            let record = Record { when: outcome.started, inputs, made, output };
            state.put(&action.output, record)?;
            running.done(outcome.at);
        }
        progress.finish();
        Ok(running.summary)
    })
}

/// The actions that are not as they should be, in the order of the graph; what depends on one is another.
pub fn stale(plan: &Plan, graph: &Graph, state: &State, all: bool) -> Vec<usize> {
    let mut stamps = Stamps::default();
    let mut stale = vec![false; plan.actions.len()];
    for &at in &graph.order {
        let action = &plan.actions[at];
        stale[at] = all
            || graph.needs[at].iter().any(|&need| stale[need])
            || !matches!(look(plan, action, state, &mut stamps), Look::Same | Look::SameNow(_));
    }
    graph.order.iter().copied().filter(|&at| stale[at]).collect()
}

struct Running<'r> {
    plan: &'r Plan,
    graph: &'r Graph,
    ranks: Vec<usize>,
    /// How many actions each waits for.
    waiting: Vec<usize>,
    ready: BinaryHeap<Reverse<(usize, usize)>>,
    stamps: Stamps,
    summary: Summary,
}

impl Running<'_> {
    fn make_ready(&mut self, at: usize) {
        self.ready.push(Reverse((self.ranks[at], at)));
    }

    fn done(&mut self, at: usize) {
        let graph = self.graph;
        for &next in &graph.feeds[at] {
            self.waiting[next] -= 1;
            if self.waiting[next] == 0 {
                self.make_ready(next);
            }
        }
    }

    fn is_fresh(&mut self, action: &Action, state: &mut State) -> io::Result<bool> {
        match look(self.plan, action, state, &mut self.stamps) {
            Look::Same => Ok(true),
            Look::SameNow(record) => state.put(&action.output, record).map(|()| true),
            Look::Other => Ok(false),
        }
    }
}

/// What a look at an action's files tells.
enum Look {
    Same,
    /// The same, and by now so old that contents need not be read next time.
    SameNow(Record),
    Other,
}

/// A record that was taken that long ago is worth taking again: nothing is recent any more.
const OLD: u64 = 3_000_000_000;

fn look(plan: &Plan, action: &Action, state: &State, stamps: &mut Stamps) -> Look {
    let Some(record) = state.get(&action.output) else { return Look::Other };
    if stamps.of(&action.output).is_none() || output_hash(action, stamps, record.made) != record.output {
        return Look::Other;
    }
    let seen = |when, stamps: &mut Stamps| {
        let inputs = inputs_hash(plan, action, stamps, when);
        add_read(action, stamps, when, inputs)
    };
    let Some(read) = seen(record.when, stamps).filter(|read| read.hash == record.inputs) else {
        return Look::Other;
    };
    let now = now();
    let (fresh, then) = (newest(action, stamps).max(read.changed), record.when.min(record.made));
    if fresh.saturating_add(OLD) > then && fresh.saturating_add(OLD) < now {
        let Some(Read { hash: inputs, .. }) = seen(now, stamps) else { return Look::Other };
        let output = output_hash(action, stamps, now);
        return Look::SameNow(Record { when: now, inputs, made: now, output });
    }
    Look::Same
}

/// When the last of an action's files changed.
fn newest(action: &Action, stamps: &mut Stamps) -> u64 {
    let files = action.inputs.iter().chain([&action.output]);
    files.filter_map(|file| stamps.of(file)).map(|(_, time)| time).max().unwrap_or(0)
}

/// The command line, the tool and the inputs, as they look.
fn inputs_hash(plan: &Plan, action: &Action, stamps: &mut Stamps, when: u64) -> Hash {
    let mut hash = Hash::default();
    if let Work::Run(run) = &action.work {
        run.words(action.spelled(), None).for_each(|word| hash.add(bytes_of(&word)));
        hash.add(bytes_of(run.folder.as_os_str()));
        plan.environment.iter().for_each(|(name, value)| {
            hash.add(name.as_bytes());
            hash.add(bytes_of(value));
        });
        if let Some(tool) = run.program().and_then(|program| stamps.tool(program)) {
            stamps.add(&tool, when, &mut hash);
        }
    }
    action.inputs.iter().for_each(|input| stamps.add(input, when, &mut hash));
    hash
}

/// What an action's inputs look like in the end.
struct Read {
    hash: u64,
    /// When the last of the files that the program told of changed.
    changed: u64,
}

/// Adds the files that the program told of; nothing if it was to tell and did not.
fn add_read(action: &Action, stamps: &mut Stamps, when: u64, mut hash: Hash) -> Option<Read> {
    let mut changed = 0;
    if let (Some((depfile, made)), Work::Run(run)) = (action.depfile(), &action.work) {
        for path in parse_depfile(&fs::read(depfile).ok()?) {
            let path = run.folder.join(path);
            stamps.add(&path, when, &mut hash);
            let time = stamps.of(&path).map_or(0, |(_, time)| time);
            changed = if made { changed } else { changed.max(time) };
        }
    }
    Some(Read { hash: hash.value(), changed })
}

fn output_hash(action: &Action, stamps: &mut Stamps, when: u64) -> u64 {
    let mut hash = Hash::default();
    action.also().chain([action.output.as_path()]).for_each(|made| stamps.add(made, when, &mut hash));
    hash.value()
}

fn hidden_folder(output: &Path, at: usize) -> PathBuf {
    let parent = output.parent().unwrap_or(Path::new(""));
    parent.join(format!("{HIDDEN}{}-{at}", std::process::id()))
}

/// Does an action; what goes wrong is told by the outcome.
fn act(plan: &Plan, action: &Action, outcome: &mut Outcome) {
    let hidden = outcome.hidden.clone();
    let made = fs::create_dir_all(&hidden)
        .map_err(|error| format!("cannot make `{}`: {error}", hidden.display()))
        .and_then(|()| make(plan, action, &hidden, &mut outcome.text));
    outcome.failure = made.err();
    // What is left in it is of no use; a folder that stays is removed by the next run.
    let _ = fs::remove_dir_all(&hidden);
}

fn make(plan: &Plan, action: &Action, hidden: &Path, text: &mut Vec<u8>) -> Result<(), String> {
    let trouble =
        |verb: &str, path: &Path, error: io::Error| format!("cannot {verb} `{}`: {error}", path.display());
    let target = within(hidden, action.spelled());
    match &action.work {
        Work::Copy => {
            let Some(from) = action.inputs.first() else { return Err("nothing to copy".into()) };
            fs::copy(from, &target).map_err(|error| trouble("copy", from, error))?;
        }
        Work::Empty => drop(File::create(&target).map_err(|error| trouble("write", &target, error))?),
        Work::Run(run) => {
            let path = run.program().unwrap_or(Path::new(""));
            let program = path.display();
            let printed = match run.result {
                ResultIs::Printed => {
                    Some(File::create(&target).map_err(|error| trouble("write", &target, error))?)
                }
                _ => None,
            };
            let ended =
                process::run(run.words(&target, Some(hidden)), &run.folder, &plan.environment, printed)
                    .map_err(|error| format!("cannot run `{program}`: {error}{}", advice(plan, path)))?;
            *text = ended.text;
            if !ended.status.success() {
                return Err(format!("`{program}` failed: {}", ended.status));
            }
        }
    }
    // The output comes last: if it is there, all is.
    let beside =
        action.also().chain(action.depfile().map(|(path, _)| path)).map(|path| (within(hidden, path), path));
    for (made, path) in beside.chain([(target, action.output.as_path())]) {
        if !made.exists() {
            return Err(format!("`{}` was not made", path.display()));
        }
        if !is_same(&made, path) {
            fs::rename(&made, path).map_err(|error| trouble("write", path, error))?;
        }
    }
    Ok(())
}

/// What names another program than one that cannot be run.
fn advice(plan: &Plan, program: &Path) -> String {
    let named = plan.named_by.iter().find(|(path, _)| program.starts_with(path));
    named.map_or(String::new(), |(_, by)| format!("; {by} names another"))
}

/// Whether two files hold the same, so that the old one may stay and nothing that depends on it need be done.
fn is_same(new: &Path, old: &Path) -> bool {
    let (Ok(a), Ok(b)) = (fs::metadata(new), fs::metadata(old)) else { return false };
    if a.len() != b.len() || a.permissions() != b.permissions() {
        return false;
    }
    matches!((fs::read(new), fs::read(old)), (Ok(new), Ok(old)) if new == old)
}

/// Removes what killed runs left in the folders that a plan writes to. What belongs to a process that is
/// there stays: runs of other modules may write to the same folder.
pub fn sweep(plan: &Plan) {
    let folders: hashbrown::HashSet<_> = plan.actions.iter().filter_map(|it| it.output.parent()).collect();
    for entry in folders.iter().filter_map(|folder| fs::read_dir(folder).ok()).flatten().flatten() {
        let name = entry.file_name();
        let owner = name.to_str().and_then(|name| name.strip_prefix(HIDDEN)?.split('-').next());
        if owner.is_some_and(|process| !Path::new("/proc").join(process).exists()) {
            // What cannot be removed is of no harm: no name is used twice.
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}
