//! Today's gc: the words of its tools. They are called by themselves, as the go command does; that command is
//! asked where they are, and what lies outside the module.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use engine::{Depfile, Run, Word};
use goc2c::gopkg::files::terms;

use crate::Platform;
use crate::driver::dist::words::{searched, texts};

/// An installation of Go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GoTools {
    /// The go command, as it is called.
    pub command: String,
    /// `$GOROOT`.
    pub root: PathBuf,
    /// The folder of the tools.
    pub tools: PathBuf,
    /// The release: 19 for go1.19.8. Nothing if it is not known, and then no release's term holds in build lines.
    pub minor: Option<u32>,
    /// Which functions get wrappers for assembly.
    pub abis: Abis,
    /// What the user says holds in build lines.
    pub tags: Vec<String>,
}

/// Which of a package's functions can be called from assembly, and the other way round.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Abis {
    /// Those that assembly refers to: that is collected.
    Collected(Vec<Reference>),
    /// All, as compilers of old could be told.
    All,
}

/// Assembly that refers to another package though its text does not show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reference {
    /// The package that is referred to.
    pub package: String,
    /// The package whose assembly does.
    pub from: String,
}

/// The release in a version: 19 in `go1.19.8`.
pub fn minor(version: &str) -> Option<u32> {
    let (_, rest) = version.split_once("go1.")?;
    rest.split(|char: char| !char.is_ascii_digit()).next()?.parse().ok()
}

/// A flag and a file, in one word.
pub fn joined(flag: &str, file: &Path) -> OsString {
    let mut word = OsString::from(flag);
    word.push(file);
    word
}

/// What a compilation of Go is given.
#[derive(Debug)]
pub struct Compilation<'c> {
    /// The path in symbols.
    pub symbol: &'c str,
    /// The language's version.
    pub lang: Option<&'c str>,
    /// Whether all functions have bodies in Go.
    pub complete: bool,
    /// Where imports are.
    pub importcfg: &'c Path,
    /// What assembly refers to.
    pub symabis: Option<&'c Path>,
    /// Whether everything can be called from assembly.
    pub all_abis: bool,
    /// The header for assembly.
    pub header: Option<&'c Path>,
}

impl GoTools {
    fn tool(&self, name: &str) -> Vec<Word> {
        vec![Word::from(self.tools.join(name))]
    }

    /// The terms that hold in build lines besides the user's.
    pub fn tags(&self) -> Vec<String> {
        terms("gc", self.minor)
    }

    /// What its programs find in their environment.
    pub fn environment(&self, platform: &Platform) -> Vec<(&'static str, OsString)> {
        let Platform { os, arch } = platform;
        vec![("GOOS", os.into()), ("GOARCH", arch.into()), ("GOROOT", (&self.root).into())]
    }

    /// The folder of headers for assembly.
    pub fn headers(&self) -> PathBuf {
        self.root.join("pkg/include")
    }

    /// Assembles; `gensymabis` asks for what the files refer to instead.
    pub fn asm(
        &self,
        platform: &Platform,
        symbol: &str,
        folders: &[&Path],
        gensymabis: bool,
        files: &[PathBuf],
    ) -> Vec<Word> {
        let Platform { os, arch } = platform;
        let mut words = self.tool("asm");
        words.extend(texts(["-p", symbol]));
        words.extend(searched(folders));
        words.extend(texts(["-D", &format!("GOOS_{os}"), "-D", &format!("GOARCH_{arch}")]));
        words.extend(texts(gensymabis.then_some("-gensymabis")));
        words.extend([Word::from("-o"), Word::Made(0)]);
        words.extend(texts(files));
        words
    }

    /// Compiles. The header for assembly is the second file that it makes.
    pub fn compile(&self, it: &Compilation<'_>, files: &[PathBuf]) -> Vec<Word> {
        let mut words = self.tool("compile");
        words.extend([Word::from("-o"), Word::Made(0), Word::from("-p"), Word::from(it.symbol)]);
        words.extend(it.lang.map(|lang| Word::from(format!("-lang=go{lang}"))));
        words.extend(texts(it.complete.then_some("-complete")));
        words.extend([Word::from("-importcfg"), Word::from(it.importcfg)]);
        words.extend(it.symabis.iter().flat_map(|file| [Word::from("-symabis"), Word::from(*file)]));
        words.extend(texts(it.all_abis.then_some("-allabis")));
        words.extend(it.header.iter().flat_map(|_| [Word::from("-asmhdr"), Word::Made(1)]));
        words.push(Word::from("-pack"));
        words.extend(texts(files));
        words
    }

    /// Links the archive of package main.
    pub fn link(&self, importcfg: &Path, archive: &Path) -> Vec<Word> {
        let mut words = self.tool("link");
        words.extend([Word::from("-o"), Word::Made(0), Word::from("-importcfg"), Word::from(importcfg)]);
        words.push(Word::from(archive));
        words
    }

    /// Asks the go command for packages outside the module; `own` says where those inside are.
    pub fn importcfg(
        &self,
        program: &Path,
        own: Vec<Word>,
        outside: Vec<&str>,
        made: &Path,
        folder: &Path,
    ) -> Run {
        let mut words = vec![Word::from(program)];
        words.extend(texts(["importcfg", "--go", &self.command]));
        words.extend(self.tags.iter().flat_map(|tag| texts(["--tags", tag]).collect::<Vec<_>>()));
        words.extend(own);
        words.extend([Word::from("--depfile"), Word::Depfile, Word::from("-o"), Word::Made(0)]);
        words.extend(texts(outside));
        let depfile = Depfile { path: made.with_extension("d"), made: true };
        Run { depfile: Some(depfile), ..Run::new(words, folder) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn releases_are_read_from_versions() {
        assert_eq!(minor("go1.19.8"), Some(19));
        assert_eq!(minor("devel go1.23-abcdef Mon"), Some(23));
        assert_eq!(minor("go1.4rc1"), Some(4));
        assert_eq!(minor(""), None);
    }
}
