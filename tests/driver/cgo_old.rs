//! Packages that import "C", by the compilers of old releases: real trees that are built for it, and what is said of
//! releases whose cgo does not work any more.

use std::fs;
use std::process::Command;

use gen_runtime::Release;
use pretty_assertions::assert_eq;

use super::cgo::{LINE, build_cgo, made_again, sample};
use super::miniature::dist;
use super::support::*;

#[test]
fn releases_whose_cgo_cannot_read_todays_gcc_say_so() {
    for (release, why) in [
        (
            Release::Weekly,
            "it reads what gcc printed in its day, and today's gcc words and places messages otherwise",
        ),
        (
            Release::Go10,
            "it reads what gcc printed in its day, and today's gcc words and places messages otherwise",
        ),
        (Release::Go11, "it takes a $CC of several words for one program's name, and gcc needs flags"),
    ] {
        let tree = Tree::new(release, "amd64", "amd64");
        let folder = tree.goroot.join("own");
        write(
            &folder,
            &[("go.mod", "module m\n"), ("m.go", "package m\n\nimport \"C\"\n"), ("n.go", "package m\n")],
        );
        let args =
            format!("-n --toolchain plan9 --os linux --arch amd64 --dialect {} --goroot", release.name());
        let build = |on: &str| run(build_cgo(&folder, &args).arg(&tree.goroot).env("CGO_ENABLED", on));
        let ran = build("1");
        let text = format!(
            "gen-runtime: error: `m` imports \"C\", and there is no cgo for it: that of {release} does not work: {why}; \
             `CGO_ENABLED=0` leaves such files out\n"
        );
        assert_eq!((ran.code, ran.stderr), (Some(3), text + &more("no-cgo")));
        let off = build("0");
        assert!(off.code == Some(0) && !off.stdout.contains("/m.go"), "{}", off.stderr);
    }
}

#[test]
fn a_tree_that_was_built_without_cgo_is_told() {
    let tree = Tree::new(Release::Go12, "amd64", "amd64");
    let folder = tree.goroot.join("own");
    write(&folder, &[("go.mod", "module m\n"), ("m.go", "package m\n\nimport \"C\"\n")]);
    let args = "-n --toolchain plan9 --os linux --arch amd64 --dialect go1.2 --goroot";
    let ran = run(build_cgo(&folder, args).arg(&tree.goroot).env("CGO_ENABLED", "1"));
    let text = "the tree has no package `runtime/cgo`: `gen-runtime dist bootstrap --std --cgo` builds it\n";
    assert!(ran.code == Some(3) && ran.stderr.contains(text), "{}", ran.stderr);
}

#[test]
fn real_trees_build_the_sample() {
    for source in trees("GEN_RUNTIME_SOURCES") {
        let version = fs::read_to_string(source.join("VERSION")).unwrap();
        let known = [("go1.2", Release::Go12), ("go1.3", Release::Go13), ("go1.4", Release::Go14)];
        let Some((_, release)) = known.into_iter().find(|(start, _)| version.starts_with(start)) else {
            continue;
        };
        let folder = tempfile::tempdir().unwrap();
        let tree = folder.path().join("go");
        assert_eq!(run(Command::new("cp").arg("-a").arg(&source).arg(&tree)).code, Some(0));
        let mut bootstrap = dist("dist bootstrap --os linux --arch amd64 --std --cgo --goroot");
        let built = run(bootstrap.arg(&tree));
        assert_eq!(built.code, Some(0), "{}", built.stderr);
        let own = folder.path().join("own");
        sample(&own);
        let command = || {
            let mut command = build_cgo(&own, "--toolchain plan9 --os linux --arch amd64 cmd/show");
            command.args(["--dialect", release.name(), "--goroot"]).arg(&tree);
            command
        };
        let show = || run(&mut Command::new(own.join("show"))).stdout;
        let ran = run(&mut command());
        assert_eq!((ran.code, ran.stderr.as_str(), show().as_str()), (Some(0), "", LINE), "{release}");
        assert_eq!(made_again(command()), [""; 0], "{release}: nothing is left to do");
        let append = |name: &str, text: &str| {
            let path = own.join(name);
            fs::write(&path, fs::read_to_string(&path).unwrap() + text).unwrap();
        };
        append("zed/helper.c", "/* A comment. */\n");
        assert_eq!(made_again(command()), ["helper.o"], "{release}: what comes of it is the same");
        append("zed/helper.c", "int zed_more(void) { return 1; }\n");
        let mut again = made_again(command());
        // The program's own Go, whose compiler reads the archive.
        again.retain(|name| !name.starts_with("_go_"));
        assert_eq!(again, ["_all.o", "_cgo_.o", "_cgo_import.c", "helper.o", "show", "zed.a"], "{release}");
        append("zed/inc/scale.h", "#undef SCALED\n#define SCALED(n) ((n) * SCALE + 1)\n");
        let again = made_again(command());
        assert!(
            again.contains(&"helper.o".to_owned()) && !again.contains(&"_cgo_gotypes.go".to_owned()),
            "{again:?}"
        );
        assert_eq!(show(), LINE.replace(" 42 ", " 43 "), "{release}");
        println!("{release}: the sample prints its line");
    }
}
