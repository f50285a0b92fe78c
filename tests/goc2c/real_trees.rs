//! Real input: every .goc file of the trees that `GOC2C_TREES` names (folders, separated by `:`), what gcc says of
//! libgo's, and the C that a tree's own program made of each, where it lies beside it: `dist install pkg/runtime` for a
//! platform leaves it there. `tests/conformance.tsv` counts that C, made for each of a release's platforms. Public source
//! stays outside the repository, so without the variable there is nothing to do.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use goc2c::front::{Parser, Step};
use goc2c::model::Unit;
use goc2c::{Dialect, Options, Source, Span, Target, transpile};

use crate::support::{
    Counts, difference, files, is_installed, read, run_with_input, stem, trees, without_line_numbers,
};

fn goc_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            goc_files(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "goc") {
            found.push(path);
        }
    }
}

#[test]
fn every_goc_file_of_real_trees_translates() {
    for tree in trees("GOC2C_TREES") {
        let mut found = Vec::new();
        goc_files(&tree, &mut found);
        assert!(!found.is_empty(), "{}: no .goc file", tree.display());
        for path in &found {
            let text = fs::read(path).unwrap();
            // The newest of either family takes what the older ones took.
            for (dialect, target) in [(Dialect::Go13, Target::Plan9), (Dialect::Gccgo5, Target::Gcc)] {
                let options = Options { dialect, target, arch: "amd64".into(), ..Options::default() };
                let mut c = Vec::new();
                let result = transpile(&mut Source::from_bytes("x.goc", &text), &options, &mut c);
                let is_libgo = path.to_string_lossy().contains("libgo");
                if is_libgo == dialect.is_gccgo() {
                    result.unwrap_or_else(|failure| panic!("{}: {failure:?}", path.display()));
                    assert!(!c.is_empty());
                }
            }
        }
        let libgo: Vec<_> = found.iter().filter(|path| path.to_string_lossy().contains("libgo")).collect();
        if is_installed("gcc") {
            libgo.iter().for_each(|path| gcc_accepts_the_shape(path));
        }
        println!("{}: {} files, {} of them shown to gcc", tree.display(), found.len(), libgo.len());
    }
}

#[test]
fn the_c_of_real_trees_comes_out_as_their_own_programs_wrote_it() {
    let mut whole = Counts::new("goc2c", "tree/goc");
    let mut but_numbers = Counts::new("goc2c", "tree/goc-but-line-numbers");
    for tree in trees("GOC2C_TREES") {
        let Some((version, dialect)) = release(&tree) else {
            println!("{}: no release of Go", tree.display());
            continue;
        };
        let mut found = Vec::new();
        goc_files(&tree, &mut found);
        found.sort();
        let made = found.iter().flat_map(|goc| made_of(goc).into_iter().map(move |made| (goc, made)));
        for (goc, Made { c, os, arch }) in made {
            let expected = read(&c);
            let name = name_given(&expected).unwrap_or_else(|| goc.to_string_lossy().into_owned());
            let options = Options { dialect, os, arch, ..Options::default() };
            let text = read(goc);
            let mut made = Vec::new();
            transpile(&mut Source::from_bytes(name, &text), &options, &mut made)
                .unwrap_or_else(|failure| panic!("{}: {failure:?}", goc.display()));
            let difference = difference(&without_line_numbers(&expected), &without_line_numbers(&made));
            but_numbers.add(&version, difference.is_none());
            whole.add(&version, expected == made);
            if let Some(difference) = difference {
                println!("{}: {difference}", c.display());
            }
        }
    }
    whole.check_those_counted();
    but_numbers.check_those_counted();
}

/// A tree's version, and the dialect of its goc2c.
fn release(tree: &Path) -> Option<(String, Dialect)> {
    let version = fs::read_to_string(tree.join("VERSION")).ok()?;
    let version = version.split_whitespace().next()?.trim_start_matches("release.").to_owned();
    let is_of = |dialect: &Dialect| {
        let rest = version.strip_prefix(dialect.name());
        !dialect.is_gccgo() && rest.is_some_and(|rest| !rest.starts_with(|char: char| char.is_ascii_digit()))
    };
    let dialect = Dialect::ALL.into_iter().find(is_of)?;
    Some((version, dialect))
}

