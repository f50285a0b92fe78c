//! All packages of a build: those that are asked for and those that they import, each after what it imports. What is
//! wrong with one is kept, and the others go on. Unaware of what is done with them.

use std::fs;
use std::path::{Path, PathBuf};

use goc2c::Span;
use goc2c::gopkg::fault::ReadError;
use goc2c::gopkg::files::Context;
use goc2c::gopkg::module::Module;
use goc2c::gopkg::package::{Import, MAIN, Package, Reader};
use hashbrown::{HashMap, HashSet};

use super::fault::{ImportFault, PackageError, shown};
use super::modules::Modules;

/// A folder, and some files of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// The folder, from the root of the file system.
    pub folder: PathBuf,
    /// The files; all that belong, if there are none.
    pub files: Option<Vec<PathBuf>>,
    /// Whether it was found by a pattern: then it is passed over where it has no Go.
    pub found: bool,
}

/// A package, and which of those before it it imports.
#[derive(Debug)]
pub struct Loaded {
    /// The package.
    pub package: Package,
    /// The places of those that it imports.
    pub imports: Vec<usize>,
    /// What its executable would be called.
    pub program: String,
}

/// What there is to build, and what is wrong.
#[derive(Debug, Default)]
pub struct Loading {
    /// The packages that can be built, each after those that it imports.
    pub packages: Vec<Loaded>,
    /// What is wrong with others, each once.
    pub errors: Vec<PackageError>,
    /// How many packages were asked for.
    pub asked: usize,
}

/// The path of files that are named.
pub const NAMED: &str = "command-line-arguments";

/// Loads packages and what they import; `alone` is the path of one that is in no module.
pub fn load(targets: &[Asked], alone: Option<&str>, context: &Context, current: &Path) -> Loading {
    let reader = Reader { context, current };
    let mut loader = Loader { reader, loading: Loading::default(), places: HashMap::new(), open: Vec::new() };
    let mut modules = Modules::default();
    let mut asked: HashSet<String> = HashSet::new();
    for target in targets {
        let module = match modules.around(&target.folder, current) {
            Ok(module) => module,
            Err(error) => {
                loader.tell(error);
                continue;
            }
        };
        let path = module.as_ref().and_then(|it| it.path_of(&target.folder));
        let path = path.or_else(|| alone.map(str::to_owned)).unwrap_or_else(|| last(&target.folder));
        let name = if target.files.is_some() { NAMED.to_owned() } else { path.clone() };
        if asked.contains(&name) {
            continue;
        }
        let (mut package, errors) = loader.reader.read_all(&target.folder, path, target.files.as_deref());
        let has_go = !(package.go.is_empty() && package.goc.is_empty() && errors.is_empty());
        if target.found && !has_go {
            continue;
        }
        loader.loading.asked += 1;
        asked.insert(name.clone());
        if loader.places.contains_key(&name) {
            continue;
        }
        let importer = std::mem::replace(&mut package.path, name);
        loader.load(package, errors, &importer, module.as_deref());
    }
    for Loaded { package, program, .. } in &mut loader.loading.packages {
        package.asked = asked.contains(&package.path);
        // After the first file that is named.
        let files =
            targets.first().and_then(|target| target.files.as_ref()).filter(|_| package.path == NAMED);
        if let Some(stem) = files.and_then(|files| files.first()?.file_stem()) {
            *program = stem.to_string_lossy().into_owned();
        }
    }
    loader.loading
}

/// The last part of a path.
pub fn last(path: &Path) -> String {
    path.file_name().map_or("a".into(), |name| name.to_string_lossy().into_owned())
}

/// What an executable is called: as the last element of the path that counts no versions.
fn program_name(path: &str) -> String {
    let is_version = |element: &str| {
        let number = element.strip_prefix('v').unwrap_or_default();
        let is_number = !number.is_empty() && number.bytes().all(|it| it.is_ascii_digit());
        is_number && number != "1" && !number.starts_with('0')
    };
    let (before, name) = path.rsplit_once('/').unwrap_or(("", path));
    if is_version(name) && !before.is_empty() { last(Path::new(before)) } else { name.to_owned() }
}

/// The first line `//go:embed …` of a file.
fn embedding(text: &[u8]) -> Option<Span> {
    let is_it = |line: &[u8]| {
        line.strip_prefix(b"//go:embed").is_some_and(|rest| rest.starts_with(b" ") || rest.starts_with(b"\t"))
    };
    let mut start = 0;
    for line in text.split(|byte| *byte == b'\n') {
        if is_it(line) {
            return Some(Span::new(start, start + line.trim_ascii_end().len()));
        }
        start += line.len() + 1;
    }
    None
}

struct Loader<'l> {
    reader: Reader<'l>,
    loading: Loading,
    /// Where each package is; nothing for one that cannot be built.
    places: HashMap<String, Option<usize>>,
    /// The packages that wait for those that they import, each imported by the one before it.
    open: Vec<Open>,
}

/// A package that is being loaded.
struct Open {
    package: Package,
    /// The path that says what it may import.
    importer: String,
    /// The places of the imports that are loaded.
    imports: Vec<usize>,
    /// Which of its imports is looked at next.
    next: usize,
    /// Whether it cannot be built.
    broken: bool,
}

