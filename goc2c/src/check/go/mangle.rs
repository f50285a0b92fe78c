//! The symbols of gccgo 11 and later.
//!
//! | what | pattern | in Go | symbol |
//! |---|---|---|---|
//! | function | `M(path).M(name)` | `Add_two` of package main | `main.Add__two` |
//! | method, of `T` or `*T` | `M(path).M(type).M(name)` | `(*Hash).Sum` of `example.com/a-b` | `example_0com_1a_x2db.Hash.Sum` |
//! | variable | as a function | `Table` of `main` | `main.Table` |
//! | path, with `-fgo-pkgpath=P` | `M(P)` | `example.com/Größe` | `example_0com_1Gr_u00f6_u00dfe` |
//! | path, with `-fgo-prefix=P` | `M(P.package)` | `lib`, package `a_b` | `lib_0a__b` |
//! | path of package main | `main` | | `main` |
//! | path of any other | `M(go.package)` | package `pkg` | `go_0pkg` |
//!
//! `M` keeps ASCII letters and digits; [`CODES`] has what it writes for some others. Everything else is `_xHH`
//! in ASCII, `_uHHHH` or `_UHHHHHHHH` beyond: the code point in lower-case hexadecimal. Tried with gccgo 12:
//! `tests/gccgo` links every shape of this table.

use std::fmt::Write as _;

/// Characters with a code of their own.
const CODES: [(char, &str); 14] = [
    ('_', "__"),
    ('.', "_0"),
    ('/', "_1"),
    ('*', "_2"),
    (',', "_3"),
    ('{', "_4"),
    ('}', "_5"),
    ('[', "_6"),
    (']', "_7"),
    ('(', "_8"),
    (')', "_9"),
    ('"', "_a"),
    (' ', "_b"),
    (';', "_c"),
];

/// `M`: the text as a part of a symbol of gccgo 11 and later; of a package's whole path, the package's part.
pub fn mangle(text: &str) -> String {
    let mut symbol = String::with_capacity(text.len() + 8);
    for char in text.chars() {
        let code = CODES.iter().find(|(plain, _)| *plain == char);
        // Writing to a string does not fail.
        let _ = match (code, u32::from(char)) {
            (Some((_, code)), _) => symbol.write_str(code),
            (None, _) if char.is_ascii_alphanumeric() => symbol.write_char(char),
            (None, point @ ..0x80) => write!(symbol, "_x{point:02x}"),
            (None, point @ ..0x10000) => write!(symbol, "_u{point:04x}"),
            (None, point) => write!(symbol, "_U{point:08x}"),
        };
    }
    symbol
}

#[cfg(test)]
mod tests {
    use super::mangle;

    #[test]
    fn symbols_are_those_that_gccgo_makes() {
        assert_eq!(mangle("Add_two"), "Add__two");
        assert_eq!(mangle("example.com/a-b/pkg"), "example_0com_1a_x2db_1pkg");
        assert_eq!(mangle("go.pkg"), "go_0pkg");
        assert_eq!(mangle("Größe𝔸"), "Gr_u00f6_u00dfe_U0001d538");
        assert_eq!(mangle("*,{}[]()\" ;~"), "_2_3_4_5_6_7_8_9_a_b_c_x7e");
    }
}
