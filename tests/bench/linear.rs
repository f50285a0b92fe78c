//! How the time for acid text grows with its size: structs that are all wanted, and constants. The historical
//! programs compared each struct's name with every wanted one, and each declaration's with all before it: the
//! last rows do no more than that.
//!
//! `cargo bench -p gen-runtime` runs it; each size is twice the one before, and so should be its time.

use std::io;
use std::time::{Duration, Instant};

use gen_runtime::{Options, Release, StructPrefix, zasm, zruntime_defs};
use goc2c::Source;

const ROUNDS: usize = 5;

fn best(mut work: impl FnMut()) -> Duration {
    let time = |_| {
        let started = Instant::now();
        work();
        started.elapsed()
    };
    (0..ROUNDS).map(time).min().unwrap_or_default()
}

fn structs(count: usize) -> String {
    let one = |n| {
        format!(
            "sizeofS{n} = 24;\naggr S{n}\n{{\n\t'W' 0 sp;\n\t'Y' 8 pc;\n\t'A' G 16 g;\n}};\n\ndefn\nS{n}(addr) {{\n\
             \tindent_S{n}(addr, \"\\t\");\n}}\ndefn\nindent_S{n}(addr, indent) {{\n\tcomplex S{n} addr;\n\
             \tprint(indent, \"sp\t\", addr.sp, \"\\n\");\n\tprint(indent, \"pc\t\", addr.pc\\X, \"\\n\");\n}};\n\n"
        )
    };
    (0..count).map(one).collect()
}

fn constants(count: usize) -> String {
    (0..count).map(|n| format!("Const{n} = {};\n", n * 7)).collect()
}

fn declarations(count: usize) -> String {
    (0..count)
        .map(|n| format!("type s{n} struct {{\n\tsp\tuint64\n\tpc\t*uint8\n}}\n\nvar v{n}\ts{n}\n"))
        .collect()
}

fn report(what: &str, count: usize, bytes: usize, time: Duration, before: &mut Option<Duration>) {
    let rate = bytes as f64 / 1e6 / time.as_secs_f64();
    let growth =
        before.map_or(String::new(), |before| format!("{:.2}×", time.as_secs_f64() / before.as_secs_f64()));
    println!("{what:<14} {count:>8}  {:>8.1} ms  {rate:>6.0} MB/s  {growth}", time.as_secs_f64() * 1e3);
    *before = Some(time);
}

fn main() {
    let options =
        Options { release: Release::Go12, os: "linux".into(), arch: "amd64".into(), ..Options::default() };
    let mut before = None;
    for count in [50_000, 100_000, 200_000] {
        let text = structs(count);
        let row = |n| StructPrefix { name: format!("S{n}"), prefix: format!("s{n}") };
        let wanted =
            Options { usual_structs: false, structs: (0..count).map(row).collect(), ..options.clone() };
        let source = Source::from_bytes("x", text.as_bytes());
        let time = best(|| assert!(zasm(&source, &wanted, &mut io::sink(), None).is_ok()));
        report("wanted structs", count, text.len(), time, &mut before);
    }
    before = None;
    for count in [50_000, 100_000, 200_000] {
        let text = structs(count);
        let source = Source::from_bytes("x", text.as_bytes());
        let time = best(|| assert!(zasm(&source, &options, &mut io::sink(), None).is_ok()));
        report("other structs", count, text.len(), time, &mut before);
    }
    before = None;
    for count in [500_000, 1_000_000, 2_000_000] {
        let text = constants(count);
        let source = Source::from_bytes("x", text.as_bytes());
        let time = best(|| assert!(zasm(&source, &options, &mut io::sink(), None).is_ok()));
        report("constants", count, text.len(), time, &mut before);
    }
    before = None;
    for count in [50_000, 100_000, 200_000] {
        let text = declarations(count);
        let sources = [Source::from_bytes("x", text.as_bytes()), Source::from_bytes("y", text.as_bytes())];
        let time = best(|| assert!(zruntime_defs(&sources, &options, &mut io::sink()).is_ok()));
        report("declarations", count, 2 * text.len(), time, &mut before);
    }
    before = None;
    for count in [12_500, 25_000, 50_000] {
        let names: Vec<_> = (0..count).map(|n| format!("s{n}")).collect();
        let mut seen: Vec<&str> = Vec::new();
        let started = Instant::now();
        for name in &names {
            if !seen.contains(&&**name) {
                seen.push(name);
            }
        }
        let bytes = names.iter().map(String::len).sum();
        report("by comparison", count, bytes, started.elapsed(), &mut before);
    }
}
