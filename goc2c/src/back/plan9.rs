//! C for the Plan 9 compilers.
//!
//! Go and these compilers pass everything on the stack: a function's arguments lie in order, and its
//! results after them, from the next multiple of the struct round. C has no such results, so they are
//! written as more parameters, with unnamed ones where padding is due. The compiler would keep a result
//! in a register and forget it; `FLUSH` (a macro of the runtime) makes it store the value. go1.3 also
//! clears the results on entry, since a garbage collection in the body may look at them.

use super::code::CodeWriter;
use super::fields::{named, write_fields};
use crate::check::layout;
use crate::check::{CheckedFunc, Field};
use crate::dialect::Traits;
use crate::target::Arch;

/// What a variadic parameter looks like: an empty type, a space, and the dots for a name.
const DOTS: &[u8] = b" ...";

/// All up to the body's `#line`.
pub(super) fn write_head(
    code: &mut CodeWriter<'_>,
    traits: &Traits,
    arch: &Arch,
    package: Option<&str>,
    func: &CheckedFunc<'_>,
) {
    code.put(b"void\n");
    let has_package = traits.dots_are_packages && memchr::memmem::find(&func.name, "·".as_bytes()).is_some();
    if !has_package {
        code.put_all([package.map_or(&*func.package, str::as_bytes), "·".as_bytes()]);
    }
    code.put_all([&func.name, b"("]);
    let mut first = true;
    write_fields(code, &func.params, DOTS, &mut first);
    for (_, ty) in layout::padding(func, arch) {
        code.put_all([b", ", ty.as_bytes()]);
    }
    write_fields(code, &func.results, DOTS, &mut first);
    code.put(b")\n{\n");
    if traits.clears_results {
        for result in &func.results {
            write_clearing(code, result);
        }
    }
}

fn write_clearing(code: &mut CodeWriter<'_>, result: &Field<'_>) {
    let Field::Named { name, row: Some((row, _)), .. } = result else { return };
    if row.fields.is_empty() {
        code.put_all([b"\t", name, b" = 0;\n"]);
    }
    for field in row.fields {
        code.put_all([b"\t", name, b".", field.as_bytes(), b" = 0;\n"]);
    }
    write_flush(code, name);
}

fn write_flush(code: &mut CodeWriter<'_>, name: &[u8]) {
    code.put_all([b"\tFLUSH(&", name, b");\n"]);
}

/// All after the body.
pub(super) fn write_tail(code: &mut CodeWriter<'_>, func: &CheckedFunc<'_>) {
    for (name, _) in named(&func.results) {
        write_flush(code, name);
    }
    code.put(b"}\n");
}
