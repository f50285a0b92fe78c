//! `dist bootstrap` of a miniature tree: what is built, what is built again, how it is handed over, and what is said.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use pretty_assertions::assert_eq;
use serde_json::Value;

use super::faults::signal_group;
use super::miniature::*;
use super::support::*;

const WORK: &str = ".gen-runtime/linux_amd64";
const TOOLS: &str = "pkg/tool/linux_amd64";
const PACKAGES: &str = "pkg/linux_amd64";

#[test]
fn a_tree_is_built_from_the_c_compiler_and_then_as_it_should_be() {
    if !has_c() {
        return;
    }
    let tree = Miniature::new();
    assert_eq!(tree.bootstrap(""), "");
    let made = tree.made();
    for name in ["6a", "6c", "6g", "6l", "go_bootstrap"] {
        assert!(made.contains_key(&format!("{TOOLS}/{name}")), "{name}");
    }
    let archives = made.keys().filter(|path| path.starts_with(PACKAGES) && path.ends_with(".a")).count();
    assert_eq!(archives, 41);
    let started = Instant::now();
    assert_eq!(tree.bootstrap("-d explain"), "");
    println!("nothing changed: {:?}", started.elapsed());
    assert!(started.elapsed() < Duration::from_secs(2));
    assert!(tree.made() == made);
}

/// The paths of a package's Go object and of its archive.
fn package(path: &str) -> [String; 2] {
    [format!("{WORK}/{path}/_go_.a"), format!("{PACKAGES}/{path}.a")]
}

/// What is done again, in the order of names.
fn sorted(groups: &[&[String]]) -> Vec<String> {
    let mut all = groups.concat();
    all.sort();
    all
}

#[test]
fn what_changed_is_built_again_with_what_was_made_of_it_and_nothing_else() {
    if !has_c() {
        return;
    }
    let tree = Miniature::new();
    tree.bootstrap("");
    let all = redone(&tree.bootstrap("-a -d explain"), &tree.goroot);
    let again = || {
        let said = tree.bootstrap("-d explain");
        assert_eq!(tree.bootstrap("-d explain"), "", "once is enough");
        redone(&said, &tree.goroot)
    };
    let go = [format!("{WORK}/cmd/go/_go_.a"), format!("{TOOLS}/go_bootstrap")];
    // A package: what imports it, and the go command.
    tree.edit("src/log/log.go", "package log\nimport \"fmt\"\nvar x int\n");
    assert_eq!(again(), sorted(&[&package("log"), &package("go/build"), &go]));
    // One that nothing imports is linked all the same.
    tree.edit("src/sort/sort.go", "package sort\nvar x int\n");
    assert_eq!(again(), sorted(&[&package("sort"), &go[1..]]));
    // A header of one compiler: what includes it, the compiler, and what that compiles. As that comes out as before,
    // nothing is made of it again.
    let own = format!("{WORK}/");
    let by_6c = |path: &&String| {
        let name = path.strip_prefix(&own).filter(|name| !name.contains('/'));
        name.is_some_and(|name| {
            let c = name.ends_with(".o") && !["asm_amd64.o", "zsys_linux_amd64.o"].contains(&name);
            c || name.ends_with(".godefs") || name == "proc.acid"
        })
    };
    let by_6c: Vec<_> = all.iter().filter(by_6c).cloned().collect();
    tree.edit("src/cmd/6c/gc.h", "#define DIGIT 66\n");
    let compiler = [format!("{WORK}/cmd/6c/pgen.o"), format!("{TOOLS}/6c")];
    assert_eq!(again(), sorted(&[&compiler, &by_6c]));
    // A compiler that compiles otherwise: all that its objects go into, too.
    let second = |path: &str| {
        let text = fs::read_to_string(tree.path(path)).unwrap();
        tree.edit(path, &text.replace("\"1\"", "\"2\""));
    };
    let importers = ["errors", "io", "os", "fmt", "log", "go/build"].map(package).concat();
    second("src/cmd/6c/main.c");
    let compiler = [format!("{WORK}/cmd/6c/main.o"), format!("{TOOLS}/6c"), format!("{PACKAGES}/runtime.a")];
    assert_eq!(again(), sorted(&[&compiler, &by_6c, &importers, &go]));
    // The Go compiler: every package.
    second("src/cmd/6g/main.c");
    let objects: Vec<_> = all
        .iter()
        .filter(|path| path.ends_with("_go_.a") || path.starts_with(PACKAGES) && path.ends_with(".a"))
        .cloned()
        .collect();
    let compiler = [format!("{WORK}/cmd/6g/main.o"), format!("{TOOLS}/6g")];
    assert_eq!(again(), sorted(&[&compiler, &objects, &go[1..]]));
    // A header that nothing includes is no reason for anything.
    tree.edit("src/cmd/6l/l.h", "");
    assert_eq!(again(), [""; 0]);
}

