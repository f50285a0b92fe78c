//! Names in objects, and what a name that no object has is likely to be.

use crate::gc::fault::{GcFaultKind, Missing};

/// What compilers put behind the name of a function that they copied.
const COPIES: [&str; 6] = [".constprop", ".isra", ".part", ".cold", ".specialized", ".llvm"];

/// The name of a function in the source: `walk.constprop.0` is a copy of `walk`.
pub(in crate::gc) fn plain_name(symbol: &str) -> &str {
    if !symbol.contains('.') {
        return symbol;
    }
    let end = COPIES.iter().filter_map(|copy| symbol.find(copy)).filter(|end| *end > 0).min();
    &symbol[..end.unwrap_or(symbol.len())]
}

/// Functions of `math.h`, to which `f` and `l` may be added.
const MATHEMATICS: [&str; 41] = [
    "acos",
    "acosh",
    "asin",
    "asinh",
    "atan",
    "atan2",
    "atanh",
    "cbrt",
    "ceil",
    "copysign",
    "cos",
    "cosh",
    "erf",
    "erfc",
    "exp",
    "exp2",
    "expm1",
    "fdim",
    "floor",
    "fma",
    "fmax",
    "fmin",
    "fmod",
    "frexp",
    "hypot",
    "ldexp",
    "lgamma",
    "log",
    "log10",
    "log1p",
    "log2",
    "modf",
    "nearbyint",
    "pow",
    "remainder",
    "rint",
    "round",
    "sin",
    "sqrt",
    "tan",
    "tgamma",
];
/// Functions that allocate or free: the C library's and those of goc.h for gccgo.
const ALLOCATION: [&str; 11] = [
    "malloc",
    "calloc",
    "realloc",
    "free",
    "aligned_alloc",
    "posix_memalign",
    "strdup",
    "strndup",
    "reallocarray",
    "runtime.mallocgc",
    "runtime.newobject",
];

pub(super) fn missing(name: &str, is_call: bool) -> GcFaultKind {
    let root = name.strip_suffix(['f', 'l']).unwrap_or(name);
    let kind = match name {
        _ if MATHEMATICS.contains(&name) || MATHEMATICS.contains(&root) => Missing::Mathematics,
        _ if ALLOCATION.contains(&name) => Missing::Allocation,
        _ if is_call => Missing::Function,
        _ => Missing::Variable,
    };
    // A Go function that gcc was told the symbol of: `go_0pkg.hook`.
    let shown = match (kind, name.rsplit_once('.')) {
        (Missing::Function | Missing::Variable, Some((package, last))) if package.starts_with("go_0") => last,
        _ => name,
    };
    GcFaultKind::Undefined(shown.to_owned(), kind)
}
