//! The plan of a tree's runtime package: headers, generated files, objects, archive. Reads the tree's folders
//! and the files' leading comments; the words of the command lines are in [`super::release`].

use std::ffi::OsString;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use goc2c::Dialect;
use goc2c::command::output::{bytes_of, path_from_bytes};

use super::action::{Action, Arg, Log, Plan, ResultIs, Run, Work, object_in};
use super::includes::Includes;
use super::release::{self, Archive, Facts, facts, letter};
use super::select::Platform;
use crate::{Options, Product, Release};

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
    /// Go's name of the system.
    pub os: String,
    /// Go's name of the architecture.
    pub arch: String,
    /// The machine's system.
    pub host_os: String,
    /// The machine's architecture.
    pub host_arch: String,
    /// Whether only the generated files are made.
    pub generate_only: bool,
    /// The tool chain's experiments.
    pub experiment: String,
    /// The tree's version.
    pub version: String,
    /// A program and its arguments in front of the C compiler.
    pub launcher: Vec<OsString>,
}

/// Why there is no plan.
#[derive(Debug)]
pub enum PlanError {
    /// A folder or file could not be read.
    Read(PathBuf, std::io::Error),
    /// An architecture whose compilers have no letter.
    UnknownArch(String),
    /// A header that every tree of the release has.
    Missing(PathBuf),
}

impl fmt::Display for PlanError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PlanError::Read(path, error) => write!(f, "cannot read `{}`: {error}", path.display()),
            PlanError::UnknownArch(arch) => write!(f, "no compilers are known for the architecture `{arch}`"),
            PlanError::Missing(path) => write!(f, "the tree has no `{}`", path.display()),
        }
    }
}

impl std::error::Error for PlanError {}

/// What words in braces stand for.
#[derive(Debug, Clone)]
pub struct Template<'t>(pub Vec<(&'static str, &'t [u8])>);

impl Template<'_> {
    /// A text with the words in place.
    pub fn text(&self, template: &str) -> OsString {
        self.path(template).into_os_string()
    }

    /// A path with the words in place.
    pub fn path(&self, template: &str) -> PathBuf {
        let mut out = Vec::new();
        let mut rest = template;
        while let Some((before, behind)) = rest.split_once('{') {
            let (name, after) = behind.split_once('}').unwrap_or((behind, ""));
            let value = self.0.iter().find(|(known, _)| *known == name);
            out.extend_from_slice(before.as_bytes());
            out.extend_from_slice(value.map_or(&[], |(_, value)| value));
            rest = after;
        }
        out.extend_from_slice(rest.as_bytes());
        path_from_bytes(&out)
    }
}

impl Install {
    /// The release's facts.
    pub fn facts(&self) -> &'static Facts {
        facts(self.release)
    }

    /// The folder of installed packages.
    pub fn packages(&self) -> PathBuf {
        self.goroot.join(format!("pkg/{}_{}", self.os, self.arch))
    }

    /// Whether the platform is another than the machine's.
    pub fn is_cross(&self) -> bool {
        (&self.os, &self.arch) != (&self.host_os, &self.host_arch)
    }

    fn options(&self) -> Options {
        let platform = crate::Platform::new(&*self.os, &*self.arch);
        Options { release: self.release, platform, ..Options::default() }
    }

    /// The plan.
    ///
    /// # Errors
    /// See [`PlanError`].
    pub fn plan(&self) -> Result<Plan, PlanError> {
        let letter = letter(&self.arch).ok_or_else(|| PlanError::UnknownArch(self.arch.clone()))?;
        let facts = self.facts();
        let source = self.goroot.join(facts.source);
        let packages = self.packages();
        let template = Template(vec![
            ("os", self.os.as_bytes()),
            ("arch", self.arch.as_bytes()),
            ("hostos", self.host_os.as_bytes()),
            ("hostarch", self.host_arch.as_bytes()),
            ("char", letter.as_bytes()),
            ("work", bytes_of(self.work.as_os_str())),
            ("goroot", bytes_of(self.goroot.as_os_str())),
            ("source", bytes_of(source.as_os_str())),
            ("pkg", bytes_of(packages.as_os_str())),
        ]);
        let platform = if self.is_cross() && facts.skips_cross {
            format!("{} ({}/{})", facts.package, self.os, self.arch)
        } else {
            facts.package.to_owned()
        };
        let mut planner = Planner {
            install: self,
            facts,
            tools: self.goroot.join(template.path(facts.tools)),
            source: source.clone(),
            packages: packages.clone(),
            letter,
            template,
            package: platform.into(),
            includes: Includes::default(),
            plan: Plan::default(),
            first: Vec::new(),
        };
        planner.plan()?;
        Ok(planner.plan)
    }
}

struct Planner<'i> {
    install: &'i Install,
    facts: &'static Facts,
    tools: PathBuf,
    source: PathBuf,
    packages: PathBuf,
    letter: &'static str,
    template: Template<'i>,
    package: Arc<str>,
    includes: Includes,
    plan: Plan,
    /// The headers that are there before anything is compiled.
    first: Vec<PathBuf>,
}

