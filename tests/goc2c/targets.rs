//! What goc2c does to the places it writes to: modes, links, devices, and what is left when something goes wrong.
//! `doc/build-systems.md` lists these tests too.

use std::fs;
use std::os::unix::fs::{FileTypeExt, MetadataExt, PermissionsExt, symlink};
use std::process::Command;

use pretty_assertions::assert_eq;

use super::files::{GOOD, c_of, folder, names, ok, read};
use super::program::{goc2c, goc2c_in};
use crate::support::run;

#[test]
fn new_files_have_the_mode_that_the_umask_gives() {
    let large = [GOOD, &GOOD["package demo\n".len()..].repeat(20_000)].concat();
    let folder = folder(&[("a.goc", GOOD), ("large.goc", &large)]);
    for (umask, mode) in [("022", 0o644), ("002", 0o664), ("077", 0o600)] {
        for input in ["a.goc", "large.goc"] {
            let args = format!("--arch 386 -o out.c --depfile out.d --stamp out.s {input}");
            let script = format!("umask {umask}; rm -f out.*; exec '{}' {args}", env!("CARGO_BIN_EXE_goc2c"));
            ok(run(Command::new("sh").args(["-c", &script]).current_dir(folder.path())));
            for name in ["out.c", "out.d", "out.s"] {
                let found = fs::metadata(folder.path().join(name)).unwrap().permissions().mode() & 0o777;
                assert_eq!(format!("{found:o}"), format!("{mode:o}"), "{name} of {input} under {umask}");
            }
        }
    }
}

#[test]
fn of_a_link_the_target_is_replaced_and_devices_are_written_in_place() {
    let folder = folder(&[("a.goc", GOOD), ("real/old.c", "old")]);
    symlink("real/old.c", folder.path().join("link.c")).unwrap();
    symlink("real/new.c", folder.path().join("dangling.c")).unwrap();
    for link in ["link.c", "dangling.c"] {
        ok(goc2c_in(folder.path(), &format!("--arch 386 -o {link} a.goc")));
        assert!(fs::symlink_metadata(folder.path().join(link)).unwrap().is_symlink(), "{link}");
    }
    assert_eq!(read(&folder, "real/old.c"), c_of("a.goc"));
    assert_eq!(read(&folder, "real/new.c"), c_of("a.goc"));

    assert_eq!(ok(goc2c_in(folder.path(), "--arch 386 -o /dev/stdout a.goc")), c_of("a.goc"));
    ok(goc2c_in(folder.path(), "--arch 386 -o /dev/null a.goc"));
    assert!(fs::metadata("/dev/null").unwrap().file_type().is_char_device());

    let script = format!(
        "mkfifo pipe && cat pipe > got & sleep 0.2; '{}' --arch 386 -o pipe a.goc && wait",
        env!("CARGO_BIN_EXE_goc2c")
    );
    ok(run(Command::new("sh").args(["-c", &script]).current_dir(folder.path())));
    assert_eq!(read(&folder, "got"), c_of("a.goc"));
    assert!(fs::metadata(folder.path().join("pipe")).unwrap().file_type().is_fifo());
}

#[test]
fn trouble_with_files_leaves_the_old_output() {
    let folder = folder(&[("a.goc", GOOD), ("old.c", "old"), ("dir/keep", "kept")]);
    let trouble = |args: &str, message: &str| {
        let ran = goc2c_in(folder.path(), args);
        assert_eq!((ran.code, ran.stdout.as_str()), (Some(3), ""), "{args}");
        assert!(ran.stderr.contains(message), "{args}: {}", ran.stderr);
    };
    trouble("--arch 386 -o old.c missing.goc", "cannot read `missing.goc`: No such file");
    assert_eq!(read(&folder, "old.c"), "old");
    trouble("--arch 386 -o dir a.goc", "cannot write `dir`: is a directory");
    assert_eq!(names(&folder.path().join("dir")), ["keep"]);
    trouble("--arch 386 -o old.c/x.c a.goc", "cannot write `old.c/x.c`: Not a directory");
    trouble("--arch 386 -o /dev/full a.goc", "cannot write `/dev/full`: No space left");
    trouble("--arch 386 -o new.c --depfile dir a.goc", "cannot write `dir`");
    assert_eq!(read(&folder, "old.c"), "old");
}

#[test]
fn a_read_only_folder_is_reported_and_left_alone() {
    let folder = folder(&[("a.goc", GOOD), ("locked/old.c", "old")]);
    let locked = folder.path().join("locked");
    // Root writes anywhere, so the run is another user's; the program must be where that user can read it.
    let program = folder.path().join("goc2c");
    fs::copy(env!("CARGO_BIN_EXE_goc2c"), &program).unwrap();
    fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
    fs::set_permissions(&locked, fs::Permissions::from_mode(0o555)).unwrap();
    let mut command = Command::new(&program);
    command.args(["--arch", "386", "-o", "locked/old.c", "a.goc"]).current_dir(folder.path());
    if fs::metadata(folder.path()).unwrap().uid() == 0 {
        std::os::unix::process::CommandExt::uid(&mut command, 65534);
    }
    let ran = run(&mut command);
    assert_eq!(ran.code, Some(3));
    assert!(ran.stderr.contains("cannot write `locked/old.c`: Permission denied"), "{}", ran.stderr);
    assert_eq!(fs::read_to_string(locked.join("old.c")).unwrap(), "old");
    fs::set_permissions(&locked, fs::Permissions::from_mode(0o755)).unwrap();
    assert_eq!(names(&locked), ["old.c"]);
}

