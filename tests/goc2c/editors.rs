//! Files for editors: vim takes faults and colours from them, and VS Code's match what goc2c prints.

use std::fs;
use std::path::Path;
use std::process::Command;

use pretty_assertions::assert_eq;
use regex_lite::Regex;
use serde_json::Value;

use super::program::{goc2c, goc2c_in};
use crate::support::{files, is_installed, read, root, run};

const TEXT: &str = "package p\n\nimport \"unsafe\"\n\n#include \"goc.h\"\n\nfunc (t *T) Sum(a int, b interface{ M() }) (n int) {\n\treturn \"}\";\n}\n\nstatic int x;\nfunc F(a Widget) {\n}\n";

/// Runs vim in a folder with our files before its own, line by line of a script, and gives what the script wrote.
fn vim(folder: &Path, script: &str) -> String {
    let own = root().join("editors/vim");
    fs::write(folder.join("script.vim"), script).unwrap();
    let mut vim = Command::new("vim");
    vim.current_dir(folder).env_remove("GOC2C_MESSAGE_FORMAT").env("HOME", folder);
    let path = std::env::var("PATH").unwrap_or_default();
    let programs = Path::new(env!("CARGO_BIN_EXE_goc2c")).parent().unwrap();
    vim.env("PATH", format!("{}:{path}", programs.display()));
    vim.args(["-N", "-u", "NONE", "-i", "NONE", "-n", "-es", "--cmd"]);
    vim.arg(format!("set runtimepath^={}", own.display())).args(["-S", "script.vim", "-c", "qa!"]);
    let ran = run(&mut vim);
    fs::read_to_string(folder.join("told")).unwrap_or_else(|_| panic!("{}{}", ran.stdout, ran.stderr))
}

#[test]
fn vim_goes_to_the_line_and_column_of_a_fault() {
    if !is_installed("vim") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let bad = "package p\nfunc F(a Widget) {\n}\nfunc G(\u{e9} int32, b Thing) {\n}\n";
    fs::write(folder.path().join("bad.goc"), bad).unwrap();
    let script = "compiler! goc2c\n\
                  silent make --arch 386 bad.goc\n\
                  let rows = map(getqflist(), {_, it -> join([bufname(it.bufnr), it.lnum, it.col, it.type, it.text])})\n\
                  silent make --arch 386 none.goc\n\
                  let rows += map(getqflist(), {_, it -> join([it.bufnr, it.valid, it.type])})\n\
                  call writefile(rows, 'told')\n";
    let rows = "bad.goc 2 10 e unknown type `Widget`\nbad.goc 4 20 e unknown type `Thing`\n0 1 e\n";
    assert_eq!(vim(folder.path(), script), rows);
}

#[test]
fn vim_colours_headers_as_go_and_bodies_as_c() {
    if !is_installed("vim") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("a.goc"), TEXT).unwrap();
    let places = [
        (1, 1),
        (3, 1),
        (3, 9),
        (5, 1),
        (7, 1),
        (7, 13),
        (7, 19),
        (7, 28),
        (8, 2),
        (8, 9),
        (11, 1),
        (12, 1),
        (12, 6),
    ];
    let asked: Vec<_> = places
        .iter()
        .map(|(line, column)| format!("synIDattr(synIDtrans(synID({line}, {column}, 1)), 'name')"))
        .collect();
    let script = format!(
        "filetype plugin on\nsyntax on\nedit a.goc\ncall writefile([&filetype, {}], 'told')\n",
        asked.join(", ")
    );
    let names = vim(folder.path(), &script);
    let expected = [
        "goc",
        "Statement",
        "Statement",
        "Constant",
        "PreProc",
        "Statement",
        "Identifier",
        "Type",
        "Statement",
        "Statement",
        "Constant",
        "Type",
        "Statement",
        "Identifier",
    ];
    assert_eq!(names.lines().collect::<Vec<_>>(), expected);
}

/// A file of those for VS Code.
fn vscode(name: &str) -> Value {
    serde_json::from_slice(&read(&root().join("editors/vscode").join(name)))
        .unwrap_or_else(|why| panic!("{name}: {why}"))
}

#[test]
fn vscode_finds_its_files_and_the_rules_that_they_name() {
    let package = vscode("package.json");
    let contributes = &package["contributes"];
    vscode(contributes["languages"][0]["configuration"].as_str().unwrap());
    let grammar = vscode(contributes["grammars"][0]["path"].as_str().unwrap());
    assert_eq!(grammar["scopeName"], contributes["grammars"][0]["scopeName"]);
    let text = grammar.to_string();
    let included = Regex::new(r##""include":"#(\w+)""##).unwrap();
    let mut names: Vec<_> = included.captures_iter(&text).map(|it| it[1].to_owned()).collect();
    names.sort();
    names.dedup();
    let mut rules: Vec<_> = grammar["repository"].as_object().unwrap().keys().cloned().collect();
    rules.sort();
    assert_eq!(names, rules, "all that is named is there, and used");
}

#[test]
fn vscode_matches_what_the_short_form_prints() {
    let package = vscode("package.json");
    let pattern = &package["contributes"]["problemMatchers"][0]["pattern"];
    let matcher = Regex::new(pattern["regexp"].as_str().unwrap()).unwrap();
    let group = |name: &str| pattern[name].as_u64().unwrap() as usize;
    let mut lines = 0;
    for folder in ["fixtures/goc/bad", "fixtures/goc/diagnostics"] {
        for input in files(&root().join(folder), ".goc") {
            let said = |form: &str| {
                let args = ["--arch", "amd64", "--message-format", form, "-o", "/dev/null"];
                run(goc2c(&root()).args(args).arg(&input)).stderr
            };
            for (short, json) in said("short").lines().zip(said("json").lines()) {
                let object: Value = serde_json::from_str(json).unwrap();
                let found = matcher.captures(short).unwrap_or_else(|| panic!("{short}"));
                for name in ["file", "line", "column", "severity", "message"] {
                    let wanted =
                        object[name].as_str().map_or_else(|| object[name].to_string(), str::to_owned);
                    assert_eq!(found[group(name)], wanted, "{name}: {short}");
                }
                lines += 1;
            }
        }
    }
    assert!(lines > 40, "{lines}");
    let folder = tempfile::tempdir().unwrap();
    let none = goc2c_in(folder.path(), "--arch 386 --message-format short none.goc").stderr;
    assert!(!matcher.is_match(none.trim_end()), "{none}");
}
