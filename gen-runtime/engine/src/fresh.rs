//! Whether an action must be done again, and why: its command line, environment, program and files held against what
//! was recorded. Unaware of order and of who runs it.

use std::path::{Path, PathBuf};

use goc2c::command::depfile::parse_depfile;
use goc2c::command::output::bytes_of;
use hashbrown::HashMap;

use crate::action::{Action, Plan, Spelling};
use crate::stamp::{Hash, Stamps, is_future, now};
use crate::state::{Record, State};

/// Why an action is to be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// Everything is made anew.
    Asked,
    /// Nothing is known of it: it was never done here, or its end was not recorded.
    Unknown,
    /// It needs an action that is done again: the place of that in the plan.
    Needs(usize),
    /// A file that it makes is not there.
    Missing(PathBuf),
    /// A file that it makes is not as it was left.
    Changed(PathBuf),
    /// Its command line, or the folder that it is run in, is another.
    Words,
    /// One of these variables has another value.
    Variables(&'static [&'static str]),
    /// Its program is another, or has changed.
    Program(PathBuf),
    /// A file that it reads has changed.
    Read(PathBuf),
    /// A file that it reads is not there.
    Gone(PathBuf),
    /// It reads other files, or one that has changed and is older than it was.
    Reads,
    /// What its program told of more files is not there.
    Depfile(PathBuf),
}

/// What a look at an action's files tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Look {
    /// All is as it was.
    Same,
    /// The same, and by now so old that contents need not be read next time: a record worth keeping.
    SameNow(Record),
    /// It is to be done.
    Stale(Why),
}

/// A record that was taken that long ago, in nanoseconds, is worth taking again: nothing is recent any more.
const OLD: u64 = 3_000_000_000;

/// A file's time may be that many nanoseconds after the clock.
const COARSE: u64 = 20_000_000;

/// Looks at the actions of a plan.
pub struct Looker {
    stamps: Stamps,
    /// What each variable of the environment is, as it is hashed.
    variables: HashMap<&'static str, u64>,
    /// The variables that the plan sets, hashed.
    set: u64,
}

impl Looker {
    /// For a plan, in the environment of this process.
    pub fn new(plan: &Plan) -> Self {
        let mut set = Hash::default();
        for (name, value) in &plan.environment {
            set.add(name.as_bytes());
            set.add(bytes_of(value));
        }
        Looker { stamps: Stamps::default(), variables: HashMap::new(), set: set.value() }
    }

    /// A file whose time is yet to come, if one was met.
    pub fn future(&self) -> Option<&Path> {
        self.stamps.future.as_deref()
    }

    /// Whether an action is as its record says.
    pub fn look(&mut self, action: &Action, state: &State) -> Look {
        let Some(record) = state.get(action.first()) else { return Look::Stale(Why::Unknown) };
        if let Some(why) = self.why_makes(action, &record).or_else(|| self.why_command(action, &record)) {
            return Look::Stale(why);
        }
        let reads = match self.reads(action, record.when) {
            Ok(reads) if reads.hash == record.reads => reads,
            Ok(_) => return Look::Stale(self.why_reads(action, &record)),
            Err(depfile) => return Look::Stale(Why::Depfile(depfile)),
        };
        let now = now();
        let newest = self.newest(action).max(reads.newest).saturating_add(OLD);
        if newest > record.when.min(record.made) && newest < now {
            let Ok(reads) = self.reads(action, now) else { return Look::Stale(Why::Unknown) };
            let makes = self.makes(action, now);
            return Look::SameNow(Record {
                when: now,
                reads: reads.hash,
                made: now,
                makes,
                program: self.program(action, now),
                ..record
            });
        }
        Look::Same
    }

    /// What is known of an action before it is done: all but what it makes and what its program tells.
    pub fn before(&mut self, action: &Action) -> Record {
        let when = now();
        // What changes from now on counts, though the depfile is of the last time: its files are looked at afterwards.
        let mut reads = Hash::default();
        action.reads.iter().for_each(|read| self.stamps.add(read, when, &mut reads));
        Record {
            when,
            words: self.words(action),
            variables: self.variables(action),
            program: self.program(action, when),
            reads: reads.value(),
            made: 0,
            makes: 0,
        }
    }

    /// What is known of an action that is done.
    pub fn after(&mut self, action: &Action, before: Record) -> Record {
        action.makes.iter().for_each(|made| self.stamps.forget(made));
        if action.depfile().is_some_and(|depfile| depfile.made) {
            // They were looked at before they were made anew.
            told_of(action).iter().flatten().for_each(|told| self.stamps.forget(told));
        }
        let made = now();
        let makes = self.makes(action, made);
        let told = self.told(action, before.when, before.reads);
        // What changed since the start may not be what was read: that is no known state.
        let reads = told.ok().filter(|told| told.changed < before.when).map_or(0, |told| told.hash);
        Record { reads, made, makes, ..before }
    }

    fn why_makes(&mut self, action: &Action, record: &Record) -> Option<Why> {
        if let Some(missing) = action.makes.iter().find(|made| self.stamps.of_made(made).is_none()) {
            return Some(Why::Missing(missing.clone()));
        }
        (self.makes(action, record.made) != record.makes).then(|| {
            let changed = self.newest_of(&action.makes).map_or(action.first(), |(path, _)| path);
            Why::Changed(changed.to_owned())
        })
    }