#[test]
fn a_full_disk_is_reported_and_the_old_output_stays() {
    // A file size limit stands for the full disk: the write of the staged file fails half-way.
    let large = [GOOD, &GOOD["package demo\n".len()..].repeat(30_000)].concat();
    let folder = folder(&[("a.goc", &large), ("old.c", "old")]);
    let script = format!(
        "trap '' XFSZ; ulimit -f 16; exec '{}' --arch 386 -o old.c a.goc",
        env!("CARGO_BIN_EXE_goc2c")
    );
    let ran = run(Command::new("sh").args(["-c", &script]).current_dir(folder.path()));
    assert_eq!(ran.code, Some(3), "{}", ran.stderr);
    assert!(ran.stderr.contains("cannot write `old.c`"), "{}", ran.stderr);
    assert_eq!(read(&folder, "old.c"), "old");
    assert_eq!(names(folder.path()), ["a.goc", "old.c"], "the staged file is gone");
}

#[test]
fn nothing_is_written_but_what_was_asked_for() {
    let folder = folder(&[("work/a.goc", GOOD), ("home/keep", ""), ("out/keep", "")]);
    let mut command = goc2c(&folder.path().join("work"));
    command.args(["--arch", "386", "-o", "../out/a.c", "a.goc"]).env("HOME", folder.path().join("home"));
    ok(run(&mut command));
    assert_eq!(names(&folder.path().join("work")), ["a.goc"]);
    assert_eq!(names(&folder.path().join("home")), ["keep"]);
    assert_eq!(names(&folder.path().join("out")), ["a.c", "keep"]);
}

#[test]
fn side_files_never_overwrite_inputs_or_outputs() {
    let folder = folder(&[("a.goc", GOOD), ("args", "--arch 386 a.goc")]);
    let refused = |args: &str, message: &str| {
        let ran = goc2c_in(folder.path(), args);
        assert_eq!(ran.code, Some(2), "{args}");
        assert!(ran.stderr.contains(message), "{args}: {}", ran.stderr);
        assert_eq!(names(folder.path()), ["a.goc", "args"], "{args}");
    };
    refused("--arch 386 -o a.c --depfile a.goc a.goc", "`a.goc` is an input");
    refused("--arch 386 -o a.c --stamp ./a.goc a.goc", "`./a.goc` is an input");
    refused("@args -o a.c --stamp args", "`args` is an input");
    refused(
        "--arch 386 -o a.c --depfile ./a.c a.goc",
        "`a.goc` and the depfile would both be written to `./a.c`",
    );
    refused("--arch 386 -o a.c --depfile d --stamp d a.goc", "the depfile and the stamp");
    refused("--arch 386 -o a.c --depfile - a.goc", "a depfile goes to a file");
    refused("--arch 386 --depfile d a.goc", "a depfile needs an output file");
    refused("--arch 386 --check a.goc", "there is no file to compare with");
    assert_eq!(read(&folder, "a.goc"), GOOD);
}

#[test]
fn links_to_one_file_are_one_output() {
    let folder = folder(&[("a.goc", GOOD), ("b.goc", GOOD), ("gen/x", "old")]);
    symlink("x", folder.path().join("gen/a.c")).unwrap();
    symlink("x", folder.path().join("gen/b.c")).unwrap();
    assert_eq!(goc2c_in(folder.path(), "--arch 386 --out-dir gen a.goc b.goc").code, Some(2));
    assert_eq!(read(&folder, "gen/x"), "old");
    symlink("loop2", folder.path().join("loop1")).unwrap();
    symlink("loop1", folder.path().join("loop2")).unwrap();
    let ran = goc2c_in(folder.path(), "--arch 386 -o loop1 a.goc");
    assert_eq!(ran.code, Some(3));
    assert!(ran.stderr.contains("Too many levels of symbolic links"), "{}", ran.stderr);
    assert!(fs::symlink_metadata(folder.path().join("loop1")).unwrap().is_symlink());
}

#[test]
fn standard_output_by_its_name_is_what_the_shell_made_of_it() {
    let folder = folder(&[("a.goc", GOOD)]);
    let exe = env!("CARGO_BIN_EXE_goc2c");
    for name in ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1", "link"] {
        let script = format!(
            "ln -sf /dev/stdout link; (echo before; '{exe}' --arch 386 -o {name} a.goc; echo after) > log; \
             '{exe}' --arch 386 -o {name} a.goc >> log"
        );
        ok(run(Command::new("sh").args(["-c", &script]).current_dir(folder.path())));
        let c = c_of("a.goc");
        assert_eq!(read(&folder, "log"), format!("before\n{c}after\n{c}"), "{name}");
    }
}

#[test]
fn a_run_that_is_killed_leaves_nothing_behind() {
    let folder = folder(&[("a.c", "old")]);
    for signal in ["TERM", "KILL"] {
        // Standard input stays open, so the run is still at work when the signal comes.
        let feed = "echo 'package demo'; yes 'func F() { }' | head -c 8000000; touch ready; sleep 5";
        let script = format!(
            "rm -f ready; ( {feed} ) | '{}' --arch 386 -o a.c - & \
             while ! test -e ready; do sleep 0.05; done; sleep 0.3; kill -{signal} $!; wait $!; test $? -gt 128",
            env!("CARGO_BIN_EXE_goc2c")
        );
        let ran = run(Command::new("bash").args(["-c", &script]).current_dir(folder.path()));
        assert_eq!(ran.code, Some(0), "{signal}: {}", ran.stderr);
        assert_eq!(read(&folder, "a.c"), "old");
        assert_eq!(names(folder.path()), ["a.c", "ready"], "{signal}");
    }
}
