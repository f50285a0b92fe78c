//! The command line of the driver: arguments as they are typed. Some are spelled as users of the go command
//! know them, with one dash.

use std::ffi::{OsStr, OsString};
use std::num::NonZero;
use std::path::{Path, PathBuf};

use clap::{Args, Subcommand, ValueEnum};
use goc2c::command::messages::MessageArgs;

use super::cgo_args::CgoArgs;
use super::dist_args::DistArgs;
use super::go_args::{BeforeToolArgs, GoArgs};
use super::packages_args::{BuildArgs, InstallArgs, ListArgs, StartArgs};
use crate::args::{PlatformArgs, TreeArgs};

/// Flags of several letters that may be written with one dash.
const LONG: [&str; 7] = ["-work", "-tags", "-fail-fast", "-gcflags", "-gccgoflags", "-ldflags", "-json"];

/// The commands of `dist`.
const OF_DIST: [&str; 6] = ["bootstrap", "install", "clean", "env", "banner", "version"];

/// Whether a program has the name of the one that trees of old Go have among their tools.
pub(crate) fn is_dist(program: &OsStr) -> bool {
    Path::new(program).file_stem().is_some_and(|it| it == "dist")
}

/// The arguments with two dashes where clap wants them. Called by the name `dist`, the program is that command; but
/// what it runs itself while it builds has its own.
pub(crate) fn as_typed(args: impl Iterator<Item = OsString>) -> impl Iterator<Item = OsString> {
    let mut args = args.peekable();
    let program = args.next();
    let is_dist = program.as_deref().is_some_and(is_dist)
        && args.peek().is_none_or(|command| {
            command.to_str().is_some_and(|it| it.starts_with('-') || OF_DIST.contains(&it))
        });
    let command = is_dist.then(|| "dist".into());
    let mut is_over = false;
    program.into_iter().chain(command).chain(args.map(move |arg| {
        // What comes after is a program's that is run.
        is_over |= arg == "--";
        if is_over {
            return arg;
        }
        let flag = arg.to_str().map(|text| text.split('=').next().unwrap_or(text));
        if flag.is_some_and(|flag| LONG.contains(&flag)) {
            let mut long = OsString::from("-");
            long.push(arg);
            return long;
        }
        arg
    }))
}

#[derive(Debug, Subcommand)]
#[command(defer = true)]
pub(crate) enum Drive {
    /// Do with a tree of old Go what its own program `dist` did
    Dist(DistArgs),
    /// Build packages of one's own, and executables
    Build(BuildArgs),
    /// Build packages of one's own, and put archives and programs into folders
    Install(InstallArgs),
    /// Build a program, and run it
    Run(StartArgs),
    /// List packages of one's own: their files, and those that are left out
    List(ListArgs),
    /// Run the go command with what .goc files of dialect gc become laid over their packages
    Go(GoArgs),
    /// Remove what `build` and `go` made in a module, and nothing else
    Clean(CleanArgs),
    /// Translate a .goc file, as the program goc2c does
    #[command(name = "goc2c")]
    Goc2c(Goc2cArgs),
    /// Append objects to an archive, as go1.3 and go1.4 did
    Archive(ArchiveArgs),
    /// Run a tool chain's cgo, judge what it wrote, and tell which headers were read
    Cgo(CgoArgs),
    /// What `go` puts before the go command's tools
    #[command(hide = true)]
    BeforeTool(BeforeToolArgs),
    /// What `dist env` was called before
    #[command(hide = true)]
    Env(MovedArgs),
    /// What `dist banner` was called before
    #[command(hide = true)]
    Banner(MovedArgs),
}

/// Any arguments of a command that has another name now.
#[derive(Debug, Args)]
pub(crate) struct MovedArgs {
    #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
    _rest: Vec<OsString>,
}

/// How a plan is run; the flags that users of the go command know.
#[derive(Debug, Default, Args)]
#[command(next_help_heading = "Running")]
pub(crate) struct RunArgs {
    /// Make everything anew
    #[arg(short = 'a')]
    pub(crate) all: bool,
    /// Print lines for a shell, and run nothing
    #[arg(short = 'n')]
    pub(crate) print: bool,
    /// Print lines for a shell, and run them
    #[arg(short = 'x')]
    pub(crate) lines: bool,
    /// Name packages; twice: log as the releases' own programs did
    #[arg(short = 'v', action = clap::ArgAction::Count)]
    pub(crate) verbose: u8,
    /// Run N programs at once [default: make's job server, else the number of CPUs]
    #[arg(short = 'p', value_name = "N")]
    pub(crate) jobs: Option<NonZero<usize>>,
    /// Say more: `explain` says why each step is run
    #[arg(short = 'd', value_enum, value_name = "WHAT")]
    pub(crate) debug: Option<Debug>,
    /// Work in a new temporary folder, which is named and kept
    #[arg(long)]
    pub(crate) work: bool,
    /// Write the plan to FILE instead of running it: `ninja`, `compile-commands` or `dot`
    #[arg(long, value_names = ["KIND", "FILE"], num_args = 2)]
    pub(crate) emit: Vec<OsString>,
    /// Write when each step ran to FILE, for trace viewers
    #[arg(long, value_name = "FILE")]
    pub(crate) trace: Option<PathBuf>,
    /// Run PROG before the C compiler, such as ccache; may be repeated for its arguments
    #[arg(long, value_name = "PROG", allow_hyphen_values = true)]
    pub(crate) launcher: Vec<OsString>,
}

