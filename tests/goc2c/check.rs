//! `goc2c check`: Go files are found, what C declares is compared with them, and declarations are put right on demand.

use std::fs;
use std::path::Path;

use pretty_assertions::assert_eq;

use super::program::goc2c_in;
use crate::support::snapshot;

fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

/// The short messages of a run, and its status.
fn check(folder: &Path, args: &str) -> (Option<i32>, String) {
    let ran = goc2c_in(folder, &format!("check --message-format short {args}"));
    (ran.code, ran.stderr)
}

const GO: &str = "package p\n\nimport \"time\"\n\ntype Color uint8\n\nconst (\n\tRed Color = iota\n\tGreen\n\tMost = 1 << 4\n\tName = \"p\"\n)\n\n\
    type Point struct{ X, Y float64 }\n\n\
    type Node struct {\n\tPoint\n\tnext  *Node\n\tcolor Color\n\ta     [3]uint16\n\ts     string\n\tl     []int\n\te     error\n\
    \tf     func()\n\tt     time.Time\n\tregister int\n\tend   struct{}\n}\n\n\
    func Seen(n int, s string) bool { return n > 0 }\n\nfunc (p *Point) Two() (int, error) { return 0, nil }\n\nfunc None() {}\n";

#[test]
fn structs_constants_and_callbacks_that_are_alike_pass() {
    let goc = "package p\n\n#include \"goc.h\"\n#include \"p.h\"\n\n#define Most 0x10\n#define Other 3\n\
        enum color { Red, Green };\ntypedef uint8_t Color;\ntypedef struct { double X; float64 Y; } Point;\n\
        typedef struct { int anything; } Unknown;\n\
        bool seen(intgo n, String s) __asm__(GOC_PKG(p) \".Seen\");\n\
        bool seen2(long, String) __asm__(GOC_PKG(p) \".Seen\");\n\
        struct two { intgo n; Iface e; };\nstruct two p_two(Point *p) __asm__(GOC_PKG(p) \".Point.Two\");\n\
        void none(void) __asm__(GOC_PKG(p) \".None\");\n";
    let h = "struct Node {\n\tPoint Point;\n\tstruct Node *next; /* c */\n\tColor color;\n\tuint16 a[3];\n\tString s;\n\tSlice l;\n\
        \tIface e;\n\tFuncVal *f;\n\ttime_Time t;\n\tintgo register_;\n\tstruct {} end;\n\tuint8 end_;\n};\n#define Name \"p\"\n";
    let folder = folder(&[("p.go", GO), ("p.goc", goc), ("p.h", h)]);
    assert_eq!(check(folder.path(), "p.goc"), (Some(0), String::new()));
    assert_eq!(check(folder.path(), "--dialect gc p.goc"), (Some(0), String::new()));
}

#[test]
fn each_difference_is_told_with_both_places() {
    let goc = "package p\n\n#include \"goc.h\"\n#include \"p.h\"\n\n#define Most 17\n\
        enum { Red = 1, Green };\ntypedef struct { float64 X; float32 Y; } Point;\n\
        bool seen(intgo n) __asm__(GOC_PKG(p) \".Seen\");\n\
        void seen2(int, Slice) __asm__(GOC_PKG(p) \".Seen\");\n\
        intgo none(void) __asm__(GOC_PKG(p) \".None\");\n";
    let h = "struct Node {\n\tPoint Point;\n\tstruct Node next;\n\tint8 color;\n\tuint16 a[4];\n\tSlice s;\n\tvoid *l;\n\
        \tEface e;\n\tuint32 f;\n\ttime_Time t;\n\tuintgo register_;\n};\n#define Name \"q\"\n";
    let folder = folder(&[("p.go", GO), ("p.goc", goc), ("p.h", h)]);
    let (code, said) = check(folder.path(), "p.goc");
    assert_eq!(code, Some(1));
    snapshot("check-short", &said);
    let ran = goc2c_in(folder.path(), "check p.goc");
    snapshot("check", &ran.stderr);
}

#[test]
fn go_files_are_found_by_their_names_and_conditions() {
    let goc = "package p\n\n#include \"goc.h\"\n\nfunc Add(a, b int) int { return a + b; }\n";
    let go = "package p\n\nfunc Add(a, b int64) int\n";
    let ignored = "//go:build ignore\n\npackage p\n\nfunc Add(a int) int\n";
    let files = [
        ("p.goc", goc),
        ("p.go", go),
        ("p_test.go", "package p\n\nfunc Add()\n"),
        ("p_plan9.go", "package p\n\nfunc Add(s string)\n"),
        ("x.go", ignored),
    ];
    let made = folder(&files);
    let said = "p.goc:5:15: error: parameter 1 of `Add` is `int` here and `int64` in Go\n\
                p.goc:5:15: error: parameter 2 of `Add` is `int` here and `int64` in Go\n";
    assert_eq!(check(made.path(), "p.goc"), (Some(1), said.to_owned()));
    // Files that are named are taken as they are.
    assert_eq!(check(made.path(), "--go-files x.go p.goc").0, Some(1));
    // Functions of which none is declared the build declares.
    let undeclared = folder(&[("p.goc", goc), ("p.go", "package p\n")]);
    assert_eq!(check(undeclared.path(), "p.goc"), (Some(0), String::new()));
    assert_eq!(check(undeclared.path(), "--go-files p.go p.goc").0, Some(1));
    // goc2c declares those of dialect gc.
    assert_eq!(check(made.path(), "--dialect gc p.goc"), (Some(0), String::new()));
    assert_eq!(check(made.path(), "--dialect go1.2 p.goc").0, Some(2));
}

