//! Random functions give what the same C gives as a program, on each machine and by each release of Go; and the test binary
//! has the bytes that the object had.

use std::fs;
use std::path::Path;
use std::process::Command;

use goc2c::gc::Machine;

use super::functions::Functions;
use super::tools::{build_test, compiler, done, goc2c, gos, machines, start, unit};
use crate::support::chance::{Chance, rounds};

/// What C leaves to the compiler by default: whether a product and a sum are rounded once.
const EXACT: &str = "-ffp-contract=off";

#[test]
fn random_functions_give_what_c_gives() {
    let machines = machines("random functions");
    let gos = gos("random functions");
    rounds("random functions", 6.0, |seed| {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path();
        let functions = Functions::new(&mut Chance::new(seed));
        let write = |name: &str, text: &str| fs::write(path.join(name), text).unwrap();
        write("go.mod", "module example.com/random\n\ngo 1.19\n");
        write("random.goc", &functions.goc);
        write("random.go", &functions.go);
        write("random_test.go", &functions.test);
        let arch = machines.iter().map(|machine| machine.name()).collect::<Vec<_>>().join(",");
        let ran = goc2c(path, &["--dialect", "gc", "--arch", &arch, "--cflags", EXACT, "random.goc"]);
        assert_eq!(ran.code, Some(0), "seed {seed}: {}\n{}", ran.stderr, kept(&functions));
        for machine in &machines {
            let wanted = run_c(&functions, *machine, path);
            for (number, go) in gos.iter().enumerate() {
                let program = path.join(format!("random{number}-{}.test", machine.name()));
                build_test(go, path, *machine, &program);
                let found = done(start(&program, *machine).current_dir(path).arg("-test.run=TestAll"));
                let (wanted, found) = (results(&wanted), results(&found));
                let first = wanted.iter().zip(&found).find(|(wanted, found)| wanted != found);
                let place = format!("seed {seed}, {}, {}", machine.name(), go.display());
                assert!(
                    first.is_none() && wanted.len() == found.len(),
                    "{place}: {first:?}\n{}",
                    kept(&functions)
                );
                let ran = goc2c(path, &["verify", "random.goc", program.to_str().unwrap()]);
                assert_eq!(ran.code, Some(0), "{place}: {}\n{}", ran.stderr, kept(&functions));
                println!("{} results equal; {}", wanted.len(), ran.stderr.trim());
            }
        }
    });
}

/// Compiles the C of the file as a program, with none of goc2c's flags, and runs it.
fn run_c(functions: &Functions, machine: Machine, folder: &Path) -> String {
    let mut c = unit("random.goc", &functions.goc).c;
    c.extend_from_slice(functions.main.as_bytes());
    let folder = folder.join(machine.name());
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("program.c"), c).unwrap();
    fs::write(folder.join("goc.h"), goc2c::prelude::TEXT).unwrap();
    let mut command = Command::new(compiler(machine).unwrap().program);
    command.current_dir(&folder).args(["-O1", EXACT, "-w", "-I.", "program.c", "-o", "program"]);
    done(&mut command);
    done(&mut start(&folder.join("program"), machine))
}

fn results(text: &str) -> Vec<&str> {
    text.lines().filter(|line| line.starts_with("# ")).collect()
}

/// Keeps the file of a failure, and says where.
fn kept(functions: &Functions) -> String {
    let path = std::env::temp_dir().join(format!("goc-random-{}.goc", std::process::id()));
    let _ = fs::write(&path, &functions.goc);
    format!("kept as {}", path.display())
}
