//! A Go module in a folder of its own: packages of the fixtures and their files made by goc2c, go commands in it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

use super::tools::{Go, done, one_build};
use crate::support::{Ran, name, root, run, stored_below};

/// The packages of the fixtures that go into modules, with the folders that hold their `.goc` files.
pub const PACKAGES: [(&str, &[&str]); 25] = [
    ("addresses", &["addresses"]),
    ("aligned", &["aligned"]),
    ("arena", &["arena"]),
    ("clib", &["clib"]),
    ("command", &["command"]),
    ("consts", &["consts"]),
    ("deep", &["deep"]),
    ("depths", &["depths"]),
    ("frames", &["frames"]),
    ("kernels", &["kernels"]),
    ("letters", &["letters"]),
    ("library", &["library"]),
    ("limits", &["limits", "limits/random"]),
    ("names", &["names"]),
    ("pair", &["pair"]),
    ("panics", &["panics"]),
    ("platform", &["platform"]),
    ("shapes", &["shapes"]),
    ("state", &["state"]),
    ("sum", &["sum"]),
    ("tables", &["tables"]),
    ("traps", &["traps"]),
    ("twins", &["twins/one/thing", "twins/two/thing"]),
    ("types", &["types"]),
    ("widths", &["widths"]),
];

/// What goc2c is told for a folder besides its files.
fn flags(folder: &str) -> &[&str] {
    match folder {
        "aligned" => &["--align-data", "32"],
        "arena" => &["--arena", "--stack", "64K"],
        "library" => &["c/flat.c", "c/hooks.c", "c/round.c", "c/near/part.c", "c/far/part.c"],
        "limits" => &["--stack", "64K"],
        "limits/random" => &["--stack", "20000"],
        "traps" => &["--cflags=-fsanitize=undefined -fsanitize-undefined-trap-on-error"],
        _ => &[],
    }
}

/// The folder of fixtures.
pub fn fixtures() -> PathBuf {
    root().join("fixtures/gc")
}

/// A module `example.com/goc`.
pub struct Module {
    folder: TempDir,
}

impl Module {
    /// With nothing in it.
    pub fn empty() -> Module {
        let folder = tempfile::tempdir().unwrap();
        fs::copy(fixtures().join("go.mod"), folder.path().join("go.mod")).unwrap();
        Module { folder }
    }

    /// With one of the packages, made for some machines.
    pub fn of(package: &str, machines: &str) -> Module {
        let module = Module::empty();
        module.add(package, machines);
        module
    }

    /// With all packages, made for some machines.
    pub fn of_all(machines: &str) -> Module {
        let module = Module::empty();
        for (package, _) in PACKAGES {
            module.add(package, machines);
        }
        module
    }

    /// Its folder.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Adds a package as it is stored.
    pub fn copy(&self, package: &str) {
        for (key, stored) in stored_below(&fixtures().join(package)) {
            self.write(&format!("{package}/{key}"), &fs::read(stored).unwrap());
        }
    }

    /// Adds a package and makes its files.
    pub fn add(&self, package: &str, machines: &str) {
        self.copy(package);
        let (_, folders) = PACKAGES.iter().find(|(name, _)| *name == package).unwrap();
        for folder in *folders {
            let ran = self.goc2c(folder, &["--arch", machines]);
            assert_eq!(ran.code, Some(0), "{package}: {}", ran.stderr);
        }
    }

    /// Removes the packages' tests.
    pub fn leave_tests_out(&self) {
        for (key, path) in stored_below(self.path()) {
            if key.ends_with("_test.go") {
                fs::remove_file(path).unwrap();
            }
        }
    }

    /// A program that has every function of the packages as a value, so that the linker leaves none out.
    pub fn main_of_all(&self) -> String {
        let (mut imports, mut functions) = (String::new(), String::new());
        let folders =
            PACKAGES.iter().flat_map(|(_, folders)| *folders).filter(|folder| **folder != "command");
        for (number, folder) in folders.enumerate() {
            imports += &format!("import p{number} \"example.com/goc/{folder}\"\n");
            for path in crate::support::files(&self.path().join(folder), "_decl.go") {
                if path.ends_with("goc_panic_decl.go") {
                    continue;
                }
                let text = fs::read_to_string(path).unwrap();
                for name in text.lines().filter_map(|line| exported(line, &format!("p{number}"))) {
                    functions += &format!("\t{name},\n");
                }
            }
        }
        format!(
            "package main\n\n{imports}\nvar all = []any{{\n{functions}}}\n\nfunc main() {{\n\tfor _, f := range all {{\n\t\tprint(f == nil)\n\t}}\n}}\n"
        )
    }

    /// Writes a file.
    pub fn write(&self, path: &str, text: &[u8]) {
        let path = self.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// Runs goc2c for all `.goc` files of a folder, in the order of their names.
    pub fn goc2c(&self, folder: &str, args: &[&str]) -> Ran {
        let inputs = crate::support::files(&self.path().join(folder), ".goc");
        let names = inputs.iter().map(|path| name(path));
        run(goc2c(&self.path().join(folder)).args(flags(folder)).args(args).args(names))
    }

    /// A go command in it.
    pub fn go(&self, go: &Go, args: &[&str]) -> Command {
        let mut command = go.command();
        command.current_dir(self.path()).args(args);
        command
    }

    /// Builds the test program of a package for a machine; where it is.
    pub fn test_program(&self, go: &Go, package: &str, machine: &str) -> PathBuf {
        let program = self.path().join(format!("{package}-{machine}.test"));
        let _one = one_build();
        let mut build = self.go(go, &["test", "-c", "-o"]);
        done(build.arg(&program).arg(format!("./{package}")).env("GOARCH", machine));
        program
    }
}

/// How another package calls the function that a line of declarations is about, if it can.
fn exported(line: &str, package: &str) -> Option<String> {
    let rest = line.strip_prefix("func ")?;
    let (receiver, rest) = match rest.strip_prefix('(') {
        Some(rest) => rest.split_once(") ").map(|(receiver, rest)| (receiver.split_once(' '), rest))?,
        None => (None, rest),
    };
    let name = rest.split_once('(')?.0;
    let is_exported = name.chars().next().is_some_and(char::is_uppercase);
    is_exported.then(|| match receiver.map(|(_, ty)| ty.strip_prefix('*').ok_or(ty)) {
        None => format!("{package}.{name}"),
        Some(Ok(ty)) => format!("(*{package}.{ty}).{name}"),
        Some(Err(ty)) => format!("{package}.{ty}.{name}"),
    })
}

/// A command that runs a program of a machine.
pub fn start(program: &Path, machine: &str) -> Command {
    if machine == "amd64" {
        return Command::new(program);
    }
    let mut command = Command::new("qemu-aarch64");
    command.arg(program);
    command
}

/// A goc2c of dialect gc in a folder, that sees none of the variables that it heeds.
pub fn goc2c(folder: &Path) -> Command {
    let mut command = program();
    command.current_dir(folder).args(["--dialect", "gc"]);
    command
}

/// The program, without variables of whoever runs the tests.
pub fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_goc2c"));
    for name in ["GOARCH", "GOOS", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "GOC_CC_AMD64", "GOC_CC_ARM64"] {
        command.env_remove(name);
    }
    command
}
