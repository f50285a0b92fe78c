//! Functions and their types in an object's debug information (DWARF 4 and 5), by gimli.

use std::borrow::Cow;
use std::collections::HashMap;

use gimli::{
    AttributeValue, DW_AT_bit_size, DW_AT_byte_size, DW_AT_const_value, DW_AT_count, DW_AT_data_bit_offset,
    DW_AT_data_member_location, DW_AT_decl_line, DW_AT_encoding, DW_AT_external, DW_AT_low_pc, DW_AT_name,
    DW_AT_ranges, DW_AT_type, DW_AT_upper_bound, DwTag, EndianSlice, LittleEndian, UnitOffset,
};

use super::types::{CType, Enumeration, Member, Param, Struct, Subprogram, TypeId, Types};
use crate::gc::fault::ObjectFault;
use crate::gc::machine::Machine;
use crate::gc::object::{Object, Placed, place};

type Text<'t> = EndianSlice<'t, LittleEndian>;
type Dwarf<'t> = gimli::Dwarf<Text<'t>>;
type Unit<'t> = gimli::Unit<Text<'t>>;
type Entry<'e, 'u, 't> = gimli::DebuggingInformationEntry<'e, 'u, Text<'t>>;

/// The functions with code that other files see; their types are added to the others.
///
/// # Errors
/// Debug information that cannot be read.
pub(super) fn read_subprograms(
    object: &Object,
    machine: Machine,
    types: &mut Types,
) -> Result<Vec<Subprogram>, ObjectFault> {
    let placed = place(object, machine)?;
    let sections = Sections::of(&placed)?;
    let dwarf = sections.dwarf();
    let mut found = Vec::new();
    let mut units = dwarf.units();
    while let Some(header) = units.next().map_err(unreadable)? {
        let unit = dwarf.unit(header).map_err(unreadable)?;
        Reader { dwarf: &dwarf, unit: &unit, types, known: HashMap::new() }
            .read(&mut found)
            .map_err(unreadable)?;
    }
    Ok(found)
}

fn unreadable(_: gimli::Error) -> ObjectFault {
    ObjectFault::Unreadable(".debug_info".into())
}

/// The sections of debug information with what a linker fills in.
struct Sections<'s>(HashMap<&'static str, Cow<'s, [u8]>>);

impl<'s> Sections<'s> {
    fn of(placed: &'s Placed<'_>) -> Result<Sections<'s>, ObjectFault> {
        let names = [
            ".debug_info",
            ".debug_abbrev",
            ".debug_str",
            ".debug_line",
            ".debug_line_str",
            ".debug_str_offsets",
            ".debug_addr",
        ];
        let all = names.into_iter().map(|name| Ok((name, placed.bytes_of(name)?)));
        Ok(Sections(all.collect::<Result<_, ObjectFault>>()?))
    }

    fn dwarf(&self) -> Dwarf<'_> {
        let load = |id: gimli::SectionId| -> Result<Text<'_>, gimli::Error> {
            let bytes = self.0.get(id.name()).map(|bytes| &**bytes).unwrap_or_default();
            Ok(EndianSlice::new(bytes, LittleEndian))
        };
        Dwarf::load(load).unwrap_or_default()
    }
}

/// A unit while it is read.
struct Reader<'r, 't> {
    dwarf: &'r Dwarf<'t>,
    unit: &'r Unit<'t>,
    types: &'r mut Types,
    known: HashMap<UnitOffset, TypeId>,
}

