//! The command line of goc2c: arguments as they are typed, and as `--help` explains them. What they mean is
//! [`crate::request`]'s business.

use std::ffi::OsString;
use std::mem::ManuallyDrop;
use std::num::NonZero;
use std::path::PathBuf;

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::error::ErrorKind;
use clap::{ArgGroup, Args, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};
use goc2c::Dialect;
use goc2c::command::Exit;
use goc2c::command::explain::ExplainArgs;
use goc2c::command::generate::Generate;
use goc2c::command::messages::MessageArgs;
use goc2c::command::output::FileArgs;
use goc2c::gc::Machine;
use goc2c::step::{StepArgs, parse_compiler};

/// Translate .goc files (Go function headers, C bodies) into what Go code can call.
///
/// For today's go command that is assembly (--dialect gc); for gccgo, C (--dialect gccgo11); for an old
/// release the C that its own program wrote, byte for byte.
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
    /// else the machine's]; for dialect gc amd64, arm64 or both [default: amd64,arm64]
    #[arg(long, value_name = "ARCH")]
    pub(crate) arch: Option<String>,
    /// Operating system [default: $GOOS, else the machine's]
    #[arg(long, value_name = "OS")]
    pub(crate) os: Option<String>,
    /// Whose output is written [default: weekly.2012-02-07; gccgo11 for what only that has]
    #[arg(long, value_name = "NAME", value_parser = dialect_parser())]
    pub(crate) dialect: Option<Dialect>,
    /// The compiler that takes the C [default: plan9; gcc for the gccgo dialects, gc for dialect gc]
    #[arg(long, value_enum, value_name = "TARGET")]
    pub(crate) target: Option<TargetArg>,
    /// As --target plan9
    #[arg(long = "6g", id = "sixg", hide_short_help = true)]
    pub(crate) sixg: bool,
    /// As --target gcc
    #[arg(long, hide_short_help = true)]
    pub(crate) gcc: bool,
    /// gcc: the package path in symbols, in place of the package's name
    #[arg(long, value_name = "PATH")]
    pub(crate) go_pkgpath: Option<String>,
    /// gcc: a prefix for the package's name in symbols
    #[arg(long, value_name = "PREFIX")]
    pub(crate) go_prefix: Option<String>,
    /// What to write [default: c; for dialect gc assembly and declarations]
    #[arg(long, value_enum, value_name = "WHAT")]
    pub(crate) emit: Option<Emit>,

    #[command(flatten)]
    pub(crate) step: StepArgs,
    /// gc: write the same functions for builds without the assembly
    #[arg(long, value_enum, value_name = "HOW", help_heading = "Dialect gc")]
    pub(crate) fallback: Option<Fallback>,

    /// Write to FILE; `-` for standard output; for dialect gc a folder [default: that of the first input]
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
    pub(crate) no_line: bool,
    /// In #line, write NEW for a file name's prefix OLD
    #[arg(long, value_name = "OLD=NEW", value_parser = parse_prefix_map, help_heading = "Lines")]
    pub(crate) file_prefix_map: Vec<(String, String)>,

    #[command(flatten)]
    pub(crate) messages: MessageArgs,

    /// Print the version; with --verbose, how it was built and what it knows
    #[arg(short = 'V', long)]
    pub(crate) version: bool,
    /// Print a man page or a shell's completions; with --out-dir, write them to files
    #[arg(long, value_enum, value_name = "WHAT", hide_short_help = true)]
    pub(crate) generate: Option<Generate>,
    /// With --version, say how it was built and what it knows
    #[arg(short, long, hide_short_help = true)]
    pub(crate) verbose: bool,
}

const EXAMPLES: &str = "\
Examples:
  goc2c init hash
  goc2c --dialect gc sum.goc
  goc2c bind --package lz4 --cflags=-Isrc src/lz4.c
  goc2c check sum.goc
  goc2c verify sum.goc sum.test
  goc2c explain unknown-type
  goc2c --dialect gccgo -o sum.c sum.goc
  goc2c --emit prelude -o goc.h
  goc2c --emit types -o goc_types.h sum.goc
  goc2c --arch amd64 chan.goc > chan.c
  goc2c --dialect go1.2 --os linux --arch 386 --out-dir gen *.goc