/// A C file beside a .goc file that was made of it.
struct Made {
    c: PathBuf,
    os: String,
    arch: String,
}

/// What was made of a .goc file: `zNAME_OS_ARCH.c`, in the oldest releases `zNAME_ARCH.c`, which names the system in its
/// head if anywhere.
fn made_of(goc: &Path) -> Vec<Made> {
    let start = format!("z{}_", stem(goc));
    let made = |c: PathBuf| {
        let platform = stem(&c).strip_prefix(&start)?;
        let (os, arch) = match platform.split_once('_') {
            Some((os, arch)) => (os.to_owned(), arch.to_owned()),
            None => (system_named(&read(&c)).unwrap_or("linux".into()), platform.to_owned()),
        };
        (!arch.contains('_')).then_some(Made { c, os, arch })
    };
    files(goc.parent().unwrap(), ".c").into_iter().filter_map(made).collect()
}

/// The system of a head's second line, `// goos=OS goarch=ARCH`.
fn system_named(c: &[u8]) -> Option<String> {
    let line = c.split(|&byte| byte == b'\n').nth(1)?.strip_prefix(b"// goos=")?;
    Some(String::from_utf8_lossy(line).split(' ').next()?.to_owned())
}

/// The name under which a program was given its input, as its `#line` directives have it.
fn name_given(c: &[u8]) -> Option<String> {
    let at = memchr::memmem::find(c, b"#line ")?;
    let line = c[at..].split(|&byte| byte == b'\n').next()?;
    Some(String::from_utf8_lossy(line).split('"').nth(1)?.to_owned())
}

/// Compiles what stands around the bodies of a file: its bodies are emptied, its C at file scope is left out, and every
/// type is a struct of that name, because the headers of its day are not here.
fn gcc_accepts_the_shape(path: &Path) {
    let text = fs::read(path).unwrap();
    let source = Source::from_bytes("x.goc", &text);
    let mut parser = Parser::new(Dialect::Gccgo5.traits());
    let mut headers = b"package shape\n".to_vec();
    let mut types = BTreeSet::new();
    loop {
        match parser.next(&source).unwrap() {
            Step::End => break,
            Step::Unit(Unit::Func(func)) => {
                headers.extend_from_slice(source.slice(Span::new(func.keyword.span.start, func.body.start)));
                headers.extend_from_slice(b"\n}\n");
                let named = func.params.iter().chain(&func.results).filter_map(|param| param.ty);
                types.extend(named.map(|ty| String::from_utf8(ty.text(&source).into_owned()).unwrap()));
            }
            Step::Unit(_) => {}
            Step::Fault(fault) => panic!("{}: {fault:?}", path.display()),
        }
    }
    let mut c = b"#define GOSYM_PREFIX \"\"\n".to_vec();
    let names: BTreeSet<_> = types.iter().map(|ty| ty.trim_start_matches('*')).collect();
    for name in names.iter().filter(|name| !["int", "void", "float"].contains(*name)) {
        c.extend(format!("typedef struct {name}_ {{ void *p; }} {name};\n").bytes());
    }
    c.extend_from_slice(b"typedef long intgo;\ntypedef unsigned long uintgo;\n");
    let options =
        Options { dialect: Dialect::Gccgo5, target: Target::Gcc, arch: "amd64".into(), ..Options::default() };
    transpile(&mut Source::from_bytes("x.goc", &headers), &options, &mut c).unwrap();
    let mut gcc = Command::new("gcc");
    let ran = run_with_input(gcc.args(["-std=gnu11", "-w", "-fsyntax-only", "-x", "c", "-"]), &c);
    assert_eq!(ran.code, Some(0), "{}: {}", path.display(), ran.stderr);
}
