//! The program goc2c, run in a folder.

use std::path::Path;
use std::process::Command;

use crate::support::{Ran, run};

/// A goc2c that sees none of the variables that it heeds.
pub fn goc2c(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_goc2c"));
    command.current_dir(folder);
    let messages = ["GOC2C_MESSAGE_FORMAT", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"];
    for name in ["GOARCH", "GOOS"].into_iter().chain(messages) {
        command.env_remove(name);
    }
    command
}

/// Runs goc2c in a folder, the arguments separated by blanks.
pub fn goc2c_in(folder: &Path, args: &str) -> Ran {
    run(goc2c(folder).args(args.split_whitespace()))
}
