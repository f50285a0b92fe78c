//! `gen-runtime go`: the user's go command, with what `.goc` files of dialect gc become laid over their packages.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use pretty_assertions::assert_eq;

use super::support::*;

const SUM: &str = "package sum\n\n#include \"goc.h\"\n#include \"scale.h\"\n\n// Sum adds.\nfunc Sum(p []int64) (n int64) {\n\
                   \tn = 0;\n\tfor (intgo i = 0; i < p.len; i++)\n\t\tn += ((int64 *)p.array)[i] * SCALE;\n}\n\n\
                   // At panics when i is out of range.\nfunc At(p []byte, i int) (c byte) {\n\tc = goc_at(byte, p, i);\n}\n";
const SUM_TEST: &str = "package sum\n\nimport \"testing\"\n\nfunc TestSum(t *testing.T) {\n\
                        \tif n := Sum([]int64{1, 2, 3}); n != 12 {\n\t\tt.Fatal(n)\n\t}\n}\n";
const MAIN: &str = "package main\n\nimport (\n\t\"fmt\"\n\t\"os\"\n\n\t\"example.com/m/sum\"\n)\n\nfunc main() {\n\
                    \tfmt.Println(sum.Sum([]int64{4}), os.Args[1:])\n\tos.Exit(len(os.Args) - 1)\n}\n";
const MODULE: [(&str, &str); 5] = [
    ("go.mod", "module example.com/m\n\ngo 1.18\n"),
    ("sum/sum.goc", SUM),
    ("sum/scale.h", "#define SCALE 2\n"),
    ("sum/sum_test.go", SUM_TEST),
    ("cmd/y/main.go", MAIN),
];

/// A module, and a C compiler that tells when it is called.
struct Module {
    folder: tempfile::TempDir,
}

