//! What the steps of all packages share: the plan as far as it is, where a package's files go, and how actions are
//! added. Unaware of which steps there are.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use engine::action::within;
use engine::{Action, Log, Plan, Run, Work};
use goc2c::gopkg::package::Package;

use super::build::Build;
use super::load::last;
use crate::driver::dist::facts::By;
use crate::driver::includes::Includes;

/// Plans the steps of packages.
pub(super) struct Planner<'b> {
    pub(super) build: &'b Build,
    pub(super) plan: Plan,
    /// What each package has become: its archive, or an executable; nothing where it could not be planned.
    pub(super) built: Vec<Option<PathBuf>>,
    /// What each package adds to links.
    pub(super) links: Vec<Links>,
}

/// What a package adds to the link of a program that it is in.
#[derive(Debug, Clone, Default)]
pub(super) struct Links {
    /// Whether cgo has a part in it: then all of its archive is linked.
    pub(super) cgo: bool,
    /// Flags.
    pub(super) flags: Vec<OsString>,
    /// Objects and libraries that these name.
    pub(super) files: Vec<PathBuf>,
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
}

impl Planner<'_> {
    /// A package whose steps are to be planned: its headers are.
    pub(super) fn subject<'s>(&mut self, package: &'s Package, imports: Vec<PathBuf>) -> Subject<'s> {
        let work = self.objects(package);
        let mut includes = Includes::default();
        let headers = self.plan_headers(package, &work, &mut includes);
        Subject { package, symbol: package.symbol(), work, imports, headers, includes }
    }

    /// The folder of a package's objects.
    pub(super) fn objects(&self, package: &Package) -> PathBuf {
        self.build.work.join("obj").join(&package.path)
    }

    /// The folder of the archives.
    pub(super) fn packages(&self) -> PathBuf {
        self.build.work.join("pkg")
    }

    /// A package's archive.
    pub(super) fn archive(&self, package: &Package) -> PathBuf {
        let folder = self.packages().join(&package.path);
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
