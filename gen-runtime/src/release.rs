//! The releases: which program's files are written, and by which facts it differs from the others.
//!
//! A release is a row of [`TABLE`], a struct that it looks for one of [`STRUCTS`]; the rest of the crate asks
//! the rows for their facts and never for a release's name. The facts were read off the files that the
//! releases' own programs made (`fixtures/runtime`) and checked against them.

use goc2c::UnknownName;

use crate::tls::{self, TlsHeader};

/// A release, oldest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Release {
    /// weekly.2012-02-07, the default.
    #[default]
    Weekly,
    /// Go 1 to 1.0.3.
    Go10,
    /// Go 1.1.
    Go11,
    /// Go 1.2.
    Go12,
    /// Go 1.3.
    Go13,
    /// Go 1.4.
    Go14,
}

/// What a release does, as far as releases differ.
#[derive(Debug)]
pub struct Traits {
    /// The name for `--dialect`.
    pub name: &'static str,
    /// Other names for it.
    pub aliases: &'static [&'static str],
    /// The platforms of `zasm`, and how each of them gets at thread-local storage.
    pub tls: &'static [TlsHeader],
    /// The C files whose declarations make `zruntime_defs`, without `.c`, in order.
    pub defs: &'static [&'static str],
    /// Whether `zasm` has the constants, the callback limit of windows and the experiment.
    pub constants: bool,
    /// Whether there is a `zsys` and a `zaexperiment.h`.
    pub small_assembly: bool,
    /// Whether the table of assembler opcodes carries the architecture's digit in its name and in its file's.
    pub numbered_opcodes: bool,
    /// Whether it comes with the headers that declare it, and with a table of the kinds of operands where there are any.
    pub operand_names: bool,
    /// Whether what is made for linux keeps away from android by a build line.
    pub android: bool,
    /// Whether `zversion.go` has a variable of the version too.
    pub build_version: bool,
    /// What `zruntime_defs` makes of constants.
    pub go_constants: GoConstants,
}

/// What `zruntime_defs` makes of constants.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GoConstants {
    /// They are left out. The compiler writes their names in lower case, so that two of them may look alike.
    Dropped,
    /// They are kept, but for [`UNWANTED`]; an upper-case one is hidden by a `_` before it.
    Kept,
}

/// Declarations that a release with [`GoConstants::Kept`] never writes.
pub const UNWANTED: [&str; 4] = ["true", "false", "raceenabled", "allgs"];

/// How many callbacks windows has: `cb_max`, and the entries in `zsys`.
pub const CALLBACKS: usize = 2000;

const WEEKLY: Traits = Traits {
    name: "weekly.2012-02-07",
    aliases: &["weekly"],
    tls: tls::GO10,
    defs: &["proc", "iface", "hashmap", "chan"],
    constants: false,
    small_assembly: false,
    numbered_opcodes: false,
    operand_names: false,
    android: false,
    build_version: false,
    go_constants: GoConstants::Dropped,
};

const GO12: Traits = Traits {
    name: "go1.2",
    aliases: &[],
    tls: tls::GO12,
    defs: &["proc", "iface", "hashmap", "chan", "parfor"],
    constants: true,
    small_assembly: true,
    ..WEEKLY
};

const GO13: Traits = Traits {
    name: "go1.3",
    tls: tls::GO13,
    defs: &["defs", "proc", "parfor"],
    numbered_opcodes: true,
    ..GO12
};

/// The releases in the order of [`Release`]'s variants.
const TABLE: [Traits; 6] = [
    WEEKLY,
    Traits { name: "go1.0", aliases: &["go1"], ..WEEKLY },
    Traits { name: "go1.1", aliases: &[], tls: tls::GO11, defs: GO12.defs, ..WEEKLY },
    GO12,
    GO13,
    Traits {
        name: "go1.4",
        tls: tls::GO14,
        defs: &["defs", "malloc", "mcache", "mgc0", "proc", "parfor", "stack"],
        android: true,
        build_version: true,
        operand_names: true,
        go_constants: GoConstants::Kept,
        ..GO13
    },
];

/// A struct whose offsets assembly needs.
#[derive(Debug)]
pub struct StructRow {
    /// Its name in C.
    pub name: &'static str,
    /// The prefix of its fields' names.
    pub prefix: &'static str,
    since: Release,
    until: Release,
}

const fn row(name: &'static str, prefix: &'static str, since: Release) -> StructRow {
    StructRow { name, prefix, since, until: Release::Go14 }
}

/// The structs that the releases look for.
const STRUCTS: [StructRow; 11] = [
    row("G", "g", Release::Weekly),
    row("M", "m", Release::Weekly),
    row("P", "p", Release::Go12),
    row("Gobuf", "gobuf", Release::Weekly),
    StructRow { until: Release::Go12, ..row("WinCall", "wincall", Release::Weekly) },
    row("LibCall", "libcall", Release::Go13),
    row("WinCallbackContext", "cbctxt", Release::Go12),
    row("SEH", "seh", Release::Go11),
    row("Alg", "alg", Release::Go14),
    row("Panic", "panic", Release::Go14),
    row("Stack", "stack", Release::Go14),
];

impl Release {
    /// All of them, oldest first.
    pub const ALL: [Release; 6] =
        [Release::Weekly, Release::Go10, Release::Go11, Release::Go12, Release::Go13, Release::Go14];

    /// The release's facts.
    pub const fn traits(self) -> &'static Traits {
        &TABLE[self as usize]
    }

    /// The name for `--dialect`.
    pub const fn name(self) -> &'static str {
        self.traits().name
    }

    /// The structs that `zasm` looks for.
    pub fn structs(self) -> impl Iterator<Item = &'static StructRow> {
        STRUCTS.iter().filter(move |row| row.since <= self && self <= row.until)
    }
}

impl std::fmt::Display for Release {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name())
    }
}

impl std::str::FromStr for Release {
    type Err = UnknownName;

    /// The release of that name or alias.
    fn from_str(name: &str) -> Result<Release, UnknownName> {
        let is_named = |release: &Release| {
            let traits = release.traits();
            traits.name == name || traits.aliases.contains(&name)
        };
        let unknown = || UnknownName::new("release", name, Release::ALL.map(Release::name));
        Release::ALL.into_iter().find(is_named).ok_or_else(unknown)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_aliases_lead_to_their_rows() {
        for release in Release::ALL {
            assert_eq!(release.to_string().parse(), Ok(release));
        }
        assert_eq!("weekly".parse(), Ok(Release::default()));
        assert_eq!("go1".parse(), Ok(Release::Go10));
        let said = "`g1.3` is no release: `go1.3`?";
        assert_eq!("g1.3".parse::<Release>().unwrap_err().to_string(), said);
    }

    #[test]
    fn each_release_looks_for_its_structs() {
        let prefixes =
            |release: Release| release.structs().map(|row| row.prefix).collect::<Vec<_>>().join(" ");
        assert_eq!(prefixes(Release::Weekly), "g m gobuf wincall");
        assert_eq!(prefixes(Release::Go11), "g m gobuf wincall seh");
        assert_eq!(prefixes(Release::Go12), "g m p gobuf wincall cbctxt seh");
        assert_eq!(prefixes(Release::Go13), "g m p gobuf libcall cbctxt seh");
        assert_eq!(prefixes(Release::Go14), "g m p gobuf libcall cbctxt seh alg panic stack");
    }
}
