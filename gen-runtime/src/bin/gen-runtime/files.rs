//! The files that a generator reads and writes, as its arguments have it.

use std::path::{Path, PathBuf};

use gen_runtime::{Options, Product};
use goc2c::command::output::{Destination, display};

use crate::cli::Command;
use crate::tree;
use crate::trouble::Trouble;

/// What messages call an output.
pub(crate) fn reason(output: &Destination) -> String {
    format!("the output `{}`", display(output.file().unwrap_or(Path::new("-"))))
}

/// The files that a command reads and writes.
pub(crate) struct Files {
    pub(crate) inputs: Vec<PathBuf>,
    pub(crate) outputs: Vec<Destination>,
}

impl Files {
    /// Those of a command.
    pub(crate) fn of(command: &Command, options: &Options) -> Result<Files, Trouble> {
        let single = |output: &Path| vec![Destination::from_arg(output)];
        let files = match command {
            Command::Zasm(args) => {
                options.check(Product::Zasm)?;
                let mut outputs = single(&args.input.plain.output.output);
                outputs.extend(args.emit_asserts.as_deref().map(Destination::from_arg));
                Files { inputs: vec![args.input.input.clone()], outputs }
            }
            Command::ZruntimeDefs(args) => {
                Files { inputs: args.inputs.clone(), outputs: single(&args.plain.output.output) }
            }
            Command::Zgoarch(args)
            | Command::Zgoos(args)
            | Command::Zsys(args)
            | Command::Zexperiment(args) => {
                Files { inputs: Vec::new(), outputs: single(&args.output.output) }
            }
            Command::Zversion(args) => {
                Files { inputs: Vec::new(), outputs: single(&args.plain.output.output) }
            }
            Command::Zdefaultcc(args) => {
                Files { inputs: Vec::new(), outputs: single(&args.plain.output.output) }
            }
            Command::Opnames(args) | Command::Anames(args) => {
                Files { inputs: vec![args.input.clone()], outputs: single(&args.plain.output.output) }
            }
            Command::Symabis(args) => Files {
                inputs: args.from.iter().map(|from| from.file.clone()).collect(),
                outputs: single(args.append.as_ref().unwrap_or(&args.plain.output.output)),
            },
            Command::Version(args) => {
                let mut outputs = single(&args.plain.output.output);
                if args.cache {
                    let folder = args.tree.folder().map_err(|error| Trouble::Usage(error.into()))?;
                    outputs.push(Destination::File(folder.join(tree::CACHE)));
                }
                Files { inputs: Vec::new(), outputs }
            }
            Command::All(args) => {
                Product::of(options.release).try_for_each(|product| options.check(product))?;
                let path = |product: Product| args.out_dir.join(product.file_name(&options.platform));
                Files {
                    inputs: std::iter::once(&args.acid).chain(&args.defs).cloned().collect(),
                    outputs: Product::of(options.release).map(|it| Destination::File(path(it))).collect(),
                }
            }
        };
        files.check()?;
        Ok(files)
    }

    /// That standard input is read once.
    fn check(&self) -> Result<(), Trouble> {
        if self.inputs.iter().filter(|input| *input == Path::new("-")).count() > 1 {
            return Err(Trouble::Usage("standard input can be read only once".into()));
        }
        Ok(())
    }
}
