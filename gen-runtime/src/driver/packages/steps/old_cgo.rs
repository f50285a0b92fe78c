//! What is packed of a package that imports "C". For gccgo these are all objects. The old compilers take one object of all
//! that gcc made, and what a program that is linked of them by gcc would take from libraries, as C for their own compiler.

use std::path::{Path, PathBuf};

use engine::{Run, Word};

use super::cgo::{Cgo, in_package};
use crate::driver::dist::words::texts;
use crate::driver::packages::planner::{Planner, Step, Subject, object_in};
use crate::driver::packages::tools::OldCgo;
use crate::driver::packages::tools::gccgo::LINKING;

impl Planner<'_> {
    /// The objects that are packed, of those that the package's other files have become.
    pub(super) fn plan_cgo_end(
        &mut self,
        cgo: &Cgo,
        subject: &Subject<'_>,
        others: Vec<PathBuf>,
    ) -> Vec<PathBuf> {
        let Some(old) = &cgo.tools.old else {
            return [others, cgo.objects.clone(), cgo.defun.clone()].concat();
        };
        // What goc2c made is for the old compilers.
        let of_goc = |object: &&PathBuf| {
            subject.package.goc.iter().any(|file| {
                let stem = file.file_stem().unwrap_or_default().to_string_lossy();
                object.file_name().is_some_and(|name| name.to_string_lossy() == format!("z{stem}.o"))
            })
        };
        let (own, by_gcc): (Vec<PathBuf>, Vec<PathBuf>) = others.into_iter().partition(|it| of_goc(&it));
        let by_gcc = [cgo.objects.clone(), by_gcc].concat();
        let import = self.plan_import(cgo, old, subject, &by_gcc);
        let all = self.plan_all(cgo, old, subject, by_gcc);
        // The list of what is taken from libraries comes before what takes it.
        [own, vec![import], cgo.defun.clone(), vec![all]].concat()
    }

    /// Links a program, which never runs, and lists what it takes from libraries.
    fn plan_import(
        &mut self,
        cgo: &Cgo,
        old: &OldCgo,
        subject: &Subject<'_>,
        objects: &[PathBuf],
    ) -> PathBuf {
        let (package, work) = (subject.package, &subject.work);
        let program = work.join("_cgo_.o");
        let objects = [&cgo.main[..], objects].concat();
        let mut words: Vec<Word> = texts(&cgo.tools.cc).chain(texts(&old.link)).collect();
        words.extend([Word::from("-o"), Word::Made(0)].into_iter().chain(texts(&objects)));
        words.extend(texts(self.build.cgo.link_flags()).chain(texts(&cgo.links.flags)));
        let run = Run { heeds: LINKING, ..Run::new(words, &package.folder) };
        let reads = [objects, cgo.links.files.clone()].concat();
        self.add_run(package, Step { run, reads, after: &[] }, program.clone());
        let list = work.join("_cgo_import.c");
        let words =
            texts([cgo.tools.program.as_path(), Path::new("-dynimport"), &program, Path::new("-dynout")]);
        let run = Run::new(words.chain([Word::Made(0)]).collect(), &package.folder);
        self.add_run(package, Step { run, reads: vec![program], after: &[] }, list.clone());
        let object = object_in(work, &list);
        let run = self.build.toolchain.c(&in_package(subject, &list, &object), &self.build.launcher);
        self.add_run(package, Step { run, reads: vec![list], after: &subject.headers }, object.clone());
        object
    }

    /// Makes one object of all.
    fn plan_all(&mut self, cgo: &Cgo, old: &OldCgo, subject: &Subject<'_>, objects: Vec<PathBuf>) -> PathBuf {
        let all = subject.work.join("_all.o");
        let mut words: Vec<Word> = texts(&cgo.tools.cc).chain(texts(&old.link)).collect();
        words.extend(
            [Word::from("-o"), Word::Made(0)].into_iter().chain(texts(&objects)).chain(texts(&old.one)),
        );
        let run = Run { heeds: LINKING, ..Run::new(words, &subject.package.folder) };
        self.add_run(subject.package, Step { run, reads: objects, after: &[] }, all.clone());
        all
    }
}
