//! What the workspace's commands do alike: exit codes, messages, the habits around output files.
//!
//! A command reads its arguments with [`args::expand`] and clap, plans its outputs, and hands what it makes to
//! [`output`]; [`messages`] prints. Knows nothing of what is translated.

pub mod args;
mod completions;
pub mod depfile;
pub mod destination;
pub mod ending;
pub mod explain;
pub mod file;
pub mod generate;
pub mod jobs;
pub mod leftover;
pub mod messages;
pub mod naming;
pub mod output;
mod place;
mod staged;
pub mod staging;
pub mod template;
pub mod version;

use std::process::ExitCode;

/// How a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Exit {
    /// All is well.
    Success = 0,
    /// Errors in the input, or an output that is out of date under `--check`.
    Faults = 1,
    /// The command line was at fault.
    Usage = 2,
    /// A file could not be read or written.
    Io = 3,
    /// The program itself was at fault.
    Internal = 70,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> ExitCode {
        ExitCode::from(exit as u8)
    }
}

/// Runs a command; a panic in it is told in one line, with [`Exit::Internal`].
pub fn run(program: &'static str, command: impl FnOnce() -> Exit) -> ExitCode {
    std::panic::set_hook(Box::new(move |panic| {
        eprintln!("{program}: internal error, please report it: {panic}");
        std::process::exit(Exit::Internal as i32);
    }));
    command().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exit_codes_are_those_that_scripts_know() {
        let codes = [Exit::Success, Exit::Faults, Exit::Usage, Exit::Io, Exit::Internal];
        assert_eq!(codes.map(|exit| exit as u8), [0, 1, 2, 3, 70]);
    }
}
