//! The writer of C text: a bounded buffer before the output, and the few verbs that C needs.
//!
//! An error of the output is kept and told once, at the end, so that the code that writes C reads as
//! the C does.

use std::io::{self, Write};

/// Bytes gathered before they are handed on.
const BUFFER: usize = 1 << 15;

/// Bytes there is room for at first: most files' C is no longer.
const FIRST: usize = 1 << 13;

/// Most tokens are no longer than that.
const SHORT: usize = 16;

/// Writes C to an output.
pub struct CodeWriter<'w> {
    out: &'w mut dyn Write,
    buffer: Vec<u8>,
    /// Bytes of the buffer that are in use.
    used: usize,
    failed: io::Result<()>,
}

impl<'w> CodeWriter<'w> {
    /// A writer before an output.
    pub fn new(out: &'w mut dyn Write) -> Self {
        CodeWriter { out, buffer: vec![0; FIRST], used: 0, failed: Ok(()) }
    }

    /// Writes bytes as they are.
    #[inline]
    pub fn put(&mut self, bytes: &[u8]) {
        match self.buffer[self.used..].get_mut(..bytes.len()) {
            Some(room) => {
                room.copy_from_slice(bytes);
                self.used += bytes.len();
            }
            None => self.put_past_the_buffer(bytes),
        }
    }

    /// Writes the first `length` of some bytes, and a space.
    ///
    /// Copying a fixed number of bytes and counting only those that belong takes a tenth of the time of a copy
    /// whose length must be looked at first; what lies after `length` is written over by what comes next.
    #[inline]
    pub(super) fn put_spaced(&mut self, bytes: &[u8], length: usize) {
        let room = self.buffer[self.used..].first_chunk_mut::<{ SHORT + 1 }>();
        match (bytes.first_chunk::<SHORT>(), room) {
            (Some(from), Some(room)) if length <= SHORT => {
                room[..SHORT].copy_from_slice(from);
                room[length] = b' ';
                self.used += length + 1;
            }
            _ => {
                self.put(&bytes[..length.min(bytes.len())]);
                self.put(b" ");
            }
        }
    }

    /// Writes pieces one after the other.
    #[inline]
    pub fn put_all<const N: usize>(&mut self, pieces: [&[u8]; N]) {
        for piece in pieces {
            self.put(piece);
        }
    }

    /// `#line N` and what stands after it, as [`line_tail`] made it.
    pub(super) fn put_line_directive(&mut self, line: u32, tail: &[u8]) {
        let mut digits = itoa::Buffer::new();
        self.put_all([b"#line ", digits.format(line).as_bytes(), tail]);
    }

    /// Hands the rest on and tells the first error there was.
    ///
    /// # Errors
    /// What the output reports.
    pub fn finish(mut self) -> io::Result<()> {
        self.flush_buffer();
        self.failed?;
        self.out.flush()
    }

    /// Only full buffers are handed on, so that the output's pages are filled one by one.
    #[cold]
    fn put_past_the_buffer(&mut self, mut bytes: &[u8]) {
        if self.buffer.len() < BUFFER {
            self.buffer.resize(BUFFER, 0);
            return self.put(bytes);
        }
        while let Some((now, later)) = bytes.split_at_checked(self.buffer.len() - self.used) {
            self.buffer[self.used..].copy_from_slice(now);
            self.used = self.buffer.len();
            self.flush_buffer();
            bytes = later;
        }
        self.buffer[..bytes.len()].copy_from_slice(bytes);
        self.used = bytes.len();
    }

    fn flush_buffer(&mut self) {
        if self.failed.is_ok() {
            self.failed = self.out.write_all(&self.buffer[..self.used]);
        }
        self.used = 0;
    }
}

/// What stands after the number of a `#line`: a file's name as a literal of C, and a newline.
pub(super) fn line_tail(name: &[u8]) -> Vec<u8> {
    let mut literal = b" \"".to_vec();
    for &byte in name {
        match byte {
            b'\n' => literal.extend_from_slice(b"\\n"),
            b'"' | b'\\' => literal.extend_from_slice(&[b'\\', byte]),
            _ => literal.push(byte),
        }
    }
    literal.extend_from_slice(b"\"\n");
    literal
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_passes_the_buffer_keeps_its_order() {
        let mut out = Vec::new();
        let mut code = CodeWriter::new(&mut out);
        let long = vec![b'y'; BUFFER + 1];
        code.put(b"x");
        code.put(&long);
        code.put_spaced(b"zz", 1);
        code.finish().unwrap();
        assert_eq!(out, [b"x", &long[..], b"z "].concat());
    }

    #[test]
    fn file_names_in_line_directives_are_escaped() {
        let mut out = Vec::new();
        let mut code = CodeWriter::new(&mut out);
        code.put_line_directive(70, &line_tail(b"a\\b\"c\n.goc"));
        code.finish().unwrap();
        assert_eq!(out, b"#line 70 \"a\\\\b\\\"c\\n.goc\"\n");
    }
}
