//! What a translation is asked for, as one value.

use crate::dialect::{Dialect, Headers};
use crate::target::{self, Arch, Target};
use crate::unknown::UnknownName;

/// What to write and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// Whose output is written.
    pub dialect: Dialect,
    /// For which compiler.
    pub target: Target,
    /// Go's name of the system; it stands in the leading comment.
    pub os: String,
    /// Go's name of the architecture. The frame depends on it for plan9; gcc's C does not.
    pub arch: String,
    /// What a gcc symbol has in place of the package's name.
    pub pkgpath: Option<String>,
    /// What a gcc symbol has before the package's name; of no effect with `pkgpath`.
    pub prefix: Option<String>,
    /// Whether `#line` is written.
    pub line_directives: bool,
    /// Prefixes of file names and what `#line` has for them; of those that fit, the last counts.
    pub prefix_maps: Vec<(String, String)>,
    /// How many faults of a file are kept; the rest are counted.
    pub max_faults: usize,
}

impl Default for Options {
    /// The dialect of `cmd/dist`'s first weekly for 6c and its kin on this machine; all faults.
    fn default() -> Self {
        Options {
            dialect: Dialect::default(),
            target: Target::default(),
            os: target::host_os().into(),
            arch: target::host_arch().into(),
            pkgpath: None,
            prefix: None,
            line_directives: true,
            prefix_maps: Vec::new(),
            max_faults: usize::MAX,
        }
    }
}

/// Options that do not go together.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum OptionsError {
    /// A gccgo dialect with the target plan9.
    #[error("dialect `{0}` writes C for gcc only: leave out `--target plan9`")]
    GccOnly(Dialect),
    /// An architecture whose frame is not known.
    #[error("{0}; C for gcc needs none: `--target gcc`")]
    UnknownArch(#[from] UnknownName),
    /// An architecture that came with a later dialect.
    #[error(
        "`{0}` came with dialect `{since}`, and this is `{1}`: `--dialect {since}`",
        since = .0.since
    )]
    ArchSince(&'static Arch, Dialect),
    /// A frame report for gcc.
    #[error("a frame report needs `--target plan9`: C for gcc leaves the frame to gcc")]
    NoFrame,
    /// What only a dialect with Go's headers has, asked of another.
    #[error("dialect `{0}` does not know the types of Go: `--dialect {known}`", known = Dialect::Gccgo11)]
    NoGoSide(Dialect),
    /// A system or architecture that is no word.
    #[error("`--{0}` takes a word of letters, digits and `_`, not `{text}`", text = .1.escape_debug())]
    NotAWord(&'static str, String),
    /// A package path or prefix that cannot stand in a C string.
    #[error("`--{0}` cannot hold a quote, a backslash or a newline: `{text}`", text = .1.escape_debug())]
    NotASymbol(&'static str, String),
    /// A package path of which gccgo makes what no assembler takes.
    #[error(
        "gccgo can assemble no package whose path is `{0}`: put a folder before it, as `example.com/{0}`, \
         or let it start with a letter"
    )]
    DigitPath(String),
}

impl Options {
    /// Whether the options go together; [`crate::transpile`] asks this first.
    ///
    /// # Errors
    /// The first pair that does not.
    pub fn check(&self) -> Result<(), OptionsError> {
        for (what, word) in [("os", &self.os), ("arch", &self.arch)] {
            if word.is_empty() || !word.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_') {
                return Err(OptionsError::NotAWord(what, word.clone()));
            }
        }
        for (what, text) in [("go-pkgpath", &self.pkgpath), ("go-prefix", &self.prefix)] {
            if let Some(text) = text.as_ref().filter(|text| text.contains(['"', '\\', '\n', '\0'])) {
                return Err(OptionsError::NotASymbol(what, text.clone()));
            }
        }
        let is_digit_path = |path: &&String| {
            path.starts_with(|first: char| first.is_ascii_digit())
                && path.bytes().all(|byte| byte.is_ascii_alphanumeric())
        };
        if let (Headers::Go, Some(path)) =
            (self.dialect.traits().headers, self.pkgpath.as_ref().filter(is_digit_path))
        {
            return Err(OptionsError::DigitPath(path.clone()));
        }
        if self.target == Target::Gcc {
            return Ok(());
        }
        if self.dialect.is_gccgo() {
            return Err(OptionsError::GccOnly(self.dialect));
        }
        let arch: &Arch = self.arch.parse()?;
        if self.dialect < arch.since { Err(OptionsError::ArchSince(arch, self.dialect)) } else { Ok(()) }
    }

    /// Whether they fit what needs a header's types in Go.
    ///
    /// # Errors
    /// As [`Options::check`]; also with a dialect whose headers are not Go's.
    pub fn check_go_side(&self) -> Result<(), OptionsError> {
        match self.dialect.traits().headers {
            Headers::Go => self.check(),
            Headers::Words => Err(OptionsError::NoGoSide(self.dialect)),
        }
    }

    /// What `#line` calls a file.
    pub fn file_name(&self, name: &[u8]) -> Vec<u8> {
        let mapped = self
            .prefix_maps
            .iter()
            .rev()
            .find_map(|(old, new)| Some([new.as_bytes(), name.strip_prefix(old.as_bytes())?].concat()));
        mapped.unwrap_or_else(|| name.to_vec())
    }

    /// The architecture whose frame layout matters: none for gcc.
    pub fn frame_arch(&self) -> Option<&'static Arch> {
        match self.target {
            Target::Plan9 => self.arch.parse().ok(),
            Target::Gcc => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn options(dialect: Dialect, target: Target, arch: &str) -> Options {
        Options { dialect, target, arch: arch.into(), ..Options::default() }
    }

    #[test]
    fn only_pairs_that_go_together_pass() {
        assert_eq!(options(Dialect::Go13, Target::Plan9, "amd64p32").check(), Ok(()));
        assert_eq!(options(Dialect::Gccgo5, Target::Gcc, "arm64").check(), Ok(()));
        let error = |dialect, target, arch| options(dialect, target, arch).check().unwrap_err().to_string();
        assert!(error(Dialect::Go12, Target::Plan9, "amd64p32").contains("came with dialect `go1.3`"));
        assert!(error(Dialect::Weekly, Target::Plan9, "arm64").contains("`386`, `amd64`, `arm`"));
        assert!(error(Dialect::Gccgo46, Target::Plan9, "amd64").contains("gcc only"));
        assert!(error(Dialect::Weekly, Target::Gcc, "a\nb").contains("--arch"));
        let at = |dialect, path: &str| {
            Options { pkgpath: Some(path.into()), ..options(dialect, Target::Gcc, "amd64") }.check()
        };
        assert_eq!(at(Dialect::Gccgo11, "3dlib"), Err(OptionsError::DigitPath("3dlib".into())));
        assert_eq!(at(Dialect::Gccgo11, "3d/lib"), Ok(()));
        assert_eq!(at(Dialect::Gccgo5, "3dlib"), Ok(()));
    }
}
