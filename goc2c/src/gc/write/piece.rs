//! What Go's tools must make of the assembly, piece by piece. An instruction's words for the assembler and the bytes that
//! they become are made together, here and in the back ends, so that a check of a linked program cannot drift apart from
//! what is written.

/// A part of a function as a linked program has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Bytes as they are.
    Bytes(Vec<u8>),
    /// An instruction with a field that Go's linker fills in.
    Linked {
        /// Its bytes; those of the field mean nothing.
        bytes: Vec<u8>,
        /// The bits that are not the linker's.
        mask: Vec<u8>,
        /// What the field leads to.
        to: Reference,
    },
}

/// What Go's linker is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reference {
    /// A function, by its name in the assembly.
    Function(String),
    /// A place in the data.
    Data(i64),
    /// A text of its own.
    Text(String),
}

/// A function as a linked program has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// Its name in the assembly.
    pub name: String,
    /// What a person calls it.
    pub shown: String,
    /// All of it.
    pub pieces: Vec<Piece>,
}

/// The data of a file, or of all files, as a linked program has it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WrittenData {
    /// Its name in the assembly.
    pub name: String,
    /// Its bytes; none where the file has no data.
    pub bytes: Vec<u8>,
    /// Places of 8 bytes that hold the address of a place in it.
    pub addresses: Vec<(u64, i64)>,
    /// Places of 8 bytes that hold the address of a function, with its name in the assembly.
    pub functions: Vec<(u64, String)>,
}

/// An instruction, or bytes that stand for some.
pub(super) struct Instruction {
    /// What Go's assembler reads.
    pub text: String,
    /// What must become of it.
    pub piece: Piece,
}

impl Instruction {
    /// Words that Go's assembler turns into these bytes.
    pub(super) fn bytes(text: impl Into<String>, bytes: &[u8]) -> Instruction {
        Instruction { text: text.into(), piece: Piece::Bytes(bytes.to_vec()) }
    }

    /// Words that Go's assembler turns into these bytes but for a field.
    pub(super) fn linked(text: String, bytes: &[u8], mask: &[u8], to: Reference) -> Instruction {
        Instruction { text, piece: Piece::Linked { bytes: bytes.to_vec(), mask: mask.to_vec(), to } }
    }
}

impl Piece {
    /// Its length in bytes.
    pub fn length(&self) -> usize {
        match self {
            Piece::Bytes(bytes) | Piece::Linked { bytes, .. } => bytes.len(),
        }
    }
}

impl Written {
    /// Adds a piece; bytes that follow bytes are one.
    pub(super) fn push(&mut self, piece: Piece) {
        match (self.pieces.last_mut(), piece) {
            (Some(Piece::Bytes(last)), Piece::Bytes(more)) => last.extend_from_slice(&more),
            (_, piece) => self.pieces.push(piece),
        }
    }
}
