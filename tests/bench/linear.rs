//! How the time of the generators grows with their input, up to 100 MB of each kind. The historical programs compared
//! each struct's name with every wanted one, and each declaration's with all before it: the last rows do no more than
//! that.
//!
//! `cargo bench -p gen-runtime` runs it; each size is twice the one before, and so should be its time. What is written
//! goes nowhere: `make bench` has whole runs of the program, with files.

mod texts;

use std::io;
use std::time::{Duration, Instant};

use gen_runtime::symabis::Assembled;
use gen_runtime::{Options, Platform, Release, StructPrefix, anames, symabis, zasm, zruntime_defs};
use goc2c::Source;
use texts::Text;

const ROUNDS: usize = 5;
const MEGABYTES: [usize; 3] = [25, 50, 100];

fn best(mut work: impl FnMut()) -> Duration {
    let time = |_| {
        let started = Instant::now();
        work();
        started.elapsed()
    };
    (0..ROUNDS).map(time).min().unwrap_or_default()
}

fn report(what: &str, count: usize, bytes: usize, time: Duration, before: &mut Option<Duration>) {
    let rate = bytes as f64 / 1e6 / time.as_secs_f64();
    let growth =
        before.map_or(String::new(), |before| format!("{:.2}×", time.as_secs_f64() / before.as_secs_f64()));
    println!("{what:<14} {count:>8}  {:>8.1} ms  {rate:>6.0} MB/s  {growth}", time.as_secs_f64() * 1e3);
    *before = Some(time);
}

/// Measures a generator on texts of one kind.
fn measure(what: &str, text: Text, work: impl Fn(&Source<'_>, usize)) {
    let mut before = None;
    for megabytes in MEGABYTES {
        let (text, count) = text.write(megabytes * 1_000_000);
        let source = Source::from_bytes("x", text.as_bytes());
        report(what, count, text.len(), best(|| work(&source, count)), &mut before);
    }
}

fn main() {
    let options = Options {
        release: Release::Go14,
        platform: Platform::new("linux", "amd64"),
        usual_structs: false,
        ..Options::default()
    };
    let row = |n| StructPrefix { name: format!("S{n}"), prefix: format!("s{n}") };
    let wanted = MEGABYTES.map(|megabytes| {
        let (_, count) = Text::Structs.write(megabytes * 1_000_000);
        Options { structs: (0..count).map(row).collect(), ..options.clone() }
    });
    measure("wanted structs", Text::Structs, |source, count| {
        let wanted =
            wanted.iter().find(|wanted| wanted.structs.len() == count).expect("options of that size");
        assert!(zasm(source, wanted, &mut io::sink(), None).is_ok());
    });
    let acid = |source: &Source<'_>, _| assert!(zasm(source, &options, &mut io::sink(), None).is_ok());
    measure("other structs", Text::Structs, acid);
    measure("constants", Text::Constants, acid);
    let defs = |source: &Source<'_>, _| {
        let sources = [Source::from_bytes("x", source.from(0))];
        assert!(zruntime_defs(&sources, &options, &mut io::sink()).is_ok());
    };
    measure("declarations", Text::Declarations, defs);
    measure("Go constants", Text::GoConstants, defs);
    measure("symbol ABIs", Text::SymbolAbis, |source, _| {
        let sources = [Assembled { package: None, source: Source::from_bytes("x", source.from(0)) }];
        assert!(symabis(b"", &sources, Some("runtime"), &options, &mut io::sink()).is_ok());
    });
    measure("opcodes", Text::Opcodes, |source, _| {
        assert!(anames(source, &options, &mut io::sink()).is_ok());
    });
    let mut before = None;
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
