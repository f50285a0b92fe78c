//! Several files as one package: variables that they share, files of C beside `.goc` files, and what cannot stand together.

use std::fs;

use super::tools::{MACHINES, done, gos, have, have_compilers, one_build};
use super::workshop::{Module, goc2c};
use crate::support::{files, run};

const ONE: &str =
    "package vars\n\n#include \"goc.h\"\n\nintgo count = 3;\n\nfunc A() (n int) {\n\tn = ++count;\n}\n";
const OTHER: &str =
    "package vars\n\n#include \"goc.h\"\n\nextern intgo count;\n\nfunc B() (n int) {\n\tn = count;\n}\n";
const TEST: &str = "package vars\n\nimport \"testing\"\n\nfunc TestB(t *testing.T) {\n\tif A() != 4 || B() != 4 || A() != 5 || B() != 5 \
                    {\n\t\tt.Error(A(), B())\n\t}\n}\n";

#[test]
fn a_variable_that_files_share_is_one() {
    let what = "shared variables";
    if !have_compilers(what) || !have(what, &["qemu-aarch64"]) {
        return;
    }
    for order in [["a.goc", "b.goc"], ["b.goc", "a.goc"]] {
        let module = Module::empty();
        for (name, text) in [("a.goc", ONE), ("b.goc", OTHER), ("b_test.go", TEST)] {
            module.write(&format!("vars/{name}"), text.as_bytes());
        }
        let folder = module.path().join("vars");
        done(goc2c(&folder).args(order));
        let owners = files(&folder, ".s")
            .into_iter()
            .filter(|path| fs::read_to_string(path).unwrap().contains("GLOBL ·goc_data(SB)"));
        assert_eq!(owners.count(), 2, "one file a machine");
        for go in gos(what) {
            for (machine, runner) in MACHINES.iter().zip(["env", "qemu-aarch64"]) {
                let _one = one_build();
                done(module.go(go, &["test", "-exec", runner, "./vars"]).env("GOARCH", machine));
            }
        }
    }
}

#[test]
fn what_cannot_stand_together_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    for name in ["x.goc", "x.c", "a/util.c", "b/util.c", "a_util.c"] {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, if name.ends_with(".goc") { ONE } else { "int x;\n" }).unwrap();
    }
    let rows: [(&[&str], i32, &str); 7] = [
        (&["x.goc", "x.cpp"], 2, "dialect `gc` takes .goc files and files of C, not `x.cpp`"),
        (&["x.goc", "x.h"], 2, "not `x.h`"),
        (&["x.c"], 1, "files of C need a `.goc` file beside them, with the Go functions that call them"),
        (&["x.goc", "a/util.c", "b/util.c", "a_util.c"], 1, "`a/util.c` and `a_util.c` have one name"),
        (&["x.goc", "a/util.c", "a/util.c"], 1, "`a/util.c` and `a/util.c` have one name"),
        (
            &["--fallback", "cgo", "x.goc", "x.c"],
            2,
            "`--fallback cgo` has no place for `x.c`: include it in a .goc file",
        ),
        (&["x.goc", "missing.c"], 3, "missing.c"),
    ];
    for (args, code, words) in rows {
        let ran = run(goc2c(folder.path()).args(args));
        assert_eq!(ran.code, Some(code), "{args:?}: {}", ran.stderr);
        assert!(ran.stderr.contains(words), "{args:?}: {}", ran.stderr);
    }
    assert!(files(folder.path(), ".s").is_empty());
}

const HOOKS: &str = "package hooks\n\n#include \"goc.h\"\n\nint32 each(int32 n, int32 (*hook)(int32));\nint32 part(int32 n);\n\n\
                     func Each(n int32) int32 { return each(n, 0) + part(n); }\nfunc Call(p uintptr) int32 { return each(1, (void *)p); }\n";
const HOOKS_TEST: &str = "package hooks\n\nimport \"testing\"\n\nfunc TestEach(t *testing.T) {\n\tif Each(3) != 9 {\n\t\tt.Error(Each(3))\n\t}\n}\n";

