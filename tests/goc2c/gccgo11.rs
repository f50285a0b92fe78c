//! Dialect `gccgo11` without a compiler and without fixtures: declarations that drifted, versions of goc.h, symbols.

use goc2c::diagnostic::Report;
use goc2c::drift::{GoSide, find_drift};
use goc2c::{Dialect, Failure, Options, Source, Target, transpile};
use pretty_assertions::assert_eq;

use crate::support::snapshot;

fn options() -> Options {
    let (os, arch) = ("linux".into(), "amd64".into());
    Options { dialect: Dialect::Gccgo11, target: Target::Gcc, os, arch, ..Options::default() }
}

fn drift(goc: &str, go: &str) -> String {
    let goc = [GoSide::read_goc(Source::from_bytes("sum.goc", goc.as_bytes()), &options()).ok().unwrap()];
    let go = [GoSide::read_go(Source::from_bytes("sum.go", go.as_bytes())).ok().unwrap()];
    let found = find_drift(&goc, &go);
    found.iter().map(|drift| Report::new(drift.source, &drift.fault).render_human(false)).collect()
}

#[test]
fn declarations_that_drifted_are_named() {
    let goc = "package sum\n\nfunc Same(p []byte, f func(a int) any) (n rune) {\n}\n\
        func Type(p []byte, n int) (sum uint32) {\n}\nfunc More(a, b int) {\n}\nfunc (h *Hash) Recv() {\n}\n\
        func OnlyHere(s string) (n int) {\n}\nfunc Body() {\n}\n";
    let go = "package sum\n\nimport \"io\"\n\ntype Hash struct{ f func() }\n\n\
        func Same(q []uint8, g func(int) interface{}) int32\n\
        func Type(p []byte, n int64) (sum uint64)\nfunc More(a int)\nfunc (h Hash) Recv()\n\
        func Body() { println('}', `}`, \"}\") }\n\nvar x = func() int { return 1 }\n\
        //go:linkname away runtime.away\nfunc away()\n\nfunc OnlyThere(r io.Reader)\n";
    snapshot("gccgo11-drift", &drift(goc, go));
}

#[test]
fn a_copy_of_goc_h_of_another_version_is_named() {
    let text = goc2c::prelude::TEXT.replace("GOC_VERSION 2", "GOC_VERSION 0");
    let source = Source::from_bytes("goc.h", text.as_bytes());
    let fault = goc2c::prelude::other_version(&source).expect("another version");
    snapshot("gccgo11-prelude", &Report::new(&source, &fault).render_human(false));
    assert!(
        goc2c::prelude::other_version(&Source::from_bytes("goc.h", goc2c::prelude::TEXT.as_bytes()))
            .is_none()
    );
}

fn c(text: &str, options: &Options) -> String {
    let mut c = Vec::new();
    transpile(&mut Source::from_bytes("x.goc", text.as_bytes()), options, &mut c).unwrap();
    String::from_utf8(c).unwrap()
}

#[test]
fn a_bare_return_is_a_jump_to_the_end_and_no_other_byte_of_a_body_changes() {
    let text = "package p\nfunc F(n int) (a, b int) {\n\tif (n) return /* b */\n;\n\treturn; }\n\
        func G() {\n\treturn;\n}\n";
    let c = c(text, &options());
    let expect = "#line 2 \"x.goc\"\nstruct p_F_ret p_F(intgo n)\n{\n  intgo a = {0};\n  intgo b = {0};\n  {\n#line 2 \"x.goc\"\n\n\
        \tif (n) goto goc_end /* b */\n;\n\tgoto goc_end; \n;}\ngoc_end:\nreturn (struct p_F_ret){a, b};\n}\n\
        #pragma GCC diagnostic pop\n";
    assert!(c.contains(expect), "{c}");
    assert!(c.ends_with("\nvoid p_G(void)\n{\n#line 6 \"x.goc\"\n\n\treturn;\n}\n"), "{c}");
}

/// The faults in their short form, without the file's name.
fn faults(text: &str) -> Vec<String> {
    let mut source = Source::from_bytes("x.goc", text.as_bytes());
    match transpile(&mut source, &options(), &mut Vec::new()) {
        Err(Failure::Faults(faults)) => {
            let short = faults.list.iter().map(|fault| Report::new(&source, fault).render_short());
            short.map(|line| line.trim_start_matches("x.goc:").trim_end().to_owned()).collect()
        }
        other => panic!("no faults but {other:?}"),
    }
}

