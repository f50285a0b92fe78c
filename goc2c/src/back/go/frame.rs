//! Dialect gc: the wrapper that stands between a Go call and a function in C.
//!
//! Go's assembly functions find their arguments in memory and leave their results there, each at its natural alignment,
//! the results from a multiple of 8 on: a struct of C. The wrapper takes that struct, calls the function, which the
//! compiler puts in its place, and stores what it returns. What the struct measures goes into a section of its own,
//! since only the compiler knows the size of a type that the package declares in C.

use crate::back::code::CodeWriter;
use crate::check::go::{CField, CheckedGoFunc};
use crate::model::go::GoTypeKind;

/// What stands before the C of every file.
pub(crate) const START: &str = include_str!("../../prelude/gc.h");

/// What opens the name of a function's wrapper, and of what tells its frame.
pub(crate) const WRAPPER: &str = "goc_w_";
pub(crate) const FACTS: &str = "goc_x_";

/// Bytes that make every frame too large to be passed in registers (System V ABI of x86-64, section 3.2.3).
const PAD: &str = "  __INTPTR_TYPE__ goc_pad[3];\n";

/// Writes the frame and what it measures.
pub(in crate::back) fn write_frame(code: &mut CodeWriter<'_>, func: &CheckedGoFunc<'_>) {
    let name = &func.c_name;
    let result = match &func.results[..] {
        [] => None,
        [result] => Some((result.ty.clone(), String::new())),
        [.., last] => Some((format!("struct {name}_ret"), format!(".{}", last.name))),
    };
    let by_value = is_by_value(func);
    let mut text = format!("struct goc_f_{name} {{\n");
    for (count, CField { name, ty, .. }) in func.params.iter().enumerate() {
        // A receiver by value is a pointer in C, to the frame's copy.
        let ty = if count == 0 && by_value { ty.strip_suffix('*').unwrap_or(ty) } else { ty };
        text += &format!("  {ty} {name};\n");
    }
    if let Some((ty, _)) = &result {
        text += &format!("  __attribute__((__aligned__(GOC_ALIGN))) {ty} goc_r;\n");
    }
    text += PAD;
    text += "};\n";
    let member = |path: &str| {
        format!(
            "__builtin_offsetof(struct goc_f_{name}, {path}) + sizeof(((struct goc_f_{name} *)0)->{path})"
        )
    };
    let (end, results) = match (&result, func.params.last()) {
        (Some((_, last)), _) => {
            (member(&format!("goc_r{last}")), format!("__builtin_offsetof(struct goc_f_{name}, goc_r)"))
        }
        (None, Some(last)) => (member(&last.name), "-1".into()),
        (None, None) => ("0".into(), "-1".into()),
    };
    text += &format!(
        "__attribute__((__section__(\".goc.facts\"), __used__)) static const long {FACTS}{name}[4] = \
         {{{end}, {results}, _Alignof(struct goc_f_{name}), GOC_BY_ADDRESS}};\n"
    );
    code.put(text.as_bytes());
}

/// Writes the wrapper, on one line, so that all of it comes from the line of the header.
pub(in crate::back) fn write_wrapper(code: &mut CodeWriter<'_>, func: &CheckedGoFunc<'_>) {
    let name = &func.c_name;
    let by_value = is_by_value(func);
    let argument = |(count, param): (usize, &CField)| {
        let address = if count == 0 && by_value { "&" } else { "" };
        format!("{address}goc_f.{}", param.name)
    };
    let arguments: Vec<_> = func.params.iter().enumerate().map(argument).collect();
    let call = format!("{name}({});", arguments.join(", "));
    let body = match &func.results[..] {
        [] => call,
        _ => format!("goc_f.goc_r = {call} GOC_RESULT(goc_f.goc_r);"),
    };
    let wrapper = format!("GOC_OUTSIDE void {WRAPPER}{name}(GOC_FRAME(struct goc_f_{name})) {{ {body} }}\n");
    code.put(wrapper.as_bytes());
}

fn is_by_value(func: &CheckedGoFunc<'_>) -> bool {
    func.func.receiver.as_ref().is_some_and(|receiver| !matches!(receiver.ty.kind, GoTypeKind::Pointer(_)))
}
