//! Whether the hand-written Go files of a package and its `.goc` files still say the same.
//!
//! A function of a `.goc` file must be declared in one of the Go files, without a body, with the same receiver
//! and types; a declaration without a body must be in one of the `.goc` files, unless a pragma says that it
//! comes from elsewhere.

use std::collections::HashMap;

use crate::back::go::spelling::{compare_type, same_type, spell_func, spell_type};
use crate::check::go::CheckedGoFunc;
use crate::failure::{Failure, Faults};
use crate::fault::Fault;
use crate::fault::go::{GoFault, Role};
use crate::front::read_go_file;
use crate::model::go::{GoFunc, GoParam, GoTypeKind, text_of};
use crate::options::Options;
use crate::source::{Source, Span};
use crate::units::{Take, take_units};

/// A file and the functions in it.
pub struct GoSide<'i> {
    source: Source<'i>,
    funcs: Vec<GoFunc>,
}

/// A file that could not be read, and why: with its source, so that the faults can be shown.
pub struct Unread<'i> {
    /// The file.
    pub source: Source<'i>,
    /// Why.
    pub failure: Failure,
}

impl<'i> Unread<'i> {
    fn boxed(source: Source<'i>, failure: Failure) -> Box<Self> {
        Box::new(Unread { source, failure })
    }
}

/// The functions of a `.goc` file.
#[derive(Default)]
struct Functions(Vec<GoFunc>);

impl Take for Functions {
    fn take_go_func(&mut self, _source: &Source<'_>, func: &CheckedGoFunc<'_>) {
        self.0.push(func.func.clone());
    }
}

/// What was found, each with the file that it is in.
pub struct Drift<'s, 'i> {
    /// The file.
    pub source: &'s Source<'i>,
    /// What is wrong there.
    pub fault: Fault,
}

impl Drift<'_, '_> {
    /// Whether [`find_fixes`] has what puts it right.
    pub fn is_fixed(&self) -> bool {
        matches!(&self.fault, Fault::Go(fault) if matches!(**fault, GoFault::TypeDiffers { .. }))
    }
}

/// A declaration in a Go file, and what it must be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// The file's name.
    pub file: Vec<u8>,
    /// The declaration, from the word `func` on.
    pub at: Span,
    /// Its line.
    pub line: u32,
    /// What belongs there.
    pub text: String,
}

impl<'i> GoSide<'i> {
    /// The functions of a `.goc` file of dialect `gccgo11`. Its warnings are about C, and are told with the C.
    ///
    /// # Errors
    /// As [`crate::transpile`].
    pub fn read_goc(mut source: Source<'i>, options: &Options) -> Result<GoSide<'i>, Box<Unread<'i>>> {
        if let Err(error) = options.check_go_side() {
            return Err(Unread::boxed(source, Failure::Options(error)));
        }
        source.pin();
        let mut functions = Functions::default();
        match take_units(&mut source, options, &mut functions) {
            Ok(_) => Ok(GoSide { source, funcs: functions.0 }),
            Err(failure) => Err(Unread::boxed(source, failure)),
        }
    }

    /// The functions of a Go file whose bytes are all in the source.
    ///
    /// # Errors
    /// The fault that keeps the file from being read.
    pub fn read_go(source: Source<'i>) -> Result<GoSide<'i>, Box<Unread<'i>>> {
        match read_go_file(&source) {
            Ok(decls) => Ok(GoSide { source, funcs: decls.funcs }),
            Err(fault) => {
                let failure = Failure::Faults(Faults { list: vec![fault], more: 0 });
                Err(Unread::boxed(source, failure))
            }
        }
    }
}

impl GoSide<'_> {
    /// What the functions are called: `Name`, or `Type.Name`.
    pub fn names(&self) -> impl Iterator<Item = String> + '_ {
        self.funcs.iter().map(|func| Place { source: &self.source, func }.key())
    }
}

/// A function and where it is.
#[derive(Clone, Copy)]
struct Place<'s, 'i> {
    source: &'s Source<'i>,
    func: &'s GoFunc,
}

impl Place<'_, '_> {
    /// `Name`, or `Type.Name`: there is one function of that name.
    fn key(&self) -> String {
        let name = text_of(self.source, self.func.name);
        match &self.func.receiver {
            None => name,
            Some(receiver) => {
                let ty = match &receiver.ty.kind {
                    GoTypeKind::Pointer(to) => to,
                    _ => &receiver.ty,
                };
                format!("{}.{name}", text_of(self.source, ty.span))
            }
        }
    }

    fn shown(&self) -> String {
        let position = self.source.position(self.func.name.start);
        format!("{}:{}:{}", String::from_utf8_lossy(self.source.name()), position.line, position.column)
    }

