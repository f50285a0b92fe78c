//! goc.h: Go's types and a few helpers in C, which the C of dialect `gccgo11` includes.
//!
//! A package keeps a copy beside its generated C; [`version_of`] tells which one it is.

use crate::fault::Fault;
use crate::fault::go::GoFault;
use crate::source::Source;

/// The text of goc.h.
pub const TEXT: &str = include_str!("goc.h");

/// What stands before the version's number.
const MARK: &str = "#define GOC_VERSION ";

/// The fault of a copy that this crate did not write in its present version.
pub fn other_version(copy: &Source<'_>) -> Option<Fault> {
    let text = String::from_utf8_lossy(copy.from(0));
    let (found, wanted) = (version_of(&text), version_of(TEXT));
    if found == wanted {
        return None;
    }
    let start = text.find(MARK).unwrap_or(0);
    let at = copy.line_span(start);
    Some(GoFault::OtherPrelude { at, found, wanted: wanted.unwrap_or_default() }.into())
}

/// The version that a copy of goc.h says it is.
pub fn version_of(text: &str) -> Option<u32> {
    let line = text.lines().find_map(|line| line.strip_prefix(MARK))?;
    line.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_says_its_version() {
        assert_eq!(version_of(TEXT), Some(2));
        assert_eq!(version_of("#define GOC_VERSION x\n"), None);
    }
}
