//! A `.goc` file of dialect gccgo11, and the Go files beside it: no panic, whatever is written of it.

#![no_main]

use goc2c::{Dialect, Options, Source, Target, transpile, write_go_declarations, write_header};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &[u8]| {
    let options =
        Options { dialect: Dialect::Gccgo11, target: Target::Gcc, max_faults: 100, ..Options::default() };
    let source = || Source::from_bytes("f.goc", text);
    let _ = transpile(&mut source(), &options, &mut Vec::new());
    let _ = write_go_declarations(&mut source(), &options, &mut Vec::new());
    let _ = write_header(&mut source(), &options, &mut Vec::new());
    let _ = goc2c::drift::GoSide::read_go(source());
});
