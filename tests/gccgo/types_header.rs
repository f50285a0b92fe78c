//! The header of Go's types, held against compilers: gcc proves that C lays out what goc2c says, gccgo and the go command
//! that Go does. Structs and constants by chance, for every architecture.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;

use super::machine::{C_FLAGS, Machine, done, has, machines, skip};
use crate::support::chance::{Chance, rounds};
use crate::support::{root, run, stored_below};

/// Types of fields that need no other.
const SIMPLE: [&str; 28] = [
    "bool",
    "int8",
    "int16",
    "int32",
    "int64",
    "uint8",
    "uint16",
    "uint32",
    "uint64",
    "float32",
    "float64",
    "complex64",
    "complex128",
    "int",
    "uint",
    "uintptr",
    "string",
    "byte",
    "rune",
    "error",
    "interface{}",
    "interface{ M(int) }",
    "[]int",
    "map[string]int",
    "chan<- bool",
    "func(a, b int) error",
    "struct{}",
    "unsafe.Pointer",
];

/// A package by chance: its Go.
struct Package {
    go: String,
    types: Vec<String>,
    /// Those of the types that are structs, which alone are embedded: a pointer of any name may not be.
    structs: Vec<String>,
    consts: Vec<String>,
}

impl Package {
    fn new(chance: &mut Chance) -> Package {
        let start = "package shapes\n\nimport \"unsafe\"\n\nvar _ unsafe.Pointer\n\nconst Two = 2\n";
        let mut package =
            Package { go: start.into(), types: Vec::new(), structs: Vec::new(), consts: vec!["Two".into()] };
        for number in 0..12 {
            package.add_const(chance, number);
        }
        for number in 0..40 {
            package.add_type(chance, number);
        }
        package
    }

    fn add_const(&mut self, chance: &mut Chance, number: usize) {
        let mut expr = chance.pick(&["7", "0x1f", "'a'", "1_000", "len(\"abc\")", "1 << 20"]).to_owned();
        for _ in 0..chance.below(4) {
            let op = chance.pick(&["+", "-", "*", "|", "&^", "^", "&"]);
            let right = chance.pick(&["3", "Two", "(5 - 1)", "-2", "^1", "1 << 3", "9 / 2", "9 % 4"]);
            expr = match chance.below(3) {
                0 => format!("({expr}) {op} {right}"),
                _ => format!("{right} {op} {expr}"),
            };
        }
        let name = format!("C{number}");
        let _ = match chance.below(3) {
            0 => writeln!(self.go, "const (\n\t_ = iota\n\t{name} = iota + ({expr})\n)"),
            1 => writeln!(self.go, "const {name} int32 = int32({expr})"),
            _ => writeln!(self.go, "const {name}, D{number} = {expr}, \"x\" + `y`"),
        };
        self.consts.push(name);
    }

    fn add_type(&mut self, chance: &mut Chance, number: usize) {
        let name = format!("T{number}");
        let ty = match chance.below(8) {
            0 => self.field_type(chance, 0),
            _ => self.struct_type(chance, 0),
        };
        if ty.starts_with("struct {\n") {
            self.structs.push(name.clone());
        }
        let _ = writeln!(self.go, "type {name} {ty}");
        self.types.push(name);
    }

    fn struct_type(&self, chance: &mut Chance, depth: usize) -> String {
        let mut text = "struct {\n".to_owned();
        for number in 0..chance.below(7) {
            let ty = self.field_type(chance, depth + 1);
            let _ = match chance.below(9) {
                0 => writeln!(text, "\t_ {ty}"),
                1 => writeln!(text, "\tA{number}, B{number} {ty} `json:\"x\"`"),
                2 if !self.structs.is_empty() => {
                    // Two embedded ones of a name would be two fields of a name.
                    let embedded = &self.structs[chance.below(self.structs.len())];
                    match text.contains(&format!("\t{embedded}\n")) {
                        true => writeln!(text, "\tF{number} {ty}"),
                        false => writeln!(text, "\t{embedded}"),
                    }
                }
                _ => writeln!(text, "\tF{number} {ty}"),
            };
        }
        text + "}"
    }

