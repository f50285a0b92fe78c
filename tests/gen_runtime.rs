//! gen-runtime's integration tests: a module for each thing that is shown.

#[path = "support/common.rs"]
mod common;

mod gen_runtime {
    mod asserts;
    mod diagnostics;
    mod files;
    mod forms;
    mod golden;
    mod invariants;
    mod support;
    mod symabis;
    mod version;
}
