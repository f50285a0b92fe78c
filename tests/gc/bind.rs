//! `goc2c bind`: what is written for a library, byte for byte; that it is a package which Go builds as it stands; and what is
//! said where nothing can be written.

use std::fs;

use super::tools::{MACHINES, done, gos, have, have_compilers, one_build};
use super::workshop::{Module, fixtures, program};
use crate::support::{difference, files, run, stored_below};

/// What a `go:generate` line says after the program's name.
fn generate(go: &str) -> Vec<String> {
    let line = go.lines().find_map(|line| line.strip_prefix("//go:generate goc2c ")).unwrap();
    line.split(' ').map(str::to_owned).collect()
}

#[test]
fn a_library_becomes_a_package_that_go_builds() {
    let what = "bind";
    if !have_compilers(what) || !have(what, &["qemu-aarch64", "gofmt"]) {
        return;
    }
    let module = Module::empty();
    for (key, stored) in stored_below(&fixtures().join("bind")) {
        module.write(&format!("shop/{key}"), &fs::read(stored).unwrap());
    }
    let folder = module.path().join("shop");
    let ran = run(program().current_dir(&folder).args(["bind", "c/shop.c"]));
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    assert_eq!(
        ran.stderr,
        "shop.goc: 21 functions, 8 questions for you (TODO), 6 left out; then `go generate`\n"
    );
    for name in ["shop.goc", "shop.go"] {
        let (wanted, found) = (fixtures().join("expect/bind").join(name), folder.join(name));
        if let Some(difference) = difference(&fs::read(wanted).unwrap(), &fs::read(&found).unwrap()) {
            panic!("{name}: {difference}");
        }
    }
    assert_eq!(done(std::process::Command::new("gofmt").arg("-l").arg(&folder)), "");
    let words = generate(&fs::read_to_string(folder.join("shop.go")).unwrap());
    done(program().current_dir(&folder).args(words));
    for go in gos(what) {
        for (machine, runner) in MACHINES.iter().zip(["env", "qemu-aarch64"]) {
            let _one = one_build();
            done(module.go(go, &["vet", "./shop"]).env("GOARCH", machine));
            done(module.go(go, &["test", "-exec", runner, "./shop"]).env("GOARCH", machine));
        }
    }
}

/// A folder with files of C.
fn folder_with(texts: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in texts {
        fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}

#[test]
fn functions_are_chosen_by_name_and_by_header() {
    if !have_compilers("bind's choice") {
        return;
    }
    let folder = folder_with(&[
        ("one.h", "int kit_one(int a);\nint kit_two(int a);\n"),
        ("other.h", "int kit_three(void);\n"),
        (
            "kit.c",
            "#include \"one.h\"\n#include \"other.h\"\nint kit_one(int a) { return a; }\nint kit_two(int a) { return a; }\n\
                   int kit_three(void) { return 3; }\nint own(void) { return 4; }\n",
        ),
        ("bare.c", "int bare(int a) { return a; }\nstatic int own(int a) { return a; }\n"),
    ]);
    let names = |package: &str, args: &[&str]| {
        let ran = run(program().current_dir(folder.path()).args(["bind", "--package", package]).args(args));
        assert_eq!(ran.code, Some(0), "{}", ran.stderr);
        let text = fs::read_to_string(folder.path().join(format!("{package}.goc"))).unwrap();
        let names =
            text.lines().filter_map(|line| Some(line.strip_prefix("func ")?.split_once('(')?.0.to_owned()));
        (names.collect::<Vec<_>>(), text)
    };
    assert_eq!(names("all", &["kit.c"]).0, ["One", "Two", "Three"]);
    assert_eq!(names("by_header", &["--header", "other.h", "kit.c"]).0, ["KitThree"]);
    assert_eq!(names("by_name", &["--func", "*_t?o", "--func", "kit_three", "kit.c"]).0, ["Two", "Three"]);
    // A program's package is one like others.
    assert_eq!(names("main", &["--func", "kit_one", "kit.c"]).0, ["KitOne"]);
    // Without a header the file itself is included.
    let (bare, text) = names("alone", &["bare.c"]);
    assert!(bare == ["Bare"] && text.contains("#include \"bare.c\"\n"), "{text}");
}

#[test]
fn what_cannot_be_bound_is_said_and_nothing_is_written() {
    if !have_compilers("bind's errors") {
        return;
    }
    let folder = folder_with(&[
        ("kit.h", "int kit(const char *format, ...);\n"),
        ("kit.c", "#include \"kit.h\"\nint kit(const char *format, ...) { return format[0]; }\n"),
        ("wrong.c", "int wrong(int a) { return b; }\n"),
        ("there.c", "int there(int a) { return a; }\n"),
        ("there.go", "package there\n"),
        ("both.c", "int both(int a) { return a; }\n"),
        ("both.go", "package both\n"),
        ("both.goc", "package both\n"),
        ("lone.h", "int lone(int a);\n"),
        ("plus.cpp", "int plus(int a);\n"),
        ("0.c", "int zero(int a) { return a; }\n"),
    ]);
    let before = files(folder.path(), "").len();
    let rows: [(&[&str], i32, &str); 9] = [
        (&["plus.cpp"], 2, "`plus.cpp` is C++: if it is C as well, give it a name that ends in `.c`"),
        (&["kit.c"], 1, "no function can be bound; `kit`: it takes any number of arguments"),
        (&["--func", "x*", "kit.c"], 1, "no function of these files is declared in a header of theirs"),
        (&["wrong.c"], 1, "wrong.c:1:27: error: "),
        (&["there.c"], 3, "`there.go` is there: move that away, or choose another name by `--package`"),
        (
            &["both.c"],
            3,
            "`both.goc` and `both.go` are there: move that away, or choose another name by `--package`",
        ),
        (
            &["lone.h"],
            2,
            "`lone.h` is no file of C: of a library that is a header alone, write a file that includes it",
        ),
        (&["0.c"], 2, "`0` is no name for a package: choose one by `--package`"),
        (&["missing.c"], 3, "missing.c"),
    ];
    for (args, code, words) in rows {
        let ran = run(program().current_dir(folder.path()).arg("bind").args(args));
        assert_eq!(ran.code, Some(code), "{args:?}: {}", ran.stderr);
        assert!(ran.stderr.contains(words), "{args:?}: {}", ran.stderr);
    }
    assert_eq!(files(folder.path(), "").len(), before);
}
