//! The command gen-runtime. What it takes is in [`cli`], what it does in [`run`]; [`tree`] finds versions.

mod cli;
mod process;
mod run;
mod tree;

fn main() -> std::process::ExitCode {
    goc2c::command::run("gen-runtime", run::run)
}
