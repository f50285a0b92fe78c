//! What can be named: folders, import paths, patterns and files; what a program is called; what is refused.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;

use pretty_assertions::assert_eq;
use serde_json::Value;

use super::support::*;

/// A module with programs, a library, and folders that hold none of its packages.
fn module(folder: &Path) {
    let program = |says: &str| format!("package main\n\nfunc main() {{ println(\"{says}\") }}\n");
    write(
        folder,
        &[
            ("go.mod", "module example.com/tool/v2\n"),
            ("root.go", &program("root")),
            ("cmd/one/one.go", &program("one")),
            ("cmd/two/two.go", &program("two")),
            ("lib/lib.go", "package lib\n"),
            ("lib/c/only.c", "int c;\n"),
            ("lib/sub/sub.go", "package sub\n"),
            ("none/none_windows.go", "package none\n"),
            ("other/go.mod", "module example.com/other\n"),
            ("other/o.go", "package other\n"),
            ("testdata/t.go", "package t\n"),
            ("vendor/v/v.go", "package v\n"),
            ("_u/u.go", "package u\n"),
            (".h/h.go", "package h\n"),
        ],
    );
}

/// The packages that a list is of, without the module's path.
fn listed(folder: &Path, args: &str) -> BTreeSet<String> {
    let ran = gen_runtime(folder, "list", &format!("-json {args}"));
    let packages = ran.stdout.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    let asked = packages.filter(|package| package["DepOnly"] == false);
    asked
        .map(|it| it["ImportPath"].as_str().unwrap().trim_start_matches("example.com/tool/v2").to_owned())
        .collect()
}

fn set(names: &str) -> BTreeSet<String> {
    names.split(',').map(str::to_owned).collect()
}

#[test]
fn packages_are_named_by_folders_paths_and_patterns() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    module(folder);
    for (args, names) in [
        (".", ""),
        ("./lib", "/lib"),
        ("lib/../lib/./sub", "/lib/sub"),
        ("example.com/tool/v2/lib example.com/tool/v2", "/lib,"),
        ("./...", ",/cmd/one,/cmd/two,/lib,/lib/sub"),
        ("example.com/tool/v2/...", ",/cmd/one,/cmd/two,/lib,/lib/sub"),
        ("example.com/tool/v2/lib/...", "/lib,/lib/sub"),
        ("lib/...", "/lib,/lib/sub"),
        ("./lib...", "/lib,/lib/sub"),
        ("./.../sub", "/lib/sub"),
        (".../two ./lib ./lib", "/cmd/two,/lib"),
        ("./lib/c", "/lib/c"),
    ] {
        assert_eq!(listed(folder, args), set(names), "{args}");
    }
    assert_eq!(listed(&folder.join("lib"), "../cmd/... ."), set("/cmd/one,/cmd/two,/lib"));
    assert_eq!(listed(&folder.join("other"), "./..."), set("example.com/other"));
    for args in ["./none/...", "./testdata/...", "./gone/..."] {
        let ran = build(folder, args);
        let told = format!("gen-runtime: warning: `{args}` names no package\n");
        let told = if args == "./none/..." { String::new() } else { told };
        assert_eq!((ran.code, ran.stderr), (Some(0), told), "{args}");
    }
}

#[test]
fn a_program_is_called_after_its_path_or_its_first_file() {
    if !is_installed("gccgo-12") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    module(folder);
    let own = "package main\n\nfunc own() int { return 1 }\n";
    write(folder, &[("files/b.go", "//go:build ignore\n\npackage main\n\nfunc main() { println(own()) }\n")]);
    write(folder, &[("files/a.go", own), ("files/no.c", "#error not here\n"), ("files/x_windows.go", own)]);
    let names = || -> BTreeSet<String> {
        let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap());
        let files = entries.filter(|entry| entry.file_type().unwrap().is_file());
        files.map(|entry| entry.file_name().into_string().unwrap()).collect()
    };
    let before = names();
    for (args, name, says) in [
        (".", "tool", "root\n"),
        ("./cmd/two", "two", "two\n"),
        ("./files/b.go ./files/a.go", "b", "1\n"),
        // As it is named, for whatever system its name says.
        ("files/x_windows.go files/b.go", "x_windows", "1\n"),
    ] {
        let ran = build(folder, args);
        assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""), "{args}");
        let new: Vec<_> = names().difference(&before).cloned().collect();
        assert_eq!(new, [name], "{args}");
        assert_eq!(run(&mut Command::new(folder.join(name))).stderr, says);
        fs::remove_file(folder.join(name)).unwrap();
    }
    // Several are built, and nobody wants them anywhere.
    let ran = build(folder, ". ./cmd/... ./lib");
    assert_eq!((ran.code, ran.stderr.as_str(), names()), (Some(0), "", before));
    let lines = build(folder, "-n --os windows ./cmd/one").stdout;
    assert!(lines.contains("/one.exe "), "{lines}");
}

