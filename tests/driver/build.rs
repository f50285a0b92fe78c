//! Packages of one's own: which files, in which order, and executables that run.

use std::fs;
use std::path::Path;
use std::process::Command;

use goc2c::{Dialect, Options, Source, Target, write_go_declarations};
use pretty_assertions::assert_eq;

use super::support::*;

/// A module of three packages, in which C, assembly and .goc files have a part.
fn module(folder: &Path) {
    write(
        folder,
        &[
            ("go.mod", "module example.com/de_mo // text\n\ngo 1.18\n"),
            (
                "cmd/main.go",
                "package main\n\nimport (\n\t\"example.com/de_mo/a\"\n\t_ \"example.com/de_mo/b-c\"\n)\n\n\
                func main() { println(a.Sum(40)) }\n",
            ),
            (
                "a/a.go",
                "package a\n\nimport \"example.com/de_mo/b-c\"\n\nfunc Sum(x int32) int32 { return b.Add(x) + Two() }\n\
                func Two() int32\n",
            ),
            ("a/two.goc", "package a\n#include \"two_GOARCH.h\"\nfunc Two() (n int32) {\n\tn = TWO;\n}\n"),
            ("a/two_amd64.h", "typedef int int32;\n#define TWO 2\n"),
            ("a/two_386.h", "typedef int int32;\n#define TWO 2\n"),
            ("a/two_arm64.h", "typedef int int32;\n#define TWO 2\n"),
            ("a/two_windows.c", "#error not here\n"),
            (
                "b-c/b.go",
                "package b\n\nfunc Add(x int32) int32 { return x + one() }\n\n//extern b_one\nfunc one() int32\n",
            ),
            ("b-c/one.c", "//go:build mine && !windows\n\nint b_one(void) { return 1; }\n"),
            ("b-c/none.c", "//go:build !mine\n\n#error not here\n"),
            ("b-c/x_test.go", "package b_test\n"),
            ("b-c/note.s", "\t.section .note.GNU-stack,\"\",%progbits\n"),
        ],
    );
}

#[test]
fn packages_are_built_in_order_of_their_imports_into_an_executable() {
    if Command::new("gccgo").arg("--version").output().is_err() && !is_installed("gccgo-12") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    module(folder);
    let ran = build(folder, "-tags mine -o prog cmd");
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
    let said = || run(&mut Command::new(folder.join("prog"))).stderr;
    assert_eq!(said(), "43\n");
    let again = build(folder, "-tags mine -o prog -n cmd");
    assert!(!again.stdout.contains(" -o "), "nothing is to be done: {}", again.stdout);
    // A header of a .goc file, by its generic name.
    for arch in ["386", "amd64", "arm64"] {
        write(folder, &[(&format!("a/two_{arch}.h"), "typedef int int32;\n#define TWO 3\n")]);
    }
    let again = build(folder, "-tags mine -o prog -x cmd");
    assert_eq!((again.code, said().as_str()), (Some(0), "44\n"));
    assert!(!again.stderr.contains("one.o") && again.stderr.contains("two.o"), "{}", again.stderr);
    // Without the tag there is no `b_one`, which the linker says.
    let ran = build(folder, "-o other cmd");
    assert_eq!(ran.code, Some(1));
    assert!(ran.stderr.starts_with("# example.com/de_mo/b-c\nb-c/none.c:3:2: error: "), "{}", ran.stderr);
    let kept = build(folder, "-tags mine -work -o third cmd");
    fs::remove_dir_all(kept.stderr.trim().strip_prefix("WORK=").unwrap()).unwrap();
    let clean = |args: &[&str]| {
        run(Command::new(env!("CARGO_BIN_EXE_gen-runtime"))
            .current_dir(folder.join("a"))
            .arg("clean")
            .args(args))
    };
    assert!(clean(&["-n"]).stdout.contains("/prog\n"));
    assert_eq!(clean(&[]).code, Some(0));
    assert!(!folder.join("prog").exists() && !folder.join(".gen-runtime").exists());
    assert!(folder.join("a/two.goc").exists());
}

