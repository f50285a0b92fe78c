//! The names of outputs: one rule for a folder of them.

use std::collections::{HashMap, HashSet};
use std::fmt;
use std::path::{Path, PathBuf};

use super::file::{bytes_of, display, path_from_bytes};

/// A template such as `z{stem}_{os}_{arch}.c`, or none: `{stem}.c`.
#[derive(Debug, Clone)]
pub struct OutName<'t> {
    /// The template.
    pub template: &'t str,
    /// What stands for each name in braces, but for `stem`.
    pub values: Vec<(&'static str, &'t str)>,
}

/// A command line whose outputs cannot be named.
#[derive(Debug, PartialEq, Eq)]
pub enum NamingError {
    /// A name in braces that means nothing, and those that do.
    UnknownField(String, Vec<&'static str>),
    /// A `{` without its `}`.
    OpenBrace(String),
    /// Two things would be written to the same file.
    SameOutput(String, String, PathBuf),
    /// A template that gives no name.
    NoName(String),
    /// An output that is an input.
    OutputIsInput(PathBuf),
}

impl fmt::Display for NamingError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            NamingError::UnknownField(field, known) => {
                let known: Vec<_> = known.iter().map(|name| format!("`{{{name}}}`")).collect();
                write!(f, "`--out-name` knows no `{{{field}}}`: it takes {}", known.join(", "))
            }
            NamingError::OpenBrace(template) => {
                write!(f, "`--out-name {template}` has a `{{` without its `}}`")
            }
            NamingError::SameOutput(a, b, output) => {
                write!(
                    f,
                    "{a} and {b} would both be written to `{}`: give each a place of its own",
                    display(output)
                )
            }
            NamingError::NoName(template) => write!(f, "`--out-name {template}` gives no file name"),
            NamingError::OutputIsInput(path) => {
                write!(f, "the output `{}` is an input: choose another name", display(path))
            }
        }
    }
}

impl OutName<'_> {
    /// The output's file name for an input.
    ///
    /// # Errors
    /// A template with an unknown name in braces.
    pub fn apply(&self, input: &Path) -> Result<PathBuf, NamingError> {
        let stem = input.file_stem().map(bytes_of).unwrap_or_default();
        let mut name = Vec::new();
        let mut rest = self.template;
        while let Some((before, behind)) = rest.split_once('{') {
            let (field, behind) =
                behind.split_once('}').ok_or_else(|| NamingError::OpenBrace(self.template.to_owned()))?;
            name.extend_from_slice(before.as_bytes());
            match self.values.iter().find(|(known, _)| *known == field) {
                Some((_, value)) => name.extend_from_slice(value.as_bytes()),
                None if field == "stem" => name.extend_from_slice(stem),
                None => {
                    let known = std::iter::once("stem").chain(self.values.iter().map(|(known, _)| *known));
                    return Err(NamingError::UnknownField(field.to_owned(), known.collect()));
                }
            }
            rest = behind;
        }
        name.extend_from_slice(rest.as_bytes());
        let name = path_from_bytes(&name);
        match name.file_name() {
            Some(_) => Ok(name),
            None => Err(NamingError::NoName(self.template.to_owned())),
        }
    }
}

/// Makes sure that no two files are written to one place, and that none is an input. Outputs come with what messages
/// call the reason for which they are written.
///
/// # Errors
/// The first that is.
pub fn check_outputs<'p>(
    inputs: impl IntoIterator<Item = &'p Path>,
    outputs: &[(String, &'p Path)],
) -> Result<(), NamingError> {
    let inputs: HashSet<_> = inputs.into_iter().filter_map(identity).collect();
    for (_, output) in outputs {
        if identity(output).is_some_and(|output| inputs.contains(&output)) {
            return Err(NamingError::OutputIsInput(output.to_path_buf()));
        }
    }
    if outputs.len() < 2 {
        return Ok(());
    }
    let mut folders: HashMap<&Path, PathBuf> = HashMap::new();
    let (mut files, mut paths) = (HashMap::new(), HashMap::new());
    for (reason, output) in outputs {
        let folder = output.parent().unwrap_or(Path::new(""));
        let real = folders.entry(folder).or_insert_with(|| real_folder(folder));
        let real = real.join(output.file_name().unwrap_or_default());
        let file = identity(output).and_then(|identity| files.insert(identity, reason));
        if let Some(other) = paths.insert(real, reason).or(file) {
            return Err(NamingError::SameOutput(other.clone(), reason.clone(), output.to_path_buf()));
        }
    }
    Ok(())
}

/// What two paths to one regular file have in common; none where there is no such file.
#[cfg(unix)]
fn identity(path: &Path) -> Option<(u64, u64)> {
    use std::os::unix::fs::MetadataExt;
    let metadata = path.metadata().ok().filter(std::fs::Metadata::is_file)?;
    Some((metadata.dev(), metadata.ino()))
}

/// What two paths to one regular file have in common; none where there is no such file.
#[cfg(not(unix))]
fn identity(path: &Path) -> Option<PathBuf> {
    path.canonicalize().ok().filter(|path| path.is_file())
}

/// One spelling for a folder, whether or not it is there yet.
fn real_folder(folder: &Path) -> PathBuf {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let normal = || std::path::absolute(folder).map(|path| path.components().collect());
    folder.canonicalize().or_else(|_| normal()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn templates_are_filled_in_and_unknown_fields_refused() {
        let name = |template| OutName { template, values: vec![("os", "linux"), ("arch", "386")] };
        let apply = |template, input: &str| name(template).apply(Path::new(input));
        assert_eq!(apply("z{stem}_{os}_{arch}.c", "d/chan.goc"), Ok("zchan_linux_386.c".into()));
        let error = apply("{x}.c", "a.goc").unwrap_err().to_string();
        assert_eq!(error, "`--out-name` knows no `{x}`: it takes `{stem}`, `{os}`, `{arch}`");
        assert!(apply("{x.c", "a.goc").is_err());
        assert!(apply("", "a.goc").is_err());
    }

    #[test]
    fn one_place_for_two_files_is_refused() {
        let check = |a: &'static str, b: &'static str| {
            check_outputs([], &[("a".into(), Path::new(a)), ("b".into(), Path::new(b))])
        };
        assert!(matches!(check("out/x.c", "./out/x.c"), Err(NamingError::SameOutput(..))));
        assert_eq!(check("out/x.c", "out/y.c"), Ok(()));
    }

    #[cfg(unix)]
    #[test]
    fn links_to_one_file_are_one_place() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        std::fs::write(path("x"), "").unwrap();
        std::os::unix::fs::symlink("x", path("a")).unwrap();
        std::os::unix::fs::symlink("x", path("b")).unwrap();
        let (a, b) = (path("a"), path("b"));
        assert!(check_outputs([], &[("a".into(), &*a), ("b".into(), &*b)]).is_err());
        assert!(check_outputs([&*path("x")], &[("a".into(), &*a)]).is_err());
    }
}
