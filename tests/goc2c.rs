//! goc2c's integration tests: a module for each thing that is shown.

mod support;

mod goc2c {
    mod command;
    mod diagnostics;
    mod files;
    mod gccgo11;
    mod golden;
    mod improvements;
    mod invariants;
    mod kills;
    mod real_trees;
    mod recipes;
    mod targets;
}