#[test]
fn printed_lines_build_the_same_program() {
    if Command::new("gccgo").arg("--version").output().is_err() && !is_installed("gccgo-12") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path().join("it's $mine");
    module(&folder);
    let printed = build(&folder, "-tags mine -n -o prog cmd").stdout;
    let sh = run(Command::new("sh").arg("-c").arg(&printed));
    assert_eq!((sh.code, sh.stderr.as_str()), (Some(0), ""), "{printed}");
    assert_eq!(run(&mut Command::new(folder.join("prog"))).stderr, "43\n");
    if is_installed("ninja") {
        assert_eq!(build(&folder, "-tags mine -o by-ninja --emit ninja build.ninja cmd").code, Some(0));
        let ninja = || run(Command::new("ninja").current_dir(&folder));
        let first = ninja();
        assert_eq!(first.code, Some(0), "{}", first.stdout);
        assert_eq!(run(&mut Command::new(folder.join("by-ninja"))).stderr, "43\n");
        assert!(ninja().stdout.contains("no work to do"));
    }
}

/// The C of a package calls functions of its Go, by symbols that goc.h makes of the package's path.
#[test]
fn c_calls_back_the_go_of_its_package() {
    if !is_installed("gccgo-12") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let example = root().join("examples/checksum");
    for name in ["checksum.go", "checksum.goc", "go.mod"] {
        fs::copy(example.join(name), folder.join(name)).unwrap();
    }
    let options = Options { dialect: Dialect::Gccgo11, target: Target::Gcc, ..Options::default() };
    let mut declarations = Vec::new();
    let text = fs::read(example.join("checksum.goc")).unwrap();
    write_go_declarations(&mut Source::from_bytes(b"checksum.goc", &text), &options, &mut declarations)
        .unwrap();
    fs::write(folder.join("checksum_goc.go"), declarations).unwrap();
    write(
        folder,
        &[
            ("goc.h", goc2c::prelude::TEXT),
            (
                "cmd/main.go",
                "package main\n\nimport (\n\t\"example.com/checksum\"\n\t_ \"unsafe\"\n)\n\nfunc own()\n\n\
                //go:linkname back\nfunc back() { println(\"back\") }\n\nfunc main() {\n\
                \t_, err := checksum.Parse(\"none\")\n\
                \tprintln(checksum.Adler32([]byte(\"abc\")), err == checksum.ErrFormat)\n\
                \tchecksum.Blocks([]byte(\"abcd\"), 3, func(offset int, sum uint32) { println(offset, sum) })\n\
                \town()\n}\n",
            ),
            (
                "cmd/own.goc",
                "package main\n#include \"../goc.h\"\nvoid back(void) __asm__(GOC_PKG(main) \".back\");\n\
                func own() {\n\tback();\n}\n",
            ),
        ],
    );
    let ran = run(build_command(folder, "-o prog cmd").env("GCCGO", "gccgo-12"));
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
    let said = run(&mut Command::new(folder.join("prog"))).stderr;
    assert_eq!(said, "38600999 true\n0 38600999\n3 6619237\nback\n");
}

/// A package may leave goc.h and the declarations of its C to the build; what it has itself is taken.
#[test]
fn goc_h_and_declarations_are_made_where_a_package_has_none() {
    if !is_installed("gccgo-12") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let goc = |name: &str| {
        format!("package p\n#include \"goc.h\"\nfunc {name}(a, b int) int {{\n\treturn a + b;\n}}\n")
    };
    write(
        folder,
        &[
            ("go.mod", "module m\n"),
            ("p/one.goc", &goc("One")),
            ("p/two.goc", &goc("two")),
            (
                "p/p.go",
                "package p\n\n// Two adds, too.\nfunc Two(a, b int) int { return two(a, b) }\n\nfunc two(a, b int) int\n",
            ),
            (
                "cmd/main.go",
                "package main\n\nimport \"m/p\"\n\nfunc main() { println(p.One(1, 2), p.Two(3, 4)) }\n",
            ),
        ],
    );
    let build = || run(build_command(folder, "-d explain -o prog cmd").env("GCCGO", "gccgo-12"));
    let ran = build();
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    assert_eq!(run(&mut Command::new(folder.join("prog"))).stderr, "3 7\n");
    assert_eq!(build().stderr, "", "nothing is left to do");
    let made = folder.join(".gen-runtime");
    let all: Vec<_> = files_below(&made).into_keys().filter(|key| key.ends_with("_goc.go")).collect();
    assert_eq!(all.len(), 1, "{all:?}");
    // Another header of one function: declared anew.
    fs::write(folder.join("p/one.goc"), goc("One").replace("a, b int) int", "a, b int64) int64")).unwrap();
    assert_eq!(build().code, Some(0));
    assert_eq!(run(&mut Command::new(folder.join("prog"))).stderr, "3 7\n");
}

