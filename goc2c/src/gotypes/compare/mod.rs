//! Whether what C declares by itself is as Go has it: structs and constants of the same name, and functions of Go that C
//! calls. `c_decls` reads the C, `c_type` says what its types are.

mod c_decls;
mod c_type;
pub mod fault;

use c_decls::{CDecl, CDeclKind, CMember, c_decls};
use c_type::{CTy, Scalar};
use fault::{CompareFault, Differs};

use super::layout::World;
use super::packages::{DeclId, HOME, Place};
use super::resolve::Ty;
use super::sizes::Holds;
use super::spell::field_names;
use super::values::Value;
use crate::diagnostic::Report;
use crate::drift::ungrouped;
use crate::front::include::{included, is_own, quoted};
use crate::model::go::{GoFunc, GoTypeKind, text_of};
use crate::source::{Source, Span};

/// Compares the C of a file with Go.
pub fn compare(world: &World<'_>, source: &Source<'_>) -> Vec<Report> {
    let mut found = Vec::new();
    for decl in c_decls(source.from(0)) {
        let mut add = |fault: CompareFault| found.push(Report::new(source, &fault));
        match &decl.kind {
            CDeclKind::Struct(members) => compare_struct(world, &decl, members, &mut add),
            CDeclKind::Int(_) | CDeclKind::Text(_) => compare_constant(world, &decl, &mut add),
            CDeclKind::Callback { result, params } => {
                compare_callback(world, &decl, result.as_ref(), params, &mut add);
            }
        }
    }
    found
}

/// The headers that C includes by quotes, but for those that goc2c writes.
pub fn headers_of(text: &[u8]) -> Vec<String> {
    let lines = text.split(|byte| *byte == b'\n');
    let names = lines.filter_map(included).filter(|operand| !is_own(operand)).filter_map(quoted);
    names.map(|name| String::from_utf8_lossy(name).into_owned()).collect()
}

/// Where a declaration of Go is: `shapes.go:3:6`.
fn shown(world: &World<'_>, place: Place, at: Span) -> String {
    let package = world.packages.package(place.package);
    let source = &package.files[place.file].source;
    let position = source.position(at.start);
    format!("{}:{}:{}", String::from_utf8_lossy(source.name()), position.line, position.column)
}

fn compare_struct(world: &World<'_>, decl: &CDecl, members: &[CMember], add: &mut impl FnMut(CompareFault)) {
    let Some(id) = world.packages.type_named(HOME, &decl.name) else { return };
    let Ok(Ty::Struct(fields)) = world.declared(id) else { return };
    let Ok(layout) = world.struct_layout(&fields) else { return };
    let place = world.packages.with_type(id, |_, go| shown(world, id.place, go.name));
    let fault = |at, what, ours, theirs| CompareFault {
        at,
        differs: Differs::Struct,
        name: decl.name.clone(),
        what,
        ours,
        theirs,
        place: place.clone(),
    };
    let names = field_names(&fields);
    let numbered = |count: usize| format!("field {}", count + 1);
    for (count, (field, name)) in fields.iter().zip(&names).enumerate() {
        let Some(member) = members.get(count) else {
            return add(fault(decl.at, numbered(count), None, Some(name.clone())));
        };
        if field.name != "_" && member.name != *name {
            let (ours, theirs) = (member.name.clone(), name.clone());
            return add(fault(member.at, numbered(count), Some(ours), Some(theirs)));
        }
        if !same(world, &member.ty, &field.ty) {
            let what = format!("field `{}`", member.name);
            add(fault(member.at, what, Some(member.shown.clone()), Some(spelled(world, &field.ty))));
        }
    }
    // Where Go has a byte behind a last field without a size, C has a member for it.
    let most = fields.len() + usize::from(layout.has_end);
    if let Some(member) = members.get(most) {
        add(fault(member.at, numbered(most), Some(member.name.clone()), None));
    }
}

