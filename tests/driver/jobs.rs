//! How many programs run at once: by `-p`, and by make's job server.

use std::fs;
use std::process::Command;

use gen_runtime::Release;
use pretty_assertions::assert_eq;

use super::support::*;

/// The most that ran at once in a run of the command.
fn most(tree: &Tree, command: &mut Command) -> usize {
    let busy = tree.record.with_file_name("busy");
    let _ = fs::remove_dir_all(&busy);
    let _ = fs::remove_file(busy.with_extension("counts"));
    fs::create_dir(&busy).unwrap();
    let ran = run(command.env("BUSY", &busy));
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    let counts = fs::read_to_string(busy.with_extension("counts")).unwrap();
    counts.lines().map(|line| line.trim().parse().unwrap()).max().unwrap()
}

#[test]
fn as_many_run_at_once_as_are_asked_for() {
    let tree = Tree::new(Release::Go12, "amd64", "amd64");
    assert_eq!(most(&tree, tree.command("dist install pkg/runtime -a -p 1").env("MAKEFLAGS", "-j9")), 1);
    let three = most(&tree, &mut tree.command("dist install pkg/runtime -a -p 3"));
    assert!((2..=3).contains(&three), "{three}");
}

#[test]
fn a_fifos_tokens_are_taken_and_given_back() {
    let tree = Tree::new(Release::Go12, "amd64", "amd64");
    let fifo = Fifo::with(&tree, b"ab");
    let most = most(&tree, tree.command("dist install pkg/runtime -a").env("MAKEFLAGS", fifo.flags()));
    assert!((2..=3).contains(&most), "{most}");
    assert_eq!(fifo.tokens(), "ab");
}

#[test]
fn makes_pipe_is_used_where_make_hands_it_on() {
    if !is_installed("make") {
        return;
    }
    let tree = Tree::new(Release::Go12, "amd64", "amd64");
    let program = tree.command("dist install pkg/runtime -a -v");
    let words = std::iter::once(program.get_program()).chain(program.get_args());
    let words: Vec<_> = words.map(|word| word.to_str().unwrap().to_owned()).collect();
    for (mark, jobs) in [("+", 2..=3), ("", 1..=1)] {
        let rule = format!("all:\n\t{mark}@{}\n", words.join(" "));
        let makefile = tree.record.with_file_name("Makefile");
        fs::write(&makefile, rule).unwrap();
        let mut make = Command::new("make");
        make.arg("-j3").arg("-f").arg(&makefile).env("RECORD", &tree.record);
        for name in ["MAKEFLAGS", "MFLAGS", "MAKELEVEL"] {
            make.env_remove(name);
        }
        let most = most(&tree, &mut make);
        assert!(jobs.contains(&most), "{mark}: {most}");
    }
}
