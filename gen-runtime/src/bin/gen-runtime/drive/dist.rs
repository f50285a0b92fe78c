//! `dist`: what the arguments and the environment stand for, for a tree of old Go.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use gen_runtime::Platform;
use gen_runtime::driver::OWN;
use gen_runtime::driver::dist::directories::Directory;
use gen_runtime::driver::dist::env::Variables;
use gen_runtime::driver::dist::facts::facts;
use gen_runtime::driver::dist::host::HostCompiler;
use gen_runtime::driver::dist::install::{Defaults, InstallError, Tree};
use goc2c::command::Exit;
use goc2c::command::args::environment;
use goc2c::command::ending::print_text;
use goc2c::command::messages::Messages;
use goc2c::command::output::{FileError, bytes_of};

use super::args::{BuiltArgs, Cross, Dist, FinalArgs, InstallArgs, PlaceArgs, RunArgs};
use super::perform::{self, absolute};
use crate::make::folder;
use crate::trouble::Trouble;

/// Does what the arguments say.
pub(crate) fn run(dist: &Dist, messages: &mut Messages) -> Result<Exit, Trouble> {
    match dist {
        Dist::Bootstrap(args) => bootstrap(args, messages),
        Dist::Install(args) => install(args, messages),
        Dist::Clean(args) => perform::clean(&goroot(&args.place)?, args.print, messages),
        Dist::Env(args) => {
            let facts = facts(args.place.platform.release());
            let text = variables(&args.place, &args.moved)?.render_env(facts, args.path);
            Ok(print_text(&text, messages))
        }
        Dist::Banner(args) => {
            let facts = facts(args.place.platform.release());
            Ok(print_text(&variables(&args.place, &args.moved)?.render_banner(facts), messages))
        }
        // It is one of the generators.
        Dist::Version(_) => Ok(Exit::Success),
    }
}

/// The tree.
pub(crate) fn goroot(place: &PlaceArgs) -> Result<PathBuf, Trouble> {
    let folder = absolute(&folder(&place.tree)?)?;
    // A `/` at the end would show in every path.
    Ok(folder.components().collect())
}

/// The platform that a tree's tools run on.
pub(crate) fn host(place: &PlaceArgs) -> Platform {
    Platform { os: place.host_os.clone(), arch: place.host_arch.clone() }
}

fn goroot_final(moved: &FinalArgs, goroot: &Path) -> PathBuf {
    let named = moved.goroot_final.clone().or_else(|| environment("GOROOT_FINAL").map(PathBuf::from));
    named.unwrap_or_else(|| goroot.to_owned())
}

/// What the environment tells of a tree.
fn variables(place: &PlaceArgs, moved: &FinalArgs) -> Result<Variables, Trouble> {
    let goroot = goroot(place)?;
    let or = |name, other: &str| environment(name).unwrap_or_else(|| other.to_owned());
    let cc = or("CC", "gcc");
    Ok(Variables {
        goroot_final: goroot_final(moved, &goroot),
        gobin: environment("GOBIN").map_or_else(|| goroot.join("bin"), PathBuf::from),
        goroot,
        platform: place.platform.platform(),
        host: host(place),
        cc: [cc.clone(), or("CC_FOR_TARGET", &cc)],
        kinds: [or("GOARM", "6"), or("GO386", "sse2")],
        path: std::env::var_os("PATH").map(|path: OsString| bytes_of(&path).to_vec()).unwrap_or_default(),
    })
}

fn install(args: &InstallArgs, messages: &mut Messages) -> Result<Exit, Trouble> {
    let mut tree = tree(&args.built, messages)?;
    let skips = tree.facts().skips_cross;
    tree.generate_only = tree.is_cross() && args.cross.map_or(skips, |cross| cross == Cross::Generate);
    let layout = tree.layout();
    let directories: Vec<_> =
        args.directories.iter().map(|path| layout.directory(tree.spelled(path))).collect();
    run_plan(&tree, &directories, &args.built.run, messages)
}

fn bootstrap(args: &BuiltArgs, messages: &mut Messages) -> Result<Exit, Trouble> {
    let tree = tree(args, messages)?;
    let directories = tree.bootstrap().map_err(|error| trouble(error.into()))?;
    run_plan(&tree, &directories, &args.run, messages)
}

fn run_plan(
    tree: &Tree,
    directories: &[Directory],
    run: &RunArgs,
    messages: &mut Messages,
) -> Result<Exit, Trouble> {
    let plan = tree.plan(directories).map_err(trouble)?;
    perform::perform(&plan, &tree.goroot, run, messages)
}

/// What the arguments and the environment tell of a tree that is built.
fn tree(args: &BuiltArgs, messages: &mut Messages) -> Result<Tree, Trouble> {
    let BuiltArgs { host: compiler, place, run, .. } = args;
    let options = place.platform.options();
    let goroot = goroot(place)?;
    let version = String::from_utf8_lossy(&args.version.of(&goroot)?).into_owned();
    let platform = place.platform.platform();
    let work = match run.work {
        true => perform::new_work(messages)?,
        false => goroot.join(OWN).join(format!("{}_{}", platform.os, platform.arch)),
    };
    let or = |name, other: &str| environment(name).unwrap_or_else(|| other.to_owned());
    let words = |text: &str, name: &str| {
        let words = shlex::split(text).ok_or_else(|| {
            Trouble::Usage(format!("{name} has a quote that never closes: `{}`", text.escape_debug()))
        })?;
        Ok::<Vec<OsString>, Trouble>(words.into_iter().map(OsString::from).collect())
    };
    let cc = compiler.cc.clone().unwrap_or_else(|| or("CC", "gcc"));
    let cflags = compiler.cflags.clone().unwrap_or_else(|| or("CFLAGS", ""));
    Ok(Tree {
        goroot_final: goroot_final(&args.moved, &goroot),
        work,
        program: std::env::current_exe().map_err(FileError::new("find", Path::new("gen-runtime")))?,
        release: options.release,
        platform,
        host: host(place),
        generate_only: false,
        experiment: options.experiment,
        version,
        launcher: perform::program(run.launcher.clone())?,
        host_compiler: HostCompiler {
            cc: perform::program(words(&cc, "the C compiler")?)?,
            cflags: words(&cflags, "its flags")?,
            ldflags: words(&or("LDFLAGS", ""), "$LDFLAGS")?,
            historical: compiler.historical_flags,
            is_static: compiler.is_static,
        },
        defaults: Defaults {
            goarm: or("GOARM", "6"),
            go386: or("GO386", "sse2"),
            extlink: or("GO_EXTLINK_ENABLED", ""),
            compilers: [or("CC_FOR_TARGET", &cc), or("CXX_FOR_TARGET", &or("CXX", "g++"))],
        },
        goroot,
    })
}

fn trouble(error: InstallError) -> Trouble {
    let text = error.to_string();
    match error {
        InstallError::UnknownArch(_) => Trouble::Words("unknown-arch", text),
        InstallError::Read(..) => Trouble::Machine("file", text),
        InstallError::Missing(..) => Trouble::Machine("missing-header", text),
        InstallError::NoDirectory(_) => Trouble::Machine("file", text),
    }
}