    fn why_command(&mut self, action: &Action, record: &Record) -> Option<Why> {
        let run = action.run()?;
        if self.words(action) != record.words {
            return Some(Why::Words);
        }
        if self.variables(action) != record.variables {
            return Some(Why::Variables(run.heeds));
        }
        let program = run.program().unwrap_or(Path::new(""));
        (self.program(action, record.when) != record.program).then(|| Why::Program(program.to_owned()))
    }

    /// Which file it is cannot be told from one hash of all: the newest, if it is new, else one that is missing.
    fn why_reads(&mut self, action: &Action, record: &Record) -> Why {
        let paths = [&action.reads[..], &told_of(action).unwrap_or_default()].concat();
        if let Some((path, time)) = self.newest_of(&paths)
            && time.saturating_add(COARSE) >= record.when
        {
            return Why::Read(path.to_owned());
        }
        match paths.into_iter().find(|path| self.stamps.of(path).is_none()) {
            Some(path) => Why::Gone(path),
            None => Why::Reads,
        }
    }

    /// The file that changed last, and when.
    fn newest_of<'f>(&mut self, files: &'f [PathBuf]) -> Option<(&'f Path, u64)> {
        let times = files.iter().filter_map(|file| Some((file.as_path(), self.stamps.of(file)?.1)));
        times.max_by_key(|(_, time)| *time)
    }

    /// When the last of an action's own files changed.
    fn newest(&mut self, action: &Action) -> u64 {
        let files = action.reads.iter().chain(&action.makes);
        files.filter_map(|file| self.stamps.of(file)).map(|(_, time)| time).max().unwrap_or(0)
    }

    fn words(&self, action: &Action) -> u64 {
        let mut hash = Hash::default();
        if let Some(run) = action.run() {
            action.words(Spelling::Printed).for_each(|word| hash.add(bytes_of(&word)));
            hash.add(bytes_of(run.folder.as_os_str()));
            for (name, value) in &run.environment {
                hash.add(name.as_bytes());
                hash.add(bytes_of(value));
            }
            hash.number(self.set);
        }
        hash.value()
    }

    /// Variables that the plan sets are part of the words.
    fn variables(&mut self, action: &Action) -> u64 {
        let mut hash = Hash::default();
        for name in action.run().map_or(&[][..], |run| run.heeds) {
            hash.number(*self.variables.entry(name).or_insert_with(|| {
                let mut hash = Hash::default();
                std::env::var_os(name).iter().for_each(|value| hash.add(bytes_of(value)));
                hash.value()
            }));
        }
        hash.value()
    }

    fn program(&mut self, action: &Action, when: u64) -> u64 {
        let mut hash = Hash::default();
        if let Some(tool) = action.run().and_then(|run| self.stamps.tool(run.program()?)) {
            self.stamps.add(&tool, when, &mut hash);
        }
        hash.value()
    }

    fn makes(&mut self, action: &Action, when: u64) -> u64 {
        let mut hash = Hash::default();
        action.makes.iter().for_each(|made| self.stamps.add(made, when, &mut hash));
        hash.value()
    }

    /// What all files look like that an action reads; the error is the depfile, where it is not there.
    fn reads(&mut self, action: &Action, when: u64) -> Result<Reads, PathBuf> {
        let mut hash = Hash::default();
        action.reads.iter().for_each(|read| self.stamps.add(read, when, &mut hash));
        self.told(action, when, hash.value())
    }

    /// Adds what the files look like that the program told of.
    fn told(&mut self, action: &Action, when: u64, listed: u64) -> Result<Reads, PathBuf> {
        let mut reads = Reads { hash: listed, newest: 0, changed: 0 };
        let Some(depfile) = action.depfile() else { return Ok(reads) };
        let mut hash = Hash::default();
        hash.number(listed);
        for path in told_of(action).ok_or_else(|| depfile.path.clone())? {
            self.stamps.add(&path, when, &mut hash);
            let time = self.stamps.of(&path).map_or(0, |(_, time)| time);
            reads.newest = reads.newest.max(time);
            // A time that is yet to come is none of a change: the content counts.
            if !depfile.made && !is_future(time) {
                reads.changed = reads.changed.max(time);
            }
        }
        reads.hash = hash.value();
        Ok(reads)
    }
}

/// What the files look like that an action reads.
struct Reads {
    hash: u64,
    /// When the last of those that the program told of changed.
    newest: u64,
    /// The same, but for files that the program may have made itself.
    changed: u64,
}

/// The files that an action's program told of; none where it was to tell and did not.
fn told_of(action: &Action) -> Option<Vec<PathBuf>> {
    let (Some(depfile), Some(run)) = (action.depfile(), action.run()) else { return Some(Vec::new()) };
    let is_file = std::fs::symlink_metadata(&depfile.path).is_ok_and(|about| about.is_file());
    let text = is_file.then(|| std::fs::read(&depfile.path).ok()).flatten()?;
    Some(parse_depfile(&text).into_iter().map(|path| run.folder.join(path)).collect())
}
