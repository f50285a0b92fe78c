//! goc2c's integration tests: a module for each thing that is shown. Those that run once for each fixture are in
//! `goc2c_fixtures`.

mod support;

mod goc2c {
    mod check;
    mod command;
    mod diagnostics;
    mod editors;
    mod explain;
    mod files;
    mod gccgo11;
    mod growth;
    #[cfg(unix)]
    mod install;
    mod kills;
    mod messages;
    mod program;
    mod real_trees;
    mod recipes;
    mod targets;
    mod types;
}
