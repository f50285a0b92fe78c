//! The arguments as they are meant: resolved once, into types, with everything that can be refused before a file is
//! read. Knows nothing of clap's ways and does nothing itself.

use std::path::{Path, PathBuf};

use goc2c::command::args::{Expanded, environment};
use goc2c::command::destination::{Destination, Habit};
use goc2c::command::ending::plan_files;
use goc2c::command::explain::{Explanations, GOC2C};
use goc2c::command::file::display;
use goc2c::command::generate::Generate;
use goc2c::command::jobs;
use goc2c::command::messages::MessageFormat;
use goc2c::command::naming::OutName;
use goc2c::command::output::FileArgs;
use goc2c::gc::Machine;
use goc2c::gotypes::make::Choice;
use goc2c::step::Step;
use goc2c::{Dialect, Options, OptionsError, ReportForm, Target, UnknownName, host_arch, host_os};

use crate::bind::Binding;
use crate::cli::{Cli, Command, Emit, TargetArg};
use crate::commands::{Comparison, Verification};
use crate::init::Start;
use crate::types::TypesWork;
use crate::version::version;

/// What a command line asks for.
pub(crate) enum Request {
    /// A text on standard output.
    Print(Vec<u8>),
    /// Man pages or completions: on standard output, or in a folder.
    Generate(Generate, Option<PathBuf>, Habit),
    /// Files.
    Make(Box<Making>),
    /// Whether `.goc` files and Go files say the same.
    Compare(Comparison),
    /// Whether a program has what `.goc` files give.
    Verify(Verification),
    /// Files to start from, for a C library.
    Bind(Binding),
    /// A package to start from.
    Start(Start),
}

/// Files to make, and what goes with them.
pub(crate) struct Making {
    pub(crate) work: Work,
    pub(crate) files: FileArgs,
    /// The text of the depfile, if one is wanted.
    pub(crate) depfile: Option<Vec<u8>>,
}

/// What files are made of.
pub(crate) enum Work {
    /// `.goc` files.
    Translate(Translation),
    /// goc.h, which needs no input.
    Prelude(Destination),
    /// The `.goc` files of a package of dialect gc.
    Gc(GcWork),
    /// The Go types that `.goc` files name.
    Types(TypesWork),
}

/// A package of dialect gc.
pub(crate) struct GcWork {
    pub(crate) step: Step,
    /// Where the files go.
    pub(crate) folder: PathBuf,
    /// The form of a report of the stack, where that is wanted in place of the files.
    pub(crate) report: Option<ReportForm>,
    /// Where the report goes.
    pub(crate) output: Destination,
}

/// `.goc` files to translate.
pub(crate) struct Translation {
    pub(crate) options: Options,
    pub(crate) form: Form,
    pub(crate) jobs: Vec<Job>,
    /// How many jobs are done side by side.
    pub(crate) threads: usize,
}

/// What becomes of a `.goc` file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    C,
    Layout(ReportForm),
    Go,
    Header,
}

/// An input and where its translation goes.
pub(crate) struct Job {
    pub(crate) input: Input,
    pub(crate) output: Destination,
}

/// What is translated.
pub(crate) enum Input {
    /// Standard input, and what `#line` and messages call it.
    Stdin(String),
    /// A file.
    File(PathBuf),
}

