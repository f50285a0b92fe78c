//! Symbol ABIs: what a package's own file holds, and lines after it.

use goc2c::back::CodeWriter;

/// Writes the file.
#[derive(Debug)]
pub(crate) struct SymabisWriter {
    /// Whether the package's own last line has no newline yet.
    in_line: bool,
}

impl SymabisWriter {
    /// Starts with the package's own lines, as they are.
    pub(crate) fn write_own(out: &mut CodeWriter<'_>, own: &[u8]) -> Self {
        out.put(own);
        SymabisWriter { in_line: own.last().is_some_and(|last| *last != b'\n') }
    }

    /// A line, which has no newline.
    pub(crate) fn write_line(&mut self, out: &mut CodeWriter<'_>, line: &[u8]) {
        if std::mem::take(&mut self.in_line) {
            out.put(b"\n");
        }
        out.put_all([line, b"\n"]);
    }
}
