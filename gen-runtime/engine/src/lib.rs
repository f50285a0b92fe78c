//! Runs plans: actions that read files and make others, by programs that are called with arrays of arguments.
//!
//! A [`Plan`] of [`Action`]s is data that can be printed and compared. A [`Graph`] orders it; [`fresh`] tells which
//! actions must be done, and why. Then the plan is [`run`], printed as lines of a [`shell`], or handed over, for
//! [`ninja`] or for editors. Files are written and deleted through [`files`] alone, in the folders that the plan names.
//!
//! The engine knows no Go and no release; what it runs is the driver's business. It is for Unix.

pub mod action;
pub mod clean;
pub mod compile_commands;
pub mod depfile;
pub mod dot;
mod explain;
pub mod files;
pub mod fresh;
pub mod graph;
pub mod jobserver;
pub mod ninja;
pub mod perform;
pub mod process;
pub mod progress;
pub mod run;
pub mod shell;
pub mod signals;
pub mod stamp;
pub mod state;
pub mod told;
pub mod trace;

pub use action::{Action, Depfile, Hint, Log, Plan, ResultIs, Root, Run, Word, Work};
pub use graph::{Graph, GraphError};
