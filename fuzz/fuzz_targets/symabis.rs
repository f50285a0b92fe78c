//! Symbol ABIs: no panic, and what is kept is lines of the input.

#![no_main]

use gen_runtime::symabis::Assembled;
use gen_runtime::{Options, symabis};
use goc2c::Source;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &[u8]| {
    let options = Options { max_faults: 100, ..Options::default() };
    let from = [Assembled { package: Some("p.q".into()), source: Source::from_bytes("s", text) }];
    let mut out = Vec::new();
    let _ = symabis(b"", &from, Some("a.b/c.d"), &options, &mut out);
    let lines: std::collections::HashSet<_> = text.split(|&byte| byte == b'\n').collect();
    assert!(out.split(|&byte| byte == b'\n').all(|line| line.is_empty() || lines.contains(line)));
});
