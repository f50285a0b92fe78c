//! The driver's commands: from arguments to a plan, and what is done with it.

pub(crate) mod args;
mod build;
mod perform;
mod tools;

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use gen_runtime::driver::clean;
use gen_runtime::driver::env::Tree;
use gen_runtime::driver::install::Install;
use gen_runtime::driver::release::facts;
use goc2c::command::Exit;
use goc2c::command::args::environment;
use goc2c::command::ending::print_text;
use goc2c::command::messages::Messages;
use goc2c::command::output::{FileError, bytes_of};

use self::args::{CleanArgs, Cross, Drive, EnvArgs, InstallArgs, PlaceArgs};
use crate::make::folder;
use crate::run::Trouble;
use crate::tree;

impl Drive {
    /// Does what the arguments say.
    pub(crate) fn run(&self, messages: &mut Messages) -> Result<Exit, Trouble> {
        match self {
            Drive::Install(args) => install(args, messages),
            Drive::Build(args) => build::build(args, messages),
            Drive::Env(EnvArgs { path, place }) => {
                let facts = facts(place.platform.options().release);
                Ok(print_text(&about_tree(place)?.render_env(facts, *path), messages))
            }
            Drive::Banner(args) => {
                let facts = facts(args.place.platform.options().release);
                Ok(print_text(&about_tree(&args.place)?.render_banner(facts), messages))
            }
            Drive::Clean(args) => clean(args, messages),
            Drive::Goc2c(args) => tools::goc2c(args, messages),
            Drive::Archive(args) => tools::archive(args),
            Drive::Importcfg(args) => tools::importcfg(args),
        }
    }
}

/// A path from the root of the file system, as the user spelled it.
fn absolute(path: &Path) -> Result<PathBuf, FileError> {
    std::path::absolute(path).map_err(FileError::new("find", path))
}

fn goroot(place: &PlaceArgs) -> Result<PathBuf, Trouble> {
    let folder = absolute(&folder(&place.tree)?)?;
    // A `/` at the end would show in every path.
    Ok(folder.components().collect())
}

/// A command whose program may be a path from here.
fn program(mut words: Vec<OsString>) -> Result<Vec<OsString>, FileError> {
    if let Some(program) = words.first_mut().filter(|program| bytes_of(program).contains(&b'/')) {
        *program = absolute(Path::new(program))?.into();
    }
    Ok(words)
}

fn goroot_final(place: &PlaceArgs, goroot: &Path) -> PathBuf {
    let named = place.goroot_final.clone().or_else(|| environment("GOROOT_FINAL").map(PathBuf::from));
    named.unwrap_or_else(|| goroot.to_owned())
}

/// What the environment tells of a tree.
fn about_tree(place: &PlaceArgs) -> Result<Tree, Trouble> {
    let goroot = goroot(place)?;
    let options = place.platform.options();
    let or = |name, other: &str| environment(name).unwrap_or_else(|| other.to_owned());
    let cc = or("CC", "gcc");
    Ok(Tree {
        goroot_final: goroot_final(place, &goroot),
        gobin: environment("GOBIN").map_or_else(|| goroot.join("bin"), PathBuf::from),
        goroot,
        os: options.platform.os,
        arch: options.platform.arch,
        host_os: place.host_os.clone(),
        host_arch: place.host_arch.clone(),
        cc: [cc.clone(), or("CC_FOR_TARGET", &cc)],
        kinds: [or("GOARM", "6"), or("GO386", "sse2")],
        path: std::env::var_os("PATH").map(|path| bytes_of(&path).to_vec()).unwrap_or_default(),
    })
}

fn install(args: &InstallArgs, messages: &mut Messages) -> Result<Exit, Trouble> {
    let place = &args.place;
    let options = place.platform.options();
    let facts = facts(options.release);
    if !["pkg/runtime", "runtime"].contains(&&*args.package) {
        return Err(Trouble::Usage(format!(
            "`{}` is not `pkg/runtime`, which is all that is installed",
            args.package
        )));
    }
    let goroot = goroot(place)?;
    let version = match &args.go_version {
        Some(version) => version.clone(),
        None => String::from_utf8_lossy(&tree::version(&goroot)?.text).into_owned(),
    };
    let own = goroot.join(clean::OWN);
    let work = if args.run.work {
        perform::new_work(messages)?
    } else {
        own.join(format!("{}_{}", options.platform.os, options.platform.arch))
    };
    let mut install = Install {
        goroot_final: goroot_final(place, &goroot),
        goroot,
        work,
        program: std::env::current_exe().map_err(FileError::new("find", Path::new("gen-runtime")))?,
        release: options.release,
        os: options.platform.os,
        arch: options.platform.arch,
        host_os: place.host_os.clone(),
        host_arch: place.host_arch.clone(),
        generate_only: false,
        experiment: options.experiment,
        version,
        launcher: program(args.run.launcher.clone())?,
    };
    install.generate_only =
        install.is_cross() && args.cross.map_or(facts.skips_cross, |cross| cross == Cross::Generate);
    let plan = install.plan().map_err(|error| Trouble::Usage(error.to_string()))?;
    perform::perform(&plan, &own, &args.run, messages)
}

fn clean(args: &CleanArgs, messages: &mut Messages) -> Result<Exit, Trouble> {
    let around = std::env::current_dir()
        .ok()
        .and_then(|folder| folder.ancestors().map(|folder| folder.join(clean::OWN)).find(|own| own.is_dir()));
    // A tree that is named counts before the folder one stands in.
    let own = match around {
        Some(own) if !args.place.tree.is_named() => own,
        _ => goroot(&args.place)?.join(clean::OWN),
    };
    let found = clean::list(&own);
    if args.print {
        let lines = found.iter().flat_map(|path| [bytes_of(path.as_os_str()), b"\n"]);
        return Ok(print_text(&lines.collect::<Vec<_>>().concat(), messages));
    }
    for path in &found {
        clean::remove(path).map_err(FileError::new("remove", path))?;
    }
    Ok(Exit::Success)
}
