//! The plan of packages of one's own: each package's objects and archive, the packages that it imports before
//! it, and for package main an executable.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use goc2c::command::output::bytes_of;
use hashbrown::{HashMap, HashSet};

use super::action::{Action, Arg, Log, Plan, ResultIs, Run, Work};
use super::constraint::Context;
use super::includes::Includes;
use super::package::{Module, Package, PackageError};
use super::toolchain::{For, MAIN, Toolchain};

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
    /// Where the only executable, or archive, goes instead.
    pub output: Option<PathBuf>,
    /// This program.
    pub program: PathBuf,
    /// A program and its arguments in front of the C compiler.
    pub launcher: Vec<OsString>,
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
        let mut builder =
            Builder { build: self, plan: Plan::default(), built: HashMap::new(), open: Vec::new() };
        builder.plan.folders = vec![("WORK", self.work.clone())];
        builder.plan.environment = match self.toolchain {
            Toolchain::Gccgo { .. } => Vec::new(),
            Toolchain::Gc { .. } => {
                vec![("GOOS", (&self.context.os).into()), ("GOARCH", (&self.context.arch).into())]
            }
        };
        for target in &self.targets {
            let module = Module::around(&target.folder);
            let alone = || self.path.clone().unwrap_or_else(|| last(&target.folder));
            let path = module.as_ref().and_then(|it| it.path_of(&target.folder)).unwrap_or_else(alone);
            let package = Package::read(&target.folder, path, target.files.as_deref(), &self.context)?;
            builder.package(package, module.as_ref())?;
        }
        Ok(builder.plan)
    }
}

fn last(folder: &Path) -> String {
    folder.file_name().map_or("a".into(), |name| name.to_string_lossy().into_owned())
}

/// What a package has become.
#[derive(Debug, Clone, Default)]
struct Built {
    archive: PathBuf,
    /// The archives that it needs when it is linked, its own among them.
    needs: Vec<PathBuf>,
}

struct Builder<'b> {
    build: &'b Build,
    plan: Plan,
    built: HashMap<String, Built>,
    /// The packages that are waiting for those that they import.
    open: Vec<String>,
}

