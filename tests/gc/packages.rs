//! Every package of the fixtures passes its tests, natively and as arm64's under qemu, on each Go release; gofmt is
//! content.

use std::fs;
use std::process::Command;

use super::tools::{MACHINES, done, gos, have, have_compilers, have_usual_compilers, one_build};
use super::workshop::{Module, PACKAGES, fixtures};
use crate::support::{difference, files, name};

fn passes(package: &str) {
    if !have_compilers(package) || !have(package, &["qemu-aarch64"]) {
        return;
    }
    let module = Module::of(package, "amd64,arm64");
    for go in gos(package) {
        for machine in MACHINES {
            let _one = one_build();
            let mut test = module.go(go, &["test", "-count=1", "-short", "-exec"]);
            let runner = if machine == "amd64" { "env" } else { "qemu-aarch64" };
            let said = done(test.args([runner, "./..."]).env("GOARCH", machine));
            assert!(said.contains(&format!("ok  \texample.com/goc/{package}\t")), "{said}");
        }
    }
    if have(package, &["gofmt"]) {
        assert_eq!(done(Command::new("gofmt").arg("-l").arg(module.path())), "");
    }
}

/// What clang's code is refused of: on amd64 panics from C, for which it has no register to spare, on both alloca, of which it
/// tells nothing.
const NOT_BY_CLANG: [(&str, &[&str]); 2] =
    [("amd64", &["arena", "library", "limits", "pair", "panics"]), ("arm64", &["limits"])];

#[test]
fn all_but_these_pass_by_clang() {
    if have("clang", &["clang-19"]) {
        let reasons = ["R15, which clang cannot leave alone", "stack of unknown size"];
        for (machine, refused) in NOT_BY_CLANG {
            all_but_these_pass(machine, &format!("--cc={machine}=clang-19"), refused, &reasons);
        }
    }
}

/// Where code is to be small, functions stay apart that are else one, and gcc keeps addresses of frames in registers.
#[test]
fn all_pass_where_code_is_small() {
    for machine in MACHINES {
        all_but_these_pass(machine, "--cflags=-Os", &[], &[]);
    }
}

/// Every package passes its tests where goc2c is given one more word, but for some that are refused for one of the reasons.
fn all_but_these_pass(machine: &str, word: &str, refused: &[&str], reasons: &[&str]) {
    if !have_compilers(word) || !have(word, &["qemu-aarch64"]) {
        return;
    }
    let Some(go) = gos(word).first() else { return };
    let module = Module::empty();
    for (package, folders) in PACKAGES {
        module.copy(package);
        for folder in folders {
            let ran = module.goc2c(folder, &["--arch", machine, word]);
            let is_refused = refused.contains(&package);
            assert_eq!(ran.code, Some(i32::from(is_refused)), "{folder}: {}", ran.stderr);
            assert!(!is_refused || reasons.iter().any(|why| ran.stderr.contains(why)), "{}", ran.stderr);
        }
        if refused.contains(&package) {
            fs::remove_dir_all(module.path().join(package)).unwrap();
        }
    }
    let runner = if machine == "amd64" { "env" } else { "qemu-aarch64" };
    let _one = one_build();
    let mut test = module.go(go, &["test", "-count=1", "-short", "-exec", runner, "./..."]);
    done(test.env("GOARCH", machine));
}

/// A test for each package, under its name.
macro_rules! packages {
    ($($package:ident)*) => {
        $(#[test]
        fn $package() {
            passes(stringify!($package));
        })*

        #[test]
        fn every_package_has_a_test() {
            let tested = [$(stringify!($package)),*];
            assert_eq!(tested, PACKAGES.map(|(package, _)| package));
            let mut folders: Vec<_> = files(&fixtures(), "").into_iter().filter(|path| path.is_dir()).collect();
            folders.retain(|path| ["bind", "expect", "refuse"].iter().all(|other| !path.ends_with(other)));
            let names: Vec<_> = folders.iter().map(|path| name(path)).collect();
            assert_eq!(names, tested);
        }
    };
}

packages! {
    addresses aligned arena clib command consts deep depths frames kernels letters library limits names pair panics platform shapes state sum tables
    traps twins types widths
}

#[test]
fn the_files_of_sum_are_the_same_byte_for_byte() {
    if !have_usual_compilers("the bytes of sum") {
        return;
    }
    let module = Module::of("sum", "amd64,arm64");
    let expected = files(&fixtures().join("expect/sum"), "");
    assert_eq!(expected.len(), 4);
    for path in expected {
        let found = fs::read(module.path().join("sum").join(name(&path))).unwrap();
        if let Some(difference) = difference(&fs::read(&path).unwrap(), &found) {
            panic!("{}: {difference}", name(&path));
        }
    }
}
