//! What belongs at a place of a text, in words, and what may be there instead. Unaware of the faults that say so.

/// What some place of a text needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// A statement of acid text.
    AcidStatement,
    /// A field of a struct of acid text.
    Field,
    /// A declaration of Go.
    GoDecl,
    /// A field of a struct of Go.
    GoField,
    /// A name of a list of opcodes.
    Opcode,
    /// A line of symbol ABIs.
    SymbolAbi,
}

impl Expected {
    pub(super) fn phrase(self) -> &'static str {
        match self {
            Expected::AcidStatement => "a line of acid text",
            Expected::Field => "a field",
            Expected::GoDecl => "a declaration of Go",
            Expected::GoField => "a field and its type",
            Expected::Opcode => "an opcode",
            Expected::SymbolAbi => "`def` or `ref` with a symbol",
        }
    }

    pub(super) fn note(self) -> &'static str {
        match self {
            Expected::AcidStatement => {
                "what `6c -a` prints has `NAME = VALUE;`, `aggr`, `defn` and `complex` at the left edge"
            }
            Expected::Field => "a field is a type, an offset and a name: `'W' 8 pc;`",
            Expected::GoDecl => {
                "what `6c -q` prints has `type`, `var`, `const`, `func` and comments at the left edge"
            }
            Expected::GoField => "a field is a name and a type with a tab between them",
            Expected::Opcode => "an opcode is a word of capital letters and digits with a comma after it",
            Expected::SymbolAbi => "a line reads `def SYMBOL ABI` or `ref SYMBOL ABI`",
        }
    }
}

/// What a number stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NumberOf {
    /// A field's offset.
    Offset,
    /// A constant's value.
    Constant,
}

/// What an input is that is no plain text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotText {
    /// What a compiler or an archiver makes: what it is called.
    Compiled(&'static str),
    /// Text of another encoding, or with a mark of its encoding: what it is called.
    Encoded(&'static str),
    /// Something with a NUL byte.
    Nul,
}

impl NotText {
    pub(super) fn phrase(self) -> &'static str {
        match self {
            NotText::Compiled(name) | NotText::Encoded(name) => name,
            NotText::Nul => "a NUL byte",
        }
    }

    pub(super) fn note(self) -> &'static str {
        match self {
            NotText::Compiled(_) => {
                "give what the compiler prints, as with `6c -a` or `6c -q`, not what it compiles"
            }
            NotText::Encoded(_) => "save the file as UTF-8 without a byte order mark",
            NotText::Nul => "is it a compiled file, or a damaged one?",
        }
    }
}

/// Whether a line looks like `FILE:LINE …`, as compilers report.
pub(super) fn is_message(line: &[u8]) -> bool {
    let word = line.split(|byte| byte.is_ascii_whitespace()).next().unwrap_or_default();
    let mut parts = word.split(|&byte| byte == b':').skip(1);
    parts.next().is_some_and(|number| !number.is_empty() && number.iter().all(u8::is_ascii_digit))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_of_a_compiler_are_told_from_other_text() {
        assert!(is_message(b"proc.c:7 6c: No such file or directory: x.h"));
        assert!(is_message(b"a.c:7: error"));
        assert!(!is_message(b"complex G schedule:gp;"));
        assert!(!is_message(b"hello: world"));
    }
}
