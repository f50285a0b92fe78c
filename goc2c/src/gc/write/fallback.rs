//! The same functions by cgo, for machines without assembly of ours and for builds that leave it out.
//!
//! A call's frame is a struct of Go's on the heap, since the stack may move before C runs. C is given its address as a
//! number, as it is in assembly, so cgo's rules for pointers do not stand in the way of slices and strings.

use super::declaration::{List, spell_list};
use crate::back::go::decls::doc_lines;
use crate::back::go::frame;
use crate::back::go::spelling::spell_type;
use crate::check::go::names::in_go;
use crate::check::go::{CField, CheckedGoFunc};
use crate::front::include::{included, is_own};
use crate::model::go::{GoParam, text_of};
use crate::source::Source;

/// What stands before the C.
const START: &str = include_str!("../../prelude/cgo.h");

/// What stands between goc.h and the C: the functions that gccgo's runtime would have.
const PANICS: &str = "\
GOC_SHARED void goc_runtime_panicstring(const char *message) { goc_leave(1, (__INTPTR_TYPE__)message, 0); }
GOC_SHARED void goc_runtime_panic_index(intgo index, intgo length) { goc_leave(2, index, length); }
";

/// Spells a function of Go that calls C by cgo.
pub(in crate::gc) fn spell(source: &Source<'_>, func: &CheckedGoFunc<'_>, stub: &str) -> String {
    let signature = &func.func.signature;
    let own = usize::from(func.func.receiver.is_some());
    let receiver: Vec<GoParam> = func.func.receiver.iter().cloned().collect();
    let receiver = spell_list(source, &receiver, &func.params[..own], true);
    let params = spell_list(source, &signature.params, &func.params[own..], true);
    let results = spell_list(source, &signature.results, &func.results, true);

    let mut fields = Vec::new();
    if let Some(receiver) = &func.func.receiver {
        add_fields(source, std::slice::from_ref(receiver), &func.params[..1], &mut fields);
    }
    add_fields(source, &signature.params, &func.params[own..], &mut fields);
    fields.push(("_".into(), "[0]uintptr".into()));
    add_fields(source, &signature.results, &func.results, &mut fields);
    fields.push(("goc_pad".into(), "[3]uintptr".into()));
    let width = fields.iter().map(|(name, _)| name.chars().count()).max().unwrap_or(0);
    let mut text = format!("\ntype goc_{stub}_frame struct {{\n");
    for (name, ty) in &fields {
        text += &format!("\t{name:width$} {ty}\n");
    }
    text += "}\n";
    text += &format!(
        "\nvar goc_{stub}_frames = sync.Pool{{New: func() any {{ return new(goc_{stub}_frame) }}}}\n\n"
    );

    text += &doc_lines(source, func.func);
    let name = in_go(&text_of(source, func.func.name));
    let before = if own == 1 { format!("({}) ", receiver.text) } else { String::new() };
    let after = if results.text.is_empty() { String::new() } else { format!(" ({})", results.text) };
    text += &format!("func {before}{name}({}){after} {{\n", params.text);
    text += &format!("\tgoc_f := goc_{stub}_frames.Get().(*goc_{stub}_frame)\n");
    let arguments: Vec<&str> = receiver.names.iter().chain(&params.names).map(|name| plain(name)).collect();
    text += &assignment(&arguments, "goc_f.", "");
    text += &format!("\tC.goc_c_{}(C.__UINTPTR_TYPE__(uintptr(unsafe.Pointer(goc_f))))\n", func.c_name);
    text += "\tif goc_f.goc_pad[0] != 0 {\n";
    text += "\t\tgoc_panicked(int(goc_f.goc_pad[0]), goc_f.goc_pad[1], int(goc_f.goc_pad[2]))\n\t}\n";
    let List { names, .. } = &results;
    let names: Vec<&str> = names.iter().map(|name| plain(name)).collect();
    text += &assignment(&names, "", "goc_f.");
    text += &format!("\t*goc_f = goc_{stub}_frame{{}}\n\tgoc_{stub}_frames.Put(goc_f)\n");
    text += if names.is_empty() { "}\n" } else { "\treturn\n}\n" };
    text
}

/// The C behind goc.h and the header of Go's types, each line as a comment of Go's, as cgo reads it before `import "C"`.
/// `path` makes the symbols the package's own.
pub(in crate::gc) fn preamble(c: &[u8], headers: &[&str; 2], c_names: &[&str], path: &str) -> String {
    let [goc_h, types] = headers;
    let mut text = format!("#define GOPKGPATH \"{path}\"\n{START}{goc_h}{PANICS}");
    let c = String::from_utf8_lossy(c).replacen(frame::START, "", 1);
    let is_there = |line: &&str| !included(line.as_bytes()).is_some_and(is_own);
    for line in types.lines().chain(c.lines()).filter(is_there) {
        text += line;
        text.push('\n');
    }
    for name in c_names {
        text += &format!(
            "static void goc_c_{name}(__UINTPTR_TYPE__ at) {{ struct goc_f_{name} *frame = (void *)at; \
             goc_enter((void (*)(void *))goc_w_{name}, frame, frame->goc_pad); }}\n"
        );
    }
    text.lines().map(|line| format!("//{line}\n")).collect()
}

/// `a, b = f.a, f.b`
fn assignment(names: &[&str], left: &str, right: &str) -> String {
    if names.is_empty() {
        return String::new();
    }
    let side =
        |before: &str| names.iter().map(|name| format!("{before}{name}")).collect::<Vec<_>>().join(", ");
    format!("\t{} = {}\n", side(left), side(right))
}

/// A name without the dots that a call has behind the last one.
fn plain(name: &str) -> &str {
    name.trim_end_matches("...")
}

/// Adds the fields of a list, each with its type; a variadic one is a slice.
fn add_fields(source: &Source<'_>, list: &[GoParam], names: &[CField], fields: &mut Vec<(String, String)>) {
    let mut names = names;
    for param in list {
        let (mine, rest) = names.split_at(param.names.len().max(1).min(names.len()));
        names = rest;
        let ty = spell_type(source, &param.ty);
        let ty = ty.strip_prefix("...").map(|of| format!("[]{of}")).unwrap_or(ty);
        let spelled = spell_list(source, std::slice::from_ref(param), mine, true).names;
        fields.extend(spelled.iter().map(|name| (plain(name).to_owned(), ty.clone())));
    }
}
