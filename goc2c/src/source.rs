//! The input: its name, its bytes, where they lie in the file, and how an offset becomes a line and a column.
//!
//! A source is read through a *window*: the bytes of the file that are in memory now. A source made from
//! a slice has all of them in its window from the start; one made from a reader slides the window
//! along, so that a translation needs little memory whatever the size of the file. Knows nothing of
//! the language in the file.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::io::{self, Read};

/// A stretch of the input: byte offsets from the start of the file, `end` not included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// Offset of the first byte.
    pub start: usize,
    /// Offset after the last byte.
    pub end: usize,
}

impl Span {
    /// The span from `start` up to `end`, in bytes.
    pub const fn new(start: usize, end: usize) -> Self {
        Span { start, end }
    }

    /// The empty span at `at`.
    pub const fn at(at: usize) -> Self {
        Span { start: at, end: at }
    }

    /// The number of bytes.
    pub const fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether the span holds no byte.
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }
}

/// A place that a person can find: both numbers count from 1, columns in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    /// Line, from 1.
    pub line: u32,
    /// Column in bytes, from 1.
    pub column: usize,
}

/// Bytes read at a time: few enough to stay in a core's cache until they have been written, and more than nearly
/// any unit has.
const WINDOW: usize = 1 << 19;

/// Bytes read first where nobody has told how many there are: most files are no longer.
const FIRST: usize = 1 << 15;

/// An input file, seen through a window.
pub struct Source<'i> {
    name: Vec<u8>,
    standard_input: bool,
    /// The window, and after it room for what is read next.
    bytes: Cow<'i, [u8]>,
    /// The window's length.
    filled: usize,
    /// Offset in the file of the window's first byte, which starts a line unless that line is too long.
    base: usize,
    /// Line number of the window's first byte, and the offset in the file where that line starts.
    base_line: u32,
    base_line_start: usize,
    /// Where in the window its newlines are, once somebody has asked for a line.
    newlines: OnceCell<Vec<usize>>,
    reader: Option<Box<dyn Read + Send + 'i>>,
    /// Bytes to read first, and bytes to read at a time from then on, at least.
    first: usize,
    step: usize,
    /// Once set, what has been read stays in the window.
    pinned: bool,
}

impl<'i> Source<'i> {
    /// A file whose bytes are all here. `name` is what messages and `#line` call it.
    pub fn from_bytes(name: impl Into<Vec<u8>>, bytes: &'i [u8]) -> Self {
        Source {
            name: name.into(),
            standard_input: false,
            bytes: Cow::Borrowed(bytes),
            filled: bytes.len(),
            base: 0,
            base_line: 1,
            base_line_start: 0,
            newlines: OnceCell::new(),
            reader: None,
            first: FIRST,
            step: WINDOW,
            pinned: false,
        }
    }

    /// As [`Source::from_bytes`], of bytes that are the source's own.
    pub fn of(name: impl Into<Vec<u8>>, bytes: Vec<u8>) -> Self {
        Source { filled: bytes.len(), bytes: Cow::Owned(bytes), ..Source::from_bytes(name, &[]) }
    }

    /// A file that is read as the translation goes along. A source may go to another thread, and so must its reader.
    pub fn from_reader(name: impl Into<Vec<u8>>, reader: impl Read + Send + 'i) -> Self {
        Source { reader: Some(Box::new(reader)), ..Source::from_bytes(name, &[]) }
    }

    /// Tells how many bytes the reader is likely to have, so that a small file gets a small window. It may have others;
    /// 0 tells nothing, for so say pipes.
    pub fn expecting(mut self, bytes: u64) -> Self {
        if bytes > 0 {
            // One more, for the end of the file to be seen at once.
            self.first = usize::try_from(bytes).map_or(WINDOW, |bytes| bytes.saturating_add(1));
        }
        self
    }

    /// Reads that many bytes at a time, where a unit of the file is not longer.
    pub fn in_steps_of(mut self, bytes: usize) -> Self {
        self.step = bytes.max(1);
        self.first = self.step;
        self
    }

