//! Declarations of types and constants in a Go file. One that cannot be read is a fault of its own, kept until somebody
//! needs it: what is in Go is the Go compiler's business.

use super::file::taken;
use super::token::{GoToken, GoTokenKind as Kind};
use super::types::GoCursor;
use crate::fault::Fault;
use crate::fault::go::GoFault;
use crate::front::token::{Lexer, Stop};
use crate::model::go::{GoConst, GoDecls, GoType, GoTypeDecl};
use crate::source::{Source, Span};

/// What a declaration declares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Declares {
    Types,
    Consts,
}

impl Declares {
    /// By the word that it starts with.
    pub(super) fn by(word: &[u8]) -> Option<Declares> {
        match word {
            b"type" => Some(Declares::Types),
            b"const" => Some(Declares::Consts),
            _ => None,
        }
    }
}

/// Reads a declaration, or a group of them; `lexer` stands after its first word, and then after the declaration.
pub(super) fn read_declaration(
    source: &Source<'_>,
    lexer: &mut Lexer,
    what: Declares,
    decls: &mut GoDecls,
) -> Result<(), Stop> {
    let mut consts = Repeated::default();
    let mut take = |spec: Vec<GoToken>| match what {
        Declares::Types => decls.types.extend(read_type(source, &spec)),
        Declares::Consts => consts.read(source, &spec, &mut decls.consts),
    };
    let mut behind = *lexer;
    if behind.next_go(source)?.kind != Kind::OpenParen {
        take(read_spec(source, lexer)?);
        return Ok(());
    }
    *lexer = behind;
    loop {
        let mut behind = *lexer;
        match behind.next_go(source)?.kind {
            Kind::End => return Ok(()),
            Kind::CloseParen => {
                *lexer = behind;
                return Ok(());
            }
            Kind::Semicolon => *lexer = behind,
            _ => take(read_spec(source, lexer)?),
        }
    }
}

/// The tokens up to where Go sees the end of a statement, or to the `)` of a group, which stays.
fn read_spec(source: &Source<'_>, lexer: &mut Lexer) -> Result<Vec<GoToken>, Stop> {
    let mut tokens: Vec<GoToken> = Vec::new();
    let mut depth = 0usize;
    loop {
        let before = *lexer;
        let token = lexer.next_go(source)?;
        let ends = token.starts_line && tokens.last().is_some_and(|last| may_end(last.kind));
        match token.kind {
            Kind::End => return Ok(tokens),
            _ if depth == 0 && ends => {
                *lexer = before;
                return Ok(tokens);
            }
            Kind::CloseParen if depth == 0 => {
                *lexer = before;
                return Ok(tokens);
            }
            Kind::Semicolon if depth == 0 => return Ok(tokens),
            Kind::OpenBrace | Kind::OpenParen | Kind::OpenBracket => depth += 1,
            Kind::CloseBrace | Kind::CloseParen | Kind::CloseBracket => depth = depth.saturating_sub(1),
            _ => {}
        }
        tokens.push(token);
    }
}

/// Whether a statement may end with the line behind such a token.
fn may_end(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Name | Kind::Number | Kind::Literal | Kind::CloseBrace | Kind::CloseParen | Kind::CloseBracket
    )
}

/// `T U`, `T = U`
fn read_type(source: &Source<'_>, spec: &[GoToken]) -> Option<GoTypeDecl> {
    let (name, rest) = spec.split_first().filter(|(name, _)| name.kind == Kind::Name)?;
    let is_alias = rest.first().is_some_and(|next| source.slice(next.span) == b"=");
    let ty = match rest {
        [open, first, second, ..]
            if open.kind == Kind::OpenBracket && is_parameter(source, first, second) =>
        {
            Err(Fault::from(GoFault::GenericType { at: open.span }))
        }
        _ => {
            let start = if is_alias { rest[0] } else { *name };
            taken(type_behind(source, &start, name.span))
        }
    };
    Some(GoTypeDecl { name: name.span, is_alias, ty })
}

/// Whether what follows a bracket is a type parameter and its constraint, rather than the length of an array.
fn is_parameter(source: &Source<'_>, first: &GoToken, second: &GoToken) -> bool {
    let starts_constraint = match second.kind {
        Kind::Name | Kind::Comma | Kind::OpenBracket => true,
        _ => source.slice(second.span) == b"~",
    };
    first.kind == Kind::Name && starts_constraint
}

/// The type behind a token.
fn type_behind(source: &Source<'_>, token: &GoToken, start: Span) -> Result<GoType, Stop> {
    let lexer = Lexer { at: token.span.end, line: token.line };
    GoCursor::new(source, lexer, start)?.in_go_file().ty()
}

/// The type and the values of the constants before, which those without repeat.
#[derive(Default)]
struct Repeated {
    ty: Option<GoType>,
    values: Vec<Span>,
    iota: u32,
}

