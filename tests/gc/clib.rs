//! goc's own part of a C library: that it joins a package where it is called and nowhere else, gives way to what the package
//! has itself, and leaves with the last call.

use std::fs;
use std::path::Path;

use super::tools::{done, gos, have, have_compilers, one_build};
use super::workshop::{Module, fixtures, goc2c, program, start};
use crate::support::{Schema, files, name, run};

/// The files of goc's own library that were written.
fn own(folder: &Path) -> Vec<String> {
    let names = files(folder, "").iter().map(|path| name(path).to_owned()).collect::<Vec<_>>();
    names.into_iter().filter(|name| name.starts_with("goc_") && !name.ends_with(".c")).collect()
}

/// A folder with a package `p`.
fn package_of(texts: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in texts {
        let first = if name.ends_with(".goc") { "package p\n\n#include \"goc.h\"\n" } else { "" };
        fs::write(folder.path().join(name), format!("{first}{text}")).unwrap();
    }
    folder
}

fn write(folder: &Path, args: &[&str]) {
    let ran = run(goc2c(folder).args(args));
    assert_eq!((ran.code, &*ran.stderr), (Some(0), ""), "{args:?}");
}

const INDEX: &str =
    "#include <string.h>\n\nfunc Has(s, t []byte) bool { return strstr(s.array, t.array) != 0; }\n";

#[test]
fn what_is_called_no_more_leaves() {
    if !have_compilers("parts that leave") {
        return;
    }
    let folder = package_of(&[("a.goc", INDEX)]);
    write(folder.path(), &["a.goc"]);
    let all = ["goc_string_c_amd64.s", "goc_string_c_arm64.s", "goc_string_c_decl.go"];
    assert_eq!(own(folder.path()), all);
    write(folder.path(), &["--check", "a.goc"]);
    fs::write(
        folder.path().join("a.goc"),
        "package p\n\n#include \"goc.h\"\n\nfunc One() int { return 1; }\n",
    )
    .unwrap();
    let said = run(goc2c(folder.path()).args(["--check", "a.goc"]));
    for name in all {
        let words = format!("`./{name}` would not be written any more");
        assert!(said.code == Some(1) && said.stderr.contains(&words), "{}", said.stderr);
    }
    write(folder.path(), &["a.goc"]);
    assert_eq!(own(folder.path()), [""; 0]);
}

#[test]
fn a_part_is_for_the_machine_that_needs_it() {
    if !have_compilers("parts of one machine") {
        return;
    }
    let text = "#include <string.h>\n\nfunc Has(s, t []byte) bool {\n#ifdef __x86_64__\n\treturn strstr(s.array, t.array) != \
                0;\n#else\n\treturn 0;\n#endif\n}\n";
    let folder = package_of(&[("a.goc", text)]);
    write(folder.path(), &["a.goc"]);
    assert_eq!(own(folder.path()), ["goc_string_c_amd64.s", "goc_string_c_decl.go"]);
    let declared = fs::read_to_string(folder.path().join("goc_string_c_decl.go")).unwrap();
    assert!(declared.contains("//go:build amd64 && !noasm\n"), "{declared}");
    write(folder.path(), &["--check", "a.goc"]);
}

/// What the package has counts, in C of its own as in a `.goc` file, also where a part that has the same is there for
/// another function.
#[test]
fn what_the_package_has_itself_comes_first() {
    if !have_compilers("functions of the package's own") {
        return;
    }
    let Some(go) = gos("functions of the package's own").first() else { return };
    let module = Module::empty();
    module.write(
        "p/a.goc",
        b"package p\n\n#include \"goc.h\"\n#include <stdlib.h>\n#include <string.h>\n\nint order(const void *, const void *);\n\n\
          func Own(s []byte) (a, b, c int) {\n\ta = strtol(s.array, 0, 10);\n\tb = atol(s.array);\n\tc = strspn(s.array, \
          \"1\");\n\tqsort(s.array, 2, 1, order);\n}\n",
    );
    module.write(
        "p/b.goc",
        b"package p\n\n#include \"goc.h\"\n\nuintgo strspn(const char *s, const char *t) { return 7; }\n\nfunc Two() int { return \
          2; }\n",
    );
    module.write(
        "p/c/own.c",
        b"#include <stdlib.h>\n\nint order(const void *a, const void *b) { return 0; }\nlong strtol(const char *s, char **end, int \
          base) { return 42; }\nvoid qsort(void *p, size_t n, size_t m, int (*f)(const void *, const void *)) { *(char *)p = \
          'q'; }\n",
    );
    module.write(
        "p/p_test.go",
        b"package p\n\nimport \"testing\"\n\nfunc TestOwn(t *testing.T) {\n\ts := []byte(\"15\\x00\")\n\tif a, b, c := Own(s); a \
          != 42 || b != 15 || c != 7 || s[0] != 'q' {\n\t\tt.Error(a, b, c, s)\n\t}\n}\n",
    );
    let folder = module.path().join("p");
    write(&folder, &["a.goc", "b.goc", "c/own.c"]);
    assert_eq!(own(&folder), ["goc_stdlib_c_amd64.s", "goc_stdlib_c_arm64.s", "goc_stdlib_c_decl.go"]);
    let _one = one_build();
    done(&mut module.go(go, &["test", "./p"]));
}

