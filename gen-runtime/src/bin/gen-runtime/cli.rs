//! The command line of gen-runtime: arguments as they are typed, and the options that they stand for.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use gen_runtime::{Form, Options, Product, StructPrefix};
use goc2c::command::explain::ExplainArgs;
use goc2c::command::generate::Generate;

use crate::args::{CommonArgs, GoVersionArgs, Labelled, PlainArgs, TreeArgs, VersionArgs, parse_labelled};
use crate::drive::args::Drive;

/// Generate a runtime package's headers and Go files from what its C compiler tells of its declarations.
///
/// The files are what the chosen release's own program wrote, byte for byte.
#[derive(Debug, Parser)]
#[command(name = "gen-runtime", version, disable_version_flag = true)]
#[command(arg_required_else_help = true, after_help = EXAMPLES)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Option<Task>,
    /// Print the version; with --verbose, how it was built
    #[arg(short = 'V', long)]
    pub(crate) version: bool,
    /// Print a man page or a shell's completions; with --out-dir, write them to files
    #[arg(long, value_enum, value_name = "WHAT", hide_short_help = true)]
    pub(crate) generate: Option<Generate>,
    /// With --generate, write to DIR
    #[arg(long, value_name = "DIR", requires = "generate", hide_short_help = true)]
    pub(crate) out_dir: Option<PathBuf>,
    /// With --version, say how it was built
    #[arg(short, long, requires = "version", hide_short_help = true)]
    pub(crate) verbose: bool,
}

const EXAMPLES: &str = "\
Examples:
  gen-runtime zasm --os linux --arch amd64 --dialect go1.2 -o zasm_linux_amd64.h proc.acid
  gen-runtime zruntime-defs --os linux --arch amd64 --dialect go1.1 -o z.go proc.godefs iface.godefs
  gen-runtime all --os linux --arch arm --acid proc.acid --defs *.godefs --out-dir gen
  gen-runtime symabis --for runtime --from syscall=syscall.symabis --append runtime.symabis

Exit status: 0 all is well, 1 errors in the input or outputs out of date, 2 a wrong command line,
3 a file or a program that cannot be used, 70 an internal error.";

#[derive(Debug, Subcommand)]
pub(crate) enum Task {
    /// Makes files.
    #[command(flatten)]
    Generate(Box<Command>),
    /// Runs programs.
    #[command(flatten)]
    Drive(Box<Drive>),
    /// Say more about an error: why it is one, and an example put right
    Explain(ExplainArgs),
}

#[derive(Debug, Subcommand)]
#[command(defer = true)]
pub(crate) enum Command {
    /// Offsets and constants for assembly, from acid text (6c -a)
    Zasm(ZasmArgs),
    /// Declarations for Go, from those of several C files (6c -q)
    ZruntimeDefs(InputsArgs),
    /// The architecture as a constant of Go
    Zgoarch(PlainArgs),
    /// The system as a constant of Go
    Zgoos(PlainArgs),
    /// Where Go is installed, and its version, as constants of Go
    Zversion(ZversionArgs),
    /// Assembly that the platform needs
    Zsys(PlainArgs),
    /// The experiments for C
    Zexperiment(PlainArgs),
    /// The C compilers that a tree's go command calls, as constants of Go
    Zdefaultcc(ZdefaultccArgs),
    /// The names of a compiler's opcodes, from its go.h
    Opnames(InputArgs),
    /// The names of an assembler's opcodes, from its [568].out.h
    Anames(InputArgs),
    /// The references that other packages' assembly makes, from what assemblers print (-gensymabis)
    Symabis(SymabisArgs),
    /// The version of a tree, from its VERSION files, git or Mercurial
    Version(VersionArgs),
    /// Every file of a platform, under its historical name
    All(AllArgs),
}

#[derive(Debug, Args)]
pub(crate) struct InputArgs {
    /// The file to read; `-` for standard input
    #[arg(value_name = "FILE")]
    pub(crate) input: PathBuf,
    #[command(flatten)]
    pub(crate) plain: PlainArgs,
}

#[derive(Debug, Args)]
pub(crate) struct InputsArgs {
    /// The files to read, in order; `-` for standard input
    #[arg(value_name = "FILE", required = true)]
    pub(crate) inputs: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) plain: PlainArgs,
}

#[derive(Debug, Args)]
pub(crate) struct ZasmArgs {
    #[command(flatten)]
    pub(crate) input: InputArgs,
    #[command(flatten)]
    pub(crate) facts: FactArgs,
    /// Write a C file that proves the offsets and sizes to any C compiler
    #[arg(long, value_name = "FILE", help_heading = "Files")]
    pub(crate) emit_asserts: Option<PathBuf>,
}

