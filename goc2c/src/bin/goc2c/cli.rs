//! The command line of goc2c: arguments as they are typed, and the options that they stand for.

use std::num::NonZero;
use std::path::PathBuf;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{ArgGroup, Args, Parser, Subcommand, ValueEnum};
use goc2c::command::args::environment;
use goc2c::command::generate::Generate;
use goc2c::command::messages::MessageArgs;
use goc2c::command::output::FileArgs;
use goc2c::{Dialect, Options, Target, host_arch, host_os};

/// Translate .goc files (Go function headers, C bodies) into C that Go code can call.
///
/// The C is what the chosen release's own program wrote, byte for byte, for the Plan 9 compilers (6c, 8c,
/// 5c) or for gcc.
#[derive(Debug, Parser)]
#[command(name = "goc2c", version, disable_version_flag = true, after_help = EXAMPLES)]
#[command(args_conflicts_with_subcommands = true, disable_help_subcommand = true)]
#[command(group = ArgGroup::new("what").args(["target", "sixg", "gcc"]))]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Option<Command>,

    /// Files to translate; `-` for standard input, `@FILE` for arguments in a file
    #[arg(value_name = "FILE")]
    pub(crate) inputs: Vec<PathBuf>,

    /// Architecture: 386, amd64, arm, amd64p32, power64 or power64le; for gcc any [default: $GOARCH,
    /// else the machine's]
    #[arg(long, value_name = "ARCH")]
    arch: Option<String>,
    /// Operating system [default: $GOOS, else the machine's]
    #[arg(long, value_name = "OS")]
    os: Option<String>,
    /// Whose output is written [default: weekly.2012-02-07; gccgo11 for what only that has]
    #[arg(long, value_name = "NAME", value_parser = dialect_parser())]
    dialect: Option<Dialect>,
    /// The compiler that takes the C [default: plan9; gcc for the gccgo dialects]
    #[arg(long, value_enum, value_name = "TARGET")]
    target: Option<TargetArg>,
    /// As --target plan9
    #[arg(long = "6g", id = "sixg", hide_short_help = true)]
    sixg: bool,
    /// As --target gcc
    #[arg(long, hide_short_help = true)]
    gcc: bool,
    /// gcc: the package path in symbols, in place of the package's name
    #[arg(long, value_name = "PATH")]
    go_pkgpath: Option<String>,
    /// gcc: a prefix for the package's name in symbols
    #[arg(long, value_name = "PREFIX")]
    go_prefix: Option<String>,
    /// What to write
    #[arg(long, value_enum, value_name = "WHAT", default_value = "c")]
    pub(crate) emit: Emit,

    /// Write to FILE; `-` for standard output
    #[arg(short, long, value_name = "FILE", conflicts_with_all = ["out_dir", "out_name"], help_heading = "Files")]
    pub(crate) output: Option<PathBuf>,
    /// Write X.c to DIR for each X.goc; X_goc.go or X.h where --emit asks for them
    #[arg(long, value_name = "DIR", help_heading = "Files")]
    pub(crate) out_dir: Option<PathBuf>,
    /// Name outputs by a template of {stem}, {os}, {arch} and {dialect}, as `z{stem}_{os}_{arch}.c`; without
    /// --out-dir, beside their inputs
    #[arg(long, value_name = "TEMPLATE", help_heading = "Files")]
    pub(crate) out_name: Option<String>,
    /// Translate N files side by side [default: one per CPU]
    #[arg(short, long, value_name = "N", help_heading = "Files")]
    pub(crate) jobs: Option<NonZero<usize>>,
    #[command(flatten)]
    pub(crate) files: FileArgs,

    /// What messages and #line call standard input
    #[arg(long, value_name = "NAME", help_heading = "Lines")]
    pub(crate) stdin_name: Option<String>,
    /// Write no #line
    #[arg(long, help_heading = "Lines")]
    no_line: bool,
    /// In #line, write NEW for a file name's prefix OLD
    #[arg(long, value_name = "OLD=NEW", value_parser = parse_prefix_map, help_heading = "Lines")]
    file_prefix_map: Vec<(String, String)>,

    #[command(flatten)]
    pub(crate) messages: MessageArgs,

    /// Print the version; with --verbose, what it knows
    #[arg(short = 'V', long)]
    pub(crate) version: bool,
    /// Print a man page or a shell's completions
    #[arg(long, value_enum, value_name = "WHAT", hide_short_help = true)]
    pub(crate) generate: Option<Generate>,
    /// With --version, say what it knows
    #[arg(short, long, hide_short_help = true)]
    pub(crate) verbose: bool,
}