impl Module {
    /// One of these files; none where the machine lacks what makes and builds them.
    fn new(files: &[(&str, &str)]) -> Option<Module> {
        let is_known = matches!(goc2c::host_arch(), "amd64" | "arm64");
        if !(is_known && is_installed("gcc") && is_installed("go")) {
            return None;
        }
        let module = Module { folder: tempfile::tempdir().unwrap() };
        write(&module.root(), files);
        script(&module.path("cc"), "echo \"$*\" >> \"$RECORD\"\nexec gcc \"$@\"\n");
        Some(module)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Names of folders may have blanks.
    fn root(&self) -> PathBuf {
        self.path("m x")
    }

    /// `gen-runtime go ARGS` in a folder of the module.
    fn command(&self, folder: &str, args: &[&str]) -> Command {
        children_take_signals_as_usual();
        let mut command = Command::new(env!("CARGO_BIN_EXE_gen-runtime"));
        for name in ["GOOS", "GOARCH", "GOROOT", "GOFLAGS", "GOWORK", "PWD"] {
            command.env_remove(name);
        }
        command.env("GOTOOLCHAIN", "local").env("RECORD", self.path("record"));
        command.env(format!("GOC_CC_{}", goc2c::host_arch().to_ascii_uppercase()), self.path("cc"));
        command.current_dir(self.root().join(folder)).arg("go").args(args);
        command
    }

    fn run(&self, folder: &str, args: &[&str]) -> Ran {
        run(&mut self.command(folder, args))
    }

    /// How many files were compiled since the last time.
    fn compiled(&self) -> usize {
        let text = fs::read_to_string(self.path("record")).unwrap_or_default();
        let _ = fs::remove_file(self.path("record"));
        text.lines().filter(|line| line.contains(" -S ")).count()
    }

    /// The files that were made, by their names in order.
    fn made(&self) -> Vec<String> {
        let mut names: Vec<_> = files_below(&self.root().join(".gen-runtime")).into_keys().collect();
        names.retain(|name| name.ends_with(".go") || name.ends_with(".s"));
        names.sort();
        names
    }
}

/// Writes a shell script.
fn script(path: &Path, text: &str) {
    fs::write(path, format!("#!/bin/sh\n{text}")).unwrap();
    fs::set_permissions(path, fs::Permissions::from_mode(0o755)).unwrap();
}

/// The go commands that there are, the newer one last.
fn go_commands() -> Vec<String> {
    ["go".to_owned()].into_iter().chain(newer_go()).collect()
}

/// What came of a run, in one text.
fn told(ran: &Ran) -> String {
    format!("{:?}\n{}{}", ran.code, ran.stdout, ran.stderr)
}

#[test]
fn packages_are_made_once_for_all_go_commands() {
    let Some(module) = Module::new(&MODULE) else { return };
    for (at, go) in go_commands().iter().enumerate() {
        let go = |args: &str| {
            let args = args.split(' ');
            let args: Vec<_> = ["--go", go].into_iter().chain(args).collect();
            module.run("", &args)
        };
        let ran = go("test ./...");
        assert_eq!(ran.code, Some(0), "{}", told(&ran));
        assert!(ran.stdout.contains("ok  \texample.com/m/sum"), "{}", told(&ran));
        assert_eq!(ran.stderr.contains("`-vet=off` is added"), at == 0, "{}", told(&ran));
        assert_eq!(module.compiled(), usize::from(at == 0));
        let ran = go("test ./...");
        assert!(ran.stdout.contains("(cached)"), "{}", told(&ran));
        let ran = go("run ./cmd/y @a -overlay b");
        assert_eq!((ran.code, &*ran.stdout), (Some(1), "8 [@a -overlay b]\n"), "{}", told(&ran));
        assert!(ran.stderr.ends_with("exit status 3\n"), "{}", told(&ran));
        let ran = go("vet ./...");
        match at {
            0 => {
                assert_eq!(ran.code, Some(3), "{}", told(&ran));
                assert!(
                    ran.stderr.contains("write them out by `goc2c --dialect gc FILES`"),
                    "{}",
                    told(&ran)
                );
            }
            _ => assert_eq!((ran.code, &*ran.stderr), (Some(0), "")),
        }
        assert_eq!(module.compiled(), 0);
    }
}

#[test]
fn what_changes_is_made_again() {
    let Some(module) = Module::new(&MODULE) else { return };
    let test = || module.run("sum", &["test", "."]);
    assert_eq!((test().code, module.compiled()), (Some(0), 1));
    write(&module.root(), &[("sum/scale.h", "#define SCALE 3\n")]);
    let ran = test();
    assert_eq!((ran.code, module.compiled()), (Some(1), 1), "{}", told(&ran));
    assert!(ran.stdout.contains("sum_test.go:7: 18"), "{}", told(&ran));
    write(&module.root(), &[("sum/sum.goc", &SUM.replace("* SCALE", "* (SCALE - 1)"))]);
    assert_eq!((test().code, module.compiled()), (Some(0), 1));
    assert_eq!((test().code, module.compiled()), (Some(0), 0));
    let with_flag = || module.run("", &["--cflags=-O3 -DA", "test", "./..."]);
    assert_eq!((with_flag().code, module.compiled()), (Some(0), 1));
    assert_eq!((with_flag().code, module.compiled()), (Some(0), 0));
    script(&module.path("cc"), "echo \"$*\" >> \"$RECORD\"\nexec  gcc \"$@\"\n");
    assert_eq!((with_flag().code, module.compiled()), (Some(0), 1), "the compiler is another");
    let ran = module.run("", &["--cflags=-O3 -DA", "-d", "explain", "--tag", "slow", "build", "./..."]);
    assert!(ran.stderr.contains("its command line has changed"), "{}", told(&ran));
}

#[test]
fn what_is_gone_leaves_nothing() {
    let Some(module) = Module::new(&MODULE) else { return };
    write(
        &module.root(),
        &[("sum/b.goc", "package sum\n\n#include \"goc.h\"\n\nfunc B() (n int64) {\n\tn = 1;\n}\n")],
    );
    assert_eq!(module.run("", &["build", "./..."]).code, Some(0));
    assert_eq!(module.made().len(), 5);
    fs::remove_file(module.root().join("sum/b.goc")).unwrap();
    let ran = module.run("", &["test", "./..."]);
    assert_eq!((ran.code, module.made().len()), (Some(0), 3), "{}", told(&ran));
    fs::remove_file(module.root().join("sum/sum.goc")).unwrap();
    let ran = module.run("", &["build", "./..."]);
    assert!(ran.stderr.contains("example.com/m/sum"), "no Go file is left: {}", told(&ran));
    assert_eq!((ran.code, module.made().len()), (Some(1), 0));
}

#[test]
fn what_is_committed_is_left_alone() {
    let Some(module) = Module::new(&MODULE) else { return };
    assert_eq!(module.run("", &["build", "./..."]).code, Some(0));
    let own = module.root().join(".gen-runtime");
    for name in module.made() {
        fs::copy(own.join(&name), module.root().join("sum").join(super::support::name(Path::new(&name))))
            .unwrap();
    }
    fs::remove_dir_all(&own).unwrap();
    module.compiled();
    let ran = module.run("", &["vet", "./..."]);
    assert_eq!((ran.code, module.compiled(), own.exists()), (Some(0), 0, false), "{}", told(&ran));
    fs::remove_file(module.root().join("sum/goc_panic_decl.go")).unwrap();
    let ran = module.run("", &["test", "./..."]);
    assert_eq!((ran.code, module.compiled(), module.made().len()), (Some(0), 1, 3), "{}", told(&ran));
    // What a person wrote is not hidden.
    write(&module.root(), &[("sum/sum_decl.go", "package sum\n")]);
    let ran = module.run("", &["test", "./..."]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.stderr.contains("`sum/sum_decl.go` is there and was not made by goc2c"), "{}", told(&ran));
}

#[test]
fn faults_are_shown_from_where_the_user_is_and_go_is_not_run() {
    let Some(module) = Module::new(&MODULE) else { return };
    let bad = "package bad\n\n#include \"goc.h\"\n\nfunc F(n int) (m int) {\n\tm = n + ;\n}\n";
    write(&module.root(), &[("bad/bad.goc", bad), ("bad2/b.goc", "package bad2\n\nfunc F(n map[) {\n}\n")]);
    let ran = module.run("", &["--message-format", "short", "test", "./..."]);
    assert_eq!((ran.code, &*ran.stdout), (Some(1), ""), "{}", told(&ran));
    assert!(ran.stderr.contains("bad/bad.goc:6:10: error: "), "{}", told(&ran));
    assert!(ran.stderr.contains("\nbad2/b.goc:3:14: error: "), "{}", told(&ran));
    let ran = module.run("cmd", &["--message-format", "short", "build", "./y"]);
    assert_eq!(ran.code, Some(1), "{}", told(&ran));
    assert!(ran.stderr.contains("\n../bad2/b.goc:3:14: error: "), "{}", told(&ran));
    // What was whole was made all the same.
    fs::remove_dir_all(module.root().join("bad")).unwrap();
    fs::remove_dir_all(module.root().join("bad2")).unwrap();
    module.compiled();
    assert_eq!((module.run("", &["build", "./..."]).code, module.compiled()), (Some(0), 0));
}

#[test]
fn a_package_that_uses_cgo_is_refused() {
    let Some(module) = Module::new(&MODULE) else { return };
    write(&module.root(), &[("sum/c.go", "package sum\n\nimport \"C\"\n")]);
    let with = |cgo: &str| {
        let args = ["--message-format", "short", "build", "./..."];
        run(module.command("", &args).env("CGO_ENABLED", cgo))
    };
    let ran = with("1");
    assert_eq!(ran.code, Some(1), "{}", told(&ran));
    assert!(
        ran.stderr.starts_with(
            "sum/c.go:3:8: error: this package uses cgo and has `sum.goc`: the go command takes no"
        ),
        "{}",
        told(&ran)
    );
    // Where the assembly is not wanted, it is not there.
    let ran = module.run("", &["build", "-tags=noasm", "./sum"]);
    assert_eq!((ran.code, module.compiled()), (Some(0), 0), "{}", told(&ran));
    let ran = with("0");
    assert_eq!((ran.code, &*ran.stderr), (Some(0), ""));
}

#[test]
fn the_users_overlay_is_merged() {
    let Some(module) = Module::new(&MODULE) else { return };
    let main = MAIN.replace("int64{4}", "int64{5}");
    let over = |name: &str, path: &str| {
        let text = format!("{{\"Replace\": {{\"{path}\": \"../main\"}}}}");
        fs::write(module.path(name), text).unwrap();
    };
    fs::write(module.path("main"), main).unwrap();
    over("o.json", "cmd/y/main.go");
    let ran = module.run("", &["run", "-overlay", "../o.json", "./cmd/y"]);
    assert_eq!((ran.code, &*ran.stdout), (Some(0), "10 []\n"), "{}", told(&ran));
    let ran = run(module.command("", &["run", "./cmd/y"]).env("GOFLAGS", "-overlay=../o.json"));
    assert_eq!((ran.code, &*ran.stdout), (Some(0), "10 []\n"), "{}", told(&ran));
    over("o.json", "sum/sum_decl.go");
    let ran = module.run("", &["build", "--overlay=../o.json", "./..."]);
    assert_eq!(ran.code, Some(1));
    assert!(ran.stderr.contains("sum/sum_decl.go`, which goc2c makes: take it out"), "{}", told(&ran));
    over("o.json", "sum/sum.goc");
    let ran = module.run("", &["build", "--overlay=../o.json", "./..."]);
    assert!(ran.stderr.contains("sum/sum.goc`, which goc2c reads from its folder"), "{}", told(&ran));
}

#[test]
fn workspaces_and_vendored_packages_are_the_go_commands() {
    let Some(module) = Module::new(&MODULE) else { return };
    let used = "package b\n\nimport (\n\t_ \"example.com/m/sum\"\n)\n";
    write(
        &module.root(),
        &[
            ("go.work", "go 1.18\n\nuse (\n\t.\n\t./n\n)\n"),
            ("n/go.mod", "module example.com/n\n\ngo 1.18\n"),
            ("n/b/b.go", used),
            ("n/c/c.goc", "package c\n\n#include \"goc.h\"\n\nfunc C() (n int64) {\n\tn = 1;\n}\n"),
        ],
    );
    let ran = module.run("n", &["build", "./..."]);
    assert_eq!((ran.code, module.compiled()), (Some(0), 2), "{}", told(&ran));
    fs::remove_file(module.root().join("go.work")).unwrap();
    write(
        &module.root(),
        &[
            ("go.mod", "module example.com/m\n\ngo 1.18\n\nrequire example.com/v v1.0.0\n"),
            ("vendor/modules.txt", "# example.com/v v1.0.0\n## explicit; go 1.18\nexample.com/v\n"),
            ("vendor/example.com/v/v.go", "package v\n"),
            ("vendor/example.com/v/v.goc", "this is the business of who wrote it\n"),
            (
                "cmd/z/z.go",
                "package main\n\nimport (\n\t_ \"example.com/m/sum\"\n\t_ \"example.com/v\"\n)\n\nfunc main() {}\n",
            ),
        ],
    );
    let ran = run(module.command("cmd/z", &["build", "-o", "/dev/null", "."]).env("GOFLAGS", "-mod=vendor"));
    assert_eq!((ran.code, module.compiled()), (Some(0), 0), "{}", told(&ran));
}

#[test]
fn the_go_command_takes_the_place_of_this_process() {
    let Some(module) = Module::new(&MODULE) else { return };
    script(
        &module.path("go"),
        "case $1 in env) exec go \"$@\" ;; esac\nfor arg; do echo \"<$arg>\"; done\ncat\necho $$\nkill -INT $$\n",
    );
    let go = module.path("go");
    let args = ["--go", go.to_str().unwrap(), "build", "-o", "x", "-x", "./cmd/y"];
    let mut child = module.command("", &args).stdin(Stdio::null()).stdout(Stdio::piped()).spawn().unwrap();
    let id = child.id();
    let mut text = String::new();
    std::io::Read::read_to_string(&mut child.stdout.take().unwrap(), &mut text).unwrap();
    let status = child.wait().unwrap();
    assert_eq!(std::os::unix::process::ExitStatusExt::signal(&status), Some(2));
    let overlay = module.root().join(format!(".gen-runtime/go/{}/overlay.json", goc2c::host_arch()));
    let overlay = format!("<-overlay={}>", overlay.display());
    assert_eq!(
        text.lines().collect::<Vec<_>>(),
        ["<build>", &overlay, "<-o>", "<x>", "<-x>", "<./cmd/y>", &id.to_string()]
    );
    let ran = module.run("", &["--go", "./none", "build"]);
    assert_eq!(ran.code, Some(3));
    assert!(ran.stderr.contains("it is not there; `--go PROG` names another"), "{}", told(&ran));
    let ran = module.run("", &["get", "x"]);
    assert_eq!(ran.code, Some(2));
    assert!(
        ran.stderr.contains("prepares `build`, `install`, `list`, `run`, `test` and `vet`, not `get`"),
        "{}",
        told(&ran)
    );
}

#[test]
fn nothing_is_written_through_a_link() {
    let Some(module) = Module::new(&MODULE) else { return };
    let elsewhere = module.path("elsewhere");
    fs::create_dir(&elsewhere).unwrap();
    symlink(&elsewhere, module.root().join(".gen-runtime")).unwrap();
    let ran = module.run("", &["build", "./..."]);
    assert_eq!(ran.code, Some(3));
    assert!(ran.stderr.contains("it is a link, and nothing is written through one"), "{}", told(&ran));
    assert_eq!(fs::read_dir(&elsewhere).unwrap().count(), 0);
}

#[test]
fn a_module_without_goc_files_is_the_go_commands_alone() {
    let Some(module) = Module::new(&[("go.mod", "module m\n"), ("m.go", "package m\n")]) else { return };
    let ran = module.run("", &["vet", "./..."]);
    assert_eq!((ran.code, &*ran.stderr, module.root().join(".gen-runtime").exists()), (Some(0), "", false));
}

/// C has Go's types by their header, which is made anew when they change, in an imported package too.
#[test]
fn types_of_go_are_in_a_header_that_follows_them() {
    let files = [
        ("go.mod", "module example.com/m\n\ngo 1.18\n"),
        ("geo/geo.go", "package geo\n\ntype Point struct{ X, Y int16 }\n"),
        (
            "box/box.go",
            "package box\n\nimport \"example.com/m/geo\"\n\ntype Box struct {\n\tmin geo.Point\n\tn   int\n}\n",
        ),
        (
            "box/box.goc",
            "package box\n\n#include \"goc_types.h\"\n\nfunc (b *Box) Sum() int { return b->min.X + b->min.Y + b->n; }\n",
        ),
        (
            "box/box_test.go",
            "package box\n\nimport (\n\t\"testing\"\n\n\t\"example.com/m/geo\"\n)\n\nfunc TestSum(t *testing.T) {\n\
             \tb := &Box{min: geo.Point{X: 1, Y: 2}, n: 40}\n\tif n := b.Sum(); n != 43 {\n\t\tt.Fatal(n)\n\t}\n}\n",
        ),
    ];
    let Some(module) = Module::new(&files) else { return };
    let passes = |compiled: usize| {
        let ran = module.run("", &["test", "./..."]);
        assert_eq!(ran.code, Some(0), "{}", told(&ran));
        assert_eq!(module.compiled(), compiled);
    };
    passes(1);
    passes(0);
    write(&module.root(), &[("geo/geo.go", "package geo\n\ntype Point struct{ Name string; X, Y int64 }\n")]);
    passes(1);
    write(
        &module.root(),
        &[("box/box.go", &files[2].1.replace("min geo.Point\n\tn   int", "n int\n\tmin geo.Point"))],
    );
    passes(1);
    write(&module.root(), &[("box/box.go", &files[2].1.replace("type Box", "type Bag"))]);
    let ran = module.run("", &["build", "./..."]);
    assert_eq!(ran.code, Some(1), "{}", told(&ran));
    assert!(told(&ran).contains("no Go file of package `box` declares the type `Box`"), "{}", told(&ran));
}
