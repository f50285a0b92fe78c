//! goc2c's fixtures, each under a name of its own: `cargo test -p goc2c --test goc2c_fixtures go1.2/gcc` runs those that
//! have that in their names.

use std::process::ExitCode;

use support::NamedTests;

mod support;

mod goc2c_fixtures {
    mod cases;
    pub mod gccgo11;
    pub mod golden;
    pub mod improvements;
    pub mod invariants;
    pub mod mistakes;
}

fn main() -> ExitCode {
    let mut tests = NamedTests::default();
    goc2c_fixtures::golden::add(&mut tests);
    goc2c_fixtures::gccgo11::add(&mut tests);
    goc2c_fixtures::mistakes::add(&mut tests);
    goc2c_fixtures::improvements::add(&mut tests);
    goc2c_fixtures::invariants::add(&mut tests);
    tests.add("conformance/comparison", support::conformance::check_comparison);
    tests.run()
}
