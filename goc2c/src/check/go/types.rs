//! Go's types in C: what a parameter or result of dialect `gccgo11` is declared as.

use std::collections::HashSet;

use super::names::{BUILTIN, is_prelude_type, reserved};
use crate::fault::go::{GoFault, Reserved};
use crate::model::go::{GoType, GoTypeKind, array_length, text_of};
use crate::source::Source;

/// Names of Go and what goc.h calls them. A name that stands in neither column is its own.
const NAMES: [(&str, &str); 5] =
    [("int", "intgo"), ("uint", "uintgo"), ("string", "String"), ("any", "Eface"), ("error", "Iface")];

/// Types of C that people write, and what Go calls them.
const C_TYPES: [(&str, &str); 19] = [
    ("char", "byte"),
    ("double", "float64"),
    ("float", "float32"),
    ("int16_t", "int16"),
    ("int32_t", "int32"),
    ("int64_t", "int64"),
    ("int8_t", "int8"),
    ("intptr_t", "int"),
    ("long", "int"),
    ("ptrdiff_t", "int"),
    ("short", "int16"),
    ("size_t", "uintptr"),
    ("ssize_t", "int"),
    ("uint16_t", "uint16"),
    ("uint32_t", "uint32"),
    ("uint64_t", "uint64"),
    ("uint8_t", "uint8"),
    ("uintptr_t", "uintptr"),
    ("unsigned", "uint"),
];

/// A name of the runtime in C, and what Go calls the type.
pub fn runtime_name(name: &str) -> Option<&'static str> {
    match name {
        "String" => Some("string"),
        "Slice" => Some("[]T"),
        "Eface" => Some("interface{}"),
        "Iface" => Some("error"),
        "intgo" => Some("int"),
        "uintgo" => Some("uint"),
        "FuncVal" => Some("func()"),
        _ => None,
    }
}

/// A struct that wraps an array, since C has no arrays by value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArrayDef {
    /// The struct's tag.
    pub tag: String,
    /// The element's type in C.
    pub element: String,
    /// The number of elements, or what stands for it.
    pub length: String,
}

/// Gives types their spelling in C.
pub struct TypeWriter<'w, 'i> {
    source: &'w Source<'i>,
    /// The structs that the spellings need, in the order in which they must be defined.
    pub arrays: Vec<ArrayDef>,
    /// What was found wrong.
    pub faults: Vec<GoFault>,
    /// The tags of those structs.
    tags: HashSet<String>,
    /// The names of types that were spelled, which a parameter would hide.
    pub names: HashSet<String>,
    /// Pointers around the type that is being spelled.
    pointers: usize,
}

impl<'w, 'i> TypeWriter<'w, 'i> {
    /// A writer without any findings.
    pub fn new(source: &'w Source<'i>) -> Self {
        TypeWriter {
            source,
            arrays: Vec::new(),
            tags: HashSet::new(),
            faults: Vec::new(),
            names: HashSet::new(),
            pointers: 0,
        }
    }

    /// The type in C.
    pub fn write(&mut self, ty: &GoType) -> String {
        match &ty.kind {
            GoTypeKind::Name => self.named(ty),
            GoTypeKind::Qualified { package, name } => {
                let (package, name) = (text_of(self.source, *package), text_of(self.source, *name));
                if package == "unsafe" && name == "Pointer" {
                    return "void*".into();
                }
                self.keep(format!("{package}_{name}"))
            }
            GoTypeKind::Pointer(to) if self.has_name(to) => {
                self.pointers += 1;
                let to = self.write(to);
                self.pointers -= 1;
                to + "*"
            }
            GoTypeKind::Pointer(_) | GoTypeKind::Map(..) | GoTypeKind::Chan(..) => "void*".into(),
            GoTypeKind::Slice(_) | GoTypeKind::Variadic(_) => "Slice".into(),
            GoTypeKind::Array { length, element } => {
                let length = text_of(self.source, *length);
                if self.pointers == 0 && array_length(&length) == Some(0) {
                    self.faults.push(GoFault::EmptyArray { at: ty.span });
                }
                let element = self.write(element);
                self.array(length, element)
            }
            GoTypeKind::Func(_) => "FuncVal*".into(),
            GoTypeKind::Interface(members) if members.is_empty() => "Eface".into(),
            GoTypeKind::Interface(_) => "Iface".into(),
            GoTypeKind::Generic { arguments } => {
                self.faults.push(GoFault::GenericType { at: *arguments });
                "void*".into()
            }
            GoTypeKind::Struct(_) => {
                self.faults.push(GoFault::StructByValue { at: ty.span });
                "void*".into()
            }
        }
    }

    /// Whether C has a name for the type, so that it has one for a pointer to it.
    fn has_name(&self, ty: &GoType) -> bool {
        match &ty.kind {
            GoTypeKind::Name | GoTypeKind::Qualified { .. } | GoTypeKind::Interface(_) => true,
            GoTypeKind::Pointer(to) => self.has_name(to),
            GoTypeKind::Slice(of) | GoTypeKind::Variadic(of) | GoTypeKind::Array { element: of, .. } => {
                self.has_name(of)
            }
            GoTypeKind::Map(..)
            | GoTypeKind::Chan(..)
            | GoTypeKind::Func(_)
            | GoTypeKind::Struct(_)
            | GoTypeKind::Generic { .. } => false,
        }
    }