#[test]
fn copies_need_an_arena() {
    if !have_compilers("strdup") {
        return;
    }
    let text = "#include \"goc_arena.h\"\n#include <string.h>\n\nfunc Copy(mem, s []byte) uintptr {\n\tgoc_arena_begin(mem.array, \
                mem.len);\n\treturn (uintptr)strdup(s.array);\n}\n";
    let folder = package_of(&[("a.goc", text)]);
    let args = ["--arch", "amd64", "--message-format", "short", "a.goc"];
    let ran = run(goc2c(folder.path()).args(args));
    assert_eq!(ran.code, Some(1));
    assert!(
        ran.stderr.contains("a.goc:9:2: error: Copy: calls `strdup`, which is not in the package"),
        "{}",
        ran.stderr
    );
    write(folder.path(), &["--arena", "--arch", "amd64", "a.goc"]);
    let all = ["goc_arena_c_amd64.s", "goc_arena_c_decl.go", "goc_strdup_c_amd64.s", "goc_strdup_c_decl.go"];
    assert_eq!(own(folder.path()), all);
}

#[test]
fn a_file_of_the_same_name_is_told() {
    if !have_compilers("a part's name") {
        return;
    }
    let folder = package_of(&[("a.goc", INDEX), ("goc_string.c", "int one(void) { return 1; }\n")]);
    let ran = run(goc2c(folder.path()).args(["a.goc", "goc_string.c"]));
    let words = "`goc_string.c` and `goc_string.c` have one name";
    assert!(ran.code == Some(1) && ran.stderr.contains(words), "{}", ran.stderr);
}

#[test]
fn verify_compares_the_parts_too() {
    if !have_compilers("verify of parts") {
        return;
    }
    let Some(go) = gos("verify of parts").first() else { return };
    let module = Module::empty();
    module.write("p/a.goc", format!("package p\n\n#include \"goc.h\"\n{INDEX}").as_bytes());
    module.write(
        "p/p_test.go",
        b"package p\n\nimport \"testing\"\n\nfunc TestHas(t *testing.T) { Has([]byte{0}, []byte{0}) }\n",
    );
    let folder = module.path().join("p");
    write(&folder, &["a.goc"]);
    let test = module.test_program(go, "p", "amd64");
    done(&mut start(&test, "amd64"));
    let verify = || run(program().current_dir(&folder).args(["verify", "a.goc"]).arg(&test));
    let ran = verify();
    let told =
        run(program().current_dir(&folder).args(["verify", "--message-format=json", "a.goc"]).arg(&test));
    assert!(Schema::of_messages().kinds(&told.stderr).contains("verified"), "{}", told.stderr);
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    assert!(
        ran.stderr.contains("goc_string.c: ") && ran.stderr.contains(" functions equal in "),
        "{}",
        ran.stderr
    );
    let part = folder.join("goc_string_c_amd64.s");
    let text = fs::read_to_string(&part).unwrap();
    fs::write(&part, text + "// changed\n").unwrap();
    assert!(verify().stderr.contains("goc_string_c_amd64.s` is not what is compiled here"));
    fs::remove_file(&part).unwrap();
    assert_eq!(verify().code, Some(3));
}

/// A library may take what is declared while its own names are public, and leave out what it prints.
#[test]
fn what_headers_declare_is_hidden_and_what_prints_can_be_left_out() {
    if !have_compilers("names of headers") {
        return;
    }
    let folder = package_of(&[
        ("a.goc", "int sum(const char *);\n\nfunc Sum(s []byte) int { return sum(s.array); }\n"),
        (
            "lib.c",
            "#pragma GCC visibility push(default)\n#include <stdio.h>\n#include <stdlib.h>\n#include <string.h>\n#pragma GCC \
             visibility pop\n\nstruct hooks { int (*read)(const char *); size_t (*span)(const char *, const char *); };\n\nint \
             sum(const char *s)\n{\n\tstruct hooks hooks[2] = {{atoi, strspn}, {atoi, strcspn}};\n\t__asm__ volatile(\"\" : : \
             \"r\"(hooks) : \"memory\");\n\tif (*s == 0)\n\t\tfprintf(stderr, \"nothing in %s\\n\", s);\n\treturn hooks[*s & \
             1].read(s) + (int)hooks[*s & 1].span(s, \"1\");\n}\n",
        ),
    ]);
    let ran = run(goc2c(folder.path()).args(["--message-format", "short", "a.goc", "lib.c"]));
    assert!(ran.code == Some(1) && ran.stderr.contains("sum: calls `fprintf`"), "{}", ran.stderr);
    write(folder.path(), &["--cflags=-Dfprintf(...)=0", "a.goc", "lib.c"]);
}

#[test]
fn the_parts_compile_without_a_warning() {
    if !have_compilers("warnings of parts") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    fs::copy(fixtures().join("clib/clib.goc"), folder.path().join("clib.goc")).unwrap();
    write(folder.path(), &["--cflags=-Wall -Wextra", "clib.goc"]);
    if have("warnings of parts", &["clang-19"]) {
        let by_clang = ["--cc=amd64=clang-19", "--cc=arm64=clang-19"];
        write(folder.path(), &[&by_clang[..], &["--cflags=-Wall -Wextra", "clib.goc"]].concat());
    }
}
