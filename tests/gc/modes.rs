//! Every mode of a build of Go that changes how code is compiled, linked or watched: the packages pass their tests in it.
//!
//! Modes for which the go command compiles its library anew are tried with one release, the oldest or the newest; the
//! others with all. Without cgo is what `packages` tries.

use std::process::Command;

use super::tools::{Go, gos, have, newest_go, one_build, skip, try_done};
use super::workshop::Module;

/// A mode: its name, what the go command is told, and variables.
type Mode = (&'static str, &'static [&'static str], &'static [(&'static str, &'static str)]);

const CGO: (&str, &str) = ("CGO_ENABLED", "1");

const QUICK: [Mode; 4] = [
    ("with cgo", &[], &[CGO]),
    ("external linking", &["-ldflags=-linkmode=external"], &[CGO]),
    ("without symbols", &["-ldflags=-s -w"], &[]),
    ("cover", &["-cover"], &[]),
];

const WITH_NEWEST: [Mode; 4] = [
    ("internally linked pie", &["-buildmode=pie", "-ldflags=-linkmode=internal"], &[]),
    ("externally linked pie", &["-buildmode=pie", "-ldflags=-linkmode=external"], &[CGO]),
    ("race", &["-race"], &[CGO]),
    ("checkptr", &["-gcflags=all=-d=checkptr"], &[]),
];

const WITH_OLDEST: [Mode; 3] = [
    ("unoptimised", &["-gcflags=all=-N -l"], &[]),
    ("trimpath", &["-trimpath"], &[]),
    ("GOAMD64=v3", &[], &[("GOAMD64", "v3")]),
];

fn failures(module: &Module, go: &Go, modes: &[Mode]) -> Vec<String> {
    let mut failures = Vec::new();
    for (name, args, variables) in modes {
        // A processor of another level stops a program before it starts.
        if variables.contains(&("GOAMD64", "v3")) && !has_v3() {
            skip(name, "the processor is older");
            continue;
        }
        let _one = one_build();
        let mut test = module.go(go, &["test", "-count=1", "-short", "-vet=off"]);
        test.args(*args).arg("./...").envs(variables.iter().copied());
        if let Err(why) = try_done(&mut test) {
            failures.push(format!("{name}, {}: {why}", go.version));
        }
    }
    failures
}

fn has_v3() -> bool {
    let info = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    ["avx2", "bmi2", "fma", "movbe"].iter().all(|flag| info.contains(flag))
}

fn is_amd64() -> bool {
    let is_amd64 = cfg!(target_arch = "x86_64") && cfg!(target_os = "linux");
    if !is_amd64 {
        skip("modes", "they are tried on amd64");
    }
    is_amd64
}

#[test]
fn the_packages_pass_in_modes_that_concern_them_alone() {
    if !is_amd64() || !have("modes", &["gcc"]) {
        return;
    }
    let module = Module::of_all("amd64");
    let failures: Vec<_> = gos("modes").iter().flat_map(|go| failures(&module, go, &QUICK)).collect();
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn the_packages_pass_in_modes_that_concern_the_whole_program() {
    if !is_amd64() || !have("modes", &["gcc"]) {
        return;
    }
    let (oldest, newest) = (gos("modes").first(), newest_go("modes"));
    let module = Module::of_all("amd64");
    let mut failed = Vec::new();
    failed.extend(newest.map(|go| failures(&module, go, &WITH_NEWEST)));
    failed.extend(oldest.map(|go| failures(&module, go, &WITH_OLDEST)));
    let failed = failed.concat();
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

/// The go command's own `run`: a program whose package main is partly C.
#[test]
fn a_program_of_package_main_runs() {
    if !is_amd64() || !have("package main", &["gcc"]) {
        return;
    }
    let module = Module::of("command", "amd64");
    for go in gos("package main") {
        let program = module.path().join("command-program");
        let built = {
            let _one = one_build();
            try_done(module.go(go, &["build", "-o"]).arg(&program).arg("./command"))
        };
        let said = built.and_then(|_| try_done(&mut Command::new(&program))).unwrap();
        assert_eq!(said, "411b93f8 1 42\n", "{}", go.version);
    }
}