#[test]
fn the_old_compilers_build_packages_too() {
    let tree = Tree::new(gen_runtime::Release::Go12, "amd64", "amd64");
    let folder = tree.goroot.join("own");
    write(&folder, &[("go.mod", "module m\n"), ("m.go", "package main\nimport _ \"m/p\"\nfunc main() {}\n")]);
    write(
        &folder,
        &[("p/p.go", "package p\n"), ("p/x.goc", "package p\nfunc X() {\n}\n"), ("p/y.s", "// y\n")],
    );
    fs::copy(tree.tools().join("6g"), tree.tools().join("6l")).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_gen-runtime"));
    command.current_dir(&folder).env("RECORD", &tree.record).args([
        "build",
        "--toolchain=plan9",
        "--tool-dir",
    ]);
    command.arg(tree.tools()).args(["--dialect=go1.2", "--os=linux", "--arch=amd64", "-p", "1"]);
    let ran = run(&mut command);
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
    assert!(folder.join("m").is_file());
    let work = "$GOROOT/own/.gen-runtime/linux_amd64_plan9";
    let tools = "$GOROOT/pkg/tool/linux_amd64";
    let (object, defines) =
        (format!("{work}/obj/m/p"), "-D GOOS_linux -D GOARCH_amd64 -D GOOS_GOARCH_linux_amd64");
    let folders = format!("-I $GOROOT/own/p -I {object} -I $GOROOT/pkg/linux_amd64");
    let mut expected = [
        format!("{tools}/6c -F -V -w {folders} {defines} -o {object}/zx.o {object}/zx.c"),
        format!("{tools}/6a {folders} {defines} -o {object}/y.o $GOROOT/own/p/y.s"),
        format!("{tools}/6g -o {object}/_go_.6 -p m/p -I {work}/pkg $GOROOT/own/p/p.go"),
        format!("{tools}/pack grc {work}/pkg/m/p.a {object}/y.o {object}/zx.o {object}/_go_.6"),
        format!("{tools}/6g -o {work}/obj/m/_go_.6 -p main -I {work}/pkg $GOROOT/own/m.go"),
        format!("{tools}/pack grc {work}/obj/m/_main_.a {work}/obj/m/_go_.6"),
        format!("{tools}/6l -L {work}/pkg -o $GOROOT/own/m {work}/obj/m/_main_.a"),
    ];
    expected.sort();
    assert_eq!(tree.calls(), expected);
}

#[test]
fn an_architecture_without_old_compilers_is_an_error() {
    let tree = Tree::new(gen_runtime::Release::Go12, "amd64", "amd64");
    let folder = tree.goroot.join("own");
    write(&folder, &[("go.mod", "module m\n"), ("m.go", "package m\n")]);
    let mut command = build_command(&folder, "-n --toolchain plan9 --dialect go1.2 --arch arm64 --goroot");
    let ran = run(command.arg(&tree.goroot));
    assert_eq!((ran.code, ran.stdout.as_str()), (Some(2), ""));
    let text = "gen-runtime: error: no compilers are known for the architecture `arm64`: `--arch` takes 386, amd64, \
                amd64p32 or arm\n";
    assert_eq!(ran.stderr, text.to_owned() + &more("unknown-arch"));
}

