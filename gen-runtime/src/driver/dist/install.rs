//! The plan of a tree's runtime package: headers, generated files, objects, archive. Reads the tree's folders
//! and the files' leading comments.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use engine::action::within;
use engine::{Action, Log, Plan, ResultIs, Root, Run, Word, Work};
use goc2c::command::output::display;

use super::facts::{ACID, DEFS_FILE, Facts, Header, INSTALLED, ZASM_COPY, facts, packages_of};
use super::files::Chooser;
use super::words::{Archive, CInput, OldCompilers, UnknownArch};
use crate::driver::includes::Includes;
use crate::{Platform, Product, Release};

/// What is to be installed.
#[derive(Debug, Clone)]
pub struct Install {
    /// The tree.
    pub goroot: PathBuf,
    /// Where it will be in the end.
    pub goroot_final: PathBuf,
    /// The work folder.
    pub work: PathBuf,
    /// This program.
    pub program: PathBuf,
    /// The release that the tree is of.
    pub release: Release,
    /// What it is for.
    pub platform: Platform,
    /// What the tree's tools run on.
    pub host: Platform,
    /// Whether only the generated files are made.
    pub generate_only: bool,
    /// The tool chain's experiments.
    pub experiment: String,
    /// The tree's version.
    pub version: String,
    /// A program and its arguments before the C compiler.
    pub launcher: Vec<OsString>,
}

/// Why there is no plan.
#[derive(Debug, thiserror::Error)]
pub enum InstallError {
    /// A folder or file could not be read.
    #[error("cannot read `{}`: {}", display(.0), .1)]
    Read(PathBuf, #[source] io::Error),
    /// An architecture that there are no compilers for.
    #[error(transparent)]
    UnknownArch(#[from] UnknownArch),
    /// A header that every tree of the release has.
    #[error("the tree has no `{}`: is it of {}? `--dialect NAME` tells another release", display(.0), .1)]
    Missing(PathBuf, Release),
}

impl Install {
    /// The release's facts.
    pub fn facts(&self) -> &'static Facts {
        facts(self.release)
    }

    /// Whether the platform is another than the machine's.
    pub fn is_cross(&self) -> bool {
        self.platform != self.host
    }

    /// The plan.
    ///
    /// # Errors
    /// See [`InstallError`].
    pub fn plan(&self) -> Result<Plan, InstallError> {
        let facts = self.facts();
        let part = if self.is_cross() && facts.skips_cross {
            format!("{} ({})", facts.package, self.platform)
        } else {
            facts.package.to_owned()
        };
        let tools = facts.tools_of(&self.goroot, &self.host);
        let mut installer = Installer {
            install: self,
            facts,
            compilers: OldCompilers::new(tools, self.release, &self.platform)?,
            source: self.goroot.join(facts.source),
            packages: packages_of(&self.goroot, &self.platform),
            part: part.into(),
            includes: Includes::default(),
            plan: Plan::default(),
            first: Vec::new(),
        };
        installer.plan()?;
        Ok(installer.plan)
    }
}

struct Installer<'i> {
    install: &'i Install,
    facts: &'static Facts,
    compilers: OldCompilers,
    source: PathBuf,
    packages: PathBuf,
    part: Arc<str>,
    includes: Includes,
    plan: Plan,
    /// The headers that are there before anything is compiled.
    first: Vec<PathBuf>,
}

