//! The steps of a package for today's gc. Its compiler has to know what assembly refers to: each package's own is
//! asked, and what other packages' assembly says of a package is put after that.

use std::fs;
use std::path::{Path, PathBuf};

use hashbrown::HashMap;

use engine::{Run, Word, Work};
use goc2c::gopkg::fault::ReadError;
use goc2c::gopkg::package::{Package, Reader};

use crate::driver::includes::Includes;
use crate::driver::packages::fault::PackageError;
use crate::driver::packages::load::Loaded;
use crate::driver::packages::planner::{Planner, Step, Subject, object_in};
use crate::driver::packages::tools::go_today::{Abis, Compilation, GoTools, Reference, joined};
use crate::symabis::PAIRS;

/// What the packages of a plan have in common.
pub(in crate::driver::packages) struct Shared<'b> {
    tools: &'b GoTools,
    /// The file that says where packages are.
    importcfg: PathBuf,
    /// A folder with an empty `go_asm.h`, for those who read assembly before there is a true one.
    empty: PathBuf,
    /// The packages whose assembly refers to a package, by its path: their paths in symbols, and what they say.
    referring: HashMap<String, Vec<(String, PathBuf)>>,
}

impl Shared<'_> {
    fn refer(&mut self, to: &Package, from: &Package, file: PathBuf) {
        let list = self.referring.entry_ref(to.path.as_str()).or_default();
        if !list.iter().any(|(_, known)| *known == file) {
            list.push((from.symbol().to_owned(), file));
        }
    }
}

/// The header that the compiler makes for assembly.
const HEADER: &str = "go_asm.h";

