//! The directories of a release's tree in the order in which its own program built them, and what becomes of each.
//!
//! A release is a row of `TABLE`. Facts read off the releases' own logs and checked by comparing what is made.

use crate::Release;

/// What a directory's files become.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Becomes {
    /// A library of the machine's C compiler, of that name.
    Library(&'static str),
    /// A program by the machine's C compiler, with these libraries before the common ones.
    Program(&'static [&'static str]),
    /// A package.
    Package,
    /// The Go program that builds the rest, under this name.
    GoProgram(&'static str),
    /// A copy in the folder of tools: the directory is a file.
    Copy,
}

/// A directory below `src`, but for a copy, which is below the tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Directory {
    /// Its path.
    pub path: String,
    /// What it becomes.
    pub becomes: Becomes,
    /// Files that are left out: what their names start with.
    pub without: Vec<&'static str>,
    /// Files from elsewhere, as paths from the directory; all of a folder where the last part is `*`.
    pub with: Vec<String>,
    /// Whether a tree may do without it.
    pub optional: bool,
}

/// How the names of opcodes are compiled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Names {
    /// `enam.c` in the linker's directory, for the linker and both compilers.
    Enam,
    /// `anames5.c`, `anames6.c` and `anames8.c` in the library that all of them have.
    Library,
}

/// What is known of a release's directories.
#[derive(Debug)]
pub struct Layout {
    /// The folder of the packages, with its `/`; nothing where that is `src`.
    pub prefix: &'static str,
    /// The C libraries that all programs are linked with, the last first.
    pub libraries: &'static [&'static str],
    /// Files that are copied to the tools.
    pub copied: &'static [&'static str],
    /// Programs that come before the compilers.
    pub tools: &'static [&'static str],
    /// Programs of these that a tree may do without.
    pub optional: &'static [&'static str],
    /// Files of `cmd/gc` that the compilers of single architectures have instead.
    pub by_arch: &'static [&'static str],
    /// How the names of opcodes are compiled in.
    pub names: Names,
    /// The files of `cmd/ld` that the linker for arm has, where it does not have all of them.
    pub arm_linker: &'static [&'static str],
    /// The packages that the go command needs.
    pub packages: &'static [&'static [&'static str]],
    /// Variables of the compilers that are written into the go command: how many of `CC` and `CXX`, and whether it is
    /// those for the target.
    pub compilers: Option<ForTarget>,
}

/// Whose compilers the go command calls.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ForTarget {
    /// `CC` and `CXX`.
    No,
    /// `CC_FOR_TARGET` and `CXX_FOR_TARGET`, else the same.
    Yes,
}

const FIRST: &[&str] = &[
    "runtime",
    "errors",
    "sync/atomic",
    "sync",
    "io",
    "unicode",
    "unicode/utf8",
    "unicode/utf16",
    "bytes",
    "math",
    "strings",
    "strconv",
    "bufio",
    "sort",
    "container/heap",
    "encoding/base64",
    "syscall",
    "time",
    "os",
    "reflect",
    "fmt",
];
const ENCODING: &[&str] = &["encoding"];
const JSON: &[&str] = &["encoding/json"];
const GOB: &[&str] = &["encoding/gob"];
const SECOND: &[&str] = &[
    "flag",
    "path/filepath",
    "path",
    "io/ioutil",
    "log",
    "regexp/syntax",
    "regexp",
    "go/token",
    "go/scanner",
    "go/ast",
    "go/parser",
];
const BUILD: &[&str] = &["go/build"];
const EXEC: &[&str] = &["os/exec"];
const SIGNAL: &[&str] = &["os/signal"];
const THIRD: &[&str] = &["net/url", "text/template/parse", "text/template"];
const DOC: &[&str] = &["go/doc", "go/build"];

