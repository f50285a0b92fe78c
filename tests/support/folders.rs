//! Where things are: the workspace, the folders of cases, trees that a variable lists; and what files a folder has.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The workspace's root.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize().expect("the workspace has a root")
}

/// A folder of cases.
pub struct CaseFolder {
    /// `fixtures/BELOW` for the project's own, `vectors/BELOW` for the shared ones.
    pub name: String,
    pub path: PathBuf,
}

/// The folders that hold cases: the project's own, and the shared vectors where they are beside it.
pub fn case_folders(below: &str) -> Vec<CaseFolder> {
    [("fixtures", root().join("fixtures")), ("vectors", root().join("../shared/vectors"))]
        .into_iter()
        .map(|(name, path)| CaseFolder { name: format!("{name}/{below}"), path: path.join(below) })
        .filter(|folder| folder.path.is_dir())
        .collect()
}

/// The folders that a variable lists, separated by `:`; says so where it lists none.
pub fn trees(variable: &str) -> Vec<PathBuf> {
    let listed = std::env::var_os(variable).unwrap_or_default();
    let trees: Vec<_> = std::env::split_paths(&listed).filter(|tree| !tree.as_os_str().is_empty()).collect();
    if trees.is_empty() {
        println!("skipped: {variable} lists no trees");
    }
    trees
}

/// The bytes of a file that must be there.
pub fn read(path: &Path) -> Vec<u8> {
    fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// A file's name.
pub fn name(path: &Path) -> &str {
    path.file_name().unwrap().to_str().unwrap()
}

/// A file's name without its ending.
pub fn stem(path: &Path) -> &str {
    path.file_stem().unwrap().to_str().unwrap()
}

/// The files of a folder with that ending, sorted by name.
pub fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let listing = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut files: Vec<_> = listing.map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.to_str().is_some_and(|path| path.ends_with(ending)));
    files.sort();
    files
}

/// The files below a folder by their path in it, those that are stored under another's name included.
pub fn files_below(folder: &Path) -> BTreeMap<String, PathBuf> {
    let mut files = stored_below(folder);
    for (key, stored) in same_as(folder) {
        assert!(files.insert(key.clone(), folder.join(stored)).is_none(), "{key} is there twice");
    }
    files
}

/// The files below a folder by their path in it.
pub fn stored_below(folder: &Path) -> BTreeMap<String, PathBuf> {
    let mut files = BTreeMap::new();
    let mut waiting = vec![folder.to_owned()];
    while let Some(next) = waiting.pop() {
        for path in self::files(&next, "") {
            if path.is_dir() {
                waiting.push(path);
            } else if name(&path) != "same-as.tsv" {
                let key = path.strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
                files.insert(key, path);
            }
        }
    }
    files
}

/// The rows of a folder's `same-as.tsv`: a file, and the one under whose name its bytes are stored. None where the
/// folder stores every file.
pub fn same_as(folder: &Path) -> Vec<(String, String)> {
    let table = fs::read_to_string(folder.join("same-as.tsv")).unwrap_or_default();
    let rows = table.lines().filter(|line| !line.starts_with('#'));
    rows.map(|row| {
        let (key, stored) = row.split_once('\t').expect("two columns");
        (key.to_owned(), stored.to_owned())
    })
    .collect()
}
