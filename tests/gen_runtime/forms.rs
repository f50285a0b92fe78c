//! Offsets and constants as Go and as JSON, and the Go that gofmt has nothing to change in.

use std::fs;
use std::process::Command;

use gen_runtime::{Form, Options, Release, StructPrefix};
use goc2c::Source;

use super::captures::{Captures, made as made_by, options, zasm};
use crate::support::{is_installed, root, run, snapshot};

fn made(release: Release, os: &str, form: Form) -> String {
    let captures = Captures::of(&root().join("fixtures/runtime"));
    let row = |name: &str, prefix: &str| StructPrefix { name: name.into(), prefix: prefix.into() };
    let options = Options {
        form,
        sizes: true,
        usual_structs: false,
        structs: vec![row("Word", "word"), row("SEH", "seh"), row("SEH", "handler")],
        experiment: "a\"b".into(),
        ..options(release.name(), &format!("{os}_386"))
    };
    let source = Source::from_bytes("proc.acid", captures.get(release, "386", "proc.acid"));
    String::from_utf8(zasm(&source, &options).unwrap().text).unwrap()
}

#[test]
fn the_same_facts_come_in_every_form() {
    for (form, name) in [(Form::C, "c"), (Form::Go, "go"), (Form::Json, "json")] {
        snapshot(&format!("runtime-form-{name}"), &made(Release::Go14, "windows", form));
    }
    serde_json::from_str::<serde_json::Value>(&made(Release::Go10, "linux", Form::Json)).unwrap();
    serde_json::from_str::<serde_json::Value>(&made(Release::Go14, "windows", Form::Json)).unwrap();
}

#[test]
fn what_is_there_twice_is_written_once_in_go() {
    let text =
        b"sizeofS = 8;\naggr S\n{\n\t'W' 0 a;\n};\nsizeofT = 8;\naggr T\n{\n\t'W' 0 a;\n};\nA = 1;\nA = 1;\n";
    let row = |name: &str| StructPrefix { name: name.into(), prefix: "s".into() };
    let options = Options {
        form: Form::Go,
        sizes: true,
        usual_structs: false,
        structs: vec![row("S"), row("T")],
        ..options("go1.2", "linux_386")
    };
    let made = zasm(&Source::from_bytes("x", text), &options).unwrap();
    let go = String::from_utf8(made.text).unwrap();
    for line in ["const s_a = 0\n", "const s__size = 8\n", "const const_A = 1\n"] {
        assert_eq!(go.matches(line).count(), 1, "{line}{go}");
    }
    let c = zasm(&Source::from_bytes("x", text), &Options { form: Form::C, ..options }).unwrap();
    let c = String::from_utf8(c.text).unwrap();
    assert_eq!(
        c.matches("#define const_A 1\n").count(),
        2,
        "C takes it twice, and the releases wrote it twice"
    );
}

#[test]
fn gofmt_changes_nothing_in_go_of_our_own_form() {
    // gofmt has no `--version`, so its exit code says nothing; that it runs does.
    if !is_installed("gofmt") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let mut files = Vec::new();
    for release in [Release::Go10, Release::Go14] {
        for os in ["linux", "windows"] {
            let path = folder.path().join(format!("{release}_{os}.go"));
            fs::write(&path, made(release, os, Form::Go)).unwrap();
            files.push(path);
        }
    }
    // Nothing wanted, nothing there.
    let empty = folder.path().join("empty.go");
    let options = Options { form: Form::Go, usual_structs: false, ..options("weekly", "linux_386") };
    fs::write(&empty, zasm(&Source::from_bytes("x", b""), &options).unwrap().text).unwrap();
    files.push(empty);
    // These are pinned, and clean all the same.
    for (name, made) in [
        ("zgoos.go", made_by(|out| gen_runtime::zgoos(&options, out))),
        ("zgoarch.go", made_by(|out| gen_runtime::zgoarch(&options, out))),
        ("zversion.go", made_by(|out| gen_runtime::zversion(&options, b"/go`\xff\r", b"go\n`1", out))),
    ] {
        let path = folder.path().join(name);
        fs::write(&path, made.unwrap().text).unwrap();
        files.push(path);
    }
    let ran = run(Command::new("gofmt").arg("-l").args(&files));
    println!("gofmt has looked at {} files", files.len());
    assert_eq!((ran.code, ran.stdout.as_str(), ran.stderr.as_str()), (Some(0), "", ""));
}
