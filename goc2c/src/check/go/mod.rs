//! From a header in Go's spelling to what can be written in C: symbols, names that C can have, types.
//!
//! What the historical headers need is checked in [`crate::check`].

pub(crate) mod mangle;
pub(crate) mod names;
pub(crate) mod types;

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use crate::fault::Fault;
use crate::fault::go::{GoFault, Reserved, Role};
use crate::model::go::{GoBody, GoFunc, GoParam, GoType, GoTypeKind, text_of};
use crate::source::{Source, Span};
use mangle::mangle;
use names::{Names, reserved};
use types::{ArrayDef, TypeWriter};

/// A function whose every part can be written.
#[derive(Debug)]
pub struct CheckedGoFunc<'s> {
    /// The header as it was read, for the Go side.
    pub func: &'s GoFunc,
    /// The name in C.
    pub c_name: String,
    /// The symbol without its package: `.Hash.Write`.
    pub symbol: String,
    /// The parameters, a receiver first.
    pub params: Vec<CField>,
    /// The results.
    pub results: Vec<CField>,
    /// Structs that the types need and that no function before needed.
    pub arrays: Vec<ArrayDef>,
    /// The body.
    pub body: &'s [u8],
    /// The words `return` in it that have no value.
    pub bare_returns: Vec<Range<usize>>,
    /// The line of the body's `{`.
    pub body_line: u32,
}

/// A parameter or result in C.
#[derive(Debug, PartialEq, Eq)]
pub struct CField {
    /// The name.
    pub name: String,
    /// The type.
    pub ty: String,
    /// Whether the name was made up, so that no body uses it.
    pub unnamed: bool,
}

/// Checks the functions of one file.
#[derive(Debug, Default)]
pub struct GoChecker {
    /// The functions so far, by their names in Go, with their lines.
    lines: HashMap<String, u32>,
    /// Names of functions in C.
    names: Names,
    /// Tags of the structs so far.
    arrays: HashSet<String>,
}

/// What has been found in one header.
struct Findings<'f, 'i> {
    source: &'f Source<'i>,
    body: Option<Span>,
    faults: Vec<Fault>,
}

impl GoChecker {
    /// Checks a function of the package `package`: what can be written, unless one of the faults is an error.
    pub fn check<'s>(
        &mut self,
        source: &'s Source<'_>,
        package: &[u8],
        func: &'s GoFunc,
    ) -> (CheckedGoFunc<'s>, Vec<Fault>) {
        let body = func.body.as_ref();
        let mut found = Findings { source, body: body.map(|body| body.span), faults: Vec::new() };
        let mut types = TypeWriter::new(source);
        let receiver_type = func.receiver.as_ref().map(|receiver| found.receiver_type(&receiver.ty));
        let name = found.utf8(func.name);
        if receiver_type.is_none() && (name == "init" || name == "main" && package == b"main") {
            found.add(GoFault::BodyWanted { at: func.name, name: name.clone() });
        }
        let go_name = match &receiver_type {
            Some(ty) => format!("{ty}.{name}"),
            None => name.clone(),
        };
        let mut symbol = String::new();
        for part in receiver_type.iter().chain([&name]) {
            symbol.push('.');
            symbol += &mangle(part);
        }
        let c_name = self.c_name(package, &go_name, func, &mut found);

        let pointer = func.receiver.as_ref().map(|receiver| match receiver.ty.kind {
            GoTypeKind::Pointer(_) => types.write(&receiver.ty),
            // A receiver by value is a pointer in C too.
            _ => types.write(&receiver.ty) + "*",
        });
        let mut fields = Vec::new();
        if let (Some(receiver), Some(ty)) = (&func.receiver, pointer) {
            fields.push((Role::Receiver, receiver.names.first().copied(), ty));
        }
        spell(&mut types, &func.signature.params, Role::Parameter, &mut fields);
        spell(&mut types, &func.signature.results, Role::Result, &mut fields);
        found.faults.extend(types.faults.drain(..).map(Fault::from));
        let mut params = found.name_fields(fields, types.names);
        let results = params.split_off(params.iter().take_while(|(role, _)| *role != Role::Result).count());
        let arrays = types.arrays.into_iter().filter(|array| self.arrays.insert(array.tag.clone()));
        let checked = CheckedGoFunc {
            func,
            c_name,
            symbol,
            params: params.into_iter().map(|(_, field)| field).collect(),
            results: results.into_iter().map(|(_, field)| field).collect(),
            arrays: arrays.collect(),
            body: body.map_or(&[], |body| source.slice(body.span)),
            bare_returns: body.map_or(Vec::new(), bare_returns),
            body_line: body.map_or(func.line, |body| body.line),
        };
        (checked, found.faults)
    }

    fn c_name(&mut self, package: &[u8], go: &str, func: &GoFunc, found: &mut Findings<'_, '_>) -> String {
        let plain = format!("{}_{}", String::from_utf8_lossy(package), go.replace('.', "_"));
        if let Some(&line) = self.lines.get(go) {
            found.add(GoFault::DuplicateFunc { at: func.name, name: go.to_owned(), line });
            return plain;
        }
        self.lines.insert(go.to_owned(), func.line);
        let taken = self.names.has(&plain);
        let given = self.names.give(&plain);
        if given != plain {
            let why = if taken { Reserved::Taken } else { reserved(&plain).unwrap_or(Reserved::Taken) };
            found.add(GoFault::Renamed {
                at: func.name,
                role: Role::Function,
                name: plain,
                to: given.clone(),
                why,
                assigned: None,
            });
        }
        given
    }
}

