//! What the driver knows of the releases: where their files are, and the words of their command lines.
//!
//! A release is a row of `TABLE`. Words in braces stand for what [`super::install`] puts there: `{work}`,
//! `{source}`, `{pkg}` and `{goroot}` for folders, `{os}`, `{arch}`, `{hostos}`, `{hostarch}` and `{char}` for
//! names, `{file}` and `{out}` for an action's files. Read off the releases' own logs (`fixtures/driver`).

use crate::Release;

/// A header that is copied before anything is generated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Header {
    /// From where.
    pub from: &'static str,
    /// Where to.
    pub to: &'static str,
    /// Whether it need not be there.
    pub optional: bool,
}

/// How a package's archive comes about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Archive {
    /// `pack grc`, with the Go object last.
    Pack,
    /// The Go compiler writes it, and the objects are appended.
    Append,
}

/// How the driver builds a release.
#[derive(Debug)]
pub struct Facts {
    /// The runtime package, as the release's own program calls it.
    pub package: &'static str,
    /// Its folder.
    pub source: &'static str,
    /// The tools' folder.
    pub tools: &'static str,
    /// Headers that are copied first.
    pub headers: &'static [Header],
    /// Words behind the C compiler for a file that the assembler does not get.
    pub c_flags: &'static [&'static str],
    /// Words behind both for a file.
    pub compile: &'static [&'static str],
    /// Words behind the C compiler for acid text; without `{out}` it is printed.
    pub acid: &'static [&'static str],
    /// Words behind the C compiler for declarations of Go; without `{out}` they are printed.
    pub defs: &'static [&'static str],
    /// Words behind the Go compiler, without its files.
    pub go: &'static [&'static str],
    /// What the Go compiler makes.
    pub go_object: &'static str,
    /// How the archive comes about.
    pub archive: Archive,
    /// What goc2c makes of `{stem}.goc`.
    pub goc: &'static str,
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

const fn header(from: &'static str, to: &'static str) -> Header {
    Header { from, to, optional: false }
}

const ARCH: Header = header("{source}/arch_{arch}.h", "{work}/arch_GOARCH.h");
const DEFS: Header = header("{source}/defs_{os}_{arch}.h", "{work}/defs_GOOS_GOARCH.h");
const OS: Header = header("{source}/os_{os}.h", "{work}/os_GOOS.h");
const SIGNALS: Header = header("{source}/signals_{os}.h", "{work}/signals_GOOS.h");
const SIGNAL: Header =
    Header { optional: true, ..header("{source}/signal_{os}_{arch}.h", "{work}/signal_GOOS_GOARCH.h") };
const TEXTFLAG: Header = header("{goroot}/src/cmd/ld/textflag.h", "{pkg}/textflag.h");
const FUNCDATA: Header = header("{source}/funcdata.h", "{pkg}/funcdata.h");

const WEEKLY: Facts = Facts {
    package: "pkg/runtime",
    source: "src/pkg/runtime",
    tools: "bin/tool",
    headers: &[ARCH, DEFS, OS, SIGNALS],
    // The weekly itself wrote `-DGOARCH_` with the system's name, a slip.
    c_flags: &["-FVw"],
    compile: &["-I", "{work}", "-DGOOS_{os}", "-DGOARCH_{arch}", "-o", "{out}", "{file}"],
    acid: &["-DGOOS_{os}", "-DGOARCH_{arch}", "-I{work}", "-a", "{file}"],
    defs: &["-DGOOS_{os}", "-DGOARCH_{arch}", "-I{work}", "-q", "{file}"],
    go: &["-o", "{out}", "-p", "runtime", "-+"],
    go_object: "_go_.{char}",
    archive: Archive::Pack,
    goc: "z{stem}_{arch}.c",
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
    tools: "pkg/tool/{hostos}_{hostarch}",
    skips_hidden: true,
    skips_cross: true,
    variables: &["GOROOT", "GOBIN", "GOARCH", "GOOS", "GOHOSTARCH", "GOHOSTOS", "GOTOOLDIR", "GOCHAR"],
    variable_end: "\n",
    ..WEEKLY
};

