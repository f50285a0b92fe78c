//! The assertions that prove a header, put to a real C compiler.

use std::fs;
use std::process::Command;

use super::captures::Captures;
use super::program::gen_runtime_in;
use crate::support::{Ran, is_installed, root, run};
use gen_runtime::Release;

/// Has gcc compile the assertions on the structs of `proc.c`.
fn compile(folder: &std::path::Path) -> Ran {
    let sources = root().join("fixtures/runtime/src");
    run(Command::new("gcc")
        .args(["-std=c11", "-w", "-DGOARCH_amd64", "-fsyntax-only", "-include"])
        .arg(sources.join("proc.c"))
        .arg("asserts.c")
        .current_dir(folder))
}

#[test]
fn offsets_and_sizes_are_proved_by_gcc() {
    if !is_installed("gcc") {
        return;
    }
    let captures = Captures::of(&root().join("fixtures/runtime"));
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    // gcc for amd64 lays structs out as 6c does.
    let acid = captures.get(Release::Go13, "amd64", "proc.acid");
    fs::write(folder.join("proc.acid"), acid).unwrap();
    let args = "zasm --os linux --arch amd64 --dialect go1.4 --struct Word=word --struct WinCall=wincall \
                -o zasm.h --emit-asserts asserts.c proc.acid";
    let ran = gen_runtime_in(folder, args);
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
    let asserts = fs::read_to_string(folder.join("asserts.c")).unwrap();
    let count = |needle: &str| asserts.matches(needle).count();
    println!("{} offsets and {} sizes", count("(offsetof"), count("(sizeof"));
    assert_eq!((count("(offsetof"), count("(sizeof")), (58, 12));
    let ran = compile(folder);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);

    // A wrong offset, and a wrong size, do not pass.
    for (right, wrong) in
        [("TYPE_G, sched) == 24", "TYPE_G, sched) == 16"), ("TYPE_G) == 208", "TYPE_G) == 200")]
    {
        assert!(asserts.contains(right));
        fs::write(folder.join("asserts.c"), asserts.replace(right, wrong)).unwrap();
        let ran = compile(folder);
        assert_ne!(ran.code, Some(0));
        assert!(ran.stderr.contains("static assertion failed"), "{}", ran.stderr);
    }
}
