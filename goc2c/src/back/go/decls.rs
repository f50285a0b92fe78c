//! The Go side of a `.goc` file: each function as a declaration without a body, which gofmt leaves alone.

use std::collections::BTreeMap;
#[cfg(feature = "gc")]
use std::collections::BTreeSet;
use std::io::Write;

use crate::back::banner::generated_line;
use crate::back::go::spelling::spell_func;
use crate::check::go::CheckedGoFunc;
use crate::check::go::types::runtime_name;
use crate::failure::{Failure, Faults};
use crate::fault::Fault;
use crate::fault::go::GoFault;
use crate::model::go::{GoFunc, GoImport, GoMember, GoParam, GoSignature, GoType, GoTypeKind, text_of};
use crate::options::Options;
use crate::source::{Source, Span};
use crate::units::{Take, take_units};

/// Packages of Go's library whose path is their name.
const PLAIN_PACKAGES: [&str; 28] = [
    "bufio", "bytes", "context", "crypto", "embed", "encoding", "errors", "expvar", "flag", "fmt", "hash",
    "image", "io", "log", "math", "net", "os", "path", "plugin", "reflect", "regexp", "runtime", "sort",
    "strconv", "strings", "sync", "time", "unsafe",
];

/// Writes the declarations of a `.goc` file of dialect `gccgo11`; what comes back is warnings.
///
/// # Errors
/// As [`crate::transpile`]; also where a type has no spelling in Go, or a package no path.
pub fn write_go_declarations(
    source: &mut Source<'_>,
    options: &Options,
    out: &mut dyn Write,
) -> Result<Vec<Fault>, Failure> {
    options.check_go_side().map_err(Failure::Options)?;
    let mut side = GoSide::default();
    // A fault of this side needs its place in the window to the end.
    source.pin();
    let warnings = take_units(source, options, &mut side)?;
    let text = side.finish(generated_line(source))?;
    out.write_all(text.as_bytes()).map_err(Failure::Write)?;
    Ok(warnings)
}

/// What is known of the Go file so far.
#[derive(Debug, Clone, Default)]
pub(crate) struct GoSide {
    package: String,
    /// The `.goc` file's imports by the name it uses: the name it gave, if it gave one, and the path.
    imports: BTreeMap<String, (Option<String>, String)>,
    /// The packages that signatures name, with the first such place.
    needed: BTreeMap<String, Span>,
    pub(crate) functions: String,
    /// What stands behind them.
    proofs: String,
    faults: Faults,
}

impl Take for GoSide {
    fn take_package(&mut self, name: &[u8]) {
        self.package = String::from_utf8_lossy(name).into_owned();
    }

    fn take_imports(&mut self, source: &Source<'_>, imports: &[GoImport]) {
        self.imports.extend(imports.iter().map(|import| {
            let name = import.name.map(|name| text_of(source, name));
            (import.local_name(source), (name, import.path_text(source)))
        }));
    }

    fn take_go_func(&mut self, source: &Source<'_>, func: &CheckedGoFunc<'_>) {
        self.add(source, func.func);
    }
}

impl GoSide {
    fn add(&mut self, source: &Source<'_>, func: &GoFunc) {
        self.functions.push('\n');
        self.functions += &doc_lines(source, func);
        self.functions += &spell_func(source, func);
        self.functions.push('\n');
        self.look_at_func(source, func);
    }

    /// Finds the packages that a function's types need, and what Go does not know.
    pub(crate) fn look_at_func(&mut self, source: &Source<'_>, func: &GoFunc) {
        if let Some(receiver) = &func.receiver {
            self.look_at(source, &receiver.ty);
        }
        self.look_at_all(source, &func.signature);
    }

    fn look_at_all(&mut self, source: &Source<'_>, signature: &GoSignature) {
        for GoParam { ty, .. } in signature.params.iter().chain(&signature.results) {
            self.look_at(source, ty);
        }
    }

