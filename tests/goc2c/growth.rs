//! How time and memory of a run grow with its input: twice of anything takes about twice the time, and memory is at most
//! a multiple of the input. Whole runs of the program, so that what is said of a fault counts too.

use std::fs;
use std::path::Path;
use std::process::Stdio;

use wait4::Wait4;

use super::program::goc2c;

/// What a run took.
#[derive(Debug, Clone, Copy)]
struct Cost {
    seconds: f64,
    bytes: u64,
}

fn run(folder: &Path, args: &str, text: &str) -> Cost {
    fs::write(folder.join("x.goc"), text).unwrap();
    let mut command = goc2c(folder);
    command.args(args.split_whitespace()).args(["-o", "x.c", "x.goc"]);
    let mut child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    let used = child.wait4().unwrap().rusage;
    Cost { seconds: (used.utime + used.stime).as_secs_f64(), bytes: used.maxrss }
}

/// The least of a few runs: what else the machine does only adds to it.
fn least(folder: &Path, args: &str, text: &str) -> Cost {
    let runs: Vec<_> = (0..3).map(|_| run(folder, args, text)).collect();
    let seconds = runs.iter().map(|cost| cost.seconds).fold(f64::INFINITY, f64::min);
    Cost { seconds, bytes: runs.iter().map(|cost| cost.bytes).min().unwrap() }
}

const GCCGO: &str = "--dialect gccgo11";
const GCCGO_ALL: &str = "--dialect gccgo11 --max-errors 0 --message-format short";
const GO13_ALL: &str = "--dialect go1.3 --arch amd64 --max-errors 0 --message-format short";

/// Twice the input, twice the time: half more than that is left to chance, and so are a few hundredths of a second.
fn grows_with_its_input(args: &str, count: usize, text: impl Fn(usize) -> String) {
    let folder = tempfile::tempdir().unwrap();
    let [once, twice] = [count, 2 * count].map(|count| least(folder.path(), args, &text(count)));
    println!("{count}: {once:?}, {}: {twice:?}", 2 * count);
    assert!(twice.seconds <= 3.0 * once.seconds + 0.05, "{once:?} {twice:?}");
}

fn list(count: usize, entry: impl Fn(usize) -> String) -> String {
    (0..count).map(entry).collect::<Vec<_>>().join(", ")
}

#[test]
fn types_in_one_list() {
    grows_with_its_input(GCCGO, 40_000, |count| {
        format!("package p\nfunc F({}) {{\n}}\n", list(count, |n| format!("a{n} T{n}")))
    });
}

#[test]
fn arrays_in_one_list() {
    grows_with_its_input(GCCGO, 40_000, |count| {
        format!("package p\nfunc F({}) {{\n}}\n", list(count, |n| format!("a{n} [{}]T", n + 1)))
    });
}

#[test]
fn names_that_c_cannot_have() {
    grows_with_its_input(GCCGO_ALL, 8_000, |count| {
        format!(
            "package p\nfunc F({}) {{\n{}}}\n",
            list(count, |n| format!("goc_{n} int")),
            "\tx = 1;\n".repeat(count)
        )
    });
}

#[test]
fn functions_of_one_name_in_c() {
    // `(T_a) b` and `(T) a_b` are both `p_T_a_b`, and the second gets an underscore.
    grows_with_its_input(GCCGO, 1_000_000, |bytes| {
        let parts = (bytes as f64 / 2.0).sqrt() as usize;
        let word = |parts| vec!["x"; parts].join("_");
        let func = |n| format!("func (p *{}) {}() {{\n}}\n", word(n), word(parts - n));
        format!("package p\n{}", (1..parts).map(func).collect::<String>())
    });
}

#[test]
fn faults_on_one_line() {
    for args in [GO13_ALL, GCCGO_ALL] {
        grows_with_its_input(args, 20_000, |count| {
            format!("package p\nfunc F({}) {{\n}}\n", list(count, |n| format!("a{n} uint16_t")))
        });
    }
}

#[test]
fn nul_bytes_and_lines() {
    grows_with_its_input(GO13_ALL, 100_000, |count| format!("package p\n{}", "\0\n".repeat(count)));
    grows_with_its_input(GO13_ALL, 1_000_000, |count| format!("package p\n{}", "\0".repeat(count)));
}

/// Bytes of memory that a byte of input takes at most, where all of the input is faults and all of them are shown.
const MULTIPLE: u64 = 64;

#[test]
fn memory_is_a_multiple_of_the_input() {
    let folder = tempfile::tempdir().unwrap();
    let empty = run(folder.path(), GO13_ALL, "package p\n").bytes;
    let filled = |piece: &str| format!("package p\n{}", piece.repeat((1 << 20) / piece.len()));
    let of_list =
        |entry: &dyn Fn(usize) -> String| format!("package p\nfunc F({}) {{\n}}\n", list(60_000, entry));
    for (what, args, text) in [
        ("NUL bytes", GO13_ALL, filled("\0")),
        ("NUL lines", GO13_ALL, filled("\0\n")),
        ("NUL lines in Go", GCCGO_ALL, filled("\0\n")),
        ("headers", GO13_ALL, filled("func\n")),
        ("headers of Go", GCCGO_ALL, filled("func x\n")),
        ("good lines", GCCGO_ALL, filled("x;\n")),
        ("types", GCCGO_ALL, of_list(&|n| format!("a{n} T{n}"))),
        ("unknown types", GO13_ALL, of_list(&|n| format!("a{n} uint16_t"))),
    ] {
        let multiple = run(folder.path(), args, &text).bytes.saturating_sub(empty) / text.len() as u64;
        println!("{what}: {multiple} bytes of memory a byte of input");
        assert!(multiple <= MULTIPLE, "{what}: {multiple}");
    }
}
