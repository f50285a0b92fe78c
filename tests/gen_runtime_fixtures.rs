//! gen-runtime's fixtures, each under a name of its own: `cargo test -p gen-runtime --test gen_runtime_fixtures
//! go1.2/linux` runs those that have that in their names.

use std::process::ExitCode;

use support::NamedTests;

#[path = "gen_runtime/captures.rs"]
mod captures;
mod support;

mod gen_runtime_fixtures {
    pub mod golden;
    pub mod invariants;
}

fn main() -> ExitCode {
    let mut tests = NamedTests::default();
    gen_runtime_fixtures::golden::add(&mut tests);
    gen_runtime_fixtures::invariants::add(&mut tests);
    tests.run()
}
