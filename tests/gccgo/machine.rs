//! The machines that programs are built for and run on, and how.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use goc2c::{Dialect, Options, Source, Target, prelude, transpile, write_go_declarations};

/// The tools of an architecture: each a program and its first arguments.
pub struct Machine {
    pub name: &'static str,
    cc: &'static [&'static str],
    gccgo: &'static [&'static str],
    /// What runs a program of it, where the kernel does not.
    emulator: &'static [&'static str],
}

pub const MACHINES: [Machine; 4] = [
    Machine { name: "amd64", cc: &["gcc-12"], gccgo: &["gccgo-12"], emulator: &[] },
    Machine { name: "386", cc: &["gcc-12", "-m32"], gccgo: &["gccgo-12", "-m32"], emulator: &[] },
    Machine {
        name: "arm",
        cc: &["arm-linux-gnueabihf-gcc-12"],
        gccgo: &["arm-linux-gnueabihf-gccgo-12"],
        emulator: &["qemu-arm", "-L", "/usr/arm-linux-gnueabihf"],
    },
    Machine {
        name: "arm64",
        cc: &["aarch64-linux-gnu-gcc-12"],
        gccgo: &["aarch64-linux-gnu-gccgo-12"],
        emulator: &["qemu-aarch64", "-L", "/usr/aarch64-linux-gnu"],
    },
];

/// The flags under which all C of this dialect must compile. `-fexceptions` is what a panic needs on arm to
/// pass through C; elsewhere it is the default.
pub const C_FLAGS: [&str; 7] =
    ["-std=gnu11", "-Wall", "-Wextra", "-Werror", "-O2", "-fexceptions", "-funwind-tables"];

/// Whether a missing tool is a failure.
pub fn is_required() -> bool {
    let set =
        |name| std::env::var(name).is_ok_and(|value| !value.is_empty() && value != "0" && value != "false");
    set("CI") || set("GOC2C_REQUIRE_GCCGO")
}

/// Says that a test is left out, or fails where it must not be.
pub fn skip(what: &str, why: &str) {
    assert!(!is_required(), "{what}: {why}");
    println!("skipped: {what}: {why}");
}

/// Whether a program can be started.
pub fn has(program: &str) -> bool {
    Command::new(program).arg("--version").output().is_ok()
}

/// The machines whose tools are here; what is said of the others names `what` is left out.
pub fn machines(what: &str) -> Vec<&'static Machine> {
    MACHINES
        .iter()
        .filter(|machine| {
            let missing: Vec<_> = [machine.cc, machine.gccgo, machine.emulator]
                .iter()
                .filter_map(|tool| tool.first().filter(|program| !has(program)))
                .collect();
            let works = missing.is_empty() && machine.can_link();
            if !works {
                skip(&format!("{what} on {}", machine.name), &format!("tools are missing: {missing:?}"));
            }
            works
        })
        .collect()
}

impl Machine {
    /// Whether the compiler has what it needs for this machine: `-m32` takes another package.
    fn can_link(&self) -> bool {
        let folder = tempfile::tempdir().unwrap();
        let go = folder.path().join("x.go");
        fs::write(&go, "package main\nfunc main() {}\n").unwrap();
        let mut command = command(self.gccgo);
        command.arg(&go).arg("-o").arg(folder.path().join("x"));
        command.output().is_ok_and(|output| output.status.success())
    }

    /// Builds a program out of a `.goc` file, its declarations made by goc2c, and a Go file, and runs it;
    /// what it wrote on standard output.
    pub fn run(&self, goc: &str, go: &str) -> String {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path();
        fs::write(path.join("prog.goc"), goc).unwrap();
        fs::write(path.join("main.go"), go).unwrap();
        write_package(path, "prog", goc, None);
        self.compile_c(path, "prog");
        let mut build = command(self.gccgo);
        build.current_dir(path).args(["-O1", "-g", "main.go", "prog_goc.go", "prog.o", "-o", "prog"]);
        done(&mut build);
        self.start(&path.join("prog"))
    }

    /// Runs a program of this machine.
    pub fn start(&self, program: &Path) -> String {
        let mut run = match self.emulator {
            [] => Command::new(program),
            emulator => {
                let mut run = command(emulator);
                run.arg(program);
                run
            }
        };
        done(&mut run)
    }

    /// Compiles `STEM.c` to `STEM.o`.
    pub fn compile_c(&self, folder: &Path, stem: &str) {
        self.try_compile_c(folder, stem).unwrap_or_else(|why| panic!("{why}"));
    }

    /// Compiles `STEM.c` to `STEM.o`, or tells why it cannot be.
    pub fn try_compile_c(&self, folder: &Path, stem: &str) -> Result<String, String> {
        self.try_compile_c_with(folder, stem, &C_FLAGS)
    }

    /// As [`Machine::try_compile_c`], under other flags.
    pub fn try_compile_c_with(&self, folder: &Path, stem: &str, flags: &[&str]) -> Result<String, String> {
        let mut compile = command(self.cc);
        compile.current_dir(folder).args(flags);
        try_done(compile.args(["-g", "-c", &format!("{stem}.c"), "-o", &format!("{stem}.o")]))
    }

    /// A command that runs the Go compiler.
    pub fn gccgo(&self) -> Command {
        command(self.gccgo)
    }
}

fn command(words: &[&str]) -> Command {
    let mut command = Command::new(words[0]);
    command.args(&words[1..]);
    command
}

/// Runs a command that must succeed; its standard output.
pub fn done(command: &mut Command) -> String {
    try_done(command).unwrap_or_else(|why| panic!("{why}"))
}

/// Runs a command; its standard output, or all that it said where it did not succeed.
fn try_done(command: &mut Command) -> Result<String, String> {
    let output = command.output().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    match output.status.success() {
        true => Ok(out.into_owned()),
        false => Err(format!("{command:?}: {}\n{out}{err}", output.status)),
    }
}

pub fn options(pkgpath: Option<&str>) -> Options {
    Options {
        dialect: Dialect::Gccgo11,
        target: Target::Gcc,
        pkgpath: pkgpath.map(str::to_owned),
        ..Options::default()
    }
}

/// Writes what a package needs beside its hand-written Go: goc.h, `STEM.c` and `STEM_goc.go`.
pub fn write_package(folder: &Path, stem: &str, goc: &str, pkgpath: Option<&str>) {
    let source = || Source::from_bytes(format!("{stem}.goc"), goc.as_bytes());
    let (mut c, mut go) = (Vec::new(), Vec::new());
    transpile(&mut source(), &options(pkgpath), &mut c)
        .unwrap_or_else(|failure| panic!("{failure:?}\n{goc}"));
    write_go_declarations(&mut source(), &options(None), &mut go).unwrap();
    fs::write(folder.join(format!("{stem}.c")), c).unwrap();
    fs::write(folder.join(format!("{stem}_goc.go")), go).unwrap();
    fs::write(folder.join("goc.h"), prelude::TEXT).unwrap();
}

/// The files of a folder with that ending, and of the folders in it.
pub fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, ending));
        } else if path.to_str().is_some_and(|path| path.ends_with(ending)) {
            found.push(path);
        }
    }
    found.sort();
    found
}
