//! `build`: what its arguments and the environment stand for.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use gen_runtime::driver::build::{Build, Target};
use gen_runtime::driver::clean;
use gen_runtime::driver::constraint::Context;
use gen_runtime::driver::package::Module;
use gen_runtime::driver::release::facts;
use gen_runtime::driver::toolchain::Toolchain;
use goc2c::Dialect;
use goc2c::command::Exit;
use goc2c::command::args::environment;
use goc2c::command::messages::Messages;
use goc2c::command::output::FileError;

use super::args::{BuildArgs, ToolchainArg};
use super::{about_tree, absolute, perform};
use crate::run::Trouble;

pub(crate) fn build(args: &BuildArgs, messages: &mut Messages) -> Result<Exit, Trouble> {
    let options = args.place.platform.options();
    let targets = targets(&args.targets)?;
    let toolchain = toolchain(args)?;
    if args.output.is_some() && targets.len() > 1 {
        return Err(Trouble::Usage("`-o` is for one package".into()));
    }
    let Some(first) = targets.first() else { return Ok(Exit::Success) };
    let module = Module::around(&first.folder);
    let own = module.map_or_else(|| first.folder.clone(), |module| module.folder).join(clean::OWN);
    let work = if args.run.work {
        perform::new_work(messages)?
    } else {
        own.join(format!("{}_{}_{}", options.os, options.arch, toolchain.name()))
    };
    let mut tags = args.tags.clone();
    tags.push(toolchain.name().into());
    let build = Build {
        targets,
        context: Context { os: options.os, arch: options.arch, tags },
        toolchain,
        path: args.pkgpath.clone(),
        work,
        current: absolute(Path::new("."))?,
        output: args.output.as_deref().map(absolute).transpose()?,
        program: std::env::current_exe().map_err(FileError::new("find", Path::new("gen-runtime")))?,
        launcher: args.run.launcher.clone(),
    };
    let plan = build.plan().map_err(|error| Trouble::Usage(error.to_string()))?;
    perform::perform(&plan, &own, &args.run, messages)
}

/// Folders, or the files of one folder.
fn targets(paths: &[PathBuf]) -> Result<Vec<Target>, Trouble> {
    let paths: Vec<PathBuf> = paths.iter().map(|path| absolute(path)).collect::<Result<_, _>>()?;
    let is_source = |path: &PathBuf| path.extension().is_some_and(|it| it == "go" || it == "goc");
    if !paths.iter().any(is_source) {
        let target = |path: PathBuf| Target { folder: path.components().collect(), files: None };
        return Ok(paths.into_iter().map(target).collect());
    }
    let folder = paths.first().and_then(|path| path.parent()).unwrap_or(Path::new("/")).to_owned();
    if !paths.iter().all(|path| is_source(path) && path.parent() == Some(&folder)) {
        return Err(Trouble::Usage("files are to be .go and .goc files of one folder".into()));
    }
    Ok(vec![Target { folder, files: Some(paths) }])
}

/// Words in a variable, parted by blanks.
fn words(name: &str, otherwise: &str) -> Vec<OsString> {
    let text = environment(name).unwrap_or_else(|| otherwise.into());
    text.split_whitespace().map(OsString::from).collect()
}

fn toolchain(args: &BuildArgs) -> Result<Toolchain, Trouble> {
    if args.toolchain == ToolchainArg::Gccgo {
        let go = [words("GCCGO", "gccgo"), words("GCCGOFLAGS", "")].concat();
        return Ok(Toolchain::Gccgo { go, c: words("CC", "gcc"), cflags: words("CFLAGS", "") });
    }
    let release = args.place.platform.options().release;
    let tools = match &args.tool_dir {
        Some(folder) => absolute(folder)?,
        None => about_tree(&args.place)?.tools(facts(release)),
    };
    // The last release whose compilers took what goc2c writes was the one before go1.4.
    Ok(Toolchain::Gc { tools, dialect: Dialect::from_name(release.name()).unwrap_or(Dialect::Go13) })
}