#[test]
fn lines_for_a_shell_and_a_ninja_file_make_the_same_bytes() {
    if !has_c() {
        return;
    }
    let tree = Miniature::new();
    let script = tree.beside("script");
    let lines = run(&mut tree.command("-n"));
    assert_eq!(lines.code, Some(0), "{}", lines.stderr);
    fs::write(&script, lines.stdout).unwrap();
    let ran = run(Command::new("sh").arg(&script).stdin(Stdio::null()));
    assert_eq!(ran.code, Some(0), "{}{}", ran.stdout, ran.stderr);
    let by_shell = tree.made();
    tree.start_again();
    tree.bootstrap("-p 2");
    let made = tree.made();
    let names = |made: &std::collections::BTreeMap<String, Vec<u8>>| made.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&by_shell), names(&made));
    assert!(by_shell == made);
    if Command::new("ninja").arg("--version").output().is_err() {
        assert!(std::env::var_os("CI").is_none(), "ninja is not installed");
        return println!("skipped: ninja is not installed");
    }
    tree.start_again();
    let file = tree.beside("build.ninja");
    let ran = run(tree.command("--emit ninja").arg(&file));
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    let ran = run(Command::new("ninja").arg("-f").arg(&file).current_dir(&tree.goroot));
    assert_eq!(ran.code, Some(0), "{}{}", ran.stdout, ran.stderr);
    assert!(tree.made() == made);
}

#[test]
fn the_plan_is_handed_to_editors_and_graphviz_and_its_times_to_trace_viewers() {
    if !has_c() {
        return;
    }
    let tree = Miniature::new();
    let emit = |kind: &str| {
        let file = tree.beside(kind);
        let ran = run(tree.command("--emit").arg(kind).arg(&file));
        assert_eq!(ran.code, Some(0), "{}", ran.stderr);
        fs::read_to_string(file).unwrap()
    };
    let commands: Value = serde_json::from_str(&emit("compile-commands")).unwrap();
    let commands = commands.as_array().unwrap();
    let of = |name: &str| {
        let end = Path::new("src").join(name);
        commands.iter().filter(|it| Path::new(it["file"].as_str().unwrap()).ends_with(&end)).count()
    };
    assert_eq!((of("lib9/stand_in.c"), of("cmd/cc/pgen.c"), of("runtime/proc.c")), (1, 1, 1));
    let dot = emit("dot");
    assert!(dot.starts_with("digraph plan {") && dot.contains("\t\"cmd/6g\" -> \"fmt\";\n"), "{dot}");
    let trace = tree.beside("trace.json");
    let ran = run(tree.command("-p 2 --trace").arg(&trace));
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    let trace: Value = serde_json::from_str(&fs::read_to_string(trace).unwrap()).unwrap();
    let events = trace["traceEvents"].as_array().unwrap();
    let count = redone(&tree.bootstrap("-a -d explain"), &tree.goroot).len();
    assert_eq!(events.len(), count);
    assert!(events.iter().all(|it| it["ph"] == "X" && it["tid"].as_u64().is_some_and(|it| it <= 2)));
    let sum: u64 = events.iter().map(|it| it["dur"].as_u64().unwrap()).sum();
    let critical = trace["otherData"]["criticalPath"].as_u64().unwrap();
    assert!(critical > 0 && critical <= sum);
}

#[test]
fn the_whole_library_is_built_by_the_go_command_when_something_changed() {
    if !has_c() {
        return;
    }
    let tree = Miniature::new();
    let std = |args: &str| {
        let said = tree.bootstrap(&format!("--std -d explain {args}"));
        redone(&said, &tree.goroot)
    };
    let first = std("");
    assert!(first.contains(&format!("{WORK}/std")));
    assert!(tree.path("bin/go").exists() && tree.path(PACKAGES).join("all.a").exists());
    assert!(!tree.tools().join("go_bootstrap").exists(), "it is there for this alone");
    assert_eq!(std(""), [""; 0]);
    let again = [format!("{WORK}/std")];
    tree.edit("src/net/net.go", "package net\nvar x int\n");
    assert_eq!((std(""), std("")), (again.to_vec(), Vec::new()));
    fs::remove_file(tree.path("bin/go")).unwrap();
    assert_eq!((std(""), std("")), (again.to_vec(), Vec::new()));
    tree.edit("src/net/more.go", "package net\n");
    assert_eq!((std(""), std("")), (again.to_vec(), Vec::new()));
    let banner = run(&mut tree.command("--std"));
    let bin = tree.path("bin");
    assert!(
        banner.stdout.contains(&format!("Installed commands in {}\n", bin.display())),
        "{}",
        banner.stdout
    );
    let old = run(tree.command("--std --cgo --dialect go1.1").env("CGO_ENABLED", "1"));
    assert_eq!(old.code, Some(1), "{}", old.stderr);
    assert!(
        old.stderr.contains("cgo of go1.1 is not built with today's compilers: it takes a $CC"),
        "{}",
        old.stderr
    );
}

