//! What the machine's own C compiler is called with for a tree's libraries and programs.
//!
//! A release is a row of `TABLE`: its own program's words, read off its logs. Today's compilers stop at some of them;
//! what helps is in [`super::cures`].

use std::ffi::OsString;
use std::path::Path;

use engine::Word;
use goc2c::command::output::bytes_of;

use super::cures::{Step, flags};
use super::words::texts;
use crate::Release;

/// How a release's program called the C compiler.
#[derive(Debug)]
pub struct HostWords {
    /// Flags for each file, and each program, list after list.
    pub flags: &'static [&'static [&'static str]],
    /// More of them, where `$CFLAGS` has none.
    pub unless_told: &'static [&'static str],
    /// More of them for clang.
    pub clang: &'static [&'static str],
    /// More of them, which come last.
    pub last: &'static [&'static str],
    /// Whether `$CC` and `$CFLAGS` count.
    pub variables: Variables,
    /// Whether `-D` has a word of its own.
    pub apart: bool,
    /// Whether `-DPLAN9PORT` comes after the first folder of headers, rather than before.
    pub port_after: bool,
    /// Whether the kinds of processors, and whether another linker may be called, are told where the system is.
    pub kinds: bool,
}

/// Which variables a release's program heeded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Variables {
    /// None: it called `gcc`.
    None,
    /// `$CC`.
    Compiler,
    /// `$CC`, `$CFLAGS` and `$LDFLAGS`.
    All,
}

/// What all releases leave out of `-Wall`.
const QUIET: &[&str] = &[
    "-Wno-sign-compare",
    "-Wno-missing-braces",
    "-Wno-parentheses",
    "-Wno-unknown-pragmas",
    "-Wno-switch",
    "-Wno-comment",
];

/// What comes after the warnings in all releases.
const DEBUG: &[&str] = &["-Werror", "-fno-common", "-ggdb"];

const GO10: HostWords = HostWords {
    flags: &[&["-Wall"], QUIET, DEBUG, &["-O2"]],
    unless_told: &[],
    clang: &["-Wno-dangling-else", "-Wno-unused-value"],
    last: &[],
    variables: Variables::Compiler,
    apart: false,
    port_after: false,
    kinds: false,
};

const WEEKLY: HostWords = HostWords { clang: &[], variables: Variables::None, ..GO10 };

const GO11: HostWords = HostWords {
    flags: &[&["-Wall", "-Wstrict-prototypes"], QUIET, DEBUG, &["-pipe", "-O2"]],
    clang: &["-Qunused-arguments"],
    apart: true,
    kinds: true,
    ..GO10
};

const GO12: HostWords = HostWords {
    flags: &[
        &["-Wall", "-Wstrict-prototypes", "-Wextra", "-Wunused", "-Wuninitialized"],
        QUIET,
        &["-Wno-missing-field-initializers"],
        DEBUG,
        &["-pipe", "-O2"],
    ],
    clang: &["-fno-caret-diagnostics", "-Qunused-arguments"],
    ..GO11
};

const GO13: HostWords = HostWords {
    flags: &[
        &["-Wall", "-Wstrict-prototypes", "-Wextra", "-Wunused"],
        QUIET,
        &["-Wno-missing-field-initializers"],
        DEBUG,
        &["-pipe"],
    ],
    unless_told: &["-Wuninitialized", "-O2"],
    last: &["-fmessage-length=0"],
    variables: Variables::All,
    port_after: true,
    ..GO12
};

/// The words in the order of [`Release`]'s variants.
const TABLE: [HostWords; 6] = [WEEKLY, GO10, GO11, GO12, GO13, GO13];

/// How a release's program called the C compiler.
pub const fn host_words(release: Release) -> &'static HostWords {
    &TABLE[release as usize]
}

/// Flags of the releases that are not passed unless theirs alone are wanted: with `-O1` and no debug information the
/// programs make the same, and are there in half of the time.
const LEFT_OUT: [&str; 3] = ["-Werror", "-ggdb", "-O2"];

/// What stands for them.
const INSTEAD: [&str; 2] = ["-O1", "-g0"];

