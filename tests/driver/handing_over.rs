//! Plans that others run or read: Ninja, and editors.

use std::fs;
use std::process::Command;

use engine::ninja::render_ninja;
use engine::{Action, Log, Plan, Run, Word, Work};
use gen_runtime::Release;
use pretty_assertions::assert_eq;

use super::support::*;

#[test]
fn ninja_makes_the_same_files_and_does_nothing_the_second_time() {
    if !is_installed("ninja") {
        return;
    }
    for (release, name) in [(Release::Weekly, "go"), (Release::Go12, "a 'b' $c: d"), (Release::Go14, "go")] {
        let tree = Tree::named(release, "amd64", "amd64", name);
        assert_eq!(tree.install("").code, Some(0));
        let by_run = tree.made();
        assert_eq!(run(&mut tree.command("dist clean")).code, Some(0));
        let file = tree.record.with_file_name("build.ninja");
        let mut command = tree.command("dist install pkg/runtime");
        assert_eq!(run(command.args(["--emit", "ninja"]).arg(&file)).code, Some(0));
        let ninja = || {
            run(Command::new("ninja")
                .arg("-f")
                .arg(&file)
                .current_dir(&tree.goroot)
                .env("RECORD", &tree.record))
        };
        let first = ninja();
        assert_eq!(first.code, Some(0), "{}{}", first.stdout, first.stderr);
        let made: Vec<_> = tree.made().into_iter().filter(|(path, _)| !path.contains(".ninja_")).collect();
        assert_eq!(made, by_run);
        let second = ninja();
        assert!(second.stdout.contains("no work to do"), "{}", second.stdout);
        tree.calls();
        fs::write(tree.source().join("stack.c"), "int32 w;\n").unwrap();
        assert_eq!(ninja().code, Some(0));
        assert_eq!(tree.calls().len(), 2, "the file and the archive");
    }
}

#[test]
fn editors_are_told_of_the_compilations_of_c() {
    let tree = Tree::new(Release::Go12, "amd64", "amd64");
    let ran = tree.install("--emit compile-commands -");
    let entries: serde_json::Value = serde_json::from_str(&ran.stdout).unwrap();
    let entries = entries.as_array().unwrap();
    assert_eq!(entries.len(), 16);
    assert_eq!(entries[0]["directory"], tree.source().to_str().unwrap());
    assert!(entries[0]["arguments"][0].as_str().unwrap().ends_with("/6c"));
    assert_eq!(tree.install("--emit make -").code, Some(2));
}

#[test]
fn long_lines_reach_ninjas_shell_by_a_file() {
    if !is_installed("ninja") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path().to_owned();
    let output = folder.join("out");
    let mut words: Vec<Word> = ["sh", "-c", "echo $# > \"$0\""].map(Word::from).into();
    words.push(Word::Made(0));
    words.extend((0..40_000).map(|number| Word::from(format!("$'{number}"))));
    let action = Action {
        part: "p".into(),
        log: Log::Command,
        work: Work::Run(Run::new(words, &folder)),
        reads: Vec::new(),
        after: Vec::new(),
        makes: vec![output.clone()],
    };
    let plan = Plan { actions: vec![action], ..Plan::default() };
    fs::write(folder.join("build.ninja"), render_ninja(&plan).unwrap()).unwrap();
    let ran = run(Command::new("ninja").current_dir(&folder));
    assert_eq!(ran.code, Some(0), "{}", &ran.stdout[..ran.stdout.len().min(500)]);
    assert_eq!(fs::read_to_string(&output).unwrap(), "40000\n");
}

#[test]
fn headers_that_the_compiler_tells_of_are_watched() {
    if !is_installed("ninja") || !is_installed("gcc") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let two = ("p/sub/two.h", "#define TWO 2\n");
    let far = ("far away/far.h", "#define FAR 3\n");
    write(
        folder,
        &[
            ("go.mod", "module m\n"),
            // No line names it.
            ("p/one.h", "#define HEADER \"sub/two.h\"\n#include HEADER\n"),
            ("p/x.c", "#include \"one.h\"\nint x = TWO;\n"),
            ("p/y.c", "#include \"../far away/far.h\"\n#include <stddef.h>\nint y = FAR;\n"),
            ("p/z.c", "int z;\n"),
            two,
            far,
        ],
    );
    let build = |args: &str| {
        let ran = build(folder, &format!("{args} p"));
        assert_eq!(ran.code, Some(0), "{}", ran.stderr);
        ran.stderr
    };
    let objects = |text: &str| -> Vec<String> {
        let is_object = |word: &&str| word.ends_with(".o") && !word.contains("/libp.a");
        let of = |line: &str| {
            line.split_whitespace().find(is_object).map(|word| word.rsplit('/').next().unwrap().to_owned())
        };
        text.lines().filter(|line| !line.contains("ar rcD")).filter_map(of).collect()
    };
    let ninja = || run(Command::new("ninja").args(["-j1", "-v"]).current_dir(folder)).stdout;
    build("--emit ninja build.ninja");
    assert_eq!(objects(&build("-x -p1")), ["x.o", "y.o", "z.o"]);
    assert_eq!(objects(&build("-x")), [""; 0]);
    assert_eq!(objects(&ninja()), ["x.o", "y.o", "z.o"]);
    assert!(ninja().contains("no work to do"));
    // Ninja has changed all files, and taken the depfiles.
    build("");
    for (header, object) in [(two, "x.o"), (far, "y.o")] {
        write(folder, &[(header.0, &format!("{}\n", header.1))]);
        assert_eq!(objects(&build("-x")), [object], "{}", header.0);
    }
    ninja();
    for (header, object) in [(two, "x.o"), (far, "y.o")] {
        write(folder, &[header]);
        assert_eq!(objects(&ninja()), [object], "{}", header.0);
    }
    // Without what the compiler told, nobody knows what it read.
    let depfile = folder.join(".gen-runtime").join(format!(
        "{}_{}_gccgo/obj/m/p/z.d",
        goc2c::host_os(),
        goc2c::host_arch()
    ));
    build("");
    fs::remove_file(depfile).unwrap();
    assert_eq!(objects(&build("-x")), ["z.o"]);
}

#[test]
fn a_header_that_changes_while_it_is_read_is_read_again() {
    if !is_installed("gcc") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let script = "gcc \"$@\" && [ -e changed ] || echo '#define H 2' > h.h; : > changed\n";
    write(folder, &[("x.c", "#include \"h.h\"\nint x = H;\n"), ("h.h", "#define H 1\n"), ("cc", script)]);
    let build = || {
        let ran = run(build_command(folder, "-x .").env("CC", "sh cc"));
        assert_eq!(ran.code, Some(0), "{}", ran.stderr);
        ran.stderr.contains("/x.c")
    };
    assert!(build(), "the header was 1, and is 2");
    assert!(build() && !build());
}
