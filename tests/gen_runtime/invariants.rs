//! What holds for any input: an answer in time, spans within the input, and an error for what is cut off in
//! the middle of a line.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use gen_runtime::{Failure, Form, Options, Platform, Release};
use goc2c::Source;
use goc2c::diagnostic::{Explain, Severity};

use super::support::{Captures, Made, made, read, reports, root, zasm};

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

/// One capture for every content.
fn captures(ending: &str) -> Vec<Vec<u8>> {
    let captures = Captures::of(&root().join("fixtures/runtime"));
    let texts: BTreeSet<_> =
        captures.iter().filter(|(key, _)| key.ends_with(ending)).map(|(_, text)| text).collect();
    assert!(!texts.is_empty());
    texts.into_iter().map(<[u8]>::to_vec).collect()
}

/// A text's prefixes, and the text with a byte replaced, each at every place that the step hits.
fn check_damaged(
    text: &[u8],
    step: usize,
    make: &dyn Fn(&Source<'_>, usize) -> Result<Made, Failure>,
) -> usize {
    const DAMAGE: [u8; 13] = *b"\0\n\t {};='x9\xff-";
    let mut count = 0;
    for end in (0..=text.len()).step_by(step) {
        let good = check(&text[..end], &|source| make(source, end));
        let line = text[..end].iter().rposition(|&byte| byte == b'\n').map_or(0, |newline| newline + 1);
        if text[line..end].starts_with(b"\t'") && good {
            panic!("cut in a field, and no error: {}", text[line..end].escape_ascii());
        }
        count += 1;
    }
    let mut damaged = text.to_vec();
    for at in (0..text.len()).step_by(step) {
        damaged[at] = DAMAGE[at / step % DAMAGE.len()];
        check(&damaged, &|source| make(source, at));
        damaged[at] = text[at];
        count += 1;
    }
    count
}

#[test]
fn acid_text_that_is_cut_or_damaged_has_an_answer() {
    let make = |source: &Source<'_>, turn| zasm(source, &options(turn));
    let texts = captures(".acid");
    // One of them at every place, the others here and there.
    let counts =
        texts.iter().enumerate().map(|(at, text)| check_damaged(text, if at == 0 { 1 } else { 17 }, &make));
    println!("{} texts in {} states", texts.len(), counts.sum::<usize>());
}

#[test]
fn declarations_that_are_cut_or_damaged_have_an_answer() {
    let make = |source: &Source<'_>, turn| {
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
    };
    let texts = captures(".godefs");
    let counts =
        texts.iter().enumerate().map(|(at, text)| check_damaged(text, if at == 0 { 1 } else { 17 }, &make));
    println!("{} texts in {} states", texts.len(), counts.sum::<usize>());
}

#[test]
fn headers_that_are_cut_or_damaged_have_an_answer() {
    let folder = root().join("fixtures/names");
    let opnames = |source: &Source<'_>, turn| made(|out| gen_runtime::opnames(source, &options(turn), out));
    let anames = |source: &Source<'_>, turn| made(|out| gen_runtime::anames(source, &options(turn), out));
    let count = check_damaged(&read(&folder.join("go.h")), 1, &opnames)
        + check_damaged(&read(&folder.join("6.out.h")), 1, &anames);
    println!("2 texts in {count} states");
}

#[test]
fn what_is_no_compilers_output_is_refused() {
    let linux = Options { platform: Platform::new("linux", "amd64"), ..Options::default() };
    for text in ["hello\n", "\0\0\0", "proc.c:1 6c: No such file or directory\n", "\x7fELF\x02\x01\x01"] {
        assert!(!check(text.as_bytes(), &|source| zasm(source, &linux)), "{text:?}");
        let defs = |source: &Source<'_>| {
            let source = [Source::from_bytes("x", source.from(0))];
            made(|out| gen_runtime::zruntime_defs(&source, &linux, out))
        };
        assert!(!check(text.as_bytes(), &defs), "{text:?}");
        let opnames = |source: &Source<'_>| made(|out| gen_runtime::opnames(source, &linux, out));
        assert!(!check(text.as_bytes(), &opnames), "{text:?}");
        let anames = |source: &Source<'_>| made(|out| gen_runtime::anames(source, &linux, out));
        assert!(!check(text.as_bytes(), &anames), "{text:?}");
    }
}
