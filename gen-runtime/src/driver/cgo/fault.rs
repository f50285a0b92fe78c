//! What can be wrong with a package's flags for C, at a place of its Go files.

use goc2c::Span;
use goc2c::diagnostic::{Explain, quote_bytes};
use goc2c::gopkg::cgo::Verb;

/// A fault of a `#cgo` line, or of what it leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CgoFault {
    /// A flag that may not be passed on.
    RefusedFlag {
        /// The word, or the package of pkg-config that asks for it.
        at: Span,
        /// What the flag is for.
        verb: Verb,
        /// Whether it comes from pkg-config.
        told: bool,
        /// The flag.
        flag: Vec<u8>,
    },
    /// A folder with signs in its path that no flag may have.
    UnsafeFolder {
        /// The word that names it.
        at: Span,
        /// Its path.
        folder: Vec<u8>,
    },
    /// A name that pkg-config could take for something else.
    BadPkgName {
        /// The name.
        at: Span,
        /// Its text.
        name: Vec<u8>,
    },
    /// pkg-config failed.
    PkgConfig {
        /// The line.
        at: Span,
        /// What was run.
        words: String,
        /// What it said.
        said: String,
    },
}

impl CgoFault {
    /// Says where a fault stands that is known by what was asked for there.
    pub fn stand_at(&mut self, place: Span) {
        match self {
            CgoFault::RefusedFlag { at, .. }
            | CgoFault::UnsafeFolder { at, .. }
            | CgoFault::BadPkgName { at, .. }
            | CgoFault::PkgConfig { at, .. } => *at = place,
        }
    }
}

impl Explain for CgoFault {
    fn span(&self) -> Span {
        match *self {
            CgoFault::RefusedFlag { at, .. }
            | CgoFault::UnsafeFolder { at, .. }
            | CgoFault::BadPkgName { at, .. }
            | CgoFault::PkgConfig { at, .. } => at,
        }
    }

    fn code(&self) -> &'static str {
        match self {
            CgoFault::RefusedFlag { .. } => "refused-flag",
            CgoFault::UnsafeFolder { .. } => "unsafe-folder",
            CgoFault::BadPkgName { .. } => "bad-pkg-name",
            CgoFault::PkgConfig { .. } => "pkg-config",
        }
    }

    fn message(&self) -> String {
        match self {
            CgoFault::RefusedFlag { verb, told, flag, .. } => {
                let from = match (told, verb) {
                    (false, verb) => format!("#cgo {}", verb.name()),
                    (true, Verb::LdFlags) => "pkg-config --libs".into(),
                    (true, _) => "pkg-config --cflags".into(),
                };
                format!("invalid flag in {from}: `{}`", quote_bytes(flag))
            }
            CgoFault::UnsafeFolder { folder, .. } => {
                format!("`{}` has signs that no word of `#cgo` may have", quote_bytes(folder))
            }
            CgoFault::BadPkgName { name, .. } => {
                format!("`{}` can be no package of pkg-config", quote_bytes(name))
            }
            CgoFault::PkgConfig { words, said, .. } => format!("`{words}`: {said}"),
        }
    }

    fn label(&self) -> String {
        match self {
            CgoFault::RefusedFlag { told: false, .. } => "refused".into(),
            CgoFault::RefusedFlag { .. } | CgoFault::PkgConfig { .. } => "asked for here".into(),
            CgoFault::UnsafeFolder { .. } => "named here".into(),
            CgoFault::BadPkgName { .. } => "a name belongs here".into(),
        }
    }

    fn notes(&self) -> Vec<String> {
        vec![match self {
            CgoFault::RefusedFlag { verb: Verb::PkgConfig, .. } => {
                "only flags that choose packages and their places are passed on to pkg-config".into()
            }
            CgoFault::RefusedFlag { verb, .. } => format!(
                "only flags are passed on that are known to be harmless; nothing was run. If you trust the package, \
                 `CGO_{}_ALLOW` is an expression for more of them",
                verb.name()
            ),
            CgoFault::UnsafeFolder { .. } => {
                "move the package to a folder whose path has none but letters, digits and `+-.,/=_:$@%!~^`"
                    .into()
            }
            CgoFault::BadPkgName { .. } => {
                "a name starts with a letter, a digit, `.`, `_` or `/`; flags start with `--`".into()
            }
            CgoFault::PkgConfig { .. } => {
                "install what has the package's .pc file, or name its folder in `PKG_CONFIG_PATH`; \
                 `PKG_CONFIG` names another program"
                    .into()
            }
        }]
    }
}
