//! Paths by their text alone.

use std::path::{Component, Path, PathBuf};

/// A path without `.` and `..`, as the go command goes by its text.
pub fn clean(path: &Path) -> PathBuf {
    let mut clean = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                clean.pop();
            }
            part => clean.push(part),
        }
    }
    clean
}
