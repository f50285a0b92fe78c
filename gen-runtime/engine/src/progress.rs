//! What a run tells: names of packages, lines, and what programs printed, in the user's paths. Unaware of how
//! the run comes to it.

use std::io::{IsTerminal, Write};
use std::path::Path;

use goc2c::command::output::bytes_of;
use hashbrown::HashSet;

use crate::action::{Action, Plan, Work};
use crate::shell::Shell;

/// What is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Telling {
    /// The names of packages that something is done for.
    pub packages: bool,
    /// A log in the releases' own form.
    pub log: bool,
    /// Lines for a shell.
    pub lines: bool,
}

/// Tells of a run on standard error.
pub struct Progress<'p> {
    plan: &'p Plan,
    shell: Shell<'p>,
    telling: Telling,
    named: HashSet<&'p str>,
    status: bool,
    shown: bool,
    headed: Option<&'p str>,
}

impl<'p> Progress<'p> {
    /// For a plan. A terminal gets a line that shows how far the run is.
    pub fn new(plan: &'p Plan, telling: Telling) -> Self {
        let quiet = telling == Telling { packages: false, log: false, lines: false };
        let dumb = std::env::var_os("TERM").is_none_or(|term| term == "dumb");
        let status = quiet && !dumb && std::io::stderr().is_terminal();
        let progress = Progress {
            plan,
            shell: Shell::new(plan),
            telling,
            named: HashSet::new(),
            status,
            shown: false,
            headed: None,
        };
        if telling.lines {
            let head = progress.shell.render_head();
            progress.print(&head);
        }
        progress
    }

    /// An action starts.
    pub fn started(&mut self, action: &'p Action, done: usize, all: usize) {
        if (self.telling.packages || self.telling.log) && self.named.insert(&action.package) {
            self.print(format!("{}\n", action.package).as_bytes());
        }
        if self.telling.lines {
            let lines = self.shell.render(action);
            self.print(&lines);
        } else if self.telling.log {
            let lines = self.shell.render_log(action);
            self.print(&lines);
        }
        if self.status {
            let name = action.output.file_name().unwrap_or_default().display().to_string();
            let name = name.replace(|char: char| char.is_control(), "?");
            self.clear();
            self.print(format!("[{done}/{all}] {} {name}", action.package).as_bytes());
            self.shown = true;
        }
    }

    /// A program of an action printed something. `hidden` is the folder that its output was made in.
    pub fn printed(&mut self, action: &'p Action, text: &[u8], hidden: &Path) {
        if text.is_empty() {
            return;
        }
        self.clear();
        let mut out = Vec::new();
        if self.headed != Some(&action.package) {
            out.extend_from_slice(format!("# {}\n", action.package).as_bytes());
            self.headed = Some(&action.package);
        }
        out.extend(rewritten(self.plan, action, text, hidden));
        if !out.ends_with(b"\n") {
            out.push(b'\n');
        }
        self.print(&out);
    }

    /// The run is over.
    pub fn finish(&mut self) {
        self.clear();
    }

    fn clear(&mut self) {
        if std::mem::take(&mut self.shown) {
            self.print(b"\r\x1b[K");
        }
    }

    fn print(&self, text: &[u8]) {
        // Nobody is left to tell when standard error cannot be written.
        let _ = std::io::stderr().write_all(text);
    }
}

/// A program's text in the user's paths.
fn rewritten(plan: &Plan, action: &Action, text: &[u8], hidden: &Path) -> Vec<u8> {
    let mut text = replace(text, &[bytes_of(hidden.as_os_str()), b"/"].concat(), &|| {
        let parent = action.output.parent().unwrap_or(Path::new(""));
        [bytes_of(parent.as_os_str()), b"/"].concat()
    });
    for (name, folder) in plan.folders.iter().filter(|(name, _)| *name == "WORK") {
        text = replace(&text, bytes_of(folder.as_os_str()), &|| format!("${name}").into_bytes());
    }
    if let Work::Run(run) = &action.work {
        let folder = [bytes_of(run.folder.as_os_str()), b"/"].concat();
        text = replace(&text, &folder, &|| b"./".to_vec());
    }
    text
}

fn replace(text: &[u8], old: &[u8], new: &dyn Fn() -> Vec<u8>) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    let mut rest = 0;
    for at in memchr::memmem::find_iter(text, old) {
        out.extend_from_slice(&text[rest..at]);
        out.extend(new());
        rest = at + old.len();
    }
    out.extend_from_slice(&text[rest..]);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::action::{Arg, Log, ResultIs, Run};

    #[test]
    fn messages_are_in_the_users_paths() {
        let run = Run { argv: vec![Arg::from("cc")], folder: "/s/p".into(), result: ResultIs::Written };
        let action = Action {
            package: "p".into(),
            log: Log::Command,
            work: Work::Run(run),
            inputs: Vec::new(),
            after: Vec::new(),
            output: "/s/w/x.o".into(),
        };
        let plan = Plan { folders: vec![("WORK", "/s/w".into())], ..Plan::default() };
        let text = b"/s/p/x.c:1: no; see /s/w/.making-1-2/x.o and /s/pq/y.c";
        let shown = rewritten(&plan, &action, text, Path::new("/s/w/.making-1-2"));
        assert_eq!(String::from_utf8_lossy(&shown), "./x.c:1: no; see $WORK/x.o and /s/pq/y.c");
    }
}
