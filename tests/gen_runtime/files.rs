//! The command's habits around files: a platform in one run, nothing written after errors, the names.

use std::fs;
use std::path::Path;

use pretty_assertions::assert_eq;

use super::captures::{Captures, options};
use super::program::{gen_runtime, gen_runtime_in};
use crate::support::{compare_generated, difference, files_below, read, root, run, snapshot};

/// Puts a platform's captures into a folder; the arguments that name them.
fn lay_out(folder: &Path, release: &str, platform: &str) -> String {
    let captures = Captures::of(&root().join("fixtures/runtime"));
    let options = options(release, platform);
    let mut args = format!(
        "--os {} --arch {} --dialect {release} --acid proc.acid --defs",
        options.platform.os, options.platform.arch
    );
    fs::write(folder.join("proc.acid"), captures.get(options.release, &options.platform.arch, "proc.acid"))
        .unwrap();
    for name in options.traits().defs {
        let name = format!("{name}.godefs");
        fs::write(folder.join(&name), captures.get(options.release, &options.platform.arch, &name)).unwrap();
        args += &format!(" {name}");
    }
    args
}

/// Makes the files of a platform in one run; there are so many of them.
fn a_platforms_files_come_in_one_run_under_their_names(release: &str, platform: &str, count: usize) {
    let expectations = files_below(&root().join("fixtures/runtime/expect"));
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let args = lay_out(folder, release, platform);
    let all = |more: &str| {
        let mut command = gen_runtime(folder);
        command.arg("all").args(args.split_whitespace()).args(["--out-dir", "out"]);
        command.args(["--goroot", "/usr/local/go", "--go-version", "go1.0.3 (demo)"]);
        run(command.args(more.split_whitespace()))
    };
    let listed = all("--print outputs");
    assert_eq!((listed.code, folder.join("out").exists()), (Some(0), false));
    assert_eq!(all("--check").code, Some(1), "missing");
    let ran = all("--depfile out/d --stamp out/s");
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
    let made: Vec<_> = listed.stdout.lines().collect();
    assert_eq!(made.len(), count);
    let depfile = fs::read_to_string(folder.join("out/d")).unwrap();
    assert!(depfile.starts_with(&format!("{}: proc.acid ", made.join(" "))), "{depfile}");
    let mut differences = Vec::new();
    for path in made {
        let key = format!("{release}/{platform}/{}", path.strip_prefix("out/").unwrap());
        let expect = expectations.get(&key).unwrap_or_else(|| panic!("{key} is made and not expected"));
        let difference = difference(&read(expect), &read(&folder.join(path)));
        differences.extend(difference.map(|difference| format!("{key}: {difference}")));
    }
    assert!(differences.is_empty(), "{}", differences.join("\n"));
    assert_eq!(all("--check").code, Some(0), "up to date");
}

#[test]
fn the_files_of_the_weekly_for_plan9_come_in_one_run() {
    a_platforms_files_come_in_one_run_under_their_names("weekly.2012-02-07", "plan9_386", 5);
}

#[test]
fn the_files_of_go1_1_for_arm_come_in_one_run() {
    a_platforms_files_come_in_one_run_under_their_names("go1.1", "linux_arm", 5);
}

#[test]
fn the_files_of_go1_4_for_windows_come_in_one_run() {
    a_platforms_files_come_in_one_run_under_their_names("go1.4", "windows_amd64", 7);
}

#[test]
fn a_fault_leaves_every_output_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let args = lay_out(folder, "go1.2", "linux_amd64");
    fs::write(folder.join("iface.godefs"), "hello\n").unwrap();
    fs::create_dir(folder.join("out")).unwrap();
    fs::write(folder.join("out/zgoos_linux.go"), "old").unwrap();
    let ran = gen_runtime_in(
        folder,
        &format!("all {args} --out-dir out --goroot / --go-version x --message-format short"),
    );
    assert_eq!(ran.code, Some(1));
    assert_eq!(ran.stderr, "iface.godefs:1:1: error: expected a declaration of Go, found `hello`\n");
    assert_eq!(fs::read_dir(folder.join("out")).unwrap().count(), 1);
    assert_eq!(fs::read_to_string(folder.join("out/zgoos_linux.go")).unwrap(), "old");
}

#[test]
fn exit_codes_tell_usage_from_files() {
    let folder = tempfile::tempdir().unwrap();
    let code = |args: &str| gen_runtime_in(folder.path(), args).code;
    assert_eq!(code("zgoos --os linux"), Some(0));
    assert_eq!(code("zgoos --os li/nux"), Some(2));
    assert_eq!(code("zasm missing.acid --os linux --arch amd64"), Some(3));
    assert_eq!(code("zasm missing.acid --os linux --arch mips"), Some(2));
    assert_eq!(code("zsys --dialect go1.1 --os linux --arch arm"), Some(2));
    assert_eq!(code("zversion --go-version x"), Some(2));
    assert_eq!(code("zgoos --dialect go2"), Some(2));
    assert_eq!(code("--help"), Some(0));
}

#[test]
fn the_environment_counts_where_a_flag_is_missing() {
    let folder = tempfile::tempdir().unwrap();
    let made = |args: &[&str]| {
        run(gen_runtime(folder.path()).args(args).env("GOEXPERIMENT", "a").env("GOOS", "plan9"))
    };
    assert!(made(&["zexperiment", "--dialect", "go1.2"]).stdout.ends_with("GOEXPERIMENT \"a\"\n"));
    assert!(
        made(&["zexperiment", "--dialect", "go1.2", "--experiment", ""])
            .stdout
            .ends_with("GOEXPERIMENT \"\"\n")
    );
    assert!(made(&["zgoos"]).stdout.ends_with("`plan9`\n"));
}

#[test]
fn the_help_reads_well() {
    let folder = tempfile::tempdir().unwrap();
    let help = |args: &str| gen_runtime_in(folder.path(), args).stdout;
    snapshot("runtime-help", &help("--help"));
    snapshot("runtime-help-zasm", &help("zasm --help"));
}

#[test]
fn completions_and_man_pages_are_checked_in() {
    compare_generated("gen-runtime", |what, folder| {
        let ran = gen_runtime_in(&root(), &format!("--generate {what} --out-dir {folder}"));
        assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
    });
}

#[test]
fn the_version_tells_how_it_was_built() {
    let version = gen_runtime_in(&root(), "--version").stdout;
    assert_eq!(version, format!("gen-runtime {}\n", env!("CARGO_PKG_VERSION")));
    let verbose = gen_runtime_in(&root(), "-vV").stdout;
    assert!(verbose.starts_with(&version) && verbose.contains("\ntarget: "), "{verbose}");
    assert!(verbose.contains("\nrustc: 1."), "{verbose}");
    assert_eq!(gen_runtime_in(&root(), "-v").code, Some(2), "of no use alone");
}
