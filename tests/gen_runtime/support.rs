//! What gen-runtime's integration tests share: the captures and expectations, read as data.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use gen_runtime::fault::Findings;
use gen_runtime::{Failure, Options, Platform, Product, Release};
use goc2c::Source;
use goc2c::diagnostic::Report;

pub use crate::common::*;

pub fn read(path: &Path) -> Vec<u8> {
    fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The files below a folder by their path in it, those that are stored under another's name included.
pub fn files_below(folder: &Path) -> BTreeMap<String, PathBuf> {
    let mut files = BTreeMap::new();
    let mut waiting = vec![folder.to_owned()];
    while let Some(next) = waiting.pop() {
        for entry in fs::read_dir(&next).unwrap_or_else(|error| panic!("{}: {error}", next.display())) {
            let path = entry.unwrap().path();
            if path.is_dir() {
                waiting.push(path);
            } else if path.file_name().unwrap() != "same-as.tsv" {
                let key = path.strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
                files.insert(key, path);
            }
        }
    }
    let same = fs::read_to_string(folder.join("same-as.tsv")).unwrap_or_default();
    for line in same.lines().filter(|line| !line.starts_with('#')) {
        let (key, stored) = line.split_once('\t').expect("two columns");
        assert!(files.insert(key.to_owned(), folder.join(stored)).is_none(), "{key} is there twice");
    }
    files
}

/// What the compilers of a folder printed: `RELEASE/ARCH/NAME` to the text.
pub struct Captures(BTreeMap<String, Vec<u8>>);

impl Captures {
    pub fn of(folder: &Path) -> Captures {
        let files = files_below(&folder.join("capture"));
        Captures(files.into_iter().map(|(key, path)| (key, read(&path))).collect())
    }

    pub fn get(&self, release: Release, arch: &str, name: &str) -> &[u8] {
        let key = format!("{release}/{arch}/{name}");
        self.0.get(&key).unwrap_or_else(|| panic!("no capture {key}"))
    }

    pub fn iter(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.0.iter().map(|(key, text)| (&**key, &**text))
    }
}

/// The options of a folder `RELEASE/OS_ARCH`.
pub fn options(release: &str, platform: &str) -> Options {
    let (os, arch) = platform.split_once('_').expect("OS_ARCH");
    Options {
        release: Release::from_name(release).expect("a release"),
        platform: Platform::new(os, arch),
        // So the vectors were made.
        experiment: if os == "darwin" { "fieldtrack" } else { "" }.into(),
        ..Options::default()
    }
}

/// The sources of `zruntime-defs`, in the release's order.
pub fn defs<'c>(captures: &'c Captures, options: &Options) -> Vec<Source<'c>> {
    let names = options.traits().defs.iter().map(|name| format!("{name}.godefs"));
    names
        .map(|name| {
            let text = captures.get(options.release, &options.platform.arch, &name);
            Source::from_bytes(name, text)
        })
        .collect()
}

/// What a generator wrote, and what there was to warn of.
#[derive(Debug)]
pub struct Made {
    pub text: Vec<u8>,
    pub warnings: Findings,
}

/// Runs a generator.
pub fn made(write: impl FnOnce(&mut Vec<u8>) -> Result<Findings, Failure>) -> Result<Made, Failure> {
    let mut text = Vec::new();
    let warnings = write(&mut text)?;
    Ok(Made { text, warnings })
}

/// Runs `zasm`, with the proof of its offsets.
pub fn zasm(source: &Source<'_>, options: &Options) -> Result<Made, Failure> {
    made(|out| gen_runtime::zasm(source, options, out, Some(&mut Vec::new())))
}

/// A product for the platform of the options, from the captures.
pub fn make(product: Product, options: &Options, captures: &Captures) -> Result<Made, Failure> {
    made(|out| match product {
        Product::Zasm => {
            let text = captures.get(options.release, &options.platform.arch, "proc.acid");
            gen_runtime::zasm(&Source::from_bytes("proc.acid", text), options, out, None)
        }
        Product::ZruntimeDefs => gen_runtime::zruntime_defs(&defs(captures, options), options, out),
        Product::Zgoarch => gen_runtime::zgoarch(options, out),
        Product::Zgoos => gen_runtime::zgoos(options, out),
        Product::Zversion => gen_runtime::zversion(options, b"/usr/local/go", b"go1.0.3 (demo)", out),
        Product::Zsys => gen_runtime::zsys(options, out),
        Product::Zexperiment => gen_runtime::zexperiment(options, out),
    })
}

/// A gen-runtime that sees none of the variables that it heeds.
pub fn gen_runtime(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gen-runtime"));
    command.current_dir(folder);
    for name in ["GOARCH", "GOOS", "GOROOT", "GOEXPERIMENT", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"] {
        command.env_remove(name);
    }
    command
}

/// Runs gen-runtime in a folder, the arguments parted by blanks.
pub fn gen_runtime_in(folder: &Path, args: &str) -> Ran {
    run(gen_runtime(folder).args(args.split_whitespace()))
}

/// What was found in the inputs.
pub fn reports(result: &Result<Made, Failure>, sources: &[&Source<'_>]) -> Vec<Report> {
    let found = match result {
        Ok(made) => &made.warnings,
        Err(Failure::Faults(found)) => found,
        Err(failure) => panic!("{failure}"),
    };
    found.list.iter().map(|found| Report::new(sources[found.input], &found.fault)).collect()
}

/// Bytes as text that shows every difference.
pub fn shown(bytes: &[u8]) -> Vec<String> {
    bytes.split_inclusive(|&byte| byte == b'\n').map(|line| line.escape_ascii().to_string()).collect()
}
