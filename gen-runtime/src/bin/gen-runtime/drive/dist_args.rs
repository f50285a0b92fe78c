//! The command line of `dist`: arguments as they are typed.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};
use goc2c::command::messages::MessageArgs;

use super::args::{PlaceArgs, RunArgs};
use crate::args::{GoVersionArgs, TreeArgs, VersionArgs};

#[derive(Debug, Args)]
pub(crate) struct DistArgs {
    #[command(subcommand)]
    pub(crate) command: Dist,
}

// Not described when they are called: their own descriptions would give way to those of what they share.
#[derive(Debug, Subcommand)]
pub(crate) enum Dist {
    /// Build all that a tree's go command needs, and that command, with the machine's C compiler
    Bootstrap(BootstrapArgs),
    /// Build directories of a tree with the tree's own compilers, and the machine's
    Install(InstallArgs),
    /// Remove what was made in a tree, and nothing else
    Clean(DistCleanArgs),
    /// Print a tree's variables, as its own program did
    Env(EnvArgs),
    /// Print what an installation ends with
    Banner(BannerArgs),
    /// Print a tree's version, as `gen-runtime version`
    Version(VersionArgs),
    /// Have a tree's go command build the rest: a step of `bootstrap --std`
    #[command(hide = true)]
    Std(StdArgs),
}

#[derive(Debug, Args)]
pub(crate) struct BootstrapArgs {
    /// Have the go command build the whole library, itself and the other commands, as make.bash did
    #[arg(long)]
    pub(crate) std: bool,
    /// Build packages that have it with cgo, which go1.2 to go1.4 can [default: as by CGO_ENABLED=0]
    #[arg(long, requires = "std")]
    pub(crate) cgo: bool,
    #[command(flatten)]
    pub(crate) built: BuiltArgs,
}

#[derive(Debug, Args)]
pub(crate) struct InstallArgs {
    /// Directories below the tree's src, such as `pkg/runtime` (go1.4: `runtime`) or `cmd/6g`
    #[arg(value_name = "DIR", required = true)]
    pub(crate) directories: Vec<String>,
    /// What is done for another platform than the machine's [default: as the release did]
    #[arg(long, value_enum, value_name = "WHAT")]
    pub(crate) cross: Option<Cross>,
    #[command(flatten)]
    pub(crate) built: BuiltArgs,
}

/// What is done for another platform than the machine's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Cross {
    /// Generate files, and compile nothing.
    Generate,
    /// Build all.
    Build,
}

// What all that is built in a tree takes.
#[derive(Debug, Args)]
pub(crate) struct BuiltArgs {
    /// Go on with what does not depend on a failure
    #[arg(short = 'k')]
    pub(crate) keep_going: bool,
    #[command(flatten)]
    pub(crate) host: HostArgs,
    #[command(flatten)]
    pub(crate) version: GoVersionArgs,
    #[command(flatten)]
    pub(crate) moved: FinalArgs,
    #[command(flatten)]
    pub(crate) place: PlaceArgs,
    #[command(flatten)]
    pub(crate) run: RunArgs,
}

/// The machine's C compiler.
#[derive(Debug, Args)]
pub(crate) struct HostArgs {
    /// The machine's C compiler, and words that go with it [default: $CC, else gcc]
    #[arg(long, value_name = "COMMAND")]
    pub(crate) cc: Option<String>,
    /// Flags for it [default: $CFLAGS]
    #[arg(long, value_name = "FLAGS", allow_hyphen_values = true)]
    pub(crate) cflags: Option<String>,
    /// Call it with the release's own flags, and no others
    #[arg(long)]
    pub(crate) historical_flags: bool,
    /// Link programs with the C library in them
    #[arg(short = 's')]
    pub(crate) is_static: bool,
}

/// Where the tree will be in the end.
#[derive(Debug, Args)]
pub(crate) struct FinalArgs {
    /// Where the tree will be in the end [default: $GOROOT_FINAL, else where it is]
    #[arg(long, value_name = "DIR")]
    pub(crate) goroot_final: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct DistCleanArgs {
    /// List what would be removed, and remove nothing
    #[arg(short = 'n')]
    pub(crate) print: bool,
    #[command(flatten)]
    pub(crate) place: PlaceArgs,
}

#[derive(Debug, Args)]
pub(crate) struct EnvArgs {
    /// Print the search path too, with the tree's commands first
    #[arg(short = 'p')]
    pub(crate) path: bool,
    #[command(flatten)]
    pub(crate) moved: FinalArgs,
    #[command(flatten)]
    pub(crate) place: PlaceArgs,
}

#[derive(Debug, Args)]
pub(crate) struct BannerArgs {
    #[command(flatten)]
    pub(crate) moved: FinalArgs,
    #[command(flatten)]
    pub(crate) place: PlaceArgs,
}

#[derive(Debug, Args)]
pub(crate) struct StdArgs {
    /// The go command
    #[arg(long, value_name = "FILE")]
    pub(crate) go: PathBuf,
    /// Have it build everything anew
    #[arg(long)]
    pub(crate) all: bool,
    /// Write a rule for make with the files that it made
    #[arg(long, value_name = "FILE")]
    pub(crate) depfile: PathBuf,
    /// Write to FILE that it is done
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: PathBuf,
    #[command(flatten)]
    pub(crate) tree: TreeArgs,
    #[command(flatten)]
    pub(crate) messages: MessageArgs,
}

impl Dist {
    /// The flags about messages.
    pub(super) fn messages(&self) -> &MessageArgs {
        match self {
            Dist::Install(InstallArgs { built: BuiltArgs { place, .. }, .. })
            | Dist::Bootstrap(BootstrapArgs { built: BuiltArgs { place, .. }, .. })
            | Dist::Clean(DistCleanArgs { place, .. })
            | Dist::Env(EnvArgs { place, .. })
            | Dist::Banner(BannerArgs { place, .. }) => &place.messages,
            Dist::Version(args) => &args.plain.common.messages,
            Dist::Std(args) => &args.messages,
        }
    }
}
