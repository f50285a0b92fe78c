//! What a build proves of Go's types and constants: that they are as C knew them when it was compiled. It is Go that
//! compiles only where that holds; what is wrong then is told with a name that says what to do.
//!
//! A struct of the package itself is proved by a conversion, for which all its fields must be what they were. Of what has
//! no spelling there, sizes and offsets are.

use std::collections::BTreeSet;

use super::layout::World;
use super::packages::{DeclId, Fails, HOME, Place};
use super::resolve::{Field, Ty};
use super::values::{Const, Value};
use crate::back::go::spelling::spell_type;
use crate::model::go::{GoMember, GoType, GoTypeKind, text_of};

/// The name that tells what to do: of a type.
pub(crate) const NAME: &str = "goc_run_go_generate";
/// The same of a variable, for a conversion.
pub(crate) const OLD: &str = "goc_old_run_go_generate";

/// What a type or a constant is proved by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proof {
    /// The packages that it names: what it calls them, and their paths.
    pub imports: Vec<(String, String)>,
    /// The type whose variable it is about, as the `.goc` files call it; none for constants.
    pub of: Option<String>,
    /// The lines of Go.
    pub lines: String,
}

/// What is proved on all architectures.
pub fn on_all(lists: &[Vec<Proof>]) -> impl Iterator<Item = &Proof> {
    let rest = lists.get(1..).unwrap_or_default();
    lists.iter().take(1).flatten().filter(|proof| rest.iter().all(|list| list.contains(proof)))
}

/// The Go for what is proved on all architectures: `lists` has the proofs of each. `may_import` tells whether a file can
/// know a package by a name. What comes back beside it are the packages that it needs: what it calls them, and their paths.
pub fn write_proofs(
    lists: &[Vec<Proof>],
    may_import: impl Fn(&str, &str) -> bool,
) -> Option<(String, BTreeSet<(String, String)>)> {
    let can_be = |proof: &&Proof| proof.imports.iter().all(|(name, path)| may_import(name, path));
    let proofs: Vec<_> = on_all(lists).filter(can_be).collect();
    if proofs.is_empty() {
        return None;
    }
    let mut text =
        "\n// What follows compiles only where types and constants are as the C has them: where it does not, run `go generate`.\n"
            .to_owned();
    let mut needed = BTreeSet::new();
    for alike in proofs.chunk_by(|one, next| one.of.is_none() && next.of.is_none()) {
        let param = alike[0].of.as_ref().map_or(String::new(), |ty| format!("{OLD} *{ty}"));
        text += &format!("\nfunc _({param}) {{\n");
        if alike.iter().any(|proof| proof.lines.contains(NAME)) {
            text += &format!("\ttype {NAME} struct{{}}\n");
        }
        for proof in alike {
            text += &proof.lines;
            needed.extend(proof.imports.iter().cloned());
        }
        text += "}\n";
    }
    Some((text, needed))
}

/// `var _ [8]T = [expression]T{}`
fn equal(number: impl std::fmt::Display, expression: &str) -> String {
    format!("\tvar _ [{number}]{NAME} = [{expression}]{NAME}{{}}\n")
}

/// The proof of a type; none where Go has no words for it from outside. `local` is what the `.goc` files call its package.
pub(super) fn of_type(world: &World<'_>, id: DeclId, local: Option<&str>) -> Fails<Option<Proof>> {
    let packages = world.packages;
    let plain = packages.type_name(id);
    let Some(name) = seen(&plain, id, local) else { return Ok(None) };
    let Ok(written) = packages.with_type(id, |_, decl| decl.ty.clone()) else { return Ok(None) };
    let ty = world.declared(id)?;
    let fields = if let Ty::Struct(fields) = &ty { &fields[..] } else { &[] };
    let mut lines = Lines { world, id, local, text: String::new() };
    let mut imports = match conversion(world, id.place, &written) {
        Some((conversion, imports)) => {
            // What others declare may change, too.
            for field in fields.iter().filter(|field| is_of_others(&field.ty) && field.name != "_") {
                lines.put_size(&field.ty, &format!("{OLD}.{}", field.name), "")?;
            }
            lines.text.insert_str(0, &conversion);
            imports
        }
        None => {
            lines.put_size(&ty, &format!("*{OLD}"), &name)?;
            lines.put_fields(fields)?;
            imports(world, id, local)
        }
    };
    if lines.text.contains("unsafe.") {
        imports.push(("unsafe".into(), "unsafe".into()));
    }
    let proof = Proof { imports, of: Some(name), lines: lines.text };
    Ok((!proof.lines.is_empty()).then_some(proof))
}

fn is_of_others(ty: &Ty) -> bool {
    match ty {
        Ty::Named(id) => id.place.package != HOME,
        Ty::Array(_, of) => is_of_others(of),
        _ => false,
    }
}