#[test]
fn what_packages_cannot_be_is_told_with_its_place_and_status() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    write(
        folder,
        &[
            ("go.mod", "module m\n"),
            ("a/a.go", "package a\nimport _ \"m/b\"\n"),
            ("b/b.go", "package b\nimport (\n\t\"fmt\"\n\tx \"m/c\"\n)\n"),
            ("c/c.go", "package c\nimport \"m/b\"\n"),
        ],
    );
    let ran = build(folder, "a --message-format short");
    assert_eq!(ran.code, Some(1));
    assert_eq!(ran.stderr, "c/c.go:2:8: error: these import each other: m/b -> m/c -> m/b\n");
    let json: serde_json::Value =
        serde_json::from_str(&build(folder, "a --message-format json").stderr).unwrap();
    assert_eq!(
        (&json["code"], &json["file"], &json["line"]),
        (&"import-cycle".into(), &"c/c.go".into(), &2.into())
    );
    let by_variable = run(build_command(folder, "a").env("GOC2C_MESSAGE_FORMAT", "json"));
    assert_eq!(serde_json::from_str::<serde_json::Value>(&by_variable.stderr).unwrap(), json);
    let bad = run(build_command(folder, "a").env("GOC2C_MESSAGE_FORMAT", "x"));
    let said = "gen-runtime: error: `$GOC2C_MESSAGE_FORMAT` is `x`: write `human`, `short` or `json`\n";
    assert_eq!((bad.code, bad.stderr.as_str()), (Some(2), said));
    fs::write(folder.join("c/c.go"), "package d\n").unwrap();
    fs::write(folder.join("c/d.go"), "package c\n").unwrap();
    write(folder, &[("f/f.go", "package f\nimport \"m/f/p\"\n"), ("f/p/p.go", "\u{feff}package main\n")]);
    write(folder, &[("d/d.go", "package d\nimport \"m/none\"\n"), ("e/a.c", ""), ("e/a.s", "")]);
    write(
        folder,
        &[("g/g.go", "package g\nimport \"../../x\"\n"), ("h/h.go", "//go:build a &&\n\npackage h\n")],
    );
    let none = folder.join("none");
    run(Command::new("mkfifo").arg(folder.join("pipe")));
    let two = |name: &str| folder.join("e").join(name).display().to_string();
    for (args, code, text) in [
        ("a", 1, "c/d.go:1:9: error: this folder has two packages, `d` and `c`".into()),
        ("none", 3, "cannot read".into()),
        ("c/c.go c/none.go", 3, "cannot read".into()),
        ("d", 1, format!("d/d.go:2:8: error: no package `m/none`: there is no folder `{}`", none.display())),
        ("e", 1, format!(", from `{}` and `{}`: rename one", two("a.c"), two("a.s"))),
        ("e/a.s", 2, format!("`{}` is neither a folder nor a .go or .goc file of one", two("a.s"))),
        ("f", 1, "f/f.go:2:8: error: `m/f/p` is package main, which cannot be imported".into()),
        ("g", 1, "g/g.go:2:8: error: `../../x` cannot be a path".into()),
        ("h", 1, "h/h.go:1:16: error: expected a term in this condition".into()),
        ("-o go.mod c", 2, "is there, and a source by its name: `-o` takes another file, or a folder".into()),
        ("-o pipe f/p", 2, "is a device or a pipe: `-o` takes a file, a folder, or `/dev/null`".into()),
        ("-o x c d", 2, "`-o FILE` is for one package: `-o FOLDER/` takes several".into()),
        ("--tool-dir x c", 2, "`--tool-dir` is for `--toolchain plan9`".into()),
        ("--toolchain go c", 2, "invalid value 'go' for '--toolchain <NAME>'".into()),
        ("--pkgpath ../x c", 2, "`--pkgpath ../x` is no import path".into()),
    ] {
        let ran = build(folder, &format!("--message-format short {args}"));
        assert!(
            ran.code == Some(code) && ran.stderr.contains(&text),
            "{args}: {:?} {}",
            ran.code,
            ran.stderr
        );
    }
}

