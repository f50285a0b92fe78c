//! What goc2c's integration tests share: the fixtures, read as data.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use goc2c::{Dialect, Options, Source, Target};

pub mod common;
pub use common::*;

/// The files of a folder with that ending, sorted by name.
pub fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let listing = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut files: Vec<_> = listing.map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.to_str().is_some_and(|path| path.ends_with(ending)));
    files.sort();
    files
}

/// An input and the bytes that must come of it.
pub struct Case {
    /// `DIALECT/TARGET/NAME.c`
    pub key: String,
    pub input: PathBuf,
    pub expect: PathBuf,
}

impl Case {
    pub fn name(&self) -> &str {
        self.input.file_name().unwrap().to_str().unwrap()
    }

    /// The options that the key stands for.
    pub fn options(&self) -> Options {
        let mut parts = self.key.split('/');
        let dialect = Dialect::from_name(parts.next().unwrap()).expect("a folder named after a dialect");
        let target = parts.next().unwrap();
        let mut options = Options { dialect, os: "linux".into(), arch: "amd64".into(), ..Options::default() };
        match target.strip_prefix("plan9-") {
            Some(arch) => options.arch = arch.into(),
            None => options.target = Target::Gcc,
        }
        match target.strip_prefix("gcc").unwrap_or("") {
            "--go-prefix" => options.prefix = Some("libgo_demo".into()),
            "--go-pkgpath" => options.pkgpath = Some("example.com_demo".into()),
            _ => {}
        }
        options
    }

    pub fn source<'i>(&self, text: &'i [u8]) -> Source<'i> {
        if self.key.contains("/gcc-stdin/") {
            Source::from_bytes("<stdin>", text).standard_input()
        } else {
            Source::from_bytes(self.name(), text)
        }
    }
}

/// The cases of a folder with `in/` and `expect/DIALECT/TARGET/`, shared ones included.
pub fn cases(folder: &Path) -> Vec<Case> {
    let mut expects = BTreeMap::new();
    let expect = folder.join("expect");
    for dialect in files(&expect, "").into_iter().filter(|path| path.is_dir()) {
        for target in files(&dialect, "") {
            // In the shared vectors, those of `improved` end in `c` without a dot.
            for file in files(&target, "c") {
                let part = |path: &Path| path.file_name().unwrap().to_str().unwrap().to_owned();
                let stem = part(&file).trim_end_matches(".c").to_owned();
                let stem = if part(&file).ends_with(".c") { stem } else { stem[..stem.len() - 1].to_owned() };
                expects.insert(format!("{}/{}/{stem}.c", part(&dialect), part(&target)), file);
            }
        }
    }
    let same = fs::read_to_string(expect.join("same-as.tsv")).unwrap_or_default();
    for line in same.lines().filter(|line| !line.starts_with('#')) {
        let (key, stored) = line.split_once('\t').expect("two columns");
        expects.insert(key.to_owned(), expect.join(stored));
    }
    let case = |(key, expect): (String, PathBuf)| {
        let name = Path::new(&key).file_stem().unwrap().to_str().unwrap();
        Case { input: folder.join("in").join(format!("{name}.goc")), key, expect }
    };
    expects.into_iter().map(case).collect()
}

/// A goc2c that sees none of the variables that it heeds.
pub fn goc2c(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_goc2c"));
    command.current_dir(folder);
    for name in ["GOARCH", "GOOS", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"] {
        command.env_remove(name);
    }
    command
}

/// Runs goc2c in a folder, the arguments parted by blanks.
pub fn goc2c_in(folder: &Path, args: &str) -> Ran {
    run(goc2c(folder).args(args.split_whitespace()))
}
