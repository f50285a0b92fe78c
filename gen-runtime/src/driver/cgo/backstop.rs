//! A second look at flags for links: those that cgo wrote into its own files, which compilers believe.

use std::ffi::OsString;

use goc2c::command::output::bytes_of;
use goc2c::gopkg::cgo::Verb;
use memchr::memmem;

use super::allow::{Permits, first_refused};

/// How a line starts that names a flag: for Go's compilers, and for the old ones of C.
const STARTS: [&[u8]; 2] = [b"//go:cgo_ldflag", b"#pragma cgo_ldflag"];

/// The flags that a file names, in order.
pub fn flags_written(text: &[u8]) -> Vec<Vec<u8>> {
    let mut found = Vec::new();
    for line in text.split(|&byte| byte == b'\n') {
        // Wherever it stands in the line: what is read more than compilers read does no harm.
        let Some(start) = STARTS.iter().find_map(|start| Some(memmem::find(line, start)? + start.len()))
        else {
            continue;
        };
        found.extend(strings(&line[start..]));
    }
    found
}

/// The strings of a line, without their quotes; what is none is one string.
fn strings(text: &[u8]) -> Vec<Vec<u8>> {
    let mut found = Vec::new();
    let mut rest = text.trim_ascii();
    while !rest.is_empty() {
        let Some(inner) = rest.strip_prefix(b"\"") else {
            found.push(rest.to_vec());
            break;
        };
        let mut string = Vec::new();
        let mut at = 0;
        while at < inner.len() && inner[at] != b'"' {
            at += usize::from(inner[at] == b'\\' && at + 1 < inner.len());
            string.push(inner[at]);
            at += 1;
        }
        found.push(string);
        rest = inner.get(at + 1..).unwrap_or_default().trim_ascii();
    }
    found
}

/// The first of some flags that may not be passed on, beside those that were.
pub fn first_strange(written: &[Vec<u8>], passed: &[OsString], permits: &Permits) -> Option<Vec<u8>> {
    let passed: Vec<&[u8]> = passed.iter().map(|flag| bytes_of(flag)).collect();
    let strange: Vec<&[u8]> =
        written.iter().map(Vec::as_slice).filter(|flag| !passed.contains(flag)).collect();
    first_refused(Verb::LdFlags, &strange, permits).map(|at| strange[at].to_vec())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_not_passed_is_judged() {
        let text = b"package p\n//go:cgo_ldflag \"-lm\"\n  //go:cgo_ldflag \"-Wl,-T,\\\"x\"\n#pragma cgo_ldflag \"-no-pie\"\n";
        let written = flags_written(text);
        assert_eq!(written, [&b"-lm"[..], b"-Wl,-T,\"x", b"-no-pie"]);
        let strange = |passed: &[&str]| {
            let passed: Vec<_> = passed.iter().map(OsString::from).collect();
            first_strange(&written, &passed, &Permits::default())
        };
        assert_eq!(strange(&[]), Some(b"-Wl,-T,\"x".to_vec()));
        assert_eq!(strange(&["-Wl,-T,\"x"]), Some(b"-no-pie".to_vec()));
        assert_eq!(strange(&["-Wl,-T,\"x", "-no-pie"]), None);
        assert_eq!(flags_written(b"//go:cgo_ldflag -x y"), [b"-x y"]);
    }
}
