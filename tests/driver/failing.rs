//! What is wrong with packages: all of it at once, each thing once, in the user's paths; and what goes on all the same.

use std::fs;
use std::path::Path;

use pretty_assertions::assert_eq;

use super::support::*;

/// A module in which four packages are wrong in ways of their own, one needs such a one, and two are well.
fn module(folder: &Path) {
    write(
        folder,
        &[
            ("go.mod", "module m\n"),
            ("syntax/s.go", "package syntax\n\nimport x\n"),
            ("names/a.go", "package names\n"),
            ("names/b.go", "package other\n"),
            ("names/c.go", "//go:build (\n\npackage names\n"),
            ("types/t.go", "package types\n\nfunc F() int { return \"x\" }\n\nfunc G() { none() }\n"),
            ("inc/inc.go", "package inc\n"),
            ("inc/a.c", "#include \"../lib/bad.h\"\n"),
            ("inc/b.c", "int b = none;\n"),
            ("lib/bad.h", "int bad = none;\n"),
            (
                "needs/n.go",
                "package needs\n\nimport (\n\t_ \"m/gone\"\n\t_ \"m/syntax\"\n\t_ \"m/types\"\n)\n",
            ),
            ("well/w.go", "package well\n"),
            ("cmd/c.go", "package main\n\nimport _ \"m/well\"\n\nfunc main() {}\n"),
        ],
    );
}

#[test]
fn everything_that_is_wrong_is_told_at_once_and_once() {
    if !is_installed("gccgo-12") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    module(folder);
    let places = |from: &str, args: &str| {
        let ran = build(&folder.join(from), &format!("-p 1 --message-format short {args}"));
        assert_eq!(ran.code, Some(1));
        let is_place = |line: &&str| line.contains(": error: ");
        let place = |line: &str| line.split(": error: ").next().unwrap().to_owned();
        let mut places: Vec<_> = ran.stderr.lines().filter(is_place).map(place).collect();
        places.sort();
        (places, ran.stderr)
    };
    let (found, said) = places("", "./...");
    assert_eq!(
        found,
        [
            "inc/../lib/bad.h:1:11",
            "inc/b.c:1:9",
            "names/b.go:1:9",
            "names/c.go:1:13",
            "needs/n.go:4:4",
            "syntax/s.go:4:1",
            "types/t.go:3:24",
            "types/t.go:5:12",
        ],
        "{said}"
    );
    // What is well is built.
    let made = folder.join(".gen-runtime");
    let files: Vec<_> = files_below(&made).into_keys().collect();
    let is_made = |end: &str| files.iter().any(|file| file.ends_with(end));
    assert!(is_made("m/libwell.a") && is_made("m/cmd/cmd") && !is_made("m/libneeds.a"), "{files:?}");
    assert!(said.contains("In file included from inc/a.c:1:"), "{said}");
    // From another folder, the same places.
    let (found, said) = places("types", ". ../inc");
    assert_eq!(found, ["../inc/../lib/bad.h:1:11", "../inc/b.c:1:9", "t.go:3:24", "t.go:5:12"], "{said}");
    // One is enough for who asks for it.
    assert_eq!(places("", "-fail-fast ./...").0.len(), 1);
    assert_eq!(places("", "-fail-fast ./types ./inc").0, ["types/t.go:3:24", "types/t.go:5:12"]);
}

#[test]
fn imports_stay_in_the_module_and_internal_packages_where_they_belong() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    write(
        folder,
        &[
            ("go.mod", "module m\n"),
            ("a/a.go", "package a\n\nimport _ \"m/b/internal/x\"\n"),
            ("b/b.go", "package b\n\nimport (\n\t_ \"internal/cpu\"\n\t_ \"m/b/internal/x\"\n)\n"),
            ("b/internal/x/x.go", "package x\n"),
            ("c/c.go", "package c\n\nimport _ \"m/other/p\"\n"),
            ("other/go.mod", "module m/other\n"),
            ("other/p/p.go", "package p\n"),
            ("d/d.go", "package d\n\nimport _ \"m/d\"\n"),
        ],
    );
    let ran = build(folder, "-n --message-format short ./...");
    assert_eq!(
        ran.stderr,
        "a/a.go:3:10: error: `m/b/internal/x` is internal, and not to this package\n\
         b/b.go:4:4: error: `internal/cpu` is internal, and not to this package\n\
         c/c.go:3:10: error: `m/other/p` is in another module: `other` has a go.mod\n\
         d/d.go:3:10: error: these import each other: m/d -> m/d\n"
    );
    assert_eq!(ran.code, Some(1));
}

#[test]
fn a_failure_leaves_what_was_made_before_and_is_told_again() {
    if !is_installed("gccgo-12") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    write(folder, &[("go.mod", "module m\n"), ("p/p.go", "package p\n"), ("q/q.go", "package q\n")]);
    assert_eq!(build(folder, "./...").code, Some(0));
    write(folder, &[("p/p.go", "package p\n\nvar x = y\n")]);
    let [first, second] = [(); 2].map(|()| build(folder, "./..."));
    assert!(first.stderr.contains("p/p.go:3:9: error"), "{}", first.stderr);
    assert_eq!((first.code, first.stderr), (second.code, second.stderr));
    fs::write(folder.join("p/p.go"), "package p\n").unwrap();
    assert_eq!(build(folder, "./...").stderr, "");
}
