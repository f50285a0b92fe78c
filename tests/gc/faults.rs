//! Faults in C: a nil pointer in a function that Go cannot unwind ends the program, with words that name it.

use super::tools::{MACHINES, gos, have, have_compilers};
use super::workshop::{Module, start};
use crate::support::run;

#[test]
fn a_fault_in_an_untracked_function_ends_the_program() {
    let what = "a fault in an untracked function";
    if !have_compilers(what) || !have(what, &["qemu-aarch64"]) {
        return;
    }
    let module = Module::of("depths", "amd64,arm64");
    for go in gos(what) {
        for machine in MACHINES {
            let program = module.test_program(go, "depths", machine);
            let mut test = start(&program, machine);
            let ran = run(test.arg("-test.run=TestUntracked").env("GOC_FAULT", "1"));
            let said = ran.stdout + &ran.stderr;
            let words = "traceback: unexpected SPWRITE function goc.load";
            assert!(ran.code != Some(0) && said.contains(words), "{machine}, {}: {said}", go.version);
        }
    }
}
