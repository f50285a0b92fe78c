//! What a run is asked for, as one value, and whether its parts go together.

use crate::platform::{Platform, arches_with_digit};
use crate::product::Product;
use crate::release::{Release, Traits};

/// What to write and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// Whose files are written.
    pub release: Release,
    /// The platform that they are for.
    pub platform: Platform,
    /// The structs of the release (`zasm`).
    pub usual_structs: bool,
    /// More structs (`zasm`).
    pub structs: Vec<StructPrefix>,
    /// Whether sizes are written beside the offsets (`zasm`).
    pub sizes: bool,
    /// The form of offsets and constants (`zasm`).
    pub form: Form,
    /// The package of Go constants (`zasm`, [`Form::Go`]).
    pub package: String,
    /// The experiments that the tool chain was built with.
    pub experiment: String,
    /// Whether a warning is an error.
    pub strict: bool,
    /// How many faults are kept; the rest are counted.
    pub max_faults: usize,
}

/// A struct and the prefix of its fields' names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StructPrefix {
    /// The struct's name in C.
    pub name: String,
    /// The prefix, without the `_` after it.
    pub prefix: String,
}

/// The form of offsets and constants.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Form {
    /// `#define`, after what the release's assembly files need.
    #[default]
    C,
    /// Go constants.
    Go,
    /// A JSON object.
    Json,
}

impl Default for Options {
    /// The default release on this machine.
    fn default() -> Self {
        Options {
            release: Release::default(),
            platform: Platform::host(),
            usual_structs: true,
            structs: Vec::new(),
            sizes: false,
            form: Form::default(),
            package: "runtime".into(),
            experiment: String::new(),
            strict: false,
            max_faults: usize::MAX,
        }
    }
}

/// Options that do not go together.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum OptionsError {
    /// A system or architecture that is no word.
    #[error("`--{0}` takes a word of letters, digits and `_`, not `{text}`", text = .1.escape_debug())]
    NotAWord(&'static str, String),
    /// A name that C and Go cannot have.
    #[error("`--{0}` takes names of C and Go, and `{text}` is none", text = .1.escape_debug())]
    NotAName(&'static str, String),
    /// A platform whose thread-local storage the release does not know.
    #[error("release `{1}` knows no platform `{0}`: there are {known}", known = known_platforms(*.1))]
    UnknownPlatform(Platform, Release),
    /// A file that came with a later release.
    #[error("`{0}` came with release `{1}`: `--dialect {1}`")]
    ProductSince(Product, Release),
    /// An architecture without a digit.
    #[error("architecture `{0}` has no digit: `--arch` takes {known}", known = known_arches())]
    NoDigit(String),
}

impl Options {
    /// The release's facts.
    pub fn traits(&self) -> &'static Traits {
        self.release.traits()
    }

    /// Whether the options can be used for a product; the generators ask this first.
    ///
    /// # Errors
    /// The first thing that is wrong.
    pub fn check(&self, product: Product) -> Result<(), OptionsError> {
        let Platform { os, arch } = &self.platform;
        for (what, word) in [("os", os), ("arch", arch)] {
            if word.is_empty() || !word.bytes().all(is_name_byte) {
                return Err(OptionsError::NotAWord(what, word.clone()));
            }
        }
        let named = self.structs.iter().flat_map(|row| [("struct", &row.name), ("struct", &row.prefix)]);
        for (what, name) in named.chain([("package", &self.package)]) {
            if !is_name(name.as_bytes()) {
                return Err(OptionsError::NotAName(what, name.clone()));
            }
        }
        if let Some(since) = product.since().filter(|since| self.release < *since) {
            return Err(OptionsError::ProductSince(product, since));
        }
        match product {
            Product::Zasm if self.form == Form::C => self.tls_header().map(|_| ()),
            _ => Ok(()),
        }
    }

    /// The lines that open `zasm`.
    ///
    /// # Errors
    /// A platform that the release's table has no row for.
    pub fn tls_header(&self) -> Result<&'static str, OptionsError> {
        let Platform { os, arch } = &self.platform;
        let mut rows = self.traits().tls.iter();
        rows.find(|row| row.arch == arch && row.os.is_none_or(|row| row == os))
            .map(|row| row.text)
            .ok_or_else(|| OptionsError::UnknownPlatform(self.platform.clone(), self.release))
    }

    /// The architecture's digit.
    ///
    /// # Errors
    /// An architecture that has none.
    pub fn digit(&self) -> Result<char, OptionsError> {
        crate::platform::digit(&self.platform.arch)
            .ok_or_else(|| OptionsError::NoDigit(self.platform.arch.clone()))
    }
}

/// Whether C and Go can have it for a name.
pub(crate) fn is_name(name: &[u8]) -> bool {
    name.first().is_some_and(|first| !first.is_ascii_digit()) && name.iter().copied().all(is_name_byte)
}

fn is_name_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

/// The platforms of a release, for a message.
fn known_platforms(release: Release) -> String {
    let known = release.traits().tls.iter().map(|row| format!("{}/{}", row.os.unwrap_or("any"), row.arch));
    known.collect::<Vec<_>>().join(", ")
}

/// The architectures that have a digit, for a message.
fn known_arches() -> String {
    arches_with_digit().collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn options(release: Release, os: &str, arch: &str) -> Options {
        Options { release, platform: Platform::new(os, arch), ..Options::default() }
    }

    #[test]
    fn a_platform_needs_a_row_in_its_releases_table() {
        let check = |release, os, arch| options(release, os, arch).check(Product::Zasm);
        assert_eq!(check(Release::Weekly, "plan9", "arm"), Ok(()));
        assert_eq!(check(Release::Go13, "nacl", "amd64p32"), Ok(()));
        assert_eq!(
            check(Release::Go12, "linux", "amd64p32").unwrap_err().to_string(),
            "release `go1.2` knows no platform `linux/amd64p32`: there are windows/386, plan9/386, linux/386, \
             any/386, windows/amd64, plan9/amd64, linux/amd64, any/amd64, any/arm"
        );
        assert_eq!(options(Release::Go12, "linux", "mips").check(Product::Zgoarch), Ok(()));
        assert!(check(Release::Go14, "li\nnux", "arm").unwrap_err().to_string().contains("`--os`"));
    }

    #[test]
    fn a_product_needs_its_release() {
        let error = options(Release::Go11, "linux", "arm").check(Product::Zsys).unwrap_err().to_string();
        assert_eq!(error, "`zsys` came with release `go1.2`: `--dialect go1.2`");
    }

    #[test]
    fn prefixes_are_names() {
        let row = |name: &str, prefix: &str| StructPrefix { name: name.into(), prefix: prefix.into() };
        let with = |row| Options { structs: vec![row], ..options(Release::Go12, "linux", "arm") };
        assert_eq!(with(row("Hmap", "hmap")).check(Product::Zasm), Ok(()));
        assert!(with(row("Hmap", "1")).check(Product::Zasm).is_err());
        assert!(with(row("", "x")).check(Product::Zasm).is_err());
    }
}
