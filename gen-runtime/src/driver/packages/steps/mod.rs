//! The steps of a package: what its files become.

mod c;
mod cgo;
mod old_cgo;
