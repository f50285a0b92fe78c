//! The compilers of packages of one's own: what each step of a package is run with.

pub mod gccgo;
pub mod gccgo_cgo;
pub mod plan9;
pub mod plan9_cgo;

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use engine::Run;
use goc2c::Dialect;

use crate::driver::cgo::settings::Settings;

/// A file of C or assembly that is compiled.
pub struct Compiled<'c> {
    /// The file.
    pub file: &'c Path,
    /// The package's folder.
    pub folder: &'c Path,
    /// The folder of its objects.
    pub work: &'c Path,
    /// The object.
    pub object: &'c Path,
    /// The package's path in symbols.
    pub symbol: &'c str,
}

/// How a tool chain has cgo done for a package.
#[derive(Debug)]
pub struct CgoTools {
    /// The program cgo.
    pub program: PathBuf,
    /// Its flags, of this tool chain.
    pub flags: Vec<OsString>,
    /// What it finds in its environment.
    pub environment: Vec<(&'static str, OsString)>,
    /// The folder that its messages name files from, where that is not the package's.
    pub names_from: Option<PathBuf>,
    /// What it makes beside two files for each that it reads, with names alone: the first stands for all.
    pub makes: &'static [&'static str],
    /// The C compiler.
    pub cc: Vec<OsString>,
    /// What each C file is compiled with, before the package's flags.
    pub before: Vec<OsString>,
    /// The same, after them.
    pub after: Vec<OsString>,
    /// What the old compilers need more.
    pub old: Option<OldCgo>,
}

/// What the old compilers need for cgo: their linkers take one object of all that gcc made, and a list of what a program
/// would take from libraries.
#[derive(Debug)]
pub struct OldCgo {
    /// What gcc links with, before the objects.
    pub link: Vec<OsString>,
    /// What makes one object of many, behind them.
    pub one: Vec<OsString>,
}

/// What a program is linked from.
#[derive(Debug, Default)]
pub struct Linked {
    /// The objects, or the archive, of package main.
    pub main: Vec<PathBuf>,
    /// The archives of what it imports, each before what that imports, and whether all of it is linked.
    pub archives: Vec<(PathBuf, bool)>,
    /// Flags that come after them.
    pub flags: Vec<OsString>,
    /// Whether cgo has a part in it.
    pub cgo: bool,
    /// Where the linker may tell which files it read.
    pub told: PathBuf,
}

/// A tool chain that compiles C. Each step's words name all its files.
pub trait CompilesC: std::fmt::Debug {
    /// Its name, which is a part of the work folder's.
    fn name(&self) -> &'static str;

    /// The terms that hold in build lines with it.
    fn tags(&self) -> Vec<String>;

    /// What goc2c writes for it.
    fn dialect(&self) -> Dialect;

    /// What goc2c puts into symbols for a package of that path.
    fn symbol_path<'p>(&self, symbol: &'p str) -> &'p str;

    /// What an archive of a package is called, in the folder of the last but one part of its path.
    fn archive_name(&self, last: &str) -> String;

    /// What the Go object is called.
    fn go_object(&self) -> String;

    /// Its programs, or their folder, and what names another.
    fn named_by(&self) -> Vec<(PathBuf, &'static str)>;

    /// What its programs find in their environment.
    fn environment(&self) -> Vec<(&'static str, OsString)>;

    /// Tells it the module's folder, the work folder, and what that is where nobody says otherwise: what it makes may not
    /// depend on where these are.
    fn settle(&mut self, _home: &Path, _work: &Path, _usual: &Path) {}

    /// The tree that its programs are of, where they are of one.
    fn goroot(&self) -> Option<&Path> {
        None
    }

    /// Compiles C.
    fn c(&self, it: &Compiled<'_>, launcher: &[OsString]) -> Run;

    /// Assembles.
    fn assembly(&self, it: &Compiled<'_>) -> Run;

    /// Compiles the Go files of a package; imports are found in `packages`.
    fn go(&self, symbol: &str, folder: &Path, packages: &Path, files: &[PathBuf]) -> Run;

    /// Packs the Go object, where there is one, and the others. Also all of them, in the order in which they are read;
    /// nothing where the compilers make no archive of these.
    fn pack(
        &self,
        program: &Path,
        folder: &Path,
        go: Option<PathBuf>,
        objects: Vec<PathBuf>,
    ) -> Option<(Run, Vec<PathBuf>)>;

    /// Whether an executable is linked from an archive of package main, rather than from its objects.
    fn links_archive(&self) -> bool;

    /// Links an executable.
    fn link(&self, folder: &Path, linked: &Linked, packages: &Path) -> Run;

    /// How cgo is done for a package of that import path.
    ///
    /// # Errors
    /// Why there is none.
    fn cgo(&self, it: &Compiled<'_>, path: &str, settings: &Settings) -> Result<CgoTools, String>;

    /// Compiles cgo's `_cgo_defun.c`.
    fn defun(&self, it: &Compiled<'_>, cgo: &CgoTools, launcher: &[OsString]) -> Run;
}
