//! Explanations of error codes held against the programs: which codes their sources have, and what the examples give.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::Mutex;

use goc2c::command::explain::{Block, Explanations, Part, Role, Section, file_of};
use serde_json::Value;

use super::folders::{read, root, stored_below};
use super::programs::{is_installed, run};

/// The codes that the sources in some folders report: those of `fn code`, and those of errors that a command tells.
pub fn codes_in(folders: &[&str]) -> BTreeSet<String> {
    let mut codes = BTreeSet::new();
    for folder in folders {
        for (name, path) in stored_below(&root().join(folder)) {
            let text = String::from_utf8(read(&path)).unwrap();
            // Why a step is run is no error.
            if !name.ends_with(".rs") || text.contains("impl Why {") {
                continue;
            }
            // A trait's has no body.
            let has_body = |rest: &&str| !rest.starts_with("&self) -> &'static str;");
            for body in text.split("fn code(").skip(1).filter(has_body) {
                let body = body.split("\n    }\n").next().unwrap();
                codes.extend(body.split('"').skip(1).step_by(2).map(str::to_owned));
            }
            for call in [".error(", "Trouble::Input(", "Trouble::Machine(", "Trouble::Words("] {
                let args = text.split(call).skip(1).map(str::trim_start);
                let literals = args.filter_map(|args| args.strip_prefix('"')?.split('"').next());
                codes.extend(literals.map(str::to_owned));
            }
        }
    }
    codes
}

/// The codes of some explanations, each once.
pub fn codes_of(explanations: &Explanations<'_>) -> BTreeSet<String> {
    let codes: BTreeSet<_> = explanations.sections.iter().map(|section| section.code.to_owned()).collect();
    assert_eq!(codes.len(), explanations.sections.len(), "a code is explained twice");
    codes
}

/// That each explanation has a line that says it in short, fits a terminal, and has an example that fails and one that is
/// mended, but for those that no example gives: these have something to look at.
pub fn check_form(explanations: &Explanations<'_>, not_run: &[&str]) {
    let mut without = Vec::new();
    for section in &explanations.sections {
        let summary = section.summary();
        assert!(summary.ends_with('.') && !summary.contains("  "), "{}: {summary}", section.code);
        let text = explanations.render(section);
        // Code keeps its own lines, below an indentation, and so does the command that stands before it.
        let is_text = |line: &str| !line.starts_with("    ") && !line.contains(", by `");
        let long = text.lines().find(|line| is_text(line) && line.chars().count() > 80);
        assert_eq!(long, None, "{}", section.code);
        let blocks = || {
            section.parts.iter().filter_map(|part| match part {
                Part::Block(block) => Some(block),
                Part::Text(_) => None,
            })
        };
        assert!(blocks().count() > 0, "{}: no example", section.code);
        assert!(blocks().all(|block| !block.language.is_empty()), "{}: no language", section.code);
        if !blocks().any(|block| matches!(block.role, Role::Fails(_))) {
            without.push(section.code);
        }
        let is_put_right = |block: &Block<'_>| matches!(block.role, Role::Mended(_) | Role::Shown);
        assert!(blocks().any(is_put_right), "{}: nothing is put right", section.code);
    }
    assert_eq!(without, not_run);
}

