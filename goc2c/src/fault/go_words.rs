//! The words for the faults of headers in Go's spelling; as `words` has them for the others.

use super::expected::{Expected, Found};
use super::go::{GoFault, Reserved};
use crate::diagnostic::quote_bytes;
use crate::source::Span;

impl GoFault {
    pub(crate) fn message(&self) -> String {
        match self {
            GoFault::Unexpected { expected, found: Found::End, .. } => {
                format!("expected {}, at the end of the file", expected.phrase())
            }
            GoFault::Unexpected { expected, found: Found::Text(text), .. } => {
                format!("expected {}, found `{}`", expected.phrase(), quote_bytes(text))
            }
            GoFault::MixedList { is_name: true, .. } => "a name without a type in a list of names".into(),
            GoFault::MixedList { .. } => "a type without a name in a list of names".into(),
            GoFault::GenericFunc { .. } => "a function with a body in C cannot have type parameters".into(),
            GoFault::GenericType { .. } => "a type with type arguments has no name in C".into(),
            GoFault::BlankFunc { .. } => "a function called `_` cannot be called".into(),
            GoFault::Keyword { name, what, .. } => {
                format!("`{name}` is a keyword of Go and cannot name {what}")
            }
            GoFault::BodyWanted { name, .. } => format!("`{name}` cannot be declared in Go without a body"),
            GoFault::DotImport { .. } => "an import by `.` gives a type's package no name".into(),
            GoFault::VariadicPlace { .. } => "`...` belongs before the last parameter's type".into(),
            GoFault::TypeTooDeep { .. } => "this type has too many types within each other".into(),
            GoFault::ArrayLength { .. } => "the length of an array must be a number or a name".into(),
            GoFault::EmptyArray { .. } => "an array without elements cannot be passed by value".into(),
            GoFault::ReceiverCount { .. } => "a method has exactly one receiver".into(),
            GoFault::ReceiverType { .. } => "a receiver is `T` or `*T`, of a type of this package".into(),
            GoFault::StructByValue { .. } => "a struct without a name cannot be passed by value".into(),
            GoFault::NoLetter { sign, .. } => {
                format!("`U+{:04X}` is neither a letter of Go nor white space", u32::from(*sign))
            }
            GoFault::NotUtf8 { .. } => "a name that is not UTF-8".into(),
            GoFault::PackageName { name, .. } => {
                format!("`{}` cannot be a package's name", quote_bytes(name))
            }
            GoFault::CType { name, .. } => format!("`{name}` is a type of C, not of Go"),
            GoFault::NearType { name, .. } => format!("Go has no type `{name}` of its own"),
            GoFault::DuplicateName { name, .. } => format!("`{name}` stands twice in this header"),
            GoFault::DuplicateFunc { name, .. } => format!("`{name}` is written twice in this file"),
            GoFault::Renamed { role, name, to, .. } => {
                format!("{} `{name}` is called `{to}` in C", role.name())
            }
            GoFault::NoGoType { name, .. } => format!("Go has no type `{name}`"),
            GoFault::NoImport { package, .. } => format!("the path of package `{package}` is not known"),
            GoFault::NotInGo { declaration, .. } => {
                let name = declaration.strip_prefix("func ").unwrap_or(declaration);
                format!("no Go file declares `{name}`")
            }
            GoFault::BodyInGo { name, .. } => format!("`{name}` has a body in Go too"),
            GoFault::NotInGoc { name, .. } => format!("`{name}` has no body in any .goc file"),
            GoFault::TypeDiffers { what, func, ours: Some(ours), theirs: Some(theirs), .. } => {
                format!("{what} of `{func}` is `{ours}` here and `{theirs}` in Go")
            }
            GoFault::TypeDiffers { what, func, ours, .. } => match ours {
                Some(_) => format!("{what} of `{func}` is missing in Go"),
                None => format!("`{func}` has no {what}, and Go has one"),
            },
            GoFault::OtherPrelude { found: Some(found), wanted, .. } => {
                format!("goc.h is of version {found}, and this goc2c writes version {wanted}")
            }
            GoFault::OtherPrelude { .. } => "goc.h does not say its version".into(),
            GoFault::AttributeBeforeFunc { .. } => "an attribute before `func`, which is not C's".into(),
            GoFault::NoPrelude { .. } => "goc.h is not included, which has Go's types in C".into(),
        }
    }