    /// Marks the source as standard input: some dialects leave out the leading comment for it.
    pub fn standard_input(mut self) -> Self {
        self.standard_input = true;
        self
    }

    /// Whether the source is standard input.
    pub fn is_standard_input(&self) -> bool {
        self.standard_input
    }

    /// What messages and `#line` call the file.
    pub fn name(&self) -> &[u8] {
        &self.name
    }

    /// Whether the window reaches to the end of the file.
    pub fn is_complete(&self) -> bool {
        self.reader.is_none()
    }

    fn window(&self) -> &[u8] {
        &self.bytes[..self.filled]
    }

    /// Offset after the last byte in the window.
    pub fn end(&self) -> usize {
        self.base + self.filled
    }

    /// The bytes from `offset` to the end of the window; none if the window has left them after.
    pub fn from(&self, offset: usize) -> &[u8] {
        offset.checked_sub(self.base).and_then(|start| self.window().get(start..)).unwrap_or_default()
    }

    /// The bytes of a span; none if the window does not hold it whole.
    pub fn slice(&self, span: Span) -> &[u8] {
        self.from(span.start).get(..span.len()).unwrap_or_default()
    }

    /// The byte at `offset`, if the window holds it.
    pub fn byte(&self, offset: usize) -> Option<u8> {
        self.from(offset).first().copied()
    }

    /// Keeps all that is read from now on, so that spans from here on can be shown in a message.
    pub fn pin(&mut self) {
        self.pinned = true;
    }

    /// Reads on. Bytes before the line that holds `keep` may leave the window (`line` is that
    /// line's number); a window that is full without them grows to twice its size.
    ///
    /// # Errors
    /// What the reader reports.
    pub fn refill(&mut self, keep: usize, line: u32) -> io::Result<()> {
        if !self.pinned {
            self.leave_behind(keep, line);
        }
        self.newlines.take();
        let Some(reader) = self.reader.as_mut() else { return Ok(()) };
        let bytes = self.bytes.to_mut();
        // A file of a few steps is read in one, so that no unit of it is read twice.
        let is_first = bytes.is_empty() && self.first <= 4 * self.step;
        let step = if is_first { self.first } else { self.step };
        let full = self.filled + step.max(self.filled);
        if bytes.len() < full {
            bytes.resize(full, 0);
        }
        self.filled += read_full(reader, &mut bytes[self.filled..full])?;
        if self.filled < full {
            self.reader = None;
        }
        Ok(())
    }

    /// Drops what is before the line that holds `keep`.
    fn leave_behind(&mut self, keep: usize, line: u32) {
        let window = self.window();
        let before = &window[..keep.saturating_sub(self.base).min(window.len())];
        // A line that fills the window is cut: its front is gone, its number is not.
        let start = memchr::memrchr(b'\n', before).map_or(0, |newline| newline + 1);
        let start = if before.len() - start > self.step / 2 { before.len() } else { start };
        if start == 0 {
            return;
        }
        if let Some(newline) = memchr::memrchr(b'\n', &window[..start]) {
            self.base_line_start = self.base + newline + 1;
        }
        self.base_line = line;
        self.base += start;
        self.bytes.to_mut().copy_within(start..self.filled, 0);
        self.filled -= start;
    }

    /// The line and column of an offset.
    pub fn position(&self, offset: usize) -> Position {
        let newlines = self.newlines();
        let at = offset.saturating_sub(self.base);
        let before = newlines.partition_point(|&newline| newline < at);
        let line_start = match before.checked_sub(1) {
            Some(last) => self.base + newlines[last] + 1,
            None => self.base_line_start,
        };
        Position { line: self.base_line + before as u32, column: offset.saturating_sub(line_start) + 1 }
    }

    /// The span of the line that holds `offset`, without its newline.
    pub fn line_span(&self, offset: usize) -> Span {
        let newlines = self.newlines();
        let at = offset.saturating_sub(self.base).min(self.filled);
        let before = newlines.partition_point(|&newline| newline < at);
        let start = before.checked_sub(1).map_or(0, |last| newlines[last] + 1);
        let end = newlines.get(before).copied().unwrap_or(self.filled);
        Span::new(self.base + start, self.base + end)
    }

