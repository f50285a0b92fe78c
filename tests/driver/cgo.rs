//! Packages that import "C", by gccgo and gcc: programs that run, what is made again, what is refused before anything is
//! run, and what messages say.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use pretty_assertions::assert_eq;

use super::support::*;

/// What the sample prints, whichever tools built it.
pub const LINE: &str = "zed 907060870 42 1.4142135623730951 5 16 55 x numerical result out of range\n";

/// Variables that change what cgo does.
const VARIABLES: [&str; 12] = [
    "CGO_ENABLED",
    "CGO_CFLAGS",
    "CGO_CPPFLAGS",
    "CGO_LDFLAGS",
    "CGO_CFLAGS_ALLOW",
    "CGO_LDFLAGS_ALLOW",
    "CGO_LDFLAGS_DISALLOW",
    "CXX",
    "FC",
    "PKG_CONFIG",
    "PKG_CONFIG_PATH",
    "CPATH",
];

/// `gen-runtime build` with gccgo-12 and gcc-12, and with cgo as it is by default.
pub fn build_cgo(folder: &Path, args: &str) -> Command {
    let mut command = build_command(folder, args);
    VARIABLES.iter().for_each(|name| {
        command.env_remove(name);
    });
    command.env("GCCGO", "gccgo-12").env("CC", "gcc-12").env("CXX", "g++-12");
    command
}

fn has_tools() -> bool {
    ["gccgo-12", "gcc-12", "pkg-config"].iter().all(|program| is_installed(program))
}

/// A copy of the sample in a folder.
pub fn sample(folder: &Path) {
    let from = root().join("fixtures/cgo/sample");
    for (name, path) in stored_below(&from) {
        let to = folder.join(&name);
        fs::create_dir_all(to.parent().unwrap()).unwrap();
        fs::copy(path, to).unwrap();
    }
}

/// Builds, with nothing said, and runs a program of the folder: what it prints.
fn built(folder: &Path, args: &str, program: &str) -> String {
    let ran = run(&mut build_cgo(folder, args));
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""), "{args}");
    printed(&folder.join(program))
}

fn printed(program: &Path) -> String {
    let ran = run(&mut Command::new(program));
    ran.stdout + &ran.stderr
}

/// The names of the files that were made again, in order.
pub fn made_again(mut command: Command) -> Vec<String> {
    let ran = run(command.args(["-d", "explain"]));
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    let name =
        |line: &str| line.split('`').nth(1).and_then(|path| path.rsplit('/').next()).unwrap().to_owned();
    let mut names: Vec<_> = ran.stderr.lines().map(name).collect();
    names.sort();
    names
}

/// A change that a file's size shows.
fn append(path: PathBuf, text: &str) {
    let old = fs::read_to_string(&path).unwrap();
    fs::write(path, old + text).unwrap();
}

/// A program in a folder, by its shell script.
fn script(path: &Path, text: &str) {
    fs::write(path, format!("#!/bin/sh\n{text}\n")).unwrap();
    fs::set_permissions(path, fs::Permissions::from_mode(0o755)).unwrap();
}

#[test]
fn the_sample_is_built_and_is_the_same_in_every_folder() {
    if !has_tools() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let (one, other) = (folder.path().join("one"), folder.path().join("a $b/the other"));
    let mut all = Vec::new();
    for folder in [&one, &other] {
        sample(folder);
        assert_eq!(built(folder, "cmd/show", "show"), LINE);
        assert_eq!(made_again(build_cgo(folder, "cmd/show")), [""; 0], "nothing is left to do");
        let mut made = stored_below(folder);
        // What lists headers, and what is known of the run, has the folders' names.
        made.retain(|name, _| !name.ends_with(".d") && !name.ends_with("/state"));
        all.push(made.into_iter().map(|(name, path)| (name, read(&path))).collect::<BTreeMap<_, _>>());
    }
    assert_eq!(all[0].keys().collect::<Vec<_>>(), all[1].keys().collect::<Vec<_>>());
    for (name, bytes) in &all[0] {
        assert!(all[1][name] == *bytes, "{name} differs");
    }
    assert!(all[0].keys().any(|name| name.ends_with("zed/helper.o")), "objects were compared");
    // Through a link, too.
    let link = folder.path().join("link");
    std::os::unix::fs::symlink(&one, &link).unwrap();
    assert_eq!(built(&link, "-a cmd/show", "show"), LINE);
    assert!(read(&link.join("show")) == all[0]["show"]);
}

