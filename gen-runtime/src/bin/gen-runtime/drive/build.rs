//! `build`: what its arguments and the environment stand for.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use engine::Root;
use gen_runtime::driver::OWN;
use gen_runtime::driver::dist::facts::{facts, packages_of};
use gen_runtime::driver::dist::words::OldCompilers;
use gen_runtime::driver::go_command::releases::minor;
use gen_runtime::driver::packages::build::{Build, Output};
use gen_runtime::driver::packages::fault::{Blame, PackageError};
use gen_runtime::driver::packages::load::Asked;
use goc2c::gopkg::fault::{ReadError, path_fault};
use goc2c::gopkg::files::Context;

use gen_runtime::driver::packages::tools::CompilesC;
use gen_runtime::driver::packages::tools::gccgo::{Gccgo, go_release};
use gen_runtime::driver::packages::tools::plan9::Plan9;
use goc2c::command::Exit;
use goc2c::command::messages::Messages;
use goc2c::command::output::{FileError, bytes_of, display, path_from_bytes};

use super::args::{BuildArgs, ToolchainArg};
use super::dist::{goroot, host};
use super::perform::{self, absolute, home_around, program};
use crate::process;
use crate::trouble::Trouble;

pub(crate) fn build(args: &BuildArgs, messages: &mut Messages) -> Result<Exit, Trouble> {
    let platform = args.place.platform.platform();
    let targets = targets(&args.targets)?;
    let mut named = args.output.as_deref().map(output).transpose()?;
    if matches!(named, Some(Output::File(_))) && targets.len() > 1 {
        return Err(Trouble::Usage("`-o FILE` is for one package: `-o FOLDER/` takes several".into()));
    }
    if let Some(path) = args.pkgpath.as_ref().filter(|path| path_fault(path.as_bytes()).is_some()) {
        return Err(Trouble::Usage(format!("`--pkgpath {}` is no import path", path.escape_debug())));
    }
    let Some(first) = targets.first() else { return Ok(Exit::Success) };
    let toolchain = toolchain(args)?;
    let home = home_around(&first.folder);
    let work = match args.run.work {
        true => perform::new_work(messages)?,
        false => home.join(OWN).join(format!("{}_{}_{}", platform.os, platform.arch, toolchain.name())),
    };
    // What is not wanted is made out of sight.
    if named == Some(Output::File(NULL.into())) {
        named = Some(Output::File(work.join("null")));
    }
    let mut tags = terms(&args.tags);
    tags.extend(toolchain.tags());
    let build = Build {
        targets,
        context: Context { platform, tags },
        toolchain,
        path: args.pkgpath.clone(),
        home: Root::own(&home, OWN),
        work,
        current: absolute(Path::new("."))?,
        output: named,
        program: std::env::current_exe().map_err(FileError::new("find", Path::new("gen-runtime")))?,
        launcher: program(args.run.launcher.clone())?,
    };
    let plan = build.plan().map_err(trouble)?;
    perform::perform(&plan, &home, &args.run, messages)
}

fn trouble(error: PackageError) -> Trouble {
    let (code, text) = (error.code(), error.to_string());
    match (error.blame(), error) {
        (_, PackageError::Read(ReadError::At(report))) => Trouble::At(report),
        (Blame::Input, _) => Trouble::Input(code, text),
        (Blame::Usage, _) => Trouble::Words(code, text),
        (Blame::Machine, _) => Trouble::Machine(code, text),
    }
}

/// The ends of names of files that are written by hand.
const SOURCES: [&str; 7] = ["go", "goc", "c", "s", "h", "mod", "sum"];
/// The device that takes everything.
const NULL: &str = "/dev/null";

/// A place for what is built, as it is typed. What is made takes the place of what is there, which no device may be.
fn output(path: &Path) -> Result<Output, Trouble> {
    let is_folder = path.is_dir() || bytes_of(path.as_os_str()).ends_with(b"/");
    let path = absolute(path)?;
    if !is_folder && path.exists() && !path.is_file() && path != Path::new(NULL) {
        let why = "is a device or a pipe: `-o` takes a file, a folder, or `/dev/null`";
        return Err(Trouble::Usage(format!("`{}` {why}", display(&path))));
    }
    let is_source = path.extension().is_some_and(|it| SOURCES.iter().any(|source| it == *source));
    if is_source && path.is_file() {
        let why = "is there, and a source by its name: `-o` takes another file, or a folder";
        return Err(Trouble::Usage(format!("`{}` {why}", display(&path))));
    }
    Ok(if is_folder { Output::Folder(path) } else { Output::File(path) })
}

