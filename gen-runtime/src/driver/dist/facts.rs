//! What is known of the releases' trees: where their files are, which of them belong, and what their programs print.
//! The words of their compilers are in [`super::words`].
//!
//! A release is a row of `TABLE`. Read off the releases' own logs (`fixtures/driver`).

use std::path::{Path, PathBuf};

use goc2c::Dialect;

use crate::Platform;
use crate::Release;

/// A header that is copied before anything is generated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Header {
    /// One for a platform, from the package's folder to the work folder, under its generic name.
    Generic {
        /// What its name starts with.
        stem: &'static str,
        /// How its name tells the platform.
        by: By,
        /// Whether it need not be there.
        optional: bool,
    },
    /// One that packages outside find beside the archives: its place in the tree.
    Installed(&'static str),
}

/// How a file's name tells what it is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    /// By its system.
    Os,
    /// By its architecture.
    Arch,
    /// By both.
    OsArch,
}

impl By {
    /// All of them, the longest end first.
    pub const ALL: [By; 3] = [By::OsArch, By::Os, By::Arch];

    /// The end of a name for a platform, as `_linux_amd64`.
    pub fn end(self, platform: &Platform) -> String {
        let Platform { os, arch } = platform;
        match self {
            By::Os => format!("_{os}"),
            By::Arch => format!("_{arch}"),
            By::OsArch => format!("_{os}_{arch}"),
        }
    }

    /// The end of a generic name.
    pub fn generic_end(self) -> &'static str {
        match self {
            By::Os => "_GOOS",
            By::Arch => "_GOARCH",
            By::OsArch => "_GOOS_GOARCH",
        }
    }
}

/// A folder of tools.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ToolFolder {
    /// That one.
    One(&'static str),
    /// In that one, one for each platform that tools run on.
    ByHost(&'static str),
}

/// What is known of a release.
#[derive(Debug)]
pub struct Facts {
    /// The runtime package, as the release's own program calls it.
    pub package: &'static str,
    /// Its folder.
    pub source: &'static str,
    /// The tools' folder.
    pub tools: ToolFolder,
    /// Headers that are copied first.
    pub headers: &'static [Header],
    /// How the name of what goc2c makes of `X.goc` tells the platform; none where the tree has no such files.
    pub goc: Option<By>,
    /// What the release's C compiler takes of goc2c.
    pub dialect: Dialect,
    /// Systems that file names tell of.
    pub systems: &'static [&'static str],
    /// Architectures that file names tell of.
    pub arches: &'static [&'static str],
    /// Whether hidden files, and Go files that start with `_`, are left out.
    pub skips_hidden: bool,
    /// Whether a comma in a word of a build line joins terms.
    pub commas: bool,
    /// Terms of build lines that hold besides system and architecture.
    pub terms: &'static [&'static str],
    /// Whether android is linux too in build lines.
    pub android: bool,
    /// Whether nothing is compiled for other platforms than the machine's, unless that is asked for.
    pub skips_cross: bool,
    /// Variables that `env` prints.
    pub variables: &'static [&'static str],
    /// Architectures of several kinds, and the variables that tell which is meant.
    pub kinds: &'static [(&'static str, &'static str)],
    /// What ends each of them.
    pub variable_end: &'static str,
    /// Whether a tree that is to be moved need not be in the search path.
    pub moved_is_fine: bool,
}

const fn generic(stem: &'static str, by: By) -> Header {
    Header::Generic { stem, by, optional: false }
}

const ARCH: Header = generic("arch", By::Arch);
const DEFS: Header = generic("defs", By::OsArch);
const OS: Header = generic("os", By::Os);
const SIGNALS: Header = generic("signals", By::Os);
const SIGNAL: Header = Header::Generic { stem: "signal", by: By::OsArch, optional: true };

const WEEKLY: Facts = Facts {
    package: "pkg/runtime",
    source: "src/pkg/runtime",
    tools: ToolFolder::One("bin/tool"),
    headers: &[ARCH, DEFS, OS, SIGNALS],
    goc: Some(By::Arch),
    dialect: Dialect::Weekly,
    systems: &["darwin", "linux", "freebsd", "netbsd", "openbsd", "plan9", "windows"],
    arches: &["386", "amd64", "arm"],
    skips_hidden: false,
    commas: false,
    terms: &[],
    android: false,
    skips_cross: false,
    variables: &["GOROOT", "GOARCH", "GOOS"],
    kinds: &[],
    variable_end: "",
    moved_is_fine: false,
};

