//! What goes wrong: programs that fail, die, hang, are loud or missing, and a driver that is killed.

use std::fs;
use std::io::Read;
use std::os::unix::process::{CommandExt, ExitStatusExt};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use gen_runtime::Release;
use pretty_assertions::assert_eq;

use super::support::*;

fn tree_with(file: &str) -> Tree {
    let tree = Tree::new(Release::Go12, "amd64", "amd64");
    fs::write(tree.source().join(file), "int32 x;\n").unwrap();
    tree
}

#[test]
fn a_failure_is_told_in_the_users_paths_and_stops_new_work() {
    let tree = tree_with("fail.c");
    let ran = tree.install("-p 1");
    assert_eq!(ran.code, Some(1));
    let tool = tree.tools().join("6c");
    let text = format!("# pkg/runtime\n./fail.c:1 wrong here\n`{}` failed: exit status: 1\n", tool.display());
    assert_eq!(ran.stderr, text);
    assert!(!tree.work().join("fail.o").exists() && !tree.packages().join("runtime.a").exists());
    assert!(!tree.work().join("malloc.o").exists(), "nothing new starts");
    let ran = tree.install("-p 1 -k");
    assert_eq!(ran.code, Some(1));
    assert!(tree.work().join("malloc.o").exists(), "all else is done");
    assert!(tree.packages().join("runtime.h").exists() && !tree.packages().join("runtime.a").exists());
    tree.calls();
    fs::remove_file(tree.source().join("fail.c")).unwrap();
    assert_eq!(tree.install("").code, Some(0));
    assert!(tree.calls().iter().all(|call| call.contains("/pack ") || call.contains("/6g ")));
    assert_eq!(leftovers(&tree), [] as [std::path::PathBuf; 0]);
}

#[test]
fn a_compiler_that_dies_half_way_leaves_nothing_under_the_name() {
    let tree = tree_with("die.c");
    let ran = tree.install("-k");
    assert_eq!(ran.code, Some(1));
    assert!(ran.stderr.contains("signal: 9"), "{}", ran.stderr);
    assert!(!tree.work().join("die.o").exists() && leftovers(&tree).is_empty());
}

#[test]
fn ten_megabytes_of_text_are_shown_whole() {
    let tree = tree_with("loud.c");
    let ran = tree.install("");
    assert_eq!(ran.code, Some(0));
    assert_eq!(
        ran.stderr.len(),
        "# pkg/runtime\n".len() + 10_000_000 + usize::from(ran.stderr.ends_with("\n\n")) + 1
    );
}

#[test]
fn a_missing_compiler_is_named() {
    let tree = Tree::new(Release::Go12, "amd64", "amd64");
    fs::remove_file(tree.tools().join("6g")).unwrap();
    let ran = tree.install("");
    assert_eq!(ran.code, Some(3));
    assert!(ran.stderr.contains("cannot run `") && ran.stderr.contains("/6g`: "), "{}", ran.stderr);
}

#[test]
fn a_tree_without_a_header_cannot_be_used() {
    let tree = Tree::new(Release::Go12, "amd64", "amd64");
    fs::remove_file(tree.source().join("arch_amd64.h")).unwrap();
    let ran = tree.install("");
    assert_eq!(ran.code, Some(3));
    let header = tree.source().join("arch_amd64.h");
    let text = format!("the tree has no `{}`: is it of go1.2? `--dialect NAME`", header.display());
    assert!(ran.stderr.contains(&text), "{}", ran.stderr);
}

/// Sends a signal to a process.
fn signal(process: impl std::fmt::Display, signal: &str) {
    let kill = Command::new("kill").args([signal, "--", &process.to_string()]).stderr(Stdio::null()).status();
    assert!(kill.is_ok());
}

/// Sends a signal to a process group, as a terminal does.
pub fn signal_group(group: u32, name: &str) {
    signal(format!("-{group}"), name);
}

