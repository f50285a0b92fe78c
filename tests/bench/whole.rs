//! goc2c as a whole: time and memory, against `cp`, an empty C program, and another goc2c if there is one.
//!
//! `make bench` runs it. Environment: `BENCH_REF` names another goc2c (called with `--target plan9 --arch amd64 FILE`, C
//! on its standard output), `BENCH_MB` the size of the inputs (100), `BENCH_ROUNDS` how often each is run (5). With the
//! argument `instructions` it counts instead, by callgrind, and compares with `doc/instructions.tsv`; with `throughput`,
//! `generators`, `small`, `monotony` or `growth` it measures only that.

mod inputs;
mod texts;

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use inputs::{Random, Shape, input};
use texts::Text;
use wait4::Wait4;

/// What a run took.
#[derive(Debug, Clone, Copy, Default)]
struct Cost {
    wall: f64,
    cpu: f64,
    peak: f64,
}

fn run(command: &mut Command) -> Cost {
    let started = Instant::now();
    let mut child =
        command.stdin(Stdio::null()).spawn().unwrap_or_else(|error| panic!("{command:?}: {error}"));
    let used = child.wait4().unwrap();
    assert!(used.status.success(), "{command:?}: {:?}", used.status);
    Cost {
        wall: started.elapsed().as_secs_f64(),
        cpu: (used.rusage.utime + used.rusage.stime).as_secs_f64(),
        peak: used.rusage.maxrss as f64 / (1 << 20) as f64,
    }
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

fn median_cost(costs: &[Cost]) -> Cost {
    let of = |field: fn(&Cost) -> f64| median(costs.iter().map(field).collect());
    Cost { wall: of(|cost| cost.wall), cpu: of(|cost| cost.cpu), peak: of(|cost| cost.peak) }
}

fn setting(name: &str, default: usize) -> usize {
    std::env::var(name).ok().and_then(|value| value.parse().ok()).unwrap_or(default)
}

/// The program to measure: the one that `make` builds, or that cargo built for this bench.
fn program() -> PathBuf {
    std::env::var_os("BENCH_GOC2C").map_or_else(|| env!("CARGO_BIN_EXE_goc2c").into(), PathBuf::from)
}

fn ours(args: &[&str]) -> Command {
    let mut command = Command::new(program());
    command.args(["--arch", "amd64"]).args(args);
    command
}

struct Bench {
    folder: tempfile::TempDir,
    rounds: usize,
}

impl Bench {
    fn new() -> Bench {
        // A file system in memory, where there is one: re-creating files on disk measures the disk.
        let memory = Path::new("/dev/shm");
        let folder = if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() };
        Bench { folder: folder.unwrap(), rounds: setting("BENCH_ROUNDS", 5) }
    }

    fn path(&self, name: &str) -> String {
        self.folder.path().join(name).to_str().unwrap().to_owned()
    }

    /// An input, made by a process of its own: a child's peak memory counts from that of the process that
    /// started it, so this one must stay small.
    fn input(&self, name: &str, shape: Shape, bytes: usize) -> String {
        self.made_apart(name, &shape.to_string(), bytes)
    }

    fn made_apart(&self, name: &str, kind: &str, bytes: usize) -> String {
        let path = self.path(name);
        let mut command = Command::new(std::env::current_exe().unwrap());
        run(command.args(["input", kind, &bytes.to_string(), &path]));
        path
    }

    fn write(&self, name: &str, text: &str) -> String {
        let path = self.path(name);
        fs::write(&path, text).unwrap();
        path
    }

    /// Ours on a file, re-created each time.
    fn translate(&self, source: &str) -> Cost {
        let out = self.path("ours.c");
        let _ = fs::remove_file(&out);
        run(&mut ours(&["-o", &out, source]))
    }

    fn throughput(&self) {
        let bytes = setting("BENCH_MB", 100) << 20;
        println!(
            "\n| shape | program | CPU s | wall s | MB/s of CPU | times ours | peak MB |\n|---|---|---|---|---|---|---|"
        );
        for shape in Shape::ALL {
            let source = self.input("big.goc", shape, bytes);
            let mut costs: BTreeMap<&str, Vec<Cost>> = BTreeMap::new();
            for _ in 0..self.rounds {
                costs.entry("1 goc2c").or_default().push(self.translate(&source));
                if let Some(other) = std::env::var_os("BENCH_REF") {
                    let out = self.path("ref.c");
                    let _ = fs::remove_file(&out);
                    let mut command = Command::new(other);
                    command
                        .args(["--target", "plan9", "--arch", "amd64", &source])
                        .stdout(File::create(&out).unwrap());
                    costs.entry("2 BENCH_REF").or_default().push(run(&mut command));
                    run(Command::new("cmp").args([&out, &self.path("ours.c")]));
                }
                let copy = self.path("copy");
                let _ = fs::remove_file(&copy);
                costs.entry("3 cp").or_default().push(run(Command::new("cp").args([&source, &copy])));
            }
            let first = median_cost(&costs["1 goc2c"]).cpu;
            for (name, costs) in &costs {
                let Cost { wall, cpu, peak } = median_cost(costs);
                println!(
                    "| {} | {} | {cpu:.3} | {wall:.3} | {:.0} | {:.2} | {peak:.1} |",
                    shape,
                    &name[2..],
                    bytes as f64 / 1e6 / cpu,
                    cpu / first
                );
            }
        }
    }

    fn growth(&self) {
        println!("\n| shape | MB | CPU s | ns/byte |\n|---|---|---|---|");
        for shape in Shape::ALL {
            for megabytes in [10, 100, 1000] {
                if megabytes > setting("BENCH_MB", 100) * 10 {
                    continue;
                }
                let source = self.input("big.goc", shape, megabytes << 20);
                // A run on little tells little.
                let runs = self.rounds.min(3) * (1000 / megabytes).clamp(1, 20);
                let costs: Vec<_> = (0..runs).map(|_| self.translate(&source)).collect();
                let cpu = median_cost(&costs).cpu;
                println!(
                    "| {} | {megabytes} | {cpu:.3} | {:.2} |",
                    shape,
                    cpu * 1e9 / (megabytes << 20) as f64
                );
            }
        }
    }

    /// One small file, and many of them, against an empty program.
    fn small(&self) {
        let c = self.write("empty.c", "int main(void) { return 0; }\n");
        let empty = self.path("empty");
        let static_flag: &[&str] = if is_static(&program()) { &["-static"] } else { &[] };
        run(Command::new("cc").args(["-O2", "-o", &empty, &c]).args(static_flag));
        let source = self.write("small.goc", &input(Shape::Mixed, 2000));
        let out = self.path("small.c");
        let (mut empty_ms, mut ours_ms) = (Vec::new(), Vec::new());
        for _ in 0..40 * self.rounds {
            empty_ms.push(run(&mut Command::new(&empty)).wall * 1e3);
            ours_ms.push(run(&mut ours(&["-o", &out, &source])).wall * 1e3);
        }
        let (empty_ms, ours_ms) = (median(empty_ms), median(ours_ms));
        println!("\n| small files | ms | against |\n|---|---|---|");
        println!(
            "| an empty C program{} | {empty_ms:.3} | |",
            if static_flag.is_empty() { "" } else { ", static" }
        );
        println!("| goc2c on 2 kB | {ours_ms:.3} | {:.2} times the empty one |", ours_ms / empty_ms);

        let mut random = Random(7);
        let names: Vec<_> = (0..2000)
            .map(|number| {
                self.write(&format!("f{number}.goc"), &input(Shape::Mixed, 1000 + random.below(19_000)))
            })
            .collect();
        let args = self.write("args", &names.join("\n"));
        let folder = self.path("many");
        for jobs in ["1", "2"] {
            let costs: Vec<_> = (0..self.rounds)
                .map(|_| {
                    let _ = fs::remove_dir_all(&folder);
                    run(&mut ours(&["-j", jobs, "--out-dir", &folder, &format!("@{args}")]))
                })
                .collect();
            let wall = median_cost(&costs).wall * 1e3;
            println!(
                "| goc2c on 2,000 files of 1 to 20 kB, -j {jobs} | {wall:.1} | {:.1} times faster than 2,000 empty ones |",
                empty_ms * 2000.0 / wall
            );
        }
    }

    /// gen-runtime's generators, where it lies beside goc2c.
    fn generators(&self) {
        let program = program().with_file_name("gen-runtime");
        if !program.is_file() {
            return println!("\nno gen-runtime beside {}", program.display());
        }
        let bytes = setting("BENCH_MB", 100) << 20;
        println!("\n| generator | input | CPU s | wall s | MB/s of CPU | times half of it | peak MB |");
        println!("|---|---|---|---|---|---|---|");
        let structs: Vec<_> = (0..1000).map(|n| format!("--struct=S{n}=s{n}")).collect();
        let structs = format!("@{}", self.write("structs", &structs.join("\n")));
        for text in Text::ALL {
            let args: &[&str] = match text {
                Text::Structs => &["zasm", "--only"],
                Text::SameStructs => &["zasm", "--only", &structs],
                Text::Constants => &["zasm", "--only", "--dialect", "go1.4"],
                Text::Declarations | Text::GoConstants => &["zruntime-defs", "--dialect", "go1.4"],
                Text::SymbolAbis => &["symabis", "--for", "runtime", "--from"],
                Text::Opcodes => &["anames"],
            };
            let cost = |bytes| {
                let source = self.made_apart("text", &format!("{text:?}"), bytes);
                let out = self.path("made");
                let costs: Vec<_> = (0..self.rounds)
                    .map(|_| {
                        let _ = fs::remove_file(&out);
                        run(Command::new(&program).args(args).args([&source, "-o", &out]))
                    })
                    .collect();
                median_cost(&costs)
            };
            let half = cost(bytes / 2).cpu;
            let Cost { wall, cpu, peak } = cost(bytes);
            println!(
                "| {} | {text:?} | {cpu:.3} | {wall:.3} | {:.0} | {:.2} | {peak:.1} |",
                args[0],
                bytes as f64 / 1e6 / cpu,
                cpu / half
            );
        }
    }

    /// A megabyte of one thing over and over, against the usual input.
    fn monotony(&self) {
        const BYTES: usize = 1 << 20;
        let usual = self.write("usual.goc", &input(Shape::Mixed, BYTES));
        let per_run = |source: &str| {
            let costs: Vec<_> = (0..3 * self.rounds)
                .map(|_| {
                    let started = Instant::now();
                    let mut command = ours(&["-o", &self.path("m.c"), "--message-format", "short", source]);
                    command.stderr(Stdio::null()).status().unwrap();
                    started.elapsed()
                })
                .collect();
            median(costs.iter().map(Duration::as_secs_f64).collect()) * 1e3
        };
        let usual_ms = per_run(&usual);
        println!(
            "\n| a megabyte of | ms | times the usual |\n|---|---|---|\n| the usual | {usual_ms:.2} | 1 |"
        );
        for (what, head, piece) in [
            ("`{`", "", "{"),
            ("`{` in a body", "func F() {", "{"),
            ("quotes", "", "\""),
            ("quotes in a body", "func F() {", "\""),
            ("`/*`", "", "/*"),
            ("`/*` in a body", "func F() {", "/*"),
            ("`func`", "", "func "),
            ("`func` lines", "", "func\n"),
            ("one-letter parameters", "func F(", "a b,"),
            ("one endless token", "", "x"),
            ("NUL bytes", "", "\0\n"),
        ] {
            let text = format!("package p\n{head}{}", piece.repeat(BYTES / piece.len()));
            let ms = per_run(&self.write("m.goc", &text));
            println!("| {what} | {ms:.2} | {:.2} |", ms / usual_ms);
        }
    }

    /// Instructions per input byte, which do not depend on the machine's load.
    fn instructions(&self) {
        const BYTES: usize = 4 << 20;
        let table = Path::new(env!("CARGO_MANIFEST_DIR")).join("../doc/instructions.tsv");
        let table = fs::read_to_string(table).unwrap();
        let mut failed = false;
        println!("| shape | instructions a byte | at most |\n|---|---|---|");
        for shape in Shape::ALL {
            let source = self.input("i.goc", shape, BYTES);
            let out = format!("--callgrind-out-file={}", self.path("callgrind"));
            let program = program();
            let output = Command::new("valgrind")
                .args([
                    "--tool=callgrind",
                    &out,
                    program.to_str().unwrap(),
                    "--arch",
                    "amd64",
                    "-o",
                    "/dev/null",
                    &source,
                ])
                .output()
                .expect("valgrind runs");
            let text = String::from_utf8_lossy(&output.stderr).into_owned();
            let count = text.rsplit_once("refs:").expect("callgrind counts").1.trim().replace(',', "");
            let count: f64 = count.lines().next().unwrap().trim().parse().unwrap();
            let row = table.lines().find_map(|row| row.strip_prefix(&format!("{}\t", shape)));
            let most: f64 = row.expect("a row for the shape").parse().unwrap();
            let found = count / BYTES as f64;
            println!("| {} | {found:.1} | {most} |", shape);
            failed |= found > most;
        }
        assert!(!failed, "more instructions than doc/instructions.tsv allows");
    }
}

