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
