//! What a type in a Go file is: names are looked up, lengths computed. What a pointer leads to is left alone until
//! somebody asks.

use super::fault::TypeFault;
use super::layout::World;
use super::packages::{DeclId, Fails, Place};
use super::sizes::{Basic, basic};
use super::values::Value;
use crate::model::go::{GoMember, GoType, GoTypeKind};
use crate::source::Span;

/// A type whose names are known.
#[derive(Debug, Clone)]
pub enum Ty {
    /// One that Go has by itself.
    Basic(&'static Basic),
    /// `[]T`
    Slice,
    /// `interface{}`
    Eface,
    /// Any other interface.
    Iface,
    /// `func(…)`
    Func,
    /// `map[K]V`, `chan T`
    Opaque,
    /// `*T`, and the file that it stands in.
    Pointer(Box<GoType>, Place),
    /// `[N]T`
    Array(u64, Box<Ty>),
    /// `struct{ … }`
    Struct(Vec<Field>),
    /// A type that a package declares.
    Named(DeclId),
}

/// A field of a struct.
#[derive(Debug, Clone)]
pub struct Field {
    /// The name; what is embedded has its type's.
    pub name: String,
    /// The type.
    pub ty: Ty,
}

/// Aliases of aliases, at most.
const MOST_ALIASES: usize = 64;

impl World<'_> {
    /// What a type in a file is.
    pub fn resolve(&self, place: Place, ty: &GoType) -> Fails<Ty> {
        Ok(match &ty.kind {
            GoTypeKind::Name => return self.resolve_name(place, ty.span),
            GoTypeKind::Qualified { package, name } => {
                return self.resolve_qualified(place, *package, *name);
            }
            GoTypeKind::Pointer(to) => Ty::Pointer(to.clone(), place),
            GoTypeKind::Slice(_) | GoTypeKind::Variadic(_) => Ty::Slice,
            GoTypeKind::Map(..) | GoTypeKind::Chan(..) => Ty::Opaque,
            GoTypeKind::Func(_) => Ty::Func,
            GoTypeKind::Interface(members) if members.is_empty() => Ty::Eface,
            GoTypeKind::Interface(_) => Ty::Iface,
            GoTypeKind::Array { length, element } => {
                let length = self.length(place, *length)?;
                Ty::Array(length, Box::new(self.resolve(place, element)?))
            }
            GoTypeKind::Struct(members) => Ty::Struct(self.fields(place, members)?),
            GoTypeKind::Generic { arguments } => {
                return Err(self.packages.fault(place, TypeFault::Generic { at: *arguments }));
            }
        })
    }

    fn length(&self, place: Place, at: Span) -> Fails<u64> {
        match self.value_at(place, at, 0)?.value {
            Value::Int(length) if u64::try_from(length).is_ok() => Ok(length as u64),
            _ => Err(self.packages.fault(place, TypeFault::NoValue { at })),
        }
    }

    fn fields(&self, place: Place, members: &[GoMember]) -> Fails<Vec<Field>> {
        let mut fields = Vec::new();
        for member in members {
            let GoMember::Field { names, ty, .. } = member else { continue };
            let resolved = self.resolve(place, ty)?;
            if names.is_empty() {
                fields.push(Field { name: self.packages.text(place, embedded_name(ty)), ty: resolved });
                continue;
            }
            let named = names.iter().map(|name| self.packages.text(place, *name));
            fields.extend(named.map(|name| Field { name, ty: resolved.clone() }));
        }
        Ok(fields)
    }

    fn resolve_name(&self, place: Place, at: Span) -> Fails<Ty> {
        let name = self.packages.text(place, at);
        if let Some(id) = self.packages.type_named(place.package, &name) {
            return self.behind_aliases(id);
        }
        if let Some(known) = basic(&name) {
            return Ok(Ty::Basic(known));
        }
        match &*name {
            "any" => Ok(Ty::Eface),
            "error" | "comparable" => Ok(Ty::Iface),
            _ => {
                let package = self.packages.package(place.package).name.clone();
                Err(self.packages.fault(place, TypeFault::NoType { at, name, package }))
            }
        }
    }

    fn resolve_qualified(&self, place: Place, package: Span, name: Span) -> Fails<Ty> {
        let local = self.packages.text(place, package);
        let name_text = self.packages.text(place, name);
        if local == "unsafe" {
            return Ok(Ty::Opaque);
        }
        let id = match self.packages.imported(place, &local, package)? {
            Some(number) => self.packages.type_named(number, &name_text),
            None => None,
        };
        match id {
            Some(id) => self.behind_aliases(id),
            None => {
                let fault = TypeFault::NoType { at: name, name: name_text, package: local };
                Err(self.packages.fault(place, fault))
            }
        }
    }

    /// The type that a declaration names: itself, or what an alias stands for.
    fn behind_aliases(&self, id: DeclId) -> Fails<Ty> {
        if !self.packages.with_type(id, |_, decl| decl.is_alias) {
            return Ok(Ty::Named(id));
        }
        if self.aliases.get() == MOST_ALIASES {
            return Err(self.endless(id));
        }
        self.aliases.set(self.aliases.get() + 1);
        let resolved = self.declared(id);
        self.aliases.set(self.aliases.get() - 1);
        resolved
    }

    /// What stands behind the name in a declaration.
    pub fn declared(&self, id: DeclId) -> Fails<Ty> {
        let ty = self.packages.with_type(id, |_, decl| decl.ty.clone());
        match ty {
            Ok(ty) => self.resolve(id.place, &ty),
            Err(fault) => Err(self.packages.fault(id.place, fault)),
        }
    }

    /// That a type is a part of itself.
    pub fn endless(&self, id: DeclId) -> Box<crate::diagnostic::Report> {
        let (at, name) = self.packages.with_type(id, |_, decl| (decl.name, self.packages.type_name(id)));
        self.packages.fault(id.place, TypeFault::Endless { at, name })
    }
}

/// The name of an embedded field.
fn embedded_name(ty: &GoType) -> Span {
    match &ty.kind {
        GoTypeKind::Pointer(to) => embedded_name(to),
        GoTypeKind::Qualified { name, .. } => *name,
        GoTypeKind::Generic { arguments } => Span::new(ty.span.start, arguments.start),
        _ => ty.span,
    }
}