#[test]
fn a_character_that_is_no_letter_of_go_is_named() {
    let says = |place: &str, sign: &str| {
        format!("{place}: error: `U+{sign}` is neither a letter of Go nor white space")
    };
    for (header, place, sign) in [
        ("func K(a int32,\u{a0}b int32) {", "2:16", "00A0"),
        ("func K(a\u{200b} int32) {", "2:9", "200B"),
        ("func K(\u{feff}a int32) {", "2:8", "FEFF"),
        ("func K(a int32)\u{a0}{", "2:16", "00A0"),
        ("func K(a int32) (b int32)\u{2003}{", "2:26", "2003"),
        ("func\u{a0}K(a int32) {", "2:5", "00A0"),
        ("func “K”(a int32) {", "2:6", "201C"),
        ("func p·K(a int32) {", "2:7", "00B7"),
        ("func K(a [N\u{a0}]int32) {", "2:12", "00A0"),
        ("func K(a *struct { b\u{a0} int }) {", "2:21", "00A0"),
        ("import “io”\nfunc K() {", "2:8", "201C"),
    ] {
        assert_eq!(faults(&format!("package p\n{header}\n}}\n")), [says(place, sign)], "{header}");
    }
    assert_eq!(faults("package p\u{a0}\n"), [says("1:10", "00A0")]);
    c("package größe\n// \u{a0}\nfunc Größe(世 int32) {\n\t\"\u{a0}\";\n}\nint x\u{a0};\n", &options());
}

#[test]
fn a_keyword_of_go_names_nothing_but_a_parameter() {
    let says = |place: &str, word: &str, what: &str| {
        format!("{place}: error: `{word}` is a keyword of Go and cannot name {what}")
    };
    for (header, place, word, what) in [
        ("func range(x int) (n int) {", "2:6", "range", "a function"),
        ("func go() {", "2:6", "go", "a function"),
        ("func func() {", "2:6", "func", "a function"),
        ("func (h *Hash) type(x int) {", "2:16", "type", "a method"),
        ("func (h *range) F() {", "2:10", "range", "a type"),
        ("func F(a defer) {", "2:10", "defer", "a type"),
        ("func F(int, select) {", "2:13", "select", "a type"),
        ("func F(a chan p.var) {", "2:17", "var", "a type"),
        ("func F(a interface{ range() }) {", "2:21", "range", "a method"),
        ("func F(a *struct{ b, go int }) {", "2:22", "go", "a field"),
        ("import package \"io\"\nfunc F() {", "2:8", "package", "a package"),
    ] {
        assert_eq!(faults(&format!("package p\n{header}\n}}\n")), [says(place, word, what)], "{header}");
    }
    assert_eq!(faults("package range\n"), [says("1:9", "range", "a package")]);
    let wanted = |place, name| [format!("{place}: error: `{name}` cannot be declared in Go without a body")];
    assert_eq!(faults("package p\nfunc init(x int) {\n}\n"), wanted("2:6", "init"));
    assert_eq!(faults("package main\nfunc main() {\n}\n"), wanted("2:6", "main"));
    c(
        "package p\nfunc F(range, type int) (go int) {\n}\nfunc main() {\n}\nfunc (h *H) init() {\n}\n",
        &options(),
    );
}

#[test]
fn a_header_is_the_same_through_windows_of_any_size() {
    let text = "package p\nimport `a/b`\nimport \"c/d\"\nfunc F(a *struct { b int \"x y\"; c int `z`; d int 'q' }, e [0x4]T, \
        f <-chan int, g ...int) (世 func(...int), h p.T) { /* } */ }\n";
    let whole = c(text, &options());
    for size in 1..=text.len() {
        let mut read = Vec::new();
        let mut source = Source::from_reader("x.goc", text.as_bytes()).in_steps_of(size);
        transpile(&mut source, &options(), &mut read).unwrap_or_else(|why| panic!("{size}: {why:?}"));
        assert_eq!(String::from_utf8(read).unwrap(), whole, "{size}");
    }
}

#[test]
fn symbols_follow_the_package_path() {
    let c = |text: &str, options: &Options| {
        c(text, options).lines().find_map(|line| line.split_once("__asm__ (")).unwrap().1.to_owned()
    };
    let main = "package main\nfunc Add_two() {\n}\n";
    let method = "package a_b\nfunc (h *Hash) Sum() {\n}\n";
    assert_eq!(c(main, &options()), "\"main.Add__two\");");
    assert_eq!(c(method, &options()), "GOC_PKG(a__b) \".Hash.Sum\");");
    let path = Options { pkgpath: Some("example.com/a-b/pkg".into()), ..options() };
    assert_eq!(c(method, &path), "\"example_0com_1a_x2db_1pkg.Hash.Sum\");");
    let digit = Options { pkgpath: Some("3dlib/lamp".into()), ..options() };
    assert_eq!(c(method, &digit), "\"_x33dlib_1lamp.Hash.Sum\");");
    let prefix = Options { prefix: Some("lib".into()), ..options() };
    assert_eq!(c(method, &prefix), "\"lib_0a__b.Hash.Sum\");");
}
