//! The commands on packages of one's own: what their arguments and the environment stand for, and what is done with the
//! plan.

mod list;
pub(super) mod tools;

use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};

use engine::{Plan, Root};
use gen_runtime::driver::OWN;
use gen_runtime::driver::go_command::flags::Flags;
use gen_runtime::driver::packages::build::{Build, Output};
use gen_runtime::driver::packages::fault::{Blame, PackageError};
use gen_runtime::driver::packages::load::Loading;
use gen_runtime::driver::packages::targets::{TargetError, Targets, targets};
use gen_runtime::driver::paths::clean;
use goc2c::command::Exit;
use goc2c::command::args::environment;
use goc2c::command::ending::print_text;
use goc2c::command::messages::Messages;
use goc2c::command::output::{FileError, bytes_of, display};
use goc2c::diagnostic::{Remark, Severity};
use goc2c::gopkg::fault::{ReadError, path_fault};
use goc2c::gopkg::files::Context;

use self::tools::toolchain;
use super::args::RunArgs;
use super::cgo_settings;
use super::packages_args::{BuildArgs, InstallArgs, ListArgs, PackagesArgs, StartArgs};
use super::perform::{self, Manner, absolute, home_around, program};
use crate::trouble::Trouble;

/// A build, and where it is at home.
struct Ready {
    build: Build,
    home: PathBuf,
}

/// `build`
pub(crate) fn build(args: &BuildArgs, messages: &mut Messages) -> Result<Exit, Trouble> {
    let output = args.output.as_deref().map(output).transpose()?;
    let Some(ready) = ready(&args.packages, &args.run, messages)? else { return Ok(Exit::Success) };
    // What is not wanted is made out of sight.
    let output = match output {
        Some(Output::File(file)) if file == Path::new(NULL) => {
            Some(Output::File(ready.build.work.join("null")))
        }
        output => output,
    };
    let is_file = matches!(output, Some(Output::File(_)));
    let (exit, _) = ready.with(output).make(&args.run, args.fail_fast, messages, |loading| {
        match is_file && loading.asked > 1 {
            true => Err(Trouble::Usage("`-o FILE` is for one package: `-o FOLDER/` takes several".into())),
            false => Ok(()),
        }
    })?;
    Ok(exit)
}

/// `install`
pub(crate) fn install(args: &InstallArgs, messages: &mut Messages) -> Result<Exit, Trouble> {
    if args.packages.place.tree.is_named() {
        let why = "is for packages of one's own: `gen-runtime dist install DIR` is for those of a tree";
        return Err(Trouble::Usage(format!("`gen-runtime install` {why}")));
    }
    let Some(ready) = ready(&args.packages, &args.run, messages)? else { return Ok(Exit::Success) };
    let platform = &ready.build.context.platform;
    let usual = ready.home.join(OWN).join("pkg").join(format!("{}_{}", platform.os, platform.arch));
    let bin = args.bin_dir.clone().or_else(|| environment("GOBIN").map(PathBuf::from));
    let installed = Output::Installed {
        programs: bin.as_deref().map(absolute).transpose()?,
        archives: args.pkg_dir.as_deref().map(absolute).transpose()?.unwrap_or(usual),
    };
    let (exit, _) = ready.with(Some(installed)).make(&args.run, args.fail_fast, messages, |_| Ok(()))?;
    Ok(exit)
}

/// `run`: what is built takes the place of this process.
pub(crate) fn run(args: &StartArgs, messages: &mut Messages) -> Result<Exit, Trouble> {
    let Some(ready) = ready(&args.packages, &args.run, messages)? else { return Ok(Exit::Success) };
    let place = ready.build.work.join("run");
    let ready = ready.with(Some(Output::Folder(place.clone())));
    let mut program = None;
    let (exit, is_made) = ready.make(&args.run, true, messages, |loading| {
        let mut asked = loading.packages.iter().filter(|it| it.package.asked);
        match (asked.next(), asked.next()) {
            (Some(only), None) if only.package.is_program() => {
                program = Some(only.program.clone());
                Ok(())
            }
            (Some(_), Some(_)) => Err(Trouble::Usage("`run` takes one program".into())),
            (Some(other), None) => {
                let path = &other.package.path;
                Err(Trouble::Usage(format!("`{path}` is no program: `run` takes package main")))
            }
            (None, _) => Ok(()),
        }
    })?;
    let Some(program) = program.filter(|_| is_made && exit == Exit::Success) else { return Ok(exit) };
    messages.finish();
    let path = place.join(program);
    let error = std::process::Command::new(&path).args(&args.args).exec();
    Err(FileError::new("run", &path)(error).into())
}

/// `list`
pub(crate) fn list(args: &ListArgs, messages: &mut Messages) -> Result<Exit, Trouble> {
    let Some(ready) = ready(&args.packages, &RunArgs::default(), messages)? else { return Ok(Exit::Success) };
    let mut loading = ready.build.load();
    let exit = tell(std::mem::take(&mut loading.errors), messages);
    let text = if args.json { list::json(&loading) } else { list::text(&loading) };
    Ok(exit.max(print_text(text.as_bytes(), messages)))
}

