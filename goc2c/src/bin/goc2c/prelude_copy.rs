//! Whether the copies of goc.h beside the outputs are those that this program writes.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use goc2c::Source;
use goc2c::command::file::bytes_of;
use goc2c::command::messages::Messages;
use goc2c::diagnostic::Report;
use goc2c::prelude;

/// Warns of each copy of another version in the outputs' folders. No copy is no trouble: it may be anywhere on
/// the compiler's path.
pub(crate) fn warn_of_others<'p>(outputs: impl Iterator<Item = &'p Path>, messages: &mut Messages) {
    let folders: BTreeSet<PathBuf> =
        outputs.filter_map(Path::parent).map(|folder| folder.join("goc.h")).collect();
    for copy in folders {
        let Ok(bytes) = fs::read(&copy) else { continue };
        let source = Source::from_bytes(bytes_of(copy.as_os_str()), &bytes);
        if let Some(fault) = prelude::other_version(&source) {
            messages.show(&Report::new(&source, &fault));
        }
    }
}