const WEEKLY: Layout = Layout {
    prefix: "pkg/",
    libraries: &["lib9", "libbio", "libmach"],
    copied: &[],
    tools: &["cov", "nm", "pack", "prof"],
    optional: &["cov", "prof"],
    by_arch: &["cplx.c", "pgen.c"],
    names: Names::Enam,
    // Its own program gave that linker all files, one of which does not compile there.
    arm_linker: ARM_LINKER,
    packages: &[FIRST, JSON, GOB, SECOND, BUILD, EXEC, THIRD],
    compilers: None,
};

const ARM_LINKER: &[&str] =
    &["data.c", "elf.c", "go.c", "ldelf.c", "ldmacho.c", "ldpe.c", "lib.c", "symtab.c"];

const GO10: Layout = Layout {
    copied: &["misc/pprof"],
    tools: &["addr2line", "cov", "nm", "objdump", "pack", "prof"],
    packages: &[FIRST, JSON, SECOND, EXEC, THIRD, DOC],
    ..WEEKLY
};

const GO11: Layout =
    Layout { arm_linker: &[], packages: &[FIRST, JSON, SECOND, EXEC, SIGNAL, THIRD, DOC], ..GO10 };

const GO12: Layout = Layout {
    tools: &["addr2line", "nm", "objdump", "pack", "prof"],
    optional: &["prof"],
    by_arch: &["cplx.c", "pgen.c", "popt.c", "popt.h"],
    packages: &[FIRST, ENCODING, JSON, SECOND, EXEC, SIGNAL, THIRD, DOC],
    compilers: Some(ForTarget::No),
    ..GO11
};

const GO13: Layout = Layout {
    libraries: &["lib9", "libbio", "liblink"],
    tools: &[],
    optional: &[],
    by_arch: &["cplx.c", "pgen.c", "plive.c", "popt.c"],
    names: Names::Library,
    compilers: Some(ForTarget::Yes),
    ..GO12
};

const GO14: Layout = Layout { prefix: "", copied: &[], ..GO13 };

/// The layouts in the order of [`Release`]'s variants.
const TABLE: [Layout; 6] = [WEEKLY, GO10, GO11, GO12, GO13, GO14];

/// What is known of a release's directories.
pub const fn layout(release: Release) -> &'static Layout {
    &TABLE[release as usize]
}

/// The go command, which builds the rest.
pub const GO_COMMAND: &str = "cmd/go";

/// What it is called as long as it has not built itself.
pub const GO_BOOTSTRAP: &str = "go_bootstrap";

impl Layout {
    /// The directories whose programs run on the machine, in order; the compilers are those of an architecture's digit.
    pub fn host(&self, digit: char) -> Vec<Directory> {
        let mut list: Vec<_> = self.libraries.iter().map(|path| self.directory(path)).collect();
        list.extend(self.copied.iter().map(|path| self.directory(path)));
        list.extend(self.tools.iter().map(|name| self.directory(&format!("cmd/{name}"))));
        list.extend(["cmd/cc", "cmd/gc"].map(|path| self.directory(path)));
        list.extend(self.compilers_of(digit));
        list
    }

    /// The directories of the compilers of an architecture.
    pub fn compilers_of(&self, digit: char) -> impl Iterator<Item = Directory> {
        ['l', 'a', 'c', 'g'].into_iter().map(move |kind| self.directory(&format!("cmd/{digit}{kind}")))
    }

    /// The packages that the go command needs, in order.
    pub fn packages(&self) -> impl Iterator<Item = Directory> {
        let paths = self.packages.iter().copied().flatten();
        paths.map(|path| self.directory(&format!("{}{path}", self.prefix)))
    }

    /// A directory by its path below `src`, as the release's own program was told it.
    pub fn directory(&self, path: &str) -> Directory {
        let mut it = Directory {
            path: path.to_owned(),
            becomes: Becomes::Package,
            without: Vec::new(),
            with: Vec::new(),
            optional: false,
        };
        if path.starts_with("misc/") {
            it.becomes = Becomes::Copy;
        } else if let Some(&name) = self.libraries.iter().find(|name| **name == path) {
            it.becomes = Becomes::Library(name);
            match name {
                "lib9" => it.with = vec!["fmt/*".into(), "utf/*".into()],
                "liblink" => it.with = [5, 6, 8].map(|digit| format!("anames{digit}.c")).into(),
                _ => {}
            }
        } else if let Some(name) = path.strip_prefix("cmd/") {
            self.command(name, &mut it);
        }
        it
    }