    /// Finds the packages that a type needs, and what Go does not know.
    fn look_at(&mut self, source: &Source<'_>, ty: &GoType) {
        match &ty.kind {
            GoTypeKind::Name => {
                let name = text_of(source, ty.span);
                let vague = ["Slice", "Iface", "FuncVal"].contains(&&*name);
                if let Some(write) = runtime_name(&name).filter(|_| vague) {
                    self.faults.list.push(GoFault::NoGoType { at: ty.span, name, write }.into());
                }
            }
            GoTypeKind::Qualified { package, .. } => {
                self.needed.entry(text_of(source, *package)).or_insert(ty.span);
            }
            GoTypeKind::Pointer(of)
            | GoTypeKind::Slice(of)
            | GoTypeKind::Variadic(of)
            | GoTypeKind::Chan(_, of)
            | GoTypeKind::Array { element: of, .. } => self.look_at(source, of),
            GoTypeKind::Map(key, value) => {
                self.look_at(source, key);
                self.look_at(source, value);
            }
            // Only a Go file has it.
            GoTypeKind::Generic { .. } => {}
            GoTypeKind::Func(signature) => self.look_at_all(source, signature),
            GoTypeKind::Interface(members) | GoTypeKind::Struct(members) => {
                for member in members {
                    match member {
                        GoMember::Method(_, signature) => self.look_at_all(source, signature),
                        GoMember::Field { ty, .. } => self.look_at(source, ty),
                    }
                }
            }
        }
    }

    /// Adds what stands behind the functions, and packages that it needs: what it calls them, and their paths.
    #[cfg(feature = "gc")]
    pub(crate) fn prove(&mut self, text: &str, needed: &BTreeSet<(String, String)>) {
        self.proofs += text;
        for (local, path) in needed {
            let name = (path.rsplit('/').next() != Some(local)).then(|| local.clone());
            self.imports.entry(local.clone()).or_insert_with(|| (name, path.clone()));
            self.need(local);
        }
    }

    /// Whether the file can know a package by that name.
    #[cfg(feature = "gc")]
    pub(crate) fn may_import(&self, local: &str, path: &str) -> bool {
        match self.imports.get(local) {
            Some((_, known)) => known == path,
            None => local != "." && local != "_",
        }
    }

    #[cfg(feature = "gc")]
    /// Notes that the file needs a package of Go's library.
    pub(crate) fn need(&mut self, package: &str) {
        self.needed.entry(package.to_owned()).or_insert(Span::at(0));
    }

    /// The file's text, after what opens it.
    ///
    /// # Errors
    /// A type that Go does not have, a package whose path is not known.
    pub(crate) fn finish(mut self, generated: String) -> Result<String, Failure> {
        let mut lines = Vec::new();
        for (package, at) in std::mem::take(&mut self.needed) {
            match self.imports.get(&package) {
                Some((Some(name), path)) => lines.push((path.clone(), format!("{name} \"{path}\""))),
                Some((None, path)) => lines.push((path.clone(), format!("\"{path}\""))),
                None if PLAIN_PACKAGES.contains(&&*package) => {
                    lines.push((package.clone(), format!("\"{package}\"")));
                }
                None => self.faults.list.push(GoFault::NoImport { at, package }.into()),
            }
        }
        if !self.faults.list.is_empty() {
            return Err(Failure::Faults(self.faults));
        }
        lines.sort();
        let mut text = generated + &format!("\npackage {}\n", self.package);
        match &lines[..] {
            [] => {}
            [(_, line)] => text += &format!("\nimport {line}\n"),
            lines => {
                text += "\nimport (\n";
                lines.iter().for_each(|(_, line)| text += &format!("\t{line}\n"));
                text += ")\n";
            }
        }
        Ok(text + &self.functions + &self.proofs)
    }
}

/// The comment above a function, line by line; empty where there is none.
pub(crate) fn doc_lines(source: &Source<'_>, func: &GoFunc) -> String {
    let doc = func.doc.map(|doc| text_of(source, doc)).unwrap_or_default();
    doc.lines().map(|line| format!("{}\n", line.trim_end())).collect()
}
