//! References of assembly to other packages: the assembler is asked what they are, and the go command gets a file of
//! them for each package that is referred to. Where the go command has a file of its own for the compiler, the two become
//! one in front of the compiler.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::{OsStr, OsString};
use std::fs;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};

use engine::files::content_hash;
use gen_runtime::Platform;
use gen_runtime::driver::OWN;
use gen_runtime::driver::go_command::flags::Flags;
use gen_runtime::driver::go_command::references::{Assembled, Told, flag, kept, lines_about};
use goc2c::command::Exit;
use goc2c::command::output::{FileError, bytes_of, display};
use goc2c::gopkg::files::Context;
use goc2c::gopkg::module::Module;

use super::ask::Go;
use super::make::ground;
use crate::process;
use crate::trouble::Trouble;

/// The start of the names of files of references. Files that are merged with others in another way need another: the go
/// command's cache goes by the names.
const NAME: &str = "symabis1-";
/// The flag of the compiler.
const FLAG: &str = "-symabis";

/// What the go command is told.
#[derive(Debug, Default)]
pub(super) struct Collected {
    /// Flags.
    pub(super) flags: Vec<OsString>,
    /// Whether the compiler needs something before it.
    pub(super) merges: bool,
}

/// How references are collected.
pub(super) struct Collecting<'c> {
    pub(super) go: &'c Go,
    pub(super) context: &'c Context,
    pub(super) flags: &'c Flags,
    pub(super) current: &'c Path,
    /// What the user tells.
    pub(super) told: &'c [Told],
    /// Whether everything may be called from assembly instead.
    pub(super) all: bool,
}

impl Collecting<'_> {
    /// Collects the references of some modules' assembly, by the modules' folders.
    pub(super) fn collect(&self, modules: &[PathBuf]) -> Result<Collected, Trouble> {
        let mut assembled = Assembled::default();
        for folder in modules {
            let module = Module::around(folder, self.current).ok().flatten();
            // In a tree of Go's own the go command knows who refers to what.
            if let Some(module) = module.filter(|module| module.path != "std" && module.path != "cmd") {
                assembled.add(folder, &module.path, self.context)?;
            }
        }
        self.check(&assembled)?;
        let referring = assembled.referring(self.told);
        let mut about: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
        for (from, others) in referring {
            let printed = if self.all { Vec::new() } else { self.ask(from, &assembled) };
            for other in others {
                about.entry(other).or_default().extend(lines_about(other, from, &printed));
            }
        }
        let mut collected = Collected::default();
        for (package, lines) in about.into_iter().filter(|(_, lines)| self.all || !lines.is_empty()) {
            let more = match self.all {
                true => "-allabis".to_owned(),
                false => format!("{FLAG}={}", self.write(modules, &lines)?),
            };
            let flags: Vec<_> = self.flags.gcflags.iter().filter_map(|flag| flag.to_str()).collect();
            let folder = assembled.packages.get(package).map_or(Path::new(""), |(folder, _)| folder);
            let named = flags.iter().any(|flag| flag.trim().starts_with('-')) && self.is_named(package);
            let kept = kept(&flags, package, folder, &self.go.folder, named);
            collected.flags.push(flag(package, kept, &more).into());
            collected.merges |= !self.all && assembled.has_assembly(package);
        }
        Ok(collected)
    }

    /// Refuses what cannot be collected.
    fn check(&self, assembled: &Assembled) -> Result<(), Trouble> {
        for [package, from] in self.told {
            let why = if !assembled.packages.contains_key(package) {
                "the first is none of this module's"
            } else if !assembled.has_assembly(from) {
                "the second has no assembly here"
            } else {
                continue;
            };
            let text = format!("`--symabis-from {package}={from}` takes two packages: {why}");
            return Err(Trouble::Words("no-reference", text));
        }
        let compiler = self.go.tool("compile");
        // A compiler that is given nothing names its flags, and fails.
        let flags =
            || process::run(&self.go.folder, &compiler, &[""; 0]).err().map(|error| error.to_string());
        if self.all && !flags().is_some_and(|flags| flags.contains("-allabis")) {
            let path = display(&compiler);
            let why = "leave `--allabis` out, and what assembly refers to is collected";
            return Err(Trouble::Usage(format!("`{path}` has no `-allabis`: {why}")));
        }
        Ok(())
    }

    /// What the assembler says of a package's files. What is wrong with them it says again when they are assembled.
    fn ask(&self, package: &str, assembled: &Assembled) -> Vec<u8> {
        let Some((folder, files)) = assembled.packages.get(package) else { return Vec::new() };
        let Ok(empty) = tempfile::tempdir() else { return Vec::new() };
        // The header with the package's constants, which nobody has made yet.
        if fs::write(empty.path().join("go_asm.h"), "").is_err() {
            return Vec::new();
        }
        let (output, Platform { os, arch }) = (empty.path().join("symabis"), &self.context.platform);
        let include = Path::new(&self.go.root).join("pkg/include");
        let mut words: Vec<OsString> = vec!["-p".into(), package.into(), "-I".into(), empty.path().into()];
        words.extend(["-I".into(), include.into(), "-D".into(), format!("GOOS_{os}").into()]);
        words.extend(["-D".into(), format!("GOARCH_{arch}").into()]);
        words.extend(self.go.kind.iter().flat_map(|kind| ["-D".into(), kind.into()]));
        words.extend(["-gensymabis".into(), "-o".into(), output.clone().into()]);
        words.extend(files.iter().map(|file| file.clone().into_os_string()));
        match process::run(folder, self.go.tool("asm"), &words) {
            Ok(_) => fs::read(&output).unwrap_or_default(),
            Err(_) => Vec::new(),
        }
    }

    /// Whether a package is one of those on the command line.
    fn is_named(&self, package: &str) -> bool {
        let mut words: Vec<OsString> =
            vec!["list".into(), "-e".into(), "-f".into(), "{{.ImportPath}}".into(), "--".into()];
        words.extend(self.flags.named.iter().cloned());
        let told = process::run(&self.go.folder, &self.go.program, &words).unwrap_or_default();
        told.split(|&byte| byte == b'\n').any(|line| line == package.as_bytes())
    }

    /// Writes lines to a file whose name tells what is in it.
    fn write(&self, modules: &[PathBuf], lines: &BTreeSet<String>) -> Result<String, Trouble> {
        let module = modules.first().map_or(Path::new(""), PathBuf::as_path);
        let text: String = lines.iter().map(|line| format!("{line}\n")).collect();
        let hash = content_hash(text.as_bytes()).map_err(FileError::new("read", module))?;
        let folder = ground(module).make(&module.join(OWN).join("go").join("symabis"))?;
        let name = format!("{NAME}{hash:016x}");
        folder.replace(&name, text.as_bytes())?;
        Ok(folder.path().join(name).to_string_lossy().into_owned())
    }
}

