//! What the old compilers are called with: the one home of the words for `6c`, `6a`, `6g`, `6l`, `pack` and their kin,
//! whether a tree's own package or one of the user's is built.
//!
//! A release is a row of `TABLE`. Read off the releases' own logs (`fixtures/driver`) and checked against them.
//! Unaware of which files are compiled, and of plans.

use std::ffi::OsString;
use std::fmt;
use std::path::{Path, PathBuf};

use engine::{ResultIs, Word};

use crate::Release;
use crate::platform::{Platform, digit};

/// How a package's archive comes about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Archive {
    /// `pack grc`, with the Go object last.
    Pack,
    /// The Go compiler writes it (`-pack`), and the objects are appended.
    Append,
}

/// How a release's compilers are called.
#[derive(Debug)]
pub struct Words {
    /// What the C compiler is given and the assembler is not.
    pub c_flags: &'static [&'static str],
    /// Whether `-D` has a word of its own, and `-I` where the compiler is asked for declarations.
    pub apart: bool,
    /// Whether `GOOS_GOARCH_linux_amd64` is defined, too, where a file is compiled.
    pub defines_both: bool,
    /// Whether the tree's own packages are compiled with the folder of the installed headers.
    pub installed_headers: bool,
    /// Whether it is searched where the compiler is asked for declarations, too.
    pub asks_with_headers: bool,
    /// What asks the C compiler for acid text.
    pub acid: &'static [&'static str],
    /// What asks it for declarations of Go.
    pub defs: &'static [&'static str],
    /// Whether what it is asked for goes to a file; else it is printed.
    pub answers_in_file: bool,
    /// How archives come about.
    pub archive: Archive,
    /// The path that the Go compiler is told for the tree's own packages; their own where there is none.
    pub own_path: Option<&'static str>,
}

const WEEKLY: Words = Words {
    c_flags: &["-FVw"],
    // The weekly itself wrote `-DGOARCH_` with the system's name, a slip.
    apart: false,
    defines_both: false,
    installed_headers: false,
    asks_with_headers: false,
    acid: &["-a"],
    defs: &["-q"],
    answers_in_file: false,
    archive: Archive::Pack,
    own_path: None,
};

const GO11: Words = Words {
    c_flags: &["-F", "-V", "-w"],
    apart: true,
    installed_headers: true,
    acid: &["-a", "-n"],
    defs: &["-q", "-n"],
    answers_in_file: true,
    ..WEEKLY
};

const GO12: Words = Words { defines_both: true, ..GO11 };
const GO13: Words = Words { acid: &["-n", "-a"], archive: Archive::Append, ..GO12 };
const GO14: Words = Words { asks_with_headers: true, own_path: Some("main"), ..GO13 };

/// The words in the order of [`Release`]'s variants.
const TABLE: [Words; 6] = [WEEKLY, WEEKLY, GO11, GO12, GO13, GO14];

/// A release's words.
pub const fn words(release: Release) -> &'static Words {
    &TABLE[release as usize]
}

/// An architecture that no old compiler is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownArch(pub String);

impl fmt::Display for UnknownArch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "no compilers are known for the architecture `{}`: `--arch` takes 386, amd64, amd64p32 or arm",
            self.0.escape_debug()
        )
    }
}

impl std::error::Error for UnknownArch {}

/// The compilers of an old release for a platform.
#[derive(Debug, Clone)]
pub struct OldCompilers {
    folder: PathBuf,
    digit: char,
    platform: Platform,
    words: &'static Words,
}

/// A C file, or one of assembly, as the old compilers see it.
pub struct CInput<'c> {
    /// Folders that are searched for headers.
    pub folders: &'c [&'c Path],
    /// The file.
    pub file: &'c Path,
}

/// How objects are packed.
pub struct Packing {
    /// The words.
    pub words: Vec<Word>,
    /// The objects, in the order in which they are read.
    pub objects: Vec<PathBuf>,
    /// How the archive comes about.
    pub result: ResultIs,
}

impl OldCompilers {
    /// Those in a folder.
    ///
    /// # Errors
    /// An architecture that there are none for.
    pub fn new(folder: PathBuf, release: Release, platform: &Platform) -> Result<OldCompilers, UnknownArch> {
        let digit = digit(&platform.arch).ok_or_else(|| UnknownArch(platform.arch.clone()))?;
        Ok(OldCompilers { folder, digit, platform: platform.clone(), words: words(release) })
    }

