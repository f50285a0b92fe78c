//! Real historical trees, where there are any: `GEN_RUNTIME_TREES` lists built ones, each with `dist` among its tools and
//! where it was built; `GEN_RUNTIME_SOURCES` trees in which nothing is built. `tests/conformance.tsv` counts the files that come out for each of a release's platforms.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use gen_runtime::Release;
use gen_runtime::driver::dist::facts::facts;
use pretty_assertions::assert_eq;

use super::miniature::{dist, redone, without_variables};
use super::support::*;

const PROGRAM: &str = "package main\nfunc main() {\n\tm := map[string]int{\"a\": 41}\n\tm[\"a\"]++\n\
    \tc := make(chan int)\n\tgo func() { c <- m[\"a\"] }()\n\tprintln(<-c)\n}\n";

/// The release that a tree is of, going by its version.
fn release(tree: &Path) -> Release {
    let version = fs::read_to_string(tree.join("VERSION")).unwrap();
    let starts = [("weekly", Release::Weekly), ("go1.0", Release::Go10), ("go1.1", Release::Go11)];
    let more = [("go1.2", Release::Go12), ("go1.3", Release::Go13), ("go1.4", Release::Go14)];
    let of = |(start, release): (&str, Release)| version.starts_with(start).then_some(release);
    starts.into_iter().chain(more).find_map(of).expect("a known release")
}

/// The names in an archive, which old releases did not pad.
fn names(path: &Path) -> Vec<String> {
    let text = fs::read(path).unwrap();
    let mut names = Vec::new();
    let mut at = 8;
    while let Some(header) = text.get(at..at + 60) {
        let field = |range: std::ops::Range<usize>| String::from_utf8_lossy(&header[range]).trim().to_owned();
        assert_eq!(&header[58..], b"`\n");
        names.push(field(0..16));
        let size: usize = field(48..58).parse().unwrap();
        at += 60 + size + size % 2;
    }
    names
}

fn checked(command: &mut Command) -> String {
    let ran = run(command);
    assert_eq!(ran.code, Some(0), "{command:?}: {}{}", ran.stdout, ran.stderr);
    ran.stdout + &ran.stderr
}

#[test]
fn real_trees_are_installed_as_their_own_programs_did() {
    for built in trees("GEN_RUNTIME_TREES") {
        let release = release(&built);
        let folder = tempfile::tempdir().unwrap();
        let tree = folder.path().join("go");
        checked(Command::new("cp").arg("-a").arg(&built).arg(&tree));
        for (arch, letter) in [("amd64", "6"), ("386", "8")] {
            let tools = facts(release).tools_of(&tree, &linux("amd64"));
            if !tools.join(format!("{letter}c")).exists() {
                println!("{release}: skipped {arch}: the tree has no {letter}c");
                continue;
            }
            let archive = tree.join(format!("pkg/linux_{arch}/runtime.a"));
            let _ = fs::remove_file(&archive);
            // Their own program compiles for its own machine only: it is told that this is another.
            let own = facts(release).tools_of(&tree, &linux(arch));
            if !own.exists() {
                std::os::unix::fs::symlink(&tools, &own).unwrap();
            }
            let mut dist = Command::new(tools.join("dist"));
            dist.args(["install", facts(release).package]).env("GOROOT", &tree).env("GOROOT_FINAL", &tree);
            dist.env("GOHOSTOS", "linux").env("GOHOSTARCH", arch).env("GOOS", "linux").env("GOARCH", arch);
            checked(&mut dist);
            let expected = names(&archive);
            fs::remove_file(&archive).unwrap();
            let mut install = Command::new(env!("CARGO_BIN_EXE_gen-runtime"));
            install.args(["dist", "install", "runtime", "--cross=build", "--os", "linux", "--arch", arch]);
            install.args(["--dialect", release.name(), "--goroot"]).arg(&tree);
            let said = checked(&mut install);
            assert_eq!(said, "");
            let made = names(&archive);
            assert_eq!(made, expected);
            fs::write(folder.path().join("p.go"), PROGRAM).unwrap();
            let tool = |name: &str, args: &[&str]| {
                let mut tool = Command::new(tools.join(format!("{letter}{name}")));
                tool.args(args).current_dir(folder.path());
                checked(tool.env("GOROOT", &tree).env("GOOS", "linux").env("GOARCH", arch));
            };
            tool("g", &["-o", "p.o", "p.go"]);
            tool("l", &["-o", "p", "p.o"]);
            assert_eq!(checked(&mut Command::new(folder.path().join("p"))), "42\n");
            println!("{release} linux/{arch}: {} members, and a program runs", made.len());
        }
    }
}

/// The archives of a tree's packages by their paths.
fn archives(tree: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let folder = tree.join("pkg/linux_amd64");
    let mut found = BTreeMap::new();
    let mut waiting = vec![folder.clone()];
    while let Some(next) = waiting.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                waiting.push(path);
            } else if path.extension().is_some_and(|it| it == "a") {
                found.insert(path.strip_prefix(&folder).unwrap().to_owned(), read(&path));
            }
        }
    }
    found
}

