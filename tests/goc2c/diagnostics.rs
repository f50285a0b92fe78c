//! How reports read: pages of them, their three forms, and a limit. Where each fixture is wrong is told by
//! `goc2c_fixtures`.

use std::fs;
use std::path::Path;

use goc2c::diagnostic::Report;
use goc2c::{Failure, Options, Source, transpile};

use crate::support::{files, root, snapshot};

/// The reports of a file that must be refused.
fn reports(path: &Path, options: &Options) -> Vec<Report> {
    let text = fs::read(path).unwrap();
    let name = path.file_name().unwrap().to_str().unwrap();
    let mut source = Source::from_bytes(name, &text);
    match transpile(&mut source, options, &mut Vec::new()) {
        Err(Failure::Faults(faults)) => {
            assert_eq!(faults.more, 0);
            faults.list.iter().map(|fault| Report::new(&source, fault)).collect()
        }
        other => panic!("{name} must be refused, not {other:?}"),
    }
}

fn weekly() -> Options {
    Options { os: "linux".into(), arch: "amd64".into(), ..Options::default() }
}

#[test]
fn diagnostics_of_the_bad_files_read_well() {
    let folder = root().join("fixtures/goc/bad");
    let pages: Vec<_> = files(&folder, ".goc")
        .iter()
        .map(|path| {
            reports(path, &weekly()).iter().map(|report| report.render_human(false)).collect::<String>()
        })
        .collect();
    snapshot("bad", &pages.join("\n"));
}

#[test]
fn one_file_in_all_three_forms() {
    let path = root().join("fixtures/goc/diagnostics/not-utf-8.goc");
    let reports = reports(&path, &weekly());
    let forms = [
        reports[0].render_human(true).escape_debug().to_string().replace("\\n", "\n"),
        reports[0].render_short(),
        reports[0].render_json(),
    ];
    snapshot("forms", &forms.join("\n"));
}

#[test]
fn faults_beyond_the_limit_are_counted() {
    let text =
        b"package demo\n".iter().chain(&b"func F(a Widget) {\n}\n".repeat(50)).copied().collect::<Vec<_>>();
    let options = Options { max_faults: 20, ..weekly() };
    let Err(Failure::Faults(faults)) =
        transpile(&mut Source::from_bytes("x.goc", &text), &options, &mut Vec::new())
    else {
        panic!("no faults")
    };
    assert_eq!((faults.list.len(), faults.more), (20, 30));
}
