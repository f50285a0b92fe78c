//! Every system of the two machines: vet is content, and programs link that nothing here can run.

use super::tools::{Go, MACHINES, gos, have_compilers, newest_go, one_build, try_done};
use super::workshop::Module;

const SYSTEMS: [&str; 5] = ["linux", "windows", "darwin", "freebsd", "plan9"];

/// The systems and machines that a release knows: `windows/arm64`.
fn known(module: &Module, go: &Go) -> Vec<(&'static str, &'static str)> {
    let said = try_done(&mut module.go(go, &["tool", "dist", "list"])).unwrap();
    let is_known =
        |system: &str, machine: &str| said.lines().any(|line| line == format!("{system}/{machine}"));
    let all = SYSTEMS.into_iter().flat_map(|system| MACHINES.map(|machine| (system, machine)));
    all.filter(|(system, machine)| is_known(system, machine)).collect()
}

#[test]
fn vet_is_content_on_every_system() {
    if !have_compilers("vet") {
        return;
    }
    let module = Module::of_all("amd64,arm64");
    // What tests import would be compiled for each system, and has nothing to do with assembly.
    module.leave_tests_out();
    let mut failures = Vec::new();
    for go in gos("vet") {
        for (system, machine) in known(&module, go) {
            let _one = one_build();
            let mut vet = module.go(go, &["vet", "./..."]);
            failures.extend(try_done(vet.env("GOOS", system).env("GOARCH", machine)).err());
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// Where the tests of a package are linked too: what they import is compiled for each.
const TESTED: [(&str, &str); 2] = [("windows", "amd64"), ("darwin", "arm64")];

/// A program with all packages in it, for every system.
#[test]
fn programs_link_for_every_system() {
    if !have_compilers("programs of other systems") {
        return;
    }
    let Some(go) = newest_go("programs of other systems") else { return };
    let module = Module::of_all("amd64,arm64");
    module.write("all/all.go", module.main_of_all().as_bytes());
    let mut failures = Vec::new();
    for (system, machine) in known(&module, go) {
        let _one = one_build();
        let mut run = |args: &[&str]| {
            let mut command = module.go(go, args);
            failures.extend(try_done(command.env("GOOS", system).env("GOARCH", machine)).err());
        };
        run(&["build", "-o", "all.out", "./all"]);
        run(&["build", "-o", "command.out", "./command"]);
        if TESTED.contains(&(system, machine)) {
            run(&["test", "-c", "-o", "sum.out", "./sum"]);
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}
