//! What compilers and assemblers print, made up, of any size.

/// A kind of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Text {
    /// Acid text: structs of three fields with the functions that print them.
    Structs,
    /// The same, a thousand structs over and over, as files that include the same headers have them.
    SameStructs,
    /// Acid text: constants.
    Constants,
    /// Declarations of Go: structs and variables.
    Declarations,
    /// Declarations of Go: constants.
    GoConstants,
    /// References of assembly to symbols.
    SymbolAbis,
    /// An assembler's opcodes.
    Opcodes,
}

impl Text {
    /// All of them.
    #[allow(dead_code, reason = "one of the benches that share this file takes some of them")]
    pub const ALL: [Text; 7] = [
        Text::Structs,
        Text::SameStructs,
        Text::Constants,
        Text::Declarations,
        Text::GoConstants,
        Text::SymbolAbis,
        Text::Opcodes,
    ];

    /// About that many bytes, each name with a number of its own, and how many items they are.
    pub fn write(self, bytes: usize) -> (String, usize) {
        let mut text = String::with_capacity(bytes + 1024);
        let mut count = 0;
        while text.len() < bytes {
            text += &self.item(count);
            count += 1;
        }
        (text, count)
    }

    fn item(self, n: usize) -> String {
        match self {
            Text::SameStructs => Text::Structs.item(n % 1000),
            Text::Structs => format!(
                "sizeofS{n} = 24;\naggr S{n}\n{{\n\t'W' 0 sp;\n\t'Y' 8 pc;\n\t'A' G 16 g;\n}};\n\ndefn\nS{n}(addr) {{\n\
                 \tindent_S{n}(addr, \"\\t\");\n}}\ndefn\nindent_S{n}(addr, indent) {{\n\tcomplex S{n} addr;\n\
                 \tprint(indent, \"sp\t\", addr.sp, \"\\n\");\n\tprint(indent, \"pc\t\", addr.pc\\X, \"\\n\");\n}};\n\n"
            ),
            Text::Constants => format!("Const{n} = {};\n", n * 7),
            Text::Declarations => {
                format!("type s{n} struct {{\n\tsp\tuint64\n\tpc\t*uint8\n}}\n\nvar v{n}\ts{n}\n")
            }
            Text::GoConstants => format!("const c{n} = {}\n", n * 7),
            Text::SymbolAbis => format!("ref runtime.f{n} ABI0\n"),
            Text::Opcodes => format!("\tAOP{n},\n"),
        }
    }
}
