//! Tests that are found when a run starts, one for each fixture, under names of their own. They are listed, filtered
//! and run as `#[test]` functions are, by `cargo test` and by `cargo nextest run` alike.

use std::collections::BTreeSet;
use std::process::ExitCode;

use libtest_mimic::{Arguments, Failed, Trial};

/// The tests of a program.
#[derive(Default)]
pub struct NamedTests(Vec<Trial>);

impl NamedTests {
    /// Adds a test that fails by panicking. Its name has no path of this machine in it.
    pub fn add(&mut self, name: impl Into<String>, check: impl FnOnce() + Send + 'static) {
        self.add_difference(name, || {
            check();
            None
        });
    }

    /// Adds a test that fails where it finds a difference.
    pub fn add_difference(
        &mut self,
        name: impl Into<String>,
        find: impl FnOnce() -> Option<String> + Send + 'static,
    ) {
        self.0.push(Trial::test(name, || find().map_or(Ok(()), |difference| Err(Failed::from(difference)))));
    }

    /// Runs those that the command line asks for.
    pub fn run(self) -> ExitCode {
        let mut names = BTreeSet::new();
        for test in &self.0 {
            assert!(names.insert(test.name()), "two tests are called `{}`", test.name());
        }
        libtest_mimic::run(&Arguments::from_args(), self.0).exit_code()
    }
}
