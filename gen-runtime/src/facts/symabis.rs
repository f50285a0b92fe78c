//! The references that other packages' assembly makes to a package's symbols.
//!
//! A compiler has to know which of a package's functions assembly calls, also from elsewhere, and with which
//! ABI. Where nobody collects that, it can be told to make wrappers for everything (`-allabis`).

use goc2c::Source;

/// A package, and one whose assembly is known to refer to it.
#[derive(Debug, PartialEq, Eq)]
pub struct Pair {
    /// The package that is referred to.
    pub package: &'static str,
    /// The package whose assembly does.
    pub from: &'static str,
    /// The start of the names of that package's assembly files which are left out.
    pub without: Option<&'static str>,
}

/// The pairs of Go's own library.
pub const PAIRS: [Pair; 3] = [
    Pair { package: "runtime", from: "syscall", without: None },
    Pair { package: "runtime", from: "runtime/cgo", without: Some("gcc_") },
    Pair { package: "runtime/internal/atomic", from: "sync/atomic", without: None },
];

/// The symbol ABIs of a package's assembly.
pub struct Assembled<'i> {
    /// The package, where it is known.
    pub package: Option<String>,
    /// What the assembler printed.
    pub source: Source<'i>,
}

/// How a symbol of the assembled package itself starts, where the assembler does not write the path.
const OWN: [&[u8]; 2] = [b"\"\".", b"<unlinkable>."];

/// Which symbols that a package's assembly refers to are wanted.
pub(crate) struct References {
    /// How symbols of the assembled package start, where it is known.
    own: Option<Vec<u8>>,
    /// How symbols of the package that is asked for start, where one is.
    wanted: Option<Vec<u8>>,
}

impl References {
    /// Those to symbols of `package`, or to any that are not the assembled package's own.
    pub(crate) fn new(assembled: Option<&str>, package: Option<&str>) -> Self {
        References { own: assembled.map(symbol_prefix), wanted: package.map(symbol_prefix) }
    }

    /// Whether a symbol is wanted.
    pub(crate) fn want(&self, symbol: &[u8]) -> bool {
        let is_of = |prefix: &Vec<u8>| is_of(symbol, prefix);
        let own = OWN.iter().any(|own| symbol.starts_with(own)) || self.own.as_ref().is_some_and(is_of);
        !own && self.wanted.as_ref().is_none_or(is_of)
    }
}

/// Whether a symbol is of the package with that prefix. The dots of a path's first elements are not escaped, so that
/// `kit.example/x.F` starts with `kit.`; but a slash tells that the path goes on, unless it is in a receiver's type or
/// in type arguments.
fn is_of(symbol: &[u8], prefix: &[u8]) -> bool {
    let name = symbol.strip_prefix(prefix);
    let slash = |name: &[u8]| name.iter().find(|byte| b"/[(".contains(byte)) == Some(&b'/');
    name.is_some_and(|name| !slash(name))
}

/// What a package's symbols start with in an object file: its path, with the bytes escaped that a symbol's
/// name cannot have, and a dot. The dots of the last element are escaped too, but not those of the elements before it.
pub fn symbol_prefix(path: &str) -> Vec<u8> {
    let last = path.rfind('/').map_or(0, |slash| slash + 1);
    let mut prefix = Vec::with_capacity(path.len() + 1);
    for (at, byte) in path.bytes().enumerate() {
        match byte {
            0..=b' ' | b'%' | b'"' | 0x7f.. => prefix.extend(format!("%{byte:02x}").bytes()),
            b'.' if at >= last => prefix.extend(b"%2e"),
            byte => prefix.push(byte),
        }
    }
    prefix.push(b'.');
    prefix
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn own_symbols_are_not_wanted_and_of_others_those_that_are_asked_for() {
        let any = References::new(Some("syscall"), None);
        let one = References::new(None, Some("runtime"));
        for (symbol, of_any, of_one) in [
            ("\"\".F", false, false),
            ("<unlinkable>.F", false, false),
            ("syscall.F", false, false),
            ("runtime.F", true, true),
            ("runtime/cgo.F", true, false),
        ] {
            assert_eq!(
                (any.want(symbol.as_bytes()), one.want(symbol.as_bytes())),
                (of_any, of_one),
                "{symbol}"
            );
        }
    }

    #[test]
    fn a_path_that_goes_on_after_a_dot_is_another_packages() {
        let kit = References::new(None, Some("kit"));
        let own = References::new(Some("kit"), None);
        for (symbol, of_kit) in [
            ("kit.F", true),
            ("kit.(*T).M", true),
            ("kit.(*T[a/b.X]).M", true),
            ("kit.F[go.shape.struct { a/b.x int }]", true),
            ("kit.example/x.F", false),
            ("kit.example/x.(*T).M", false),
            ("kit2.F", false),
        ] {
            let symbol = symbol.as_bytes();
            assert_eq!((kit.want(symbol), own.want(symbol)), (of_kit, !of_kit), "{}", symbol.escape_ascii());
        }
    }

    #[test]
    fn paths_are_escaped_as_in_object_files() {
        let prefix = |path: &str| String::from_utf8(symbol_prefix(path)).unwrap();
        assert_eq!(prefix("runtime/internal/atomic"), "runtime/internal/atomic.");
        assert_eq!(prefix("example.com/a.b"), "example.com/a%2eb.");
        assert_eq!(prefix("example.com"), "example%2ecom.");
        assert_eq!(prefix("a/ü\"% x"), "a/%c3%bc%22%25%20x.");
    }
}
