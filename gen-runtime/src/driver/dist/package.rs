//! Packages and Go programs by the tree's own compilers: objects of C and assembly, the Go files, the archive.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use engine::action::within;
use engine::{Log, Run, Word, Work};
use goc2c::gopkg::head::read_head;

use super::directories::{Becomes, DEFAULT_COMPILERS, Directory};
use super::files::Chooser;
use super::install::InstallError;
use super::planner::{Chosen, Planner};
use super::words::{Archive, CInput, searched};

impl Planner<'_> {
    pub(super) fn plan_package(&mut self, directory: &Directory) -> Result<(), InstallError> {
        if self.tree.generate_only {
            return Ok(());
        }
        let files = self.choose(directory)?;
        self.plan_archive(directory, &files);
        Ok(())
    }

    /// A program of Go, linked by the tree's linker.
    pub(super) fn plan_go_program(&mut self, directory: &Directory, name: &str) -> Result<(), InstallError> {
        let files = self.choose(directory)?;
        if directory.with.iter().any(|file| file == DEFAULT_COMPILERS) {
            self.plan_default_compilers();
        }
        let (go_object, _) = self.plan_go(directory, &files);
        let made = self.go_program(name);
        let words = self.compilers.link_own(&go_object, self.searched_archives());
        // What it imports, and what that imports: the linker reads all of it.
        let mut reads = vec![go_object];
        reads.extend(self.archives().cloned());
        self.run(Log::Command, words, reads, made);
        Ok(())
    }

    /// Where a Go program goes: to the tools, but for one that is there to make the rest and has no place in the end.
    pub(super) fn go_program(&self, name: &str) -> PathBuf {
        let folder = if self.tree.std.is_some() { &self.tree.work } else { self.compilers.folder() };
        folder.join(name)
    }

    /// Where the archives are, if the tree's compilers do not look there by themselves.
    fn searched_archives(&self) -> Option<&Path> {
        Some(self.archives.as_path()).filter(|folder| *folder != self.packages)
    }

    /// The archives of the packages that are planned.
    fn archives(&self) -> impl Iterator<Item = &PathBuf> {
        self.plan
            .actions
            .iter()
            .flat_map(|action| &action.makes)
            .filter(|made| made.starts_with(&self.archives) && has_end(made, &["a"]))
    }

    /// The file that tells the go command and cgo what the C compilers are called.
    fn plan_default_compilers(&mut self) {
        let tree = self.tree;
        let [cc, cxx] = &tree.defaults.compilers;
        let made = self.source.join(DEFAULT_COMPILERS);
        let words = ["zdefaultcc", "--cc", cc, "--cxx", cxx].map(Word::from).into();
        self.generate(words, &tree.platform.arch, Vec::new(), made.clone());
        let other = self.source.with_file_name("cgo").join(DEFAULT_COMPILERS);
        if self.source.with_file_name("cgo").is_dir() {
            self.copy(made, other);
        }
    }

    /// The archive of a package: its objects, and what the Go compiler makes.
    pub(super) fn plan_archive(&mut self, directory: &Directory, files: &[Chosen]) {
        let objects = files.iter().filter(|file| has_end(&file.path, &["c", "s"]));
        let objects = objects.map(|file| self.plan_object(&file.path)).collect();
        let (go_object, path) = self.plan_go(directory, files);
        let packing = self.compilers.pack(&self.tree.program, Some(go_object), objects);
        let run = Run { result: packing.result, ..Run::new(packing.words, &self.source) };
        let log = match self.compilers.words().archive {
            Archive::Pack => Log::Command,
            // The releases did that themselves.
            Archive::Append => Log::Quiet,
        };
        let made = self.archives.join(format!("{path}.a"));
        self.add(log, Work::Run(run), packing.objects, Vec::new(), made);
    }

    /// Compiles the Go files; the object, and the path by which the package is imported.
    fn plan_go(&mut self, directory: &Directory, files: &[Chosen]) -> (PathBuf, String) {
        let files = files.iter().filter(|file| has_end(&file.path, &["go"]));
        let go: Vec<_> = files.clone().map(|file| file.path.clone()).collect();
        let imports: BTreeSet<_> = files.flat_map(|file| &file.imports).collect();
        let object = self.objects.join(self.compilers.go_object());
        let is_program = matches!(directory.becomes, Becomes::GoProgram(_));
        let path = directory.path.strip_prefix(self.layout.prefix).unwrap_or(&directory.path).to_owned();
        let named = if is_program { "main" } else { self.compilers.words().own_path.unwrap_or(&path) };
        let is_runtime = directory.path == self.facts.package;
        let more = is_runtime.then(|| Word::from("-+")).into_iter();
        let folder = self.searched_archives();
        let more = more.chain(searched(folder.as_slice())).chain(go.iter().map(Word::from));
        let words = self.compilers.go(named, more);
        // The archives of the tree that are imported.
        let archives = imports.into_iter().filter(|path| !["unsafe", "C"].contains(&path.as_str()));
        let archives = archives.map(|path| self.archives.join(format!("{path}.a")));
        let reads = go.into_iter().chain(archives).collect();
        self.run(Log::Command, words, reads, object.clone());
        (object, path)
    }

    /// Compiles a file of C or assembly; the object.
    fn plan_object(&mut self, file: &Path) -> PathBuf {
        let folders = [self.tree.work.as_path(), &self.packages];
        let folders = if self.compilers.words().installed_headers { &folders[..] } else { &folders[..1] };
        let it = CInput { folders, file };
        let words = match has_end(file, &["s"]) {
            true => self.compilers.assembly(&it),
            false => self.compilers.c(&it, &self.tree.launcher),
        };
        let object = within(&self.objects, &file.with_extension("o"));
        let reads = [vec![file.to_owned()], self.includes.of(file)].concat();
        let run = Run::new(words, &self.source);
        self.add(Log::Command, Work::Run(run), reads, self.first.clone(), object.clone());
        object
    }

    /// The files of a directory, and those that it has from elsewhere, in the order in which they are compiled.
    pub(super) fn choose(&self, directory: &Directory) -> Result<Vec<Chosen>, InstallError> {
        let host = matches!(directory.becomes, Becomes::Library(_) | Becomes::Program(_));
        let platform = if host { &self.tree.host } else { &self.tree.platform };
        let mains = matches!(directory.becomes, Becomes::GoProgram(_));
        let chooser = Chooser { facts: self.facts, platform, mains };
        let mut names = self.names_in(&self.source)?;
        names.retain(|name| !chooser.is_hidden(name));
        names.retain(|name| !directory.without.iter().any(|start| name.starts_with(start)));
        for file in &directory.with {
            match file.strip_suffix('*') {
                Some(folder) => {
                    let more = self.names_in(&self.source.join(folder))?;
                    names.extend(more.into_iter().map(|name| format!("{folder}{name}")));
                }
                None => names.push(file.clone()),
            }
        }
        names.sort();
        names.dedup();
        let mut files = Vec::new();
        for name in names {
            let mut file = self.chosen(&name);
            if !chooser.takes_name(&name) || file.path.is_dir() {
                continue;
            }
            // A file that is not there will be made.
            let text = match fs::read(&file.path) {
                Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                    return Err(InstallError::Read(file.path, error));
                }
                text => text.unwrap_or_default(),
            };
            let is_documentation =
                ["cmd/go", "cmd/cgo"].contains(&directory.path.as_str()) && name == "doc.go";
            if chooser.takes_text(&text) && !is_documentation {
                if has_end(&file.path, &["go"]) {
                    // What is wrong with it is the compiler's to say.
                    let head = read_head(&text).ok();
                    file.imports =
                        head.into_iter().flat_map(|head| head.imports).map(|import| import.path).collect();
                }
                files.push(file);
            }
        }
        Ok(files)
    }

    fn names_in(&self, folder: &Path) -> Result<Vec<String>, InstallError> {
        let trouble = |error| InstallError::Read(folder.to_owned(), error);
        let mut names = Vec::new();
        for entry in fs::read_dir(folder).map_err(trouble)? {
            // No file of a tree has a name that is not text.
            names.extend(entry.map_err(trouble)?.file_name().into_string());
        }
        Ok(names)
    }

    fn chosen(&self, name: &str) -> Chosen {
        let (mut path, mut rest) = (self.source.clone(), name);
        while let Some(more) = rest.strip_prefix("../") {
            path.pop();
            rest = more;
        }
        Chosen { word: self.source.join(name), path: path.join(rest), imports: Vec::new() }
    }
}

pub(super) fn has_end(file: &Path, ends: &[&str]) -> bool {
    file.extension().is_some_and(|it| ends.iter().any(|end| it == *end))
}
