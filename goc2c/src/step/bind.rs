//! `goc2c bind`: has a C compiler read a library, and writes files to start from.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::compiler::{Compiler, find_compiler, named_for};
use super::headers;
use super::scratch::Scratch;
use crate::command::Exit;
use crate::command::ending::tell_file_error;
use crate::command::file::{FileError, display};
use crate::command::messages::Messages;
use crate::gc::Machine;
use crate::gc::bind::{Bound, Found, Library, Wanted};

/// What is asked for.
#[derive(Debug, Clone)]
pub struct Binder {
    /// The library's files of C.
    pub sources: Vec<PathBuf>,
    /// The package that is written.
    pub package: String,
    /// Patterns of the functions that are wanted.
    pub functions: Vec<String>,
    /// The headers whose functions are wanted.
    pub headers: Vec<String>,
    /// The C compilers that were named.
    pub compilers: Vec<(Machine, OsString)>,
    /// What they are told besides.
    pub cflags: Vec<String>,
}

impl Binder {
    /// Makes the texts. What is wrong has been said when it fails.
    ///
    /// # Errors
    /// How the run ends then.
    pub fn run(&self, messages: &mut Messages) -> Result<Bound, Exit> {
        let compiler = self.find_compiler(messages)?;
        let mut libraries = Vec::new();
        for source in &self.sources {
            let library = read(&compiler, source, &self.cflags);
            libraries.push(library.map_err(|error| tell(error, source, messages))?);
        }
        let folders: Vec<_> = self.include_folders().collect();
        let spell = |header: &str| spell(header, &folders);
        let wanted = Wanted {
            package: self.package.clone(),
            functions: self.functions.clone(),
            headers: self.headers.clone(),
            generate: self.generate(),
            source: self.sources.first().map(|source| display(source).to_string()).unwrap_or_default(),
            spell: &spell,
        };
        let found = Found::of(&libraries, compiler.machine, &wanted).map_err(|error| {
            messages.error("object", &error);
            Exit::Faults
        })?;
        let included = match found.headers() {
            [] => Vec::new(),
            headers => self
                .include(&compiler, headers)
                .map_err(|error| tell(error, &std::env::temp_dir(), messages))?,
        };
        let bound = found.bind(&included);
        if bound.functions == 0 {
            match bound.left_out.first() {
                Some((name, why)) => {
                    messages.error("left-out", &format!("no function can be bound; `{name}`: {why}"));
                }
                None => messages.error(
                    "no-function",
                    &"no function of these files is declared in a header of theirs and is one of those that are wanted",
                ),
            }
            return Err(Exit::Faults);
        }
        Ok(bound)
    }

    /// What the preprocessor makes of some headers.
    fn include(&self, compiler: &Compiler, headers: &[String]) -> Result<Vec<u8>, Unread> {
        let scratch = Scratch::new()?;
        let source = scratch.path().join("headers.c");
        let lines: String = headers.iter().map(|header| format!("#include \"{header}\"\n")).collect();
        fs::write(&source, lines)?;
        let text = scratch.path().join("headers.i");
        let own = headers::write_below(scratch.path(), None)?;
        // They stand as they will in the file that is written.
        let mut command = command(compiler, &self.cflags, &own);
        run(command.args(["-iquote", ".", "-E"]).arg(&source), &text)
    }

    /// The compiler of the machine that this runs on, else the other's.
    fn find_compiler(&self, messages: &mut Messages) -> Result<Compiler, Exit> {
        let own = crate::host_arch().parse().ok();
        let others = Machine::ALL.into_iter().filter(|machine| Some(*machine) != own);
        let mut first = None;
        for machine in own.into_iter().chain(others) {
            match find_compiler(machine, named_for(&self.compilers, machine)) {
                Ok(compiler) => return Ok(compiler),
                Err(error) => first = first.or(Some(error)),
            }
        }
        if let Some(error) = first {
            messages.error("compiler", &error);
        }
        Err(Exit::Io)
    }

