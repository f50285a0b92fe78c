//! What dialect gc refuses: the words, in their three forms; all faults of a run at once; and nothing written.

use std::fs;
use std::path::Path;

use super::tools::{MACHINES, have_compilers, have_usual_compilers};
use super::workshop::{fixtures, goc2c};
use crate::support::{Ran, files, name, run, snapshot};

/// A folder with some of the files that must be refused.
fn folder_of(names: &[&str]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for name in names {
        fs::copy(fixtures().join("refuse").join(name), folder.path().join(name)).unwrap();
    }
    folder
}

/// What is said of files that must be refused, and nothing is written.
fn refused(folder: &Path, args: &[&str]) -> Ran {
    let before = files(folder, "").len();
    let ran = run(goc2c(folder).args(args));
    assert_eq!((ran.code, &*ran.stdout), (Some(1), ""), "{args:?}: {}", ran.stderr);
    assert_eq!(files(folder, "").len(), before, "{args:?}");
    ran
}

#[test]
fn what_cannot_be_proved_is_refused() {
    // The words have instructions in them, which are the compiler's.
    if !have_usual_compilers("what is refused") {
        return;
    }
    let table = fs::read_to_string(fixtures().join("refuse/expect.tsv")).unwrap();
    let (mut page, mut wrong) = (String::new(), Vec::new());
    for row in table.lines() {
        let [file, machine, expected] = row.split('\t').collect::<Vec<_>>()[..] else { panic!("{row}") };
        let folder = folder_of(&[file]);
        let args = ["--message-format", "short", "--arch", machine, file];
        if expected == "taken" {
            assert_eq!(run(goc2c(folder.path()).args(args)).code, Some(0), "{row}");
            continue;
        }
        let said = refused(folder.path(), &args).stderr;
        page += &format!("{machine}: {said}");
        if !said.contains(expected) {
            wrong.push(format!("{row}\n{said}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let refused: std::collections::BTreeSet<_> =
        table.lines().filter_map(|row| row.split('\t').next()).collect();
    let there = files(&fixtures().join("refuse"), ".goc");
    assert_eq!(there.iter().map(|path| name(path)).collect::<Vec<_>>(), Vec::from_iter(refused));
    snapshot("gc-refused", &page);
}

#[test]
fn two_of_them_in_their_other_forms() {
    if !have_compilers("forms of reports") {
        return;
    }
    let inputs = ["mutual.goc", "libm.goc"];
    let folder = folder_of(&inputs);
    let pages = ["human", "json"]
        .map(|form| refused(folder.path(), &[&["--message-format", form], &inputs[..]].concat()).stderr);
    snapshot("gc-forms", &pages.join("\n"));
}

#[test]
fn all_faults_of_a_run_are_told_at_once() {
    if !have_compilers("all faults of a run") {
        return;
    }
    let inputs = ["align64.goc", "errno.goc", "libc.goc", "recursion.goc", "syscall.goc", "vla.goc"];
    let folder = folder_of(&inputs);
    let said = refused(folder.path(), &[&["--message-format", "short"], &inputs[..]].concat()).stderr;
    snapshot("gc-all-faults", &said);
}

fn package_of(texts: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in texts {
        fs::write(folder.path().join(name), format!("package p\n\n#include \"goc.h\"\n\n{text}")).unwrap();
    }
    folder
}

#[test]
fn recursion_through_two_files_is_refused() {
    if !have_compilers("recursion through two files") {
        return;
    }
    let folder = package_of(&[
        (
            "a.goc",
            "intgo b(intgo n);\nintgo a(intgo n) { return n ? b(n - 1) + 1 : 0; }\n\nfunc A() (n int) {\n\tn = a(3);\n}\n",
        ),
        ("b.goc", "intgo a(intgo n);\nintgo b(intgo n) { return n ? a(n - 1) * 3 : 0; }\n"),
    ]);
    for machine in MACHINES {
        let args = ["--arch", machine, "--message-format", "short", "a.goc", "b.goc"];
        let said = refused(folder.path(), &args).stderr;
        let words = [
            "recursion (a -> b -> a): the stack has no bound",
            "recursion (b -> a -> b): the stack has no bound",
        ];
        assert!(words.iter().any(|words| said.contains(words)), "{machine}: {said}");
    }
}

#[test]
fn files_of_two_packages_are_refused() {
    if !have_compilers("two packages") {
        return;
    }
    let folder = package_of(&[("a.goc", "func A() {\n}\n")]);
    fs::write(folder.path().join("b.goc"), "package q\n\nfunc B() {\n}\n").unwrap();
    let said = refused(folder.path(), &["a.goc", "b.goc"]).stderr;
    assert!(said.contains("`a.goc` is of package `p`, `b.goc` of package `q`"), "{said}");
}

/// C that the compiler refuses is told in its words, with the `.goc` file's line.
#[test]
fn what_the_compiler_says_has_the_goc_files_lines() {
    if !have_compilers("what the compiler says") {
        return;
    }
    let folder = package_of(&[("a.goc", "func A() (n int) {\n\tn = missing;\n}\n")]);
    let said = refused(folder.path(), &["--arch", "amd64", "a.goc"]).stderr;
    assert!(said.contains("a.goc:6:") && said.contains("missing"), "{said}");
}

const STREAM: &str = "package p\n\n#include \"goc.h\"\n\ntypedef long long wide __attribute__((vector_size(64)));\n\n\
                      __attribute__((target(\"avx512f\"))) static void put(wide *to, long long n)\n{\n\twide v = {n};\n\
                      \t__builtin_ia32_movntdq512(to, v);\n}\n\nfunc Put(to unsafe.Pointer, n int) {\n\tput(to, n);\n}\n";

#[test]
fn what_relies_on_its_alignment_is_refused_where_that_is_less() {
    if !have_usual_compilers("`--align-data`") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("put.goc"), STREAM).unwrap();
    let args = ["--message-format", "short", "--arch", "amd64", "--align-data", "32", "put.goc"];
    let said = refused(folder.path(), &args).stderr;
    assert!(said.contains("put.goc:10:2: error: put: `vmovntdq"), "{said}");
    assert!(said.contains("needs memory aligned 64"), "{said}");
    assert_eq!(run(goc2c(folder.path()).args(["--arch", "amd64", "put.goc"])).code, Some(0));
}

#[test]
fn a_name_that_c_has_already_is_told() {
    if !have_compilers("a name that C has already") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let text = "package kit\n\n#include \"goc.h\"\n\nint kit_NFC(const char *text);\n\nfunc NFC(s string) int { return s.len; }\n";
    fs::write(folder.path().join("kit.goc"), text).unwrap();
    let said = refused(folder.path(), &["kit.goc"]).stderr;
    let words = "goc2c: error: in C the Go function `NFC` is `kit_NFC`, which C has already: choose another name in Go\n";
    assert_eq!(said.matches(words).count(), 1, "{said}");
}

/// A function without types of Go's needs goc.h, too: for its frame.
#[test]
fn a_file_without_goc_h_is_told_that() {
    if !have_compilers("a file without goc.h") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("b.goc"), "package q\n\nfunc B() {\n}\n").unwrap();
    let said = refused(folder.path(), &["--message-format", "short", "--arch", "amd64", "b.goc"]).stderr;
    assert_eq!(said, "b.goc:3:6: error: goc.h is not included, which has Go's types in C\n");
}

#[test]
fn code_that_is_left_for_link_time_is_refused() {
    if !have_usual_compilers("`-flto`") {
        return;
    }
    let folder = package_of(&[("a.goc", "func A() (n int) {\n\tn = 1;\n}\n")]);
    let args = ["--message-format", "short", "--cflags=-flto", "--arch", "amd64", "a.goc"];
    let said = refused(folder.path(), &args).stderr;
    assert_eq!(said, "a.goc:1:1: error: the C compiler left code for link time: leave `-flto` out\n");
}

#[test]
fn where_the_types_of_go_files_are_is_told() {
    if !have_compilers("a type that C lacks") {
        return;
    }
    let words = "goc2c: note: types that Go files declare are in C by `#include \"goc_types.h\"`\n";
    let folder = package_of(&[("a.goc", "func (b *Box) Size() (n int) {\n\tn = 1;\n}\n")]);
    let said = refused(folder.path(), &["a.goc"]).stderr;
    assert!(said.contains("a.goc:5:") && said.matches(words).count() == 1, "{said}");
}

/// gcc repeats itself, and speaks of what goc2c adds behind the file's end.
#[test]
fn what_the_compiler_says_is_said_once_and_of_the_file() {
    if !have_usual_compilers("what gcc says") {
        return;
    }
    let folder = package_of(&[("a.goc", "func A(p *Thing) int { return p->x; }\n\nfunc B(n Other) {\n}\n")]);
    let said = refused(folder.path(), &["--arch", "amd64", "a.goc"]).stderr;
    let places: Vec<_> =
        said.lines().filter(|line| line.starts_with("a.goc:") && line.contains("rror")).collect();
    assert_eq!(
        places,
        ["a.goc:5:11: error: unknown type name ‘Thing’", "a.goc:7:10: error: unknown type name ‘Other’"]
    );
    assert!(!said.contains("goc_w_"), "{said}");
}

#[test]
fn attributes_and_questions_about_the_processor_are_told_what_to_do() {
    if !have_compilers("attributes") {
        return;
    }
    let short = |text: &str| {
        let folder = package_of(&[("a.goc", text)]);
        refused(folder.path(), &["--arch", "amd64", "a.goc"]).stderr
    };
    for before in ["__attribute__((target(\"avx2\")))", "static inline", "[[gnu::hot]]"] {
        let said = short(&format!("{before}\n// A adds.\nfunc A(a int) int {{ return a; }}\n"));
        assert!(said.starts_with("error: an attribute before `func`, which is not C's\n"), "{said}");
        assert!(said.contains("a.goc:5:1") && said.matches("error").count() == 1, "{said}");
    }
    let said = short("func A() bool { return __builtin_cpu_supports(\"avx2\"); }\n");
    assert!(said.contains("= note: ask `cpuid` as examples/gc/dot does"), "{said}");
}
