//! What the releases' own programs said and made, against what the driver says and makes.

use std::fs;

use gen_runtime::Release;
use gen_runtime::driver::dist::words::{Archive, words};
use pretty_assertions::assert_eq;

use super::support::*;

/// A test for each release.
macro_rules! for_each_release {
    ($module:ident, $check:expr) => {
        mod $module {
            use super::*;

            for_each_release!(@tests $check, weekly Weekly, go1_0 Go10, go1_1 Go11, go1_2 Go12, go1_3 Go13, go1_4 Go14);
        }
    };
    (@tests $check:expr, $($name:ident $release:ident),*) => {
        const _: () = assert!([$(Release::$release),*].len() == Release::ALL.len());
        $(
            #[test]
            fn $name() {
                $check(Release::$release);
            }
        )*
    };
}

for_each_release!(every_line_and_file_on_386, |release| every_line_and_file(release, "386"));
for_each_release!(every_line_and_file_on_amd64, |release| every_line_and_file(release, "amd64"));
for_each_release!(every_line_and_file_on_arm, |release| every_line_and_file(release, "arm"));
for_each_release!(another_platform, another_platform_is_generated_for_and_built_on_demand);
for_each_release!(env_version_and_banner, env_version_and_banner_read_as_they_did);

/// A transcript's lines, with the weekly's slip put right.
fn expected(name: &str) -> Vec<String> {
    let text = transcript(name).replace("-DGOARCH_linux", &format!("-DGOARCH_{}", arch_of(name)));
    lines(&text).into_iter().collect()
}

fn arch_of(name: &str) -> &str {
    let arch = name.rsplit_once("linux_").expect("a platform").1;
    arch.split('.').next().unwrap()
}

fn every_line_and_file(release: Release, arch: &'static str) {
    let tree = Tree::new(release, arch, arch);
    let name = format!("{release}.linux_{arch}");
    let ran = tree.install("-v -v -p 3");
    assert_eq!(ran.code, Some(0), "{name}: {}", ran.stderr);
    let expected = expected(&format!("{name}.txt"));
    let mut said: Vec<_> = lines(&tree.shown(&ran.stderr)).into_iter().collect();
    if release == Release::Weekly {
        // That release named packages only when something was wrong.
        said.retain(|line| line != "pkg/runtime");
    }
    assert_eq!(said, expected, "{name}");
    let tools: Vec<_> = expected.iter().filter(|line| line.starts_with("$GOROOT")).cloned().collect();
    assert_eq!(tree.calls(), tools, "{name}: what the tools were called with");
    let archive = tree.packages().join("runtime.a");
    let members = match words(release).archive {
        Archive::Pack => fs::read_to_string(archive).unwrap(),
        // What listed the transcripts' members showed 15 of a name's 16 bytes.
        Archive::Append => {
            let names = members(&archive).into_iter();
            names.map(|name| name.chars().take(15).collect::<String>() + "\n").collect()
        }
    };
    assert_eq!(members, transcript(&format!("{name}.members")), "{name}");
    let made = tree.made().into_iter().map(|(path, _)| format!("./{path}"));
    let generated: Vec<_> = made.filter(|path| path.starts_with("./src/")).collect();
    assert_eq!(generated.join("\n"), transcript(&format!("{name}.generated")).trim_end(), "{name}");
}

#[test]
fn none_of_the_transcripts_lines_is_left_out() {
    let of =
        |release| ["386", "amd64", "arm"].map(|arch| expected(&format!("{release}.linux_{arch}.txt")).len());
    assert_eq!(Release::ALL.into_iter().flat_map(of).sum::<usize>(), 693);
}

fn another_platform_is_generated_for_and_built_on_demand(release: Release) {
    let tree = Tree::new(release, "386", "amd64");
    let ran = tree.install("-v -v");
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    if release == Release::Weekly {
        assert!(tree.packages().join("runtime.a").exists(), "the weekly made no difference");
        return;
    }
    let said: Vec<_> = lines(&tree.shown(&ran.stderr)).into_iter().collect();
    assert_eq!(said, expected(&format!("{release}.linux_386.cross-from-amd64.txt")));
    assert!(!tree.packages().join("runtime.a").exists());
    tree.calls();
    let ran = tree.install("--cross build");
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    assert!(tree.packages().join("runtime.a").exists());
    assert!(tree.calls().iter().all(|call| call.contains("linux_amd64/8") || call.contains("pack grc")));
}

fn env_version_and_banner_read_as_they_did(release: Release) {
    let tree = Tree::new(release, "amd64", "amd64");
    let said = |command: &str, more: &[&str]| {
        let ran = run(tree.command(command).args(more).env("PATH", "/usr/bin:/bin"));
        assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
        tree.shown(&ran.stdout)
    };
    assert_eq!(said("dist env", &[]), transcript(&format!("{release}.env.txt")));
    assert_eq!(said("dist env -p", &[]), transcript(&format!("{release}.env-p.txt")));
    // From go1.0 on, the programs had been built for that folder.
    let moved: &[&str] = &["--goroot-final", "/usr/local/go"];
    let moved = if release == Release::Weekly { &[] } else { moved };
    assert_eq!(said("dist banner", moved), transcript(&format!("{release}.banner.txt")));
    let version = run(std::process::Command::new(env!("CARGO_BIN_EXE_gen-runtime"))
        .current_dir(tree.source())
        .env_remove("GOROOT")
        .arg("version"));
    assert_eq!(version.stdout, transcript(&format!("{release}.version.txt")));
}

#[test]
fn what_is_cleaned_is_what_was_made_and_nothing_else() {
    let tree = Tree::new(Release::Go12, "amd64", "amd64");
    fs::write(tree.source().join("zown.c"), "int32 z;\n").unwrap();
    assert_eq!(tree.install("").code, Some(0));
    let made = tree.made().len();
    let listed = run(&mut tree.command("dist clean -n"));
    assert_eq!(tree.made().len(), made, "-n removes nothing");
    assert!(listed.stdout.contains("/runtime.a\n") && !listed.stdout.contains("zown.c"));
    assert_eq!(run(&mut tree.command("dist clean")).code, Some(0));
    let left: Vec<_> = tree.made().into_iter().map(|(path, _)| path).collect();
    assert_eq!(left, ["src/pkg/runtime/zown.c"]);
    assert!(!tree.goroot.join(".gen-runtime").exists());
    assert_eq!(run(&mut tree.command("dist clean -n")).stdout, "");
}
