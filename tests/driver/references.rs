//! `gen-runtime go`: assembly that refers to another package's Go, by the user's go command. What `go build` alone does
//! not link is linked, cached as all else is, and made again when the references are others.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use pretty_assertions::assert_eq;

use super::support::*;

/// The go commands that are here, where assembly below is for this machine.
fn go_commands() -> Vec<String> {
    if goc2c::host_arch() != "amd64" || !is_installed("gcc") || !is_installed("go") {
        return Vec::new();
    }
    ["go".to_owned()].into_iter().chain(newer_go()).collect()
}

/// Assembly whose function `Call` adds what functions without arguments give.
fn calling(functions: &[&str], head: &str) -> String {
    let mut text = format!(
        "#include \"textflag.h\"\n#include \"go_asm.h\"\n{head}\n// func Call() int\nTEXT ·Call(SB), NOSPLIT, $16-8\n\
         \tMOVQ $const_Zero, 8(SP)\n"
    );
    for function in functions {
        text += &format!("\tCALL {function}(SB)\n\tMOVQ 0(SP), AX\n\tADDQ AX, 8(SP)\n");
    }
    text + "\tMOVQ 8(SP), AX\n\tMOVQ AX, ret+0(FP)\n\tRET\n"
}

const B: &str = "package b\n\nimport (\n\t_ \"example.com/x.y/a\"\n\t_ \"example.com/x.y/ownasm\"\n)\n\nconst Zero = 0\n\n\
                 func Call() int\n";
/// A function of a package without assembly, and one of a package that has some.
const HOOK: &str = "example·com∕x·y∕a·Hook";
const GO: &str = "example·com∕x·y∕ownasm·Go";

struct Place {
    folder: tempfile::TempDir,
    go: String,
}

impl Place {
    fn new(go: &str) -> Place {
        let place = Place { folder: tempfile::tempdir().unwrap(), go: go.to_owned() };
        let test = |name: &str, want: &str| {
            format!(
                "package {name}\n\nimport \"testing\"\n\nfunc TestAll(t *testing.T) {{\n\tif got := {want} {{\n\t\tt.Fatal(got)\n\t}}\n}}\n"
            )
        };
        write(
            &place.root(),
            &[
                ("go.mod", "module example.com/x.y\n\ngo 1.18\n"),
                ("a/a.go", "package a\n\nfunc Hook() int { return 40 }\n\nfunc Other() int { return 400 }\n"),
                ("ownasm/o.go", "package own\n\nfunc Asm() int\n\nfunc Go() int { return Asm() - 5 }\n"),
                (
                    "ownasm/o_amd64.s",
                    "#include \"textflag.h\"\n\n// func Asm() int\nTEXT ·Asm(SB), NOSPLIT, $0-8\n\tMOVQ $7, ret+0(FP)\n\tRET\n",
                ),
                ("ownasm/o_test.go", &test("own", "Asm() + Go(); got != 9")),
                ("b/b.go", B),
                ("b/b_amd64.s", &calling(&[HOOK, GO], "")),
                ("b/b_test.go", &test("b", "Call(); got != 42")),
                (
                    "cgo/c.go",
                    "package cgo\n\n// int twice(int x) { return 2 * x; }\nimport \"C\"\n\nfunc Twice(x int) int { return int(C.twice(C.int(x))) }\n",
                ),
                ("cgo/c_test.go", &test("cgo", "Twice(4); got != 8")),
                ("emb/e.go", "package emb\n\nimport _ \"embed\"\n\n//go:embed e.txt\nvar Text string\n"),
                ("emb/e.txt", "embedded"),
                ("emb/e_test.go", &test("emb", "Text; got != \"embedded\"")),
                (
                    "sums/g.goc",
                    "package sums\n#include \"goc.h\"\nfunc Sum(a, b int) (n int) {\n\tn = a + b;\n}\n",
                ),
                ("sums/g.go", "package sums\n"),
                ("sums/g_test.go", &test("sums", "Sum(1, 2); got != 3")),
                (
                    "main.go",
                    "package main\n\nimport \"example.com/x.y/b\"\n\nfunc main() { println(b.Call()) }\n",
                ),
            ],
        );
        place
    }

    fn root(&self) -> PathBuf {
        self.folder.path().join("m x")
    }

