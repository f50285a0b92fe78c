//! What is written where headers are Go's: the C for today's gccgo, and what others see of the functions.

pub mod decls;
pub(crate) mod frame;
pub(super) mod gccgo;
pub mod header;
pub(crate) mod spelling;
