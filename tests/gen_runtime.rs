//! gen-runtime's integration tests: a module for each thing that is shown.

mod gen_runtime {
    mod golden;
    mod support;
}
