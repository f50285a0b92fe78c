//! Which characters Go has in names: letters and digits of Unicode, and `_`.
//!
//! The categories are those of Go's specification ("Identifiers"); their tables are made when this is compiled.

use logos::Logos;

use crate::fault::go::GoFault;
use crate::front::token::Stop;
use crate::source::Span;

#[derive(Logos, Debug, Clone, Copy, PartialEq, Eq)]
enum Sign {
    #[regex(r"[\p{L}_]")]
    Letter,
    #[regex(r"\p{Nd}")]
    Digit,
}

/// Refuses a name with a character that Go has in none: what is no letter, and no white space either.
///
/// What is not UTF-8 is no business of this.
pub(in crate::front) fn check_letters(name: &[u8], start: usize) -> Result<(), Stop> {
    if name.is_ascii() {
        return Ok(());
    }
    let Ok(text) = std::str::from_utf8(name) else { return Ok(()) };
    let fits = |at: usize, char| match sign(char) {
        Some(Sign::Letter) => true,
        Some(Sign::Digit) => at > 0,
        None => false,
    };
    match text.char_indices().find(|&(at, char)| !fits(at, char)) {
        None => Ok(()),
        Some((at, sign)) => {
            let at = Span::new(start + at, start + at + sign.len_utf8());
            Err(GoFault::NoLetter { at, sign }.into())
        }
    }
}

/// Whether the first character is one that no name of Go has, beyond ASCII.
pub(in crate::front) fn starts_oddly(bytes: &[u8]) -> bool {
    let first = bytes.utf8_chunks().next().and_then(|chunk| chunk.valid().chars().next());
    first.is_some_and(|char| !char.is_ascii() && sign(char).is_none())
}

fn sign(char: char) -> Option<Sign> {
    Sign::lexer(char.encode_utf8(&mut [0; 4])).next()?.ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_and_digits_are_those_of_unicode() {
        for letter in ['a', '_', 'é', 'ß', 'Ω', '世', 'ʰ', '𝔸', 'ª'] {
            assert_eq!(sign(letter), Some(Sign::Letter), "{letter}");
        }
        assert_eq!(sign('٣'), Some(Sign::Digit));
        assert!(check_letters("a٣".as_bytes(), 0).is_ok() && check_letters("٣a".as_bytes(), 0).is_err());
        // No-break and zero width space, byte order mark, quotes, dash, a mark, a number, a symbol.
        for sign in ['\u{a0}', '\u{200b}', '\u{feff}', '“', '’', '–', '\u{301}', 'Ⅷ', '²', '€', '·']
        {
            assert!(check_letters(format!("x{sign}").as_bytes(), 0).is_err(), "{sign:?}");
            assert!(starts_oddly(format!("{sign}x").as_bytes()), "{sign:?}");
        }
        assert!(!starts_oddly("é".as_bytes()) && !starts_oddly(b"\xc2") && !starts_oddly(b" "));
    }
}
