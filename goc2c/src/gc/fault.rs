//! What can be wrong with C that is to become Go's assembly, and the words for it.
//!
//! A fault has the `.goc` file and the line that the compiler's line table gives for it. The messages follow the page of
//! the dialect, so that what a person reads here can be looked up there.

use super::machine::Machine;
use crate::diagnostic::{Explain, Severity};
use crate::source::{Source, Span};

/// A fault and where it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GcFault {
    /// Which of the package's `.goc` files.
    pub unit: usize,
    /// The line in it, from 1; the first where nothing is known.
    pub line: u32,
    /// Where the line table places it, if that is another file: a header and its line.
    pub header: Option<Box<(String, u32)>>,
    /// The function, as a person knows it; none where it is the file's.
    pub function: Option<String>,
    /// By which calls it is reached, from a function of Go to it.
    pub way: Vec<String>,
    /// What is wrong.
    pub kind: GcFaultKind,
}

impl GcFault {
    /// Whether another is the same, by whatever calls each is reached.
    pub fn is_same(&self, other: &GcFault) -> bool {
        let what = |fault: &GcFault| (fault.unit, fault.line, fault.header.clone(), fault.function.clone());
        what(self) == what(other) && self.kind == other.kind
    }
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GcFaultKind {
    /// Functions that call each other in a circle: their names, the first again at the end.
    Recursion(Vec<String>),
    /// A call through a register or memory.
    IndirectCall(String),
    /// A jump through a register or memory that is no switch.
    IndirectJump(String),
    /// The address of a function, in code or data.
    AddressTaken(String),
    /// The address of a function of another file, read from a table: its name.
    TableRead(String),
    /// The address of a place inside a function.
    LabelTaken(String),
    /// `alloca` or an array of variable length.
    UnknownStack,
    /// Neither the compiler nor the unwind table says how much stack is used.
    NoStackUsage,
    /// A bound, in bytes, that no stack of Go's can hold.
    TooDeep(u64),
    /// A name that no object of the package has.
    Undefined(String, Missing),
    /// A variable of a thread.
    ThreadLocal(String),
    /// Functions that would run before `main`: the section.
    Startup(String),
    /// A section that a program loads and that is not known.
    UnknownSection(String),
    /// A common or chosen symbol: its name and what it is.
    OddSymbol(String, &'static str),
    /// What another file has too: its name, the file.
    Twice(String, Box<str>),
    /// An instruction that no function may hold.
    Forbidden(String),
    /// Bytes that are no known instruction.
    UnknownInstruction(String),
    /// An instruction that writes a register that is Go's: its text, the register.
    Writes(String, String),
    /// A panic from C, by a compiler that cannot leave a register alone.
    PanicNeedsRegister(&'static str),
    /// What is aligned more than Go can: constants or variables, and to how many bytes.
    Aligned(&'static str, u64),
    /// An instruction for data that is aligned to 64 bytes.
    NeedsAlignment(String),
    /// A parameter or result whose type C aligns more than Go does.
    FrameAligned(u64),
    /// A call or jump that leaves its function at no function's start.
    Escapes(String),
    /// A relocation that is not understood: its number, and what it names.
    Relocation(u32, String),
    /// Where C leaves its results cannot be told.
    ResultPlace,
    /// The compiler's object cannot be read.
    Object(ObjectFault),
}

/// What a missing name is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    /// A function of the C library's mathematics.
    Mathematics,
    /// One that allocates or frees.
    Allocation,
    /// Another function.
    Function,
    /// A variable.
    Variable,
}

/// Why an object cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ObjectFault {
    /// Bytes that are no object.
    #[error("the C compiler wrote no object file")]
    NotAnObject,
    /// An object for another machine.
    #[error("the C compiler wrote an object for another machine")]
    OtherMachine,
    /// A program or library.
    #[error("the C compiler wrote a linked file, not an object")]
    Linked,
    /// An object for a link step that compiles once more, which there is not.
    #[error("the C compiler left code for link time: leave `-flto` out")]
    LinkTime,
    /// A section that cannot be read.
    #[error("the section `{0}` of the C compiler's object cannot be read")]
    Unreadable(String),
    /// Something that contradicts itself: what a translation found.
    #[error("the C compiler's object contradicts itself: {0}")]
    Contradiction(String),
}

/// A fault with its place in the source.
pub struct Placed<'f> {
    fault: &'f GcFault,
    span: Span,
    only: Option<Machine>,
}

impl<'f> Placed<'f> {
    /// Looks up the line; all of the file must be in the window. `only` is the machine that alone has the fault, where
    /// there are others.
    pub fn new(source: &Source<'_>, fault: &'f GcFault, only: Option<Machine>) -> Self {
        Placed { fault, span: source.text_of_line(fault.line), only }
    }
}

/// The most functions of a way that are shown.
const MOST: usize = 6;

/// By what a C library's messages are printed.
const MESSAGES: [&str; 10] =
    ["fprintf", "fputc", "fputs", "perror", "printf", "putchar", "puts", "stderr", "stdout", "vfprintf"];

const NO_BOUND: &str = "the stack has no bound";

impl GcFaultKind {
    fn code(&self) -> &'static str {
        match self {
            GcFaultKind::Recursion(_) => "recursion",
            GcFaultKind::IndirectCall(_) => "indirect-call",
            GcFaultKind::IndirectJump(_) => "indirect-jump",
            GcFaultKind::AddressTaken(_) => "function-address",
            GcFaultKind::TableRead(_) => "address-table",
            GcFaultKind::LabelTaken(_) => "label-address",
            GcFaultKind::UnknownStack => "unknown-stack",
            GcFaultKind::NoStackUsage => "no-stack-usage",
            GcFaultKind::TooDeep(_) => "too-much-stack",
            GcFaultKind::Undefined(..) => "not-in-package",
            GcFaultKind::ThreadLocal(_) => "thread-local",
            GcFaultKind::Startup(_) => "startup",
            GcFaultKind::UnknownSection(_) => "unknown-section",
            GcFaultKind::OddSymbol(..) => "odd-symbol",
            GcFaultKind::Twice(..) => "defined-twice",
            GcFaultKind::Forbidden(_) => "forbidden-instruction",
            GcFaultKind::UnknownInstruction(_) => "unknown-instruction",
            GcFaultKind::Writes(..) => "go-register",
            GcFaultKind::PanicNeedsRegister(_) => "panic-needs-gcc",
            GcFaultKind::Aligned(..) => "alignment",
            GcFaultKind::NeedsAlignment(_) => "needs-alignment",
            GcFaultKind::FrameAligned(_) => "frame-alignment",
            GcFaultKind::Escapes(_) => "escape",
            GcFaultKind::Relocation(..) => "relocation",
            GcFaultKind::ResultPlace => "result-place",
            GcFaultKind::Object(_) => "object",
        }
    }

