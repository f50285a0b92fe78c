//! What ends a run early, and how it is told: the exit status says what is to blame.

use gen_runtime::OptionsError;
use goc2c::command::Exit;
use goc2c::command::ending::tell_file_error;
use goc2c::command::messages::Messages;
use goc2c::command::output::FileError;
use goc2c::diagnostic::Report;

use crate::tree::TreeError;

/// What ends a run early.
pub(crate) enum Trouble {
    /// The command line is at fault.
    Usage(String),
    /// It is, in a way that has a name for programs.
    Words(&'static str, String),
    /// The input is, at no place of a file; with a name for programs.
    Input(&'static str, String),
    /// The input is, at a place of a file.
    At(Box<Report>),
    /// A file cannot be used.
    File(FileError),
    /// Something else of the machine cannot; with a name for programs.
    Machine(&'static str, String),
    /// An input is at fault, which has been told.
    Told,
    /// Something is, which has been told.
    Ended(Exit),
}

impl From<FileError> for Trouble {
    fn from(error: FileError) -> Self {
        Trouble::File(error)
    }
}

impl From<TreeError> for Trouble {
    fn from(error: TreeError) -> Self {
        Trouble::Machine(error.code(), error.to_string())
    }
}

impl From<OptionsError> for Trouble {
    fn from(error: OptionsError) -> Self {
        Trouble::Usage(error.to_string())
    }
}

impl Trouble {
    /// Tells it; the exit status.
    pub(crate) fn tell(self, messages: &mut Messages) -> Exit {
        match self {
            Trouble::Usage(text) => {
                messages.error("usage", &text);
                Exit::Usage
            }
            Trouble::Words(code, text) => {
                messages.error(code, &text);
                Exit::Usage
            }
            Trouble::Input(code, text) => {
                messages.error(code, &text);
                Exit::Faults
            }
            Trouble::At(report) => {
                messages.show(&report);
                Exit::Faults
            }
            Trouble::File(error) => tell_file_error(&error, messages),
            Trouble::Machine(code, text) => {
                messages.error(code, &text);
                Exit::Io
            }
            Trouble::Told => Exit::Faults,
            Trouble::Ended(exit) => exit,
        }
    }
}