impl Builder<'_> {
    fn to(&self) -> For<'_> {
        For { os: &self.build.context.os, arch: &self.build.context.arch }
    }

    fn package(&mut self, package: Package, module: Option<&Module>) -> Result<Built, PackageError> {
        if let Some(built) = self.built.get(&package.path) {
            return Ok(built.clone());
        }
        if let Some(start) = self.open.iter().position(|open| *open == package.path) {
            let circle = self.open[start..].iter().chain([&package.path]);
            return Err(PackageError::Cycle(circle.cloned().collect()));
        }
        self.open.push(package.path.clone());
        let mut imports = Vec::new();
        for path in &package.imports {
            let Some(folder) = module.and_then(|module| module.folder_of(path)) else { continue };
            let imported = Package::read(&folder, path.clone(), None, &self.build.context)?;
            imports.push(self.package(imported, module)?);
        }
        self.open.pop();
        let built = self.steps(&package, &imports);
        self.built.insert(package.path, built.clone());
        Ok(built)
    }

    fn add(&mut self, name: &Arc<str>, work: Work, inputs: Vec<PathBuf>, after: &[PathBuf], output: PathBuf) {
        let (package, after) = (name.clone(), after.to_vec());
        self.plan.actions.push(Action { package, log: Log::Command, work, inputs, after, output });
    }

    fn run(&mut self, package: &Package, mut argv: Vec<Arg>, step: Step<'_>, output: PathBuf) {
        argv.extend(step.files.iter().map(Arg::from));
        let inputs = [step.files, step.reads].concat();
        let run = Run { argv, folder: package.folder.clone(), result: step.result };
        self.add(&package.path.as_str().into(), Work::Run(run), inputs, step.after, output);
    }

    /// The steps of a package whose imports are built.
    fn steps(&mut self, package: &Package, imports: &[Built]) -> Built {
        let build = self.build;
        let tools = &build.toolchain;
        let name: Arc<str> = package.path.as_str().into();
        self.plan.packages.push(name.clone());
        let work = build.work.join("obj").join(&package.path);
        let packages = build.work.join("pkg");
        let is_main = package.name == MAIN;
        let symbol = if is_main { MAIN } else { &*package.path };
        let mut includes = Includes::default();
        includes.folders = vec![work.clone(), package.folder.clone()];
        let headers = self.headers(package, &name, &work, &mut includes);
        let mut sources = package.c.clone();
        for file in &package.goc {
            let mut c = std::ffi::OsString::from("z");
            c.push(file.file_stem().unwrap_or_default());
            c.push(".c");
            let output = work.join(c);
            let mut argv = vec![Arg::from(&build.program), Arg::from("goc2c"), Arg::from("--dialect")];
            let context = &build.context;
            argv.extend(
                [tools.dialect().name(), "--os", &context.os, "--arch", &context.arch].map(Arg::from),
            );
            if let Some(path) = tools.symbol_path(symbol) {
                argv.extend([Arg::from("--go-pkgpath"), Arg::from(path)]);
            }
            argv.extend([Arg::from("-o"), Arg::Output]);
            includes.made.insert(output.clone(), file.clone());
            self.run(package, argv, Step::of(std::slice::from_ref(file)), output.clone());
            sources.push(output);
        }
        sources.extend(package.assembly.iter().cloned());
        sources.sort_by(|a, b| a.file_name().map(bytes_of).cmp(&b.file_name().map(bytes_of)));
        let folders = [package.folder.as_path(), work.as_path()];
        let mut objects = Vec::new();
        for source in sources {
            let is_c = source.extension().is_some_and(|it| it == "c");
            let argv = if is_c {
                tools.c(self.to(), &folders, &build.launcher)
            } else {
                tools.assembly(self.to(), &folders)
            };
            let output = work.join(source.with_extension("o").file_name().unwrap_or_default());
            let reads = includes.of(&source);
            let step = Step { reads: &reads, after: &headers, ..Step::of(std::slice::from_ref(&source)) };
            self.run(package, argv, step, output.clone());
            objects.push(output);
        }
        let archives: Vec<_> = imports.iter().map(|built| built.archive.clone()).collect();
        if !package.go.is_empty() {
            let output = work.join("_go_.o");
            let argv = tools.go(self.to(), symbol, &packages);
            self.run(package, argv, Step { reads: &archives, ..Step::of(&package.go) }, output.clone());
            objects.push(output);
        }
        let mut seen = HashSet::new();
        let needs = imports.iter().flat_map(|built| built.needs.iter().cloned());
        let needs: Vec<_> = needs.filter(|archive| seen.insert(archive.clone())).collect();
        self.finish(package, is_main, &objects, needs, &packages)
    }

    /// Links an executable, or packs an archive.
    fn finish(
        &mut self,
        package: &Package,
        is_main: bool,
        objects: &[PathBuf],
        needs: Vec<PathBuf>,
        packages: &Path,
    ) -> Built {
        let build = self.build;
        let is_target = build.targets.iter().any(|target| target.folder == package.folder);
        let output = build.output.clone().filter(|_| is_target);
        if is_main && is_target {
            let output = output.unwrap_or_else(|| build.current.join(last(&package.folder)));
            let (objects, packed) = match build.toolchain {
                Toolchain::Gccgo { .. } => (objects.to_vec(), None),
                Toolchain::Gc { .. } => {
                    let packed = build.work.join("obj").join(&package.path).join("_main_.a");
                    (vec![packed.clone()], Some((packed, objects)))
                }
            };
            if let Some((packed, objects)) = packed {
                self.run(package, build.toolchain.pack(), Step::added(objects), packed);
            }
            let argv = build.toolchain.link(self.to(), &objects, &needs, packages);
            let run = Run { argv, folder: package.folder.clone(), result: ResultIs::Written };
            let inputs = [&objects[..], &needs].concat();
            self.add(&package.path.as_str().into(), Work::Run(run), inputs, &[], output.clone());
            return Built { archive: output, needs };
        }
        let folder = packages.join(&package.path);
        let name = build.toolchain.archive_name(&last(&folder));
        let archive = folder.with_file_name(name);
        self.run(package, build.toolchain.pack(), Step::added(objects), archive.clone());
        if let Some(output) = output {
            self.add(&package.path.as_str().into(), Work::Copy, vec![archive.clone()], &[], output);
        }
        Built { needs: [vec![archive.clone()], needs].concat(), archive }
    }

    /// Copies of a platform's headers under the generic names.
    fn headers(
        &mut self,
        package: &Package,
        name: &Arc<str>,
        work: &Path,
        includes: &mut Includes,
    ) -> Vec<PathBuf> {
        let For { os, arch } = self.to();
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
                self.add(name, Work::Copy, vec![header.clone()], &[], copy.clone());
                copies.push(copy);
            }
        }
        copies
    }
}

/// What a step is given beside its words.
struct Step<'s> {
    /// Files that stand at the end of the command line.
    files: &'s [PathBuf],
    /// Files that are read beside them.
    reads: &'s [PathBuf],
    after: &'s [PathBuf],
    result: ResultIs,
}

impl<'s> Step<'s> {
    fn of(files: &'s [PathBuf]) -> Self {
        Step { files, reads: &[], after: &[], result: ResultIs::Written }
    }

    fn added(files: &'s [PathBuf]) -> Self {
        Step { result: ResultIs::Added, ..Step::of(files) }
    }
}
