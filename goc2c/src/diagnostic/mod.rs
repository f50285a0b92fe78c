//! Diagnostics and how they are shown: the one place in the workspace that turns a fault into text.
//!
//! A crate's faults are an enum of its own that implements [`Explain`]; a [`Report`] is what is known
//! of one of them once its source has been looked at, and can be rendered as text with an excerpt, as
//! one line, or as a JSON object. Prints nothing itself.

mod escape;
mod excerpt;
mod explain;
mod place;
mod report;

pub(crate) use escape::escape;
pub use escape::quote_bytes;
pub use explain::{Explain, Severity};
pub use report::Report;
