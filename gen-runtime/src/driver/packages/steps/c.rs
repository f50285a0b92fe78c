//! The steps of a package for the tool chains that compile C: goc2c, C, assembly, Go, an archive or an executable.

use std::collections::HashSet;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use engine::action::within;
use engine::depfile::is_plain;
use engine::{Depfile, Run, Word};
use goc2c::command::output::bytes_of;
use goc2c::drift::GoSide;
use goc2c::gopkg::package::{Kind, Package, kind_of};
use goc2c::gotypes::make::includes_types;
use goc2c::{Dialect, Headers, Options, Source, TYPES_HEADER, Target};

use super::cgo::Cgo;
use crate::Platform;
use crate::driver::packages::fault::PackageError;
use crate::driver::packages::planner::{Links, Planner, Step, Subject, object_in};
use crate::driver::packages::tools::{Compiled, CompilesC, Linked};

/// What the files of a package have become.
struct Objects {
    go: Option<PathBuf>,
    others: Vec<PathBuf>,
}

impl Planner<'_> {
    /// Links an executable.
    pub(in crate::driver::packages) fn plan_program(
        &mut self,
        subject: Subject<'_>,
        needs: &[usize],
        output: PathBuf,
    ) -> Result<(), PackageError> {
        let (tools, package) = (&*self.build.toolchain, subject.package);
        let (objects, own) = self.plan_objects(tools, subject)?;
        let main = match tools.links_archive() {
            true => {
                let packed = self.objects(package).join("_main_.a");
                self.plan_pack(tools, package, objects, packed.clone())?;
                vec![packed]
            }
            false => objects.others.into_iter().chain(objects.go).collect(),
        };
        let told = self.objects(package).join("_link_.d");
        let mut linked = Linked { main, told, ..Linked::default() };
        let mut reads = linked.main.clone();
        for (archive, links) in needs.iter().map(|&at| (&self.built[at], &self.links[at])) {
            linked.archives.extend(archive.clone().map(|archive| (archive, links.cgo)));
            reads.extend(archive.clone());
        }
        for links in [&own].into_iter().chain(needs.iter().map(|&at| &self.links[at])) {
            linked.cgo |= links.cgo;
            linked.flags.extend_from_slice(&links.flags);
            reads.extend_from_slice(&links.files);
        }
        if linked.cgo {
            linked.flags.splice(0..0, self.build.cgo.link_flags());
        }
        let run = tools.link(&package.folder, &linked, &self.packages());
        self.add_run(package, Step { run, reads, after: &[] }, output);
        Ok(())
    }

    /// Packs an archive.
    pub(in crate::driver::packages) fn plan_archive(
        &mut self,
        subject: Subject<'_>,
        output: PathBuf,
    ) -> Result<Links, PackageError> {
        let (tools, package) = (&*self.build.toolchain, subject.package);
        let (objects, links) = self.plan_objects(tools, subject)?;
        self.plan_pack(tools, package, objects, output)?;
        Ok(links)
    }

    fn plan_pack(
        &mut self,
        tools: &dyn CompilesC,
        package: &Package,
        objects: Objects,
        output: PathBuf,
    ) -> Result<(), PackageError> {
        let packed = tools.pack(&self.build.program, &package.folder, objects.go, objects.others);
        let no_go = || PackageError::NoGo(package.folder.clone(), "the compilers of this release");
        let (run, reads) = packed.ok_or_else(no_go)?;
        self.add_run(package, Step { run, reads, after: &[] }, output);
        Ok(())
    }

    /// Compiles; the objects, and what the package adds to links.
    fn plan_objects(
        &mut self,
        tools: &dyn CompilesC,
        mut subject: Subject<'_>,
    ) -> Result<(Objects, Links), PackageError> {
        let package = subject.package;
        subject.includes.folders = vec![subject.work.clone(), package.folder.clone()];
        let cgo = self.plan_cgo(tools, &mut subject)?;
        let mut sources = self.plan_goc(tools, &mut subject);
        let mut go = self.plan_go_side(tools, &mut subject);
        let foreign = package.foreign.iter().map(|(file, _)| file);
        sources.extend(package.c.iter().chain(&package.assembly).chain(foreign).cloned());
        sources.sort_by(|a, b| a.file_name().map(bytes_of).cmp(&b.file_name().map(bytes_of)));
        let mut others: Vec<_> = sources
            .iter()
            .map(|source| self.plan_object(tools, &mut subject, cgo.as_ref(), source))
            .collect();
        others.extend(package.objects.iter().cloned());
        let mut links = Links::default();
        if let Some(cgo) = cgo {
            // What cgo made of a file stands in for it.
            go.retain(|file| !package.cgo.iter().any(|it| package.go[it.file] == *file));
            go.extend_from_slice(&cgo.go);
            links = cgo.links.clone();
            others = self.plan_cgo_end(&cgo, &subject, others);
        }
        if go.is_empty() {
            return Ok((Objects { go: None, others }, links));
        }
        let object = subject.work.join(tools.go_object());
        let run = tools.go(subject.symbol, &package.folder, &self.packages(), &go);
        let reads = [&go[..], &subject.imports].concat();
        self.add_run(package, Step { run, reads, after: &[] }, object.clone());
        Ok((Objects { go: Some(object), others }, links))
    }

    /// Compiles a file of C or assembly, or of another language that cgo takes; the object.
    fn plan_object(
        &mut self,
        tools: &dyn CompilesC,
        subject: &mut Subject<'_>,
        cgo: Option<&Cgo>,
        source: &Path,
    ) -> PathBuf {
        let package = subject.package;
        let kind = kind_of(source);
        let object = match kind {
            // Beside a file of C of the same name.
            Some(Kind::Foreign(_)) => {
                let mut name = source.as_os_str().to_owned();
                name.push(".o");
                within(&subject.work, Path::new(&name))
            }
            _ => object_in(&subject.work, source),
        };
        let it = Compiled {
            file: source,
            folder: &package.folder,
            work: &subject.work,
            object: &object,
            symbol: subject.symbol,
        };
        let launcher = &self.build.launcher;
        let run = match (cgo, kind) {
            (Some(cgo), Some(Kind::C)) if source.starts_with(&subject.work) => {
                cgo.of_goc(tools.c(&it, launcher))
            }
            (Some(cgo), kind) => cgo.compile(&it, kind, launcher),
            (None, Some(Kind::Assembly)) => tools.assembly(&it),
            (None, _) => tools.c(&it, launcher),
        };
        let mut reads = vec![source.to_owned()];
        // What the compiler tells of need not be looked for, if Ninja understands it too.
        if !(run.depfile.is_some() && is_plain(source) && is_plain(&object)) {
            reads.extend(subject.includes.of(source));
        }
        self.add_run(package, Step { run, reads, after: &subject.headers }, object.clone());
        object
    }

    /// Makes goc.h where the package has none, the header of its Go types where C includes it, and declarations for each `.goc` file of which no function is declared; all Go
    /// files of the package.
    fn plan_go_side(&mut self, tools: &dyn CompilesC, subject: &mut Subject<'_>) -> Vec<PathBuf> {
        let package = subject.package;
        let mut go = package.go.clone();
        if package.goc.is_empty() || tools.dialect().traits().headers != Headers::Go {
            return go;
        }
        if !package.headers.iter().any(|header| header.ends_with("goc.h")) {
            let made = subject.work.join("goc.h");
            self.plan_beside(tools, package, ("prelude", None), made.clone());
            subject.headers.push(made);
        }
        if has_types(package) && !package.headers.iter().any(|header| header.ends_with(TYPES_HEADER)) {
            let made = subject.work.join(TYPES_HEADER);
            self.plan_types(tools, package, made.clone());
            subject.headers.push(made);
        }
        for file in undeclared(package) {
            let mut name = file.file_stem().unwrap_or_default().to_owned();
            name.push("_goc.go");
            let made = subject.work.join(name);
            self.plan_beside(tools, package, ("go", Some(file)), made.clone());
            go.push(made);
        }
        go
    }

    /// What goc2c writes beside the C.
    fn plan_beside(
        &mut self,
        tools: &dyn CompilesC,
        package: &Package,
        (what, file): (&str, Option<&PathBuf>),
        made: PathBuf,
    ) {
        let mut words = self.goc2c(tools, &["--emit", what]);
        words.extend([Word::from("-o"), Word::Made(0)]);
        words.extend(file.map(Word::from));
        let run = Run::new(words, &package.folder);
        let reads = file.cloned().into_iter().collect();
        self.add_run(package, Step { run, reads, after: &[] }, made);
    }

    /// Makes the header of a package's Go types, of all its `.goc` files.
    fn plan_types(&mut self, tools: &dyn CompilesC, package: &Package, made: PathBuf) {
        let cgo = self.build.context.cgo.then(|| "cgo".to_owned());
        let tags = self.build.context.tags.iter().chain(&cgo).cloned().collect::<Vec<_>>().join(",");
        let mut words = self.goc2c(tools, &["--emit", "types", "--tags", &tags, "--depfile"]);
        words.extend([Word::Depfile, Word::from("-o"), Word::Made(0)]);
        words.extend(package.goc.iter().map(Word::from));
        // What is imported the step tells.
        let depfile = Some(Depfile { path: made.with_extension("d"), made: true });
        let run = Run { depfile, heeds: &["GOROOT"], ..Run::new(words, &package.folder) };
        let reads = package.goc.iter().chain(&package.go).cloned().collect();
        self.add_run(package, Step { run, reads, after: &[] }, made);
    }

    /// The first words of a run of goc2c.
    fn goc2c(&self, tools: &dyn CompilesC, more: &[&str]) -> Vec<Word> {
        let Platform { os, arch } = &self.build.context.platform;
        let mut words = vec![Word::from(&self.build.program)];
        let flags = ["goc2c", "--dialect", tools.dialect().name(), "--os", os, "--arch", arch];
        words.extend(flags.iter().chain(more).copied().map(Word::from));
        words
    }

    /// Translates the `.goc` files; what they become.
    fn plan_goc(&mut self, tools: &dyn CompilesC, subject: &mut Subject<'_>) -> Vec<PathBuf> {
        let mut made = Vec::new();
        for file in &subject.package.goc {
            let mut name = OsString::from("z");
            name.push(file.file_stem().unwrap_or_default());
            name.push(".c");
            let c = subject.work.join(name);
            let mut words = self.goc2c(tools, &[]);
            words.extend(["--go-pkgpath", tools.symbol_path(subject.symbol), "-o"].map(Word::from));
            words.extend([Word::Made(0), Word::from(file)]);
            subject.includes.made.insert(c.clone(), file.clone());
            let run = Run::new(words, &subject.package.folder);
            self.add_run(subject.package, Step { run, reads: vec![file.clone()], after: &[] }, c.clone());
            made.push(c);
        }
        made
    }
}