const GO10: Facts = Facts {
    tools: ToolFolder::ByHost("pkg/tool"),
    dialect: Dialect::Go10,
    skips_hidden: true,
    skips_cross: true,
    variables: &["GOROOT", "GOBIN", "GOARCH", "GOOS", "GOHOSTARCH", "GOHOSTOS", "GOTOOLDIR", "GOCHAR"],
    variable_end: "\n",
    ..WEEKLY
};

const GO11: Facts = Facts {
    headers: &[ARCH, DEFS, SIGNAL, OS, SIGNALS],
    goc: Some(By::OsArch),
    dialect: Dialect::Go11,
    commas: true,
    terms: &["go1.1"],
    kinds: &[("arm", "GOARM"), ("386", "GO386")],
    ..GO10
};

const GO12: Facts = Facts {
    dialect: Dialect::Go12,
    systems: &["darwin", "dragonfly", "linux", "freebsd", "netbsd", "openbsd", "plan9", "windows"],
    variables: &["CC", "GOROOT", "GOBIN", "GOARCH", "GOOS", "GOHOSTARCH", "GOHOSTOS", "GOTOOLDIR", "GOCHAR"],
    moved_is_fine: true,
    ..GO11
};

const GO13: Facts = Facts {
    dialect: Dialect::Go13,
    systems: &[
        "darwin",
        "dragonfly",
        "linux",
        "freebsd",
        "nacl",
        "netbsd",
        "openbsd",
        "plan9",
        "solaris",
        "windows",
    ],
    arches: &["386", "amd64", "amd64p32", "arm"],
    variables: &[
        "CC",
        "CC_FOR_TARGET",
        "GOROOT",
        "GOBIN",
        "GOARCH",
        "GOOS",
        "GOHOSTARCH",
        "GOHOSTOS",
        "GOTOOLDIR",
        "GOCHAR",
    ],
    ..GO12
};

const GO14: Facts = Facts {
    package: "runtime",
    source: "src/runtime",
    headers: &[
        ARCH,
        DEFS,
        SIGNAL,
        OS,
        SIGNALS,
        Header::Installed("src/cmd/ld/textflag.h"),
        Header::Installed("src/runtime/funcdata.h"),
    ],
    // The tree has none any more, and no goc2c. Its compilers take what go1.3's did.
    goc: None,
    systems: &[
        "android",
        "darwin",
        "dragonfly",
        "linux",
        "freebsd",
        "nacl",
        "netbsd",
        "openbsd",
        "plan9",
        "solaris",
        "windows",
    ],
    android: true,
    ..GO13
};

/// The facts in the order of [`Release`]'s variants.
const TABLE: [Facts; 6] = [WEEKLY, GO10, GO11, GO12, GO13, GO14];

/// A release's facts.
pub const fn facts(release: Release) -> &'static Facts {
    &TABLE[release as usize]
}

/// The C file whose acid text is read, without `.c`, and what that is called in the work folder.
pub const ACID: [&str; 2] = ["proc", "proc.acid"];
/// What all calls of `6c -q` make, where they write files.
pub const DEFS_FILE: &str = "runtimedefs";
/// Headers that cgo needs beside the archive.
pub const INSTALLED: [&str; 2] = ["cgocall.h", "runtime.h"];
/// What `zasm` is called in the work folder.
pub const ZASM_COPY: &str = "zasm_GOOS_GOARCH.h";

impl Facts {
    /// The folder of a tree's tools that run on a platform.
    pub fn tools_of(&self, goroot: &Path, host: &Platform) -> PathBuf {
        let (ToolFolder::One(folder) | ToolFolder::ByHost(folder)) = self.tools;
        self.by_host(goroot.join(folder), host)
    }

    /// The folder of a tree's C libraries, which programs that run on a platform are linked with.
    pub fn libraries_of(&self, goroot: &Path, host: &Platform) -> PathBuf {
        self.by_host(goroot.join("pkg/obj"), host)
    }

    /// What of a folder is for a platform that tools run on.
    fn by_host(&self, folder: PathBuf, host: &Platform) -> PathBuf {
        match self.tools {
            ToolFolder::One(_) => folder,
            ToolFolder::ByHost(_) => folder.join(format!("{}_{}", host.os, host.arch)),
        }
    }
}

/// The folder of a tree's packages for a platform, where headers for all of them are, too.
pub fn packages_of(goroot: &Path, platform: &Platform) -> PathBuf {
    goroot.join("pkg").join(format!("{}_{}", platform.os, platform.arch))
}
