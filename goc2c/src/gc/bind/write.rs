//! The text of both files.

use std::fmt::Write;

use super::Wanted;
use super::guess::Binding;
use super::structs::Structs;
use super::values::Values;

/// The `.goc` file.
pub(super) fn goc_file(
    wanted: &Wanted<'_>,
    headers: &[String],
    bindings: &[Binding],
    structs: &Structs,
    values: &[Values],
    left_out: &[(String, String)],
    allocates: bool,
) -> String {
    let mut text = format!("package {}\n\n#include \"goc.h\"\n", wanted.package);
    if allocates {
        text += "#include \"goc_arena.h\"\n";
    }
    match headers {
        [] => put(&mut text, format_args!("#include \"{}\"\n", wanted.source)),
        headers => headers.iter().for_each(|header| put(&mut text, format_args!("#include \"{header}\"\n"))),
    }
    if allocates {
        text += "\n// TODO: C allocates. Where a function needs that, take bytes for it from Go, mem []byte, and begin with\n\
                 // goc_arena_begin(mem.array, mem.len): malloc gives NULL before. All of it is gone when the call returns. What C\n\
                 // keeps for later calls needs bytes of a variable of Go, and goc_arena_use: doc/gc.md, malloc.\n";
    }
    for each in structs.all() {
        text.push('\n');
        let (name, c) = (&each.name, &each.c);
        if name != c {
            put(&mut text, format_args!("typedef {c} {name};\n"));
        }
        let places: String = each
            .fields
            .iter()
            .filter(|field| !field.c.is_empty())
            .map(|field| format!("\n\t&& __builtin_offsetof({name}, {}) == {}", field.c, field.offset))
            .collect();
        put(
            &mut text,
            format_args!(
                "_Static_assert(sizeof({name}) == {}{places}, \"{name} is not what Go has\");\n",
                each.size
            ),
        );
    }
    for each in values {
        let same: Vec<_> = each.all.iter().map(|one| format!("{} == {}", one.c, spell(one.value))).collect();
        let shown = each.c.as_deref().unwrap_or("an enum");
        let same = same.join("\n\t&& ");
        put(&mut text, format_args!("\n_Static_assert({same}, \"{shown} is not what Go has\");\n"));
    }
    for binding in bindings {
        put(&mut text, format_args!("\n// {} calls {}.\n", binding.name, binding.c));
        binding.notes.iter().for_each(|note| put(&mut text, format_args!("// {note}\n")));
        if !binding.questions.is_empty() {
            text += "//\n";
        }
        binding.questions.iter().for_each(|question| put(&mut text, format_args!("// TODO: {question}.\n")));
        let params: Vec<_> = binding.params.iter().map(|(name, ty)| format!("{name} {ty}")).collect();
        let result = binding.result.as_ref().map(|ty| format!(" {ty}")).unwrap_or_default();
        put(&mut text, format_args!("func {}({}){result} {{\n", binding.name, params.join(", ")));
        binding.body.iter().for_each(|line| put(&mut text, format_args!("\t{line}\n")));
        text += "}\n";
    }
    if !left_out.is_empty() {
        text += "\n// Left out:\n";
    }
    left_out.iter().for_each(|(name, why)| put(&mut text, format_args!("//   {name}: {why}\n")));
    // A question ends in one sign.
    text.replace("?.\n", "?\n")
}

/// The Go file.
pub(super) fn go_file(wanted: &Wanted<'_>, structs: &Structs, values: &[Values], allocates: bool) -> String {
    let arena = if allocates { "--arena " } else { "" };
    let mut text = format!(
        "// Package {0} calls C.\npackage {0}\n\n//go:generate goc2c --dialect gc {arena}{1}\n",
        wanted.package, wanted.generate
    );
    let has_structs = structs.all().next().is_some();
    if has_structs {
        text += "\nimport \"unsafe\"\n";
    }
    for each in values {
        let of = each.c.as_deref().unwrap_or("an enum");
        put(&mut text, format_args!("\n// Values of {of} in C.\nconst (\n"));
        let width = each.all.iter().map(|one| one.name.chars().count()).max().unwrap_or(0);
        for one in &each.all {
            put(&mut text, format_args!("\t{:width$} = {}\n", one.name, one.value));
        }
        text += ")\n";
    }
    if !has_structs {
        return text;
    }
    for each in structs.all() {
        put(
            &mut text,
            format_args!("\n// {} is {} in C.\ntype {} struct {{\n", each.name, each.c, each.name),
        );
        // As gofmt aligns it.
        let width = each.fields.iter().map(|field| field.name.chars().count()).max().unwrap_or(0);
        for field in &each.fields {
            put(&mut text, format_args!("\t{:width$} {}\n", field.name, field.ty));
        }
        text += "}\n";
    }
    text += "\n// The package builds only where these are as C has them.\nvar (\n";
    for each in structs.all() {
        put(
            &mut text,
            format_args!("\t_ = [1]struct{{}}{{}}[unsafe.Sizeof({}{{}})-{}]\n", each.name, each.size),
        );
        for field in each.fields.iter().filter(|field| !field.c.is_empty()) {
            let (name, field, offset) = (&each.name, &field.name, field.offset);
            put(
                &mut text,
                format_args!("\t_ = [1]struct{{}}{{}}[unsafe.Offsetof({name}{{}}.{field})-{offset}]\n"),
            );
        }
    }
    text + ")\n"
}

/// A whole number as C has it.
fn spell(value: i128) -> String {
    match value {
        // C has no such literal with a sign.
        _ if value == i128::from(i64::MIN) => "(-9223372036854775807LL - 1)".into(),
        _ if value > i128::from(i64::MAX) => format!("{value}ULL"),
        _ => value.to_string(),
    }
}

fn put(text: &mut String, line: std::fmt::Arguments<'_>) {
    // Writing to a String never fails.
    let _ = text.write_fmt(line);
}
