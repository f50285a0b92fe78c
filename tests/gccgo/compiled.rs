//! What must compile without a word: all C of the fixtures, and goc.h by itself as C and as C++.

use std::fs;
use std::path::Path;
use std::process::Command;

use goc2c::prelude;

use super::machine::{C_FLAGS, Machine, done, files, has, machines, skip};
use crate::support::root;

#[test]
fn the_c_and_the_headers_of_every_fixture_compile_without_a_warning() {
    let expect = root().join("fixtures/gccgo11/expect");
    let (mut count, mut failures) = (0, Vec::new());
    for machine in machines("the fixtures' C") {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("goc.h"), prelude::TEXT).unwrap();
        let compile = |machine: &Machine, path: &Path| {
            let failure = machine.try_compile_c(folder.path(), "x").err();
            failure.map(|why| format!("{} for {}: {why}", path.display(), machine.name))
        };
        for path in files(&expect, ".c") {
            fs::copy(&path, folder.path().join("x.c")).unwrap();
            failures.extend(compile(machine, &path));
            // The same C with its own header before all, where the header knows every type.
            let header = expect.join(path.file_name().unwrap()).with_extension("h");
            if !fs::read_to_string(&path).unwrap().contains("typedef") {
                fs::copy(header, folder.path().join("x.h")).unwrap();
                let c = fs::read_to_string(&path).unwrap();
                fs::write(folder.path().join("x.c"), format!("#include \"x.h\"\n{c}")).unwrap();
                failures.extend(compile(machine, &path));
            }
            count += 1;
        }
    }
    println!("{count} compilations");
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn goc_h_compiles_alone_as_c_and_as_cpp() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("goc.h"), prelude::TEXT).unwrap();
    // As C, C++, and after the headers that define some of its names too.
    let text = "#include <stdbool.h>\n#include <stdint.h>\n#include <string.h>\n#include \"goc.h\"\n#include \"goc.h\"\n";
    fs::write(folder.path().join("x.c"), text).unwrap();
    fs::write(folder.path().join("x.cc"), text).unwrap();
    let strict = ["-pedantic", "-Wall", "-Wextra", "-Werror", "-fsyntax-only"];
    for (program, language, standard, file) in [
        ("gcc-12", "c", "-std=c11", "goc.h"),
        ("gcc-12", "c", "-std=c11", "x.c"),
        ("gcc-12", "c", "-std=gnu11", "x.c"),
        ("gcc-12", "c", "-std=c2x", "x.c"),
        ("g++-12", "c++", "-std=c++17", "goc.h"),
        ("g++-12", "c++", "-std=c++17", "x.cc"),
    ] {
        if !has(program) {
            skip("goc.h by itself", program);
            continue;
        }
        let mut compile = Command::new(program);
        done(compile.current_dir(folder.path()).args(["-x", language, standard]).args(strict).arg(file));
    }
    assert!(C_FLAGS.contains(&"-Werror"));
}

#[test]
fn generated_go_is_as_gofmt_has_it() {
    let expect = root().join("fixtures/gccgo11/expect");
    if Command::new("gofmt").arg("-l").stdin(std::process::Stdio::null()).output().is_err() {
        return skip("gofmt", "it is missing");
    }
    assert_eq!(done(Command::new("gofmt").arg("-l").args(files(&expect, ".go"))), "");
}
