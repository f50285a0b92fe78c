//! What a tree brings along is a stranger's word: it decides nothing of what is written or deleted, and nothing hangs.

use std::fs;
use std::os::unix::fs::symlink;
use std::process::Command;

use super::support::*;

/// A module beside a folder with a file that nobody may touch.
fn module_beside_a_victim() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    write(
        folder.path(),
        &[
            ("tree/go.mod", "module m\ngo 1.18\n"),
            ("tree/a.c", "int a;\n"),
            ("victim/file", "precious"),
            ("tree/.gen-runtime/x", ""),
        ],
    );
    folder
}

fn clean(folder: &std::path::Path) -> Ran {
    run(Command::new(env!("CARGO_BIN_EXE_gen-runtime")).current_dir(folder).arg("clean"))
}

#[test]
fn a_state_that_names_other_files_deletes_none_of_them() {
    let folder = module_beside_a_victim();
    let tree = folder.path().join("tree");
    let victim = folder.path().join("victim/file");
    let hash = engine::files::content_hash(&b"precious"[..]).unwrap();
    for state in [
        format!("gen-runtime state 1\n1 1 1 1 {}\n", victim.display()),
        format!("gen-runtime state 2\no {hash:x} {}\n", victim.display()),
        format!("gen-runtime state 2\no {hash:x} {}/../victim/file\n", tree.display()),
    ] {
        fs::create_dir_all(tree.join(".gen-runtime")).unwrap();
        fs::write(tree.join(".gen-runtime/state"), state).unwrap();
        assert_eq!(clean(&tree).code, Some(0));
        assert_eq!(fs::read(&victim).unwrap(), b"precious");
        assert!(!tree.join(".gen-runtime").exists() && tree.join("a.c").exists());
    }
}

#[test]
fn a_folder_or_a_file_of_ours_that_is_a_link_is_an_error() {
    for name in [".gen-runtime", ".gen-runtime/lock", ".gen-runtime/state"] {
        let folder = module_beside_a_victim();
        let tree = folder.path().join("tree");
        let path = tree.join(name);
        let _ = fs::remove_dir_all(&path);
        let target = if name == ".gen-runtime" { "victim" } else { "victim/file" };
        symlink(folder.path().join(target), &path).unwrap();
        let ran = build(&tree, ".");
        assert_eq!(ran.code, Some(3), "{name}: {}", ran.stderr);
        let told = format!("cannot use `{}`: it is a link", path.display());
        assert!(ran.stderr.contains(&told), "{}", ran.stderr);
        let left: Vec<_> = fs::read_dir(folder.path().join("victim")).unwrap().collect();
        assert_eq!(
            (left.len(), fs::read(folder.path().join("victim/file")).unwrap()),
            (1, b"precious".to_vec())
        );
        if name == ".gen-runtime" {
            assert_eq!(clean(&tree).code, Some(3));
        }
    }
    // A pipe would make the run wait.
    let folder = module_beside_a_victim();
    let tree = folder.path().join("tree");
    for name in ["lock", "state"] {
        let path = tree.join(".gen-runtime").join(name);
        assert_eq!(run(Command::new("mkfifo").arg(&path)).code, Some(0));
        let ran = build(&tree, ".");
        assert!(ran.code == Some(3) && ran.stderr.contains("plain file"), "{}", ran.stderr);
        fs::remove_file(path).unwrap();
    }
}

#[test]
fn a_module_or_an_import_that_climbs_is_an_error_at_its_line() {
    let folder = tempfile::tempdir().unwrap();
    let tree = folder.path().join("a/b/c/t");
    write(&tree, &[("go.mod", "module ../../../../../../climbed/evil\ngo 1.18\n"), ("a.c", "int a;\n")]);
    let ran = build(&tree, ".");
    assert_eq!(ran.code, Some(1));
    assert!(ran.stderr.contains("go.mod:1:8"), "{}", ran.stderr);
    write(&tree, &[("go.mod", "module m\n"), ("a.go", "package a\n\nimport _ \"m/../../x\"\n")]);
    let ran = build(&tree, ".");
    assert!(ran.code == Some(1) && ran.stderr.contains("a.go:3:10"), "{}", ran.stderr);
    let made: Vec<_> = fs::read_dir(folder.path()).unwrap().collect();
    assert_eq!(made.len(), 1);
}

#[test]
fn a_constraint_of_many_signs_is_an_error_at_its_line() {
    let folder = tempfile::tempdir().unwrap();
    for sign in ["!", "("] {
        let line = format!("//go:build {}x\n\npackage m\n", sign.repeat(200_000));
        write(folder.path(), &[("go.mod", "module m\ngo 1.18\n"), ("a.go", &line)]);
        let ran = build(folder.path(), "-n .");
        assert!(ran.code == Some(1) && ran.stderr.contains("a.go:1:"), "{:?}", ran.code);
    }
}

#[test]
fn an_old_name_of_a_command_tells_the_new_one() {
    for name in ["env", "banner"] {
        let ran =
            run(Command::new(env!("CARGO_BIN_EXE_gen-runtime")).args([name, "pkg/runtime", "--goroot", "x"]));
        assert_eq!(ran.code, Some(2));
        assert!(ran.stderr.contains(&format!("is `gen-runtime dist {name}` now")), "{}", ran.stderr);
    }
    let ran = run(Command::new(env!("CARGO_BIN_EXE_gen-runtime")).args([
        "install",
        "pkg/runtime",
        "--goroot",
        "x",
    ]));
    assert_eq!(ran.code, Some(2));
    assert!(ran.stderr.contains("`gen-runtime dist install DIR` is for those of a tree"), "{}", ran.stderr);
}