#[test]
fn trees_are_built_from_the_machines_c_compiler_alone() {
    for source in trees("GEN_RUNTIME_SOURCES") {
        let release = release(&source);
        let folder = tempfile::tempdir().unwrap();
        let tree = folder.path().join("go");
        checked(Command::new("cp").arg("-a").arg(&source).arg(&tree));
        let bootstrap = |args: &[&str]| {
            let mut bootstrap = dist("dist bootstrap --os linux --arch amd64 -d explain");
            checked(bootstrap.args(args).arg("--goroot").arg(&tree))
        };
        let again = |args: &[&str]| {
            let said = bootstrap(args);
            assert!(said.contains(&format!("{release}")), "the release is said: {said}");
            assert_eq!(redone(&said, &tree), [""; 0], "{release}: nothing is done twice");
        };
        bootstrap(&[]);
        let program = facts(release).tools_of(&tree, &linux("amd64")).join("go_bootstrap");
        let said = checked(Command::new(&program).arg("version").env("GOROOT", &tree));
        assert!(said.starts_with("go version "), "{release}: {said}");
        again(&[]);
        let by_gcc = archives(&tree);
        if Command::new("clang-19").arg("--version").output().is_ok() {
            let clang = ["--cc", "clang-19 -std=gnu23"];
            bootstrap(&clang);
            assert!(archives(&tree) == by_gcc, "{release}: what tools by clang make is the same");
            println!("{release}: the same by clang-19 -std=gnu23");
        }
        bootstrap(&["--std"]);
        again(&["--std"]);
        write(
            folder.path(),
            &[("hello/hello.go", "package main\nimport \"fmt\"\nfunc main() { fmt.Println(6 * 7) }\n")],
        );
        let mut hello = Command::new(tree.join("bin/go"));
        without_variables(&mut hello);
        // The oldest takes files of the current folder alone.
        hello.args(["run", "hello.go"]).env("GOROOT", &tree).env("CGO_ENABLED", "0");
        assert_eq!(checked(hello.current_dir(folder.path().join("hello"))), "42\n");
        println!("{release}: {}, and its go command runs a program", said.trim());
    }
}

#[test]
fn a_tree_without_its_libraries_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let mut bootstrap = dist("dist bootstrap --go-version go1.4 --dialect go1.4 --goroot");
    let ran = run(bootstrap.arg(folder.path()));
    let missing = folder.path().join("src/lib9");
    let text = format!("gen-runtime: error: the tree has no directory `{}`\n", missing.display());
    assert_eq!((ran.code, ran.stderr), (Some(3), text));
}

/// A module whose package has a path of two parts, and C, `.goc` and assembly that read the tree's own header.
const LIBRARY: [(&str, &str); 6] = [
    ("go.mod", "module m\n"),
    (
        "lib/lib.go",
        "package lib\n\nfunc Two(a int32, b int64) (c int32, d int64)\nfunc Asm() int32\nfunc C() int32\n",
    ),
    (
        "lib/two.goc",
        "package lib\n#include \"runtime.h\"\n\nfunc Two(a int32, b int64) (c int32, d int64) {\n\tc = a + 1;\n\
     \td = b + 2;\n}\n",
    ),
    ("lib/c.c", "#include \"runtime.h\"\n\nvoid\n·C(int32 n)\n{\n\tn = sizeof(void*);\n\tFLUSH(&n);\n}\n"),
    ("lib/asm_amd64.s", "TEXT ·Asm(SB),4,$0\n\tMOVL $7, ret+0(FP)\n\tRET\n"),
    (
        "cmd/show/main.go",
        "package main\n\nimport \"m/lib\"\n\nfunc main() {\n\tc, d := lib.Two(40, 50)\n\
     \tprintln(c, d, lib.Asm(), lib.C())\n}\n",
    ),
];

#[test]
fn packages_of_ones_own_are_built_and_linked_by_real_compilers() {
    for tree in trees("GEN_RUNTIME_TREES") {
        let release = release(&tree);
        let folder = tempfile::tempdir().unwrap();
        write(folder.path(), &LIBRARY);
        let mut build = build_command(folder.path(), "--toolchain plan9 --os linux --arch amd64 cmd/show");
        let said = checked(build.args(["--dialect", release.name(), "--goroot"]).arg(&tree));
        assert_eq!(said, "");
        assert_eq!(checked(&mut Command::new(folder.path().join("show"))), "41 52 7 8\n", "{release}");
        println!("{release}: a package of two parts links");
    }
}

/// The systems and architectures that the releases knew, each some of them; an architecture's compiler.
const SYSTEMS: [&str; 9] =
    ["darwin", "dragonfly", "freebsd", "linux", "nacl", "netbsd", "openbsd", "plan9", "windows"];
const ARCHES: [(&str, &str); 4] = [("386", "8c"), ("amd64", "6c"), ("amd64p32", "6c"), ("arm", "5c")];

/// Generated files by their names.
type Generated = BTreeMap<String, Vec<u8>>;

