//! The objects of a package as one set: their functions, and what a relocation means across them.

mod names;
mod tables;

use std::cell::OnceCell;
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::ops::Range;

use super::code::{Registers, clobbers};
use super::fault::{GcFault, GcFaultKind, ObjectFault};
use super::flags::Family;
use super::layout::MOST;
use super::machine::Machine;
use super::object::{Line, Object, Place, Relocation, Row, SectionKind, Symbol, read_object};
use super::stack::{Usage, read_usage};
use super::unit::{GoFunction, Unit, may_replace};
use crate::back::go::frame::{FACTS, WRAPPER};
use names::missing;
use tables::Tables;

pub(super) use names::plain_name;

/// A function's number in its package.
pub(super) type FunctionId = usize;

/// A section: the unit, and its index in the unit's object.
pub(super) type SectionId = (usize, usize);

/// What a C compiler made of a unit.
#[derive(Debug, Clone, Default)]
pub struct Compiled {
    /// The object's bytes.
    pub object: Vec<u8>,
    /// What it wrote for `-fstack-usage`.
    pub stack_usage: String,
    /// Whether other units see its functions and variables; else they see what Go calls alone.
    pub is_shared: bool,
}

/// The objects of a package.
#[derive(Debug)]
pub(super) struct Package<'p> {
    /// The `.goc` files.
    pub units: &'p [&'p Unit],
    /// Their objects.
    pub objects: Vec<Object>,
    /// All functions, unit by unit.
    pub functions: Vec<Function>,
    /// For which machine they are.
    pub machine: Machine,
    /// By which compilers they were made.
    pub family: Family,
    /// Whether data may be aligned less than C wants.
    pub is_less_aligned: bool,
    by_section: HashMap<SectionId, FunctionId>,
    /// Wrappers, by unit and number.
    wrappers: HashMap<(usize, usize), FunctionId>,
    /// Where wrappers tell of frames, by unit and number.
    frames: HashMap<(usize, usize), (usize, u64)>,
    /// The symbols of the bodies of Go functions, by the names that C has for them.
    bodies: HashMap<&'p str, &'p str>,
    /// Symbols that other objects see.
    globals: HashMap<String, Global>,
    /// What functions may write, once that was asked.
    clobbers: OnceCell<Vec<Registers>>,
}

/// A symbol that other objects see.
#[derive(Debug, Clone, Copy)]
struct Global {
    place: SectionPlace,
    /// Whether another comes before it.
    is_weak: bool,
}

/// A place in a section.
type SectionPlace = (SectionId, u64);

/// A function of C.
#[derive(Debug)]
pub(super) struct Function {
    /// Its section, which holds it alone.
    pub section: SectionId,
    /// Its symbol.
    pub name: String,
    /// What a person calls it.
    pub shown: String,
    /// What it is to Go.
    pub role: Role,
    /// Where its frame starts, by place; none where the unwind table does not say.
    pub rows: Option<Vec<Row>>,
    /// The lines that its instructions come from, by place.
    pub lines: Vec<(usize, Option<Line>)>,
    /// From where on it is data, and from where on code again (arm64: literals stand among the code).
    pub regions: Vec<(usize, bool)>,
    /// What the compiler says of its stack.
    pub usage: Option<Usage>,
    /// Whether it may return, once that was asked.
    pub returns: OnceCell<bool>,
}

impl Function {
    /// How many of its lines start at a place or before.
    fn lines_upto(&self, at: usize) -> usize {
        self.lines.partition_point(|(place, _)| *place <= at)
    }

    /// The line that the instruction at a place comes from.
    pub(super) fn line_at(&self, at: usize) -> Option<&Line> {
        self.lines[..self.lines_upto(at)].last().and_then(|(_, line)| line.as_ref())
    }
}

/// What a function is to Go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// What a Go function's stub jumps to: its number in the unit.
    Wrapper(usize),
    /// The Go function's body, where it is not a part of the wrapper.
    Body(usize),
    /// Any other.
    Helper,
}

/// Why C leaves for Go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Panic {
    /// `goc_panic`: a message.
    Message,
    /// An index out of range.
    Index,
    /// A trap.
    Trap,
    /// An allocation on the stack that is larger than what is reserved.
    Limit,
}

/// The symbols of goc.h's panics, and of the one by which traps are replaced.
pub(super) const PANICS: [(&str, Panic); 4] = [
    ("runtime_panicstring", Panic::Message),
    ("runtime.goPanicIndex", Panic::Index),
    (TRAP, Panic::Trap),
    (LIMIT, Panic::Limit),
];

/// What a trap of the compiler's is replaced by a jump to.
pub(super) const TRAP: &str = "goc_trap";

/// What the trap behind a comparison with the stack's limit is replaced by a jump to.
pub(super) const LIMIT: &str = "goc_limit";

