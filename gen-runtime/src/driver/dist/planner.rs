//! The plan while it grows, directory by directory: what all of them are planned with.

use std::path::PathBuf;
use std::sync::Arc;

use engine::action::within;
use engine::{Action, Log, Plan, Root, Run, Word, Work};

use super::directories::{Becomes, Directory, Layout};
use super::facts::{Facts, packages_of};
use super::install::{InstallError, Tree};
use super::words::OldCompilers;
use crate::Platform;
use crate::driver::includes::Includes;

/// A file of a directory.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Chosen {
    /// As the compilers are told it, which may lead out of the directory and into another.
    pub word: PathBuf,
    /// The file.
    pub path: PathBuf,
    /// What it imports, if it is there and of Go.
    pub imports: Vec<String>,
}

/// Plans the directories of a tree.
pub(super) struct Planner<'t> {
    pub tree: &'t Tree,
    pub facts: &'static Facts,
    pub layout: &'static Layout,
    pub compilers: OldCompilers,
    pub packages: PathBuf,
    pub includes: Includes,
    pub plan: Plan,
    /// The directory that is being planned.
    pub part: Arc<str>,
    /// Where it is.
    pub source: PathBuf,
    /// Where its objects are.
    pub objects: PathBuf,
    /// Headers of its that are there before anything is compiled.
    pub first: Vec<PathBuf>,
}

impl Chosen {
    /// A file that the compilers are told as it is.
    pub fn plain(path: PathBuf) -> Chosen {
        Chosen { word: path.clone(), path, imports: Vec::new() }
    }
}

impl<'t> Planner<'t> {
    pub fn new(tree: &'t Tree) -> Result<Self, InstallError> {
        let Tree { platform, goroot, work, .. } = tree;
        let facts = tree.facts();
        let tools = facts.tools_of(goroot, &tree.host);
        let packages = packages_of(goroot, platform);
        let Platform { os, arch } = platform;
        let plan = Plan {
            roots: vec![Root::named(goroot), Root::named(work)],
            folders: vec![("WORK", work.clone()), ("GOROOT", goroot.clone())],
            environment: vec![("GOROOT", goroot.into()), ("GOOS", os.into()), ("GOARCH", arch.into())],
            ..Plan::default()
        };
        Ok(Planner {
            tree,
            facts,
            layout: tree.layout(),
            compilers: OldCompilers::new(tools, tree.release, platform)?,
            includes: Includes::in_folders(vec![work.clone(), packages.clone()]),
            packages,
            plan,
            part: "".into(),
            source: PathBuf::new(),
            objects: PathBuf::new(),
            first: Vec::new(),
        })
    }

    pub fn plan_directory(&mut self, directory: &Directory) -> Result<(), InstallError> {
        self.source = self.source_of(directory);
        self.first = Vec::new();
        self.objects = match directory.path == self.facts.package {
            true => self.tree.work.clone(),
            false => self.tree.work.join(&directory.path),
        };
        if !self.source.exists() {
            if !directory.optional {
                return Err(InstallError::NoDirectory(self.source.clone()));
            }
            self.plan.notes.push(format!("skipping {} - does not exist", directory.path));
            return Ok(());
        }
        let is_go = matches!(directory.becomes, Becomes::Package | Becomes::GoProgram(_));
        self.part = match self.tree.is_cross() && self.facts.skips_cross && is_go {
            true => format!("{} ({})", directory.path, self.tree.platform).into(),
            false => directory.path.as_str().into(),
        };
        self.plan.parts.push(self.part.clone());
        match directory.becomes {
            Becomes::Copy => {
                self.copy(self.source.clone(), within(self.compilers.folder(), &self.source));
                Ok(())
            }
            Becomes::Library(name) => self.plan_library(directory, name),
            Becomes::Program(libraries) => self.plan_program(directory, libraries),
            Becomes::Package if directory.path == self.facts.package => self.plan_runtime(directory),
            Becomes::Package => self.plan_package(directory),
            Becomes::GoProgram(name) => self.plan_go_program(directory, name),
        }
    }

    pub fn finish(self) -> Plan {
        self.plan
    }

    /// Where a directory is.
    fn source_of(&self, directory: &Directory) -> PathBuf {
        match directory.becomes {
            Becomes::Copy => self.tree.goroot.join(&directory.path),
            _ => self.tree.goroot.join("src").join(&directory.path),
        }
    }

    /// A C library of the tree.
    pub fn library(&self, name: &str) -> PathBuf {
        let folder = self.facts.libraries_of(&self.tree.goroot, &self.tree.host);
        folder.join(format!("{name}.a"))
    }

    pub fn add(&mut self, log: Log, work: Work, reads: Vec<PathBuf>, after: Vec<PathBuf>, made: PathBuf) {
        let part = self.part.clone();
        self.plan.actions.push(Action { part, log, work, reads, after, makes: vec![made] });
    }

    pub fn copy(&mut self, from: PathBuf, to: PathBuf) {
        self.includes.made.insert(to.clone(), from.clone());
        self.add(Log::Command, Work::Copy, vec![from], Vec::new(), to);
    }

    /// Runs a program in the directory.
    pub fn run(&mut self, log: Log, words: Vec<Word>, reads: Vec<PathBuf>, made: PathBuf) {
        let run = Run::new(words, &self.source);
        self.add(log, Work::Run(run), reads, Vec::new(), made);
    }

    /// Has this program make a file by one of its generators: its name and what only it takes are the words.
    pub fn generate(&mut self, words: Vec<Word>, arch: &str, reads: Vec<PathBuf>, made: PathBuf) {
        let Tree { platform: Platform { os, .. }, release, experiment, program, .. } = self.tree;
        let mut words = words.into_iter();
        let mut list: Vec<_> = [Word::from(program)].into_iter().chain(words.next()).collect();
        let platform = ["--os", os, "--arch", arch, "--dialect", release.name(), "--experiment", experiment];
        list.extend(platform.map(Word::from));
        list.extend(words);
        list.extend([Word::from("-o"), Word::Made(0)]);
        list.extend(reads.iter().map(Word::from));
        self.run(Log::Made("generate"), list, reads, made);
    }
}
