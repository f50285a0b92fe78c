//! Calls of random functions with random arguments, in C and in Go: both print the same.

use crate::support::chance::Chance;

/// Writes a call of a function of that shape for both sides.
pub fn write_calls(chance: &mut Chance, number: usize, shape: usize, main: &mut String, test: &mut String) {
    let (shift_a, shift_b) = (chance.within(0..=63), chance.within(0..=63));
    let (a, b) = (chance.next() >> shift_a, chance.next() >> shift_b);
    let (small, byte) = (a as i16, b as u8);
    let (x, y) = ((a % 100_000) as f64 / 8.0, (b % 1000) as f64 / 4.0 - 100.0);
    let text = ["", "a", "some text", "\\x00\\x01z"][(a % 4) as usize];
    let length = ["0", "1", "9", "3"][(a % 4) as usize];
    let (c, go) = match shape {
        0 => (
            format!("uint64 r = random_F{number}({a}ull, {b}ull, {small}, {byte}); put(\"F{number}\", r);"),
            format!("put(\"F{number}\", F{number}({a}, {b}, {small}, {byte}))"),
        ),
        1 => (
            format!(
                "struct random_F{number}_ret v = random_F{number}({x:?}, {y:?}f, {small}); put(\"F{number}\", bits(v.r), bits(v.s), (uint64)v.m);"
            ),
            format!(
                "{{\n\t\tr, s, m := F{number}({x:?}, {y:?}, {small})\n\t\tput(\"F{number}\", bits(r), bits(float64(s)), uint64(m))\n\t}}"
            ),
        ),
        2 => {
            let part = byte % 60 + 1;
            (
                format!(
                    "Slice p = {{buffer, {part}, 64}}; uint64 r = random_F{number}(p, (int64){a}ull); put(\"F{number}\", r, sum(buffer));"
                ),
                format!("put(\"F{number}\", F{number}(buffer[:{part}], {}), sum(buffer))", a as i64),
            )
        }
        3 => (
            format!(
                "String s = {{(void *)\"{text}\", {length}}}; struct random_F{number}_ret v = random_F{number}(s, {}); put(\"F{number}\", (uint64)v.r, v.ok);",
                small as u16
            ),
            format!(
                "{{\n\t\tr, ok := F{number}(\"{text}\", {})\n\t\tbit := uint64(0)\n\t\tif ok {{\n\t\t\tbit = 1\n\t\t}}\n\t\tput(\"F{number}\", uint64(r), bit)\n\t}}",
                small as u16
            ),
        ),
        4 => (
            format!(
                "Triple t = {{{small}, {b}ull, {byte}}}; Triple r = random_F{number}(t, {small}); put(\"F{number}\", (uint64)(int64)r.A, r.B, r.C);"
            ),
            format!(
                "{{\n\t\tr := F{number}(Triple{{{small}, {b}, {byte}}}, {small})\n\t\tput(\"F{number}\", uint64(r.A), r.B, uint64(r.C))\n\t}}"
            ),
        ),
        5 => (
            format!(
                "struct random_F{number}_ret v = random_F{number}({a}ull, {b}ull); put(\"F{number}\", v.high, v.low);"
            ),
            format!("{{\n\t\thigh, low := F{number}({a}, {b})\n\t\tput(\"F{number}\", high, low)\n\t}}"),
        ),
        _ => (
            format!(
                "Pair p = {{{x:?}, {}}}, q = {{{y:?}, 7}}; struct random_F{number}_ret v = random_F{number}(p, q, {a}ull); put(\"F{number}\", bits(v.r.X), v.r.N, (uint64)(int64)v.n);",
                byte
            ),
            format!(
                "{{\n\t\tr, n := F{number}(Pair{{{x:?}, {byte}}}, Pair{{{y:?}, 7}}, {a})\n\t\tput(\"F{number}\", bits(r.X), uint64(r.N), uint64(n))\n\t}}"
            ),
        ),
    };
    *main += &format!("\t{{ {c} }}\n");
    *test += &format!("\t{go}\n");
}