    fn field_type(&self, chance: &mut Chance, depth: usize) -> String {
        match chance.below(10) {
            0 if depth < 3 => {
                let length = chance.pick(&["0", "1", "3", "Two", "2 * Two", "len(\"ab\")"]);
                format!("[{length}]{}", self.field_type(chance, depth + 1))
            }
            1 if depth < 3 => self.struct_type(chance, depth + 1),
            2 | 3 if !self.types.is_empty() => self.types[chance.below(self.types.len())].clone(),
            4 if !self.types.is_empty() => format!("*{}", self.types[chance.below(self.types.len())]),
            _ => chance.pick(&SIMPLE).into(),
        }
    }

    /// A `.goc` file whose C names everything.
    fn goc(&self) -> String {
        let names = [&self.types[..], &self.consts[..]].concat().join(" ");
        format!("package shapes\n\n#include \"goc_types.h\"\n\n#define NAMES {names}\n")
    }
}

/// What the header says, as Go that compiles only where Go says the same.
fn go_proof(header: &str) -> String {
    let mut go = "package shapes\n\nimport \"unsafe\"\n\n".to_owned();
    for line in header.lines() {
        let line = line.trim();
        if let Some((name, size)) = between(line, "_Static_assert(sizeof(", ") == ") {
            let _ = writeln!(go, "var _ [{size}]byte = [unsafe.Sizeof(*(*{name})(nil))]byte{{}}");
        } else if let Some((field, offset)) = between(line, "_Static_assert(__builtin_offsetof(", ") == ") {
            let (ty, field) = field.split_once(", ").unwrap();
            // A blank field has no name in Go.
            if !field.starts_with('_') {
                let _ =
                    writeln!(go, "var _ [{offset}]byte = [unsafe.Offsetof((*{ty})(nil).{field})]byte{{}}");
            }
        } else if let Some((name, value)) = between(line, "enum { ", " = ") {
            let value = value.trim_end_matches([' ', '}']).trim_end_matches("LL").trim_end_matches('U');
            let _ = writeln!(go, "var _ = [1]byte{{}}[{name}-({value})]");
        }
    }
    go
}

/// What stands between two texts, and the number or value behind them.
fn between<'l>(line: &'l str, before: &str, behind: &str) -> Option<(&'l str, &'l str)> {
    let (name, rest) = line.strip_prefix(before)?.split_once(behind)?;
    Some((name, rest.split(", \"").next()?.trim_end_matches(';')))
}

/// Makes the header and the proof of it in a folder.
fn make(folder: &Path, arch: &str, dialect: &str) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_goc2c"));
    command.current_dir(folder).args(["--dialect", dialect, "--arch", arch, "--emit", "types"]);
    let ran = run(command.args(["-o", "goc_types.h", "shapes.goc"]));
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    fs::write(folder.join("goc.h"), goc2c::prelude::TEXT).unwrap();
    fs::write(folder.join("x.c"), "#include \"goc_types.h\"\n").unwrap();
    let header = fs::read_to_string(folder.join("goc_types.h")).unwrap();
    let proof = go_proof(&header);
    assert!(proof.matches("Sizeof").count() > 3 && proof.matches("Offsetof").count() > 3, "{header}");
    fs::write(folder.join("proof.go"), proof).unwrap();
}

/// That gcc and gccgo for a machine agree to what is in a folder.
fn holds(machine: &Machine, folder: &Path) {
    // Packed and empty things are warned of nowhere: all of this must compile as any C of ours.
    machine.try_compile_c_with(folder, "x", &C_FLAGS).unwrap_or_else(|why| panic!("{why}"));
    let mut go = machine.gccgo();
    done(go.current_dir(folder).args(["-c", "shapes.go", "proof.go", "-o", "go.o"]));
}

