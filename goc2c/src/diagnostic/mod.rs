//! Diagnostics and how they are shown: the one place in the workspace that turns a fault into text.
//!
//! A crate's faults are an enum of its own that implements [`Explain`]; a [`Report`] is what is known
//! of one of them once its source has been looked at, and can be rendered as text with an excerpt, as
//! one line, or as a JSON object. A [`Remark`] is what a command has to say without an excerpt, in the same forms.
//! Prints nothing itself.

mod escape;
mod excerpt;
mod explain;
mod place;
mod remark;
mod report;

pub use escape::quote_bytes;
#[cfg(feature = "command")]
pub(crate) use escape::{escape, escape_lines};
pub use explain::{Explain, Severity};
pub use remark::Remark;
pub use report::Report;
