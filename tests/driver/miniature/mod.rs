//! A miniature tree of our own, with all directories that go1.4 built: C for the machine's compiler, and tools made of it
//! that stand in for 6a, 6c, 6g and 6l. What they make tells all that it was made of.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use gen_runtime::Release;
use gen_runtime::driver::dist::directories::{Becomes, Directory, layout};
use gen_runtime::driver::dist::facts::facts;

use super::support::*;

/// What the packages import. All of them come to import the runtime package.
const IMPORTS: [(&str, &[&str]); 6] = [
    ("errors", &["runtime"]),
    ("io", &["errors"]),
    ("os", &["io", "sync"]),
    ("fmt", &["os", "io"]),
    ("log", &["fmt"]),
    ("go/build", &["fmt", "log"]),
];

/// Files that only some directories have.
const FILES: [(&str, &str); 17] = [
    ("VERSION", "go1.4\n"),
    ("include/u.h", "int stand_in(const char *, const char *, int, char **);\n"),
    ("include/link.h", "extern char *anames6[];\n"),
    ("include/libc.h", ""),
    ("include/bio.h", ""),
    ("src/lib9/stand_in.c", include_str!("stand_in.c")),
    ("src/lib9/goos.c", "const char *goos = GOOS GOARCH GOROOT GOVERSION;\n"),
    ("src/lib9/fmt/fmt.c", "int fmt(void) { return 1; }\n"),
    ("src/lib9/utf/utf.c", "int utf(void) { return 2; }\n"),
    ("src/cmd/ld/ld.c", "#include \"u.h\"\nint ld(void) { return 3; }\n"),
    ("src/cmd/ld/textflag.h", "#define NOSPLIT 4\n"),
    ("src/cmd/gc/go.h", "enum\n{\n\tOXXX,\n\tOADD,\n\tOEND\n};\n"),
    ("src/cmd/gc/opt.c", "#include \"go.h\"\n#include \"opnames.h\"\n"),
    ("src/cmd/cc/lex.c", "const char *experiment = GOEXPERIMENT;\n"),
    ("src/cmd/cc/pgen.c", "#include \"gc.h\"\nint pgen(void) { return DIGIT; }\n"),
    ("src/cmd/go/main.go", "package main\nimport \"go/build\"\nimport \"text/template\"\n"),
    ("src/net/net.go", "package net\n"),
];

/// A tree in a folder of its own.
pub struct Miniature {
    folder: tempfile::TempDir,
    pub goroot: PathBuf,
}

/// The C compiler, if there is one: it makes the tree's tools.
pub fn has_c() -> bool {
    let there = Command::new("gcc").arg("--version").output().is_ok();
    assert!(there || std::env::var_os("CI").is_none(), "gcc is not installed");
    if !there {
        println!("skipped: gcc is not installed");
    }
    there
}

impl Miniature {
    /// A tree of go1.4, in which nothing is built.
    pub fn new() -> Miniature {
        let folder = tempfile::tempdir().unwrap();
        let it = Miniature { goroot: folder.path().join("go"), folder };
        it.write_all();
        it
    }

    /// The tree as it was at first.
    pub fn start_again(&self) {
        fs::remove_dir_all(&self.goroot).unwrap();
        self.write_all();
    }

    fn write_all(&self) {
        let layout = layout(Release::Go14);
        let mut directories = layout.host('6');
        directories.extend(layout.compilers_of('5'));
        directories.extend(layout.packages());
        directories.iter().for_each(|directory| self.write_directory(directory));
        write(&self.goroot, &FILES);
        for entry in fs::read_dir(root().join("fixtures/driver/tree/runtime")).unwrap() {
            let entry = entry.unwrap();
            // go1.4 has no files of goc.
            if entry.path().extension().is_none_or(|it| it != "goc") {
                fs::copy(entry.path(), self.path("src/runtime").join(entry.file_name())).unwrap();
            }
        }
        for digit in [5, 6, 8] {
            let header = format!("enum as\n{{\n\tAXXX,\n\tAADD,\n\tALAST,\n}};\n/* {digit} */\n");
            self.edit(&format!("src/cmd/{digit}l/{digit}.out.h"), &header);
            self.edit(&format!("src/cmd/{digit}c/gc.h"), &format!("#define DIGIT {digit}\n"));
        }
        for name in ["gc/cplx", "gc/pgen", "gc/plive", "gc/popt", "cc/pswt"] {
            let function = name.replace('/', "_");
            self.edit(&format!("src/cmd/{name}.c"), &format!("int {function}(void) {{ return 1; }}\n"));
        }
    }