    fn command(&self, program: &Path, args: &[&str]) -> Command {
        let mut command = Command::new(program);
        for name in ["GOOS", "GOARCH", "GOROOT", "GOFLAGS", "GOWORK", "PWD", "CC", "CGO_ENABLED"] {
            command.env_remove(name);
        }
        // A cache of its own, which is warm from one run to the next.
        command.env("GOCACHE", self.folder.path().join("cache")).env("GOTOOLCHAIN", "local");
        command.current_dir(self.root()).args(args);
        command
    }

    /// `gen-runtime go ARGS`.
    fn prepared(&self, args: &[&str]) -> Ran {
        self.prepared_with(&[], args)
    }

    /// The same, with flags of our own.
    fn prepared_with(&self, more: &[&str], args: &[&str]) -> Ran {
        let args = [&["go", "--go", &self.go][..], more, args].concat();
        run(&mut self.command(Path::new(env!("CARGO_BIN_EXE_gen-runtime")), &args))
    }

    /// What the program says that is built.
    fn said(&self) -> String {
        let ran = self.prepared(&["build", "-o", "prog", "."]);
        assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
        run(&mut Command::new(self.root().join("prog"))).stderr
    }

    /// The packages that a build compiles.
    fn compiled(&self, more: &[&str]) -> Vec<String> {
        let ran = self.prepared(&[&["build", "-x", "-o", "prog"], more, &["."]].concat());
        assert_eq!(ran.code, Some(0), "{}", ran.stderr);
        let lines = ran.stderr.lines().filter(|line| line.contains("/compile ") && line.contains(" -p "));
        let mut names: Vec<_> = lines
            .map(|line| line.split(" -p ").nth(1).unwrap().split(' ').next().unwrap().to_owned())
            .collect();
        names.sort();
        names
    }
}

#[test]
fn tests_of_all_kinds_of_packages_pass_and_are_cached() {
    for go in go_commands() {
        let place = Place::new(&go);
        // The go command alone does not link it.
        let alone = run(&mut place.command(Path::new(&go), &["build", "-o", "prog", "."]));
        assert!(alone.stderr.contains("relocation target"), "{go}: {}", alone.stderr);
        for (is_first, args) in [(true, ["test", "-race", "./..."]), (false, ["test", "-race", "./..."])] {
            let ran = place.prepared(&args);
            assert_eq!(ran.code, Some(0), "{go}: {}\n{}", ran.stdout, ran.stderr);
            let lines: Vec<_> = ran.stdout.lines().filter(|line| line.starts_with("ok ")).collect();
            assert_eq!(lines.len(), 5, "{go}: {}", ran.stdout);
            assert_eq!(lines.iter().all(|line| line.contains("(cached)")), !is_first, "{go}: {}", ran.stdout);
        }
        let ran = place.prepared(&["list", "./sums", "./b"]);
        assert_eq!((ran.code, ran.stdout.as_str()), (Some(0), "example.com/x.y/sums\nexample.com/x.y/b\n"));
        let mut install =
            place.command(Path::new(env!("CARGO_BIN_EXE_gen-runtime")), &["go", "--go", &go, "install", "."]);
        let ran = run(install.env("GOBIN", place.folder.path().join("bin")));
        assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""), "{go}");
        let said = run(&mut Command::new(place.folder.path().join("bin/x.y"))).stderr;
        assert_eq!(said, "42\n", "{go}");
    }
}

#[test]
fn a_changed_reference_compiles_again_what_it_is_about_and_never_takes_what_is_stale() {
    for go in go_commands() {
        let place = Place::new(&go);
        assert_eq!(place.said(), "42\n", "{go}");
        assert_eq!(place.compiled(&[]), Vec::<String>::new(), "{go}");
        let assembly = |functions: &[&str]| write(&place.root(), &[("b/b_amd64.s", &calling(functions, ""))]);
        let other = "example·com∕x·y∕a·Other";
        assembly(&[other, GO]);
        let of =
            |names: &[&str]| names.iter().map(|name| format!("example.com/x.y/{name}")).collect::<Vec<_>>();
        // What it is about, what refers, and what imports these; nothing of the library.
        assert_eq!(place.compiled(&[]), [of(&["a", "b"]), vec!["main".into()]].concat(), "{go}");
        assert_eq!(place.said(), "402\n", "{go}");
        // Then the package with assembly of its own, and back again, by the warm cache.
        for (functions, says) in
            [(&[HOOK, other][..], "440\n"), (&[GO], "2\n"), (&[HOOK, GO], "42\n"), (&[other, GO], "402\n")]
        {
            assembly(functions);
            assert_eq!(place.said(), says, "{go}: {functions:?}");
        }
        // Nor does the go command alone take what was made for us.
        let alone = run(&mut place.command(Path::new(&go), &["build", "-o", "prog", "."]));
        assert!(alone.stderr.contains("relocation target"), "{go}: {}", alone.stderr);
        assert_eq!(place.said(), "402\n", "{go}");
    }
}

