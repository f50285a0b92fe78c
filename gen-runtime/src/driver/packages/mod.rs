//! Packages of one's own: all that a build is of, and the plan that builds them.
//!
//! [`targets`] finds what is named, [`goc2c::gopkg`] reads a folder, [`load`] all that is imported.
//! [`plan`] lets [`steps`] plan what is done for each package, in the words of its [`tools`].

pub mod build;
pub mod fault;
pub mod load;
pub mod modules;
pub mod patterns;
pub mod plan;
mod planner;
pub mod steps;
pub mod targets;
pub mod tools;
