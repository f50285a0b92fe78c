//! `tests/conformance.tsv`: how many files of each release come out byte for byte as its own program wrote them.
//! Whoever compares files counts them here; the table is compared, so that a loss shows in a run and both loss and
//! progress show in a diff. `make bless` rewrites the rows that were counted.
//!
//! Kinds: `fixtures/FOLDER` are this project's own files, `vectors/FOLDER` the shared ones where they are beside it.
//! `tree/…` are those of a release's whole tree, where a variable lists trees: `tree/generated` headers, Go and assembly,
//! `tree/goc` the C of .goc files, `tree/goc-but-line-numbers` the same but for numbers in `#line`, which the oldest
//! programs counted on from one file to the next. There is a row for what was measured, and for nothing else.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{Read, Seek, Write};
use std::path::{Path, PathBuf};

use super::folders::root;

/// How many files were compared, and how many of them were identical.
type Count = (usize, usize);

/// What was counted of a program, for one kind of files: by release or dialect.
pub struct Counts {
    program: &'static str,
    kind: String,
    of: BTreeMap<String, Count>,
}

/// What a count is held against.
#[derive(Clone, Copy, PartialEq)]
enum Against {
    /// All rows of the kind: the files are always there.
    Every,
    /// The rows of the releases that were counted: some trees may be there.
    Those,
}

impl Counts {
    pub fn new(program: &'static str, kind: impl Into<String>) -> Counts {
        Counts { program, kind: kind.into(), of: BTreeMap::new() }
    }

    /// Counts a file.
    pub fn add(&mut self, release: &str, is_identical: bool) {
        let count = self.of.entry(release.to_owned()).or_default();
        count.0 += 1;
        count.1 += usize::from(is_identical);
    }

    /// How the table differs, which has these rows of the kind and no others.
    pub fn difference(&self) -> Option<String> {
        self.difference_against(Against::Every)
    }

    /// Compares with the rows of the releases that were counted. A release without a row is told, and no failure.
    pub fn check_those_counted(&self) {
        if let Some(difference) = self.difference_against(Against::Those) {
            panic!("{difference}");
        }
    }

    fn difference_against(&self, against: Against) -> Option<String> {
        let bless = std::env::var("INSTA_UPDATE").is_ok_and(|value| value == "always");
        if bless {
            self.rewrite(&table_path(), against);
            return None;
        }
        let table = Table::read();
        for (release, &count) in &self.of {
            let key = self.key(release);
            if !table.0.contains_key(&key) {
                println!("tests/conformance.tsv has no row for this: {}", line(&key, count));
            }
        }
        let wrong = self.differences(&table, against);
        let told = format!("tests/conformance.tsv (`make bless` rewrites it):\n{}", wrong.join("\n"));
        (!wrong.is_empty()).then_some(told)
    }

    /// The rows that are not as counted, the stored after `-` and the counted after `+`.
    fn differences(&self, table: &Table, against: Against) -> Vec<String> {
        let mut wrong = Vec::new();
        for (release, &count) in &self.of {
            let key = self.key(release);
            match table.0.get(&key) {
                Some(&stored) if stored == count => {}
                None if against == Against::Those => {}
                // A tree may lack some of its files: then no more of them may differ than of all.
                Some(&(files, identical))
                    if against == Against::Those
                        && count.0 < files
                        && count.0 - count.1 <= files - identical => {}
                stored => {
                    wrong.extend(stored.map(|&stored| format!("-{}", line(&key, stored))));
                    wrong.push(format!("+{}", line(&key, count)));
                }
            }
        }
        if against == Against::Every {
            let gone = table.0.iter().filter(|(key, _)| self.is_ours(key) && !self.of.contains_key(&key.1));
            wrong.extend(gone.map(|(key, &count)| format!("-{}", line(key, count))));
        }
        wrong
    }