#[test]
fn this_program_answers_among_the_trees_tools() {
    if !has_c() {
        return;
    }
    let tree = Miniature::new();
    tree.bootstrap("");
    let own = tree.tools().join("dist");
    let ask = |args: &[&str]| {
        let mut command = Command::new(&own);
        without_variables(&mut command);
        let ran = run(command.args(args).current_dir("/"));
        assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""), "{args:?}");
        ran.stdout
    };
    assert_eq!(ask(&["version"]), "go1.4\n");
    assert!(ask(&["env"]).contains(&format!("GOROOT=\"{}\"\n", tree.goroot.display())));
    assert!(ask(&["banner"]).contains("Installed Go for linux/"));
    fs::remove_file(tree.path(PACKAGES).join("runtime.a")).unwrap();
    let platform = ["--os", "linux", "--arch", "amd64", "--host-os", "linux", "--host-arch", "amd64"];
    assert_eq!(ask(&[&["install", "runtime"][..], &platform].concat()), "");
    assert!(tree.path(PACKAGES).join("runtime.a").exists());
}

#[test]
fn what_stops_a_c_compiler_is_shown_with_its_cure() {
    if !has_c() {
        return;
    }
    let tree = Miniature::new();
    tree.edit("src/libbio/more.c", "static int not_used;\n");
    let ran = run(&mut tree.command("--historical-flags"));
    assert_eq!(ran.code, Some(1));
    for part in [
        "# libbio\n",
        "./more.c:1:12: error: ",
        "[-Werror=unused-variable]",
        "\n`-w` helps: they warn of more than the compilers of the release's day, and warnings were errors (",
        "); it is passed without --historical-flags\n",
    ] {
        assert!(ran.stderr.contains(part), "{part}: {}", ran.stderr);
    }
    let json = run(tree.command("--historical-flags").env("GOC2C_MESSAGE_FORMAT", "json"));
    assert!(json.stderr.contains("\"hints\":[\"`-w` helps"), "{}", json.stderr);
    assert!(Schema::of_messages().kinds(&json.stderr).contains("failed"));
    assert!(tree.bootstrap("-v").contains("`-w` helps: they warn of more"));
}

#[test]
fn for_another_platform_the_machines_part_comes_first() {
    if !has_c() {
        return;
    }
    let tree = Miniature::new();
    let mut cross = dist("dist bootstrap --host-os linux --host-arch amd64 --os linux --arch arm");
    let ran = run(cross.arg("--goroot").arg(&tree.goroot));
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    let made = tree.made();
    for path in [
        &format!("{PACKAGES}/runtime.a"),
        &format!("{TOOLS}/6g"),
        &format!("{TOOLS}/5a"),
        &format!("{TOOLS}/5g"),
        &format!("{TOOLS}/go_bootstrap"),
        "src/runtime/zasm_linux_arm.h",
        "src/runtime/zasm_linux_amd64.h",
        "pkg/linux_arm/runtime.h",
    ] {
        assert!(made.contains_key(path), "{path}");
    }
    assert!(!made.contains_key("pkg/linux_arm/runtime.a"), "nothing is compiled for it");
    let again = run(cross.args(["-d", "explain"]));
    assert_eq!(redone(&again.stderr, &tree.goroot), [""; 0], "{}", again.stderr);
}

