//! Go types and constants that were changed after the last `go generate`: each change is found by the go command, by
//! `goc2c check`, and told as what it is.

use std::fs;

use super::tools::{done, gos, have_compilers, one_build, try_done};
use super::workshop::{Module, program};
use crate::support::run;

/// A change: the file, what stands there, what is to, and what the compiler names.
type Change = (&'static str, &'static str, &'static str, &'static str);

/// Each kind of change that would have C read or write elsewhere, or another value.
const CHANGES: [Change; 14] = [
    ("shapes.go", "n     int64", "n     float64", "*Node"),
    ("shapes.go", "on    bool", "color2, on bool", "*Node"),
    ("shapes.go", "c [3]struct{ d uint16 }", "c [3]struct{ d int16 }", "*Node"),
    ("shapes.go", "items []Point", "items []Pair", "*Node"),
    ("shapes.go", "last uint8", "last uint8\n\tmore uint64", "*Leaf"),
    ("shapes.go", "type Color uint8", "type Color int8", "*Color"),
    ("shapes.go", "type Shape interface{ Area() float64 }", "type Shape struct{ area float64 }", "*goc_old"),
    ("shapes.go", "Limit = 1<<40 - 1", "Limit = 1<<40 + 1", "Limit"),
    ("shapes.go", "Half  = 0.5", "Half  = 0.25", "duplicate key"),
    ("shapes.go", "Least = -1 << 63", "Least = -1 << 62", "Least"),
    ("shapes.go", "Red Color = iota", "_   Color = iota\n\tRed", "Red"),
    ("geo/geo.go", "type Vec [Dim]float64", "type Vec [Dim + 1]float64", "*goc_old"),
    ("geo/geo.go", "Dim = 3", "Dim = 4", "geo.Dim"),
    ("shapes.go", "Name  = \"sha\"", "Name  = \"Sha\"", "duplicate key"),
];

#[test]
fn a_change_after_the_last_generate_does_not_build() {
    let what = "types that changed";
    if !have_compilers(what) {
        return;
    }
    let module = Module::of("shapes", "amd64,arm64");
    let check = |args: &str| {
        let mut command = program();
        let ran = run(command
            .current_dir(module.path().join("shapes"))
            .args(["check", "--message-format", "short"])
            .args(args.split(' ')));
        (ran.code, ran.stderr)
    };
    // A package of gc is known as one.
    assert_eq!(check("shapes.goc"), (Some(0), String::new()));
    for (file, from, to, named) in CHANGES {
        let path = module.path().join("shapes").join(file);
        let text = fs::read_to_string(&path).unwrap();
        assert_eq!(text.matches(from).count(), 1, "{from}");
        fs::write(&path, text.replace(from, to)).unwrap();
        for go in gos(what) {
            for machine in ["amd64", "arm64"] {
                let _one = one_build();
                let built = try_done(module.go(go, &["build", "./shapes"]).env("GOARCH", machine));
                let said = built.expect_err(to);
                assert!(said.contains("run_go_generate") || said.contains("shapes_decl.go"), "{to}: {said}");
                assert!(said.contains(named), "{to}: {said}");
            }
        }
        let words = "`shapes_decl.go` is out of date: the Go types of which it was made have changed";
        let (code, said) = check("shapes.goc");
        assert_eq!(code, Some(1), "{to}");
        assert!(said.contains(words), "{to}: {said}");
        fs::write(&path, text).unwrap();
    }
    for go in gos(what) {
        let _one = one_build();
        done(&mut module.go(go, &["vet", "./shapes"]));
    }
}

/// What is not changed for C is not held against Go.
#[test]
fn other_changes_build() {
    let what = "types that did not change";
    if !have_compilers(what) {
        return;
    }
    let module = Module::of("shapes", "amd64");
    let path = module.path().join("shapes/shapes.go");
    let text = fs::read_to_string(&path).unwrap();
    for (from, to) in [
        ("// Node holds one", "// Other is another.\ntype Other int\n\n// Node holds one"),
        ("n     int64", "n     int64 `tag:\"x\"` // counts"),
        ("Most  = ^uint64(0)", "Most  = 1<<64 - 1"),
    ] {
        assert_eq!(text.matches(from).count(), 1, "{from}");
        fs::write(&path, text.replace(from, to)).unwrap();
        for go in gos(what) {
            let _one = one_build();
            done(&mut module.go(go, &["vet", "./shapes"]));
        }
    }
}

#[test]
fn what_was_made_with_other_flags_says_so() {
    if !have_compilers("other flags") {
        return;
    }
    let module = Module::of("sum", "amd64");
    let ran = module.goc2c("sum", &["--arch", "amd64", "--check", "--cflags=-O3"]);
    assert_eq!(ran.code, Some(1));
    let first = ran.stderr.lines().next().unwrap_or_default();
    assert!(first.starts_with("`sum_amd64.s` was made with `"), "{}", ran.stderr);
    assert!(first.contains("`, and this is with `") && first.ends_with(" -O3`"), "{}", ran.stderr);
}

/// Each file proves what it names itself: what is for one system alone keeps no other from building.
#[test]
fn types_of_one_system_are_proved_there_alone() {
    let what = "types of one system";
    if !have_compilers(what) {
        return;
    }
    let module = Module::empty();
    let files = [
        ("two.go", "package two\n\ntype Both struct{ A, B int }\n\ntype alias = Both\n"),
        ("one_linux.go", "package two\n\ntype One struct{ A [3]int8 }\n"),
        (
            "two.goc",
            "package two\n\n#include \"goc_types.h\"\n\nfunc (b *Both) Sum() int { return b->A + b->B; }\n",
        ),
        (
            "two_linux.goc",
            "package two\n\n#include \"goc_types.h\"\n\nfunc (o *One) Sum(b *Both) int { return o->A[2] + b->B; }\n",
        ),
    ];
    for (name, text) in files {
        module.write(&format!("two/{name}"), text.as_bytes());
    }
    let ran = module.goc2c("two", &[]);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    for go in gos(what) {
        for system in ["linux", "darwin", "windows"] {
            let _one = one_build();
            done(module.go(go, &["vet", "./two"]).env("GOOS", system));
        }
    }
}