const EXAMPLES: &str = "\
Examples:
  goc2c --arch amd64 chan.goc > chan.c
  goc2c --dialect go1.2 --os linux --arch 386 --out-dir gen *.goc
  goc2c --dialect gccgo -o sum.c sum.goc
  goc2c --emit prelude -o goc.h
  goc2c check --go-files sum.go sum.goc

Exit status: 0 all is well, 1 errors in the input or outputs out of date, 2 a wrong command line,
3 a file that cannot be read or written, 70 an internal error.";

/// What is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Emit {
    /// C
    C,
    /// The frame of each function: offset, size and alignment of arguments and results
    Layout,
    /// goc.h, which the C of dialect gccgo11 includes; needs no FILE
    Prelude,
    /// gccgo11: a Go file that declares the functions
    Go,
    /// gccgo11: a C header that declares the functions
    Header,
}

impl Emit {
    /// What outputs are called that have no name of their own.
    pub(crate) fn default_name(self) -> &'static str {
        match self {
            Emit::C | Emit::Layout | Emit::Prelude => "{stem}.c",
            // Not {stem}.go, which is what a person calls the file beside X.goc.
            Emit::Go => "{stem}_goc.go",
            Emit::Header => "{stem}.h",
        }
    }
}

/// What else the program does.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// gccgo11: compare .goc files with the Go files that declare their functions
    Check(CheckArgs),
}

/// The arguments of `check`.
#[derive(Debug, Args)]
pub(crate) struct CheckArgs {
    /// The .goc files of a package
    #[arg(value_name = "FILE", required = true)]
    pub(crate) inputs: Vec<PathBuf>,
    /// The Go files of the package, parted by commas
    #[arg(long, value_name = "FILES", value_delimiter = ',', required = true)]
    pub(crate) go_files: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) messages: MessageArgs,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum TargetArg {
    /// 6c, 8c, 5c
    Plan9,
    /// gcc
    Gcc,
}

impl Cli {
    /// Whether the arguments name nothing to do.
    pub(crate) fn lacks_input(&self) -> bool {
        self.inputs.is_empty() && self.emit != Emit::Prelude && !self.version && self.generate.is_none()
    }

    /// The dialect; where only one has what is asked for, that one.
    fn dialect(&self) -> Dialect {
        match (self.dialect, self.emit) {
            (Some(dialect), _) => dialect,
            (None, Emit::Prelude | Emit::Go | Emit::Header) => Dialect::Gccgo11,
            (None, Emit::C | Emit::Layout) => Dialect::default(),
        }
    }

    /// The options that the arguments stand for. The environment counts where a flag is missing.
    pub(crate) fn options(&self) -> Options {
        let dialect = self.dialect();
        let target = match (self.target, self.sixg, self.gcc) {
            (Some(TargetArg::Plan9), ..) | (None, true, _) => Target::Plan9,
            (Some(TargetArg::Gcc), ..) | (None, _, true) => Target::Gcc,
            (None, false, false) if dialect.is_gccgo() => Target::Gcc,
            (None, false, false) => Target::Plan9,
        };
        let or_environment = |flag: &Option<String>, name, host: &str| {
            flag.clone().or_else(|| environment(name)).unwrap_or_else(|| host.to_owned())
        };
        Options {
            dialect,
            target,
            os: or_environment(&self.os, "GOOS", host_os()),
            arch: or_environment(&self.arch, "GOARCH", host_arch()),
            pkgpath: self.go_pkgpath.clone(),
            prefix: self.go_prefix.clone(),
            line_directives: !self.no_line,
            prefix_maps: self.file_prefix_map.clone(),
            max_faults: self.messages.most(),
        }
    }
}

fn dialect_parser() -> impl TypedValueParser<Value = Dialect> {
    let values = Dialect::ALL
        .map(|dialect| PossibleValue::new(dialect.name()).aliases(dialect.traits().aliases.iter().copied()));
    PossibleValuesParser::new(values).map(|name| Dialect::from_name(&name).unwrap_or_default())
}

fn parse_prefix_map(text: &str) -> Result<(String, String), String> {
    match text.split_once('=') {
        Some((old, new)) => Ok((old.to_owned(), new.to_owned())),
        None => Err("expected OLD=NEW".into()),
    }
}
