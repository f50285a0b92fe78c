//! One job: an input is read, and what comes of it is put in its place.

use std::fs::File;
use std::io::{self, Write};
use std::path::Path;

use goc2c::command::Exit;
use goc2c::command::destination::{Destination, Finished, Habit};
use goc2c::command::ending::{tell_file_error, tell_finished};
use goc2c::command::file::{FileError, bytes_of};
use goc2c::command::messages::Messages;
use goc2c::command::staging::Staging;
use goc2c::diagnostic::Report;
use goc2c::fault::Fault;
use goc2c::{Failure, Source, report_layout, transpile, write_go_declarations, write_header};

use crate::request::{Form, Input, Job, Translation};

/// How a job ended.
pub(crate) struct Done {
    /// What there is to say, and the source that holds its places: a report has many times the size of a fault, so each
    /// is made when it is shown.
    said: Option<(Source<'static>, Vec<Fault>)>,
    /// How many faults there are beyond those.
    more: usize,
    /// Where the output goes, and what became of it; none where the input is at fault.
    finished: Result<Option<Finished>, FileError>,
}

/// Does a job. What is to be said of it is left to [`tell`], so that jobs are told in their order.
pub(crate) fn translate(job: &Job, translation: &Translation, habit: Habit) -> Done {
    let mut done = Done { said: None, more: 0, finished: Ok(None) };
    done.finished = try_job(job, translation, habit, &mut done);
    done
}

/// Says what a job had to say; the exit code that it asks for.
pub(crate) fn tell(done: Done, output: &Destination, messages: &mut Messages) -> Exit {
    if let Some((source, faults)) = &done.said {
        faults.iter().for_each(|fault| messages.show(&Report::new(source, fault)));
    }
    messages.hide(done.more);
    match done.finished {
        Ok(Some(finished)) => tell_finished(finished, output, messages),
        Ok(None) => Exit::Faults,
        Err(error) => tell_file_error(&error, messages),
    }
}

fn try_job(
    job: &Job,
    translation: &Translation,
    habit: Habit,
    done: &mut Done,
) -> Result<Option<Finished>, FileError> {
    let mut source = open(&job.input)?;
    let mut staging = Staging::new(&job.output, habit)?;
    let shown = job.output.file().unwrap_or(Path::new("standard output"));
    let Translation { options, form, .. } = translation;
    let result = match form {
        Form::C => transpile(&mut source, options, &mut staging),
        Form::Go => write_go_declarations(&mut source, options, &mut staging),
        Form::Header => write_header(&mut source, options, &mut staging),
        Form::Layout(form) => report_layout(&mut source, options, *form)
            .and_then(|report| staging.write_all(report.as_bytes()).map_err(Failure::Write))
            .map(|()| Vec::new()),
    };
    match result {
        Ok(warnings) => {
            // What is warned of is C's, so it is told with the C.
            if *form == Form::C && !warnings.is_empty() {
                done.said = Some((source, warnings));
            }
            staging.finish().map(Some)
        }
        Err(Failure::Faults(faults)) => {
            done.said = Some((source, faults.list));
            done.more = faults.more;
            Ok(None)
        }
        Err(Failure::Read(error)) => Err(FileError::new("read", job.input.path())(error)),
        Err(Failure::Write(error)) => Err(FileError::new("write", shown)(error)),
        Err(Failure::Options(error)) => Err(FileError::new("write", shown)(io::Error::other(error))),
    }
}

fn open(input: &Input) -> Result<Source<'static>, FileError> {
    match input {
        Input::Stdin(name) => Ok(Source::from_reader(name.as_str(), io::stdin()).standard_input()),
        Input::File(path) => {
            let file = File::open(path).map_err(FileError::new("read", path))?;
            let length = file.metadata().map_or(0, |metadata| metadata.len());
            Ok(Source::from_reader(bytes_of(path.as_os_str()), file).expecting(length))
        }
    }
}
