//! Go's types in C: structs with Go's layout for what a package's `.goc` files name.
//!
//! ```text
//! .goc ── named ──┐
//!                 ├── write ── goc_types.h
//! Go files ── packages ── resolve, values ── layout ──┘
//! ```
//!
//! [`named`] reads what the `.goc` files name; [`packages`] holds the declarations of Go packages, which [`source`] finds on
//! the disk; `resolve` says what a type is, `values` what a constant is, and [`layout`] where everything lies by the
//! [`sizes`] of an architecture; [`mod@write`] writes the C, [`proof`] the Go that holds it
//! against later changes. [`make`] does all of that for a package on the disk.
//! [`compare`] holds declarations that C has of its own against Go's.

pub mod compare;
mod constants;
pub mod fault;
pub mod layout;
mod literal;
pub mod make;
pub mod named;
pub mod packages;
pub mod proof;
mod resolve;
pub mod sizes;
pub mod source;
mod spell;
mod values;
pub mod write;
