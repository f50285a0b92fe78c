//! The front end: the text of a compiler, an assembler or a header, taken apart.
//!
//! Each reader goes through its text once, hands out a piece at a time, and puts what the format does not
//! allow into a [`Collector`](crate::fault::Collector), from which it goes on at the next line that can start
//! something.

pub mod acid;
pub mod anames;
pub mod godefs;
pub mod opnames;
pub mod symabis;
