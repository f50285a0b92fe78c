//! A profile of C: functions with their own names, lines of the `.goc` file, and on amd64 the Go functions that called.

use super::tools::{done, gos, have};
use super::workshop::{Module, start};

#[test]
fn a_profile_shows_lines_of_the_goc_file() {
    if !cfg!(target_arch = "x86_64") || !have("a profile", &["gcc"]) {
        return;
    }
    let module = Module::of("deep", "amd64");
    for go in gos("a profile") {
        let program = module.test_program(go, "deep", "amd64");
        let profile = module.path().join("cpu.profile");
        let mut bench = start(&program, "amd64");
        bench.args(["-test.run=NONE", "-test.bench=Spin", "-test.benchtime=300ms"]);
        done(bench.arg(format!("-test.cpuprofile={}", profile.display())));
        let pprof = |args: &[&str]| {
            let mut pprof = module.go(go, &["tool", "pprof"]);
            done(pprof.args(args).args([&program, &profile]).env("PPROF_TMPDIR", module.path()))
        };
        let listed =
            pprof(&["-list=goc.Spin", &format!("-source_path={}", module.path().join("deep").display())]);
        assert!(listed.contains("deep.goc"), "{}: {listed}", go.version);
        let line = "x = x * 6364136223846793005u + (uint64)k;";
        let hot = listed.lines().find(|row| row.contains(line)).unwrap_or_else(|| panic!("{listed}"));
        assert!(hot.contains("ms") || hot.contains('s'), "{hot}");
        let traces = pprof(&["-traces"]);
        let calls = ["goc.Spin", "deep.BenchmarkSpin", "testing.(*B).runN"];
        assert!(calls.iter().all(|name| traces.contains(name)), "{}: {traces}", go.version);
    }
}
