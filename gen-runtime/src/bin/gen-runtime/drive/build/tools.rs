//! The compilers that arguments and the environment name, and what is asked of them before anything is planned.

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

use gen_runtime::driver::dist::facts::{facts, packages_of};
use gen_runtime::driver::dist::words::OldCompilers;
use gen_runtime::driver::go_command::releases::minor;
use gen_runtime::driver::packages::tools::CompilesC;
use gen_runtime::driver::packages::tools::gccgo::{Gccgo, go_release};
use gen_runtime::driver::packages::tools::plan9::Plan9;
use goc2c::command::output::{bytes_of, display, path_from_bytes};

use super::super::dist::{goroot, host};
use super::super::packages_args::{PackagesArgs, ToolchainArg};
use super::super::perform::{absolute, program};
use super::trouble;
use crate::process;
use crate::trouble::Trouble;

/// The tool chain.
pub(super) fn toolchain(args: &PackagesArgs) -> Result<Box<dyn CompilesC>, Trouble> {
    let of = |toolchain, flag: &str, is_given: bool| match is_given && args.toolchain != toolchain {
        true => {
            let name = if toolchain == ToolchainArg::Gccgo { "gccgo" } else { "plan9" };
            Err(Trouble::Usage(format!("`{flag}` is for `--toolchain {name}`")))
        }
        false => Ok(()),
    };
    of(ToolchainArg::Plan9, "--tool-dir", args.tool_dir.is_some())?;
    of(ToolchainArg::Plan9, "-gcflags", args.gcflags.is_some())?;
    of(ToolchainArg::Gccgo, "-gccgoflags", args.gccgoflags.is_some())?;
    Ok(match args.toolchain {
        ToolchainArg::Gccgo => Box::new(gccgo(args)?),
        ToolchainArg::Plan9 => Box::new(plan9(args)?),
    })
}

fn gccgo(args: &PackagesArgs) -> Result<Gccgo, Trouble> {
    let flags = [variable("GCCGO", Some("gccgo"))?, variable("GCCGOFLAGS", None)?].concat();
    let go = program([flags, option("-gccgoflags", args.gccgoflags.as_deref())?].concat())?;
    Ok(Gccgo {
        release: gccgo_release(&go)?,
        link_tells: asked(&go, "-Wl,--help").is_ok_and(|help| tells(&help)),
        go,
        c: program(variable("CC", Some("gcc"))?)?,
        ar: program(variable("AR", Some("ar"))?)?,
        cflags: variable("CFLAGS", None)?,
        ldflags: [variable("LDFLAGS", None)?, option("-ldflags", args.ldflags.as_deref())?].concat(),
        platform: args.place.platform.platform(),
        home: PathBuf::new(),
        work: None,
    })
}

/// Whether a linker's help has the flag by which it tells which files it reads.
fn tells(help: &[u8]) -> bool {
    memchr::memmem::find(help, b"--dependency-file").is_some()
}

/// The release of Go that gccgo has, as it says itself. Nothing where it is not there: that is told where it is to
/// compile something.
fn gccgo_release(go: &[OsString]) -> Result<Option<u32>, Trouble> {
    match asked(go, "-dumpversion") {
        Ok(version) => Ok(go_release(&String::from_utf8_lossy(&version))),
        Err(error) if error.is_missing() => Ok(None),
        Err(error) => Err(Trouble::Machine("program-failed", error.to_string())),
    }
}

/// What a command prints that gets one more flag.
fn asked(command: &[OsString], flag: &str) -> Result<Vec<u8>, process::ProcessError> {
    let (program, flags) = command.split_first().map_or((OsStr::new(""), command), |(it, rest)| (it, rest));
    let flags: Vec<_> = flags.iter().map(OsString::as_os_str).chain([flag.as_ref()]).collect();
    process::run(Path::new("."), program, &flags)
}

/// The compilers of a tree; the tree of those in a folder is the one around it, where none is named.
fn plan9(args: &PackagesArgs) -> Result<Plan9, Trouble> {
    let platform = args.place.platform.platform();
    let release = args.place.platform.release();
    let facts = facts(release);
    let named = args.tool_dir.as_deref().map(absolute).transpose()?;
    let around = named.as_ref().and_then(|tools| {
        let is_tree = |folder: &&Path| folder.join(facts.source).is_dir();
        tools.ancestors().find(is_tree).map(Path::to_owned)
    });
    let goroot = match around {
        Some(around) if !args.place.tree.is_named() => around,
        _ => goroot(&args.place)?,
    };
    let tools = named.unwrap_or_else(|| facts.tools_of(&goroot, &host(&args.place)));
    let compilers = OldCompilers::new(tools, release, &platform);
    Ok(Plan9 {
        compilers: compilers.map_err(|error| trouble(error.into()))?,
        dialect: facts.dialect,
        minor: minor(release.name()),
        installed: packages_of(&goroot, &platform),
        goroot,
        platform,
        gcflags: [variable("GCFLAGS", None)?, option("-gcflags", args.gcflags.as_deref())?].concat(),
        ldflags: option("-ldflags", args.ldflags.as_deref())?,
        release,
        cc: program(variable("CC", Some("gcc"))?)?,
    })
}

/// Words in a variable; another where it has none.
pub(in crate::drive) fn variable(name: &str, otherwise: Option<&str>) -> Result<Vec<OsString>, Trouble> {
    let words = split(&format!("${name}"), &std::env::var_os(name).unwrap_or_default())?;
    if words.is_empty() {
        return Ok(otherwise.map(OsString::from).into_iter().collect());
    }
    Ok(words)
}

/// Words in an option's value.
fn option(name: &str, value: Option<&OsStr>) -> Result<Vec<OsString>, Trouble> {
    split(name, value.unwrap_or_default())
}

/// Words, split as a POSIX shell does.
fn split(name: &str, text: &OsStr) -> Result<Vec<OsString>, Trouble> {
    let words = shlex::bytes::split(bytes_of(text)).ok_or_else(|| {
        let text = display(Path::new(text));
        Trouble::Usage(format!("`{name}` has a quote that never closes, or ends with a backslash: `{text}`"))
    })?;
    Ok(words.iter().map(|word| path_from_bytes(word).into_os_string()).collect())
}
