//! The driver: puts the generators and goc2c in order around the external compilers.
//!
//! It *plans* only: [`install`] and [`build`] make an [`engine::Plan`] from what is in the folders, which is data
//! that can be printed and compared. The engine runs it. What the driver knows of releases is in [`release`].
//!
//! An action is a program's argument array, and the generators are called as the programs that they are, so
//! that what is run, what is printed and what is handed over are the same thing.

pub mod archive;
pub mod build;
mod build_c;
mod build_go;
pub mod constraint;
pub mod env;
pub mod go_tools;
pub mod includes;
pub mod install;
pub mod package;
pub mod release;
pub mod select;
pub mod toolchain;
