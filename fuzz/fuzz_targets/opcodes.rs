//! Headers with opcodes, of compilers and of assemblers: no panic.

#![no_main]

use gen_runtime::{Options, Platform, Release, anames, opnames};
use goc2c::Source;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &[u8]| {
    let platform = Platform::new("linux", "amd64");
    let options = Options { release: Release::Go14, platform, max_faults: 100, ..Options::default() };
    let source = Source::from_bytes("go.h", text);
    let _ = opnames(&source, &options, &mut Vec::new());
    let _ = anames(&source, &options, &mut Vec::new());
});
