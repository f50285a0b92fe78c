//! The plan of packages of one's own: they are loaded, each after those that it imports; then each gets its
//! steps, which [`super::steps`] knows, and for package main an executable.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use engine::action::{folder_of, within};
use engine::{Action, Log, Plan, Root, Run, Work};

use super::fault::PackageError;
use super::files::Context;
use super::load::{Loaded, Target, last, load};
use super::module::Module;
use super::package::{MAIN, Package};
use super::steps::Shared;
use super::tools::{CompilesC, Toolchain};
use crate::driver::dist::facts::By;
use crate::driver::includes::Includes;

/// What is to be built.
#[derive(Debug)]
pub struct Build {
    /// Folders, or files of one folder.
    pub targets: Vec<Target>,
    /// The compilers.
    pub toolchain: Toolchain,
    /// What files are chosen for.
    pub context: Context,
    /// The path of a package that is in no module.
    pub path: Option<String>,
    /// The folder of the driver's own.
    pub home: Root,
    /// The work folder, in that.
    pub work: PathBuf,
    /// The folder that executables go to.
    pub current: PathBuf,
    /// Where executables and archives go instead.
    pub output: Option<Output>,
    /// This program.
    pub program: PathBuf,
    /// A program and its arguments before the C compiler.
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

impl Build {
    /// The plan.
    ///
    /// # Errors
    /// See [`PackageError`].
    pub fn plan(&self) -> Result<Plan, PackageError> {
        let loaded = load(&self.targets, self.path.as_deref(), &self.context, &self.current)?;
        let mut planner = Planner { build: self, plan: Plan::default(), built: Vec::new() };
        planner.plan.roots = self.roots();
        planner.plan.folders = vec![("WORK", self.work.clone())];
        planner.plan.named_by = self.toolchain.named_by();
        planner.plan.named_by.extend(self.launcher.first().map(|it| (it.into(), "`--launcher PROG`")));
        let means = match &self.toolchain {
            Toolchain::WithC(tools) => {
                planner.plan.environment = tools.environment();
                Means::WithC(&**tools)
            }
            Toolchain::Go(tools) => {
                planner.plan.environment = tools.environment(&self.context.platform);
                Means::Go(planner.plan_shared(tools, &loaded)?)
            }
        };
        for it in &loaded {
            let built = planner.plan_package(&loaded, it, &means)?;
            planner.built.push(built);
        }
        Ok(planner.plan)
    }

    /// The folders that it may write to.
    fn roots(&self) -> Vec<Root> {
        let output = match &self.output {
            Some(Output::File(file)) => folder_of(file),
            Some(Output::Folder(folder)) => folder,
            None => &self.current,
        };
        vec![self.home.clone(), Root::named(output)]
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

/// Plans the steps of packages.
pub(super) struct Planner<'b> {
    pub(super) build: &'b Build,
    pub(super) plan: Plan,
    /// What each package has become: its archive, or an executable.
    built: Vec<PathBuf>,
}

/// What packages are built by.
enum Means<'b> {
    WithC(&'b dyn CompilesC),
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
    /// Plans a package; what it becomes.
    fn plan_package(
        &mut self,
        all: &[Loaded],
        loaded: &Loaded,
        means: &Means<'_>,
    ) -> Result<PathBuf, PackageError> {
        let Loaded { package, imports, module } = loaded;
        self.plan.parts.push(package.path.as_str().into());
        let imported = imports.iter().map(|&at| self.built[at].clone()).collect();
        let subject = self.subject(package, imported, module.as_ref());
        let output = self.build.output.clone().filter(|_| self.build.is_target(package));
        if self.build.is_program(package) {
            let output = self.program(package, output)?;
            let needs = self.archives(all, imports);
            match means {
                Means::WithC(tools) => self.plan_c_program(*tools, subject, &needs, output.clone())?,
                Means::Go(shared) => self.plan_go_program(shared, subject, &needs, output.clone()),
            }
            return Ok(output);
        }
        let archive = self.archive(package);
        match means {
            Means::WithC(tools) => self.plan_c_archive(*tools, subject, archive.clone())?,
            Means::Go(shared) => self.plan_go_archive(shared, subject, archive.clone()),
        }
        if let Some(output) = output {
            let output = match output {
                Output::File(file) => file,
                Output::Folder(folder) => within(&folder, &archive),
            };
            self.add(package, Work::Copy, vec![archive.clone()], &[], output);
        }
        Ok(archive)
    }

    /// The archives of packages and of all that they import, each before what it imports.
    fn archives(&self, all: &[Loaded], packages: &[usize]) -> Vec<PathBuf> {
        let mut seen = vec![false; all.len()];
        let mut found = Vec::new();
        let mut waiting: Vec<usize> = packages.iter().rev().copied().collect();
        while let Some(at) = waiting.pop() {
            if !std::mem::replace(&mut seen[at], true) {
                found.push(self.built[at].clone());
                waiting.extend(all[at].imports.iter().rev());
            }
        }
        found
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
        package: &Package,
        work: Work,
        reads: Vec<PathBuf>,
        after: &[PathBuf],
        made: PathBuf,
    ) {
        self.add_all(package, work, reads, after, vec![made]);
    }

    pub(super) fn add_all(
        &mut self,
        package: &Package,
        work: Work,
        reads: Vec<PathBuf>,
        after: &[PathBuf],
        makes: Vec<PathBuf>,
    ) {
        let (part, after) = (package.path.as_str().into(), after.to_vec());
        self.plan.actions.push(Action { part, log: Log::Command, work, reads, after, makes });
    }

    pub(super) fn add_run(&mut self, package: &Package, step: Step<'_>, made: PathBuf) {
        self.add(package, Work::Run(step.run), step.reads, step.after, made);
    }

    /// Copies of a platform's headers under the generic names.
    fn plan_headers(&mut self, package: &Package, work: &Path, includes: &mut Includes) -> Vec<PathBuf> {
        let platform = &self.build.context.platform;
        let mut copies = Vec::new();
        for header in &package.headers {
            let stem = header.file_stem().unwrap_or_default().to_string_lossy();
            let generic = By::ALL.iter().find_map(|by| {
                Some(format!("{}{}.h", stem.strip_suffix(&*by.end(platform))?, by.generic_end()))
            });
            if let Some(generic) = generic {
                let copy = work.join(generic);
                includes.made.insert(copy.clone(), header.clone());
                self.add(package, Work::Copy, vec![header.clone()], &[], copy.clone());
                copies.push(copy);
            }
        }
        copies
    }
}

/// A program that is run for a package, and what it reads.
pub(super) struct Step<'s> {
    pub(super) run: Run,
    pub(super) reads: Vec<PathBuf>,
    pub(super) after: &'s [PathBuf],
}

/// The object that a source becomes in a folder.
pub(super) fn object_in(folder: &Path, source: &Path) -> PathBuf {
    within(folder, &source.with_extension("o"))
}
