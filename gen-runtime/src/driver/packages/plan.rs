//! The plan of packages of one's own: each, after those that it imports, gets its steps, which [`super::steps`] knows,
//! and for package main an executable.

use std::path::PathBuf;

use engine::action::within;
use engine::{Plan, Work};
use goc2c::gopkg::package::Package;

use super::build::{Build, Output};
use super::fault::{Blame, PackageError};
use super::load::{Loaded, Loading, load};
use super::planner::{Links, Planner};
use crate::driver::cgo::flags::judge;

impl Build {
    /// Loads what there is to build.
    pub fn load(&self) -> Loading {
        load(&self.targets, self.path.as_deref(), &self.context, &self.current)
    }

    /// The plan. What cannot be planned is left out, with what needs it, and put to the errors.
    ///
    /// # Errors
    /// What the command line is to blame for; see [`PackageError`].
    pub fn plan(&self, loading: &mut Loading) -> Result<Plan, PackageError> {
        let mut planner =
            Planner { build: self, plan: Plan::default(), built: Vec::new(), links: Vec::new() };
        planner.plan.roots = self.roots();
        planner.plan.current = Some(self.current.clone());
        planner.plan.folders = vec![("WORK", self.work.clone())];
        planner.plan.folders.extend(self.toolchain.goroot().map(|goroot| ("GOROOT", goroot.to_owned())));
        planner.plan.named_by = self.toolchain.named_by();
        planner.plan.named_by.extend(self.launcher.first().map(|it| (it.into(), "`--launcher PROG`")));
        planner.plan.environment = self.toolchain.environment();
        // Nothing is run for a package, not even pkg-config, before the flags of all are judged.
        let judged = |it: &Loaded| judge(&it.package, &self.cgo, &self.current).map(|_| ());
        let mut refused: Vec<Option<PackageError>> =
            loading.packages.iter().map(|it| judged(it).err()).collect();
        for (place, it) in loading.packages.iter().enumerate() {
            let fault = refused[place].take();
            let is_whole = fault.is_none() && it.imports.iter().all(|&at| planner.built[at].is_some());
            loading.errors.extend(fault);
            let built = match is_whole.then(|| planner.plan_package(loading, it)).transpose() {
                Ok(built) => built,
                Err(error) if error.blame() != Blame::Usage => {
                    loading.errors.push(error);
                    None
                }
                Err(error) => return Err(error),
            };
            planner.built.push(built);
            planner.links.resize(planner.built.len(), Links::default());
        }
        Ok(planner.plan)
    }
}

impl Planner<'_> {
    /// Plans a package; what it becomes.
    fn plan_package(&mut self, loading: &Loading, loaded: &Loaded) -> Result<PathBuf, PackageError> {
        let Loaded { package, imports, .. } = loaded;
        self.plan.parts.push(package.path.as_str().into());
        let imported = imports.iter().filter_map(|&at| self.built[at].clone()).collect();
        let subject = self.subject(package, imported);
        if package.is_program() {
            let output = self.program(loading, loaded)?;
            let needs = self.needs(&loading.packages, imports);
            self.plan_program(subject, &needs, output.clone())?;
            return Ok(output);
        }
        let archive = self.archive(package);
        let links = self.plan_archive(subject, archive.clone())?;
        self.links.push(links);
        if let Some(output) = self.archive_copy(package, &archive) {
            self.add(package, Work::Copy, vec![archive.clone()], &[], output);
        }
        Ok(archive)
    }

    /// Packages and all that they import, each before what it imports.
    fn needs(&self, all: &[Loaded], packages: &[usize]) -> Vec<usize> {
        let mut seen = vec![false; all.len()];
        let mut found = Vec::new();
        let mut waiting: Vec<usize> = packages.iter().rev().copied().collect();
        while let Some(at) = waiting.pop() {
            if !std::mem::replace(&mut seen[at], true) {
                found.push(at);
                waiting.extend(all[at].imports.iter().rev());
            }
        }
        found
    }

    /// Where an archive is wanted besides.
    fn archive_copy(&self, package: &Package, archive: &std::path::Path) -> Option<PathBuf> {
        match self.build.output.as_ref()? {
            Output::File(file) => package.asked.then(|| file.clone()),
            Output::Folder(folder) => package.asked.then(|| within(folder, archive)),
            Output::Installed { archives, .. } => {
                let below = archive.strip_prefix(self.packages()).unwrap_or(archive);
                Some(archives.join(below))
            }
        }
    }

    /// Where an executable goes. Of several that nobody wants anywhere, nowhere in sight.
    fn program(&self, loading: &Loading, loaded: &Loaded) -> Result<PathBuf, PackageError> {
        let windows = self.build.context.platform.os == "windows";
        let name = format!("{}{}", loaded.program, if windows { ".exe" } else { "" });
        let folder = match &self.build.output {
            Some(Output::File(file)) => return Ok(file.clone()),
            Some(Output::Folder(folder)) => folder,
            Some(Output::Installed { programs, .. }) => programs.as_ref().ok_or(PackageError::NoBin)?,
            None if loading.asked > 1 => {
                return Ok(self.build.work.join("exe").join(&loaded.package.path).join(name));
            }
            None => &self.build.current,
        };
        let output = folder.join(name);
        if output.is_dir() { Err(PackageError::OutputIsFolder(output)) } else { Ok(output) }
    }
}
