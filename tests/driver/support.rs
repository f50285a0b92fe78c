//! What the driver's tests share: trees with compilers that stand in for the real ones.

use std::collections::BTreeSet;
use std::fs;
use std::io::{Read, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use gen_runtime::Platform;
use gen_runtime::Release;
use gen_runtime::driver::dist::facts::facts;

pub use crate::support::*;

/// Linux on a machine.
pub fn linux(arch: &str) -> Platform {
    Platform { os: "linux".into(), arch: arch.into() }
}

/// A tree in a folder of its own.
pub struct Tree {
    _folder: tempfile::TempDir,
    pub goroot: PathBuf,
    pub record: PathBuf,
    pub release: Release,
    pub arch: &'static str,
    pub host: &'static str,
}

impl Tree {
    /// A tree of a release, with tools for a machine.
    pub fn new(release: Release, arch: &'static str, host: &'static str) -> Tree {
        Tree::named(release, arch, host, "go")
    }

    /// A tree in a folder of that name.
    pub fn named(release: Release, arch: &'static str, host: &'static str, name: &str) -> Tree {
        let folder = tempfile::tempdir().unwrap();
        let goroot = folder.path().join(name);
        let record = folder.path().join("record");
        let tree = Tree { _folder: folder, goroot, record, release, arch, host };
        let source = tree.source();
        fs::create_dir_all(&source).unwrap();
        for entry in fs::read_dir(root().join("fixtures/driver/tree/runtime")).unwrap() {
            let entry = entry.unwrap();
            fs::copy(entry.path(), source.join(entry.file_name())).unwrap();
        }
        fs::create_dir_all(tree.goroot.join("src/cmd/ld")).unwrap();
        fs::copy(source.join("textflag.h"), tree.goroot.join("src/cmd/ld/textflag.h")).unwrap();
        fs::write(tree.goroot.join("VERSION"), format!("mini {release}")).unwrap();
        let tools = tree.tools();
        fs::create_dir_all(&tools).unwrap();
        for tool in ["5a", "5c", "5g", "6a", "6c", "6g", "8a", "8c", "8g", "pack"] {
            fs::copy(root().join("tests/driver/stand-in"), tools.join(tool)).unwrap();
        }
        tree
    }

    pub fn source(&self) -> PathBuf {
        self.goroot.join(facts(self.release).source)
    }

    pub fn tools(&self) -> PathBuf {
        facts(self.release).tools_of(&self.goroot, &linux(self.host))
    }

    pub fn packages(&self) -> PathBuf {
        self.goroot.join(format!("pkg/linux_{}", self.arch))
    }

    pub fn work(&self) -> PathBuf {
        self.goroot.join(format!(".gen-runtime/linux_{}", self.arch))
    }

    /// `gen-runtime COMMAND` for the tree.
    pub fn command(&self, command: &str) -> Command {
        children_take_signals_as_usual();
        let mut run = Command::new(env!("CARGO_BIN_EXE_gen-runtime"));
        for name in ["GOROOT_FINAL", "GOBIN", "GOEXPERIMENT", "CC", "CC_FOR_TARGET", "MAKEFLAGS"] {
            run.env_remove(name);
        }
        run.env("RECORD", &self.record).args(command.split_whitespace());
        run.arg("--goroot").arg(&self.goroot).args([
            "--os",
            "linux",
            "--arch",
            self.arch,
            "--host-os",
            "linux",
        ]);
        run.args(["--host-arch", self.host, "--dialect", self.release.name()]);
        run
    }

    /// Installs the runtime package.
    pub fn install(&self, more: &str) -> Ran {
        run(self.command("dist install pkg/runtime").args(more.split_whitespace()))
    }

    /// What the tools were called with since the last time, in the order of the transcripts' paths.
    pub fn calls(&self) -> Vec<String> {
        let text = fs::read_to_string(&self.record).unwrap_or_default();
        let _ = fs::remove_file(&self.record);
        let mut calls: Vec<_> = text.lines().map(|line| self.shown(line)).collect();
        calls.sort();
        calls
    }

    /// A line with variables for folders, as the transcripts have it.
    pub fn shown(&self, line: &str) -> String {
        let line = line.replace(self.work().to_str().unwrap(), "$WORK");
        without_hidden(line.replace(self.goroot.to_str().unwrap(), "$GOROOT"))
    }

    /// Every file that is not part of the tree from the start, but for the record of what was done.
    pub fn made(&self) -> Vec<(String, Vec<u8>)> {
        let mut made = Vec::new();
        let mut waiting = vec![self.goroot.clone()];
        while let Some(next) = waiting.pop() {
            for entry in fs::read_dir(&next).unwrap() {
                let path = entry.unwrap().path();
                let name = path.file_name().unwrap().to_string_lossy().into_owned();
                if name == "state" || name == "lock" || name == "state.new" {
                    continue;
                }
                if path.is_dir() {
                    waiting.push(path);
                } else if path.starts_with(self.packages())
                    || path.starts_with(self.work())
                    || (path.starts_with(self.source()) && name.starts_with('z'))
                {
                    let shown = path.strip_prefix(&self.goroot).unwrap().to_string_lossy().into_owned();
                    made.push((shown, fs::read(&path).unwrap()));
                }
            }
        }
        made.sort();
        made
    }
}

/// A job server's fifo beside a tree.
pub struct Fifo {
    path: PathBuf,
    file: fs::File,
}

impl Fifo {
    /// With those tokens.
    pub fn with(tree: &Tree, tokens: &[u8]) -> Fifo {
        let path = tree.record.with_file_name("fifo");
        assert_eq!(run(Command::new("mkfifo").arg(&path)).code, Some(0));
        // Open both ways, the fifo keeps what is in it.
        let mut file = fs::File::options().read(true).write(true).custom_flags(0o4000).open(&path).unwrap();
        file.write_all(tokens).unwrap();
        Fifo { path, file }
    }

    /// What make would say of it.
    pub fn flags(&self) -> String {
        format!(" -j3 --jobserver-auth=fifo:{}", self.path.display())
    }

    /// The tokens that are in it, which are taken out.
    pub fn tokens(&self) -> String {
        let mut tokens = [0; 9];
        let count = (&self.file).read(&mut tokens).unwrap_or(0);
        tokens[..count].sort_unstable();
        String::from_utf8_lossy(&tokens[..count]).into_owned()
    }
}

/// Variables that say how packages are built.
const VARIABLES: [&str; 13] = [
    "GOOS",
    "GOARCH",
    "GOROOT",
    "GOFLAGS",
    "GOBIN",
    "CC",
    "CFLAGS",
    "LDFLAGS",
    "AR",
    "GCCGO",
    "GCCGOFLAGS",
    "GCFLAGS",
    "MAKEFLAGS",
];

/// `gen-runtime build` in a folder, with the gccgo that there is.
pub fn build_command(folder: &Path, args: &str) -> Command {
    gen_runtime_command(folder, "build", args)
}

/// A command of gen-runtime on packages of one's own.
pub fn gen_runtime_command(folder: &Path, name: &str, args: &str) -> Command {
    children_take_signals_as_usual();
    let mut command = Command::new(env!("CARGO_BIN_EXE_gen-runtime"));
    for name in VARIABLES {
        command.env_remove(name);
    }
    let gccgo =
        ["gccgo", "gccgo-12"].into_iter().find(|name| Command::new(name).arg("--version").output().is_ok());
    command.env("GCCGO", gccgo.unwrap_or("gccgo")).current_dir(folder).arg(name);
    command.args(args.split_whitespace());
    command
}

/// What comes of [`build_command`].
pub fn build(folder: &Path, args: &str) -> Ran {
    run(&mut build_command(folder, args))
}

/// What comes of [`gen_runtime_command`].
pub fn gen_runtime(folder: &Path, name: &str, args: &str) -> Ran {
    run(&mut gen_runtime_command(folder, name, args))
}

/// Writes files in a folder.
pub fn write(folder: &Path, files: &[(&str, &str)]) {
    for (name, text) in files {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
}

/// A line without the folders that tools write into.
pub fn without_hidden(mut line: String) -> String {
    while let Some(at) = line.find("/.goc2c-") {
        let end = line[at + 1..].find('/').map_or(line.len(), |length| at + 1 + length);
        line.replace_range(at..end, "");
    }
    line
}

/// The last line of a run that told a code.
pub fn more(code: &str) -> String {
    format!("gen-runtime: note: `gen-runtime explain {code}` says more\n")
}

/// Lines, each once, in order.
pub fn lines(text: &str) -> BTreeSet<String> {
    text.lines().map(str::to_owned).collect()
}

/// A transcript.
pub fn transcript(name: &str) -> String {
    let path = root().join("fixtures/driver/transcripts").join(name);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The names of an archive's members, in the common format.
pub fn members(path: &Path) -> Vec<String> {
    let text = fs::read(path).unwrap();
    let mut rest = text.strip_prefix(b"!<arch>\n").expect("an archive");
    let mut names = Vec::new();
    while rest.len() >= 60 {
        let field = |range: std::ops::Range<usize>| String::from_utf8_lossy(&rest[range]).trim().to_owned();
        let size: usize = field(48..58).parse().unwrap();
        names.push(field(0..16).trim_end_matches('/').to_owned());
        rest = rest.get(60 + size + size % 2..).unwrap_or_default();
    }
    names
}

/// Where no half-written file may be: no folder is left that tools write into.
pub fn leftovers(tree: &Tree) -> Vec<PathBuf> {
    [tree.source(), tree.work(), tree.packages()]
        .iter()
        .filter_map(|folder| fs::read_dir(folder).ok())
        .flatten()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.file_name().unwrap().to_string_lossy().starts_with(".goc2c-"))
        .collect()
}
