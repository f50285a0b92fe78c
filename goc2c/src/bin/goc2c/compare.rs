//! `goc2c check`: reads a package's `.goc` and Go files and says where they differ.

use std::fs;
use std::path::{Path, PathBuf};

use goc2c::command::Exit;
use goc2c::command::ending::tell_file_error;
use goc2c::command::file::{FileError, bytes_of};
use goc2c::command::messages::Messages;
use goc2c::diagnostic::Report;
use goc2c::drift::{GoSide, Unread, find_drift};
use goc2c::{Failure, Source};

use crate::commands::Comparison;

/// Runs the command.
pub(crate) fn run(comparison: &Comparison, messages: &mut Messages) -> Exit {
    let mut exit = Exit::Success;
    let goc_texts = read_all(&comparison.goc, messages, &mut exit);
    let go_texts = read_all(&comparison.go, messages, &mut exit);
    let mut goc = Vec::new();
    for (path, text) in &goc_texts {
        match GoSide::read_goc(Source::from_bytes(bytes_of(path.as_os_str()), text), &comparison.options) {
            Ok(side) => goc.push(side),
            Err(unread) => exit = exit.max(show_failure(*unread, messages)),
        }
    }
    let mut go = Vec::new();
    for (path, text) in &go_texts {
        match GoSide::read_go(Source::from_bytes(bytes_of(path.as_os_str()), text)) {
            Ok(side) => go.push(side),
            Err(unread) => exit = exit.max(show_failure(*unread, messages)),
        }
    }
    if exit != Exit::Success {
        // Without all files, what is missing cannot be told from what was not read.
        return exit;
    }
    let drift = find_drift(&goc, &go);
    drift.iter().for_each(|drift| messages.show(&Report::new(drift.source, &drift.fault)));
    if drift.is_empty() { Exit::Success } else { Exit::Faults }
}

fn read_all<'p>(paths: &'p [PathBuf], messages: &mut Messages, exit: &mut Exit) -> Vec<(&'p Path, Vec<u8>)> {
    let mut texts = Vec::with_capacity(paths.len());
    for path in paths {
        match fs::read(path).map_err(FileError::new("read", path)) {
            Ok(text) => texts.push((path.as_path(), text)),
            Err(error) => {
                *exit = tell_file_error(&error, messages);
            }
        }
    }
    texts
}

fn show_failure(unread: Unread<'_>, messages: &mut Messages) -> Exit {
    match unread.failure {
        Failure::Faults(faults) => {
            faults.list.iter().for_each(|fault| messages.show(&Report::new(&unread.source, fault)));
            messages.hide(faults.more);
        }
        other => messages.trouble(&other),
    }
    Exit::Faults
}
