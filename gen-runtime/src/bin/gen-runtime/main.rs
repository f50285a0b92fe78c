//! The command gen-runtime. What it takes is in [`cli`], what it does in [`run`]; [`tree`] finds versions,
//! and [`drive`] puts it all in order around compilers.

mod cli;
mod drive;
mod make;
mod process;
mod run;
mod tree;

fn main() -> std::process::ExitCode {
    goc2c::command::run("gen-runtime", run::run)
}