/// The proof of a constant; none where it is not seen from outside.
pub(super) fn of_const(
    world: &World<'_>,
    id: DeclId,
    constant: &Const,
    local: Option<&str>,
) -> Option<Proof> {
    let plain = world.packages.with_const(id, |file, decl| text_of(&file.source, decl.name));
    let name = seen(&plain, id, local)?;
    let lines = match &constant.value {
        Value::Int(value) if i32::try_from(*value).is_ok_and(|value| value >= 0) => equal(value, &name),
        // The difference is a length where there is none.
        Value::Int(value) if *value < 0 => equal(0, &format!("{name} - ({value})")),
        Value::Int(value) => equal(0, &format!("{name} - {value}")),
        Value::Bool(value) => is_true(&format!("{name} == {value}")),
        Value::Text(text) => is_true(&format!("{name} == {}", quoted(text))),
        Value::Float(value) => {
            let ty = constant.basic.map_or("float64", |basic| basic.go);
            is_true(&format!("{ty}({name}) == {ty}({value:?})"))
        }
    };
    Some(Proof { imports: imports(world, id, local), of: None, lines })
}

/// What is refused where a truth value is false: a map with one key twice.
fn is_true(value: &str) -> String {
    format!("\tvar _ = map[bool]{NAME}{{false: {{}}, {value}: {{}}}}\n")
}

/// A name as the package's own files have it; none where it is another's that is not exported.
fn seen(name: &str, id: DeclId, local: Option<&str>) -> Option<String> {
    match local {
        None => (id.place.package == HOME).then(|| name.to_owned()),
        Some(local) => name.starts_with(char::is_uppercase).then(|| format!("{local}.{name}")),
    }
}

fn imports(world: &World<'_>, id: DeclId, local: Option<&str>) -> Vec<(String, String)> {
    let path = world.packages.package(id.place.package).path.clone();
    local.map(|local| (local.to_owned(), path)).into_iter().collect()
}

/// A conversion to what a type of the package itself is, and what that imports; none where it has no spelling.
fn conversion(world: &World<'_>, place: Place, written: &GoType) -> Option<(String, Vec<(String, String)>)> {
    if place.package != HOME {
        return None;
    }
    let mut spelling = Spelling { world, place, imports: Vec::new() };
    let ty = spelling.spell(written, 1)?;
    Some((format!("\t_ = (*{ty})({OLD})\n"), spelling.imports))
}

/// What the spelling of a type in another file of its package needs.
struct Spelling<'s, 'w> {
    world: &'s World<'w>,
    place: Place,
    imports: Vec<(String, String)>,
}

impl Spelling<'_, '_> {
    /// Spells a type as gofmt does: a struct has a line for each field, so far to the right.
    fn spell(&mut self, ty: &GoType, depth: usize) -> Option<String> {
        let text = |at| self.world.packages.text(self.place, at);
        match &ty.kind {
            GoTypeKind::Pointer(of) => Some(format!("*{}", self.spell(of, depth)?)),
            GoTypeKind::Slice(of) => Some(format!("[]{}", self.spell(of, depth)?)),
            GoTypeKind::Array { length, element } => {
                let length = text(*length);
                // A length may name a constant of another package.
                let is_own = !length.contains(['.', '\n']);
                self.spell(element, depth).filter(|_| is_own).map(|of| format!("[{length}]{of}"))
            }
            GoTypeKind::Struct(members) if members.is_empty() => Some("struct{}".into()),
            GoTypeKind::Struct(members) => self.spell_struct(members, depth),
            _ => {
                self.look_at(ty)?;
                let package = self.world.packages.package(self.place.package);
                Some(spell_type(&package.files[self.place.file].source, ty))
            }
        }
    }

    fn spell_struct(&mut self, members: &[GoMember], depth: usize) -> Option<String> {
        let mut fields = Vec::new();
        for member in members {
            let GoMember::Field { names, ty, .. } = member else { return None };
            let ty = self.spell(ty, depth + 1)?;
            let names = names.iter().map(|name| Some(self.world.packages.text(self.place, *name)));
            let names: Vec<_> = if names.len() == 0 { vec![None] } else { names.collect() };
            fields.extend(names.into_iter().map(|name| (name, ty.clone())));
        }
        let indent = "\t".repeat(depth);
        let mut text = "struct {\n".to_owned();
        // Names in a row have one width: until one is missing, or a type has several lines.
        let is_row = |one: &(Option<String>, String), next: &(Option<String>, String)| {
            one.0.is_some() == next.0.is_some() && !one.1.contains('\n')
        };
        for row in fields.chunk_by(is_row) {
            let width = row.iter().flat_map(|(name, _)| name).map(|name| name.chars().count()).max();
            for (name, ty) in row {
                text += &match name {
                    Some(name) => format!("{indent}\t{name:0$} {ty}\n", width.unwrap_or(0)),
                    None => format!("{indent}\t{ty}\n"),
                };
            }
        }
        Some(text + &indent + "}")
    }

