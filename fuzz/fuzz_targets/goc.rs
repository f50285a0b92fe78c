//! A `.goc` file of the dialects whose headers are words: no panic, and the same result whatever pieces it is read in.
//! The first byte chooses the dialect, the second the size of the pieces.

#![no_main]

use goc2c::{Dialect, Failure, Options, Source, Target, transpile};
use libfuzzer_sys::fuzz_target;

fn outcome(mut source: Source<'_>, options: &Options) -> Result<Vec<u8>, usize> {
    let mut c = Vec::new();
    match transpile(&mut source, options, &mut c) {
        Ok(_) => Ok(c),
        Err(Failure::Faults(faults)) => Err(faults.list.len() + faults.more),
        Err(_) => Err(0),
    }
}

fuzz_target!(|input: &[u8]| {
    let [which, size, text @ ..] = input else { return };
    let dialect = Dialect::ALL[usize::from(*which) % Dialect::ALL.len()];
    let target = if dialect.is_gccgo() { Target::Gcc } else { Target::Plan9 };
    let options = Options { dialect, target, arch: "amd64".into(), max_faults: 100, ..Options::default() };
    let whole = outcome(Source::from_bytes("f.goc", text), &options);
    let pieces = Source::from_reader("f.goc", text).in_steps_of(usize::from(*size) + 1);
    assert!(whole == outcome(pieces, &options));
});
