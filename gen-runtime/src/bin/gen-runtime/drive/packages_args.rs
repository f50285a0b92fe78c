//! The command lines of the commands on packages of one's own: arguments as they are typed.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::args::{PlaceArgs, RunArgs};

/// The compilers of packages of one's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ToolchainArg {
    /// gccgo for Go ($GCCGO, $GCCGOFLAGS), gcc for C ($CC, $CFLAGS), ar
    Gccgo,
    /// The Plan 9 compilers of old releases: 6g, 6c, 6a, 6l and their kin
    Plan9,
}

// What all commands on packages of one's own take.
#[derive(Debug, Args)]
pub(crate) struct PackagesArgs {
    /// Folders, import paths of the module, patterns (`./...`), or .go and .goc files of one folder
    #[arg(value_name = "PKG", default_value = ".")]
    pub(crate) targets: Vec<PathBuf>,
    /// The compilers
    #[arg(long, value_enum, value_name = "NAME", default_value = "gccgo")]
    pub(crate) toolchain: ToolchainArg,
    /// The folder of the Plan 9 compilers [default: the tree's]
    #[arg(long, value_name = "DIR")]
    pub(crate) tool_dir: Option<PathBuf>,
    /// The program cgo, for packages that import "C" [default: gccgo's, or the tree's]
    #[arg(long, value_name = "PROG")]
    pub(crate) cgo: Option<PathBuf>,
    /// Terms that hold in build lines, separated by commas [default: those of -tags in $GOFLAGS]
    #[arg(long, value_name = "LIST")]
    pub(crate) tags: Vec<String>,
    /// The import path of a package that is in no module
    #[arg(long, value_name = "PATH")]
    pub(crate) pkgpath: Option<String>,
    /// Flags for the Go compiler of old Go, after those of $GCFLAGS
    #[arg(long, value_name = "FLAGS", allow_hyphen_values = true)]
    pub(crate) gcflags: Option<OsString>,
    /// Flags for gccgo, after those of $GCCGOFLAGS
    #[arg(long, value_name = "FLAGS", allow_hyphen_values = true)]
    pub(crate) gccgoflags: Option<OsString>,
    /// Flags for the linker; for gccgo after those of $LDFLAGS
    #[arg(long, value_name = "FLAGS", allow_hyphen_values = true)]
    pub(crate) ldflags: Option<OsString>,
    #[command(flatten)]
    pub(crate) place: PlaceArgs,
}

#[derive(Debug, Args)]
pub(crate) struct BuildArgs {
    /// Write the executable, or the archive, to FILE, or into it if it is a folder or ends with `/`
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// Stop at the first failure, rather than go on with what does not depend on it
    #[arg(long)]
    pub(crate) fail_fast: bool,
    #[command(flatten)]
    pub(crate) packages: PackagesArgs,
    #[command(flatten)]
    pub(crate) run: RunArgs,
}

#[derive(Debug, Args)]
pub(crate) struct InstallArgs {
    /// The folder of archives [default: .gen-runtime/pkg/OS_ARCH in the module's folder]
    #[arg(long, value_name = "DIR")]
    pub(crate) pkg_dir: Option<PathBuf>,
    /// The folder of programs [default: $GOBIN]
    #[arg(long, value_name = "DIR")]
    pub(crate) bin_dir: Option<PathBuf>,
    /// Stop at the first failure, rather than go on with what does not depend on it
    #[arg(long)]
    pub(crate) fail_fast: bool,
    #[command(flatten)]
    pub(crate) packages: PackagesArgs,
    #[command(flatten)]
    pub(crate) run: RunArgs,
}

#[derive(Debug, Args)]
pub(crate) struct StartArgs {
    #[command(flatten)]
    pub(crate) packages: PackagesArgs,
    /// The program's arguments
    #[arg(last = true, value_name = "ARGS")]
    pub(crate) args: Vec<OsString>,
    #[command(flatten)]
    pub(crate) run: RunArgs,
}

#[derive(Debug, Args)]
pub(crate) struct ListArgs {
    /// Print a JSON object a package, each on a line
    #[arg(long)]
    pub(crate) json: bool,
    #[command(flatten)]
    pub(crate) packages: PackagesArgs,
}
