//! What can be wrong with the packages of a module that have `.goc` files, beside what goc2c finds in these.

use std::path::PathBuf;

use goc2c::Span;
use goc2c::command::output::{FileError, display};
use goc2c::diagnostic::{Explain, Report};

/// Why packages get nothing.
#[derive(Debug, thiserror::Error)]
pub enum GoError {
    /// A folder or a file could not be read.
    #[error(transparent)]
    Read(#[from] FileError),
    /// A package that uses cgo.
    #[error("{}", .0.message())]
    Cgo(Box<Report>),
    /// A file that stands where one would be made.
    #[error(
        "`{}` is there and was not made by goc2c, and goc2c makes a file of that name from `{goc}`: rename one of them",
        display(.path)
    )]
    Taken {
        /// The file.
        path: PathBuf,
        /// The `.goc` file's name.
        goc: String,
    },
    /// Two files that would become one.
    #[error("`{}` would be made from `{}` and from `{}`: rename one of them", display(.0), .1, .2)]
    Twice(PathBuf, String, String),
}

/// An import of `"C"` in a package that gets Go assembly.
pub struct UsesCgo {
    /// The import's path.
    pub at: Span,
    /// A `.goc` file of the package.
    pub goc: String,
}

impl Explain for UsesCgo {
    fn span(&self) -> Span {
        self.at
    }

    fn code(&self) -> &'static str {
        "goc-beside-cgo"
    }

    fn message(&self) -> String {
        format!(
            "this package uses cgo and has `{}`: the go command takes no Go assembly in such a package",
            self.goc
        )
    }

    fn label(&self) -> String {
        "cgo".into()
    }

    fn notes(&self) -> Vec<String> {
        vec![
            "move one of the two to a package of its own, or leave this file out by `//go:build !cgo`".into(),
        ]
    }
}
