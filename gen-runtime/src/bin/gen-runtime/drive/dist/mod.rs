//! `dist`: what is done with a tree of old Go. What the arguments and the environment stand for is in [`tree`].

mod library;
mod tree;

use std::path::PathBuf;

use gen_runtime::Release;
use gen_runtime::driver::dist::cures::{self, Step};
use gen_runtime::driver::dist::directories::Directory;
use gen_runtime::driver::dist::env::Variables;
use gen_runtime::driver::dist::facts::facts;
use gen_runtime::driver::dist::install::{InstallError, Tree};
use goc2c::command::Exit;
use goc2c::command::args::environment;
use goc2c::command::ending::print_text;
use goc2c::command::messages::Messages;
use goc2c::command::output::bytes_of;

pub(crate) use self::tree::{goroot, host};
use self::tree::{goroot_final, release_of, tree, variable, with_std};
use super::args::PlaceArgs;
use super::dist_args::{BootstrapArgs, BuiltArgs, Cross, Dist, FinalArgs, InstallArgs};
use super::perform::{self, Manner};
use crate::trouble::Trouble;

/// Does what the arguments say.
pub(crate) fn run(dist: &Dist, messages: &mut Messages) -> Result<Exit, Trouble> {
    match dist {
        Dist::Bootstrap(args) => bootstrap(args, messages),
        Dist::Install(args) => install(args, messages),
        Dist::Clean(args) => perform::clean(&goroot(&args.place)?, args.print, messages),
        Dist::Env(args) => {
            let facts = facts(release_of(&args.place)?);
            let text = variables(&args.place, &args.moved)?.render_env(facts, args.path);
            Ok(print_text(&text, messages))
        }
        Dist::Banner(args) => {
            let release = release_of(&args.place)?;
            banner(&args.place, &args.moved, release, messages)
        }
        // It is one of the generators.
        Dist::Version(_) => Ok(Exit::Success),
        Dist::Std(args) => library::run(args),
    }
}

/// What the environment tells of a tree.
fn variables(place: &PlaceArgs, moved: &FinalArgs) -> Result<Variables, Trouble> {
    let goroot = goroot(place)?;
    let cc = variable("CC", "gcc");
    Ok(Variables {
        goroot_final: goroot_final(moved, &goroot),
        gobin: environment("GOBIN").map_or_else(|| goroot.join("bin"), PathBuf::from),
        goroot,
        platform: place.platform.platform(),
        host: host(place),
        cc: [cc.clone(), variable("CC_FOR_TARGET", &cc)],
        kinds: [variable("GOARM", "6"), variable("GO386", "sse2")],
        path: std::env::var_os("PATH").map(|path| bytes_of(&path).to_vec()).unwrap_or_default(),
    })
}

fn install(args: &InstallArgs, messages: &mut Messages) -> Result<Exit, Trouble> {
    let mut tree = tree(&args.built, messages)?;
    let skips = tree.facts().skips_cross;
    tree.generate_only = tree.is_cross() && args.cross.map_or(skips, |cross| cross == Cross::Generate);
    let layout = tree.layout();
    let directories: Vec<_> =
        args.directories.iter().map(|path| layout.directory(tree.spelled(path))).collect();
    run_plan(&tree, &directories, &args.built, messages)
}

fn bootstrap(args: &BootstrapArgs, messages: &mut Messages) -> Result<Exit, Trouble> {
    let mut tree = tree(&args.built, messages)?;
    if args.std {
        tree = with_std(tree, args.cgo)?;
    }
    let run = &args.built.run;
    if run.verbose > 0 && !tree.host_compiler.historical {
        let steps = [Step::Compile, Step::Link].into_iter().chain(args.cgo.then_some(Step::Cgo));
        steps.flat_map(cures::of).for_each(|cure| messages.plain(&cure.to_string()));
    }
    let plan = tree.plan_bootstrap().map_err(trouble)?;
    let exit = perform::perform(&plan, &tree.goroot, run, manner(&args.built), messages)?;
    match args.std && exit == Exit::Success && !run.print && run.emit.is_empty() {
        true => banner(&args.built.place, &args.built.moved, tree.release, messages),
        false => Ok(exit),
    }
}

fn banner(
    place: &PlaceArgs,
    moved: &FinalArgs,
    release: Release,
    messages: &mut Messages,
) -> Result<Exit, Trouble> {
    Ok(print_text(&variables(place, moved)?.render_banner(facts(release)), messages))
}

fn run_plan(
    tree: &Tree,
    directories: &[Directory],
    built: &BuiltArgs,
    messages: &mut Messages,
) -> Result<Exit, Trouble> {
    let plan = tree.plan(directories).map_err(trouble)?;
    perform::perform(&plan, &tree.goroot, &built.run, manner(built), messages)
}

fn manner(built: &BuiltArgs) -> Manner {
    Manner { stop: !built.keep_going, heads: false }
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