    /// Writes the counted rows into the table. Other processes may do so at the same time.
    fn rewrite(&self, path: &Path, against: Against) {
        let mut file =
            File::options().read(true).write(true).create(true).truncate(false).open(path).unwrap();
        file.lock().unwrap();
        let mut text = String::new();
        file.read_to_string(&mut text).unwrap();
        let mut table = Table::parse(&text);
        if against == Against::Every {
            table.0.retain(|key, _| !self.is_ours(key));
        }
        table.0.extend(self.of.iter().map(|(release, &count)| (self.key(release), count)));
        file.set_len(0).unwrap();
        file.rewind().unwrap();
        file.write_all(table.render().as_bytes()).unwrap();
    }

    fn key(&self, release: &str) -> Key {
        (self.program.to_owned(), release.to_owned(), self.kind.clone())
    }

    fn is_ours(&self, (program, _, kind): &Key) -> bool {
        program == self.program && *kind == self.kind
    }
}

/// Program, release or dialect, and kind.
type Key = (String, String, String);

/// The table, by its first three columns.
struct Table(BTreeMap<Key, Count>);

fn table_path() -> PathBuf {
    root().join("tests/conformance.tsv")
}

fn line((program, release, kind): &Key, (files, identical): Count) -> String {
    format!("{program}\t{release}\t{kind}\t{files}\t{identical}")
}

impl Table {
    const HEAD: &str = "# How many files come out as the release's own program wrote them; tests/support/conformance.rs \
                        has what the kinds are.\n# program\trelease\tkind\tfiles\tidentical\n";

    fn read() -> Table {
        Table::parse(&std::fs::read_to_string(table_path()).unwrap_or_default())
    }

    fn parse(text: &str) -> Table {
        let rows = text.lines().filter(|line| !line.starts_with('#'));
        let row = |line: &str| {
            let [program, release, kind, files, identical] = line.split('\t').collect::<Vec<_>>()[..] else {
                panic!("tests/conformance.tsv: a row of five columns, not `{line}`");
            };
            let number = |text: &str| text.parse().expect("a number");
            ((program.into(), release.into(), kind.into()), (number(files), number(identical)))
        };
        Table(rows.map(row).collect())
    }

    fn render(&self) -> String {
        let lines = self.0.iter().map(|(key, &count)| line(key, count) + "\n");
        Self::HEAD.to_owned() + &lines.collect::<String>()
    }
}

/// What the table's comparison itself must do.
pub fn check_comparison() {
    let mut counts = Counts::new("p", "k");
    counts.add("r1", true);
    counts.add("r1", false);
    let differences = |text: &str, against| counts.differences(&Table::parse(text), against);
    assert_eq!(differences("# x\np\tr1\tk\t2\t1\nq\tr2\tk\t1\t1\n", Against::Every), [""; 0]);
    assert_eq!(differences("p\tr1\tk\t2\t2\n", Against::Those), ["-p\tr1\tk\t2\t2", "+p\tr1\tk\t2\t1"]);
    assert_eq!(differences("", Against::Every), ["+p\tr1\tk\t2\t1"]);
    assert_eq!(differences("", Against::Those), [""; 0]);
    assert_eq!(differences("p\tr1\tk\t5\t4\n", Against::Those), [""; 0]);
    assert_eq!(differences("p\tr1\tk\t5\t5\n", Against::Those), ["-p\tr1\tk\t5\t5", "+p\tr1\tk\t2\t1"]);
    let two = "p\tr1\tk\t2\t1\np\tr2\tk\t1\t1\n";
    assert_eq!(differences(two, Against::Every), ["-p\tr2\tk\t1\t1"]);
    assert_eq!(differences(two, Against::Those), [""; 0]);
    assert_eq!(Table::parse(two).render(), format!("{}{two}", Table::HEAD));

    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("table.tsv");
    for (against, left) in [(Against::Those, "p\tr0\tk\t1\t1\n"), (Against::Every, "")] {
        std::fs::write(&path, "p\tr0\tk\t1\t1\nq\tr2\tk\t1\t1\n").unwrap();
        counts.rewrite(&path, against);
        let rows = format!("{}{left}p\tr1\tk\t2\t1\nq\tr2\tk\t1\t1\n", Table::HEAD);
        assert_eq!(std::fs::read_to_string(&path).unwrap(), rows);
    }
}
