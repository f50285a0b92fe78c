//! gccgo for Go, gcc for C and assembly, ar.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use engine::{Depfile, ResultIs, Run, Word};
use goc2c::gopkg::files::terms;
use goc2c::gopkg::package::MAIN;
use goc2c::{Dialect, mangle_gccgo};

use super::{CgoTools, Compiled, CompilesC, Linked};
use crate::Platform;
use crate::driver::cgo::settings::Settings;
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
    /// The archiver.
    pub ar: Vec<OsString>,
    /// The C compiler's flags.
    pub cflags: Vec<OsString>,
    /// The linker's flags.
    pub ldflags: Vec<OsString>,
    /// Whether the linker tells which files it reads, as GNU's does since 2.35.
    pub link_tells: bool,
    /// What files are made for.
    pub platform: Platform,
    /// The module's folder. Nothing that is made depends on where that is.
    pub home: PathBuf,
    /// The work folder, and what stands for it in what is made, where it is elsewhere.
    pub work: Option<(PathBuf, String)>,
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
pub(super) const STACK: [(&str, &[&str]); 3] = [
    ("386", &["-fsplit-stack"]),
    ("amd64", &["-fsplit-stack"]),
    ("arm", &["-fexceptions", "-funwind-tables"]),
];

/// Variables that gcc heeds when it compiles, as its manual has them.
pub(in crate::driver::packages) const COMPILING: &[&str] =
    &["CPATH", "C_INCLUDE_PATH", "COMPILER_PATH", "GCC_EXEC_PREFIX", "SOURCE_DATE_EPOCH"];
/// Those that it heeds when it links.
pub(in crate::driver::packages) const LINKING: &[&str] =
    &["COMPILER_PATH", "GCC_EXEC_PREFIX", "LIBRARY_PATH", "LD_RUN_PATH"];

/// The first release of Go whose gccgo has `-ffile-prefix-map`: that of GCC 8.
const MAPS: u32 = 10;

impl Gccgo {
    /// What keeps the place of the files, and the flags, out of what is made.
    pub(super) fn placeless(&self) -> impl Iterator<Item = Word> {
        let map = |(from, to): (&Path, &str)| {
            let mut word = OsString::from("-ffile-prefix-map=");
            word.push(from);
            word.push("=");
            word.push(to);
            Word::from(word)
        };
        let work = self.work.as_ref().map(|(folder, name)| (folder.as_path(), name.as_str()));
        let maps = work.into_iter().chain([(self.home.as_path(), ".")]);
        maps.map(map).chain([Word::from("-gno-record-gcc-switches")])
    }

    /// A file as it is named in the module's folder: so tracebacks name it.
    fn in_home(&self, file: &Path) -> PathBuf {
        file.strip_prefix(&self.home).map_or(file.to_owned(), |below| Path::new(".").join(below))
    }

    /// What C and assembly are compiled with.
    fn common(&self, it: &Compiled<'_>) -> Vec<Word> {
        let Platform { os, arch } = &self.platform;
        let mut words: Vec<_> = searched(&[it.folder, it.work]).collect();
        words.extend(texts([format!("-DGOOS_{os}"), format!("-DGOARCH_{arch}")]));
        words.extend(self.placeless());
        words
    }

