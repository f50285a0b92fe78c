//! The plan of a tree's directories: its runtime package, any others, or all that the go command needs. Reads the tree's
//! folders and the files' leading comments.

use std::ffi::OsString;
use std::io;
use std::path::PathBuf;

use engine::Plan;
use goc2c::command::output::display;

use super::directories::{Directory, GO_COMMAND, Layout, layout};
use super::facts::{Facts, facts};
use super::host::HostCompiler;
use super::planner::Planner;
use super::words::UnknownArch;
use crate::platform::digit;
use crate::{Platform, Release};

/// A tree, and what is to be made of it.
#[derive(Debug, Clone)]
pub struct Tree {
    /// Its folder.
    pub goroot: PathBuf,
    /// Where it will be in the end.
    pub goroot_final: PathBuf,
    /// The work folder.
    pub work: PathBuf,
    /// This program.
    pub program: PathBuf,
    /// The release that the tree is of.
    pub release: Release,
    /// What it is for.
    pub platform: Platform,
    /// What the tree's tools run on.
    pub host: Platform,
    /// Whether only the generated files of packages are made.
    pub generate_only: bool,
    /// The tool chain's experiments.
    pub experiment: String,
    /// The tree's version.
    pub version: String,
    /// A program and its arguments before the C compiler.
    pub launcher: Vec<OsString>,
    /// The machine's C compiler.
    pub host_compiler: HostCompiler,
    /// What the linker and the go command are told of processors and compilers.
    pub defaults: Defaults,
}

/// What is written into the linker and the go command.
#[derive(Debug, Clone, Default)]
pub struct Defaults {
    /// The kind of arm, `$GOARM`.
    pub goarm: String,
    /// The kind of 386, `$GO386`.
    pub go386: String,
    /// Whether another linker may be called, `$GO_EXTLINK_ENABLED`.
    pub extlink: String,
    /// The C and the C++ compiler that the go command calls.
    pub compilers: [String; 2],
}

/// Why there is no plan.
#[derive(Debug, thiserror::Error)]
pub enum InstallError {
    /// A folder or file could not be read.
    #[error("cannot read `{}`: {}", display(.0), .1)]
    Read(PathBuf, #[source] io::Error),
    /// An architecture that there are no compilers for.
    #[error(transparent)]
    UnknownArch(#[from] UnknownArch),
    /// A header that every tree of the release has.
    #[error("the tree has no `{}`: is it of {}? `--dialect NAME` tells another release", display(.0), .1)]
    Missing(PathBuf, Release),
    /// A directory that the tree has not.
    #[error("the tree has no directory `{}`", display(.0))]
    NoDirectory(PathBuf),
}

impl Tree {
    /// The release's facts.
    pub fn facts(&self) -> &'static Facts {
        facts(self.release)
    }

    /// What is known of the release's directories.
    pub fn layout(&self) -> &'static Layout {
        layout(self.release)
    }

    /// Whether the platform is another than the machine's.
    pub fn is_cross(&self) -> bool {
        self.platform != self.host
    }

    /// A directory's path as the release has it: `runtime` is `pkg/runtime` where packages have a folder of their own.
    pub fn spelled<'p>(&self, path: &'p str) -> &'p str {
        if ["runtime", "pkg/runtime"].contains(&path) { self.facts().package } else { path }
    }

    /// The plan of some directories, in that order.
    ///
    /// # Errors
    /// See [`InstallError`].
    pub fn plan(&self, directories: &[Directory]) -> Result<Plan, InstallError> {
        let mut planner = Planner::new(self)?;
        for directory in directories {
            planner.plan_directory(directory)?;
        }
        Ok(planner.finish())
    }

    /// The directories that a go command needs to build the rest: libraries, programs, compilers, packages, itself.
    ///
    /// # Errors
    /// An architecture that there are no compilers for.
    pub fn bootstrap(&self) -> Result<Vec<Directory>, UnknownArch> {
        let layout = self.layout();
        let digit = digit(&self.host.arch).ok_or_else(|| UnknownArch(self.host.arch.clone()))?;
        let mut list = layout.host(digit);
        list.extend(layout.packages());
        list.push(layout.directory(GO_COMMAND));
        Ok(list)
    }
}
