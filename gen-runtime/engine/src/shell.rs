//! Plans as lines for a POSIX shell: `-n` and `-x` print them, and running them does what a run does.
//! Paths below the plan's folders are written with variables, which [`Shell::render_head`] sets.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

use goc2c::command::output::bytes_of;
use hashbrown::HashSet;

use crate::action::{Action, Log, Plan, ResultIs, Run, Spelling, Work, folder_of};

/// Renders actions, and remembers which folder it is in and which ones it has made.
#[derive(Debug)]
pub struct Shell<'p> {
    plan: &'p Plan,
    folder: Option<&'p Path>,
    made: HashSet<&'p Path>,
}

impl<'p> Shell<'p> {
    /// A shell for a plan.
    pub fn new(plan: &'p Plan) -> Self {
        Shell { plan, folder: None, made: HashSet::new() }
    }

    /// What comes before the first action.
    pub fn render_head(&self) -> Vec<u8> {
        let mut out = b"set -e\n".to_vec();
        // The inner folders come first in the plan, and are spelled by the outer ones.
        for (at, (name, folder)) in self.plan.folders.iter().enumerate().rev() {
            out.extend_from_slice(format!("{name}=").as_bytes());
            write_word(&mut out, folder.as_os_str(), &self.plan.folders[at + 1..]);
            out.push(b'\n');
        }
        for (name, value) in &self.plan.environment {
            out.extend_from_slice(format!("export {name}=").as_bytes());
            write_word(&mut out, value, &self.plan.folders[..0]);
            out.push(b'\n');
        }
        out
    }

    /// The lines of an action.
    pub fn render(&mut self, action: &'p Action) -> Vec<u8> {
        let mut out = Vec::new();
        for made in &action.makes {
            if self.made.insert(folder_of(made)) {
                self.line(&mut out, &["mkdir", "-p"], &[folder_of(made)]);
            }
        }
        match &action.work {
            Work::Copy => self.line(&mut out, &["cp"], &copied(action)),
            Work::Empty => self.line(&mut out, &[":", ">"], &[action.first()]),
            Work::Run(run) => self.render_run(&mut out, action, run),
        }
        out
    }

    fn render_run(&mut self, out: &mut Vec<u8>, action: &Action, run: &'p Run) {
        if self.folder != Some(&run.folder) {
            self.folder = Some(&run.folder);
            self.line(out, &["cd"], &[&run.folder]);
        }
        if run.result == ResultIs::Added {
            self.line(out, &["rm", "-f"], &[action.first()]);
        }
        write_variables(out, &run.environment, &self.plan.folders);
        out.extend(self.command(action));
        if run.result == ResultIs::Printed {
            out.extend_from_slice(b" > ");
            write_word(out, action.first().as_os_str(), &self.plan.folders);
        }
        out.push(b'\n');
        if let ResultIs::Named(name) = &run.result {
            self.line(out, &["mv"], &[name, action.first()]);
        }
    }

    fn command(&self, action: &Action) -> Vec<u8> {
        let mut out = Vec::new();
        for (at, word) in action.words(Spelling::Printed).enumerate() {
            if at > 0 {
                out.push(b' ');
            }
            write_word(&mut out, &word, &self.plan.folders);
        }
        out
    }

    /// What a log says of an action.
    pub fn render_log(&self, action: &Action) -> Vec<u8> {
        let mut out = Vec::new();
        match (action.log, &action.work) {
            (Log::Quiet, _) | (Log::Command, Work::Empty) => {}
            (Log::Made(word), _) => self.line(&mut out, &[word], &[action.first()]),
            (Log::Command, Work::Copy) => self.line(&mut out, &["cp"], &copied(action)),
            (Log::Command, Work::Run(_)) => {
                out = self.command(action);
                out.push(b'\n');
            }
        }
        out
    }

    fn line(&self, out: &mut Vec<u8>, words: &[&str], paths: &[&Path]) {
        out.extend_from_slice(words.join(" ").as_bytes());
        for path in paths {
            out.push(b' ');
            write_word(out, path.as_os_str(), &self.plan.folders);
        }
        out.push(b'\n');
    }
}

