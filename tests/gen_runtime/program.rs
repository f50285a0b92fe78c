//! The program gen-runtime, run in a folder.

use std::path::Path;
use std::process::Command;

use crate::support::{Ran, run};

/// A gen-runtime that sees none of the variables that it heeds.
pub fn gen_runtime(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gen-runtime"));
    command.current_dir(folder);
    let messages = ["GOC2C_MESSAGE_FORMAT", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"];
    for name in ["GOARCH", "GOOS", "GOROOT", "GOEXPERIMENT"].into_iter().chain(messages) {
        command.env_remove(name);
    }
    command
}

/// Runs gen-runtime in a folder, the arguments separated by blanks.
pub fn gen_runtime_in(folder: &Path, args: &str) -> Ran {
    run(gen_runtime(folder).args(args.split_whitespace()))
}