#[test]
fn the_users_own_flags_for_compilers_stay() {
    for go in go_commands() {
        let place = Place::new(&go);
        let note = place.root().join("note");
        let tool = place.root().join("tool");
        fs::write(&tool, "#!/bin/sh\necho \"$*\" >> \"$NOTE\"\nexec \"$@\"\n").unwrap();
        fs::set_permissions(&tool, std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
        let toolexec = format!("-toolexec='{}'", tool.display());
        let gcflags = ["-gcflags=example.com/x.y/...=-l", "-gcflags", "./ownasm=-N -l"];
        let args = [&["go", "--go", &go, "build", "-o", "prog", &toolexec][..], &gcflags, &["."]].concat();
        let mut command = place.command(Path::new(env!("CARGO_BIN_EXE_gen-runtime")), &args);
        let ran = run(command.env("NOTE", &note));
        assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""), "{go}");
        assert_eq!(run(&mut Command::new(place.root().join("prog"))).stderr, "42\n", "{go}");
        let note = fs::read_to_string(&note).unwrap();
        let line = |package: &str| {
            let word = format!(" -p example.com/x.y/{package} ");
            let line = note.lines().find(|line| line.contains("/compile ") && line.contains(&word));
            format!("{} ", line.unwrap_or_else(|| panic!("{go}: {note}")))
        };
        assert!(line("a").contains(" -l ") && !line("a").contains(" -N "), "{}", line("a"));
        assert!(
            line("ownasm").contains(" -N -l ") && line("ownasm").contains("symabis.all "),
            "{}",
            line("ownasm")
        );
    }
}

/// There the go command knows the pairs of packages by itself.
#[test]
fn in_gos_own_tree_nothing_is_collected() {
    for go in go_commands() {
        let place = Place::new(&go);
        let root = run(&mut place.command(Path::new(&go), &["env", "GOROOT"])).stdout;
        let args = ["go", "--go", &go, "build", "-n", "-a", "sync/atomic"];
        let mut command = place.command(Path::new(env!("CARGO_BIN_EXE_gen-runtime")), &args);
        let ran = run(command.current_dir(Path::new(root.trim()).join("src")));
        assert_eq!(ran.code, Some(0), "{go}: {}", ran.stderr);
        assert!(
            ran.stderr.contains("-gensymabis") && !ran.stderr.contains("symabis1-"),
            "{go}: {}",
            ran.stderr
        );
    }
}

#[test]
fn references_that_macros_hide_are_told_of() {
    for go in go_commands() {
        let place = Place::new(&go);
        let hidden = calling(&["HIDDEN"], "#include \"../inc/hidden.h\"\n");
        let hide = format!("#define HIDDEN {HOOK}\n");
        write(&place.root(), &[("b/b_amd64.s", &hidden), ("inc/hidden.h", &hide)]);
        let build = |more: &[&str]| place.prepared_with(more, &["build", "-o", "prog", "."]);
        assert!(build(&[]).stderr.contains("relocation target"), "{go}");
        let told = ["--symabis-from", "example.com/x.y/a=example.com/x.y/b"];
        let ran = build(&told);
        assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""), "{go}");
        assert_eq!(run(&mut Command::new(place.root().join("prog"))).stderr, "40\n", "{go}");
        // A header of the package itself hides nothing.
        write(
            &place.root(),
            &[("b/here.h", &hide), ("b/b_amd64.s", &calling(&["HIDDEN"], "#include \"here.h\"\n"))],
        );
        assert_eq!(place.said(), "40\n", "{go}");
        for (told, why) in [
            ("fmt=example.com/x.y/b", "the first is none of this module's"),
            ("example.com/x.y/a=example.com/x.y/emb", "the second has no assembly here"),
        ] {
            let ran = build(&["--symabis-from", told]);
            let text = format!("gen-runtime: error: `--symabis-from {told}` takes two packages: {why}\n");
            assert_eq!((ran.code, ran.stderr), (Some(2), text + &more("no-reference")), "{go}");
        }
        let ran = build(&["--allabis"]);
        assert!(ran.code == Some(2) && ran.stderr.contains("leave `--allabis` out"), "{go}: {}", ran.stderr);
    }
}
