//! Random functions: what Go calls, the C that they are made of, and calls of them whose results are printed, the same in C
//! and in Go.
//!
//! Nothing in them is left to the compiler: integers are unsigned, shifts and indices masked, divisors odd, products and
//! sums of floating point not contracted.

use std::fmt::Write as _;

use super::calls::write_calls;
use crate::support::chance::Chance;

/// How many functions of Go's a file has.
pub const COUNT: usize = 40;

/// A file of random functions.
pub struct Functions {
    /// `random.goc`
    pub goc: String,
    /// `random.go`
    pub go: String,
    /// `random_test.go`, which prints results.
    pub test: String,
    /// A `main` that prints the same, to be compiled with the C of the file.
    pub main: String,
}

/// Table elements: their type and C's `sizeof` is up to the compiler.
const ELEMENTS: [&str; 6] = ["uint8", "uint16", "uint32", "uint64", "int8", "int32"];

struct Writer<'c> {
    chance: &'c mut Chance,
    c: String,
    /// Names and lengths of tables.
    tables: Vec<(String, usize)>,
    /// How many static functions there are.
    helpers: usize,
}

impl Functions {
    pub fn new(chance: &mut Chance) -> Functions {
        let mut writer = Writer { chance, c: String::new(), tables: Vec::new(), helpers: 0 };
        writer.c += "package random\n\n#include \"goc.h\"\n\ntypedef struct { int32 A; uint64 B; uint8 C; } Triple;\n\
                     typedef struct { float64 X; uint16 N; } Pair;\n\nstatic uint64 state = 0x1234567;\n\
                     static uint32 many[37];\nstatic const char *const words[] = {\"zero\", \"\", \"two words\", \"3\"};\n";
        for number in 0..writer.chance.within(6..=14) {
            writer.table(number);
        }
        for _ in 0..writer.chance.within(10..=24) {
            writer.helper();
        }
        let (mut main, mut test) = (String::new(), String::new());
        for number in 0..COUNT {
            writer.function(number, &mut main, &mut test);
        }
        let go = "// Package random has C of no sense.\npackage random\n\ntype Triple struct {\n\tA int32\n\tB uint64\n\tC uint8\n}\n\n\
                  type Pair struct {\n\tX float64\n\tN uint16\n}\n";
        Functions {
            goc: writer.c,
            go: go.to_owned(),
            test: format!(
                "package random\n\nimport (\n\t\"fmt\"\n\t\"math\"\n\t\"testing\"\n)\n\n\
                 func put(name string, values ...uint64) {{\n\tfmt.Printf(\"# %s\", name)\n\tfor _, v := range values {{\n\t\tfmt.Printf(\" %x\", v)\n\t}}\n\tfmt.Println()\n}}\n\n\
                 func bits(x float64) uint64 {{\n\tif x != x {{\n\t\treturn 0x7ff8\n\t}}\n\treturn math.Float64bits(x)\n}}\n\n\
                 func sum(p []byte) (sum uint64) {{\n\tfor _, b := range p {{\n\t\tsum = sum*31 + uint64(b)\n\t}}\n\treturn\n}}\n\n\
                 func TestAll(t *testing.T) {{\n\tbuffer := make([]byte, 64)\n\tfor k := range buffer {{\n\t\tbuffer[k] = byte(k * 7)\n\t}}\n{test}}}\n"
            ),
            main: format!(
                "#pragma GCC visibility pop\n#include <stdio.h>\n#define put(name, ...) do {{ uint64 all_[] = {{__VA_ARGS__}}; printf(\"# %s\", name); \
                 for (unsigned k = 0; k < sizeof all_ / 8; k++) printf(\" %llx\", (unsigned long long)all_[k]); printf(\"\\n\"); }} while (0)\n\
                 static uint64 bits(double x) {{ uint64 v; if (x != x) return 0x7ff8; __builtin_memcpy(&v, &x, 8); return v; }}\n\
                 static uint64 sum(const unsigned char *p) {{ uint64 sum = 0; for (int k = 0; k < 64; k++) sum = sum * 31 + p[k]; return sum; }}\n\
                 int main(void) {{\n\tstatic unsigned char buffer[64];\n\tfor (int k = 0; k < 64; k++) buffer[k] = (unsigned char)(k * 7);\n{main}\treturn 0;\n}}\n"
            ),
        }
    }
}

