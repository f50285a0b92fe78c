//! What was perhaps meant by an unknown type, and the words for it.

use crate::dialect::Dialect;

/// What was perhaps meant by an unknown type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TypeHint {
    /// A later dialect has the type.
    Since(Dialect),
    /// The type is Go's or C's.
    Write {
        /// What to write for it.
        write: &'static str,
        /// The dialect that brought that, if not all have it.
        since: Option<Dialect>,
    },
    /// A Go array.
    Array,
    /// The dialect knows names much like it.
    Near(Vec<&'static str>),
    /// Nothing is like it.
    Other,
}

impl TypeHint {
    /// The hint in words; `name` is the unknown type's.
    pub fn note(&self, name: &str) -> String {
        match self {
            TypeHint::Since(dialect) => {
                format!("`{name}` came with dialect `{dialect}`: `--dialect {dialect}`")
            }
            TypeHint::Write { write, since: Some(since) } => {
                format!("write `{write}`, which dialect `{since}` and later have")
            }
            TypeHint::Write { write, since: None } => format!("write `{write}`"),
            TypeHint::Array => "C has no arrays by value: pass a pointer to the first element, \
                 or a `Slice`"
                .into(),
            TypeHint::Near(names) => format!("is it {}?", any_of(names)),
            TypeHint::Other => {
                format!("a type that is declared in C can be passed by a pointer: `*{name}`")
            }
        }
    }
}

fn any_of(names: &[&str]) -> String {
    let quoted: Vec<_> = names.iter().map(|name| format!("`{name}`")).collect();
    quoted.join(" or ")
}