/// Whether a program was linked without a dynamic linker.
fn is_static(program: &Path) -> bool {
    let bytes = fs::read(program).unwrap();
    !bytes.windows(9).take(4096).any(|window| window == b"ld-linux-" || window == b"/ld-linux")
}

fn main() {
    let args: Vec<_> = std::env::args().collect();
    if let [_, what, shape, bytes, path] = &args[..]
        && what == "input"
    {
        let bytes = bytes.parse().unwrap();
        let text = Text::ALL.into_iter().find(|known| format!("{known:?}") == *shape);
        let shape = Shape::ALL.into_iter().find(|known| known.to_string() == *shape);
        let made = shape.map(|shape| input(shape, bytes)).or(text.map(|text| text.write(bytes).0));
        return fs::write(path, made.expect("a shape or a kind of text")).unwrap();
    }
    let bench = Bench::new();
    if std::env::args().any(|arg| arg == "instructions") {
        return bench.instructions();
    }
    println!("goc2c at {}", program().display());
    type Part = (&'static str, fn(&Bench));
    let parts: [Part; 5] = [
        ("throughput", Bench::throughput),
        ("generators", Bench::generators),
        ("small", Bench::small),
        ("monotony", Bench::monotony),
        ("growth", Bench::growth),
    ];
    let is_named = |(name, _): &&Part| args.iter().any(|arg| arg == name);
    let all = !parts.iter().any(|part| is_named(&part));
    parts.iter().filter(|part| all || is_named(part)).for_each(|(_, part)| part(&bench));
}
