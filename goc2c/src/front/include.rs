//! `#include` lines, as they are read without a preprocessor, and the headers that are goc2c's own.

/// The header of Go's types in C, which comes with goc2c.
pub const GOC_H: &str = "goc.h";

/// The header of a package's own types, which includes goc.h.
pub const TYPES_HEADER: &str = "goc_types.h";

/// What a line includes, with its quotes or brackets: `"goc.h"`; none of a line that is no `#include`.
pub(crate) fn included(line: &[u8]) -> Option<&[u8]> {
    let directive = line.trim_ascii_start().strip_prefix(b"#")?.trim_ascii_start();
    let operand = directive.strip_prefix(b"include")?.trim_ascii();
    let end = match operand.first()? {
        b'"' => 1 + memchr::memchr(b'"', &operand[1..])?,
        b'<' => memchr::memchr(b'>', operand)?,
        // A macro that says what.
        _ => return Some(operand),
    };
    Some(&operand[..=end])
}

#[cfg(feature = "command")]
/// The file that is included by quotes: of `"a/b.h"` it is `a/b.h`.
pub(crate) fn quoted(operand: &[u8]) -> Option<&[u8]> {
    operand.strip_prefix(b"\"")?.strip_suffix(b"\"")
}

/// Whether what is included, in whatever folder, is a header that goc2c writes.
pub(crate) fn is_own(operand: &[u8]) -> bool {
    let name = operand.strip_prefix(b"\"").or_else(|| operand.strip_prefix(b"<"));
    let name = name.and_then(|name| name.split_last()).map_or(&b""[..], |(_, name)| name);
    let last = name.rsplit(|byte| *byte == b'/').next().unwrap_or_default();
    [GOC_H, TYPES_HEADER].iter().any(|own| last == own.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn includes_are_read_as_a_compiler_reads_them() {
        for (line, operand) in [
            ("#include \"goc.h\"", Some("\"goc.h\"")),
            ("  #  include<stdio.h> // for printf", Some("<stdio.h>")),
            ("#include HEADER", Some("HEADER")),
            ("#include \"open", None),
            ("#include", None),
            ("int include;", None),
        ] {
            assert_eq!(included(line.as_bytes()), operand.map(str::as_bytes), "{line}");
        }
    }

    #[test]
    fn own_headers_are_told_from_others() {
        for (operand, own) in [
            ("\"goc.h\"", true),
            ("<goc.h>", true),
            ("\"../gen/goc_types.h\"", true),
            ("\"not_goc.h\"", false),
            ("goc.h", false),
            ("\"", false),
        ] {
            assert_eq!(is_own(operand.as_bytes()), own, "{operand}");
        }
    }
}
