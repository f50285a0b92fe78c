//! A tree of old Go: what its own program `dist` did with it.
//!
//! What is known of the releases is in [`facts`] and [`directories`], what compilers are called with in [`words`] (the
//! tree's own) and [`host`] (the machine's, with [`cures`] for today's), which files belong in [`files`]. [`guess`] tells a tree's
//! release. [`install`] has a tree planned, directory by
//! directory, by the planner, which `runtime`, `package` and `program` teach the kinds; [`mod@env`] tells its variables.

pub mod archive;
#[cfg(unix)]
pub mod cures;
pub mod directories;
pub mod env;
pub mod facts;
pub mod files;
pub mod guess;
#[cfg(unix)]
pub mod host;
#[cfg(unix)]
pub mod install;
#[cfg(unix)]
mod package;
#[cfg(unix)]
mod planner;
#[cfg(unix)]
mod program;
#[cfg(unix)]
mod runtime;
#[cfg(unix)]
mod whole;
#[cfg(unix)]
pub mod words;
