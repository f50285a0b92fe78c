//! Translates `.goc` files into C that Go code can call.
//!
//! A `.goc` file has a Go package clause, Go function headers, and C bodies. The Go runtime was written
//! in it before it was written in Go. What comes out is C for the Plan 9 compilers (6c, 8c, 5c) or for
//! gcc, byte for byte as the program of a given release wrote it: the [`Dialect`].
//!
//! # The pipeline
//!
//! A [`Source`] shows the input through a window. The [`front`] end reads it unit by unit (package
//! clause, directive line, token of C at file scope, function); [`check`] gives a function's types
//! their C spelling and their size; [`check::layout`] places them in the frame; the [`back`] end writes C.
//! A unit is written before the next one is read, so memory does not grow with the file.
//!
//! ```
//! use goc2c::{Dialect, Options, Source, transpile};
//!
//! let text = b"package demo\nfunc Add(a int32, b int32) (sum int32) {\n\tsum = a + b;\n}\n";
//! let options = Options { arch: "amd64".into(), dialect: Dialect::R60, ..Options::default() };
//! let mut c = Vec::new();
//! transpile(&mut Source::from_bytes("add.goc", text), &options, &mut c)?;
//! assert_eq!(
//!     String::from_utf8_lossy(&c),
//!     "void\ndemo·Add(int32 a, int32 b, int32 sum)\n{\n\
//!      #line 2 \"add.goc\"\n\n\tsum = a + b;\n\tFLUSH(&sum);\n}\n"
//! );
//! # Ok::<(), goc2c::Failure>(())
//! ```
//!
//! Faults come back as data and are rendered by [`diagnostic`]:
//!
//! ```
//! use goc2c::diagnostic::Report;
//! use goc2c::{Failure, Options, Source, transpile};
//!
//! let mut source = Source::from_bytes("bad.goc", b"package demo\nfunc F(s string) {\n}\n");
//! let options = Options { arch: "386".into(), ..Options::default() };
//! let Err(Failure::Faults(faults)) = transpile(&mut source, &options, &mut Vec::new()) else { panic!() };
//! let report = Report::new(&source, &faults.list[0]);
//! assert_eq!(report.render_short(), "bad.goc:2:10: error: unknown type `string`\n");
//! ```
//!
//! The library reads no file, prints nothing and does not exit; the module `command`, which the feature of that name
//! brings, does all three for the workspace's commands.

pub mod back;
pub mod check;
#[cfg(feature = "command")]
pub mod command;
pub mod diagnostic;
mod dialect;
pub mod drift;
mod failure;
pub mod fault;
pub mod front;
#[cfg(feature = "gc")]
pub mod gc;
#[cfg(feature = "command")]
pub mod gopkg;
#[cfg(feature = "command")]
pub mod gotypes;
pub mod model;
mod options;
mod platform;
pub mod prelude;
mod report;
mod source;
#[cfg(all(feature = "command", feature = "gc"))]
pub mod step;
mod target;
mod units;
mod unknown;

use std::io::Write;

use back::Backend;
use fault::Fault;
use units::take_units;

pub use back::go::decls::write_go_declarations;
pub use back::go::header::write_header;
pub use check::go::mangle::mangle_path as mangle_gccgo;
pub use dialect::{Banner, Dialect, Directives, FileScope, Headers, Traits};
pub use failure::{Failure, Faults};
pub use front::include::{GOC_H, TYPES_HEADER};
pub use options::{Options, OptionsError};
pub use platform::Platform;
pub use report::{ReportForm, report_layout};
pub use source::{Position, Source, Span};
pub use target::{ARCHES, Arch, SYSTEMS, Target, host_arch, host_os};
pub use unknown::UnknownName;

/// Translates one file. What comes back is warnings: the C has been written all the same.
///
/// # Errors
/// See [`Failure`]. What has been written to `out` by then is a part of a file, or of a faulty one:
/// throw it away.
pub fn transpile(
    source: &mut Source<'_>,
    options: &Options,
    out: &mut dyn Write,
) -> Result<Vec<Fault>, Failure> {
    options.check().map_err(Failure::Options)?;
    let mut back = Backend::new(source, options, out);
    back.write_banner(source);
    let warnings = take_units(source, options, &mut back)?;
    back.finish().map_err(Failure::Write)?;
    Ok(warnings)
}
