//! The command line of `cgo`, a step of plans.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::Args;
use goc2c::command::messages::MessageArgs;

#[derive(Debug, Args)]
pub(crate) struct CgoArgs {
    /// The Go files that import "C"
    #[arg(value_name = "FILE", required = true)]
    pub(crate) files: Vec<PathBuf>,
    /// The program cgo
    #[arg(long, value_name = "PROG")]
    pub(crate) tool: PathBuf,
    /// A flag for it; may be repeated
    #[arg(long = "tool-flag", value_name = "FLAG", allow_hyphen_values = true)]
    pub(crate) tool_flags: Vec<OsString>,
    /// The C compiler, or a flag that belongs to it; may be repeated
    #[arg(long, value_name = "WORD", required = true, allow_hyphen_values = true)]
    pub(crate) cc: Vec<OsString>,
    /// A flag for the C compiler; may be repeated
    #[arg(long = "flag", value_name = "FLAG", allow_hyphen_values = true)]
    pub(crate) flags: Vec<OsString>,
    /// A flag for links; may be repeated
    #[arg(long = "ldflag", value_name = "FLAG", allow_hyphen_values = true)]
    pub(crate) ldflags: Vec<OsString>,
    /// Write to DIR
    #[arg(long, value_name = "DIR")]
    pub(crate) out: PathBuf,
    /// List what was read, for Make
    #[arg(long, value_name = "FILE")]
    pub(crate) depfile: PathBuf,
    #[command(flatten)]
    pub(crate) messages: MessageArgs,
}