#[test]
fn names_of_files_that_belong_to_nothing_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    write(folder, &[("go.mod", "module m\n"), ("_a.go", "package main\n"), ("a_test.go", "package main\n")]);
    write(folder, &[("a.go", "package main\n"), ("d/b.go", "package main\n")]);
    for (args, text) in [
        ("_a.go", "`_a.go` is a name of files that belong to no package: rename it"),
        ("a.go ./.b.go", "`./.b.go` is a name of files that belong to no package: rename it"),
        ("a_test.go", "`a_test.go` is a test's name: `go test -compiler gccgo` builds tests"),
        ("a.go d/b.go", "files are to be .go and .goc files of one folder"),
        ("a.go d", "files are to be .go and .goc files of one folder"),
    ] {
        let ran = build(folder, args);
        assert_eq!((ran.code, ran.stderr), (Some(2), format!("gen-runtime: error: {text}\n")), "{args}");
    }
}

#[test]
fn files_that_no_step_is_for_are_told_and_not_passed_over() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let go = "package p\n";
    write(folder, &[("go.mod", "module m\n"), ("a/a.go", go), ("a/x.cc", ""), ("a/y.f90", "")]);
    write(folder, &[("b/b.go", go), ("b/z.swig", ""), ("b/w_windows.m", ""), ("b/_v.cpp", "")]);
    let ran = build(folder, "-n ./a ./b");
    let cgo = "it is compiled where a Go file of the package imports \"C\"; move it, or call it `_NAME`";
    let swig = "run `swig -go -gccgo`, and have the package hold what that writes";
    let said: Vec<_> = ran.stderr.lines().filter(|line| line.contains("error")).collect();
    assert_eq!(
        said,
        [
            format!("gen-runtime: error: `a/x.cc` is C++: {cgo}"),
            format!("gen-runtime: error: `a/y.f90` is Fortran: {cgo}"),
            format!("gen-runtime: error: `b/z.swig` is SWIG: {swig}"),
        ]
    );
    assert_eq!((ran.code, ran.stdout.as_str()), (Some(1), ""));
}

/// Assembly is preprocessed, as the go command does, and objects that are there are linked.
#[test]
fn assembly_and_objects_of_a_package_are_in_the_program() {
    if !is_installed("gccgo-12") || std::env::consts::ARCH != "x86_64" {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let assembly = |name: &str, value: &str| {
        format!(
            "#include \"v.h\"\n#if defined(GOOS_linux) && defined(GOARCH_amd64)\n\t.text\n\t.globl {name}\n{name}:\n\
             \tmovl ${value}, %eax\n\tret\n#endif\n\t.section .note.GNU-stack,\"\",%progbits\n"
        )
    };
    write(
        folder,
        &[
            ("go.mod", "module m\n"),
            (
                "p/p.go",
                "package p\n\n//extern f\nfunc f() int32\n\n//extern g\nfunc g() int32\n\n//extern h\nfunc h() int32\n\n\
                 func Sum() int32 { return f() + g() + h() }\n",
            ),
            ("p/f.s", &assembly("f", "V")),
            ("p/g.S", &assembly("g", "10*V")),
            ("p/v.h", "#define V 4\n"),
            ("cmd/main.go", "package main\n\nimport \"m/p\"\n\nfunc main() { println(p.Sum()) }\n"),
        ],
    );
    fs::write(folder.join("h.c"), "int h(void) { return 100; }\n").unwrap();
    let object = folder.join("p/h.syso");
    let made = run(Command::new("gcc").arg("-c").arg("-o").arg(&object).arg(folder.join("h.c")));
    assert_eq!(made.code, Some(0));
    fs::remove_file(folder.join("h.c")).unwrap();
    let say = || {
        let ran = build(folder, "-o prog ./cmd");
        assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
        run(&mut Command::new(folder.join("prog"))).stderr
    };
    assert_eq!(say(), "144\n");
    write(folder, &[("p/v.h", "#define V 5\n")]);
    assert_eq!(say(), "155\n");
}
