//! Many packages: time and memory grow with their number, and nothing is as deep as they are many.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use super::support::*;

/// How much memory a command may have, in kilobytes, with all that it maps. What the system tells of a process afterwards
/// has the memory in it of the one that started it.
const MEMORY: u32 = 200_000;

/// How long a command takes that has little memory, and ends well.
fn measured(command: &Command) -> Duration {
    let mut limited = Command::new("sh");
    limited.args(["-c", &format!("ulimit -v {MEMORY} && exec \"$0\" \"$@\"")]);
    limited.arg(command.get_program()).args(command.get_args());
    limited.current_dir(command.get_current_dir().unwrap());
    for (name, value) in command.get_envs() {
        match value {
            Some(value) => limited.env(name, value),
            None => limited.env_remove(name),
        };
    }
    let started = Instant::now();
    let status = limited.stdout(Stdio::null()).stderr(Stdio::null()).status().unwrap();
    assert!(status.success(), "{command:?}: {status}, with {MEMORY} kB");
    started.elapsed()
}

/// A module of so many packages, each of which imports what `imports` says.
fn module(folder: &Path, count: usize, imports: impl Fn(usize) -> Option<usize>) {
    fs::write(folder.join("go.mod"), "module m\n").unwrap();
    for at in 0..count {
        let import = imports(at).map(|other| format!("import _ \"m/p{other}\"\n")).unwrap_or_default();
        let package = folder.join(format!("p{at}"));
        fs::create_dir(&package).unwrap();
        fs::write(package.join("p.go"), format!("package p{at}\n{import}")).unwrap();
    }
    let main = folder.join("cmd");
    fs::create_dir(&main).unwrap();
    let imports: String = match imports(0) {
        Some(_) => "import _ \"m/p0\"\n".into(),
        None => (0..count).map(|at| format!("import _ \"m/p{at}\"\n")).collect(),
    };
    fs::write(main.join("main.go"), format!("package main\n{imports}func main() {{}}\n")).unwrap();
}

#[test]
fn ten_thousand_packages_are_planned_in_little_memory() {
    const COUNT: usize = 10_000;
    for (shape, next) in [
        ("chain", (|at| (at + 1 < COUNT).then_some(at + 1)) as fn(usize) -> Option<usize>),
        ("side by side", |_| None),
    ] {
        let folder = tempfile::tempdir().unwrap();
        module(folder.path(), COUNT, next);
        let time = measured(&build_command(folder.path(), "-n -o prog cmd"));
        let listed = measured(&gen_runtime_command(folder.path(), "list", "-json ./..."));
        println!("{shape}: planned in {time:?}, listed in {listed:?}");
        // A busy machine takes long, and so does a program that is made for tests; what grows with the square takes
        // minutes.
        assert!(time.max(listed) < Duration::from_secs(30), "{shape}: {time:?}, {listed:?}");
    }
}
