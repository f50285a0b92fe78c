//! The flags of a package for C, in order: the user's, those of `#cgo` lines, those that pkg-config tells. Each of the
//! package's own is judged ([`super::allow`]) before anything is run.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use goc2c::command::output::{bytes_of, path_from_bytes};
use goc2c::gopkg::cgo::{Directive, SRCDIR, Verb, Word, is_safe};
use goc2c::gopkg::package::Package;
use memchr::memmem;

use super::allow::{Permits, first_refused, is_file, takes_next};
use super::fault::CgoFault;
use super::pkg_config;
use super::settings::Settings;
use crate::driver::packages::fault::PackageError;

/// The flags of a package.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Flags {
    /// For the preprocessor: the user's first.
    pub cpp: Vec<OsString>,
    /// For C.
    pub c: Vec<OsString>,
    /// For C++.
    pub cxx: Vec<OsString>,
    /// For Fortran.
    pub fortran: Vec<OsString>,
    /// For programs that it is linked into: the package's own alone.
    pub ld: Vec<OsString>,
}

/// The places of a package's lines: they are faults of a file.
struct Reading<'r> {
    package: &'r Package,
    current: &'r Path,
}

/// The flags of a package. File names in errors are relative to a folder.
///
/// # Errors
/// A flag that may not be passed on, or pkg-config failed.
pub fn flags_of(package: &Package, settings: &Settings, current: &Path) -> Result<Flags, PackageError> {
    let mut flags = judge(package, settings, current)?;
    let reading = Reading { package, current };
    let asked: Vec<_> = reading.lines().filter(|(_, line)| line.verb == Verb::PkgConfig).collect();
    if let Some((file, first)) = asked.first() {
        let lines: Vec<&Directive> = asked.iter().map(|(_, line)| *line).collect();
        let told = pkg_config::ask(&lines, settings, &package.folder);
        let told = told.map_err(|mut fault| {
            fault.stand_at(first.at);
            reading.at(file, &fault)
        })?;
        flags.cpp.extend(told.cflags);
        flags.ld.extend(told.libs);
    }
    Ok(flags)
}

/// The flags that a package has itself. Nothing is run.
///
/// # Errors
/// A flag that may not be passed on.
pub fn judge(package: &Package, settings: &Settings, current: &Path) -> Result<Flags, PackageError> {
    let reading = Reading { package, current };
    let mut flags = Flags::default();
    for verb in [Verb::CppFlags, Verb::CFlags, Verb::CxxFlags, Verb::FFlags, Verb::LdFlags] {
        let list = flags.of(verb);
        if verb != Verb::LdFlags {
            list.extend_from_slice(settings.flags(verb));
        }
        for (file, line) in reading.lines().filter(|(_, line)| line.verb == verb) {
            let words = own_words(line, &package.folder, &settings.permits(verb));
            list.extend(words.map_err(|fault| reading.at(file, &fault))?);
        }
    }
    for (file, line) in reading.lines().filter(|(_, line)| line.verb == Verb::PkgConfig) {
        pkg_config::judge(line).map_err(|fault| reading.at(file, &fault))?;
    }
    Ok(flags)
}

impl Flags {
    fn of(&mut self, verb: Verb) -> &mut Vec<OsString> {
        match verb {
            Verb::CppFlags => &mut self.cpp,
            Verb::CxxFlags => &mut self.cxx,
            Verb::FFlags => &mut self.fortran,
            Verb::LdFlags => &mut self.ld,
            Verb::CFlags | Verb::PkgConfig => &mut self.c,
        }
    }
}

impl<'r> Reading<'r> {
    /// The lines of all files, in order.
    fn lines(&self) -> impl Iterator<Item = (&'r Path, &'r Directive)> {
        let package = self.package;
        package.cgo.iter().flat_map(|it| {
            let file = package.go[it.file].as_path();
            it.directives.iter().map(move |line| (file, line))
        })
    }

    fn at(&self, file: &Path, fault: &CgoFault) -> PackageError {
        PackageError::in_file(file, self.current, fault)
    }
}

/// The words of a line as they are passed on: with the folder in its place, and folders from the root on.
fn own_words(line: &Directive, folder: &Path, permits: &Permits) -> Result<Vec<OsString>, CgoFault> {
    let expanded: Result<Vec<_>, _> = line.words.iter().map(|word| expanded(word, folder)).collect();
    let words = absolute(expanded?, folder, line.verb);
    let bytes: Vec<&[u8]> = words.iter().map(Vec::as_slice).collect();
    match first_refused(line.verb, &bytes, permits) {
        Some(at) => {
            let flag = words[at].clone();
            Err(CgoFault::RefusedFlag { at: line.words[at].at, verb: line.verb, told: false, flag })
        }
        None => Ok(words.iter().map(|word| path_from_bytes(word).into_os_string()).collect()),
    }
}

