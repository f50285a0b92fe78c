//! Calls that use their stack up at random, and C under everything at once: eight goroutines at every depth of the stack, while the collector, the profiler and the
//! tracer run. For as long as `GOC_STRESS` says (`10s`, `1m`), else for two seconds.

use super::tools::{Go, done, gos, have, have_compilers, newest_go};
use super::workshop::{Module, start};

fn stress(machine: &str, go: &Go) {
    stress_of("deep", "deep", machine, go);
    stress_of("limits", "limits/random", machine, go);
}

fn stress_of(package: &str, folder: &str, machine: &str, go: &Go) {
    let long = std::env::var("GOC_STRESS").unwrap_or_else(|_| "2s".into());
    let module = Module::of(package, "amd64,arm64");
    let program = module.test_program(go, folder, machine);
    let mut test = start(&program, machine);
    let said = done(test.args(["-test.run=TestStress", "-test.v"]).env("GOC_STRESS", &long));
    assert!(said.contains("--- PASS: TestStress"), "{said}");
    let counts = said.lines().find(|line| line.contains("calls ")).unwrap_or_default().trim();
    println!("{folder}, {machine}, {}, {long}: {counts}", go.version);
}

#[test]
fn stress_on_amd64() {
    if cfg!(target_arch = "x86_64") && have_compilers("stress on amd64") {
        newest_go("stress on amd64").into_iter().for_each(|go| stress("amd64", go));
    }
}

#[test]
fn stress_on_arm64() {
    if have_compilers("stress on arm64") && have("stress on arm64", &["qemu-aarch64"]) {
        newest_go("stress on arm64").into_iter().for_each(|go| stress("arm64", go));
    }
}

#[test]
fn stress_on_amd64_with_an_older_go() {
    if cfg!(target_arch = "x86_64") && have_compilers("stress with an older go") {
        gos("stress with an older go").first().into_iter().for_each(|go| stress("amd64", go));
    }
}
