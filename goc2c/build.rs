//! Finds out what `--version --verbose` says of a build: the target, the compiler, and the commit. That is named by
//! `$GOC2C_COMMIT`, which the Makefile sets, or by the file that cargo puts into a package. git is not asked here: each
//! commit would build all anew, and a package has none. Nothing of the machine or its folders comes in.

use std::env;
use std::fs;
use std::path::Path;
use std::process::Command;

/// What cargo puts into a package.
const PACKAGED: &str = ".cargo_vcs_info.json";

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-env-changed=GOC2C_COMMIT");
    // A file that is missing counts as changed.
    if Path::new(PACKAGED).exists() {
        println!("cargo::rerun-if-changed={PACKAGED}");
    }
    let facts = [
        (
            "GOC2C_BUILT_OF",
            env::var("GOC2C_COMMIT").ok().filter(|it| !it.is_empty()).or_else(packaged_commit),
        ),
        ("GOC2C_BUILT_FOR", env::var("TARGET").ok()),
        ("GOC2C_BUILT_BY", compiler()),
    ];
    for (name, fact) in facts {
        if let Some(fact) = fact {
            println!("cargo::rustc-env={name}={}", fact.lines().next().unwrap_or_default());
        }
    }
}

/// The commit that a package was made of.
fn packaged_commit() -> Option<String> {
    let text = fs::read_to_string(PACKAGED).ok()?;
    let (_, rest) = text.split_once("\"sha1\":")?;
    rest.split('"').nth(1).map(str::to_owned)
}

/// What the compiler says of itself, as `1.95.0 (59807616e 2026-04-14)`.
fn compiler() -> Option<String> {
    let told = Command::new(env::var_os("RUSTC")?).arg("--version").output().ok()?;
    let text = String::from_utf8(told.stdout).ok()?;
    Some(text.trim().trim_start_matches("rustc ").to_owned())
}