/// A hook that nobody sets, in a file of C, and a function that a `.goc` file only includes.
#[test]
fn hooks_that_nobody_sets_and_files_that_are_included() {
    let what = "hooks";
    if !have_compilers(what) || !have(what, &["qemu-aarch64"]) {
        return;
    }
    let module = Module::empty();
    let each = "int each(int n, int (*hook)(int)) { return hook ? hook(n) : 2 * n; }\n";
    for (name, text) in [
        ("hooks.goc", HOOKS),
        ("more.goc", "package hooks\n\n#include \"goc.h\"\n#include \"c/part.inc\"\n\nfunc More() {}\n"),
        ("c/each.c", each),
        ("c/part.inc", "int part(int n) { return n; }\n"),
        ("hooks_test.go", HOOKS_TEST),
    ] {
        module.write(&format!("hooks/{name}"), text.as_bytes());
    }
    let folder = module.path().join("hooks");
    done(goc2c(&folder).args(["hooks.goc", "more.goc", "c/each.c"]));
    for go in gos(what) {
        for (machine, runner) in MACHINES.iter().zip(["env", "qemu-aarch64"]) {
            let _one = one_build();
            done(module.go(go, &["test", "-exec", runner, "./hooks"]).env("GOARCH", machine));
        }
    }
    // The same in a .goc file, whose author can be asked.
    let one = HOOKS.replace("int32 each(int32 n, int32 (*hook)(int32));", each).replace("+ part(n)", "");
    module.write("hooks/one.goc", one.as_bytes());
    let ran = run(goc2c(&folder).arg("one.goc"));
    assert_eq!(ran.code, Some(1));
    assert!(ran.stderr.contains("Call: indirect call `"), "{}", ran.stderr);
}

/// A file may have a `memcpy` of its own, a weak definition counts where there is no other, and two that are not weak are
/// one too many.
#[test]
fn what_is_defined_more_than_once() {
    let what = "definitions";
    if !have_compilers(what) || !have(what, &["qemu-aarch64"]) {
        return;
    }
    let module = Module::empty();
    let goc = "package pick\n\n#include \"goc.h\"\n\nint first(void), second(void), length(const char *);\n\n\
               func Pick() int32 { return 100 * first() + 10 * second() + length(\"four\"); }\n";
    let weak = "__attribute__((weak)) int first(void) { return 1; }\n__attribute__((weak)) int second(void) { return 2; }\n";
    let own = "unsigned long strlen(const char *text) { return text[0] == 'f' ? 7 : 0; }\nint second(void) { return 5; }\n\
               int length(const char *text) { return (int)strlen(text); }\n";
    let test = "package pick\n\nimport \"testing\"\n\nfunc TestPick(t *testing.T) {\n\tif Pick() != 157 {\n\t\tt.Error(Pick())\n\t}\n}\n";
    for (name, text) in [("pick.goc", goc), ("weak.c", weak), ("own.c", own), ("pick_test.go", test)] {
        module.write(&format!("pick/{name}"), text.as_bytes());
    }
    let folder = module.path().join("pick");
    for order in [["weak.c", "own.c"], ["own.c", "weak.c"]] {
        done(goc2c(&folder).arg("pick.goc").args(order));
        for go in gos(what) {
            for (machine, runner) in MACHINES.iter().zip(["env", "qemu-aarch64"]) {
                let _one = one_build();
                done(module.go(go, &["test", "-exec", runner, "./pick"]).env("GOARCH", machine));
            }
        }
    }
    module.write("pick/weak.c", weak.replace("__attribute__((weak)) ", "").as_bytes());
    let ran = run(goc2c(&folder).args(["pick.goc", "weak.c", "own.c"]));
    assert_eq!(ran.code, Some(1));
    assert!(ran.stderr.contains("`second` is defined here and in `weak.c`"), "{}", ran.stderr);
}

#[test]
fn what_is_read_from_a_table_is_refused() {
    let what = "tables of addresses";
    if !have_compilers(what) {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let set = "__attribute__((visibility(\"default\"))) int grow(int);\nint is_grow(int (*f)(int)) { return f == grow; }\n";
    let goc = "package t\n\n#include \"goc.h\"\n\nint is_grow(int (*)(int));\n\nfunc Is(p uintptr) bool { return is_grow((void *)p); }\n";
    for (name, text) in [("t.goc", goc), ("set.c", set), ("grow.c", "int grow(int n) { return 2 * n; }\n")] {
        fs::write(folder.path().join(name), text).unwrap();
    }
    let files = ["t.goc", "set.c", "grow.c"];
    let ran = run(goc2c(folder.path()).args(["--arch", "amd64"]).args(files));
    assert_eq!(ran.code, Some(1));
    assert!(ran.stderr.contains("is_grow: the address of `grow` is read from a table"), "{}", ran.stderr);
    assert!(ran.stderr.contains("set.c:2:"), "{}", ran.stderr);
    fs::write(folder.path().join("set.c"), format!("#pragma GCC visibility push(hidden)\n{}", &set[39..]))
        .unwrap();
    done(goc2c(folder.path()).args(files));
}
