//! The driver's integration tests: a module for each thing that is shown.

#[path = "support/common.rs"]
mod common;

mod driver {
    mod build;
    mod faults;
    mod handing_over;
    mod jobs;
    mod running;
    mod support;
    mod transcripts;
    mod trees;
}
