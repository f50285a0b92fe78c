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
//! their C spelling and their size; [`layout`] places them in the frame; the [`back`] end writes C.
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
//! The library reads no file, prints nothing and does not exit.

pub mod back;
pub mod check;
#[cfg(feature = "command")]
pub mod command;
pub mod diagnostic;
mod dialect;
pub mod fault;
pub mod front;
pub mod layout;
pub mod model;
mod options;
mod report;
mod source;
mod target;
pub mod types;

use std::fmt;
use std::io::{self, Write};

use back::Backend;
use check::{CheckedFunc, Checker};
use fault::Fault;
use front::{Parser, Step};
use model::{Token, Unit};

pub use dialect::{Banner, Dialect, Directives, Traits};
pub use options::{Options, OptionsError};
pub use report::{ReportForm, report_layout};
pub use source::{Position, Source, Span};
pub use target::{ARCHES, Arch, Target, host_arch, host_os};

/// The faults of one file.
#[derive(Debug, Default)]
pub struct Faults {
    /// The first of them, in the order of the file; as many as the options let be kept.
    pub list: Vec<Fault>,
    /// How many there are beyond the list.
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

/// Translates one file.
///
/// # Errors
/// See [`Failure`]. What has been written to `out` by then is a part of a file, or of a faulty one:
/// throw it away.
pub fn transpile(source: &mut Source<'_>, options: &Options, out: &mut dyn Write) -> Result<(), Failure> {
    options.check().map_err(Failure::Options)?;
    let mut back = Backend::new(source, options, out);
    back.write_banner(source);
    take_units(source, options, &mut back)?;
    back.finish().map_err(Failure::Write)
}

/// What takes the units of a good file, each checked.
trait Take {
    /// A directive line.
    fn take_directive(&mut self, _source: &Source<'_>, _line: &Token) {}
    /// A token of C at file scope.
    fn take_text(&mut self, _source: &Source<'_>, _token: &Token) {}
    /// A function.
    fn take_func(&mut self, func: &CheckedFunc<'_>);
}

/// Reads and checks a file unit by unit. What is good is taken until the first fault; faults are gathered to the
/// end.
fn take_units(source: &mut Source<'_>, options: &Options, taker: &mut impl Take) -> Result<(), Failure> {
    let mut parser = Parser::new(options.dialect.traits());
    let checker = Checker::new(options);
    let mut package = Vec::new();
    let mut faults = Faults::default();
    loop {
        if faults.is_empty() {
            parser.each_text(source, |token| taker.take_text(source, token));
        }
        let step = match parser.next(source) {
            Ok(step) => step,
            Err(incomplete) => {
                source.refill(incomplete.keep, incomplete.line).map_err(Failure::Read)?;
                continue;
            }
        };
        match step {
            Step::Unit(Unit::Text(token)) if faults.is_empty() => taker.take_text(source, &token),
            Step::Unit(Unit::Directive(line)) if faults.is_empty() => taker.take_directive(source, &line),
            Step::Unit(Unit::Text(_) | Unit::Directive(_)) => {}
            Step::Unit(Unit::Package(name)) => package = name.text(source).into_owned(),
            Step::Unit(Unit::Func(func)) => match checker.check(source, &package, &func) {
                Ok(func) if faults.is_empty() => taker.take_func(&func),
                Ok(_) => {}
                Err(found) => {
                    found.into_iter().for_each(|fault| faults.add(fault, options.max_faults));
                    source.pin();
                }
            },
            Step::Fault(fault) => {
                faults.add(fault, options.max_faults);
                source.pin();
            }
            Step::End => break,
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(Failure::Faults(faults)) }
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
