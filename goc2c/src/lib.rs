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
pub mod fault;
pub mod front;
pub mod model;
mod options;
pub mod prelude;
mod report;
mod source;
mod target;

use std::fmt;
use std::io::{self, Write};

use back::Backend;
use check::go::{CheckedGoFunc, GoChecker};
use check::{CheckedFunc, Checker};
use diagnostic::{Explain, Severity};
use fault::Fault;
use front::{Parser, Step};
use model::go::GoImport;
use model::{Token, Unit};

pub use back::go::decls::write_go_declarations;
pub use back::go::header::write_header;
pub use dialect::{Banner, Dialect, Directives, FileScope, Headers, Traits};
pub use options::{Options, OptionsError};
pub use report::{ReportForm, report_layout};
pub use source::{Position, Source, Span};
pub use target::{ARCHES, Arch, Target, host_arch, host_os};

/// The faults of one file.
#[derive(Debug, Default)]
pub struct Faults {
    /// The first of them, in the order of the file; as many as the options let be kept. Warnings may be
    /// among them.
    pub list: Vec<Fault>,
    /// How many errors there are beyond the list.
    pub more: usize,
}

/// Why no C came out.
#[derive(Debug)]
pub enum Failure {
    /// The options do not go together.
    Options(OptionsError),
    /// The input is at fault. The source has kept the lines that the faults are on.
    Faults(Faults),
    /// The input could not be read.
    Read(io::Error),
    /// The output could not be written.
    Write(io::Error),
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Failure::Options(error) => error.fmt(f),
            Failure::Faults(faults) => write!(f, "{} faults in the input", faults.list.len() + faults.more),
            Failure::Read(error) => write!(f, "cannot read the input: {error}"),
            Failure::Write(error) => write!(f, "cannot write the output: {error}"),
        }
    }
}

impl std::error::Error for Failure {}

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

/// What takes the units of a good file, each checked.
trait Take {
    /// The package's name.
    fn take_package(&mut self, _name: &[u8]) {}
    /// A directive line.
    fn take_directive(&mut self, _source: &Source<'_>, _line: &Token) {}
    /// A token of C at file scope, and the input from its start on.
    fn take_text(&mut self, _token: &Token, _ahead: &[u8]) {}
    /// A function.
    fn take_func(&mut self, _func: &CheckedFunc<'_>) {}
    /// C at file scope that is kept as it is.
    fn take_raw(&mut self, _source: &Source<'_>, _piece: &Token) {}
    /// Imports of Go.
    fn take_imports(&mut self, _source: &Source<'_>, _imports: &[GoImport]) {}
    /// A function whose header is Go's.
    fn take_go_func(&mut self, _source: &Source<'_>, _func: &CheckedGoFunc<'_>) {}
}

/// Reads and checks a file unit by unit. What is good is taken until the first fault; faults are gathered to the
/// end. What comes back is warnings.
fn take_units(
    source: &mut Source<'_>,
    options: &Options,
    taker: &mut impl Take,
) -> Result<Vec<Fault>, Failure> {
    let mut parser = Parser::new(options.dialect.traits());
    let checker = Checker::new(options);
    let mut go_checker = GoChecker::default();
    let mut package = Vec::new();
    let mut faults = Gathered { errors: Faults::default(), warnings: Vec::new(), most: options.max_faults };
    loop {
        let good = faults.errors.is_empty();
        if good {
            parser.each_text(source, |token, ahead| taker.take_text(token, ahead));
        }
        let step = match parser.next(source) {
            Ok(step) => step,
            Err(incomplete) => {
                source.refill(incomplete.keep, incomplete.line).map_err(Failure::Read)?;
                continue;
            }
        };
        match step {
            Step::Unit(Unit::Text(token)) if good => taker.take_text(&token, source.from(token.span.start)),
            Step::Unit(Unit::Directive(line)) if good => taker.take_directive(source, &line),
            Step::Unit(Unit::Raw(piece)) if good => taker.take_raw(source, &piece),
            Step::Unit(Unit::Imports(imports)) if good => taker.take_imports(source, &imports),
            Step::Unit(Unit::Text(_) | Unit::Directive(_) | Unit::Raw(_) | Unit::Imports(_)) => {}
            Step::Unit(Unit::Package(name)) => {
                package = name.text(source).into_owned();
                taker.take_package(&package);
            }
            Step::Unit(Unit::Func(func)) => match checker.check(source, &package, &func) {
                Ok(func) if good => taker.take_func(&func),
                Ok(_) => {}
                Err(found) => {
                    faults.add_all(found);
                    source.pin();
                }
            },
            Step::Unit(Unit::GoFunc(func)) => {
                let (func, found) = go_checker.check(source, &package, &func);
                let is_quiet = found.is_empty();
                faults.add_all(found);
                if faults.errors.is_empty() {
                    taker.take_go_func(source, &func);
                }
                if !is_quiet {
                    source.pin();
                }
            }
            Step::Fault(fault) => {
                faults.add_all([fault]);
                source.pin();
            }
            Step::End => return faults.finish(),
        }
    }
}

/// What has been found in a file so far.
struct Gathered {
    errors: Faults,
    warnings: Vec<Fault>,
    /// How many of either kind are kept.
    most: usize,
}

impl Gathered {
    fn add_all(&mut self, faults: impl IntoIterator<Item = Fault>) {
        for fault in faults {
            match fault.severity() {
                Severity::Error => self.errors.add(fault, self.most),
                Severity::Warning if self.warnings.len() < self.most => self.warnings.push(fault),
                Severity::Warning => {}
            }
        }
    }

    /// The warnings; with errors, both in the order of the file.
    fn finish(mut self) -> Result<Vec<Fault>, Failure> {
        if self.errors.is_empty() {
            return Ok(self.warnings);
        }
        self.errors.list.append(&mut self.warnings);
        self.errors.list.sort_by_key(|fault| fault.span().start);
        Err(Failure::Faults(self.errors))
    }
}

impl Faults {
    fn is_empty(&self) -> bool {
        self.list.is_empty() && self.more == 0
    }

    fn add(&mut self, fault: Fault, most: usize) {
        if self.list.len() < most {
            self.list.push(fault);
        } else {
            self.more += 1;
        }
    }
}
