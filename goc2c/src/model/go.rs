//! What a header in Go's own spelling is made of: names and types as spans, nothing copied.
//!
//! The same shapes serve a `.goc` file and the declarations of a hand-written Go file. Knows nothing of C.

use crate::fault::Fault;
use crate::source::{Source, Span};

/// A type as a header has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GoType {
    /// All of it.
    pub span: Span,
    /// What it is.
    pub kind: GoTypeKind,
}

/// The shapes of types.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GoTypeKind {
    /// `T`: the type's span is its name.
    Name,
    /// `pkg.T`
    Qualified {
        /// The package.
        package: Span,
        /// The name in it.
        name: Span,
    },
    /// `*T`
    Pointer(Box<GoType>),
    /// `[]T`
    Slice(Box<GoType>),
    /// `...T`, before a last parameter's type only.
    Variadic(Box<GoType>),
    /// `[N]T`
    Array {
        /// What stands between the brackets.
        length: Span,
        /// The type of the elements.
        element: Box<GoType>,
    },
    /// `map[K]V`
    Map(Box<GoType>, Box<GoType>),
    /// `chan T` and its kin.
    Chan(ChanDirection, Box<GoType>),
    /// `func(…) …`
    Func(Box<GoSignature>),
    /// `interface{ … }`
    Interface(Vec<GoMember>),
    /// `struct{ … }`
    Struct(Vec<GoMember>),
    /// `T[A]`, in a Go file only.
    Generic {
        /// The brackets and what is in them.
        arguments: Span,
    },
}

/// Which way a channel goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChanDirection {
    /// `chan T`
    Both,
    /// `chan<- T`
    Send,
    /// `<-chan T`
    Receive,
}

/// A line of an interface or a struct.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GoMember {
    /// A method of an interface.
    Method(Span, GoSignature),
    /// Fields of a struct with one type; what is embedded has no name.
    Field {
        /// The names.
        names: Vec<Span>,
        /// Their type.
        ty: GoType,
        /// The literal after it.
        tag: Option<Span>,
    },
}

/// Parameters and results.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct GoSignature {
    /// The parameters.
    pub params: Vec<GoParam>,
    /// The results; empty too where there are none.
    pub results: Vec<GoParam>,
}

impl GoSignature {
    /// Whether it has neither parameters nor results.
    pub fn is_empty(&self) -> bool {
        self.params.is_empty() && self.results.is_empty()
    }
}

/// Names with one type, as `a, b int`; no names where the list has types only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GoParam {
    /// The names.
    pub names: Vec<Span>,
    /// Their type.
    pub ty: GoType,
}

/// A function or method.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GoFunc {
    /// The comment that stands right above it.
    pub doc: Option<Span>,
    /// The word `func`.
    pub keyword: Span,
    /// The line of that word.
    pub line: u32,
    /// What stands before a method's name.
    pub receiver: Option<GoParam>,
    /// The name.
    pub name: Span,
    /// Parameters and results.
    pub signature: GoSignature,
    /// Where the header ends.
    pub end: usize,
    /// The body; a declaration in a Go file may have none.
    pub body: Option<GoBody>,
}

/// The declarations of a Go file that matter here, in order.
#[derive(Debug, Default)]
pub struct GoDecls {
    /// Functions and methods.
    pub funcs: Vec<GoFunc>,
    /// Types.
    pub types: Vec<GoTypeDecl>,
    /// Constants.
    pub consts: Vec<GoConst>,
}

/// `type T U`
#[derive(Debug)]
pub struct GoTypeDecl {
    /// The name.
    pub name: Span,
    /// Whether it is another name for the same type: `type T = U`.
    pub is_alias: bool,
    /// What it is, or why that cannot be read: told where the type is needed.
    pub ty: Result<GoType, Fault>,
}

/// `const C T = 1 << iota`
#[derive(Debug)]
pub struct GoConst {
    /// The name.
    pub name: Span,
    /// The type, where one is written.
    pub ty: Option<GoType>,
    /// The expression; none where there is none that can be read.
    pub value: Option<Span>,
    /// What `iota` is there.
    pub iota: u32,
}

/// A constant expression.
#[derive(Debug)]
pub struct GoExpr {
    /// All of it.
    pub span: Span,
    /// What it is.
    pub kind: GoExprKind,
}

