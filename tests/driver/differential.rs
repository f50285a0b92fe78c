//! Small modules held against the go command with gccgo: the same files of the same packages, the same programs, and
//! what one refuses the other refuses. Where the two differ on purpose, the manual says so.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::Mutex;

use serde_json::Value;

use super::support::*;

const MODULES: &str = include_str!("../../fixtures/differential/modules.txt");
const MANUAL: &str = include_str!("../../doc/build.md");

/// A module, what both are called with, and whether they differ on purpose.
struct Module<'m> {
    name: &'m str,
    calls: Vec<&'m str>,
    differs: Option<&'m str>,
    variables: Vec<(&'m str, &'m str)>,
    files: Vec<(&'m str, String)>,
}

fn modules() -> Vec<Module<'static>> {
    let parse = |text: &'static str| {
        let (name, rest) = text.split_once('\n').unwrap();
        let mut module =
            Module { name, calls: Vec::new(), differs: None, variables: Vec::new(), files: Vec::new() };
        for line in rest.lines() {
            let file = line.strip_prefix("-- ").and_then(|line| line.strip_suffix(" --"));
            match (file, module.files.last_mut()) {
                (Some(file), _) => module.files.push((file, String::new())),
                (None, Some((_, text))) => *text += &format!("{line}\n"),
                (None, None) => match line.split_at(2) {
                    ("> ", call) => module.calls.push(call),
                    ("? ", why) => module.differs = Some(why),
                    ("& ", variable) => module.variables.extend(variable.split_once('=')),
                    _ => panic!("{line}"),
                },
            }
        }
        module
    };
    MODULES.split("\n=== ").skip(1).map(parse).collect()
}

/// The files of packages, by kind.
type Packages = BTreeMap<String, BTreeMap<&'static str, Vec<String>>>;

/// What came of a call.
#[derive(Debug, PartialEq, Eq)]
struct Made {
    /// The files of each package by kind, where they could be listed.
    files: Option<Packages>,
    /// What the program said, where there is one; nothing where it was refused.
    said: Option<Option<String>>,
}

/// Kinds of files, as `go list` calls them.
const KINDS: [&str; 6] = ["GoFiles", "CgoFiles", "CFiles", "SFiles", "HFiles", "SysoFiles"];

fn listed(text: &str) -> Packages {
    let values = serde_json::Deserializer::from_str(text).into_iter::<Value>();
    let packages = values.map(Result::unwrap).filter(|package| package["DepOnly"] != true);
    let files = |package: &Value| {
        let names = |kind: &str| {
            let list = package[kind].as_array().cloned().unwrap_or_default();
            let mut names: Vec<_> = list.iter().filter_map(|it| Some(it.as_str()?.to_owned())).collect();
            names.sort();
            names
        };
        let mut all: BTreeMap<_, _> = KINDS.into_iter().map(|kind| (kind, names(kind))).collect();
        // What the rules of names and lines leave out, which each has in its own way.
        let rules = ["name", "build-lines", "documentation", "cgo"];
        let ours = package["Ignored"].as_array().into_iter().flatten();
        let ours = ours.filter(|it| rules.iter().any(|rule| it["Rule"] == *rule));
        let ours = ours.filter_map(|it| Some(it["File"].as_str()?.to_owned()));
        let mut left = [names("IgnoredGoFiles"), names("IgnoredOtherFiles"), ours.collect()].concat();
        left.sort();
        all.insert("left out", left);
        all.retain(|_, names| !names.is_empty());
        all
    };
    let all = packages.map(|it| (it["ImportPath"].as_str().unwrap().to_owned(), files(&it)));
    // A folder of tests is a package for the go command.
    all.filter(|(_, files): &(_, BTreeMap<_, _>)| !files.is_empty()).collect()
}

/// The words of a call: quotes hold one together.
fn words(call: &str) -> Vec<String> {
    let parts = call.split('"').enumerate();
    let split = |(at, part): (usize, &str)| match at % 2 {
        0 => part.split_whitespace().map(str::to_owned).collect(),
        _ => vec![part.to_owned()],
    };
    parts.flat_map(split).collect()
}

