//! The names of outputs: one rule for a folder of them.

use std::collections::{HashMap, HashSet};
use std::ffi::OsStr;
use std::fmt;
use std::path::{Path, PathBuf};

use super::output::Destination;

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
    /// Two inputs would be written to the same file.
    SameOutput(PathBuf, PathBuf, PathBuf),
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
            NamingError::SameOutput(a, b, output) => write!(
                f,
                "`{}` and `{}` would both be written to `{}`: give them folders of their own",
                a.display(),
                b.display(),
                output.display()
            ),
            NamingError::OutputIsInput(path) => {
                write!(f, "the output `{}` is an input: choose another name", path.display())
            }
        }
    }
}

impl OutName<'_> {
    /// The output's file name for an input.
    ///
    /// # Errors
    /// A template with an unknown name in braces.
    pub fn apply(&self, input: &Path) -> Result<String, NamingError> {
        let stem = input.file_stem().map(OsStr::to_string_lossy).unwrap_or_default();
        let mut name = String::new();
        let mut rest = self.template;
        while let Some((before, behind)) = rest.split_once('{') {
            let (field, behind) =
                behind.split_once('}').ok_or_else(|| NamingError::OpenBrace(self.template.to_owned()))?;
            name += before;
            name += match self.values.iter().find(|(known, _)| *known == field) {
                Some((_, value)) => value,
                None if field == "stem" => &stem,
                None => {
                    let known = std::iter::once("stem").chain(self.values.iter().map(|(known, _)| *known));
                    return Err(NamingError::UnknownField(field.to_owned(), known.collect()));
                }
            };
            rest = behind;
        }
        Ok(name + rest)
    }
}

/// Makes sure that no two inputs go to one output, and that no output is an input.
///
/// # Errors
/// The first such pair.
pub fn check_outputs<'p>(
    pairs: impl IntoIterator<Item = (&'p Path, &'p Destination)> + Clone,
) -> Result<(), NamingError> {
    let inputs: HashSet<_> = pairs.clone().into_iter().filter_map(|(input, _)| identity(input)).collect();
    let outputs = || pairs.clone().into_iter().filter_map(|(input, output)| Some((input, output.file()?)));
    for (_, output) in outputs() {
        if identity(output).is_some_and(|output| inputs.contains(&output)) {
            return Err(NamingError::OutputIsInput(output.to_owned()));
        }
    }
    if outputs().nth(1).is_none() {
        return Ok(());
    }
    let mut folders: HashMap<&Path, PathBuf> = HashMap::new();
    let mut taken: HashMap<PathBuf, &Path> = HashMap::new();
    for (input, output) in outputs() {
        let folder = output.parent().unwrap_or(Path::new(""));
        let real = folders.entry(folder).or_insert_with(|| real_folder(folder));
        if let Some(other) = taken.insert(real.join(output.file_name().unwrap_or_default()), input) {
            return Err(NamingError::SameOutput(other.to_owned(), input.to_owned(), output.to_owned()));
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
        assert_eq!(
            name("z{stem}_{os}_{arch}.c").apply(Path::new("d/chan.goc")).unwrap(),
            "zchan_linux_386.c"
        );
        let error = name("{x}.c").apply(Path::new("a.goc")).unwrap_err().to_string();
        assert_eq!(error, "`--out-name` knows no `{x}`: it takes `{stem}`, `{os}`, `{arch}`");
        assert!(name("{x.c").apply(Path::new("a.goc")).is_err());
    }

    #[test]
    fn one_output_for_two_inputs_is_refused() {
        let file = |path: &str| Destination::File(path.into());
        let (a, b) = (file("out/x.c"), file("./out/x.c"));
        let pairs = [(Path::new("1/x.goc"), &a), (Path::new("2/x.goc"), &b)];
        assert!(matches!(check_outputs(pairs), Err(NamingError::SameOutput(..))));
        let b = file("out/y.c");
        assert_eq!(check_outputs([(Path::new("1/x.goc"), &a), (Path::new("2/y.goc"), &b)]), Ok(()));
    }
}
