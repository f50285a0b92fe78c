//! The header of a package, from its files on the disk.

use std::fs;
use std::path::{Path, PathBuf};

use super::named::Named;
use super::packages::{FindPackage, NoPackage, Packages};
use super::proof::Proof;
use super::sizes::Sizes;
use super::source::Disk;
use super::write::{GocFile, Section, write_section, write_types_header};
use crate::Failure;
use crate::command::Exit;
use crate::command::ending::tell_file_error;
use crate::command::file::{FileError, bytes_of};
use crate::command::messages::Messages;
use crate::diagnostic::Report;
use crate::dialect::Dialect;
use crate::front::include::TYPES_HEADER;
use crate::gopkg::files::{Context, terms};
use crate::options::Options;
use crate::platform::Platform;
use crate::source::Source;
use crate::target::Target;

/// The newest release of Go whose term holds where nobody says which release is meant: that of gc, and of gccgo 12.
const RELEASES: [(&str, u32); 2] = [("gc", 27), ("gccgo", 18)];

/// Which of a package's Go files count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// The system.
    pub os: String,
    /// The terms of build lines that hold, beside those of the platform.
    pub tags: Vec<String>,
    /// Whether files that import "C" count.
    pub cgo: bool,
    /// GOROOT, if it is known: where the standard library's source is.
    pub root: Option<PathBuf>,
}

impl Choice {
    /// What a dialect's compiler takes on a system.
    pub fn of(dialect: Dialect, os: &str) -> Choice {
        let (compiler, release) = RELEASES[usize::from(!dialect.traits().frames)];
        Choice { os: os.to_owned(), tags: terms(compiler, Some(release)), cgo: true, root: None }
    }

    /// For an architecture.
    pub fn context(&self, arch: &str) -> Context {
        Context { platform: Platform::new(&*self.os, arch), tags: self.tags.clone(), cgo: self.cgo }
    }
}

/// What a header is made for.
#[derive(Debug, Clone, Copy)]
pub struct Wanted<'w> {
    /// The dialect.
    pub dialect: Dialect,
    /// The architectures.
    pub sizes: &'w [&'static Sizes],
    /// Which Go files count.
    pub choice: &'w Choice,
    /// The package's Go files; those of the folder, where none are named.
    pub go_files: Option<&'w [PathBuf]>,
    /// How many faults of a file are told.
    pub most_faults: usize,
}

/// A header.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypesMade {
    /// Its text.
    pub text: String,
    /// What proves in Go that it holds: for each `.goc` file what that names, for each architecture.
    pub proofs: Vec<Vec<Vec<Proof>>>,
    /// The Go files that it was made from.
    pub read: Vec<PathBuf>,
}

/// Whether C includes the header, as far as its text tells.
pub fn includes_types(text: &[u8]) -> bool {
    memchr::memmem::find(text, TYPES_HEADER.as_bytes()).is_some()
}

/// Makes the header of the package that some `.goc` files are of. What is wrong has been said when it fails.
///
/// # Errors
/// How the run ends then.
pub fn make_types(
    goc: &[(PathBuf, Vec<u8>)],
    wanted: &Wanted<'_>,
    messages: &mut Messages,
) -> Result<TypesMade, Exit> {
    let files = read_named(goc, wanted, messages)?;
    let package = files.first().map(|file| file.named.package.clone()).unwrap_or_default();
    let mut read = Vec::new();
    let mut sections: Vec<Section> = Vec::new();
    let mut told: Vec<String> = Vec::new();
    let mut proofs = vec![Vec::new(); files.len()];
    for &sizes in wanted.sizes {
        let made = with_home(goc, wanted, sizes, &package, |disk, packages| {
            let section = write_section(&files, packages, sizes, wanted.dialect);
            for (file, proofs) in files.iter().zip(&mut proofs) {
                let own = write_section(std::slice::from_ref(file), packages, sizes, wanted.dialect);
                proofs.push(own.map(|section| section.proofs).unwrap_or_default());
            }
            read.extend(disk.files_read());
            section
        });
        let reports = match made {
            Ok(Ok(section)) => {
                sections.push(section);
                continue;
            }
            Ok(Err(reports)) => reports,
            Err(NoPackage::Fault(report)) => vec![*report],
            Err(NoPackage::Missing(why)) => {
                messages.error("file", &why);
                return Err(Exit::Io);
            }
        };
        // What is wrong for all architectures is told once.
        for report in reports {
            let short = report.render_short();
            if !told.contains(&short) {
                messages.show(&report);
                told.push(short);
            }
        }
    }
    if !told.is_empty() {
        return Err(Exit::Faults);
    }
    read.sort();
    read.dedup();
    let names: Vec<_> = goc.iter().filter_map(|(path, _)| path.file_name()?.to_str()).collect();
    let text = write_types_header(&package, &names, &sections);
    Ok(TypesMade { text, proofs, read })
}