Exit status: 0 all is well, 1 errors in the input or outputs out of date, 2 a wrong command line,
3 a file that cannot be read or written, 70 an internal error.";

/// What clap says where there is nothing to do.
const MISSING: &str = "the following required arguments were not provided:\n  <FILE>...";

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
    /// gccgo11, gc: a C header with the Go types and constants that the files name
    Types,
    /// gc: bytes of stack that each function needs, and whom it calls
    Stack,
}

/// What takes the assembly's place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Fallback {
    /// The same C by cgo
    Cgo,
}

/// What else the program does; described when it is called, so that a translation does not pay for it.
#[derive(Debug, Subcommand)]
#[command(defer = true)]
pub(crate) enum Command {
    /// Compare .goc files with the package's Go files: functions, structs, constants
    Check(CheckArgs),
    /// gc: compare the C functions in a linked Go program with what the .goc files give, byte for byte
    Verify(VerifyArgs),
    /// gc: write a .goc file to start from, for the functions of a C library
    Bind(BindArgs),
    /// Write a package to start from, with tests and a benchmark
    Init(InitArgs),
    /// Say more about an error: why it is one, and an example put right
    Explain(ExplainArgs),
}

/// Compare .goc files with the package's Go files: functions, structs, constants
#[derive(Debug, Args)]
pub(crate) struct CheckArgs {
    /// The .goc files of a package
    #[arg(value_name = "FILE", required = true)]
    pub(crate) inputs: Vec<PathBuf>,
    /// The Go files of the package, separated by commas [default: those beside the first FILE that are for this
    /// platform]
    #[arg(long, value_name = "FILES", value_delimiter = ',')]
    pub(crate) go_files: Vec<PathBuf>,
    /// Whose package it is: gccgo11, or gc, where goc2c declares the functions [default: gc where goc2c made the
    /// assembly there or a `go:generate` line calls it so, else gccgo11]
    #[arg(long, value_name = "NAME", value_parser = dialect_parser())]
    pub(crate) dialect: Option<Dialect>,
    /// In Go files, write declarations of functions anew that differ from the headers; nothing else is changed
    #[arg(long)]
    pub(crate) fix: bool,
    #[command(flatten)]
    pub(crate) messages: MessageArgs,
}

/// gc: compare the C functions in a linked Go program with what the .goc files give, byte for byte
#[derive(Debug, Args)]
pub(crate) struct VerifyArgs {
    /// The .goc files of a package, all of them, and the program (a test binary too)
    #[arg(value_name = "FILE", required = true, num_args = 2..)]
    pub(crate) files: Vec<PathBuf>,
    /// The C compiler for an architecture [default: the one that the committed files name, if it is here]
    #[arg(long, value_name = "ARCH=PROGRAM", value_parser = parse_compiler)]
    pub(crate) cc: Vec<(Machine, OsString)>,
    /// What the C compiler is told besides what the committed files say, as paths: `--cflags=-Iinclude`
    #[arg(long, value_name = "FLAGS", allow_hyphen_values = true)]
    pub(crate) cflags: Vec<String>,
    #[command(flatten)]
    pub(crate) messages: MessageArgs,
}

