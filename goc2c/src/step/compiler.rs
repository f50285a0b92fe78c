//! Which C compiler translates for a machine, what it is, and which flags it takes.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::command::args::environment;
use crate::gc::Machine;
use crate::gc::flags::{Family, flags};

/// A C compiler.
#[derive(Debug, Clone)]
pub struct Compiler {
    /// The program.
    pub program: OsString,
    /// The machine that it translates for.
    pub machine: Machine,
    /// Its family.
    pub family: Family,
    /// What it says that it is, without the name that it was called by.
    pub version: String,
    /// What it is told: of the flags for its family those that it takes.
    pub flags: Vec<String>,
}

/// Why there is no compiler.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoCompiler {
    /// None of the known names is a compiler for the machine.
    #[error(
        "no C compiler for {} was found: Debian has one as `{}`; `--cc {}=PROGRAM` names another",
        .0.name(), package(*.0), .0.name()
    )]
    Missing(Machine),
    /// The one that was named cannot be run.
    #[error("the C compiler `{0}` cannot be run: {1}")]
    Unusable(String, String),
    /// The one that was named is for another machine.
    #[error("the C compiler `{0}` is for `{1}`, not for {2}")]
    OtherMachine(String, String, &'static str),
}

fn package(machine: Machine) -> &'static str {
    match machine {
        Machine::Amd64 => "gcc-x86-64-linux-gnu",
        Machine::Arm64 => "gcc-aarch64-linux-gnu",
    }
}

/// Versions of compilers that may stand at the end of their names, newest first.
const VERSIONS: std::ops::RangeInclusive<u32> = 9..=20;

impl Compiler {
    /// The program that compiles, which the one that is called hands its work on to: it is another one whenever the
    /// version is, however the first is wrapped.
    pub fn inner_program(&self) -> Option<PathBuf> {
        let name = match self.family {
            Family::Gcc => "-print-prog-name=cc1",
            Family::Clang => "-print-prog-name=clang",
        };
        let path = PathBuf::from(ask(&self.program, &[name]).ok()?.trim());
        // Without a folder it is one that was not found.
        path.is_absolute().then_some(path)
    }
}

/// The names that [`find_compiler`] looks for, in order: the one that was named, the environment's, or all that are
/// known.
pub fn compiler_names(machine: Machine, named: Option<&OsStr>) -> Vec<OsString> {
    match named_compiler(machine, named) {
        Some(program) => vec![program],
        None => known_names(machine).into_iter().map(OsString::from).collect(),
    }
}

/// The compiler that was named for a machine, the last time that one was.
pub(super) fn named_for(compilers: &[(Machine, OsString)], machine: Machine) -> Option<&OsStr> {
    compilers.iter().rev().find(|(of, _)| *of == machine).map(|(_, program)| program.as_os_str())
}

fn named_compiler(machine: Machine, named: Option<&OsStr>) -> Option<OsString> {
    let variable = format!("GOC_CC_{}", machine.name().to_ascii_uppercase());
    named.map(OsStr::to_owned).or_else(|| environment(&variable).map(OsString::from))
}

fn known_names(machine: Machine) -> Vec<String> {
    let cross = format!("{}-linux-gnu-gcc", machine.triple_start());
    let mut names = vec!["gcc".to_owned(), cross.clone()];
    names.extend(VERSIONS.rev().map(|version| format!("{cross}-{version}")));
    names.push("clang".into());
    names
}

/// Finds the compiler for a machine: the one that was named, the environment's, or the first that is there.
///
/// # Errors
/// None is, or the one that was named is none.
pub fn find_compiler(machine: Machine, named: Option<&OsStr>) -> Result<Compiler, NoCompiler> {
    if let Some(program) = named_compiler(machine, named) {
        let shown = program.to_string_lossy().into_owned();
        let asked = ask(&program, &["--version"]).map_err(|why| NoCompiler::Unusable(shown.clone(), why))?;
        let compiler = describe(program, machine, &asked);
        let target = triple(&compiler).map_err(|why| NoCompiler::Unusable(shown.clone(), why))?;
        // clang translates for any machine.
        if compiler.family == Family::Gcc && !target.starts_with(machine.triple_start()) {
            return Err(NoCompiler::OtherMachine(shown, target, machine.name()));
        }
        return Ok(probed(compiler));
    }
    compilers_for(machine).next().map(probed).ok_or(NoCompiler::Missing(machine))
}

/// Finds the compiler that calls itself so, among those that have a known name.
pub(super) fn find_version(machine: Machine, version: &str) -> Option<Compiler> {
    compilers_for(machine).find(|compiler| compiler.version == version).map(probed)
}

/// The compilers for a machine that have a known name.
fn compilers_for(machine: Machine) -> impl Iterator<Item = Compiler> {
    known_names(machine).into_iter().filter_map(move |name| {
        let program = OsString::from(name);
        let version = ask(&program, &["--version"]).ok()?;
        let compiler = describe(program, machine, &version);
        let fits = compiler.family == Family::Clang
            || triple(&compiler).is_ok_and(|target| target.starts_with(machine.triple_start()));
        fits.then_some(compiler)
    })
}

fn describe(program: OsString, machine: Machine, version: &str) -> Compiler {
    let line = version.lines().next().unwrap_or_default().trim();
    let family = Family::of(version);
    // gcc says first by which name it was called.
    let version = match (family, line.split_once(' ')) {
        (Family::Gcc, Some((_, rest))) => format!("gcc {rest}"),
        _ => line.to_owned(),
    };
    Compiler { program, machine, family, version, flags: Vec::new() }
}

fn triple(compiler: &Compiler) -> Result<String, String> {
    ask(&compiler.program, &["-dumpmachine"]).map(|text| text.trim().to_owned())
}

/// The compiler with the flags that it takes.
fn probed(mut compiler: Compiler) -> Compiler {
    let mut all: Vec<String> = Vec::new();
    if compiler.family == Family::Clang {
        all.push(format!("--target={}-linux-gnu", compiler.machine.triple_start()));
    }
    all.extend(flags(compiler.machine, compiler.family).into_iter().map(str::to_owned));
    if !takes(&compiler, &all) {
        let always = all.iter().take_while(|flag| flag.starts_with("--target")).cloned().collect::<Vec<_>>();
        all.retain(|flag| {
            let words: Vec<_> = always.iter().chain([flag]).cloned().collect();
            takes(&compiler, &words)
        });
    }
    compiler.flags = all;
    compiler
}

/// Whether a compiler takes some flags for an empty file.
fn takes(compiler: &Compiler, flags: &[String]) -> bool {
    // It would leave a file beside its output.
    let flags = flags.iter().filter(|flag| *flag != "-fstack-usage");
    let mut command = Command::new(&compiler.program);
    command.args(flags).args(["-fsyntax-only", "-x", "c", "/dev/null"]);
    if compiler.family == Family::Clang {
        command.arg("-Werror=unknown-warning-option");
    }
    run_quietly(&mut command)
}

fn run_quietly(command: &mut Command) -> bool {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// What a program prints when it is asked something.
fn ask(program: &OsStr, words: &[&str]) -> Result<String, String> {
    let output = Command::new(program)
        .args(words)
        .env("LC_ALL", "C")
        .stdin(Stdio::null())
        .output()
        .map_err(|error| error.to_string())?;
    match output.status.success() {
        true => Ok(String::from_utf8_lossy(&output.stdout).into_owned()),
        false => Err(format!("{}, {}", Path::new(program).display(), output.status)),
    }
}
