//! The front end: bytes to units.
//!
//! `token` makes tokens with the help of `scan`, `body` finds the end of a function's body without making any, and
//! `parser` puts them together and recovers from faults.
//!
//! Where a dialect's headers are Go's, `raw` finds what is C at file scope, and `go_header` reads headers
//! with the types of `go_type` out of the tokens of `go_token`; `go_file` reads those of a Go file.

mod body;
mod go_file;
mod go_header;
mod go_token;
mod go_type;
mod header;
mod parser;
mod raw;
mod scan;
mod token;

pub use go_file::read_go_file;
pub use parser::{Incomplete, Parser, Step};
