//! Dialect `gccgo11` without a compiler: its outputs byte for byte, and how its diagnostics read.

use std::fs;
use std::path::Path;

use goc2c::diagnostic::Report;
use goc2c::drift::{GoSide, find_drift};
use goc2c::{Dialect, Failure, Options, Source, Target, transpile, write_go_declarations, write_header};
use pretty_assertions::assert_eq;

use crate::support::{cases, files, root, snapshot};

fn options() -> Options {
    let (os, arch) = ("linux".into(), "amd64".into());
    Options { dialect: Dialect::Gccgo11, target: Target::Gcc, os, arch, ..Options::default() }
}

fn name(path: &Path) -> &str {
    path.file_name().unwrap().to_str().unwrap()
}

#[test]
fn every_c_file_comes_out_byte_for_byte() {
    let cases = cases(&root().join("fixtures/gccgo11"));
    for case in &cases {
        let (text, expect) = (fs::read(&case.input).unwrap(), fs::read(&case.expect).unwrap());
        let mut c = Vec::new();
        transpile(&mut case.source(&text), &case.options(), &mut c).unwrap();
        assert_eq!(String::from_utf8_lossy(&expect), String::from_utf8_lossy(&c), "{}", case.key);
        assert!(expect == c, "{}", case.key);
    }
    println!("{} C files compared", cases.len());
    assert!(cases.len() >= 6);
}

#[test]
fn go_declarations_and_headers_come_out_byte_for_byte() {
    let folder = root().join("fixtures/gccgo11");
    let mut count = 0;
    for path in files(&folder.join("in"), ".goc") {
        let text = fs::read(&path).unwrap();
        let source = || Source::from_bytes(name(&path), &text);
        let (mut go, mut header) = (Vec::new(), Vec::new());
        write_go_declarations(&mut source(), &options(), &mut go).unwrap();
        write_header(&mut source(), &options(), &mut header).unwrap();
        for (made, ending) in [(go, "go"), (header, "h")] {
            let stem = path.file_stem().unwrap().to_str().unwrap();
            let expect = fs::read(folder.join(format!("expect/{stem}.{ending}"))).unwrap();
            assert_eq!(String::from_utf8_lossy(&expect), String::from_utf8_lossy(&made), "{stem}.{ending}");
            assert!(expect == made);
            count += 1;
        }
    }
    assert!(count >= 8);
}

#[test]
fn without_line_directives_none_is_written() {
    for path in files(&root().join("fixtures/gccgo11/in"), ".goc") {
        let text = fs::read(&path).unwrap();
        let options = Options { line_directives: false, ..options() };
        let mut c = Vec::new();
        transpile(&mut Source::from_bytes(name(&path), &text), &options, &mut c).unwrap();
        assert!(memchr::memmem::find(&c, b"#line").is_none(), "{}", name(&path));
    }
}

#[test]
fn diagnostics_of_common_mistakes_read_well() {
    for path in files(&root().join("fixtures/gccgo11/mistakes"), ".goc") {
        let text = fs::read(&path).unwrap();
        let mut source = Source::from_bytes(name(&path), &text);
        let faults = match transpile(&mut source, &options(), &mut Vec::new()) {
            Ok(warnings) => warnings,
            Err(Failure::Faults(faults)) => faults.list,
            Err(other) => panic!("{other}"),
        };
        let page: String =
            faults.iter().map(|fault| Report::new(&source, fault).render_human(false)).collect();
        snapshot(&format!("gccgo11-{}", path.file_stem().unwrap().to_str().unwrap()), &page);
    }
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
fn a_declaration_that_was_made_has_not_drifted() {
    for path in files(&root().join("fixtures/gccgo11/in"), ".goc") {
        let go = root()
            .join(format!("fixtures/gccgo11/expect/{}.go", path.file_stem().unwrap().to_str().unwrap()));
        let goc = fs::read_to_string(&path).unwrap();
        // Parameters that have a keyword of Go for a name have another one in Go.
        assert_eq!(drift(&goc, &fs::read_to_string(go).unwrap()), "", "{}", name(&path));
    }
}

#[test]
fn a_copy_of_goc_h_of_another_version_is_named() {
    let text = goc2c::prelude::TEXT.replace("GOC_VERSION 1", "GOC_VERSION 0");
    let source = Source::from_bytes("goc.h", text.as_bytes());
    let fault = goc2c::prelude::other_version(&source).expect("another version");
    snapshot("gccgo11-prelude", &Report::new(&source, &fault).render_human(false));
    assert!(
        goc2c::prelude::other_version(&Source::from_bytes("goc.h", goc2c::prelude::TEXT.as_bytes()))
            .is_none()
    );
}

#[test]
fn symbols_follow_the_package_path() {
    let c = |text: &str, options: &Options| {
        let mut c = Vec::new();
        transpile(&mut Source::from_bytes("x.goc", text.as_bytes()), options, &mut c).unwrap();
        let c = String::from_utf8(c).unwrap();
        c.lines().find_map(|line| line.split_once("__asm__ (")).unwrap().1.to_owned()
    };
    let main = "package main\nfunc Add_two() {\n}\n";
    let method = "package a_b\nfunc (h *Hash) Sum() {\n}\n";
    assert_eq!(c(main, &options()), "\"main.Add__two\");");
    assert_eq!(c(method, &options()), "GOC_PKG(a__b) \".Hash.Sum\");");
    let path = Options { pkgpath: Some("example.com/a-b/pkg".into()), ..options() };
    assert_eq!(c(method, &path), "\"example_0com_1a_x2db_1pkg.Hash.Sum\");");
    let prefix = Options { prefix: Some("lib".into()), ..options() };
    assert_eq!(c(method, &prefix), "\"lib_0a__b.Hash.Sum\");");
}