/// A word with the folder where it says so.
fn expanded(word: &Word, folder: &Path) -> Result<Vec<u8>, CgoFault> {
    let folder = bytes_of(folder.as_os_str());
    let mut out = Vec::new();
    let mut rest = &word.text[..];
    while let Some(at) = memmem::find(rest, SRCDIR) {
        if !is_safe(folder) {
            return Err(CgoFault::UnsafeFolder { at: word.at, folder: folder.to_vec() });
        }
        out.extend_from_slice(&rest[..at]);
        out.extend_from_slice(folder);
        rest = &rest[at + SRCDIR.len()..];
    }
    out.extend_from_slice(rest);
    Ok(out)
}

/// Words with paths from the root on behind `-I` and `-L`, and for objects and libraries: compilers and linkers run in
/// several folders.
fn absolute(words: Vec<Vec<u8>>, folder: &Path, verb: Verb) -> Vec<Vec<u8>> {
    let mut is_path = false;
    // Whether the word belongs to the one before it.
    let mut follows = false;
    let whole = |path: &[u8]| {
        // These stand for the folder that the compiler's own headers are below.
        if path.starts_with(b"/") || path.starts_with(b"=") || path.starts_with(b"$SYSROOT") {
            return path.to_vec();
        }
        let whole: PathBuf = folder.join(path_from_bytes(path)).components().collect();
        bytes_of(whole.as_os_str()).to_vec()
    };
    let of_word = |word: Vec<u8>| {
        if std::mem::take(&mut is_path) {
            return whole(&word);
        }
        if word == b"-I" || word == b"-L" {
            is_path = true;
            return word;
        }
        let is_alone = !std::mem::replace(&mut follows, verb == Verb::LdFlags && takes_next(&word));
        if verb == Verb::LdFlags && is_alone && is_file(&word) {
            return whole(&word);
        }
        match word.split_at_checked(2) {
            Some((flag @ (b"-I" | b"-L"), path)) => [flag, &whole(path)].concat(),
            _ => word,
        }
    };
    words.into_iter().map(of_word).collect()
}

#[cfg(test)]
pub(super) mod tests {
    use goc2c::gopkg::cgo::directives;
    use goc2c::gopkg::files::Context;
    use goc2c::gopkg::head::read_head;

    use super::*;
    use crate::Platform;

    /// Whether the lines of a Go file are passed on.
    pub(in crate::driver::cgo) fn verdict(verb: Verb, go: &str, folder: &Path) -> bool {
        words_of(verb, go, folder).is_some()
    }

    fn words_of(verb: Verb, go: &str, folder: &Path) -> Option<Vec<OsString>> {
        let platform = Platform { os: "linux".into(), arch: "amd64".into() };
        let context = Context { platform, tags: Vec::new(), cgo: true };
        let head = read_head(go.as_bytes()).unwrap();
        let lines = directives(go.as_bytes(), &head, &context).ok()?;
        assert_eq!((lines.len(), lines[0].verb), (1, verb));
        own_words(&lines[0], folder, &Permits::default()).ok()
    }

    #[test]
    fn folders_are_named_from_the_root_on() {
        let words = |line: &str| {
            let go = format!("package p\n// #cgo {line}\nimport \"C\"\n");
            let verb = if line.starts_with('L') { Verb::LdFlags } else { Verb::CFlags };
            words_of(verb, &go, Path::new("/s/p")).unwrap().join("|".as_ref()).into_string().unwrap()
        };
        assert_eq!(
            words("CFLAGS: -Iinc -I . -I/x -I=/y -I $SYSROOT/z"),
            "-I/s/p/inc|-I|/s/p|-I/x|-I=/y|-I|$SYSROOT/z"
        );
        assert_eq!(words("LDFLAGS: -L${SRCDIR}/a -L -x ${SRCDIR}/b.a"), "-L/s/p/a|-L|/s/p/-x|/s/p/b.a");
        assert_eq!(
            words("LDFLAGS: b.a ./c.o -l d.a -framework e.o"),
            "/s/p/b.a|/s/p/c.o|-l|d.a|-framework|e.o"
        );
    }

    #[test]
    fn a_folder_with_signs_that_no_word_may_have_is_told_where_it_is_named() {
        let go = "package p\n// #cgo CFLAGS: -I${SRCDIR}/a\nimport \"C\"\n";
        assert!(verdict(Verb::CFlags, go, Path::new("/s/a b")));
        assert!(!verdict(Verb::CFlags, go, Path::new("/s/it's")));
        assert!(verdict(Verb::CFlags, &go.replace("${SRCDIR}", "x"), Path::new("/s/it's")));
    }
}
