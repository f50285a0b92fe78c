//! How each command makes its outputs: the inputs are read whole, and what is made of them goes to a stage, from which
//! nothing leaves before all of it is there.

use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use gen_runtime::fault::Findings;
use gen_runtime::symabis::Assembled;
use gen_runtime::{Failure, Options, Product};
use goc2c::Source;
use goc2c::command::messages::Messages;
use goc2c::command::output::{Destination, FileError, bytes_of};
use goc2c::command::staging::Staging;
use goc2c::diagnostic::Report;

use crate::args::{Labelled, TreeArgs, VersionArgs};
use crate::cli::{Command, SymabisArgs};
use crate::files::Files;
use crate::tree;
use crate::trouble::Trouble;

/// An output that is being made.
pub(crate) struct Stage<'p> {
    pub(crate) output: &'p Destination,
    pub(crate) staging: Staging,
}

/// Makes a command's outputs; those that turn out not to be due are not among them.
pub(crate) fn make<'p>(
    command: &Command,
    options: &Options,
    files: &'p Files,
    messages: &mut Messages,
) -> Result<Vec<Stage<'p>>, Trouble> {
    let bytes = files.inputs.iter().map(|path| read(path)).collect::<Result<Vec<_>, _>>()?;
    let named = |(path, bytes): (&PathBuf, _)| {
        let name = if path == Path::new("-") { b"<stdin>" } else { bytes_of(path.as_os_str()) };
        Source::from_bytes(name, bytes)
    };
    let sources: Vec<_> = files.inputs.iter().zip(bytes.iter().map(Vec::as_slice)).map(named).collect();
    let habit = command.common().files.habit();
    let stage = |output| Ok(Stage { output, staging: Staging::new(output, habit)? });
    let mut stages = files.outputs.iter().map(stage).collect::<Result<Vec<_>, FileError>>()?;
    match command {
        Command::Symabis(args) => make_symabis(args, options, sources, &mut stages[0], messages)?,
        Command::Version(args) => make_version(args, &mut stages)?,
        Command::All(_) => {
            let (acid, defs) = sources.split_at(1);
            let mut faulty = false;
            for (product, stage) in Product::of(options.release).zip(&mut stages) {
                let sources = if product == Product::Zasm { acid } else { defs };
                let stages = std::slice::from_mut(stage);
                let made = make_product(product, command, sources, options, stages, messages);
                match made {
                    // The faults of the other input are worth knowing too.
                    Err(Trouble::Told) => faulty = true,
                    made => made?,
                }
            }
            if faulty {
                return Err(Trouble::Told);
            }
        }
        Command::Zdefaultcc(args) => {
            let (cc, cxx) = (args.cc.as_bytes(), args.cxx.as_bytes());
            let result = gen_runtime::zdefaultcc(options, cc, cxx, &mut stages[0].staging);
            tell(result, stages[0].output, &sources, messages)?;
        }
        Command::Opnames(_) => {
            let result = gen_runtime::opnames(&sources[0], options, &mut stages[0].staging);
            tell(result, stages[0].output, &sources, messages)?;
        }
        Command::Anames(_) => {
            let result = gen_runtime::anames(&sources[0], options, &mut stages[0].staging);
            tell(result, stages[0].output, &sources, messages)?;
        }
        _ => {
            if let Some(product) = command.product() {
                make_product(product, command, &sources, options, &mut stages, messages)?;
            }
        }
    }
    Ok(stages)
}

/// A file of a runtime, from its inputs. Where a second output is wanted, it proves the first.
fn make_product(
    product: Product,
    command: &Command,
    sources: &[Source<'_>],
    options: &Options,
    stages: &mut [Stage<'_>],
    messages: &mut Messages,
) -> Result<(), Trouble> {
    let Some((stage, more)) = stages.split_first_mut() else { return Ok(()) };
    let out = &mut stage.staging;
    let result = match product {
        Product::Zasm => {
            let proof = more.first_mut().map(|proof| &mut proof.staging as &mut dyn Write);
            gen_runtime::zasm(&sources[0], options, out, proof)
        }
        Product::ZruntimeDefs => gen_runtime::zruntime_defs(sources, options, out),
        Product::Zgoarch => gen_runtime::zgoarch(options, out),
        Product::Zgoos => gen_runtime::zgoos(options, out),
        Product::Zversion => {
            let Some((tree, version)) = command.version() else { return Ok(()) };
            let folder = folder(tree)?;
            gen_runtime::zversion(options, bytes_of(folder.as_os_str()), &version.of(&folder)?, out)
        }
        Product::Zsys => gen_runtime::zsys(options, out),
        Product::Zexperiment => gen_runtime::zexperiment(options, out),
    };
    tell(result, stage.output, sources, messages)
}

fn make_version(args: &VersionArgs, stages: &mut Vec<Stage<'_>>) -> Result<(), Trouble> {
    let version = tree::version(&folder(&args.tree)?)?;
    if !version.from_history {
        stages.truncate(1);
    }
    // The cache holds no newline.
    for (stage, ending) in stages.iter_mut().zip(["\n", ""]) {
        let text = [&version.text[..], ending.as_bytes()].concat();
        stage.staging.write_all(&text).map_err(write_error(stage.output))?;
    }
    Ok(())
}

fn make_symabis(
    args: &SymabisArgs,
    options: &Options,
    sources: Vec<Source<'_>>,
    stage: &mut Stage<'_>,
    messages: &mut Messages,
) -> Result<(), Trouble> {
    let own = match (&args.own, &args.append) {
        (Some(path), _) => read(path)?,
        (None, Some(path)) if path.exists() => read(path)?,
        _ => Vec::new(),
    };
    let assembled = |(from, source): (&Labelled, _)| Assembled { package: from.package.clone(), source };
    let assembled: Vec<_> = args.from.iter().zip(sources).map(assembled).collect();
    let result = gen_runtime::symabis(&own, &assembled, args.package.as_deref(), options, &mut stage.staging);
    let sources: Vec<_> = assembled.into_iter().map(|assembled| assembled.source).collect();
    tell(result, stage.output, &sources, messages)
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

fn write_error(output: &Destination) -> impl FnOnce(io::Error) -> FileError {
    FileError::new("write", output.file().unwrap_or(Path::new("standard output")))
}

/// Shows what was found in the inputs of an output.
fn tell(
    result: Result<Findings, Failure>,
    output: &Destination,
    sources: &[Source<'_>],
    messages: &mut Messages,
) -> Result<(), Trouble> {
    let (found, told) = match result {
        Ok(warnings) => (warnings, Ok(())),
        Err(Failure::Faults(found)) => (found, Err(Trouble::Told)),
        Err(Failure::Options(error)) => return Err(error.into()),
        Err(Failure::Write(error)) => return Err(write_error(output)(error).into()),
    };
    let known = found.list.iter().filter_map(|found| Some((sources.get(found.input)?, &found.fault)));
    known.for_each(|(source, fault)| messages.show(&Report::new(source, fault)));
    messages.hide(found.more);
    told
}
