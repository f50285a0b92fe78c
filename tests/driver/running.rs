//! How plans are run: in order, no more than needed, and as the printed lines would.

use std::fs;
use std::process::Command;
use std::time::{Duration, SystemTime};

use gen_runtime::Release;
use pretty_assertions::assert_eq;

use super::support::*;

/// The objects that were compiled, without their folders.
fn compiled(tree: &Tree) -> Vec<String> {
    let objects = tree.calls().into_iter().filter(|call| call.contains(".o $GOROOT/"));
    let mut names: Vec<_> = objects.map(|call| call.rsplit_once('/').unwrap().1.to_owned()).collect();
    names.sort();
    names
}

#[test]
fn nothing_runs_when_nothing_changed() {
    for release in [Release::Weekly, Release::Go14] {
        let tree = Tree::new(release, "amd64", "amd64");
        assert_eq!(tree.install("").code, Some(0));
        tree.calls();
        let made = tree.made();
        let again = tree.install("-x");
        assert_eq!((again.code, tree.calls()), (Some(0), vec![]));
        assert!(!again.stderr.contains("cp ") && !again.stderr.contains("-o "), "{}", again.stderr);
        assert_eq!(tree.made(), made);
        assert_eq!(tree.install("-a").code, Some(0));
        assert!(tree.calls().len() > 20);
        assert_eq!(tree.made(), made);
    }
}

#[test]
fn what_changed_reruns_what_depends_on_it() {
    let tree = Tree::new(Release::Go12, "amd64", "amd64");
    let source = tree.source();
    fs::write(source.join("chan.c"), "#include \"own.h\"\nint32 chan_v;\n").unwrap();
    fs::write(source.join("own.h"), "#include \"arch_GOARCH.h\"\n").unwrap();
    assert_eq!(tree.install("").code, Some(0));
    assert!(compiled(&tree).len() > 15);
    // A file, and a time that is the same to the nanosecond, with content that is not.
    let time = fs::metadata(source.join("stack.c")).unwrap().modified().unwrap();
    fs::write(source.join("stack.c"), "#include \"runtime.h\"\nint32 stack_w;\n").unwrap();
    fs::File::options().write(true).open(source.join("stack.c")).unwrap().set_modified(time).unwrap();
    assert_eq!(tree.install("").code, Some(0));
    assert_eq!(compiled(&tree), ["stack.c"]);
    // A header, and one that is copied first: `proc.c` is not among those that read them.
    for header in ["own.h", "arch_amd64.h"] {
        fs::write(source.join(header), format!("#include \"arch_GOARCH.h\"\n// new {header}\n")).unwrap();
        assert_eq!(tree.install("").code, Some(0));
        assert_eq!(compiled(&tree), ["chan.c"], "{header}");
    }
    // A file that is newer and the same inside leaves what it becomes as it is: the archive is not packed.
    let later = SystemTime::now() - Duration::from_secs(100);
    fs::File::options().write(true).open(source.join("iface.c")).unwrap().set_modified(later).unwrap();
    assert_eq!(tree.install("").code, Some(0));
    let calls = tree.calls();
    assert!(calls.iter().any(|call| call.ends_with("/iface.c")), "{calls:?}");
    assert!(!calls.iter().any(|call| call.contains("/pack ")), "{calls:?}");
    // A tool.
    let tool = tree.tools().join("6a");
    fs::write(&tool, [&fs::read(&tool).unwrap()[..], b"# new\n"].concat()).unwrap();
    assert_eq!(tree.install("").code, Some(0));
    assert_eq!(compiled(&tree), ["asm_amd64.s", "zsys_linux_amd64.s"]);
    // The command line.
    assert_eq!(tree.install("--launcher env").code, Some(0));
    let calls = compiled(&tree);
    assert!(calls.len() > 15 && !calls.contains(&"asm_amd64.s".to_owned()), "{calls:?}");
    // A target that is gone, and one that somebody changed.
    fs::remove_file(tree.work().join("defs.o")).unwrap();
    fs::write(tree.work().join("malloc.o"), "changed").unwrap();
    assert_eq!(tree.install("--launcher env").code, Some(0));
    assert_eq!(compiled(&tree), ["defs.c", "malloc.c"]);
}

#[test]
fn printed_lines_make_the_same_files_as_a_run() {
    for (release, name) in [
        (Release::Weekly, "go"),
        (Release::Go11, "it's a $tree\nof \"mine\""),
        (Release::Go13, "a b"),
        (Release::Go14, "go"),
    ] {
        let tree = Tree::named(release, "arm", "arm", name);
        let odd = tree.source().join("a 'b' $c\n.c");
        fs::write(&odd, "int32 odd;\n").unwrap();
        let printed = tree.install("-n");
        assert_eq!(printed.code, Some(0), "{}", printed.stderr);
        assert!(!tree.goroot.join(".gen-runtime").exists(), "-n makes nothing");
        let sh = run(Command::new("sh").arg("-c").arg(&printed.stdout).env("RECORD", &tree.record));
        assert_eq!(sh.code, Some(0), "{}\n{}", sh.stderr, printed.stdout);
        let by_shell = tree.made();
        let calls = tree.calls();
        assert_eq!(run(&mut tree.command("dist clean")).code, Some(0));
        fs::remove_dir_all(tree.goroot.join(".gen-runtime")).unwrap_or_default();
        fs::remove_dir_all(tree.packages()).unwrap();
        for (path, _) in by_shell.iter().filter(|(path, _)| path.starts_with("src")) {
            fs::remove_file(tree.goroot.join(path)).unwrap();
        }
        let ran = tree.install("-a");
        assert_eq!(ran.code, Some(0), "{}", ran.stderr);
        let mut by_run = tree.made();
        by_run.retain(|(path, _)| !path.ends_with("/state") && !path.ends_with("/lock"));
        assert_eq!(by_run, by_shell);
        assert_eq!(tree.calls(), calls);
    }
}