    /// A run that tells what it reads.
    fn telling(&self, it: &Compiled<'_>, mut words: Vec<Word>) -> Run {
        words.extend([Word::from("-MD"), Word::from("-MF"), Word::Depfile]);
        words.extend([Word::from("-o"), Word::Made(0), Word::from(it.file)]);
        let depfile = Depfile { path: it.object.with_extension("d"), made: false };
        Run { depfile: Some(depfile), heeds: COMPILING, ..Run::new(words, it.folder) }
    }
}

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
        let named = [(&self.go, "$GCCGO"), (&self.c, "$CC"), (&self.ar, "$AR")];
        named.into_iter().filter_map(|(words, by)| Some((words.first()?.into(), by))).collect()
    }

    fn environment(&self) -> Vec<(&'static str, OsString)> {
        Vec::new()
    }

    fn settle(&mut self, home: &Path, work: &Path, usual: &Path) {
        home.clone_into(&mut self.home);
        let usual = Path::new(".").join(usual.strip_prefix(home).unwrap_or(usual));
        self.work =
            (!work.starts_with(home)).then(|| (work.to_owned(), usual.to_string_lossy().into_owned()));
    }

    fn c(&self, it: &Compiled<'_>, launcher: &[OsString]) -> Run {
        let mut words: Vec<_> = texts(launcher).chain(texts(&self.c)).collect();
        words.extend(texts(["-c", "-g", "-O2"]));
        words.extend(self.common(it));
        // For goc.h, as the go command passes it: a string of C. It leaves package main out, whose path is its name.
        words.push(Word::from(format!("-DGOPKGPATH=\"{}\"", mangle_gccgo(it.symbol))));
        words.extend(texts(self.stack()).chain(texts(&self.cflags)));
        self.telling(it, words)
    }

    fn assembly(&self, it: &Compiled<'_>) -> Run {
        let mut words: Vec<_> = texts(&self.c).chain(texts(["-c", "-x", "assembler-with-cpp"])).collect();
        words.extend(self.common(it));
        words.push(Word::from(format!("-DGOPKGPATH={}", mangle_gccgo(it.symbol))));
        self.telling(it, words)
    }

    fn go(&self, symbol: &str, _folder: &Path, packages: &Path, files: &[PathBuf]) -> Run {
        let mut words: Vec<_> = texts(&self.go).chain(texts(["-c", "-g"])).collect();
        // gccgo takes package main by its name.
        if symbol != MAIN {
            words.push(Word::from(format!("-fgo-pkgpath={symbol}")));
        }
        if self.release.is_some_and(|release| release >= MAPS) {
            words.extend(self.placeless());
        }
        words.extend(searched(&[packages]));
        words.extend([Word::from("-o"), Word::Made(0)]);
        words.extend(files.iter().map(|file| Word::from(self.in_home(file))));
        Run { heeds: COMPILING, ..Run::new(words, &self.home) }
    }

    fn pack(
        &self,
        _program: &Path,
        folder: &Path,
        go: Option<PathBuf>,
        objects: Vec<PathBuf>,
    ) -> Option<(Run, Vec<PathBuf>)> {
        let objects: Vec<_> = objects.into_iter().chain(go).collect();
        let words = texts(&self.ar).chain([Word::from("rcD"), Word::Made(0)]).chain(texts(&objects));
        let run = Run { result: ResultIs::Added, ..Run::new(words.collect(), folder) };
        Some((run, objects))
    }

    fn links_archive(&self) -> bool {
        false
    }

    fn link(&self, folder: &Path, linked: &Linked, _packages: &Path) -> Run {
        let mut words: Vec<_> = texts(&self.go).chain([Word::from("-o"), Word::Made(0)]).collect();
        words.extend(texts(&linked.main));
        if !linked.archives.is_empty() {
            words.push(Word::from("-Wl,-("));
            for (archive, whole) in &linked.archives {
                // C may run before anybody calls it, and be called by C alone.
                words.extend(whole.then(|| Word::from("-Wl,--whole-archive")));
                words.push(Word::from(archive));
                words.extend(whole.then(|| Word::from("-Wl,--no-whole-archive")));
            }
            words.push(Word::from("-Wl,-)"));
        }
        // After what needs them: a linker may drop libraries that nothing before them needs.
        words.extend(texts(&linked.flags).chain(texts(&self.ldflags)));
        let depfile = self.link_tells.then(|| Depfile { path: linked.told.clone(), made: false });
        if depfile.is_some() {
            words.extend(texts(["-Xlinker", "--dependency-file", "-Xlinker"]).chain([Word::Depfile]));
        }
        Run { depfile, heeds: LINKING, ..Run::new(words, folder) }
    }

    fn cgo(&self, it: &Compiled<'_>, path: &str, settings: &Settings) -> Result<CgoTools, String> {
        self.cgo_tools(it, path, settings)
    }

    fn defun(&self, it: &Compiled<'_>, cgo: &CgoTools, launcher: &[OsString]) -> Run {
        self.cgo_defun(it, cgo, launcher)
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