/// The programs that hang, and what they started, once there are so many that do.
fn hanging(tree: &Tree, programs: usize) -> Vec<String> {
    let started = Instant::now();
    loop {
        let text = fs::read_to_string(tree.record.with_extension("hangs")).unwrap_or_default();
        if text.matches('\n').count() == programs {
            return text.split_whitespace().map(str::to_owned).collect();
        }
        assert!(started.elapsed() < Duration::from_secs(60), "nothing hangs");
        sleep(Duration::from_millis(5));
    }
}

/// The state of a process, if it is there: `S` sleeps, `T` is stopped.
fn state(process: &str) -> Option<char> {
    let status = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    status.rsplit_once(") ")?.1.chars().next()
}

/// Whether a process runs: one that has ended may wait for its parent.
fn runs(process: impl AsRef<str>) -> bool {
    state(process.as_ref()).is_some_and(|state| !matches!(state, 'Z' | 'X'))
}

/// That processes end, which sleep for a minute if nobody ends them. One that was killed has closed its files, as the
/// driver sees, a moment before it is gone.
fn expect_end(processes: &[String]) {
    let started = Instant::now();
    while processes.iter().any(runs) {
        assert!(started.elapsed() < Duration::from_secs(5), "{processes:?}");
        sleep(Duration::from_millis(5));
    }
}

#[test]
fn an_interrupt_ends_a_compiler_that_hangs() {
    let tree = tree_with("hang.c");
    let mut command = tree.command("dist install pkg/runtime");
    let mut child = command.process_group(0).stderr(Stdio::null()).spawn().unwrap();
    let programs = hanging(&tree, 1);
    signal_group(child.id(), "-INT");
    assert_eq!(child.wait().unwrap().signal(), Some(2));
    expect_end(&programs);
    assert!(!tree.work().join("hang.o").exists());
    fs::remove_file(tree.source().join("hang.c")).unwrap();
    assert_eq!(tree.install("").code, Some(0));
    assert_eq!(leftovers(&tree), [] as [std::path::PathBuf; 0]);
}

#[test]
fn a_signal_to_the_driver_alone_ends_what_it_runs() {
    for (file, name, number) in
        [("hang.c", "-TERM", 15), ("hang.c", "-HUP", 1), ("hang.c", "-INT", 2), ("deaf_hang.c", "-TERM", 15)]
    {
        let tree = tree_with(file);
        let mut child = tree.command("dist install pkg/runtime -k").stderr(Stdio::piped()).spawn().unwrap();
        let programs = hanging(&tree, 1);
        let started = Instant::now();
        signal(child.id(), name);
        assert_eq!(child.wait().unwrap().signal(), Some(number), "{file} {name}");
        assert!(started.elapsed() < Duration::from_secs(1), "{file} {name}: {:?}", started.elapsed());
        expect_end(&programs);
        let mut said = String::new();
        child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
        assert_eq!(said, "");
        assert_eq!(leftovers(&tree), [] as [std::path::PathBuf; 0]);
        assert!(!tree.packages().join("runtime.a").exists());
        fs::remove_file(tree.source().join(file)).unwrap();
        assert_eq!(tree.install("").code, Some(0));
    }
}

/// Waits until all processes are in a state.
fn wait_for_state(processes: &[String], wanted: char) {
    let started = Instant::now();
    while !processes.iter().all(|process| state(process) == Some(wanted)) {
        assert!(started.elapsed() < Duration::from_secs(60), "{processes:?} are not all `{wanted}`");
        sleep(Duration::from_millis(5));
    }
}

#[test]
fn a_run_that_is_stopped_stops_what_it_runs() {
    let tree = tree_with("hang.c");
    let mut command = tree.command("dist install pkg/runtime");
    let mut child = command.process_group(0).stderr(Stdio::null()).spawn().unwrap();
    let mut programs = hanging(&tree, 1);
    programs.push(child.id().to_string());
    for _ in 0..2 {
        signal_group(child.id(), "-TSTP");
        wait_for_state(&programs, 'T');
        signal_group(child.id(), "-CONT");
        wait_for_state(&programs, 'S');
    }
    signal_group(child.id(), "-INT");
    assert_eq!(child.wait().unwrap().signal(), Some(2));
    expect_end(&programs);
}

