//! The plan of packages of one's own: packages are read, each behind those that it imports; then each gets its
//! steps, which `build_c` and `build_go` know, and for package main an executable.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use hashbrown::{HashMap, HashSet};

use super::build_go::Shared;
use super::constraint::Context;
use super::includes::Includes;
use super::package::{Module, Package, PackageError};
use super::toolchain::{For, MAIN, Toolchain, WithC};
use engine::action::{Action, Arg, Log, Plan, ResultIs, Run, Work, within};

/// What is to be built.
#[derive(Debug, Clone)]
pub struct Build {
    /// Folders, or files of one folder.
    pub targets: Vec<Target>,
    /// The compilers.
    pub toolchain: Toolchain,
    /// What files are chosen for.
    pub context: Context,
    /// The path of a package that is in no module.
    pub path: Option<String>,
    /// The work folder.
    pub work: PathBuf,
    /// The folder that executables go to.
    pub current: PathBuf,
    /// Where executables and archives go instead.
    pub output: Option<Output>,
    /// This program.
    pub program: PathBuf,
    /// A program and its arguments in front of the C compiler.
    pub launcher: Vec<OsString>,
}

/// A place that was named for what is built.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Output {
    /// The only executable, or archive.
    File(PathBuf),
    /// The folder of all.
    Folder(PathBuf),
}

/// A folder, and some files of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// The folder, from the root of the file system.
    pub folder: PathBuf,
    /// The files; all that belong, if there are none.
    pub files: Option<Vec<PathBuf>>,
}

impl Build {
    /// The plan.
    ///
    /// # Errors
    /// See [`PackageError`].
    pub fn plan(&self) -> Result<Plan, PackageError> {
        let mut loader = Loader { build: self, loaded: Vec::new(), places: HashMap::new(), open: Vec::new() };
        for target in &self.targets {
            let module = Module::around(&target.folder);
            let alone = || self.path.clone().unwrap_or_else(|| last(&target.folder));
            let path = module.as_ref().and_then(|it| it.path_of(&target.folder)).unwrap_or_else(alone);
            let package = Package::read(&target.folder, path, target.files.as_deref(), &self.context)?;
            loader.load(package, module.as_ref())?;
        }
        let loaded = loader.loaded;
        let mut planner = Planner { build: self, plan: Plan::default(), built: Vec::new() };
        planner.plan.folders = vec![("WORK", self.work.clone())];
        planner.plan.environment = self.toolchain.environment(planner.to());
        planner.plan.named_by = self.toolchain.named_by();
        planner.plan.named_by.extend(self.launcher.first().map(|it| (it.into(), "`--launcher PROG`")));
        let means = match &self.toolchain {
            Toolchain::WithC(tools) => Means::WithC(tools),
            Toolchain::Go(tools) => Means::Go(planner.plan_shared(tools, &loaded)?),
        };
        for it in &loaded {
            let built = planner.plan_package(it, &means)?;
            planner.built.push(built);
        }
        Ok(planner.plan)
    }

    /// Whether a package was asked for.
    fn is_target(&self, package: &Package) -> bool {
        self.targets.iter().any(|target| target.folder == package.folder)
    }

    /// Whether a package becomes an executable.
    pub(super) fn is_program(&self, package: &Package) -> bool {
        package.name == MAIN && self.is_target(package)
    }
}

/// The last part of a path.
pub(super) fn last(path: &Path) -> String {
    path.file_name().map_or("a".into(), |name| name.to_string_lossy().into_owned())
}

/// A package, and which of those before it it imports.
#[derive(Debug)]
pub(super) struct Loaded {
    pub(super) package: Package,
    imports: Vec<usize>,
    /// The module that it is in.
    pub(super) module: Option<Module>,
}

/// Reads packages and what they import.
struct Loader<'b> {
    build: &'b Build,
    loaded: Vec<Loaded>,
    places: HashMap<String, usize>,
    /// The packages that are waiting for those that they import.
    open: Vec<String>,
}

