//! Go's assembly and declarations for what was proved.
//!
//! A `.goc` file gives one file of assembly a machine: a *stub* for each Go function, then one TEXT for each function of C
//! that is reached, the code of panics, and the data. The stub never stays on the stack: it makes sure that there is room,
//! and hands its frame to C by a jump. What differs between machines is `amd64` and `arm64`.

mod amd64;
mod arm64;
pub(super) mod declaration;
pub(super) mod fallback;
mod lines;
mod piece;
mod pool;

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::ops::Range;
use std::sync::Arc;

use super::code::{Action, Callee};
use super::fault::{GcFault, GcFaultKind, ObjectFault};
use super::frames::Frame;
use super::graph::{Facts, Graph};
use super::layout::{DataLayout, lay_out};
use super::machine::Machine;
use super::package::{Arena, FunctionId, Package, Panic, Role, whole_file};
use super::reserve::Reserve;
use super::unit::GoFunction;
use lines::Lines;
use piece::Instruction;

pub use piece::{Piece, Reference, Written, WrittenData};

/// Most bytes of stack for which a stub asks nobody: Go's linker proves that they are there.
const UNASKED: u64 = 256;

/// The most bytes of a frame for which Go's own wrapper will do: it has no check of the stack, and Go's linker allows such
/// functions 800 bytes in all.
const WRAPPED: u64 = 256;

/// The assembly of one unit.
#[derive(Debug, Clone, Default)]
pub struct Assembly {
    /// All after the first lines and the constraint.
    pub text: String,
    /// Functions that other files of the package call: their names in Go's assembly.
    pub shared: Vec<String>,
    /// Whether C may leave by a panic.
    pub can_panic: bool,
    /// The functions, by their number in the unit, that forward to what the assembly has: their frames are so large that a
    /// function of Go must stand before them.
    pub forwarded: Vec<usize>,
    /// What a linked program has of each function of C.
    pub functions: Vec<Written>,
    /// What a linked program has of the data that its functions refer to.
    pub data: Arc<WrittenData>,
    /// Whether the data is in this file.
    pub owns_data: bool,
}

/// One unit's part of what is written.
struct Writer<'w, 'p> {
    package: &'w Package<'p>,
    graph: &'w Graph,
    unit: usize,
    names: &'w HashMap<FunctionId, String>,
    data: &'w Data,
    lines: Lines,
    /// The functions of C so far.
    written: Vec<Written>,
    /// The functions that are called within a circle, which Go's linker must not see.
    again: BTreeSet<FunctionId>,
    /// What leaves C by a trap: what Go is told, and its name.
    traps: BTreeMap<String, String>,
    /// What Go is told where stack is used up, and by traps: names and texts.
    texts: Vec<(String, String)>,
    reserve: &'w Reserve,
}

/// Bytes of the question for stack that stands before a function: constants behind it keep their alignment.
const CHECK: usize = 32;

/// The data of one unit, or of all.
struct Data {
    layout: DataLayout,
    /// Its name in the assembly.
    name: &'static str,
    /// The unit whose file has it.
    owner: usize,
    /// What a linked program has of it.
    written: Arc<WrittenData>,
}

/// A back end: what differs between machines.
trait Backend {
    /// Writes what Go calls: it makes room and jumps to C.
    fn write_stub(&self, writer: &mut Writer<'_, '_>, stub: &Stub<'_>);
    /// Writes a function of C.
    fn write_function(&self, writer: &mut Writer<'_, '_>, id: FunctionId) -> Result<(), ObjectFault>;
    /// The instructions of what C calls to leave for Go. `shift` is how far above the place that they look for the limit's
    /// register points.
    fn panic_lines(&self, panic: Panic, shift: u64) -> Vec<String>;
    /// How far that is where the slack below the limit is so large.
    fn shift(&self, slack: u64) -> u64;
    /// The instructions of what reads or sets the call's arena.
    fn arena_lines(&self, arena: Arena, slack: u64) -> Vec<String>;
    /// Writes what asks for stack and leaves for Go where there is none: [`CHECK`] bytes.
    fn write_check(&self, writer: &mut Writer<'_, '_>, check: &Check<'_>) -> Result<(), ObjectFault>;
    /// The instructions that leave C and tell Go a text, by its name and its bytes.
    fn leave(&self, name: &str, text: &str) -> Vec<Instruction>;
    /// The instructions that go on to a function by its address.
    fn go_on(&self, name: &str) -> Vec<Instruction>;
}

/// A question for stack.
struct Check<'c> {
    /// Bytes below the stack pointer that must be there, too: those that the function takes before it asks again.
    below: u64,
    /// The text that Go is told, by its name and its bytes.
    message: &'c str,
    text: &'c str,
}

/// What Go calls.
struct Stub<'s> {
    function: &'s GoFunction,
    /// Its own name.
    name: String,
    /// What vet calls the first argument.
    first_argument: &'s Option<String>,
    frame: Frame,
    /// What it jumps to.
    target: &'s str,
    facts: &'s Facts,
    /// Bytes of stack that C gets.
    room: u64,
    /// How far above the place that a panic looks for its register points.
    shift: u64,
}

