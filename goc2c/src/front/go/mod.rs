//! Headers in Go's spelling: `header` reads functions and imports with the `types` of what they declare, out of the
//! tokens of `token`; `file` reads the declarations of a Go file. `returns` looks into bodies in C.

mod file;
mod header;
mod returns;
mod token;
mod types;

pub use file::read_go_file;
pub(super) use header::{read_header_of_body, read_imports};
pub(super) use returns::bare_returns;