/// What C calls for the arena of a call: a word of the stub's frame.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Arena {
    /// Its value is the result.
    Get,
    /// The first argument becomes its value.
    Set,
}

/// The symbols of both.
const ARENAS: [(&str, Arena); 2] = [("goc_arena_get", Arena::Get), ("goc_arena_set", Arena::Set)];

/// What a relocation names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Target {
    /// A place in a function.
    Function(FunctionId, i64),
    /// A place in a section of data.
    Data(SectionId, i64),
    /// One of the panics.
    Panic(Panic),
    /// What reads or sets the call's arena.
    Arena(Arena),
    /// The middle of the table of addresses, which stands for the start of the data.
    DataStart,
    /// What C declares as weak and nobody defines: its address is NULL.
    Null,
    /// Nothing that can be named: why.
    Faulty(GcFaultKind),
}

impl Panic {
    /// Its number, by which the Go side knows it: a trap is told as a message.
    pub const fn number(self) -> u8 {
        match self {
            Panic::Index => 2,
            Panic::Message | Panic::Trap | Panic::Limit => 1,
        }
    }

    /// Whether it has no words of its own: those of its line are made for it.
    pub const fn is_trap(self) -> bool {
        matches!(self, Panic::Trap | Panic::Limit)
    }
}

impl<'p> Package<'p> {
    /// Reads the objects, one for each unit.
    ///
    /// # Errors
    /// Objects that cannot be read, or that hold what no package can.
    pub(super) fn read(
        units: &'p [&'p Unit],
        compiled: &[Compiled],
        machine: Machine,
        family: Family,
        is_less_aligned: bool,
    ) -> Result<Package<'p>, Vec<GcFault>> {
        let mut package = Package {
            units,
            objects: Vec::new(),
            functions: Vec::new(),
            machine,
            family,
            is_less_aligned,
            by_section: HashMap::new(),
            wrappers: HashMap::new(),
            frames: HashMap::new(),
            bodies: HashMap::new(),
            globals: HashMap::new(),
            clobbers: OnceCell::new(),
        };
        for function in units.iter().flat_map(|unit| &unit.functions) {
            package.bodies.entry(&function.c_name).or_insert(&function.symbol);
        }
        let mut faults = Vec::new();
        for (unit, compiled) in compiled.iter().enumerate() {
            match read_object(&compiled.object, machine) {
                Ok(mut object) => {
                    if is_less_aligned {
                        object
                            .sections
                            .iter_mut()
                            .for_each(|section| section.align = section.align.min(MOST));
                    }
                    package.check_object(unit, &object, &mut faults);
                    let added = package.add(unit, &object, compiled, &mut faults);
                    package.objects.push(object);
                    faults.extend(added.err().map(|fault| whole_file(unit, GcFaultKind::Object(fault))));
                }
                Err(fault) => faults.push(whole_file(unit, GcFaultKind::Object(fault))),
            }
        }
        if faults.is_empty() { Ok(package) } else { Err(faults) }
    }

    /// Finds what no function needs to use to be refused.
    fn check_object(&self, unit: usize, object: &Object, faults: &mut Vec<GcFault>) {
        for section in object.sections.iter().filter(|section| section.size > 0) {
            let kind = match section.kind {
                SectionKind::Startup => GcFaultKind::Startup(section.name.clone()),
                SectionKind::Unknown => GcFaultKind::UnknownSection(section.name.clone()),
                _ => continue,
            };
            faults.push(whole_file(unit, kind));
        }
        for symbol in &object.symbols {
            if let (Some(what), true) = (symbol.oddity, symbol.place != Place::Undefined) {
                faults.push(whole_file(unit, GcFaultKind::OddSymbol(symbol.name.clone(), what)));
            }
        }
    }

    /// Adds a unit's functions and global symbols.
    fn add(
        &mut self,
        unit: usize,
        object: &Object,
        compiled: &Compiled,
        faults: &mut Vec<GcFault>,
    ) -> Result<(), ObjectFault> {
        let usage = read_usage(&compiled.stack_usage);
        let functions = &self.units[unit].functions;
        let named = |name: fn(&GoFunction) -> &str| -> HashMap<&str, usize> {
            functions.iter().enumerate().map(|(number, function)| (name(function), number)).collect()
        };
        let (by_symbol, by_c_name) = (named(|function| &function.symbol), named(|function| &function.c_name));
        let mut tables = Tables::of(object);
        for symbol in &object.symbols {
            let Place::Section(section, offset) = symbol.place else { continue };
            // gcc was told to hide the others; clang cannot be.
            let is_seen = compiled.is_shared || by_symbol.contains_key(plain_name(&symbol.name));
            if symbol.is_global && (is_seen || is_in_each(&symbol.name)) {
                self.add_global(symbol, ((unit, section), offset), faults);
            }
            if let Some(number) = symbol.name.strip_prefix(FACTS).and_then(|name| by_c_name.get(name)) {
                self.frames.entry((unit, *number)).or_insert((section, offset));
            }
            if !symbol.is_function {
                continue;
            }
            let id = self.functions.len();
            let code = &object.sections[section];
            let length = code.bytes.len() as u64;
            // On arm64 literals may stand behind it.
            let is_whole = match self.machine {
                Machine::Amd64 => symbol.size == length,
                Machine::Arm64 => symbol.size <= length,
            } && symbol.size > 0;
            let is_code = code.kind == SectionKind::Code && is_whole;
            if offset != 0 || !is_code || self.by_section.insert((unit, section), id).is_some() {
                let what = format!("`{}` does not have a section of its own", symbol.name);
                return Err(ObjectFault::Contradiction(what));
            }
            let plain = plain_name(&symbol.name);
            let wrapped = symbol.name.strip_prefix(WRAPPER).and_then(|name| by_c_name.get(name));
            let role = match (wrapped, by_symbol.get(plain)) {
                (_, Some(body)) => Role::Body(*body),
                (Some(wrapper), None) => Role::Wrapper(*wrapper),
                (None, None) => Role::Helper,
            };
            let (shown, c_name) = match role {
                Role::Wrapper(number) => (functions[number].name.clone(), plain),
                Role::Body(number) => (functions[number].name.clone(), &*functions[number].c_name),
                Role::Helper => (plain.to_owned(), plain),
            };
            if let Role::Wrapper(number) = role {
                self.wrappers.entry((unit, number)).or_insert(id);
            }
            self.functions.push(Function {
                section: (unit, section),
                name: symbol.name.clone(),
                shown,
                role,
                rows: tables.rows.remove(&section),
                lines: tables.lines.remove(&section).unwrap_or_default(),
                regions: tables.regions.remove(&section).unwrap_or_default(),
                // gcc has C's name, clang the symbol.
                usage: usage.get(c_name).or_else(|| usage.get(plain)).copied(),
                returns: OnceCell::new(),
            });
        }
        Ok(())
    }

    /// Adds a symbol that all units see. The first counts, but that a weak one gives way to one that is not; two that do not
    /// are one too many, unless they are goc's own, which each unit has for itself.
    fn add_global(&mut self, symbol: &Symbol, place: SectionPlace, faults: &mut Vec<GcFault>) {
        let global = Global { place, is_weak: symbol.is_weak };
        match self.globals.entry(symbol.name.clone()) {
            Entry::Vacant(entry) => {
                entry.insert(global);
            }
            Entry::Occupied(mut entry) if entry.get().is_weak && !symbol.is_weak => {
                entry.insert(global);
            }
            Entry::Occupied(entry) if !symbol.is_weak && !is_in_each(&symbol.name) => {
                let ((unit, _), _) = entry.get().place;
                let kind = GcFaultKind::Twice(symbol.name.clone(), self.units[unit].name.as_str().into());
                faults.push(whole_file(place.0.0, kind));
            }
            Entry::Occupied(_) => {}
        }
    }

    /// What Go calls for a unit's function of that number.
    pub(super) fn wrapper(&self, unit: usize, number: usize) -> Option<FunctionId> {
        self.wrappers.get(&(unit, number)).copied()
    }

    /// Where a unit's object tells of the frame of its function of that number: the section and the place in it.
    pub(super) fn frame_facts(&self, unit: usize, number: usize) -> Option<(&super::object::Section, u64)> {
        let &(section, offset) = self.frames.get(&(unit, number))?;
        Some((&self.objects[unit].sections[section], offset))
    }

    /// Whether a function may return to its caller.
    pub(super) fn returns(&self, id: FunctionId) -> bool {
        *self.functions[id].returns.get_or_init(|| super::code::returns(self, id))
    }

    /// The registers that a function may write, with all that it calls.
    pub(super) fn clobbers(&self, id: FunctionId) -> Registers {
        self.clobbers.get_or_init(|| clobbers(self))[id]
    }

    /// The bytes of a function.
    pub(super) fn code(&self, id: FunctionId) -> &[u8] {
        let (unit, section) = self.functions[id].section;
        &self.objects[unit].sections[section].bytes
    }

    /// The relocations of a function.
    pub(super) fn relocations(&self, id: FunctionId) -> &[Relocation] {
        let (unit, section) = self.functions[id].section;
        &self.objects[unit].sections[section].relocations
    }

    /// The first relocation of a function whose place is in a range of its bytes.
    pub(super) fn relocation_in(&self, id: FunctionId, range: Range<usize>) -> Option<&Relocation> {
        let all = self.relocations(id);
        let first = all.partition_point(|relocation| relocation.at < range.start);
        all.get(first).filter(|relocation| relocation.at < range.end)
    }

    /// The function whose section it is.
    pub(super) fn function_in(&self, section: SectionId) -> Option<FunctionId> {
        self.by_section.get(&section).copied()
    }

    /// The section.
    pub(super) fn section(&self, (unit, section): SectionId) -> &super::object::Section {
        &self.objects[unit].sections[section]
    }

    /// What a relocation of a unit names, `more` bytes further on. `is_call` tells functions that are missing from
    /// variables that are.
    pub(super) fn target(&self, unit: usize, relocation: &Relocation, more: i64, is_call: bool) -> Target {
        let symbol = &self.objects[unit].symbols[relocation.symbol];
        let offset = |start: u64| (start as i64).wrapping_add(relocation.addend).wrapping_add(more);
        match symbol.place {
            _ if symbol.is_thread_local => Target::Faulty(GcFaultKind::ThreadLocal(symbol.name.clone())),
            Place::Section(section, start) => {
                // Another unit's may come before a weak one.
                let first = self.globals.get(&symbol.name).filter(|_| symbol.is_weak);
                let (section, start) = first.map_or(((unit, section), start), |global| global.place);
                self.in_section(section, offset(start), symbol.name.as_str())
            }
            Place::Absolute => Target::Faulty(GcFaultKind::Relocation(relocation.kind, symbol.name.clone())),
            Place::Undefined if symbol.name == "_GLOBAL_OFFSET_TABLE_" => Target::DataStart,
            Place::Undefined => {
                if let Some((_, arena)) = ARENAS.iter().find(|(name, _)| *name == symbol.name) {
                    return Target::Arena(*arena);
                }
                match (PANICS.iter().find(|(name, _)| *name == symbol.name), self.globals.get(&symbol.name)) {
                    (Some((_, panic)), _) => Target::Panic(*panic),
                    (None, Some(&Global { place: (section, start), .. })) => {
                        self.in_section(section, offset(start), &symbol.name)
                    }
                    (None, None) => match self.body_of(&symbol.name) {
                        Some(id) => Target::Function(id, offset(0)),
                        None if symbol.is_weak && offset(0) == 0 => Target::Null,
                        None => Target::Faulty(missing(&symbol.name, is_call)),
                    },
                }
            }
        }
    }

    /// The body of the Go function that C calls by that name.
    fn body_of(&self, c_name: &str) -> Option<FunctionId> {
        let (section, start) = self.globals.get(*self.bodies.get(c_name)?)?.place;
        self.function_in(section).filter(|_| start == 0)
    }

    fn in_section(&self, section: SectionId, offset: i64, name: &str) -> Target {
        match (self.section(section).kind, self.function_in(section)) {
            (SectionKind::Code, Some(id)) => Target::Function(id, offset),
            (SectionKind::Constants | SectionKind::ReadOnly | SectionKind::Variables, _) => {
                Target::Data(section, offset)
            }
            (SectionKind::ThreadLocal, _) => Target::Faulty(GcFaultKind::ThreadLocal(name.to_owned())),
            _ => Target::Faulty(GcFaultKind::Relocation(0, self.section(section).name.clone())),
        }
    }

    /// A fault at a place of a function.
    pub(super) fn fault(&self, id: FunctionId, at: usize, kind: GcFaultKind) -> GcFault {
        let function = &self.functions[id];
        let unit = function.section.0;
        let goc = &self.units[unit].name;
        let lines = &function.lines;
        let upto = function.lines_upto(at);
        let here = function.line_at(at);
        // Inlined from a header: the nearest line of the file itself stands for it.
        let own = lines[..upto].iter().rev().chain(&lines[upto..]).filter_map(|(_, line)| line.as_ref());
        let own = own.into_iter().find(|line| line.file == *goc).map(|line| line.number);
        let header =
            here.filter(|line| line.file != *goc).map(|line| Box::new((line.file.clone(), line.number)));
        let line = match function.role {
            _ if own.is_some() => own.unwrap_or(1),
            Role::Wrapper(number) | Role::Body(number) => self.units[unit].functions[number].line,
            Role::Helper => 1,
        };
        GcFault { unit, line, header, function: Some(function.shown.clone()), way: Vec::new(), kind }
    }
}

/// Whether each unit has a function of that name for itself: what compilers call by themselves.
fn is_in_each(name: &str) -> bool {
    name.starts_with("__") || may_replace(name)
}

/// A fault of a file as a whole.
pub(super) fn whole_file(unit: usize, kind: GcFaultKind) -> GcFault {
    GcFault { unit, line: 1, header: None, function: None, way: Vec::new(), kind }
}