impl Reader<'_, '_> {
    fn read(mut self, found: &mut Vec<Subprogram>) -> Result<(), gimli::Error> {
        let mut tree = self.unit.entries_tree(None)?;
        let mut children = tree.root()?.children();
        while let Some(child) = children.next()? {
            let entry = child.entry();
            let has_code = entry.attr(DW_AT_low_pc)?.is_some() || entry.attr(DW_AT_ranges)?.is_some();
            let is_external = entry.attr_value(DW_AT_external)? == Some(AttributeValue::Flag(true));
            if entry.tag() != gimli::DW_TAG_subprogram || !has_code || !is_external {
                continue;
            }
            let Some(name) = self.name(entry)? else { continue };
            let result = self.type_of(entry)?;
            let line = number(entry, DW_AT_decl_line)?.unwrap_or(0);
            let mut function = Subprogram { name, params: Vec::new(), result, is_variadic: false, line };
            let mut inner = child.children();
            while let Some(child) = inner.next()? {
                let entry = child.entry();
                match entry.tag() {
                    gimli::DW_TAG_formal_parameter => {
                        let (name, ty) = (self.name(entry)?, self.type_of(entry)?);
                        function.params.push(Param { name, ty });
                    }
                    gimli::DW_TAG_unspecified_parameters => function.is_variadic = true,
                    _ => {}
                }
            }
            found.push(function);
        }
        Ok(())
    }

    fn name(&self, entry: &Entry<'_, '_, '_>) -> Result<Option<String>, gimli::Error> {
        let Some(value) = entry.attr_value(DW_AT_name)? else { return Ok(None) };
        // The section's lifetime is the unit's.
        let text = match value {
            AttributeValue::String(text) => text.to_string_lossy().into_owned(),
            AttributeValue::DebugStrRef(offset) => {
                self.dwarf.debug_str.get_str(offset)?.to_string_lossy().into_owned()
            }
            AttributeValue::DebugLineStrRef(offset) => {
                self.dwarf.debug_line_str.get_str(offset)?.to_string_lossy().into_owned()
            }
            AttributeValue::DebugStrOffsetsIndex(index) => {
                let offset = self.dwarf.string_offset(self.unit, index)?;
                self.dwarf.debug_str.get_str(offset)?.to_string_lossy().into_owned()
            }
            _ => return Ok(None),
        };
        Ok(Some(text))
    }

    /// The type that an entry is of; `void` where it names none.
    fn type_of(&mut self, entry: &Entry<'_, '_, '_>) -> Result<TypeId, gimli::Error> {
        match entry.attr_value(DW_AT_type)? {
            Some(AttributeValue::UnitRef(offset)) => self.type_at(offset),
            _ => Ok(self.add(CType::Void)),
        }
    }

    fn add(&mut self, ty: CType) -> TypeId {
        self.types.all.push(ty);
        self.types.all.len() - 1
    }

    fn type_at(&mut self, offset: UnitOffset) -> Result<TypeId, gimli::Error> {
        if let Some(id) = self.known.get(&offset) {
            return Ok(*id);
        }
        // What leads to itself finds this.
        let id = self.add(CType::Void);
        self.known.insert(offset, id);
        let ty = self.read_type(offset)?;
        self.types.all[id] = ty;
        Ok(id)
    }

    fn read_type(&mut self, offset: UnitOffset) -> Result<CType, gimli::Error> {
        let entry = self.unit.entry(offset)?;
        let name = self.name(&entry)?;
        let size = number(&entry, DW_AT_byte_size)?;
        let known = size.unwrap_or(0);
        Ok(match entry.tag() {
            gimli::DW_TAG_base_type => {
                let name = name.unwrap_or_default();
                match entry.attr_value(DW_AT_encoding)? {
                    Some(AttributeValue::Encoding(encoding)) => match encoding {
                        gimli::DW_ATE_boolean => CType::Bool,
                        gimli::DW_ATE_signed_char | gimli::DW_ATE_unsigned_char if name == "char" => {
                            CType::Char
                        }
                        gimli::DW_ATE_signed | gimli::DW_ATE_signed_char if known <= 8 => {
                            CType::Integer(known, true)
                        }
                        gimli::DW_ATE_unsigned | gimli::DW_ATE_unsigned_char | gimli::DW_ATE_UTF
                            if known <= 8 =>
                        {
                            CType::Integer(known, false)
                        }
                        gimli::DW_ATE_float if known == 4 || known == 8 => CType::Float(known),
                        gimli::DW_ATE_complex_float if known == 8 || known == 16 => CType::Complex(known),
                        _ => CType::Other(name, known),
                    },
                    _ => CType::Other(name, known),
                }
            }
            gimli::DW_TAG_enumeration_type => {
                let values = self.read_values(offset)?;
                self.types.enumerations.push(Enumeration { tag: name, values });
                let underlying = self.type_of(&entry)?;
                match self.types.of(underlying) {
                    CType::Integer(size, is_signed) => CType::Integer(*size, *is_signed),
                    _ => CType::Integer(size.unwrap_or(4), false),
                }
            }
            gimli::DW_TAG_pointer_type => CType::Pointer(self.type_of(&entry)?),
            gimli::DW_TAG_typedef => CType::Named(name.unwrap_or_default(), self.type_of(&entry)?),
            gimli::DW_TAG_const_type => CType::Constant(self.type_of(&entry)?),
            gimli::DW_TAG_volatile_type | gimli::DW_TAG_restrict_type | gimli::DW_TAG_atomic_type => {
                let to = self.type_of(&entry)?;
                self.types.all[to].clone()
            }
            gimli::DW_TAG_subroutine_type => CType::Function,
            gimli::DW_TAG_array_type => {
                let of = self.type_of(&entry)?;
                CType::Array(of, self.count(offset)?)
            }
            gimli::DW_TAG_structure_type | gimli::DW_TAG_union_type => {
                CType::Struct(self.read_struct(offset, name, size, entry.tag())?)
            }
            _ => CType::Other(name.unwrap_or_else(|| "type".into()), known),
        })
    }

