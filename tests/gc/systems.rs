//! Other systems of the two machines: vet is content and the tests link, though nothing here can run them.

use super::tools::{Go, MACHINES, gos, have_compilers, newest_go, one_build, try_done};
use super::workshop::Module;

const SYSTEMS: [&str; 4] = ["windows", "darwin", "freebsd", "plan9"];

/// The systems and machines that a release knows: `windows/arm64`.
fn known(module: &Module, go: &Go) -> Vec<(&'static str, &'static str)> {
    let said = try_done(&mut module.go(go, &["tool", "dist", "list"])).unwrap();
    let is_known = |system: &str, machine: &str| said.lines().any(|line| line == format!("{system}/{machine}"));
    let all = SYSTEMS.into_iter().flat_map(|system| MACHINES.map(|machine| (system, machine)));
    all.filter(|(system, machine)| is_known(system, machine)).collect()
}

#[test]
fn vet_is_content_on_every_system() {
    if !have_compilers("vet on other systems") {
        return;
    }
    let module = Module::of_all("amd64,arm64");
    // What tests import would be compiled for each system, and has nothing to do with assembly.
    module.leave_tests_out();
    let mut failures = Vec::new();
    for go in gos("vet on other systems") {
        for (system, machine) in known(&module, go) {
            let _one = one_build();
            let mut vet = module.go(go, &["vet", "./..."]);
            failures.extend(try_done(vet.env("GOOS", system).env("GOARCH", machine)).err());
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// A program with all packages in it, for every system; and the tests of a package as they are.
#[test]
fn programs_link_for_every_system() {
    if !have_compilers("other systems") {
        return;
    }
    let Some(go) = newest_go("other systems") else { return };
    let module = Module::of_all("amd64,arm64");
    module.write("all/all.go", module.main_of_all().as_bytes());
    let mut failures = Vec::new();
    for (system, machine) in known(&module, go) {
        for words in [["build", "-o", "all.out", "./all"], ["test", "-c", "-o=sum.out", "./sum"]] {
            let _one = one_build();
            failures.extend(try_done(module.go(go, &words).env("GOOS", system).env("GOARCH", machine)).err());
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}
