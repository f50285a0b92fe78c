//! The tree's C libraries and programs, by the machine's C compiler.

use std::path::PathBuf;

use engine::action::within;
use engine::{Depfile, Log, ResultIs, Run, Word, Work};

use super::directories::{Directory, Names, OPNAMES};
use super::host::{HostC, Variables, host_words, machine_flag};
use super::install::{InstallError, Tree};
use super::package::has_end;
use super::planner::{Chosen, Planner};
use crate::Platform;
use crate::platform::arch_of;

/// The digits of the compilers that a tree may have.
const DIGITS: [char; 3] = ['5', '6', '8'];

impl Planner<'_> {
    pub(super) fn plan_library(&mut self, directory: &Directory, name: &str) -> Result<(), InstallError> {
        let objects = self.plan_c(directory)?;
        let made = self.library(name);
        let mut words = ["ar", "rsc"].map(Word::from).to_vec();
        words.push(Word::Made(0));
        words.extend(objects.iter().map(Word::from));
        let run = Run { result: ResultIs::Added, ..Run::new(words, &self.source) };
        self.add(Log::Command, Work::Run(run), objects, Vec::new(), made);
        Ok(())
    }

    pub(super) fn plan_program(
        &mut self,
        directory: &Directory,
        libraries: &[&str],
    ) -> Result<(), InstallError> {
        let objects = self.plan_c(directory)?;
        let Tree { release, host, host_compiler, .. } = self.tree;
        let common = self.layout.libraries.iter().rev();
        let libraries: Vec<_> = libraries.iter().chain(common).map(|name| self.library(name)).collect();
        let mut words = host_compiler.link(*release, machine_flag(&host.arch));
        words.extend(objects.iter().chain(&libraries).map(Word::from));
        words.push(Word::from("-lm"));
        let reads = [objects, libraries].concat();
        let made = within(self.compilers.folder(), &self.source);
        self.run(Log::Command, words, reads, made);
        Ok(())
    }

    /// Compiles the C files of a directory; the objects.
    fn plan_c(&mut self, directory: &Directory) -> Result<Vec<PathBuf>, InstallError> {
        let files = self.choose(directory)?;
        self.plan_names(directory);
        let files = files.iter().filter(|file| has_end(&file.path, &["c", "s"]));
        Ok(files.map(|file| self.plan_host_object(directory, file)).collect())
    }

    /// The files with names of opcodes that the directory is the home of.
    fn plan_names(&mut self, directory: &Directory) {
        let cmd = self.tree.goroot.join("src/cmd");
        let header = |digit: char| cmd.join(format!("{digit}l/{digit}.out.h"));
        match directory.path.as_str() {
            "cmd/gc" => self.plan_names_of("opnames", &self.tree.host.arch, cmd.join("gc/go.h"), OPNAMES),
            "liblink" => {
                for digit in DIGITS {
                    let arch = arch_of(digit).unwrap_or_default();
                    self.plan_names_of("anames", arch, header(digit), &format!("anames{digit}.c"));
                }
            }
            path if self.layout.names == Names::Enam => {
                let digit = DIGITS.into_iter().find(|digit| path == format!("cmd/{digit}l"));
                if let Some((digit, arch)) = digit.and_then(|digit| Some((digit, arch_of(digit)?))) {
                    self.plan_names_of("anames", arch, header(digit), "enam.c");
                }
            }
            _ => {}
        }
    }

    fn plan_names_of(&mut self, generator: &str, arch: &str, from: PathBuf, name: &str) {
        self.generate(vec![Word::from(generator)], arch, vec![from], self.source.join(name));
    }

    fn plan_host_object(&mut self, directory: &Directory, file: &Chosen) -> PathBuf {
        let Tree { release, host, host_compiler, goroot, launcher, .. } = self.tree;
        let name = file.path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let defines = self.defines(&name);
        let of = HostC {
            include: &goroot.join("include"),
            folder: &self.source,
            port: directory.path == "lib9",
            defines: &defines,
        };
        let object = within(&self.objects, &file.path.with_extension("o"));
        let depfile = object.with_extension("d");
        let mut words: Vec<_> = launcher.iter().map(Word::from).collect();
        words.extend(host_compiler.compile(*release, machine_flag(&host.arch), &of));
        words.extend(["-MD", "-MF"].map(Word::from));
        words.extend([Word::Depfile, Word::from("-o"), Word::Made(0), Word::from(&file.word)]);
        let run =
            Run { depfile: Some(Depfile { path: depfile, made: false }), ..Run::new(words, &self.source) };
        // A header that is generated must be there first, whoever includes it.
        let after = match reads_opnames(directory) {
            true => vec![goroot.join("src/cmd/gc").join(OPNAMES)],
            false => Vec::new(),
        };
        self.add(Log::Command, Work::Run(run), vec![file.path.clone()], after, object.clone());
        object
    }

    /// Names that the preprocessor replaces in a file, which the program then knows.
    fn defines(&self, name: &str) -> Vec<(&'static str, String)> {
        let Tree { platform: Platform { os, arch }, goroot, goroot_final, version, defaults, .. } = self.tree;
        let words = host_words(self.tree.release);
        match name {
            "goos.c" => {
                let root = if words.variables == Variables::None { goroot } else { goroot_final };
                let mut list = vec![
                    ("GOOS", os.clone()),
                    ("GOARCH", arch.clone()),
                    ("GOROOT", root.display().to_string()),
                    ("GOVERSION", version.clone()),
                ];
                if words.kinds {
                    list.extend([
                        ("GOARM", defaults.goarm.clone()),
                        ("GO386", defaults.go386.clone()),
                        ("GO_EXTLINK_ENABLED", defaults.extlink.clone()),
                    ]);
                }
                list
            }
            "lex.c" => vec![("GOEXPERIMENT", self.tree.experiment.clone())],
            _ => Vec::new(),
        }
    }
}

/// Whether files of a directory may include the names of a compiler's opcodes.
fn reads_opnames(directory: &Directory) -> bool {
    directory.path == "cmd/gc" || directory.with.iter().any(|file| file.starts_with("../gc/"))
}
