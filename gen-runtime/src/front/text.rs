//! What every input must be before it is read: text without a byte order mark. Unaware of what the text says.

use goc2c::Span;
use memchr::memchr;

use crate::fault::{Collector, Fault, NotText};

/// How files start that are no plain text. Signatures from the formats' own documents: ELF, Mach-O, ar(5), the objects
/// of Go's own assemblers and compilers, and Unicode's byte order marks.
const STARTS: [(&[u8], NotText); 8] = [
    (b"\x7fELF", NotText::Compiled("an ELF object file")),
    (b"\xcf\xfa\xed\xfe", NotText::Compiled("a Mach-O object file")),
    (b"\xce\xfa\xed\xfe", NotText::Compiled("a Mach-O object file")),
    (b"!<arch>\n", NotText::Compiled("an archive")),
    (b"go object ", NotText::Compiled("an object file of Go")),
    (b"\xef\xbb\xbf", NotText::Encoded("a UTF-8 byte order mark")),
    (b"\xff\xfe", NotText::Encoded("UTF-16 text")),
    (b"\xfe\xff", NotText::Encoded("UTF-16 text")),
];

/// How much of an input is looked through for a NUL byte, which every object file has early on.
const LOOKED_THROUGH: usize = 4096;

/// Whether an input is text; else one fault says what it is, and there is no use in reading it.
pub(crate) fn check_text(text: &[u8], faults: &mut Collector) -> bool {
    let start = STARTS.iter().find(|(start, _)| text.starts_with(start));
    let nul = || memchr(0, &text[..text.len().min(LOOKED_THROUGH)]);
    let (at, found) = match (start, nul()) {
        (Some((start, found)), _) => (Span::new(0, start.len()), *found),
        (None, Some(at)) => (Span::new(at, at + 1), NotText::Nul),
        (None, None) => return true,
    };
    faults.add(Fault::NotText { at, found });
    false
}

/// Whether there is anything in an input that a compiler is to have printed; else a fault says that there is not.
pub(crate) fn check_not_empty(text: &[u8], strict: bool, faults: &mut Collector) -> bool {
    let empty = text.trim_ascii().is_empty();
    if empty {
        faults.add(Fault::EmptyInput { at: Span::at(text.len()), strict });
    }
    !empty
}

#[cfg(test)]
mod tests {
    use super::*;
    use goc2c::diagnostic::Explain;

    #[test]
    fn text_is_told_from_what_is_none() {
        let message = |text: &[u8]| {
            let mut faults = Collector::new(usize::MAX);
            let good = check_text(text, &mut faults);
            let found = faults.finish().err().unwrap_or_default().list;
            assert_eq!(good, found.is_empty());
            found.first().map(|found| found.fault.message())
        };
        for text in ["", "\n", "sizeofG = 16;\n", "// \u{feff}\n", "\u{e9} = 1;\n"] {
            assert_eq!(message(text.as_bytes()), None, "{text:?}");
        }
        for (text, found) in [
            (&b"\x7fELF\x02\x01"[..], "an ELF object file"),
            (b"!<arch>\n/ ", "an archive"),
            (b"go object linux amd64", "an object file of Go"),
            (b"\xef\xbb\xbfA = 1;\n", "a UTF-8 byte order mark"),
            (b"\xff\xfeA\0", "UTF-16 text"),
            (b"A = 1;\n\0", "a NUL byte"),
        ] {
            assert_eq!(message(text), Some(format!("expected plain text, found {found}")));
        }
    }
}