#[test]
fn a_run_that_nobody_reads_ends_too() {
    let tree = tree_with("loud.c");
    let mut child = tree.command("dist install pkg/runtime -p 1").stderr(Stdio::piped()).spawn().unwrap();
    let started = Instant::now();
    // What is called meanwhile must not be lost, so the record stays.
    while !fs::read_to_string(&tree.record).unwrap_or_default().contains("loud.c") {
        assert!(started.elapsed() < Duration::from_secs(60));
        sleep(Duration::from_millis(5));
    }
    sleep(Duration::from_millis(300));
    signal(child.id(), "-TERM");
    assert_eq!(child.wait().unwrap().signal(), Some(15));
}

#[test]
fn a_signal_that_is_ignored_stays_so() {
    let tree = tree_with("hang.c");
    let install = tree.command("dist install pkg/runtime");
    let mut command = Command::new("sh");
    command
        .args(["-c", "trap '' HUP; exec \"$@\"", "sh"])
        .arg(install.get_program())
        .args(install.get_args());
    let mut child = command.env("RECORD", &tree.record).stderr(Stdio::null()).spawn().unwrap();
    let programs = hanging(&tree, 1);
    signal(child.id(), "-HUP");
    sleep(Duration::from_millis(700));
    assert!(programs.iter().all(runs));
    signal(child.id(), "-TERM");
    assert_eq!(child.wait().unwrap().signal(), Some(15));
    expect_end(&programs);
}

#[test]
fn an_ended_run_gives_its_tokens_back() {
    let tree = tree_with("hang.c");
    fs::write(tree.source().join("more_hang.c"), "int32 x;\n").unwrap();
    let fifo = Fifo::with(&tree, b"t");
    let mut child = tree.command("dist install pkg/runtime").env("MAKEFLAGS", fifo.flags()).spawn().unwrap();
    hanging(&tree, 2);
    assert_eq!(fifo.tokens(), "", "two programs run by one token");
    signal(child.id(), "-TERM");
    assert_eq!(child.wait().unwrap().signal(), Some(15));
    assert_eq!(fifo.tokens(), "t");
}

#[test]
fn a_killed_run_is_repaired_by_the_next() {
    let tree = Tree::new(Release::Go13, "amd64", "amd64");
    let started = Instant::now();
    assert_eq!(tree.install("-p 2").code, Some(0));
    let length = started.elapsed();
    let shown = |tree: &Tree| {
        let made = tree.made().into_iter();
        // What outlives the driver may write where nobody looks.
        made.filter(|(path, _)| !path.contains("/.goc2c-")).collect::<Vec<_>>()
    };
    let expected = shown(&tree);
    let times = std::env::var("DRIVER_KILLS").map_or(20, |times| times.parse().unwrap());
    let mut seed = u64::from(std::process::id());
    for round in 0..times {
        assert_eq!(run(&mut tree.command("dist clean")).code, Some(0));
        let mut command = tree.command("dist install pkg/runtime -p 2");
        let mut child = command.process_group(0).stderr(Stdio::null()).spawn().unwrap();
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        sleep(length.mul_f64((seed >> 33) as f64 / f64::from(1_u32 << 31)));
        // Every other time the programs that it runs live on.
        match round % 2 {
            0 => signal_group(child.id(), "-KILL"),
            _ => child.kill().unwrap(),
        }
        child.wait().unwrap();
        for (path, text) in &shown(&tree) {
            let right = expected.iter().find(|(known, _)| known == path);
            assert_eq!(right.map(|(_, text)| text), Some(text), "{path} was half-written");
        }
        let ran = tree.install("-p 2");
        assert_eq!(ran.code, Some(0), "{}", ran.stderr);
        let names =
            |made: &[(String, Vec<u8>)]| made.iter().map(|(path, _)| path.clone()).collect::<Vec<_>>();
        assert_eq!(names(&shown(&tree)), names(&expected));
        assert_eq!(leftovers(&tree), [] as [std::path::PathBuf; 0], "what was left is gone");
        assert!(shown(&tree) == expected);
    }
    println!("killed {times} times");
}
