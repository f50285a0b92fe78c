//! The driver's integration tests: a module for each thing that is shown.

mod support;

mod driver {
    mod arguments;
    mod bootstrap;
    mod build;
    mod cgo;
    mod cgo_old;
    mod choice;
    mod commands;
    mod differential;
    mod failing;
    mod faults;
    mod go_command;
    mod handing_over;
    mod inputs;
    mod jobs;
    mod many;
    mod miniature;
    mod quoting;
    mod references;
    mod running;
    mod support;
    mod terminal;
    mod transcripts;
    mod trees;
    mod trust;
}
