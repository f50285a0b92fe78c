//! The plan of packages of one's own: they are loaded, each after those that it imports; then each gets its
//! steps, which [`super::steps`] knows, and for package main an executable.

use std::path::PathBuf;

use engine::action::within;
use engine::{Plan, Work};
use goc2c::gopkg::package::Package;

use super::build::{Build, Output};
use super::fault::PackageError;
use super::load::{Loaded, last, load};
use super::planner::Planner;

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
        planner.plan.environment = self.toolchain.environment();
        for it in &loaded {
            let built = planner.plan_package(&loaded, it)?;
            planner.built.push(built);
        }
        Ok(planner.plan)
    }
}

impl Planner<'_> {
    /// Plans a package; what it becomes.
    fn plan_package(&mut self, all: &[Loaded], loaded: &Loaded) -> Result<PathBuf, PackageError> {
        let Loaded { package, imports } = loaded;
        self.plan.parts.push(package.path.as_str().into());
        let imported = imports.iter().map(|&at| self.built[at].clone()).collect();
        let subject = self.subject(package, imported);
        let output = self.build.output.clone().filter(|_| package.asked);
        if package.is_program() {
            let output = self.program(package, output)?;
            let needs = self.archives(all, imports);
            self.plan_program(subject, &needs, output.clone())?;
            return Ok(output);
        }
        let archive = self.archive(package);
        self.plan_archive(subject, archive.clone())?;
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
}
