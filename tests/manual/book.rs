//! The book is built by mdBook without a warning, and has a page and an anchor wherever a link leads.

use std::process::Command;

use super::page::{Page, pages};
use crate::support::{is_installed, read, root, run};

/// Builds the book in a folder of its own. `MDBOOK` names the program.
pub fn check() {
    let program = std::env::var("MDBOOK").unwrap_or_else(|_| "mdbook".to_owned());
    if !is_installed(&program) {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let ran = run(Command::new(&program).arg("build").arg("-d").arg(folder.path()).arg(root().join("doc")));
    let said = ran.stdout + &ran.stderr;
    assert!(ran.code == Some(0) && !said.contains("WARN") && !said.contains("ERROR"), "{said}");
    let html = |page: &str| {
        let name = page.replace(".md", ".html");
        String::from_utf8(read(&folder.path().join(name))).expect("pages are UTF-8")
    };
    let is_in_book = |page: &&Page| page.name.starts_with("doc/");
    for page in pages().iter().filter(is_in_book) {
        let own = page.name.trim_start_matches("doc/");
        html(own);
        for (line, target) in page.links() {
            let Some((path, anchor)) = target.split_once('#').filter(|_| !target.contains("://")) else {
                continue;
            };
            let there = html(if path.is_empty() { own } else { path });
            assert!(there.contains(&format!("id=\"{anchor}\"")), "{}:{line}: `{target}`", page.name);
        }
    }
}