/// A copy of a tree, whose files are generated by two programs in turn.
struct Copy<'t> {
    built: &'t Path,
    release: Release,
    version: String,
    folder: tempfile::TempDir,
}

impl Copy<'_> {
    fn of(built: &Path) -> Copy<'_> {
        let version = String::from_utf8(read(&built.join("VERSION"))).unwrap();
        let version = version.split_whitespace().next().unwrap().to_owned();
        let copy = Copy { built, release: release(built), version, folder: tempfile::tempdir().unwrap() };
        checked(Command::new("cp").arg("-a").arg(built).arg(copy.tree()));
        copy.take_generated();
        copy
    }

    fn tree(&self) -> PathBuf {
        self.folder.path().join("go")
    }

    fn tools(&self) -> PathBuf {
        facts(self.release).tools_of(&self.tree(), &linux("amd64"))
    }

    fn source(&self) -> PathBuf {
        self.tree().join(facts(self.release).source)
    }

    /// Takes the generated files out of the tree.
    fn take_generated(&self) -> Generated {
        let generated = files(&self.source(), "").into_iter().filter(|path| name(path).starts_with('z'));
        let take = |path: PathBuf| {
            let text = read(&path);
            fs::remove_file(&path).unwrap();
            (name(&path).to_owned(), text)
        };
        generated.map(take).collect()
    }

    /// What the tree's own program generates for a platform, if it knows it.
    fn theirs(&self, os: &str, arch: &str) -> Option<Generated> {
        // Where there is an archive, it may find nothing to do.
        let _ = fs::remove_file(self.tree().join(format!("pkg/{os}_{arch}/runtime.a")));
        let mut dist = Command::new(self.tools().join("dist"));
        dist.args(["install", facts(self.release).package]);
        dist.env("GOROOT", self.tree()).env("GOROOT_FINAL", self.tree());
        dist.env("GOHOSTOS", "linux").env("GOHOSTARCH", "amd64").env("GOOS", os).env("GOARCH", arch);
        let ran = run(&mut dist);
        let made = self.take_generated();
        if ran.code == Some(0) {
            assert!(!made.is_empty(), "{}: {os}/{arch}", self.version);
            return Some(made);
        }
        println!("{}: no {os}/{arch}: {}", self.version, ran.stderr.lines().last().unwrap_or_default());
        None
    }

    /// What gen-runtime generates for a platform.
    fn ours(&self, os: &str, arch: &str) -> Generated {
        let mut install = Command::new(env!("CARGO_BIN_EXE_gen-runtime"));
        install.args(["dist", "install", "runtime", "--os", os, "--arch", arch]);
        install.args(["--dialect", self.release.name(), "--goroot"]).arg(self.tree());
        // From go1.0 on, the programs had been built for the folder that the tree was in.
        let place = if self.release == Release::Weekly { self.tree() } else { self.built.to_owned() };
        checked(install.arg("--goroot-final").arg(place));
        self.take_generated()
    }

    /// Whether a generated file is the C of a .goc file: `zNAME_OS_ARCH.c`, in the oldest releases `zNAME_ARCH.c`.
    fn is_of_goc(&self, name: &str, os: &str, arch: &str) -> bool {
        let name = name.strip_prefix('z').and_then(|name| name.strip_suffix(&format!("_{arch}.c")));
        let is_goc = |stem: &str| self.source().join(format!("{stem}.goc")).exists();
        name.is_some_and(|stem| is_goc(stem) || stem.strip_suffix(&format!("_{os}")).is_some_and(is_goc))
    }
}

#[test]
fn the_files_of_real_trees_come_out_as_their_own_programs_wrote_them() {
    let counts = |kind| Counts::new("gen-runtime", kind);
    let mut generated = counts("tree/generated");
    let mut translated = counts("tree/goc");
    let mut but_numbers = counts("tree/goc-but-line-numbers");
    for built in trees("GEN_RUNTIME_TREES") {
        let copy = Copy::of(&built);
        let version = &copy.version;
        for (os, (arch, compiler)) in SYSTEMS.iter().flat_map(|os| ARCHES.map(|arch| (*os, arch))) {
            if !copy.tools().join(compiler).exists() {
                continue;
            }
            let Some(theirs) = copy.theirs(os, arch) else { continue };
            let ours = copy.ours(os, arch);
            assert_eq!(ours.keys().collect::<Vec<_>>(), theirs.keys().collect::<Vec<_>>());
            for ((name, their), our) in theirs.iter().zip(ours.values()) {
                let difference = difference(their, our);
                if copy.is_of_goc(name, os, arch) {
                    translated.add(version, difference.is_none());
                    but_numbers.add(version, without_line_numbers(their) == without_line_numbers(our));
                } else {
                    generated.add(version, difference.is_none());
                }
                if let Some(difference) = difference {
                    println!("{version}: {name}: {}", difference.lines().next().unwrap_or_default());
                }
            }
        }
    }
    generated.check_those_counted();
    translated.check_those_counted();
    but_numbers.check_those_counted();
}
