//! A package of one's own: which files its folder has, what it is called, and what it imports. Reads folders; knows
//! nothing of compilers.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::cgo::{Directive, directives};
use super::fault::{ReadError, SourceFault};
use super::files::{Context, Rule};
use super::head::{C, read_head};
use crate::source::Span;

/// The name of a package that is an executable, and the path of its symbols.
pub const MAIN: &str = "main";
/// The name of a package that documents another, and is none.
const DOCUMENTATION: &str = "documentation";

/// What a file is, by the end of its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Go.
    Go,
    /// Go with C inside.
    Goc,
    /// C.
    C,
    /// Assembly.
    Assembly,
    /// A header.
    Header,
    /// An object that is there.
    Object,
    /// A language that a step of another tool is for: its name.
    Foreign(&'static str),
}

/// The ends of names that count, as the go command has them, and ours.
const KINDS: [(&str, Kind); 20] = [
    ("go", Kind::Go),
    ("goc", Kind::Goc),
    ("c", Kind::C),
    ("s", Kind::Assembly),
    ("S", Kind::Assembly),
    ("h", Kind::Header),
    ("hh", Kind::Header),
    ("hpp", Kind::Header),
    ("hxx", Kind::Header),
    ("syso", Kind::Object),
    ("cc", Kind::Foreign("C++")),
    ("cpp", Kind::Foreign("C++")),
    ("cxx", Kind::Foreign("C++")),
    ("m", Kind::Foreign("Objective-C")),
    ("f", Kind::Foreign("Fortran")),
    ("F", Kind::Foreign("Fortran")),
    ("for", Kind::Foreign("Fortran")),
    ("f90", Kind::Foreign("Fortran")),
    ("swig", Kind::Foreign("SWIG")),
    ("swigcxx", Kind::Foreign("SWIG")),
];

/// What a file of that name is, if it is anything.
pub fn kind_of(file: &Path) -> Option<Kind> {
    let end = file.extension()?;
    KINDS.iter().find(|(known, _)| end == *known).map(|(_, kind)| *kind)
}

/// A file that is left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Left {
    /// The file.
    pub file: PathBuf,
    /// Why.
    pub rule: Rule,
}

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
    /// See [`Package::go`]. Also those that are left out: who includes them chooses.
    pub headers: Vec<PathBuf>,
    /// See [`Package::go`].
    pub objects: Vec<PathBuf>,
    /// Files of other languages, and these.
    pub foreign: Vec<(PathBuf, &'static str)>,
    /// Files that would count, and do not.
    pub left: Vec<Left>,
    /// Its Go files that import "C", where they belong.
    pub cgo: Vec<CgoFile>,
    /// What its Go files import, each path once, in order; "C" is none.
    pub imports: Vec<Import>,
    /// Whether it is one that was asked for, rather than one that is imported.
    pub asked: bool,
}

