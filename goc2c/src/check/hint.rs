//! What was perhaps meant by a type that has no size: looked for among what people write, and what the dialect knows.

use super::types::{self, TypeRow};
use crate::dialect::Dialect;
use crate::fault::TypeHint;

/// Types that people write, and what a header calls them.
const SPELLINGS: [(&str, &str); 20] = [
    ("any", "Eface"),
    ("chan", "*Hchan"),
    ("char", "int8"),
    ("complex128", "Complex128"),
    ("double", "float64"),
    ("error", "Iface"),
    ("func", "*FuncVal"),
    ("int16_t", "int16"),
    ("int32_t", "int32"),
    ("int64_t", "int64"),
    ("int8_t", "int8"),
    ("interface", "Eface"),
    ("long", "int64"),
    ("size_t", "uintptr"),
    ("string", "String"),
    ("uint16_t", "uint16"),
    ("uint32_t", "uint32"),
    ("uint64_t", "uint64"),
    ("uint8_t", "uint8"),
    ("unsafe.Pointer", "*byte"),
];

/// The hint for a type of that name; the row is that of a later dialect, if one has the type.
pub(super) fn hint_for(name: &[u8], row: Option<&TypeRow>, dialect: Dialect) -> TypeHint {
    if let Some(row) = row {
        return TypeHint::Since(row.since);
    }
    if name.starts_with(b"[]") {
        return instead("Slice");
    }
    if name.starts_with(b"[") {
        return TypeHint::Array;
    }
    if name.starts_with(b"map[") {
        return instead("*Hmap");
    }
    let Ok(name) = std::str::from_utf8(name) else { return TypeHint::Other };
    if let Some((_, to)) = SPELLINGS.iter().find(|(from, _)| *from == name) {
        return instead(to);
    }
    let distance = |known: &str| strsim::osa_distance(&known.to_lowercase(), &name.to_lowercase());
    let near: Vec<_> = if name.len() > 32 {
        Vec::new()
    } else {
        types::known_names(dialect).filter(|known| distance(known) <= 1 + name.len() / 6).collect()
    };
    if near.is_empty() { TypeHint::Other } else { TypeHint::Near(near) }
}

fn instead(write: &'static str) -> TypeHint {
    let row = TypeRow::from_name(write.as_bytes());
    TypeHint::Write { write, since: row.map(|row| row.since).filter(|since| *since > Dialect::R60) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hints_name_what_was_meant() {
        let hint = |name: &str| {
            hint_for(name.as_bytes(), TypeRow::from_name(name.as_bytes()), Dialect::Weekly).note(name)
        };
        assert_eq!(hint("string"), "write `String`");
        assert_eq!(hint("[]byte"), "write `Slice`");
        assert_eq!(hint("Complex128"), "`Complex128` came with dialect `go1.3`: `--dialect go1.3`");
        assert_eq!(hint("complex128"), "write `Complex128`, which dialect `go1.3` and later have");
        assert_eq!(hint("unit32"), "is it `int32` or `uint32`?");
        assert_eq!(hint("slice"), "is it `Slice`?");
        assert_eq!(hint("Widget"), "a type that is declared in C can be passed by a pointer: `*Widget`");
        assert!(hint("[4]int32").contains("pointer"));
    }
}
