//! Lists of parameters and results, as both the Plan 9 compilers and gcc have them.

use super::code::CodeWriter;
use crate::check::Field;

/// `T a, U b`, or `T a,  ...`: the dots have an empty type before them where the dialect's own
/// output shows it.
pub(super) fn write_fields(code: &mut CodeWriter<'_>, fields: &[Field<'_>], dots: &[u8], first: &mut bool) {
    for field in fields {
        if !std::mem::take(first) {
            code.put(b", ");
        }
        match field {
            Field::Named { name, ty, .. } => code.put_all([ty, b" ", name]),
            Field::Variadic => code.put(dots),
        }
    }
}

/// The fields that have a name, with their types.
pub(super) fn named<'f>(fields: &'f [Field<'_>]) -> impl Iterator<Item = (&'f [u8], &'f [u8])> {
    fields.iter().filter_map(|field| match field {
        Field::Named { name, ty, .. } => Some((&**name, &**ty)),
        Field::Variadic => None,
    })
}
