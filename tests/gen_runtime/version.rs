//! Versions of real trees: files, git and Mercurial repositories that the tests make.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::program::gen_runtime_in;
use crate::support::{is_installed, run};

/// Runs a version control system in a folder, always with the same person and at the same times.
fn vcs(folder: &Path, program: &str, args: &[&str], day: u32) -> String {
    let date = format!("2012-02-{day:02}T00:00:00+00:00");
    let ran = run(Command::new(program)
        .args(args)
        .current_dir(folder)
        .envs([("GIT_AUTHOR_DATE", &date), ("GIT_COMMITTER_DATE", &date)])
        .envs([("GIT_AUTHOR_NAME", "a"), ("GIT_AUTHOR_EMAIL", "a@b")])
        .envs([("GIT_COMMITTER_NAME", "a"), ("GIT_COMMITTER_EMAIL", "a@b")])
        .envs([("GIT_CONFIG_GLOBAL", "/dev/null"), ("HGRCPATH", ""), ("HGUSER", "a")]));
    assert_eq!(ran.code, Some(0), "{program} {args:?}: {}", ran.stderr);
    ran.stdout.trim().to_owned()
}

fn version(folder: &Path) -> String {
    let ran = gen_runtime_in(folder, "version --goroot .");
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
    ran.stdout.strip_suffix('\n').expect("a line").to_owned()
}

fn commit(folder: &Path, day: u32) -> String {
    vcs(folder, "git", &["commit", "-q", "--allow-empty", "-m", "x"], day);
    vcs(folder, "git", &["rev-parse", "HEAD"], day)[..12].to_owned()
}

#[test]
fn files_come_before_repositories() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let ran = gen_runtime_in(folder, "version --goroot .");
    assert_eq!(ran.code, Some(3));
    assert!(ran.stderr.contains("has no version"), "{}", ran.stderr);
    fs::write(folder.join("VERSION.cache"), "devel +0123456789ab").unwrap();
    assert_eq!(version(folder), "devel +0123456789ab");
    fs::write(folder.join("VERSION"), " \n").unwrap();
    assert_eq!(version(folder), "devel +0123456789ab");
    fs::write(folder.join("VERSION"), "go1.0.3\ntwo \n\n").unwrap();
    assert_eq!(version(folder), "go1.0.3\ntwo");
}

#[test]
fn git_tells_the_newest_tag_of_the_branch() {
    if !is_installed("git") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    vcs(folder, "git", &["init", "-q", "-b", "trunk"], 1);
    commit(folder, 1);
    assert_eq!(version(folder), "branch.trunk");
    vcs(folder, "git", &["tag", "v1"], 1);
    vcs(folder, "git", &["tag", "weekly.2012-02-07"], 1);
    assert_eq!(version(folder), "weekly.2012-02-07");
    let second = commit(folder, 2);
    assert_eq!(version(folder), format!("weekly.2012-02-07 +{second}"));
    // Another branch's tag does not count.
    vcs(folder, "git", &["checkout", "-q", "-b", "side"], 3);
    commit(folder, 3);
    vcs(folder, "git", &["tag", "go9"], 3);
    vcs(folder, "git", &["checkout", "-q", "trunk"], 3);
    assert_eq!(version(folder), format!("weekly.2012-02-07 +{second}"));
    // An annotated tag counts as any other, and of several the last version.
    for tag in ["go1.9", "go1.10", "go1.10rc1"] {
        vcs(folder, "git", &["tag", "-a", "-m", "x", tag], 4);
    }
    assert_eq!(version(folder), "go1.10");
    vcs(folder, "git", &["checkout", "-q", "--detach"], 4);
    let third = commit(folder, 5);
    assert_eq!(version(folder), format!("go1.10 +{third}"));
    let ran = gen_runtime_in(folder, "zversion --goroot . --dialect go1.0");
    assert!(ran.stdout.contains(&format!("const theVersion = `go1.10 +{third}`\n")), "{}", ran.stdout);
}

#[test]
fn the_cache_is_written_on_demand_and_read_again() {
    if !is_installed("git") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    vcs(folder, "git", &["init", "-q", "-b", "trunk"], 1);
    commit(folder, 1);
    vcs(folder, "git", &["tag", "go1"], 1);
    assert_eq!(version(folder), "go1");
    assert!(!folder.join("VERSION.cache").exists());
    assert_eq!(gen_runtime_in(folder, "version --goroot . --cache").stdout, "go1\n");
    assert_eq!(fs::read_to_string(folder.join("VERSION.cache")).unwrap(), "go1");
    commit(folder, 2);
    assert_eq!(version(folder), "go1");
}

#[test]
fn mercurial_tells_the_newest_tag_of_the_branch() {
    if !is_installed("hg") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let hg = |args: &[&str]| vcs(folder, "hg", args, 1);
    hg(&["init"]);
    fs::write(folder.join("a"), "1").unwrap();
    hg(&["commit", "-A", "-q", "-m", "x"]);
    assert_eq!(version(folder), "branch.default");
    hg(&["tag", "release.r60"]);
    let short = hg(&["log", "-r", ".", "--template", "{node|short}"]);
    assert_eq!(version(folder), format!("release.r60 +{short}"));
    hg(&["update", "-q", "release.r60"]);
    // The tag is known from the branch's tip, and its revision is checked out.
    assert_eq!(version(folder), "release.r60");
    hg(&["update", "-q", "default"]);
    hg(&["branch", "-q", "side"]);
    fs::write(folder.join("a"), "2").unwrap();
    hg(&["commit", "-q", "-m", "x"]);
    assert_eq!(version(folder), "branch.side");
}
