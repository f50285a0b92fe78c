//! What a compiler's text is made of: pieces, each a few spans of the input.
//!
//! Nothing here is copied from the input, and no list of all pieces exists: a reader of the [front
//! end](crate::front) hands out one at a time.
//!
//! A name of C that acid has a use for comes with a `$` before it, and the historical headers have it so:
//! [`plain_name`] takes it off.

use goc2c::Span;

/// A constant with its value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Constant {
    /// Its name.
    pub name: Span,
    /// Its value: a decimal number.
    pub value: Span,
}

/// A field of a struct or union of C. Those of anonymous members count as the struct's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Field {
    /// Its type as the text has it; in acid text a letter in quotes or a struct's name, or nothing.
    pub ty: Span,
    /// Its offset from the start of the outermost struct: a decimal number.
    pub offset: Span,
    /// Its name.
    pub name: Span,
}

/// A struct or union of C. Its fields come beside it, as from [`AcidReader::fields`](crate::front::acid::AcidReader).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Struct {
    /// Its tag, or what the compiler calls it.
    pub name: Span,
    /// Its size, where the text tells it just before the struct.
    pub size: Option<Span>,
}

/// What a compiler tells of a program of C.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CDecl {
    /// A constant.
    Constant(Constant),
    /// A struct or union.
    Struct(Struct),
}

/// A name as C has it.
pub fn plain_name(name: &[u8]) -> &[u8] {
    name.strip_prefix(b"$").unwrap_or(name)
}

/// What a declaration of Go is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GoDecl {
    /// A blank line.
    Blank,
    /// A line that is a comment.
    Comment,
    /// `const NAME = VALUE`
    Const(Constant),
    /// `var NAME TYPE`
    Var {
        /// Its name.
        name: Span,
        /// Its type.
        ty: Span,
    },
    /// `type NAME struct {` to its `}`.
    Type {
        /// Its name.
        name: Span,
    },
    /// `func NAME…`
    Func,
}

/// A declaration of Go, or a line between two.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GoItem {
    /// What it is.
    pub decl: GoDecl,
    /// All its lines, with the last one's newline if it has one.
    pub lines: Span,
}
