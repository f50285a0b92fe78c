//! Many packages: time and memory grow with their number, and nothing is as deep as they are many.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use wait4::Wait4;

use super::support::*;

/// How long a command takes, and the most memory that it has, in bytes.
fn measured(command: &mut Command) -> (Duration, u64) {
    let started = Instant::now();
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    let used = child.wait4().unwrap();
    assert!(used.status.success(), "{command:?}");
    (started.elapsed(), used.rusage.maxrss)
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
        let (time, memory) = measured(&mut build_command(folder.path(), "-n -o prog cmd"));
        println!("{shape}: {time:?}, {} MB", memory / 1_000_000);
        assert!(memory < 200_000_000, "{shape}: {memory} bytes");
        // A busy machine takes long; what grows with the square takes minutes.
        assert!(time < Duration::from_secs(30), "{shape}: {time:?}");
    }
}