    /// The values of an enumeration.
    fn read_values(&self, offset: UnitOffset) -> Result<Vec<(String, i128)>, gimli::Error> {
        let mut tree = self.unit.entries_tree(Some(offset))?;
        let mut children = tree.root()?.children();
        let mut values = Vec::new();
        while let Some(child) = children.next()? {
            let entry = child.entry();
            let value = match entry.attr_value(DW_AT_const_value)? {
                Some(AttributeValue::Sdata(value)) => Some(i128::from(value)),
                _ => number(entry, DW_AT_const_value)?.map(i128::from),
            };
            values.extend(self.name(entry)?.zip(value));
        }
        Ok(values)
    }

    /// How many elements an array has, all its dimensions together.
    fn count(&self, offset: UnitOffset) -> Result<Option<u64>, gimli::Error> {
        let mut tree = self.unit.entries_tree(Some(offset))?;
        let mut children = tree.root()?.children();
        let mut count = Some(1u64);
        while let Some(child) = children.next()? {
            let entry = child.entry();
            let own = match number(entry, DW_AT_count)? {
                Some(count) => Some(count),
                None => number(entry, DW_AT_upper_bound)?.map(|last| last.wrapping_add(1)),
            };
            count = count.zip(own).and_then(|(count, own)| count.checked_mul(own));
        }
        Ok(count)
    }

    fn read_struct(
        &mut self,
        offset: UnitOffset,
        tag: Option<String>,
        size: Option<u64>,
        kind: DwTag,
    ) -> Result<Struct, gimli::Error> {
        let is_union = kind == gimli::DW_TAG_union_type;
        let mut members = (!is_union).then(Vec::new);
        let unit = self.unit;
        let mut tree = unit.entries_tree(Some(offset))?;
        let mut children = tree.root()?.children();
        while let Some(child) = children.next()? {
            let entry = child.entry();
            if entry.tag() != gimli::DW_TAG_member {
                continue;
            }
            let is_part =
                entry.attr(DW_AT_bit_size)?.is_some() || entry.attr(DW_AT_data_bit_offset)?.is_some();
            let place = number(entry, DW_AT_data_member_location)?;
            let (name, ty) = (self.name(entry)?, self.type_of(entry)?);
            match (&mut members, place) {
                (Some(all), Some(offset)) if !is_part => all.push(Member { name, ty, offset }),
                _ => members = None,
            }
        }
        Ok(Struct { tag, size, members, is_union })
    }
}

fn number(entry: &Entry<'_, '_, '_>, name: gimli::DwAt) -> Result<Option<u64>, gimli::Error> {
    Ok(entry.attr(name)?.and_then(|attribute| attribute.udata_value()))
}
