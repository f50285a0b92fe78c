//! Texts that are checked in and compared as wholes: insta snapshots in `tests/snapshots`, and the man pages and
//! completions in `doc`. Generated code is never compared here: snapshots are not byte-exact.

use super::folders::root;

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

/// Compares a command's man page and completions with those that are checked in; `generate` makes one of them.
pub fn compare_generated(program: &str, generate: impl Fn(&str) -> String) {
    let files = [
        ("man", format!("doc/man/{program}.1")),
        ("bash", format!("doc/completions/{program}.bash")),
        ("zsh", format!("doc/completions/_{program}")),
        ("fish", format!("doc/completions/{program}.fish")),
        ("powershell", format!("doc/completions/_{program}.ps1")),
        ("elvish", format!("doc/completions/{program}.elv")),
    ];
    let is_old = |(what, path): &&(&str, String)| {
        generate(what) != std::fs::read_to_string(root().join(path)).unwrap_or_default()
    };
    let old: Vec<_> = files.iter().filter(is_old).map(|(_, path)| path).collect();
    assert!(old.is_empty(), "out of date: {old:?}; `make generated` writes them");
}
