//! Makes what packages are to get, where it is not as it should be. The step of dialect gc is judged as any action is,
//! by its words, its files and what the C compiler told of; it is done in this process, so that its faults are shown as
//! goc2c shows them.

use std::ffi::OsString;
use std::fs;
use std::num::NonZero;
use std::path::{Path, PathBuf};

use engine::files::{Folder, Ground};
use engine::fresh::{Look, Looker};
use engine::process::find;
use engine::stamp::Hash;
use engine::state::{Record, State};
use engine::told::relative;
use engine::{Action, Depfile, Log, Plan, Root, Run, Word, Work};
use gen_runtime::driver::OWN;
use gen_runtime::driver::go_command::packages::Task;
use goc2c::command::Exit;
use goc2c::command::depfile::render_depfile;
use goc2c::command::jobs::for_each_in_order;
use goc2c::command::messages::Messages;
use goc2c::command::output::{FileError, bytes_of, display};
use goc2c::gc::Machine;
use goc2c::gotypes::make::{Choice, includes_types};
use goc2c::step::{Made, Step, compiler_names};

use super::super::perform::absolute;
use crate::trouble::Trouble;

/// Variables that C compilers heed when they compile.
const HEEDS: &[&str] = &["CPATH", "C_INCLUDE_PATH", "COMPILER_PATH", "GCC_EXEC_PREFIX"];
/// The file in a package's folder that tells what was read.
const DEPFILE: &str = "depfile";
/// The longest name of a package's folder that is a part of ours.
const LONGEST: usize = 100;

/// How packages are made.
pub(super) struct Maker<'m> {
    /// The step; its inputs are each package's.
    pub(super) step: Step,
    /// The machine that it is for.
    pub(super) machine: Machine,
    /// The folder that messages are relative to.
    pub(super) current: &'m Path,
    /// Whether it is told why something is made.
    pub(super) explains: bool,
}

/// The folder of a module in which files for a machine are.
pub(super) fn base(module: &Path, machine: Machine) -> PathBuf {
    module.join(OWN).join("go").join(machine.name())
}

/// The folders that may be written to.
pub(super) fn ground(module: &Path) -> Ground {
    Ground::new(&[Root::own(module, OWN)])
}

impl Maker<'_> {
    /// Makes the packages of a module; each one's folder of files. What packages had that are gone is removed.
    ///
    /// # Errors
    /// What is wrong, or that it has been told.
    pub(super) fn make(
        &mut self,
        module: &Path,
        tasks: &[Task],
        messages: &mut Messages,
    ) -> Result<Vec<PathBuf>, Trouble> {
        let base = base(module, self.machine);
        let folders: Vec<PathBuf> = tasks.iter().map(|task| base.join(folder_name(module, task))).collect();
        if tasks.is_empty() && fs::symlink_metadata(&base).is_err() {
            return Ok(folders);
        }
        let ground = ground(module);
        let own = ground.make(&module.join(OWN).join("go"))?;
        let mut state = State::open(&own, || messages.plain("waiting for another run to end"))?;
        if tasks.is_empty() {
            own.remove_folder(base.file_name().unwrap_or_default())?;
            return Ok(folders);
        }
        let all = ground.make(&base)?;
        if state.was_cut_off() {
            let opened = folders.iter().filter_map(|folder| ground.open(folder).ok()?);
            opened.for_each(|folder| folder.sweep());
            own.sweep();
            all.sweep();
        }
        remove_others(&all, &folders)?;
        let plan = self.plan(module, tasks, &folders)?;
        let mut looker = Looker::new(&plan);
        let mut stale = Vec::new();
        let trouble = FileError::new("write", own.path());
        let mut kept = Ok(());
        for (at, action) in plan.actions.iter().enumerate() {
            match looker.look(action, &state) {
                Look::Same => {}
                Look::SameNow(record) => kept = kept.and_then(|()| state.put(action.first(), record)),
                Look::Stale(why) => {
                    if self.explains {
                        messages.plain(&format!("`{}`: {}", display(action.first()), why.text(&plan)));
                    }
                    stale.push((at, looker.before(action)));
                }
            }
        }
        kept.map_err(trouble)?;
        if !stale.is_empty() {
            let place = Place { ground: &ground, plan: &plan, looker, state: &mut state };
            self.make_stale(tasks, &folders, &stale, place, messages)?;
        }
        Ok(folders)
    }

    /// What the packages' steps are, as actions.
    fn plan(&self, module: &Path, tasks: &[Task], folders: &[PathBuf]) -> Result<Plan, Trouble> {
        let program = std::env::current_exe().map_err(FileError::new("find", Path::new("gen-runtime")))?;
        let (cflags, tag) = (self.step.cflags_for(self.machine), &self.step.tag);
        let mut words: Vec<Word> = vec![program.into(), self.machine.name().into(), tag.into()];
        words.extend(cflags.iter().map(Word::from));
        words.extend(
            self.step.terms.lines().iter().map(|(name, value)| Word::from(format!("{name}: {value}"))),
        );
        words.push(if self.step.arena { "arena" } else { "" }.into());
        // Another one is found when these are others.
        let names = compiler_names(self.machine, self.step.named_compiler(self.machine));
        for program in names.iter().filter_map(|name| find(Path::new(name))) {
            words.push(absolute(&program)?.into());
        }
        // Only a flag with a path means something else in another folder.
        let folder = if cflags.iter().all(|flag| is_without_path(flag)) { module } else { self.current };
        let actions = tasks.iter().zip(folders).map(|(task, own)| Action {
            part: display(&task.folder).into(),
            log: Log::Quiet,
            work: Work::Run(Run {
                depfile: Some(Depfile { path: own.join(DEPFILE), made: false }),
                heeds: HEEDS,
                ..Run::new([&words[..], &self.types_words(task)].concat(), folder)
            }),
            reads: task.inputs.iter().map(|name| task.folder.join(name)).collect(),
            after: Vec::new(),
            makes: task.outputs.iter().map(|name| own.join(name)).collect(),
        });
        Ok(Plan { actions: actions.collect(), ..Plan::default() })
    }

    /// What Go's types depend on, for a package whose C has them.
    fn types_words(&self, task: &Task) -> Vec<Word> {
        let includes =
            |name: &String| fs::read(task.folder.join(name)).is_ok_and(|text| includes_types(&text));
        if !task.inputs.iter().any(includes) {
            return Vec::new();
        }
        let Choice { os, tags, cgo, root } = &self.step.choice;
        let words = [os.into(), tags.join(",").into(), if *cgo { "cgo" } else { "" }.into()];
        words.into_iter().chain(root.iter().map(Word::from)).collect()
    }

    fn make_stale(
        &mut self,
        tasks: &[Task],
        folders: &[PathBuf],
        stale: &[(usize, Record)],
        mut place: Place<'_>,
        messages: &mut Messages,
    ) -> Result<(), Trouble> {
        let compiler = self.step.find_compiler(self.machine);
        let compiler = compiler.map_err(|error| Trouble::Machine("compiler", error.to_string()))?;
        self.step.found = vec![compiler.clone()];
        let programs: Vec<PathBuf> =
            find(Path::new(&compiler.program)).into_iter().chain(compiler.inner_program()).collect();
        let writing = FileError::new("write", &folders[0]);
        place.state.begin().map_err(writing)?;
        let threads = std::thread::available_parallelism().map_or(1, NonZero::get).min(stale.len());
        let aside = messages.aside();
        let mut exit = Ok(Exit::Success);
        let mut due = stale.iter();
        for_each_in_order(
            stale,
            threads,
            |(at, _)| {
                let mut messages = aside.aside();
                let made = self.step_of(&tasks[*at]).run(&mut messages);
                (messages, made)
            },
            |(told, made)| {
                messages.take_in(told);
                let Some((at, before)) = due.next() else { return };
                let put = made.map(|made| place.put(*at, *before, &tasks[*at], &made, &programs));
                exit = match (std::mem::replace(&mut exit, Ok(Exit::Success)), put) {
                    (Ok(worst), Err(failed)) => Ok(worst.max(failed)),
                    (Ok(_), Ok(Err(trouble))) => Err(trouble),
                    (exit, _) => exit,
                };
            },
        );
        place.state.end().map_err(FileError::new("write", &folders[0]))?;
        match exit? {
            Exit::Success => Ok(()),
            exit => Err(Trouble::Ended(exit)),
        }
    }

    fn step_of(&self, task: &Task) -> Step {
        let inputs = task.inputs.iter().map(|name| relative(&task.folder.join(name), self.current));
        Step { inputs: inputs.collect(), ..self.step.clone() }
    }
}

