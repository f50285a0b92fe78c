//! The command line of `go`: its own flags come before the go command's command, and what comes after is the user's.

use std::ffi::OsString;

use clap::Args;
use goc2c::command::messages::MessageArgs;
use goc2c::step::StepArgs;

use super::args::Debug;

const USAGE: &str = "gen-runtime go [OPTIONS] <CMD> [ARGS]...";

#[derive(Debug, Args)]
#[command(override_usage = USAGE)]
pub(crate) struct GoArgs {
    /// build, run, test or vet; all that comes after is the go command's
    #[arg(value_name = "CMD", required = true, trailing_var_arg = true, allow_hyphen_values = true)]
    pub(crate) words: Vec<OsString>,
    /// The go command
    #[arg(long, value_name = "PROG", default_value = "go")]
    pub(crate) go: OsString,
    /// Say more: `explain` says why a package's files are made
    #[arg(short = 'd', value_enum, value_name = "WHAT")]
    pub(crate) debug: Option<Debug>,
    #[command(flatten)]
    pub(crate) step: StepArgs,
    #[command(flatten)]
    pub(crate) messages: MessageArgs,
}

/// Whether a command line is one of `go`: then its words are the user's, and no `@FILE` or flag in it stands for
/// something else.
pub(crate) fn is_go(args: &[OsString]) -> bool {
    args.get(1).is_some_and(|command| command == "go")
}
