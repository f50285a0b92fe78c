//! The steps of a package that imports "C": cgo itself, and the compilers that it needs. What cgo reads and writes beside
//! files of its own is told by the command `cgo` of this program, which runs it.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use engine::action::within;
use engine::process::find;
use engine::{Depfile, Run, Word, Work};
use goc2c::gopkg::cgo::Verb;
use goc2c::gopkg::package::Kind;

use crate::driver::cgo::flags::{Flags, flags_of};
use crate::driver::cgo::libraries::{files_of, runtime_of};
use crate::driver::dist::words::texts;
use crate::driver::packages::fault::PackageError;
use crate::driver::packages::planner::{Links, Planner, Step, Subject, object_in};
use crate::driver::packages::tools::gccgo::COMPILING;
use crate::driver::packages::tools::{CgoTools, Compiled, CompilesC};

/// What cgo has made of a package, and how its other files are compiled.
pub(super) struct Cgo {
    /// Go files.
    pub(super) go: Vec<PathBuf>,
    /// Objects of what cgo made, by the C compiler.
    pub(super) objects: Vec<PathBuf>,
    /// That of `_cgo_defun.c`, and of `_cgo_main.c` where there is one.
    pub(super) defun: Vec<PathBuf>,
    pub(super) main: Vec<PathBuf>,
    /// What the package adds to links.
    pub(super) links: Links,
    pub(super) tools: CgoTools,
    flags: Flags,
    work: PathBuf,
    cxx: Vec<OsString>,
    fortran: Vec<OsString>,
}

/// Variables that cgo and the compilers that it runs heed.
const CGO: &[&str] = &[
    "CPATH",
    "C_INCLUDE_PATH",
    "COMPILER_PATH",
    "GCC_EXEC_PREFIX",
    "LIBRARY_PATH",
    "SOURCE_DATE_EPOCH",
    "GO386",
    "GOAMD64",
    "GOARM",
];

impl Planner<'_> {
    /// Plans cgo, where a package imports "C".
    pub(super) fn plan_cgo(
        &mut self,
        tools: &dyn CompilesC,
        subject: &mut Subject<'_>,
    ) -> Result<Option<Cgo>, PackageError> {
        let (package, settings) = (subject.package, &self.build.cgo);
        if package.cgo.is_empty() {
            return Ok(None);
        }
        let it = in_package(subject, Path::new(""), Path::new(""));
        let no_cgo = |why| PackageError::NoCgo(package.path.clone(), why);
        let cgo_tools = tools.cgo(&it, &package.path, settings).map_err(no_cgo)?;
        let flags = flags_of(package, settings, &self.build.current)?;
        let mut links = Links { cgo: true, flags: flags.ld.clone(), ..Links::default() };
        links.files = files_of(&flags.ld);
        links.flags.extend(runtime_of(package, &settings.fortran));
        let mut cgo = Cgo {
            go: Vec::new(),
            objects: Vec::new(),
            defun: Vec::new(),
            main: Vec::new(),
            links,
            tools: cgo_tools,
            flags,
            work: subject.work.clone(),
            cxx: settings.cxx.clone(),
            fortran: settings.fortran.clone(),
        };
        let c = self.plan_cgo_run(&mut cgo, subject);
        for file in c {
            let object = object_in(&subject.work, &file);
            let it = in_package(subject, &file, &object);
            let (run, list) = match file.file_name().and_then(|name| name.to_str()) {
                Some("_cgo_defun.c") => (tools.defun(&it, &cgo.tools, &self.build.launcher), &mut cgo.defun),
                Some("_cgo_main.c") => (cgo.c(&it, &self.build.launcher), &mut cgo.main),
                _ => (cgo.c(&it, &self.build.launcher), &mut cgo.objects),
            };
            list.push(object.clone());
            let reads = match run.depfile {
                Some(_) => vec![file],
                None => [vec![file.clone()], subject.includes.of(&file)].concat(),
            };
            self.add_run(package, Step { run, reads, after: &subject.headers }, object);
        }
        Ok(Some(cgo))
    }

    /// Runs cgo; the C files that it makes.
    fn plan_cgo_run(&mut self, cgo: &mut Cgo, subject: &mut Subject<'_>) -> Vec<PathBuf> {
        let (package, work) = (subject.package, &subject.work);
        let mut makes: Vec<PathBuf> = cgo.tools.makes.iter().map(|name| work.join(name)).collect();
        let (mut go, mut c) = (Vec::new(), Vec::new());
        let files: Vec<&PathBuf> = package.cgo.iter().map(|it| &package.go[it.file]).collect();
        for file in &files {
            go.push(within(work, &file.with_extension("cgo1.go")));
            c.push(within(work, &file.with_extension("cgo2.c")));
        }
        let is = |end: &'static str| {
            let ends = move |made: &&PathBuf| made.extension().is_some_and(|it| it == end);
            makes.iter().filter(ends).cloned().collect::<Vec<_>>()
        };
        let headers = is("h");
        cgo.go = [is("go"), go.clone()].concat();
        let all_c = [is("c"), c.clone()].concat();
        makes.extend(go.into_iter().chain(c));
        let mut words = vec![Word::from(&self.build.program), Word::from("cgo"), Word::from("--tool")];
        words.extend([Word::from(&cgo.tools.program), Word::from("--out"), Word::Scratch]);
        words.extend([Word::from("--depfile"), Word::Depfile]);
        let given = |flag: &str, words: &[OsString]| {
            let joined = |word: &OsString| {
                let mut joined = OsString::from(format!("--{flag}="));
                joined.push(word);
                Word::Text(joined)
            };
            words.iter().map(joined).collect::<Vec<_>>()
        };
        words.extend(given("cc", &cgo.tools.cc));
        words.extend(given("tool-flag", &cgo.tools.flags));
        words.extend(given("ldflag", &[self.build.cgo.flags(Verb::LdFlags), &cgo.flags.ld].concat()));
        words.extend(given("flag", &cgo.all_flags(&[])));
        words.extend(given("flag", &cgo.tools.after));
        words.push(Word::from("--"));
        words.extend(files.iter().map(|file| Word::from(file.file_name().unwrap_or_default())));
        let run = Run {
            depfile: Some(Depfile { path: work.join("_cgo_.d"), made: false }),
            heeds: CGO,
            environment: cgo.tools.environment.clone(),
            names_from: cgo.tools.names_from.clone(),
            ..Run::new(words, &package.folder)
        };
        let mut reads: Vec<PathBuf> = files.into_iter().cloned().collect();
        reads.extend(find(&cgo.tools.program));
        reads.extend(cgo.tools.cc.first().and_then(|cc| find(Path::new(cc))));
        self.add_all(package, Work::Run(run), reads, &subject.headers, makes);
        // All that is compiled may include what it makes.
        subject.headers.extend(headers);
        all_c
    }
}

