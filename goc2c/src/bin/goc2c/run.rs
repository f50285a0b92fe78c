//! A run of goc2c: what is translated to where, in which order things happen, and how the run ends.

use std::fs::File;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use clap::error::ErrorKind;
use clap::{CommandFactory, Parser};
use goc2c::command::Exit;
use goc2c::command::args::{self, Expanded};
use goc2c::command::ending::{
    plan_files, print_outputs, print_text, tell_file_error, tell_finished, write_side_files,
};
use goc2c::command::jobs;
use goc2c::command::messages::{MessageFormat, Messages};
use goc2c::command::naming::OutName;
use goc2c::command::output::{Destination, FileError, Finished, bytes_of, display};
use goc2c::command::staging::Staging;
use goc2c::diagnostic::Report;
use goc2c::{
    Failure, Headers, Options, OptionsError, ReportForm, Source, prelude, report_layout, transpile,
    write_go_declarations, write_header,
};

use crate::cli::{Cli, Command, Emit};
use crate::{prelude_copy, run_check};

/// Runs the command line of this process.
pub(crate) fn run() -> Exit {
    let expanded = args::expand(std::env::args_os());
    let cli = match Cli::try_parse_from(&expanded.args) {
        Ok(cli) => cli,
        Err(error) => {
            let _ = error.print();
            return if error.use_stderr() { Exit::Usage } else { Exit::Success };
        }
    };
    if let Some(Command::Check(args)) = &cli.command {
        let mut messages = Messages::new("goc2c", &args.messages);
        let exit = run_check::run(args, &mut messages);
        messages.finish();
        return exit;
    }
    if cli.lacks_input() {
        const MISSING: &str = "the following required arguments were not provided:\n  <FILE>...";
        let _ = Cli::command().error(ErrorKind::MissingRequiredArgument, MISSING).print();
        return Exit::Usage;
    }
    let mut messages = Messages::new("goc2c", &cli.messages);
    let exit = match cli.generate {
        Some(what) => print_text(&what.text(Cli::command()), &mut messages),
        None if cli.version => print_version(&cli, &mut messages),
        None => translate(&cli, &expanded, &mut messages),
    };
    messages.finish();
    exit
}

/// An input and where its translation goes.
struct Job {
    input: PathBuf,
    output: Destination,
}

/// How a job ended.
struct Done {
    reports: Vec<Report>,
    more: usize,
    trouble: Option<FileError>,
    finished: Option<Finished>,
}

fn translate(cli: &Cli, expanded: &Expanded, messages: &mut Messages) -> Exit {
    let options = cli.options();
    let checked = match (options.check(), cli.emit) {
        (Ok(()), Emit::Go | Emit::Header) => options.check_go_side(),
        (Ok(()), Emit::Layout) if options.frame_arch().is_none() => Err(OptionsError::NoFrame),
        (checked, _) => checked,
    };
    if let Err(error) = checked {
        messages.trouble(&error);
        return Exit::Usage;
    }
    let planned = plan_jobs(cli, &options).and_then(|jobs| {
        let inputs: Vec<_> = jobs.iter().map(|job| job.input.as_path()).collect();
        let outputs: Vec<_> = jobs.iter().map(|job| (reason(&job.input), &job.output)).collect();
        let depfile = plan_files(&cli.files, &inputs, &outputs, expanded)?;
        Ok((jobs, depfile))
    });
    let (jobs, depfile) = match planned {
        Ok(planned) => planned,
        Err(error) => {
            messages.trouble(&error);
            return Exit::Usage;
        }
    };
    if cli.files.print.is_some() {
        return print_outputs(jobs.iter().map(|job| &job.output), messages);
    }
    let mut exit = Exit::Success;
    let threads = jobs::threads(cli.jobs, jobs.len());
    let mut ended = jobs.iter();
    jobs::for_each_in_order(
        &jobs,
        threads,
        |job| run_job(job, cli, &options),
        |done| {
            let output = ended.next().map(|job| &job.output);
            exit = exit.max(tell(done, output, messages));
        },
    );
    if options.dialect.traits().headers == Headers::Go && matches!(cli.emit, Emit::C | Emit::Header) {
        prelude_copy::warn_of_others(jobs.iter().filter_map(|job| job.output.file()), messages);
    }
    if exit == Exit::Success
        && let Err(error) = write_side_files(&cli.files, depfile)
    {
        messages.trouble(&error);
        exit = Exit::Io;
    }
    exit
}

fn plan_jobs(cli: &Cli, options: &Options) -> Result<Vec<Job>, String> {
    if cli.emit == Emit::Prelude {
        return plan_prelude(cli);
    }
    let name = OutName {
        template: cli.out_name.as_deref().unwrap_or(cli.emit.default_name()),
        values: vec![("os", &options.os), ("arch", &options.arch), ("dialect", options.dialect.name())],
    };
    let many = cli.out_dir.is_some() || cli.out_name.is_some();
    if cli.inputs.len() > 1 && !many {
        return Err("several inputs need a place each: `--out-dir DIR`".into());
    }
    let mut jobs = Vec::with_capacity(cli.inputs.len());
    for input in &cli.inputs {
        let output = if many {
            let folder = cli.out_dir.as_deref().or_else(|| input.parent()).unwrap_or(Path::new(""));
            let named = if is_stdin(input) { named_stdin(cli)? } else { input };
            Destination::File(folder.join(name.apply(named).map_err(|error| error.to_string())?))
        } else {
            Destination::from_arg(cli.output.as_deref().unwrap_or(Path::new("-")))
        };
        jobs.push(Job { input: input.clone(), output });
    }
    if jobs.iter().filter(|job| is_stdin(&job.input)).count() > 1 {
        return Err("standard input can be read only once".into());
    }
    Ok(jobs)
}

