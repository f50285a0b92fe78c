//! The front of a Go file, its build lines, what compilers print, and depfiles: no panic.

#![no_main]

use goc2c::command::depfile::parse_depfile;
use engine::told::parse_told;
use gen_runtime::Platform;
use gen_runtime::driver::packages::files::Context;
use gen_runtime::driver::packages::head::read_head;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &[u8]| {
    if let Ok(head) = read_head(text) {
        assert!(head.imports.iter().all(|(_, at)| at.end <= text.len()));
    }
    let context = Context { platform: Platform::new("linux", "amd64"), tags: vec!["gccgo".into()], cgo: true };
    let _ = context.takes_text(text);
    let told = parse_told(text);
    assert_eq!(told.iter().map(|it| it.text.len()).sum::<usize>(), text.len());
    let _ = parse_depfile(text);
});