#[test]
fn printed_lines_and_ninja_build_the_sample_too() {
    if !has_tools() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path().join("yours");
    sample(&folder);
    let printed_lines = run(&mut build_cgo(&folder, "-n -o by-sh cmd/show")).stdout;
    let sh = run(Command::new("sh").arg("-c").arg(&printed_lines));
    assert_eq!((sh.code, sh.stderr.as_str()), (Some(0), ""), "{printed_lines}");
    assert_eq!(printed(&folder.join("by-sh")), LINE);
    if is_installed("ninja") {
        assert_eq!(
            run(&mut build_cgo(&folder, "-o by-ninja --emit ninja build.ninja cmd/show")).code,
            Some(0)
        );
        let ninja = || run(Command::new("ninja").current_dir(&folder));
        let first = ninja();
        assert_eq!(first.code, Some(0), "{}", first.stdout);
        assert_eq!(printed(&folder.join("by-ninja")), LINE);
        assert!(ninja().stdout.contains("no work to do"));
        append(folder.join("zed/inc/scale.h"), "/* more */\n");
        let again = ninja().stdout;
        assert!(again.contains("helper.o") && !again.contains("back.cgo2.o"), "{again}");
    }
}

/// Each change, and all that is made again for it. The archive stays as it is where objects do, and so on.
#[test]
fn what_changes_is_made_again_and_nothing_else() {
    if !has_tools() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    sample(folder);
    // A header outside the package's folder, and a library of the module's own.
    write(folder, &[("lib/lib.c", "int lib(void) { return 1; }\n"), ("inc/outer.h", "#define OUTER 5\n")]);
    let archive = |text: &str| {
        write(folder, &[("lib/lib.c", text)]);
        let lib = folder.join("lib");
        let words = "gcc-12 -c lib.c && rm -f liblib.a && ar rcD liblib.a lib.o";
        assert_eq!(run(Command::new("sh").args(["-c", words]).current_dir(lib)).code, Some(0));
    };
    archive("int lib(void) { return 1; }\n");
    write(
        folder,
        &[(
            "zed/more.go",
            "package zed\n\n// #cgo CFLAGS: -I${SRCDIR}/../inc\n// #cgo LDFLAGS: -L${SRCDIR}/../lib -llib\n\
             // #include <outer.h>\n// int lib(void);\nimport \"C\"\n\nfunc More() int { return int(C.lib()) + C.OUTER }\n",
        )],
    );
    let again = || made_again(build_cgo(folder, "cmd/show"));
    assert!(!again().is_empty());
    assert_eq!(again(), [""; 0]);
    append(folder.join("zed/plain.go"), "// A comment.\n");
    assert_eq!(again(), ["_go_.o"], "neither cgo nor gcc");
    append(folder.join("zed/helper.c"), "/* A comment. */\n");
    assert_eq!(again(), ["helper.o"], "what comes of it is the same");
    append(folder.join("zed/inc/scale.h"), "/* A comment. */\n");
    assert_eq!(again(), ["helper.o"]);
    let of_all_c = ["_cgo_export.o", "_cgo_gotypes.go", "back.cgo2.o", "helper.o", "zed.cgo2.o"];
    append(folder.join("zed/helper.h"), "/* A comment. */\n");
    assert_eq!(again(), of_all_c);
    fs::write(folder.join("inc/outer.h"), "#define OUTER 6\n").unwrap();
    assert_eq!(
        again(),
        ["_cgo_gotypes.go", "_go_.o", "_go_.o", "libzed.a", "more.cgo2.o", "show"],
        "a header outside the folder"
    );
    archive("int lib(void) { return 22; }\n");
    assert_eq!(again(), ["show"], "a library that is linked");
    write(folder, &[("cpath/outer.h", "#define OUTER 7\n")]);
    let with_path = || {
        let mut command = build_cgo(folder, "cmd/show");
        command.env("CPATH", folder.join("cpath"));
        made_again(command)
    };
    assert!(with_path().contains(&"_cgo_gotypes.go".to_owned()), "a variable that the compiler heeds");
    assert!(with_path().is_empty());
    let answer = |text: &str| {
        let program = folder.join("pc");
        script(&program, &format!("case $1 in --libs) echo -lz;; *) echo {text};; esac"));
        let mut command = build_cgo(folder, "cmd/show");
        made_again({
            command.env("PKG_CONFIG", program);
            command
        })
    };
    answer("-DONE");
    assert_eq!(answer("-DONE"), [""; 0]);
    assert!(answer("-DTWO").contains(&"helper.o".to_owned()), "what pkg-config prints");
    let ran = run(build_cgo(folder, "cmd/show").env("CGO_CFLAGS", "-O1").args(["-d", "explain"]));
    assert!(ran.stderr.contains("helper.o"), "the user's flags: {}", ran.stderr);
}

