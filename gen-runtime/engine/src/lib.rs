//! Runs plans: actions that read files and make others, by programs that are called with arrays of arguments.
//!
//! A [`Plan`] of [`Action`]s is data that can be printed and compared. A [`Graph`] orders it. Then the plan is
//! [`run`], printed as lines of a [`shell`], or written for [`ninja`]. Knows no Go and no release.

pub mod action;
pub mod clean;
pub mod depfile;
pub mod graph;
pub mod jobserver;
pub mod ninja;
pub mod process;
pub mod progress;
pub mod run;
pub mod shell;
pub mod signals;
pub mod stamp;
pub mod state;

pub use action::{Action, Arg, Log, Plan, Work};
pub use graph::{Graph, GraphError};