const GO11: Facts = Facts {
    headers: &[ARCH, DEFS, SIGNAL, OS, SIGNALS],
    c_flags: &["-F", "-V", "-w"],
    compile: &[
        "-I",
        "{work}",
        "-I",
        "{pkg}",
        "-D",
        "GOOS_{os}",
        "-D",
        "GOARCH_{arch}",
        "-o",
        "{out}",
        "{file}",
    ],
    acid: &["-D", "GOOS_{os}", "-D", "GOARCH_{arch}", "-I", "{work}", "-a", "-n", "-o", "{out}", "{file}"],
    defs: &["-D", "GOOS_{os}", "-D", "GOARCH_{arch}", "-I", "{work}", "-q", "-n", "-o", "{out}", "{file}"],
    goc: "z{stem}_{os}_{arch}.c",
    commas: true,
    terms: &["go1.1"],
    kinds: &[("arm", "GOARM"), ("386", "GO386")],
    ..GO10
};

const GO12: Facts = Facts {
    compile: &[
        "-I",
        "{work}",
        "-I",
        "{pkg}",
        "-D",
        "GOOS_{os}",
        "-D",
        "GOARCH_{arch}",
        "-D",
        "GOOS_GOARCH_{os}_{arch}",
        "-o",
        "{out}",
        "{file}",
    ],
    systems: &["darwin", "dragonfly", "linux", "freebsd", "netbsd", "openbsd", "plan9", "windows"],
    variables: &["CC", "GOROOT", "GOBIN", "GOARCH", "GOOS", "GOHOSTARCH", "GOHOSTOS", "GOTOOLDIR", "GOCHAR"],
    moved_is_fine: true,
    ..GO11
};

const GO13: Facts = Facts {
    acid: &["-D", "GOOS_{os}", "-D", "GOARCH_{arch}", "-I", "{work}", "-n", "-a", "-o", "{out}", "{file}"],
    go: &["-pack", "-o", "{out}", "-p", "runtime", "-+"],
    go_object: "_go_.a",
    archive: Archive::Append,
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
    headers: &[ARCH, DEFS, SIGNAL, OS, SIGNALS, TEXTFLAG, FUNCDATA],
    acid: &[
        "-D",
        "GOOS_{os}",
        "-D",
        "GOARCH_{arch}",
        "-I",
        "{work}",
        "-I",
        "{pkg}",
        "-n",
        "-a",
        "-o",
        "{out}",
        "{file}",
    ],
    defs: &[
        "-D",
        "GOOS_{os}",
        "-D",
        "GOARCH_{arch}",
        "-I",
        "{work}",
        "-I",
        "{pkg}",
        "-q",
        "-n",
        "-o",
        "{out}",
        "{file}",
    ],
    go: &["-pack", "-o", "{out}", "-p", "main", "-+"],
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

/// The letters of the architectures' compilers.
const LETTERS: [(&str, &str); 4] = [("386", "8"), ("amd64", "6"), ("amd64p32", "6"), ("arm", "5")];

/// The letter of an architecture's compilers; kin share one.
pub fn letter(arch: &str) -> Option<&'static str> {
    LETTERS.iter().find(|(name, _)| *name == arch).map(|&(_, letter)| letter)
}

/// The name of what `6c -a` makes, and of what all calls of `6c -q` make, where they write files.
pub const ACID: &str = "proc.acid";
/// See [`ACID`].
pub const DEFS_FILE: &str = "runtimedefs";
/// The C file whose acid text is read.
pub const ACID_SOURCE: &str = "proc";
/// Headers that cgo needs beside the archive.
pub const INSTALLED: [&str; 2] = ["cgocall.h", "runtime.h"];
/// What `zasm` is called in the work folder.
pub const ZASM_COPY: &str = "zasm_GOOS_GOARCH.h";