impl Stub<'_> {
    /// What vet calls the frame's first word, and where it is.
    fn first_word(&self) -> Option<(&str, u64)> {
        let argument = self.first_argument.as_deref().map(|name| (name, 0));
        argument.or(self.function.first_result.as_deref().zip(self.frame.results))
    }
}

/// Writes the assembly of every unit.
///
/// # Errors
/// What an object says of itself that cannot be.
pub(super) fn write_all(
    package: &Package<'_>,
    graph: &Graph,
    reserve: &Reserve,
) -> Result<Vec<Assembly>, Vec<GcFault>> {
    let names = name_all(package, graph);
    let mut all = Vec::new();
    let mut faults = Vec::new();
    let units = 0..package.units.len();
    let joined = graph.joined.map(|owner| lay_out_data(package, graph, &names, units.clone(), owner));
    let joined = joined.transpose().map_err(|fault| vec![fault])?;
    for unit in units {
        let own = || lay_out_data(package, graph, &names, unit..unit + 1, unit);
        let written = match &joined {
            Some(data) => write_unit(package, graph, reserve, &names, data, unit),
            None => own().and_then(|data| write_unit(package, graph, reserve, &names, &data, unit)),
        };
        match written {
            Ok(assembly) => all.push(assembly),
            Err(fault) => faults.push(fault),
        }
    }
    if faults.is_empty() { Ok(all) } else { Err(faults) }
}

/// Lays out the data of some units, which is in the file of one.
fn lay_out_data(
    package: &Package<'_>,
    graph: &Graph,
    names: &HashMap<FunctionId, String>,
    units: Range<usize>,
    owner: usize,
) -> Result<Data, GcFault> {
    let contradiction = |fault| whole_file(owner, GcFaultKind::Object(fault));
    let sections: Vec<_> =
        units.clone().filter_map(|unit| graph.data.get(&unit)).flatten().copied().collect();
    let starts_data = |id: &FunctionId| {
        units.contains(&package.functions[*id].section.0)
            && graph.facts[id].scan.edits.iter().any(|edit| matches!(edit.action, Action::DataStart(_)))
    };
    let layout = lay_out(package, &sections, graph.order.iter().any(starts_data)).map_err(contradiction)?;
    let name = if graph.joined.is_some() { "·goc_data" } else { "goc·data<>" };
    let named = |(at, id): &(u64, FunctionId)| (*at, names[id].clone());
    let written = Arc::new(WrittenData {
        name: name.into(),
        bytes: layout.bytes.clone(),
        addresses: layout.addresses.clone(),
        functions: layout.functions.iter().map(named).collect(),
    });
    Ok(Data { layout, name, owner, written })
}

