//! Declarations of C for Go's types, in order of need: what is held by value before what holds it, structs that are
//! pointed to by their names alone.

use std::collections::{HashMap, HashSet, VecDeque};
use std::fmt::Write as _;

use super::layout::World;
use super::packages::{DeclId, Fails, HOME, Place};
use super::resolve::{Field, Ty};
use super::sizes::basic;
use crate::check::go::names::Names;
use crate::model::go::{GoType, GoTypeKind};

/// How far the declaration of a type is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Open,
    Done,
}

/// Writes declarations.
pub(super) struct Speller<'s, 'w> {
    pub world: &'s World<'w>,
    /// What the `.goc` files call packages, by their numbers.
    pub locals: HashMap<usize, String>,
    /// Types of other packages that they name.
    pub named: HashSet<DeclId>,
    /// Names of the scope.
    pub scope: Names,
    names: HashMap<DeclId, String>,
    states: HashMap<DeclId, State>,
    /// Types that pointers lead to.
    pub later: VecDeque<DeclId>,
    /// The names of structs.
    pub forward: Vec<String>,
    pub text: String,
    /// What has been declared, in order.
    pub declared: Vec<DeclId>,
    /// How many pointers to types that are no structs are being followed.
    pointers: usize,
}

/// Types that lead from one to the next, at most: a guard for the stack.
const LONGEST: usize = 64;

impl<'s, 'w> Speller<'s, 'w> {
    pub fn new(world: &'s World<'w>) -> Self {
        Speller {
            world,
            locals: HashMap::new(),
            named: HashSet::new(),
            scope: Names::default(),
            names: HashMap::new(),
            states: HashMap::new(),
            later: VecDeque::new(),
            forward: Vec::new(),
            text: String::new(),
            declared: Vec::new(),
            pointers: 0,
        }
    }

    /// The name of a type in C. A struct that is named is declared.
    pub fn name(&mut self, id: DeclId) -> String {
        if let Some(name) = self.names.get(&id) {
            return name.clone();
        }
        let packages = self.world.packages;
        let plain = packages.type_name(id);
        let wanted = match id.place.package {
            HOME => plain,
            package => {
                let local = self.locals.get(&package).cloned();
                format!("{}_{plain}", local.unwrap_or_else(|| packages.package(package).name.clone()))
            }
        };
        let name = self.scope.give(&wanted);
        self.names.insert(id, name.clone());
        name
    }

    /// Whether a type is a struct in C, so that its name is enough for a pointer. What cannot be read is none.
    fn is_struct(&self, id: DeclId) -> bool {
        matches!(self.world.declared(id), Ok(Ty::Struct(_) | Ty::Array(..)))
    }

    fn declare_ahead(&mut self, name: &str) {
        if !self.forward.iter().any(|known| known == name) {
            self.forward.push(name.to_owned());
        }
    }

    /// Declares a type, and before it what it needs.
    pub fn declare(&mut self, id: DeclId) -> Fails<()> {
        match self.states.get(&id) {
            // Where it is open, a pointer leads back: the layout has told of any other circle.
            Some(State::Done | State::Open) => return Ok(()),
            None => {}
        }
        self.world.layout(&Ty::Named(id))?;
        let ty = self.world.declared(id)?;
        self.states.insert(id, State::Open);
        let name = self.name(id);
        let said = self.definition(&name, &ty);
        if said.is_err() {
            self.states.remove(&id);
        }
        let said = said?;
        self.text += &said;
        self.finish(id);
        Ok(())
    }

    fn finish(&mut self, id: DeclId) {
        self.states.insert(id, State::Done);
        self.declared.push(id);
    }

    /// Another name for a type.
    pub fn declare_alias(&mut self, id: DeclId) -> Fails<()> {
        if self.states.contains_key(&id) {
            return Ok(());
        }
        let ty = self.world.declared(id)?;
        self.world.layout(&ty)?;
        let name = self.name(id);
        let said = self.definition(&name, &ty)?;
        self.text += &said;
        self.finish(id);
        Ok(())
    }

    fn definition(&mut self, name: &str, ty: &Ty) -> Fails<String> {
        let mut said = String::new();
        let layout = self.world.layout(ty)?;
        match ty {
            Ty::Struct(fields) => {
                self.declare_ahead(name);
                let names = field_names(fields);
                let body = self.fields(fields, &names, 1)?;
                // Writing to a string does not fail.
                let _ = write!(said, "\nstruct {name} {{\n{body}}};\n");
                let _ = writeln!(said, "{}", size_assert(name, layout.size));
                let offsets = self.world.struct_layout(fields)?.offsets;
                for (field, offset) in names.iter().zip(offsets) {
                    let message = format!("{name}.{field} is at {offset} in Go");
                    let _ = writeln!(
                        said,
                        "_Static_assert(__builtin_offsetof({name}, {field}) == {offset}, \"{message}\");"
                    );
                }
            }
            Ty::Array(..) => {
                self.declare_ahead(name);
                let field = self.declarator(ty, "a", 1)?;
                let _ = write!(said, "\nstruct {name} {{\n\t{field};\n}};\n");
                let _ = writeln!(said, "{}", size_assert(name, layout.size));
            }
            _ => {
                let declarator = self.declarator(ty, name, 0)?;
                let _ = writeln!(said, "\ntypedef {declarator};\n{}", size_assert(name, layout.size));
            }
        }
        Ok(said)
    }