/// Flags and names that are refused, by what is told; nothing is run, not even pkg-config.
#[test]
fn what_is_refused_is_told_with_its_place_and_nothing_is_run() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let record = folder.join("record");
    let program = folder.join("prog");
    // What release gccgo has, and what its linker can, is asked for in any case.
    let text = "echo \"$0 $@\" >> 'RECORD'\ncase $* in -dumpversion) echo 12; exit 0;; esac\nexit 1";
    script(&program, &text.replace("RECORD", record.to_str().unwrap()));
    write(
        folder,
        &[
            ("go.mod", "module m\n"),
            ("p/p.c", ""),
            ("p/z.go", "package p\n\n// #cgo pkg-config: zlib\nimport \"C\"\n"),
            ("cmd/main.go", "package main\n\nimport _ \"m/p\"\n\nfunc main() {}\n"),
        ],
    );
    for (line, bad, text) in [
        (
            "LDFLAGS: -lm -Wl,--wrap=x,-T,script.ld",
            "-Wl",
            "invalid flag in #cgo LDFLAGS: `-Wl,--wrap=x,-T,script.ld`",
        ),
        ("CFLAGS: -fplugin=x.so", "-f", "invalid flag in #cgo CFLAGS: `-fplugin=x.so`"),
        ("CXXFLAGS: @x", "@", "invalid flag in #cgo CXXFLAGS: `@x`"),
        ("FFLAGS: -B.", "-B", "invalid flag in #cgo FFLAGS: `-B.`"),
        ("CPPFLAGS: -DX=-1", "-D", "invalid flag in #cgo CPPFLAGS: `-DX=-1`"),
        ("pkg-config: --log-file=x zlib", "--", "invalid flag in #cgo pkg-config: `--log-file=x`"),
        ("pkg-config: -x", "-x", "`-x` can be no package of pkg-config"),
        ("CFLAGS: -DX=$(x)", "-D", "this word of a `#cgo` line has signs that none may have"),
        ("CFLAGS -DX", "#cgo", "this line of `#cgo` has no colon"),
        ("LDFLAG: -lm", "LDFLAG", "no line of `#cgo` is about that"),
    ] {
        write(folder, &[("p/p.go", &format!("package p\n\n// #cgo {line}\nimport \"C\"\n"))]);
        let place = format!("// #cgo {line}").find(bad).unwrap() + 1;
        let expected = format!("p/p.go:3:{place}: error: {text}\n");
        let _ = fs::remove_file(&record);
        let mut command = build_cgo(folder, "--message-format short cmd");
        for name in ["CC", "CXX", "GCCGO", "PKG_CONFIG"] {
            command.env(name, &program);
        }
        let ran = run(command.env("CGO_ENABLED", "1"));
        assert_eq!((ran.code, ran.stderr), (Some(1), expected));
        let run_were = fs::read_to_string(&record).unwrap_or_default();
        let is_asked = |line: &str| line.ends_with(" -dumpversion") || line.ends_with(" -Wl,--help");
        assert!(run_were.lines().all(is_asked), "{run_were}");
        let made = fs::read_dir(folder.join(".gen-runtime")).into_iter().flatten();
        assert!(made.flatten().all(|entry| !entry.path().is_dir()), "nothing was made");
    }
}

