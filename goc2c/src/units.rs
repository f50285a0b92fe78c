//! The loop over the units of a file: read, checked, taken and forgotten one by one.
//!
//! What takes them is a back end, the frame report, or whoever else wants to see a good file: [`Take`].

use crate::check::go::{CheckedGoFunc, GoChecker};
use crate::check::{CheckedFunc, Checker};
use crate::diagnostic::{Explain, Severity};
use crate::dialect::Dialect;
use crate::failure::{Failure, Faults};
use crate::fault::Fault;
use crate::fault::go::GoFault;
use crate::front::include::{included, is_own};
use crate::front::{Parser, Step};
use crate::model::go::GoImport;
use crate::model::{Token, Unit};
use crate::options::Options;
use crate::source::{Source, Span};

/// What takes the units of a good file, each checked.
pub(crate) trait Take {
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
pub(crate) fn take_units(
    source: &mut Source<'_>,
    options: &Options,
    taker: &mut impl Take,
) -> Result<Vec<Fault>, Failure> {
    let mut parser = Parser::new(options.dialect.traits());
    let checker = Checker::new(options);
    let mut go_checker = GoChecker::default();
    let mut package = Vec::new();
    let mut included = Included::default();
    // The piece of C that stands right before a function, if there is one.
    let mut before: Option<Span> = None;
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
        match &step {
            Step::Unit(Unit::Raw(piece)) => before = Some(piece.span),
            Step::Unit(Unit::GoFunc(_)) => {
                let attribute = before.take().filter(|at| is_attribute(source.slice(*at)));
                if let Some(at) = attribute {
                    faults.add_all([GoFault::AttributeBeforeFunc { at }.into()]);
                    source.pin();
                }
            }
            _ => before = None,
        }
        match step {
            Step::Unit(Unit::Text(token)) if good => taker.take_text(&token, source.from(token.span.start)),
            Step::Unit(Unit::Directive(line)) if good => taker.take_directive(source, &line),
            Step::Unit(Unit::Raw(piece)) if good => {
                included.read(source.slice(piece.span));
                taker.take_raw(source, &piece);
            }
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
                let needs_goc_h = !func.signature.is_empty() || options.dialect.traits().frames;
                included.first = included.first.or(needs_goc_h.then_some(func.name));
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
            Step::End => {
                if faults.errors.is_empty() {
                    faults.add_all(included.fault(options.dialect));
                }
                return faults.finish();
            }
        }
    }
}

/// Whether a line of C is an attribute alone, or words that start a function: nothing that could stand before Go.
fn is_attribute(piece: &[u8]) -> bool {
    let piece = piece.trim_ascii();
    let is_word = |word: &[u8]| [&b"static"[..], b"inline", b"extern", b"const"].contains(&word);
    let starts = piece.starts_with(b"__attribute__") || piece.starts_with(b"[[");
    starts && (piece.ends_with(b")") || piece.ends_with(b"]]"))
        || piece.split(|byte| *byte == b' ').all(is_word)
}

/// What a file of Go's headers includes.
#[derive(Default)]
struct Included {
    anything: bool,
    goc_h: bool,
    /// The name of the first function that needs goc.h: for the types of its header, or for its frame.
    first: Option<Span>,
}

impl Included {
    fn read(&mut self, piece: &[u8]) {
        if let Some(operand) = included(piece) {
            self.anything = true;
            self.goc_h |= is_own(operand);
        }
    }

    /// What else is included may include goc.h in its turn, which only a compiler knows: dialect gc asks it.
    fn fault(&self, dialect: Dialect) -> Option<Fault> {
        let may_be = if dialect.traits().frames { self.goc_h } else { self.anything };
        let at = self.first.filter(|_| !may_be)?;
        Some(GoFault::NoPrelude { at, is_sure: false }.into())
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
                _ if self.warnings.len() < self.most => self.warnings.push(fault),
                _ => {}
            }
        }
    }

    /// The warnings; with errors, both in the order of the file.
    fn finish(mut self) -> Result<Vec<Fault>, Failure> {
        if self.errors.is_empty() {
            return Ok(self.warnings);
        }
        self.errors.list.append(&mut self.warnings);
        let place = |fault: &Fault| fault.span().start;
        // To sort takes half as much memory again.
        if !self.errors.list.is_sorted_by_key(place) {
            self.errors.list.sort_by_key(place);
        }
        Err(Failure::Faults(self.errors))
    }
}
