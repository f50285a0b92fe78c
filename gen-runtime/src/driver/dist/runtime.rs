//! The runtime package: the headers, generated files and translations that only it has.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use engine::action::within;
use engine::{Log, ResultIs, Run, Word, Work};

use super::directories::Directory;
use super::facts::{ACID, DEFS_FILE, Header, INSTALLED, ZASM_COPY};
use super::install::{InstallError, Tree};
use super::package::has_end;
use super::planner::{Chosen, Planner};
use super::words::CInput;
use crate::{Platform, Product};

impl Planner<'_> {
    pub(super) fn plan_runtime(&mut self, directory: &Directory) -> Result<(), InstallError> {
        let mut files = self.choose(directory)?;
        self.plan_headers()?;
        self.plan_generated();
        let products = Product::of(self.tree.release).map(|product| Chosen::plain(self.product(product)));
        files.extend(products.collect::<Vec<_>>());
        files.extend(self.plan_goc(&files));
        files.sort();
        files.dedup_by(|one, other| one.path == other.path);
        if self.tree.generate_only {
            self.plan.notes.push(format!("skip build for cross-compile {}", self.facts.package));
        } else {
            self.plan_archive(directory, &files);
        }
        for name in INSTALLED {
            self.copy(self.source.join(name), self.packages.join(name));
        }
        Ok(())
    }

    fn plan_headers(&mut self) -> Result<(), InstallError> {
        for header in self.facts.headers {
            let (from, to, optional) = match *header {
                Header::Generic { stem, by, optional } => {
                    let from = format!("{stem}{}.h", by.end(&self.tree.platform));
                    let to = format!("{stem}{}.h", by.generic_end());
                    (self.source.join(from), self.tree.work.join(to), optional)
                }
                Header::Installed(path) => {
                    let from = self.tree.goroot.join(path);
                    let to = within(&self.packages, &from);
                    (from, to, false)
                }
            };
            if from.is_file() {
                self.copy(from, to.clone());
                self.first.push(to);
            } else if !optional {
                return Err(InstallError::Missing(from, self.tree.release));
            }
        }
        Ok(())
    }

    fn product(&self, product: Product) -> PathBuf {
        self.source.join(product.file_name(&self.tree.platform))
    }

    /// What the generators make, and what they are given.
    fn plan_generated(&mut self) {
        let words = self.compilers.words();
        let [acid_source, acid] = ACID;
        let acid = self.tree.work.join(acid);
        let printed = || if words.answers_in_file { ResultIs::Written } else { ResultIs::Printed };
        // What is generated in `zaexperiment.h` may be read by the C files.
        let before_c = match self.tree.release.traits().small_assembly {
            true => vec![self.product(Product::Zexperiment)],
            false => Vec::new(),
        };
        // They find it whether it is there already or not.
        self.includes.made.extend(before_c.iter().map(|made| (made.clone(), made.clone())));
        let first = [&self.first[..], &before_c].concat();
        self.ask(words.acid, acid_source, acid.clone(), printed(), &first);
        let mut defs = Vec::new();
        for name in self.tree.release.traits().defs {
            let made = self.tree.work.join(format!("{name}.godefs"));
            let result = match words.answers_in_file {
                true => ResultIs::Named(self.tree.work.join(DEFS_FILE)),
                false => ResultIs::Printed,
            };
            self.ask(words.defs, name, made.clone(), result, &first);
            defs.push(made);
        }
        for product in Product::of(self.tree.release) {
            let reads = match product {
                Product::Zasm => vec![acid.clone()],
                Product::ZruntimeDefs => defs.clone(),
                _ => Vec::new(),
            };
            self.plan_product(product, reads);
        }
        let zasm = self.product(Product::Zasm);
        let copy = self.tree.work.join(ZASM_COPY);
        self.copy(zasm, copy.clone());
        self.first.extend(before_c);
        self.first.push(copy);
    }

    /// Has the C compiler tell of a C file's declarations.
    fn ask(&mut self, flags: &[&str], name: &str, made: PathBuf, result: ResultIs, first: &[PathBuf]) {
        let name = format!("{name}.c");
        let file = self.source.join(&name);
        let with_headers = self.compilers.words().asks_with_headers;
        let folders = [self.tree.work.as_path(), &self.packages];
        let folders = if with_headers { &folders[..] } else { &folders[..1] };
        let words = self.compilers.ask(flags, &CInput { folders, file: Path::new(&name) });
        let run = Run { result, ..Run::new(words, &self.source) };
        let reads = [vec![file.clone()], self.includes.of(&file)].concat();
        self.add(Log::Command, Work::Run(run), reads, first.to_vec(), made);
    }

    fn plan_product(&mut self, product: Product, reads: Vec<PathBuf>) {
        let Tree { platform: Platform { arch, .. }, goroot_final, version, .. } = self.tree;
        let mut words = vec![Word::from(product.name())];
        if product == Product::Zasm {
            // No platform has all the structs that a release looks for.
            words.push(Word::from("--no-warnings"));
        }
        if product == Product::Zversion {
            words.extend([Word::from("--goroot"), Word::from(goroot_final)]);
            words.extend(["--go-version", version].map(Word::from));
        }
        self.generate(words, arch, reads, self.product(product));
    }

    /// Translates the `.goc` files; what they become.
    fn plan_goc(&mut self, files: &[Chosen]) -> Vec<Chosen> {
        let Tree { platform, .. } = self.tree;
        let Some(by) = self.facts.goc else { return Vec::new() };
        let mut made = Vec::new();
        for Chosen { path: file, .. } in files.iter().filter(|file| has_end(&file.path, &["goc"])) {
            let mut name = OsString::from("z");
            name.push(file.file_stem().unwrap_or_default());
            name.push(format!("{}.c", by.end(platform)));
            let c = self.source.join(name);
            let dialect = self.facts.dialect.name();
            let flags = ["goc2c", "--dialect", dialect, "--os", &platform.os, "--arch", &platform.arch, "-o"];
            let mut words = vec![Word::from(&self.tree.program)];
            words.extend(flags.map(Word::from));
            words.extend([Word::Made(0), Word::from(file)]);
            self.includes.made.insert(c.clone(), file.clone());
            self.run(Log::Quiet, words, vec![file.clone()], c.clone());
            made.push(Chosen::plain(c));
        }
        made
    }
}