/// A type as C would have it, for a message.
fn spelled(world: &World<'_>, ty: &Ty) -> String {
    match ty {
        Ty::Basic(basic) => basic.c.into(),
        Ty::Slice => "Slice".into(),
        Ty::Eface => "Eface".into(),
        Ty::Iface => "Iface".into(),
        Ty::Func => "FuncVal*".into(),
        Ty::Opaque => "void*".into(),
        Ty::Pointer(to, place) => format!("{}*", world.packages.text(*place, to.span)),
        Ty::Array(length, of) => format!("{}[{length}]", spelled(world, of)),
        Ty::Struct(_) => "struct { … }".into(),
        Ty::Named(id) => world.packages.type_name(*id),
    }
}

/// Whether a type of C is as one of Go, as far as can be told.
fn same(world: &World<'_>, c: &CTy, go: &Ty) -> bool {
    match (c, go) {
        (CTy::Unknown, _) => true,
        (CTy::Named(name), Ty::Named(id)) if is_called(world, name, *id) => true,
        // A type without an end is Go's to refuse.
        (_, Ty::Named(_)) if world.layout(go).is_err() => true,
        (_, Ty::Named(id)) => match world.declared(*id) {
            // A struct that goes by another name is not looked into.
            Ok(Ty::Struct(_)) => matches!(c, CTy::Named(name) if !is_prelude(name)),
            Ok(of) => same(world, c, &of),
            Err(_) => true,
        },
        (CTy::Pointer, Ty::Pointer(..) | Ty::Opaque | Ty::Func) => true,
        (CTy::Pointer, Ty::Basic(basic)) => basic.c == "void*",
        (CTy::Scalar(scalar), Ty::Basic(basic)) => {
            basic.holds != Holds::Text && scalar.is(&Scalar::of_go(basic.holds, basic.bytes), world.sizes)
        }
        (CTy::Named(name), Ty::Basic(basic)) if basic.holds == Holds::Text => name == basic.c,
        (CTy::Named(name), Ty::Slice) => name == "Slice",
        (CTy::Named(name), Ty::Eface) => name == "Eface",
        (CTy::Named(name), Ty::Iface) => name == "Iface",
        // A name that C has by itself may be for anything; one that Go has, too, is no struct here.
        (CTy::Named(name), _) => !is_prelude(name) && !is_struct(world, name),
        (CTy::Array(length, of), Ty::Array(wanted, element)) => {
            length.is_none_or(|length| length == *wanted) && same(world, of, element)
        }
        _ => false,
    }
}

/// Whether Go has a struct of that name.
fn is_struct(world: &World<'_>, name: &str) -> bool {
    let id = world.packages.type_named(HOME, name);
    id.is_some_and(|id| matches!(world.declared(id), Ok(Ty::Struct(_))))
}

fn is_prelude(name: &str) -> bool {
    crate::check::go::names::is_prelude_type(name)
}

/// Whether C means a type of Go by a name: `T`, or `pkg_T` for another package's.
fn is_called(world: &World<'_>, name: &str, id: DeclId) -> bool {
    let go = world.packages.type_name(id);
    match id.place.package {
        HOME => name == go,
        _ => name.strip_suffix(&*go).is_some_and(|package| package.ends_with('_')),
    }
}

fn compare_constant(world: &World<'_>, decl: &CDecl, add: &mut impl FnMut(CompareFault)) {
    let Some(id) = world.packages.const_named(HOME, &decl.name) else { return };
    // What has no value here C cannot have wrong.
    let Ok(constant) = world.constant(id) else { return };
    let differs = match (&decl.kind, &constant.value) {
        (CDeclKind::Int(ours), Value::Int(theirs)) => {
            (ours != theirs).then(|| (ours.to_string(), theirs.to_string()))
        }
        (CDeclKind::Int(ours), Value::Bool(theirs)) => {
            (*ours != i128::from(*theirs)).then(|| (ours.to_string(), theirs.to_string()))
        }
        (CDeclKind::Text(ours), Value::Text(theirs)) => (ours != theirs).then(|| {
            let text = |bytes: &[u8]| format!("\"{}\"", bytes.escape_ascii());
            (text(ours), text(theirs))
        }),
        _ => None,
    };
    if let Some((ours, theirs)) = differs {
        let place = world.packages.with_const(id, |_, go| shown(world, id.place, go.name));
        add(CompareFault {
            at: decl.at,
            differs: Differs::Constant,
            name: decl.name.clone(),
            what: String::new(),
            ours: Some(ours),
            theirs: Some(theirs),
            place,
        });
    }
}