/// gc: write a .goc file to start from, for the functions of a C library
///
/// PACKAGE.goc has a Go function for each that the library's headers declare, with a TODO where a person must decide;
/// PACKAGE.go has the line for `go generate`, and the structs that Go can have too.
#[derive(Debug, Args)]
pub(crate) struct BindArgs {
    /// The library's files of C
    #[arg(value_name = "FILE", required = true)]
    pub(crate) inputs: Vec<PathBuf>,
    /// The functions that are wanted, where `*` and `?` stand for letters [default: all]
    #[arg(long = "func", value_name = "GLOB")]
    pub(crate) functions: Vec<String>,
    /// The headers whose functions are wanted [default: all that are not the system's]
    #[arg(long = "header", value_name = "FILE")]
    pub(crate) headers: Vec<String>,
    /// The package's name [default: that of the first FILE]
    #[arg(long, value_name = "NAME")]
    pub(crate) package: Option<String>,
    /// Write to DIR [default: the current folder]
    #[arg(short, long, value_name = "DIR")]
    pub(crate) output: Option<PathBuf>,
    /// The C compiler for an architecture [default: as for a translation]
    #[arg(long, value_name = "ARCH=PROGRAM", value_parser = parse_compiler)]
    pub(crate) cc: Vec<(Machine, OsString)>,
    /// What the C compiler is told besides: `--cflags='-Isrc -DSMALL'`
    #[arg(long, value_name = "FLAGS", allow_hyphen_values = true)]
    pub(crate) cflags: Vec<String>,
    #[command(flatten)]
    pub(crate) messages: MessageArgs,
}

/// Write a package to start from, with tests and a benchmark, and say what comes next
#[derive(Debug, Args)]
pub(crate) struct InitArgs {
    /// The package's folder [default: the current one]
    #[arg(value_name = "DIR")]
    pub(crate) folder: Option<PathBuf>,
    /// For today's Go compiler [default]
    #[arg(long)]
    pub(crate) gc: bool,
    /// For gccgo 11 and later
    #[arg(long, conflicts_with = "gc")]
    pub(crate) gccgo: bool,
    /// The package's name [default: the folder's]
    #[arg(long, value_name = "NAME")]
    pub(crate) package: Option<String>,
    #[command(flatten)]
    pub(crate) messages: MessageArgs,
}

/// The compiler that takes the C, as typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum TargetArg {
    /// 6c, 8c, 5c
    Plan9,
    /// gcc
    Gcc,
    /// Today's Go compiler, by dialect gc
    Gc,
}

impl Cli {
    /// The arguments of a command line. Where there are none to act on, what clap has to say has been said.
    ///
    /// # Errors
    /// How the run ends then.
    pub(crate) fn parse_args(args: &[OsString]) -> Result<Cli, Exit> {
        // It lives as long as the program: to free it costs more than half of what it cost to make.
        let mut command = ManuallyDrop::new(Cli::command());
        let parsed = command.try_get_matches_from_mut(args);
        let parsed = parsed.and_then(|mut matches| match Cli::from_arg_matches_mut(&mut matches) {
            Ok(cli) if cli.lacks_input() => Err(command.error(ErrorKind::MissingRequiredArgument, MISSING)),
            parsed => parsed.map_err(|error| error.format(&mut command)),
        });
        parsed.map_err(|error| {
            let _ = error.print();
            if error.use_stderr() { Exit::Usage } else { Exit::Success }
        })
    }

    /// Whether the arguments name nothing to do.
    fn lacks_input(&self) -> bool {
        let other = self.command.is_some() || self.version || self.generate.is_some();
        self.inputs.is_empty() && self.emit != Some(Emit::Prelude) && !other
    }

    /// The flags about messages.
    pub(crate) fn messages(&self) -> &MessageArgs {
        match &self.command {
            Some(Command::Check(args)) => &args.messages,
            Some(Command::Verify(args)) => &args.messages,
            Some(Command::Bind(args)) => &args.messages,
            Some(Command::Init(args)) => &args.messages,
            Some(Command::Explain(args)) => &args.messages,
            None => &self.messages,
        }
    }
}

fn dialect_parser() -> impl TypedValueParser<Value = Dialect> {
    let values = Dialect::ALL
        .map(|dialect| PossibleValue::new(dialect.name()).aliases(dialect.traits().aliases.iter().copied()));
    PossibleValuesParser::new(values).try_map(|name| name.parse())
}

fn parse_prefix_map(text: &str) -> Result<(String, String), String> {
    match text.split_once('=') {
        Some((old, new)) => Ok((old.to_owned(), new.to_owned())),
        None => Err("expected OLD=NEW".into()),
    }
}
