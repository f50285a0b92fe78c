//! The driver: puts the generators and goc2c in order around the external compilers.
//!
//! It *plans* first: [`install`] and [`build`] make a [`Plan`] of [`Action`]s from what is in the folders, which
//! is data that can be printed and compared. A [`Graph`] orders it. Then the plan is [`run`], printed as
//! lines of a [`shell`], or written for [`ninja`]. What the driver knows of releases is in [`release`].
//!
//! An action is a program's argument array, and the generators are called as the programs that they are, so
//! that what is run, what is printed and what is handed over are the same thing.

pub mod action;
pub mod archive;
pub mod build;
mod build_c;
mod build_go;
pub mod clean;
pub mod constraint;
pub mod depfile;
pub mod env;
pub mod go_tools;
pub mod graph;
pub mod includes;
pub mod install;
pub mod jobserver;
pub mod ninja;
pub mod package;
pub mod process;
pub mod progress;
pub mod release;
pub mod run;
pub mod select;
pub mod shell;
pub mod signals;
pub mod stamp;
pub mod state;
pub mod toolchain;

pub use action::{Action, Arg, Log, Plan, Work};
pub use graph::{Graph, GraphError};
