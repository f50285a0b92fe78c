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
    addresses aligned arena command consts deep depths frames kernels letters library limits names pair panics platform state sum tables
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
