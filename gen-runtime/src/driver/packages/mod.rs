//! Packages of one's own: which files they have, what they import, and the plan that builds them.
//!
//! [`module`] tells where imports lead, [`files`] which files belong, by their names and by `build_lines` of a
//! `condition`, [`head`] what a Go file imports; [`package`] reads a folder by these, [`load`] all that is imported.
//! [`plan`] lets [`steps`] plan what is done for each package, in the words of its [`tools`].

pub mod build;
mod build_lines;
mod condition;
pub mod fault;
pub mod files;
pub mod head;
pub mod load;
pub mod module;
pub mod package;
pub mod plan;
mod planner;
pub mod steps;
pub mod tools;