#[test]
fn the_machines_compiler_is_called_as_one_says() {
    if !has_c() {
        return;
    }
    let tree = Miniature::new();
    // What does not depend on a failure is built all the same.
    tree.edit("src/cmd/6a/wrong.c", "int wrong(void) { return nothing; }\n");
    let ran = run(&mut tree.command("-k"));
    assert_eq!(ran.code, Some(1), "{}", ran.stderr);
    assert!(ran.stderr.contains("./wrong.c:1:26: error: "), "{}", ran.stderr);
    assert!(tree.tools().join("6g").exists() && !tree.tools().join("6a").exists());
    fs::remove_file(tree.path("src/cmd/6a/wrong.c")).unwrap();
    tree.bootstrap("");
    // The launcher stands before each call that compiles C.
    let (launcher, record) = (tree.beside("launcher"), tree.beside("launched"));
    fs::write(&launcher, "#!/bin/sh\necho \"$1\" >> \"$RECORD\"\nexec \"$@\"\n").unwrap();
    fs::set_permissions(&launcher, fs::Permissions::from_mode(0o755)).unwrap();
    let ran = run(tree.command("-a -x --launcher").arg(&launcher).env("RECORD", &record));
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    let launched = fs::read_to_string(record).unwrap();
    let calls = |program: &str| launched.lines().filter(|line| line.ends_with(program)).count();
    let compiled = ran.stderr.matches(" -c -m64 ").count();
    assert_eq!((calls("gcc"), calls("ar")), (compiled, 0));
    assert!(compiled > 20 && calls("/6c") > 5, "{launched}");
    // With the C library in them, programs need no loader.
    let needs_loader = |tree: &Miniature| {
        let program = fs::read(tree.tools().join("6a")).unwrap();
        program.windows(15).any(|part| part == b"/lib64/ld-linux")
    };
    assert!(needs_loader(&tree));
    tree.bootstrap("-s");
    assert!(!needs_loader(&tree));
}

#[test]
fn a_tree_that_is_none_of_the_known_ones_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let said = |version: &str| {
        fs::write(folder.path().join("VERSION"), version).unwrap();
        let ran = run(dist("dist bootstrap -n").arg("--goroot").arg(folder.path()));
        (ran.code, ran.stderr.replace(folder.path().to_str().unwrap(), "TREE"))
    };
    let (code, text) = said("go1.19.8");
    assert_eq!(code, Some(3));
    assert!(
        text.starts_with("gen-runtime: error: the tree is of `go1.19.8`, which is written in Go: "),
        "{text}"
    );
    let (code, text) = said("mine");
    assert_eq!(code, Some(3));
    assert!(text.starts_with("gen-runtime: error: `TREE` is no tree of an old Go: "), "{text}");
    let (_, text) = said("go1.4-bootstrap-20171003");
    assert!(
        text.starts_with("the tree's version is `go1.4-bootstrap-20171003`: it is built as go1.4 was; "),
        "{text}"
    );
}

/// A file that is one of two, and what the second has for a text of the first.
const TOGGLES: [(&str, &str, &str); 4] = [
    ("src/cmd/6g/main.c", "\"1\"", "\"2\""),
    ("src/fmt/fmt.go", "package fmt\n", "package fmt // 2\n"),
    ("src/cmd/6c/gc.h", "DIGIT 6", "DIGIT 66"),
    ("src/runtime/proc.c", "\n", "\n\n"),
];

#[test]
fn runs_that_are_killed_are_repaired_by_the_next() {
    if !has_c() {
        return;
    }
    let tree = Miniature::new();
    let started = Instant::now();
    tree.bootstrap("-p 2");
    let whole = started.elapsed();
    let first = TOGGLES.map(|(path, ..)| fs::read_to_string(tree.path(path)).unwrap());
    let mut seed = u64::from(std::process::id());
    let mut random = |below: u64| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) % below
    };
    let mut known = vec![None; 16];
    known[0] = Some(tree.made());
    let mut state = 0;
    let times = std::env::var("DRIVER_KILLS").map_or(20, |times| times.parse().unwrap());
    for round in 0..times {
        let change = random(5) as usize;
        match TOGGLES.get(change) {
            Some((path, old, new)) => {
                state ^= 1 << change;
                let text = &first[change];
                let text = if state & 1 << change == 0 { text.clone() } else { text.replacen(old, new, 1) };
                tree.edit(path, &text);
            }
            // All anew.
            None => assert_eq!(run(dist("dist clean").arg("--goroot").arg(&tree.goroot)).code, Some(0)),
        }
        let mut child = tree.command("-p 2").process_group(0).stderr(Stdio::null()).spawn().unwrap();
        sleep(whole.mul_f64(random(1000) as f64 / 1000.0));
        // Every other time the programs that it runs live on.
        match round % 2 {
            0 => signal_group(child.id(), "-KILL"),
            _ => child.kill().unwrap(),
        }
        child.wait().unwrap();
        tree.bootstrap("-p 2");
        let made = tree.made();
        match &known[state] {
            Some(right) => assert!(made == *right, "round {round}, state {state}"),
            None => {
                // An undisturbed build of the same sources tells what is right.
                assert_eq!(run(dist("dist clean").arg("--goroot").arg(&tree.goroot)).code, Some(0));
                tree.bootstrap("-p 2");
                let right = tree.made();
                assert!(made == right, "round {round}, state {state}");
                known[state] = Some(right);
            }
        }
    }
    println!("killed {times} times, of {whole:?} each");
}
