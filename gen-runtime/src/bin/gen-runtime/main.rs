//! The command gen-runtime. [`run`] reads as the pipeline: arguments as typed ([`cli`], [`args`]), as resolved
//! ([`files`]), what is made of them ([`make`]); [`tree`] finds versions, and [`drive`] puts it all in order around
//! compilers.

mod args;
mod cli;
mod drive;
mod files;
mod make;
mod process;
mod run;
mod tree;
mod trouble;

fn main() -> std::process::ExitCode {
    goc2c::command::run("gen-runtime", run::run)
}
