//! Objects and libraries that a package's flags for links name: what is linked again when they change. And the libraries
//! that its languages need.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use goc2c::command::output::{bytes_of, path_from_bytes};
use goc2c::gopkg::package::Package;

/// The files that are there. Libraries are looked for in the folders that the flags name: others are the system's.
pub fn files_of(flags: &[OsString]) -> Vec<PathBuf> {
    let (mut folders, mut names, mut files) = (Vec::new(), Vec::new(), Vec::new());
    let mut words = flags.iter().map(|word| bytes_of(word));
    while let Some(word) = words.next() {
        match (word.get(..2), word.get(2..).unwrap_or_default()) {
            (Some(b"-L"), b"") => folders.extend(words.next().map(path_from_bytes)),
            (Some(b"-L"), folder) => folders.push(path_from_bytes(folder)),
            (Some(b"-l"), b"") => names.extend(words.next()),
            (Some(b"-l"), name) => names.push(name),
            _ if word.starts_with(b"/") => files.push(path_from_bytes(word)),
            _ => {}
        }
    }
    for name in names {
        for folder in &folders {
            files.extend(candidates(name).map(|name| folder.join(name)));
        }
    }
    files.retain(|file| file.is_file());
    files
}

/// What a library is called on the disk.
fn candidates(name: &[u8]) -> std::array::IntoIter<PathBuf, 2> {
    let shared = match name.strip_prefix(b":") {
        Some(whole) => return [path_from_bytes(whole), PathBuf::from("")].into_iter(),
        None => path_from_bytes(&[b"lib", name, b".so"].concat()),
    };
    [shared, path_from_bytes(&[b"lib", name, b".a"].concat())].into_iter()
}

/// Languages, and the libraries that their compilers' code needs.
const RUNTIMES: [(&str, &str); 3] =
    [("C++", "-lstdc++"), ("Objective-C", "-lobjc"), ("Fortran", "-lgfortran")];

/// The libraries that a package's languages need. That of a Fortran compiler is known for GNU's.
pub fn runtime_of(package: &Package, fortran: &[OsString]) -> Vec<OsString> {
    let has = |language: &str| package.foreign.iter().any(|(_, its)| *its == language);
    let program = fortran.first().and_then(|it| Path::new(it).file_name()).unwrap_or_default();
    let is_known = |language: &str| language != "Fortran" || program.to_string_lossy().contains("gfortran");
    let needed = RUNTIMES.iter().filter(|(language, _)| has(language) && is_known(language));
    needed.map(|(_, library)| OsString::from(*library)).collect()
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn libraries_are_found_in_the_folders_that_are_named() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        for name in ["liba.a", "libb.so", "libb.a", "c.x", "d.o"] {
            fs::write(path(name), "").unwrap();
        }
        let own = folder.path().to_str().unwrap();
        let flags = |text: &str| text.replace("DIR", own).split(' ').map(OsString::from).collect::<Vec<_>>();
        let found = files_of(&flags("-la -LDIR -l b -l:c.x DIR/d.o DIR/none.o -lm -Wl,-s"));
        assert_eq!(found, ["d.o", "liba.a", "libb.so", "libb.a", "c.x"].map(path));
        assert_eq!(files_of(&flags("-la -L /nowhere -lb")), [""; 0].map(path));
    }
}