/// Has one of the two list and build.
fn made(folder: &Path, call: &str, command: impl Fn(&str) -> Command) -> (Made, String) {
    let words = words(call);
    let list = run(command("list").arg("-json").args(&words));
    let files = (list.code == Some(0)).then(|| listed(&list.stdout));
    // One program can be asked what it does; of several it counts that they are built.
    let packages = files.as_ref().map_or(0, BTreeMap::len);
    let program = folder.join("the-program");
    let mut build = command("build");
    if packages == 1 {
        build.arg("-o").arg(&program);
    }
    let built = run(build.args(&words));
    let is_program = fs::read(&program).is_ok_and(|bytes| bytes.starts_with(b"\x7fELF"));
    let said = (built.code == Some(0)).then(|| {
        is_program.then(|| {
            let ran = run(&mut Command::new(&program));
            format!("{:?}\n{}\n{}", ran.code, ran.stdout, ran.stderr)
        })
    });
    let _ = fs::remove_file(&program);
    (Made { files, said }, list.stderr + &built.stderr)
}

/// What is wrong with a module.
fn compare(module: &Module<'_>, cache: &Path) -> Vec<String> {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path().join("place");
    let files: Vec<_> = module.files.iter().map(|(name, text)| (*name, text.as_str())).collect();
    write(&folder, &files);
    let mut wrong = Vec::new();
    for call in &module.calls {
        let (ours, we_said) = made(&folder, call, |name| {
            let mut command = gen_runtime_command(&folder, name, "");
            command.env("CGO_ENABLED", "1").envs(module.variables.iter().copied());
            command
        });
        let (theirs, they_said) = made(&folder, call, |name| {
            let mut go = Command::new("go");
            go.current_dir(&folder).args([name, "-compiler", "gccgo"]);
            for (name, value) in [("GOFLAGS", "-mod=mod"), ("GOPROXY", "off"), ("GOWORK", "off")] {
                go.env(name, value);
            }
            go.env("HOME", cache).env("GOCACHE", cache).env("GCCGO", "gccgo-12").env("CGO_ENABLED", "1");
            go.envs(module.variables.iter().copied());
            go
        });
        // What could not be built need not have been listed.
        let is_refused = ours.said.is_none() && theirs.said.is_none();
        let same_files =
            is_refused && (ours.files.is_none() || theirs.files.is_none()) || ours.files == theirs.files;
        let found = match (ours.said.is_some(), theirs.said.is_some()) {
            (true, false) => Some("ours builds"),
            (false, true) => Some("ours refuses"),
            _ if !same_files => Some("other files"),
            _ if ours.said != theirs.said => Some("another program"),
            _ => None,
        };
        if found != module.differs {
            wrong.push(format!(
                "{} `{call}`: {found:?}, not {:?}\nours: {ours:?}\n{we_said}\ntheirs: {theirs:?}\n{they_said}",
                module.name, module.differs
            ));
        }
    }
    wrong
}

#[test]
fn packages_are_what_they_are_for_the_go_command() {
    if !(is_installed("gccgo-12") && Command::new("go").arg("version").output().is_ok()) {
        return;
    }
    let cache = tempfile::tempdir().unwrap();
    let modules = modules();
    assert!(modules.len() >= 50, "{}", modules.len());
    let waiting = Mutex::new(modules.iter());
    let wrong = Mutex::new(Vec::new());
    let work = || {
        while let Some(module) = { waiting.lock().unwrap().next() } {
            wrong.lock().unwrap().extend(compare(module, cache.path()));
        }
    };
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| (0..threads).for_each(|_| drop(scope.spawn(work))));
    let wrong = wrong.into_inner().unwrap();
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// Each difference that is wanted has its row in the manual, and each row its module.
#[test]
fn the_manual_has_the_differences_that_are_wanted() {
    let table = MANUAL.split("### Where it differs from the go command").nth(1).unwrap();
    let table = table.split("\n#").next().unwrap();
    let rows: Vec<_> = table.lines().filter_map(|line| line.strip_prefix("| `")?.split('`').next()).collect();
    let wanted: Vec<_> = modules().iter().filter(|it| it.differs.is_some()).map(|it| it.name).collect();
    assert_eq!(rows, wanted);
}
