//! Why nothing came out of a file: its faults, the options, or what the system said.

use std::io;

use crate::fault::Fault;
use crate::options::OptionsError;

/// The faults of one file.
#[derive(Debug, Clone, Default)]
pub struct Faults {
    /// The first of them, in the order of the file; as many as the options let be kept. Warnings may be
    /// among them.
    pub list: Vec<Fault>,
    /// How many errors there are beyond the list.
    pub more: usize,
}

impl Faults {
    /// Whether there is none.
    pub(crate) fn is_empty(&self) -> bool {
        self.list.is_empty() && self.more == 0
    }

    /// Keeps a fault, or counts it where `most` are kept already.
    pub(crate) fn add(&mut self, fault: Fault, most: usize) {
        if self.list.len() < most {
            self.list.push(fault);
        } else {
            self.more += 1;
        }
    }
}

/// Why no C came out.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The options do not go together.
    #[error(transparent)]
    Options(OptionsError),
    /// The input is at fault. The source has kept the lines that the faults are on.
    #[error("{} faults in the input", .0.list.len() + .0.more)]
    Faults(Faults),
    /// The input could not be read.
    #[error("cannot read the input: {0}")]
    Read(io::Error),
    /// The output could not be written.
    #[error("cannot write the output: {0}")]
    Write(io::Error),
}
