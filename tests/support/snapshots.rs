//! Texts that are checked in and compared as wholes: insta snapshots in `tests/snapshots`, and the man pages and
//! completions in `doc`. Generated code is never compared here: snapshots are not byte-exact.

use std::collections::BTreeMap;
use std::path::Path;

use super::folders::{files_below, root};

/// Compares a text with its snapshot in `tests/snapshots`.
pub fn snapshot(name: &str, text: &str) {
    insta::with_settings!({
        snapshot_path => root().join("tests/snapshots"),
        prepend_module_to_snapshot => false,
        omit_expression => true,
    }, {
        insta::assert_snapshot!(name, text);
    });
}

/// Compares a program's man pages and completions with those that are checked in. `generate` writes what its first
/// word says to the folder that is the second.
pub fn compare_generated(program: &str, generate: impl Fn(&str, &str)) {
    let made = tempfile::tempdir().unwrap();
    let folder = |name: &str| made.path().join(name).display().to_string();
    generate("man", &folder("man"));
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        generate(shell, &folder("completions"));
    }
    let is_of = |path: &str| {
        let name = path.rsplit('/').next().unwrap().trim_start_matches('_');
        name.strip_prefix(program).is_some_and(|rest| rest.starts_with(['.', '-']) || rest.is_empty())
    };
    let files = |root: &Path| {
        let folders = ["man", "completions"].map(|name| {
            files_below(&root.join(name)).into_iter().map(move |(key, path)| (format!("{name}/{key}"), path))
        });
        let all = folders.into_iter().flatten().filter(|(key, _)| is_of(key));
        all.map(|(key, path)| (key, std::fs::read(path).unwrap())).collect::<BTreeMap<_, _>>()
    };
    let (made, kept) = (files(made.path()), files(&root().join("doc")));
    assert!(made.len() > 6, "{:?}", made.keys());
    let mut old: Vec<_> =
        made.keys().chain(kept.keys()).filter(|key| made.get(*key) != kept.get(*key)).collect();
    old.dedup();
    assert!(old.is_empty(), "out of date: {old:?}; `make generated` writes them");
}