/// Folders, or the files of one folder.
fn targets(paths: &[PathBuf]) -> Result<Vec<Asked>, Trouble> {
    let paths: Vec<PathBuf> = paths.iter().map(|path| absolute(path)).collect::<Result<_, _>>()?;
    let is_source = |path: &PathBuf| path.extension().is_some_and(|it| it == "go" || it == "goc");
    for path in &paths {
        let is_folder = fs::metadata(path).map_err(FileError::new("read", path))?.is_dir();
        if !is_folder && !is_source(path) {
            let path = display(path);
            return Err(Trouble::Usage(format!(
                "`{path}` is neither a folder nor a .go or .goc file of one"
            )));
        }
    }
    if paths.iter().all(|path| path.is_dir()) {
        let target = |path: PathBuf| Asked { folder: path.components().collect(), files: None };
        return Ok(paths.into_iter().map(target).collect());
    }
    let folder = paths.first().and_then(|path| path.parent()).unwrap_or(Path::new("/")).to_owned();
    if !paths.iter().all(|path| is_source(path) && path.parent() == Some(&folder)) {
        return Err(Trouble::Usage("files are to be .go and .goc files of one folder".into()));
    }
    Ok(vec![Asked { folder, files: Some(paths) }])
}

/// Words in a variable, split as a POSIX shell does; another where it has none.
fn words(name: &str, otherwise: Option<&str>) -> Result<Vec<OsString>, Trouble> {
    let text = std::env::var_os(name).unwrap_or_default();
    let words = shlex::bytes::split(bytes_of(&text)).ok_or_else(|| {
        let text = display(Path::new(&text));
        Trouble::Usage(format!("`${name}` has a quote that never closes, or ends with a backslash: `{text}`"))
    })?;
    if words.is_empty() {
        return Ok(otherwise.map(OsString::from).into_iter().collect());
    }
    Ok(words.iter().map(|word| path_from_bytes(word).into_os_string()).collect())
}

/// The terms of lists with commas between them, or with blanks, as they were written before Go 1.13.
fn terms(lists: &[String]) -> Vec<String> {
    let terms = lists.iter().flat_map(|list| list.split([',', ' ', '\t', '\n']));
    terms.filter(|term| !term.is_empty()).map(str::to_owned).collect()
}

fn toolchain(args: &BuildArgs) -> Result<Box<dyn CompilesC>, Trouble> {
    if args.tool_dir.is_some() && args.toolchain != ToolchainArg::Plan9 {
        return Err(Trouble::Usage("`--tool-dir` is for `--toolchain plan9`".into()));
    }
    Ok(match args.toolchain {
        ToolchainArg::Gccgo => Box::new(gccgo(args)?),
        ToolchainArg::Plan9 => Box::new(plan9(args)?),
    })
}

fn gccgo(args: &BuildArgs) -> Result<Gccgo, Trouble> {
    let go = program([words("GCCGO", Some("gccgo"))?, words("GCCGOFLAGS", None)?].concat())?;
    Ok(Gccgo {
        release: gccgo_release(&go)?,
        go,
        c: program(words("CC", Some("gcc"))?)?,
        cflags: words("CFLAGS", None)?,
        platform: args.place.platform.platform(),
    })
}

/// The release of Go that gccgo has, as it says itself. Nothing where it is not there: that is told where it is to
/// compile something.
fn gccgo_release(go: &[OsString]) -> Result<Option<u32>, Trouble> {
    let Some((command, flags)) = go.split_first() else { return Ok(None) };
    let flags: Vec<_> = flags.iter().map(OsString::as_os_str).chain(["-dumpversion".as_ref()]).collect();
    match process::run(Path::new("."), command, &flags) {
        Ok(version) => Ok(go_release(&String::from_utf8_lossy(&version))),
        Err(error) if error.is_missing() => Ok(None),
        Err(error) => Err(Trouble::Machine("program-failed", error.to_string())),
    }
}

/// The compilers of a tree; the tree of those in a folder is the one around it, where none is named.
fn plan9(args: &BuildArgs) -> Result<Plan9, Trouble> {
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
    })
}