    /// The folders of `-I`, as they were given.
    fn include_folders(&self) -> impl Iterator<Item = String> + '_ {
        let behind = |(at, flag): (usize, &String)| match flag.strip_prefix("-I") {
            Some("") => self.cflags.get(at + 1).cloned(),
            Some(folder) => Some(folder.to_owned()),
            None => None,
        };
        self.cflags.iter().enumerate().filter_map(behind)
    }

    /// The last words of the command that makes the assembly.
    fn generate(&self) -> String {
        let mut words = Vec::new();
        if !self.cflags.is_empty() {
            let flags = shlex::try_join(self.cflags.iter().map(String::as_str)).unwrap_or_default();
            words.push(quoted(&format!("--cflags={flags}")));
        }
        words.push(format!("{}.goc", self.package));
        words.extend(self.sources.iter().map(|source| quoted(&source.to_string_lossy())));
        words.join(" ")
    }
}

/// A word as `go generate` reads it: between double quotes, with Go's escapes, where it has a blank or a quote.
fn quoted(word: &str) -> String {
    let is_plain = !word.is_empty() && !word.contains([' ', '"', '\\', '\t', '$']);
    if is_plain {
        word.to_owned()
    } else {
        format!("\"{}\"", word.replace('\\', "\\\\").replace('"', "\\\""))
    }
}

/// How a header's path is written in an `#include`: from a folder of `-I` on, where it lies in one.
fn spell(header: &str, folders: &[String]) -> String {
    let in_folder = |folder: &String| {
        Some(header.strip_prefix(folder.trim_end_matches('/'))?.strip_prefix('/')?.to_owned())
    };
    folders.iter().find_map(in_folder).unwrap_or_else(|| header.to_owned())
}

/// Why a file of C was not read.
enum Unread {
    /// The compiler refuses it, and says so.
    Refused(Vec<u8>),
    File(io::Error),
}

impl From<io::Error> for Unread {
    fn from(error: io::Error) -> Unread {
        Unread::File(error)
    }
}

fn tell(unread: Unread, path: &Path, messages: &mut Messages) -> Exit {
    match unread {
        Unread::Refused(said) => {
            messages.text(&said);
            Exit::Faults
        }
        Unread::File(error) => tell_file_error(&FileError::new("read", path)(error), messages),
    }
}

/// Compiles a file for its debug information, and has it preprocessed.
fn read(compiler: &Compiler, source: &Path, cflags: &[String]) -> Result<Library, Unread> {
    fs::metadata(source)?;
    let scratch = Scratch::new()?;
    let own = headers::write_below(scratch.path(), None)?;
    let make = |words: &[&str], output: &str| {
        run(command(compiler, cflags, &own).args(words).arg(source), &scratch.path().join(output))
    };
    Ok(Library { object: make(&["-g", "-O0", "-c"], "unit.o")?, preprocessed: make(&["-E"], "unit.i")? })
}

/// Runs a compiler; what it wrote.
fn run(command: &mut Command, output: &Path) -> Result<Vec<u8>, Unread> {
    let ended = command.arg("-o").arg(output).output()?;
    match ended.status.success() {
        true => Ok(fs::read(output)?),
        false => Err(Unread::Refused(ended.stderr)),
    }
}

/// A compiler with what it is told in any case. The system's headers and ours are nobody's library.
fn command(compiler: &Compiler, cflags: &[String], own: &Path) -> Command {
    let mut command = Command::new(&compiler.program);
    command.args(compiler.flags.iter().filter(|flag| flag.starts_with("--target"))).args(cflags);
    command.arg("-isystem").arg(own).args(["-w", "-fdiagnostics-color=never"]).stdin(Stdio::null());
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_are_named_from_folders_of_includes() {
        let folders = ["src/".to_owned(), "/usr/lib".to_owned()];
        assert_eq!(spell("src/a/b.h", &folders), "a/b.h");
        assert_eq!(spell("source/b.h", &folders), "source/b.h");
    }

    #[test]
    fn words_are_quoted_for_go_generate() {
        assert_eq!(quoted("src/a.c"), "src/a.c");
        assert_eq!(quoted("--cflags=-I a"), "\"--cflags=-I a\"");
    }
}
