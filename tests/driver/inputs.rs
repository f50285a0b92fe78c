//! What packages are made of: files, variables, libraries; and that where they lie is none of it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, SystemTime};

use pretty_assertions::assert_eq;

use super::support::*;

fn module(folder: &Path) {
    write(
        folder,
        &[
            ("go.mod", "module m\n"),
            (
                "p/p.go",
                "package p\n\n// Small may be put where it is called.\nfunc Small(x []int) int { return x[len(x)] }\n\n\
                 func One() int32 { return one() }\n\n//extern p_one\nfunc one() int32\n",
            ),
            ("p/one.c", "#include <one.h>\n\nchar *p_file = __FILE__;\n\nint p_one(void) { return ONE; }\n"),
            ("p/two.goc", "package p\n#include \"goc.h\"\nfunc Two(a int) int {\n\treturn a + a;\n}\n"),
            ("p/three.s", "\t.section .note.GNU-stack,\"\",%progbits\n"),
            ("cmd/main.go", "package main\n\nimport \"m/p\"\n\nfunc main() { println(p.One(), p.Two(2)) }\n"),
            ("inc/one.h", "#define ONE 1\n"),
        ],
    );
}

/// What a build says of why it does what.
fn built(folder: &Path, more: &[(&str, &str)]) -> String {
    let mut command = build_command(folder, "-d explain -o prog ./cmd");
    for name in ["CPATH", "C_INCLUDE_PATH", "LIBRARY_PATH"] {
        command.env_remove(name);
    }
    let ran = run(command.env("CPATH", folder.join("inc")).envs(more.iter().copied()));
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    ran.stderr
}

#[test]
fn the_bytes_of_what_is_made_do_not_tell_where() {
    if !is_installed("gccgo-12") {
        return;
    }
    let [one, other] = [(); 2].map(|()| tempfile::tempdir().unwrap());
    let (one, other) = (one.path().join("here"), other.path().join("a/longer way/there"));
    let made = |folder: &Path| -> BTreeMap<String, Vec<u8>> {
        module(folder);
        built(folder, &[]);
        let files = files_below(&folder.join(".gen-runtime")).into_iter();
        let mut files: BTreeMap<_, _> = files
            .filter(|(name, _)| [".o", ".a"].iter().any(|end| name.ends_with(end)))
            .map(|(name, _)| (name.clone(), fs::read(folder.join(".gen-runtime").join(&name)).unwrap()))
            .collect();
        files.insert("prog".into(), fs::read(folder.join("prog")).unwrap());
        files
    };
    let (one_made, other_made) = (made(&one), made(&other));
    assert_eq!(one_made.keys().collect::<Vec<_>>(), other_made.keys().collect::<Vec<_>>());
    assert!(one_made.len() >= 7, "{:?}", one_made.keys());
    for (name, bytes) in &one_made {
        assert!(*bytes == other_made[name], "{name} differs");
        let here = one.to_str().unwrap().as_bytes();
        assert!(!bytes.windows(here.len()).any(|window| window == here), "{name} tells where it was made");
    }
    // Nor does the work folder, wherever that is.
    let mut command = build_command(&one, "-work -o elsewhere ./cmd");
    let ran = run(command.env("CPATH", one.join("inc")));
    let work = ran.stderr.trim().strip_prefix("WORK=").unwrap().to_owned();
    assert!(fs::read(one.join("elsewhere")).unwrap() == one_made["prog"], "-work makes another program");
    fs::remove_dir_all(work).unwrap();
    // Tracebacks name files from the module's folder on.
    let main = "package main\n\nimport \"m/p\"\n\nfunc main() { println(p.Small(nil)) }\n";
    write(&one, &[("cmd/main.go", main)]);
    built(&one, &[]);
    let said = run(&mut Command::new(one.join("prog"))).stderr;
    assert!(said.contains("\t./cmd/main.go:5\n") || said.contains("\t./p/p.go:4\n"), "{said}");
}

#[test]
fn variables_that_tools_heed_are_inputs() {
    if !is_installed("gccgo-12") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    module(folder);
    built(folder, &[]);
    assert_eq!(built(folder, &[]), "");
    write(folder, &[("inc2/one.h", "#define ONE 2\n")]);
    let path = folder.join("inc2").display().to_string();
    let why = built(folder, &[("CPATH", &path)]);
    assert!(why.contains("one.o`") && why.contains("CPATH"), "{why}");
    assert_eq!(run(&mut Command::new(folder.join("prog"))).stderr, "2 4\n");
    for (name, value) in
        [("CFLAGS", "-O1"), ("CC", "gcc -O1"), ("LDFLAGS", "-Wl,-z,now"), ("LIBRARY_PATH", "/none")]
    {
        built(folder, &[]);
        assert_ne!(built(folder, &[(name, value)]), "", "{name}");
    }
    built(folder, &[]);
    assert_eq!(built(folder, &[("HOME", "/none"), ("GOC2C_X", "1")]), "");
}

#[test]
fn libraries_that_are_linked_are_inputs() {
    if !is_installed("gccgo-12") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    module(folder);
    write(folder, &[("p/one.c", "int lib_one(void);\n\nint p_one(void) { return lib_one(); }\n")]);
    let library = |value: u32| {
        let lib = folder.join("lib");
        write(&lib, &[("l.c", &format!("int lib_one(void) {{ return {value}; }}\n"))]);
        let make = format!("cd '{}' && gcc -c l.c && rm -f libown.a && ar rcD libown.a l.o", lib.display());
        assert_eq!(run(Command::new("sh").args(["-c", &make])).code, Some(0));
    };
    library(1);
    let flags = format!("-L'{}' -lown", folder.join("lib").display());
    let built = || built(folder, &[("LDFLAGS", &flags)]);
    built();
    let said = || run(&mut Command::new(folder.join("prog"))).stderr;
    assert_eq!((said().as_str(), built().as_str()), ("1 4\n", ""));
    library(7);
    let why = built();
    assert!(why.lines().count() == 1 && why.contains("libown.a"), "{why}");
    assert_eq!(said(), "7 4\n");
}

#[test]
fn times_that_tell_nothing_are_settled_by_contents() {
    if !is_installed("gccgo-12") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    module(folder);
    let header = folder.join("inc/one.h");
    let at = |time: SystemTime| {
        fs::File::options().write(true).open(&header).unwrap().set_modified(time).unwrap();
    };
    built(folder, &[]);
    // As large and as old as before, but another.
    let time = fs::metadata(&header).unwrap().modified().unwrap();
    fs::write(&header, "#define ONE 3\n").unwrap();
    at(time);
    assert!(built(folder, &[]).contains("one.o`"));
    assert_eq!(run(&mut Command::new(folder.join("prog"))).stderr, "3 4\n");
    // Of tomorrow: that is told when something is made, and then nothing is to be done.
    fs::write(&header, "#define ONE 5\n").unwrap();
    at(SystemTime::now() + Duration::from_secs(100_000));
    let told = format!("`{}` has a time that is yet to come: its content counts instead", header.display());
    let said = built(folder, &[]);
    assert_eq!(said.matches(&told).count(), 1, "{said}");
    assert_eq!(run(&mut Command::new(folder.join("prog"))).stderr, "5 4\n");
    assert_eq!(built(folder, &[]), "");
    let tomorrow = fs::metadata(&header).unwrap().modified().unwrap();
    fs::write(&header, "#define ONE 6\n").unwrap();
    at(tomorrow);
    assert!(built(folder, &[]).contains("one.o`"));
    assert_eq!(run(&mut Command::new(folder.join("prog"))).stderr, "6 4\n");
}
