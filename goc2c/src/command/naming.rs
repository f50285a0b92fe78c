//! The names of outputs: one rule for a folder of them.

use std::collections::{HashMap, HashSet};
use std::path::{Component, Path, PathBuf};

use super::file::{bytes_of, display, identity, path_from_bytes};
use super::template::{self, TemplateError, in_braces};

/// A template such as `z{stem}_{os}_{arch}.c`, or none: `{stem}.c`.
#[derive(Debug, Clone)]
pub struct OutName<'t> {
    /// The template.
    pub template: &'t str,
    /// What each name in braces stands for, but for `stem`.
    pub values: Vec<(&'static str, &'t str)>,
}

/// A command line whose outputs cannot be named.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum NamingError {
    /// A name in braces that means nothing, and those that do.
    #[error("`--out-name` knows no `{{{0}}}`: it takes {known}", known = in_braces(.1))]
    UnknownName(String, Vec<String>),
    /// A template with a `{` without its `}`.
    #[error("`--out-name {0}` has a `{{` without its `}}`")]
    OpenBrace(String),
    /// Two things would be written to the same file.
    #[error("{0} and {1} would both be written to `{output}`: give each a place of its own", output = display(.2))]
    SameOutput(String, String, PathBuf),
    /// A template that gives no name.
    #[error("`--out-name {0}` gives no file name")]
    NoName(String),
    /// A template, and what it gives: a path that leads out of the folder that it starts from.
    #[error(
        "`--out-name {0}` leads out of the output folder, to `{path}`: write a name, or one in a folder below, and \
         `--out-dir` for another place",
        path = display(.1)
    )]
    LeadsOutside(String, PathBuf),
    /// An output that is an input.
    #[error("the output `{}` is an input: choose another name", display(.0))]
    OutputIsInput(PathBuf),
}

impl OutName<'_> {
    /// The output's file name for an input; it may be in a folder below the output folder.
    ///
    /// # Errors
    /// A template that cannot be filled in, or that gives no name, or one outside the output folder.
    pub fn apply(&self, input: &Path) -> Result<PathBuf, NamingError> {
        let stem = input.file_stem().map(bytes_of).unwrap_or_default();
        let mut values = vec![("stem", stem)];
        values.extend(self.values.iter().map(|(name, value)| (*name, value.as_bytes())));
        let template = || self.template.to_owned();
        let name = template::expand(self.template, &values).map_err(|error| match error {
            TemplateError::UnknownName(name, known) => NamingError::UnknownName(name, known),
            TemplateError::OpenBrace => NamingError::OpenBrace(template()),
        })?;
        let name = path_from_bytes(&name);
        if !name.components().all(|part| matches!(part, Component::Normal(_) | Component::CurDir)) {
            return Err(NamingError::LeadsOutside(template(), name));
        }
        match name.file_name() {
            Some(_) => Ok(name),
            None => Err(NamingError::NoName(template())),
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
        assert_eq!(
            apply("{x.c", "a.goc").unwrap_err().to_string(),
            "`--out-name {x.c` has a `{` without its `}`"
        );
        assert!(apply("", "a.goc").is_err());
    }

    #[test]
    fn a_name_may_be_in_a_folder_below_and_nowhere_else() {
        let apply = |template, input: &str| OutName { template, values: vec![] }.apply(Path::new(input));
        assert_eq!(apply("sub/./{stem}.c", "a.goc"), Ok("sub/a.c".into()));
        for (template, input) in [
            ("/tmp/{stem}.c", "a.goc"),
            ("../{stem}.c", "a.goc"),
            ("x/../../{stem}.c", "a"),
            ("{stem}/x.c", "...goc"),
        ] {
            assert!(matches!(apply(template, input), Err(NamingError::LeadsOutside(..))), "{template}");
        }
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