/// What more is said of a run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Debug {
    /// Why each step is run
    Explain,
}

/// The tree, and the machine that its tools run on.
#[derive(Debug, Args)]
pub(crate) struct PlaceArgs {
    #[command(flatten)]
    pub(crate) tree: TreeArgs,
    // What a man page says may not depend on where it is made.
    /// The machine's system, which names the tools' folder [default: that of this program]
    #[arg(long, value_name = "OS", default_value = goc2c::host_os(), hide_default_value = true)]
    pub(crate) host_os: String,
    /// The machine's architecture, which names the tools' folder [default: that of this program]
    #[arg(long, value_name = "ARCH", default_value = goc2c::host_arch(), hide_default_value = true)]
    pub(crate) host_arch: String,
    #[command(flatten)]
    pub(crate) platform: PlatformArgs,
    #[command(flatten)]
    pub(crate) messages: MessageArgs,
}

#[derive(Debug, Args)]
pub(crate) struct CleanArgs {
    /// List what would be removed, and remove nothing
    #[arg(short = 'n')]
    pub(crate) print: bool,
    /// The module's folder, or one in it
    #[arg(value_name = "DIR", default_value = ".")]
    pub(crate) folder: PathBuf,
    #[command(flatten)]
    pub(crate) messages: MessageArgs,
}

#[derive(Debug, Args)]
pub(crate) struct Goc2cArgs {
    /// The file to translate; for types all files of a package
    #[arg(value_name = "FILE", required_unless_present = "emit", required_if_eq_any = [("emit", "go"), ("emit", "types")])]
    pub(crate) inputs: Vec<PathBuf>,
    /// What to write in place of C
    #[arg(long, value_enum, value_name = "WHAT")]
    pub(crate) emit: Option<Beside>,
    /// Whose output is written, as for goc2c
    #[arg(long = "dialect", value_name = "NAME")]
    pub(crate) goc: goc2c::Dialect,
    /// Go's name of the system
    #[arg(long)]
    pub(crate) os: String,
    /// Go's name of the architecture
    #[arg(long)]
    pub(crate) arch: String,
    /// The package's path in symbols; for the Plan 9 compilers none, which their linker completes
    #[arg(long, value_name = "PATH")]
    pub(crate) go_pkgpath: Option<String>,
    /// For types: the terms that hold in build lines, separated by commas
    #[arg(long, value_name = "TAGS", value_delimiter = ',')]
    pub(crate) tags: Vec<String>,
    /// For types: list what was read, for Make
    #[arg(long, value_name = "FILE")]
    pub(crate) depfile: Option<PathBuf>,
    /// Write to FILE
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: PathBuf,
    #[command(flatten)]
    pub(crate) messages: MessageArgs,
}

/// What goc2c writes beside C for today's gccgo.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Beside {
    /// Go that declares the functions
    Go,
    /// goc.h; needs no FILE
    Prelude,
    /// A C header with Go's types
    Types,
}

#[derive(Debug, Args)]
pub(crate) struct ArchiveArgs {
    /// The archive that is added to, which stays as it is
    #[arg(value_name = "ARCHIVE")]
    pub(crate) base: PathBuf,
    /// The objects
    #[arg(value_name = "OBJECT")]
    pub(crate) objects: Vec<PathBuf>,
    /// Write to FILE
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: PathBuf,
    #[command(flatten)]
    pub(crate) messages: MessageArgs,
}

impl Drive {
    /// The flags about messages, where there are any.
    pub(crate) fn messages(&self) -> Option<&MessageArgs> {
        Some(match self {
            Drive::Dist(DistArgs { command }) => command.messages(),
            Drive::Build(args) => &args.packages.place.messages,
            Drive::Install(args) => &args.packages.place.messages,
            Drive::Run(args) => &args.packages.place.messages,
            Drive::List(args) => &args.packages.place.messages,
            Drive::Go(args) => &args.messages,
            Drive::Clean(args) => &args.messages,
            Drive::Goc2c(args) => &args.messages,
            Drive::Archive(args) => &args.messages,
            Drive::Cgo(args) => &args.messages,
            Drive::BeforeTool(_) | Drive::Env(_) | Drive::Banner(_) => return None,
        })
    }
}