/// The shapes of constant expressions.
#[derive(Debug)]
pub enum GoExprKind {
    /// A number.
    Number(Span),
    /// A string or a character.
    Literal(Span),
    /// A name: the expression's span.
    Name,
    /// `pkg.Name`
    Qualified {
        /// The package.
        package: Span,
        /// The name in it.
        name: Span,
    },
    /// `-x`
    Unary(GoUnary, Box<GoExpr>),
    /// `x + y`
    Binary(GoBinary, Box<GoExpr>, Box<GoExpr>),
    /// `T(x)`, `len(x)`
    Call {
        /// What stands before the parenthesis: a name, with a package or without.
        callee: Span,
        /// What stands in it.
        of: Box<GoExpr>,
    },
    /// `T{}`
    Zero(GoType),
}

/// Operators with one operand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GoUnary {
    /// `-x`
    Minus,
    /// `+x`
    Plus,
    /// `^x`
    Complement,
    /// `!x`
    Not,
}

/// Operators with two operands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GoBinary {
    /// `x || y`
    OrElse,
    /// `x && y`
    AndThen,
    /// `x == y`
    Equal,
    /// `x != y`
    Unequal,
    /// `x < y`
    Less,
    /// `x <= y`
    LessEqual,
    /// `x > y`
    Greater,
    /// `x >= y`
    GreaterEqual,
    /// `x + y`
    Add,
    /// `x - y`
    Subtract,
    /// `x | y`
    Or,
    /// `x ^ y`
    Xor,
    /// `x * y`
    Multiply,
    /// `x / y`
    Divide,
    /// `x % y`
    Remainder,
    /// `x << y`
    ShiftLeft,
    /// `x >> y`
    ShiftRight,
    /// `x & y`
    And,
    /// `x &^ y`
    AndNot,
}

/// What stands between a function's braces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GoBody {
    /// The line of the `{`.
    pub line: u32,
    /// The bytes, without the braces.
    pub span: Span,
    /// In C, where the function has results: the words `return` of the statements `return;`.
    pub bare_returns: Vec<Span>,
}

/// An import.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GoImport {
    /// The name that the file gives it.
    pub name: Option<Span>,
    /// The path with its quotes.
    pub path: Span,
}

/// The text of a span; what is not UTF-8 is replaced, and has been refused as a fault.
pub fn text_of(source: &Source<'_>, span: Span) -> String {
    String::from_utf8_lossy(source.slice(span)).into_owned()
}

impl GoImport {
    /// The path without its quotes.
    pub fn path_text(&self, source: &Source<'_>) -> String {
        text_of(source, self.path).trim_matches(['"', '`']).to_owned()
    }

    /// The name by which the file knows the package: its own, or the path's last element.
    pub fn local_name(&self, source: &Source<'_>) -> String {
        match self.name {
            Some(name) => text_of(source, name),
            None => {
                let path = self.path_text(source);
                path.rsplit('/').next().unwrap_or_default().to_owned()
            }
        }
    }
}

/// Go's keywords (its specification, "Keywords"): a parameter may have the name in a `.goc` file, nothing else.
const KEYWORDS: [&str; 25] = [
    "break",
    "case",
    "chan",
    "const",
    "continue",
    "default",
    "defer",
    "else",
    "fallthrough",
    "for",
    "func",
    "go",
    "goto",
    "if",
    "import",
    "interface",
    "map",
    "package",
    "range",
    "return",
    "select",
    "struct",
    "switch",
    "type",
    "var",
];

/// Whether a name is a keyword of Go.
pub fn is_go_keyword(name: &[u8]) -> bool {
    KEYWORDS.iter().any(|word| word.as_bytes() == name)
}

/// The value of an integer literal of Go's; none for a name, or where it is too large.
pub fn array_length(text: &str) -> Option<u64> {
    let digits = text.replace('_', "").to_ascii_lowercase();
    let (digits, radix) = match digits.get(..2) {
        Some("0x") => (&digits[2..], 16),
        Some("0b") => (&digits[2..], 2),
        Some("0o") => (&digits[2..], 8),
        _ if digits.len() > 1 && digits.starts_with('0') => (&digits[1..], 8),
        _ => (&digits[..], 10),
    };
    u64::from_str_radix(digits, radix).ok()
}