fn write_unit(
    package: &Package<'_>,
    graph: &Graph,
    reserve: &Reserve,
    names: &HashMap<FunctionId, String>,
    data: &Data,
    unit: usize,
) -> Result<Assembly, GcFault> {
    let contradiction = |fault| whole_file(unit, GcFaultKind::Object(fault));
    let mine: Vec<_> =
        graph.order.iter().copied().filter(|id| package.functions[*id].section.0 == unit).collect();
    let backend: &dyn Backend = match package.machine {
        Machine::Amd64 => &amd64::Amd64,
        Machine::Arm64 => &arm64::Arm64,
    };
    let mut writer = Writer {
        package,
        graph,
        unit,
        names,
        data,
        lines: Lines::default(),
        written: Vec::new(),
        again: BTreeSet::new(),
        traps: BTreeMap::new(),
        texts: Vec::new(),
        reserve,
    };
    let shift = graph.slack.map_or(0, |slack| backend.shift(slack));
    let mut can_panic = false;
    let mut forwarded = Vec::new();
    for (number, function) in package.units[unit].functions.iter().enumerate() {
        let Some(id) = package.wrapper(unit, number) else { continue };
        let facts = &graph.facts[&id];
        can_panic |= !facts.panics.is_empty();
        let frame = Frame::read(package, unit, number)?;
        let is_forwarded = frame.end > WRAPPED && function.forwarded.is_some();
        let (name, first_argument) = match is_forwarded {
            true => (format!("goc_{}", function.stub), &function.first_named),
            // What carries a method gives all its arguments names.
            false if function.forwarded.is_none() => (function.stub.clone(), &function.first_named),
            false => (function.stub.clone(), &function.first_argument),
        };
        forwarded.extend(is_forwarded.then_some(number));
        let reserved = if facts.reserves || facts.uses_arena {
            reserve.of(&function.name).unwrap_or(0) + shift
        } else {
            0
        };
        let room = facts.bound + reserved;
        let stub = Stub { function, name, first_argument, frame, target: &names[&id], facts, room, shift };
        backend.write_stub(&mut writer, &stub);
    }
    let mut panics = BTreeSet::new();
    for id in &mine {
        writer.start_function(*id);
        if graph.facts[id].is_checked {
            writer.write_check(backend, *id).map_err(contradiction)?;
            panics.insert(Panic::Message);
        }
        backend.write_function(&mut writer, *id).map_err(contradiction)?;
        panics.extend(&graph.facts[id].scan.panics);
    }
    panics.extend(writer.write_traps(backend).then_some(Panic::Message));
    for id in std::mem::take(&mut writer.again) {
        let name = again_name(&names[&id]);
        writer.start_text(name, package.functions[id].shown.clone());
        backend.go_on(&names[&id]).into_iter().for_each(|instruction| writer.write_end(instruction));
    }
    let arenas: BTreeSet<_> = mine.iter().flat_map(|id| graph.facts[id].scan.arena.clone()).collect();
    for arena in arenas {
        let lines = backend.arena_lines(arena, graph.slack.unwrap_or(0));
        writer.write_leaf(arena_name(arena), &lines);
    }
    for panic in panics.into_iter().filter(|panic| !panic.is_trap()) {
        writer.write_leaf(&panic_name(panic), &backend.panic_lines(panic, shift));
    }
    writer.write_texts();
    let owns_data = data.owner == unit;
    if owns_data {
        writer.write_data();
    }
    let is_shared = |id: &&FunctionId| graph.facts[*id].is_shared;
    let shared =
        mine.iter().filter(is_shared).map(|id| names[id].trim_start_matches('·').to_owned()).collect();
    Ok(Assembly {
        text: writer.lines.finish(),
        shared,
        can_panic,
        forwarded,
        functions: writer.written,
        data: Arc::clone(&data.written),
        owns_data,
    })
}

/// Names for all functions: static ones, so that packages of one name link into one program, but for those that other
/// files call.
fn name_all(package: &Package<'_>, graph: &Graph) -> HashMap<FunctionId, String> {
    let mut names = HashMap::new();
    let mut taken: HashSet<(usize, String)> = HashSet::new();
    let mut taken_by_all = HashSet::new();
    // Wrappers first: they keep their names.
    let is_wrapper = |id: &FunctionId| matches!(package.functions[*id].role, Role::Wrapper(_));
    let (wrappers, others): (Vec<_>, Vec<_>) = graph.order.iter().copied().partition(is_wrapper);
    for id in wrappers.into_iter().chain(others) {
        let function = &package.functions[id];
        let unit = function.section.0;
        let of_go = |number: usize| &package.units[unit].functions[number];
        if graph.facts[&id].is_shared {
            let name = match function.role {
                Role::Body(number) => &of_go(number).c_name,
                _ => &function.name,
            };
            let plain = format!("·goc_{}", spelled(name, "_"));
            names.insert(id, untaken(plain, '_', |name| taken_by_all.insert(name.to_owned())));
            continue;
        }
        let plain = match function.role {
            Role::Wrapper(number) => spelled(&of_go(number).name, "·"),
            Role::Body(number) => format!("{}·body", spelled(&of_go(number).name, "·")),
            Role::Helper => spelled(&function.name, "·"),
        };
        let name = untaken(plain, '·', |name| taken.insert((unit, name.to_owned())));
        names.insert(id, format!("goc·{name}<>"));
    }
    names
}

/// A name, or the first with a number behind it that can be taken.
fn untaken(plain: String, between: char, mut take: impl FnMut(&str) -> bool) -> String {
    let mut name = plain.clone();
    let mut count = 2;
    while !take(&name) {
        name = format!("{plain}{between}{count}");
        count += 1;
    }
    name
}

/// The name of what C calls to leave for Go.
fn panic_name(panic: Panic) -> String {
    format!("goc·panic{}<>", panic.number())
}

