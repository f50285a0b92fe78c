//! The steps of a package: what its files become.

mod c;
mod go_today;

pub(super) use go_today::Shared;