/// Resolves a command line; `format` is the form of messages.
///
/// # Errors
/// What does not go together, in words.
pub(crate) fn resolve(cli: Cli, expanded: &Expanded, format: MessageFormat) -> Result<Request, String> {
    match cli.command {
        Some(Command::Check(args)) => return Comparison::of(args).map(Request::Compare),
        Some(Command::Verify(args)) => return Verification::of(args).map(Request::Verify),
        Some(Command::Bind(args)) => return Binding::of(args).map(Request::Bind),
        Some(Command::Init(args)) => return Start::of(args).map(Request::Start),
        Some(Command::Explain(args)) => {
            let text = args.text(&[Explanations::parse("goc2c", GOC2C)])?;
            return Ok(Request::Print(text.into_bytes()));
        }
        None => {}
    }
    if let Some(what) = cli.generate {
        return Ok(Request::Generate(what, cli.out_dir, cli.files.habit()));
    }
    if cli.version {
        return Ok(Request::Print(version(cli.verbose).into_bytes()));
    }
    if cli.target == Some(TargetArg::Gc)
        && cli.dialect != Some(Dialect::Gc)
        && cli.emit != Some(Emit::Prelude)
    {
        return Err(format!("`--target gc` goes with `--dialect {}`", Dialect::Gc));
    }
    let work = match (gc_report(&cli, format)?, form(&cli, format)) {
        _ if cli.emit == Some(Emit::Types) => Work::Types(TypesWork::of(&cli)?),
        (Some(report), _) => Work::Gc(GcWork::of(&cli, report)?),
        (None, None) => Work::Prelude(prelude_output(&cli)?),
        (None, Some(form)) => Work::Translate(Translation::of(&cli, form)?),
    };
    let depfile = match &work {
        // What it reads and writes is known once it is made.
        Work::Gc(_) | Work::Types(_) => None,
        work => plan_files(&cli.files, &work.inputs(), &work.reasons(), expanded)?,
    };
    Ok(Request::Make(Box::new(Making { work, files: cli.files, depfile })))
}

/// Whether the files of dialect gc are wanted, or the report in their place.
fn gc_report(cli: &Cli, format: MessageFormat) -> Result<Option<Option<ReportForm>>, String> {
    let report = match format {
        MessageFormat::Json => ReportForm::Json,
        _ => ReportForm::Table,
    };
    match (cli.dialect, cli.emit) {
        (Some(Dialect::Gc), None) => Ok(Some(None)),
        (Some(Dialect::Gc) | None, Some(Emit::Stack)) => Ok(Some(Some(report))),
        (Some(other), Some(Emit::Stack)) => {
            Err(format!("dialect `{other}` leaves the stack to others: `--dialect {}`", Dialect::Gc))
        }
        _ => Ok(None),
    }
}

/// What becomes of the inputs; none where nothing is read.
fn form(cli: &Cli, format: MessageFormat) -> Option<Form> {
    match (cli.emit.unwrap_or(Emit::C), format) {
        (Emit::C | Emit::Stack, _) => Some(Form::C),
        (Emit::Layout, MessageFormat::Json) => Some(Form::Layout(ReportForm::Json)),
        (Emit::Layout, _) => Some(Form::Layout(ReportForm::Table)),
        (Emit::Go, _) => Some(Form::Go),
        (Emit::Header, _) => Some(Form::Header),
        (Emit::Prelude | Emit::Types, _) => None,
    }
}

fn prelude_output(cli: &Cli) -> Result<Destination, String> {
    if !cli.inputs.is_empty() || cli.out_name.is_some() {
        return Err("`--emit prelude` takes no FILE and no `--out-name`: `--emit prelude -o goc.h`".into());
    }
    Ok(match &cli.out_dir {
        Some(folder) => Destination::File(folder.join("goc.h")),
        None => single_output(cli),
    })
}

/// Where the one output goes.
pub(crate) fn single_output(cli: &Cli) -> Destination {
    Destination::from_arg(cli.output.as_deref().unwrap_or(Path::new("-")))
}

impl Form {
    /// What outputs are called that have no name of their own.
    fn default_name(self) -> &'static str {
        match self {
            Form::C | Form::Layout(_) => "{stem}.c",
            // Not {stem}.go, which is what a person calls the file beside X.goc.
            Form::Go => "{stem}_goc.go",
            Form::Header => "{stem}.h",
        }
    }

    /// Whether options can have this form.
    fn check(self, options: &Options) -> Result<(), OptionsError> {
        options.check()?;
        match self {
            Form::C => Ok(()),
            Form::Layout(_) if options.frame_arch().is_none() => Err(OptionsError::NoFrame),
            Form::Layout(_) => Ok(()),
            Form::Go | Form::Header => options.check_go_side(),
        }
    }
}

