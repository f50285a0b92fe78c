//! The tool chains for packages of one's own: the words in front of each step's files.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use goc2c::Dialect;

use super::go_tools::GoTools;
use super::release::letter;
use engine::action::Arg;

/// A tool chain.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Toolchain {
    /// One that compiles C.
    WithC(WithC),
    /// Today's gc, which does not.
    Go(GoTools),
}

/// A tool chain that compiles C.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WithC {
    /// gccgo for Go, gcc for C and assembly, ar.
    Gccgo {
        /// The Go compiler and its flags.
        go: Vec<OsString>,
        /// The C compiler.
        c: Vec<OsString>,
        /// The C compiler's flags.
        cflags: Vec<OsString>,
    },
    /// The compilers of the old releases.
    Gc {
        /// Their folder.
        tools: PathBuf,
        /// What goc2c writes for them.
        dialect: Dialect,
    },
}

impl Toolchain {
    /// Its name.
    pub fn name(&self) -> &'static str {
        match self {
            Toolchain::WithC(WithC::Gccgo { .. }) => "gccgo",
            Toolchain::WithC(WithC::Gc { .. }) => "gc",
            Toolchain::Go(_) => "go",
        }
    }

    /// The terms that hold in build lines with it.
    pub fn tags(&self) -> Vec<String> {
        match self {
            Toolchain::WithC(_) => vec![self.name().into()],
            Toolchain::Go(tools) => tools.tags(),
        }
    }

    /// What an archive of a package is called, in the folder of the last but one part of its path.
    pub fn archive_name(&self, last: &str) -> String {
        match self {
            Toolchain::WithC(WithC::Gccgo { .. }) => format!("lib{last}.a"),
            Toolchain::WithC(WithC::Gc { .. }) | Toolchain::Go(_) => format!("{last}.a"),
        }
    }

    /// Its programs, or their folder, and what names another.
    pub fn named_by(&self) -> Vec<(PathBuf, &'static str)> {
        match self {
            Toolchain::WithC(WithC::Gccgo { go, c, .. }) => {
                let named = [(go, "$GCCGO"), (c, "$CC")];
                named.into_iter().filter_map(|(words, by)| Some((words.first()?.into(), by))).collect()
            }
            Toolchain::WithC(WithC::Gc { tools, .. }) => vec![(tools.clone(), "`--tool-dir DIR`")],
            Toolchain::Go(_) => Vec::new(),
        }
    }

    /// What its programs find in their environment.
    pub fn environment(&self, to: For<'_>) -> Vec<(&'static str, OsString)> {
        let platform = vec![("GOOS", to.os.into()), ("GOARCH", to.arch.into())];
        match self {
            Toolchain::WithC(WithC::Gccgo { .. }) => Vec::new(),
            Toolchain::WithC(WithC::Gc { .. }) => platform,
            Toolchain::Go(tools) => [platform, vec![("GOROOT", (&tools.root).into())]].concat(),
        }
    }
}

/// Flags that C needs beside gccgo's Go, for the stack: how its end is found.
const STACK: [(&str, &[&str]); 3] = [
    ("386", &["-fsplit-stack"]),
    ("amd64", &["-fsplit-stack"]),
    ("arm", &["-fexceptions", "-funwind-tables"]),
];

/// What a step is for.
#[derive(Debug, Clone, Copy)]
pub struct For<'f> {
    /// Go's name of the system.
    pub os: &'f str,
    /// Go's name of the architecture.
    pub arch: &'f str,
}

impl For<'_> {
    fn defines(&self) -> [String; 2] {
        [format!("GOOS_{}", self.os), format!("GOARCH_{}", self.arch)]
    }

    /// The words that define what files are made for, each `-D` by itself: from go1.1 on the compilers know no other.
    pub(super) fn defined_apart(&self) -> impl Iterator<Item = Arg> {
        self.defines().into_iter().flat_map(|name| [Arg::from("-D"), Arg::from(name)])
    }
}

/// The words by which folders are searched for headers.
pub(super) fn searched(folders: &[&Path]) -> impl Iterator<Item = Arg> {
    folders.iter().flat_map(|folder| [Arg::from("-I"), Arg::from(*folder)])
}

/// Words as they are.
pub(super) fn args<T: Into<OsString>>(words: impl IntoIterator<Item = T>) -> Vec<Arg> {
    words.into_iter().map(Arg::from).collect()
}

impl WithC {
    /// What goc2c writes.
    pub fn dialect(&self) -> Dialect {
        match self {
            WithC::Gccgo { .. } => Dialect::Gccgo11,
            WithC::Gc { dialect, .. } => *dialect,
        }
    }

