//! Acid text, in all forms that are made of it: no panic.

#![no_main]

use gen_runtime::{Form, Options, Platform, Release, zasm};
use goc2c::Source;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &[u8]| {
    let [which, text @ ..] = input else { return };
    let which = usize::from(*which);
    let options = Options {
        release: Release::ALL[which % Release::ALL.len()],
        form: [Form::C, Form::Go, Form::Json][which / Release::ALL.len() % 3],
        platform: Platform::new("linux", "amd64"),
        sizes: true,
        max_faults: 100,
        ..Options::default()
    };
    let _ = zasm(&Source::from_bytes("f.acid", text), &options, &mut Vec::new(), Some(&mut Vec::new()));
});