    fn named(&mut self, ty: &GoType) -> String {
        let name = text_of(self.source, ty.span);
        if std::str::from_utf8(self.source.slice(ty.span)).is_err() {
            self.faults.push(GoFault::NotUtf8 { at: ty.span });
        } else if let Some((_, c)) = NAMES.iter().find(|(go, _)| *go == name) {
            return self.keep((*c).into());
        } else if is_prelude_type(&name) || runtime_name(&name).is_some() {
        } else if let Some((_, write)) = C_TYPES.iter().find(|(c, _)| *c == name) {
            self.faults.push(GoFault::CType { at: ty.span, name: name.clone(), write });
        } else if reserved(&name) == Some(Reserved::Keyword) || name == "_" {
            self.faults.push(GoFault::CType { at: ty.span, name: name.clone(), write: "int32" });
        } else if let Some(near) = near(&name) {
            self.faults.push(GoFault::NearType { at: ty.span, name: name.clone(), near });
        }
        self.keep(name)
    }

    fn keep(&mut self, name: String) -> String {
        if !self.names.contains(&name) {
            self.names.insert(name.clone());
        }
        name
    }

    fn array(&mut self, length: String, element: String) -> String {
        let length = array_length(&length).map_or(length, |number| number.to_string());
        let part: String = element.trim_start_matches("struct ").replace('*', "_ptr");
        let tag = format!("goc_array_{length}_{part}");
        let spelling = format!("struct {tag}");
        if self.tags.insert(tag.clone()) {
            self.arrays.push(ArrayDef { tag, element, length });
        }
        spelling
    }
}

/// A type of Go's that was perhaps meant.
fn near(name: &str) -> Option<&'static str> {
    const SHORTEST: usize = 4;
    if name.len() < SHORTEST || name.starts_with(|first: char| first.is_uppercase()) {
        return None;
    }
    let known = BUILTIN.into_iter().chain(NAMES.iter().map(|(go, _)| *go));
    let is_start = |known: &&str| name.starts_with(known);
    let is_near = |known: &&str| strsim::osa_distance(known, name) == 1;
    let near = known.filter(|known| (known.len() >= SHORTEST || is_start(known)) && is_near(known));
    near.min_by_key(|known| !is_start(known))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dialect::Dialect;
    use crate::front::{Parser, Step};
    use crate::model::Unit;

    #[test]
    fn the_type_that_was_meant_is_the_start_of_what_stands_there() {
        for (name, wanted) in [("intt", "int"), ("unit32", "uint32"), ("strin", "string"), ("int33", "int32")]
        {
            assert_eq!(near(name), Some(wanted), "{name}");
        }
        for name in ["in", "Intt", "point", "float128"] {
            assert_eq!(near(name), None, "{name}");
        }
    }

    /// The parameters' types in C, and the structs they need.
    fn written(types: &str) -> (Vec<String>, Vec<String>) {
        let text = format!("package p\nfunc F({types}) {{\n}}\n");
        let source = Source::from_bytes("x.goc", text.as_bytes());
        let mut parser = Parser::new(Dialect::Gccgo11.traits());
        loop {
            match parser.next(&source).unwrap() {
                Step::Unit(Unit::GoFunc(func)) => {
                    let mut writer = TypeWriter::new(&source);
                    let types = func.signature.params.iter().map(|param| writer.write(&param.ty)).collect();
                    assert_eq!(writer.faults, []);
                    let array =
                        |array: &ArrayDef| format!("{}: {} a[{}]", array.tag, array.element, array.length);
                    return (types, writer.arrays.iter().map(array).collect());
                }
                Step::Unit(_) => {}
                other => panic!("{other:?}"),
            }
        }
    }

    #[test]
    fn every_row_of_the_table_has_its_spelling() {
        let table = [
            (
                "bool, int8, uint64, byte, rune, float32, uintptr",
                "bool int8 uint64 byte rune float32 uintptr",
            ),
            ("int, uint, complex64, string", "intgo uintgo complex64 String"),
            ("[]byte, [][]int", "Slice Slice"),
            ("interface{}, any, error, interface{ M() }", "Eface Eface Iface Iface"),
            ("unsafe.Pointer, map[string]int, chan<- int, <-chan int", "void* void* void* void*"),
            ("func(a, b int) (int, error)", "FuncVal*"),
            ("*T, **int, *string, *[]byte, *pkg.T", "T* intgo** String* Slice* pkg_T*"),
            (
                "*map[int]int, *[]map[int]int, *chan int, *func(), *struct{ a int }",
                "void* void* void* void* void*",
            ),
            ("(T), pkg.T, String, Iface", "T pkg_T String Iface"),
            ("a, b int, c ...string", "intgo Slice"),
        ];
        for (go, c) in table {
            assert_eq!(written(go).0.join(" "), c, "{go}");
        }
    }

    #[test]
    fn arrays_are_wrapped_inner_ones_first() {
        let (types, arrays) = written("[0x_4]int, [2][3]*T, [N]byte, [4]int");
        assert_eq!(
            types,
            [
                "struct goc_array_4_intgo",
                "struct goc_array_2_goc_array_3_T_ptr",
                "struct goc_array_N_byte",
                "struct goc_array_4_intgo"
            ]
        );
        assert_eq!(
            arrays,
            [
                "goc_array_4_intgo: intgo a[4]",
                "goc_array_3_T_ptr: T* a[3]",
                "goc_array_2_goc_array_3_T_ptr: struct goc_array_3_T_ptr a[2]",
                "goc_array_N_byte: byte a[N]"
            ]
        );
    }
}
