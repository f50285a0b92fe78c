//! Random trees of calls in C: functions with frames of all sizes, with none to nine arguments, some with vectors of 32
//! bytes, some that leave by a panic. All of a frame is written to.

use std::fmt::Write as _;

use crate::support::chance::Chance;

/// How many functions Go calls.
pub const ROOTS: usize = 6;

/// Numbers that choose which panics are taken, and which ways through the tree.
pub const CHOICES: u64 = 6;

/// A function of C.
struct Node {
    arguments: usize,
    /// Whether its first argument is a vector.
    takes_vector: bool,
}

const START: &str = "package trees

#include \"goc.h\"

#ifdef __x86_64__
#define WIDE __attribute__((target(\"avx2\")))
#else
#define WIDE
#endif
typedef uint64 v4 __attribute__((vector_size(32)));
static uint64 sink;
";

/// A file of trees.
pub fn trees(chance: &mut Chance, has_wide: bool) -> String {
    let mut c = START.to_owned();
    let mut nodes: Vec<Node> = Vec::new();
    for _ in 0..chance.within(8..=20) {
        let node = Node { arguments: chance.within(0..=9), takes_vector: has_wide && chance.one_in(4) };
        node.write(nodes.len(), &nodes, has_wide, chance, &mut c);
        nodes.push(node);
    }
    for root in 0..ROOTS {
        let _ = write!(c, "\nfunc G{root}(a uint64) (r uint64) {{\n\tuint64 b = a + 3;\n");
        for _ in 0..chance.within(1..=3) {
            let callees: Vec<_> = (0..nodes.len()).filter(|callee| !nodes[*callee].takes_vector).collect();
            if !callees.is_empty() {
                let callee = chance.pick(&callees);
                let _ = writeln!(c, "\tr += {};", nodes[callee].call(callee));
            }
        }
        c += "\tr ^= b;\n}\n";
    }
    c
}

impl Node {
    fn call(&self, number: usize) -> String {
        let mut arguments: Vec<String> =
            (0..self.arguments).map(|at| if at == 0 { "a".into() } else { format!("b + {at}") }).collect();
        if self.takes_vector {
            arguments.insert(0, "v".into());
        }
        format!("node{number}({})", arguments.join(", "))
    }

    fn write(&self, number: usize, nodes: &[Node], has_wide: bool, chance: &mut Chance, c: &mut String) {
        let is_wide = self.takes_vector || has_wide && chance.one_in(3);
        let kind = chance.pick(&[
            "__attribute__((noipa))",
            "__attribute__((noipa))",
            "__attribute__((noinline))",
            "",
        ]);
        let wide = if is_wide || has_wide { "WIDE " } else { "" };
        let mut parameters: Vec<String> = (0..self.arguments)
            .map(|at| {
                format!(
                    "{} p{at}",
                    chance
                        .pick(&["uint64", "uint64", "uint32", "uint8"])
                        .replace("uint64", if at == 0 { "uint64" } else { "int64" })
                )
            })
            .collect();
        if self.takes_vector {
            parameters.insert(0, "v4 v".into());
        }
        let list = if parameters.is_empty() { "void".to_owned() } else { parameters.join(", ") };
        let _ = write!(c, "\nstatic {kind} {wide}uint64 node{number}({list}) {{\n");
        let sum: String = (0..self.arguments).map(|at| format!(" + (uint64)p{at}")).collect();
        let _ = writeln!(
            c,
            "\tuint64 a = {}, b = sink{sum};",
            if self.arguments > 0 { "(uint64)p0" } else { "sink" }
        );
        if is_wide && !self.takes_vector {
            c.push_str("\tv4 v = {a, b, a ^ b, 7};\n");
        }
        let size = match chance.below(8) {
            0 | 1 => 0,
            2 | 3 => chance.within(1..=40),
            4 | 5 => chance.within(41..=600),
            6 => chance.within(601..=9000),
            _ => chance.within(9001..=70_000),
        };
        if size > 0 {
            let _ = writeln!(
                c,
                "\tvolatile uint8 room[{size}];\n\tfor (intgo k = 0; k < {size}; k++)\n\t\troom[k] = (uint8)(k | 1);"
            );
        }
        if is_wide {
            // What lives across a call is kept in the frame, at 32 bytes' alignment.
            c.push_str("\tv4 w = v * 3 + (v4){b, b, a, a};\n");
        }
        if chance.one_in(6) {
            let choice = chance.below(CHOICES as usize);
            let panic =
                chance.pick(&["goc_panic(\"left\")", "__builtin_trap()", "goc_panic(\"a longer text\")"]);
            let _ = writeln!(c, "\tif (a == {choice})\n\t\t{panic};");
        }
        for _ in 0..chance.pick(&[0, 1, 1, 2, 3]) {
            let usable: Vec<_> =
                (0..nodes.len()).filter(|callee| is_wide || !nodes[*callee].takes_vector).collect();
            if usable.is_empty() {
                break;
            }
            let callee = chance.pick(&usable);
            let call = nodes[callee].call(callee);
            match chance.below(3) {
                0 => {
                    let _ = writeln!(c, "\tif (a != {})\n\t\tb += {call};", chance.below(CHOICES as usize));
                }
                _ => {
                    let _ = writeln!(c, "\tb += {call};");
                }
            }
        }
        if is_wide {
            c.push_str("\tw ^= v;\n\tb += w[0] + w[3];\n");
        }
        if size > 0 {
            let _ = writeln!(c, "\tb += room[b % {size}];");
        }
        let end = if number.is_multiple_of(2) { "\tsink += b;\n" } else { "" };
        let _ = write!(c, "{end}\treturn b;\n}}\n");
    }
}