impl Planner<'_> {
    /// What comes before the packages.
    pub(in crate::driver::packages) fn plan_shared<'b>(
        &mut self,
        tools: &'b GoTools,
        loaded: &[Loaded],
    ) -> Result<Shared<'b>, PackageError> {
        for Loaded { package, .. } in loaded {
            check(package)?;
        }
        let mut shared = Shared {
            tools,
            importcfg: self.build.work.join("importcfg"),
            empty: self.build.work.join("empty"),
            referring: HashMap::new(),
        };
        self.plan_importcfg(&shared, loaded);
        for Loaded { package: from, .. } in loaded {
            let mut paths = Vec::new();
            for file in &from.assembly {
                let text = fs::read(file).map_err(|error| ReadError::Read(file.clone(), error))?;
                paths.extend(mentioned(&text));
            }
            for Loaded { package: to, .. } in loaded.iter().filter(|to| to.package.path != from.path) {
                let known = PAIRS.iter().any(|pair| (pair.package, pair.from) == (&*to.path, &*from.path));
                if !from.assembly.is_empty() && (known || paths.iter().any(|path| path == to.symbol())) {
                    shared.refer(to, from, self.symabis(from));
                }
            }
        }
        let Abis::Collected(references) = &tools.abis else { return Ok(shared) };
        for reference in references {
            self.plan_reference(&mut shared, loaded, reference)?;
        }
        if !references.is_empty() || loaded.iter().any(|it| !it.package.assembly.is_empty()) {
            let header = shared.empty.join(HEADER);
            self.add(&loaded[loaded.len() - 1].package, Work::Empty, Vec::new(), &[], header);
        }
        Ok(shared)
    }

    /// Takes a reference in that the user told of. The package that refers need not be one that is built.
    fn plan_reference(
        &mut self,
        shared: &mut Shared<'_>,
        loaded: &[Loaded],
        reference: &Reference,
    ) -> Result<(), PackageError> {
        let trouble = |why| PackageError::NoReference(reference.clone(), why);
        let find = |path: &str| loaded.iter().find(|it| it.package.path == path);
        let to = find(&reference.package).ok_or_else(|| trouble("the first is not built"))?;
        let from = match find(&reference.from) {
            Some(from) => from.package.clone(),
            None => {
                let folder = to.module.as_ref().and_then(|module| module.folder_of(&reference.from));
                let folder = folder.ok_or_else(|| trouble("the second is outside the module"))?;
                if !folder.is_dir() {
                    return Err(trouble("the second has no folder"));
                }
                let reader = Reader { context: &self.build.context, current: &self.build.current };
                reader.read(&folder, reference.from.clone(), None)?
            }
        };
        if from.assembly.is_empty() {
            return Err(trouble("the second has no assembly"));
        }
        let file = self.symabis(&from);
        if find(&reference.from).is_none() && !self.plan.actions.iter().any(|it| it.first() == file) {
            let subject = self.subject(&from, Vec::new(), None);
            self.plan_own_symabis(shared, &subject, file.clone());
        }
        shared.refer(&to.package, &from, file);
        Ok(())
    }

    /// Says where packages are: those that are built, and those that the go command knows.
    fn plan_importcfg(&mut self, shared: &Shared<'_>, loaded: &[Loaded]) {
        let own = loaded.iter().map(|it| &it.package).filter(|package| !package.is_program());
        let own: Vec<_> = own
            .map(|package| Word::from(joined(&format!("--own={}=", package.path), &self.archive(package))))
            .collect();
        let is_inside = |path: &str| loaded.iter().any(|it| it.package.path == path);
        let imports = loaded.iter().flat_map(|it| &it.package.imports).map(|import| import.path.as_str());
        let mut outside: Vec<&str> = imports.filter(|path| !is_inside(path)).collect();
        // Nobody imports it, and every program has it.
        outside.push("runtime");
        outside.sort_unstable();
        outside.dedup();
        let Some(Loaded { package, module, .. }) = loaded.last() else { return };
        let folder = module.as_ref().map_or(&package.folder, |module| &module.folder);
        let sums = ["go.mod", "go.sum", "vendor/modules.txt"].map(|name| folder.join(name));
        let sums = sums.into_iter().filter(|it| it.is_file());
        // The compiler is as old as what it compiled.
        let reads = sums.chain([shared.tools.tools.join("compile")]).collect();
        let made = shared.importcfg.clone();
        let run = shared.tools.importcfg(&self.build.program, own, outside, &made, folder);
        self.add_run(package, Step { run, reads, after: &[] }, made);
    }

    /// Links an executable.
    pub(in crate::driver::packages) fn plan_go_program(
        &mut self,
        shared: &Shared<'_>,
        subject: Subject<'_>,
        needs: &[PathBuf],
        output: PathBuf,
    ) {
        let package = subject.package;
        let archive = subject.work.join("_main_.a");
        self.plan_go_archive(shared, subject, archive.clone());
        let reads = [std::slice::from_ref(&archive), needs, std::slice::from_ref(&shared.importcfg)].concat();
        let run = Run::new(shared.tools.link(&shared.importcfg, &archive), &package.folder);
        self.add_run(package, Step { run, reads, after: &[] }, output);
    }

    /// Compiles a package, and puts what its assembly becomes after it.
    pub(in crate::driver::packages) fn plan_go_archive(
        &mut self,
        shared: &Shared<'_>,
        mut subject: Subject<'_>,
        output: PathBuf,
    ) {
        let Subject { package, symbol, .. } = subject;
        let work = subject.work.clone();
        let has_assembly = !package.assembly.is_empty();
        let referring = shared.referring.get(&package.path).map_or(&[][..], Vec::as_slice);
        let all_abis = shared.tools.abis == Abis::All && (has_assembly || !referring.is_empty());
        let symabis = match &shared.tools.abis {
            Abis::All => None,
            Abis::Collected(_) => self.plan_symabis(shared, &subject, referring),
        };
        let header = has_assembly.then(|| work.join(HEADER));
        let compilation = Compilation {
            symbol,
            lang: subject.lang,
            // Another package's assembly may hold the body of a function.
            complete: !has_assembly && referring.is_empty(),
            importcfg: &shared.importcfg,
            symabis: symabis.as_deref(),
            all_abis,
            header: header.as_deref(),
        };
        let compiled = if has_assembly { work.join("_go_.a") } else { output.clone() };
        let imports = std::mem::take(&mut subject.imports);
        let reads = package.go.iter().cloned().chain(imports).chain([shared.importcfg.clone()]);
        let reads = reads.chain(symabis.iter().cloned()).collect();
        let run = Run::new(shared.tools.compile(&compilation, &package.go), &package.folder);
        let makes = [compiled.clone()].into_iter().chain(header.clone()).collect();
        self.add_all(package, Work::Run(run), reads, &[], makes);
        let Some(header) = header else { return };
        let folders = [work.clone(), shared.tools.headers()];
        subject.includes.made.insert(header.clone(), header);
        subject.includes.folders = folders.to_vec();
        let mut members = vec![compiled];
        for source in &package.assembly {
            let object = object_in(&work, source);
            let folders = folders.each_ref().map(PathBuf::as_path);
            let files = std::slice::from_ref(source);
            let words = shared.tools.asm(&self.build.context.platform, symbol, &folders, false, files);
            let reads = [vec![source.clone()], subject.includes.of(source)].concat();
            let run = Run::new(words, &package.folder);
            self.add_run(package, Step { run, reads, after: &subject.headers }, object.clone());
            members.push(object);
        }
        let mut words = vec![Word::from(&self.build.program), "archive".into(), "-o".into(), Word::Made(0)];
        words.extend(members.iter().map(Word::from));
        let run = Run::new(words, &package.folder);
        self.add_run(package, Step { run, reads: members, after: &[] }, output);
    }

    /// The file that says what a package's own assembly refers to.
    fn symabis(&self, package: &Package) -> PathBuf {
        self.objects(package).join("symabis")
    }

    /// Asks what assembly says of a package, its own and others'; where that will be, if there is any.
    fn plan_symabis(
        &mut self,
        shared: &Shared<'_>,
        subject: &Subject<'_>,
        referring: &[(String, PathBuf)],
    ) -> Option<PathBuf> {
        let Subject { package, symbol, .. } = *subject;
        let own = (!package.assembly.is_empty()).then(|| self.symabis(package));
        if let Some(own) = &own {
            self.plan_own_symabis(shared, subject, own.clone());
        }
        if referring.is_empty() {
            return own;
        }
        let mut words = vec![Word::from(&self.build.program)];
        words.extend(["symabis", "--for", symbol].map(Word::from));
        words.extend(own.iter().flat_map(|own| [Word::from("--own"), Word::from(own)]));
        for (from, file) in referring {
            words.push(Word::from(joined(&format!("--from={from}="), file)));
        }
        words.extend([Word::from("-o"), Word::Made(0)]);
        let reads = own.into_iter().chain(referring.iter().map(|(_, file)| file.clone())).collect();
        let made = subject.work.join("symabis.all");
        let run = Run::new(words, &package.folder);
        self.add_run(package, Step { run, reads, after: &[] }, made.clone());
        Some(made)
    }

    fn plan_own_symabis(&mut self, shared: &Shared<'_>, subject: &Subject<'_>, output: PathBuf) {
        let Subject { package, symbol, .. } = *subject;
        let without = PAIRS.iter().filter(|pair| pair.from == package.path).find_map(|pair| pair.without);
        let is_left_out = |file: &&PathBuf| {
            let name = file.file_name().unwrap_or_default().to_string_lossy();
            without.is_some_and(|start| name.starts_with(start))
        };
        let files: Vec<_> = package.assembly.iter().filter(|file| !is_left_out(file)).cloned().collect();
        let folders = [shared.empty.clone(), subject.work.clone(), shared.tools.headers()];
        let mut includes = Includes::default();
        includes.folders = folders.to_vec();
        includes.made.clone_from(&subject.includes.made);
        includes.made.insert(shared.empty.join(HEADER), PathBuf::new());
        let mut reads: Vec<_> = files.iter().flat_map(|file| includes.of(file)).collect();
        reads.sort();
        reads.dedup();
        let folders = folders.each_ref().map(PathBuf::as_path);
        let words = shared.tools.asm(&self.build.context.platform, symbol, &folders, true, &files);
        let run = Run::new(words, &package.folder);
        reads.splice(0..0, files);
        self.add_run(package, Step { run, reads, after: &subject.headers }, output);
    }
}

