//! The grammar for tree-sitter against goc2c: what goc2c takes has no error in its tree, and both find the same
//! functions.

use std::borrow::Cow;
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

use goc2c::front::{Parser, Step};
use goc2c::model::Unit;
use goc2c::{Dialect, Source, Span};
use pretty_assertions::assert_eq;
use streaming_iterator::StreamingIterator;
use tree_sitter::{Language, Node, Query, QueryCursor, Tree};
use tree_sitter_loader::{CompileConfig, Loader};

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn grammar() -> PathBuf {
    root().join("editors/tree-sitter-goc")
}

/// The grammar's parser, made by the C compiler of this machine. Its header is tree-sitter's.
fn language() -> Language {
    let folder = tempfile::tempdir().unwrap();
    let source = folder.path().join("src");
    fs::create_dir_all(source.join("tree_sitter")).unwrap();
    fs::write(source.join("tree_sitter/parser.h"), tree_sitter_generate::PARSER_HEADER).unwrap();
    for name in ["parser.c", "scanner.c", "grammar.json"] {
        fs::copy(grammar().join("src").join(name), source.join(name)).unwrap();
    }
    let config = CompileConfig::new(&source, None, Some(folder.path().join("goc.so")));
    Loader::with_parser_lib_path(folder.path().into()).load_language_at_path(config).unwrap()
}

fn parse(language: &Language, text: &[u8]) -> Tree {
    let mut parser = tree_sitter::Parser::new();
    parser.set_language(language).unwrap();
    parser.parse(text, None).unwrap()
}

