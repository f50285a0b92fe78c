//! Which files of one's own packages are built, and how words of variables are split: as the go command and a shell do.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;

use pretty_assertions::assert_eq;

use super::support::*;

/// The Go files that `build` would compile.
fn chosen(folder: &Path, args: &[&str]) -> BTreeSet<String> {
    let ran = run(build_command(folder, "-n -a").args(args));
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
    let files = ran.stdout.split_whitespace().filter(|word| word.ends_with(".go"));
    files.map(|word| word.rsplit('/').next().unwrap().to_owned()).collect()
}

fn names(names: &[&str]) -> BTreeSet<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

/// Pieces that the fronts of files are made of.
const FRONTS: [&str; 26] = [
    "\n",
    "\n",
    "\n",
    " \t\n",
    "// text\n",
    "//\n",
    "/* text */\n",
    "/* text\n\n",
    "*/\n",
    "*/ // x\n",
    "// +build linux\n",
    "// +build windows\n",
    "//+build windows illumos,solaris darwin\n",
    "//\t+build\t!linux !go1.18\n",
    "// +build\n",
    "// +build !!linux linux\n",
    "// +build !!linux\n",
    "// +build a-b, !a-b,unix\n",
    "// +builder windows\n",
    "//go:build linux && go1.18\n",
    "//go:build\t!linux || go1.99\n",
    "//go:build\u{a0}(unix && gccgo) \r\n",
    "  //go:build solaris || darwin\n",
    "// go:build windows\n",
    "//go:builder windows\n",
    "/* */ //go:build windows\n",
];

/// Whether a block comment is open at the end.
fn is_open(text: &str) -> bool {
    text.rfind("/*").is_some_and(|at| !text[at..].contains("*/"))
}

#[test]
fn files_are_chosen_as_the_go_command_chooses_them() {
    if !(is_installed("gccgo-12") && Command::new("go").arg("version").output().is_ok()) {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    write(folder, &[("go.mod", "module m\n\ngo 1.18\n"), ("a.go", "package m\n")]);
    let mut seed = 12;
    let mut next = |most: usize| {
        seed = (seed * 1_103_515_245 + 12_345) % (1_u64 << 31);
        (seed >> 8) as usize % most
    };
    for number in 0..400 {
        let mut text = String::from(if next(9) == 0 { "\u{feff}" } else { "" });
        let mut conditions = 0;
        for _ in 0..next(7) {
            let piece = FRONTS[next(FRONTS.len())];
            if piece.starts_with("*/") && !is_open(&text) {
                continue;
            }
            conditions += usize::from(piece.contains("go:build") && !piece.contains("go:builder"));
            // Two conditions may be an error, which is shown elsewhere.
            text += if conditions > 1 { "" } else { piece };
        }
        text += if is_open(&text) { "*/\n" } else { "" };
        let end = ["", "_linux", "_solaris", "_ios_arm64", "_unix", "_zos"][next(6)];
        write(folder, &[(&format!("f{number}{end}.go"), &format!("{text}package m\n"))]);
    }
    for (os, arch) in [("linux", "amd64"), ("illumos", "amd64"), ("android", "arm64"), ("ios", "arm64")] {
        let mut go = Command::new("go");
        go.args([
            "list",
            "-compiler",
            "gccgo",
            "-tags",
            "a,b",
            "-f",
            "{{range .GoFiles}}{{println .}}{{end}}",
        ]);
        go.current_dir(folder).env("HOME", folder).env("GOCACHE", folder.join("cache")).env("GOFLAGS", "");
        go.env("GOOS", os).env("GOARCH", arch).env("GCCGO", "gccgo-12").env("CGO_ENABLED", "0");
        let listed = run(&mut go);
        assert_eq!((listed.code, listed.stderr.as_str()), (Some(0), ""));
        let listed: BTreeSet<_> = listed.stdout.lines().map(str::to_owned).collect();
        assert!(listed.len() > 20, "{os}: {}", listed.len());
        assert_eq!(chosen(folder, &["--os", os, "--arch", arch, "-tags", "a,b"]), listed, "{os}");
    }
}

#[test]
fn a_condition_that_cannot_be_read_or_a_second_one_is_an_error_with_its_place() {
    for (text, told) in [
        ("//go:build linux &&\n", "b.go:1:20: error: expected a term in this condition"),
        ("\n//go:build\n", "b.go:2:11: error: expected a term in this condition"),
        ("//go:build linux, amd64\n", "b.go:1:17: error: expected `&&` or `||` in this condition"),
        ("//go:build linux // why\n", "b.go:1:18: error: expected `&&` or `||` in this condition"),
        (
            "//go:build linux\n// x\n//go:build linux\n",
            "b.go:3:1: error: this file has two `//go:build` lines",
        ),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path();
        write(folder, &[("go.mod", "module m\n"), ("a.go", "package m\n")]);
        write(folder, &[("b.go", &format!("{text}\npackage m\n"))]);
        let ran = build(folder, "-n --message-format short");
        assert_eq!((ran.code, ran.stderr.as_str()), (Some(1), format!("{told}\n").as_str()), "{text:?}");
    }
}

#[test]
fn the_terms_of_releases_hold_up_to_that_of_gccgo() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    write(
        folder,
        &[
            ("go.mod", "module m\n"),
            ("a.go", "package m\n"),
            ("b.go", "//go:build go1.16\n\npackage m\n"),
            ("c.go", "// +build go1.18\n\npackage m\n"),
            ("d.go", "//go:build go1.19\n\npackage m\n"),
            ("cc", "[ \"$*\" = '-m64 -dumpversion' ] && echo $VERSION\n"),
        ],
    );
    for (version, files) in [("11.3.0", &["a.go", "b.go"][..]), ("14", &["a.go", "b.go", "c.go"])] {
        let mut command = build_command(folder, "-n -a");
        command.env("GCCGO", "sh cc").env("GCCGOFLAGS", "-m64").env("VERSION", version);
        let ran = run(&mut command);
        let all = ["a.go", "b.go", "c.go", "d.go"].into_iter();
        let found: Vec<_> = all.filter(|name| ran.stdout.contains(&format!("/{name}"))).collect();
        assert_eq!((ran.code, &found[..], ran.stderr.as_str()), (Some(0), files, ""), "{version}");
    }
    let ran = run(build_command(folder, "-n").env("GCCGO", "false"));
    assert_eq!(
        (ran.code, ran.stderr.contains("`false` failed: exit status: 1")),
        (Some(3), true),
        "{}",
        ran.stderr
    );
}

