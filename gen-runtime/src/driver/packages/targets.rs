//! What the user names: folders, import paths of the module, patterns of both, or files of one folder. Reads folders;
//! knows nothing of what is in files.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use goc2c::command::output::{FileError, display};
use goc2c::gopkg::fault::ReadError;
use goc2c::gopkg::module::Module;

use super::load::Asked;
use super::modules::Modules;
use super::patterns::{Pattern, find};
use crate::driver::paths::clean;

/// What is wrong with a name.
#[derive(Debug, thiserror::Error)]
pub enum TargetError {
    /// The command line is at fault.
    #[error("{0}")]
    Usage(String),
    /// A folder or a file cannot be read.
    #[error(transparent)]
    File(#[from] FileError),
    /// A module cannot be read.
    #[error(transparent)]
    Read(#[from] ReadError),
}

/// The packages that are named, and the patterns that name none.
#[derive(Debug, Default)]
pub struct Targets {
    /// The packages.
    pub asked: Vec<Asked>,
    /// The patterns.
    pub empty: Vec<String>,
}

/// Finds what is named, from a folder on.
///
/// # Errors
/// See [`TargetError`].
pub fn targets(names: &[PathBuf], current: &Path) -> Result<Targets, TargetError> {
    let is_source = |name: &PathBuf| is_source(name) && !current.join(name).is_dir();
    if names.iter().any(is_source) {
        if !names.iter().all(is_source) {
            return Err(TargetError::Usage("files are to be .go and .goc files of one folder".into()));
        }
        return Ok(Targets { asked: vec![files(names, current)?], empty: Vec::new() });
    }
    let module = Modules::default().around(current, current)?;
    let mut targets = Targets::default();
    for name in names {
        let found = match Pattern::of(name) {
            Some(pattern) => find(&pattern, current, module.as_deref())?,
            None => {
                targets.asked.push(Asked {
                    folder: folder(name, current, module.as_deref())?,
                    files: None,
                    found: false,
                });
                continue;
            }
        };
        if found.is_empty() {
            targets.empty.push(display(name).to_string());
        }
        targets.asked.extend(found.into_iter().map(|folder| Asked { folder, files: None, found: true }));
    }
    Ok(targets)
}

fn is_source(path: &Path) -> bool {
    path.extension().is_some_and(|it| it == "go" || it == "goc")
}

/// Whether a name says by itself that it is a folder's.
pub(super) fn is_local(name: &Path) -> bool {
    name.is_absolute() || ["", ".", ".."].iter().any(|dots| name.iter().next() == Some(OsStr::new(dots)))
}

/// The folder that a name is of: one of the module's, by its path, comes before one by its name.
fn folder(name: &Path, current: &Path, module: Option<&Module>) -> Result<PathBuf, TargetError> {
    let by_path = name.to_str().filter(|_| !is_local(name)).and_then(|path| module?.folder_of(path));
    if let Some(folder) = by_path.filter(|folder| folder.is_dir()) {
        return Ok(folder);
    }
    let folder = clean(&current.join(name));
    if !fs::metadata(&folder).map_err(FileError::new("read", &folder))?.is_dir() {
        let path = display(&folder);
        return Err(TargetError::Usage(format!(
            "`{path}` is neither a folder nor a .go or .goc file of one"
        )));
    }
    Ok(folder)
}

/// Files of one folder.
fn files(names: &[PathBuf], current: &Path) -> Result<Asked, TargetError> {
    let mut files = Vec::new();
    for name in names {
        let file = clean(&current.join(name));
        let last = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let refused = if last.starts_with(['_', '.']) {
            Some("is a name of files that belong to no package: rename it")
        } else if last.ends_with("_test.go") {
            Some("is a test's name: `go test -compiler gccgo` builds tests")
        } else {
            None
        };
        if let Some(why) = refused {
            return Err(TargetError::Usage(format!("`{}` {why}", display(name))));
        }
        fs::metadata(&file).map_err(FileError::new("read", &file))?;
        if !files.contains(&file) {
            files.push(file);
        }
    }
    let folder = files.first().and_then(|file| file.parent()).unwrap_or(Path::new("/")).to_owned();
    if !files.iter().all(|file| file.parent() == Some(&folder)) {
        return Err(TargetError::Usage("files are to be .go and .goc files of one folder".into()));
    }
    Ok(Asked { folder, files: Some(files), found: false })
}