#[test]
fn declarations_are_written_anew_and_nothing_else() {
    let goc = "package p\n\n#include \"goc.h\"\n\nfunc Add(a, b int) (sum int) { sum = a + b; }\n\
        func (p *T) M(s string, n ...int) error { return (Iface){0, 0}; }\nfunc Same(x []byte) {}\nfunc Body() {}\n";
    let go = "// Package p.\npackage p\n\ntype T struct{} // of no size\n\n// Add adds.\n//\n//go:noescape\n\
        func Add(a, b int64) int // not this\n\nfunc (p T) M(\n\ts []byte,\n\tn ...int) (err error)\n\nfunc Same(y []byte)\n\n\
        func Body() { println(\"}\") }\n";
    let mended = "// Package p.\npackage p\n\ntype T struct{} // of no size\n\n// Add adds.\n//\n//go:noescape\n\
        func Add(a, b int) (sum int) // not this\n\nfunc (p *T) M(s string, n ...int) error\n\nfunc Same(y []byte)\n\n\
        func Body() { println(\"}\") }\n";
    let folder = folder(&[("p.goc", goc), ("p.go", go)]);
    let (code, said) = check(folder.path(), "--fix p.goc");
    assert_eq!(fs::read_to_string(folder.path().join("p.go")).unwrap(), mended);
    // What cannot be put right is left, and told.
    assert_eq!(code, Some(1));
    let expected = "p.go:9: `func Add(a, b int64) int` is now `func Add(a, b int) (sum int)`\n";
    assert!(said.starts_with(expected), "{said}");
    assert!(said.contains("p.goc:8:6: error: `Body` has a body in Go too"), "{said}");
    let other = "p.go:11: `func (p T) M( s []byte, n ...int) (err error)` is now `func (p *T) M(s string, n ...int) error`\n";
    assert!(said.contains(other), "{said}");
    assert_eq!(said.matches("error:").count(), 1, "{said}");
    let again = check(folder.path(), "--fix p.goc");
    assert_eq!(again.1.matches(" is now ").count(), 0);
    assert_eq!(fs::read_to_string(folder.path().join("p.go")).unwrap(), mended);
}

/// The header of Go's types is checked in, where no rule makes it.
#[test]
fn an_old_header_of_types_is_told() {
    let goc = "package p\n\n#include \"goc_types.h\"\n\nfunc (n *Pair) Sum() int { return n->a + n->b; }\n";
    let go = "package p\n\ntype Pair struct {\n\ta int8\n\tb int\n}\n\nfunc (n *Pair) Sum() int\n";
    for arches in ["amd64", "386", "amd64,arm64,386"] {
        let folder = folder(&[("p.go", go), ("p.goc", goc)]);
        let emit = format!("--emit types --arch {arches} -o goc_types.h p.goc");
        assert_eq!(goc2c_in(folder.path(), &emit).code, Some(0), "{arches}");
        assert_eq!(check(folder.path(), "p.goc"), (Some(0), String::new()), "{arches}");
        fs::write(folder.path().join("p.go"), go.replace("int8", "uint8")).unwrap();
        let said =
            "goc2c: error: `goc_types.h` is out of date: the Go types of which it was made have changed\n";
        assert_eq!(check(folder.path(), "p.goc"), (Some(1), said.to_owned()), "{arches}");
    }
}

/// A package of gc needs no flag: its assembly tells, or the line for `go generate`.
#[test]
fn a_package_of_gc_is_known() {
    let goc = "package p\n\n#include \"goc.h\"\n\nfunc Add(a, b int) int { return a + b; }\n";
    let go = "package p\n\nfunc Add(a, b int64) int\n";
    let line = "//go:generate go run example.com/x/goc2c --dialect gc p.goc\n";
    let with_line =
        folder(&[("p.goc", goc), ("p.go", &go.replace("\n\nfunc", &format!("\n\n{line}\nfunc")))]);
    assert_eq!(check(with_line.path(), "p.goc"), (Some(0), String::new()));
    let made = "// Code generated by goc2c from p.goc. DO NOT EDIT.\n";
    let with_assembly = folder(&[("p.goc", goc), ("p.go", go), ("p_amd64.s", made)]);
    assert_eq!(check(with_assembly.path(), "p.goc"), (Some(0), String::new()));
    let of_others = folder(&[("p.goc", goc), ("p.go", go), ("p_amd64.s", "// mine\n")]);
    assert_eq!(check(of_others.path(), "p.goc").0, Some(1));
    assert_eq!(check(with_assembly.path(), "--dialect gccgo11 p.goc").0, Some(1));
}
