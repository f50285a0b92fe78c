//! C for gcc.
//!
//! gccgo calls C by the system's own convention, so nothing is laid out by hand. The symbol's name has
//! characters that a C name cannot have, so each function is declared with its assembler name first.
//! Several results come back as one struct; in the body the results are locals.

use super::code::CodeWriter;
use super::fields::{named, write_fields};
use crate::check::CheckedFunc;
use crate::dialect::Traits;
use crate::options::Options;

/// All up to the body's `#line`.
pub(super) fn write_head(
    code: &mut CodeWriter<'_>,
    traits: &Traits,
    options: &Options,
    func: &CheckedFunc<'_>,
) {
    if func.results.len() > 1 {
        write_struct_name(code, func);
        code.put(b" {\n");
        write_results(code, func);
        code.put(b"};\n");
    }
    write_signature(code, func);
    code.put_all([b" ", traits.asm.as_bytes(), b"\""]);
    match (&options.pkgpath, &options.prefix) {
        (Some(pkgpath), _) => code.put(pkgpath.as_bytes()),
        (None, Some(prefix)) => code.put_all([prefix.as_bytes(), b".", &func.package]),
        (None, None) => code.put(&func.package),
    }
    code.put_all([b".", &func.name, b"\");\n"]);
    write_signature(code, func);
    code.put(b"\n{\n");
    write_results(code, func);
}

/// All after the body.
pub(super) fn write_tail(code: &mut CodeWriter<'_>, func: &CheckedFunc<'_>) {
    match named(&func.results).next() {
        None => {}
        Some((name, _)) if func.results.len() == 1 => code.put_all([b"return ", name, b";\n"]),
        Some(_) => {
            code.put(b"  {\n    ");
            write_struct_name(code, func);
            code.put(b" __ret;\n");
            for (name, _) in named(&func.results) {
                code.put_all([b"    __ret.", name, b" = ", name, b";\n"]);
            }
            code.put(b"    return __ret;\n  }\n");
        }
    }
    code.put(b"}\n");
}

/// `R PKG_NAME(T1 a, T2 b)`
fn write_signature(code: &mut CodeWriter<'_>, func: &CheckedFunc<'_>) {
    match named(&func.results).next() {
        None => code.put(b"void"),
        Some((_, ty)) if func.results.len() == 1 => code.put(ty),
        Some(_) => write_struct_name(code, func),
    }
    code.put_all([b" ", &func.package, b"_", &func.name, b"("]);
    write_fields(code, &func.params, b"...", &mut true);
    code.put(b")");
}

fn write_struct_name(code: &mut CodeWriter<'_>, func: &CheckedFunc<'_>) {
    code.put_all([b"struct ", &func.package, b"_", &func.name, b"_ret"]);
}

fn write_results(code: &mut CodeWriter<'_>, func: &CheckedFunc<'_>) {
    for (name, ty) in named(&func.results) {
        code.put_all([b"  ", ty, b" ", name, b";\n"]);
    }
}
