//! `make build`, `install`, `uninstall` and `dist`, by the real make and tar. A program that stands in for cargo makes the
//! programs, as a release build takes minutes; `.ci/packages` does it with a real one.

use std::collections::BTreeSet;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, SystemTime};

use pretty_assertions::assert_eq;
use tempfile::{TempDir, tempdir};

use crate::support::{Ran, files_below, is_installed, root, run};

/// Writes down its arguments and, of a build, the flags; makes what would be programs.
const CARGO: &str = r#"#!/bin/sh
echo "$*" >> "$LOG"
[ "$1" = build ] || exit 0
printf '%s\n' "$CARGO_ENCODED_RUSTFLAGS" | tr '\037' '\n' >> "$LOG"
made=${CARGO_TARGET_DIR:-target}/some-linux-gnu/release
mkdir -p "$made"
for program in goc2c gen-runtime; do echo "a $program" > "$made/$program"; chmod 755 "$made/$program"; done
"#;
const RUSTC: &str = "#!/bin/sh\necho 'host: some-linux-gnu'\n";

/// What `make install` has put in place.
const INSTALLED: [&str; 10] = [
    "bin/gen-runtime",
    "bin/goc2c",
    "share/bash-completion/completions/gen-runtime",
    "share/bash-completion/completions/goc2c",
    "share/doc/goc2c/LICENSE-APACHE",
    "share/doc/goc2c/LICENSE-MIT",
    "share/fish/vendor_completions.d/gen-runtime.fish",
    "share/fish/vendor_completions.d/goc2c.fish",
    "share/zsh/site-functions/_gen-runtime",
    "share/zsh/site-functions/_goc2c",
];

/// A folder with what the repository has for make, and stand-ins for cargo and rustc.
struct Clone {
    folder: TempDir,
}

impl Clone {
    fn new() -> Clone {
        let clone = Clone { folder: tempdir().unwrap() };
        let copied = ["Makefile", "install.mk", "Cargo.toml", "README.md", "LICENSE-APACHE", "LICENSE-MIT"];
        for name in copied {
            clone.copy(&root().join(name), name);
        }
        for folder in ["doc", "package"] {
            for (key, path) in files_below(&root().join(folder)) {
                clone.copy(&path, &format!("{folder}/{key}"));
            }
        }
        clone.write("goc2c/src/lib.rs", "");
        clone.write("tools/cargo", CARGO);
        clone.write("tools/rustc", RUSTC);
        for tool in ["tools/cargo", "tools/rustc"] {
            fs::set_permissions(clone.path(tool), fs::Permissions::from_mode(0o755)).unwrap();
        }
        // As long as sources are no newer than programs nothing is built.
        let hour_ago = SystemTime::now() - Duration::from_secs(3600);
        for (_, path) in files_below(clone.folder.path()) {
            set_time(&path, hour_ago);
        }
        clone
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn write(&self, name: &str, text: &str) {
        fs::create_dir_all(self.path(name).parent().unwrap()).unwrap();
        fs::write(self.path(name), text).unwrap();
    }

    fn copy(&self, from: &Path, name: &str) {
        fs::create_dir_all(self.path(name).parent().unwrap()).unwrap();
        fs::copy(from, self.path(name)).unwrap();
    }

    fn make(&self, args: &[&str]) -> String {
        let ran = self.command("make", args, "");
        assert_eq!(ran.code, Some(0), "{}{}", ran.stdout, ran.stderr);
        ran.stdout
    }

    fn command(&self, program: &str, args: &[&str], target: &str) -> Ran {
        let path = format!("{}:{}", self.path("tools").display(), std::env::var("PATH").unwrap());
        let mut command = Command::new(program);
        command.args(args).current_dir(self.folder.path()).env("PATH", path).env("LOG", self.path("log"));
        for name in ["CARGO", "CARGO_TARGET_DIR", "RUSTFLAGS", "MAKEFLAGS", "MAKELEVEL", "SOURCE_DATE_EPOCH"]
        {
            command.env_remove(name);
        }
        if !target.is_empty() {
            command.env("CARGO_TARGET_DIR", target);
        }
        run(&mut command)
    }

    /// What cargo was told since the last time.
    fn told(&self) -> String {
        let told = fs::read_to_string(self.path("log")).unwrap_or_default();
        let _ = fs::remove_file(self.path("log"));
        told
    }
}

fn set_time(path: &Path, time: SystemTime) {
    fs::File::options().append(true).open(path).unwrap().set_modified(time).unwrap();
}

fn files(folder: &Path) -> BTreeSet<String> {
    files_below(folder).into_keys().collect()
}

/// What is installed, man pages included.
fn installed() -> BTreeSet<String> {
    let pages = files(&root().join("doc/man"));
    assert!(pages.contains("goc2c-check.1") && pages.contains("gen-runtime-dist-install.1"));
    let pages = pages.into_iter().map(|page| format!("share/man/man1/{page}"));
    INSTALLED.into_iter().map(str::to_owned).chain(pages).collect()
}

/// The archive, unpacked in a folder where there is neither cargo nor rustc.
fn unpacked(clone: &Clone) -> TempDir {
    let folder = tempdir().unwrap();
    let archive = fs::read_dir(clone.path("dist")).unwrap().map(|entry| entry.unwrap().path());
    let archive = archive.into_iter().find(|path| path.extension().is_some_and(|end| end == "gz")).unwrap();
    let tar = run(Command::new("tar").arg("-xzf").arg(archive).arg("-C").arg(folder.path()));
    assert_eq!(tar.code, Some(0), "{}", tar.stderr);
    folder
}

#[test]
fn what_is_installed_is_uninstalled_and_nothing_else() {
    if !is_installed("make") {
        return;
    }
    let clone = Clone::new();
    let to = tempdir().unwrap();
    let args = [format!("DESTDIR={}", to.path().display()), "PREFIX=/a b".to_owned()];
    let args = |what| [what, &*args[0], &*args[1]];
    clone.make(&args("install"));
    assert!(clone.told().contains("build --release --locked --target some-linux-gnu"));
    let prefix = to.path().join("a b");
    assert_eq!(files(&prefix), installed());
    let mode = |name: &str| fs::metadata(prefix.join(name)).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode("bin/goc2c"), mode("share/man/man1/goc2c.1")), (0o755, 0o644));
    // Files of others, and a second run.
    let others = ["bin/other", "share/doc/goc2c-other/LICENSE-MIT", "share/man/man1/goc2c.1.gz"];
    for other in others {
        fs::create_dir_all(prefix.join(other).parent().unwrap()).unwrap();
        fs::write(prefix.join(other), "").unwrap();
    }
    clone.make(&args("uninstall"));
    assert_eq!(files(&prefix), others.map(str::to_owned).into());
    assert!(!prefix.join("share/doc/goc2c").exists());
    clone.make(&args("uninstall"));
}

