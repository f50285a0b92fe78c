//! Platforms: Go's names of a system and an architecture, and what follows from them. Unaware of releases.

use std::fmt;

/// A system and an architecture, by Go's names.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Platform {
    /// The system, as `linux`.
    pub os: String,
    /// The architecture, as `amd64`.
    pub arch: String,
}

impl Platform {
    /// This machine's.
    pub fn host() -> Platform {
        Platform { os: goc2c::host_os().into(), arch: goc2c::host_arch().into() }
    }
}

impl fmt::Display for Platform {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.os, self.arch)
    }
}

/// The digits of the architectures in names such as `6c` and `anames6`; kin share one.
const DIGITS: [(&str, char); 4] = [("386", '8'), ("amd64", '6'), ("amd64p32", '6'), ("arm", '5')];

/// The digit of an architecture.
pub fn digit(arch: &str) -> Option<char> {
    DIGITS.iter().find(|(name, _)| *name == arch).map(|&(_, digit)| digit)
}
