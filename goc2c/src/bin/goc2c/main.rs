//! The command goc2c: arguments as they are typed ([`cli`]), as they are meant ([`request`]), and what is done about
//! them ([`run`]).

mod bind;
mod cli;
mod commands;
mod compare;
mod fresh;
mod gc;
mod init;
mod prelude_copy;
mod request;
mod run;
mod translate;
mod types;
mod verify;
mod version;
mod words;

fn main() -> std::process::ExitCode {
    goc2c::command::run("goc2c", run::run)
}
