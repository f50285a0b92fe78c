//! The plan while it grows, directory by directory: what all of them are planned with.

use std::ffi::OsString;
use std::path::PathBuf;
use std::sync::Arc;

use engine::action::within;
use engine::{Action, Log, Plan, Root, Run, Word, Work};

use super::cures::hints;
use super::directories::{Becomes, Directory, Layout};
use super::facts::{Facts, packages_of};
use super::install::{InstallError, Tree};
use super::words::OldCompilers;
use crate::Platform;
use crate::driver::includes::Includes;

/// The folder of the archives below the work folder, where they are for the go command alone.
const ARCHIVES: &str = "pkg";

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
    /// Where headers for all packages are, and their archives in the end.
    pub packages: PathBuf,
    /// Where the archives are that are made.
    pub archives: PathBuf,
    /// Variables of the programs that are run, where they are others than the plan's.
    pub environment: Vec<(&'static str, OsString)>,
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
        let Tree { goroot, goroot_final, work, .. } = tree;
        let mut environment = vec![("GOROOT", goroot.into()), ("GOROOT_FINAL", goroot_final.into())];
        environment.extend(target(tree));
        // What compilers say is looked at, and is to be in one language.
        environment.push(("LC_ALL", "C".into()));
        let plan = Plan {
            roots: vec![Root::named(goroot), Root::named(work)],
            folders: vec![("WORK", work.clone()), ("GOROOT", goroot.clone())],
            environment,
            hints: hints(tree.host_compiler.historical),
            ..Plan::default()
        };
        let packages = packages_of(goroot, &tree.platform);
        Ok(Planner {
            tree,
            facts: tree.facts(),
            layout: tree.layout(),
            compilers: compilers(tree)?,
            includes: Includes::in_folders(vec![work.clone(), packages.clone()]),
            archives: if tree.std.is_some() { work.join(ARCHIVES) } else { packages.clone() },
            packages,
            environment: Vec::new(),
            plan,
            part: "".into(),
            source: PathBuf::new(),
            objects: PathBuf::new(),
            first: Vec::new(),
        })
    }

    /// Goes on with the tree for another platform.
    pub fn turn_to(&mut self, tree: &'t Tree) -> Result<(), InstallError> {
        self.environment = target(tree).into();
        self.compilers = compilers(tree)?;
        self.packages = packages_of(&tree.goroot, &tree.platform);
        self.includes = Includes::in_folders(vec![tree.work.clone(), self.packages.clone()]);
        self.plan.roots.push(Root::named(&tree.work));
        self.tree = tree;
        Ok(())
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

    pub fn add(&mut self, log: Log, mut work: Work, reads: Vec<PathBuf>, after: Vec<PathBuf>, made: PathBuf) {
        let part = self.part.clone();
        // What is made for a system alone is the same for the other platform of it.
        let is_other = !self.environment.is_empty();
        if is_other && self.plan.actions.iter().any(|action| action.makes.contains(&made)) {
            return;
        }
        if let Work::Run(run) = &mut work {
            run.environment.extend(self.environment.iter().cloned());
        }
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

/// The tree's own compilers.
fn compilers(tree: &Tree) -> Result<OldCompilers, InstallError> {
    let tools = tree.facts().tools_of(&tree.goroot, &tree.host);
    Ok(OldCompilers::new(tools, tree.release, &tree.platform)?)
}

/// The variables by which programs know what they make something for.
fn target(tree: &Tree) -> [(&'static str, OsString); 2] {
    let Platform { os, arch } = &tree.platform;
    [("GOOS", os.into()), ("GOARCH", arch.into())]
}
