//! Packages of Go by their paths: the declarations of their files. Each is read once, when something of it is needed.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use super::fault::TypeFault;
use crate::diagnostic::{Explain, Report};
use crate::gopkg::head::HeadImport;
use crate::model::go::{GoConst, GoDecls, GoTypeDecl, text_of};
use crate::source::{Source, Span};

/// A Go file.
pub struct GoFile {
    /// Its text.
    pub source: Source<'static>,
    /// What it imports.
    pub imports: Vec<HeadImport>,
    /// What it declares.
    pub decls: GoDecls,
}

/// A package.
pub struct GoPackage {
    /// Its path.
    pub path: String,
    /// Its name.
    pub name: String,
    /// Its files.
    pub files: Vec<GoFile>,
    /// Its types and constants: the file and the place in that.
    types: HashMap<String, (usize, usize)>,
    consts: HashMap<String, (usize, usize)>,
}

impl GoPackage {
    /// A package of these files.
    pub fn new(path: String, name: String, files: Vec<GoFile>) -> GoPackage {
        let (mut types, mut consts) = (HashMap::new(), HashMap::new());
        for (at, file) in files.iter().enumerate() {
            for (place, decl) in file.decls.types.iter().enumerate() {
                types.insert(text_of(&file.source, decl.name), (at, place));
            }
            for (place, decl) in file.decls.consts.iter().enumerate() {
                consts.insert(text_of(&file.source, decl.name), (at, place));
            }
        }
        GoPackage { path, name, files, types, consts }
    }
}

/// Why a package cannot be had.
#[derive(Debug, Clone)]
pub enum NoPackage {
    /// Its source is not found; the words say where it was looked for.
    Missing(String),
    /// A file of it is at fault.
    Fault(Box<Report>),
}

/// Where packages come from.
pub trait FindPackage {
    /// The package of that path.
    ///
    /// # Errors
    /// See [`NoPackage`].
    fn find(&self, path: &str) -> Result<GoPackage, NoPackage>;
}

/// A file of a package.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Place {
    /// The package's number.
    pub package: usize,
    /// The file's number in it.
    pub file: usize,
}

/// A declaration: of a type or of a constant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct DeclId {
    /// Its file.
    pub place: Place,
    /// Its number there.
    pub decl: usize,
}

/// What is wrong, with its place.
pub type Fails<T> = Result<T, Box<Report>>;

/// The packages that were read.
pub struct Packages<'p> {
    find: &'p dyn FindPackage,
    read: RefCell<Vec<Rc<GoPackage>>>,
    by_path: RefCell<HashMap<String, Result<usize, NoPackage>>>,
}

/// The number of the package that the `.goc` files are of.
pub const HOME: usize = 0;

impl<'p> Packages<'p> {
    /// Packages around the one that the `.goc` files are of.
    pub fn new(find: &'p dyn FindPackage, home: GoPackage) -> Packages<'p> {
        let by_path = HashMap::from([(home.path.clone(), Ok(HOME))]);
        Packages { find, read: RefCell::new(vec![Rc::new(home)]), by_path: RefCell::new(by_path) }
    }

    /// A package that was read.
    pub fn package(&self, number: usize) -> Rc<GoPackage> {
        Rc::clone(&self.read.borrow()[number])
    }

    /// The number of a package, which is read if it has not been.
    ///
    /// # Errors
    /// See [`NoPackage`].
    pub fn number(&self, path: &str) -> Result<usize, NoPackage> {
        if let Some(known) = self.by_path.borrow().get(path) {
            return known.clone();
        }
        let found = self.find.find(path).map(|package| {
            let mut read = self.read.borrow_mut();
            read.push(Rc::new(package));
            read.len() - 1
        });
        self.by_path.borrow_mut().insert(path.to_owned(), found.clone());
        found
    }

    /// The number of the package that a file knows by a name; none where it imports no such.
    pub fn imported(&self, place: Place, name: &str, at: Span) -> Fails<Option<usize>> {
        let package = self.package(place.package);
        let imports = &package.files[place.file].imports;
        let is_last = |import: &&HeadImport| import.name.is_none() && last_of(&import.path) == name;
        let named = imports.iter().find(|import| import.name.as_deref() == Some(name));
        let Some(import) = named.or_else(|| imports.iter().find(is_last)) else {
            return self.imported_by_clause(place, name);
        };
        match self.number(&import.path) {
            Ok(number) => Ok(Some(number)),
            Err(NoPackage::Fault(report)) => Err(report),
            Err(NoPackage::Missing(why)) => {
                Err(self.fault(place, TypeFault::NoSource { at, path: import.path.clone(), why }))
            }
        }
    }

    /// A package may be called otherwise than its path ends.
    fn imported_by_clause(&self, place: Place, name: &str) -> Fails<Option<usize>> {
        let package = self.package(place.package);
        let unnamed = package.files[place.file].imports.iter().filter(|import| import.name.is_none());
        let numbers = unnamed.filter_map(|import| self.number(&import.path).ok());
        Ok(numbers.into_iter().find(|number| self.package(*number).name == name))
    }

    /// A type of a package.
    pub fn type_named(&self, package: usize, name: &str) -> Option<DeclId> {
        let (file, decl) = *self.package(package).types.get(name)?;
        Some(DeclId { place: Place { package, file }, decl })
    }

    /// A constant of a package.
    pub fn const_named(&self, package: usize, name: &str) -> Option<DeclId> {
        let (file, decl) = *self.package(package).consts.get(name)?;
        Some(DeclId { place: Place { package, file }, decl })
    }

    /// Does something with a type's declaration.
    pub fn with_type<T>(&self, id: DeclId, act: impl FnOnce(&GoFile, &GoTypeDecl) -> T) -> T {
        let package = self.package(id.place.package);
        let file = &package.files[id.place.file];
        act(file, &file.decls.types[id.decl])
    }

    /// Does something with a constant's declaration.
    pub fn with_const<T>(&self, id: DeclId, act: impl FnOnce(&GoFile, &GoConst) -> T) -> T {
        let package = self.package(id.place.package);
        let file = &package.files[id.place.file];
        act(file, &file.decls.consts[id.decl])
    }

    /// The name of a type.
    pub fn type_name(&self, id: DeclId) -> String {
        self.with_type(id, |file, decl| text_of(&file.source, decl.name))
    }

    /// The text of a span in a file.
    pub fn text(&self, place: Place, span: Span) -> String {
        text_of(&self.package(place.package).files[place.file].source, span)
    }

    /// A fault of a file.
    pub fn fault(&self, place: Place, fault: impl Explain) -> Box<Report> {
        Box::new(Report::new(&self.package(place.package).files[place.file].source, &fault))
    }
}

/// The last part of a path, but for a version: the usual name of its package.
pub fn last_of(path: &str) -> &str {
    let mut parts = path.rsplit('/');
    let last = parts.next().unwrap_or_default();
    let is_version = last
        .strip_prefix('v')
        .is_some_and(|digits| !digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_digit()));
    if is_version { parts.next().unwrap_or(last) } else { last }
}
