//! `goc2c explain`: every code has an explanation, and its examples give what they say.

use std::path::Path;

use goc2c::command::explain::{Explanations, GOC2C};
use pretty_assertions::assert_eq;

use super::program::goc2c_in;
use crate::support::explained::{check_examples, check_form, codes_in, codes_of};
use crate::support::{read, root, run_with_input};

/// What no example gives: a compiler or a linked program of some kind is needed.
const NOT_RUN: [&str; 8] = [
    "address-table",
    "panic-needs-gcc",
    "relocation",
    "result-place",
    "object",
    "different-code",
    "not-linked",
    "two-runs",
];

fn page() -> Explanations<'static> {
    Explanations::parse("goc2c", GOC2C)
}

#[test]
fn every_code_is_explained_and_nothing_else() {
    assert_eq!(codes_of(&page()), codes_in(&["goc2c/src"]));
    check_form(&page(), &NOT_RUN);
}

#[test]
fn examples_give_what_they_say() {
    check_examples(&page(), Path::new(env!("CARGO_BIN_EXE_goc2c")));
}

#[test]
fn codes_are_listed_and_explained_on_standard_output() {
    let list = goc2c_in(&root(), "explain");
    assert_eq!((list.code, &*list.stderr), (Some(0), ""));
    let known = page();
    for section in &known.sections {
        let line = list.stdout.lines().find(|line| line.starts_with(&format!("  {} ", section.code)));
        assert!(line.is_some_and(|line| line.ends_with(section.summary())), "{}", section.code);
    }
    let two = goc2c_in(&root(), "explain unknown-type recursion");
    assert_eq!((two.code, &*two.stderr), (Some(0), ""));
    assert!(two.stdout.starts_with("unknown-type\n\n") && two.stdout.contains("\n\nrecursion\n\n"));
    let wrong = goc2c_in(&root(), "explain unknwon-type");
    let said = "goc2c: error: no error has the code `unknwon-type`: `goc2c explain unknown-type`?\n";
    assert_eq!((wrong.code, &*wrong.stdout, &*wrong.stderr), (Some(2), "", said));
}

/// Once a run, for people only, and not where a message says all.
#[test]
fn the_last_line_of_a_run_names_what_says_more() {
    let said = |args: &str, text: &str| {
        let mut command = super::program::goc2c(&root());
        run_with_input(command.args(args.split(' ')), text.as_bytes()).stderr
    };
    let text = "package demo\nfunc F(a string, b []byte) {\n}\nfunc G(a int32 b int32) {\n}\n";
    let human = said("--arch amd64 -", text);
    let note = "goc2c: note: `goc2c explain unknown-type unexpected-token` says more\n";
    assert!(human.ends_with(note), "{human}");
    assert_eq!(human.matches(" explain ").count(), 1);
    for args in ["--message-format short --arch amd64 -", "--message-format json --arch amd64 -"] {
        assert!(!said(args, text).contains("says more"), "{args}");
    }
    assert!(!said("missing.goc", "").contains("says more"));
}

#[test]
fn the_manual_has_the_page() {
    let doc = String::from_utf8(read(&root().join("doc/errors.md"))).unwrap();
    let made = goc2c_in(&root(), "explain --page").stdout;
    assert!(doc.starts_with(&made), "doc/errors.md is out of date: `make generated` writes it");
}
