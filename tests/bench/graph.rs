//! How long it takes to order a plan, and to find that nothing is to be done.
//!
//! `cargo bench -p gen-runtime --bench graph` runs it; each size is twice the one before, and so should be its
//! time.

use std::fs;
use std::time::Instant;

use engine::jobserver::Slots;
use engine::progress::{Progress, Telling};
use engine::run::{How, run};
use engine::state::State;
use engine::{Action, Graph, Log, Plan, Work};

const QUIET: Telling = Telling { packages: false, log: false, lines: false };

fn main() {
    println!("{:>8}  {:>10}  {:>10}  {:>12}", "actions", "planned", "first run", "up to date");
    for count in [5_000, 10_000, 20_000] {
        let folder = std::env::temp_dir().join(format!("gen-runtime-bench-{}", std::process::id()));
        let _ = fs::create_dir_all(&folder);
        let header = folder.join("header");
        let _ = fs::write(&header, "h");
        let started = Instant::now();
        // A tree of copies: each action reads what another made, and the header.
        let action = |at: usize| Action {
            package: "bench".into(),
            log: Log::Command,
            work: Work::Copy,
            inputs: match at {
                0 => vec![header.clone()],
                _ => vec![folder.join(format!("f{}", (at - 1) / 2)), header.clone()],
            },
            after: Vec::new(),
            output: folder.join(format!("f{at}")),
        };
        let plan = Plan { actions: (0..count).map(action).collect(), ..Plan::default() };
        let Ok(graph) = Graph::new(&plan.actions) else { return println!("no graph") };
        let planned = started.elapsed();
        let timed = |all| {
            let started = Instant::now();
            let Ok(mut state) = State::open(&folder.join("own"), || {}) else { return started.elapsed() };
            let how = How { stop: true, all };
            let summary =
                run(&plan, &graph, &mut state, how, &mut Slots::Fixed(4), &mut Progress::new(&plan, QUIET));
            assert!(summary.is_ok_and(|summary| if all { summary.ran } else { summary.fresh } == count));
            started.elapsed()
        };
        let first = timed(true);
        std::thread::sleep(std::time::Duration::from_secs(4));
        timed(false);
        let again = timed(false);
        println!("{count:>8}  {planned:>10.1?}  {first:>10.1?}  {again:>12.1?}");
        let _ = fs::remove_dir_all(&folder);
    }
}
