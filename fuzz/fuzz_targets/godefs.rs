//! Declarations of Go, in two files: no panic.

#![no_main]

use gen_runtime::{Options, Platform, Release, zruntime_defs};
use goc2c::Source;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &[u8]| {
    let [which, text @ ..] = input else { return };
    let release = Release::ALL[usize::from(*which) % Release::ALL.len()];
    let platform = Platform::new("linux", "amd64");
    let options = Options { release, platform, max_faults: 100, ..Options::default() };
    let (one, other) = text.split_at(text.len() / 2);
    let sources = [Source::from_bytes("1", one), Source::from_bytes("2", other)];
    let _ = zruntime_defs(&sources, &options, &mut Vec::new());
});
