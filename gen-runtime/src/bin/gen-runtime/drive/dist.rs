//! `dist`: what the arguments and the environment stand for, for a tree of old Go.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use gen_runtime::Platform;
use gen_runtime::driver::OWN;
use gen_runtime::driver::dist::env::Variables;
use gen_runtime::driver::dist::facts::facts;
use gen_runtime::driver::dist::install::{Install, InstallError};
use goc2c::command::Exit;
use goc2c::command::args::environment;
use goc2c::command::ending::print_text;
use goc2c::command::messages::Messages;
use goc2c::command::output::{FileError, bytes_of};

use super::args::{Cross, Dist, FinalArgs, InstallArgs, PlaceArgs};
use super::perform::{self, absolute, program};
use crate::make::folder;
use crate::trouble::Trouble;

/// Does what the arguments say.
pub(crate) fn run(dist: &Dist, messages: &mut Messages) -> Result<Exit, Trouble> {
    match dist {
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
    let place = &args.place;
    let options = place.platform.options();
    if !["pkg/runtime", "runtime"].contains(&&*args.package) {
        return Err(Trouble::Usage(format!(
            "`{}` is not `pkg/runtime`, which is all that is installed",
            args.package.escape_debug()
        )));
    }
    let goroot = goroot(place)?;
    let version = String::from_utf8_lossy(&args.version.of(&goroot)?).into_owned();
    let platform = place.platform.platform();
    let work = match args.run.work {
        true => perform::new_work(messages)?,
        false => goroot.join(OWN).join(format!("{}_{}", platform.os, platform.arch)),
    };
    let mut install = Install {
        goroot_final: goroot_final(&args.moved, &goroot),
        goroot: goroot.clone(),
        work,
        program: std::env::current_exe().map_err(FileError::new("find", Path::new("gen-runtime")))?,
        release: options.release,
        platform,
        host: host(place),
        generate_only: false,
        experiment: options.experiment,
        version,
        launcher: program(args.run.launcher.clone())?,
    };
    let skips = install.facts().skips_cross;
    install.generate_only = install.is_cross() && args.cross.map_or(skips, |cross| cross == Cross::Generate);
    let plan = install.plan().map_err(trouble)?;
    perform::perform(&plan, &goroot, &args.run, messages)
}

fn trouble(error: InstallError) -> Trouble {
    let text = error.to_string();
    match error {
        InstallError::UnknownArch(_) => Trouble::Words("unknown-arch", text),
        InstallError::Read(..) => Trouble::Machine("file", text),
        InstallError::Missing(..) => Trouble::Machine("missing-header", text),
    }
}
