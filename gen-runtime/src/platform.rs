//! A platform: Go's names of a system and an architecture, and what follows from a name alone.
//!
//! Which platforms a release knows is a fact of the release: [`Traits::tls`](crate::Traits::tls).

use std::fmt;

/// The digits of the architectures: in the names of their programs, as `6c`, and of their files, as `anames6.c`.
/// Architectures that share a compiler share its digit.
const DIGITS: [(&str, char); 4] = [("386", '8'), ("amd64", '6'), ("amd64p32", '6'), ("arm", '5')];

/// A system and an architecture, by Go's names for them.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Platform {
    /// The system, as in `$GOOS`.
    pub os: String,
    /// The architecture, as in `$GOARCH`.
    pub arch: String,
}

impl Platform {
    /// The platform of these names.
    pub fn new(os: impl Into<String>, arch: impl Into<String>) -> Self {
        Platform { os: os.into(), arch: arch.into() }
    }

    /// The platform that this program was built for.
    pub fn host() -> Self {
        Platform::new(goc2c::host_os(), goc2c::host_arch())
    }

    /// The digit of its architecture, if that has one.
    pub fn digit(&self) -> Option<char> {
        digit(&self.arch)
    }
}

impl fmt::Display for Platform {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.os, self.arch)
    }
}

/// The digit of an architecture, if it has one: those that came after go1.4 have none.
pub fn digit(arch: &str) -> Option<char> {
    DIGITS.iter().find(|(name, _)| *name == arch).map(|&(_, digit)| digit)
}

/// The architecture that compilers of a digit were made for.
pub fn arch_of(digit: char) -> Option<&'static str> {
    DIGITS.iter().find(|(_, known)| *known == digit).map(|&(arch, _)| arch)
}

/// The architectures that have a digit.
pub fn arches_with_digit() -> impl Iterator<Item = &'static str> {
    DIGITS.iter().map(|&(arch, _)| arch)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_architecture_has_its_compilers_digit() {
        let digits: Vec<_> = arches_with_digit().map(digit).collect();
        assert_eq!(digits, [Some('8'), Some('6'), Some('6'), Some('5')]);
        assert_eq!(digit("arm64"), None);
        assert_eq!(Platform::new("linux", "arm").digit(), Some('5'));
    }

    #[test]
    fn a_platform_reads_as_go_writes_it() {
        assert_eq!(Platform::new("plan9", "386").to_string(), "plan9/386");
        assert_eq!(Platform::host().os, goc2c::host_os());
    }
}
