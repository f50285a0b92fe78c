//! Inputs for the benches: .goc files of any size, the same bytes on every machine.

/// What most of an input's bytes are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Function bodies: about four fifths.
    Bodies,
    /// C at file scope, about four fifths, as in real .goc files.
    Mixed,
}

impl Shape {
    pub const ALL: [Shape; 2] = [Shape::Bodies, Shape::Mixed];
}

impl std::fmt::Display for Shape {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Shape::Bodies => "bodies",
            Shape::Mixed => "mixed",
        })
    }
}

/// A small generator of pseudo-random numbers (Knuth's MMIX constants), so that no crate's next version
/// changes the inputs.
pub struct Random(pub u64);

impl Random {
    pub fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (self.0 >> 33) as usize % end
    }

    fn pick<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.below(of.len())]
    }
}

const NAMES: [&str; 12] = [
    "refcount",
    "nelem",
    "freelist",
    "node",
    "limit",
    "readbuffer",
    "bucketkey",
    "index",
    "bitmask",
    "nextwaiting",
    "byteoffset",
    "hashtable",
];
const TYPES: [&str; 10] =
    ["bool", "uint8", "int32", "uint32", "int64", "uint64", "String", "Slice", "*byte", "**Node"];

/// One line of C with balanced brackets, with the comments and literals that people write.
fn push_statement(text: &mut String, random: &mut Random) {
    let (a, b, c) = (random.pick(&NAMES), random.pick(&NAMES), random.pick(&NAMES));
    match random.below(12) {
        0 => *text += &format!("\tif({a} == nil || {b} > {c}) {{\n\t\t{a} = {b};\n\t}}\n"),
        1 => *text += &format!("\tfor({a} = 0; {a} < {b}; {a}++) {{\n\t\t{c} += {a} / 2;\n\t}}\n"),
        2 => *text += &format!("\tprintf(\"{a} {{%d}}: %s\\n\", {b}, {c});\n"),
        3 => {
            *text += &format!(
                "\t// {a} is what {b} was before the lock was taken; {c} isn't: it may have been moved\n"
            )
        }
        4 => *text += &format!("\t/* {a}: see the comment above {b} for what happens to {c} */\n"),
        5 => *text += &format!("\tif({a}[{b}] == '}}')\n\t\tgoto done;\n"),
        6 => *text += &format!("\truntime·memmove({a}, {b}, {c} * sizeof *{a});\n"),
        _ => *text += &format!("\t{a}->{b} = ({c} & 0x{:x}) + {a};\n", random.below(65536)),
    }
}

fn push_func(text: &mut String, random: &mut Random, number: usize, statements: usize) {
    *text += &format!("func Func{number}(");
    for count in 0..random.below(5) {
        *text += &format!("{}p{count} {}", if count > 0 { ", " } else { "" }, random.pick(&TYPES));
    }
    *text += ")";
    if random.below(3) > 0 {
        *text += &format!(" (r {})", random.pick(&TYPES));
    }
    *text += " {\n";
    for _ in 0..statements {
        push_statement(text, random);
    }
    *text += "}\n\n";
}

fn push_file_scope(text: &mut String, random: &mut Random, number: usize) {
    let (a, b) = (random.pick(&NAMES), random.pick(&NAMES));
    match random.below(4) {
        0 => {
            *text += &format!(
                "static int32 {a}{number} = {};\nextern void {b}{number}(int32, Node*);\n\n",
                number % 977
            )
        }
        1 => {
            *text += &format!(
                "typedef struct T{number} T{number};\nstruct T{number}\n{{\n\tint32\t{a};\n\tuint64\t{b}[4];\n}};\n\n"
            )
        }
        _ => {
            *text += &format!("static int32\n{a}{number}(Node *node, uint64 key, int32 *{b})\n{{\n");
            for _ in 0..12 {
                push_statement(text, random);
            }
            *text += "\treturn 0;\n}\n\n";
        }
    }
}

/// A .goc file of at least that many bytes.
pub fn input(shape: Shape, bytes: usize) -> String {
    let mut random = Random(1);
    let mut text = String::with_capacity(bytes + 4096);
    text += "package runtime\n#include \"runtime.h\"\n#include \"arch_GOARCH.h\"\n\n";
    let mut number = 0;
    while text.len() < bytes {
        number += 1;
        match shape {
            Shape::Bodies => {
                push_func(&mut text, &mut random, number, 14);
                if number % 5 < 2 {
                    push_file_scope(&mut text, &mut random, number);
                }
            }
            Shape::Mixed => {
                for part in 0..3 {
                    push_file_scope(&mut text, &mut random, number * 3 + part);
                }
                push_func(&mut text, &mut random, number, 5);
            }
        }
    }
    text
}
