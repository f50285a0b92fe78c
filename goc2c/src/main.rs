//! The command goc2c. What it takes is in [`cli`], what it does in [`run`].

mod cli;
mod run;

fn main() -> std::process::ExitCode {
    goc2c::command::run("goc2c", run::run)
}