    /// The span of a line by its number, without the blanks around it; the window's last where it has no such line.
    pub fn text_of_line(&self, line: u32) -> Span {
        let newlines = self.newlines();
        let before = (line.saturating_sub(self.base_line) as usize).min(newlines.len());
        let start = self.base + before.checked_sub(1).map_or(0, |last| newlines[last] + 1);
        let all = self.slice(self.line_span(start));
        let start = start + (all.len() - all.trim_ascii_start().len());
        Span::new(start, start + all.trim_ascii().len())
    }

    /// Where in the window its newlines are. A line may be as long as the file and hold any number of faults, so
    /// nobody looks along it for each.
    fn newlines(&self) -> &[usize] {
        self.newlines.get_or_init(|| memchr::memchr_iter(b'\n', self.window()).collect())
    }
}

/// Fills a buffer, or what of it there is to read; the number of bytes.
pub(crate) fn read_full(from: &mut impl Read, buffer: &mut [u8]) -> io::Result<usize> {
    let mut filled = 0;
    while filled < buffer.len() {
        match from.read(&mut buffer[filled..]) {
            Ok(0) => break,
            Ok(read) => filled += read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(filled)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_count_lines_and_bytes_from_one() {
        let source = Source::from_bytes("x.goc", b"ab\n\xc3\xa9x\n");
        assert_eq!(source.position(0), Position { line: 1, column: 1 });
        assert_eq!(source.position(2), Position { line: 1, column: 3 });
        assert_eq!(source.position(5), Position { line: 2, column: 3 });
        assert_eq!(source.position(7), Position { line: 3, column: 1 });
        assert_eq!(source.line_span(4), Span::new(3, 6));
    }

    #[test]
    fn a_window_drops_whole_lines_and_keeps_their_numbers() {
        let text = b"one\n".repeat(WINDOW);
        let mut source = Source::from_reader("x.goc", &text[..]);
        source.refill(0, 1).unwrap();
        assert_eq!(source.end(), FIRST);
        source.refill(4 * 1000 + 2, 1001).unwrap();
        assert_eq!(source.end(), FIRST + WINDOW);
        assert_eq!(source.position(4002), Position { line: 1001, column: 3 });
        assert_eq!(source.slice(Span::new(4000, 4003)), b"one");
        assert_eq!(source.slice(Span::new(0, 3)), b"", "dropped");
        source.pin();
        source.refill(8000, 2001).unwrap();
        assert_eq!(source.position(8001), Position { line: 2001, column: 2 });
        assert_eq!(source.position(4002), Position { line: 1001, column: 3 }, "pinned");
    }

    #[test]
    fn the_first_window_is_as_large_as_the_file_is_said_to_be() {
        let text = b"one\n".repeat(10);
        for (expected, complete) in [(40, true), (39, false), (8, false), (u64::MAX, true)] {
            let mut source = Source::from_reader("x.goc", &text[..]).expecting(expected);
            source.refill(0, 1).unwrap();
            assert_eq!((source.end() == 40, source.is_complete()), (expected >= 39, complete), "{expected}");
            source.refill(0, 1).unwrap();
            assert_eq!((source.end(), source.is_complete()), (40, true), "{expected}");
        }
    }

    #[test]
    fn columns_count_from_the_start_of_a_line_that_has_left_the_window() {
        let text = [b"first\n", &b"x".repeat(100)[..]].concat();
        let mut source = Source::from_reader("x.goc", &text[..]).in_steps_of(10);
        while !source.is_complete() {
            let end = source.end();
            source.refill(end, if end > 6 { 2 } else { 1 }).unwrap();
        }
        assert_eq!(source.position(106), Position { line: 2, column: 101 });
        assert!(source.from(6).is_empty(), "the line's start is gone");
    }
}