/// What pkg-config prints may be the package's own: it is judged as its lines are.
#[test]
fn what_pkg_config_prints_is_judged() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    write(
        folder,
        &[("go.mod", "module m\n"), ("p.go", "package p\n\n// #cgo pkg-config: zlib\nimport \"C\"\n")],
    );
    let program = folder.join("pc");
    let told = |cflags: &str, libs: &str| {
        script(&program, &format!("case $1 in --libs) echo '{libs}';; *) echo '{cflags}';; esac"));
        let ran = run(build_cgo(folder, "--message-format short -n").env("PKG_CONFIG", &program));
        (ran.code, ran.stderr)
    };
    let at = "p.go:3:4: error: ";
    assert_eq!(
        told("-wrapper x", ""),
        (Some(1), format!("{at}invalid flag in pkg-config --cflags: `-wrapper`\n"))
    );
    assert_eq!(
        told("", "-Wl,-plugin,x"),
        (Some(1), format!("{at}invalid flag in pkg-config --libs: `-Wl,-plugin,x`\n"))
    );
    assert_eq!(
        told("-DX=`x`", ""),
        (Some(1), format!("{at}invalid flag in pkg-config --cflags: `-DX=`x``\n"))
    );
    script(&program, "echo no such package >&2; exit 1");
    let ran = run(build_cgo(folder, "--message-format short -n").env("PKG_CONFIG", &program));
    let words = format!("`{} --cflags -- zlib`", program.display());
    assert_eq!(ran.stderr, format!("{at}{words}: `{}` failed: no such package\n", program.display()));
    let ran = run(build_cgo(folder, "--message-format short -n").env("PKG_CONFIG", "nosuchpc"));
    assert!(ran.stderr.contains("`nosuchpc --cflags -- zlib`: cannot run `nosuchpc`"), "{}", ran.stderr);
}

#[test]
fn the_user_may_allow_more_and_less() {
    if !has_tools() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let go = "package main\n\n// #cgo CFLAGS: -fwrapv\n// static int f(void) { return 3; }\nimport \"C\"\n\nfunc main() { println(C.f()) }\n";
    write(folder, &[("go.mod", "module m\n"), ("main.go", go)]);
    let code = |name: &str, value: &str| run(build_cgo(folder, "-o prog").env(name, value)).code;
    assert_eq!(code("CGO_CFLAGS_ALLOW", ""), Some(1));
    assert_eq!(code("CGO_CFLAGS_ALLOW", "-fwrap"), Some(1), "words are matched whole");
    assert_eq!(code("CGO_CFLAGS_ALLOW", "-f(wrapv|x)"), Some(0));
    assert_eq!(printed(&folder.join("prog")), "3\n");
    assert_eq!(code("CGO_CFLAGS_ALLOW", "("), Some(2), "no expression");
}

