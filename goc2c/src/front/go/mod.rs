//! Headers in Go's spelling: `header` reads functions and imports with the `types` of what they declare, out of the
//! tokens of `token`; `file` reads the declarations of a Go file.

mod file;
mod header;
mod token;
mod types;

pub use file::read_go_file;
pub(super) use header::{read_header_of_body, read_imports};
