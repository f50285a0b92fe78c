//! Patterns of packages, `./...` and their kin, by the go command's rules: `...` stands for any text, `x/...` is also
//! `x`, and folders that hold no packages of a module are passed over.

use std::fs;
use std::path::{Path, PathBuf};

use goc2c::command::output::FileError;
use goc2c::gopkg::module::Module;

use super::targets::is_local;
use crate::driver::paths::clean;

/// What stands for any text.
const ANY: &str = "...";

/// A name with `...` in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pattern {
    text: String,
    is_local: bool,
}

impl Pattern {
    /// A name that is one.
    pub fn of(name: &Path) -> Option<Pattern> {
        let text = name.to_str().filter(|text| text.contains(ANY))?.to_owned();
        Some(Pattern { text, is_local: is_local(name) })
    }
}

/// The folders that a pattern is of, in order. One of paths counts by the module's, else by the folders' names.
///
/// # Errors
/// What the system reports.
pub fn find(pattern: &Pattern, current: &Path, module: Option<&Module>) -> Result<Vec<PathBuf>, FileError> {
    if let Some(module) = module.filter(|_| !pattern.is_local) {
        let mut found = folders(&module.folder)?;
        found.retain(|folder| module.path_of(folder).is_some_and(|path| matches(&pattern.text, &path)));
        if !found.is_empty() {
            return Ok(found);
        }
    }
    // The folder before the first `...`, as far as it is whole.
    let literal = pattern.text.split(ANY).next().unwrap_or_default();
    let whole = literal.rfind('/').map_or("", |slash| &literal[..slash + 1]);
    let last = Path::new(whole).file_name().map(|name| name.to_string_lossy().into_owned());
    let root = clean(&current.join(whole));
    if last.is_some_and(|last| is_passed(&last)) || !root.is_dir() {
        return Ok(Vec::new());
    }
    let mut text = root.to_string_lossy().into_owned();
    text = format!("{}/{}", text.trim_end_matches('/'), &pattern.text[whole.len()..]);
    let mut found = folders(&root)?;
    found.retain(|folder| matches(&text, &folder.to_string_lossy()));
    Ok(found)
}

/// Whether a folder of that name holds no packages of a module.
fn is_passed(name: &str) -> bool {
    name.starts_with(['.', '_']) || name == "testdata" || name == "vendor"
}

/// A folder and those below it. Links are not followed, and other modules passed over, as is what may not be read.
pub(crate) fn folders(root: &Path) -> Result<Vec<PathBuf>, FileError> {
    let mut found = Vec::new();
    let mut waiting = vec![root.to_owned()];
    while let Some(folder) = waiting.pop() {
        if folder != root && folder.join("go.mod").is_file() {
            continue;
        }
        let entries = match fs::read_dir(&folder) {
            Err(_) if folder != root => continue,
            entries => entries.map_err(FileError::new("read", &folder))?,
        };
        for entry in entries {
            let entry = entry.map_err(FileError::new("read", &folder))?;
            let is_folder = entry.file_type().is_ok_and(|it| it.is_dir());
            if is_folder && !is_passed(&entry.file_name().to_string_lossy()) {
                waiting.push(entry.path());
            }
        }
        found.push(folder);
    }
    found.sort();
    Ok(found)
}

/// Whether a path is one of a pattern's.
pub(crate) fn matches(pattern: &str, path: &str) -> bool {
    if let Some(start) = pattern.strip_suffix("/...")
        && fits(start, path)
    {
        return true;
    }
    fits(pattern, path)
}

fn fits(pattern: &str, path: &str) -> bool {
    let mut parts = pattern.split(ANY);
    let Some(mut rest) = path.strip_prefix(parts.next().unwrap_or_default()) else { return false };
    let mut parts: Vec<&str> = parts.collect();
    let Some(last) = parts.pop() else { return rest.is_empty() };
    for part in parts {
        let Some(at) = rest.find(part) else { return false };
        rest = &rest[at + part.len()..];
    }
    rest.ends_with(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_dots_stand_for_any_text() {
        for (pattern, path, fit) in [
            ("m/...", "m", true),
            ("m/...", "m/a/b", true),
            ("m/...", "mm", false),
            ("m...", "mm/a", true),
            ("...", "m", true),
            ("m/.../b", "m/a/b", true),
            ("m/.../b", "m/b", false),
            ("m/a.../...c", "m/ab/xc", true),
            ("m/a.../...c", "m/ab/xd", false),
        ] {
            assert_eq!(matches(pattern, path), fit, "{pattern} {path}");
        }
    }
}
