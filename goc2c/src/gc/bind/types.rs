//! C's types and functions, as debug information tells them.

use std::collections::HashSet;

/// A type's number among all.
pub(super) type TypeId = usize;

/// All types.
#[derive(Debug, Default)]
pub(super) struct Types {
    pub all: Vec<CType>,
    /// The enumerations among them.
    pub enumerations: Vec<Enumeration>,
}

/// An enumeration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Enumeration {
    /// Its tag.
    pub tag: Option<String>,
    /// Names and values, in order.
    pub values: Vec<(String, i128)>,
}

/// A type of C.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum CType {
    /// Nothing: `void`.
    Void,
    Bool,
    /// `char`, whose sign is the machine's.
    Char,
    /// A whole number, or an enumeration: bytes and sign.
    Integer(u64, bool),
    /// Bytes.
    Float(u64),
    /// Bytes of both parts.
    Complex(u64),
    Pointer(TypeId),
    /// Of how many; none where the type does not say.
    Array(TypeId, Option<u64>),
    Struct(Struct),
    /// A function.
    Function,
    /// A name for a type.
    Named(String, TypeId),
    /// A constant or volatile one.
    Constant(TypeId),
    /// Something that Go has no word for, by C's, and its size.
    Other(String, u64),
}

/// A struct or union.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Struct {
    /// Its tag.
    pub tag: Option<String>,
    /// Bytes; none where only its name is known.
    pub size: Option<u64>,
    /// Its members; none where they are not one after another: a union, parts of words.
    pub members: Option<Vec<Member>>,
    pub is_union: bool,
}

/// A member of a struct.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Member {
    pub name: Option<String>,
    pub ty: TypeId,
    /// Where it is, in bytes.
    pub offset: u64,
}

/// A function that other files see.
#[derive(Debug, Clone)]
pub(super) struct Subprogram {
    pub name: String,
    pub params: Vec<Param>,
    pub result: TypeId,
    /// Whether more arguments may follow: `...`.
    pub is_variadic: bool,
    /// The line of its definition.
    pub line: u64,
}

/// A parameter.
#[derive(Debug, Clone)]
pub(super) struct Param {
    pub name: Option<String>,
    pub ty: TypeId,
}

/// How deep names of types may lead to others.
const DEEPEST: usize = 64;

impl Types {
    /// Of structs with a tag that is not among these, only the name is known.
    pub fn hide_all_but(&mut self, tags: &HashSet<String>) {
        for ty in &mut self.all {
            if let CType::Struct(found) = ty
                && found.tag.as_ref().is_some_and(|tag| !tags.contains(tag))
            {
                (found.size, found.members) = (None, None);
            }
        }
    }

    /// The type that a name or a constant is of.
    pub fn bare(&self, mut id: TypeId) -> TypeId {
        for _ in 0..DEEPEST {
            match &self.all[id] {
                CType::Named(_, to) | CType::Constant(to) => id = *to,
                _ => break,
            }
        }
        id
    }

    /// The same, as a type.
    pub fn of(&self, id: TypeId) -> &CType {
        &self.all[self.bare(id)]
    }

    /// The first name that a type has.
    pub fn name(&self, mut id: TypeId) -> Option<&str> {
        for _ in 0..DEEPEST {
            match &self.all[id] {
                CType::Named(name, _) => return Some(name),
                CType::Constant(to) => id = *to,
                _ => break,
            }
        }
        None
    }

    /// Whether it is constant.
    pub fn is_constant(&self, mut id: TypeId) -> bool {
        for _ in 0..DEEPEST {
            match &self.all[id] {
                CType::Named(_, to) => id = *to,
                CType::Constant(_) => return true,
                _ => break,
            }
        }
        false
    }

    /// How C spells a struct: `struct tag`, or its name; none where it has neither.
    pub fn spell_struct(&self, id: TypeId) -> Option<String> {
        if let Some(name) = self.name(id) {
            return Some(name.to_owned());
        }
        match self.of(id) {
            CType::Struct(Struct { tag: Some(tag), is_union, .. }) => {
                Some(format!("{} {tag}", if *is_union { "union" } else { "struct" }))
            }
            _ => None,
        }
    }
}
