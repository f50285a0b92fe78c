//! What a C compiler must be told, a row for each flag that some compiler does not take: facts that were tried.

use super::machine::Machine;

/// A family of C compilers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Family {
    /// GNU.
    Gcc,
    /// LLVM.
    Clang,
}

impl Family {
    /// The family of a compiler, by the first line of its `--version`.
    pub fn of(version: &str) -> Family {
        if version.contains("clang") { Family::Clang } else { Family::Gcc }
    }
}

/// For all compilers.
///
/// A position-independent program whose names are its own, each function and each variable in a section of its own; frames
/// that the unwind table describes everywhere; nothing that needs a library, and what Go computes; no function that may end
/// without its result.
const ALL: [&str; 21] = [
    "-O2",
    "-fpie",
    "-fvisibility=hidden",
    "-fno-common",
    "-ffunction-sections",
    "-fdata-sections",
    "-fasynchronous-unwind-tables",
    "-fno-exceptions",
    "-fstack-usage",
    "-g1",
    "-fno-stack-protector",
    "-fno-stack-clash-protection",
    "-fno-optimize-sibling-calls",
    "-fno-math-errno",
    "-fno-lto",
    "-U_FORTIFY_SOURCE",
    "-fno-builtin-printf",
    "-fno-builtin-fprintf",
    "-fno-reorder-blocks-and-partition",
    "-fcx-fortran-rules",
    "-Werror=return-type",
];

/// Data is reached from one register, so that Go's linker fills in one address (medium); frames are aligned to 8 bytes as
/// Go's are; R15 is left to panics.
const AMD64_GCC: [&str; 9] = [
    "-mcmodel=medium",
    "-mlarge-data-threshold=0",
    "-mno-red-zone",
    "-mincoming-stack-boundary=3",
    "-mpreferred-stack-boundary=3",
    "-maccumulate-outgoing-args",
    "-fcf-protection=none",
    "-fno-merge-constants",
    "-ffixed-r15",
];

/// gcc folds functions of one body into one, which then has two names.
const GCC: [&str; 1] = ["-fno-ipa-icf"];

/// clang tells of flags that it has no use for, and its own debug information of a later version cannot be assembled again
/// without a word.
const CLANG: [&str; 2] = ["-Qunused-arguments", "-gdwarf-4"];

/// clang cannot leave R15 alone. 19 needs the threshold, which 14 does not know.
const AMD64_CLANG: [&str; 7] = [
    "-mcmodel=medium",
    "-mlarge-data-threshold=0",
    "-mno-red-zone",
    "-mstack-alignment=8",
    "-fcf-protection=none",
    "-fomit-frame-pointer",
    "-fno-jump-tables",
];

/// Data and constants are within a mebibyte; x28 is Go's `g`, x18 the system's, x16 and x17 are the linker's and ours, x25
/// and x26 are left to panics.
const ARM64: [&str; 10] = [
    "-mcmodel=tiny",
    "-ffixed-x28",
    "-ffixed-x18",
    "-ffixed-x16",
    "-ffixed-x17",
    "-ffixed-x25",
    "-ffixed-x26",
    "-mno-outline-atomics",
    "-mbranch-protection=none",
    "-fno-section-anchors",
];

/// A trap is a call of the panic. gcc's, and clang's for amd64, are mended in the text.
const ARM64_CLANG: [&str; 1] = ["-ftrap-function=goc_trap"];

/// What gcc is told of a file whose functions no other file calls: it may inline them all.
pub const WHOLE: &str = "-fwhole-program";

/// What gcc is told where stack is reserved: to ask before it takes more of it while a function runs, and to keep nothing in
/// the registers that the question before a function needs.
pub fn limit_flags(machine: Machine, family: Family) -> &'static [&'static str] {
    match (machine, family) {
        (Machine::Amd64, Family::Gcc) => &["-fstack-limit-register=r15", "-fno-ipa-ra"],
        (Machine::Arm64, Family::Gcc) => &["-fstack-limit-register=x26", "-fno-ipa-ra"],
        (_, Family::Clang) => &[],
    }
}

/// What gcc is told where C has traps for its faults: to leave each where it is, so that its line is told.
pub const TRAPS_APART: &str = "-fno-crossjumping";

/// The flags for a machine and a family. A compiler may not know some of them: those it is to be asked about.
pub fn flags(machine: Machine, family: Family) -> Vec<&'static str> {
    let (own, more): (&[&str], &[&str]) = match (machine, family) {
        (Machine::Amd64, Family::Gcc) => (&AMD64_GCC, &[]),
        (Machine::Amd64, Family::Clang) => (&AMD64_CLANG, &[]),
        (Machine::Arm64, Family::Gcc) => (&ARM64, &[]),
        (Machine::Arm64, Family::Clang) => (&ARM64, &ARM64_CLANG),
    };
    let family: &[&str] = if family == Family::Clang { &CLANG } else { &GCC };
    ALL.iter().chain(own).chain(more).chain(family).copied().collect()
}

/// The flags of all machines and families.
pub fn all_flags() -> Vec<&'static str> {
    let all: [&[&str]; 5] = [&ALL, &AMD64_GCC, &AMD64_CLANG, &ARM64, &ARM64_CLANG];
    all.concat()
}
