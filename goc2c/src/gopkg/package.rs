//! A package of one's own: which files its folder has, what it is called, and what it imports. Reads folders; knows
//! nothing of compilers.

use std::fs;
use std::path::{Path, PathBuf};

use super::fault::{ReadError, SourceFault};
use super::files::Context;
use super::head::read_head;
use crate::source::Span;

/// The name of a package that is an executable, and the path of its symbols.
pub const MAIN: &str = "main";

/// A package.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Package {
    /// Its folder.
    pub folder: PathBuf,
    /// Its import path.
    pub path: String,
    /// The name in its package clauses.
    pub name: String,
    /// Its files, by what they are, each list in order.
    pub go: Vec<PathBuf>,
    /// See [`Package::go`].
    pub goc: Vec<PathBuf>,
    /// See [`Package::go`].
    pub c: Vec<PathBuf>,
    /// See [`Package::go`].
    pub assembly: Vec<PathBuf>,
    /// See [`Package::go`].
    pub headers: Vec<PathBuf>,
    /// What its Go files import, each path once, in order.
    pub imports: Vec<Import>,
    /// Whether it is one that was asked for, rather than one that is imported.
    pub asked: bool,
}

/// An import, and the first place of it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Import {
    /// The path.
    pub path: String,
    /// Which of the package's Go files it is in.
    pub file: usize,
    /// Where it stands in that.
    pub at: (usize, usize),
}

impl Import {
    /// Where it stands in its file.
    pub fn span(&self) -> Span {
        Span::new(self.at.0, self.at.1)
    }
}

/// How packages are read.
pub struct Reader<'r> {
    /// What files are chosen for.
    pub context: &'r Context,
    /// The folder that file names in errors are relative to.
    pub current: &'r Path,
}

impl Reader<'_> {
    /// The package of those files of a folder, or of all that belong.
    ///
    /// # Errors
    /// See [`ReadError`].
    pub fn read(&self, folder: &Path, path: String, files: Option<&[PathBuf]>) -> Result<Package, ReadError> {
        let trouble = |error| ReadError::Read(folder.to_owned(), error);
        let mut all = Vec::new();
        for entry in fs::read_dir(folder).map_err(trouble)? {
            all.push(entry.map_err(trouble)?.path());
        }
        all.sort();
        let mut package = Package { folder: folder.to_owned(), path, ..Package::default() };
        for file in all.into_iter().filter(|file| file.is_file()) {
            self.take(file, files, &mut package)?;
        }
        let counts = [&package.go, &package.goc, &package.c, &package.assembly].map(Vec::len);
        if counts.iter().sum::<usize>() == 0 {
            return Err(ReadError::Empty(folder.to_owned()));
        }
        package.imports.sort();
        package.imports.dedup_by(|next, first| next.path == first.path);
        Ok(package)
    }

    /// Takes a file into its package, if it belongs.
    fn take(&self, file: PathBuf, files: Option<&[PathBuf]>, package: &mut Package) -> Result<(), ReadError> {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        let kind = file.extension().and_then(|it| it.to_str()).unwrap_or_default();
        let listed = files.map(|files| files.contains(&file));
        // Files that are named are taken as they are; headers are chosen by those who include them.
        let belongs = match (kind, listed) {
            ("h", _) => true,
            ("go" | "goc", Some(listed)) => listed,
            ("go" | "goc" | "c" | "s", _) => self.context.takes_name(&name) && self.takes_text(&file)?,
            _ => false,
        };
        match kind {
            _ if !belongs => {}
            "go" => self.take_go(file, package)?,
            "goc" => package.goc.push(file),
            "c" => package.c.push(file),
            "s" => package.assembly.push(file),
            _ => package.headers.push(file),
        }
        Ok(())
    }

    fn takes_text(&self, file: &Path) -> Result<bool, ReadError> {
        let text = read(file)?;
        self.context.takes_text(&text).map_err(|fault| ReadError::at(file, &text, self.current, &fault))
    }

    fn take_go(&self, file: PathBuf, package: &mut Package) -> Result<(), ReadError> {
        let text = read(&file)?;
        let at = |fault| ReadError::at(&file, &text, self.current, &fault);
        let head = read_head(&text).map_err(at)?;
        if !package.name.is_empty() && package.name != head.name {
            let first = package.name.clone();
            return Err(at(SourceFault::TwoNames { at: head.at, name: head.name, first }));
        }
        package.name = head.name;
        let number = package.go.len();
        let imports = head.imports.into_iter();
        package.imports.extend(imports.map(|import| Import {
            path: import.path,
            file: number,
            at: (import.at.start, import.at.end),
        }));
        package.go.push(file);
        Ok(())
    }
}

fn read(file: &Path) -> Result<Vec<u8>, ReadError> {
    fs::read(file).map_err(|error| ReadError::Read(file.to_owned(), error))
}

impl Package {
    /// The path that its symbols have.
    pub fn symbol(&self) -> &str {
        if self.name == MAIN { MAIN } else { &self.path }
    }

    /// Whether it becomes an executable.
    pub fn is_program(&self) -> bool {
        self.asked && self.name == MAIN
    }
}
