//! The command goc2c. What it takes is in [`cli`], what it does in [`run`] and [`run_check`].

mod cli;
mod prelude_copy;
mod run;
mod run_check;

fn main() -> std::process::ExitCode {
    goc2c::command::run("goc2c", run::run)
}