impl Loader<'_> {
    fn load(&mut self, package: Package, module: Option<&Module>) -> Result<usize, PackageError> {
        if let Some(place) = self.places.get(&package.path) {
            return Ok(*place);
        }
        if let Some(start) = self.open.iter().position(|open| *open == package.path) {
            let circle = self.open[start..].iter().chain([&package.path]);
            return Err(PackageError::Cycle(circle.cloned().collect()));
        }
        self.open.push(package.path.clone());
        let mut imports = Vec::new();
        for path in &package.imports {
            let Some(folder) = module.and_then(|module| module.folder_of(path)) else { continue };
            if !folder.is_dir() {
                return Err(PackageError::NoImport(package.path.clone(), path.clone(), folder));
            }
            let imported = Package::read(&folder, path.clone(), None, &self.build.context)?;
            if imported.name == MAIN {
                return Err(PackageError::ImportsProgram(package.path, path.clone()));
            }
            imports.push(self.load(imported, module)?);
        }
        self.open.pop();
        self.places.insert(package.path.clone(), self.loaded.len());
        self.loaded.push(Loaded { package, imports, module: module.cloned() });
        Ok(self.loaded.len() - 1)
    }
}

/// What a package has become.
#[derive(Debug, Clone, Default)]
struct Built {
    archive: PathBuf,
    /// The archives that it needs when it is linked, its own among them.
    needs: Vec<PathBuf>,
}

/// Plans the steps of packages.
pub(super) struct Planner<'b> {
    pub(super) build: &'b Build,
    pub(super) plan: Plan,
    built: Vec<Built>,
}

/// What packages are built by.
enum Means<'b> {
    WithC(&'b WithC),
    Go(Shared<'b>),
}

/// A package whose steps are being planned.
pub(super) struct Subject<'s> {
    pub(super) package: &'s Package,
    /// The path that its symbols have.
    pub(super) symbol: &'s str,
    /// The folder of its objects.
    pub(super) work: PathBuf,
    /// The archives of what it imports.
    pub(super) imports: Vec<PathBuf>,
    /// Copies of headers under generic names.
    pub(super) headers: Vec<PathBuf>,
    pub(super) includes: Includes,
    /// The version of the language, where its module tells.
    pub(super) lang: Option<&'s str>,
}