    pub(crate) fn label(&self) -> String {
        match self {
            GoFault::Unexpected { expected, .. } => format!("{} belongs here", expected.phrase()),
            GoFault::MixedList { is_name: true, .. } => "this has no type".into(),
            GoFault::MixedList { .. } => "this has no name".into(),
            GoFault::GenericFunc { .. } => "type parameters".into(),
            GoFault::GenericType { .. } => "type arguments".into(),
            GoFault::BlankFunc { .. } | GoFault::DotImport { .. } | GoFault::VariadicPlace { .. } => {
                "not possible here".into()
            }
            GoFault::Keyword { .. } => "a keyword of Go".into(),
            GoFault::BodyWanted { .. } => "Go calls this one by itself".into(),
            GoFault::TypeTooDeep { .. } => "too deep here".into(),
            GoFault::ArrayLength { .. } => "this length".into(),
            GoFault::EmptyArray { .. } => "C and gccgo pass it in different ways".into(),
            GoFault::ReceiverCount { .. } => "this list".into(),
            GoFault::ReceiverType { .. } => "this type".into(),
            GoFault::StructByValue { .. } => "C has no name for it".into(),
            GoFault::NoLetter { .. } => "this character".into(),
            GoFault::NotUtf8 { .. } => "bytes that are no text".into(),
            GoFault::PackageName { .. } => "a name of letters, digits and `_` belongs here".into(),
            GoFault::CType { write, .. } => format!("`{write}` in Go"),
            GoFault::NearType { near, .. } => format!("like `{near}`"),
            GoFault::DuplicateName { .. } => "here again".into(),
            GoFault::DuplicateFunc { .. } => "written again here".into(),
            GoFault::Renamed { to, .. } => format!("`{to}` in the body"),
            GoFault::NoGoType { .. } => "the runtime's name in C".into(),
            GoFault::NoImport { .. } => "a type of that package".into(),
            GoFault::NotInGo { .. } => "written in C here".into(),
            GoFault::BodyInGo { .. } => "written in C here".into(),
            GoFault::NotInGoc { .. } => "declared without a body here".into(),
            GoFault::TypeDiffers { ours: Some(ours), .. } => format!("`{ours}` here"),
            GoFault::TypeDiffers { .. } => "in this header".into(),
            GoFault::OtherPrelude { wanted, .. } => format!("version {wanted} belongs here"),
            GoFault::AttributeBeforeFunc { .. } => "it belongs to a function of C".into(),
            GoFault::NoPrelude { .. } => "it needs goc.h".into(),
        }
    }

    pub(crate) fn related(&self) -> Vec<(Span, String)> {
        match self {
            GoFault::Unexpected { header, .. } => vec![(*header, "the header starts here".into())],
            GoFault::DuplicateName { first, .. } => vec![(*first, "first here".into())],
            GoFault::Renamed { assigned: Some(at), name, .. } => {
                vec![(*at, format!("this is not the header's `{name}`"))]
            }
            _ => Vec::new(),
        }
    }

