//! Running a plan: what is ready starts in the graph's order, so many at once; what is as it was is left alone.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread;

use hashbrown::HashSet;

use crate::action::{Action, Plan, folder_of};
use crate::files::{Ground, content_hash};
use crate::fresh::{Look, Looker, Why};
use crate::graph::Graph;
use crate::jobserver::Slots;
use crate::perform::{Ended, perform};
use crate::process;
use crate::progress::{Progress, Starting};
use crate::state::{Record, State};
use crate::trace::Trace;

/// How a plan is run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct How {
    /// Whether a failure keeps other things from starting.
    pub stop: bool,
    /// Whether everything is made anew.
    pub all: bool,
}

/// How a run ended.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Summary {
    /// Actions that were run.
    pub ran: usize,
    /// Actions whose files were as they should be.
    pub fresh: usize,
    /// Actions that failed.
    pub failed: usize,
    /// Whether one of them failed by a file or a program that cannot be used.
    pub unusable: bool,
    /// A file whose time is yet to come, where something was run.
    pub future: Option<PathBuf>,
}

/// Where a run is at home.
pub struct Home<'h> {
    /// The folders that it may write to.
    pub ground: &'h Ground,
    /// What is known of earlier runs.
    pub state: &'h mut State,
    /// The folder of the driver's own: what is made outside is recorded by its content.
    pub own: PathBuf,
    /// Where it is kept when each action begins and ends.
    pub trace: Option<&'h mut Trace>,
}

/// How an action ended.
struct Outcome {
    at: usize,
    before: Record,
    ended: Ended,
}

/// Runs a plan.
///
/// # Errors
/// The state could not be written.
pub fn run<'p>(
    plan: &'p Plan,
    graph: &Graph,
    home: Home<'_>,
    how: How,
    slots: &mut Slots,
    progress: &mut dyn Progress<'p>,
) -> io::Result<Summary> {
    let mut running = Running {
        plan,
        graph,
        home,
        how,
        looker: Looker::new(plan),
        ranks: graph.ranks(),
        waiting: graph.needs.iter().map(Vec::len).collect(),
        ready: BinaryHeap::new(),
        summary: Summary::default(),
        busy: 0,
    };
    if running.home.state.was_cut_off() {
        sweep(plan, running.home.ground);
    }
    let first: Vec<_> = (0..plan.actions.len()).filter(|&at| running.waiting[at] == 0).collect();
    first.into_iter().for_each(|at| running.make_ready(at));
    let (sender, outcomes) = mpsc::channel();
    thread::scope(|scope| {
        loop {
            while let Some((at, why)) = running.next(slots)? {
                let before = running.start(at, &why, progress)?;
                let (sender, ground) = (sender.clone(), running.home.ground);
                scope.spawn(move || do_one(plan, ground, at, before, &sender));
            }
            if running.busy == 0 {
                break;
            }
            // While there is more to do, a server may have a token any time.
            let patience = slots.patience().filter(|_| !running.ready.is_empty());
            let received = match patience {
                Some(patience) => outcomes.recv_timeout(patience),
                None => outcomes.recv().map_err(RecvTimeoutError::from),
            };
            match received {
                Ok(outcome) => running.finish(outcome, slots, progress)?,
                Err(RecvTimeoutError::Timeout) => continue,
                Err(RecvTimeoutError::Disconnected) => break,
            }
        }
        progress.finish();
        running.home.state.end()?;
        let future = running.looker.future().filter(|_| running.summary.ran > 0);
        Ok(Summary { future: future.map(Path::to_owned), ..running.summary })
    })
}

fn do_one(plan: &Plan, ground: &Ground, at: usize, before: Record, sender: &Sender<Outcome>) {
    let ended = perform(plan, ground, &plan.actions[at]);
    // The other end is there until the last outcome has come.
    let _ = sender.send(Outcome { at, before, ended });
}

/// The actions that are not as they should be, in the order of the graph, and why.
pub fn stale(plan: &Plan, graph: &Graph, state: &State, all: bool) -> Vec<(usize, Why)> {
    let mut looker = Looker::new(plan);
    let mut stale = vec![false; plan.actions.len()];
    let mut found = Vec::new();
    for &at in &graph.order {
        let why = if all {
            Some(Why::Asked)
        } else if let Some(&need) = graph.needs[at].iter().find(|&&need| stale[need]) {
            Some(Why::Needs(need))
        } else {
            match looker.look(&plan.actions[at], state) {
                Look::Same | Look::SameNow(_) => None,
                Look::Stale(why) => Some(why),
            }
        };
        stale[at] = why.is_some();
        found.extend(why.map(|why| (at, why)));
    }
    found
}

