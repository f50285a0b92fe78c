//! Runs that are killed: whenever that happens, each output is the old one or the new one, and whole, and the next run
//! removes what was left.
//!
//! `GOC2C_KILLS` says how many runs are killed (40).

use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::Instant;

use pretty_assertions::assert_eq;

use super::files::{GOOD, folder, names, ok};
use super::program::{goc2c, goc2c_in};
use crate::support::run;

const FILES: usize = 400;

/// The inputs of one side, `a` or `b`: the same names, other functions. Every twentieth output is too large to be
/// gathered in memory.
fn write_inputs(folder: &Path, side: char) {
    fs::create_dir(folder.join(side.to_string())).unwrap();
    let mut args = String::new();
    for number in 0..FILES {
        let func = format!("func {side}{number}(a uint8) (r int32) {{\n\tr = a + {number};\n}}\n");
        let text = format!("package demo\n{}", func.repeat(if number % 20 == 7 { 4000 } else { 10 }));
        let name = format!("{side}/f{number:03}.goc");
        fs::write(folder.join(&name), text).unwrap();
        args += &format!("{name}\n");
    }
    fs::write(folder.join(format!("args-{side}")), args).unwrap();
}

/// A run over all files of a side, into a folder.
fn all(folder: &Path, side: char, out: &str) -> Command {
    let mut command = goc2c(folder);
    command.args(["--arch", "386", "-j", "2", "--out-dir", out, &format!("@args-{side}")]);
    command
}

fn outputs(folder: &Path) -> Vec<Vec<u8>> {
    (0..FILES).map(|number| fs::read(folder.join(format!("f{number:03}.c"))).unwrap()).collect()
}

fn temporary(folder: &Path) -> Vec<String> {
    names(folder).into_iter().filter(|name| name.starts_with(".goc2c-")).collect()
}

fn kill(mut child: Child) {
    child.kill().unwrap();
    child.wait().unwrap();
}

#[test]
fn a_run_that_is_killed_leaves_each_output_old_or_new_and_the_next_run_nothing_else() {
    let kills: u32 = std::env::var("GOC2C_KILLS").map_or(40, |kills| kills.parse().unwrap());
    let folder = folder(&[]);
    let folder = folder.path();
    let sides = ['a', 'b'].map(|side| {
        write_inputs(folder, side);
        let out = format!("expect-{side}");
        ok(run(&mut all(folder, side, &out)));
        outputs(&folder.join(out))
    });
    let out = folder.join("out");
    ok(run(&mut all(folder, 'a', "out")));
    let started = Instant::now();
    ok(run(&mut all(folder, 'b', "out")));
    let whole = started.elapsed();
    let mut halfway = 0;
    for count in 0..kills {
        let side = if count % 2 == 0 { 'a' } else { 'b' };
        // Every moment of a run has its turn, in an order that jumps about.
        let moment = whole.mul_f64(f64::from(count * 17 % kills) / f64::from(kills));
        let child = all(folder, side, "out").stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        sleep(moment);
        kill(child);
        let mut seen = [0, 0];
        for (number, output) in outputs(&out).iter().enumerate() {
            let of = sides.iter().position(|side| side[number] == *output);
            seen[of.unwrap_or_else(|| panic!("f{number:03}.c is neither old nor new"))] += 1;
        }
        halfway += usize::from(seen[0] > 0 && seen[1] > 0);
    }
    println!("{kills} killed, {halfway} of them with some outputs written; left: {:?}", temporary(&out));
    assert!(halfway > 0, "no run was killed while it wrote");
    // What a run that was killed at the worst moment would leave.
    fs::write(out.join(".goc2c-0123456789abcdef"), "half").unwrap();
    ok(run(&mut all(folder, 'a', "out")));
    assert_eq!(temporary(&out), [""; 0]);
    assert!(outputs(&out) == sides[0]);
    assert_eq!(names(&out).len(), FILES);
}

#[test]
fn what_a_killed_run_left_is_removed_by_runs_that_write_and_by_no_others() {
    let folder =
        folder(&[("a.goc", GOOD), ("gen/.goc2c-0123456789abcdef", "half"), ("gen/.goc2c-x", "mine")]);
    let gen_folder = folder.path().join("gen");
    let left = |args: &str| {
        goc2c_in(folder.path(), &format!("--arch 386 {args} a.goc"));
        names(&gen_folder)
    };
    let both = [".goc2c-0123456789abcdef", ".goc2c-x"];
    assert_eq!(left("-o gen/a.c --check"), both);
    assert_eq!(left("-o gen/a.c --diff"), both);
    assert_eq!(left("-o gen/a.c --print outputs"), both);
    assert_eq!(left("-o b.c"), both);
    assert_eq!(left("-o gen/a.c"), [".goc2c-x", "a.c"]);
    fs::write(gen_folder.join(both[0]), "half").unwrap();
    assert_eq!(left("-o gen/a.c"), [".goc2c-x", "a.c"], "also where nothing changed");
    fs::write(gen_folder.join(both[0]), "half").unwrap();
    assert_eq!(left("-o a.c --depfile gen/a.d"), [".goc2c-x", "a.c", "a.d"]);
}