/// goc.h has no input: its job stands for standard input, and never reads it.
fn plan_prelude(cli: &Cli) -> Result<Vec<Job>, String> {
    if !cli.inputs.is_empty() || cli.out_name.is_some() {
        return Err("`--emit prelude` takes no FILE and no `--out-name`: `--emit prelude -o goc.h`".into());
    }
    let output = match &cli.out_dir {
        Some(folder) => Destination::File(folder.join("goc.h")),
        None => Destination::from_arg(cli.output.as_deref().unwrap_or(Path::new("-"))),
    };
    Ok(vec![Job { input: "-".into(), output }])
}

/// What messages call an input's output.
fn reason(input: &Path) -> String {
    if is_stdin(input) { "standard input".into() } else { format!("`{}`", display(input)) }
}

fn is_stdin(input: &Path) -> bool {
    input == Path::new("-")
}

fn named_stdin(cli: &Cli) -> Result<&Path, String> {
    cli.stdin_name
        .as_deref()
        .map(Path::new)
        .ok_or_else(|| "standard input needs `--stdin-name NAME` to name its output".into())
}

fn run_job(job: &Job, cli: &Cli, options: &Options) -> Done {
    let mut done = Done { reports: Vec::new(), more: 0, trouble: None, finished: None };
    match try_job(job, cli, options, &mut done) {
        Ok(finished) => done.finished = finished,
        Err(error) => done.trouble = Some(error),
    }
    done
}

fn try_job(job: &Job, cli: &Cli, options: &Options, done: &mut Done) -> Result<Option<Finished>, FileError> {
    let habit = cli.files.habit();
    let shown = job.output.file().unwrap_or(Path::new("standard output"));
    if cli.emit == Emit::Prelude {
        let mut staging = Staging::new(&job.output, habit)?;
        staging.write_all(prelude::TEXT.as_bytes()).map_err(FileError::new("write", shown))?;
        return staging.finish().map(Some);
    }
    let mut source = if is_stdin(&job.input) {
        let name = cli.stdin_name.as_deref().unwrap_or("<stdin>");
        Source::from_reader(name, io::stdin().lock()).standard_input()
    } else {
        let file = File::open(&job.input).map_err(FileError::new("read", &job.input))?;
        let length = file.metadata().map_or(0, |metadata| metadata.len());
        Source::from_reader(bytes_of(job.input.as_os_str()), file).expecting(length)
    };
    let mut staging = Staging::new(&job.output, habit)?;
    let result = match (cli.emit, cli.messages.message_format) {
        (Emit::Go, _) => write_go_declarations(&mut source, options, &mut staging),
        (Emit::Header, _) => write_header(&mut source, options, &mut staging),
        (Emit::C | Emit::Prelude, _) => transpile(&mut source, options, &mut staging),
        (Emit::Layout, format) => {
            let form = match format {
                MessageFormat::Json => ReportForm::Json,
                MessageFormat::Human | MessageFormat::Short => ReportForm::Table,
            };
            report_layout(&mut source, options, form)
                .and_then(|report| staging.write_all(report.as_bytes()).map_err(Failure::Write))
                .map(|()| Vec::new())
        }
    };
    match result {
        Ok(warnings) => {
            // What is warned of is C's, so it is told with the C.
            let warnings = if cli.emit == Emit::C { warnings } else { Vec::new() };
            done.reports = warnings.iter().map(|warning| Report::new(&source, warning)).collect();
            staging.finish().map(Some)
        }
        Err(Failure::Faults(faults)) => {
            done.reports = faults.list.iter().map(|fault| Report::new(&source, fault)).collect();
            done.more = faults.more;
            Ok(None)
        }
        Err(Failure::Read(error)) => Err(FileError::new("read", &job.input)(error)),
        Err(Failure::Write(error)) => Err(FileError::new("write", shown)(error)),
        Err(Failure::Options(error)) => Err(FileError::new("write", shown)(io::Error::other(error))),
    }
}

/// Says what a job had to say; the exit code that it asks for.
fn tell(done: Done, output: Option<&Destination>, messages: &mut Messages) -> Exit {
    done.reports.iter().for_each(|report| messages.show(report));
    messages.hide(done.more);
    match (done.trouble, done.finished, output) {
        (Some(error), ..) => tell_file_error(&error, messages),
        (None, Some(finished), Some(output)) => tell_finished(finished, output, messages),
        _ if done.reports.is_empty() && done.more == 0 => Exit::Success,
        _ => Exit::Faults,
    }
}

fn print_version(cli: &Cli, messages: &mut Messages) -> Exit {
    let mut text = format!("goc2c {}\n", env!("CARGO_PKG_VERSION"));
    if cli.verbose {
        let dialects = goc2c::Dialect::ALL.map(|dialect| {
            let aliases = dialect.traits().aliases.join(", ");
            if aliases.is_empty() { dialect.to_string() } else { format!("{dialect} ({aliases})") }
        });
        text += &format!("dialects: {}\n", dialects.join(", "));
        text += &format!("architectures: {}\n", goc2c::ARCHES.each_ref().map(|arch| arch.name).join(", "));
        text += &format!("host: {} {}\n", goc2c::host_os(), goc2c::host_arch());
    }
    print_text(text.as_bytes(), messages)
}
