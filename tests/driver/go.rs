//! Packages of one's own by today's gc: what its tools are called with, and programs in which a package's assembly
//! calls another package's Go.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use pretty_assertions::assert_eq;

use super::support::*;

/// A module beside an installation of Go whose tools stand in for the real ones.
struct Standing {
    folder: tempfile::TempDir,
}

impl Standing {
    fn new(files: &[(&str, &str)]) -> Standing {
        let folder = tempfile::tempdir().unwrap();
        for tool in ["bin/go", "tool/asm", "tool/compile", "tool/link"] {
            let path = folder.path().join("go").join(tool);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::copy(root().join("tests/driver/stand-in-go"), path).unwrap();
        }
        write(&folder.path().join("m"), files);
        Standing { folder }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn build(&self, args: &str) -> Ran {
        let go = self.path("go/bin/go");
        run(build(&self.path("m"), go.to_str().unwrap(), args).env("RECORD", self.path("record")))
    }

    /// What the tools were called with since the last time, in order of their names.
    fn calls(&self) -> Vec<String> {
        let text = fs::read_to_string(self.path("record")).unwrap_or_default();
        let _ = fs::remove_file(self.path("record"));
        let mut calls: Vec<_> = text.lines().map(|line| without_hidden(line.to_owned())).collect();
        calls.retain(|call| !call.contains("/bin/go env "));
        for call in &mut calls {
            if let (Some(start), Some(end)) = (call.find("{{"), call.rfind("}}")) {
                call.replace_range(start..end + 2, "FORMAT");
            }
        }
        calls.sort();
        let work = self.path("m/.gen-runtime/linux_amd64_go");
        let shown = [(work, "$WORK"), (self.path("go"), "$GOROOT"), (self.path("m"), "$M")];
        let show = |call: String| {
            shown.iter().fold(call, |call, (path, name)| call.replace(path.to_str().unwrap(), name))
        };
        calls.into_iter().map(show).collect()
    }
}

/// `gen-runtime build` with an installation of Go.
fn build(folder: &Path, go: &str, args: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gen-runtime"));
    for name in ["GOOS", "GOARCH", "GOROOT", "GO", "GOFLAGS", "MAKEFLAGS"] {
        command.env_remove(name);
    }
    command.current_dir(folder).args(["build", "--toolchain=go", "--arch=amd64", "--os=linux", "--go", go]);
    command.args(args.split_whitespace());
    command
}

const MAIN: &str = "package main\n\nimport \"example.com/x.y/b\"\n\nfunc main() { b.Say() }\n";

/// Package `b`, whose assembly calls a function of `a`.
const MODULE: [(&str, &str); 5] = [
    ("go.mod", "module example.com/x.y\n\ngo 1.18\n"),
    ("cmd/main.go", MAIN),
    ("a/a.go", "package a\n\nfunc Helper() int { return 41 }\n"),
    (
        "b/b.go",
        "package b\n\nimport (\n\t\"fmt\"\n\n\t_ \"example.com/x.y/a\"\n)\n\nconst One = 1\n\nfunc Call() int\n\n\
         func Say() { fmt.Println(Call()) }\n",
    ),
    (
        "b/b_amd64.s",
        "#include \"textflag.h\"\n#include \"go_asm.h\"\n#include \"add_GOARCH.h\"\n\n\
         // ref example.com/x.y/a.Helper ABI0\n// ref fmt.Other ABI0\nTEXT ·Call(SB),NOSPLIT,$8-8\n\
         \tCALL example·com∕x·y∕a·Helper(SB)\n\tMOVQ 0(SP), AX\n\tADD\n\tMOVQ AX, ret+0(FP)\n\tRET\n",
    ),
];
const ADD: (&str, &str) = ("b/add_amd64.h", "#define ADD ADDQ $const_One, AX\n");

#[test]
fn what_assembly_refers_to_is_collected_and_passed() {
    let standing = Standing::new(&[&MODULE[..], &[ADD]].concat());
    let ran = standing.build("-o prog -p 1 -tags mine,x cmd");
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
    let tool = "$GOROOT/tool";
    let (path, objects) = ("example.com/x.y", "$WORK/obj/example.com/x.y");
    let folders = format!("-I {objects}/b -I $GOROOT/pkg/include -D GOOS_linux -D GOARCH_amd64");
    let config = "-importcfg $WORK/importcfg";
    let archives = "$WORK/pkg/example.com/x.y";
    let lang = "-lang=go1.18";
    let expected = [
        "$GOROOT/bin/go list -export -deps -tags mine,x -f FORMAT -- fmt runtime".to_owned(),
        format!(
            "{tool}/asm -p {path}/b -I $WORK/empty {folders} -gensymabis -o {objects}/b/symabis $M/b/b_amd64.s"
        ),
        format!("{tool}/asm -p {path}/b {folders} -o {objects}/b/b_amd64.o $M/b/b_amd64.s"),
        format!(
            "{tool}/compile -o {objects}/b/_go_.a -p {path}/b {lang} {config} -symabis {objects}/b/symabis -asmhdr {objects}/b/go_asm.h -pack $M/b/b.go"
        ),
        format!(
            "{tool}/compile -o {objects}/cmd/_main_.a -p main {lang} -complete {config} -pack $M/cmd/main.go"
        ),
        format!(
            "{tool}/compile -o {archives}/a.a -p {path}/a {lang} {config} -symabis {objects}/a/symabis.all -pack $M/a/a.go"
        ),
        format!("{tool}/link -o $M/prog {config} {objects}/cmd/_main_.a"),
    ];
    let mut calls = standing.calls();
    calls.sort();
    let mut expected = expected.to_vec();
    expected.sort();
    assert_eq!(calls, expected);
    let read =
        |name: &str| fs::read_to_string(standing.path("m/.gen-runtime/linux_amd64_go").join(name)).unwrap();
    assert_eq!(read("obj/example.com/x.y/a/symabis.all"), "ref example.com/x.y/a.Helper ABI0\n");
    assert_eq!(read("empty/go_asm.h"), "");
    let lines = read("importcfg");
    assert_eq!(lines.lines().count(), 4, "{lines}");
    assert!(lines.contains("packagefile fmt=") && lines.contains("packagefile example.com/x.y/a="));
    let archive = standing.path("m/.gen-runtime/linux_amd64_go/pkg/example.com/x.y/b.a");
    assert_eq!(members(&archive), ["__.PKGDEF", "b_amd64.o"]);
    // Nothing is to be done; a file that the go command told of and that is gone is asked for again.
    assert_eq!((standing.build("-o prog -tags mine,x cmd").code, standing.calls()), (Some(0), vec![]));
    fs::remove_file(standing.path("go/export/fmt")).unwrap();
    assert_eq!(standing.build("-o prog -tags mine,x cmd").code, Some(0));
    let calls = standing.calls();
    assert!(calls.len() == 1 && calls[0].contains("/bin/go list "), "{calls:?}");
}

#[test]
fn references_are_known_told_of_or_not_collected() {
    let go = |name: &str| format!("package {name}\n");
    let (runtime, cgo, other) = (go("runtime"), go("cgo"), go("other"));
    let standing = Standing::new(&[
        ("go.mod", "module runtime\n"),
        ("r.go", &runtime),
        ("r.s", "// ref own ABI0\n"),
        ("cgo/c.go", &format!("{cgo}import _ \"runtime\"\n")),
        ("cgo/c.s", "// ref runtime.x ABI0\n\tCALL runtime∕called·F(SB)\n"),
        ("cgo/gcc_c.s", "// ref runtime.y ABI0\n"),
        ("other/o.go", &other),
        ("other/o.s", "// ref runtime.z ABI0\n// ref runtime/cgo.w ABI0\n"),
        ("none/n.go", "package none\n"),
        ("called/c.go", "package called\n"),
    ]);
    let symabis = |package: &str| {
        let path = standing.path("m/.gen-runtime/linux_amd64_go/obj").join(package).join("symabis.all");
        fs::read_to_string(path).unwrap()
    };
    assert_eq!(standing.build("cgo").code, Some(0));
    assert_eq!(symabis("runtime"), "ref own ABI0\nref runtime.x ABI0\n");
    // The package that refers is not built, but asked.
    let told = "--symabis-from runtime=runtime/other --symabis-from runtime/cgo=runtime/other cgo";
    standing.calls();
    assert_eq!(standing.build(told).code, Some(0));
    assert_eq!(symabis("runtime"), "ref own ABI0\nref runtime.x ABI0\nref runtime.z ABI0\n");
    assert_eq!(symabis("runtime/cgo"), "ref runtime.x ABI0\nref runtime/cgo.w ABI0\n");
    let calls = standing.calls();
    assert!(!calls.iter().any(|call| call.contains("compile") && call.contains("other")), "{calls:?}");
    for (told, why) in [
        ("runtime=runtime/none", "the second has no assembly"),
        ("runtime=fmt", "the second is outside the module"),
        ("runtime=runtime/gone", "the second has no folder"),
        ("fmt=runtime", "the first is not built"),
    ] {
        let ran = standing.build(&format!("--symabis-from {told} cgo"));
        let text = format!(
            "gen-runtime: error: `--symabis-from {told}` takes two packages: {why}\n{}",
            more("no-reference")
        );
        assert_eq!((ran.code, ran.stderr), (Some(2), text));
    }
    // Compilers of today have no such flag; those that had it are given it.
    fs::write(standing.path("go/flags"), "  -asmhdr file\n").unwrap();
    let ran = standing.build("--allabis cgo");
    assert!(ran.code == Some(2) && ran.stderr.contains("leave `--allabis` out"), "{}", ran.stderr);
    fs::write(standing.path("go/flags"), "  -allabis\n").unwrap();
    standing.calls();
    assert_eq!(standing.build("-a --allabis cgo none called").code, Some(0));
    let calls = standing.calls();
    let compiled = |package: &str| {
        let word = format!(" -p {package} ");
        calls.iter().find(|call| call.contains("/compile ") && call.contains(&word)).unwrap()
    };
    for package in ["runtime", "runtime/cgo", "runtime/called"] {
        let call = compiled(package);
        assert!(
            call.contains(" -allabis ") && !call.contains("-symabis") && !call.contains("-complete"),
            "{call}"
        );
    }
    assert!(compiled("runtime/none").contains(" -complete "));
    assert!(!calls.iter().any(|call| call.contains("-gensymabis")));
}

#[test]
fn what_todays_gc_cannot_build_is_told_with_what_can() {
    let standing = Standing::new(&[
        ("go.mod", "module m\n"),
        ("c/c.go", "package c\n"),
        ("c/c.c", "int x;\n"),
        ("goc/g.go", "package g\n"),
        ("goc/g.goc", "package g\n"),
        ("cgo/c.go", "package cgo\nimport \"C\"\n"),
        ("s/s.s", "// nothing\n"),
        ("embed/e.go", "package embed\nimport _ \"embed\"\n\n//go:embed x\nvar x string\n"),
    ]);
    let of_c = |file: &str| {
        let path = standing.path(file);
        format!(
            "`{}` is C, for which today's gc has no compiler: `--toolchain gccgo` builds it",
            path.display()
        )
    };
    let (cgo, s) = (standing.path("m/cgo"), standing.path("m/s"));
    let embed = standing.path("m/embed/e.go");
    for (package, text) in [
        ("c", of_c("m/c/c.c")),
        ("goc", of_c("m/goc/g.goc")),
        ("cgo", format!("`{}` imports \"C\", which takes cgo: `go build` runs that", cgo.display())),
        ("embed", format!("`{}` embeds files by `//go:embed`: `go build` does that", embed.display())),
        ("s", format!("`{}` has no Go file, without which today's gc compiles nothing", s.display())),
    ] {
        let ran = standing.build(package);
        assert_eq!(
            (ran.code, ran.stderr),
            (Some(1), format!("gen-runtime: error: {text}\n{}", more("not-for-go")))
        );
    }
    let ran = run(&mut build(&standing.path("m"), "/no/such/go", "c"));
    assert_eq!(ran.code, Some(3));
    let text =
        "gen-runtime: error: cannot run `/no/such/go`: it is not there; `--go PROG` or $GO names another\n";
    assert_eq!(ran.stderr, text);
}

#[test]
fn assembly_calls_another_packages_go() {
    if is_installed("go") {
        builds_and_runs("go");
    }
}

/// From go1.20 on there are no archives of Go's own packages, and from go1.22 on symbols have another form.
#[test]
fn assembly_calls_another_packages_go_in_newer_releases() {
    if let Some(go) = newer_go() {
        builds_and_runs(&go);
    }
}

fn builds_and_runs(go: &str) {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    write(folder, &MODULE);
    write(folder, &[ADD]);
    let said = |name: &str| run(&mut Command::new(folder.join(name))).stdout;
    let build = |args: &str| {
        let ran = run(&mut build(folder, go, args));
        assert_eq!(ran.code, Some(0), "{args}: {}", ran.stderr);
        ran.stdout + &ran.stderr
    };
    build("-o prog cmd");
    assert_eq!(said("prog"), "42\n");
    let again = build("-o prog -n cmd");
    assert!(!again.contains(" -o "), "nothing is to be done: {again}");
    write(folder, &[("b/add_amd64.h", "#define ADD ADDQ $(const_One+1), AX\n")]);
    // What the header says of assembly is what it was, so that the other package stays as it is.
    let again = build("-o prog -x cmd");
    assert!(again.contains("b_amd64.o") && !again.contains("/a.go"), "{again}");
    assert_eq!(said("prog"), "43\n");
    fs::remove_dir_all(folder.join(".gen-runtime")).unwrap();
    let printed = build("-o by-shell -n cmd");
    let sh = run(Command::new("sh").arg("-c").arg(&printed));
    assert_eq!((sh.code, sh.stderr.as_str()), (Some(0), ""), "{printed}");
    assert_eq!(said("by-shell"), "43\n");
    // What lies in another module, but not in the go command's own folders, may change.
    let other = |number| {
        let say = "package main\n\nimport \"d.org/d\"\n\nfunc main() { println(d.D) }\n";
        let text = format!("package d\n\nconst D = {number}\n");
        let module = "module m\n\ngo 1.18\n\nrequire d.org/d v0.0.0\nreplace d.org/d => ../d\n";
        write(&folder.join("d"), &[("go.mod", "module d.org/d\n\ngo 1.18\n"), ("d.go", &text)]);
        write(&folder.join("m"), &[("go.mod", module), ("m.go", say)]);
        build("-o other m");
        run(&mut Command::new(folder.join("other"))).stderr
    };
    assert_eq!([other(1), other(1), other(2)], ["1\n", "1\n", "2\n"]);
    assert!(!build("-o other -n m").contains(" -o "));
    fs::remove_dir_all(folder.join(".gen-runtime")).unwrap();
    if is_installed("ninja") {
        build("-o by-ninja --emit ninja build.ninja cmd");
        let ninja = || run(Command::new("ninja").current_dir(folder));
        let first = ninja();
        assert_eq!(first.code, Some(0), "{}", first.stdout);
        assert_eq!(said("by-ninja"), "43\n");
        assert!(ninja().stdout.contains("no work to do"));
        write(folder, &[ADD]);
        let steps = ninja().stdout;
        assert!(steps.contains("b_amd64.o") && !steps.contains("] a.a"), "{steps}");
        assert_eq!(said("by-ninja"), "42\n");
    }
}
