//! What holds for any input: an answer in time, spans within the input, bodies byte for byte in the
//! output, and the same answer however the input is read.

use std::fs;
use std::time::{Duration, Instant};

use goc2c::diagnostic::Report;
use goc2c::fault::Fault;
use goc2c::front::{Parser, Step};
use goc2c::model::Unit;
use goc2c::{Dialect, Failure, Options, Source, Span, Target, transpile};

use crate::support::{files, root};

const NAME: &str = "x.goc";

/// Options that visit every dialect, and both targets where a dialect has both.
fn options(turn: usize) -> Options {
    let dialect = Dialect::ALL[turn % Dialect::ALL.len()];
    let gcc = dialect.is_gccgo() || turn / Dialect::ALL.len() % 3 == 2;
    Options {
        dialect,
        target: if gcc { Target::Gcc } else { Target::Plan9 },
        os: "linux".into(),
        arch: "amd64".into(),
        ..Options::default()
    }
}

fn answer(mut source: Source<'_>, options: &Options) -> Result<Vec<u8>, Vec<Fault>> {
    let mut c = Vec::new();
    match transpile(&mut source, options, &mut c) {
        Ok(_) => Ok(c),
        Err(Failure::Faults(faults)) => {
            for fault in &faults.list {
                let report = Report::new(&source, fault);
                assert!(report.render_short().starts_with(NAME));
            }
            if let Some(last) = faults.list.last() {
                assert!(Report::new(&source, last).render_human(false).contains(NAME));
            }
            Err(faults.list)
        }
        Err(other) => panic!("{other}"),
    }
}

/// The bodies of a good file, in order: the line of each and its place.
fn bodies(text: &[u8], options: &Options) -> Vec<(u32, Span)> {
    let source = Source::from_bytes(NAME, text);
    let mut parser = Parser::new(options.dialect.traits());
    let mut bodies = Vec::new();
    loop {
        match parser.next(&source).expect("the source is complete") {
            Step::Unit(Unit::Func(func)) => bodies.push((func.body_line, func.body)),
            Step::Unit(Unit::GoFunc(func)) => bodies.extend(func.body.map(|body| (body.line, body.span))),
            Step::Unit(_) => {}
            Step::Fault(fault) => panic!("a fault in a good file: {fault:?}"),
            Step::End => return bodies,
        }
    }
}

fn check(text: &[u8], turn: usize) {
    let options = options(turn);
    let started = Instant::now();
    let whole = answer(Source::from_bytes(NAME, text), &options);
    let taken = started.elapsed();
    assert!(taken < Duration::from_secs(1), "{taken:?} for {}", text.escape_ascii());
    let stepped = answer(Source::from_reader(NAME, text).in_steps_of(1 + turn % 40), &options);
    assert_eq!(whole, stepped, "read in steps: {}", text.escape_ascii());
    match whole {
        Ok(c) => {
            let mut at = 0;
            for (line, body) in bodies(text, &options) {
                let needle =
                    [format!("#line {line} \"{NAME}\"\n").as_bytes(), &text[body.start..body.end]].concat();
                let found = memchr::memmem::find(&c[at..], &needle);
                at += found.unwrap_or_else(|| panic!("body not in the output: {}", text.escape_ascii()))
                    + needle.len();
            }
        }
        Err(faults) => {
            for fault in faults {
                let span = fault.span();
                assert!(
                    span.start <= span.end && span.end <= text.len(),
                    "{fault:?} in {}",
                    text.escape_ascii()
                );
            }
        }
    }
}

fn inputs() -> Vec<Vec<u8>> {
    let fixtures = root().join("fixtures/goc");
    let folders = ["in", "bad", "improved/in", "../gccgo11/in", "../gccgo11/mistakes"];
    let folders = folders.map(|folder| files(&fixtures.join(folder), ".goc"));
    folders.concat().iter().map(|path| fs::read(path).unwrap()).collect()
}

#[test]
fn every_prefix_of_every_input_has_an_answer() {
    let mut count = 0;
    for text in inputs() {
        for end in 0..=text.len() {
            check(&text[..end], count);
            count += 1;
        }
    }
    println!("{count} prefixes");
    assert!(count > 30_000);
}

#[test]
fn every_input_with_any_byte_damaged_has_an_answer() {
    let mut count = 0;
    for text in inputs() {
        for at in 0..text.len() {
            for byte in *b"{}\"'/*#\n\0\xff" {
                let mut damaged = text.clone();
                damaged[at] = byte;
                check(&damaged, count + count / 10);
                count += 1;
            }
        }
    }
    println!("{count} damaged inputs");
    assert!(count > 300_000);
}

/// Bytes of the inputs that are nothing but one thing over and over.
const MONOTONY: usize = 1 << 20;

#[test]
fn a_megabyte_of_anything_has_an_answer_in_time() {
    let pieces = [
        "{",
        "}",
        "\"",
        "'",
        "/*",
        "*/",
        "//",
        "/",
        "func ",
        "func\n",
        "func F() {\n",
        "func F(\n",
        "func F(a b,\n",
        "a b,",
        "x",
        "\0",
        "\0\n",
        "#",
        "#\n",
        "(",
        ")",
        "\n",
        "\\",
        "\"\n",
        "/*\nfunc\n",
        "\"\nfunc \n",
        "/* */x",
        "x/**/",
    ];
    for piece in pieces {
        for head in ["", "package p\n", "package p\nfunc F() {", "package p\nfunc F("] {
            let text = [head.as_bytes(), &piece.as_bytes().repeat(MONOTONY / piece.len())].concat();
            for dialect in [Dialect::R60, Dialect::Go13, Dialect::Gccgo11] {
                let target = if dialect.is_gccgo() { Target::Gcc } else { Target::Plan9 };
                let options =
                    Options { dialect, target, arch: "amd64".into(), max_faults: 20, ..Options::default() };
                let started = Instant::now();
                let _ = answer(Source::from_reader(NAME, &text[..]), &options);
                let taken = started.elapsed();
                assert!(
                    taken < Duration::from_secs(2),
                    "{taken:?} for {piece:?} behind {head:?} in {dialect}"
                );
            }
        }
    }
}
