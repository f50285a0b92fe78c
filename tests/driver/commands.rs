//! The commands on packages of one's own: what they print, where they put things, and the words for tools.

use std::fs;
use std::path::Path;
use std::process::Command;

use pretty_assertions::assert_eq;
use serde_json::{Value, json};

use super::support::*;

fn module(folder: &Path) {
    write(
        folder,
        &[
            ("go.mod", "module m\n"),
            (
                "lib/lib.go",
                "package lib\n\nfunc One() int32 { return one() }\n\n//extern lib_one\nfunc one() int32\n",
            ),
            ("lib/one.c", "#include <math.h>\n#include \"one.h\"\n\nint lib_one(void) { return ONE; }\n"),
            ("lib/one.h", "#define ONE 1\n"),
            ("lib/one_windows.c", "#error not here\n"),
            ("lib/lib_test.go", "package lib\n"),
            ("lib/not.go", "//go:build not\n\npackage lib\n"),
            ("lib/_u.go", "package u\n"),
            ("mid/mid.go", "package mid\n\nimport \"m/lib\"\n\nfunc Two() int32 { return 2 * lib.One() }\n"),
            (
                "cmd/say/main.go",
                "package main\n\nimport (\n\t\"m/mid\"\n\t\"os\"\n)\n\nfunc main() {\n\
                 \tprintln(mid.Two())\n\tfor _, arg := range os.Args[1:] {\n\t\tprintln(arg)\n\t}\n\tos.Exit(3)\n}\n",
            ),
        ],
    );
}

#[test]
fn list_tells_which_files_belong_and_by_which_rule_others_do_not() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    module(folder);
    let ran = gen_runtime(folder, "list", "--os linux --arch amd64 ./mid");
    let dir = folder.display();
    let text = format!(
        "m/lib: package lib, which is imported\n\tfolder: {dir}/lib\n\tgo: lib.go\n\tc: one.c\n\theaders: one.h\n\
         \tnot _u.go: its name starts with `_` or `.`\n\tnot lib_test.go: it is a test\n\
         \tnot not.go: its build lines do not hold\n\tnot one_windows.c: its name says `windows`\n\
         m/mid: package mid\n\tfolder: {dir}/mid\n\tgo: mid.go\n"
    );
    assert_eq!((ran.code, ran.stdout, ran.stderr.as_str()), (Some(0), text, ""));
    let ran = gen_runtime(folder, "list", "-json --os linux --arch amd64 -tags not ./lib");
    let object: Value = serde_json::from_str(&ran.stdout).unwrap();
    assert_eq!(object["GoFiles"], json!(["lib.go", "not.go"]));
    assert_eq!((&object["ImportPath"], &object["DepOnly"]), (&json!("m/lib"), &json!(false)));
    let rules: Vec<_> = object["Ignored"].as_array().unwrap().iter().map(|it| &it["Rule"]).collect();
    assert_eq!(rules, ["hidden-name", "test", "name"]);
    // What is wrong is told; the others are listed.
    write(folder, &[("bad/b.go", "pack\n")]);
    let ran = gen_runtime(folder, "list", "--message-format short ./bad ./mid");
    assert!(ran.code == Some(1) && ran.stdout.contains("m/mid: package mid"), "{}", ran.stdout);
    assert!(ran.stderr.starts_with("bad/b.go:1:1: error: "), "{}", ran.stderr);
}

#[test]
fn run_builds_out_of_sight_and_the_program_ends_it() {
    if !is_installed("gccgo-12") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    module(folder);
    for args in ["./cmd/say -- -work x", "cmd/say/main.go -- -work x"] {
        let ran = gen_runtime(folder, "run", args);
        assert_eq!((ran.code, ran.stderr.as_str()), (Some(3), "2\n-work\nx\n"), "{args}");
    }
    let mut names: Vec<_> = fs::read_dir(folder).unwrap().map(|it| it.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, [".gen-runtime", "cmd", "go.mod", "lib", "mid"]);
    for (args, told) in [
        ("./lib", "`m/lib` is no program: `run` takes package main"),
        ("./lib ./mid", "`run` takes one program"),
    ] {
        let ran = gen_runtime(folder, "run", args);
        assert_eq!((ran.code, ran.stderr), (Some(2), format!("gen-runtime: error: {told}\n")));
    }
}

#[test]
fn install_puts_archives_and_programs_where_they_are_found() {
    if !is_installed("gccgo-12") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    module(folder);
    let ran = gen_runtime(folder, "install", "--os linux --arch amd64 --bin-dir bin --pkg-dir pkg ./...");
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
    assert_eq!(run(&mut Command::new(folder.join("bin/say"))).stderr, "2\n");
    // Another build finds them there.
    let user = tempfile::tempdir().unwrap();
    write(
        user.path(),
        &[("u.go", "package main\n\nimport \"m/mid\"\n\nfunc main() { println(mid.Two()) }\n")],
    );
    let mut gccgo = Command::new("gccgo-12");
    gccgo.current_dir(user.path()).args(["-o", "u", "-I"]).arg(folder.join("pkg")).arg("u.go");
    let ran = run(gccgo.args(["m/libmid.a", "m/liblib.a"].map(|it| folder.join("pkg").join(it))));
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
    assert_eq!(run(&mut Command::new(user.path().join("u"))).stderr, "2\n");
    let plain = |args: &str, bin: Option<&str>| {
        let mut command = gen_runtime_command(folder, "install", args);
        command.env_remove("GOBIN").envs(bin.map(|bin| ("GOBIN", folder.join(bin))));
        run(&mut command)
    };
    let ran = plain("--os linux --arch amd64 ./mid", None);
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
    for name in ["libmid.a", "liblib.a"] {
        assert!(folder.join(".gen-runtime/pkg/linux_amd64/m").join(name).is_file(), "{name}");
    }
    let ran = plain("./cmd/say", None);
    let told = "gen-runtime: error: no folder is named for programs: `--bin-dir DIR`, or $GOBIN, names one\n";
    assert_eq!((ran.code, ran.stderr), (Some(2), told.to_owned() + &more("no-bin-dir")));
    assert_eq!(plain("./cmd/say", Some("gobin")).code, Some(0));
    assert!(folder.join("gobin/say").is_file());
}

