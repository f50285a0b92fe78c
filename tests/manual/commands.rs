//! The commands of a page, run in a folder that looks like a clone.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Component, Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

use super::page::{Block, Page};
use crate::support::{difference, is_installed, root, run, stored_below};

/// The programs that a page's commands need beside sh. Without one of them they are left out; in CI that is a failure.
const TOOLS: [(&str, &[&str]); 7] = [
    ("README.md", &["gcc", "aarch64-linux-gnu-gcc", "go", "gccgo-12"]),
    ("doc/build-systems.md", &["gcc", "aarch64-linux-gnu-gcc", "go"]),
    ("doc/c-libraries.md", &["gcc", "aarch64-linux-gnu-gcc", "go", "qemu-aarch64"]),
    ("doc/gc.md", &["gcc", "aarch64-linux-gnu-gcc", "go", "qemu-aarch64"]),
    ("doc/goc.md", &["gcc"]),
    ("doc/cgo.md", &["gccgo-12", "gcc"]),
    ("doc/gccgo.md", &["go", "gccgo-12"]),
];

/// Pages that show bytes of stack: they are those of Debian 12's gcc, on amd64.
const OF_USUAL_GCC: [&str; 1] = ["doc/gc.md"];

/// Variables that would make a command print something else.
const UNSET: [&str; 14] = [
    "CC",
    "CFLAGS",
    "GCCGO",
    "GCCGOFLAGS",
    "GO",
    "GOARCH",
    "GOEXPERIMENT",
    "GOFLAGS",
    "GOOS",
    "GOROOT",
    "GOC_CC_AMD64",
    "GOC_CC_ARM64",
    "MAKEFLAGS",
    "MAKELEVEL",
];

/// Runs a page's blocks in order, to the first that fails; what is wrong.
pub fn check(page: &Page) -> Option<String> {
    let blocks = page.blocks();
    let is_run = |block: &&Block| block.info.is_commands() && block.info.tested.is_none();
    let tools = TOOLS.iter().find(|(name, _)| *name == page.name).map_or(&[][..], |(_, tools)| tools);
    if !blocks.iter().any(|block| is_run(&block)) || !tools.iter().all(|tool| is_installed(tool)) {
        return None;
    }
    if OF_USUAL_GCC.contains(&&*page.name) && !have_usual_gcc() {
        return None;
    }
    let clone = Clone::new(page);
    for block in &blocks {
        let place = format!("{}:{}", page.name, block.line);
        if let Some(path) = block.info.file {
            let path = clone.inside(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, &block.text).unwrap();
        } else if let Some(path) = block.info.part {
            let file =
                fs::read_to_string(clone.inside(path)).unwrap_or_else(|why| panic!("{place}: {path}: {why}"));
            if let Some(other) = block.text.trim_end().split("\n\n").find(|part| !file.contains(part)) {
                return Some(format!("{place}: `{path}` does not have\n{other}\n\nbut\n{file}"));
            }
        } else if is_run(&block) {
            let wrong = match block.info.language {
                "console" => clone.console(block),
                _ => clone.commands(block),
            };
            if let Some(wrong) = wrong {
                return Some(format!("{place}: {wrong}"));
            }
        }
    }
    None
}

/// Whether gcc is the one whose figures the pages have; says so where it is not. In CI it must be.
fn have_usual_gcc() -> bool {
    let is_usual = cfg!(target_arch = "x86_64")
        && run(Command::new("gcc").arg("--version")).stdout.contains("12.2.0-14");
    if !is_usual {
        println!("skipped: gcc is not of version 12.2.0-14, or this is not amd64");
        assert!(std::env::var_os("CI").is_none(), "CI must have that gcc");
    }
    is_usual
}

/// A folder that looks like a clone after `make build`.
struct Clone {
    folder: TempDir,
    path: std::ffi::OsString,
}

impl Clone {
    fn new(page: &Page) -> Clone {
        let folder = tempfile::tempdir().unwrap();
        let bin = folder.path().join("bin");
        fs::create_dir(&bin).unwrap();
        let gen_runtime = Path::new(env!("CARGO_BIN_EXE_gen-runtime"));
        let goc2c = gen_runtime.with_file_name("goc2c");
        assert!(goc2c.is_file(), "`cargo build -p goc2c` makes the other program");
        for program in [gen_runtime, &goc2c] {
            symlink(program, bin.join(program.file_name().unwrap())).unwrap();
        }
        for name in ["fixtures", "examples"] {
            if page.text.contains(&format!("{name}/")) {
                copy(&root().join(name), &folder.path().join(name));
            }
        }
        let page = Path::new(&page.name).file_stem().expect("a page has a name");
        copy(&root().join("tests/manual/reader").join(page), folder.path());
        let others = std::env::var_os("PATH").unwrap_or_default();
        let path = std::env::join_paths(std::iter::once(bin).chain(std::env::split_paths(&others))).unwrap();
        Clone { folder, path }
    }

    /// A path below the folder.
    fn inside(&self, path: &str) -> PathBuf {
        let climbs = |part| !matches!(part, Component::Normal(_));
        assert!(!Path::new(path).components().any(climbs), "`{path}` leaves the page's folder");
        self.folder.path().join(path)
    }

    /// A shell where a block's commands are run.
    fn shell(&self, block: &Block, args: &[&str]) -> Command {
        let folder = block.info.folder.map_or(self.folder.path().to_owned(), |folder| self.inside(folder));
        fs::create_dir_all(&folder).unwrap();
        let mut command = Command::new("sh");
        command.args(args).current_dir(folder).env("PATH", &self.path);
        for name in UNSET {
            command.env_remove(name);
        }
        let below = Path::new(env!("CARGO_TARGET_TMPDIR"));
        command.env("GOTOOLCHAIN", "local").env("GOENV", "off").env("GOWORK", "off").env("GOPROXY", "off");
        command.env("GOCACHE", below.join("go-cache")).env("GOPATH", below.join("go-path"));
        // Debian's name for it.
        command.env("GCCGO", "gccgo-12");
        command.env("TERM", "dumb").env("LC_ALL", "C");
        command
    }

    /// Runs a block of commands, of which each must succeed.
    fn commands(&self, block: &Block) -> Option<String> {
        let args = if block.info.reader { "-n" } else { "-ex" };
        let ran = run(self.shell(block, &[args, "-c", &block.text]).env("PS4", "$ "));
        (ran.code != Some(0)).then(|| format!("status {:?}\n{}{}", ran.code, ran.stdout, ran.stderr))
    }

    /// Runs the commands of a console, and compares it with the block.
    fn console(&self, block: &Block) -> Option<String> {
        let mut script = String::from("exec 2>&1\nstatus=0\n");
        for line in block.text.lines().filter(|line| line.starts_with("$ ")) {
            // The command's own status is what `$?` is for the next one.
            script += &format!("printf '%s\\n' '{}'\n(exit $status)\n", line.replace('\'', r"'\''"));
            script += &format!("{}\nstatus=$?\n", &line[2..]);
        }
        let ran = run(&mut self.shell(block, &["-c", &script]));
        difference(block.text.as_bytes(), ran.stdout.as_bytes())
    }
}

/// Copies a folder, where it is there.
fn copy(from: &Path, to: &Path) {
    if !from.is_dir() {
        return;
    }
    for (name, path) in stored_below(from) {
        let target = to.join(name);
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::copy(path, target).unwrap();
    }
}
