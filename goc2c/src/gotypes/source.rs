//! Where the source of packages is: the folder of the `.goc` files, the module around it, its `vendor`, and GOROOT for the
//! standard library. Reads files, and asks the go command where GOROOT is.

use std::cell::{OnceCell, RefCell};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use super::packages::{FindPackage, GoFile, GoPackage, NoPackage};
use crate::command::file::{bytes_of, display};
use crate::diagnostic::Report;
use crate::front::read_go_file;
use crate::gopkg::fault::ReadError;
use crate::gopkg::files::Context;
use crate::gopkg::head::read_head;
use crate::gopkg::module::Module;
use crate::gopkg::package::Reader;
use crate::source::Source;

/// Finds packages on the disk.
pub struct Disk {
    context: Context,
    /// The folder that files in messages are relative to.
    current: PathBuf,
    module: Option<Module>,
    goroot: OnceCell<Result<PathBuf, String>>,
    /// Files that were read.
    read: RefCell<Vec<PathBuf>>,
}

impl Disk {
    /// Packages around a folder, for a platform; `current` is the folder that files in messages are relative to.
    ///
    /// # Errors
    /// A `go.mod` that cannot be read.
    pub fn new(folder: &Path, context: Context, current: PathBuf) -> Result<Disk, ReadError> {
        let whole = whole(folder);
        let module = Module::around(&whole, &current)?;
        Ok(Disk { context, current, module, goroot: OnceCell::new(), read: Default::default() })
    }

    /// With the standard library's source in `$GOROOT/src` of that GOROOT, where one is given.
    pub fn with_root(self, root: Option<PathBuf>) -> Disk {
        Disk { goroot: root.map_or_else(OnceCell::new, |root| OnceCell::from(Ok(root))), ..self }
    }

    /// The Go files of a folder that count.
    ///
    /// # Errors
    /// A file that cannot be read.
    pub fn go_files(&self, folder: &Path) -> Result<Vec<PathBuf>, NoPackage> {
        let whole = whole(folder);
        let reader = Reader { context: &self.context, current: &self.current };
        Ok(reader.read(&whole, String::new(), None)?.go)
    }

    /// The package of a folder. A folder without a Go file has one that declares nothing.
    ///
    /// # Errors
    /// A file that cannot be read.
    pub fn package_in(&self, folder: &Path, path: String) -> Result<GoPackage, NoPackage> {
        let whole = whole(folder);
        let reader = Reader { context: &self.context, current: &self.current };
        let package = reader.read(&whole, path.clone(), None)?;
        let mut files = Vec::with_capacity(package.go.len());
        for file in &package.go {
            self.read.borrow_mut().push(file.clone());
            files.push(self.read_file(file)?);
        }
        Ok(GoPackage::new(path, package.name, files))
    }

    /// The package that some `.goc` files are of, by the folder of the first; `named` are its Go files, where they are
    /// named.
    ///
    /// # Errors
    /// A file that cannot be read.
    pub fn home(&self, folder: &Path, named: Option<&[PathBuf]>) -> Result<GoPackage, NoPackage> {
        let whole = whole(folder);
        let path = self.module.as_ref().and_then(|module| module.path_of(&whole)).unwrap_or_default();
        let Some(named) = named else { return self.package_in(folder, path) };
        let mut files = Vec::with_capacity(named.len());
        for file in named {
            files.push(self.read_file(file)?);
        }
        Ok(GoPackage::new(path, String::new(), files))
    }

    /// The Go files that were read so far.
    pub fn files_read(&self) -> Vec<PathBuf> {
        self.read.borrow().clone()
    }

    fn read_file(&self, file: &Path) -> Result<GoFile, NoPackage> {
        let text = fs::read(file).map_err(|error| ReadError::Read(file.to_owned(), error))?;
        let head = read_head(&text).map_err(|fault| ReadError::at(file, &text, &self.current, &fault))?;
        let shown = file.strip_prefix(&self.current).unwrap_or(file);
        let source = Source::of(bytes_of(shown.as_os_str()), text);
        match read_go_file(&source) {
            Ok(decls) => Ok(GoFile { source, imports: head.imports, decls }),
            Err(fault) => Err(NoPackage::Fault(Box::new(Report::new(&source, &fault)))),
        }
    }

    fn goroot(&self) -> Result<&Path, &str> {
        self.goroot.get_or_init(find_goroot).as_deref().map_err(String::as_str)
    }
}

impl FindPackage for Disk {
    fn find(&self, path: &str) -> Result<GoPackage, NoPackage> {
        let mut tried = Vec::new();
        if let Some(module) = &self.module {
            tried.extend(module.folder_of(path));
            tried.push(module.folder.join("vendor").join(path));
        }
        // The first part of all other paths is a domain.
        if path.split('/').next().is_some_and(|first| !first.contains('.')) || self.module.is_none() {
            let source = self.goroot().map_err(|why| NoPackage::Missing(why.into()))?.join("src");
            tried.extend([source.join(path), source.join("vendor").join(path)]);
        } else if let Some(Ok(root)) = self.goroot.get() {
            // What the standard library imports from elsewhere.
            tried.push(root.join("src/vendor").join(path));
        }
        match tried.iter().find(|folder| folder.is_dir()) {
            Some(folder) => self.package_in(folder, path.to_owned()),
            None => {
                let shown: Vec<_> = tried.iter().map(|folder| format!("`{}`", display(folder))).collect();
                let advice = "`go mod vendor` brings what is outside of the module";
                Err(NoPackage::Missing(format!("there is no folder {}; {advice}", shown.join(" and no "))))
            }
        }
    }
}

/// A folder's path from the root of the file system.
fn whole(folder: &Path) -> PathBuf {
    std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned())
}

/// GOROOT: the variable, or what the go command says, which is asked once.
fn find_goroot() -> Result<PathBuf, String> {
    static FOUND: OnceLock<Result<PathBuf, String>> = OnceLock::new();
    FOUND.get_or_init(ask_for_goroot).clone()
}

fn ask_for_goroot() -> Result<PathBuf, String> {
    if let Some(root) = std::env::var_os("GOROOT").filter(|root| !root.is_empty()) {
        return Ok(root.into());
    }
    let asked = Command::new("go").args(["env", "GOROOT"]).output();
    let answer = asked.ok().filter(|output| output.status.success()).map(|output| output.stdout);
    match answer.and_then(|text| String::from_utf8(text).ok()) {
        Some(text) if !text.trim().is_empty() => Ok(text.trim().into()),
        _ => Err("the standard library's source is in $GOROOT/src: set GOROOT, or have the go command in \
                  $PATH, which tells it"
            .into()),
    }
}

impl From<ReadError> for NoPackage {
    fn from(error: ReadError) -> NoPackage {
        match error {
            ReadError::At(report) => NoPackage::Fault(report),
            other => NoPackage::Missing(other.to_string()),
        }
    }
}