    /// Whether a pragma says where the body is.
    fn is_elsewhere(&self) -> bool {
        let Some(doc) = self.func.doc else { return false };
        let name = text_of(self.source, self.func.name);
        text_of(self.source, doc).lines().any(|line| {
            let words: Vec<_> = line.split_whitespace().collect();
            words.first() == Some(&"//extern")
                || words.first() == Some(&"//go:linkname") && words.len() == 3 && words[1] == name
        })
    }
}

/// The functions of all files.
fn places<'s, 'i>(sides: &'s [GoSide<'i>]) -> impl Iterator<Item = Place<'s, 'i>> {
    sides.iter().flat_map(|side| side.funcs.iter().map(|func| Place { source: &side.source, func }))
}

fn places_by_name<'s, 'i>(sides: &'s [GoSide<'i>]) -> HashMap<String, Place<'s, 'i>> {
    places(sides).map(|place| (place.key(), place)).collect()
}

/// Compares the `.goc` files of a package with its Go files.
pub fn find_drift<'s, 'i>(goc: &'s [GoSide<'i>], go: &'s [GoSide<'i>]) -> Vec<Drift<'s, 'i>> {
    let (ours, theirs) = (places_by_name(goc), places_by_name(go));
    let mut found = Vec::new();
    for place in places(goc) {
        let mut add = |fault: GoFault| found.push(Drift { source: place.source, fault: fault.into() });
        match theirs.get(&place.key()) {
            None => add(GoFault::NotInGo {
                at: place.func.name,
                declaration: spell_func(place.source, place.func),
            }),
            Some(other) if other.func.body.is_some() => {
                add(GoFault::BodyInGo { at: place.func.name, name: place.key(), place: other.shown() })
            }
            Some(other) => compare(place, *other, &mut add),
        }
    }
    for place in places(go).filter(|place| place.func.body.is_none()) {
        if !ours.contains_key(&place.key()) && !place.is_elsewhere() {
            let fault = GoFault::NotInGoc { at: place.func.name, name: place.key() };
            found.push(Drift { source: place.source, fault: fault.into() });
        }
    }
    found.sort_by_key(|drift| (drift.source.name().to_vec(), drift.fault.span()));
    found
}

/// The declarations without a body that differ from the headers in `.goc` files, as those have them.
pub fn find_fixes(goc: &[GoSide<'_>], go: &[GoSide<'_>]) -> Vec<Fix> {
    let ours = places_by_name(goc);
    let mut fixes = Vec::new();
    for theirs in places(go).filter(|place| place.func.body.is_none()) {
        let Some(ours) = ours.get(&theirs.key()) else { continue };
        let mut differs = false;
        compare(*ours, theirs, &mut |_| differs = true);
        if differs {
            fixes.push(Fix {
                file: theirs.source.name().to_vec(),
                at: Span::new(theirs.func.keyword.start, theirs.func.end),
                line: theirs.func.line,
                text: spell_func(ours.source, ours.func),
            });
        }
    }
    fixes
}

fn compare(ours: Place<'_, '_>, theirs: Place<'_, '_>, add: &mut impl FnMut(GoFault)) {
    let lists = [
        (Role::Receiver, ours.func.receiver.as_slice(), theirs.func.receiver.as_slice()),
        (Role::Parameter, &ours.func.signature.params[..], &theirs.func.signature.params[..]),
        (Role::Result, &ours.func.signature.results[..], &theirs.func.signature.results[..]),
    ];
    for (role, mine, other) in lists {
        let (mine, other) = (ungrouped(mine), ungrouped(other));
        for count in 0..mine.len().max(other.len()) {
            let (a, b) = (mine.get(count).copied(), other.get(count).copied());
            let equal = a.zip(b).is_some_and(|(a, b)| {
                same_type(&compare_type(ours.source, &a.ty), &compare_type(theirs.source, &b.ty))
            });
            if equal {
                continue;
            }
            let what = match role {
                Role::Receiver => "the receiver".into(),
                _ => format!("{} {}", role.name(), count + 1),
            };
            add(GoFault::TypeDiffers {
                at: a.map_or(ours.func.name, |a| a.ty.span),
                what,
                func: ours.key(),
                ours: a.map(|a| spell_type(ours.source, &a.ty)),
                theirs: b.map(|b| spell_type(theirs.source, &b.ty)),
                place: theirs.shown(),
            });
        }
    }
}

/// One entry for each name, or for each type where there are no names.
pub(crate) fn ungrouped(params: &[GoParam]) -> Vec<&GoParam> {
    params.iter().flat_map(|param| std::iter::repeat_n(param, param.names.len().max(1))).collect()
}
