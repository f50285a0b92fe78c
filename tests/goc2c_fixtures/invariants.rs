//! What holds for any input: an answer in time, spans within the input, bodies byte for byte in the
//! output, and the same answer however the input is read.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use goc2c::diagnostic::Report;
use goc2c::fault::Fault;
use goc2c::front::{Parser, Step};
use goc2c::model::Unit;
use goc2c::model::go::GoBody;
use goc2c::{Dialect, Failure, Options, Source, Target, transpile};

use crate::support::{NamedTests, files, read, root, stem};

pub fn add(tests: &mut NamedTests) {
    let (mut prefixes, mut damaged) = (0, 0);
    for (name, path) in inputs() {
        let length = usize::try_from(path.metadata().unwrap().len()).unwrap();
        (prefixes, damaged) = (prefixes + length + 1, damaged + length * DAMAGE.len());
        let own = path.clone();
        let through = path.clone();
        tests.add(format!("windows/{name}"), move || {
            any_window_gives_the_same_answer(&read(&through));
        });
        tests.add(format!("prefixes/{name}"), move || every_prefix_has_an_answer(&read(&own)));
        tests.add(format!("damaged/{name}"), move || with_any_byte_damaged_it_has_an_answer(&read(&path)));
    }
    tests.add("windows/two_nul_bytes_in_a_line", || {
        any_window_gives_the_same_answer(
            b"package p\nfunc F() { x\0; } func G() { y\0; } func H() { z\0; }\n\nfunc I() {\n\t\0\n}\n",
        );
    });
    tests.add("prefixes/none_is_left_out", move || assert_eq!(prefixes, 35_532));
    tests.add("damaged/none_is_left_out", move || assert_eq!(damaged, 354_290));
    for (name, piece) in PIECES {
        tests.add(format!("megabyte/{name}"), move || a_megabyte_of_it_has_an_answer_in_time(piece));
    }
}

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

/// The bodies of a good file as they must come out, in order, each with its line.
fn bodies(text: &[u8], options: &Options) -> Vec<(u32, Vec<u8>)> {
    let source = Source::from_bytes(NAME, text);
    let mut parser = Parser::new(options.dialect.traits());
    let mut bodies = Vec::new();
    loop {
        match parser.next(&source).expect("the source is complete") {
            Step::Unit(Unit::Func(func)) => {
                bodies.push((func.body_line, text[func.body.start..func.body.end].to_vec()));
            }
            Step::Unit(Unit::GoFunc(func)) => {
                bodies.extend(func.body.map(|body| (body.line, with_jumps(text, &body))));
            }
            Step::Unit(_) => {}
            Step::Fault(fault) => panic!("a fault in a good file: {fault:?}"),
            Step::End => return bodies,
        }
    }
}

/// A body whose bare returns are jumps, which is all that may change.
fn with_jumps(text: &[u8], body: &GoBody) -> Vec<u8> {
    let mut bytes = text[body.span.start..body.span.end].to_vec();
    for word in body.bare_returns.iter().rev() {
        let at = word.start - body.span.start..word.end - body.span.start;
        assert_eq!(&bytes[at.clone()], b"return");
        bytes.splice(at, *b"goto goc_end");
    }
    bytes
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
                let needle = [format!("#line {line} \"{NAME}\"\n").as_bytes(), &body].concat();
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

/// The inputs, by their place among the fixtures.
fn inputs() -> Vec<(String, PathBuf)> {
    let folders = ["goc/in", "goc/bad", "goc/improved/in", "gccgo11/in", "gccgo11/mistakes"];
    let of = |folder: &str| files(&root().join("fixtures").join(folder), ".goc");
    let inputs =
        folders.into_iter().flat_map(|folder| of(folder).into_iter().map(move |path| (folder, path)));
    inputs.map(|(folder, path)| (format!("{folder}/{}", stem(&path)), path)).collect()
}

/// Longer inputs are read through a share of the windows in each dialect, and through all of them in all dialects.
const SHORT: usize = 1500;

/// Whatever the window's size, and so wherever it first ends.
fn any_window_gives_the_same_answer(text: &[u8]) {
    let stride = 1 + text.len() / SHORT;
    for (turn, _) in Dialect::ALL.iter().enumerate() {
        let options = options(turn);
        let whole = answer(Source::from_bytes(NAME, text), &options);
        for size in (1 + turn % stride..=text.len()).step_by(stride) {
            let read = answer(Source::from_reader(NAME, text).in_steps_of(size), &options);
            assert_eq!(whole, read, "{} through {size} bytes", options.dialect);
        }
    }
}

fn every_prefix_has_an_answer(text: &[u8]) {
    for end in 0..=text.len() {
        check(&text[..end], end);
    }
}

/// What is put in the place of each byte.
const DAMAGE: [u8; 10] = *b"{}\"'/*#\n\0\xff";

fn with_any_byte_damaged_it_has_an_answer(text: &[u8]) {
    let mut damaged = text.to_vec();
    for at in 0..text.len() {
        for (which, byte) in DAMAGE.into_iter().enumerate() {
            damaged[at] = byte;
            // The number of bytes and that of dialects have no common divisor: each dialect meets each byte.
            check(&damaged, at * DAMAGE.len() + which);
        }
        damaged[at] = text[at];
    }
}

/// Bytes of the inputs that are nothing but one thing over and over.
const MEGABYTE: usize = 1 << 20;

const PIECES: [(&str, &str); 28] = [
    ("open_brace", "{"),
    ("close_brace", "}"),
    ("quote", "\""),
    ("single_quote", "'"),
    ("open_comment", "/*"),
    ("close_comment", "*/"),
    ("line_comment", "//"),
    ("slash", "/"),
    ("func", "func "),
    ("func_line", "func\n"),
    ("func_with_open_body", "func F() {\n"),
    ("func_with_open_list", "func F(\n"),
    ("func_with_open_list_of_parameters", "func F(a b,\n"),
    ("parameters", "a b,"),
    ("letter", "x"),
    ("nul", "\0"),
    ("nul_line", "\0\n"),
    ("hash", "#"),
    ("hash_line", "#\n"),
    ("open_parenthesis", "("),
    ("close_parenthesis", ")"),
    ("newline", "\n"),
    ("backslash", "\\"),
    ("quote_line", "\"\n"),
    ("open_comment_and_func_lines", "/*\nfunc\n"),
    ("quote_and_func_lines", "\"\nfunc \n"),
    ("comment_and_letter", "/* */x"),
    ("letter_and_comment", "x/**/"),
];

fn a_megabyte_of_it_has_an_answer_in_time(piece: &str) {
    for head in ["", "package p\n", "package p\nfunc F() {", "package p\nfunc F("] {
        let text = [head.as_bytes(), &piece.as_bytes().repeat(MEGABYTE / piece.len())].concat();
        for dialect in [Dialect::R60, Dialect::Go13, Dialect::Gccgo11] {
            let target = if dialect.is_gccgo() { Target::Gcc } else { Target::Plan9 };
            let options =
                Options { dialect, target, arch: "amd64".into(), max_faults: 20, ..Options::default() };
            let started = Instant::now();
            let _ = answer(Source::from_reader(NAME, &text[..]), &options);
            let taken = started.elapsed();
            assert!(taken < Duration::from_secs(2), "{taken:?} for {piece:?} after {head:?} in {dialect}");
        }
    }
}
