//! Packages of Go as they lie on the disk: which files they have, what they are called, and what they import.
//!
//! [`module`] tells where imports lead, [`files`] which files belong, by their names and by `build_lines` of a
//! `condition`, [`head`] what a Go file imports; [`package`] reads a folder by these. Unaware of compilers.

mod build_lines;
pub mod cgo;
mod comments;
mod condition;
pub mod fault;
pub mod files;
pub mod head;
pub mod module;
pub mod package;