impl Planner<'_> {
    fn plan_package(&mut self, loaded: &Loaded, means: &Means<'_>) -> Result<Built, PackageError> {
        let Loaded { package, imports, module } = loaded;
        let name: Arc<str> = package.path.as_str().into();
        self.plan.packages.push(name);
        let imported = imports.iter().map(|&at| self.built[at].archive.clone()).collect();
        let subject = self.subject(package, imported, module.as_ref());
        let mut seen = HashSet::new();
        let needs = imports.iter().flat_map(|&at| self.built[at].needs.iter().cloned());
        let needs: Vec<_> = needs.filter(|archive| seen.insert(archive.clone())).collect();
        let output = self.build.output.clone().filter(|_| self.build.is_target(package));
        if self.build.is_program(package) {
            let output = self.program(package, output)?;
            match means {
                Means::WithC(tools) => self.plan_c_program(tools, subject, &needs, output.clone()),
                Means::Go(shared) => self.plan_go_program(shared, subject, &needs, output.clone()),
            }
            return Ok(Built { archive: output, needs });
        }
        let archive = self.archive(package);
        match means {
            Means::WithC(tools) => self.plan_c_archive(tools, subject, archive.clone()),
            Means::Go(shared) => self.plan_go_archive(shared, subject, archive.clone()),
        }
        if let Some(output) = output {
            let output = match output {
                Output::File(file) => file,
                Output::Folder(folder) => within(&folder, &archive),
            };
            self.add(&package.path, Work::Copy, vec![archive.clone()], &[], output);
        }
        Ok(Built { needs: [vec![archive.clone()], needs].concat(), archive })
    }

    /// A package whose steps are to be planned: its headers are.
    pub(super) fn subject<'s>(
        &mut self,
        package: &'s Package,
        imports: Vec<PathBuf>,
        module: Option<&'s Module>,
    ) -> Subject<'s> {
        let work = self.objects(package);
        let mut includes = Includes::default();
        let headers = self.plan_headers(package, &work, &mut includes);
        let lang = module.and_then(|module| module.lang.as_deref());
        Subject { package, symbol: package.symbol(), work, imports, headers, includes, lang }
    }

    /// What files are made for.
    pub(super) fn to(&self) -> For<'_> {
        For { os: &self.build.context.os, arch: &self.build.context.arch }
    }

    /// Where an executable goes.
    fn program(&self, package: &Package, output: Option<Output>) -> Result<PathBuf, PackageError> {
        let folder = match output {
            Some(Output::File(file)) => return Ok(file),
            Some(Output::Folder(folder)) => folder,
            None => self.build.current.clone(),
        };
        let output = folder.join(last(&package.folder));
        if output.is_dir() { Err(PackageError::OutputIsFolder(output)) } else { Ok(output) }
    }

    /// The folder of a package's objects.
    pub(super) fn objects(&self, package: &Package) -> PathBuf {
        self.build.work.join("obj").join(&package.path)
    }

    /// A package's archive.
    pub(super) fn archive(&self, package: &Package) -> PathBuf {
        let folder = self.build.work.join("pkg").join(&package.path);
        let name = self.build.toolchain.archive_name(&last(&folder));
        folder.with_file_name(name)
    }

    pub(super) fn add(
        &mut self,
        package: &str,
        work: Work,
        inputs: Vec<PathBuf>,
        after: &[PathBuf],
        output: PathBuf,
    ) {
        let (package, after) = (package.into(), after.to_vec());
        self.plan.actions.push(Action { package, log: Log::Command, work, inputs, after, output });
    }

    pub(super) fn run(&mut self, package: &Package, mut argv: Vec<Arg>, step: Step<'_>, output: PathBuf) {
        argv.extend(step.files.iter().map(Arg::from));
        let inputs = [step.files, step.reads].concat();
        let run = Run { argv, folder: package.folder.clone(), result: step.result };
        self.add(&package.path, Work::Run(run), inputs, step.after, output);
    }

    /// Copies of a platform's headers under the generic names.
    fn plan_headers(&mut self, package: &Package, work: &Path, includes: &mut Includes) -> Vec<PathBuf> {
        let Context { os, arch, .. } = &self.build.context;
        let ends = [
            (format!("_{os}_{arch}"), "_GOOS_GOARCH"),
            (format!("_{os}"), "_GOOS"),
            (format!("_{arch}"), "_GOARCH"),
        ];
        let mut copies = Vec::new();
        for header in &package.headers {
            let stem = header.file_stem().unwrap_or_default().to_string_lossy();
            let generic =
                ends.iter().find_map(|(end, new)| Some(format!("{}{new}.h", stem.strip_suffix(&**end)?)));
            if let Some(generic) = generic {
                let copy = work.join(generic);
                includes.made.insert(copy.clone(), header.clone());
                self.add(&package.path, Work::Copy, vec![header.clone()], &[], copy.clone());
                copies.push(copy);
            }
        }
        copies
    }
}

/// What a step is given beside its words.
pub(super) struct Step<'s> {
    /// Files that stand at the end of the command line.
    pub(super) files: &'s [PathBuf],
    /// Files that are read beside them.
    pub(super) reads: &'s [PathBuf],
    pub(super) after: &'s [PathBuf],
    pub(super) result: ResultIs,
}

impl<'s> Step<'s> {
    pub(super) fn of(files: &'s [PathBuf]) -> Self {
        Step { files, reads: &[], after: &[], result: ResultIs::Written }
    }

    pub(super) fn added(files: &'s [PathBuf]) -> Self {
        Step { result: ResultIs::Added, ..Step::of(files) }
    }
}