#[test]
fn programs_are_built_where_sources_are_newer_and_else_left_alone() {
    if !is_installed("make") {
        return;
    }
    let clone = Clone::new();
    let to = tempdir().unwrap();
    let prefix = format!("PREFIX={}", to.path().display());
    clone.make(&["build"]);
    clone.told();
    clone.make(&["install", &prefix]);
    assert_eq!(clone.told(), "", "what is built is installed, by root, say, who has no cargo");
    set_time(&clone.path("goc2c/src/lib.rs"), SystemTime::now() + Duration::from_secs(1));
    clone.make(&["install", &prefix]);
    assert!(clone.told().contains("build --release"), "an old program is built anew");
}

#[test]
fn a_build_heeds_the_target_folder_and_hides_the_machines() {
    if !is_installed("make") {
        return;
    }
    let clone = Clone::new();
    let target = tempdir().unwrap();
    let ran = clone.command("make", &[], target.path().to_str().unwrap());
    assert_eq!(ran.code, Some(0), "{}{}", ran.stdout, ran.stderr);
    assert!(clone.path("bin/goc2c").is_file() && !clone.path("target").exists());
    let told = clone.told();
    let here = fs::canonicalize(clone.folder.path()).unwrap();
    for folder in [&here, &fs::canonicalize(target.path()).unwrap()] {
        assert!(told.contains(&format!("\n--remap-path-prefix={}=", folder.display())), "{told}");
    }
    assert!(told.contains("\n-Ctarget-feature=+crt-static\n"), "{told}");
}

#[test]
fn an_archive_is_the_same_from_any_clone_and_installs_without_a_tool_chain() {
    if !is_installed("make") {
        return;
    }
    let clones = [Clone::new(), Clone::new()];
    // Neither times nor modes of a clone come in.
    set_time(&clones[1].path("README.md"), SystemTime::now());
    fs::set_permissions(clones[1].path("README.md"), fs::Permissions::from_mode(0o600)).unwrap();
    let archives = clones.each_ref().map(|clone| {
        clone.make(&["dist"]);
        let sums = clone.command("sh", &["-c", "cd dist && sha256sum -c SHA256SUMS"], "");
        assert_eq!(sums.code, Some(0), "{}", sums.stderr);
        let files = files_below(&clone.path("dist"));
        files.into_iter().map(|(key, path)| (key, fs::read(path).unwrap())).collect::<Vec<_>>()
    });
    let names: Vec<_> = archives[0].iter().map(|(name, _)| &**name).collect();
    let archive = format!("goc2c-{}-some-linux-gnu", env!("CARGO_PKG_VERSION"));
    assert_eq!(names, ["SHA256SUMS", &format!("{archive}.tar.gz")]);
    assert!(archives[0] == archives[1], "the clones differ");

    let folder = unpacked(&clones[0]);
    let prefix = tempdir().unwrap();
    let install = |what: &str| {
        run(Command::new("make")
            .args([what, &format!("PREFIX={}", prefix.path().display()), "CARGO=false"])
            .current_dir(folder.path().join(&archive))
            .env_remove("MAKEFLAGS")
            .env_remove("MAKELEVEL"))
    };
    let ran = install("install");
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
    assert_eq!(files(prefix.path()), installed());
    assert_eq!(fs::read_to_string(prefix.path().join("bin/goc2c")).unwrap(), "a goc2c\n");
    let ran = install("uninstall");
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
    assert_eq!(files(prefix.path()), BTreeSet::new());
    // Nothing of the archive is of a build.
    let all = files(folder.path());
    assert!(all.iter().all(|file| !file.contains("package/") && !file.ends_with(".rs")), "{all:?}");
}
