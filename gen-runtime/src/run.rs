//! A run of gen-runtime: what is read, what is made of it, where it goes, and how the run ends.
//!
//! Everything is made before anything is written, so that a fault leaves all outputs as they were.

use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use clap::{CommandFactory, Parser};
use gen_runtime::fault::Findings;
use gen_runtime::symabis::{Assembled, PAIRS, Pair};
use gen_runtime::{Failure, Made, Options, OptionsError, Product};
use goc2c::Source;
use goc2c::command::Exit;
use goc2c::command::args;
use goc2c::command::ending::{
    plan_files, print_outputs, print_text, tell_file_error, tell_finished, write_side_files,
};
use goc2c::command::messages::{MessageArgs, Messages};
use goc2c::command::output::{Destination, FileError, bytes_of, display};
use goc2c::command::staging::Staging;
use goc2c::diagnostic::Report;

use crate::cli::{Cli, Command, Task, TreeArgs};
use crate::drive::args::with_long_flags;
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
    let texts = make(command, &options, &plan, messages)?;
    let mut stagings = Vec::with_capacity(texts.len());
    for (output, text) in plan.outputs.iter().zip(&texts) {
        let mut staging = Staging::new(output, files.habit())?;
        let shown = output.file().unwrap_or(Path::new("standard output"));
        staging.write_all(text).map_err(FileError::new("write", shown))?;
        stagings.push((output, staging));
    }
    let mut exit = Exit::Success;
    for (output, staging) in stagings {
        let finished = staging.finish()?;
        exit = exit.max(tell_finished(finished, output, messages));
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
struct Plan {
    inputs: Vec<PathBuf>,
    outputs: Vec<Destination>,
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
                let path = |product: Product| args.out_dir.join(product.file_name(options));
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

/// The texts of the plan's outputs; fewer where an output turned out not to be due.
fn make(
    command: &Command,
    options: &Options,
    plan: &Plan,
    messages: &mut Messages,
) -> Result<Vec<Vec<u8>>, Trouble> {
    let bytes = plan.inputs.iter().map(|path| read(path)).collect::<Result<Vec<_>, _>>()?;
    let named = |(path, bytes): (&PathBuf, _)| {
        let name = if path == Path::new("-") { b"<stdin>" } else { bytes_of(path.as_os_str()) };
        Source::from_bytes(name, bytes)
    };
    let mut sources: Vec<_> = plan.inputs.iter().zip(bytes.iter().map(Vec::as_slice)).map(named).collect();
    let text = |made: Made| vec![made.text];
    match command {
        Command::Zasm(_) => {
            let made = tell(gen_runtime::zasm(&sources[0], options), &sources, messages)?;
            Ok(if options.asserts { vec![made.text, made.asserts] } else { vec![made.text] })
        }
        Command::ZruntimeDefs(_) => {
            tell(gen_runtime::zruntime_defs(&sources, options), &sources, messages).map(text)
        }
        Command::Zgoarch(_) => tell(gen_runtime::zgoarch(options), &sources, messages).map(text),
        Command::Zgoos(_) => tell(gen_runtime::zgoos(options), &sources, messages).map(text),
        Command::Zsys(_) => tell(gen_runtime::zsys(options), &sources, messages).map(text),
        Command::Zexperiment(_) => tell(gen_runtime::zexperiment(options), &sources, messages).map(text),
        Command::Opnames(_) => tell(gen_runtime::opnames(&sources[0], options), &sources, messages).map(text),
        Command::Anames(_) => tell(gen_runtime::anames(&sources[0], options), &sources, messages).map(text),
        Command::Zversion(args) => {
            make_zversion(&args.tree, args.go_version.as_deref(), options, messages).map(text)
        }
        Command::Version(args) => {
            let version = tree::version(&folder(&args.tree)?)?;
            let line = [&version.text[..], b"\n"].concat();
            Ok(if version.from_history { vec![line, version.text] } else { vec![line] })
        }
        Command::Symabis(args) => {
            let own = match (&args.own, &args.append) {
                (Some(path), _) => read(path)?,
                (None, Some(path)) if path.exists() => read(path)?,
                _ => Vec::new(),
            };
            let assembled =
                |(from, source): (&crate::cli::From, _)| Assembled { package: from.package.clone(), source };
            let assembled: Vec<_> = args.from.iter().zip(sources.drain(..)).map(assembled).collect();
            let result = gen_runtime::symabis(&own, &assembled, args.package.as_deref(), options);
            let sources: Vec<_> = assembled.into_iter().map(|assembled| assembled.source).collect();
            tell(result, &sources, messages).map(text)
        }
        Command::All(args) => {
            let (acid, defs) = sources.split_at(1);
            let mut texts = Vec::new();
            let mut faulty = false;
            for product in Product::of(options.release) {
                let made = match product {
                    Product::Zasm => tell(gen_runtime::zasm(&acid[0], options), acid, messages),
                    Product::ZruntimeDefs => tell(gen_runtime::zruntime_defs(defs, options), defs, messages),
                    Product::Zgoarch => tell(gen_runtime::zgoarch(options), &[], messages),
                    Product::Zgoos => tell(gen_runtime::zgoos(options), &[], messages),
                    Product::Zversion => {
                        make_zversion(&args.tree, args.go_version.as_deref(), options, messages)
                    }
                    Product::Zsys => tell(gen_runtime::zsys(options), &[], messages),
                    Product::Zexperiment => tell(gen_runtime::zexperiment(options), &[], messages),
                };
                match made {
                    Ok(made) => texts.push(made.text),
                    // The faults of the other input are worth knowing too.
                    Err(Trouble::Told) => faulty = true,
                    Err(trouble) => return Err(trouble),
                }
            }
            if faulty { Err(Trouble::Told) } else { Ok(texts) }
        }
    }
}

fn make_zversion(
    tree: &TreeArgs,
    version: Option<&str>,
    options: &Options,
    messages: &mut Messages,
) -> Result<Made, Trouble> {
    let folder = folder(tree)?;
    let version = match version {
        Some(version) => version.as_bytes().to_vec(),
        None => tree::version(&folder)?.text,
    };
    tell(gen_runtime::zversion(options, bytes_of(folder.as_os_str()), &version), &[], messages)
}

pub(crate) fn folder(tree: &TreeArgs) -> Result<PathBuf, Trouble> {
    tree.folder().map_err(|error| Trouble::Usage(error.into()))
}

fn read(path: &Path) -> Result<Vec<u8>, FileError> {
    if path != Path::new("-") {
        return fs::read(path).map_err(FileError::new("read", path));
    }
    let mut bytes = Vec::new();
    io::stdin()
        .lock()
        .read_to_end(&mut bytes)
        .map_err(FileError::new("read", Path::new("standard input")))?;
    Ok(bytes)
}

/// Shows what was found in the inputs.
fn tell(
    result: Result<Made, Failure>,
    sources: &[Source<'_>],
    messages: &mut Messages,
) -> Result<Made, Trouble> {
    let mut show = |found: &Findings| {
        let known = found.list.iter().filter_map(|found| Some((sources.get(found.input)?, &found.fault)));
        known.for_each(|(source, fault)| messages.show(&Report::new(source, fault)));
        messages.hide(found.more);
    };
    match result {
        Ok(made) => {
            show(&made.warnings);
            Ok(made)
        }
        Err(Failure::Faults(found)) => {
            show(&found);
            Err(Trouble::Told)
        }
        Err(Failure::Options(error)) => Err(error.into()),
    }
}
