//! All of a tree: libraries, programs, compilers, packages and the go command that builds the rest, which may be had
//! build it; this program under the name of the tree's own; and what a tree for another platform has besides.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use engine::{Depfile, Log, Plan, ResultIs, Run, Word, Work};

use super::directories::{Directory, GO_BOOTSTRAP, GO_COMMAND};
use super::install::{InstallError, Std, Tree};
use super::package::has_end;
use super::planner::Planner;
use super::words::UnknownArch;
use crate::platform::digit;
use crate::{Platform, Release};

/// What the tree's own program is called, among its tools.
pub const DIST: &str = "dist";

impl Tree {
    /// The plan of all that a tree has from a C compiler: its go command, and with [`Tree::std`] what that builds.
    ///
    /// # Errors
    /// See [`InstallError`].
    pub fn plan_bootstrap(&self) -> Result<Plan, InstallError> {
        // All that runs on the machine comes first, as for the machine.
        let host = Tree { platform: self.host.clone(), work: self.host_work.clone(), ..self.clone() };
        let other = Tree { generate_only: true, ..self.clone() };
        let mut planner = Planner::new(&host)?;
        let digit = digit_of(&host.host)?;
        for directory in host.directories(digit) {
            planner.plan_directory(&directory)?;
        }
        let mut stamp = planner.plan_std(None)?;
        if self.is_cross() {
            let target = digit_of(&self.platform)?;
            if target != digit {
                for directory in self.layout().compilers_of(target) {
                    planner.plan_directory(&directory)?;
                }
            }
            planner.turn_to(&other)?;
            planner.plan_directory(&self.layout().directory(self.facts().package))?;
            stamp = planner.plan_std(stamp)?;
        }
        planner.plan_dist(stamp);
        Ok(planner.finish())
    }

    /// The directories that a go command needs to build the rest: libraries, programs, compilers, packages, itself.
    fn directories(&self, digit: char) -> Vec<Directory> {
        let layout = self.layout();
        let mut list = layout.host(digit);
        list.extend(layout.packages());
        list.push(layout.directory(GO_COMMAND));
        list
    }
}

fn digit_of(platform: &Platform) -> Result<char, UnknownArch> {
    digit(&platform.arch).ok_or_else(|| UnknownArch(platform.arch.clone()))
}

impl Planner<'_> {
    /// This program, as the tree's own.
    fn plan_dist(&mut self, after: Option<PathBuf>) {
        self.part = DIST.into();
        let made = self.compilers.folder().join(DIST);
        // It may be the one that runs.
        if self.tree.program != made {
            let reads = vec![self.tree.program.clone()];
            self.add(Log::Quiet, Work::Copy, reads, after.into_iter().collect(), made);
        }
    }

    /// Has the go command build the library and itself, after another such step; the file that says that it is done.
    fn plan_std(&mut self, before: Option<PathBuf>) -> Result<Option<PathBuf>, InstallError> {
        let tree = self.tree;
        let Some(std) = &tree.std else { return Ok(None) };
        self.part = "std".into();
        self.plan.parts.push(self.part.clone());
        self.source = tree.goroot.join("src");
        let go = tree.host_work.join(GO_BOOTSTRAP);
        let made = tree.work.join("std");
        let mut words = ["dist", "std", "--go"].map(Word::from).to_vec();
        words.insert(0, Word::from(&tree.program));
        words.push(Word::from(&go));
        // Its go command does not build what is missing unless it is to build all.
        words.extend((tree.release == Release::Weekly).then(|| Word::from("--all")));
        words.extend(["--depfile".into(), Word::Depfile, "-o".into(), Word::Made(0)]);
        let depfile = Some(Depfile { path: tree.work.join("std.d"), made: true });
        let environment = std.environment(tree);
        let run = Run { result: ResultIs::Written, depfile, environment, ..Run::new(words, &self.source) };
        let mut reads = self.sources()?;
        reads.push(go);
        self.add(Log::Command, Work::Run(run), reads, before.into_iter().collect(), made.clone());
        Ok(Some(made))
    }

    /// The files of the tree that its packages and commands are made of, and those that were made for them.
    fn sources(&self) -> Result<Vec<PathBuf>, InstallError> {
        let mut found = walk(&self.source)?;
        let made = self.plan.actions.iter().flat_map(|action| &action.makes);
        let own = [&self.tree.work, &self.tree.host_work];
        found.extend(made.filter(|made| !own.iter().any(|own| made.starts_with(own))).cloned());
        found.sort();
        found.dedup();
        Ok(found)
    }
}

impl Std {
    /// Variables of the go command.
    fn environment(&self, tree: &Tree) -> Vec<(&'static str, OsString)> {
        let [cc, cxx] = &tree.defaults.compilers;
        let mut list = vec![
            ("CGO_ENABLED", if self.cgo { "1" } else { "0" }.into()),
            // Nothing is written, or looked for, outside of the tree.
            ("GOBIN", "".into()),
            ("GOPATH", "".into()),
        ];
        if self.cgo {
            list.extend([("CC", cc.into()), ("CXX", cxx.into())]);
        }
        list
    }
}

/// Files that packages and commands are made of, below a folder, but for those of tests.
fn walk(folder: &Path) -> Result<Vec<PathBuf>, InstallError> {
    let mut found = Vec::new();
    let mut waiting = vec![folder.to_owned()];
    while let Some(folder) = waiting.pop() {
        let trouble = |error| InstallError::Read(folder.clone(), error);
        for entry in fs::read_dir(&folder).map_err(trouble)? {
            let entry = entry.map_err(trouble)?;
            let name = entry.file_name();
            let name = name.to_string_lossy();
            if name.starts_with('.') || name == "testdata" || name.contains("_test.") {
                continue;
            }
            let path = entry.path();
            if entry.file_type().map_err(trouble)?.is_dir() {
                waiting.push(path);
            } else if has_end(&path, &["go", "c", "h", "s"]) {
                found.push(path);
            }
        }
    }
    Ok(found)
}
