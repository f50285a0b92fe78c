//! What is to be built, as data: packages, compilers, and where it all goes.

use std::ffi::OsString;
use std::path::PathBuf;

use engine::Root;
use engine::action::folder_of;
use goc2c::gopkg::files::Context;

use super::load::Asked;
use super::tools::CompilesC;
use crate::driver::cgo::settings::Settings;

/// What is to be built.
#[derive(Debug)]
pub struct Build {
    /// Folders, or files of one folder.
    pub targets: Vec<Asked>,
    /// The compilers.
    pub toolchain: Box<dyn CompilesC>,
    /// What files are chosen for.
    pub context: Context,
    /// The path of a package that is in no module.
    pub path: Option<String>,
    /// The folder of the driver's own.
    pub home: Root,
    /// The work folder, in that.
    pub work: PathBuf,
    /// The folder that executables go to.
    pub current: PathBuf,
    /// Where executables and archives go instead.
    pub output: Option<Output>,
    /// This program.
    pub program: PathBuf,
    /// A program and its arguments before the C compiler.
    pub launcher: Vec<OsString>,
    /// What the user has set for cgo.
    pub cgo: Settings,
}

/// A place that was named for what is built.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Output {
    /// The only executable, or archive.
    File(PathBuf),
    /// The folder of all.
    Folder(PathBuf),
    /// Folders for programs, where one is named, and for archives, by their paths: also of what is imported.
    Installed {
        /// That of programs.
        programs: Option<PathBuf>,
        /// That of archives.
        archives: PathBuf,
    },
}

impl Build {
    /// The folders that it may write to.
    pub fn roots(&self) -> Vec<Root> {
        let mut roots = vec![self.home.clone()];
        roots.extend(match &self.output {
            Some(Output::File(file)) => vec![Root::named(folder_of(file))],
            Some(Output::Folder(folder)) => vec![Root::named(folder)],
            Some(Output::Installed { programs, archives }) => {
                programs.iter().chain([archives]).map(Root::named).collect()
            }
            None => vec![Root::named(&self.current)],
        });
        if !self.work.starts_with(self.home.path()) {
            roots.push(Root::named(&self.work));
        }
        roots
    }
}