/// A Go file that imports "C".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CgoFile {
    /// Which of the package's Go files it is.
    pub file: usize,
    /// Its `#cgo` lines that count.
    pub directives: Vec<Directive>,
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
    /// See [`ReadError`]: the first of them.
    pub fn read(&self, folder: &Path, path: String, files: Option<&[PathBuf]>) -> Result<Package, ReadError> {
        let (package, errors) = self.read_all(folder, path, files);
        let error = errors.into_iter().next();
        error.map_or(Ok(()), Err)?;
        match package.is_empty() {
            true => Err(package.empty()),
            false => Ok(package),
        }
    }

    /// The package, as far as it can be read, and all that is wrong with its files.
    pub fn read_all(
        &self,
        folder: &Path,
        path: String,
        files: Option<&[PathBuf]>,
    ) -> (Package, Vec<ReadError>) {
        let mut package = Package { folder: folder.to_owned(), path, ..Package::default() };
        let mut errors = Vec::new();
        match listed(folder) {
            Ok(all) => {
                for file in all {
                    errors.extend(self.take(file, files, &mut package).err());
                }
            }
            Err(error) => errors.push(ReadError::Read(folder.to_owned(), error)),
        }
        package.imports.sort();
        package.imports.dedup_by(|next, first| next.path == first.path);
        (package, errors)
    }

    /// Takes a file into its package, if it belongs.
    fn take(&self, file: PathBuf, files: Option<&[PathBuf]>, package: &mut Package) -> Result<(), ReadError> {
        let Some(kind) = kind_of(&file).filter(|_| file.is_file()) else { return Ok(()) };
        if let Some(rule) = self.rule(&file, kind, files)? {
            package.left.push(Left { file: file.clone(), rule });
            // Headers are chosen by those who include them.
            if kind != Kind::Header {
                return Ok(());
            }
        }
        match kind {
            Kind::Go => self.take_go(file, package)?,
            Kind::Goc => package.goc.push(file),
            Kind::C => package.c.push(file),
            Kind::Assembly => package.assembly.push(file),
            Kind::Header => package.headers.push(file),
            Kind::Object => package.objects.push(file),
            Kind::Foreign(language) => package.foreign.push((file, language)),
        }
        Ok(())
    }

    /// The rule that leaves a file out, if one does. Files that are named are taken as they are.
    fn rule(&self, file: &Path, kind: Kind, files: Option<&[PathBuf]>) -> Result<Option<Rule>, ReadError> {
        if let Some(files) = files {
            return Ok((!files.iter().any(|named| named == file)).then_some(Rule::NotNamed));
        }
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        let rule = self.context.rule_of_name(&name);
        if rule.is_some() || kind == Kind::Object {
            return Ok(rule);
        }
        Ok((!self.takes_text(file)?).then_some(Rule::Lines))
    }

    fn takes_text(&self, file: &Path) -> Result<bool, ReadError> {
        let text = read(file)?;
        self.context.takes_text(&text).map_err(|fault| ReadError::at(file, &text, self.current, &fault))
    }

    fn take_go(&self, file: PathBuf, package: &mut Package) -> Result<(), ReadError> {
        let text = read(&file)?;
        let at = |fault| ReadError::at(&file, &text, self.current, &fault);
        let head = read_head(&text).map_err(at)?;
        if head.name == DOCUMENTATION {
            package.left.push(Left { file, rule: Rule::Documentation });
            return Ok(());
        }
        let has_c = head.imports.iter().any(|import| import.path == C);
        if has_c && !self.context.cgo {
            package.left.push(Left { file, rule: Rule::Cgo });
            return Ok(());
        }
        let directives = directives(&text, &head, self.context).map_err(at)?;
        if !package.name.is_empty() && package.name != head.name {
            let first = package.name.clone();
            return Err(at(SourceFault::TwoNames { at: head.at, name: head.name, first }));
        }
        package.name = head.name;
        let number = package.go.len();
        if has_c {
            package.cgo.push(CgoFile { file: number, directives });
        }
        let imports = head.imports.into_iter().filter(|import| import.path != C);
        package.imports.extend(imports.map(|import| Import {
            path: import.path,
            file: number,
            at: (import.at.start, import.at.end),
        }));
        package.go.push(file);
        Ok(())
    }
}

/// The files of a folder, in order.
fn listed(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut all = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    all.sort();
    Ok(all)
}

fn read(file: &Path) -> Result<Vec<u8>, ReadError> {
    fs::read(file).map_err(|error| ReadError::Read(file.to_owned(), error))
}

impl Package {
    /// Whether nothing of it belongs.
    pub fn is_empty(&self) -> bool {
        self.go.is_empty() && self.goc.is_empty() && self.c.is_empty() && self.assembly.is_empty()
    }

    /// What is told where nothing of it belongs.
    pub fn empty(&self) -> ReadError {
        match self.left.iter().any(|left| left.rule == Rule::Cgo) {
            true => ReadError::OnlyCgo(self.folder.clone()),
            false => ReadError::Empty(self.folder.clone()),
        }
    }

    /// The path that its symbols have.
    pub fn symbol(&self) -> &str {
        if self.name == MAIN { MAIN } else { &self.path }
    }

    /// Whether it becomes an executable.
    pub fn is_program(&self) -> bool {
        self.asked && self.name == MAIN
    }
}
