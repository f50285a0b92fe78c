//! Which release a tree is of: by its version, else by the files that it has. A tree that is none of the releases that
//! are known takes the nearest one's facts, and it is said what was assumed.
//!
//! A release is a row of `TABLE`. Unaware of how a version is found.

use std::fmt;
use std::path::{Path, PathBuf};

use goc2c::command::output::display;

use crate::Release;

/// How a release's trees are known.
struct Row {
    /// The version that the facts were read off.
    version: &'static str,
    /// A file that it has and the releases before have not.
    file: &'static str,
}

/// The rows in the order of [`Release`]'s variants.
const TABLE: [Row; 6] = [
    Row { version: "weekly.2012-02-07", file: "src/pkg/runtime/runtime.h" },
    Row { version: "go1.0.3", file: "src/cmd/go/env.go" },
    Row { version: "go1.1.2", file: "src/cmd/gc/racewalk.c" },
    Row { version: "go1.2.2", file: "src/cmd/gc/popt.h" },
    Row { version: "go1.3.3", file: "include/link.h" },
    Row { version: "go1.4", file: "src/runtime/runtime.h" },
];

/// The release that a tree is taken for, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guess {
    /// The release.
    pub release: Release,
    /// Why it is that one.
    pub by: By,
}

/// What tells a release.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum By {
    /// The version is the one that the release's facts were read off.
    Version(String),
    /// The version is another one of that release.
    Near(String),
    /// The version names none, or there is none: the tree has that file, and none that came later.
    File(Option<String>, &'static str),
}

/// Why no release is known of a tree.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoRelease {
    /// It came after the releases that a C compiler builds.
    #[error(
        "the tree is of `{0}`, which is written in Go: its own src/make.bash builds it, with an older Go in \
         $GOROOT_BOOTSTRAP; `dist` is for go1.4 and before"
    )]
    Newer(String),
    /// It is no tree of Go.
    #[error(
        "`{}` is no tree of an old Go: it has none of their files; `--dialect NAME` tells which it is of",
        display(.0)
    )]
    NoTree(PathBuf),
}

impl NoRelease {
    /// A name for programs.
    pub fn code(&self) -> &'static str {
        match self {
            NoRelease::Newer(_) => "newer-release",
            NoRelease::NoTree(_) => "no-release",
        }
    }
}

/// What a version says by itself.
enum Named {
    Release(Release),
    Newer,
    Nothing,
}

/// Guesses which release the tree in a folder is of.
///
/// # Errors
/// See [`NoRelease`].
pub fn guess(goroot: &Path, version: Option<&str>) -> Result<Guess, NoRelease> {
    // What comes after a blank is where a tree has gone on since a tag.
    let named = version.map_or(Named::Nothing, |text| named(text.split([' ', '\n']).next().unwrap_or(text)));
    match (named, version) {
        (Named::Newer, Some(version)) => Err(NoRelease::Newer(version.to_owned())),
        (Named::Release(release), Some(version)) => {
            let known = TABLE[release as usize].version == version;
            let by = if known { By::Version } else { By::Near };
            Ok(Guess { release, by: by(version.to_owned()) })
        }
        _ => {
            let newest = Release::ALL.into_iter().rev();
            let mut found = newest.map(|release| (release, TABLE[release as usize].file));
            let found = found.find(|(_, file)| goroot.join(file).is_file());
            let (release, file) = found.ok_or_else(|| NoRelease::NoTree(goroot.to_owned()))?;
            Ok(Guess { release, by: By::File(version.map(str::to_owned), file) })
        }
    }
}

/// The release that a version such as `go1.4.3` or `go1.4-bootstrap` names.
fn named(version: &str) -> Named {
    if version.starts_with("weekly.") {
        return Named::Release(Release::Weekly);
    }
    let Some(numbers) = version.strip_prefix("go") else { return Named::Nothing };
    let (first, rest) = number(numbers);
    let second = match (first, rest.strip_prefix('.').map(number)) {
        (Some(1), Some((Some(second), _))) => second,
        (Some(1), None) => 0,
        (Some(2..), _) => return Named::Newer,
        _ => return Named::Nothing,
    };
    // The weekly comes first.
    Release::ALL.get(second + 1).map_or(Named::Newer, |release| Named::Release(*release))
}

/// The number that a text starts with, and what comes after.
fn number(text: &str) -> (Option<usize>, &str) {
    let end = text.find(|char: char| !char.is_ascii_digit()).unwrap_or(text.len());
    (text[..end].parse().ok(), &text[end..])
}

impl fmt::Display for Guess {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Guess { release, by } = self;
        match by {
            By::Version(version) => return write!(f, "the tree is of {release}: its version is `{version}`"),
            By::Near(version) => {
                let known = TABLE[*release as usize].version;
                write!(f, "the tree's version is `{version}`: it is built as {known} was")?;
            }
            By::File(version, file) => {
                match version {
                    Some(version) => write!(f, "the tree's version `{version}` names no release")?,
                    None => write!(f, "the tree tells no version")?,
                }
                write!(f, ": it is taken for {release}, as it has `{file}` and nothing newer")?;
            }
        }
        write!(f, "; `--dialect NAME` says otherwise")
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn said(version: Option<&str>, files: &[&str]) -> String {
        let folder = tempfile::tempdir().unwrap();
        for file in files {
            let path = folder.path().join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "").unwrap();
        }
        match guess(folder.path(), version) {
            Ok(guess) => guess.to_string(),
            Err(error) => error.to_string().replace(folder.path().to_str().unwrap(), "TREE"),
        }
    }

    #[test]
    fn a_version_tells_a_release() {
        let release = |version| guess(Path::new("/none"), Some(version)).map(|guess| guess.release);
        for (row, known) in TABLE.iter().zip(Release::ALL) {
            assert_eq!(release(row.version), Ok(known));
        }
        for (version, known) in [("go1", Release::Go10), ("go1.1beta1", Release::Go11)] {
            assert_eq!(release(version), Ok(known));
        }
        assert_eq!(said(Some("go1.4"), &[]), "the tree is of go1.4: its version is `go1.4`");
        assert_eq!(
            said(Some("go1.4-bootstrap-20171003"), &[]),
            "the tree's version is `go1.4-bootstrap-20171003`: it is built as go1.4 was; `--dialect NAME` says \
             otherwise"
        );
        for version in ["go1.5", "go1.19.8", "go2"] {
            assert_eq!(release(version), Err(NoRelease::Newer(version.into())));
        }
    }

    #[test]
    fn else_the_files_tell_it() {
        let files = ["src/pkg/runtime/runtime.h", "src/cmd/gc/popt.h"];
        assert_eq!(
            said(Some("devel +0123"), &files),
            "the tree's version `devel +0123` names no release: it is taken for go1.2, as it has \
             `src/cmd/gc/popt.h` and nothing newer; `--dialect NAME` says otherwise"
        );
        assert!(said(None, &files[..1]).starts_with("the tree tells no version: it is taken for weekly"));
        assert!(said(Some("gopher"), &[]).starts_with("`TREE` is no tree of an old Go"));
    }
}
