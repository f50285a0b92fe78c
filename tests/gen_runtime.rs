//! gen-runtime's integration tests: a module for each thing that is shown. Those that run once for each fixture are
//! in `gen_runtime_fixtures`.

mod support;

mod gen_runtime {
    mod asserts;
    mod captures;
    mod completions;
    mod diagnostics;
    mod explain;
    mod files;
    mod forms;
    mod program;
    mod symabis;
    mod version;
}
