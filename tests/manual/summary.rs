//! The book's summary lists every page of `doc/`, once, and nothing else.

use std::collections::BTreeSet;

use pretty_assertions::assert_eq;

use super::page::{Page, doc_names};
use crate::support::{read, root};

/// Compares the summary with the folder.
pub fn check() {
    let text = String::from_utf8(read(&root().join("doc/SUMMARY.md"))).expect("pages are UTF-8");
    let listed: Vec<_> = Page { name: "doc/SUMMARY.md".to_owned(), text }.links();
    let names: BTreeSet<_> = listed.iter().map(|(_, name)| name.clone()).collect();
    assert_eq!(names.len(), listed.len(), "a page is listed twice");
    assert_eq!(names, doc_names(), "doc/SUMMARY.md lists what doc/ has");
}
