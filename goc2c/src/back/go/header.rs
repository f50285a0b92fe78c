//! A C header with the functions of a `.goc` file, for other C files of the package.

use std::io::Write;

use super::gccgo;
use crate::back::banner::generated_line;
use crate::back::code::CodeWriter;
use crate::check::go::CheckedGoFunc;
use crate::failure::Failure;
use crate::fault::Fault;
use crate::options::Options;
use crate::source::Source;
use crate::units::{Take, take_units};

/// Writes the prototypes of a `.goc` file of dialect `gccgo11`; what comes back is warnings. A type that the
/// package declares in C must be declared where the header is included.
///
/// # Errors
/// As [`crate::transpile`].
pub fn write_header(
    source: &mut Source<'_>,
    options: &Options,
    out: &mut dyn Write,
) -> Result<Vec<Fault>, Failure> {
    options.check_go_side().map_err(Failure::Options)?;
    let mut header =
        Header { code: CodeWriter::new(out), options, package: String::new(), guard: guard(source) };
    header.code.put_all([generated_line(source).as_bytes(), b"\n"]);
    let warnings = take_units(source, options, &mut header)?;
    header.code.put(b"\n#endif\n");
    header.code.finish().map_err(Failure::Write)?;
    Ok(warnings)
}

/// The header, as far as it is written.
struct Header<'w> {
    code: CodeWriter<'w>,
    options: &'w Options,
    /// The package's part of every symbol.
    package: String,
    /// The end of the macro by which the header knows that it has been read.
    guard: String,
}

impl Take for Header<'_> {
    fn take_package(&mut self, package: &[u8]) {
        self.package = gccgo::symbol_package(self.options, package);
        let guard = format!("GOC_{}_{}", macro_part(package), self.guard);
        let lines = format!("#ifndef {guard}\n#define {guard}\n\n#include \"goc.h\"\n");
        self.code.put(lines.as_bytes());
    }

    fn take_go_func(&mut self, _source: &Source<'_>, func: &CheckedGoFunc<'_>) {
        self.code.put(b"\n");
        gccgo::write_declaration(&mut self.code, &self.package, func);
    }
}

fn guard(source: &Source<'_>) -> String {
    let name = source.name().rsplit(|&byte| byte == b'/').next().unwrap_or_default();
    macro_part(name.strip_suffix(b".goc").unwrap_or(name)) + "_H"
}

fn macro_part(text: &[u8]) -> String {
    let byte = |byte: &u8| if byte.is_ascii_alphanumeric() { byte.to_ascii_uppercase() } else { b'_' };
    text.iter().map(|each| char::from(byte(each))).collect()
}