    /// The lines of a struct.
    fn fields(&mut self, fields: &[Field], names: &[String], depth: usize) -> Fails<String> {
        let mut said = String::new();
        let indent = "\t".repeat(depth);
        for (field, name) in fields.iter().zip(names) {
            let declarator = self.declarator(&field.ty, name, depth)?;
            let _ = writeln!(said, "{indent}{declarator};");
        }
        if self.world.struct_layout(fields)?.has_end {
            let end = Names::with(names.iter().cloned().collect()).give("end_");
            let _ = writeln!(said, "{indent}uint8 {end};  // Go's: the field above has no size");
        }
        Ok(said)
    }

    /// `uint8 name[4]`
    fn declarator(&mut self, ty: &Ty, name: &str, depth: usize) -> Fails<String> {
        let mut lengths = String::new();
        let mut of = ty;
        while let Ty::Array(length, element) = of {
            let _ = write!(lengths, "[{length}]");
            of = element;
        }
        let base = match of {
            Ty::Basic(basic) => basic.c.to_owned(),
            Ty::Slice => "Slice".into(),
            Ty::Eface => "Eface".into(),
            Ty::Iface => "Iface".into(),
            Ty::Func => "FuncVal*".into(),
            Ty::Opaque => "void*".into(),
            Ty::Pointer(to, place) => self.pointee(to, *place).map_or("void*".into(), |to| to + "*"),
            Ty::Struct(fields) => {
                let inner = self.fields(fields, &field_names(fields), depth + 1)?;
                format!("struct {{\n{inner}{}}}", "\t".repeat(depth))
            }
            Ty::Named(id) => {
                self.declare(*id)?;
                self.name(*id)
            }
            // The loop has gone through them.
            Ty::Array(..) => "void*".into(),
        };
        Ok(format!("{base} {name}{lengths}"))
    }

    /// What a pointer leads to; none where C has no name for it.
    fn pointee(&mut self, ty: &GoType, place: Place) -> Option<String> {
        match &ty.kind {
            GoTypeKind::Pointer(to) => Some(self.pointee(to, place)? + "*"),
            GoTypeKind::Slice(_) => Some("Slice".into()),
            GoTypeKind::Interface(members) => Some(if members.is_empty() { "Eface" } else { "Iface" }.into()),
            GoTypeKind::Name => {
                let name = self.world.packages.text(place, ty.span);
                match self.world.packages.type_named(place.package, &name) {
                    Some(id) => self.pointed_to(id),
                    None if name == "any" => Some("Eface".into()),
                    None if name == "error" => Some("Iface".into()),
                    None => basic(&name).map(|basic| basic.c.to_owned()),
                }
            }
            GoTypeKind::Qualified { package, name } => {
                let (local, name) =
                    (self.world.packages.text(place, *package), self.world.packages.text(place, *name));
                // Only what is named is read for a pointer: imports lead far.
                let known = self.named.iter().copied().find(|id| {
                    let packages = self.world.packages;
                    let imports = &packages.package(place.package).files[place.file].imports;
                    let path = &packages.package(id.place.package).path;
                    packages.type_name(*id) == name
                        && imports
                            .iter()
                            .any(|it| it.path == *path && it.name.as_ref().is_none_or(|it| *it == local))
                });
                self.pointed_to(known?)
            }
            _ => None,
        }
    }

    /// The name of a type that a pointer leads to, which is declared before, or afterwards where it is a struct.
    fn pointed_to(&mut self, id: DeclId) -> Option<String> {
        let is_ours = id.place.package == HOME || self.named.contains(&id);
        if !is_ours {
            return None;
        }
        if self.world.packages.with_type(id, |_, decl| decl.is_alias) {
            return match self.world.declared(id).ok()? {
                Ty::Named(id) => self.pointed_to(id),
                _ => None,
            };
        }
        if self.is_struct(id) {
            let name = self.name(id);
            self.declare_ahead(&name);
            self.later.push_back(id);
            return Some(name);
        }
        // In a circle of types that are no structs, or a long chain of them, C has no name in time.
        let mut of = id;
        for _ in 0..LONGEST {
            if self.states.get(&of) == Some(&State::Open) {
                return None;
            }
            match self.world.declared(of) {
                Ok(Ty::Named(next)) => of = next,
                _ => return self.declared_before(id),
            }
        }
        None
    }

    /// The name of a type that is declared before what points to it.
    fn declared_before(&mut self, id: DeclId) -> Option<String> {
        self.pointers += 1;
        let declared = if self.pointers < LONGEST { self.declare(id).ok() } else { None };
        self.pointers -= 1;
        declared?;
        Some(self.name(id))
    }
}

fn size_assert(name: &str, size: u64) -> String {
    format!("_Static_assert(sizeof({name}) == {size}, \"the size of {name} is {size} in Go\");")
}

/// The names of fields in C: blank ones by their place, others with an underscore where C cannot have them.
pub(super) fn field_names(fields: &[Field]) -> Vec<String> {
    let mut names = Names::default();
    let name = |(at, field): (usize, &Field)| match &*field.name {
        "_" => names.give(&format!("_{at}")),
        name => names.give(name),
    };
    fields.iter().enumerate().map(name).collect()
}
