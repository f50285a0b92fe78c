//! All packages of a build: those that are asked for and those that they import, each after what it imports. Unaware
//! of what is done with them.

use std::path::{Path, PathBuf};

use goc2c::gopkg::fault::ReadError;
use goc2c::gopkg::files::Context;
use goc2c::gopkg::module::Module;
use goc2c::gopkg::package::{Import, MAIN, Package, Reader};
use hashbrown::{HashMap, HashSet};

use super::fault::{ImportFault, PackageError};

/// A folder, and some files of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// The folder, from the root of the file system.
    pub folder: PathBuf,
    /// The files; all that belong, if there are none.
    pub files: Option<Vec<PathBuf>>,
}

/// A package, and which of those before it it imports.
#[derive(Debug)]
pub struct Loaded {
    /// The package.
    pub package: Package,
    /// The places of those that it imports.
    pub imports: Vec<usize>,
}

/// Loads packages and what they import; `alone` is the path of one that is in no module.
///
/// # Errors
/// See [`PackageError`].
pub fn load(
    targets: &[Asked],
    alone: Option<&str>,
    context: &Context,
    current: &Path,
) -> Result<Vec<Loaded>, PackageError> {
    let reader = Reader { context, current };
    let mut loader = Loader { reader, loaded: Vec::new(), places: HashMap::new(), open: Vec::new() };
    for target in targets {
        let module = Module::around(&target.folder, current)?;
        let path = module.as_ref().and_then(|it| it.path_of(&target.folder));
        let path = path.or_else(|| alone.map(str::to_owned)).unwrap_or_else(|| last(&target.folder));
        let package = loader.reader.read(&target.folder, path, target.files.as_deref())?;
        loader.load(package, module.as_ref())?;
    }
    let asked: HashSet<&Path> = targets.iter().map(|target| target.folder.as_path()).collect();
    for Loaded { package, .. } in &mut loader.loaded {
        package.asked = asked.contains(package.folder.as_path());
    }
    Ok(loader.loaded)
}

/// The last part of a path.
pub fn last(path: &Path) -> String {
    path.file_name().map_or("a".into(), |name| name.to_string_lossy().into_owned())
}

struct Loader<'l> {
    reader: Reader<'l>,
    loaded: Vec<Loaded>,
    places: HashMap<String, usize>,
    /// The packages that wait for those that they import, each imported by the one before it.
    open: Vec<Open>,
}

/// A package that is being loaded.
struct Open {
    package: Package,
    /// The places of the imports that are loaded.
    imports: Vec<usize>,
    /// Which of its imports is looked at next.
    next: usize,
}

impl Loader<'_> {
    fn load(&mut self, package: Package, module: Option<&Module>) -> Result<(), PackageError> {
        if self.places.contains_key(&package.path) {
            return Ok(());
        }
        // Imports may go as deep as there are packages, so that they wait here and not on the stack.
        let mut on_the_way: HashSet<String> = HashSet::from_iter([package.path.clone()]);
        self.open.push(Open { package, imports: Vec::new(), next: 0 });
        while let Some(open) = self.open.last_mut() {
            let Some(import) = open.package.imports.get(open.next) else {
                if let Some(Open { package, imports, .. }) = self.open.pop() {
                    on_the_way.remove(&package.path);
                    self.places.insert(package.path.clone(), self.loaded.len());
                    self.loaded.push(Loaded { package, imports });
                }
                continue;
            };
            let Some(folder) = module.and_then(|module| module.folder_of(&import.path)) else {
                open.next += 1;
                continue;
            };
            if let Some(&place) = self.places.get(&import.path) {
                open.imports.push(place);
                open.next += 1;
                continue;
            }
            let import = import.clone();
            if on_the_way.contains(&import.path) {
                return Err(self.cycle(&import));
            }
            let imported = self.import(&import, &folder)?;
            on_the_way.insert(import.path);
            self.open.push(Open { package: imported, imports: Vec::new(), next: 0 });
        }
        Ok(())
    }

    /// The package that an import of the innermost one leads to.
    fn import(&self, import: &Import, folder: &Path) -> Result<Package, PackageError> {
        let path = import.path.clone();
        let at = import.span();
        if !folder.is_dir() {
            return Err(self.fault(import, &ImportFault::NoImport { at, path, folder: folder.to_owned() }));
        }
        let imported = self.reader.read(folder, path.clone(), None)?;
        if imported.name == MAIN {
            return Err(self.fault(import, &ImportFault::ImportsProgram { at, path }));
        }
        Ok(imported)
    }

    fn cycle(&self, import: &Import) -> PackageError {
        let paths = self.open.iter().map(|open| &open.package.path).skip_while(|path| **path != import.path);
        let paths = paths.chain([&import.path]).cloned().collect();
        self.fault(import, &ImportFault::Cycle { at: import.span(), paths })
    }

    /// A fault of an import of the innermost package.
    fn fault(&self, import: &Import, fault: &ImportFault) -> PackageError {
        match self.open.last().and_then(|open| open.package.go.get(import.file)) {
            Some(file) => PackageError::in_file(file, self.reader.current, fault),
            None => PackageError::Read(ReadError::Empty(PathBuf::new())),
        }
    }
}
