//! Plans as Ninja files, and C compilations as a database for editors.
//!
//! Ninja hands a command to a shell, and a long one by a file: the commands are those of
//! [`super::shell`], with what Ninja itself takes apart escaped.

use std::ffi::OsStr;
use std::fmt;
use std::path::{Path, PathBuf};

use goc2c::command::output::bytes_of;
use serde_json::json;

use crate::action::{Action, Plan, ResultIs, Run, Work};
use crate::depfile::is_plain;
use crate::shell::write_word;

/// A path that a Ninja file cannot hold: one with a newline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewlineInPath(pub PathBuf);

impl fmt::Display for NewlineInPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a Ninja file cannot hold the path {:?}", self.0)
    }
}

impl std::error::Error for NewlineInPath {}

/// Commands longer than this are handed over by a file.
const LONG: usize = 100_000;

/// A plan as a Ninja file.
///
/// # Errors
/// See [`NewlineInPath`].
pub fn render_ninja(plan: &Plan) -> Result<Vec<u8>, NewlineInPath> {
    let mut out = b"# made by gen-runtime\nninja_required_version = 1.7\n".to_vec();
    if let Some((_, work)) = plan.folders.iter().find(|(name, _)| *name == "WORK") {
        out.extend_from_slice(b"builddir = ");
        put_path(&mut out, work, b" ")?;
        out.push(b'\n');
    }
    out.extend_from_slice(
        b"pool link\n  depth = 2\nrule run\n  command = $cmd\n  description = $what\n  restat = 1\n\
          rule long\n  command = sh $out.sh\n  rspfile = $out.sh\n  rspfile_content = $cmd\n\
          \x20 description = $what\n  restat = 1\n",
    );
    for action in &plan.actions {
        let command = command(plan, action);
        if command.contains(&b'\n') {
            return Err(NewlineInPath(action.output.clone()));
        }
        let long = command.len() > LONG && !action.output.to_string_lossy().contains([' ', '$', '\'']);
        out.extend_from_slice(b"build ");
        put_path(&mut out, &action.output, b" :|")?;
        let also: Vec<_> = action.also().collect();
        put_group(&mut out, b" |", &also)?;
        out.extend_from_slice(if long { b": long" } else { b": run" });
        for input in &action.inputs {
            out.push(b' ');
            put_path(&mut out, input, b" :|")?;
        }
        let tool = match &action.work {
            Work::Run(run) => run.program().filter(|tool| tool.is_absolute()),
            Work::Copy | Work::Empty => None,
        };
        put_group(&mut out, b" |", &tool.into_iter().collect::<Vec<_>>())?;
        let after: Vec<_> = action.after.iter().map(PathBuf::as_path).collect();
        put_group(&mut out, b" ||", &after)?;
        out.extend_from_slice(b"\n  cmd = ");
        put_escaped(&mut out, &command, b"");
        out.extend_from_slice(b"\n  what = ");
        put_escaped(&mut out, action.output.file_name().map_or(b"", bytes_of), b"");
        if matches!(&action.work, Work::Run(Run { result: ResultIs::Added, .. })) {
            out.extend_from_slice(b"\n  pool = link");
        }
        let read = action.inputs.first().is_none_or(|input| is_plain(input));
        if let Some((depfile, _)) = action.depfile().filter(|(depfile, _)| read && is_plain(depfile)) {
            out.extend_from_slice(b"\n  deps = gcc\n  depfile = ");
            put_path(&mut out, depfile, b"")?;
        }
        out.push(b'\n');
    }
    Ok(out)
}

/// One line for a shell.
fn command(plan: &Plan, action: &Action) -> Vec<u8> {
    let mut out = Vec::new();
    let output = action.output.as_os_str();
    match &action.work {
        Work::Copy => {
            let from = action.inputs.first().unwrap_or(&action.output).as_os_str();
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
            for (name, value) in &plan.environment {
                out.extend_from_slice(format!("{name}=").as_bytes());
                write_word(&mut out, value, &[]);
                out.push(b' ');
            }
            for (at, word) in run.words(&action.output, None).enumerate() {
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

fn put_path(out: &mut Vec<u8>, path: &Path, special: &[u8]) -> Result<(), NewlineInPath> {
    let bytes = bytes_of(path.as_os_str());
    if bytes.contains(&b'\n') {
        return Err(NewlineInPath(path.to_owned()));
    }
    put_escaped(out, bytes, special);
    Ok(())
}

/// Paths behind a mark, if there are any.
fn put_group(out: &mut Vec<u8>, mark: &[u8], files: &[&Path]) -> Result<(), NewlineInPath> {
    if !files.is_empty() {
        out.extend_from_slice(mark);
    }
    for file in files {
        out.push(b' ');
        put_path(out, file, b" :|")?;
    }
    Ok(())
}

fn put_escaped(out: &mut Vec<u8>, bytes: &[u8], special: &[u8]) {
    for &byte in bytes {
        if byte == b'$' || special.contains(&byte) {
            out.push(b'$');
        }
        out.push(byte);
    }
}

/// The compilations of C files, as `compile_commands.json` has them.
pub fn render_compile_commands(plan: &Plan) -> String {
    let entries = plan.actions.iter().filter_map(|action| {
        let (Work::Run(run), Some(file)) = (&action.work, action.inputs.first()) else { return None };
        let is_object = action.output.extension().is_some_and(|it| it == "o");
        if !is_object || file.extension().is_none_or(|it| it != "c") {
            return None;
        }
        let words = run.words(&action.output, None).map(|word| word.to_string_lossy().into_owned());
        Some(json!({
            "directory": run.folder.to_string_lossy(),
            "file": file.to_string_lossy(),
            "arguments": words.collect::<Vec<_>>(),
            "output": action.output.to_string_lossy(),
        }))
    });
    let entries: Vec<_> = entries.collect();
    format!("{:#}\n", serde_json::Value::from(entries))
}
