//! An object of a C compiler, for either machine: no panic, no hang, and no more memory than it has bytes for.

#![no_main]

use std::sync::LazyLock;

use goc2c::gc::flags::Family;
use goc2c::gc::{Compiled, Machine, Reserve, Terms, Unit, read_unit, translate};
use goc2c::{Dialect, Options, Source, Target};
use libfuzzer_sys::fuzz_target;

/// The unit that objects are taken for: those that `tests/gc_properties` leaves with `GOC2C_CORPUS` are of it.
const GOC: &str = include_str!("../../fixtures/gc/sum/sum.goc");

static UNIT: LazyLock<Unit> = LazyLock::new(|| {
    let options = Options { dialect: Dialect::Gc, target: Target::Gcc, ..Options::default() };
    read_unit(&mut Source::from_bytes("sum.goc", GOC.as_bytes()), &options).expect("the sample is sound")
});

fuzz_target!(|bytes: &[u8]| {
    let Some((choice, object)) = bytes.split_first() else { return };
    let machine = if choice & 1 == 0 { Machine::Amd64 } else { Machine::Arm64 };
    let family = if choice & 2 == 0 { Family::Gcc } else { Family::Clang };
    let reserve = Reserve { all: (choice & 4 != 0).then_some(1 << 16), of: Vec::new() };
    let terms = Terms { reserve, is_less_aligned: choice & 8 != 0 };
    let compiled = Compiled { object: object.to_vec(), ..Compiled::default() };
    let _ = translate(&[&UNIT], &[compiled], machine, family, &terms);
});
