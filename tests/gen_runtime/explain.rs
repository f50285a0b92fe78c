//! `gen-runtime explain`: every code has an explanation, goc2c's included, and its examples give what they say.

use std::path::Path;

use goc2c::command::explain::{Explanations, GOC2C};
use pretty_assertions::assert_eq;

use super::program::gen_runtime_in;
use crate::support::explained::{check_examples, check_form, codes_in, codes_of};
use crate::support::{read, root};

/// What no example gives: a tree, another system, or a fault of ours is needed.
const NOT_RUN: [&str; 5] = ["old-go", "missing-header", "output-outside", "action-cycle", "needs-unix"];

const OWN: &str = include_str!("../../gen-runtime/explain.md");

fn page() -> Explanations<'static> {
    Explanations::parse("gen-runtime", OWN)
}

#[test]
fn every_code_is_explained_and_nothing_else() {
    let reported = codes_in(&["gen-runtime/src", "gen-runtime/engine/src"]);
    let (own, shared) = (codes_of(&page()), codes_of(&Explanations::parse("goc2c", GOC2C)));
    let missing: Vec<_> = reported.difference(&own).filter(|code| !shared.contains(*code)).collect();
    assert!(missing.is_empty(), "{missing:?}");
    let strange: Vec<_> = own.difference(&reported).collect();
    assert!(strange.is_empty(), "{strange:?}");
    check_form(&page(), &NOT_RUN);
}

#[test]
fn examples_give_what_they_say() {
    check_examples(&page(), Path::new(env!("CARGO_BIN_EXE_gen-runtime")));
}

#[test]
fn own_codes_come_first_and_goc2cs_are_known() {
    let list = gen_runtime_in(&root(), "explain").stdout;
    assert!(list.find("  not-text ") < list.find("  unknown-type "), "{list}");
    let both = gen_runtime_in(&root(), "explain no-import").stdout;
    assert_eq!(both.matches("no-import\n\n").count(), 2, "{both}");
    let wrong = gen_runtime_in(&root(), "explain not-txt");
    let said = "gen-runtime: error: no error has the code `not-txt`: `gen-runtime explain not-text`?\n";
    assert_eq!((wrong.code, &*wrong.stdout, &*wrong.stderr), (Some(2), "", said));
}

#[test]
fn the_manual_has_the_page() {
    let doc = String::from_utf8(read(&root().join("doc/errors.md"))).unwrap();
    let own = gen_runtime_in(&root(), "explain --page").stdout;
    let made = Explanations::parse("goc2c", GOC2C).render_page() + "\n" + &own;
    assert_eq!(doc, made, "doc/errors.md is out of date: `make generated` writes it");
}
