//! The command gen-runtime. [`run`] reads as the pipeline: arguments as typed ([`cli`], [`args`]), as resolved
//! ([`files`]), what is made of them ([`make`]); [`tree`] finds versions, and [`drive`] puts it all in order around
//! compilers.

// What only the driver needs is of no use elsewhere than on Unix.
#![cfg_attr(not(unix), allow(dead_code))]

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
