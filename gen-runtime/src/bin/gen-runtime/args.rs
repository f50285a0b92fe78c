//! Arguments that several commands share, as they are typed, and what they stand for.

use std::path::{Path, PathBuf};

use clap::Args;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use gen_runtime::driver::dist::facts::facts;
use gen_runtime::{Options, Platform, Release};
use goc2c::command::args::environment;
use goc2c::command::messages::MessageArgs;
use goc2c::command::output::FileArgs;

use crate::tree::{self, TreeError};

/// The flags that all commands share.
#[derive(Debug, Args)]
pub(crate) struct CommonArgs {
    #[command(flatten)]
    pub(crate) platform: PlatformArgs,
    /// Take warnings for errors
    #[arg(long)]
    pub(crate) strict: bool,
    /// Show no warnings
    #[arg(long, conflicts_with = "strict")]
    pub(crate) no_warnings: bool,
    #[command(flatten)]
    pub(crate) files: FileArgs,
    #[command(flatten)]
    pub(crate) messages: MessageArgs,
}

/// The flags about the platform.
#[derive(Debug, Args)]
pub(crate) struct PlatformArgs {
    /// Operating system [default: $GOOS, else the machine's]
    #[arg(long, value_name = "OS")]
    os: Option<String>,
    /// Architecture [default: $GOARCH, else the machine's]
    #[arg(long, value_name = "ARCH")]
    arch: Option<String>,
    /// Whose files are written [default: weekly.2012-02-07; of `dist`, what the tree tells]
    #[arg(long, value_name = "NAME", value_parser = release_parser())]
    dialect: Option<Release>,
    /// The tool chain's experiments [default: $GOEXPERIMENT, else none]
    #[arg(long, value_name = "TEXT")]
    experiment: Option<String>,
}

impl PlatformArgs {
    /// The release that is named, if one is.
    pub(crate) fn dialect(&self) -> Option<Release> {
        self.dialect
    }

    /// The release.
    pub(crate) fn release(&self) -> Release {
        self.dialect.unwrap_or_default()
    }

    /// The platform. The environment counts where a flag is missing.
    pub(crate) fn platform(&self) -> Platform {
        let or_environment = |flag: &Option<String>, name| flag.clone().or_else(|| environment(name));
        let host = Platform::host();
        Platform {
            os: or_environment(&self.os, "GOOS").unwrap_or(host.os),
            arch: or_environment(&self.arch, "GOARCH").unwrap_or(host.arch),
        }
    }

    /// The options that the arguments stand for. The environment counts where a flag is missing.
    pub(crate) fn options(&self) -> Options {
        let experiment = self.experiment.clone().or_else(|| environment("GOEXPERIMENT"));
        Options {
            release: self.release(),
            platform: self.platform(),
            experiment: experiment.unwrap_or_default(),
            ..Options::default()
        }
    }
}

/// Where a single output goes.
#[derive(Debug, Args)]
pub(crate) struct OutputArgs {
    /// Write to FILE; `-` for standard output
    #[arg(short, long, value_name = "FILE", default_value = "-", help_heading = "Files")]
    pub(crate) output: PathBuf,
}

/// The flags about the tree.
#[derive(Debug, Args)]
pub(crate) struct TreeArgs {
    /// The tree [default: $GOROOT, else the one around this program, else the one around the current folder]
    #[arg(long, value_name = "DIR")]
    goroot: Option<PathBuf>,
}

impl TreeArgs {
    /// Whether the command line names a tree.
    pub(crate) fn is_named(&self) -> bool {
        self.goroot.is_some()
    }

    /// The tree's folder.
    pub(crate) fn folder(&self) -> Result<PathBuf, &'static str> {
        let folder = self.goroot.clone().or_else(|| environment("GOROOT").map(PathBuf::from));
        // This program may be among a tree's tools.
        let around = || [std::env::current_exe(), std::env::current_dir()].into_iter().flatten();
        let found = folder.or_else(|| around().find_map(|path| tree_around(&path)));
        found.ok_or("no tree is named: `--goroot DIR`")
    }
}

/// The tree that a folder or a file is in, going by its runtime package.
fn tree_around(folder: &Path) -> Option<PathBuf> {
    let is_tree = |folder: &&Path| {
        Release::ALL.iter().any(|&release| folder.join(facts(release).source).join("runtime.h").is_file())
    };
    folder.ancestors().find(is_tree).map(Path::to_owned)
}

/// What a command that makes one file takes at least.
#[derive(Debug, Args)]
pub(crate) struct PlainArgs {
    #[command(flatten)]
    pub(crate) common: CommonArgs,
    #[command(flatten)]
    pub(crate) output: OutputArgs,
}

/// The version that is written.
#[derive(Debug, Args)]
pub(crate) struct GoVersionArgs {
    /// The version [default: the tree's, as by `gen-runtime version`]
    #[arg(long, value_name = "TEXT")]
    go_version: Option<String>,
}

impl GoVersionArgs {
    /// The version, where it is not told that of the tree in `folder`.
    pub(crate) fn of(&self, folder: &Path) -> Result<Vec<u8>, TreeError> {
        match &self.go_version {
            Some(version) => Ok(version.as_bytes().to_vec()),
            None => tree::version(folder).map(|version| version.text),
        }
    }
}

/// What `version` takes.
#[derive(Debug, Args)]
pub(crate) struct VersionArgs {
    #[command(flatten)]
    pub(crate) tree: TreeArgs,
    /// Keep what git or Mercurial told in VERSION.cache
    #[arg(long)]
    pub(crate) cache: bool,
    #[command(flatten)]
    pub(crate) plain: PlainArgs,
}

/// A file of symbol ABIs.
#[derive(Debug, Clone)]
pub(crate) struct Labelled {
    pub(crate) package: Option<String>,
    pub(crate) file: PathBuf,
}

fn release_parser() -> impl TypedValueParser<Value = Release> {
    let values = Release::ALL
        .map(|release| PossibleValue::new(release.name()).aliases(release.traits().aliases.iter().copied()));
    PossibleValuesParser::new(values).try_map(|name| name.parse())
}

/// A package, where one is named, and a file.
pub(crate) fn parse_labelled(text: &str) -> Result<Labelled, String> {
    let (package, file) = text.split_once('=').unwrap_or(("", text));
    let package = Some(package.to_owned()).filter(|package| !package.is_empty());
    if file.is_empty() { Err("expected a file".into()) } else { Ok(Labelled { package, file: file.into() }) }
}
