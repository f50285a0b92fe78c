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
    /// build, install, list, run, test or vet; all that comes after is the go command's
    #[arg(value_name = "CMD", required = true, trailing_var_arg = true, allow_hyphen_values = true)]
    pub(crate) words: Vec<OsString>,
    /// The go command
    #[arg(long, value_name = "PROG", default_value = "go")]
    pub(crate) go: OsString,
    /// The assembly of FROM refers to PKG, though its text does not show it; may be repeated
    #[arg(long, value_name = "PKG=FROM", value_parser = parse_reference)]
    pub(crate) symabis_from: Vec<[String; 2]>,
    /// Do not collect what assembly refers to: let it call all of those packages, where gc's compiler has -allabis
    #[arg(long, conflicts_with = "symabis_from")]
    pub(crate) allabis: bool,
    /// Say more: `explain` says why a package's files are made
    #[arg(short = 'd', value_enum, value_name = "WHAT")]
    pub(crate) debug: Option<Debug>,
    #[command(flatten)]
    pub(crate) step: StepArgs,
    #[command(flatten)]
    pub(crate) messages: MessageArgs,
}

fn parse_reference(text: &str) -> Result<[String; 2], String> {
    let (package, from) = text.split_once('=').ok_or("expected PKG=FROM")?;
    Ok([package.into(), from.into()])
}

/// A tool of the go command's, and its words.
#[derive(Debug, Args)]
pub(crate) struct BeforeToolArgs {
    /// What is run
    #[arg(value_name = "TOOL", trailing_var_arg = true, allow_hyphen_values = true)]
    pub(crate) words: Vec<OsString>,
}

/// Whether a command line is one of `go`, or of what it puts before tools: then its words are the user's, and no `@FILE` or flag in it stands for
/// something else.
pub(crate) fn is_go(args: &[OsString]) -> bool {
    args.get(1).is_some_and(|command| command == "go" || command == "before-tool")
}