#[test]
fn lines_that_are_printed_while_running_are_those_that_are_printed_before() {
    let tree = Tree::new(Release::Go12, "amd64", "amd64");
    let before = tree.install("-n").stdout;
    let while_running = tree.install("-x -p 1").stderr;
    assert_eq!(while_running, before);
}

#[test]
fn work_names_a_new_folder_and_keeps_it() {
    let tree = Tree::new(Release::Go12, "amd64", "amd64");
    let ran = tree.install("-work");
    assert_eq!(ran.code, Some(0));
    let folder = ran.stderr.lines().find_map(|line| line.strip_prefix("WORK=")).unwrap();
    assert!(std::path::Path::new(folder).join("chan.o").exists());
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn why_a_step_is_run_is_told_in_words_and_to_programs() {
    let tree = Tree::new(Release::Go12, "amd64", "amd64");
    assert_eq!(tree.install("").code, Some(0));
    let chan = tree.source().join("chan.c");
    // The clock of the file system is coarse.
    std::thread::sleep(Duration::from_millis(50));
    fs::write(&chan, "int32 chan_w;\n").unwrap();
    let told = tree.install("-n -d explain").stderr;
    let object = tree.work().join("chan.o");
    assert!(told.contains(&format!("`{}`: `{}` has changed\n", object.display(), chan.display())), "{told}");
    let archive = tree.packages().join("runtime.a");
    let needs = |it: &std::path::Path| {
        told.contains(&format!("`{}`: `{}` is made anew\n", archive.display(), it.display()))
    };
    assert!(needs(&object), "{told}");
    let ran = tree.install("-d explain --message-format json");
    assert_eq!(ran.code, Some(0));
    let objects: Vec<serde_json::Value> =
        ran.stderr.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let why = objects.iter().find(|it| it["target"] == object.to_str().unwrap()).unwrap();
    assert_eq!((&why["kind"], &why["why"]["code"]), (&"why".into(), &"input-changed".into()));
    assert_eq!(why["why"]["file"], chan.to_str().unwrap());
}

#[test]
fn all_that_is_told_to_programs_is_as_the_schema_has_it() {
    let schema = Schema::of_messages();
    let tree = Tree::new(Release::Go12, "amd64", "amd64");
    fs::write(tree.source().join("fail.c"), "int32 x;\n").unwrap();
    let mut seen = std::collections::BTreeSet::new();
    for args in ["-v -x -d explain -p 1", "-n -d explain", "-k", "--emit none x"] {
        let ran = tree.install(&format!("--message-format json {args}"));
        let said = schema.kinds(&ran.stderr);
        assert!(!said.is_empty(), "{args}");
        seen.extend(said);
    }
    assert_eq!(seen.into_iter().collect::<Vec<_>>(), ["command", "failed", "part", "remark", "told", "why"]);
}

#[test]
fn what_our_own_steps_print_is_told_like_that_of_others() {
    let tree = Tree::new(Release::Go12, "amd64", "amd64");
    fs::write(tree.source().join("bad.goc"), "package runtime\nfunc F(a Widget) {\n}\n").unwrap();
    let ran = run(tree.command("dist install pkg/runtime -k").env("GOC2C_MESSAGE_FORMAT", "json"));
    assert_eq!(ran.code, Some(1));
    let objects: Vec<serde_json::Value> =
        ran.stderr.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let told = objects.iter().find(|it| it["kind"] == "told").unwrap();
    assert_eq!(told["message"], "error: unknown type `Widget`");
}

#[test]
fn what_tools_print_is_told_to_programs_with_its_place() {
    let tree = Tree::new(Release::Go12, "amd64", "amd64");
    fs::write(tree.source().join("fail.c"), "int32 x;\n").unwrap();
    let ran = tree.install("--message-format json -p 1");
    assert_eq!(ran.code, Some(1));
    let objects: Vec<serde_json::Value> =
        ran.stderr.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let told = objects.iter().find(|it| it["kind"] == "told").unwrap();
    let file = tree.source().join("fail.c");
    assert_eq!((&told["file"], &told["line"]), (&file.to_str().unwrap().into(), &1.into()));
    assert_eq!((&told["message"], &told["part"]), (&"wrong here".into(), &"pkg/runtime".into()));
    let failed = objects.iter().find(|it| it["kind"] == "failed").unwrap();
    assert_eq!((&failed["severity"], &failed["code"]), (&"error".into(), &"program-failed".into()));
}
