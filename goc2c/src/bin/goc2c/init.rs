//! `goc2c init`: writes a package to start from, and never over what is there.

use std::path::{Path, PathBuf};

use goc2c::command::Exit;
use goc2c::command::ending::tell_file_error;
use goc2c::command::file::{FileError, display};
use goc2c::command::messages::Messages;

use crate::fresh::{refuse_present, write_all};

/// Who compiles the package.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Compiler {
    /// Today's Go compiler.
    Gc,
    Gccgo,
}

/// A package to start.
pub(crate) struct Start {
    pub(crate) compiler: Compiler,
    pub(crate) folder: PathBuf,
    pub(crate) package: String,
}

/// The files: what stands behind the package's name in theirs, or their own, and the text, in which `PACKAGE` is its name.
type Files = &'static [(&'static str, &'static str)];

const GOC: (&str, &str) = ("*.goc", include_str!("init/package.goc"));
const TEST: (&str, &str) = ("*_test.go", include_str!("init/package_test.go.txt"));

impl Compiler {
    fn files(self) -> Files {
        match self {
            Compiler::Gc => &[GOC, ("*.go", include_str!("init/gc.go.txt")), TEST],
            Compiler::Gccgo => &[
                GOC,
                ("*.go", include_str!("init/gccgo.go.txt")),
                TEST,
                ("Makefile", include_str!("init/Makefile.txt")),
            ],
        }
    }

    /// What builds, tests and measures the package.
    fn next(self) -> &'static str {
        match self {
            Compiler::Gc => "go generate && go test -bench .",
            Compiler::Gccgo => "make test bench",
        }
    }
}

/// Runs the command.
pub(crate) fn run(start: &Start, messages: &mut Messages) -> Exit {
    match write(start, messages) {
        Ok(()) => Exit::Success,
        Err(exit) => exit,
    }
}

fn write(start: &Start, messages: &mut Messages) -> Result<(), Exit> {
    let Start { compiler, folder, package } = start;
    let mut files: Vec<(PathBuf, String)> = Vec::new();
    for (name, text) in compiler.files() {
        files.push((folder.join(name.replace('*', package)), text.replace("PACKAGE", package)));
    }
    if !is_in_module(folder) {
        files.push((folder.join("go.mod"), format!("module example.com/{package}\n\ngo 1.19\n")));
    }
    let advice = "choose another folder, or another name by `--package`";
    refuse_present(files.iter().map(|(path, _)| &**path), advice, messages)?;
    let made = std::fs::create_dir_all(folder).map_err(FileError::new("make", folder));
    made.map_err(|error| tell_file_error(&error, messages))?;
    write_all(files.iter().map(|(path, text)| (path, &**text)), messages)?;
    let names: Vec<_> = files.iter().map(|(path, _)| format!("`{}`", display(path))).collect();
    messages.plain(&format!("made {}", names.join(", ")));
    messages.plain(&format!("next: {}", next(start)));
    Ok(())
}

/// The next command: where this program is not on the path, with its folder there.
fn next(Start { compiler, folder, .. }: &Start) -> String {
    let enter = match folder.as_os_str().is_empty() || folder == Path::new(".") {
        true => String::new(),
        false => format!("cd {} && ", quoted(folder)),
    };
    let own = std::env::current_exe().ok().and_then(|program| program.parent().map(Path::to_owned));
    let path = std::env::var_os("PATH").unwrap_or_default();
    let is_on_path = std::env::split_paths(&path).any(|folder| folder.join("goc2c").is_file());
    let path = match own {
        Some(own) if !is_on_path => format!("export PATH=$PATH:{} && ", quoted(&own)),
        _ => String::new(),
    };
    format!("{path}{enter}{}", compiler.next())
}

fn quoted(path: &Path) -> String {
    let text = path.to_string_lossy();
    shlex::try_quote(&text).map(|quoted| quoted.into_owned()).unwrap_or_default()
}

/// Whether a folder, or one that it lies in, has a go.mod.
fn is_in_module(folder: &Path) -> bool {
    let Ok(folder) = std::path::absolute(folder) else { return false };
    folder.ancestors().any(|folder| folder.join("go.mod").exists())
}