/// Whether C of a package includes the header of its Go types. What cannot be read its own step tells of.
fn has_types(package: &Package) -> bool {
    package.goc.iter().chain(&package.c).any(|file| fs::read(file).is_ok_and(|text| includes_types(&text)))
}

/// The `.goc` files of which no Go file has a function. None where a Go file cannot be read, and not one that cannot be read
/// itself: the steps that need them tell of it.
fn undeclared(package: &Package) -> Vec<&PathBuf> {
    let declared: Option<Vec<_>> = package.go.iter().map(|file| names_in(file, None)).collect();
    let Some(declared) = declared else { return Vec::new() };
    let declared: HashSet<String> = declared.into_iter().flatten().collect();
    let options = Options { dialect: Dialect::Gccgo11, target: Target::Gcc, ..Options::default() };
    let is_undeclared = |file: &&PathBuf| {
        let names = names_in(file, Some(&options));
        names.is_some_and(|names| !names.iter().any(|name| declared.contains(name)))
    };
    package.goc.iter().filter(is_undeclared).collect()
}

/// The names of the functions in a Go file, or with options in a `.goc` file; none if it cannot be read.
fn names_in(file: &Path, goc: Option<&Options>) -> Option<Vec<String>> {
    let text = fs::read(file).ok()?;
    let source = Source::from_bytes(bytes_of(file.as_os_str()), &text);
    let side = match goc {
        Some(options) => GoSide::read_goc(source, options),
        None => GoSide::read_go(source),
    };
    Some(side.ok()?.names().collect())
}