/// Off, files that import "C" are left out without a word, and the term `cgo` does not hold.
#[test]
fn cgo_is_on_for_this_machine_and_off_where_the_user_says_so() {
    if !has_tools() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    write(
        folder,
        &[
            ("go.mod", "module m\n"),
            ("main.go", "package main\n\nfunc main() { println(which()) }\n"),
            (
                "on.go",
                "package main\n\n// static int one(void) { return 1; }\nimport \"C\"\n\nfunc which() int { return int(C.one()) }\n",
            ),
            ("off.go", "//go:build !cgo\n\npackage main\n\nfunc which() int { return 0 }\n"),
            ("only/only.go", "package only\n\nimport \"C\"\n"),
        ],
    );
    assert_eq!(built(folder, "-o prog", "prog"), "1\n");
    let off = run(build_cgo(folder, "-o prog").env("CGO_ENABLED", "0"));
    assert_eq!((off.code, printed(&folder.join("prog")).as_str()), (Some(0), "0\n"), "{}", off.stderr);
    // For another platform it is off unless it is asked for.
    let listed = |args: &str, on: &str| {
        let mut command = build_cgo(folder, args);
        if !on.is_empty() {
            command.env("CGO_ENABLED", on);
        }
        run(&mut command).stdout
    };
    let other = if goc2c::host_arch() == "arm64" { "amd64" } else { "arm64" };
    assert!(listed(&format!("-n --arch {other}"), "").contains("off.go"));
    assert!(listed(&format!("-n --arch {other}"), "1").contains("on.cgo2.c"));
    let ran = run(build_cgo(folder, "-n only").env("CGO_ENABLED", "0"));
    let text = format!(
        "gen-runtime: error: `{}` has no file to build: its Go files import \"C\", and cgo is off; `CGO_ENABLED=1` \
         turns it on\n",
        folder.join("only").display()
    );
    assert_eq!((ran.code, ran.stderr), (Some(1), text + &more("empty-package")));
    // A compiler that is named and not there is told of when it is to be run.
    let ran = run(build_cgo(folder, "-o prog").env("CC", "nosuchcc"));
    assert!(ran.code != Some(0) && ran.stderr.contains("nosuchcc"), "{}", ran.stderr);
}

/// C++, assembly for the preprocessor, an object, constructors that nobody calls, and Go that C alone calls.
#[test]
fn other_languages_and_whole_archives_are_linked() {
    if !has_tools() || !is_installed("g++-12") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    write(
        folder,
        &[
            ("go.mod", "module m\n"),
            (
                "main.go",
                "package main\n\nimport \"m/p\"\n\nfunc main() { println(p.Length(), p.Seven(), p.Started()) }\n",
            ),
            (
                "p/p.go",
                "package p\n\n/*\n#cgo CXXFLAGS: -std=c++17 -DWORD=five5\nint length(void);\nint seven(void);\nextern int started;\n*/\n\
                 import \"C\"\n\n//export plus\nfunc plus(n C.int) C.int { return n + 1 }\n\n\
                 func Length() int { return int(C.length()) }\nfunc Seven() int { return int(C.seven()) }\n\
                 func Started() int { return int(C.started) }\n",
            ),
            (
                "p/p.cc",
                "#include <string>\nextern \"C\" int plus(int n);\n#define STRING2(x) #x\n#define STRING(x) STRING2(x)\n\
                 extern \"C\" int length(void) { return plus(std::string(STRING(WORD)).size()); }\n",
            ),
            // A file of C of the same name: their objects do not meet.
            ("p/p.c", "int started;\n"),
            (
                "p/first.c",
                "extern int started;\n__attribute__((constructor)) static void first(void) { started = 9; }\n",
            ),
            (
                "p/seven_amd64.S",
                "#define SEVEN $7\n\t.globl seven\nseven:\n\tmovl SEVEN, %eax\n\tret\n\t.section .note.GNU-stack,\"\",@progbits\n",
            ),
            ("p/seven_other.c", "//go:build !amd64\n\nint seven(void) { return 7; }\n"),
            ("q/q.go", "package q\n"),
            ("q/q.cpp", ""),
        ],
    );
    assert_eq!(built(folder, "-o prog", "prog"), "6 7 9\n");
    let ran = run(&mut build_cgo(folder, "./q"));
    assert!(ran.code == Some(1) && ran.stderr.contains("`q/q.cpp` is C++"), "{}", ran.stderr);
    write(folder, &[("q/q.swig", ""), ("q/q.go", "package q\n\nimport \"C\"\n")]);
    assert!(run(&mut build_cgo(folder, "./q")).stderr.contains("`q/q.swig` is SWIG"));
}

