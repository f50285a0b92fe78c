//! The compilers of the old releases, for packages of one's own. Their words are [`crate::driver::dist::words`]'.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use engine::{Run, Word};
use goc2c::Dialect;
use goc2c::gopkg::files::terms;

use super::{CgoTools, Compiled, CompilesC, Linked};
use crate::driver::cgo::settings::Settings;
use crate::driver::dist::words::{self, Archive, OldCompilers};
use crate::{Platform, Release};

/// The compilers of an old release.
#[derive(Debug)]
pub struct Plan9 {
    /// Their words.
    pub compilers: OldCompilers,
    /// What goc2c writes for them.
    pub dialect: Dialect,
    /// Their release: 2 for go1.2. Nothing before Go 1, and then no release's term holds in build lines.
    pub minor: Option<u32>,
    /// The tree that they are of.
    pub goroot: PathBuf,
    /// The folder of its packages, and of the headers that all of them may read.
    pub installed: PathBuf,
    /// What files are made for.
    pub platform: Platform,
    /// The Go compiler's flags.
    pub gcflags: Vec<OsString>,
    /// The linker's flags.
    pub ldflags: Vec<OsString>,
    /// Their release.
    pub release: Release,
    /// The machine's C compiler, for cgo.
    pub cc: Vec<OsString>,
}

/// Variables that the Go compilers heed, and the linkers.
const KINDS: &[&str] = &["GOARM", "GO386", "GOEXPERIMENT"];

impl Plan9 {
    /// The folders that are searched for headers: the package's own come first.
    fn folders<'f>(&'f self, it: &'f Compiled<'_>) -> [&'f Path; 3] {
        [it.folder, it.work, &self.installed]
    }
}

impl CompilesC for Plan9 {
    fn name(&self) -> &'static str {
        "plan9"
    }

    fn tags(&self) -> Vec<String> {
        terms("gc", self.minor)
    }

    fn dialect(&self) -> Dialect {
        self.dialect
    }

    fn symbol_path<'p>(&self, _symbol: &'p str) -> &'p str {
        // The linker completes a symbol without a package by the path that the archive is found under: C cannot spell
        // all paths.
        ""
    }

    fn archive_name(&self, last: &str) -> String {
        format!("{last}.a")
    }

    fn go_object(&self) -> String {
        self.compilers.go_object()
    }

    fn named_by(&self) -> Vec<(PathBuf, &'static str)> {
        vec![(self.compilers.folder().to_owned(), "`--tool-dir DIR`")]
    }

    fn goroot(&self) -> Option<&Path> {
        Some(&self.goroot)
    }

    fn environment(&self) -> Vec<(&'static str, OsString)> {
        let Platform { os, arch } = &self.platform;
        vec![("GOROOT", (&self.goroot).into()), ("GOOS", os.into()), ("GOARCH", arch.into())]
    }

    fn c(&self, it: &Compiled<'_>, launcher: &[OsString]) -> Run {
        let compiled = words::CInput { folders: &self.folders(it), file: it.file };
        Run::new(self.compilers.c(&compiled, launcher), it.folder)
    }

    fn assembly(&self, it: &Compiled<'_>) -> Run {
        let compiled = words::CInput { folders: &self.folders(it), file: it.file };
        Run::new(self.compilers.assembly(&compiled), it.folder)
    }

    fn go(&self, symbol: &str, folder: &Path, packages: &Path, files: &[PathBuf]) -> Run {
        let mut more: Vec<Word> = words::searched(&[packages]).collect();
        more.extend(words::texts(&self.gcflags).chain(words::texts(files)));
        Run { heeds: KINDS, ..Run::new(self.compilers.go(symbol, more), folder) }
    }

    fn pack(
        &self,
        program: &Path,
        folder: &Path,
        go: Option<PathBuf>,
        objects: Vec<PathBuf>,
    ) -> Option<(Run, Vec<PathBuf>)> {
        // What is appended to is what the Go compiler made.
        if go.is_none() && self.compilers.words().archive == Archive::Append {
            return None;
        }
        let packing = self.compilers.pack(program, go, objects);
        Some((Run { result: packing.result, ..Run::new(packing.words, folder) }, packing.objects))
    }

    fn links_archive(&self) -> bool {
        true
    }

    fn link(&self, folder: &Path, linked: &Linked, packages: &Path) -> Run {
        let main = linked.main.first().map_or(Path::new(""), PathBuf::as_path);
        let mut words = self.compilers.link(main, packages, &self.ldflags);
        if linked.cgo {
            // The user's flags, behind, count more.
            words.splice(1..1, words::texts(self.external()));
        }
        Run { heeds: KINDS, ..Run::new(words, folder) }
    }

    fn cgo(&self, it: &Compiled<'_>, _path: &str, settings: &Settings) -> Result<CgoTools, String> {
        self.cgo_tools(it, settings)
    }

    fn defun(&self, it: &Compiled<'_>, _cgo: &CgoTools, launcher: &[OsString]) -> Run {
        self.c(it, launcher)
    }
}
