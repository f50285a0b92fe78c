//! Steps of a plan that this program does itself when it is called for them: goc2c, and objects after the members
//! of an archive.

use std::fs;
use std::path::{Path, PathBuf};

use gen_runtime::driver::dist::archive::{MAGIC, append};
use goc2c::command::Exit;
use goc2c::command::depfile::render_depfile;
use goc2c::command::messages::Messages;
use goc2c::command::output::{FileError, Habit, bytes_of, write_file};
use goc2c::diagnostic::Report;
use goc2c::gotypes::make::{Choice, Wanted, make_types, read_files};
use goc2c::gotypes::sizes::sizes_of;
use goc2c::{Failure, Options, Source, Target, prelude, transpile, write_go_declarations};

use super::args::{ArchiveArgs, Beside, Goc2cArgs};
use crate::trouble::Trouble;

pub(crate) fn goc2c(args: &Goc2cArgs, messages: &mut Messages) -> Result<Exit, Trouble> {
    let options = Options {
        dialect: args.goc,
        target: if args.goc.is_gccgo() { Target::Gcc } else { Target::Plan9 },
        os: args.os.clone(),
        arch: args.arch.clone(),
        pkgpath: args.go_pkgpath.clone(),
        max_faults: args.messages.most(),
        ..Options::default()
    };
    if args.emit == Some(Beside::Types) {
        return types(args, messages);
    }
    let Some(input) = args.inputs.first().filter(|_| args.emit != Some(Beside::Prelude)) else {
        write_file(&args.output, prelude::TEXT.as_bytes(), Habit::Changed)?;
        return Ok(Exit::Success);
    };
    let text = fs::read(input).map_err(FileError::new("read", input))?;
    let mut source = Source::from_bytes(bytes_of(input.as_os_str()), &text);
    let mut made = Vec::new();
    let result = match args.emit {
        // The warnings are about C, and told with it.
        Some(_) => write_go_declarations(&mut source, &options, &mut made).map(|_| Vec::new()),
        None => transpile(&mut source, &options, &mut made),
    };
    match result {
        Ok(warnings) => {
            warnings.iter().for_each(|warning| messages.show(&Report::new(&source, warning)));
            write_file(&args.output, &made, Habit::Changed)?;
            Ok(Exit::Success)
        }
        Err(Failure::Faults(faults)) => {
            faults.list.iter().for_each(|fault| messages.show(&Report::new(&source, fault)));
            messages.hide(faults.more);
            Err(Trouble::Told)
        }
        Err(Failure::Options(error)) => Err(Trouble::Usage(error.to_string())),
        Err(Failure::Read(error)) => Err(FileError::new("read", input)(error).into()),
        Err(Failure::Write(error)) => Err(FileError::new("write", &args.output)(error).into()),
    }
}

/// Writes the header of the Go types that a package's `.goc` files name.
fn types(args: &Goc2cArgs, messages: &mut Messages) -> Result<Exit, Trouble> {
    let sizes = [sizes_of(&args.arch).map_err(|error| Trouble::Usage(error.to_string()))?];
    let cgo = args.tags.iter().any(|tag| tag == "cgo");
    let choice = Choice { os: args.os.clone(), tags: args.tags.clone(), cgo, root: None };
    let wanted = Wanted {
        dialect: args.goc,
        sizes: &sizes,
        choice: &choice,
        go_files: None,
        most_faults: args.messages.most(),
    };
    let goc = read_files(&args.inputs, messages).map_err(Trouble::Ended)?;
    let made = make_types(&goc, &wanted, messages).map_err(Trouble::Ended)?;
    if let Some(depfile) = &args.depfile {
        write_rule(depfile, &args.output, &made.read, Habit::Changed)?;
    }
    write_file(&args.output, made.text.as_bytes(), Habit::Changed)?;
    Ok(Exit::Success)
}

/// Writes a depfile: what was read for an output.
pub(super) fn write_rule(
    depfile: &Path,
    output: &Path,
    read: &[PathBuf],
    habit: Habit,
) -> Result<(), Trouble> {
    let rule = render_depfile([output], read.iter().map(PathBuf::as_path), &[]);
    write_file(depfile, &rule.map_err(|error| Trouble::Usage(error.to_string()))?, habit)?;
    Ok(())
}

pub(crate) fn archive(args: &ArchiveArgs) -> Result<Exit, Trouble> {
    let mut archive = fs::read(&args.base).map_err(FileError::new("read", &args.base))?;
    if !archive.starts_with(MAGIC) {
        return Err(Trouble::Usage(format!(
            "`{}` is no archive, which would start with `!<arch>`",
            args.base.display()
        )));
    }
    for object in &args.objects {
        let bytes = fs::read(object).map_err(FileError::new("read", object))?;
        append(&mut archive, object.file_name().map_or(b"", bytes_of), &bytes);
    }
    write_file(&args.output, &archive, Habit::Changed)?;
    Ok(Exit::Success)
}