/// What the arguments stand for; nothing where they name nothing, which is told.
fn ready(args: &PackagesArgs, run: &RunArgs, messages: &mut Messages) -> Result<Option<Ready>, Trouble> {
    let platform = args.place.platform.platform();
    let current = clean(&absolute(Path::new("."))?);
    let found = targets(&args.targets, &current).map_err(|error| match error {
        TargetError::Usage(text) => Trouble::Usage(text),
        TargetError::File(error) => error.into(),
        TargetError::Read(error) => trouble(error.into()),
    })?;
    let Targets { asked, empty } = found;
    for pattern in empty {
        let text = format!("`{pattern}` names no package");
        messages.say(&Remark::new(Severity::Warning, text));
    }
    if let Some(path) = args.pkgpath.as_ref().filter(|path| path_fault(path.as_bytes()).is_some()) {
        return Err(Trouble::Usage(format!("`--pkgpath {}` is no import path", path.escape_debug())));
    }
    let Some(first) = asked.first() else { return Ok(None) };
    let home = home_around(&first.folder);
    let mut toolchain = toolchain(args)?;
    let usual = home.join(OWN).join(format!("{}_{}_{}", platform.os, platform.arch, toolchain.name()));
    let work = if run.work { perform::new_work(messages)? } else { usual.clone() };
    toolchain.settle(&home, &work, &usual);
    let mut tags = tags(args);
    tags.extend(toolchain.tags());
    let build = Build {
        targets: asked,
        context: Context { cgo: cgo_settings::is_on(&platform), platform, tags },
        toolchain,
        path: args.pkgpath.clone(),
        home: Root::own(&home, OWN),
        work,
        current,
        output: None,
        program: std::env::current_exe().map_err(FileError::new("find", Path::new("gen-runtime")))?,
        launcher: program(run.launcher.clone())?,
        cgo: cgo_settings::settings(args.cgo.as_deref())?,
    };
    Ok(Some(Ready { build, home }))
}

impl Ready {
    fn with(mut self, output: Option<Output>) -> Ready {
        self.build.output = output;
        self
    }

    /// Does what there is to do, unless `check` has something against it; also whether it was done, rather than printed
    /// or handed over. What is wrong with a package keeps those from being built that need it.
    fn make(
        &self,
        run: &RunArgs,
        fail_fast: bool,
        messages: &mut Messages,
        check: impl FnOnce(&Loading) -> Result<(), Trouble>,
    ) -> Result<(Exit, bool), Trouble> {
        let mut loading = self.build.load();
        check(&loading)?;
        let plan: Plan = self.build.plan(&mut loading).map_err(trouble)?;
        let mut errors = std::mem::take(&mut loading.errors);
        if fail_fast {
            errors.truncate(1);
        }
        let exit = tell(errors, messages);
        let is_shown = run.print || !run.emit.is_empty();
        if exit != Exit::Success && (fail_fast || is_shown) || loading.packages.is_empty() {
            return Ok((exit, false));
        }
        let manner = Manner { stop: fail_fast, heads: true };
        let made = perform::perform(&plan, &self.home, run, manner, messages)?;
        Ok((exit.max(made), !is_shown))
    }
}

/// Tells what is wrong with packages.
fn tell(errors: Vec<PackageError>, messages: &mut Messages) -> Exit {
    let exits = errors.into_iter().map(|error| trouble(error).tell(messages));
    exits.max().unwrap_or(Exit::Success)
}

fn trouble(error: PackageError) -> Trouble {
    let (code, text) = (error.code(), error.to_string());
    match (error.blame(), error) {
        (_, PackageError::Read(ReadError::At(report))) => Trouble::At(report),
        (Blame::Input, _) => Trouble::Input(code, text),
        (Blame::Usage, _) => Trouble::Words(code, text),
        (Blame::Machine, _) => Trouble::Machine(code, text),
    }
}

/// The ends of names of files that are written by hand.
const SOURCES: [&str; 7] = ["go", "goc", "c", "s", "h", "mod", "sum"];
/// The device that takes everything.
const NULL: &str = "/dev/null";

/// A place for what is built, as it is typed. What is made takes the place of what is there, which no device may be.
fn output(path: &Path) -> Result<Output, Trouble> {
    let is_folder = path.is_dir() || bytes_of(path.as_os_str()).ends_with(b"/");
    let path = absolute(path)?;
    if !is_folder && path.exists() && !path.is_file() && path != Path::new(NULL) {
        let why = "is a device or a pipe: `-o` takes a file, a folder, or `/dev/null`";
        return Err(Trouble::Usage(format!("`{}` {why}", display(&path))));
    }
    let is_source = path.extension().is_some_and(|it| SOURCES.iter().any(|source| it == *source));
    if is_source && path.is_file() {
        let why = "is there, and a source by its name: `-o` takes another file, or a folder";
        return Err(Trouble::Usage(format!("`{}` {why}", display(&path))));
    }
    Ok(if is_folder { Output::Folder(path) } else { Output::File(path) })
}

/// The user's terms, of `-tags` or else of $GOFLAGS: lists with commas between them, or with blanks, as they were
/// written before Go 1.13.
fn tags(args: &PackagesArgs) -> Vec<String> {
    let mut lists = args.tags.clone();
    if lists.is_empty() {
        let flags = environment("GOFLAGS").map(|text| Flags::of_variable(&text));
        lists.extend(flags.and_then(|flags| Some(flags.tags?.to_string_lossy().into_owned())));
    }
    let terms = lists.iter().flat_map(|list| list.split([',', ' ', '\t', '\n']));
    terms.filter(|term| !term.is_empty()).map(str::to_owned).collect()
}
