//! A `.goc` file as dialect gc reads it: the C for the compiler, what Go is told, and what a translation must know of
//! each function.

use std::collections::BTreeSet;

use crate::back::go::decls::GoSide;
use crate::back::go::frame::START;
use crate::check::go::CheckedGoFunc;
use crate::check::go::mangle::mangle;
use crate::failure::Failure;
use crate::fault::Fault;
use crate::fault::go::GoFault;
use crate::model::go::{GoImport, GoParam, GoType, GoTypeKind, text_of};
use crate::options::Options;
use crate::source::Source;
use crate::units::{Take, take_units};

use super::write::{declaration, fallback};

/// What stands behind the C of every file, as [`START`] stands before it.
pub(crate) const END: &str = "\n#ifdef __clang__\n#pragma clang attribute pop\n#endif\n";

/// What leaves out a function of those in [`START`], with its name behind it.
pub(crate) const WITHOUT: &str = "GOC_NO_";

/// Whether a file may have a function of that name in place of the one in [`START`].
pub(crate) fn may_replace(name: &str) -> bool {
    START.contains(&format!("#ifndef {WITHOUT}{name}\n"))
}

/// A `.goc` file that was read, or a file of C beside them, which no Go function is in.
#[derive(Debug)]
pub struct Unit {
    /// The file's name without its folder, as messages, `#line` and tracebacks have it.
    pub name: String,
    /// The package.
    pub package: String,
    /// The C with its wrappers.
    pub c: Vec<u8>,
    /// The functions that Go calls, in the order of the file.
    pub functions: Vec<GoFunction>,
    /// Warnings about headers.
    pub warnings: Vec<Fault>,
    /// That goc.h is not included by the file itself, where its functions need it.
    pub lacks_prelude: Option<Fault>,
    /// The Go side, of which only the first lines are missing.
    pub(super) go: GoSide,
    /// The same functions by cgo.
    pub(super) fallback: String,
}

/// A function that Go calls.
#[derive(Debug)]
pub struct GoFunction {
    /// Its name in Go, with its type before it: `Meter.Add`.
    pub name: String,
    /// The name of the assembly function that carries it: its own, or `goc_Meter_Add`.
    pub stub: String,
    /// Its name in C.
    pub c_name: String,
    /// Its symbol in an object.
    pub symbol: String,
    /// The line of its header.
    pub line: u32,
    /// What vet calls its first argument, and its first result.
    pub first_argument: Option<String>,
    pub(super) first_result: Option<String>,
    /// What vet calls its first argument where all have names.
    pub(super) first_named: Option<String>,
    /// Its declaration in Go.
    pub(super) declaration: String,
    /// The same where it forwards to `goc_NAME`; none for a method, which always does.
    pub(super) forwarded: Option<String>,
}

/// Reads a file. `options` must be of dialect gc.
///
/// # Errors
/// As [`crate::transpile`]; also where a type has no spelling in Go, or a package no path.
pub fn read_unit(source: &mut Source<'_>, options: &Options) -> Result<Unit, Failure> {
    source.pin();
    let name = source.name().rsplit(|&byte| byte == b'/').next().unwrap_or_default();
    let name = String::from_utf8_lossy(name).into_owned();
    let mut taker = Taker::default();
    let mut warnings = take_units(source, options, &mut taker)?;
    let lacks_prelude = warnings
        .pop_if(|fault| matches!(fault, Fault::Go(fault) if matches!(**fault, GoFault::NoPrelude { .. })));
    Ok(Unit {
        name,
        package: taker.package,
        c: Vec::new(),
        functions: taker.functions,
        warnings,
        lacks_prelude,
        go: taker.go,
        fallback: taker.fallback,
    })
}

impl Unit {
    /// A file of C for a package.
    pub fn of_c(name: &str, text: &[u8], package: &str) -> Unit {
        let mut go = GoSide::default();
        go.take_package(package.as_bytes());
        let first = format!("\n#line 1 \"{name}\"\n");
        Unit {
            name: name.to_owned(),
            package: package.to_owned(),
            c: [START.as_bytes(), first.as_bytes(), text].concat(),
            functions: Vec::new(),
            warnings: Vec::new(),
            lacks_prelude: None,
            go,
            fallback: String::new(),
        }
    }

