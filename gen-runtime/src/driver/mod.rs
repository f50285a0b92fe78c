//! The driver: puts the generators and goc2c in order around the external compilers.
//!
//! It *plans* only: [`dist`] a tree of old Go, [`packages`] those of one's own, each as an [`engine::Plan`] of what is
//! in the folders, which is data that can be printed and compared. The engine runs it. [`go_command`] tells what today's
//! go command is to be given.
//!
//! What plans needs the engine, which is for Unix; what is known of the releases is there everywhere.
//!
//! An action is a program's argument array, and the generators are called as the programs that they are, so
//! that what is run, what is printed and what is handed over are the same thing.

#[cfg(unix)]
pub mod cgo;
pub mod dist;
#[cfg(unix)]
pub mod go_command;
#[cfg(unix)]
pub mod includes;
#[cfg(unix)]
pub mod packages;
pub mod paths;

/// The driver's own folder in a tree or a module.
pub const OWN: &str = ".gen-runtime";