/// A `.goc` file has the package's flags, and sees what cgo made.
#[test]
fn goc_files_and_cgo_are_in_one_package() {
    if !has_tools() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    write(
        folder,
        &[
            ("go.mod", "module m\n"),
            ("main.go", "package main\n\nimport \"m/p\"\n\nfunc main() { println(p.Both(4)) }\n"),
            (
                "p/p.go",
                "package p\n\n// #cgo CFLAGS: -I${SRCDIR}/inc -DTIMES=3\n// #cgo LDFLAGS: -lm\n// #include <math.h>\n\
                 import \"C\"\n\n// Both takes C both ways.\nfunc Both(n int) int { return Times(int(C.sqrt(C.double(n)))) }\n\n\
                 //export own\nfunc own(n C.int) C.int { return n + 100 }\n",
            ),
            ("p/inc/times.h", "#define TIMES_OF(n) ((n) * TIMES)\n"),
            (
                "p/times.goc",
                "package p\n#include \"goc.h\"\n#include <times.h>\n#include \"_cgo_export.h\"\n\n\
                 func Times(n int) int {\n\treturn TIMES_OF(n) + sizeof(GoInt);\n}\n",
            ),
        ],
    );
    assert_eq!(built(folder, "-o prog", "prog"), "14\n");
}

/// Messages are those of the tools, with files named from the user's folder; what does not need the failed goes on.
#[test]
fn messages_name_files_from_the_users_folder_and_a_failure_keeps_to_what_imports_it() {
    if !has_tools() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    write(
        folder,
        &[
            ("go.mod", "module m\n"),
            (
                "pre/a.go",
                "package pre\n\n// int x(void) { return nothere; }\nimport \"C\"\n\nfunc F() int { return int(C.x()) }\n",
            ),
            (
                "undef/a.go",
                "package undef\n\n// int f(int x) { return x; }\nimport \"C\"\n\nfunc G() int {\n\
                 \treturn int(C.nosuch() + C.f(1)) + int(C.other)\n}\n",
            ),
            (
                "ty/a.go",
                "package ty\n\n// static int f(int x) { return x; }\nimport \"C\"\n\nfunc Y() int {\n\treturn int(C.f(\"s\"))\n}\n",
            ),
            ("g/g.c", "int g(void) { return nope; }\n"),
            ("g/g.go", "package g\n\n// int g(void);\nimport \"C\"\n\nfunc G() int { return int(C.g()) }\n"),
            (
                "good/good.go",
                "package good\n\n// static int f(void) { return 1; }\nimport \"C\"\n\nfunc F() int { return int(C.f()) }\n",
            ),
            ("cmd/bad/main.go", "package main\n\nimport \"m/g\"\n\nfunc main() { println(g.G()) }\n"),
            ("cmd/good/main.go", "package main\n\nimport \"m/good\"\n\nfunc main() { println(good.F()) }\n"),
        ],
    );
    let said = |current: &str, args: &str| run(&mut build_cgo(&folder.join(current), args)).stderr;
    for (package, text) in [
        ("pre", "pre/a.go:3:23: error: 'nothere' undeclared"),
        (
            "undef",
            "undef/a.go:7:13: could not determine kind of name for C.nosuch\nundef/a.go:7:40: could not determine",
        ),
        ("ty", "ty/a.go:7:"),
        ("g", "g/g.c:1:22: error: "),
    ] {
        let said_here = said("", package);
        assert!(said_here.contains(&format!("\n{text}")), "{package}: {said_here}");
        let own = text.replace(&format!("{package}/"), "");
        assert!(said(package, ".").contains(&format!("\n{own}")), "{package}: {}", said(package, "."));
        let beside = text.replace(&format!("{package}/"), &format!("../{package}/"));
        assert!(said("good", &format!("../{package}")).contains(&format!("\n{beside}")), "{package}");
    }
    let ran = run(&mut build_cgo(folder, "-o out/ cmd/bad cmd/good"));
    assert_eq!(ran.code, Some(1));
    assert!(ran.stderr.starts_with("# m/g\n") && ran.stderr.matches("# ").count() == 1, "{}", ran.stderr);
    assert_eq!(printed(&folder.join("out/good")), "1\n");
    assert!(!folder.join("out/bad").exists());
}