    /// Takes the packages that a type names; none where it has no spelling on a line.
    fn look_at(&mut self, ty: &GoType) -> Option<()> {
        match &ty.kind {
            GoTypeKind::Name => Some(()),
            GoTypeKind::Pointer(of) | GoTypeKind::Slice(of) | GoTypeKind::Chan(_, of) => self.look_at(of),
            GoTypeKind::Array { length, element } => {
                // A length may name a constant of another package.
                let is_own = !self.world.packages.text(self.place, *length).contains('.');
                self.look_at(element).filter(|()| is_own)
            }
            GoTypeKind::Map(key, value) => self.look_at(key).and_then(|()| self.look_at(value)),
            GoTypeKind::Func(signature) => {
                let mut all = signature.params.iter().chain(&signature.results);
                all.try_for_each(|param| match &param.ty.kind {
                    GoTypeKind::Variadic(of) => self.look_at(of),
                    _ => self.look_at(&param.ty),
                })
            }
            GoTypeKind::Interface(members) => members.is_empty().then_some(()),
            GoTypeKind::Qualified { package, .. } => {
                let local = self.world.packages.text(self.place, *package);
                let path = self.path(&local)?;
                self.imports.push((local, path));
                Some(())
            }
            GoTypeKind::Variadic(_) | GoTypeKind::Struct(_) | GoTypeKind::Generic { .. } => None,
        }
    }

    /// The path of what the file calls a package so; none where the path does not tell.
    fn path(&self, local: &str) -> Option<String> {
        let package = self.world.packages.package(self.place.package);
        let mut imports = package.files[self.place.file].imports.iter();
        let known = imports.find(|import| match &import.name {
            Some(name) => name == local,
            None => super::packages::last_of(&import.path) == local,
        });
        known.map(|import| import.path.clone())
    }
}

/// Lines about sizes and offsets.
struct Lines<'s, 'w> {
    world: &'s World<'w>,
    id: DeclId,
    local: Option<&'s str>,
    text: String,
}

impl Lines<'_, '_> {
    /// The size of a variable, whose type has that name.
    fn put_size(&mut self, ty: &Ty, variable: &str, name: &str) -> Fails<()> {
        let layout = self.world.layout(ty)?;
        let vetted = vetted_size(self.world, ty)?;
        if vetted == layout.size {
            self.text += &equal(layout.size, &format!("unsafe.Sizeof({variable})"));
        } else if vetted.next_multiple_of(layout.align.max(1)) == layout.size && !name.is_empty() {
            self.text += &equal(layout.size, &format!("unsafe.Offsetof(struct{{ a, b {name} }}{{}}.b)"));
        }
        Ok(())
    }

    fn put_fields(&mut self, fields: &[Field]) -> Fails<()> {
        let offsets = self.world.struct_layout(fields)?.offsets;
        let vetted = vetted_offsets(self.world, fields)?;
        for ((field, offset), vetted) in fields.iter().zip(offsets).zip(vetted) {
            if seen(&field.name, self.id, self.local).is_none() || field.name == "_" {
                continue;
            }
            let variable = format!("{OLD}.{}", field.name);
            if offset == vetted {
                self.text += &equal(offset, &format!("unsafe.Offsetof({variable})"));
            }
            self.put_size(&field.ty, &variable, "")?;
        }
        Ok(())
    }
}

/// The size for which `go vet` takes a type up to go1.20 (tried with go1.19.8): a struct ends with its last field.
fn vetted_size(world: &World<'_>, ty: &Ty) -> Fails<u64> {
    Ok(match ty {
        Ty::Struct(fields) => match (vetted_offsets(world, fields)?.last(), fields.last()) {
            (Some(at), Some(field)) => at + vetted_size(world, &field.ty)?,
            _ => 0,
        },
        Ty::Array(0, _) => 0,
        Ty::Array(length, of) => {
            let size = vetted_size(world, of)?;
            let step = size.next_multiple_of(world.layout(of)?.align.max(1));
            step.saturating_mul(length - 1).saturating_add(size)
        }
        Ty::Named(id) => vetted_size(world, &world.declared(*id)?)?,
        _ => world.layout(ty)?.size,
    })
}

/// Where `go vet` takes fields to be.
fn vetted_offsets(world: &World<'_>, fields: &[Field]) -> Fails<Vec<u64>> {
    let mut offsets = Vec::with_capacity(fields.len());
    let mut end = 0u64;
    for field in fields {
        let at = end.next_multiple_of(world.layout(&field.ty)?.align.max(1));
        offsets.push(at);
        end = at.saturating_add(vetted_size(world, &field.ty)?);
    }
    Ok(offsets)
}

/// A string as Go has it.
fn quoted(text: &[u8]) -> String {
    let mut literal = String::from("\"");
    for &byte in text {
        match byte {
            b'"' | b'\\' => literal.extend(['\\', char::from(byte)]),
            b' '..=b'~' => literal.push(char::from(byte)),
            _ => literal += &format!("\\x{byte:02x}"),
        }
    }
    literal + "\""
}