    fn write_directory(&self, directory: &Directory) {
        let name = directory.path.rsplit('/').next().unwrap();
        let folder = format!("src/{}", directory.path);
        let (file, text) = match &directory.becomes {
            Becomes::Library(library) => (
                format!("{library}.c"),
                format!("#include \"u.h\"\nint in_{library}(void) {{ return 0; }}\n"),
            ),
            Becomes::Program(_) => (
                "main.c".into(),
                format!(
                    "#include \"u.h\"\n#define VERSION \"1\"\nint main(int count, char **words)\n{{\n\
                     \treturn stand_in(\"{name}\", VERSION, count, words);\n}}\n"
                ),
            ),
            _ => {
                let imports = IMPORTS.iter().find(|(path, _)| *path == directory.path);
                let imports = imports.map_or(&[][..], |(_, imports)| imports);
                let lines: String = imports.iter().map(|path| format!("import \"{path}\"\n")).collect();
                (format!("{name}.go"), format!("package {name}\n{lines}"))
            }
        };
        write(&self.goroot, &[(&format!("{folder}/{file}"), &text)]);
    }

    pub fn path(&self, path: &str) -> PathBuf {
        self.goroot.join(path)
    }

    /// A file beside the tree.
    pub fn beside(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// `gen-runtime dist bootstrap` of the tree.
    pub fn command(&self, args: &str) -> Command {
        let mut command = dist("dist bootstrap");
        command.args(["--host-os", "linux", "--host-arch", "amd64", "--os", "linux", "--arch", "amd64"]);
        command.arg("--goroot").arg(&self.goroot).args(args.split_whitespace());
        command
    }

    /// Runs it; what it says but for the release.
    pub fn bootstrap(&self, args: &str) -> String {
        let ran = run(&mut self.command(args));
        assert_eq!(ran.code, Some(0), "{}{}", ran.stdout, ran.stderr);
        ran.stderr.replace("the tree is of go1.4: its version is `go1.4`\n", "")
    }

    /// Writes a file of the tree.
    pub fn edit(&self, path: &str, text: &str) {
        write(&self.goroot, &[(path, text)]);
    }

    /// All that the tree has for its users, and what is generated in it, but for this program.
    pub fn made(&self) -> BTreeMap<String, Vec<u8>> {
        let mut made = BTreeMap::new();
        let mut waiting = vec![self.goroot.clone()];
        while let Some(folder) = waiting.pop() {
            for entry in fs::read_dir(&folder).unwrap() {
                let path = entry.unwrap().path();
                let name = path.file_name().unwrap().to_string_lossy().into_owned();
                if path.is_dir() {
                    if name != ".gen-runtime" {
                        waiting.push(path);
                    }
                } else if name != "dist" {
                    let shown = path.strip_prefix(&self.goroot).unwrap().to_string_lossy().into_owned();
                    made.insert(shown, fs::read(&path).unwrap());
                }
            }
        }
        made
    }

    /// The folder of the tools.
    pub fn tools(&self) -> PathBuf {
        facts(Release::Go14).tools_of(&self.goroot, &linux("amd64"))
    }
}

/// `gen-runtime COMMAND`, in an environment that tells nothing of trees and compilers.
pub fn dist(command: &str) -> Command {
    children_take_signals_as_usual();
    let mut run = Command::new(env!("CARGO_BIN_EXE_gen-runtime"));
    without_variables(&mut run);
    run.args(command.split_whitespace());
    run
}

/// Takes variables of trees and compilers out of a command's environment.
pub fn without_variables(command: &mut Command) {
    for name in [
        "GOROOT",
        "GOROOT_FINAL",
        "GOBIN",
        "GOOS",
        "GOARCH",
        "GOEXPERIMENT",
        "CC",
        "CXX",
        "CFLAGS",
        "LDFLAGS",
        "CC_FOR_TARGET",
        "CXX_FOR_TARGET",
        "MAKEFLAGS",
    ] {
        command.env_remove(name);
    }
}

/// The actions that a run tells of with `-d explain`: the file that each makes first, below the tree, in order.
pub fn redone(said: &str, goroot: &Path) -> Vec<String> {
    let start = format!("`{}/", goroot.display());
    let mut files: Vec<_> = said
        .lines()
        .filter_map(|line| line.strip_prefix(&start)?.split('`').next().map(str::to_owned))
        .collect();
    files.sort();
    files
}