impl Translation {
    fn of(cli: &Cli, form: Form) -> Result<Translation, String> {
        let options = options(cli, form);
        form.check(&options).map_err(|error| error.to_string())?;
        let jobs = plan_jobs(cli, form, &options)?;
        let threads = jobs::threads(cli.jobs, jobs.len());
        Ok(Translation { options, form, jobs, threads })
    }
}

impl GcWork {
    fn of(cli: &Cli, report: Option<ReportForm>) -> Result<GcWork, String> {
        if cli.inputs.iter().any(|input| input == Path::new("-")) {
            return Err("dialect `gc` takes the files of a package by their names, not standard input".into());
        }
        if let Some(other) = cli.inputs.iter().find(|input| NOT_C.contains(&extension(input))) {
            return Err(format!("dialect `gc` takes .goc files and files of C, not `{}`", display(other)));
        }
        if cli.out_name.is_some() {
            return Err(
                "the files of dialect `gc` have the names that Go wants: leave out `--out-name`".into()
            );
        }
        let machines = machines(cli.arch.as_deref())?;
        let cflags = cli.step.cflags()?;
        let beside = || {
            cli.inputs
                .iter()
                .find(|input| !is_c(input))
                .and_then(|input| input.parent())
                .map(Path::to_owned)
                .unwrap_or_default()
        };
        if let Some(file) = cli.inputs.iter().find(|input| is_c(input)).filter(|_| cli.fallback.is_some()) {
            return Err(format!(
                "`--fallback cgo` has no place for `{}`: include it in a .goc file",
                display(file)
            ));
        }
        let folder = match report {
            None => cli.output.clone().or(cli.out_dir.clone()).unwrap_or_else(beside),
            Some(_) => PathBuf::new(),
        };
        let step = Step {
            inputs: cli.inputs.clone(),
            machines,
            compilers: cli.step.cc.clone(),
            found: Vec::new(),
            cflags,
            tag: cli.step.tag.clone(),
            fallback: cli.fallback.is_some(),
            terms: cli.step.terms()?,
            arena: cli.step.arena,
            choice: Choice::of(Dialect::Gc, &system(cli.os.as_ref())),
            most_faults: cli.messages.most(),
        };
        Ok(GcWork { step, folder, report, output: single_output(cli) })
    }
}

/// Whether a path is that of a file of C.
pub(crate) fn is_c(path: &Path) -> bool {
    path.extension().is_some_and(|end| end == "c")
}

/// Endings of what a person may think of beside them.
const NOT_C: [&str; 8] = ["cpp", "cc", "cxx", "h", "hpp", "go", "s", "o"];

/// What a file's name ends in, without the dot.
pub(crate) fn extension(path: &Path) -> &str {
    path.extension().and_then(|end| end.to_str()).unwrap_or_default()
}

/// The machines of `--arch`, each once.
fn machines(arch: Option<&str>) -> Result<Vec<Machine>, String> {
    let Some(arch) = arch else { return Ok(Machine::ALL.to_vec()) };
    let mut machines = Vec::new();
    for name in arch.split(',') {
        machines.push(name.parse().map_err(|unknown: UnknownName| unknown.to_string())?);
    }
    machines.sort_unstable();
    machines.dedup();
    Ok(machines)
}

/// The options of a translation. The environment counts where a flag is missing.
pub(crate) fn options(cli: &Cli, form: Form) -> Options {
    let dialect = cli.dialect.unwrap_or(match form {
        // Only one has these.
        Form::Go | Form::Header => Dialect::Gccgo11,
        Form::C | Form::Layout(_) => Dialect::default(),
    });
    let target = match (cli.target, cli.sixg, cli.gcc) {
        (Some(TargetArg::Plan9), ..) | (None, true, _) => Target::Plan9,
        (Some(TargetArg::Gcc | TargetArg::Gc), ..) | (None, _, true) => Target::Gcc,
        (None, false, false) if dialect.is_gccgo() => Target::Gcc,
        (None, false, false) => Target::Plan9,
    };
    Options {
        dialect,
        target,
        os: system(cli.os.as_ref()),
        arch: architecture(cli.arch.as_ref()),
        pkgpath: cli.go_pkgpath.clone(),
        prefix: cli.go_prefix.clone(),
        line_directives: !cli.no_line,
        prefix_maps: cli.file_prefix_map.clone(),
        max_faults: cli.messages.most(),
    }
}

