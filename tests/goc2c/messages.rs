//! What is said with `--message-format json` is what the schema has, for every fault that a fixture shows.

use std::collections::BTreeSet;
use std::fs;

use super::program::{goc2c, goc2c_in};
use crate::support::{Schema, files, root, run};

/// The names of kinds of messages.
fn kinds(names: &[&str]) -> BTreeSet<String> {
    names.iter().map(|name| name.to_string()).collect()
}

#[test]
fn every_fault_of_a_fixture_is_as_the_schema_has_it() {
    let schema = Schema::of_messages();
    let mut seen = BTreeSet::new();
    let mut lines = 0;
    for (folder, args) in [
        ("fixtures/goc/bad", "--arch amd64"),
        ("fixtures/goc/bad", "--arch amd64 --max-errors 1"),
        ("fixtures/goc/diagnostics", "--arch amd64 --dialect go1.3"),
        ("fixtures/gccgo11/mistakes", "--dialect gccgo11"),
        ("fixtures/gc/refuse", "--dialect gccgo11"),
        ("fixtures/gccgo11/in", "--dialect gccgo11"),
    ] {
        for input in files(&root().join(folder), ".goc") {
            let mut command = goc2c(&root());
            command.args(args.split(' ')).args(["--message-format", "json", "-o", "/dev/null"]).arg(&input);
            let ran = run(&mut command);
            assert_eq!(ran.stdout, "");
            lines += ran.stderr.lines().count();
            seen.extend(schema.kinds(&ran.stderr));
        }
    }
    assert!(lines > 100, "{lines}");
    assert_eq!(seen, kinds(&["fault", "more"]));
}

#[test]
fn what_has_no_place_is_as_the_schema_has_it() {
    let schema = Schema::of_messages();
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("good.goc"), "package demo\nfunc F(a int32) (b int32) {\n}\n").unwrap();
    for args in [
        "--arch 386 --check -o x.c good.goc",
        "--arch 386 missing.goc",
        "--arch 386 good.goc other.goc",
        "--arch 386 --emit prelude good.goc",
        "check --go-files none.go good.goc",
        "init new",
        "init new",
    ] {
        let mut words: Vec<_> = args.split(' ').collect();
        words.splice(0..0, ["--message-format", "json"]);
        let ran = run(goc2c(folder.path()).args(words));
        assert_eq!(schema.kinds(&ran.stderr), kinds(&["remark"]), "{args}: {}", ran.stderr);
    }
}

#[test]
fn rows_of_reports_are_as_the_schema_has_them() {
    let schema = Schema::of_messages();
    let fixtures = root().join("fixtures/goc/in");
    for name in ["d13_types", "d13_variadic", "many_results", "empty_func"] {
        let args = format!("--emit layout --message-format json --dialect go1.3 --arch 386 {name}.goc");
        let ran = goc2c_in(&fixtures, &args);
        assert!(ran.code == Some(0) && !ran.stdout.is_empty(), "{}", ran.stderr);
        schema.check_lines("frame", &ran.stdout);
    }
}
