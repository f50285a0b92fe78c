//! The cases of goc2c, read as data: an input, the options that its place among the expectations stands for, and the
//! bytes that must come of it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use goc2c::{Dialect, Options, Source, Target};

use crate::support::{difference, files, name, read, same_as};

/// An input and the bytes that must come of it.
pub struct Case {
    /// `DIALECT/TARGET/NAME`
    pub key: String,
    pub input: PathBuf,
    pub expect: PathBuf,
}

impl Case {
    /// The dialect's name, by which cases are counted.
    pub fn dialect(&self) -> &str {
        self.key.split('/').next().unwrap()
    }

    /// The options that the key stands for.
    pub fn options(&self) -> Options {
        let mut parts = self.key.split('/');
        let dialect: Dialect = parts.next().unwrap().parse().expect("a folder named after a dialect");
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

    /// The C that goc2c makes of the input.
    pub fn transpile(&self) -> Vec<u8> {
        let text = read(&self.input);
        let mut source = if self.key.contains("/gcc-stdin/") {
            Source::from_bytes("<stdin>", &text).standard_input()
        } else {
            Source::from_bytes(name(&self.input), &text)
        };
        let mut c = Vec::new();
        goc2c::transpile(&mut source, &self.options(), &mut c)
            .unwrap_or_else(|failure| panic!("{}: {failure:?}", self.key));
        c
    }

    /// How the C differs from what it must be.
    pub fn difference(&self) -> Option<String> {
        difference(&read(&self.expect), &self.transpile())
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
                let name_of_it = name(&file);
                let stem = name_of_it.strip_suffix(".c").unwrap_or(&name_of_it[..name_of_it.len() - 1]);
                expects.insert(format!("{}/{}/{stem}", name(&dialect), name(&target)), file);
            }
        }
    }
    for (key, stored) in same_as(&expect) {
        let key = key.strip_suffix(".c").expect("C").to_owned();
        assert!(expects.insert(key, expect.join(&stored)).is_none(), "{stored} is there twice");
    }
    let case = |(key, expect): (String, PathBuf)| {
        let name = key.rsplit('/').next().unwrap();
        Case { input: folder.join("in").join(format!("{name}.goc")), key, expect }
    };
    expects.into_iter().map(case).collect()
}