/// Removes what runs that were killed left in the folders that a plan writes to.
fn sweep(plan: &Plan, ground: &Ground) {
    let folders: HashSet<_> =
        plan.actions.iter().flat_map(|it| &it.makes).map(|made| folder_of(made)).collect();
    // What cannot be removed is of no harm: no name is used twice.
    folders.into_iter().filter_map(|folder| ground.open(folder).ok()?).for_each(|folder| folder.sweep());
}

struct Running<'r, 'p> {
    plan: &'p Plan,
    graph: &'r Graph,
    home: Home<'r>,
    how: How,
    looker: Looker,
    ranks: Vec<usize>,
    /// How many actions each waits for.
    waiting: Vec<usize>,
    ready: BinaryHeap<Reverse<(usize, usize)>>,
    summary: Summary,
    /// How many programs run.
    busy: usize,
}

impl<'p> Running<'_, 'p> {
    /// The next action to be started, and why; none as long as it must wait, or when there is none.
    fn next(&mut self, slots: &mut Slots) -> io::Result<Option<(usize, Why)>> {
        while !(self.how.stop && self.summary.failed > 0 || process::stopped().is_some()) {
            let Some(&Reverse((_, at))) = self.ready.peek() else { break };
            let Some(why) = self.why(at)? else {
                self.ready.pop();
                self.summary.fresh += 1;
                self.done(at);
                continue;
            };
            if !slots.may_start(self.busy) {
                break;
            }
            self.ready.pop();
            return Ok(Some((at, why)));
        }
        Ok(None)
    }

    /// Why an action is to be done, if it is.
    fn why(&mut self, at: usize) -> io::Result<Option<Why>> {
        if self.how.all {
            return Ok(Some(Why::Asked));
        }
        let action = &self.plan.actions[at];
        Ok(match self.looker.look(action, self.home.state) {
            Look::Same => None,
            Look::SameNow(record) => {
                self.home.state.put(action.first(), record)?;
                None
            }
            Look::Stale(why) => Some(why),
        })
    }

    fn start(&mut self, at: usize, why: &Why, progress: &mut dyn Progress<'p>) -> io::Result<Record> {
        let action = &self.plan.actions[at];
        let done = self.summary.ran + self.summary.fresh + self.busy;
        progress.start(&Starting { action, why, done, all: self.plan.actions.len() });
        self.home.state.begin()?;
        if let Some(trace) = &mut self.home.trace {
            trace.start(self.plan, at, why);
        }
        self.busy += 1;
        Ok(self.looker.before(action))
    }

    fn finish(
        &mut self,
        outcome: Outcome,
        slots: &mut Slots,
        progress: &mut dyn Progress<'p>,
    ) -> io::Result<()> {
        let Outcome { at, before, mut ended } = outcome;
        let action = &self.plan.actions[at];
        self.busy -= 1;
        slots.settle(self.busy);
        let failed = ended.failure.is_some();
        if let Some(trace) = &mut self.home.trace {
            trace.end(at, failed);
        }
        if let Some(failure) = &ended.failure {
            self.summary.failed += 1;
            self.summary.unusable |= failure.is_of_the_machine();
            // A program that was ended need not be told of.
            if process::stopped().is_some() {
                ended.failure = None;
            }
        }
        progress.end(action, &ended);
        if failed {
            return Ok(());
        }
        self.summary.ran += 1;
        let record = self.looker.after(action, before);
        self.record_outside(action)?;
        self.home.state.put(action.first(), record)?;
        self.done(at);
        Ok(())
    }

    /// Keeps the contents of files that were made outside the driver's own folder, so that they can be told again.
    fn record_outside(&mut self, action: &Action) -> io::Result<()> {
        for made in action.makes.iter().filter(|made| !made.starts_with(&self.home.own)) {
            let content = content_hash(File::open(made)?)?;
            self.home.state.put_outside(made, content)?;
        }
        Ok(())
    }

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
}