    /// Whether its Go files can know a package by a name.
    pub fn may_import(&self, local: &str, path: &str) -> bool {
        self.go.may_import(local, path)
    }

    /// Adds Go to its Go files that proves something, and the packages that it needs: what it calls them, and their paths.
    pub fn prove(&mut self, text: &str, needed: &BTreeSet<(String, String)>) {
        self.go.prove(text, needed);
    }

    /// Whether it is a file of C.
    pub fn is_c(&self) -> bool {
        is_c(&self.name)
    }
}

/// Whether a name is that of a file of C.
pub fn is_c(name: &str) -> bool {
    name.ends_with(".c")
}

#[derive(Default)]
struct Taker {
    package: String,
    functions: Vec<GoFunction>,
    go: GoSide,
    fallback: String,
}

impl Take for Taker {
    fn take_package(&mut self, name: &[u8]) {
        self.package = String::from_utf8_lossy(name).into_owned();
        self.go.take_package(name);
    }

    fn take_imports(&mut self, source: &Source<'_>, imports: &[GoImport]) {
        self.go.take_imports(source, imports);
    }

    fn take_go_func(&mut self, source: &Source<'_>, func: &CheckedGoFunc<'_>) {
        self.go.look_at_func(source, func.func);
        let is_method = func.func.receiver.is_some();
        let name = text_of(source, func.func.name);
        let receiver = func.func.receiver.as_ref().map(|receiver| base_name(source, &receiver.ty));
        let (go_name, stub) = match &receiver {
            Some(ty) => (format!("{ty}.{name}"), format!("goc_{ty}_{name}")),
            None => (name.clone(), name),
        };
        self.fallback += &fallback::spell(source, func, &stub);
        let signature = &func.func.signature;
        let receiver_and_params = func.func.receiver.iter().chain(&signature.params);
        self.functions.push(GoFunction {
            name: go_name,
            stub,
            c_name: func.c_name.clone(),
            symbol: format!("{}{}", symbol_package(&self.package), func.symbol),
            line: func.func.line,
            first_argument: first_of(source, receiver_and_params, func.params.first(), "arg"),
            first_named: first_of(
                source,
                func.func.receiver.iter().chain(&signature.params),
                func.params.first(),
                "",
            ),
            first_result: first_of(source, signature.results.iter(), func.results.first(), "ret"),
            declaration: declaration::spell(source, func, is_method),
            forwarded: (!is_method).then(|| declaration::spell(source, func, true)),
        });
    }
}

/// The package's part of symbols in an object, by goc.h's `GOC_PKG` without a path.
fn symbol_package(package: &str) -> String {
    if package == "main" { "main".into() } else { format!("go_0{}", mangle(package)) }
}

fn base_name(source: &Source<'_>, ty: &GoType) -> String {
    match &ty.kind {
        GoTypeKind::Pointer(to) => text_of(source, to.span),
        _ => text_of(source, ty.span),
    }
}

/// What vet calls the first word of a list: a string's is `s_base`. A type alone is called `unnamed`, or where that is empty
/// as in C.
fn first_of<'p>(
    source: &Source<'_>,
    mut list: impl Iterator<Item = &'p GoParam>,
    field: Option<&crate::check::go::CField>,
    unnamed: &str,
) -> Option<String> {
    let first = list.next()?;
    let name = match first.names.first().map(|name| text_of(source, *name)) {
        None if unnamed.is_empty() => field?.name.clone(),
        None => unnamed.into(),
        Some(blank) if blank == "_" => field?.name.clone(),
        Some(name) => declaration::assembly_name(&name),
    };
    let part = match &first.ty.kind {
        GoTypeKind::Slice(_) | GoTypeKind::Variadic(_) => "_base",
        GoTypeKind::Interface(members) if members.is_empty() => "_type",
        GoTypeKind::Interface(_) => "_itable",
        GoTypeKind::Name => match &*text_of(source, first.ty.span) {
            "string" | "String" | "Slice" => "_base",
            "any" | "Eface" => "_type",
            "error" | "Iface" => "_itable",
            "complex64" | "complex128" => "_real",
            _ => "",
        },
        _ => "",
    };
    Some(name + part)
}
