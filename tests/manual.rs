//! The manual: README.md, the pages of `doc/` and what else is written for people. Each page is read for what can be
//! wrong in it, and its commands are run.
//!
//! The first word of a fenced block's info string is its language, which GitHub and mdBook colour. Words behind it are
//! for this test:
//!
//! | block | |
//! |---|---|
//! | `sh` | commands, run by `sh -e`, in order within a page |
//! | `sh reader` | commands on trees and folders that the reader has: they must parse, and are not run |
//! | `console` | commands after `$ `, run likewise, and all that they print, compared byte for byte; `$ echo $?` shows a status |
//! | any other | shown |
//! | … `file=PATH` | the block is written to that file, so that what is shown is what the next commands see |
//! | … `part=PATH` | each paragraph of the block stands in that file, which earlier commands have made |
//! | … `in=DIR` | commands are run there; the folder is made |
//! | … `tested=PATH` | commands that are not run here: the file names the test that runs them |
//!
//! A page has one fresh folder. It looks like a clone that was built: programs in `bin/`, which is on the path too,
//! `fixtures/` and `examples/` as copies, and what the page supposes that its reader has, from `tests/manual/reader`.
//! Nothing is written into the repository. Each block starts in that folder.
//!
//! Both programs are wanted: `cargo build -p goc2c -p gen-runtime`, or `cargo test --workspace`, brings them.

use std::process::ExitCode;

use support::NamedTests;

mod support;

mod manual {
    pub mod book;
    pub mod commands;
    pub mod links;
    pub mod page;
    pub mod summary;
}

fn main() -> ExitCode {
    let mut tests = NamedTests::default();
    for page in manual::page::pages() {
        let name = page.name.clone();
        let (blocks, links, commands) = (page.clone(), page.clone(), page);
        tests.add(format!("blocks::{name}"), move || manual::page::check_blocks(&blocks));
        tests.add(format!("links::{name}"), move || manual::links::check(&links));
        tests.add_difference(format!("commands::{name}"), move || manual::commands::check(&commands));
    }
    tests.add("summary", manual::summary::check);
    tests.add("book", manual::book::check);
    tests.run()
}
