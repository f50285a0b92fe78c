//! `go`: the go command's own commands, with what `.goc` files become laid over the packages' folders. Everything that
//! is to be there is there before the go command takes the place of this process: what it prints, reads and returns
//! is its own.

mod ask;
mod make;
mod symabis;

use std::ffi::{OsStr, OsString};
use std::fs;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};

use engine::files::content_hash;
use gen_runtime::driver::go_command::fault::GoError;
use gen_runtime::driver::go_command::flags::{Command, Flags};
use gen_runtime::driver::go_command::overlay::{Overlay, OverlayError};
use gen_runtime::driver::go_command::packages::{Selection, Task, find_folders, sources};
use gen_runtime::driver::go_command::releases::{Overlays, VET};
use gen_runtime::driver::go_command::words::{Additions, words};
use goc2c::command::Exit;
use goc2c::command::messages::Messages;
use goc2c::command::output::{FileError, bytes_of, display};
use goc2c::diagnostic::{Remark, Severity};
use goc2c::gc::Machine;
use goc2c::gc::files::PANIC_FILE;
use goc2c::gopkg::files::Context;
use goc2c::step::Step;

use self::ask::{Go, current, not_run};
use self::make::{Maker, base, ground};
pub(crate) use self::symabis::before_tool;
use self::symabis::{Collected, Collecting, before_tools};
use super::args::Debug;
use super::go_args::GoArgs;
use super::perform::absolute;
use crate::trouble::Trouble;

/// A module and what its packages are to get.
struct Module {
    folder: PathBuf,
    tasks: Vec<Task>,
}

/// Prepares the go command, which then takes the place of this process.
pub(crate) fn run(args: &GoArgs, messages: &mut Messages) -> Result<Exit, Trouble> {
    let (name, users) = args.words.split_first().ok_or(Trouble::Told)?;
    let command = Command::from_name(name).ok_or_else(|| unknown(name))?;
    let cflags = args.step.cflags().map_err(Trouble::Usage)?;
    let program = match bytes_of(&args.go).contains(&b'/') {
        true => absolute(Path::new(&args.go))?.into_os_string(),
        false => args.go.clone(),
    };
    let current = current()?;
    let flags = Flags::of(command, users);
    let folder = flags.folder.as_ref().map_or(current.clone(), |folder| current.join(folder));
    // Of a folder that is not there the go command tells.
    let mut additions = Additions::default();
    if folder.is_dir() {
        let go = Go::ask(&program, &folder)?;
        let all = flags.clone().or(Flags::of_variable(&go.flags));
        if let Ok(machine) = go.arch.parse::<Machine>() {
            let preparing = Preparing { args, command, cflags, machine, current: &current, go: &go };
            additions = preparing.prepare(&all, messages)?;
        }
        if command.links() {
            additions.compiling = compiling(args, &go, &all, &current)?;
        }
    }
    messages.finish();
    let words = words(command, users, &flags, &additions);
    Err(not_run(&program, std::process::Command::new(&program).args(words).exec()))
}

/// Flags about the compiler, for assembly that refers to other packages.
fn compiling(args: &GoArgs, go: &Go, flags: &Flags, current: &Path) -> Result<Vec<OsString>, Trouble> {
    let context = go.context(flags.tags.as_deref());
    let collecting =
        Collecting { go, context: &context, flags, current, told: &args.symabis_from, all: args.allabis };
    let Collected { mut flags, merges } = collecting.collect(&go.modules()?)?;
    if merges {
        flags.push(before_tools(collecting.flags.toolexec.as_deref())?);
    }
    Ok(flags)
}

fn unknown(name: &OsStr) -> Trouble {
    let [build, install, list, run, test, vet] = Command::ALL.map(Command::name);
    let name = display(Path::new(name));
    Trouble::Usage(format!(
        "`gen-runtime go` prepares `{build}`, `{install}`, `{list}`, `{run}`, `{test}` and `{vet}`, not `{name}`"
    ))
}

/// What is prepared, and for which go command.
struct Preparing<'p> {
    args: &'p GoArgs,
    command: Command,
    cflags: Vec<(Option<Machine>, String)>,
    machine: Machine,
    current: &'p Path,
    go: &'p Go,
}

