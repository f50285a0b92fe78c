//! Package paths: what `go build` passes, and what is told to goc2c and gccgo alike.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::machine::{done, has, machines, skip, write_package};

const GOC: &str = "package p_q\n\n#include \"goc.h\"\n\ntypedef struct { intgo n; } Count_er;\n\n\
    func Add_two(n int) (sum int) {\n\tsum = n + 2;\n}\n\nfunc (c *Count_er) Größer_als(n int) (b bool) {\n\tb = c->n > n;\n}\n";
const GO: &str = "package p_q\n\ntype Count_er struct{ N int }\n";

fn main_go(path: &str) -> String {
    format!(
        "package main\n\nimport p \"{path}\"\n\n\
         func main() {{\n\tc := p.Count_er{{5}}\n\tprintln(p.Add_two(40), c.Größer_als(4), c.Größer_als(5))\n}}\n"
    )
}

/// A `go` that keeps to a folder, builds with gccgo, and asks nobody.
fn go(folder: &Path) -> Command {
    let mut go = Command::new("go");
    go.current_dir(folder)
        .env("HOME", folder)
        .env("GOCACHE", folder.join("cache"))
        .env("GOPATH", folder.join("path"));
    go.envs([("GCCGO", "gccgo-12"), ("CC", "gcc-12"), ("CGO_ENABLED", "1"), ("GOFLAGS", "-mod=mod")]);
    go.envs([("GOPROXY", "off"), ("GO111MODULE", "on")]);
    go
}

#[test]
fn go_build_takes_a_package_with_dots_dashes_and_underscores_in_its_path() {
    if Command::new("go").arg("version").output().is_err() || !has("gccgo-12") {
        return skip("go build", "go or gccgo-12 is missing");
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path();
    let package = path.join("c_d.v2/p-q");
    fs::create_dir_all(&package).unwrap();
    fs::write(path.join("go.mod"), "module example.com/a-b\n\ngo 1.18\n").unwrap();
    fs::write(path.join("main.go"), main_go("example.com/a-b/c_d.v2/p-q")).unwrap();
    fs::write(package.join("p.go"), GO).unwrap();
    write_package(&package, "p_q", GOC, None);
    done(go(path).args(["build", "-compiler", "gccgo", "-o", "prog", "."]));
    let output = Command::new(path.join("prog")).output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "42 true false\n");
}

#[test]
fn every_setting_of_the_path_links() {
    const UNICODE: &str = "example.com/größe_𝔸/p-q.v2";
    const DIGITS: &str = "3d/9p-q";
    for machine in machines("package paths") {
        // The path goc2c is told, what gcc is told, and what gccgo is told.
        for (told, path) in [(Some(UNICODE), UNICODE), (Some(DIGITS), DIGITS), (None, "p_q")] {
            let folder = tempfile::tempdir().unwrap();
            let root = folder.path();
            write_package(root, "p_q", GOC, told);
            fs::write(root.join("p.go"), GO).unwrap();
            fs::write(root.join("main.go"), main_go(path)).unwrap();
            machine.compile_c(root, "p_q");
            let object = format!("{path}.o");
            fs::create_dir_all(root.join(&object).parent().unwrap()).unwrap();
            let mut compile = machine.gccgo();
            compile.current_dir(root).args(["-c", "-g", "p.go", "p_q_goc.go", "-o", &object]);
            if told.is_some() {
                compile.arg(format!("-fgo-pkgpath={path}"));
            }
            done(&mut compile);
            // The C was compiled to p_q.o, where gccgo would look for the package without a path.
            let c_object = if told.is_none() { "c.o" } else { "p_q.o" };
            if told.is_none() {
                fs::rename(root.join("p_q.o"), root.join("go.o")).unwrap();
                machine.compile_c(root, "p_q");
                fs::rename(root.join("p_q.o"), root.join(c_object)).unwrap();
                fs::rename(root.join("go.o"), root.join("p_q.o")).unwrap();
            }
            let mut link = machine.gccgo();
            link.current_dir(root).args(["-g", "-I.", "main.go", &object, c_object, "-o", "prog"]);
            done(&mut link);
            machine.start(&root.join("prog"));
        }
        println!("{}: a path beyond ASCII, one that starts with a digit, and none", machine.name);
    }
}