impl Loader<'_> {
    fn tell(&mut self, error: impl Into<PackageError>) {
        let error = error.into();
        // The same file may be met twice, as a module's is.
        if !self.loading.errors.iter().any(|told| told.is_same(&error)) {
            self.loading.errors.push(error);
        }
    }

    fn load(&mut self, package: Package, errors: Vec<ReadError>, importer: &str, module: Option<&Module>) {
        // Imports may go as deep as there are packages, so that they wait here and not on the stack.
        let mut on_the_way: HashSet<String> = HashSet::from_iter([package.path.clone()]);
        self.open(package, errors, importer);
        while let Some(open) = self.open.last_mut() {
            let Some(import) = open.package.imports.get(open.next) else {
                if let Some(open) = self.open.pop() {
                    on_the_way.remove(&open.package.path);
                    self.close(open);
                }
                continue;
            };
            let import = import.clone();
            let folder = module.and_then(|module| module.folder_of(&import.path));
            match (&folder, self.places.get(&import.path)) {
                (None, _) => {}
                (_, Some(Some(place))) => open.imports.push(*place),
                (_, Some(None)) => open.broken = true,
                (Some(folder), None) => {
                    if on_the_way.contains(&import.path) {
                        self.cycle(&import);
                    } else if let Some((imported, errors)) = self.import(&import, folder, module) {
                        on_the_way.insert(import.path.clone());
                        self.open(imported, errors, &import.path);
                        continue;
                    }
                }
            }
            self.pass(&import, folder.is_some());
        }
    }

    /// Puts a package after those that wait.
    fn open(&mut self, package: Package, errors: Vec<ReadError>, importer: &str) {
        let mut broken = !errors.is_empty();
        errors.into_iter().for_each(|error| self.tell(error));
        if !broken && package.is_empty() {
            self.tell(package.empty());
            broken = true;
        }
        broken |= self.refuse_embedding(&package);
        // The compilers that cgo calls take them, but for those of SWIG.
        let takes = |language: &str| !package.cgo.is_empty() && language != "SWIG";
        for (file, language) in package.foreign.iter().filter(|(_, language)| !takes(language)) {
            self.tell(PackageError::Foreign(shown(file, self.reader.current), language));
            broken = true;
        }
        self.open.push(Open { package, importer: importer.to_owned(), imports: Vec::new(), next: 0, broken });
    }

    /// Tells of lines that the go command alone understands; whether there are any.
    fn refuse_embedding(&mut self, package: &Package) -> bool {
        let mut has = false;
        for import in package.imports.iter().filter(|import| import.path == "embed") {
            let Some(file) = package.go.get(import.file) else { continue };
            if let Some(at) = fs::read(file).ok().and_then(|text| embedding(&text)) {
                self.tell(PackageError::in_file(file, self.reader.current, &ImportFault::Embeds { at }));
                has = true;
            }
        }
        has
    }

    /// Takes a package in whose imports have been looked at.
    fn close(&mut self, open: Open) {
        let Open { package, imports, broken, .. } = open;
        let place = (!broken).then_some(self.loading.packages.len());
        self.places.insert(package.path.clone(), place);
        if !broken {
            let program = program_name(&package.path);
            self.loading.packages.push(Loaded { package, imports, program });
        }
    }

    /// The package that an import of the innermost one leads to, and what is wrong with its files; nothing where there is
    /// none, which is told once.
    fn import(
        &mut self,
        import: &Import,
        folder: &Path,
        module: Option<&Module>,
    ) -> Option<(Package, Vec<ReadError>)> {
        let path = import.path.clone();
        let at = import.span();
        let home = module.map_or(Path::new(""), |module| &module.folder);
        let other = folder.ancestors().take_while(|it| *it != home).find(|it| it.join("go.mod").is_file());
        let fault = if let Some(other) = other {
            ImportFault::OtherModule { at, path, folder: shown(other, self.reader.current) }
        } else if !folder.is_dir() {
            ImportFault::NoImport { at, path, folder: folder.to_owned() }
        } else {
            let (imported, errors) = self.reader.read_all(folder, path.clone(), None);
            if imported.name != MAIN {
                return Some((imported, errors));
            }
            self.fault(import, &ImportFault::ImportsProgram { at, path });
            return None;
        };
        self.fault(import, &fault);
        self.places.insert(import.path.clone(), None);
        None
    }

    /// Goes on after an import of the innermost package. One that is none of its business is told, wherever it leads.
    fn pass(&mut self, import: &Import, is_own: bool) {
        let Some(open) = self.open.last_mut() else { return };
        open.next += 1;
        let elements: Vec<&str> = import.path.split('/').collect();
        let Some(at) = elements.iter().rposition(|element| *element == "internal") else { return };
        let parent = elements[..at].join("/");
        let is_below = |below: &str| below.is_empty() || below.starts_with('/');
        let may = match parent.is_empty() {
            true => is_own,
            false => open.importer.strip_prefix(&*parent).is_some_and(is_below),
        };
        if !may {
            self.fault(
                import,
                &ImportFault::Internal { at: import.span(), path: import.path.clone(), parent },
            );
        }
    }

    fn cycle(&mut self, import: &Import) {
        let paths = self.open.iter().map(|open| &open.package.path).skip_while(|path| **path != import.path);
        let paths = paths.chain([&import.path]).cloned().collect();
        self.fault(import, &ImportFault::Cycle { at: import.span(), paths });
    }

    /// Tells a fault of an import of the innermost package.
    fn fault(&mut self, import: &Import, fault: &ImportFault) {
        let Some(open) = self.open.last_mut() else { return };
        open.broken = true;
        if let Some(file) = open.package.go.get(import.file) {
            let error = PackageError::in_file(file, self.reader.current, fault);
            self.tell(error);
        }
    }
}
