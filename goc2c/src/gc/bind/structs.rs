//! Structs of C that Go can have, too: members that are numbers, arrays of them and such structs, where Go would place
//! them as C does.

use std::collections::{BTreeMap, HashSet};

use super::names::{Names, camel};
use super::types::{CType, Struct, Subprogram, TypeId, Types};

/// The structs of a library.
#[derive(Debug, Default)]
pub(super) struct Structs {
    /// Those that were asked for, by C's name; none where Go cannot have them.
    asked: BTreeMap<String, Option<GoStruct>>,
    /// C's names of those that functions return pointers to: they are the library's own.
    handles: HashSet<String>,
}

/// A struct as Go has it.
#[derive(Debug, Clone)]
pub(super) struct GoStruct {
    /// Its name in Go.
    pub name: String,
    /// How C spells it.
    pub c: String,
    /// Bytes.
    pub size: u64,
    /// To how many bytes it is aligned.
    align: u64,
    pub fields: Vec<Field>,
}

/// A field.
#[derive(Debug, Clone)]
pub(super) struct Field {
    pub name: String,
    pub ty: String,
    /// Its name in C; none of what only fills the struct up.
    pub c: String,
    /// Bytes from the start.
    pub offset: u64,
}

/// A Go type with its size and alignment in bytes.
type Sized = (String, u64, u64);

/// How deep structs may hold others.
const DEEPEST: usize = 16;

impl Structs {
    /// Those of some functions.
    pub fn of(types: &Types, functions: &[Subprogram]) -> Structs {
        let mut structs = Structs::default();
        for function in functions {
            if let CType::Pointer(to) = types.of(function.result)
                && let CType::Struct(_) = types.of(*to)
            {
                structs.handles.extend(types.spell_struct(*to));
            }
        }
        structs
    }

    /// Whether pointers to a struct come from the library itself: Go never sees what is in it.
    pub fn is_handle(&self, types: &Types, id: TypeId) -> bool {
        types.spell_struct(id).is_some_and(|c| self.handles.contains(&c))
    }

    /// The name in Go of a struct that Go can have.
    pub fn go_name(&mut self, types: &Types, names: &mut Names, id: TypeId) -> Option<String> {
        Some(self.find(types, names, id, 0)?.name.clone())
    }

    /// Those that Go has, by C's names.
    pub fn all(&self) -> impl Iterator<Item = &GoStruct> {
        self.asked.values().flatten()
    }

    fn find(&mut self, types: &Types, names: &mut Names, id: TypeId, depth: usize) -> Option<&GoStruct> {
        let c = types.spell_struct(id)?;
        if !self.asked.contains_key(&c) {
            let CType::Struct(found) = types.of(id) else { return None };
            let found = found.clone();
            let made = self.make(types, names, &c, &found, depth);
            self.asked.insert(c.clone(), made);
        }
        self.asked.get(&c)?.as_ref()
    }

    fn make(
        &mut self,
        types: &Types,
        names: &mut Names,
        c: &str,
        found: &Struct,
        depth: usize,
    ) -> Option<GoStruct> {
        let (members, size) = (found.members.as_ref()?, found.size?);
        let (mut fields, mut end, mut most) = (Vec::<Field>::new(), 0u64, 1);
        for member in members {
            let (ty, bytes, align) = self.sized(types, names, member.ty, depth + 1)?;
            let own = member.name.as_ref()?;
            let offset = end.checked_next_multiple_of(align)?;
            if offset != member.offset {
                return None;
            }
            let mut name = camel(own, true);
            while fields.iter().any(|field| field.name == name) {
                name.push('_');
            }
            fields.push(Field { name, ty, c: own.clone(), offset });
            end = offset.checked_add(bytes)?;
            most = most.max(align);
        }
        if fields.is_empty() || end.checked_next_multiple_of(most)? != size {
            return None;
        }
        // What fills it up is told: vet of go1.19 does not round sizes.
        if end < size {
            let ty = format!("[{}]byte", size - end);
            fields.push(Field { name: "_".into(), ty, c: String::new(), offset: end });
        }
        Some(GoStruct { name: names.take_type(c), c: c.to_owned(), size, align: most, fields })
    }

    fn sized(&mut self, types: &Types, names: &mut Names, id: TypeId, depth: usize) -> Option<Sized> {
        if depth > DEEPEST {
            return None;
        }
        match types.of(id) {
            CType::Array(of, Some(count)) => {
                let (ty, bytes, align) = self.sized(types, names, *of, depth + 1)?;
                Some((format!("[{count}]{ty}"), bytes.checked_mul(*count)?, align))
            }
            CType::Struct(_) => {
                let found = self.find(types, names, id, depth)?;
                Some((found.name.clone(), found.size, found.align))
            }
            _ => {
                let (ty, bytes) = scalar(types, id)?;
                let align = if ty.starts_with("complex") { bytes / 2 } else { bytes };
                Some((ty.to_owned(), bytes, align))
            }
        }
    }
}

/// Go's type for a number of C's, and its bytes.
pub(super) fn scalar(types: &Types, id: TypeId) -> Option<(&'static str, u64)> {
    // Go has words for sizes, of which all programs make use.
    match types.name(id) {
        Some("size_t") => return Some(("uint", 8)),
        Some("ssize_t" | "ptrdiff_t" | "intptr_t") => return Some(("int", 8)),
        Some("uintptr_t") => return Some(("uintptr", 8)),
        _ => {}
    }
    Some(match types.of(id) {
        CType::Bool => ("bool", 1),
        CType::Char | CType::Integer(1, false) => ("byte", 1),
        CType::Integer(1, true) => ("int8", 1),
        CType::Integer(2, true) => ("int16", 2),
        CType::Integer(2, false) => ("uint16", 2),
        CType::Integer(4, true) => ("int32", 4),
        CType::Integer(4, false) => ("uint32", 4),
        CType::Integer(8, true) => ("int64", 8),
        CType::Integer(8, false) => ("uint64", 8),
        CType::Float(4) => ("float32", 4),
        CType::Float(8) => ("float64", 8),
        CType::Complex(8) => ("complex64", 8),
        CType::Complex(16) => ("complex128", 16),
        _ => return None,
    })
}