/// What a copy is made of, and where it goes.
fn copied(action: &Action) -> [&Path; 2] {
    [action.reads.first().map_or(action.first(), PathBuf::as_path), action.first()]
}

/// Writes a word as a shell takes it, with variables for folders.
pub fn write_word(out: &mut Vec<u8>, word: &OsStr, folders: &[(&'static str, PathBuf)]) {
    let bytes = bytes_of(word);
    for (name, folder) in folders {
        let folder = bytes_of(folder.as_os_str());
        let Some(at) = find_folder(bytes, folder) else { continue };
        let rest = &bytes[at + folder.len()..];
        write_quoted(out, &bytes[..at]);
        if folder.iter().copied().all(is_plain) {
            out.extend_from_slice(format!("${name}").as_bytes());
        } else {
            out.extend_from_slice(format!("\"${name}\"").as_bytes());
        }
        return write_quoted(out, rest);
    }
    if bytes.is_empty() {
        out.extend_from_slice(b"''");
    }
    write_quoted(out, bytes);
}

/// Writes variables for the environment of a command that comes after.
pub fn write_variables(
    out: &mut Vec<u8>,
    variables: &[(&'static str, OsString)],
    folders: &[(&'static str, PathBuf)],
) {
    for (name, value) in variables {
        out.extend_from_slice(format!("{name}=").as_bytes());
        write_word(out, value, folders);
        out.push(b' ');
    }
}

/// Where a folder stands in a word, as a whole path: at its start, or after a flag such as `-I`.
fn find_folder(word: &[u8], folder: &[u8]) -> Option<usize> {
    let starts = if word.starts_with(b"-") { 0..word.len() } else { 0..1 };
    starts.into_iter().find(|&at| {
        let rest = word.get(at..).and_then(|rest| rest.strip_prefix(folder));
        rest.is_some_and(|rest| rest.is_empty() || rest[0] == b'/')
    })
}

fn write_quoted(out: &mut Vec<u8>, bytes: &[u8]) {
    // A `=` would make a variable of the first word.
    let flag = bytes.starts_with(b"-");
    if bytes.iter().all(|&byte| is_plain(byte) || (flag && byte == b'=')) {
        return out.extend_from_slice(bytes);
    }
    out.push(b'\'');
    for &byte in bytes {
        match byte {
            b'\'' => out.extend_from_slice(b"'\\''"),
            // A terminal that shows the line must not obey it.
            0x01..0x20 | 0x7f if byte != b'\n' && byte != b'\t' => {
                out.extend_from_slice(format!("'\"$(printf '\\{byte:03o}')\"'").as_bytes());
            }
            _ => out.push(byte),
        }
    }
    out.push(b'\'');
}

fn is_plain(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"_-+./,:@%".contains(&byte) || byte >= 0x80
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_quoted_where_a_shell_would_take_them_apart() {
        let written = |word: &str, folder: &str| {
            let mut out = Vec::new();
            write_word(&mut out, OsStr::new(word), &[("W", folder.into())]);
            String::from_utf8(out).unwrap()
        };
        assert_eq!(written("/w/x.o", "/w"), "$W/x.o");
        assert_eq!(written("-I/w", "/w"), "-I$W");
        assert_eq!(written("/wx", "/w"), "/wx");
        assert_eq!(written("/w/it's $1\n", "/w"), "$W'/it'\\''s $1\n'");
        assert_eq!(written("/a b/x", "/a b"), "\"$W\"/x");
        assert_eq!(written("", "/w"), "''");
        assert_eq!(written("-std=c", "/w"), "-std=c");
        assert_eq!(written("a=b", "/w"), "'a=b'");
        assert_eq!(written("-Wl,-(", "/w"), "'-Wl,-('");
        assert_eq!(written("a\u{1b}[b", "/w"), "'a'\"$(printf '\\033')\"'[b'");
    }
}
