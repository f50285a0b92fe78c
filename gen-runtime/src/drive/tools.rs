//! Steps of a plan that this program does itself when it is called for them: goc2c, and objects behind the
//! members of an archive.

use std::fs;

use gen_runtime::driver::archive::append;
use goc2c::command::Exit;
use goc2c::command::messages::Messages;
use goc2c::command::output::{FileError, Habit, bytes_of, write_file};
use goc2c::diagnostic::Report;
use goc2c::{Failure, Options, Source, Target, transpile};

use super::args::{ArchiveArgs, Goc2cArgs};
use crate::run::Trouble;

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
    let text = fs::read(&args.input).map_err(FileError::new("read", &args.input))?;
    let mut source = Source::from_bytes(bytes_of(args.input.as_os_str()), &text);
    let mut c = Vec::new();
    match transpile(&mut source, &options, &mut c) {
        Ok(warnings) => {
            warnings.iter().for_each(|warning| messages.show(&Report::new(&source, warning)));
            write_file(&args.output, &c, Habit::Changed)?;
            Ok(Exit::Success)
        }
        Err(Failure::Faults(faults)) => {
            faults.list.iter().for_each(|fault| messages.show(&Report::new(&source, fault)));
            messages.hide(faults.more);
            Err(Trouble::Told)
        }
        Err(Failure::Options(error)) => Err(Trouble::Usage(error.to_string())),
        Err(Failure::Read(error)) => Err(FileError::new("read", &args.input)(error).into()),
        Err(Failure::Write(error)) => Err(FileError::new("write", &args.output)(error).into()),
    }
}

pub(crate) fn archive(args: &ArchiveArgs) -> Result<Exit, Trouble> {
    let mut archive = fs::read(&args.base).map_err(FileError::new("read", &args.base))?;
    for object in &args.objects {
        let bytes = fs::read(object).map_err(FileError::new("read", object))?;
        append(&mut archive, object.file_name().map_or(b"", bytes_of), &bytes);
    }
    write_file(&args.output, &archive, Habit::Changed)?;
    Ok(Exit::Success)
}