/// Files whose names are for compilers' own are no part of packages, named or not: they would be believed.
#[test]
fn files_that_only_cgo_may_make_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let flag = "//go:cgo_ldflag \"-fplugin=x\"\n\npackage p\n";
    write(
        folder,
        &[("go.mod", "module m\n"), ("p.go", "package p\n"), ("_cgo_x.go", flag), (".x.go", "package p\n")],
    );
    assert!(!run(&mut build_cgo(folder, "-n")).stdout.contains("_cgo_x"));
    for name in ["_cgo_x.go", ".x.go"] {
        let ran = run(&mut build_cgo(folder, &format!("-n p.go {name}")));
        let text = format!("`{name}` is a name of files that belong to no package: rename it");
        assert!(ran.code == Some(2) && ran.stderr.contains(&text), "{}", ran.stderr);
    }
    // A word that ends with `.go` is no file of cgo's, though it stands last among the flags.
    if has_tools() {
        let go = "package p\n\n// #cgo CFLAGS: -include _cgo_x.go\n// static int f(void) { return 1; }\nimport \"C\"\n\nfunc F() int { return int(C.f()) }\n";
        write(folder, &[("p.go", go), ("_cgo_x.go", "int included;\n")]);
        let ran = run(&mut build_cgo(folder, ""));
        assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
    }
}

/// The launcher is run before each C compiler, and gccgo's own cgo can be another's.
#[test]
fn launchers_and_another_cgo_are_taken() {
    if !has_tools() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    sample(folder);
    let (launcher, record) = (folder.join("launch"), folder.join("record"));
    script(
        &launcher,
        &format!("for last; do :; done\necho \"${{last##*/}}\" >> '{}'\nexec \"$@\"", record.display()),
    );
    let ran = run(build_cgo(folder, "cmd/show --launcher").arg(&launcher));
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
    let files = lines(&fs::read_to_string(&record).unwrap());
    assert_eq!(files, lines("_cgo_defun.c\n_cgo_export.c\nback.cgo2.c\nhelper.c\nzed.cgo2.c"));
    let told = run(Command::new("gccgo-12").arg("-print-prog-name=cgo"));
    let cgo = told.stdout.trim();
    let own = folder.join("own-cgo");
    script(&own, &format!("echo used >> '{}'\nexec {cgo} \"$@\"", record.display()));
    let ran = run(&mut build_cgo(folder, "cmd/show --cgo ./own-cgo"));
    assert_eq!((ran.code, printed(&folder.join("show")).as_str()), (Some(0), LINE), "{}", ran.stderr);
    assert!(fs::read_to_string(&record).unwrap().contains("used"));
}

/// cgo's own files are believed by compilers: a flag that it writes and was not given is judged.
#[test]
fn flags_that_cgo_writes_are_judged() {
    if !has_tools() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    sample(folder);
    let told = run(Command::new("gccgo-12").arg("-print-prog-name=cgo"));
    let cgo = told.stdout.trim();
    let own = folder.join("own-cgo");
    let with = |flag: &str| {
        script(&own, &format!("{cgo} \"$@\" && echo '//go:cgo_ldflag \"{flag}\"' >> \"$2/_cgo_gotypes.go\""));
        run(&mut build_cgo(folder, "cmd/show --cgo ./own-cgo"))
    };
    assert_eq!(with("-lm").code, Some(0));
    let ran = with("-Wl,-T,x");
    assert_eq!(ran.code, Some(1));
    assert!(
        ran.stderr.contains("invalid flag in `_cgo_gotypes.go`, which cgo made: `-Wl,-T,x`"),
        "{}",
        ran.stderr
    );
}
