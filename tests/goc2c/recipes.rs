//! The recipes of `doc/build-systems.md`, run as they stand there by the real make, Ninja, CMake, Meson and sh.

use std::fs;
use std::process::Command;
use std::time::{Duration, SystemTime};

use pretty_assertions::assert_eq;
use serde_json::Value;
use tempfile::{TempDir, tempdir};

use crate::support::{is_installed, root, run, run_with_input};

const A: &str = "package demo\nfunc A() {\n\ta;\n}\n";
const B: &str = "package demo\nfunc B() {\n\tb;\n}\n";

/// The code blocks of the page in a language.
fn blocks(language: &str) -> Vec<String> {
    let page = fs::read_to_string(root().join("doc/build-systems.md")).unwrap();
    let open = format!("```{language}\n");
    let blocks: Vec<_> =
        page.split(&open).skip(1).map(|rest| rest.split("```").next().unwrap().to_owned()).collect();
    assert!(!blocks.is_empty(), "the page has no {language} block");
    blocks
}

/// A folder with two inputs, and a goc2c on its path that writes down each of its runs.
struct Site {
    folder: TempDir,
}

impl Site {
    fn new(recipe_name: &str, recipe: &str) -> Site {
        let site = Site { folder: tempdir().unwrap() };
        fs::create_dir(site.path("bin")).unwrap();
        let script = format!(
            "#!/bin/sh\necho \"$*\" >> '{}'\nexec '{}' \"$@\"\n",
            site.path("runs").display(),
            env!("CARGO_BIN_EXE_goc2c")
        );
        fs::write(site.path("bin/goc2c"), script).unwrap();
        fs::set_permissions(site.path("bin/goc2c"), std::os::unix::fs::PermissionsExt::from_mode(0o755))
            .unwrap();
        site.write("a.goc", A);
        site.write("b.goc", B);
        fs::write(site.path(recipe_name), recipe).unwrap();
        site
    }

    fn path(&self, name: &str) -> std::path::PathBuf {
        self.folder.path().join(name)
    }

    /// Writes an input, an hour before now, so that clocks of a coarse file system cannot matter.
    fn write(&self, name: &str, text: &str) {
        fs::write(self.path(name), text).unwrap();
        self.set_time(name, SystemTime::now() - Duration::from_secs(3600));
    }

    fn set_time(&self, name: &str, time: SystemTime) {
        fs::File::options().append(true).open(self.path(name)).unwrap().set_modified(time).unwrap();
    }

    /// Runs a tool; how many times goc2c ran in it.
    fn runs(&self, tool: &str, args: &[&str]) -> usize {
        let _ = fs::remove_file(self.path("runs"));
        let path = format!("{}:{}", self.path("bin").display(), std::env::var("PATH").unwrap());
        let ran = run(Command::new(tool)
            .args(args)
            .current_dir(self.folder.path())
            .env("PATH", path)
            .env_remove("MAKEFLAGS")
            .env_remove("MAKELEVEL"));
        assert_eq!(ran.code, Some(0), "{}{}", ran.stdout, ran.stderr);
        fs::read_to_string(self.path("runs")).unwrap_or_default().lines().count()
    }

    fn c(&self, name: &str) -> String {
        fs::read_to_string(self.path(&format!("gen/{name}"))).unwrap()
    }
}

/// What any recipe must do: build, rest, rebuild what is touched or changed, repair what is deleted.
fn settles(site: &Site, tool: &str, args: &[&str], runs_at_first: usize) {
    assert_eq!(site.runs(tool, args), runs_at_first, "builds");
    assert!(site.c("a.c").contains("\ta;\n") && site.c("b.c").contains("\tb;\n"));
    assert_eq!(site.runs(tool, args), 0, "does nothing the second time");
    site.set_time("a.goc", SystemTime::now() + Duration::from_secs(2));
    assert_eq!(site.runs(tool, args), 1, "a touched input is translated again");
    // The touched input's time lies ahead; let the clock pass it.
    std::thread::sleep(Duration::from_millis(2100));
    site.runs(tool, args);
    assert_eq!(site.runs(tool, args), 0, "and settles");
    fs::write(site.path("b.goc"), B.replace("\tb;", "\tb2;")).unwrap();
    assert_eq!(site.runs(tool, args), 1, "a changed input is translated again");
    assert!(site.c("b.c").contains("\tb2;\n"));
    assert_eq!(site.runs(tool, args), 0);
    fs::remove_file(site.path("gen/a.c")).unwrap();
    assert_eq!(site.runs(tool, args), 1, "a deleted output is made again");
    assert!(site.c("a.c").contains("\ta;\n"));
    assert_eq!(site.runs(tool, args), 0);
}

#[test]
fn the_make_recipes_settle() {
    if !is_installed("make") {
        return;
    }
    let recipes = blocks("make");
    assert_eq!(recipes.len(), 2);
    for recipe in recipes {
        settles(&Site::new("Makefile", &recipe), "make", &[], 2);
    }
}

#[test]
fn the_ninja_recipes_settle() {
    if !is_installed("ninja") {
        return;
    }
    let recipes = blocks("ninja");
    assert_eq!(recipes.len(), 2);
    settles(&Site::new("build.ninja", &recipes[0]), "ninja", &[], 2);
    settles(&Site::new("build.ninja", &recipes[1]), "ninja", &[], 1);
}

