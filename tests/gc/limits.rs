//! `--stack`: what is reserved, for whom, and what is said where it is not enough.

use super::tools::{MACHINES, done, gos, have, have_compilers, have_usual_compilers};
use super::workshop::{Module, fixtures, goc2c, start};
use crate::support::{Schema, run, snapshot};

/// Recursion, arrays of variable length, tables of functions, leaves that fill their frames: down to the limit, thousands of
/// times, with little stack and with much.
#[test]
fn calls_end_at_the_limit_wherever_it_is() {
    let what = "calls down to the limit";
    if !have_compilers(what) || !have(what, &["qemu-aarch64"]) {
        return;
    }
    for bytes in ["1000", "60000"] {
        let module = Module::of("limits", "amd64,arm64");
        let ran = module.goc2c("limits/random", &["--stack", bytes]);
        assert_eq!(ran.code, Some(0), "{}", ran.stderr);
        for go in gos(what) {
            for machine in MACHINES {
                let program = module.test_program(go, "limits/random", machine);
                let said = done(start(&program, machine).arg("-test.v"));
                assert!(said.contains("--- PASS: TestStress"), "{bytes}, {machine}, {}: {said}", go.version);
            }
        }
    }
}

#[test]
fn what_is_reserved_and_what_is_said() {
    if !have_usual_compilers("what is said of --stack") {
        return;
    }
    let out = tempfile::tempdir().unwrap();
    let limits = fixtures().join("limits");
    let said = |args: &[&str]| {
        let mut command = goc2c(&limits);
        command.args(["--arch", "amd64", "-o"]).arg(out.path()).args(args).arg("limits.goc");
        let ran = run(&mut command);
        format!("{args:?}: {:?}\n{}{}\n", ran.code, ran.stdout, ran.stderr)
    };
    let short = ["--message-format", "short"];
    let rows: [&[&str]; 7] = [
        &[],
        &["--stack", "lots"],
        &["--stack", "Sum=1M"],
        &["--stack", "Sort=64K", "--stack", "Fib=1M"],
        &[
            "--stack",
            "SumTo=64K",
            "--stack",
            "Even=8K",
            "--stack",
            "Fib=1M",
            "--stack",
            "Vla=1M",
            "--stack",
            "Sort=64K",
        ],
        &["--stack", "300M"],
        &["--stack", "256M"],
    ];
    let mut page: String = rows.iter().map(|row| said(&[&short[..], row].concat())).collect();
    let mut report = goc2c(&limits);
    report.args(["--emit", "stack", "--stack", "64K", "limits.goc"]);
    page += &run(&mut report).stdout;
    let rows = run(report.args(["--message-format", "json"])).stdout;
    assert!(!rows.is_empty());
    Schema::of_messages().check_lines("stack", &rows);
    snapshot("gc-limits", &page);
    assert_eq!(std::fs::read_dir(out.path()).unwrap().count(), 3, "by the fifth row alone");
}