impl Writer<'_> {
    /// A table of any size, half of it zeros.
    fn table(&mut self, number: usize) {
        let length =
            if self.chance.one_in(3) { self.chance.within(1..=9) } else { self.chance.within(1..=150) };
        let element = self.chance.pick(&ELEMENTS);
        let constant = self.chance.pick(&["const ", "const ", "const ", ""]);
        let values: Vec<_> = (0..length)
            .map(|_| if self.chance.one_in(2) { 0 } else { self.chance.next() >> 57 })
            .map(|value| value.to_string())
            .collect();
        let name = format!("table{number}");
        let _ = writeln!(self.c, "static {constant}{element} {name}[{length}] = {{{}}};", values.join(", "));
        self.tables.push((name, length));
    }

    /// An expression of unsigned integers over `a` and `b`.
    fn expression(&mut self, depth: usize) -> String {
        if depth == 0 {
            return match self.chance.below(5) {
                0 => format!("{:#x}u", self.chance.next() >> self.chance.within(1..=63)).replace('u', "ull"),
                1 | 2 => "a".into(),
                _ => "b".into(),
            };
        }
        let (left, right) = (self.expression(depth - 1), self.expression(depth - 1));
        match self.chance.below(14) {
            0 => format!("({left} + {right})"),
            1 => format!("({left} - {right})"),
            2 => format!("({left} * {right})"),
            3 => format!("({left} ^ {right})"),
            4 => format!("({left} / ({right} | 1))"),
            5 => format!("({left} % ({right} | 1))"),
            6 => format!("({left} << ({right} & 63))"),
            7 => format!("({left} >> ({right} & 63))"),
            8 => format!("({left} < {right} ? {right} : ~{left})"),
            9 => {
                let at = self.chance.below(self.tables.len());
                let (name, length) = self.tables[at].clone();
                format!("((uint64){name}[{left} % {length}] + {right})")
            }
            10 => format!("(uint64)((unsigned __int128)({left}) * ({right}) >> 64)"),
            11 => format!("((uint64)(uint8)words[{left} & 3][0] + {right})"),
            12 => format!("(({left} & 0xff00ff) * 0x1000193 + ({right} >> 7))"),
            _ => format!("((uint64)(int64)(int32)({left}) + (uint16)({right}))"),
        }
    }

    /// A call of a static function that is there already, else an expression.
    fn call(&mut self) -> String {
        if self.helpers == 0 {
            return self.expression(1);
        }
        let number = self.chance.below(self.helpers);
        let (left, right) = (self.expression(1), self.expression(1));
        format!("helper{number}({left}, {right})")
    }

    /// Statements that change `a` and `b`.
    fn statements(&mut self, count: usize) -> String {
        let mut text = String::new();
        for _ in 0..count {
            let (one, other) = (self.expression(2), self.expression(2));
            match self.chance.below(9) {
                0 | 1 => text += &format!("\ta = {one};\n\tb ^= {other};\n"),
                2 => text += &self.switch(),
                3 => {
                    let call = self.call();
                    text += &format!("\ta += {call};\n");
                }
                4 => {
                    let turns = self.chance.within(1..=20);
                    text += &format!(
                        "\tfor (int k = 0; k < {turns}; k++)\n\t\ta = a * 31 + ({one}) + (uint64)k;\n"
                    );
                }
                5 => {
                    let length = self.chance.within(2..=300);
                    text += &format!(
                        "\t{{\n\t\tvolatile uint64 room[{length}];\n\t\tfor (int k = 0; k < {length}; k++)\n\t\t\troom[k] = a + (uint64)k * b;\n\
                         \t\ta ^= room[({one}) % {length}];\n\t}}\n"
                    );
                }
                6 => {
                    text += &format!(
                        "\tstate = state * 3 + ({one});\n\tmany[({other}) % 37] += (uint32)state;\n\tb += many[a % 37];\n"
                    )
                }
                7 => {
                    text += "\t{\n\t\tfloat64 x = (float64)(uint32)a, y = (float64)(uint32)b + 0.5;\n\t\tx = x * 1.25 + y / 3.0;\n\
                     \t\tif (x > y)\n\t\t\tx -= y * 0.75f;\n\t\ta += (uint64)(x * 0.001);\n\t\tb ^= (uint64)((float32)y / 7.0f);\n\t}\n"
                }
                _ => {
                    let length = self.chance.pick(&[3, 8, 17, 40, 130, 600]);
                    text += &format!(
                        "\t{{\n\t\tuint8 x[{length}], y[{length}];\n\t\t__builtin_memset(x, (int)(a & 127), sizeof x);\n\t\tx[b % {length}] = 9;\n\
                         \t\t__builtin_memcpy(y, x, sizeof y);\n\t\ta += y[({one}) % {length}] + (uint64)(x[0] == y[{length} - 1]);\n\t}}\n"
                    );
                }
            }
        }
        text
    }

    /// A switch: dense enough for a table, or of values, or sparse.
    fn switch(&mut self) -> String {
        let cases = self.chance.within(4..=24);
        let step = self.chance.pick(&[1, 1, 1, 2, 1000]);
        let first = self.chance.below(100);
        let on = self.expression(1);
        let mut text = format!("\tswitch (({on}) % {}) {{\n", (first + cases + 3) * step);
        let is_values = self.chance.one_in(3);
        for case in 0..cases {
            let value = (first + case) * step;
            match is_values {
                true => text += &format!("\tcase {value}: a += {}; break;\n", self.chance.next() >> 50),
                false => {
                    let (one, other) = (self.expression(1), self.call());
                    let what = if self.chance.one_in(4) { other } else { one };
                    let ends = if self.chance.one_in(6) { "" } else { " break;" };
                    text += &format!(
                        "\tcase {value}: {} {what};{ends}\n",
                        self.chance.pick(&["a =", "b =", "a ^=", "b +="])
                    );
                }
            }
        }
        text + "\tdefault: b++;\n\t}\n"
    }

    fn helper(&mut self) {
        let count = self.chance.within(1..=4);
        let body = self.statements(count);
        let kind = self.chance.pick(&[
            "__attribute__((noipa)) ",
            "__attribute__((noinline)) ",
            "__attribute__((noinline)) ",
            "",
        ]);
        let number = self.helpers;
        let _ = write!(
            self.c,
            "\nstatic {kind}uint64 helper{number}(uint64 a, uint64 b) {{\n{body}\treturn a ^ b;\n}}\n"
        );
        self.helpers += 1;
    }

    /// A function of Go's, and calls of it.
    fn function(&mut self, number: usize, main: &mut String, test: &mut String) {
        let shape = self.chance.below(7);
        let (header, before, after) = match shape {
            0 => (
                "(a, b uint64, c int32, d uint8) (r uint64)",
                "a += (uint64)(int64)c;\n\tb ^= d;",
                "r = a ^ b;",
            ),
            1 => (
                "(x float64, y float32, n int32) (r float64, s float32, m int64)",
                "uint64 a = (uint64)(int64)n, b = (uint64)(int64)(x * 4.0);",
                "r = x * (float64)(uint16)a - y;\n\ts = y / 3.0f + (float32)(uint8)b;\n\tm = (int64)(a + b);",
            ),
            2 => (
                "(p []byte, k int64) (r uint64)",
                "uint8 *bytes = p.array;\n\tuint64 a = (uint64)p.len, b = (uint64)k;\n\tbytes[b % a] ^= 0x55;",
                "bytes[a % (uint64)p.len] = (uint8)b;\n\tr = a - b;",
            ),
            3 => (
                "(s string, k uint16) (r int64, ok bool)",
                "uint64 a = (uint64)s.len, b = k;\n\tfor (intgo at = 0; at < s.len; at++)\n\t\tb = b * 17 + ((const uint8 *)s.str)[at];",
                "r = (int64)(a * b);\n\tok = a > b;",
            ),
            4 => (
                "(v Triple, k int16) (r Triple)",
                "uint64 a = v.B + v.C, b = (uint64)(int64)(v.A ^ k);",
                "r.A = (int32)(uint32)(a & 0xffff);\n\tr.B = b;\n\tr.C = (uint8)(a >> 9);",
            ),
            5 => (
                "(a, b uint64) (high, low uint64)",
                "",
                "unsigned __int128 all = (unsigned __int128)a * b + b;\n\thigh = (uint64)(all >> 64);\n\tlow = (uint64)all;",
            ),
            _ => (
                "(v Pair, w Pair, a uint64) (r Pair, n int8)",
                "uint64 b = (uint64)v.N * w.N;",
                "r.X = v.X * 0.5 + w.X;\n\tr.N = (uint16)a;\n\tn = (int8)(uint8)(b & 127);",
            ),
        };
        let count = self.chance.within(1..=4);
        let body = self.statements(count);
        let before = if before.is_empty() { String::new() } else { format!("\t{before}\n") };
        let _ = write!(self.c, "\nfunc F{number}{header} {{\n{before}{body}\t{after}\n}}\n");
        for _ in 0..4 {
            write_calls(self.chance, number, shape, main, test);
        }
    }
}
