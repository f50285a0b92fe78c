//! The tree that the arguments and the environment are about: its folder, its release, and how it is built.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use gen_runtime::driver::OWN;
use gen_runtime::driver::dist::cures::{self, Step, without_cgo};
use gen_runtime::driver::dist::guess::{Guess, guess};
use gen_runtime::driver::dist::host::HostCompiler;
use gen_runtime::driver::dist::install::{Defaults, Std, Tree};
use gen_runtime::{Options, Platform, Release};
use goc2c::command::args::environment;
use goc2c::command::messages::Messages;
use goc2c::command::output::FileError;

use super::super::args::{PlaceArgs, is_dist};
use super::super::dist_args::{BuiltArgs, FinalArgs, HostArgs};
use super::super::perform::{self, absolute};
use crate::make::folder;
use crate::tree::{self, TreeError};
use crate::trouble::Trouble;

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

pub(super) fn goroot_final(moved: &FinalArgs, goroot: &Path) -> PathBuf {
    let named = moved.goroot_final.clone().or_else(|| environment("GOROOT_FINAL").map(PathBuf::from));
    named.unwrap_or_else(|| goroot.to_owned())
}

/// A variable of the environment, or what stands for it.
pub(super) fn variable(name: &'static str, other: &str) -> String {
    environment(name).unwrap_or_else(|| other.to_owned())
}

/// The release of a tree: the one that is named, else one that is guessed.
fn release(
    place: &PlaceArgs,
    goroot: &Path,
    version: Option<&str>,
) -> Result<(Release, Option<Guess>), Trouble> {
    if let Some(release) = place.platform.dialect() {
        return Ok((release, None));
    }
    let guess = guess(goroot, version).map_err(|error| Trouble::Machine(error.code(), error.to_string()))?;
    Ok((guess.release, Some(guess)))
}

/// The release of a tree that is only asked for something.
pub(super) fn release_of(place: &PlaceArgs) -> Result<Release, Trouble> {
    if let Some(release) = place.platform.dialect() {
        return Ok(release);
    }
    let goroot = goroot(place)?;
    let version = tree::version(&goroot).ok().map(|version| version.text);
    let version = version.map(|text| String::from_utf8_lossy(&text).into_owned());
    Ok(release(place, &goroot, version.as_deref())?.0)
}

/// What the arguments and the environment tell of a tree that is built.
pub(super) fn tree(args: &BuiltArgs, messages: &mut Messages) -> Result<Tree, Trouble> {
    let BuiltArgs { host: compiler, place, run, .. } = args;
    let goroot = goroot(place)?;
    let version = args.version.of(&goroot).map(|text| String::from_utf8_lossy(&text).into_owned());
    let (release, guess) = release(place, &goroot, version.as_deref().ok())?;
    // The tree's own program said nothing of the kind.
    let is_dist = std::env::args_os().next().is_some_and(|program| is_dist(&program));
    if let Some(guess) = guess.filter(|_| !is_dist) {
        messages.plain(&guess.to_string());
    }
    let version = version.map_err(|error| match error {
        TreeError::NoVersion(_) => {
            Trouble::Machine(error.code(), format!("{error}; `--go-version TEXT` tells it one"))
        }
        error => error.into(),
    })?;
    let Options { experiment, platform, .. } = place.platform.options();
    let host = host(place);
    let [work, host_work] = works(&goroot, [&platform, &host], run.work, messages)?;
    let (host_compiler, compilers) = compilers(compiler)?;
    Ok(Tree {
        goroot_final: goroot_final(&args.moved, &goroot),
        work,
        host_work,
        program: std::env::current_exe().map_err(FileError::new("find", Path::new("gen-runtime")))?,
        release,
        platform,
        host,
        generate_only: false,
        experiment,
        version,
        launcher: perform::program(run.launcher.clone())?,
        host_compiler,
        defaults: Defaults {
            goarm: variable("GOARM", "6"),
            go386: variable("GO386", "sse2"),
            extlink: variable("GO_EXTLINK_ENABLED", ""),
            compilers,
        },
        std: None,
        goroot,
    })
}

/// The folders of objects, for platforms.
fn works(
    goroot: &Path,
    platforms: [&Platform; 2],
    is_new: bool,
    messages: &mut Messages,
) -> Result<[PathBuf; 2], Trouble> {
    let base = if is_new { perform::new_work(messages)? } else { goroot.join(OWN) };
    let folder = |platform: &Platform| base.join(format!("{}_{}", platform.os, platform.arch));
    match is_new && platforms[0] == platforms[1] {
        true => Ok([base.clone(), base]),
        false => Ok(platforms.map(folder)),
    }
}

/// The machine's C compiler, and those that the go command will call for C and C++.
fn compilers(args: &HostArgs) -> Result<(HostCompiler, [String; 2]), Trouble> {
    let cc = args.cc.clone().unwrap_or_else(|| variable("CC", "gcc"));
    let cflags = args.cflags.clone().unwrap_or_else(|| variable("CFLAGS", ""));
    let compiler = HostCompiler {
        cc: perform::program(words(&cc, "the C compiler")?)?,
        cflags: words(&cflags, "its flags")?,
        ldflags: words(&variable("LDFLAGS", ""), "$LDFLAGS")?,
        historical: args.historical_flags,
        is_static: args.is_static,
    };
    let cxx = variable("CXX", "g++");
    Ok((compiler, [variable("CC_FOR_TARGET", &cc), variable("CXX_FOR_TARGET", &cxx)]))
}

fn words(text: &str, name: &str) -> Result<Vec<OsString>, Trouble> {
    let words = shlex::split(text).ok_or_else(|| {
        Trouble::Usage(format!("{name} has a quote that never closes: `{}`", text.escape_debug()))
    })?;
    Ok(words.into_iter().map(OsString::from).collect())
}

/// Has the go command build the rest, too; with cgo, by compilers with the flags that it takes.
pub(super) fn with_std(mut tree: Tree, cgo: bool) -> Result<Tree, Trouble> {
    if let Some(why) = without_cgo(tree.release).filter(|_| cgo) {
        let release = tree.release;
        return Err(Trouble::Input(
            "no-cgo",
            format!("cgo of {release} is not built with today's compilers: {why}; leave out `--cgo`"),
        ));
    }
    if cgo && !tree.host_compiler.historical {
        for compiler in &mut tree.defaults.compilers {
            for flag in cures::flags(Step::Cgo) {
                compiler.push(' ');
                compiler.push_str(flag);
            }
        }
    }
    tree.std = Some(Std { cgo });
    Ok(tree)
}
