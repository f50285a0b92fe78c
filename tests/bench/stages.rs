//! The stages of a translation, each by itself: `cargo bench --bench stages`.

mod inputs;

use divan::Bencher;
use divan::counter::BytesCount;
use goc2c::front::{Parser, Step};
use goc2c::{Options, Source, transpile};
use inputs::{Shape, input};

const BYTES: usize = 4 << 20;

fn options() -> Options {
    Options { arch: "amd64".into(), ..Options::default() }
}

/// Bytes to units, which are dropped.
#[divan::bench(args = Shape::ALL)]
fn front(bencher: Bencher, shape: Shape) {
    let text = input(shape, BYTES);
    bencher.counter(BytesCount::of_str(&text)).bench(|| {
        let source = Source::from_bytes("x.goc", text.as_bytes());
        let mut parser = Parser::new(options().dialect.traits());
        loop {
            parser.each_text(&source, |token, _| {
                divan::black_box(token);
            });
            if matches!(parser.next(&source), Ok(Step::End)) {
                break;
            }
        }
    });
}

/// Bytes to C, which goes nowhere.
#[divan::bench(args = Shape::ALL)]
fn whole(bencher: Bencher, shape: Shape) {
    let text = input(shape, BYTES);
    bencher.counter(BytesCount::of_str(&text)).bench(|| {
        transpile(&mut Source::from_bytes("x.goc", text.as_bytes()), &options(), &mut std::io::sink()).is_ok()
    });
}

/// The same, read through a window.
#[divan::bench(args = Shape::ALL)]
fn streamed(bencher: Bencher, shape: Shape) {
    let text = input(shape, BYTES);
    bencher.counter(BytesCount::of_str(&text)).bench(|| {
        transpile(&mut Source::from_reader("x.goc", text.as_bytes()), &options(), &mut std::io::sink())
            .is_ok()
    });
}

fn main() {
    divan::main();
}
