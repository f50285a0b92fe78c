//! The step in which a tree's own go command builds the library, itself and the other commands: what make.bash did after
//! `dist bootstrap`.

use std::fs;
use std::path::PathBuf;
use std::time::SystemTime;

use gen_runtime::driver::dist::directories::GO_BOOTSTRAP;
use goc2c::command::Exit;
use goc2c::command::output::{FileError, Habit, write_file};

use super::super::dist_args::StdArgs;
use super::super::steps::write_rule;
use crate::make::folder;
use crate::process::run_shown;
use crate::tree::TreeError;
use crate::trouble::Trouble;

/// Does it: what is there is removed first, as the archives may be the tree's own program's.
pub(super) fn run(args: &StdArgs) -> Result<Exit, Trouble> {
    let goroot = folder(&args.tree)?;
    let source = goroot.join("src");
    let go = |words: &[&str]| run_shown(&source, &args.go, words).map_err(TreeError::from);
    let begun = SystemTime::now();
    go(&["clean", "-i", "std"])?;
    go(if args.all { &["install", "-a", "std"] } else { &["install", "std"] })?;
    let made = made_since(begun, &["bin", "pkg"].map(|name| goroot.join(name)))?;
    write_rule(&args.depfile, &args.output, &made, Habit::Always)?;
    write_file(&args.output, b"", Habit::Always)?;
    Ok(Exit::Success)
}

/// The files below folders that are as new as that, but for the go command that goes again.
fn made_since(begun: SystemTime, folders: &[PathBuf]) -> Result<Vec<PathBuf>, FileError> {
    let mut found = Vec::new();
    let mut waiting = folders.to_vec();
    while let Some(folder) = waiting.pop() {
        for entry in fs::read_dir(&folder).map_err(FileError::new("read", &folder))? {
            let path = entry.map_err(FileError::new("read", &folder))?.path();
            let about = fs::symlink_metadata(&path).map_err(FileError::new("read", &path))?;
            if about.is_dir() {
                waiting.push(path);
            } else if about.modified().is_ok_and(|time| time >= begun) && !path.ends_with(GO_BOOTSTRAP) {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}