/// The name of what reads or sets the call's arena.
fn arena_name(arena: Arena) -> &'static str {
    match arena {
        Arena::Get => "goc·arena·get<>",
        Arena::Set => "goc·arena·set<>",
    }
}

/// A function's name without what makes it this package's own.
fn bare(name: &str) -> &str {
    name.trim_end_matches("<>").trim_start_matches('·').trim_start_matches("goc·")
}

/// The name by which a function is called within a circle.
fn again_name(name: &str) -> String {
    format!("goc·{}·again<>", bare(name))
}

fn too_far() -> ObjectFault {
    ObjectFault::Contradiction("a distance does not fit its place".into())
}

/// A name as Go's assembler reads one; what stands in for a dot is `dot`.
fn spelled(name: &str, dot: &str) -> String {
    let mut spelled = String::new();
    for letter in name.chars() {
        match letter {
            '.' => spelled += dot,
            _ if letter.is_alphanumeric() || letter == '_' => spelled.push(letter),
            _ => spelled.push('_'),
        }
    }
    spelled
}

impl Writer<'_, '_> {
    /// The name of whom the call or jump at a place leads to. Go's linker follows names, and refuses circles.
    fn name_from(&mut self, from: FunctionId, at: usize, callee: Callee) -> Result<String, ObjectFault> {
        let name = self.name(callee)?;
        match callee {
            Callee::Panic(panic) if panic.is_trap() => Ok(self.trap(from, at, panic)),
            Callee::Function(id) if self.graph.facts[&id].component == self.graph.facts[&from].component => {
                self.again.insert(id);
                Ok(again_name(&name))
            }
            _ => Ok(name),
        }
    }

    /// The name of whom a call or jump leads to.
    fn name(&self, callee: Callee) -> Result<String, ObjectFault> {
        let unknown = || ObjectFault::Contradiction("a call leads to a function that was not reached".into());
        match callee {
            Callee::Function(id) => self.names.get(&id).cloned().ok_or_else(unknown),
            Callee::Panic(panic) => Ok(panic_name(panic)),
            Callee::Arena(arena) => Ok(arena_name(arena).into()),
        }
    }

    /// The name of what leaves C by the trap at a place, and says which line that is.
    fn trap(&mut self, from: FunctionId, at: usize, panic: Panic) -> String {
        let (word, text) = match panic {
            Panic::Limit => ("limit", "stack limit of C passed"),
            _ => ("trap", "trap in C"),
        };
        let own = &self.package.units[self.unit].name;
        let (place, told) = match self.package.functions[from].line_at(at) {
            Some(line) if line.file == *own => {
                (format!("·{}", line.number), format!(" at {own}:{}", line.number))
            }
            Some(line) => {
                let (file, number) = (&line.file, line.number);
                (format!("·{}·{number}", spelled(file, "·")), format!(" at {file}:{number}"))
            }
            None => Default::default(),
        };
        let text = format!("{text}{told}\0");
        if let Some(name) = self.traps.get(&text) {
            return name.clone();
        }
        // Headers whose names differ may be spelled alike.
        let is_free = |name: &str| !self.traps.values().any(|taken| bare(taken) == name);
        let name = format!("goc·{}<>", untaken(format!("{word}{place}"), '·', is_free));
        self.traps.insert(text, name.clone());
        name
    }

    /// Writes what leaves C by traps; whether there is any.
    fn write_traps(&mut self, backend: &dyn Backend) -> bool {
        let traps = std::mem::take(&mut self.traps);
        let has_traps = !traps.is_empty();
        for (text, name) in traps {
            let message = format!("{}·text<>", name.trim_end_matches("<>"));
            self.start_text(name, text.trim_end_matches('\0').to_owned());
            let instructions = backend.leave(&message, &text);
            instructions.into_iter().for_each(|instruction| self.write_end(instruction));
            self.texts.push((message, text));
        }
        has_traps
    }

    /// Writes a TEXT of instructions in Go's words, which come from no object.
    fn write_leaf(&mut self, name: &str, instructions: &[String]) {
        self.lines.blank();
        self.lines.put(&format!("TEXT {name}(SB), NOSPLIT|NOFRAME, $0-0"));
        self.lines.put("\tNO_LOCAL_POINTERS");
        instructions.iter().for_each(|instruction| self.lines.put(&format!("\t{instruction}")));
    }

