//! References between packages' assembly, on text and on what a real assembler prints.

use std::fs;
use std::process::Command;

use gen_runtime::Options;
use gen_runtime::symabis::Assembled;
use goc2c::Source;
use pretty_assertions::assert_eq;

use super::captures::made;
use super::program::gen_runtime_in;
use crate::support::{is_installed, newer_go, run};

const SYSCALL: &[u8] = b"def \"\".Syscall ABI0\nref runtime.entersyscall ABI0\nref \"\".own ABI0\n\
    ref <unlinkable>.own ABI0\nref syscall.own ABI0\n  ref\truntime.exitsyscall  ABI0 \r\n\
    ref internal/race.Read ABI0\nref runtime.entersyscall ABI0\nref runtime/cgo.x ABI0";

fn collect(own: &[u8], sources: &[(Option<&str>, &[u8])], package: Option<&str>) -> String {
    let assembled = sources.iter().map(|(package, text)| Assembled {
        package: package.map(str::to_owned),
        source: Source::from_bytes("x", text),
    });
    let assembled: Vec<_> = assembled.collect();
    let made = made(|out| gen_runtime::symabis(own, &assembled, package, &Options::default(), out));
    String::from_utf8(made.unwrap().text).unwrap()
}

#[test]
fn lines_come_out_as_they_went_in_and_own_symbols_do_not() {
    let enter = "ref runtime.entersyscall ABI0\n";
    let rest = "  ref\truntime.exitsyscall  ABI0 \r\nref internal/race.Read ABI0\nref runtime.entersyscall ABI0\nref runtime/cgo.x ABI0\n";
    assert_eq!(collect(b"", &[(Some("syscall"), SYSCALL)], None), format!("{enter}{rest}"));
    // Without the package's name, its path is not known for its own.
    assert_eq!(collect(b"", &[(None, SYSCALL)], None), format!("{enter}ref syscall.own ABI0\n{rest}"));
}

#[test]
fn only_references_to_one_package_are_kept_on_demand() {
    let runtime = collect(b"", &[(Some("syscall"), SYSCALL)], Some("runtime"));
    let again = "ref runtime.entersyscall ABI0\n";
    assert_eq!(runtime, format!("{again}  ref\truntime.exitsyscall  ABI0 \r\n{again}"));
    assert_eq!(
        collect(b"", &[(None, b"ref a.b/c%2ed.F ABI0\nref a.b/c.d ABI0\n")], Some("a.b/c.d")),
        "ref a.b/c%2ed.F ABI0\n"
    );
}

#[test]
fn sources_follow_each_other_behind_the_packages_own_lines() {
    let sources: [(Option<&str>, &[u8]); 2] = [(None, b"ref a.x ABI0"), (None, b"ref b.x ABI0\n")];
    assert_eq!(collect(b"def \"\".f ABI0", &sources, None), "def \"\".f ABI0\nref a.x ABI0\nref b.x ABI0\n");
}

#[test]
fn the_command_appends_and_makes_what_is_not_there() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    fs::write(folder.join("s.abi"), "ref runtime.x ABI0\nref syscall.y ABI0\n").unwrap();
    let ran = gen_runtime_in(folder, "symabis --for runtime --from syscall=s.abi --append out/r.abi");
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
    fs::write(folder.join("own.abi"), "def \"\".f ABI0\n").unwrap();
    assert_eq!(gen_runtime_in(folder, "symabis --from syscall=s.abi --append own.abi").code, Some(0));
    assert_eq!(fs::read_to_string(folder.join("out/r.abi")).unwrap(), "ref runtime.x ABI0\n");
    assert_eq!(fs::read_to_string(folder.join("own.abi")).unwrap(), "def \"\".f ABI0\nref runtime.x ABI0\n");
}

#[test]
fn the_known_pairs_are_listed() {
    let ran = gen_runtime_in(std::path::Path::new("."), "symabis --pairs");
    let pairs = "runtime\tsyscall\t-\nruntime\truntime/cgo\tgcc_\nruntime/internal/atomic\tsync/atomic\t-\n";
    assert_eq!((ran.code, ran.stdout.as_str()), (Some(0), pairs));
}

#[test]
fn what_a_real_assembler_prints_is_taken() {
    // `go --version` is not a flag of `go`, but it tells that there is one.
    if is_installed("go") {
        takes_what_it_prints("go");
    }
}

/// From go1.22 on the assembler writes the package's own symbols another way.
#[test]
fn what_a_newer_assembler_prints_is_taken() {
    if let Some(go) = newer_go() {
        takes_what_it_prints(&go);
    }
}

fn takes_what_it_prints(go: &str) {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    fs::write(
        folder.join("a.s"),
        "TEXT ·Own(SB),4,$0-0\n\tCALL runtime·helper(SB)\n\tCALL ·own2(SB)\n\tCALL sync∕atomic·Add(SB)\n\tRET\n",
    )
    .unwrap();
    let package = "example.com/my.pkg";
    let made = run(Command::new(go)
        .args(["tool", "asm", "-p", package, "-gensymabis", "-o", "a.abi", "a.s"])
        .env("GOARCH", "amd64")
        .current_dir(folder));
    assert_eq!(made.code, Some(0), "{}", made.stderr);
    let text = fs::read_to_string(folder.join("a.abi")).unwrap();
    println!("{}", text.trim());
    let ran = gen_runtime_in(folder, &format!("symabis --strict --from {package}=a.abi"));
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
    let mut lines: Vec<_> = ran.stdout.lines().collect();
    lines.sort_unstable();
    assert_eq!(lines, ["ref runtime.helper ABI0", "ref sync/atomic.Add ABI0"]);
    assert!(text.contains("own2"), "there was something to leave out");
}