    fn message(&self) -> String {
        match self {
            GcFaultKind::Recursion(names) => format!("recursion ({}): {NO_BOUND}", names.join(" -> ")),
            GcFaultKind::IndirectCall(text) => format!("indirect call `{text}`: {NO_BOUND}"),
            GcFaultKind::IndirectJump(text) => format!("indirect jump `{text}`: where it leads is not known"),
            GcFaultKind::AddressTaken(name) => format!("address of function {name} taken: {NO_BOUND}"),
            GcFaultKind::TableRead(name) => format!("the address of `{name}` is read from a table"),
            GcFaultKind::LabelTaken(text) => format!("address of a label taken in `{text}`"),
            GcFaultKind::UnknownStack => "stack of unknown size".into(),
            GcFaultKind::NoStackUsage => "no stack usage known".into(),
            GcFaultKind::TooDeep(bytes) => format!("{bytes} bytes of stack"),
            GcFaultKind::Undefined(name, Missing::Variable) => {
                format!("uses variable `{name}`, which is not in the package")
            }
            GcFaultKind::Undefined(name, _) => format!("calls `{name}`, which is not in the package"),
            GcFaultKind::ThreadLocal(name) => format!("thread-local data `{name}`"),
            GcFaultKind::Startup(name) => format!("functions that run before main (section `{name}`)"),
            GcFaultKind::UnknownSection(name) => format!("section `{name}` is not known"),
            GcFaultKind::OddSymbol(name, what) => format!("`{name}` is {what}"),
            GcFaultKind::Twice(name, file) => format!("`{name}` is defined here and in `{file}`"),
            GcFaultKind::Forbidden(text) => format!("instruction `{text}` is not allowed"),
            GcFaultKind::UnknownInstruction(text) => format!("instruction `{text}` is not known"),
            GcFaultKind::Writes(text, register) => format!("`{text}` writes {register}"),
            GcFaultKind::PanicNeedsRegister(register) => {
                format!("a panic from C needs {register}, which clang cannot leave alone")
            }
            GcFaultKind::Aligned(what, bytes) => format!("{what} aligned {bytes}: Go aligns at most 32"),
            GcFaultKind::NeedsAlignment(text) => format!("`{text}` needs memory aligned 64"),
            GcFaultKind::FrameAligned(bytes) => {
                format!("a parameter or result aligned {bytes}: Go aligns at most 8")
            }
            GcFaultKind::Escapes(text) => format!("`{text}` leads out of the function"),
            GcFaultKind::Relocation(kind, name) => format!("relocation {kind} of `{name}` is not known"),
            GcFaultKind::ResultPlace => "where its results are cannot be told".into(),
            GcFaultKind::Object(fault) => fault.to_string(),
        }
    }

