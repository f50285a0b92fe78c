//! The driver's commands: from arguments to a plan, and what is done with it. Plans are run on Unix; elsewhere the
//! steps that the program does itself are there, and the rest says so.

pub(crate) mod args;
#[cfg(unix)]
mod build;
#[cfg(unix)]
mod cgo;
mod cgo_args;
#[cfg(unix)]
mod cgo_settings;
#[cfg(unix)]
mod dist;
pub(crate) mod dist_args;
#[cfg(unix)]
mod go;
pub(crate) mod go_args;
pub(crate) mod packages_args;
#[cfg(unix)]
mod perform;
mod steps;

use goc2c::command::Exit;
use goc2c::command::messages::Messages;

use self::args::Drive;
use crate::trouble::Trouble;

/// Does what the arguments say.
pub(crate) fn run(drive: &Drive, messages: &mut Messages) -> Result<Exit, Trouble> {
    match drive {
        Drive::Goc2c(args) => steps::goc2c(args, messages),
        Drive::Archive(args) => steps::archive(args),
        Drive::Env(_) => Err(moved("env")),
        Drive::Banner(_) => Err(moved("banner")),
        Drive::Dist(_)
        | Drive::Build(_)
        | Drive::Install(_)
        | Drive::Run(_)
        | Drive::List(_)
        | Drive::Go(_)
        | Drive::BeforeTool(_)
        | Drive::Cgo(_)
        | Drive::Clean(_) => run_plans(drive, messages),
    }
}

#[cfg(unix)]
fn run_plans(drive: &Drive, messages: &mut Messages) -> Result<Exit, Trouble> {
    match drive {
        Drive::Dist(args) => dist::run(&args.command, messages),
        Drive::Build(args) => build::build(args, messages),
        Drive::Install(args) => build::install(args, messages),
        Drive::Run(args) => build::run(args, messages),
        Drive::List(args) => build::list(args, messages),
        Drive::Go(args) => go::run(args, messages),
        Drive::Cgo(args) => cgo::cgo(args),
        Drive::BeforeTool(args) => go::before_tool(&args.words),
        Drive::Clean(args) => {
            let folder = perform::absolute(&args.folder)?;
            perform::clean(&perform::home_around(&folder), args.print, messages)
        }
        _ => Ok(Exit::Success),
    }
}

#[cfg(not(unix))]
fn run_plans(_drive: &Drive, _messages: &mut Messages) -> Result<Exit, Trouble> {
    Err(Trouble::Machine(
        "needs-unix",
        "this command needs Unix: the generators and goc2c run here, too".into(),
    ))
}

fn moved(name: &str) -> Trouble {
    Trouble::Usage(format!("`gen-runtime {name}` is `gen-runtime dist {name}` now, with the same arguments"))
}