impl Installer<'_> {
    fn plan(&mut self) -> Result<(), InstallError> {
        let Install { platform, goroot, work, .. } = self.install;
        self.plan.parts.push(self.part.clone());
        self.plan.roots = vec![Root::named(goroot), Root::named(work)];
        self.plan.folders = vec![("WORK", work.clone()), ("GOROOT", goroot.clone())];
        let Platform { os, arch } = platform;
        self.plan.environment = vec![("GOROOT", goroot.into()), ("GOOS", os.into()), ("GOARCH", arch.into())];
        let mut files = self.files()?;
        self.plan_headers()?;
        self.includes.folders = vec![work.clone(), self.packages.clone()];
        self.plan_generated();
        files.extend(Product::of(self.install.release).map(|product| self.product(product)));
        files.extend(self.plan_goc(&files));
        files.sort();
        files.dedup();
        if self.install.generate_only {
            self.plan.notes.push(format!("skip build for cross-compile {}", self.facts.package));
        } else {
            self.plan_archive(&files);
        }
        for name in INSTALLED {
            self.copy(self.source.join(name), self.packages.join(name));
        }
        Ok(())
    }

    /// The files of the package that are there.
    fn files(&self) -> Result<Vec<PathBuf>, InstallError> {
        let chooser = Chooser { facts: self.facts, platform: &self.install.platform };
        let trouble = |path: &Path| {
            let path = path.to_owned();
            move |error| InstallError::Read(path, error)
        };
        let mut files = Vec::new();
        for entry in fs::read_dir(&self.source).map_err(trouble(&self.source))? {
            let path = entry.map_err(trouble(&self.source))?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            if !chooser.takes_name(&name) || !path.is_file() {
                continue;
            }
            if chooser.takes_text(&fs::read(&path).map_err(trouble(&path))?) {
                files.push(path);
            }
        }
        Ok(files)
    }

    fn add(&mut self, log: Log, work: Work, reads: Vec<PathBuf>, after: Vec<PathBuf>, made: PathBuf) {
        let part = self.part.clone();
        self.plan.actions.push(Action { part, log, work, reads, after, makes: vec![made] });
    }

    fn copy(&mut self, from: PathBuf, to: PathBuf) {
        self.includes.made.insert(to.clone(), from.clone());
        self.add(Log::Command, Work::Copy, vec![from], Vec::new(), to);
    }

    fn plan_headers(&mut self) -> Result<(), InstallError> {
        for header in self.facts.headers {
            let (from, to, optional) = match *header {
                Header::Generic { stem, by, optional } => {
                    let from = format!("{stem}{}.h", by.end(&self.install.platform));
                    let to = format!("{stem}{}.h", by.generic_end());
                    (self.source.join(from), self.install.work.join(to), optional)
                }
                Header::Installed(path) => {
                    let from = self.install.goroot.join(path);
                    let to = within(&self.packages, &from);
                    (from, to, false)
                }
            };
            if from.is_file() {
                self.copy(from, to.clone());
                self.first.push(to);
            } else if !optional {
                return Err(InstallError::Missing(from, self.install.release));
            }
        }
        Ok(())
    }

    fn product(&self, product: Product) -> PathBuf {
        self.source.join(product.file_name(&self.install.platform))
    }

    /// What the generators make, and what they are given.
    fn plan_generated(&mut self) {
        let words = self.compilers.words();
        let [acid_source, acid] = ACID;
        let acid = self.install.work.join(acid);
        let printed = || if words.answers_in_file { ResultIs::Written } else { ResultIs::Printed };
        // What is generated in `zaexperiment.h` may be read by the C files.
        let before_c = match self.install.release.traits().small_assembly {
            true => vec![self.product(Product::Zexperiment)],
            false => Vec::new(),
        };
        let first = [&self.first[..], &before_c].concat();
        self.ask(words.acid, acid_source, acid.clone(), printed(), &first);
        let mut defs = Vec::new();
        for name in self.install.release.traits().defs {
            let made = self.install.work.join(format!("{name}.godefs"));
            let result = match words.answers_in_file {
                true => ResultIs::Named(self.install.work.join(DEFS_FILE)),
                false => ResultIs::Printed,
            };
            self.ask(words.defs, name, made.clone(), result, &first);
            defs.push(made);
        }
        for product in Product::of(self.install.release) {
            let reads = match product {
                Product::Zasm => vec![acid.clone()],
                Product::ZruntimeDefs => defs.clone(),
                _ => Vec::new(),
            };
            self.generate(product, reads);
        }
        let zasm = self.product(Product::Zasm);
        let copy = self.install.work.join(ZASM_COPY);
        self.copy(zasm, copy.clone());
        self.first.extend(before_c);
        self.first.push(copy);
    }

    /// Has the C compiler tell of a C file's declarations.
    fn ask(&mut self, flags: &[&str], name: &str, made: PathBuf, result: ResultIs, first: &[PathBuf]) {
        let name = format!("{name}.c");
        let file = self.source.join(&name);
        let with_headers = self.compilers.words().asks_with_headers;
        let folders = [self.install.work.as_path(), &self.packages];
        let folders = if with_headers { &folders[..] } else { &folders[..1] };
        let words = self.compilers.ask(flags, &CInput { folders, file: Path::new(&name) });
        let run = Run { result, ..Run::new(words, &self.source) };
        let reads = [vec![file.clone()], self.includes.of(&file)].concat();
        self.add(Log::Command, Work::Run(run), reads, first.to_vec(), made);
    }

    fn generate(&mut self, product: Product, reads: Vec<PathBuf>) {
        let Install { platform: Platform { os, arch }, release, experiment, .. } = self.install;
        let mut words = vec![Word::from(&self.install.program)];
        let platform = ["--os", os, "--arch", arch, "--dialect", release.name(), "--experiment", experiment];
        words.extend([product.name()].into_iter().chain(platform).map(Word::from));
        if product == Product::Zasm {
            // No platform has all the structs that a release looks for.
            words.push(Word::from("--no-warnings"));
        }
        if product == Product::Zversion {
            words.extend([Word::from("--goroot"), Word::from(&self.install.goroot_final)]);
            words.extend(["--go-version", &self.install.version].map(Word::from));
        }
        words.extend([Word::from("-o"), Word::Made(0)]);
        words.extend(reads.iter().map(Word::from));
        let made = self.product(product);
        self.run(Log::Made("generate"), words, reads, made);
    }

    fn run(&mut self, log: Log, words: Vec<Word>, reads: Vec<PathBuf>, made: PathBuf) {
        let run = Run::new(words, &self.source);
        self.add(log, Work::Run(run), reads, Vec::new(), made);
    }

    /// Translates the `.goc` files; what they become.
    fn plan_goc(&mut self, files: &[PathBuf]) -> Vec<PathBuf> {
        let Install { platform, .. } = self.install;
        let Some(by) = self.facts.goc else { return Vec::new() };
        let mut made = Vec::new();
        for file in files.iter().filter(|file| has_end(file, &["goc"])) {
            let mut name = OsString::from("z");
            name.push(file.file_stem().unwrap_or_default());
            name.push(format!("{}.c", by.end(platform)));
            let c = self.source.join(name);
            let dialect = self.facts.dialect.name();
            let flags = ["goc2c", "--dialect", dialect, "--os", &platform.os, "--arch", &platform.arch, "-o"];
            let mut words = vec![Word::from(&self.install.program)];
            words.extend(flags.map(Word::from));
            words.extend([Word::Made(0), Word::from(file)]);
            self.includes.made.insert(c.clone(), file.clone());
            self.run(Log::Quiet, words, vec![file.clone()], c.clone());
            made.push(c);
        }
        made
    }

    fn plan_archive(&mut self, files: &[PathBuf]) {
        let objects = files.iter().filter(|file| has_end(file, &["c", "s"]));
        let objects = objects.map(|file| self.plan_object(file)).collect();
        let go: Vec<_> = files.iter().filter(|file| has_end(file, &["go"])).cloned().collect();
        let go_object = self.install.work.join(self.compilers.go_object());
        let path = self.compilers.words().own_path.unwrap_or("runtime");
        let more = [Word::from("-+")].into_iter().chain(go.iter().map(Word::from));
        let words = self.compilers.go(path, more);
        self.run(Log::Command, words, go, go_object.clone());
        let packing = self.compilers.pack(&self.install.program, Some(go_object), objects);
        let run = Run { result: packing.result, ..Run::new(packing.words, &self.source) };
        let log = match self.compilers.words().archive {
            Archive::Pack => Log::Command,
            // The releases did that themselves.
            Archive::Append => Log::Quiet,
        };
        self.add(log, Work::Run(run), packing.objects, Vec::new(), self.packages.join("runtime.a"));
    }

    /// Compiles a file of C or assembly; the object.
    fn plan_object(&mut self, file: &Path) -> PathBuf {
        let folders = [self.install.work.as_path(), &self.packages];
        let folders = if self.compilers.words().installed_headers { &folders[..] } else { &folders[..1] };
        let it = CInput { folders, file };
        let words = match has_end(file, &["s"]) {
            true => self.compilers.assembly(&it),
            false => self.compilers.c(&it, &self.install.launcher),
        };
        let object = within(&self.install.work, &file.with_extension("o"));
        let reads = [vec![file.to_owned()], self.includes.of(file)].concat();
        let run = Run::new(words, &self.source);
        self.add(Log::Command, Work::Run(run), reads, self.first.clone(), object.clone());
        object
    }
}

fn has_end(file: &Path, ends: &[&str]) -> bool {
    file.extension().is_some_and(|it| ends.iter().any(|end| it == *end))
}
