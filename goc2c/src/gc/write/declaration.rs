//! The Go declaration of a function: one without a body, which the assembly has. A method cannot be written in Go's
//! assembly: it forwards to a function that can.

use crate::back::go::decls::doc_lines;
use crate::back::go::spelling::spell_type;
use crate::check::go::names::{BUILTIN, in_go};
use crate::check::go::{CField, CheckedGoFunc};
use crate::model::go::{GoParam, GoType, GoTypeKind, text_of};
use crate::source::Source;

/// Types that hold no pointer, beside those that goc.h has under Go's names.
const PLAIN: [&str; 4] = ["int", "intgo", "uint", "uintgo"];

/// Registers of Go's assembler whose names a parameter may have.
const REGISTERS: [&str; 9] = ["g", "SP", "FP", "SB", "PC", "LR", "ZR", "RSP", "TLS"];

/// A list of parameters or results, spelled.
pub(super) struct List {
    /// `p []byte, n int`
    pub text: String,
    /// The names, as a call has them: `args...` for the last of a variadic function.
    pub names: Vec<String>,
}

/// Spells the declaration with what stands around it. One that forwards has a body in Go, which calls `goc_NAME`, or for a
/// method `goc_TYPE_NAME`, that the assembly has.
pub(in crate::gc) fn spell(source: &Source<'_>, func: &CheckedGoFunc<'_>, forwards: bool) -> String {
    let name = in_go(&text_of(source, func.func.name));
    let signature = &func.func.signature;
    let own = usize::from(func.func.receiver.is_some());
    let params = spell_list(source, &signature.params, &func.params[own..], forwards);
    let results = match &signature.results[..] {
        [] => String::new(),
        [only] if only.names.is_empty() => format!(" {}", spell_type(source, &only.ty)),
        results => format!(" ({})", spell_list(source, results, &func.results, false).text),
    };
    let doc = doc_lines(source, func.func);
    let pragma = if may_stay(source, func) { "//go:noescape\n" } else { "" };
    if !forwards {
        let between = if doc.is_empty() || pragma.is_empty() { "" } else { "//\n" };
        return format!("\n{doc}{between}{pragma}func {name}({}){results}\n", params.text);
    }
    let receiver: Vec<GoParam> = func.func.receiver.iter().cloned().collect();
    let receiver = spell_list(source, &receiver, &func.params[..own], true);
    let (before, stub) = match receiver.text.rsplit([' ', '*']).next().filter(|_| own == 1) {
        Some(ty) => (format!("({}) ", receiver.text), format!("goc_{ty}_{name}")),
        None => (String::new(), format!("goc_{name}")),
    };
    let all: Vec<_> =
        [&receiver.text, &params.text].into_iter().filter(|text| !text.is_empty()).cloned().collect();
    let arguments: Vec<_> = receiver.names.iter().chain(&params.names).cloned().collect();
    let returns = if signature.results.is_empty() { "" } else { "return " };
    format!(
        "\n{doc}func {before}{name}({}){results} {{\n\t{returns}{stub}({})\n}}\n\n{pragma}func {stub}({}){results}\n",
        params.text,
        arguments.join(", "),
        all.join(", "),
    )
}

/// Spells a list. `_` gets the name that it has in C; so do types alone where `named` asks for names.
pub(super) fn spell_list(source: &Source<'_>, list: &[GoParam], fields: &[CField], named: bool) -> List {
    let mut fields = fields.iter();
    let (mut parts, mut names) = (Vec::new(), Vec::new());
    for param in list {
        let ty = spell_type(source, &param.ty);
        let mut own = Vec::new();
        for name in &param.names {
            let field = fields.next();
            let text = text_of(source, *name);
            let made_up = field.filter(|_| text == "_").map(|field| field.name.clone());
            own.push(made_up.unwrap_or_else(|| assembly_name(&in_go(&text))));
        }
        if param.names.is_empty() {
            let field = fields.next();
            own.extend(field.filter(|_| named).map(|field| field.name.clone()));
        }
        parts.push(if own.is_empty() { ty } else { format!("{} {ty}", own.join(", ")) });
        let dots = if matches!(param.ty.kind, GoTypeKind::Variadic(_)) { "..." } else { "" };
        names.extend(own.into_iter().map(|name| name + dots));
    }
    List { text: parts.join(", "), names }
}

/// A parameter's name as Go's assembler and vet can read it: not that of a register, and of ASCII letters.
pub(in crate::gc) fn assembly_name(name: &str) -> String {
    let is_numbered = |kind: char| {
        name.strip_prefix(kind)
            .is_some_and(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let is_register =
        REGISTERS.contains(&name) || ['R', 'F', 'V', 'X', 'Y', 'Z', 'K'].into_iter().any(is_numbered);
    let plain: String = name.chars().map(|letter| if letter.is_ascii() { letter } else { '_' }).collect();
    if is_register || plain != name && plain.bytes().all(|byte| byte == b'_') { plain + "_p" } else { plain }
}

/// Whether what the arguments point to may stay on the caller's stack: C keeps no pointer, so one can only get away in a
/// result.
fn may_stay(source: &Source<'_>, func: &CheckedGoFunc<'_>) -> bool {
    let signature = &func.func.signature;
    let mut params = func.func.receiver.iter().chain(&signature.params);
    signature.results.iter().all(|result| is_plain(source, &result.ty))
        && params.any(|param| !is_plain(source, &param.ty))
}

fn is_plain(source: &Source<'_>, ty: &GoType) -> bool {
    match &ty.kind {
        GoTypeKind::Name => {
            let name = text_of(source, ty.span);
            BUILTIN.contains(&&*name) || PLAIN.contains(&&*name)
        }
        GoTypeKind::Array { element, .. } => is_plain(source, element),
        _ => false,
    }
}
