//! Plans as Ninja files.
//!
//! Ninja hands a command to a shell, and a long one by a file: the commands are those of
//! [`super::shell`], with what Ninja itself takes apart escaped.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use goc2c::command::output::bytes_of;

use crate::action::{Action, Plan, ResultIs, Run, Spelling, Work};
use crate::depfile::is_plain;
use crate::shell::{write_variables, write_word};

/// What a Ninja file cannot hold: there is no spelling of the end of a line. Nor can what is made have a tab in its name,
/// which would end the name in Ninja's record of it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoSpelling {
    /// A path.
    #[error(
        "a Ninja file cannot hold the path {0:?}: rename what has a newline, a carriage return or a tab in its name"
    )]
    Path(PathBuf),
    /// The command that makes a file.
    #[error("a Ninja file cannot hold the command for {0:?}: it has a newline")]
    Command(PathBuf),
}

/// Commands longer than this are handed over by a file.
const LONG: usize = 100_000;

/// A plan as a Ninja file.
///
/// # Errors
/// See [`NoSpelling`].
pub fn render_ninja(plan: &Plan) -> Result<Vec<u8>, NoSpelling> {
    let mut out = b"# made by gen-runtime\nninja_required_version = 1.7\n".to_vec();
    if let Some((_, work)) = plan.folders.iter().find(|(name, _)| *name == "WORK") {
        out.extend_from_slice(b"builddir = ");
        put_path(&mut out, work)?;
        out.push(b'\n');
    }
    out.extend_from_slice(
        b"pipe = |\npool link\n  depth = 2\nrule run\n  command = $cmd\n  description = $what\n  restat = 1\n\
          rule long\n  command = sh $out.sh\n  rspfile = $out.sh\n  rspfile_content = $cmd\n\
          \x20 description = $what\n  restat = 1\n",
    );
    for action in &plan.actions {
        put_edge(&mut out, plan, action)?;
    }
    Ok(out)
}

fn put_edge(out: &mut Vec<u8>, plan: &Plan, action: &Action) -> Result<(), NoSpelling> {
    let command = command(plan, action);
    let no_command = || NoSpelling::Command(action.first().to_owned());
    let long = command.len() > LONG && !action.first().to_string_lossy().contains([' ', '$', '\'']);
    if let Some(made) = action.makes.iter().find(|made| bytes_of(made.as_os_str()).contains(&b'\t')) {
        return Err(NoSpelling::Path(made.to_owned()));
    }
    out.extend_from_slice(b"build ");
    put_path(out, action.first())?;
    put_group(out, b" |", action.makes.iter().skip(1).map(PathBuf::as_path))?;
    out.extend_from_slice(if long { b": long" } else { b": run" });
    put_group(out, b"", action.reads.iter().map(PathBuf::as_path))?;
    put_group(out, b" |", action.run().and_then(Run::program).filter(|tool| tool.is_absolute()))?;
    put_group(out, b" ||", action.after.iter().map(PathBuf::as_path))?;
    out.extend_from_slice(b"\n  cmd = ");
    put_escaped(out, &command, In::Value).ok_or_else(no_command)?;
    out.extend_from_slice(b"\n  what = ");
    put_path(out, action.first().file_name().map_or(Path::new(""), Path::new))?;
    if action.run().is_some_and(|run| run.result == ResultIs::Added) {
        out.extend_from_slice(b"\n  pool = link");
    }
    let read = action.reads.first().is_none_or(|read| is_plain(read));
    if let Some(depfile) = action.depfile().filter(|depfile| read && is_plain(&depfile.path)) {
        out.extend_from_slice(b"\n  deps = gcc\n  depfile = ");
        put_path(out, &depfile.path)?;
    }
    out.push(b'\n');
    Ok(())
}

/// One line for a shell.
fn command(plan: &Plan, action: &Action) -> Vec<u8> {
    let mut out = Vec::new();
    let output = action.first().as_os_str();
    match &action.work {
        Work::Copy => {
            let from = action.reads.first().map_or(output, |from| from.as_os_str());
            write_words(&mut out, "cp", &[from, output]);
        }
        Work::Empty => write_words(&mut out, ": >", &[output]),
        Work::Run(run) => {
            write_words(&mut out, "cd", &[run.folder.as_os_str()]);
            out.extend_from_slice(b" && ");
            if run.result == ResultIs::Added {
                write_words(&mut out, "rm -f", &[output]);
                out.extend_from_slice(b" && ");
            }
            write_variables(&mut out, &plan.environment, &[]);
            write_variables(&mut out, &run.environment, &[]);
            for (at, word) in action.words(Spelling::Own).enumerate() {
                if at > 0 {
                    out.push(b' ');
                }
                write_word(&mut out, &word, &[]);
            }
            if run.result == ResultIs::Printed {
                out.extend_from_slice(b" > ");
                write_word(&mut out, output, &[]);
            }
        }
    }
    out
}

fn write_words(out: &mut Vec<u8>, program: &str, words: &[&OsStr]) {
    out.extend_from_slice(program.as_bytes());
    for word in words {
        out.push(b' ');
        write_word(out, word, &[]);
    }
}

fn put_path(out: &mut Vec<u8>, path: &Path) -> Result<(), NoSpelling> {
    put_escaped(out, bytes_of(path.as_os_str()), In::Path).ok_or_else(|| NoSpelling::Path(path.to_owned()))
}

/// Paths after a mark, if there are any.
fn put_group<'p>(
    out: &mut Vec<u8>,
    mark: &[u8],
    files: impl IntoIterator<Item = &'p Path>,
) -> Result<(), NoSpelling> {
    for (count, file) in files.into_iter().enumerate() {
        if count == 0 {
            out.extend_from_slice(mark);
        }
        out.push(b' ');
        put_path(out, file)?;
    }
    Ok(())
}

/// Where a text stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum In {
    /// Where a path does; it may be a value, too.
    Path,
    /// After the `=` of a variable, and not with a blank first.
    Value,
}

/// Writes a text as Ninja reads it. Nothing where it has no spelling.
fn put_escaped(out: &mut Vec<u8>, bytes: &[u8], place: In) -> Option<()> {
    for &byte in bytes {
        match byte {
            b'\n' | b'\r' => return None,
            b'$' => out.extend_from_slice(b"$$"),
            b' ' | b':' if place == In::Path => out.extend_from_slice(&[b'$', byte]),
            // `$|` is none of its escapes, but a variable may hold the sign.
            b'|' if place == In::Path => out.extend_from_slice(b"${pipe}"),
            _ => out.push(byte),
        }
    }
    Some(())
}