/// Where in a body its bare returns are.
fn bare_returns(body: &GoBody) -> Vec<Range<usize>> {
    let start = body.span.start;
    body.bare_returns.iter().map(|word| word.start - start..word.end - start).collect()
}

/// A field that has no name in C yet.
type Nameless = (Role, Option<Span>, String);

/// Adds what a list declares, one entry a name.
fn spell(types: &mut TypeWriter<'_, '_>, params: &[GoParam], role: Role, fields: &mut Vec<Nameless>) {
    for param in params {
        let ty = types.write(&param.ty);
        if param.names.is_empty() {
            fields.push((role, None, ty));
        } else {
            fields.extend(param.names.iter().map(|name| (role, Some(*name), ty.clone())));
        }
    }
}

impl Findings<'_, '_> {
    fn add(&mut self, fault: GoFault) {
        self.faults.push(fault.into());
    }

    /// The text of a name.
    fn utf8(&mut self, span: Span) -> String {
        if std::str::from_utf8(self.source.slice(span)).is_err() {
            self.add(GoFault::NotUtf8 { at: span });
        }
        text_of(self.source, span)
    }

    /// The type's name of a receiver.
    fn receiver_type(&mut self, ty: &GoType) -> String {
        let base = match &ty.kind {
            GoTypeKind::Pointer(to) => to,
            _ => ty,
        };
        if base.kind != GoTypeKind::Name {
            self.add(GoFault::ReceiverType { at: ty.span });
        }
        self.utf8(base.span)
    }

    /// Gives every field a name that C can have: first those that need no other, then the others, last those
    /// that have none in Go.
    fn name_fields(&mut self, fields: Vec<Nameless>, types: HashSet<String>) -> Vec<(Role, CField)> {
        let mut names = Names::with(types);
        let mut seen: HashMap<String, Span> = HashMap::new();
        let mut given = vec![None; fields.len()];
        let texts: Vec<_> = fields
            .iter()
            .map(|(_, span, _)| span.map(|span| (span, self.utf8(span))).filter(|(_, text)| text != "_"))
            .collect();
        for (at, text) in texts.iter().enumerate() {
            let Some((span, text)) = text else { continue };
            if let Some(first) = seen.insert(text.clone(), *span) {
                self.add(GoFault::DuplicateName { at: *span, first, name: text.clone() });
                given[at] = Some(text.clone());
            } else if reserved(text).is_none() && !names.has(text) {
                given[at] = Some(names.give(text));
            }
        }
        let mut renamed = Vec::new();
        for (at, text) in texts.iter().enumerate() {
            let (Some((span, text)), None) = (text, &given[at]) else { continue };
            let to = names.give(text);
            given[at] = Some(to.clone());
            renamed.push((*span, fields[at].0, text, to));
        }
        let mut assigned = self.assigned(renamed.iter().map(|(_, _, name, _)| name.as_bytes()).collect());
        for (at, role, name, to) in renamed {
            let why = reserved(name).unwrap_or(Reserved::Type);
            let assigned = assigned.remove(name.as_bytes());
            self.add(GoFault::Renamed { at, role, name: name.clone(), to, why, assigned });
        }
        let (mut unnamed_params, mut unnamed_results) = (0, 0);
        let mut named = Vec::with_capacity(fields.len());
        for ((role, _, ty), name) in fields.into_iter().zip(given) {
            let (letter, count) = match role {
                Role::Result => ('r', &mut unnamed_results),
                _ => ('p', &mut unnamed_params),
            };
            let unnamed = name.is_none();
            let name = name.unwrap_or_else(|| names.give(&format!("{letter}{count}")));
            *count += 1;
            named.push((role, CField { name, ty, unnamed }));
        }
        named
    }

    /// Where the body first assigns to some names. All of them are looked for at once: any number may be renamed.
    fn assigned(&self, names: HashSet<&[u8]>) -> HashMap<Vec<u8>, Span> {
        let mut found = HashMap::new();
        let Some(body) = self.body.filter(|_| !names.is_empty()) else { return found };
        let bytes = self.source.slice(body);
        let is_letter = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | 0x80..);
        let mut at = 0;
        while let Some(next) = bytes[at..].iter().position(is_letter) {
            let start = at + next;
            let length = bytes[start..].iter().take_while(|byte| is_letter(byte)).count();
            at = start + length;
            let word = &bytes[start..at];
            if names.contains(word) && !found.contains_key(word) && is_assignment(&bytes[at..]) {
                found.insert(word.to_vec(), Span::new(body.start + start, body.start + at));
            }
        }
        found
    }
}

/// Whether what follows a name assigns to it.
fn is_assignment(behind: &[u8]) -> bool {
    let behind = behind.trim_ascii_start();
    let operator = behind.iter().take_while(|byte| b"+-*/%&|^<>".contains(byte)).count();
    let assigns = behind[operator..].first() == Some(&b'=') && behind[operator..].get(1) != Some(&b'=');
    assigns && !matches!(&behind[..operator], b"<" | b">")
}
