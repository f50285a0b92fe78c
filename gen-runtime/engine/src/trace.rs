//! When each action of a run began and ended, and how that is written for trace viewers: as JSON of trace events, as
//! Chrome's `about:tracing`, Perfetto and speedscope open them.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::action::{Action, Plan};
use crate::fresh::Why;
use crate::graph::Graph;

/// An action that was done.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Span {
    at: usize,
    why: Value,
    /// Which of the places for programs it was in, from 0.
    lane: usize,
    start: Duration,
    end: Option<Duration>,
    failed: bool,
}

/// The actions of a run, as they are done.
#[derive(Debug)]
pub struct Trace {
    begun: Instant,
    spans: Vec<Span>,
    busy: Vec<bool>,
}

impl Default for Trace {
    fn default() -> Self {
        Trace { begun: Instant::now(), spans: Vec::new(), busy: Vec::new() }
    }
}

impl Trace {
    /// An action starts: its place in the plan.
    pub fn start(&mut self, plan: &Plan, at: usize, why: &Why) {
        let lane = self.busy.iter().position(|busy| !busy).unwrap_or(self.busy.len());
        self.busy.resize(self.busy.len().max(lane + 1), false);
        self.busy[lane] = true;
        let start = self.begun.elapsed();
        self.spans.push(Span { at, why: why.json(plan), lane, start, end: None, failed: false });
    }

    /// It ends.
    pub fn end(&mut self, at: usize, failed: bool) {
        let now = self.begun.elapsed();
        if let Some(span) = self.spans.iter_mut().rev().find(|span| span.at == at && span.end.is_none()) {
            (span.end, span.failed) = (Some(now), failed);
            self.busy[span.lane] = false;
        }
    }

    /// The text of the trace. Times are in microseconds since the run began; `criticalPath` is how long the run would
    /// have taken with as many programs at once as could be.
    pub fn render(&self, plan: &Plan, graph: &Graph) -> String {
        let done = || self.spans.iter().filter_map(|span| Some((span, span.end?.saturating_sub(span.start))));
        let events = done().map(|(span, duration)| {
            let action = &plan.actions[span.at];
            json!({
                "ph": "X", "pid": 1, "tid": span.lane + 1,
                "name": name(action), "cat": &*action.part,
                "ts": micros(span.start), "dur": micros(duration),
                "args": {
                    "target": action.first().to_string_lossy(), "why": span.why, "failed": span.failed,
                },
            })
        });
        let critical = self.critical_path(graph);
        let sum: Duration = done().map(|(_, duration)| duration).sum();
        let other = json!({ "criticalPath": micros(critical), "sum": micros(sum) });
        let trace = json!({
            "displayTimeUnit": "ms", "traceEvents": events.collect::<Vec<_>>(), "otherData": other,
        });
        format!("{trace:#}\n")
    }

    /// The longest chain of actions that needed each other.
    fn critical_path(&self, graph: &Graph) -> Duration {
        let mut own = vec![Duration::ZERO; graph.needs.len()];
        for span in &self.spans {
            own[span.at] = span.end.map_or(Duration::ZERO, |end| end.saturating_sub(span.start));
        }
        let mut until = vec![Duration::ZERO; own.len()];
        for &at in &graph.order {
            let before = graph.needs[at].iter().map(|&need| until[need]).max().unwrap_or_default();
            until[at] = before + own[at];
        }
        until.into_iter().max().unwrap_or_default()
    }
}

fn micros(duration: Duration) -> u64 {
    u64::try_from(duration.as_micros()).unwrap_or(u64::MAX)
}

fn name(action: &Action) -> String {
    let first = action.first();
    first.file_name().unwrap_or(first.as_os_str()).to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::action::{Log, Root, Work};

    #[test]
    fn what_runs_at_once_has_lanes_of_its_own_and_the_longest_chain_counts() {
        let action = |reads: &str, makes: &str| Action {
            part: "p".into(),
            log: Log::Quiet,
            work: Work::Copy,
            reads: vec![reads.into()],
            after: Vec::new(),
            makes: vec![makes.into()],
        };
        let actions = vec![action("/w/x", "/w/1"), action("/w/x", "/w/2"), action("/w/2", "/w/3")];
        let plan = Plan { actions, roots: vec![Root::named("/w")], ..Plan::default() };
        let graph = Graph::new(&plan).unwrap();
        let mut trace = Trace::default();
        trace.start(&plan, 0, &Why::Asked);
        trace.start(&plan, 1, &Why::Asked);
        trace.end(0, false);
        trace.end(1, false);
        trace.start(&plan, 2, &Why::Needs(1));
        trace.end(2, true);
        for (span, [start, end]) in trace.spans.iter_mut().zip([[0, 7], [0, 4], [7, 9]]) {
            (span.start, span.end) = (Duration::from_micros(start), Some(Duration::from_micros(end)));
        }
        let read: Value = serde_json::from_str(&trace.render(&plan, &graph)).unwrap();
        let events = read["traceEvents"].as_array().unwrap();
        let shown =
            events.iter().map(|it| format!("{} {} {} {}", it["name"], it["tid"], it["ts"], it["dur"]));
        assert_eq!(shown.collect::<Vec<_>>(), ["\"1\" 1 0 7", "\"2\" 2 0 4", "\"3\" 1 7 2"]);
        assert_eq!(events[2]["args"]["failed"], true);
        assert_eq!(events[2]["args"]["why"]["file"], "/w/2");
        assert_eq!(read["otherData"], json!({ "criticalPath": 7, "sum": 13 }));
    }
}