/// That today's gc can build a package.
fn check(package: &Package) -> Result<(), PackageError> {
    let not = |path: &Path, why| Err(PackageError::NotForGo(path.to_owned(), why));
    if let Some(file) = package.goc.iter().chain(&package.c).next() {
        return not(file, "is C, for which today's gc has no compiler: `--toolchain gccgo` builds it");
    }
    if package.go.is_empty() {
        return not(&package.folder, "has no Go file, without which today's gc compiles nothing");
    }
    if package.imports.iter().any(|it| it.path == "C") {
        return not(&package.folder, "imports \"C\", which takes cgo: `go build` runs that");
    }
    if package.imports.iter().any(|it| it.path == "embed") {
        for file in &package.go {
            let text = fs::read(file).map_err(|error| ReadError::Read(file.clone(), error))?;
            if text.split(|&byte| byte == b'\n').any(|line| line.starts_with(b"//go:embed ")) {
                return not(file, "embeds files by `//go:embed`: `go build` does that");
            }
        }
    }
    Ok(())
}

/// The packages whose symbols the text of assembly names, as its macros leave it: `a∕b·F` is of package `a/b`.
fn mentioned(text: &[u8]) -> impl Iterator<Item = String> {
    let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || b"_.%~".contains(byte) || *byte >= 0x80;
    let words = text.split(move |byte| !is_part(byte)).filter_map(|word| std::str::from_utf8(word).ok());
    let packages = words.filter_map(|word| Some(word.rsplit_once('·')?.0));
    packages.filter(|path| !path.is_empty()).map(|path| path.replace('·', ".").replace('∕', "/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packages_are_read_from_the_names_in_assembly() {
        let text = "TEXT ·Own(SB),4,$0\n\tCALL\truntime·f(SB)\n\tMOVQ $a·b∕c·D+8(SB), AX // x·Y";
        assert_eq!(mentioned(text.as_bytes()).collect::<Vec<_>>(), ["runtime", "a.b/c", "x"]);
    }
}
