//! What holds for any input: an answer in time, spans within the input, and an error for what is cut off in
//! the middle of a line.

use std::time::{Duration, Instant};

use gen_runtime::{Failure, Form, Options, Platform, Release};
use goc2c::Source;
use goc2c::diagnostic::{Explain, Severity};

use crate::captures::{Made, made, reports, zasm};
use crate::support::{NamedTests, read, root, stored_below};

/// What makes something of a text, and how: the number picks the options.
type Make = fn(&Source<'_>, usize) -> Result<Made, Failure>;

/// The captures that are cut and damaged at every place; the others are here and there.
const AT_EVERY_PLACE: [&str; 2] = ["go1.1/386/proc.acid", "weekly.2012-02-07/386/hashmap.godefs"];

pub fn add(tests: &mut NamedTests) {
    let captures = stored_below(&root().join("fixtures/runtime/capture"));
    let names = stored_below(&root().join("fixtures/names"));
    let of = |name: &str| -> Option<Make> {
        match name.rsplit('.').next() {
            Some("acid") => Some(acid),
            Some("godefs") => Some(declarations),
            _ => None,
        }
    };
    let captures = captures.into_iter().filter_map(|(name, path)| {
        let step = if AT_EVERY_PLACE.contains(&name.as_str()) { 1 } else { 17 };
        of(&name).map(|make| (format!("runtime/capture/{name}"), path, step, make))
    });
    let names = [("go.h", opnames as Make), ("6.out.h", anames)]
        .map(|(name, make)| (format!("names/{name}"), names[name].clone(), 1, make));
    let (mut texts, mut states) = (0, 0);
    for (name, path, step, make) in captures.chain(names) {
        let length = usize::try_from(path.metadata().unwrap().len()).unwrap();
        (texts, states) = (texts + 1, states + length / step + 1 + length.div_ceil(step));
        tests.add(format!("damaged/{name}"), move || check_damaged(&read(&path), step, make));
    }
    tests.add("damaged/none_is_left_out", move || assert_eq!((texts, states), (41, 28_475)));
    for (name, text) in NO_OUTPUT {
        let name = format!("what_is_no_compilers_output_is_refused/{name}");
        tests.add(name, move || what_is_no_compilers_output_is_refused(text));
    }
}

/// Options that visit every release and form.
fn options(turn: usize) -> Options {
    Options {
        release: Release::ALL[turn % Release::ALL.len()],
        form: [Form::C, Form::Go, Form::Json][turn / Release::ALL.len() % 3],
        platform: Platform::new(["linux", "windows"][turn % 2], "amd64"),
        sizes: true,
        ..Options::default()
    }
}

/// Takes a text's answer apart; whether it has no error.
fn check(text: &[u8], make: &dyn Fn(&Source<'_>) -> Result<Made, Failure>) -> bool {
    let source = Source::from_bytes("x", text);
    let started = Instant::now();
    let result = make(&source);
    let taken = started.elapsed();
    assert!(taken < Duration::from_secs(1), "{taken:?} for {}", text.escape_ascii());
    let found = match &result {
        Ok(made) => &made.warnings,
        Err(Failure::Faults(found)) => found,
        Err(failure) => panic!("{failure}"),
    };
    for found in &found.list {
        let places =
            std::iter::once(found.fault.span()).chain(found.fault.related().into_iter().map(|it| it.0));
        for span in places {
            assert!(span.start <= span.end && span.end <= text.len(), "{found:?} in {}", text.escape_ascii());
        }
    }
    for report in reports(&result, &[&source]).iter().take(2) {
        assert!(report.render_human(false).contains(report.message()));
    }
    let errors = found.list.iter().any(|found| found.fault.severity() == Severity::Error);
    assert_eq!(errors, result.is_err());
    !errors
}

/// A text's prefixes, and the text with a byte replaced, each at every place that the step hits.
fn check_damaged(text: &[u8], step: usize, make: impl Fn(&Source<'_>, usize) -> Result<Made, Failure>) {
    const DAMAGE: [u8; 13] = *b"\0\n\t {};='x9\xff-";
    for end in (0..=text.len()).step_by(step) {
        let good = check(&text[..end], &|source| make(source, end));
        let line = text[..end].iter().rposition(|&byte| byte == b'\n').map_or(0, |newline| newline + 1);
        if text[line..end].starts_with(b"\t'") && good {
            panic!("cut in a field, and no error: {}", text[line..end].escape_ascii());
        }
    }
    let mut damaged = text.to_vec();
    for at in (0..text.len()).step_by(step) {
        damaged[at] = DAMAGE[at / step % DAMAGE.len()];
        check(&damaged, &|source| make(source, at));
        damaged[at] = text[at];
    }
}

fn acid(source: &Source<'_>, turn: usize) -> Result<Made, Failure> {
    zasm(source, &options(turn))
}

fn declarations(source: &Source<'_>, turn: usize) -> Result<Made, Failure> {
    let twice = [Source::from_bytes("x", source.from(0)), Source::from_bytes("y", source.from(0))];
    let mut result = made(|out| gen_runtime::zruntime_defs(&twice, &options(turn), out));
    // The second is the first once more, and its places are the same.
    let found = match &mut result {
        Ok(made) => &mut made.warnings,
        Err(Failure::Faults(found)) => found,
        Err(failure) => panic!("{failure}"),
    };
    found.list.iter_mut().for_each(|found| found.input = 0);
    result
}

fn opnames(source: &Source<'_>, turn: usize) -> Result<Made, Failure> {
    made(|out| gen_runtime::opnames(source, &options(turn), out))
}

fn anames(source: &Source<'_>, turn: usize) -> Result<Made, Failure> {
    made(|out| gen_runtime::anames(source, &options(turn), out))
}

/// Texts that no compiler printed.
const NO_OUTPUT: [(&str, &str); 4] = [
    ("word", "hello\n"),
    ("nul", "\0\0\0"),
    ("message", "proc.c:1 6c: No such file or directory\n"),
    ("elf", "\x7fELF\x02\x01\x01"),
];

fn what_is_no_compilers_output_is_refused(text: &str) {
    let linux = Options { platform: Platform::new("linux", "amd64"), ..Options::default() };
    let defs = |source: &Source<'_>| {
        let source = [Source::from_bytes("x", source.from(0))];
        made(|out| gen_runtime::zruntime_defs(&source, &linux, out))
    };
    assert!(!check(text.as_bytes(), &|source| zasm(source, &linux)), "acid");
    assert!(!check(text.as_bytes(), &defs), "declarations");
    assert!(
        !check(text.as_bytes(), &|source| made(|out| gen_runtime::opnames(source, &linux, out))),
        "opnames"
    );
    assert!(
        !check(text.as_bytes(), &|source| made(|out| gen_runtime::anames(source, &linux, out))),
        "anames"
    );
}