    pub(crate) fn notes(&self) -> Vec<String> {
        let note = match self {
            GoFault::Unexpected { expected, found, .. } => unexpected_note(*expected, found),
            GoFault::MixedList { .. } => {
                "give each a name, `_` where it is not used, or none: `(a, b int, _ string)`".into()
            }
            GoFault::GenericFunc { .. } => {
                "write a function for each type, or a generic one in Go that calls them".into()
            }
            GoFault::GenericType { .. } => {
                "name it in Go, as `type Ints = List[int]`, and write that name".into()
            }
            GoFault::BlankFunc { .. } => "give it a name, or take it out".into(),
            GoFault::Keyword { what, .. } => format!("give {what} another name"),
            GoFault::BodyWanted { name, .. } => {
                format!("give it another name, and call it from `func {name}() {{` in a Go file")
            }
            GoFault::DotImport { .. } => {
                "leave the dot out and write the package before its types: `io.Reader`".into()
            }
            GoFault::VariadicPlace { .. } => "elsewhere write a slice: `[]T` for `...T`".into(),
            GoFault::TypeTooDeep { .. } => "name a part of it in Go, and write that name".into(),
            GoFault::ArrayLength { .. } => {
                "write the number, as `[16]byte`, or a constant that C knows by the same name".into()
            }
            GoFault::EmptyArray { .. } => "leave it out, or pass a pointer: `*[0]int`".into(),
            GoFault::ReceiverCount { .. } => "write `func (p *T) Name(a int32) {`".into(),
            GoFault::ReceiverType { .. } => "name the type in Go, and write its name".into(),
            GoFault::StructByValue { .. } => {
                "name it in Go, as `type Pair struct`, declare the same struct in C, and write `Pair`".into()
            }
            GoFault::NoLetter { sign: '·', .. } => NO_PACKAGE.into(),
            GoFault::NoLetter { sign, .. } if sign.is_whitespace() => {
                "write a plain space; text from a web page may have others".into()
            }
            GoFault::NoLetter { .. } => {
                "take it out: a name is made of letters, digits and `_`; some characters cannot be seen"
                    .into()
            }
            GoFault::NotUtf8 { .. } => "Go's source is UTF-8; was the file saved in another encoding?".into(),
            GoFault::PackageName { .. } => {
                "the clause is a line of its own, without a semicolon: `package sum`".into()
            }
            GoFault::CType { write, .. } => format!("write `{write}`"),
            GoFault::NearType { name, near, .. } => {
                format!("write `{near}`; if `{name}` is a type of your package, rename it or live with this")
            }
            GoFault::DuplicateName { .. } => "parameters and results share one scope: rename one".into(),
            GoFault::DuplicateFunc { line, .. } => format!("the first is on line {line}"),
            GoFault::Renamed { name, to, why, assigned, .. } => {
                let why = match why {
                    Reserved::Keyword => "is a keyword of C or C++",
                    Reserved::Macro => "is a macro of gcc",
                    Reserved::Prelude => "is a name of goc.h",
                    Reserved::Type => "is a type in the same header",
                    Reserved::Taken => "is taken in C",
                };
                match assigned {
                    Some(_) => format!("`{name}` {why}: assign to `{to}`, or rename it"),
                    None => format!("`{name}` {why}: write `{to}` in the body, or rename it"),
                }
            }
            GoFault::NoGoType { write, .. } => format!("write `{write}`"),
            GoFault::NoImport { package, .. } => {
                format!("below the package clause, write `import \"path/of/{package}\"`")
            }
            GoFault::NotInGo { declaration, .. } => format!("in Go, write `{declaration}`"),
            GoFault::BodyInGo { place, .. } => {
                format!("`{place}` has the Go one: take its body out, or this function")
            }
            GoFault::NotInGoc { .. } => "write it in a .goc file, or name that file in this run; \
                 what comes from elsewhere has a `//go:linkname` or `//extern`"
                .into(),
            GoFault::TypeDiffers { place, .. } => format!("`{place}` has the declaration"),
            GoFault::OtherPrelude { .. } => "write it anew: `goc2c --emit prelude -o goc.h`".into(),
            GoFault::AttributeBeforeFunc { .. } => {
                "write it before a function of C with the work in it, as `static __attribute__((…)) int work(…) { … }`, \
                 and call that"
                    .into()
            }
            GoFault::NoPrelude { .. } => "write `#include \"goc.h\"` below the package clause".into(),
        };
        vec![note]
    }
}

const NO_PACKAGE: &str =
    "a name has no package before it; `--go-pkgpath` says which package the file belongs to";

const HEADER_FORM: &str =
    "a header is written as in Go: `func (h *Hash) Write(p []byte) (n int, err error) {`";

fn unexpected_note(expected: Expected, found: &Found) -> String {
    let found: &[u8] = match found {
        Found::Text(text) => text,
        Found::End => b"",
    };
    let note = match (expected, found) {
        (Expected::OpenParen, b"." | b"\xc2" | b"\xb7") => NO_PACKAGE,
        (Expected::FunctionName, _) => "a function has a name: `func Sum(p []byte) (sum uint32) {`",
        (Expected::MethodName, _) => "a method has a name: `func (h *Hash) Sum() (sum uint32) {`",
        (Expected::Body, b"func" | b"}") => {
            "each function of a .goc file has a body in C; one without is declared in a Go file"
        }
        (Expected::CommaOrCloseParen, b"*") => "in Go the star stands before the type: `p *int32`",
        (Expected::CommaOrCloseParen, b"=") => "Go has no default values",
        (Expected::CommaOrCloseParen, _) => "part two parameters by a comma: `a, b int32, p []byte`",
        (Expected::Type | Expected::Parameter, _) => {
            "write a type as in Go: `p *int32, s []byte, f func(int) bool`"
        }
        (Expected::ImportPath, _) => "write the path in quotes: `import \"io\"`",
        _ => HEADER_FORM,
    };
    note.into()
}
