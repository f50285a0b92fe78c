//! The steps of a package for the tool chains that have a C compiler: goc2c, C, assembly, Go, an archive or an
//! executable.

use std::path::PathBuf;

use goc2c::command::output::bytes_of;

use super::build::{Planner, Step, Subject};
use super::toolchain::WithC;
use engine::action::{Arg, object_in};
use engine::depfile::is_plain;

impl Planner<'_> {
    fn packages(&self) -> PathBuf {
        self.build.work.join("pkg")
    }

    /// Links an executable.
    pub(super) fn plan_c_program(
        &mut self,
        tools: &WithC,
        subject: Subject<'_>,
        needs: &[PathBuf],
        output: PathBuf,
    ) {
        let package = subject.package;
        let mut objects = self.plan_objects(tools, subject);
        if let WithC::Gc { .. } = tools {
            let packed = self.objects(package).join("_main_.a");
            self.run(package, tools.pack(), Step::added(&objects), packed.clone());
            objects = vec![packed];
        }
        let argv = tools.link(self.to(), &objects, needs, &self.packages());
        let reads = [&objects[..], needs].concat();
        self.run(package, argv, Step { reads: &reads, ..Step::of(&[]) }, output);
    }

    /// Packs an archive.
    pub(super) fn plan_c_archive(&mut self, tools: &WithC, subject: Subject<'_>, output: PathBuf) {
        let package = subject.package;
        let objects = self.plan_objects(tools, subject);
        self.run(package, tools.pack(), Step::added(&objects), output);
    }

    /// Compiles; the objects.
    fn plan_objects(&mut self, tools: &WithC, mut subject: Subject<'_>) -> Vec<PathBuf> {
        let package = subject.package;
        let work = subject.work.clone();
        subject.includes.folders = vec![work.clone(), package.folder.clone()];
        let mut sources = self.plan_goc(tools, &mut subject);
        sources.extend(package.c.iter().chain(&package.assembly).cloned());
        sources.sort_by(|a, b| a.file_name().map(bytes_of).cmp(&b.file_name().map(bytes_of)));
        let folders = [package.folder.as_path(), work.as_path()];
        let mut objects = Vec::new();
        for source in sources {
            let output = object_in(&work, &source);
            let is_c = source.extension().is_some_and(|it| it == "c");
            let (argv, tells) = if is_c {
                tools.c(self.to(), &folders, &self.build.launcher, &output)
            } else {
                (tools.assembly(self.to(), &folders), false)
            };
            // What the compiler tells of need not be looked for, if Ninja understands it too.
            let tells = tells && is_plain(&source) && is_plain(&output);
            let reads = if tells { Vec::new() } else { subject.includes.of(&source) };
            let step =
                Step { reads: &reads, after: &subject.headers, ..Step::of(std::slice::from_ref(&source)) };
            self.run(package, argv, step, output.clone());
            objects.push(output);
        }
        if !package.go.is_empty() {
            let output = work.join("_go_.o");
            let argv = tools.go(self.to(), subject.symbol, &self.packages());
            self.run(
                package,
                argv,
                Step { reads: &subject.imports, ..Step::of(&package.go) },
                output.clone(),
            );
            objects.push(output);
        }
        objects
    }

    /// Translates the `.goc` files; what they become.
    fn plan_goc(&mut self, tools: &WithC, subject: &mut Subject<'_>) -> Vec<PathBuf> {
        let mut made = Vec::new();
        for file in &subject.package.goc {
            let mut c = std::ffi::OsString::from("z");
            c.push(file.file_stem().unwrap_or_default());
            c.push(".c");
            let output = subject.work.join(c);
            let mut argv = vec![Arg::from(&self.build.program), Arg::from("goc2c"), Arg::from("--dialect")];
            let context = &self.build.context;
            argv.extend(
                [tools.dialect().name(), "--os", &context.os, "--arch", &context.arch].map(Arg::from),
            );
            if let Some(path) = tools.symbol_path(subject.symbol) {
                argv.extend([Arg::from("--go-pkgpath"), Arg::from(path)]);
            }
            argv.extend([Arg::from("-o"), Arg::Output]);
            subject.includes.made.insert(output.clone(), file.clone());
            self.run(subject.package, argv, Step::of(std::slice::from_ref(file)), output.clone());
            made.push(output);
        }
        made
    }
}