/// Runs all examples: those that fail give their code and no other, those that are mended give none.
pub fn check_examples(explanations: &Explanations<'_>, program: &Path) {
    let waiting = Mutex::new(explanations.sections.iter());
    let wrong = Mutex::new(Vec::new());
    let work = || {
        while let Some(section) = { waiting.lock().unwrap().next() } {
            wrong.lock().unwrap().extend(wrong_examples(explanations, section, program));
        }
    };
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    std::thread::scope(|scope| (0..threads).for_each(|_| drop(scope.spawn(work))));
    let wrong = wrong.into_inner().unwrap();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Codes that cannot be had without another.
const ALONG: [(&str, &str); 2] = [("gave-up", "unclosed-body"), ("odd-symbol", "object")];

/// What is wrong with the examples of a section.
fn wrong_examples(explanations: &Explanations<'_>, section: &Section<'_>, program: &Path) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut beside: Vec<(String, &str)> = Vec::new();
    for part in &section.parts {
        let Part::Block(block) = part else { continue };
        let (options, expected) = match block.role {
            Role::Fails(options) => (options, vec![section.code]),
            Role::Mended(options) => (options, Vec::new()),
            Role::Beside(name) => {
                beside.push((name.to_owned(), &block.text));
                continue;
            }
            Role::Shown => continue,
        };
        let script = match block.language {
            "sh" => block.text.clone(),
            language => explanations.command(options, language),
        };
        if block.language != "sh" {
            beside.push((file_of(block.language), &block.text));
        }
        if is_possible(&script) {
            let (codes, said) = codes_given(explanations.program, &script, &beside, program);
            let along = ALONG.iter().filter(|(code, _)| *code == section.code).map(|(_, other)| *other);
            let codes: Vec<_> = codes.iter().filter(|code| !along.clone().any(|it| it == *code)).collect();
            if codes != expected {
                let what = format!("{:?}", block.role);
                wrong.push(format!("{}: {what} gives {codes:?}\n{script}\n{said}", section.code));
            }
        }
        beside.clear();
    }
    wrong
}

/// What scripts with some words need.
const NEEDS: [(&str, &[&str]); 5] = [
    ("GCCGO=gccgo-12", &["gccgo-12", "gcc"]),
    ("--dialect gc ", &["gcc", "aarch64-linux-gnu-gcc"]),
    ("goc2c bind", &["gcc"]),
    ("goc2c verify", &["gcc"]),
    ("gen-runtime go ", &["go", "gcc"]),
];

fn is_possible(script: &str) -> bool {
    let needed = NEEDS.iter().filter(|(words, _)| script.contains(words));
    needed.flat_map(|(_, programs)| *programs).all(|program| is_go_here(program) || is_installed(program))
}

/// The go command does not know `--version`.
fn is_go_here(program: &str) -> bool {
    program == "go" && Command::new("go").arg("version").output().is_ok()
}

/// The codes that the last line of a script gives, each once, and all that it says. Where it gives none it must end well.
fn codes_given(name: &str, script: &str, files: &[(String, &str)], program: &Path) -> (Vec<String>, String) {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        fs::write(folder.path().join(name), text).unwrap();
    }
    let script = with_json(name, script.trim_end());
    let path = std::env::var("PATH").unwrap_or_default();
    let path = format!("{}:{path}", program.parent().unwrap().display());
    let mut command = Command::new("sh");
    command.args(["-ec", &script]).current_dir(folder.path()).env("PATH", path);
    for name in ["GOARCH", "GOOS", "GOFLAGS", "GOROOT", "GCCGO", "CC", "GOC_CC_AMD64", "GOC_CC_ARM64"] {
        command.env_remove(name);
    }
    let ran = run(&mut command);
    let mut codes = Vec::new();
    for line in ran.stderr.lines() {
        let object: Value = serde_json::from_str(line).unwrap_or_default();
        let code = object["code"].as_str().map(str::to_owned);
        codes.extend(code.filter(|code| object["severity"] != "note" && !codes.contains(code)));
    }
    if codes.is_empty() && ran.code != Some(0) {
        codes.push(format!("status {:?}", ran.code));
    }
    (codes, ran.stdout + &ran.stderr)
}

/// A script whose last line asks the program for JSON; gen-runtime wants its options behind a command.
fn with_json(name: &str, script: &str) -> String {
    let (before, last) = script.rsplit_once('\n').map_or(("", script), |(before, last)| (before, last));
    let at = last.find(&format!("{name} ")).expect("the program is called") + name.len() + 1;
    // Commands of `dist` have two words.
    let at = at + if last[at..].starts_with("dist ") { "dist ".len() } else { 0 };
    let at = if name == "goc2c" { at } else { at + last[at..].find(' ').unwrap_or(last.len() - at) };
    let (start, rest) = last.split_at(at);
    format!("{before}\n{start} --message-format json {rest}")
}
