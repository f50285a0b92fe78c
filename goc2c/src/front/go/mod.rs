//! Headers in Go's spelling: `header` reads functions and imports with the `types` of what they declare, out of the
//! tokens of `token`; `file` reads a Go file, with the `declarations` of its types and constants, whose values are read
//! by `expr` once they are needed. `letters` knows what a name
//! is made of, and `returns` looks into bodies in C.

mod declarations;
mod expr;
mod file;
mod header;
mod letters;
mod returns;
mod token;
mod types;

pub use expr::read_go_expr;
pub use file::read_go_file;
pub(super) use header::{read_header_of_body, read_imports};
pub(super) use letters::{check_letters, starts_oddly};
pub(super) use returns::bare_returns;