/// What is put before the go command's tools: this program, and what the user puts there.
pub(super) fn before_tools(users: Option<&OsStr>) -> Result<OsString, Trouble> {
    let program = std::env::current_exe().map_err(FileError::new("find", Path::new("gen-runtime")))?;
    let mut words = OsString::from("-toolexec=");
    // The go command knows both quotes, and no backslash.
    let bytes = bytes_of(program.as_os_str());
    let quote = match (bytes.contains(&b'\''), bytes.iter().any(u8::is_ascii_whitespace)) {
        (true, _) => "\"",
        (false, true) => "'",
        (false, false) => "",
    };
    [quote.as_ref(), program.as_os_str(), quote.as_ref()].iter().for_each(|part| words.push(part));
    words.push(" before-tool");
    if let Some(users) = users.filter(|users| !users.is_empty()) {
        words.push(" ");
        words.push(users);
    }
    Ok(words)
}

/// Runs a tool in place of this process. A compiler that is told of two files of references gets one that has both.
pub(crate) fn before_tool(words: &[OsString]) -> Result<Exit, Trouble> {
    let words = merged(words)?;
    let (program, rest) = words.split_first().ok_or(Trouble::Told)?;
    Err(FileError::new("run", Path::new(program))(std::process::Command::new(program).args(rest).exec())
        .into())
}

/// The words, with one file in place of two.
fn merged(words: &[OsString]) -> Result<Vec<OsString>, Trouble> {
    let mut rest = Vec::new();
    let mut files: Vec<PathBuf> = Vec::new();
    let mut all = words.iter();
    while let Some(word) = all.next() {
        let value = word.to_str().and_then(|word| word.strip_prefix(FLAG)?.strip_prefix('='));
        match (word == FLAG, value) {
            (true, _) => files.extend(all.next().map(PathBuf::from)),
            (_, Some(value)) => files.push(value.into()),
            _ => rest.push(word.clone()),
        }
    }
    let is_ours =
        |file: &&PathBuf| file.file_name().is_some_and(|name| bytes_of(name).starts_with(NAME.as_bytes()));
    let (Some(ours), Some(other)) = (files.iter().find(is_ours), files.iter().find(|file| !is_ours(file)))
    else {
        return Ok(words.to_vec());
    };
    let mut text = fs::read(other).map_err(FileError::new("read", other))?;
    if text.last().is_some_and(|last| *last != b'\n') {
        text.push(b'\n');
    }
    text.extend(fs::read(ours).map_err(FileError::new("read", ours))?);
    // The other is the go command's, in a folder that it made for this package.
    let mut both = other.clone().into_os_string();
    both.push(".all");
    fs::write(&both, text).map_err(FileError::new("write", Path::new(&both)))?;
    // After the program, and what is before it, flags come first.
    let at = rest.iter().rposition(|word| Path::new(word).file_stem().is_some_and(|it| it == "compile"));
    rest.splice(at.map_or(1, |at| at + 1)..at.map_or(1, |at| at + 1), [FLAG.into(), both]);
    Ok(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_files_become_one() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        fs::write(path("symabis"), "def m/a.F ABI0").unwrap();
        fs::write(path("symabis1-0"), "ref m/a.G ABI0\n").unwrap();
        let flag = format!("-symabis={}", path("symabis1-0").display());
        let words: Vec<OsString> =
            ["nice", "/x/compile", "-p", "m/a", &flag, "-symabis"].map(OsString::from).into();
        let words = [words, vec![path("symabis").into(), "a.go".into()]].concat();
        let all = path("symabis.all");
        let expected = ["nice", "/x/compile", "-symabis", all.to_str().unwrap(), "-p", "m/a", "a.go"];
        assert_eq!(merged(&words).unwrap_or_default(), expected.map(OsString::from));
        assert_eq!(fs::read(&all).unwrap(), b"def m/a.F ABI0\nref m/a.G ABI0\n");
        assert_eq!(merged(&words[..5]).unwrap_or_default(), words[..5], "one stays as it is");
    }
}
