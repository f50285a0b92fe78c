//! Links hold: the file is there, the anchor is a heading of it, and a page of the book links to pages of the book.

use std::path::{Component, Path, PathBuf};

use super::page::{Page, pages};
use crate::support::root;

/// All links of a page, but for those to other sites.
pub fn check(page: &Page) {
    let pages = pages();
    let mut wrong = Vec::new();
    for (line, target) in page.links() {
        if target.contains("://") {
            continue;
        }
        let (path, anchor) = target.split_once('#').unwrap_or((&target, ""));
        let name = if path.is_empty() { page.name.clone() } else { joined(&page.name, path) };
        let mut say = |what: &str| wrong.push(format!("{}:{line}: `{target}`: {what}", page.name));
        if !root().join(&name).exists() {
            say("not there");
        } else if page.name.starts_with("doc/") && !name.starts_with("doc/") {
            say("the book has no such page");
        } else if !anchor.is_empty() {
            match pages.iter().find(|page| page.name == name) {
                None => say("no page that has anchors"),
                Some(page) if !page.anchors().contains(anchor) => say("no such heading"),
                Some(_) => {}
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A path that a page names, from the repository's root.
fn joined(page: &str, path: &str) -> String {
    let mut joined = PathBuf::new();
    for part in Path::new(page).parent().unwrap_or(Path::new("")).join(path).components() {
        match part {
            Component::ParentDir => assert!(joined.pop(), "{page}: `{path}` leaves the repository"),
            part => joined.push(part),
        }
    }
    joined.to_str().expect("pages are UTF-8").to_owned()
}