pub(super) fn in_package<'c>(subject: &'c Subject<'_>, file: &'c Path, object: &'c Path) -> Compiled<'c> {
    Compiled { file, folder: &subject.package.folder, work: &subject.work, object, symbol: subject.symbol }
}

impl Cgo {
    /// The flags of the package for a language, with the folder of what is made among those for the preprocessor.
    fn all_flags(&self, language: &[OsString]) -> Vec<OsString> {
        let own = if language.is_empty() { &self.flags.c } else { language };
        let mut flags = self.flags.cpp.clone();
        flags.extend([OsString::from("-I"), self.work.clone().into_os_string()]);
        flags.extend_from_slice(own);
        flags
    }

    /// Compiles C.
    fn c(&self, it: &Compiled<'_>, launcher: &[OsString]) -> Run {
        self.by(&self.tools.cc, &[], it, launcher)
    }

    /// Compiles a file by what it is.
    pub(super) fn compile(&self, it: &Compiled<'_>, kind: Option<Kind>, launcher: &[OsString]) -> Run {
        match kind {
            Some(Kind::Foreign("C++")) => self.by(&self.cxx, &self.flags.cxx, it, launcher),
            Some(Kind::Foreign("Fortran")) => self.by(&self.fortran, &self.flags.fortran, it, launcher),
            _ => self.c(it, launcher),
        }
    }

    fn by(
        &self,
        compiler: &[OsString],
        language: &[OsString],
        it: &Compiled<'_>,
        launcher: &[OsString],
    ) -> Run {
        let mut words: Vec<Word> = texts(launcher).chain(texts(compiler)).collect();
        words.extend(texts(&self.tools.before).chain(texts(self.all_flags(language))));
        words.extend(texts(&self.tools.after));
        words.extend([Word::from("-MD"), Word::from("-MF"), Word::Depfile]);
        words.extend([Word::from("-o"), Word::Made(0), Word::from("-c"), Word::from(it.file)]);
        let depfile = Depfile { path: it.object.with_extension("d"), made: false };
        Run {
            depfile: Some(depfile),
            heeds: COMPILING,
            environment: vec![("TERM", "dumb".into())],
            ..Run::new(words, it.folder)
        }
    }

    /// Compiles what goc2c made: with the package's flags for C, where that is gcc's.
    pub(super) fn of_goc(&self, mut run: Run) -> Run {
        if self.tools.old.is_none() {
            run.words.extend(texts(self.all_flags(&[])));
        }
        run
    }
}