impl Preparing<'_> {
    /// Makes what the packages are to get; what the go command is to be told of it.
    fn prepare(&self, flags: &Flags, messages: &mut Messages) -> Result<Additions, Trouble> {
        let context = self.go.context(flags.tags.as_deref());
        let modules = self.modules(&context, messages)?;
        let has_tasks = modules.iter().any(|module| !module.tasks.is_empty());
        if has_tasks {
            self.check_release()?;
        }
        let mut maker = Maker {
            step: Step {
                inputs: Vec::new(),
                machines: vec![self.machine],
                compilers: self.args.step.cc.clone(),
                found: Vec::new(),
                cflags: self.cflags.clone(),
                tag: self.args.step.tag.clone(),
                fallback: false,
                arena: self.args.step.arena,
                terms: self.args.step.terms().map_err(Trouble::Usage)?,
                choice: self.go.choice(context),
                most_faults: self.args.messages.most(),
            },
            machine: self.machine,
            current: self.current,
            explains: self.args.debug == Some(Debug::Explain),
        };
        let mut overlay = Overlay::default();
        for module in &modules {
            let made = maker.make(&module.folder, &module.tasks, messages)?;
            module.tasks.iter().zip(made).try_for_each(|(task, made)| lay_over(task, &made, &mut overlay))?;
        }
        let Some(first) = modules.iter().find(|module| !module.tasks.is_empty()) else {
            return Ok(Additions::default());
        };
        let sources: Vec<_> = modules.iter().flat_map(|module| sources(&module.tasks)).collect();
        let overlay = self.write(overlay, &first.folder, flags.overlay.as_deref(), &sources)?;
        let misses_vet = self.command == Command::Test && self.go.overlays() == Overlays::NotInVet;
        let without_vet = misses_vet && !flags.has_vet;
        if without_vet {
            let note = format!(
                "`-vet=off` is added: before go1.{VET}, vet does not see the files that are made of .goc files"
            );
            messages.say(&Remark::new(Severity::Note, note));
        }
        Ok(Additions { overlay: Some(overlay), without_vet, compiling: Vec::new() })
    }

    /// The modules, and what their packages are to get.
    fn modules(&self, context: &Context, messages: &mut Messages) -> Result<Vec<Module>, Trouble> {
        if context.tags.contains(&self.args.step.tag) {
            // Then the assembly is not wanted.
            return Ok(Vec::new());
        }
        let selection = Selection { machine: self.machine, context, current: self.current };
        let mut modules = Vec::new();
        let mut exit = Exit::Success;
        for folder in self.go.modules()? {
            let mut tasks = Vec::new();
            for found in find_folders(&folder)? {
                match selection.task(&found) {
                    Ok(task) => tasks.extend(task),
                    Err(error) => exit = exit.max(trouble(error).tell(messages)),
                }
            }
            modules.push(Module { folder, tasks });
        }
        match exit {
            Exit::Success => Ok(modules),
            exit => Err(Trouble::Ended(exit)),
        }
    }

    /// Refuses what the go command of this release cannot do.
    fn check_release(&self) -> Result<(), Trouble> {
        let what = match (self.go.overlays(), self.command) {
            (Overlays::Unknown, _) => {
                "is older than go1.16, and no files can be laid over folders for it".into()
            }
            (Overlays::NotInVet, Command::Vet) => {
                format!("is older than go1.{VET}, and its vet does not see files that are laid over folders")
            }
            _ => return Ok(()),
        };
        let program = display(Path::new(&self.go.program));
        let instead = "write them out by `goc2c --dialect gc FILES`, or name another by `--go PROG`";
        Err(Trouble::Machine("old-go", format!("`{program}` {what}: {instead}")))
    }

    /// Writes down what is laid over what, the user's own included.
    fn write(
        &self,
        mut overlay: Overlay,
        module: &Path,
        users: Option<&OsStr>,
        sources: &[PathBuf],
    ) -> Result<PathBuf, Trouble> {
        let mut name = "overlay.json".to_owned();
        if let Some(file) = users.filter(|file| !file.is_empty()) {
            let path = self.go.folder.join(file);
            let text = fs::read(&path).map_err(FileError::new("read", &path))?;
            let trouble = |error: OverlayError| {
                Trouble::Input("overlay", format!("`-overlay {}`: {error}", display(Path::new(file))))
            };
            let users = Overlay::parse(&text, &self.go.folder).map_err(trouble)?;
            overlay.add(users, sources).map_err(trouble)?;
        }
        let text = overlay.render().map_err(|error| Trouble::Input("overlay", error.to_string()))?;
        if users.is_some() {
            // Another run, with another of the user's, may be under way.
            let hash = content_hash(text.as_bytes()).map_err(FileError::new("read", module))?;
            name = format!("overlay-{hash:016x}.json");
        }
        let folder = ground(module).make(&base(module, self.machine))?;
        folder.replace(&name, text.as_bytes())?;
        Ok(folder.path().join(name))
    }
}

/// Lays what was made for a package over its folder, and hides what was made before.
fn lay_over(task: &Task, made: &Path, overlay: &mut Overlay) -> Result<(), FileError> {
    task.old.iter().for_each(|name| overlay.hide(task.folder.join(name)));
    for name in &task.outputs {
        let (path, file) = (task.folder.join(name), made.join(name));
        let is_empty =
            name == PANIC_FILE && fs::metadata(&file).map_err(FileError::new("read", &file))?.len() == 0;
        match (is_empty, path.exists()) {
            (false, _) => overlay.put(path, file),
            (true, true) => overlay.hide(path),
            (true, false) => {}
        }
    }
    Ok(())
}

fn trouble(error: GoError) -> Trouble {
    match error {
        GoError::Read(error) => error.into(),
        GoError::Cgo(report) => Trouble::At(report),
        GoError::Taken { .. } | GoError::Twice(..) => Trouble::Input("goc-output", error.to_string()),
    }
}