/// The machine's C compiler.
#[derive(Debug, Clone, Default)]
pub struct HostCompiler {
    /// The program, and words that go with it.
    pub cc: Vec<OsString>,
    /// The user's flags for compiling and linking.
    pub cflags: Vec<OsString>,
    /// The user's flags for linking.
    pub ldflags: Vec<OsString>,
    /// Whether the release's own flags are passed, and no others.
    pub historical: bool,
    /// Whether programs hold the C library.
    pub is_static: bool,
}

impl HostCompiler {
    /// What every call of the compiler starts with.
    fn start(&self, words: &HostWords) -> Vec<Word> {
        let unless_told = if self.cflags.is_empty() { words.unless_told } else { &[] };
        let clang = if self.is_clang() { words.clang } else { &[] };
        let own = words.flags.iter().copied().flatten().chain(unless_told).chain(clang).chain(words.last);
        let own = own.copied().filter(|flag| self.historical || !LEFT_OUT.contains(flag));
        let ours = INSTEAD.into_iter().chain(flags(Step::Compile)).filter(|_| !self.historical);
        let (own, told) = (texts(own.chain(ours)), self.cflags.iter().map(Word::from));
        let cc = self.cc.iter().map(Word::from);
        match self.historical && words.variables == Variables::All {
            true => cc.chain(told).chain(own).collect(),
            // What the user says counts last.
            false => cc.chain(own).chain(told).collect(),
        }
    }

    fn is_clang(&self) -> bool {
        self.cc.first().is_some_and(|program| bytes_of(program).windows(5).any(|part| part == b"clang"))
    }

    /// Compiles a file of a directory, all but the defines, the name of the object and the file.
    pub fn compile(&self, release: Release, machine: Option<&str>, of: &HostC<'_>) -> Vec<Word> {
        let words = host_words(release);
        let mut list = self.start(words);
        list.push(Word::from("-c"));
        list.extend(machine.map(Word::from));
        let port = of.port.then(|| Word::from("-DPLAN9PORT"));
        let (before, after) = if words.port_after { (None, port) } else { (port, None) };
        list.extend(before);
        list.extend([Word::from("-I"), Word::from(of.include)]);
        list.extend(after);
        list.extend([Word::from("-I"), Word::from(of.folder)]);
        for (name, value) in of.defines {
            // The compiler is to see a string of C.
            let value = value.replace('\\', "\\\\");
            match words.apart {
                true => list.extend([Word::from("-D"), Word::from(format!("{name}=\"{value}\""))]),
                false => list.push(Word::from(format!("-D{name}=\"{value}\""))),
            }
        }
        list
    }

    /// Links a program, all but the objects and libraries.
    pub fn link(&self, release: Release, machine: Option<&str>) -> Vec<Word> {
        let words = host_words(release);
        // The oldest had no flags here.
        let mut list = match words.variables {
            Variables::None if self.historical => self.cc.iter().map(Word::from).collect(),
            _ => self.start(words),
        };
        if !self.historical {
            list.extend(texts(flags(Step::Link)));
        }
        list.extend(self.ldflags.iter().map(Word::from));
        list.extend(self.is_static.then(|| Word::from("-static")));
        list.extend([Word::from("-o"), Word::Made(0)]);
        // The oldest did not say so, and could not link for another machine than the compiler's own.
        if words.variables != Variables::None || !self.historical {
            list.extend(machine.map(Word::from));
        }
        list
    }
}

/// How a file of C is compiled.
pub struct HostC<'c> {
    /// The tree's folder of headers.
    pub include: &'c Path,
    /// The directory.
    pub folder: &'c Path,
    /// Whether the library is told that it is not on its own system.
    pub port: bool,
    /// Names that the preprocessor replaces by strings.
    pub defines: &'c [(&'static str, String)],
}

/// The flag by which gcc compiles for a machine of that architecture.
pub fn machine_flag(arch: &str) -> Option<&'static str> {
    match arch {
        "amd64" => Some("-m64"),
        "386" => Some("-m32"),
        _ => None,
    }
}
