//! The programs that these tests run, and a package that is compiled as goc2c compiles it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Mutex, PoisonError};

use goc2c::gc::flags::{Family, WHOLE};
use goc2c::gc::{Compiled, Machine, Unit, read_unit, repair};
use goc2c::step::{Compiler, find_compiler};
use goc2c::{Dialect, Options, Source, Target, prelude, transpile};

use crate::support::{Ran, root, run};

/// Whether a missing tool is a failure.
fn is_required() -> bool {
    ["CI", "GOC2C_REQUIRE_GO"]
        .iter()
        .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
}

fn skip(what: &str, why: &str) {
    assert!(!is_required(), "{what}: {why}");
    println!("skipped: {what}: {why}");
}

fn can_start(program: &str) -> bool {
    Command::new(program).arg("--version").output().is_ok()
}

/// The machines that C can be compiled for and run on here.
pub fn machines(what: &str) -> Vec<Machine> {
    let works = |machine: &Machine| {
        let works = compiler(*machine).is_some()
            && match machine {
                Machine::Amd64 => cfg!(target_arch = "x86_64"),
                Machine::Arm64 => can_start("qemu-aarch64"),
            };
        if !works {
            skip(&format!("{what} on {}", machine.name()), "a C compiler or qemu-aarch64 is missing");
        }
        works
    };
    Machine::ALL.into_iter().filter(works).collect()
}

/// The C compiler that goc2c would take.
pub fn compiler(machine: Machine) -> Option<Compiler> {
    find_compiler(machine, None).ok().filter(|compiler| compiler.family == Family::Gcc)
}

/// Go commands: Debian's and the newer one.
pub fn gos(what: &str) -> Vec<PathBuf> {
    let newer = std::env::var_os("NEWER_GO").map(PathBuf::from);
    let mut gos: Vec<_> = std::iter::once(PathBuf::from("go")).chain(newer).collect();
    gos.retain(|go| Command::new(go).arg("version").output().is_ok());
    if gos.len() < 2 {
        skip(what, &format!("`go` and NEWER_GO are {} releases of Go", gos.len()));
    }
    gos
}

/// A go command in a folder, that sees none of a person's settings. The cache is one for all tests, below `target`.
pub fn go_command(go: &Path, folder: &Path, machine: Machine) -> Command {
    let mut command = Command::new(go);
    for name in ["GOOS", "GOAMD64", "GOARM64", "GOFLAGS", "GOROOT", "GOEXPERIMENT"] {
        command.env_remove(name);
    }
    let below = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    command.env("GOTOOLCHAIN", "local").env("GOENV", "off").env("GOWORK", "off").env("GOPROXY", "off");
    command.env("GOCACHE", below.join("go-cache")).env("GOPATH", below.join("go-path"));
    command.env("CGO_ENABLED", "0").env("GOARCH", machine.name()).current_dir(folder);
    command
}

/// Builds the test program of the package in a folder.
pub fn build_test(go: &Path, folder: &Path, machine: Machine, program: &Path) {
    static ONE: Mutex<()> = Mutex::new(());
    let _one = ONE.lock().unwrap_or_else(PoisonError::into_inner);
    done(go_command(go, folder, machine).args(["test", "-vet=off", "-c", "-o"]).arg(program).arg("."));
}

/// A command that runs a program of a machine.
pub fn start(program: &Path, machine: Machine) -> Command {
    match machine {
        Machine::Amd64 => Command::new(program),
        Machine::Arm64 => {
            let mut command = Command::new("qemu-aarch64");
            command.args(["-L", "/usr/aarch64-linux-gnu"]).arg(program);
            command
        }
    }
}

/// A goc2c that sees none of the variables that it heeds.
pub fn goc2c(folder: &Path, args: &[&str]) -> Ran {
    let mut command = Command::new(env!("CARGO_BIN_EXE_goc2c"));
    for name in ["GOARCH", "GOOS", "GOC_CC_AMD64", "GOC_CC_ARM64"] {
        command.env_remove(name);
    }
    run(command.current_dir(folder).args(args))
}

/// Runs a command that must succeed; what it wrote on standard output.
pub fn done(command: &mut Command) -> String {
    let ran = run(command);
    assert_eq!(ran.code, Some(0), "{command:?}\n{}\n{}", ran.stdout, ran.stderr);
    ran.stdout
}

/// A `.goc` file that was read, with its C.
pub fn unit(name: &str, goc: &str) -> Unit {
    let options = Options { dialect: Dialect::Gc, target: Target::Gcc, max_faults: 20, ..Options::default() };
    let source = || Source::from_bytes(name, goc.as_bytes());
    let mut unit =
        read_unit(&mut source(), &options).unwrap_or_else(|error| panic!("{name}: {error:?}\n{goc}"));
    transpile(&mut source(), &options, &mut unit.c).unwrap();
    unit
}

/// The unit's object, made in a folder as goc2c makes it; it is there as `unit.o`.
pub fn compile(unit: &Unit, compiler: &Compiler, folder: &Path, cflags: &[&str]) -> Compiled {
    let at = |name: &str| folder.join(name);
    fs::write(at("goc.h"), prelude::TEXT).unwrap();
    fs::write(at("unit.c"), &unit.c).unwrap();
    let mut command = Command::new(&compiler.program);
    command.current_dir(folder).args(&compiler.flags).args(cflags).arg(WHOLE).args(["-w", "-I", "."]);
    done(command.args(["-S", "unit.c", "-o", "unit.s"]));
    let mended = repair(&fs::read_to_string(at("unit.s")).unwrap(), compiler.machine, false);
    fs::write(at("mended.s"), mended).unwrap();
    done(Command::new(&compiler.program).current_dir(folder).args(["-c", "mended.s", "-o", "unit.o"]));
    Compiled {
        object: fs::read(at("unit.o")).unwrap(),
        stack_usage: fs::read_to_string(at("unit.su")).unwrap_or_default(),
        is_shared: false,
    }
}

/// The six packages that the contract names, each with one `.goc` file.
pub const SAMPLES: [&str; 6] = ["types", "state", "panics", "kernels", "deep", "sum"];

/// The folder of a sample.
pub fn sample(name: &str) -> PathBuf {
    root().join("fixtures/gc").join(name)
}
