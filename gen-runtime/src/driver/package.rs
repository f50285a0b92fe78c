//! Packages of one's own: which files a folder's package has, what it is called, what it imports, and where
//! imports lead. Reads folders; knows nothing of compilers.

use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::constraint::Context;
use super::go_tools::Reference;
use super::toolchain::MAIN;

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
    pub imports: Vec<String>,
}

/// Why packages cannot be built.
#[derive(Debug)]
pub enum PackageError {
    /// A folder or a file could not be read.
    Read(PathBuf, io::Error),
    /// A folder without a file that belongs.
    Empty(PathBuf),
    /// A Go file without a package clause, or with an import that cannot be read.
    NoClause(PathBuf),
    /// Two names in one folder.
    TwoNames(PathBuf, String, String),
    /// Packages that import each other, from one back to itself.
    Cycle(Vec<String>),
    /// A package that imports one of its own module that is not there: both paths, and where it would be.
    NoImport(String, String, PathBuf),
    /// A package that imports package main: both paths.
    ImportsProgram(String, String),
    /// A folder that stands where an executable is to go.
    OutputIsFolder(PathBuf),
    /// A file or folder that today's gc cannot build, and why.
    NotForGo(PathBuf, &'static str),
    /// A reference that cannot be, and why.
    NoReference(Reference, &'static str),
}

impl fmt::Display for PackageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PackageError::Read(path, error) => write!(f, "cannot read `{}`: {error}", path.display()),
            PackageError::Empty(path) => write!(f, "`{}` has no file to build", path.display()),
            PackageError::NoClause(path) => {
                write!(f, "`{}` does not start with a package clause and imports", path.display())
            }
            PackageError::TwoNames(path, one, other) => {
                write!(f, "`{}` has two packages, `{one}` and `{other}`", path.display())
            }
            PackageError::Cycle(paths) => write!(f, "these import each other: {}", paths.join(" -> ")),
            PackageError::NoImport(from, path, folder) => {
                write!(f, "`{from}` imports `{path}`, but there is no folder `{}`", folder.display())
            }
            PackageError::ImportsProgram(from, path) => {
                write!(f, "`{from}` imports `{path}`, which is package main: only others can be imported")
            }
            PackageError::OutputIsFolder(path) => write!(
                f,
                "the executable would be `{}`, which is a folder: `-o FILE` names another",
                path.display()
            ),
            PackageError::NotForGo(path, why) => write!(f, "`{}` {why}", path.display()),
            PackageError::NoReference(Reference { package, from }, why) => {
                write!(f, "`--symabis-from {package}={from}` takes two packages: {why}")
            }
        }
    }
}

impl std::error::Error for PackageError {}

/// A module: a folder and the import path that it stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Module {
    /// The folder of `go.mod`.
    pub folder: PathBuf,
    /// Its path.
    pub path: String,
    /// The version of the language that it is in, as `1.18`.
    pub lang: Option<String>,
}

impl Module {
    /// The module that a folder is in.
    pub fn around(folder: &Path) -> Option<Module> {
        folder.ancestors().find_map(|folder| {
            let text = fs::read_to_string(folder.join("go.mod")).ok()?;
            let value = |name| {
                let mut lines = text.lines().filter_map(|line| line.trim().strip_prefix(name));
                let line = lines.find(|rest| rest.starts_with([' ', '\t']))?;
                Some(line.split("//").next()?.trim().trim_matches('"').to_owned())
            };
            // A release of the language counts, not one of its tools: 1.21 for 1.21.3 or 1.21rc2.
            let lang = value("go").map(|version| {
                let mut parts = version.split(|char: char| !char.is_ascii_digit());
                let parts = [parts.next(), parts.next()].map(Option::unwrap_or_default);
                parts.join(".")
            });
            Some(Module { folder: folder.to_owned(), path: value("module")?, lang })
        })
    }

    /// The import path of a folder.
    pub fn path_of(&self, folder: &Path) -> Option<String> {
        let below = folder.strip_prefix(&self.folder).ok()?.to_str()?;
        Some(if below.is_empty() { self.path.clone() } else { format!("{}/{below}", self.path) })
    }

    /// The folder of an import path, if it is inside.
    pub fn folder_of(&self, path: &str) -> Option<PathBuf> {
        match path.strip_prefix(&*self.path)? {
            "" => Some(self.folder.clone()),
            below => below.strip_prefix('/').map(|below| self.folder.join(below)),
        }
    }
}