/// Every `.goc` file of the project.
fn inputs() -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut waiting = vec![root().join("fixtures"), root().join("examples"), root().join("tests/libraries")];
    while let Some(folder) = waiting.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                waiting.push(path);
            } else if path.extension().is_some_and(|ending| ending == "goc") {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// A function's name, and the bytes of its body between the braces.
type Function = (String, Range<usize>);

/// The functions that goc2c finds; none where it finds a fault.
fn by_goc2c(text: &[u8], dialect: Dialect) -> Option<Vec<Function>> {
    let source = Source::from_bytes("x.goc", text);
    let mut parser = Parser::new(dialect.traits());
    let mut found = Vec::new();
    let lossy = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    loop {
        let (name, body): (Cow<'_, [u8]>, Span) = match parser.next(&source).unwrap() {
            Step::Unit(Unit::Func(func)) => (func.name.text(&source), func.body),
            Step::Unit(Unit::GoFunc(func)) => (source.slice(func.name).into(), func.body?.span),
            Step::Unit(_) => continue,
            Step::Fault(_) => return None,
            Step::End => return Some(found),
        };
        found.push((lossy(&name), body.start..body.end));
    }
}

/// The functions that the grammar finds.
fn by_grammar(tree: &Tree, text: &[u8]) -> Vec<Function> {
    let root = tree.root_node();
    let functions: Vec<_> =
        root.children(&mut root.walk()).filter(|node| node.kind() == "function").collect();
    functions.into_iter().map(|function| function_of(function, text)).collect()
}

fn function_of(function: Node<'_>, text: &[u8]) -> Function {
    let name = function.child_by_field_name("header").and_then(|it| it.child_by_field_name("name")).unwrap();
    let mut name = String::from_utf8_lossy(&text[name.byte_range()]).into_owned();
    // A comment inside a name is no part of it.
    while let Some((start, end)) = name.find("/*").zip(name.find("*/")) {
        name.replace_range(start..end + 2, "");
    }
    let braces: Vec<_> = function
        .children(&mut function.walk())
        .filter(|node| matches!(node.kind(), "{" | "}"))
        .map(|node| node.byte_range())
        .collect();
    let [open, close] = &braces[..] else { panic!("a function without braces: {function}") };
    let body = function.child_by_field_name("body").map(|body| body.byte_range());
    assert_eq!(body.unwrap_or(open.end..open.end), open.end..close.start);
    (name, open.end..close.start)
}

const GO_HEADERS: [Dialect; 2] = [Dialect::Gccgo11, Dialect::Gc];

/// Files that a grammar without dialects cannot read as some of them do, and why.
const APART: [(&str, &[Dialect], &str); 5] = [
    ("goc/bad/unterminated_string_decl", &[Dialect::R60, Dialect::Gccgo46], "a quote means nothing there"),
    ("goc/diagnostics/long-line", &GO_HEADERS, "functions start a line there"),
    ("goc/in/body_one_line", &GO_HEADERS, "functions start a line there"),
    ("goc/in/body_same_line_text", &GO_HEADERS, "functions start a line there"),
    (
        "goc/diagnostics/not-utf-8",
        &Dialect::ALL,
        "to tree-sitter, a byte that is no UTF-8 is part of no word",
    ),
];

#[test]
fn functions_are_those_that_goc2c_finds() {
    let language = language();
    let (mut files, mut readings, mut functions) = (0, 0, 0);
    let mut wrong = Vec::new();
    for path in inputs() {
        let text = fs::read(&path).unwrap();
        let tree = parse(&language, &text);
        let path = path.strip_prefix(root().join("fixtures")).unwrap_or(&path).with_extension("");
        let apart = APART.iter().find(|(file, ..)| Path::new(file) == path);
        let mut is_taken = false;
        for dialect in Dialect::ALL {
            let Some(expected) = by_goc2c(&text, dialect) else { continue };
            is_taken = true;
            readings += 1;
            functions += expected.len();
            let is_same = !tree.root_node().has_error() && by_grammar(&tree, &text) == expected;
            let is_apart = apart.is_some_and(|(_, dialects, _)| dialects.contains(&dialect));
            if is_same == is_apart {
                wrong.push(format!("{}: {dialect}: {expected:?}: {}", path.display(), tree.root_node()));
            }
        }
        files += usize::from(is_taken);
    }
    println!("{files} files, {readings} readings, {functions} functions");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(files > 100 && functions > 1000, "{files} {functions}");
}

#[test]
fn a_prefix_of_a_file_is_parsed_without_end_or_crash() {
    let language = language();
    for name in ["gc/types/types.goc", "goc/in/runtime_like.goc", "gc/sum/sum.goc"] {
        let text = fs::read(root().join("fixtures").join(name)).unwrap();
        for end in 0..text.len().min(3000) {
            assert!(parse(&language, &text[..end]).root_node().end_byte() <= end);
        }
    }
}

#[test]
fn an_edit_gives_the_tree_that_the_whole_text_gives() {
    let language = language();
    let mut parser = tree_sitter::Parser::new();
    parser.set_language(&language).unwrap();
    let text = fs::read(root().join("fixtures/goc/in/helper_functions.goc")).unwrap();
    let old = parser.parse(&text, None).unwrap();
    for at in 0..=text.len() {
        for insert in ["{", "\"", "\n", "/*", "func", "\n#x\n"] {
            let mut edited = text.clone();
            edited.splice(at..at, insert.bytes());
            let point = |offset: usize| {
                let mut lines = edited[..offset].split(|&byte| byte == b'\n');
                let row = lines.clone().count() - 1;
                tree_sitter::Point::new(row, lines.next_back().unwrap().len())
            };
            let mut tree = old.clone();
            tree.edit(&tree_sitter::InputEdit {
                start_byte: at,
                old_end_byte: at,
                new_end_byte: at + insert.len(),
                start_position: point(at),
                old_end_position: point(at),
                new_end_position: point(at + insert.len()),
            });
            let again = parser.parse(&edited, Some(&tree)).unwrap().root_node().to_sexp();
            let afresh = parse(&language, &edited).root_node().to_sexp();
            if !afresh.contains("ERROR") && !afresh.contains("MISSING") {
                assert_eq!(again, afresh, "{insert:?} at {at}");
            }
        }
    }
}

#[test]
fn the_parser_is_what_the_grammar_gives() {
    let source = grammar().join("src");
    let json = fs::read_to_string(source.join("grammar.json")).unwrap();
    let version = Some((0, 1, 0));
    let (name, parser) = tree_sitter_generate::generate_parser_for_grammar(&json, version).unwrap();
    assert_eq!(name, "goc");
    assert!(parser == fs::read_to_string(source.join("parser.c")).unwrap(), "`make grammar` writes it anew");
}

/// What a query of the grammar captures in a text, each with the name of its capture.
fn captures(language: &Language, query: &str, text: &str) -> Vec<(String, String)> {
    let query =
        Query::new(language, &fs::read_to_string(grammar().join("queries").join(query)).unwrap()).unwrap();
    let tree = parse(language, text.as_bytes());
    let mut cursor = QueryCursor::new();
    let mut found = Vec::new();
    let mut matches = cursor.captures(&query, tree.root_node(), text.as_bytes());
    while let Some((found_match, at)) = matches.next() {
        let capture = found_match.captures[*at];
        let name = query.capture_names()[capture.index as usize];
        found.push((name.to_owned(), text[capture.node.byte_range()].to_owned()));
    }
    found
}

const TEXT: &str = "// Package sum adds.\npackage sum\n\nimport \"unsafe\"\n\n#include \"goc.h\"\nstatic int n;\n\n\
                    func (t *T) Sum(p []byte) (n int) {\n\tn = p.len;\n}\n";

#[test]
fn colours_and_languages_are_found() {
    let language = language();
    let highlights = captures(&language, "highlights.scm", TEXT);
    for (name, text) in [
        ("comment", "// Package sum adds."),
        ("keyword", "package"),
        ("keyword", "func"),
        ("function", "Sum"),
        ("type", "T"),
        ("type", "byte"),
        ("variable.parameter", "p"),
        ("string", "\"unsafe\""),
    ] {
        assert!(highlights.contains(&(name.into(), text.into())), "{name} {text}: {highlights:?}");
    }
    let injected = captures(&language, "injections.scm", TEXT);
    let c: Vec<_> = injected.iter().map(|(_, text)| &**text).collect();
    assert_eq!(c, ["#include \"goc.h\"\n", "static int n;", "\n\tn = p.len;\n"]);
}
