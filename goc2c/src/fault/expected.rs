//! What belongs at a place, what stands there instead, and what both are a part of.

use crate::source::Span;

/// What a header or the package clause needs at some place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// The word `package`.
    PackageClause,
    /// The name after `package`.
    PackageName,
    /// The name after `func`.
    FunctionName,
    /// The parenthesis that opens the parameters.
    OpenParen,
    /// A parameter or a result, after a comma or an opening parenthesis.
    Parameter,
    /// A type, after a parameter's name.
    Type,
    /// A type name, after the stars of a pointer.
    TypeAfterStar,
    /// What goes on or ends a list.
    CommaOrCloseParen,
    /// What may follow the parameters.
    ResultsOrBody,
    /// The brace that opens the body.
    Body,
    /// The name after a receiver.
    MethodName,
    /// The end of a type in parentheses.
    CloseParen,
    /// The bracket of a map's key.
    OpenBracket,
    /// The bracket that closes an array's length or a map's key.
    CloseBracket,
    /// The brace of an interface or a struct.
    OpenBrace,
    /// What goes on or ends an interface or a struct.
    CloseBrace,
    /// `chan`, after an arrow.
    Chan,
    /// The name after a package's dot.
    TypeAfterDot,
    /// A method of an interface.
    Method,
    /// A field of a struct.
    FieldName,
    /// The path of an import.
    ImportPath,
}

impl Expected {
    /// The words for it.
    pub(crate) fn phrase(self) -> &'static str {
        match self {
            Expected::PackageClause => "`package`",
            Expected::PackageName => "a package name",
            Expected::FunctionName => "a function name",
            Expected::OpenParen => "`(`",
            Expected::Parameter => "a parameter",
            Expected::Type => "a type",
            Expected::TypeAfterStar => "a type after `*`",
            Expected::CommaOrCloseParen => "`,` or `)`",
            Expected::ResultsOrBody => "`(` results or `{`",
            Expected::Body | Expected::OpenBrace => "`{`",
            Expected::MethodName => "a method name",
            Expected::CloseParen => "`)`",
            Expected::OpenBracket => "`[`",
            Expected::CloseBracket => "`]`",
            Expected::CloseBrace => "a new line, `;` or `}`",
            Expected::Chan => "`chan`",
            Expected::TypeAfterDot => "a type name after `.`",
            Expected::Method => "a method",
            Expected::FieldName => "a field",
            Expected::ImportPath => "a path",
        }
    }
}

/// What stood there instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// A token of that text.
    Text(Vec<u8>),
    /// The end of the file.
    End,
}

/// An earlier place that a fault belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Context {
    /// The header that starts here.
    Header(Span),
    /// The list that opened here.
    List(Span),
}
