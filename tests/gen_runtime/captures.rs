//! What gen-runtime's generators are given and asked for in tests: the captures, read as data, the options that a
//! folder's name stands for, and what a generator makes of them.

// Not every test uses all of it.
#![allow(dead_code)]

use std::collections::BTreeMap;
use std::path::Path;

use gen_runtime::fault::Findings;
use gen_runtime::{Failure, Options, Platform, Product, Release};
use goc2c::Source;
use goc2c::diagnostic::Report;

use crate::support::{files_below, read};

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
}

/// The options of a folder `RELEASE/OS_ARCH`.
pub fn options(release: &str, platform: &str) -> Options {
    let (os, arch) = platform.split_once('_').expect("OS_ARCH");
    Options {
        release: release.parse().expect("a release"),
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

/// What was found in the inputs.
pub fn reports(result: &Result<Made, Failure>, sources: &[&Source<'_>]) -> Vec<Report> {
    let found = match result {
        Ok(made) => &made.warnings,
        Err(Failure::Faults(found)) => found,
        Err(failure) => panic!("{failure}"),
    };
    found.list.iter().map(|found| Report::new(sources[found.input], &found.fault)).collect()
}