#[test]
fn printed_lines_have_heads_and_variables_and_do_what_a_run_does() {
    if !is_installed("gccgo-12") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    module(folder);
    let printed = build(folder, "-n -o say ./cmd/say").stdout;
    for package in ["m/lib", "m/mid", "m/cmd/say"] {
        assert_eq!(printed.matches(&format!("\n#\n# {package}\n#\n")).count(), 1, "{printed}");
    }
    assert!(printed.contains("-o $WORK/obj/m/lib/one.o"), "{printed}");
    let sh = run(Command::new("sh").arg("-c").arg(&printed));
    assert_eq!((sh.code, sh.stderr.as_str()), (Some(0), ""), "{printed}");
    assert_eq!(run(&mut Command::new(folder.join("say"))).stderr, "2\n");
    let [by_lines, by_run] = [(); 2].map(|()| {
        let bytes = fs::read(folder.join("say")).unwrap();
        fs::remove_dir_all(folder.join(".gen-runtime")).unwrap();
        assert_eq!(build(folder, "-o say ./cmd/say").code, Some(0));
        bytes
    });
    assert!(by_lines == by_run, "the same program");
    let ran = build(folder, "-v -a -o say ./cmd/say");
    assert_eq!(ran.stderr, "m/lib\nm/mid\nm/cmd/say\n");
}

#[test]
fn words_for_tools_come_from_flags_and_variables_in_their_places() {
    if !is_installed("gccgo-12") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    module(folder);
    // A library that only C needs: it must come after what needs it.
    let lib = "#include <math.h>\n\nextern double where;\n\nint lib_one(void) { return (int)cos(where); }\n";
    write(folder, &[("lib/one.c", lib), ("lib/where.c", "double where = 0;\n")]);
    let mut command = build_command(folder, "-o say ./cmd/say");
    command.env("LDFLAGS", "-Wl,--as-needed -lm '-Wl,-rpath,/a b'").args(["-ldflags", "-Wl,-rpath,\"/c d\""]);
    let ran = run(&mut command);
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
    assert_eq!(run(&mut Command::new(folder.join("say"))).stderr, "2\n");
    let program = fs::read(folder.join("say")).unwrap();
    assert!(memchr_of(&program, b"/a b:/c d\0"), "both are in the program");
    let lines = |args: &[&str]| {
        let mut command = build_command(folder, "-n -a -o say ./cmd/say");
        run(command.args(args).env("GCCGOFLAGS", "-O1").env("AR", "gcc-ar -q")).stdout
    };
    let printed = lines(&["-gccgoflags=-O2 '-DX=a b'"]);
    assert!(printed.contains("gccgo-12 -O1 -O2 '-DX=a b' -c -g "), "{printed}");
    assert!(printed.contains("gcc-ar -q rcD $WORK/pkg/m/liblib.a"), "{printed}");
    let ran = build(folder, "-gccgoflags ' -n");
    assert!(ran.stderr.contains("`-gccgoflags` has a quote that never closes"), "{}", ran.stderr);
    let ran = build(folder, "-gcflags -N -n");
    assert_eq!(ran.stderr, "gen-runtime: error: `-gcflags` is for `--toolchain plan9`\n");
    let mut command = build_command(folder, "-n -a ./lib");
    let printed = run(command.env("GOFLAGS", "-mod=mod -tags=not,x")).stdout;
    assert!(printed.contains("/not.go"), "{printed}");
}

#[test]
fn the_old_compilers_get_their_flags() {
    let tree = Tree::new(gen_runtime::Release::Go12, "amd64", "amd64");
    let folder = tree.goroot.join("own");
    write(&folder, &[("go.mod", "module m\n"), ("m.go", "package main\nfunc main() {}\n")]);
    let mut command = build_command(&folder, "-n --toolchain plan9 --dialect go1.2 --os linux --arch amd64");
    command.env("GCFLAGS", "-N").args(["-gcflags", "-l '-x y'", "-ldflags=-s -X 'a b'", "--tool-dir"]);
    let printed = run(command.arg(tree.tools())).stdout;
    assert!(printed.contains("/6g -o $WORK/obj/m/_go_.6 -p main -I $WORK/pkg -N -l '-x y' "), "{printed}");
    assert!(printed.contains("/6l -L $WORK/pkg -o $GOROOT/own/m -s -X 'a b' "), "{printed}");
    assert!(printed.contains("\nGOROOT="), "{printed}");
}

fn memchr_of(text: &[u8], part: &[u8]) -> bool {
    text.windows(part.len()).any(|window| window == part)
}
