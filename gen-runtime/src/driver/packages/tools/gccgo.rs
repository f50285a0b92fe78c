//! gccgo for Go, gcc for C and assembly, ar.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use engine::{Depfile, ResultIs, Run, Word};
use goc2c::gopkg::files::terms;
use goc2c::gopkg::package::MAIN;
use goc2c::{Dialect, mangle_gccgo};

use super::{Compiled, CompilesC};
use crate::Platform;
use crate::driver::dist::words::{searched, texts};

/// gccgo and its companions.
#[derive(Debug)]
pub struct Gccgo {
    /// The Go compiler and its flags.
    pub go: Vec<OsString>,
    /// The release of Go that it has: 18 for go1.18. Nothing if it is not known, and then no release's term holds in
    /// build lines.
    pub release: Option<u32>,
    /// The C compiler.
    pub c: Vec<OsString>,
    /// The C compiler's flags.
    pub cflags: Vec<OsString>,
    /// What files are made for.
    pub platform: Platform,
}

/// Releases of GCC, oldest first, and the last release of Go that gccgo has there: 16 for go1.16. GCC's release notes
/// say so; what they do not name since then is as it was.
const RELEASES: [(u32, u32); 8] = [(5, 4), (6, 6), (7, 8), (8, 10), (9, 12), (10, 14), (11, 16), (12, 18)];

/// The release of Go that a gccgo has, by what it prints for `-dumpversion`: 18 for `12` and `12.2.0`. None for text that
/// is no version of one that old or newer.
pub fn go_release(version: &str) -> Option<u32> {
    let major: u32 = version.trim().split('.').next()?.parse().ok()?;
    RELEASES.iter().rev().find(|(gcc, _)| *gcc <= major).map(|(_, minor)| *minor)
}

/// Flags that C needs beside gccgo's Go, for the stack: how its end is found.
const STACK: [(&str, &[&str]); 3] = [
    ("386", &["-fsplit-stack"]),
    ("amd64", &["-fsplit-stack"]),
    ("arm", &["-fexceptions", "-funwind-tables"]),
];

/// Variables that gcc heeds when it compiles, as its manual has them.
const COMPILING: &[&str] =
    &["CPATH", "C_INCLUDE_PATH", "COMPILER_PATH", "GCC_EXEC_PREFIX", "SOURCE_DATE_EPOCH"];
/// Those that it heeds when it links.
const LINKING: &[&str] = &["COMPILER_PATH", "GCC_EXEC_PREFIX", "LIBRARY_PATH", "LD_RUN_PATH"];

impl CompilesC for Gccgo {
    fn name(&self) -> &'static str {
        "gccgo"
    }

    fn tags(&self) -> Vec<String> {
        terms("gccgo", self.release)
    }

    fn dialect(&self) -> Dialect {
        Dialect::Gccgo11
    }

    fn symbol_path<'p>(&self, symbol: &'p str) -> &'p str {
        symbol
    }

    fn archive_name(&self, last: &str) -> String {
        format!("lib{last}.a")
    }

    fn go_object(&self) -> String {
        "_go_.o".into()
    }

    fn named_by(&self) -> Vec<(PathBuf, &'static str)> {
        let named = [(&self.go, "$GCCGO"), (&self.c, "$CC")];
        named.into_iter().filter_map(|(words, by)| Some((words.first()?.into(), by))).collect()
    }

    fn environment(&self) -> Vec<(&'static str, OsString)> {
        Vec::new()
    }

    fn c(&self, it: &Compiled<'_>, launcher: &[OsString]) -> Run {
        let Platform { os, arch } = &self.platform;
        let stack = STACK.iter().find(|(known, _)| known == arch).map_or(&[][..], |(_, flags)| flags);
        let mut words: Vec<_> = texts(launcher).chain(texts(&self.c)).collect();
        words.extend(texts(["-c", "-g", "-O2"]));
        words.extend(searched(&[it.folder, it.work]));
        words.extend(texts([format!("-DGOOS_{os}"), format!("-DGOARCH_{arch}")]));
        // For goc.h, as the go command passes it: a string of C. It leaves package main out, whose path is its name.
        words.push(Word::from(format!("-DGOPKGPATH=\"{}\"", mangle_gccgo(it.symbol))));
        words.extend(texts(stack).chain(texts(&self.cflags)));
        words.extend([Word::from("-MD"), Word::from("-MF"), Word::Depfile]);
        words.extend([Word::from("-o"), Word::Made(0), Word::from(it.file)]);
        let depfile = Depfile { path: it.object.with_extension("d"), made: false };
        Run { depfile: Some(depfile), heeds: COMPILING, ..Run::new(words, it.folder) }
    }

    fn assembly(&self, it: &Compiled<'_>) -> Run {
        let mut words: Vec<_> = texts(&self.c).collect();
        words.extend([Word::from("-c"), Word::from("-o"), Word::Made(0), Word::from(it.file)]);
        Run { heeds: COMPILING, ..Run::new(words, it.folder) }
    }

    fn go(&self, symbol: &str, folder: &Path, packages: &Path, files: &[PathBuf]) -> Run {
        let mut words: Vec<_> = texts(&self.go).chain(texts(["-c", "-g"])).collect();
        // gccgo takes package main by its name.
        if symbol != MAIN {
            words.push(Word::from(format!("-fgo-pkgpath={symbol}")));
        }
        words.extend(searched(&[packages]));
        words.extend([Word::from("-o"), Word::Made(0)]);
        words.extend(texts(files));
        Run { heeds: COMPILING, ..Run::new(words, folder) }
    }

    fn pack(
        &self,
        _program: &Path,
        folder: &Path,
        go: Option<PathBuf>,
        objects: Vec<PathBuf>,
    ) -> Option<(Run, Vec<PathBuf>)> {
        let objects: Vec<_> = objects.into_iter().chain(go).collect();
        let words = [Word::from("ar"), Word::from("rcD"), Word::Made(0)].into_iter().chain(texts(&objects));
        let run = Run { result: ResultIs::Added, ..Run::new(words.collect(), folder) };
        Some((run, objects))
    }

    fn links_archive(&self) -> bool {
        false
    }

    fn link(&self, folder: &Path, main: &[PathBuf], archives: &[PathBuf], _packages: &Path) -> Run {
        let mut words: Vec<_> = texts(&self.go).chain([Word::from("-o"), Word::Made(0)]).collect();
        words.extend(texts(main));
        if !archives.is_empty() {
            words.push(Word::from("-Wl,-("));
            words.extend(texts(archives));
            words.push(Word::from("-Wl,-)"));
        }
        Run { heeds: LINKING, ..Run::new(words, folder) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_release_of_go_is_known_by_that_of_gcc() {
        for (version, release) in
            [("11", 16), ("11.4.0\n", 16), ("12", 18), ("13.2", 18), ("14", 18), ("15", 18), ("6.3.0", 6)]
        {
            assert_eq!(go_release(version), Some(release), "{version}");
        }
        for version in ["", "4.9.2", "gcc 12"] {
            assert_eq!(go_release(version), None, "{version}");
        }
    }

    #[test]
    fn terms_go_up_to_the_release() {
        assert_eq!(terms("gccgo", Some(3)), ["gccgo", "go1.1", "go1.2", "go1.3"]);
        assert_eq!(terms("gccgo", None), ["gccgo"]);
    }
}