#[test]
fn the_old_compilers_are_gc_of_their_release_and_no_system() {
    let tree = Tree::new(gen_runtime::Release::Go12, "amd64", "amd64");
    let folder = tree.goroot.join("own");
    write(
        &folder,
        &[
            ("go.mod", "module m\n"),
            ("a.go", "package m\n"),
            ("b_plan9.go", "package m\n"),
            ("c.go", "// +build plan9 gccgo\n\npackage m\n"),
            ("d.go", "// +build gc,go1.1,go1.2\n\npackage m\n"),
            ("e.go", "// +build go1.3\n\npackage m\n"),
        ],
    );
    let tools = tree.tools();
    let args =
        ["--toolchain", "plan9", "--dialect", "go1.2", "--os", "linux", "--arch", "amd64", "--tool-dir"];
    let args: Vec<_> = args.into_iter().chain(tools.to_str()).collect();
    assert_eq!(chosen(&folder, &args), names(&["a.go", "d.go"]));
}

#[test]
fn tags_have_commas_or_blanks_between_them() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    write(
        folder,
        &[
            ("go.mod", "module m\n"),
            ("a.go", "package m\n"),
            ("b.go", "//go:build red\n\npackage m\n"),
            ("c.go", "//go:build green\n\npackage m\n"),
        ],
    );
    let both = names(&["a.go", "b.go", "c.go"]);
    for tags in ["red,green", "red green", " red, green,"] {
        assert_eq!(chosen(folder, &["-tags", tags]), both, "{tags}");
    }
    assert_eq!(chosen(folder, &["-tags", "red", "-tags=green"]), both);
    assert_eq!(chosen(folder, &["-tags", ""]), names(&["a.go"]));
}

#[test]
fn words_of_variables_are_split_as_a_shell_does() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    write(folder, &[("go.mod", "module m\n"), ("a.c", "int a;\n"), ("a.go", "package m\n")]);
    let printed = |name: &str, value: &str| {
        let ran = run(build_command(folder, "-n -a").env(name, value));
        assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
        ran.stdout
    };
    // The lines that are printed are a shell's, which takes the words apart again.
    let words = |name: &str, value: &str, from: &str, to: &str| {
        let printed = printed(name, value);
        let line = printed.lines().find(|line| line.contains(from)).unwrap_or_else(|| panic!("{printed}"));
        let ran = run(Command::new("sh").arg("-c").arg(format!("printf '[%s]' {line}")));
        let at = ran.stdout.find(to).unwrap_or_else(|| panic!("{}", ran.stdout));
        ran.stdout[..at].to_owned()
    };
    let value = "-O1 -DNAME='\"two words\"' a\\ b \"c\\\"d\\e\" '' # e";
    let flags = r#"[-O1][-DNAME="two words"][a b][c"d\e][]"#;
    assert!(words("CFLAGS", value, "/a.c", "[-MD]").ends_with(flags));
    assert_eq!(words("CC", "'my cc' -x", "/a.c", "[-c]"), "[my cc][-x]");
    assert!(words("GCCGOFLAGS", "-I'a b'", "/a.go", "[-c]").ends_with("[-Ia b]"));
    assert!(words("CC", " \t", "/a.c", "[-c]").starts_with("[gcc]"));
    for (name, value) in [("CFLAGS", "-DX='y"), ("CC", "gcc \"x"), ("GCCGO", "gccgo\\")] {
        let ran = run(build_command(folder, "-n").env(name, value));
        let told = format!(
            "gen-runtime: error: `${name}` has a quote that never closes, or ends with a backslash: `{value}`\n"
        );
        assert_eq!((ran.code, ran.stderr), (Some(2), told));
    }
}
