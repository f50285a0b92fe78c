//! How long it takes to order a plan, and to find that nothing is to be done; side by side, and in a chain.
//!
//! `cargo bench -p gen-runtime --bench graph` runs it; each size is twice the one before, and so should be its
//! time. `PLAN_ACTIONS` measures that size alone.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use engine::files::Ground;
use engine::jobserver::Slots;
use engine::run::{Home, How, run};
use engine::state::State;
use engine::{Action, Graph, Log, Plan, Root, Work};

/// Which action makes what an action reads, by its place.
type Maker = fn(usize) -> usize;

const SHAPES: [(&str, Maker); 2] = [("side by side", |at| (at - 1) / 2), ("chain", |at| at - 1)];

fn main() {
    let sizes = match std::env::var("PLAN_ACTIONS").ok().and_then(|size| size.parse().ok()) {
        Some(size) => vec![size],
        None => vec![5_000, 10_000, 20_000],
    };
    println!("{:>14}  {:>8}  {:>10}  {:>10}  {:>12}", "", "actions", "planned", "first run", "up to date");
    for (shape, maker) in SHAPES {
        for &count in &sizes {
            let folder = std::env::temp_dir().join(format!("gen-runtime-bench-{}", std::process::id()));
            let _ = fs::create_dir_all(&folder);
            measure(shape, maker, count, &folder);
            let _ = fs::remove_dir_all(&folder);
        }
    }
}

fn measure(shape: &str, maker: Maker, count: usize, folder: &Path) {
    let header = folder.join("header");
    let _ = fs::write(&header, "h");
    let started = Instant::now();
    // Copies: each action reads what another made, and the header.
    let action = |at: usize| Action {
        part: "bench".into(),
        log: Log::Command,
        work: Work::Copy,
        reads: match at {
            0 => vec![header.clone()],
            _ => vec![folder.join(format!("f{}", maker(at))), header.clone()],
        },
        after: Vec::new(),
        makes: vec![folder.join(format!("f{at}"))],
    };
    let roots = vec![Root::named(folder)];
    let plan = Plan { actions: (0..count).map(action).collect(), roots, ..Plan::default() };
    let Ok(graph) = Graph::new(&plan) else { return println!("no graph") };
    let planned = started.elapsed();
    let ground = Ground::new(&plan.roots);
    let timed = |all| -> Option<Duration> {
        let started = Instant::now();
        let own = folder.join("own");
        let mut state = State::open(&ground.make(&own).ok()?, || {}).ok()?;
        let home = Home { ground: &ground, state: &mut state, own, trace: None };
        let summary =
            run(&plan, &graph, home, How { stop: true, all }, &mut Slots::Fixed(4), &mut ()).ok()?;
        assert_eq!(if all { summary.ran } else { summary.fresh }, count);
        Some(started.elapsed())
    };
    let first = timed(true).unwrap_or_default();
    std::thread::sleep(Duration::from_secs(4));
    timed(false);
    let again = timed(false).unwrap_or_default();
    println!("{shape:>14}  {count:>8}  {planned:>10.1?}  {first:>10.1?}  {again:>12.1?}");
}