/// The system that is meant.
pub(crate) fn system(flag: Option<&String>) -> String {
    or_environment(flag, "GOOS", host_os())
}

/// The architecture that is meant.
pub(crate) fn architecture(flag: Option<&String>) -> String {
    or_environment(flag, "GOARCH", host_arch())
}

fn or_environment(flag: Option<&String>, name: &str, host: &str) -> String {
    flag.cloned().or_else(|| environment(name)).unwrap_or_else(|| host.to_owned())
}

fn plan_jobs(cli: &Cli, form: Form, options: &Options) -> Result<Vec<Job>, String> {
    let name = OutName {
        template: cli.out_name.as_deref().unwrap_or(form.default_name()),
        values: vec![("os", &options.os), ("arch", &options.arch), ("dialect", options.dialect.name())],
    };
    let many = cli.out_dir.is_some() || cli.out_name.is_some();
    if cli.inputs.len() > 1 && !many {
        return Err("several inputs need a place each: `--out-dir DIR`".into());
    }
    let mut jobs = Vec::with_capacity(cli.inputs.len());
    for input in &cli.inputs {
        let is_stdin = input == Path::new("-");
        let output = if many {
            let folder = cli.out_dir.as_deref().or_else(|| input.parent()).unwrap_or(Path::new(""));
            let named = match (is_stdin, &cli.stdin_name) {
                (false, _) => input.as_path(),
                (true, Some(name)) => Path::new(name),
                (true, None) => {
                    return Err("standard input needs `--stdin-name NAME` to name its output".into());
                }
            };
            Destination::File(folder.join(name.apply(named).map_err(|error| error.to_string())?))
        } else {
            single_output(cli)
        };
        let input = match is_stdin {
            true => Input::Stdin(cli.stdin_name.clone().unwrap_or_else(|| "<stdin>".into())),
            false => Input::File(input.clone()),
        };
        jobs.push(Job { input, output });
    }
    if jobs.iter().filter(|job| matches!(job.input, Input::Stdin(_))).count() > 1 {
        return Err("standard input can be read only once".into());
    }
    Ok(jobs)
}

impl Work {
    /// The files that are read.
    fn inputs(&self) -> Vec<&Path> {
        match self {
            Work::Gc(work) => work.step.inputs.iter().map(PathBuf::as_path).collect(),
            Work::Types(work) => work.inputs.iter().map(PathBuf::as_path).collect(),
            Work::Translate(translation) => {
                translation.jobs.iter().filter_map(|job| job.input.file()).collect()
            }
            Work::Prelude(_) => Vec::new(),
        }
    }

    /// Where the files go.
    pub(crate) fn outputs(&self) -> Vec<&Destination> {
        match self {
            Work::Gc(_) => Vec::new(),
            Work::Types(work) => vec![&work.output],
            Work::Translate(translation) => translation.jobs.iter().map(|job| &job.output).collect(),
            Work::Prelude(output) => vec![output],
        }
    }

    /// The outputs, each with what messages call the reason for it.
    fn reasons(&self) -> Vec<(String, &Destination)> {
        match self {
            Work::Gc(_) | Work::Types(_) => Vec::new(),
            Work::Translate(translation) => {
                translation.jobs.iter().map(|job| (job.input.shown(), &job.output)).collect()
            }
            Work::Prelude(output) => vec![("`--emit prelude`".into(), output)],
        }
    }
}

impl Input {
    fn file(&self) -> Option<&Path> {
        match self {
            Input::Stdin(_) => None,
            Input::File(path) => Some(path),
        }
    }

    /// The file's path, or `-`.
    pub(crate) fn path(&self) -> &Path {
        self.file().unwrap_or(Path::new("-"))
    }

    /// What messages call it.
    fn shown(&self) -> String {
        match self {
            Input::Stdin(_) => "standard input".into(),
            Input::File(path) => format!("`{}`", display(path)),
        }
    }
}