#[test]
fn a_program_that_is_not_there_is_told_with_what_names_another() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), &[("go.mod", "module m\n"), ("x/x.c", "int x;\n")]);
    let told = |c: &str, args: &str| run(build_command(folder.path(), args).env("CC", c)).stderr;
    let missing = "No such file or directory (os error 2)";
    assert_eq!(told("no-cc -x", "x"), format!("# m/x\ncannot run `no-cc`: {missing}; $CC names another\n"));
    let text = format!("# m/x\ncannot run `no-launcher`: {missing}; `--launcher PROG` names another\n");
    assert_eq!(told("cc", "--launcher no-launcher x"), text);
    // A path leads from the user's folder, not from the package's.
    let here = folder.path().join("no-cc");
    let text = format!("# m/x\ncannot run `{}`: {missing}; $CC names another\n", here.display());
    assert_eq!(told("./no-cc", "x"), text);
}

#[test]
fn an_executable_that_would_be_called_as_its_folder_is_named_on_demand() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    write(folder, &[("go.mod", "module m\n"), ("x/x.go", "package main\nfunc main() {}\n")]);
    let ran = build(folder, "x");
    let place = folder.join("x");
    assert_eq!(ran.code, Some(2));
    assert_eq!(
        ran.stderr,
        format!(
            "gen-runtime: error: the executable would be `{}`, which is a folder: `-o FILE` names another\n{}",
            place.display(),
            more("output-is-folder")
        )
    );
    // In a folder that is named for it, it has the package's name.
    fs::create_dir(folder.join("bin")).unwrap();
    assert!(build(folder, "-n -o bin x").stdout.contains("/bin/x "));
    let lines = build(folder, "-n -o /dev/null x").stdout;
    assert!(lines.contains("/null ") && !lines.contains("/dev/null"), "{lines}");
    // So have several, and archives; the folder need not be there.
    write(folder, &[("y/y.c", "int y;\n")]);
    let lines = build(folder, "-n -o new/ x y").stdout;
    assert!(
        lines.contains("/new/x ") && lines.contains("/liby.a") && lines.contains("/new/liby.a"),
        "{lines}"
    );
}

/// So may it leave the header of its Go types, which is made anew when they change.
#[test]
fn types_of_go_are_in_a_header_that_the_build_makes() {
    if !is_installed("gccgo-12") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let geo = "package geo\n\ntype Point struct{ X, Y int16 }\n";
    write(
        folder,
        &[
            ("go.mod", "module m\n"),
            ("geo/geo.go", geo),
            ("p/p.go", "package p\n\nimport \"m/geo\"\n\ntype Box struct {\n\tMin geo.Point\n\tN   int\n}\n"),
            (
                "p/p.goc",
                "package p\n#include \"goc_types.h\"\nfunc Sum(b *Box) int {\n\treturn b->Min.X + b->Min.Y + b->N;\n}\n",
            ),
            (
                "cmd/main.go",
                "package main\n\nimport (\n\t\"m/geo\"\n\t\"m/p\"\n)\n\nfunc main() {\n\
                 \tprintln(p.Sum(&p.Box{Min: geo.Point{X: 1, Y: 2}, N: 40}))\n}\n",
            ),
        ],
    );
    let build = || run(build_command(folder, "-d explain -o prog cmd").env("GCCGO", "gccgo-12"));
    let ran = build();
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    assert_eq!(run(&mut Command::new(folder.join("prog"))).stderr, "43\n");
    assert_eq!(build().stderr, "", "nothing is left to do");
    fs::write(folder.join("geo/geo.go"), geo.replace("X, Y int16", "S string; X, Y int64")).unwrap();
    let ran = build();
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    assert_eq!(run(&mut Command::new(folder.join("prog"))).stderr, "43\n");
    fs::write(folder.join("p/p.goc"), "package p\n#include \"goc_types.h\"\nfunc Sum(b *Bag) int {\n}\n")
        .unwrap();
    let ran = build();
    assert!(ran.stderr.contains("no Go file of package `p` declares the type `Bag`"), "{}", ran.stderr);
}
