//! Conditions of `//go:build`: terms with `!`, `&&`, `||` and parentheses. Read from left to right with a stack of its
//! own, since a line may nest them as deep as it is long.

use super::fault::SourceFault;
use crate::source::Span;

/// A piece of a condition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Piece<'t> {
    Term(&'t str),
    Not,
    And,
    Or,
    Open,
    Close,
    End,
    /// What no condition has.
    Stray,
}

/// A level of parentheses while it is read.
#[derive(Debug, Clone, Copy)]
struct Level {
    /// Whether one of the alternatives before the last `||` holds.
    any: bool,
    /// Whether all of the current one hold so far.
    all: bool,
    /// Whether the level stands after a `!`.
    negated: bool,
}

impl Level {
    fn new(negated: bool) -> Level {
        Level { any: false, all: true, negated }
    }

    fn value(self) -> bool {
        (self.any || self.all) != self.negated
    }
}

/// Whether a condition holds, by whether its terms do. It stands in its file at `start`.
///
/// # Errors
/// It cannot be read.
pub(super) fn holds(
    text: &[u8],
    start: usize,
    term_holds: impl Fn(&str) -> bool,
) -> Result<bool, SourceFault> {
    let mut levels: Vec<Level> = Vec::new();
    let mut level = Level::new(false);
    let mut at = 0;
    // Whether the next piece is an operand, and whether a `!` came before it.
    let (mut operand, mut not) = (true, false);
    loop {
        let (span, piece) = next(text, at);
        at = span.end;
        let bad = |expected| {
            let at = Span::new(start + span.start, start + span.end);
            SourceFault::BadCondition { at, expected }
        };
        match piece {
            Piece::Not if operand && not => return Err(bad("a term: `!!` says nothing")),
            Piece::Not if operand => not = true,
            Piece::Open if operand => {
                levels.push(level);
                level = Level::new(std::mem::take(&mut not));
            }
            Piece::Term(term) if operand => {
                level.all &= term_holds(term) != std::mem::take(&mut not);
                operand = false;
            }
            _ if operand => return Err(bad("a term")),
            Piece::And => operand = true,
            Piece::Or => {
                level = Level { any: level.any || level.all, all: true, ..level };
                operand = true;
            }
            Piece::Close => {
                let Some(outer) = levels.pop() else { return Err(bad("`&&` or `||`")) };
                level = Level { all: outer.all && level.value(), ..outer };
            }
            Piece::End if levels.is_empty() => return Ok(level.value()),
            Piece::End => return Err(bad("`)`")),
            Piece::Term(_) | Piece::Not | Piece::Open | Piece::Stray => return Err(bad("`&&` or `||`")),
        }
    }
}

/// Whether a character may be a part of a term.
pub(super) fn is_part(char: char) -> bool {
    char.is_alphanumeric() || "_.".contains(char)
}

/// The next piece from a place on, and where it stands.
fn next(text: &[u8], at: usize) -> (Span, Piece<'_>) {
    let blanks = text[at..].iter().take_while(|byte| b" \t".contains(byte)).count();
    let start = at + blanks;
    let rest = &text[start..];
    let (length, piece) = match rest {
        [] => (0, Piece::End),
        [b'&', b'&', ..] => (2, Piece::And),
        [b'|', b'|', ..] => (2, Piece::Or),
        [b'!', ..] => (1, Piece::Not),
        [b'(', ..] => (1, Piece::Open),
        [b')', ..] => (1, Piece::Close),
        _ => {
            // Letters and digits of any script count; what they are must be text.
            let may_be_part =
                |byte: &u8| byte.is_ascii_alphanumeric() || b"_.".contains(byte) || *byte >= 0x80;
            let length = rest.iter().take_while(|byte| may_be_part(byte)).count();
            match std::str::from_utf8(&rest[..length]) {
                Ok(term) if length > 0 && term.chars().all(is_part) => (length, Piece::Term(term)),
                _ => (length.max(1), Piece::Stray),
            }
        }
    };
    (Span::new(start, start + length), piece)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<bool, (usize, &'static str)> {
        holds(text.as_bytes(), 100, |term| term.starts_with('y')).map_err(|fault| match fault {
            SourceFault::BadCondition { at, expected } => (at.start - 100, expected),
            fault => panic!("{fault:?}"),
        })
    }

    #[test]
    fn signs_bind_as_in_go() {
        for (text, value) in [
            ("y1", true),
            ("n", false),
            ("!n", true),
            ("y && n || y", true),
            ("n || y && n", false),
            ("y && (n || y)", true),
            ("!(y && n) && y", true),
            ("!(y || n)", false),
            ("(((y)))", true),
            (" y\t&&y ", true),
        ] {
            assert_eq!(read(text), Ok(value), "{text}");
        }
    }

    #[test]
    fn what_cannot_be_read_is_told_where_reading_ends() {
        assert_eq!(read(""), Err((0, "a term")));
        assert_eq!(read("y &&"), Err((4, "a term")));
        assert_eq!(read("y, n"), Err((1, "`&&` or `||`")));
        assert_eq!(read("y // why"), Err((2, "`&&` or `||`")));
        assert_eq!(read("y n"), Err((2, "`&&` or `||`")));
        assert_eq!(read("!!y"), Err((1, "a term: `!!` says nothing")));
        assert_eq!(read("(y"), Err((2, "`)`")));
        assert_eq!(read("y)"), Err((1, "`&&` or `||`")));
        assert_eq!(read("y & n"), Err((2, "`&&` or `||`")));
    }

    #[test]
    fn a_line_may_nest_as_deep_as_it_is_long() {
        let deep = |count: usize| format!("{}y{}", "(".repeat(count), ")".repeat(count));
        assert_eq!(read(&deep(200_000)), Ok(true));
        assert_eq!(read(&"(".repeat(200_000)), Err((200_000, "a term")));
        assert!(read(&"!".repeat(200_000)).is_err());
    }
}
