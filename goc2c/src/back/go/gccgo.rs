//! C for today's gccgo.
//!
//! As [`crate::back::gcc`], but for what a person reads and a compiler checks: every name is one that C can have,
//! results are cleared as Go's are, and an array is a struct that wraps it, defined before its first use.
//! The symbol's package is a macro of goc.h unless the options or the name `main` settle it, so that one C
//! file serves `go build`, which says the path on the command line, and gcc by itself. A `#line` before
//! the declaration and the definition lets gcc's words about them point at the header.
//!
//! A `return;` gives what the results hold, as in Go: it is a jump to the end, where they are returned. Such a body is a
//! block of its own, since C lets no jump enter the scope of an array of variable length. A `return;` that a macro
//! hides would compile and return rubbish, so around a function with results gcc takes the warning for an error.

use crate::back::code::CodeWriter;
use crate::check::go::mangle::{mangle, mangle_path};
use crate::check::go::types::ArrayDef;
use crate::check::go::{CField, CheckedGoFunc};
use crate::options::Options;

/// The package's part of every symbol of a file, as C has it.
pub(in crate::back) fn symbol_package(options: &Options, package: &[u8]) -> String {
    let package = String::from_utf8_lossy(package);
    match (&options.pkgpath, &options.prefix) {
        (Some(path), _) => format!("\"{}", mangle_path(path)),
        (None, Some(prefix)) => format!("\"{}", mangle_path(&format!("{prefix}.{package}"))),
        (None, None) if package == "main" => "\"main".into(),
        (None, None) => format!("GOC_PKG({}) \"", mangle(&package)),
    }
}

/// Where a body with bare returns goes on after them.
const END: &str = "goc_end";

/// What stands before a function with results, and after it.
pub(in crate::back) fn write_pragmas(code: &mut CodeWriter<'_>, func: &CheckedGoFunc<'_>, pragmas: Pragmas) {
    match pragmas {
        _ if func.results.is_empty() => {}
        Pragmas::Before => {
            code.put(b"#pragma GCC diagnostic push\n#pragma GCC diagnostic error \"-Wreturn-type\"\n");
        }
        Pragmas::After => code.put(b"#pragma GCC diagnostic pop\n"),
    }
}

/// Where pragmas stand.
#[derive(Debug, Clone, Copy)]
pub(in crate::back) enum Pragmas {
    /// Before a function.
    Before,
    /// After it.
    After,
}

/// The declaration, with the structs before it.
pub(in crate::back) fn write_declaration(code: &mut CodeWriter<'_>, package: &str, func: &CheckedGoFunc<'_>) {
    for array in &func.arrays {
        write_array(code, array);
    }
    if func.results.len() > 1 {
        write_guarded(code, &format!("{}_ret", func.c_name), |code| {
            for CField { name, ty, .. } in &func.results {
                code.put_all([b"  ", ty.as_bytes(), b" ", name.as_bytes(), b";\n"]);
            }
        });
    }
    write_signature(code, func, false);
    code.put_all([b" __asm__ (", package.as_bytes(), func.symbol.as_bytes(), b"\");\n"]);
}

/// The definition up to the body's `#line`.
pub(in crate::back) fn write_head(code: &mut CodeWriter<'_>, func: &CheckedGoFunc<'_>) {
    write_signature(code, func, true);
    code.put(b"\n{\n");
    for CField { name, ty, .. } in &func.results {
        code.put_all([b"  ", ty.as_bytes(), b" ", name.as_bytes(), b" = {0};\n"]);
    }
    if !func.bare_returns.is_empty() {
        code.put(b"  {\n");
    }
}

/// The body as it is, but for the returns that are jumps.
pub(in crate::back) fn write_body(code: &mut CodeWriter<'_>, func: &CheckedGoFunc<'_>) {
    let mut at = 0;
    for word in &func.bare_returns {
        code.put_all([&func.body[at..word.start], b"goto ", END.as_bytes()]);
        at = word.end;
    }
    code.put(&func.body[at..]);
}

/// All after the body.
pub(in crate::back) fn write_tail(code: &mut CodeWriter<'_>, func: &CheckedGoFunc<'_>) {
    let last = func.body.iter().rev().find(|byte| !matches!(byte, b' ' | b'\t' | b'\r'));
    if last != Some(&b'\n') {
        code.put(b"\n");
    }
    if !func.bare_returns.is_empty() {
        code.put_all([b";}\n", END.as_bytes(), b":\n"]);
    }
    match &func.results[..] {
        [] => {}
        [result] => code.put_all([b"return ", result.name.as_bytes(), b";\n"]),
        results => {
            code.put_all([b"return (struct ", func.c_name.as_bytes(), b"_ret){"]);
            for (count, result) in results.iter().enumerate() {
                code.put_all([if count > 0 { b", " } else { b"" }, result.name.as_bytes()]);
            }
            code.put(b"};\n");
        }
    }
    code.put(b"}\n");
}

/// `R PKG_NAME(T1 a, T2 b)`
fn write_signature(code: &mut CodeWriter<'_>, func: &CheckedGoFunc<'_>, defines: bool) {
    match &func.results[..] {
        [] => code.put(b"void"),
        [result] => code.put(result.ty.as_bytes()),
        _ => code.put_all([b"struct ", func.c_name.as_bytes(), b"_ret"]),
    }
    code.put_all([b" ", func.c_name.as_bytes(), b"("]);
    for (count, param) in func.params.iter().enumerate() {
        let comma: &[u8] = if count > 0 { b", " } else { b"" };
        code.put_all([comma, param.ty.as_bytes(), b" ", param.name.as_bytes()]);
        if defines && param.unnamed {
            code.put(b" __attribute__((unused))");
        }
    }
    code.put(if func.params.is_empty() { b"void)" } else { b")" });
}

fn write_array(code: &mut CodeWriter<'_>, array: &ArrayDef) {
    write_guarded(code, &array.tag, |code| {
        code.put_all([b"  ", array.element.as_bytes(), b" a[", array.length.as_bytes(), b"];\n"]);
    });
}

/// A struct that a header may have defined too.
fn write_guarded(code: &mut CodeWriter<'_>, tag: &str, members: impl FnOnce(&mut CodeWriter<'_>)) {
    let guard = format!("GOC_STRUCT_{tag}");
    code.put_all([b"#ifndef ", guard.as_bytes(), b"\n#define ", guard.as_bytes(), b"\n"]);
    code.put_all([b"struct ", tag.as_bytes(), b" {\n"]);
    members(code);
    code.put(b"};\n#endif\n");
}
