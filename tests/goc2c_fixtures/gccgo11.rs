//! Dialect `gccgo11` without a compiler: what comes of each of its fixtures beside the C, and how its diagnostics read.

use std::path::Path;

use goc2c::diagnostic::Report;
use goc2c::drift::{GoSide, find_drift};
use goc2c::{Dialect, Failure, Options, Source, Target, transpile, write_go_declarations, write_header};

use crate::support::{Counts, NamedTests, difference, files, name, read, root, snapshot, stem};

pub fn add(tests: &mut NamedTests) {
    let folder = root().join("fixtures/gccgo11");
    let inputs = files(&folder.join("in"), ".goc");
    for input in &inputs {
        let named = |what: &str| format!("fixtures/gccgo11/{what}/{}", stem(input));
        let own = || input.clone();
        for side in [Side::Go, Side::Header] {
            let input = own();
            tests.add_difference(named(side.ending()), move || side.difference(&input));
        }
        let input = own();
        tests.add(named("no-line"), move || without_line_directives_none_is_written(&input));
        let input = own();
        tests.add(named("drift"), move || a_declaration_that_was_made_has_not_drifted(&input));
    }
    for input in files(&folder.join("mistakes"), ".goc") {
        let name = format!("fixtures/gccgo11/mistakes/{}", stem(&input));
        tests.add(name, move || diagnostics_of_common_mistakes_read_well(&input));
    }
    for side in [Side::Go, Side::Header] {
        let inputs = inputs.clone();
        let kind = format!("fixtures/gccgo11/{}", side.ending());
        tests.add_difference(format!("conformance/{kind}"), move || {
            let mut counts = Counts::new("goc2c", kind);
            inputs.iter().for_each(|input| counts.add("gccgo11", side.difference(input).is_none()));
            counts.difference()
        });
    }
}

fn options() -> Options {
    let (os, arch) = ("linux".into(), "amd64".into());
    Options { dialect: Dialect::Gccgo11, target: Target::Gcc, os, arch, ..Options::default() }
}

/// What is made for the other side of a call.
#[derive(Clone, Copy)]
enum Side {
    Go,
    Header,
}

impl Side {
    fn ending(self) -> &'static str {
        match self {
            Side::Go => "go",
            Side::Header => "h",
        }
    }

    fn difference(self, input: &Path) -> Option<String> {
        let text = read(input);
        let mut source = Source::from_bytes(name(input), &text);
        let mut made = Vec::new();
        match self {
            Side::Go => write_go_declarations(&mut source, &options(), &mut made).unwrap(),
            Side::Header => write_header(&mut source, &options(), &mut made).unwrap(),
        };
        let expect = format!("fixtures/gccgo11/expect/{}.{}", stem(input), self.ending());
        difference(&read(&root().join(expect)), &made)
    }
}

fn without_line_directives_none_is_written(input: &Path) {
    let text = read(input);
    let options = Options { line_directives: false, ..options() };
    let mut c = Vec::new();
    transpile(&mut Source::from_bytes(name(input), &text), &options, &mut c).unwrap();
    assert!(memchr::memmem::find(&c, b"#line").is_none());
}

/// Parameters that have a keyword of Go for a name have another one in Go.
fn a_declaration_that_was_made_has_not_drifted(input: &Path) {
    let go = read(&root().join(format!("fixtures/gccgo11/expect/{}.go", stem(input))));
    let goc = read(input);
    let goc = [GoSide::read_goc(Source::from_bytes("sum.goc", &goc), &options()).ok().unwrap()];
    let go = [GoSide::read_go(Source::from_bytes("sum.go", &go)).ok().unwrap()];
    let found = find_drift(&goc, &go);
    let shown: String =
        found.iter().map(|drift| Report::new(drift.source, &drift.fault).render_human(false)).collect();
    assert_eq!(shown, "");
}

fn diagnostics_of_common_mistakes_read_well(input: &Path) {
    let text = read(input);
    let mut source = Source::from_bytes(name(input), &text);
    let faults = match transpile(&mut source, &options(), &mut Vec::new()) {
        Ok(warnings) => warnings,
        Err(Failure::Faults(faults)) => faults.list,
        Err(other) => panic!("{other}"),
    };
    let page: String = faults.iter().map(|fault| Report::new(&source, fault).render_human(false)).collect();
    snapshot(&format!("gccgo11-{}", stem(input)), &page);
}