/// As [`settles`], where the flags stand in a file that the depfile names.
fn settles_with_flags(site: &Site, tool: &str, args: &[&str]) {
    settles(site, tool, args, 2);
    assert!(site.c("a.c").contains("#line 2 \"a.goc\""), "{}", site.c("a.c"));
    let flags = fs::read_to_string(site.path("goc.flags")).unwrap();
    std::thread::sleep(Duration::from_millis(20));
    fs::write(site.path("goc.flags"), format!("{flags}--no-line\n")).unwrap();
    assert_eq!(site.runs(tool, args), 2, "flags that the depfile names are looked at");
    assert!(!site.c("a.c").contains("#line"));
    assert_eq!(site.runs(tool, args), 0);
}

const FLAGS: &str = "--dialect go1.2 --os linux --arch amd64\n";

#[test]
fn the_cmake_recipe_settles() {
    if !is_installed("cmake") || !is_installed("ninja") {
        return;
    }
    for generator in ["Unix Makefiles", "Ninja"] {
        let site = Site::new("CMakeLists.txt", &blocks("cmake")[0]);
        site.write("goc.flags", FLAGS);
        assert_eq!(site.runs("cmake", &["-G", generator, "-S", ".", "-B", "gen"]), 0);
        settles_with_flags(&site, "cmake", &["--build", "gen"]);
    }
}

#[test]
fn the_meson_recipe_settles() {
    if !is_installed("meson") || !is_installed("ninja") {
        return;
    }
    let site = Site::new("meson.build", &blocks("meson")[0]);
    site.write("goc.flags", FLAGS);
    assert_eq!(site.runs("meson", &["setup", "gen"]), 0);
    settles_with_flags(&site, "ninja", &["-C", "gen"]);
}

#[test]
fn a_touched_input_does_not_recompile_what_depends_on_its_c() {
    if !is_installed("make") {
        return;
    }
    // The second recipe keeps time stamps, so what is made from the C is left alone.
    let recipe = blocks("make")[1].clone() + "\ngen/%.o: gen/%.c\n\tcp $< $@\n";
    let site = Site::new("Makefile", &recipe);
    site.runs("make", &["gen/a.o"]);
    let made = |site: &Site| fs::metadata(site.path("gen/a.o")).unwrap().modified().unwrap();
    let before = made(&site);
    std::thread::sleep(Duration::from_millis(20));
    site.set_time("a.goc", SystemTime::now());
    assert_eq!(site.runs("make", &["gen/a.o"]), 1);
    assert_eq!(made(&site), before);
}

/// What a text in YAML says, by way of Python; nothing where that has no YAML.
fn yaml(text: &str) -> Option<Value> {
    let parse = "import json, sys, yaml; print(json.dumps(yaml.safe_load(sys.stdin), default=str))";
    if run(Command::new("python3").args(["-c", "import yaml"])).code != Some(0) {
        println!("skipped: Python's `yaml` is not installed");
        assert!(std::env::var_os("CI").is_none(), "CI must have Python's `yaml`");
        return None;
    }
    let ran = run_with_input(Command::new("python3").args(["-c", parse]), text.as_bytes());
    assert_eq!(ran.code, Some(0), "{}", ran.stderr);
    Some(serde_json::from_str(&ran.stdout).unwrap())
}

#[test]
fn the_ci_job_fails_when_an_output_is_out_of_date() {
    let Some(workflow) = yaml(&blocks("yaml")[0]) else { return };
    let steps = workflow["jobs"]["generated"]["steps"].as_array().unwrap();
    let script = steps.last().unwrap()["run"].as_str().unwrap();
    fails_when_an_output_is_out_of_date(script);
}

#[test]
fn the_hooks_of_pre_commit_fail_when_an_output_is_out_of_date() {
    let Some(local) = yaml(&blocks("yaml")[1]) else { return };
    let hook = &local["repos"][0]["hooks"][0];
    fails_when_an_output_is_out_of_date(hook["entry"].as_str().unwrap());
    // That of this repository is told the rest by who uses it.
    let hooks = fs::read_to_string(root().join(".pre-commit-hooks.yaml")).unwrap();
    let Some(hooks) = yaml(&hooks) else { return };
    let entry = hooks[0]["entry"].as_str().unwrap();
    assert_eq!((&hooks[0]["id"], &hooks[0]["language"]), (&hook["id"], &hook["language"]));
    fails_when_an_output_is_out_of_date(&format!(
        "{entry} --dialect go1.2 --os linux --arch amd64 --out-dir gen a.goc b.goc"
    ));
}

/// Whether a line of sh that checks the site's outputs does so, and writes nothing.
fn fails_when_an_output_is_out_of_date(script: &str) {
    let site = Site::new("job.sh", script);
    let path = format!("{}:{}", site.path("bin").display(), std::env::var("PATH").unwrap());
    let job = |site: &Site| {
        run(Command::new("sh").args(["-e", "job.sh"]).current_dir(site.folder.path()).env("PATH", &path))
    };
    assert_eq!(job(&site).code, Some(1), "nothing has been generated yet");
    let generate = "goc2c --dialect go1.2 --os linux --arch amd64 --out-dir gen *.goc";
    let generated =
        run(Command::new("sh").args(["-c", generate]).current_dir(site.folder.path()).env("PATH", &path));
    assert_eq!(generated.code, Some(0));
    assert_eq!(job(&site).code, Some(0));
    site.write("a.goc", &A.replace("\ta;", "\tchanged;"));
    let ran = job(&site);
    assert_eq!(ran.code, Some(1));
    assert!(ran.stdout.contains("+\tchanged;"), "the difference is shown: {}", ran.stdout);
    assert!(site.c("a.c").contains("\ta;\n"), "nothing was written");
}
