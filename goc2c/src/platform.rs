//! A platform: Go's names of a system and an architecture.

use std::fmt;

use crate::target::{host_arch, host_os};

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
        Platform::new(host_os(), host_arch())
    }
}

impl fmt::Display for Platform {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.os, self.arch)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_platform_reads_as_go_writes_it() {
        assert_eq!(Platform::new("plan9", "386").to_string(), "plan9/386");
        assert_eq!(Platform::host().os, host_os());
    }
}