impl Repeated {
    /// `A, B T = 1, 2`
    fn read(&mut self, source: &Source<'_>, spec: &[GoToken], consts: &mut Vec<GoConst>) {
        let equals = spec.iter().position(|token| source.slice(token.span) == b"=");
        let before = &spec[..equals.unwrap_or(spec.len())];
        // Names stand between commas, and a type behind the last of them.
        let count =
            before.iter().skip(1).step_by(2).take_while(|token| token.kind == Kind::Comma).count() + 1;
        let names: Vec<_> = before.iter().step_by(2).take(count).map(|name| name.span).collect();
        if let Some(equals) = equals {
            let last_name = before.get(2 * count - 2);
            let has_type = before.len() > 2 * count - 1;
            let ty = last_name.filter(|_| has_type).map(|name| type_behind(source, name, name.span));
            self.values = match ty {
                Some(Err(_)) => Vec::new(),
                _ => values(&spec[equals + 1..]),
            };
            self.ty = ty.and_then(Result::ok);
        }
        for (at, name) in names.into_iter().enumerate() {
            let value = self.values.get(at).copied();
            consts.push(GoConst { name, ty: self.ty.clone(), value, iota: self.iota });
        }
        self.iota += 1;
    }
}

/// Where the expressions between commas are.
fn values(tokens: &[GoToken]) -> Vec<Span> {
    let mut depth = 0usize;
    let mut found = Vec::new();
    let mut start = 0;
    for (at, token) in tokens.iter().enumerate() {
        match token.kind {
            Kind::OpenBrace | Kind::OpenParen | Kind::OpenBracket => depth += 1,
            Kind::CloseBrace | Kind::CloseParen | Kind::CloseBracket => depth = depth.saturating_sub(1),
            Kind::Comma if depth == 0 => {
                found.push(start..at);
                start = at + 1;
            }
            _ => {}
        }
    }
    found.push(start..tokens.len());
    let span = |range: std::ops::Range<usize>| match &tokens[range] {
        [] => None,
        [first, .., last] => Some(Span::new(first.span.start, last.span.end)),
        [one] => Some(one.span),
    };
    found.into_iter().filter_map(span).collect()
}

#[cfg(test)]
mod tests {
    use crate::front::{read_go_expr, read_go_file};
    use crate::model::go::text_of;
    use crate::source::Source;

    const GO: &str = "package p\n\ntype (\n\tA struct {\n\t\tB; *C `x`\n\t\td, e [N + 1]int // f\n\t}\n\tB = pkg.T\n)\n\
        type G[T any] struct{ x T }\ntype H[K comparable, V any] map[K]V\ntype I [N]int\ntype J [len(\"a\")]int;\ntype K *L[int]\n\
        const (\n\tX, Y T = iota, 1 <<\n\t\tiota\n\t_, Z\n\n\tW = f(1, 2) // 3\n)\nconst V = 'v'\n\
        func f() { type inner int; const c = 1 }\nvar v = struct{ z int }{1}\ntype\n";

    #[test]
    fn groups_repetitions_and_generic_types_are_told_apart() {
        let source = Source::from_bytes("p.go", GO.as_bytes());
        let decls = read_go_file(&source).unwrap();
        let types: Vec<_> = decls
            .types
            .iter()
            .map(|decl| {
                let sign = if decl.is_alias { "=" } else { "" };
                let ty = decl.ty.as_ref().map_or("?".into(), |ty| text_of(&source, ty.span));
                format!("{}{sign} {}", text_of(&source, decl.name), ty.split_whitespace().next().unwrap())
            })
            .collect();
        assert_eq!(
            types,
            ["A struct", "B= pkg.T", "G ?", "H ?", "I [N]int", "J [len(\"a\")]int", "K *L[int]"]
        );
        let consts: Vec<_> = decls
            .consts
            .iter()
            .map(|decl| {
                let value = decl.value.map_or("?".into(), |value| text_of(&source, value));
                format!("{} {} {}", text_of(&source, decl.name), decl.iota, value.replace(['\n', '\t'], " "))
            })
            .collect();
        let shift = "1 <<   iota";
        let expected = [
            "X 0 iota".to_owned(),
            format!("Y 0 {shift}"),
            "_ 1 iota".into(),
            format!("Z 1 {shift}"),
            "W 2 f(1, 2)".into(),
            "V 0 'v'".into(),
        ];
        assert_eq!(consts, expected);
    }

    #[test]
    fn what_is_cut_off_or_bent_is_read_without_harm() {
        for end in 0..GO.len() {
            for bent in [GO[..end].to_owned(), GO[..end].to_owned() + "}" + &GO[end..], GO[end..].to_owned()]
            {
                let source = Source::from_bytes("p.go", bent.as_bytes());
                let Ok(decls) = read_go_file(&source) else { continue };
                for value in decls.consts.iter().filter_map(|decl| decl.value) {
                    let _ = read_go_expr(&source, value);
                }
            }
        }
        let deep =
            format!("package p\nconst A = {}1\nconst B = {}1\n", "(".repeat(100_000), "-".repeat(100_000));
        let source = Source::from_bytes("p.go", deep.as_bytes());
        for decl in read_go_file(&source).unwrap().consts {
            assert!(decl.value.is_none_or(|value| read_go_expr(&source, value).is_none()));
        }
    }
}