    fn note(&self) -> Option<String> {
        let note = match self {
            GcFaultKind::Recursion(_) => {
                "reserve stack, which C asks for as it runs: `--stack 64K`; or write it as a loop with a stack of its own"
            }
            GcFaultKind::IndirectCall(_) => {
                "no address of a C function is taken in the package, and functions of Go cannot be called: call one of C's"
            }
            GcFaultKind::AddressTaken(_) => "only whole addresses of C functions can be taken",
            GcFaultKind::TableRead(_) => {
                "its declaration makes it public: put `#pragma GCC visibility push(hidden)` before it, or leave such an attribute out"
            }
            GcFaultKind::IndirectJump(_) | GcFaultKind::LabelTaken(_) => "write a `switch`",
            GcFaultKind::UnknownStack => {
                "reserve stack for it: `--stack 64K`, with gcc; or give arrays a fixed length, or pass in a slice that Go made"
            }
            GcFaultKind::NoStackUsage => "inline assembly must leave the stack pointer alone",
            GcFaultKind::TooDeep(_) => "256 MB are the most: pass large arrays in from Go",
            GcFaultKind::Undefined(_, Missing::Mathematics) => {
                "write it in C or pass the value in: of math.h only what is exact is there, as `floor` and `fmod`"
            }
            GcFaultKind::Undefined(name, Missing::Allocation) if name.starts_with("runtime.") => {
                "goc_alloc, goc_make, goc_new and goc_string_copy call it: allocate in Go and pass the pointer"
            }
            GcFaultKind::Undefined(_, Missing::Allocation) => {
                "allocate in Go and pass the pointer, or pass bytes to take from: `--arena`"
            }
            GcFaultKind::Undefined(name, Missing::Function | Missing::Variable)
                if MESSAGES.contains(&&**name) =>
            {
                "C cannot print: a `-D` of the library's own may leave messages out, or `'--cflags=-Dfprintf(...)=0'`"
            }
            // What `__builtin_cpu_supports` and `__builtin_cpu_init` ask.
            GcFaultKind::Undefined(name, _) if name.starts_with("__cpu_") => {
                "ask `cpuid` as examples/gc/dot does, or golang.org/x/sys/cpu, before the call"
            }
            GcFaultKind::Undefined(_, Missing::Function) => {
                "write it in C, or name its file in this run: Go cannot be called, and of a C library only what computes"
            }
            GcFaultKind::Undefined(_, Missing::Variable) => {
                "define it in C, or name its file in this run, or pass it in"
            }
            GcFaultKind::ThreadLocal(_) => {
                "goroutines move between threads: pass the value in, or a pointer to it"
            }
            GcFaultKind::Startup(_) => "call it from Go: `func init() { setUp() }`",
            GcFaultKind::OddSymbol(..) => "define it plainly, once, without such an attribute",
            GcFaultKind::Twice(..) => {
                "which is meant? Leave one file out, or make one `static`, or `extern` without a value"
            }
            GcFaultKind::Forbidden(_) | GcFaultKind::UnknownInstruction(_) => {
                "leave it to Go; what C may hold is in the manual, doc/gc.md"
            }
            GcFaultKind::Writes(..) => "the register is Go's: choose another",
            GcFaultKind::PanicNeedsRegister(_) => "give the file to gcc, by `--cc`, or check the index in Go",
            GcFaultKind::Aligned(..) => {
                "where that is for speed, `--align-data 32`; or leave it out and load unaligned, or pass the data in from Go"
            }
            GcFaultKind::NeedsAlignment(_) => {
                "without `--align-data` data keeps its alignment, or is refused"
            }
            GcFaultKind::FrameAligned(_) => "pass a pointer to it",
            GcFaultKind::Relocation(..) | GcFaultKind::ResultPlace => {
                "this compiler or one of its flags is not known; `--cflags` may have changed what matters"
            }
            GcFaultKind::UnknownSection(_) | GcFaultKind::Escapes(_) | GcFaultKind::Object(_) => return None,
        };
        Some(note.to_owned())
    }
}

impl Explain for Placed<'_> {
    fn span(&self) -> Span {
        self.span
    }

    fn code(&self) -> &'static str {
        self.fault.kind.code()
    }

    fn message(&self) -> String {
        match &self.fault.function {
            Some(function) => format!("{function}: {}", self.fault.kind.message()),
            None => self.fault.kind.message(),
        }
    }

    fn label(&self) -> String {
        match &self.fault.header {
            Some(header) => format!("from here, at {}:{}", header.0, header.1),
            None => "here".into(),
        }
    }

    fn notes(&self) -> Vec<String> {
        let way = &self.fault.way;
        let shown = match &way[..] {
            [first, second, .., before, last] if way.len() > MOST => {
                format!("{first} -> {second} -> … -> {before} -> {last}")
            }
            way => way.join(" -> "),
        };
        let way = (way.len() > 1).then(|| format!("reached by {shown}"));
        let only = self.only.map(|machine| format!("for {machine} alone"));
        self.fault.kind.note().into_iter().chain(way).chain(only).collect()
    }

    fn severity(&self) -> Severity {
        Severity::Error
    }
}