    /// A package's path, where goc2c puts it into symbols.
    pub fn symbol_path(&self, path: &str) -> Option<String> {
        match self {
            WithC::Gccgo { .. } => Some(path.to_owned()),
            WithC::Gc { .. } => None,
        }
    }

    fn tool(tools: &Path, arch: &str, what: &str) -> Arg {
        Arg::from(tools.join(format!("{}{what}", letter(arch).unwrap_or_default())))
    }

    /// The words of a C compilation, without the file, and whether the compiler tells what it reads; `folders` are
    /// searched for headers.
    pub fn c(
        &self,
        to: For<'_>,
        folders: &[&Path],
        launcher: &[OsString],
        output: &Path,
    ) -> (Vec<Arg>, bool) {
        let mut words = args(launcher);
        match self {
            WithC::Gccgo { c, cflags, .. } => {
                words.extend(args(c));
                words.extend(args(["-c", "-g", "-O2"]));
                words.extend(searched(folders));
                words.extend(to.defines().map(|name| Arg::from(format!("-D{name}"))));
                let stack = STACK.iter().find(|(arch, _)| *arch == to.arch);
                words.extend(args(stack.map_or(&[][..], |(_, flags)| flags).iter().copied()));
                words.extend(args(cflags));
                words.extend(args(["-MD", "-MF"]));
                words.push(Arg::Depfile { path: output.with_extension("d"), made: false });
            }
            WithC::Gc { tools, .. } => {
                words.push(Self::tool(tools, to.arch, "c"));
                words.extend(args(["-F", "-V", "-w"]));
                words.extend(searched(folders));
                words.extend(to.defined_apart());
            }
        }
        words.extend([Arg::from("-o"), Arg::Output]);
        (words, matches!(self, WithC::Gccgo { .. }))
    }

    /// The words of an assembly, without the file.
    pub fn assembly(&self, to: For<'_>, folders: &[&Path]) -> Vec<Arg> {
        let mut words = match self {
            WithC::Gccgo { c, .. } => [args(c), args(["-c"])].concat(),
            WithC::Gc { tools, .. } => {
                let mut words = vec![Self::tool(tools, to.arch, "a")];
                words.extend(searched(folders));
                words.extend(to.defined_apart());
                words
            }
        };
        words.extend([Arg::from("-o"), Arg::Output]);
        words
    }

    /// The words of a Go compilation, without the files; imports are found in `packages`.
    pub fn go(&self, to: For<'_>, path: &str, packages: &Path) -> Vec<Arg> {
        let mut words = Vec::new();
        match self {
            WithC::Gccgo { go, .. } => {
                words.extend(args(go));
                words.extend(args(["-c", "-g"]));
                // gccgo takes package main by its name.
                if path != MAIN {
                    words.push(Arg::from(format!("-fgo-pkgpath={path}")));
                }
            }
            WithC::Gc { tools, .. } => {
                words.push(Self::tool(tools, to.arch, "g"));
                words.extend(args(["-p", path]));
            }
        }
        words.extend([Arg::from("-I"), Arg::from(packages), Arg::from("-o"), Arg::Output]);
        words
    }

    /// The words that put objects into an archive.
    pub fn pack(&self) -> Vec<Arg> {
        let mut words = match self {
            WithC::Gccgo { .. } => args(["ar", "rcD"]),
            WithC::Gc { tools, .. } => vec![Arg::from(tools.join("pack")), Arg::from("grc")],
        };
        words.push(Arg::Output);
        words
    }

    /// The words of a link: objects of package main, and archives.
    pub fn link(&self, to: For<'_>, objects: &[PathBuf], archives: &[PathBuf], packages: &Path) -> Vec<Arg> {
        match self {
            WithC::Gccgo { go, .. } => {
                let mut words = args(go);
                words.extend([Arg::from("-o"), Arg::Output]);
                words.extend(args(objects));
                if !archives.is_empty() {
                    words.push(Arg::from("-Wl,-("));
                    words.extend(args(archives));
                    words.push(Arg::from("-Wl,-)"));
                }
                words
            }
            WithC::Gc { tools, .. } => {
                let mut words = vec![Self::tool(tools, to.arch, "l"), Arg::from("-L"), Arg::from(packages)];
                words.extend([Arg::from("-o"), Arg::Output]);
                words.extend(args(objects));
                words
            }
        }
    }
}

/// The path of every package that is an executable.
pub const MAIN: &str = "main";
