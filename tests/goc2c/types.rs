//! `goc2c --emit types` without compilers: what is refused, where, and what is too deep or goes in circles.

use std::fs;

use pretty_assertions::assert_eq;

use super::program::goc2c_in;
use crate::support::snapshot;

/// The status and short messages for a package whose C names some words.
fn types(go: &str, words: &str, args: &str) -> (Option<i32>, String, String) {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("p.go"), go).unwrap();
    let goc = format!("package p\n\n#include \"goc_types.h\"\n\n#define WORDS {words}\n");
    fs::write(folder.path().join("p.goc"), goc).unwrap();
    let ran = goc2c_in(folder.path(), &format!("--message-format short --emit types {args} p.goc"));
    (ran.code, ran.stdout, ran.stderr)
}

#[test]
fn what_cannot_be_in_c_is_told_at_its_place() {
    let go = "package p\n\ntype List[T any] struct{ next *List[T] }\ntype Ints struct{ a int; l List[int] }\ntype Ptr struct{ l *List[int] }\n\
              type Loop struct{ l [2]Loop }\ntype Odd [f()]int\nconst F = 1.5 * 2\nconst Big = 1 << 70\nconst Self = Self + 1\n\
              type Far struct{ x there.T }\ntype Gone struct{ x Nowhere }\n";
    let (code, _, said) = types(go, "List Ints Ptr Loop Odd F Big Self Far Gone", "");
    assert_eq!(code, Some(1));
    snapshot("types-refused", &said);
    let (code, _, said) = types(go, "Ptr", "--arch amd64,386");
    assert_eq!((code, &*said), (Some(0), ""));
    for (args, status) in
        [("--arch riscv64", 2), ("--dialect go1.2", 2), ("--out-dir x", 2), ("--arch amd64,", 2)]
    {
        assert_eq!(types(go, "Ptr", args).0, Some(status), "{args}");
    }
}

#[test]
fn architectures_that_differ_have_a_part_each() {
    let go = "package p\n\ntype T struct{ a uint8; b uint64; c int }\n";
    let (code, header, _) = types(go, "T", "--arch 386,amd64,arm,arm64");
    assert_eq!(code, Some(0));
    snapshot("types-parts", &header);
}

#[test]
fn chains_and_circles_end() {
    let chain = |line: &dyn Fn(usize) -> String| (0..20_000).map(line).collect::<String>();
    let sum = format!("const A = 1{}\n", " + 1".repeat(20_000));
    let cases = [
        (
            chain(&|at| format!("type A{at} *A{}\n", at + 1))
                + "type A20000 int\ntype A struct{ a *A0; b A1 }\n",
            0,
        ),
        (chain(&|at| format!("type A{at} A{}\n", at + 1)) + "type A20000 int\ntype A struct{ a *A0 }\n", 0),
        (chain(&|at| format!("type A{at} struct{{ a A{} }}\n", at + 1)) + "type A20000 int\ntype A A0\n", 1),
        (chain(&|at| format!("const A{at} = A{} + 1\n", at + 1)) + "const A20000 = 1\nconst A = A0\n", 1),
        (chain(&|at| format!("type A{at} = A{}\n", at + 1)) + "type A20000 = int\ntype A A0\n", 1),
        (sum, 1),
        ("type A B\ntype B A\n".into(), 1),
        ("type A = B\ntype B = A\n".into(), 1),
        ("type A struct{ a *B }\ntype B C\ntype C B\n".into(), 0),
        ("type A *A\n".into(), 0),
        ("type A [len(B)]int\nconst B = C\nconst C = B\n".into(), 1),
        ("type A struct{ a *A; b **A; c []A; d map[A]A; e [2]*A }\n".into(), 0),
    ];
    for (go, status) in cases {
        let (code, _, said) = types(&format!("package p\n\n{go}"), "A", "");
        assert_eq!(code, Some(status), "{}\n{said}", &go[..go.len().min(100)]);
    }
}
