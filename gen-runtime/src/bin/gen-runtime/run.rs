//! A run of gen-runtime: what is read, where what is made of it goes, and how the run ends.
//!
//! Everything is made before anything is written, so that a fault leaves all outputs as they were.

use std::path::{Path, PathBuf};

use clap::{CommandFactory, Parser};
use gen_runtime::symabis::{PAIRS, Pair};
use gen_runtime::{Options, OptionsError, Product};
use goc2c::command::Exit;
use goc2c::command::args;
use goc2c::command::ending::{
    plan_files, print_outputs, print_text, tell_file_error, tell_finished, write_side_files,
};
use goc2c::command::messages::{MessageArgs, Messages};
use goc2c::command::output::{Destination, FileError, display};

use crate::cli::{Cli, Command, Task};
use crate::drive::args::with_long_flags;
use crate::make::make;
use crate::tree::{self, TreeError};

/// Runs the command line of this process.
pub(crate) fn run() -> Exit {
    let expanded = args::expand(with_long_flags(std::env::args_os()));
    let cli = match Cli::try_parse_from(&expanded.args) {
        Ok(cli) => cli,
        Err(error) => {
            let _ = error.print();
            return if error.use_stderr() { Exit::Usage } else { Exit::Success };
        }
    };
    let command = match (cli.generate, cli.command) {
        (Some(what), _) => {
            let mut messages = Messages::new("gen-runtime", &MessageArgs::default());
            return print_text(&what.text(Cli::command()), &mut messages);
        }
        (None, Some(Task::Generate(command))) => command,
        (None, Some(Task::Drive(drive))) => {
            let mut messages = Messages::new("gen-runtime", drive.messages());
            let exit = drive.run(&mut messages).unwrap_or_else(|trouble| trouble.tell(&mut messages));
            messages.finish();
            return exit;
        }
        (None, None) => return Exit::Usage,
    };
    let mut messages = Messages::new("gen-runtime", &command.common().messages);
    if matches!(&command, Command::Symabis(args) if args.pairs) {
        return print_pairs(&mut messages);
    }
    messages.errors_only = command.common().no_warnings;
    let exit =
        generate(&command, &expanded, &mut messages).unwrap_or_else(|trouble| trouble.tell(&mut messages));
    messages.finish();
    exit
}

/// The known pairs, one a line: the package, who refers to it, and the start of file names to leave out.
fn print_pairs(messages: &mut Messages) -> Exit {
    let line = |pair: &Pair| format!("{}\t{}\t{}\n", pair.package, pair.from, pair.without.unwrap_or("-"));
    print_text(PAIRS.iter().map(line).collect::<String>().as_bytes(), messages)
}

/// What ends a run early.
pub(crate) enum Trouble {
    /// The command line is at fault.
    Usage(String),
    /// A file is.
    File(FileError),
    /// A program or a tree is.
    Tree(TreeError),
    /// An input is, which has been told.
    Told,
}

impl From<FileError> for Trouble {
    fn from(error: FileError) -> Self {
        Trouble::File(error)
    }
}

impl From<TreeError> for Trouble {
    fn from(error: TreeError) -> Self {
        Trouble::Tree(error)
    }
}

impl From<OptionsError> for Trouble {
    fn from(error: OptionsError) -> Self {
        Trouble::Usage(error.to_string())
    }
}

impl Trouble {
    fn tell(self, messages: &mut Messages) -> Exit {
        match self {
            Trouble::Usage(error) => {
                messages.trouble(&error);
                Exit::Usage
            }
            Trouble::File(error) => tell_file_error(&error, messages),
            Trouble::Tree(error) => {
                messages.trouble(&error);
                Exit::Io
            }
            Trouble::Told => Exit::Faults,
        }
    }
}

fn generate(command: &Command, expanded: &args::Expanded, messages: &mut Messages) -> Result<Exit, Trouble> {
    let options = command.options();
    let plan = Plan::new(command, &options)?;
    let files = &command.common().files;
    let inputs: Vec<_> = plan.inputs.iter().map(PathBuf::as_path).collect();
    let outputs: Vec<_> = plan.outputs.iter().map(|output| (reason(output), output)).collect();
    let depfile = plan_files(files, &inputs, &outputs, expanded).map_err(Trouble::Usage)?;
    if files.print.is_some() {
        return Ok(print_outputs(&plan.outputs, messages));
    }
    let stages = make(command, &options, &plan, messages)?;
    let mut exit = Exit::Success;
    for stage in stages {
        let output = stage.output;
        exit = exit.max(tell_finished(stage.staging.finish()?, output, messages));
    }
    if exit == Exit::Success {
        write_side_files(files, depfile)?;
    }
    Ok(exit)
}

/// What messages call an output.
fn reason(output: &Destination) -> String {
    format!("the output `{}`", display(output.file().unwrap_or(Path::new("-"))))
}

/// The files that a command reads and writes.
pub(crate) struct Plan {
    pub(crate) inputs: Vec<PathBuf>,
    pub(crate) outputs: Vec<Destination>,
}

impl Plan {
    fn new(command: &Command, options: &Options) -> Result<Plan, Trouble> {
        let single = |output: &Path| vec![Destination::from_arg(output)];
        let plan = match command {
            Command::Zasm(args) => {
                options.check(Product::Zasm)?;
                let mut outputs = single(&args.input.plain.output.output);
                outputs.extend(args.emit_asserts.as_deref().map(Destination::from_arg));
                Plan { inputs: vec![args.input.input.clone()], outputs }
            }
            Command::ZruntimeDefs(args) => {
                Plan { inputs: args.inputs.clone(), outputs: single(&args.plain.output.output) }
            }
            Command::Zgoarch(args)
            | Command::Zgoos(args)
            | Command::Zsys(args)
            | Command::Zexperiment(args) => Plan { inputs: Vec::new(), outputs: single(&args.output.output) },
            Command::Zversion(args) => {
                Plan { inputs: Vec::new(), outputs: single(&args.plain.output.output) }
            }
            Command::Opnames(args) | Command::Anames(args) => {
                Plan { inputs: vec![args.input.clone()], outputs: single(&args.plain.output.output) }
            }
            Command::Symabis(args) => Plan {
                inputs: args.from.iter().map(|from| from.file.clone()).collect(),
                outputs: single(args.append.as_ref().unwrap_or(&args.plain.output.output)),
            },
            Command::Version(args) => {
                let mut outputs = single(&args.plain.output.output);
                if args.cache {
                    let folder = args.tree.folder().map_err(|error| Trouble::Usage(error.into()))?;
                    outputs.push(Destination::File(folder.join(tree::CACHE)));
                }
                Plan { inputs: Vec::new(), outputs }
            }
            Command::All(args) => {
                Product::of(options.release).try_for_each(|product| options.check(product))?;
                let path = |product: Product| args.out_dir.join(product.file_name(&options.platform));
                Plan {
                    inputs: std::iter::once(&args.acid).chain(&args.defs).cloned().collect(),
                    outputs: Product::of(options.release).map(|it| Destination::File(path(it))).collect(),
                }
            }
        };
        plan.check()?;
        Ok(plan)
    }

    /// That standard input is read once.
    fn check(&self) -> Result<(), Trouble> {
        if self.inputs.iter().filter(|input| *input == Path::new("-")).count() > 1 {
            return Err(Trouble::Usage("standard input can be read only once".into()));
        }
        Ok(())
    }
}
