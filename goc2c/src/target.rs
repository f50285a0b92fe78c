//! The targets: for which compiler C is written, and the architectures whose frames are known.
//!
//! Sizes of pointers, of `int` and the struct round come from the page of sizes of the Plan 9
//! compilers (6c, 8c, 5c and their kin); gcc's C needs none of them.

use std::fmt;
use std::str::FromStr;

use crate::dialect::Dialect;
use crate::unknown::UnknownName;

/// The compiler that takes the C.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Target {
    /// 6c, 8c, 5c: arguments and results in one parameter list.
    #[default]
    Plan9,
    /// gcc: symbols by `asm`, several results as a returned struct.
    Gcc,
}

/// An architecture whose frame layout is known.
#[derive(Debug, PartialEq, Eq)]
pub struct Arch {
    /// Go's name for it.
    pub name: &'static str,
    /// Bytes of a pointer.
    pub pointer: usize,
    /// Bytes of `int` from go1.1 on; 4 in every dialect before.
    pub int: usize,
    /// Bytes to which the results' start, and no alignment beyond it, is rounded.
    pub struct_round: usize,
    /// The first dialect that knows it, where that was not the first of all.
    pub since: Dialect,
}

const fn arch(name: &'static str, pointer: usize, int: usize, struct_round: usize) -> Arch {
    Arch { name, pointer, int, struct_round, since: Dialect::R60 }
}

/// The architectures, in the order in which messages list them.
pub const ARCHES: [Arch; 6] = [
    arch("386", 4, 4, 4),
    arch("amd64", 8, 8, 8),
    arch("arm", 4, 4, 4),
    Arch { since: Dialect::Go13, ..arch("amd64p32", 4, 4, 8) },
    arch("power64", 8, 8, 8),
    arch("power64le", 8, 8, 8),
];

/// The systems that the names of Go files tell of (`go tool dist list`, and those that it had once).
pub const SYSTEMS: [&str; 18] = [
    "aix",
    "android",
    "darwin",
    "dragonfly",
    "freebsd",
    "hurd",
    "illumos",
    "ios",
    "js",
    "linux",
    "nacl",
    "netbsd",
    "openbsd",
    "plan9",
    "solaris",
    "wasip1",
    "windows",
    "zos",
];

impl Arch {
    /// Bytes of Go's `int` in that dialect.
    pub fn int_size(&self, dialect: Dialect) -> usize {
        if dialect < Dialect::Go11 { 4 } else { self.int }
    }
}

impl fmt::Display for Arch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

impl FromStr for &'static Arch {
    type Err = UnknownName;

    /// The architecture of that name.
    fn from_str(name: &str) -> Result<&'static Arch, UnknownName> {
        let names = ARCHES.iter().map(|arch| arch.name);
        let unknown = || UnknownName::new("architecture whose frame layout is known", name, names);
        ARCHES.iter().find(|arch| arch.name == name).ok_or_else(unknown)
    }
}

/// Go's name for the machine that this program was built for.
pub fn host_arch() -> &'static str {
    match std::env::consts::ARCH {
        "x86" => "386",
        "x86_64" => "amd64",
        "aarch64" => "arm64",
        "powerpc64" => "power64",
        "powerpc64le" => "power64le",
        other => other,
    }
}

/// Go's name for the system that this program was built for.
pub fn host_os() -> &'static str {
    match std::env::consts::OS {
        "macos" => "darwin",
        other => other,
    }
}
