//! What the historical programs wrote, compared byte for byte.

use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};

use gen_runtime::{Product, Release};
use goc2c::Source;

use crate::captures::{Captures, Made, made, make, options};
use crate::support::{Counts, NamedTests, case_folders, difference, files_below, read, root, same_as};

pub fn add(tests: &mut NamedTests) {
    for folder in case_folders("runtime") {
        let path = folder.path.clone();
        let captures = Arc::new(LazyLock::new(move || Captures::of(&path)));
        let one = move |key: &str, expect: &Path| runtime_difference(&captures, key, expect);
        let release = |key: &str| key.split('/').next().unwrap().to_owned();
        add_folder(tests, folder.name, files_below(&folder.path.join("expect")), one, release);
    }
    for folder in case_folders("names") {
        let path = folder.path.clone();
        let one = move |key: &str, expect: &Path| names_difference(&path, key, expect);
        let release = |key: &str| release_of_names(key).name().to_owned();
        add_folder(tests, folder.name, files_below(&folder.path.join("expect")), one, release);
    }
    for (below, count) in [("runtime/expect", 572), ("runtime/capture", 75)] {
        tests.add(format!("the_stored_copy_says_what_it_stores_once/{below}"), move || {
            assert_eq!(same_as(&root().join("fixtures").join(below)).len(), count);
        });
    }
}

/// Adds a test for each expectation of a folder, and the one that counts them by release.
fn add_folder(
    tests: &mut NamedTests,
    name: String,
    expectations: impl IntoIterator<Item = (String, PathBuf)>,
    difference: impl Fn(&str, &Path) -> Option<String> + Clone + Send + 'static,
    release: impl Fn(&str) -> String + Send + 'static,
) {
    let expectations: Arc<[(String, PathBuf)]> = expectations.into_iter().collect();
    for at in 0..expectations.len() {
        let (own, difference) = (expectations.clone(), difference.clone());
        let name = format!("{name}/{}", own[at].0);
        tests.add_difference(name, move || difference(&own[at].0, &own[at].1));
    }
    tests.add_difference(format!("conformance/{name}"), move || {
        let mut counts = Counts::new("gen-runtime", name);
        for (key, expect) in &*expectations {
            counts.add(&release(key), difference(key, expect).is_none());
        }
        counts.difference()
    });
}

/// How a file differs from what it must be; nothing is to be warned of.
fn made_difference(made: &Made, expect: &Path) -> Option<String> {
    let warned = || (!made.warnings.list.is_empty()).then(|| format!("{:?}", made.warnings.list));
    difference(&read(expect), &made.text).or_else(warned)
}

fn runtime_difference(captures: &Captures, key: &str, expect: &Path) -> Option<String> {
    let [release, platform, name] = key.split('/').collect::<Vec<_>>()[..] else { panic!("{key}") };
    let options = options(release, platform);
    let product = Product::of(options.release)
        .find(|product| product.file_name(&options.platform) == name)
        .unwrap_or_else(|| panic!("{key}: no product has that name"));
    let made = make(product, &options, captures).unwrap_or_else(|failure| panic!("{key}: {failure:?}"));
    made_difference(&made, expect)
}

/// The release that a table of names is of.
fn release_of_names(key: &str) -> Release {
    match key {
        "enam.c" => Release::Go12,
        "anames5.c" => Release::Go14,
        _ => Release::Go13,
    }
}

fn names_difference(folder: &Path, key: &str, expect: &Path) -> Option<String> {
    let (platform, header) = match key {
        "opnames.h" => ("linux_amd64", "go.h"),
        "anames5.c" => ("linux_arm", "5.out.h"),
        _ => ("linux_amd64", "6.out.h"),
    };
    let options = options(release_of_names(key).name(), platform);
    let text = read(&folder.join(header));
    let source = Source::from_bytes(header, &text);
    let made = made(|out| match key {
        "opnames.h" => gen_runtime::opnames(&source, &options, out),
        _ => gen_runtime::anames(&source, &options, out),
    });
    made_difference(&made.unwrap_or_else(|failure| panic!("{key}: {failure:?}")), expect)
}