impl Planner<'_> {
    fn plan(&mut self) -> Result<(), PlanError> {
        let Install { os, arch, goroot, work, .. } = self.install;
        self.plan.packages.push(self.package.clone());
        self.plan.folders = vec![("WORK", work.clone()), ("GOROOT", goroot.clone())];
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
        for name in release::INSTALLED {
            self.copy(self.source.join(name), self.packages.join(name));
        }
        Ok(())
    }

    /// The files of the package that are there.
    fn files(&self) -> Result<Vec<PathBuf>, PlanError> {
        let Install { os, arch, .. } = self.install;
        let platform = Platform { facts: self.facts, os, arch };
        let trouble = |path: &Path| {
            let path = path.to_owned();
            move |error| PlanError::Read(path, error)
        };
        let mut files = Vec::new();
        for entry in fs::read_dir(&self.source).map_err(trouble(&self.source))? {
            let path = entry.map_err(trouble(&self.source))?.path();
            let name = path.file_name().unwrap_or_default().to_string_lossy();
            if !platform.takes_name(&name) || path.is_dir() {
                continue;
            }
            if platform.takes_text(&fs::read(&path).map_err(trouble(&path))?) {
                files.push(path);
            }
        }
        Ok(files)
    }

    fn add(&mut self, log: Log, work: Work, inputs: Vec<PathBuf>, after: Vec<PathBuf>, output: PathBuf) {
        let package = self.package.clone();
        self.plan.actions.push(Action { package, log, work, inputs, after, output });
    }

    fn copy(&mut self, from: PathBuf, to: PathBuf) {
        self.includes.made.insert(to.clone(), from.clone());
        self.add(Log::Command, Work::Copy, vec![from], Vec::new(), to);
    }

    fn plan_headers(&mut self) -> Result<(), PlanError> {
        for header in self.facts.headers {
            let (from, to) = (self.template.path(header.from), self.template.path(header.to));
            if from.is_file() {
                self.copy(from, to.clone());
                self.first.push(to);
            } else if !header.optional {
                return Err(PlanError::Missing(from));
            }
        }
        Ok(())
    }

    fn product(&self, product: Product) -> PathBuf {
        self.source.join(product.file_name(&self.install.options().platform))
    }

    /// What the generators make, and what they are given.
    fn plan_generated(&mut self) {
        let acid = self.install.work.join(release::ACID);
        let acid_source = self.source.join(format!("{}.c", release::ACID_SOURCE));
        let result = match self.facts.acid.contains(&"{out}") {
            true => ResultIs::Written,
            false => ResultIs::Printed,
        };
        // What is generated in `zaexperiment.h` may be read by the C files.
        let before_c = match self.install.release.traits().small_assembly {
            true => vec![self.product(Product::Zexperiment)],
            false => Vec::new(),
        };
        let first = [&self.first[..], &before_c].concat();
        self.ask(self.facts.acid, acid_source, acid.clone(), result, &first);
        let mut defs = Vec::new();
        for name in self.install.release.traits().defs {
            let output = self.install.work.join(format!("{name}.godefs"));
            let result = match self.facts.defs.contains(&"{out}") {
                true => ResultIs::Named(self.install.work.join(release::DEFS_FILE)),
                false => ResultIs::Printed,
            };
            self.ask(self.facts.defs, self.source.join(format!("{name}.c")), output.clone(), result, &first);
            defs.push(output);
        }
        for product in Product::of(self.install.release) {
            let inputs = match product {
                Product::Zasm => vec![acid.clone()],
                Product::ZruntimeDefs => defs.clone(),
                _ => Vec::new(),
            };
            self.generate(product, inputs);
        }
        let zasm = self.product(Product::Zasm);
        let copy = self.install.work.join(release::ZASM_COPY);
        self.copy(zasm, copy.clone());
        self.first.extend(before_c);
        self.first.push(copy);
    }

    /// Has the C compiler tell of a file's declarations.
    fn ask(&mut self, words: &[&str], file: PathBuf, output: PathBuf, result: ResultIs, first: &[PathBuf]) {
        let mut argv = vec![self.tool("c")];
        let name = file.file_name().unwrap_or_default().to_owned();
        argv.extend(self.words(words, Path::new(&name)));
        let run = Run { argv, folder: self.source.clone(), result };
        let mut inputs = vec![file];
        inputs.extend(self.includes.of(&inputs[0]));
        self.add(Log::Command, Work::Run(run), inputs, first.to_vec(), output);
    }

    fn generate(&mut self, product: Product, inputs: Vec<PathBuf>) {
        let Install { os, arch, release, experiment, .. } = self.install;
        let mut argv = vec![Arg::from(&self.install.program)];
        argv.extend(
            [
                product.name(),
                "--os",
                os,
                "--arch",
                arch,
                "--dialect",
                release.name(),
                "--experiment",
                experiment,
            ]
            .map(Arg::from),
        );
        if product == Product::Zasm {
            // No platform has all the structs that a release looks for.
            argv.push(Arg::from("--no-warnings"));
        }
        if product == Product::Zversion {
            argv.extend([Arg::from("--goroot"), Arg::from(&self.install.goroot_final)]);
            argv.extend(["--go-version", &self.install.version].map(Arg::from));
        }
        argv.extend([Arg::from("-o"), Arg::Output]);
        argv.extend(inputs.iter().map(Arg::from));
        self.own(Log::Generate, argv, inputs, self.product(product));
    }

    /// Runs this program.
    fn own(&mut self, log: Log, argv: Vec<Arg>, inputs: Vec<PathBuf>, output: PathBuf) {
        let run = Run { argv, folder: self.source.clone(), result: ResultIs::Written };
        self.add(log, Work::Run(run), inputs, Vec::new(), output);
    }

    /// Translates the `.goc` files; what they become.
    fn plan_goc(&mut self, files: &[PathBuf]) -> Vec<PathBuf> {
        let Install { os, arch, release, .. } = self.install;
        let Some(dialect) = Dialect::from_name(release.name()) else { return Vec::new() };
        let mut made = Vec::new();
        for file in files.iter().filter(|file| file.extension().is_some_and(|it| it == "goc")) {
            let mut template = self.template.clone();
            template.0.push(("stem", file.file_stem().map_or(b"", bytes_of)));
            let output = self.source.join(template.path(self.facts.goc));
            let mut argv = vec![Arg::from(&self.install.program)];
            argv.extend(
                ["goc2c", "--dialect", dialect.name(), "--os", os, "--arch", arch, "-o"].map(Arg::from),
            );
            argv.extend([Arg::Output, Arg::from(file)]);
            self.includes.made.insert(output.clone(), file.clone());
            self.own(Log::Quiet, argv, vec![file.clone()], output.clone());
            made.push(output);
        }
        made
    }

    fn plan_archive(&mut self, files: &[PathBuf]) {
        let has = |file: &Path, endings: &[&str]| {
            file.extension().is_some_and(|it| endings.iter().any(|ending| it == *ending))
        };
        let mut objects = Vec::new();
        for file in files.iter().filter(|file| has(file, &["c", "s"])) {
            let assembly = has(file, &["s"]);
            let output = object_in(&self.install.work, file);
            let mut argv = Vec::new();
            if assembly {
                argv.push(self.tool("a"));
            } else {
                argv.extend(self.install.launcher.iter().map(Arg::from));
                argv.push(self.tool("c"));
                argv.extend(self.facts.c_flags.iter().map(Arg::from));
            }
            argv.extend(self.words(self.facts.compile, file));
            let mut inputs = vec![file.clone()];
            inputs.extend(self.includes.of(file));
            let run = Run { argv, folder: self.source.clone(), result: ResultIs::Written };
            self.add(Log::Command, Work::Run(run), inputs, self.first.clone(), output.clone());
            objects.push(output);
        }
        let go = files.iter().filter(|file| has(file, &["go"])).cloned().collect::<Vec<_>>();
        let go_object = self.install.work.join(self.template.path(self.facts.go_object));
        let mut argv = vec![self.tool("g")];
        argv.extend(self.words(self.facts.go, Path::new("")));
        argv.extend(go.iter().map(Arg::from));
        let run = Run { argv, folder: self.source.clone(), result: ResultIs::Written };
        self.add(Log::Command, Work::Run(run), go, Vec::new(), go_object.clone());
        let target = self.packages.join("runtime.a");
        match self.facts.archive {
            Archive::Pack => {
                objects.push(go_object);
                let mut argv = vec![Arg::from(self.tools.join("pack")), Arg::from("grc"), Arg::Output];
                argv.extend(objects.iter().map(Arg::from));
                let run = Run { argv, folder: self.source.clone(), result: ResultIs::Added };
                self.add(Log::Command, Work::Run(run), objects, Vec::new(), target);
            }
            Archive::Append => {
                objects.insert(0, go_object);
                let mut argv = vec![Arg::from(&self.install.program)];
                argv.extend([Arg::from("archive"), Arg::from("-o"), Arg::Output]);
                argv.extend(objects.iter().map(Arg::from));
                self.own(Log::Quiet, argv, objects, target);
            }
        }
    }

    fn tool(&self, what: &str) -> Arg {
        Arg::from(self.tools.join(format!("{}{what}", self.letter)))
    }

    fn words(&self, words: &[&str], file: &Path) -> Vec<Arg> {
        let word = |word: &&str| match *word {
            "{out}" => Arg::Output,
            "{file}" => Arg::from(file),
            other => Arg::Text(self.template.text(other)),
        };
        words.iter().map(word).collect()
    }
}
