//! The front end: bytes to units.
//!
//! `token` makes tokens with the help of `scan`, `body` finds the end of a function's body without making any, and
//! `parser` puts them together and recovers from faults.
//!
//! Where a dialect's headers are Go's, `raw` finds what is C at file scope, and `go` reads the headers.

mod body;
mod declaration;
mod go;
mod header;
pub(crate) mod include;
mod parser;
mod raw;
mod scan;
mod token;
#[cfg(feature = "command")]
mod words;

pub use go::{read_go_expr, read_go_file};
#[cfg(feature = "command")]
pub(crate) use words::{CKind, CToken, c_tokens, c_words};

pub use parser::{Incomplete, Parser, Step};
