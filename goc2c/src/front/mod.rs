//! The front end: bytes to units.
//!
//! `token` makes tokens, `body` finds the end of a function's body without making any, and
//! `parser` puts them together and recovers from faults.

mod body;
mod parser;
mod token;

pub use parser::{Incomplete, Parser, Step};