impl Package {
    /// The package of those files of a folder, or of all that belong.
    ///
    /// # Errors
    /// See [`PackageError`].
    pub fn read(
        folder: &Path,
        path: String,
        files: Option<&[PathBuf]>,
        context: &Context,
    ) -> Result<Package, PackageError> {
        let trouble = |error| PackageError::Read(folder.to_owned(), error);
        let mut all = Vec::new();
        for entry in fs::read_dir(folder).map_err(trouble)? {
            all.push(entry.map_err(trouble)?.path());
        }
        all.sort();
        let mut package = Package { folder: folder.to_owned(), path, ..Package::default() };
        for file in all.into_iter().filter(|file| file.is_file()) {
            let name = file.file_name().unwrap_or_default().to_string_lossy();
            let kind = file.extension().and_then(|it| it.to_str()).unwrap_or_default();
            let listed = files.map(|files| files.contains(&file));
            let text = || fs::read(&file).map_err(|error| PackageError::Read(file.clone(), error));
            // Files that are named are taken as they are; headers are chosen by those who include them.
            let belongs = match (kind, listed) {
                ("h", _) => true,
                ("go" | "goc", Some(listed)) => listed,
                ("go" | "goc" | "c" | "s", _) => context.takes_name(&name) && context.takes_text(&text()?),
                _ => false,
            };
            if !belongs {
                continue;
            }
            match kind {
                "go" => {
                    package.take_go(&file, &text()?)?;
                    package.go.push(file);
                }
                "goc" => package.goc.push(file),
                "c" => package.c.push(file),
                "s" => package.assembly.push(file),
                _ => package.headers.push(file),
            }
        }
        let counts = [&package.go, &package.goc, &package.c, &package.assembly].map(Vec::len);
        if counts.iter().sum::<usize>() == 0 {
            return Err(PackageError::Empty(folder.to_owned()));
        }
        package.imports.sort();
        package.imports.dedup();
        Ok(package)
    }

    /// The path that its symbols have.
    pub fn symbol(&self) -> &str {
        if self.name == MAIN { MAIN } else { &self.path }
    }

    fn take_go(&mut self, file: &Path, text: &[u8]) -> Result<(), PackageError> {
        // A mark of the encoding may come first.
        let text = text.strip_prefix("\u{feff}".as_bytes()).unwrap_or(text);
        let no_clause = || PackageError::NoClause(file.to_owned());
        let (name, imports) = Head { rest: text }.read().ok_or_else(no_clause)?;
        if !self.name.is_empty() && self.name != name {
            return Err(PackageError::TwoNames(self.folder.clone(), self.name.clone(), name));
        }
        self.name = name;
        self.imports.extend(imports);
        Ok(())
    }
}

/// The front of a Go file.
struct Head<'t> {
    rest: &'t [u8],
}

impl<'t> Head<'t> {
    /// The package's name and the imports.
    fn read(&mut self) -> Option<(String, Vec<String>)> {
        if self.next()? != b"package" {
            return None;
        }
        let name = String::from_utf8_lossy(self.next()?).into_owned();
        let mut imports = Vec::new();
        while self.next() == Some(b"import") {
            let mut token = self.next()?;
            if token != b"(" {
                if !is_path(token) {
                    token = self.next()?;
                }
                imports.push(path(token)?);
                continue;
            }
            loop {
                token = self.next()?;
                if token == b")" {
                    break;
                }
                if is_path(token) {
                    imports.push(path(token)?);
                }
            }
        }
        Some((name, imports))
    }

    /// The next word, string or sign, behind blanks, comments and semicolons.
    fn next(&mut self) -> Option<&'t [u8]> {
        loop {
            let text = self.rest.trim_ascii_start();
            let end = match text.first()? {
                b';' => 1,
                b'/' if text.starts_with(b"//") => memchr::memchr(b'\n', text).unwrap_or(text.len()),
                b'/' if text.starts_with(b"/*") => memchr::memmem::find(text, b"*/")? + 2,
                _ => {
                    let length = token_length(text)?;
                    self.rest = &text[length..];
                    return Some(&text[..length]);
                }
            };
            self.rest = &text[end..];
        }
    }
}

fn token_length(text: &[u8]) -> Option<usize> {
    let first = *text.first()?;
    if first == b'"' || first == b'`' {
        return Some(memchr::memchr(first, &text[1..])? + 2);
    }
    let is_word = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_' || *byte >= 0x80;
    Some(text.iter().take_while(|byte| is_word(byte)).count().max(1))
}

fn is_path(token: &[u8]) -> bool {
    token.starts_with(b"\"") || token.starts_with(b"`")
}

fn path(token: &[u8]) -> Option<String> {
    let inner = token.get(1..token.len().checked_sub(1)?)?;
    Some(String::from_utf8_lossy(inner).into_owned()).filter(|_| is_path(token))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_front_of_a_go_file_is_read_as_far_as_its_imports() {
        let text = "// c\n/* package x */ package demo; import \"a/b\"\nimport . `c`\nimport (\n\tx \"d\" // \"e\"\n\
                    \t_ \"f\"; \"g\"\n)\n\nvar import_ = \"h\"\n";
        let (name, imports) = Head { rest: text.as_bytes() }.read().unwrap();
        assert_eq!((name.as_str(), imports.join(" ").as_str()), ("demo", "a/b c d f g"));
        assert!(Head { rest: b"func f() {}" }.read().is_none());
        assert!(Head { rest: b"package a\nimport \"b" }.read().is_none());
    }
}
