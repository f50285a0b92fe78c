//! The C compiler's part: a file of C becomes an object, by way of assembly text that is mended in between.

use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use super::compiler::Compiler;
use crate::command::depfile::parse_depfile;
use crate::gc::flags::{Family, WHOLE};
use crate::gc::{Compiled, END, Machine, WITHOUT, may_replace, repair};

/// A file of C to compile.
pub(super) struct Job<'j> {
    pub compiler: &'j Compiler,
    /// The C.
    pub c: &'j [u8],
    /// The `.goc` file that it comes from.
    pub input: &'j Path,
    /// What its user adds to the flags.
    pub cflags: &'j [String],
    /// Whether other files call its functions.
    pub is_shared: bool,
    /// Whether data may be aligned less than C wants.
    pub is_less_aligned: bool,
}

/// What came of it.
#[derive(Debug, Default)]
pub(super) struct Done {
    /// The object; none where the compiler refused the C.
    pub compiled: Option<Compiled>,
    /// What the compiler said.
    pub said: Vec<u8>,
    /// The files that it read, but for its own.
    pub read: Vec<PathBuf>,
}

/// Compiles in a folder that nothing else uses; `headers` has goc.h.
///
/// # Errors
/// A program that cannot be run, a file that cannot be written or read.
pub(super) fn compile(job: &Job<'_>, folder: &Path, headers: &Path) -> io::Result<Done> {
    fs::create_dir_all(folder)?;
    let at = |name: &str| folder.join(name);
    fs::write(at("unit.c"), [job.c, END.as_bytes()].concat())?;
    let mut command = start(job);
    if job.compiler.family == Family::Gcc && !job.is_shared {
        command.arg(WHOLE);
    }
    let beside = match job.input.parent() {
        Some(parent) if parent != Path::new("") => parent,
        _ => Path::new("."),
    };
    command.arg("-iquote").arg(headers).arg("-iquote").arg(beside).arg("-I").arg(headers);
    let mut map = OsStr::new("-fmacro-prefix-map=").to_owned();
    map.push(beside);
    map.push("/=");
    command.arg(map);
    command.args(["-fdiagnostics-color=never", "-MMD", "-MT", "unit", "-MF"]).arg(at("unit.d"));
    let mends = needs_repair(job.compiler);
    let (kind, name) = if mends { ("-S", "unit.s") } else { ("-c", "unit.o") };
    command.arg(kind).arg(at("unit.c")).arg("-o").arg(at(name));
    let mut output = run(&mut command)?;
    let own = redefined(&output.stderr);
    if !output.status.success() && !own.is_empty() {
        output = run(command.args(own.iter().map(|name| format!("-D{WITHOUT}{name}"))))?;
    }
    let mut done = Done { said: output.stderr, ..Done::default() };
    if !output.status.success() {
        return Ok(done);
    }
    if mends {
        let text = fs::read(at("unit.s"))?;
        let mended = repair(&String::from_utf8_lossy(&text), job.compiler.machine, job.is_less_aligned);
        fs::write(at("mended.s"), mended)?;
        let mut command = start_assembly(job);
        command.arg("-c").arg(at("mended.s")).arg("-o").arg(at("unit.o"));
        let output = run(&mut command)?;
        done.said.extend_from_slice(&output.stderr);
        if !output.status.success() {
            return Ok(done);
        }
    }
    done.read = parse_depfile(&fs::read(at("unit.d")).unwrap_or_default());
    done.read.retain(|path| !path.starts_with(folder) && !path.starts_with(headers));
    done.compiled = Some(Compiled {
        object: fs::read(at("unit.o"))?,
        is_shared: job.is_shared,
        stack_usage: String::from_utf8_lossy(&fs::read(at("unit.su")).unwrap_or_default()).into_owned(),
    });
    Ok(done)
}

/// The functions of those that stand before every file which the file has itself, by what the compiler says of them.
fn redefined(said: &[u8]) -> Vec<String> {
    let said = String::from_utf8_lossy(said);
    let quotes = ['\'', '\u{2018}', '\u{2019}'];
    let names = said.split("redefinition of ").skip(1).filter_map(|rest| rest.split(quotes).nth(1));
    names.filter(|name| may_replace(name)).map(str::to_owned).collect()
}

/// Whether there is anything to mend. clang's text for arm64 cannot be assembled where a function of it uses instructions
/// that the file as a whole does not.
fn needs_repair(compiler: &Compiler) -> bool {
    (compiler.family, compiler.machine) != (Family::Clang, Machine::Arm64)
}

fn start(job: &Job<'_>) -> Command {
    let mut command = Command::new(&job.compiler.program);
    command.args(&job.compiler.flags).args(job.cflags);
    command
}

/// The assembler gets no flags but those that say for which machine, and which instructions it may meet.
fn start_assembly(job: &Job<'_>) -> Command {
    let mut command = Command::new(&job.compiler.program);
    let all = job.compiler.flags.iter().chain(job.cflags);
    command.args(all.filter(|flag| flag.starts_with("--target") || flag.starts_with("-march")));
    command
}

fn run(command: &mut Command) -> io::Result<Output> {
    command.stdin(Stdio::null()).output()
}
