//! The headers that a C or assembly file reads, found by looking for `#include` lines: the Plan 9 compilers
//! tell no dependencies. Conditions are not evaluated, so that too many are found rather than too few.

use std::fs;
use std::path::{Path, PathBuf};

use hashbrown::{HashMap, HashSet};

/// Finds headers; remembers what it has read.
#[derive(Debug, Default)]
pub struct Includes {
    /// Folders that are searched after the file's own.
    pub folders: Vec<PathBuf>,
    /// Files that a plan makes, and those that have their text already.
    pub made: HashMap<PathBuf, PathBuf>,
    direct: HashMap<PathBuf, Vec<PathBuf>>,
    known: HashMap<PathBuf, bool>,
}

impl Includes {
    /// Looks in folders.
    pub fn in_folders(folders: Vec<PathBuf>) -> Self {
        Includes { folders, ..Includes::default() }
    }

    /// The headers of a file, and theirs, each once and in the order in which they are met.
    pub fn of(&mut self, file: &Path) -> Vec<PathBuf> {
        let mut seen: HashSet<PathBuf> = HashSet::new();
        let mut found = Vec::new();
        let mut waiting = vec![file.to_owned()];
        while let Some(next) = waiting.pop() {
            for header in self.direct(&next).to_vec() {
                if seen.insert(header.clone()) {
                    found.push(header.clone());
                    waiting.push(header);
                }
            }
        }
        found
    }

    fn direct(&mut self, file: &Path) -> &[PathBuf] {
        if !self.direct.contains_key(file) {
            let text = fs::read(self.made.get(file).map_or(file, PathBuf::as_path)).unwrap_or_default();
            let own = file.parent().unwrap_or(Path::new("")).to_owned();
            let mut found = Vec::new();
            for name in names(&text) {
                let folders = std::iter::once(&own).chain(&self.folders);
                let candidates: Vec<_> = folders.map(|folder| folder.join(&name)).collect();
                found.extend(candidates.into_iter().find(|path| self.is_there(path)));
            }
            self.direct.insert(file.to_owned(), found);
        }
        self.direct.get(file).map_or(&[], Vec::as_slice)
    }

    fn is_there(&mut self, path: &Path) -> bool {
        if self.made.contains_key(path) {
            return true;
        }
        *self.known.entry_ref(path).or_insert_with(|| path.is_file())
    }
}

/// The names in the `#include` lines of a text.
fn names(text: &[u8]) -> impl Iterator<Item = PathBuf> {
    text.split(|&byte| byte == b'\n').filter_map(|line| {
        let line = line.trim_ascii_start().strip_prefix(b"#")?;
        let line = line.trim_ascii_start().strip_prefix(b"include")?.trim_ascii_start();
        let end = match line.first()? {
            b'"' => b'"',
            b'<' => b'>',
            _ => return None,
        };
        let name = line[1..].split(|&byte| byte == end).next()?;
        Some(goc2c::command::output::path_from_bytes(name))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_of_headers_are_found_once_and_what_will_be_made_counts() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        fs::write(path("a.c"), "#include \"a.h\"\n # include <os_GOOS.h>\n#include \"none.h\"\n").unwrap();
        fs::write(path("a.h"), "#include \"a.h\"\n").unwrap();
        fs::write(path("os_linux.h"), "#include \"a.h\"\n#include \"b.h\"\n").unwrap();
        fs::create_dir(path("w")).unwrap();
        fs::write(path("w/b.h"), "").unwrap();
        let mut includes = Includes { folders: vec![path("w")], ..Includes::default() };
        includes.made.insert(path("w/os_GOOS.h"), path("os_linux.h"));
        let mut found = includes.of(&path("a.c"));
        found.sort();
        // Beside the copy there is no `a.h`: it was looked for where the copy is.
        assert_eq!(found, [path("a.h"), path("w/b.h"), path("w/os_GOOS.h")]);
    }
}