    /// Their folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The row of their release.
    pub fn words(&self) -> &'static Words {
        self.words
    }

    /// What the Go compiler makes, in a work folder.
    pub fn go_object(&self) -> String {
        match self.words.archive {
            Archive::Pack => format!("_go_.{}", self.digit),
            Archive::Append => "_go_.a".into(),
        }
    }

    fn program(&self, kind: char) -> Word {
        Word::from(self.folder.join(format!("{}{kind}", self.digit)))
    }

    /// What the macros of headers go by.
    fn defines(&self, both: bool) -> impl Iterator<Item = Word> {
        let Platform { os, arch } = &self.platform;
        let both = both.then(|| format!("GOOS_GOARCH_{os}_{arch}"));
        let names = [format!("GOOS_{os}"), format!("GOARCH_{arch}")].into_iter().chain(both);
        names.flat_map(|name| match self.words.apart {
            true => vec![Word::from("-D"), Word::from(name)],
            false => vec![Word::from(format!("-D{name}"))],
        })
    }

    /// Compiles C.
    pub fn c(&self, it: &CInput<'_>, launcher: &[OsString]) -> Vec<Word> {
        let mut words: Vec<_> = launcher.iter().map(Word::from).collect();
        words.push(self.program('c'));
        words.extend(texts(self.words.c_flags));
        words.extend(self.rest(it));
        words
    }

    /// Assembles.
    pub fn assembly(&self, it: &CInput<'_>) -> Vec<Word> {
        [self.program('a')].into_iter().chain(self.rest(it)).collect()
    }

    fn rest(&self, it: &CInput<'_>) -> impl Iterator<Item = Word> {
        let folders = searched(it.folders);
        let file = [Word::from("-o"), Word::Made(0), Word::from(it.file)];
        folders.chain(self.defines(self.words.defines_both)).chain(file)
    }

    /// Has the C compiler tell of a file's declarations, as acid text or as Go.
    pub fn ask(&self, flags: &[&str], it: &CInput<'_>) -> Vec<Word> {
        let mut words = vec![self.program('c')];
        words.extend(self.defines(false));
        match self.words.apart {
            true => words.extend(searched(it.folders)),
            false => words.extend(it.folders.iter().map(|folder| {
                let mut word = OsString::from("-I");
                word.push(folder);
                Word::Text(word)
            })),
        }
        words.extend(texts(flags));
        if self.words.answers_in_file {
            words.extend([Word::from("-o"), Word::Made(0)]);
        }
        words.push(Word::from(it.file));
        words
    }

    /// Compiles Go, all but the files: `path` is the package's, `more` comes after it.
    pub fn go(&self, path: &str, more: impl IntoIterator<Item = Word>) -> Vec<Word> {
        let mut words = vec![self.program('g')];
        if self.words.archive == Archive::Append {
            words.push(Word::from("-pack"));
        }
        words.extend([Word::from("-o"), Word::Made(0), Word::from("-p"), Word::from(path)]);
        words.extend(more);
        words
    }

    /// Packs objects: the Go object and the others, each list in order. `program` is what appends to an archive.
    pub fn pack(&self, program: &Path, go: Option<PathBuf>, objects: Vec<PathBuf>) -> Packing {
        let mut packing = match self.words.archive {
            Archive::Pack => Packing {
                words: vec![Word::from(self.folder.join("pack")), Word::from("grc"), Word::Made(0)],
                objects: objects.into_iter().chain(go).collect(),
                result: ResultIs::Added,
            },
            Archive::Append => Packing {
                words: vec![Word::from(program), Word::from("archive"), Word::from("-o"), Word::Made(0)],
                objects: go.into_iter().chain(objects).collect(),
                result: ResultIs::Written,
            },
        };
        packing.words.extend(packing.objects.iter().map(Word::from));
        packing
    }

    /// Links a program of the tree's own from the object of its Go files; imports are found in `packages`, too.
    pub fn link_own(&self, object: &Path, packages: Option<&Path>) -> Vec<Word> {
        let folder = packages.into_iter().flat_map(|folder| [Word::from("-L"), Word::from(folder)]);
        let rest = [Word::from("-o"), Word::Made(0), Word::from(object)];
        [self.program('l')].into_iter().chain(folder).chain(rest).collect()
    }

    /// Links an executable from the archive of package main; imports are found in `packages` too.
    pub fn link(&self, main: &Path, packages: &Path, more: &[OsString]) -> Vec<Word> {
        let flags = [Word::from("-L"), Word::from(packages), Word::from("-o"), Word::Made(0)];
        let words = [self.program('l')].into_iter().chain(flags).chain(texts(more));
        words.chain([Word::from(main)]).collect()
    }
}

/// The words by which folders are searched for headers.
pub fn searched(folders: &[&Path]) -> impl Iterator<Item = Word> {
    folders.iter().flat_map(|folder| [Word::from("-I"), Word::from(*folder)])
}

/// Words as they are.
pub fn texts<T: Into<OsString>>(words: impl IntoIterator<Item = T>) -> impl Iterator<Item = Word> {
    words.into_iter().map(Word::from)
}
