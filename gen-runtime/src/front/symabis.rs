//! Symbol ABIs, as an assembler with `-symabis` or `-gensymabis` prints them: a word, a symbol and an ABI a
//! line, with white space between them.

use goc2c::Span;
use memchr::memchr;

/// What a line says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SymbolAbi<'s> {
    /// The package's assembly defines the symbol.
    Def(&'s [u8]),
    /// The package's assembly refers to the symbol.
    Ref(&'s [u8]),
    /// Nothing: it is blank or a comment.
    Nothing,
    /// It is none of these.
    Stray,
}

/// The lines of a text, with where they are: to the newline, which is not counted in.
pub fn read_symabis(text: &[u8]) -> impl Iterator<Item = (Span, SymbolAbi<'_>)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = text.get(at..).filter(|rest| !rest.is_empty())?;
        let length = memchr(b'\n', rest).unwrap_or(rest.len());
        let span = Span::new(at, at + length);
        at = (span.end + 1).min(text.len());
        let mut fields = rest[..length].split(u8::is_ascii_whitespace).filter(|field| !field.is_empty());
        let said = match (fields.next(), fields.next()) {
            (None, _) | (Some([b'#', ..]), _) => SymbolAbi::Nothing,
            (Some(b"def"), Some(symbol)) => SymbolAbi::Def(symbol),
            (Some(b"ref"), Some(symbol)) => SymbolAbi::Ref(symbol),
            _ => SymbolAbi::Stray,
        };
        Some((span, said))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_told_apart() {
        let text = b"def \"\".F ABI0\n ref\truntime.x \r\n\n# x\nref\nxyz a b\nref y";
        let lines: Vec<_> = read_symabis(text).map(|(_, said)| said).collect();
        use SymbolAbi::{Def, Nothing, Ref, Stray};
        assert_eq!(lines, [Def(b"\"\".F"), Ref(b"runtime.x"), Nothing, Nothing, Stray, Stray, Ref(b"y")]);
        let spans: Vec<_> = read_symabis(text).map(|(span, _)| &text[span.start..span.end]).collect();
        assert_eq!(spans[1], b" ref\truntime.x \r");
        assert_eq!(spans[6], b"ref y");
    }
}