/// Where packages are made.
struct Place<'p> {
    ground: &'p Ground,
    plan: &'p Plan,
    looker: Looker,
    state: &'p mut State,
}

impl Place<'_> {
    /// Writes what was made of a package, and keeps what it was made of. A file that turned out to be needless is
    /// there, and empty.
    fn put(
        &mut self,
        at: usize,
        before: Record,
        task: &Task,
        made: &Made,
        programs: &[PathBuf],
    ) -> Result<(), Trouble> {
        let action = &self.plan.actions[at];
        let path = action.first().parent().unwrap_or(Path::new(""));
        let folder = self.ground.make(path)?;
        let mut read = Vec::new();
        for path in made.read.iter().chain(programs) {
            read.push(absolute(path)?);
        }
        let depfile = render_depfile([action.first()], read.iter().map(PathBuf::as_path), &[]);
        let depfile = depfile.map_err(|error| Trouble::Input("depfile", error.to_string()))?;
        folder.replace(DEPFILE, &depfile)?;
        for name in task.outputs.iter().rev() {
            let file = made.files.iter().find(|file| file.name == *name);
            folder.replace(name, file.map_or(b"", |file| file.text.as_bytes()))?;
        }
        let record = self.looker.after(action, before);
        self.state.put(action.first(), record).map_err(FileError::new("write", path))?;
        Ok(())
    }
}

/// The name of a folder of ours for a package: another one where the package has other `.goc` files.
fn folder_name(module: &Path, task: &Task) -> OsString {
    let below = task.folder.strip_prefix(module).unwrap_or(&task.folder);
    let mut hash = Hash::default();
    hash.add(bytes_of(below.as_os_str()));
    task.outputs.iter().for_each(|output| hash.add(output.as_bytes()));
    let last = task.folder.file_name().filter(|name| name.len() <= LONGEST);
    let mut name = last.unwrap_or_default().to_owned();
    name.push(format!("-{:016x}", hash.value()));
    name
}

/// Removes the folders of packages that are gone.
fn remove_others(base: &Folder, folders: &[PathBuf]) -> Result<(), Trouble> {
    let trouble = |error| FileError { verb: "read", path: base.path().to_owned(), error };
    for entry in fs::read_dir(base.path()).map_err(trouble)? {
        let entry = entry.map_err(trouble)?;
        if entry.file_type().map_err(trouble)?.is_dir() && !folders.contains(&entry.path()) {
            base.remove_folder(&entry.file_name())?;
        }
    }
    Ok(())
}

/// Whether a flag of a C compiler means the same in any folder.
fn is_without_path(flag: &str) -> bool {
    ["-D", "-O", "-U", "-W", "-f", "-g", "-m", "-std"].iter().any(|start| flag.starts_with(start))
        && !flag.contains('/')
}