/// The flags about what `zasm` looks for, and in which form it is written.
#[derive(Debug, Args)]
pub(crate) struct FactArgs {
    /// Look for a struct and put PREFIX_ before its fields; may be repeated
    #[arg(long = "struct", value_name = "NAME=PREFIX", value_parser = parse_struct)]
    structs: Vec<StructPrefix>,
    /// Look for no other structs than those
    #[arg(long)]
    only: bool,
    /// Write PREFIX__size too
    #[arg(long)]
    sizes: bool,
    /// The form of offsets and constants
    #[arg(long, value_enum, value_name = "FORM", default_value = "c")]
    format: FormArg,
    /// The package of Go constants
    #[arg(long, value_name = "NAME", default_value = "runtime")]
    package: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum FormArg {
    /// #define, after what the release's assembly needs
    C,
    /// Constants of Go
    Go,
    /// A JSON object
    Json,
}

#[derive(Debug, Args)]
pub(crate) struct ZversionArgs {
    #[command(flatten)]
    pub(crate) tree: TreeArgs,
    #[command(flatten)]
    pub(crate) version: GoVersionArgs,
    #[command(flatten)]
    pub(crate) plain: PlainArgs,
}

#[derive(Debug, Args)]
pub(crate) struct ZdefaultccArgs {
    /// The C compiler
    #[arg(long, value_name = "PROG", default_value = "gcc")]
    pub(crate) cc: String,
    /// The C++ compiler
    #[arg(long, value_name = "PROG", default_value = "g++")]
    pub(crate) cxx: String,
    #[command(flatten)]
    pub(crate) plain: PlainArgs,
}

#[derive(Debug, Args)]
pub(crate) struct SymabisArgs {
    /// What another package's assembler printed, and which package that was; may be repeated
    #[arg(long, value_name = "[PKG=]FILE", required_unless_present = "pairs", value_parser = parse_labelled)]
    pub(crate) from: Vec<Labelled>,
    /// List the packages of Go's library that refer to each other so, and the assembly to leave out
    #[arg(long)]
    pub(crate) pairs: bool,
    /// Keep only references to symbols of PKG
    #[arg(long = "for", value_name = "PKG")]
    pub(crate) package: Option<String>,
    /// Write after what FILE holds, the package's own, which stays as it is
    #[arg(long, value_name = "FILE", conflicts_with = "append")]
    pub(crate) own: Option<PathBuf>,
    /// Append to FILE, the package's own, which is made if it is not there
    #[arg(long, value_name = "FILE", conflicts_with = "output", help_heading = "Files")]
    pub(crate) append: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) plain: PlainArgs,
}

#[derive(Debug, Args)]
pub(crate) struct AllArgs {
    /// Acid text of proc.c
    #[arg(long, value_name = "FILE")]
    pub(crate) acid: PathBuf,
    /// Declarations of Go, in order
    #[arg(long, value_name = "FILE", required = true, num_args = 1..)]
    pub(crate) defs: Vec<PathBuf>,
    /// Write to DIR
    #[arg(long, value_name = "DIR", help_heading = "Files")]
    pub(crate) out_dir: PathBuf,
    #[command(flatten)]
    pub(crate) tree: TreeArgs,
    #[command(flatten)]
    pub(crate) version: GoVersionArgs,
    #[command(flatten)]
    pub(crate) common: CommonArgs,
}

impl Command {
    /// The file of a runtime that the command makes, if it is one.
    pub(crate) fn product(&self) -> Option<Product> {
        match self {
            Command::Zasm(_) => Some(Product::Zasm),
            Command::ZruntimeDefs(_) => Some(Product::ZruntimeDefs),
            Command::Zgoarch(_) => Some(Product::Zgoarch),
            Command::Zgoos(_) => Some(Product::Zgoos),
            Command::Zversion(_) => Some(Product::Zversion),
            Command::Zsys(_) => Some(Product::Zsys),
            Command::Zexperiment(_) => Some(Product::Zexperiment),
            _ => None,
        }
    }

    /// The tree whose version is wanted for a file, and what is told of the version.
    pub(crate) fn version(&self) -> Option<(&TreeArgs, &GoVersionArgs)> {
        match self {
            Command::Zversion(args) => Some((&args.tree, &args.version)),
            Command::All(args) => Some((&args.tree, &args.version)),
            _ => None,
        }
    }

    /// The flags that all commands share.
    pub(crate) fn common(&self) -> &CommonArgs {
        match self {
            Command::Zasm(args) => &args.input.plain.common,
            Command::ZruntimeDefs(args) => &args.plain.common,
            Command::Zgoarch(args)
            | Command::Zgoos(args)
            | Command::Zsys(args)
            | Command::Zexperiment(args) => &args.common,
            Command::Zversion(args) => &args.plain.common,
            Command::Zdefaultcc(args) => &args.plain.common,
            Command::Opnames(args) | Command::Anames(args) => &args.plain.common,
            Command::Symabis(args) => &args.plain.common,
            Command::Version(args) => &args.plain.common,
            Command::All(args) => &args.common,
        }
    }

    /// The options that the arguments stand for. The environment counts where a flag is missing.
    pub(crate) fn options(&self) -> Options {
        let common = self.common();
        let options = Options {
            strict: common.strict,
            max_faults: common.messages.most(),
            ..common.platform.options()
        };
        let Command::Zasm(ZasmArgs { facts, .. }) = self else { return options };
        Options {
            usual_structs: !facts.only,
            structs: facts.structs.clone(),
            sizes: facts.sizes,
            form: match facts.format {
                FormArg::C => Form::C,
                FormArg::Go => Form::Go,
                FormArg::Json => Form::Json,
            },
            package: facts.package.clone(),
            ..options
        }
    }
}

fn parse_struct(text: &str) -> Result<StructPrefix, String> {
    match text.split_once('=') {
        Some((name, prefix)) => Ok(StructPrefix { name: name.into(), prefix: prefix.into() }),
        None => Err("expected NAME=PREFIX".into()),
    }
}