    /// Opens a TEXT whose frame is C's own.
    fn start_function(&mut self, id: FunctionId) {
        let goc = &self.package.units[self.unit].name;
        let function = &self.package.functions[id];
        let own = function.lines.iter().filter_map(|(_, line)| line.as_ref()).find(|line| line.file == *goc);
        let line = match function.role {
            Role::Wrapper(number) | Role::Body(number) => {
                Some(self.package.units[self.unit].functions[number].line)
            }
            Role::Helper => own.map(|line| line.number),
        };
        self.lines.blank();
        if let Some(line) = line {
            self.lines.at(line, goc);
        }
        let (name, shown) = (self.names[&id].clone(), function.shown.clone());
        self.put_text(name, shown);
        self.lines.forget();
    }

    /// Opens a TEXT that comes from no line.
    fn start_text(&mut self, name: String, shown: String) {
        self.lines.blank();
        self.put_text(name, shown);
    }

    fn put_text(&mut self, name: String, shown: String) {
        self.lines.put(&format!("TEXT {name}(SB), NOSPLIT|NOFRAME, $0-0"));
        self.lines.put("\tNO_LOCAL_POINTERS");
        self.written.push(Written { name, shown, pieces: Vec::new() });
    }

    /// Writes the question for stack before a function, and what Go is told where there is none.
    fn write_check(&mut self, backend: &dyn Backend, id: FunctionId) -> Result<(), ObjectFault> {
        let function = &self.package.functions[id];
        let message = format!("goc·over·{}<>", bare(&self.names[&id]));
        let text = match self.reserve.same() {
            Some(bytes) => format!("{}: stack of {bytes} bytes for C used up\0", function.shown),
            None => format!("{}: stack for C used up\0", function.shown),
        };
        // What takes more as it runs asks again from where it is then.
        let below =
            if function.usage.is_some_and(|usage| usage.is_open) { self.graph.facts[&id].own } else { 0 };
        backend.write_check(self, &Check { below, message: &message, text: &text })?;
        self.texts.push((message, text));
        Ok(())
    }

    /// Writes an instruction of the function that was opened last.
    fn write(&mut self, instruction: Instruction) {
        self.lines.instruction(&instruction.text);
        self.keep(instruction.piece);
    }

    /// Writes what never runs, on a line of its own.
    fn write_end(&mut self, instruction: Instruction) {
        self.lines.put(&format!("\t{}", instruction.text));
        self.keep(instruction.piece);
    }

    fn keep(&mut self, piece: Piece) {
        if let Some(last) = self.written.last_mut() {
            last.push(piece);
        }
    }

    /// Says from where on the file's lines are told; nothing where the place is of another file.
    fn tell_line(&mut self, id: FunctionId, at: usize) {
        let goc = &self.package.units[self.unit].name;
        if let Some(line) = self.package.functions[id].line_at(at).filter(|line| line.file == *goc) {
            self.lines.at(line.number, goc);
        }
    }

    /// Writes the texts that Go is told.
    fn write_texts(&mut self) {
        for (name, text) in std::mem::take(&mut self.texts) {
            self.lines.blank();
            for (count, bytes) in text.as_bytes().chunks(8).enumerate() {
                let value = bytes.iter().rev().fold(0u64, |value, byte| value << 8 | u64::from(*byte));
                self.lines.put(&format!("DATA {name}+{}(SB)/8, $0x{value:016x}", 8 * count));
            }
            let size = text.len().next_multiple_of(8);
            self.lines.put(&format!("GLOBL {name}(SB), RODATA|NOPTR, ${size}"));
        }
    }

    fn write_data(&mut self) {
        let Data { layout, name, written, .. } = self.data;
        if layout.bytes.is_empty() {
            return;
        }
        self.lines.blank();
        let mut addresses = layout.addresses.iter().peekable();
        let mut functions = written.functions.iter().peekable();
        for (count, word) in layout.bytes.chunks_exact(8).enumerate() {
            let at = 8 * count as u64;
            if let Some((_, place)) = addresses.next_if(|(place, _)| *place == at) {
                self.lines.put(&format!("DATA {name}+{at}(SB)/8, ${name}{place:+}(SB)"));
            } else if let Some((_, function)) = functions.next_if(|(place, _)| *place == at) {
                self.lines.put(&format!("DATA {name}+{at}(SB)/8, ${function}(SB)"));
            } else if word.iter().any(|byte| *byte != 0) {
                let value = word.iter().rev().fold(0u64, |value, byte| value << 8 | u64::from(*byte));
                self.lines.put(&format!("DATA {name}+{at}(SB)/8, $0x{value:016x}"));
            }
        }
        let flags = if layout.is_read_only { "RODATA|NOPTR" } else { "NOPTR" };
        self.lines.put(&format!("GLOBL {name}(SB), {flags}, ${}", layout.bytes.len()));
    }
}
