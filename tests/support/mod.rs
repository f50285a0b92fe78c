//! What the integration tests of both crates share, a module for each thing. None of it knows what is tested.

// Not every test uses all of it.
#![allow(dead_code, unused_imports)]

pub mod chance;
pub mod conformance;
mod difference;
pub mod explained;
mod folders;
mod named;
mod programs;
mod schema;
mod signals;
mod snapshots;

pub use conformance::Counts;
pub use difference::{difference, without_line_numbers};
pub use folders::*;
pub use named::NamedTests;
pub use programs::*;
pub use schema::Schema;
pub use signals::children_take_signals_as_usual;
pub use snapshots::*;