/// Reads files of a list; what cannot be read has been said.
///
/// # Errors
/// How the run ends then.
pub fn read_files(paths: &[PathBuf], messages: &mut Messages) -> Result<Vec<(PathBuf, Vec<u8>)>, Exit> {
    let read = |path: &PathBuf| {
        let text = fs::read(path).map_err(FileError::new("read", path));
        text.map(|text| (path.clone(), text))
    };
    let texts: Result<Vec<_>, _> = paths.iter().map(read).collect();
    texts.map_err(|error| tell_file_error(&error, messages))
}

/// The Go files beside `.goc` files that count.
///
/// # Errors
/// A folder or a file that cannot be read.
pub fn go_files_beside(goc: &[(PathBuf, Vec<u8>)], wanted: &Wanted<'_>) -> Result<Vec<PathBuf>, NoPackage> {
    let current = std::env::current_dir().unwrap_or_default();
    let context = wanted.choice.context(wanted.sizes.first().map_or("", |sizes| sizes.arch));
    let files = Disk::new(folder_of(goc), context, current.clone())?.go_files(folder_of(goc))?;
    let shown = |file: PathBuf| file.strip_prefix(&current).map(Path::to_owned).unwrap_or(file);
    Ok(files.into_iter().map(shown).collect())
}

/// The folder of `.goc` files: that of the first.
fn folder_of(goc: &[(PathBuf, Vec<u8>)]) -> &Path {
    match goc.first().and_then(|(path, _)| path.parent()) {
        Some(folder) if folder != Path::new("") => folder,
        _ => Path::new("."),
    }
}

/// What `.goc` files name, each with its source.
///
/// # Errors
/// How the run ends, where one cannot be read; that has been said.
pub fn read_named<'g>(
    goc: &'g [(PathBuf, Vec<u8>)],
    wanted: &Wanted<'_>,
    messages: &mut Messages,
) -> Result<Vec<GocFile<'g>>, Exit> {
    let options = Options {
        dialect: wanted.dialect,
        target: Target::Gcc,
        max_faults: wanted.most_faults,
        ..Options::default()
    };
    let mut files = Vec::new();
    let mut failed = false;
    for (path, text) in goc {
        let mut source = Source::from_bytes(bytes_of(path.as_os_str()), text);
        match Named::read(&mut source, &options) {
            Ok(named) => files.push(GocFile { source, named }),
            Err(Failure::Faults(faults)) => {
                faults.list.iter().for_each(|fault| messages.show(&Report::new(&source, fault)));
                messages.hide(faults.more);
                failed = true;
            }
            Err(other) => {
                messages.trouble(&other);
                failed = true;
            }
        }
    }
    if failed { Err(Exit::Faults) } else { Ok(files) }
}

/// Does something with the package that `.goc` files are of, and the packages around it.
///
/// # Errors
/// See [`NoPackage`].
pub fn with_home<T>(
    goc: &[(PathBuf, Vec<u8>)],
    wanted: &Wanted<'_>,
    sizes: &'static Sizes,
    package: &str,
    act: impl FnOnce(&Disk, &Packages<'_>) -> T,
) -> Result<T, NoPackage> {
    let folder = folder_of(goc);
    let current = std::env::current_dir().unwrap_or_default();
    let disk =
        Disk::new(folder, wanted.choice.context(sizes.arch), current)?.with_root(wanted.choice.root.clone());
    let mut home = disk.home(folder, wanted.go_files)?;
    home.name = package.to_owned();
    let finder: &dyn FindPackage = &disk;
    let packages = Packages::new(finder, home);
    Ok(act(&disk, &packages))
}