/// A function of the package by its name: `Name`, or `Type.Name`.
fn with_func<T>(world: &World<'_>, name: &str, act: impl FnOnce(Place, &GoFunc) -> T) -> Option<T> {
    let package = world.packages.package(HOME);
    let receiver = |source: &Source<'_>, func: &GoFunc| {
        func.receiver.as_ref().map(|receiver| {
            let ty = match &receiver.ty.kind {
                GoTypeKind::Pointer(to) => to,
                _ => &receiver.ty,
            };
            text_of(source, ty.span)
        })
    };
    let (wanted_type, wanted_name) = match name.split_once('.') {
        Some((ty, name)) => (Some(ty), name),
        None => (None, name),
    };
    for (file, go) in package.files.iter().enumerate() {
        for func in &go.decls.funcs {
            let is_it = text_of(&go.source, func.name) == wanted_name
                && receiver(&go.source, func).as_deref() == wanted_type;
            if is_it {
                return Some(act(Place { package: HOME, file }, func));
            }
        }
    }
    None
}

fn compare_callback(
    world: &World<'_>,
    decl: &CDecl,
    result: Option<&CMember>,
    params: &[CMember],
    add: &mut impl FnMut(CompareFault),
) {
    with_func(world, &decl.name, |place, func| {
        let source_place = shown(world, place, func.name);
        let mut fault = |at, what: String, ours, theirs| {
            add(CompareFault {
                at,
                differs: Differs::Callback,
                name: decl.name.clone(),
                what,
                ours,
                theirs,
                place: source_place.clone(),
            });
        };
        let own = usize::from(func.receiver.is_some());
        let wanted = ungrouped(&func.signature.params);
        if params.len() != own + wanted.len() {
            let count = |count: usize| Some(count.to_string());
            fault(decl.at, "the number of parameters".into(), count(params.len()), count(own + wanted.len()));
            return;
        }
        for (count, (param, go)) in params[own..].iter().zip(wanted).enumerate() {
            let Ok(ty) = world.resolve(place, &go.ty) else { continue };
            if !same_param(world, &param.ty, &ty) {
                let theirs = spelled(world, &ty);
                fault(
                    param.at,
                    format!("parameter {}", own + count + 1),
                    Some(param.shown.clone()),
                    Some(theirs),
                );
            }
        }
        let results = ungrouped(&func.signature.results);
        let ours = result.map(|result| result.shown.clone());
        match (result, &results[..]) {
            (None, []) => {}
            (Some(_), []) => fault(decl.at, "the result".into(), ours, None),
            (None, [one, ..]) => {
                let theirs = world.packages.text(place, one.ty.span);
                fault(decl.at, "the result".into(), None, Some(theirs));
            }
            (Some(result), [one]) => {
                let Ok(ty) = world.resolve(place, &one.ty) else { return };
                if !same_param(world, &result.ty, &ty) {
                    fault(decl.at, "the result".into(), ours, Some(spelled(world, &ty)));
                }
            }
            // A struct of several results is C's own.
            _ => {}
        }
    });
}

/// As [`same`]; an array is a struct as a parameter.
fn same_param(world: &World<'_>, c: &CTy, go: &Ty) -> bool {
    matches!((c, go), (CTy::Named(_), Ty::Array(..))) || same(world, c, go)
}
