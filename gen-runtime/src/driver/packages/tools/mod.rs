//! The compilers of packages of one's own: what each step of a package is run with.

pub mod gccgo;
pub mod plan9;

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use engine::Run;
use goc2c::Dialect;

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

    /// Links an executable from objects, or an archive, of package main, and the archives of what it imports. `told` is
    /// where the linker may tell which files it read.
    fn link(
        &self,
        folder: &Path,
        main: &[PathBuf],
        archives: &[PathBuf],
        packages: &Path,
        told: &Path,
    ) -> Run;
}
