//! `list`: packages and their files, by what they are, and those that are left out, by which rule.

use std::path::{Path, PathBuf};

use gen_runtime::driver::packages::load::{Loaded, Loading};
use goc2c::command::output::display;
use goc2c::gopkg::package::Package;
use serde_json::{Value, json};

/// The files of a kind that a package has.
type Files = fn(&Package) -> Vec<&Path>;

/// The kinds of files: the name of each for programs, and for people.
const KINDS: [(&str, &str, Files); 8] = [
    ("GoFiles", "go", |it| {
        let is_cgo = |at: &usize| it.cgo.iter().any(|cgo| cgo.file == *at);
        (0..it.go.len()).filter(|at| !is_cgo(at)).map(|at| it.go[at].as_path()).collect()
    }),
    ("CgoFiles", "cgo", |it| it.cgo.iter().map(|cgo| it.go[cgo.file].as_path()).collect()),
    ("GocFiles", "goc", |it| paths(&it.goc)),
    ("CFiles", "c", |it| paths(&it.c)),
    ("SFiles", "assembly", |it| paths(&it.assembly)),
    ("HFiles", "headers", |it| {
        let is_left = |file: &&Path| it.left.iter().any(|left| left.file == **file);
        paths(&it.headers).into_iter().filter(|file| !is_left(file)).collect()
    }),
    ("SysoFiles", "objects", |it| paths(&it.objects)),
    ("OtherFiles", "others", |it| it.foreign.iter().map(|(file, _)| file.as_path()).collect()),
];

fn paths(files: &[PathBuf]) -> Vec<&Path> {
    files.iter().map(PathBuf::as_path).collect()
}

fn name(file: &Path) -> String {
    file.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// The packages for people.
pub(super) fn text(loading: &Loading) -> String {
    let mut out = String::new();
    for Loaded { package, .. } in &loading.packages {
        let imported = if package.asked { "" } else { ", which is imported" };
        out.push_str(&format!("{}: package {}{imported}\n", package.path, package.name));
        out.push_str(&format!("\tfolder: {}\n", display(&package.folder)));
        for (_, kind, files) in KINDS {
            let names: Vec<_> = files(package).into_iter().map(name).collect();
            if !names.is_empty() {
                out.push_str(&format!("\t{kind}: {}\n", names.join(" ")));
            }
        }
        for left in &package.left {
            out.push_str(&format!("\tnot {}: {}\n", name(&left.file), left.rule.text()));
        }
    }
    out
}

/// The packages for programs, an object a line. Names are those of `go list -json`, where that has them.
pub(super) fn json(loading: &Loading) -> String {
    let mut out = String::new();
    for Loaded { package, .. } in &loading.packages {
        let imports: Vec<&str> = package.imports.iter().map(|import| &*import.path).collect();
        let mut object = json!({
            "Dir": package.folder.to_string_lossy(),
            "ImportPath": package.path,
            "Name": package.name,
            "DepOnly": !package.asked,
            "Imports": imports,
        });
        for (kind, _, files) in KINDS {
            object[kind] = files(package).into_iter().map(name).collect();
        }
        let left = package.left.iter().map(
            |left| json!({ "File": name(&left.file), "Rule": left.rule.name(), "Why": left.rule.text() }),
        );
        object["Ignored"] = Value::Array(left.collect());
        out.push_str(&object.to_string());
        out.push('\n');
    }
    out
}