    fn command(&self, name: &str, it: &mut Directory) {
        it.becomes = Becomes::Program(&[]);
        it.optional = self.optional.contains(&name);
        let mut letters = name.chars();
        let enam = |folder: &str| (self.names == Names::Enam).then(|| format!("{folder}enam.c"));
        match (name, letters.next(), letters.as_str()) {
            ("go", ..) => {
                it.becomes = Becomes::GoProgram(GO_BOOTSTRAP);
                it.with.extend(self.compilers.map(|_| DEFAULT_COMPILERS.to_owned()));
            }
            ("cgo", ..) => it.becomes = Becomes::GoProgram("cgo"),
            ("cc", ..) => {
                it.becomes = Becomes::Library("libcc");
                it.without = vec!["pgen.c", "pswt.c"];
            }
            ("gc", ..) => {
                it.becomes = Becomes::Library("libgc");
                it.without = self.by_arch.iter().copied().filter(|name| name.ends_with(".c")).collect();
                // Left behind by a parser generator.
                it.without.push("y1.tab.c");
                it.with = vec![OPNAMES.into()];
            }
            (_, Some(digit @ ('5' | '6' | '8')), kind @ ("c" | "g")) => {
                let (folder, files, library): (_, &[&str], &'static [&'static str]) = match kind {
                    "c" => ("cc", &["pgen.c", "pswt.c"], &["libcc"]),
                    _ => ("gc", self.by_arch, &["libgc"]),
                };
                it.becomes = Becomes::Program(library);
                it.with = files.iter().map(|file| format!("../{folder}/{file}")).collect();
                it.with.extend(enam(&format!("../{digit}l/")));
            }
            (_, Some(digit @ ('5' | '6' | '8')), "l") => {
                it.with = match self.arm_linker {
                    files @ [_, ..] if digit == '5' => {
                        files.iter().map(|file| format!("../ld/{file}")).collect()
                    }
                    _ => vec!["../ld/*".into()],
                };
                it.with.extend(enam(""));
            }
            _ => {}
        }
    }
}

/// The file of `cmd/gc` with the names of a compiler's opcodes.
pub const OPNAMES: &str = "opnames.h";

/// The file of the go command and of cgo with the names of the C compilers.
pub const DEFAULT_COMPILERS: &str = "zdefaultcc.go";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_as_many_packages_as_the_releases_built() {
        let counts = Release::ALL.map(|release| layout(release).packages().count());
        assert_eq!(counts, [39, 39, 40, 41, 41, 41]);
    }

    #[test]
    fn what_is_special_of_a_directory_is_known_by_its_path() {
        let weekly = layout(Release::Weekly);
        assert_eq!(
            weekly.directory("cmd/6g").with,
            ["../gc/cplx.c", "../gc/pgen.c", "../6l/enam.c"].map(String::from)
        );
        assert_eq!(weekly.directory("cmd/6l").with, ["../ld/*", "enam.c"].map(String::from));
        assert_eq!(weekly.directory("cmd/5l").with.len(), 9);
        assert_eq!(weekly.directory("cmd/cov").becomes, Becomes::Program(&[]));
        assert!(weekly.directory("cmd/cov").optional && !layout(Release::Go14).directory("cmd/6a").optional);
        let go14 = layout(Release::Go14);
        assert_eq!(go14.directory("cmd/6l").with, ["../ld/*".to_owned()]);
        assert_eq!(go14.directory("runtime").becomes, Becomes::Package);
        assert_eq!(go14.host('6').len(), 9);
        assert_eq!(layout(Release::Go10).host('6').len(), 3 + 1 + 6 + 2 + 4);
    }
}