#[test]
fn structs_by_chance_lie_in_c_as_in_both_of_gos_compilers() {
    let machines = machines("types header");
    rounds("types header", 20.0, |seed| {
        let package = Package::new(&mut Chance::new(seed));
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
        write("go.mod", "module example.com/shapes\n\ngo 1.18\n");
        write("shapes.go", &package.go);
        write("shapes.goc", &package.goc());
        for machine in &machines {
            make(folder.path(), machine.name, "gccgo11");
            holds(machine, folder.path());
            fs::remove_file(folder.path().join("proof.go")).unwrap();
        }
        for arch in ["amd64", "arm64"] {
            make(folder.path(), arch, "gc");
            // C beside the Go is what a package without cgo must not have.
            fs::remove_file(folder.path().join("x.c")).unwrap();
            if Command::new("go").arg("version").output().is_err() {
                return skip("types header", "there is no go command");
            }
            let mut go = Command::new("go");
            done(
                go.current_dir(folder.path()).env("GOARCH", arch).env_remove("GOFLAGS").args(["build", "."]),
            );
            fs::remove_file(folder.path().join("proof.go")).unwrap();
        }
    });
}

#[test]
fn a_wrong_number_is_found() {
    if !has("gcc-12") || !has("gccgo-12") {
        return skip("types header", "gcc-12 or gccgo-12 is missing");
    }
    let Some(machine) = machines("types header").into_iter().find(|machine| machine.name == "amd64") else {
        return;
    };
    let package = Package::new(&mut Chance::new(5));
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path();
    fs::write(path.join("shapes.go"), &package.go).unwrap();
    fs::write(path.join("shapes.goc"), package.goc()).unwrap();
    make(path, "amd64", "gccgo11");
    holds(machine, path);
    let header = fs::read_to_string(path.join("goc_types.h")).unwrap();
    fs::write(path.join("goc_types.h"), header.replace("{\n\t", "{\n\tuint8 wrong_;\n\t")).unwrap();
    assert!(machine.try_compile_c_with(path, "x", &C_FLAGS).is_err(), "{header}");
    let proof = fs::read_to_string(path.join("proof.go")).unwrap();
    fs::write(path.join("proof.go"), proof.replacen("var _ [8]byte", "var _ [9]byte", 1)).unwrap();
    let mut go = machine.gccgo();
    let go = go.current_dir(path).args(["-c", "shapes.go", "proof.go", "-o", "go.o"]);
    assert!(!go.output().unwrap().status.success());
}

/// The package of dialect gc's tests serves both compilers.
#[test]
fn a_package_with_structs_of_its_own_and_imported_ones_passes_with_gccgo() {
    let what = "shapes with gccgo";
    let has_go = Command::new("go").arg("version").output().is_ok();
    if !(has_go && has("gccgo-12") && has("gcc-12")) {
        return skip(what, "go, gccgo-12 or gcc-12 is missing");
    }
    let module = tempfile::tempdir().unwrap();
    let fixtures = root().join("fixtures/gc");
    fs::copy(fixtures.join("go.mod"), module.path().join("go.mod")).unwrap();
    for (key, stored) in stored_below(&fixtures.join("shapes")) {
        let path = module.path().join("shapes").join(key);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::copy(stored, path).unwrap();
    }
    let folder = module.path().join("shapes");
    let goc2c = |words: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_goc2c"));
        command.current_dir(&folder).env_remove("GOARCH").args(words.split(' '));
        let ran = run(&mut command);
        assert_eq!(ran.code, Some(0), "{words}: {}", ran.stderr);
    };
    goc2c("--emit prelude -o goc.h");
    goc2c("--emit types -o goc_types.h shapes.goc");
    goc2c("--emit go -o shapes_goc.go shapes.goc");
    goc2c("--dialect gccgo11 -o shapes.c shapes.goc");
    let mut test = Command::new("go");
    test.current_dir(&folder).env("GCCGO", "gccgo-12").env("CC", "gcc-12").env("CGO_ENABLED", "1");
    test.env("HOME", module.path()).env("GOCACHE", module.path().join("cache")).env_remove("GOFLAGS");
    let said = done(test.args(["test", "-compiler", "gccgo", "-vet=off"]));
    assert!(said.contains("ok  \texample.com/goc/shapes"), "{said}");
}
