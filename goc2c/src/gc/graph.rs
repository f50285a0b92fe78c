//! Which functions are reached from Go, whether their calls end, and how much stack they need.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::code::{Scan, scan};
use super::fault::{GcFault, GcFaultKind, Missing};
use super::files::Stem;
use super::flags::Family;
use super::machine::Machine;
use super::package::{FunctionId, Package, Panic, Role, SectionId, whole_file};
use super::reserve::Reserve;
use super::ways::Ways;

/// Bytes that each call may use beyond what is told: the return address, and room to align.
const PER_CALL: u64 = 16;
/// Bytes that a frame which aligns itself may use beyond that.
const TO_ALIGN: u64 = 64;
/// The most stack that C may need.
const MOST: u64 = 256 << 20;
/// The most stack that Go's linker may see: it counts what NOSPLIT functions use, and allows 800 bytes.
const VISIBLE: u64 = 512;

/// The functions that Go reaches, and what was found out about them.
#[derive(Debug)]
pub(super) struct Graph {
    /// The functions in the order in which they are written, unit by unit.
    pub order: Vec<FunctionId>,
    /// By function; none for those that are not reached.
    pub facts: HashMap<FunctionId, Facts>,
    /// The data that is reached, by unit, in the order in which it was met.
    pub data: HashMap<usize, Vec<SectionId>>,
    /// The unit that has the data of all, where one refers to another's.
    pub joined: Option<usize>,
    /// The most bytes that a function which asks for its stack at run time needs where it asks; none where none does.
    pub slack: Option<u64>,
}

/// What was found out about a function.
#[derive(Debug)]
pub(super) struct Facts {
    /// What its code holds.
    pub scan: Scan,
    /// Bytes of stack of its own.
    pub own: u64,
    /// Bytes of stack with the functions that it calls, but for what those that ask at run time ask for.
    pub bound: u64,
    /// Bytes of stack that Go's linker may see below it: it does not follow addresses.
    visible: u64,
    /// The panics that it may leave by, with those of the functions that it calls.
    pub panics: BTreeSet<Panic>,
    /// Whether Go's unwinder passes through it and all that it calls, and Go's linker sees all of that.
    pub all_tracked: bool,
    /// Whether a unit other than its own calls it or takes its address.
    pub is_shared: bool,
    /// Whether it asks at run time whether there is stack for it.
    pub is_checked: bool,
    /// Whether it or a function that it calls does so.
    pub reserves: bool,
    /// Whether it or a function that it calls has to do with the call's arena.
    pub uses_arena: bool,
    /// The functions that may call each other in a circle have one number; it is its alone where there is none.
    pub component: usize,
}

/// Scans what is reached, and proves what must hold.
///
/// # Errors
/// Everything that cannot be.
pub(super) fn build(package: &Package<'_>, reserve: &Reserve) -> Result<Graph, Vec<GcFault>> {
    let mut faults = Vec::new();
    let mut scans: HashMap<FunctionId, Scan> = HashMap::new();
    let mut todo: Vec<FunctionId> = wrappers(package).collect();
    let mut data: HashMap<usize, Vec<SectionId>> = HashMap::new();
    let mut seen_data = HashSet::new();
    let mut taken = BTreeSet::new();
    let mut shared = HashSet::new();
    let (mut is_joined, mut in_data) = (false, Vec::new());
    while let Some(id) = todo.pop() {
        if scans.contains_key(&id) {
            continue;
        }
        let found = scan(package, id, &mut faults);
        let unit = package.functions[id].section.0;
        let mut sections = found.data.clone();
        is_joined |= sections.iter().any(|section| section.0 != unit);
        while let Some(section) = sections.pop() {
            if seen_data.insert(section) {
                data.entry(section.0).or_default().push(section);
                let referred = super::layout::referred(package, id, section, &mut faults);
                is_joined |= referred.sections.iter().any(|other| other.0 != section.0);
                sections.extend(referred.sections);
                in_data.extend(referred.functions.iter().map(|id| (section.0, *id)));
                taken.extend(&referred.functions);
                todo.extend(referred.functions);
            }
        }
        let is_elsewhere = |named: &&FunctionId| package.functions[**named].section.0 != unit;
        shared.extend(found.calls.iter().chain(&found.taken).filter(is_elsewhere));
        todo.extend(found.taken.iter().chain(&found.calls).rev());
        taken.extend(&found.taken);
        scans.insert(id, found);
    }
    super::frames::check_results(package, &mut faults);
    data.values_mut().for_each(|sections| sections.sort());
    let joined = is_joined.then(|| data_owner(package));
    let unit_of = |id: FunctionId| package.functions[id].section.0;
    let is_elsewhere = |(unit, id): &&(usize, FunctionId)| unit_of(*id) != joined.unwrap_or(*unit);
    shared.extend(in_data.iter().filter(is_elsewhere).map(|(_, id)| *id));
    let order: Vec<_> = scans.keys().copied().collect::<BTreeSet<_>>().into_iter().collect();
    let any = package.functions.len();
    // Whatever an address leads to is a function of its own, which calls all that it may be.
    scans.insert(any, Scan { calls: taken.into_iter().collect(), ..Scan::default() });
    let (open, facts) = (Vec::new(), HashMap::new());
    Builder { package, reserve, any, scans, shared, faults, open, facts }.finish(order, data, joined)
}

/// The unit that has the data of all: one that no system leaves out, if there is one.
fn data_owner(package: &Package<'_>) -> usize {
    package.units.iter().position(|unit| Stem::of(&unit.name).system.is_none()).unwrap_or(0)
}

fn wrappers<'p>(package: &'p Package<'_>) -> impl Iterator<Item = FunctionId> + 'p {
    let is_wrapper = |id: &FunctionId| matches!(package.functions[*id].role, Role::Wrapper(_));
    (0..package.functions.len()).rev().filter(is_wrapper)
}

struct Builder<'b, 'p> {
    package: &'b Package<'p>,
    reserve: &'b Reserve,
    /// The number that stands for whatever function an address leads to.
    any: FunctionId,
    scans: HashMap<FunctionId, Scan>,
    /// Functions that other units than their own call or take the address of.
    shared: HashSet<FunctionId>,
    faults: Vec<GcFault>,
    /// Faults where no stack is reserved: what has no bound before it runs.
    open: Vec<(FunctionId, GcFault)>,
    facts: HashMap<FunctionId, Facts>,
}

impl Builder<'_, '_> {
    fn finish(
        mut self,
        order: Vec<FunctionId>,
        data: HashMap<usize, Vec<SectionId>>,
        joined: Option<usize>,
    ) -> Result<Graph, Vec<GcFault>> {
        self.check_units();
        self.check_addresses(&order);
        let components = self.components(&order);
        for (number, component) in components.iter().enumerate() {
            self.judge_all(component, number);
        }
        self.untrack(&components.concat());
        self.check_panics(&order);
        let checked = self.facts.values().filter(|facts| facts.is_checked);
        let slack = checked.map(|facts| facts.bound.next_multiple_of(16)).max();
        // The arena's word is counted from the same place.
        let has_arena = self.facts.values().any(|facts| facts.uses_arena);
        let slack = slack.or(has_arena.then_some(0));
        self.check_reserve(slack);
        if self.faults.is_empty() {
            self.facts.remove(&self.any);
            Ok(Graph { order, facts: self.facts, data, joined, slack })
        } else {
            self.tell_ways(&order);
            Err(sorted(self.faults))
        }
    }

    /// Tells of each fault by which calls its function is reached.
    fn tell_ways(&mut self, order: &[FunctionId]) {
        let ways = Ways::of(self.package, order, |id| self.callees(id));
        let mut by_name: HashMap<(usize, &str), Vec<FunctionId>> = HashMap::new();
        for &id in order {
            if let Some(function) = self.package.functions.get(id) {
                by_name.entry((function.section.0, &*function.shown)).or_default().push(id);
            }
        }
        for fault in &mut self.faults {
            let function = fault.function.as_deref().and_then(|name| by_name.get(&(fault.unit, name)));
            fault.way = function.map(|ids| ways.to(ids)).unwrap_or_default();
        }
    }

    /// An address that is called must be that of a function of the package. In a library's file of C it may be a hook that
    /// nobody sets: where no function's address is taken, it is NULL, and a call of it faults.
    fn check_addresses(&mut self, order: &[FunctionId]) {
        if !self.scans[&self.any].calls.is_empty() {
            return;
        }
        for id in order {
            let is_c = self.package.units[self.package.functions[*id].section.0].is_c();
            if let (Some((at, text)), false) = (&self.scans[id].calls_any, is_c) {
                let kind = GcFaultKind::IndirectCall(text.clone());
                self.faults.push(self.package.fault(*id, *at, kind));
            }
        }
    }

    /// The functions that a function calls.
    fn callees(&self, id: FunctionId) -> impl Iterator<Item = FunctionId> + '_ {
        // What was judged has its scan among its facts.
        let scan = self.facts.get(&id).map_or_else(|| &self.scans[&id], |facts| &facts.scan);
        scan.calls.iter().copied().chain(scan.calls_any.is_some().then_some(self.any))
    }

    /// Each Go function must have its wrapper.
    fn check_units(&mut self) {
        for (unit, facts) in self.package.units.iter().enumerate() {
            for (number, function) in facts.functions.iter().enumerate() {
                if self.package.wrapper(unit, number).is_none() {
                    let kind = GcFaultKind::Undefined(function.c_name.clone(), Missing::Function);
                    self.faults.push(whole_file(unit, kind));
                }
            }
        }
    }

    /// The functions, those that are called before those that call them, each with those that it may be in a circle with:
    /// Tarjan's strongly connected components, without recursion, since a chain of calls may be as long as the file.
    fn components(&mut self, order: &[FunctionId]) -> Vec<Vec<FunctionId>> {
        struct Visit {
            index: usize,
            low: usize,
            is_on_path: bool,
            is_done: bool,
        }
        let callees: HashMap<FunctionId, Vec<FunctionId>> =
            self.scans.keys().map(|id| (*id, self.callees(*id).collect())).collect();
        let mut visits: HashMap<FunctionId, Visit> = HashMap::new();
        let mut stack = Vec::new();
        let mut components = Vec::new();
        // From Go's side on, so that a circle is told from where Go enters it.
        let is_wrapper = |id: &&FunctionId| matches!(self.package.functions[**id].role, Role::Wrapper(_));
        let (wrappers, others): (Vec<_>, Vec<_>) = order.iter().partition(is_wrapper);
        for root in wrappers.into_iter().chain(others).copied() {
            let mut path: Vec<(FunctionId, usize)> = Vec::new();
            let mut entered = (!visits.contains_key(&root)).then_some(root);
            loop {
                if let Some(id) = entered.take() {
                    let index = visits.len();
                    visits.insert(id, Visit { index, low: index, is_on_path: true, is_done: false });
                    stack.push(id);
                    path.push((id, 0));
                }
                let Some((id, next)) = path.last_mut() else { break };
                let id = *id;
                let low = |visits: &mut HashMap<FunctionId, Visit>, id, found: usize| {
                    if let Some(visit) = visits.get_mut(&id) {
                        visit.low = visit.low.min(found);
                    }
                };
                if let Some(&callee) = callees[&id].get(*next) {
                    *next += 1;
                    match visits.get(&callee) {
                        None => entered = Some(callee),
                        Some(visit) if !visit.is_done => {
                            let (found, is_circle) = (visit.index, visit.is_on_path);
                            low(&mut visits, id, found);
                            if is_circle {
                                let start = path.iter().position(|(on, _)| *on == callee).unwrap_or(0);
                                let circle: Vec<_> = path[start..].iter().map(|(on, _)| *on).collect();
                                self.note_circle(&circle);
                            }
                        }
                        Some(_) => {}
                    }
                    continue;
                }
                path.pop();
                let (index, found) = (visits[&id].index, visits[&id].low);
                if let Some(visit) = visits.get_mut(&id) {
                    visit.is_on_path = false;
                }
                if let Some((caller, _)) = path.last() {
                    low(&mut visits, *caller, found);
                }
                if found == index {
                    let start = stack.iter().rposition(|on| *on == id).unwrap_or(0);
                    let component = stack.split_off(start);
                    for member in &component {
                        if let Some(visit) = visits.get_mut(member) {
                            visit.is_done = true;
                        }
                    }
                    components.push(component);
                }
            }
        }
        components
    }

    /// A circle of calls has no bound before it runs.
    fn note_circle(&mut self, circle: &[FunctionId]) {
        // It is told from a function on.
        let start = circle.iter().position(|id| *id != self.any).unwrap_or(0);
        let circle = [&circle[start..], &circle[..start]].concat();
        let shown = |id: &FunctionId| match self.package.functions.get(*id) {
            Some(function) => function.shown.clone(),
            None => "by its address".into(),
        };
        let mut names: Vec<_> = circle.iter().map(shown).collect();
        names.dedup();
        names.extend(names.first().cloned());
        let fault = self.package.fault(circle[0], 0, GcFaultKind::Recursion(names));
        let found = (circle[0], fault);
        if !self.open.contains(&found) {
            self.open.push(found);
        }
    }

    /// What is known of the functions of a component once all that they call is known.
    fn judge_all(&mut self, component: &[FunctionId], number: usize) {
        let is_circle =
            component.len() > 1 || self.callees(component[0]).any(|callee| callee == component[0]);
        // What stands for an address asks for nothing: it is known before those that call it.
        let (any, functions): (Vec<_>, Vec<_>) = component.iter().copied().partition(|id| *id == self.any);
        let members: Vec<_> = any.into_iter().chain(functions).collect();
        for &id in &members {
            self.judge(id, is_circle, number);
        }
        if is_circle {
            let panics: BTreeSet<_> = members.iter().flat_map(|id| self.facts[id].panics.clone()).collect();
            let uses_arena = members.iter().any(|id| self.facts[id].uses_arena);
            for id in &members {
                if let Some(facts) = self.facts.get_mut(id) {
                    facts.panics.clone_from(&panics);
                    facts.reserves = true;
                    facts.uses_arena = uses_arena;
                }
            }
        }
    }

    /// What is known of a function once the functions that it calls are known; those that ask for their stack need only be
    /// called.
    fn judge(&mut self, id: FunctionId, is_circle: bool, component: usize) {
        let callees: Vec<_> = self.callees(id).collect();
        let Some(scan) = self.scans.remove(&id) else { return };
        let is_open = self
            .package
            .functions
            .get(id)
            .and_then(|function| function.usage)
            .is_some_and(|usage| usage.is_open);
        let is_checked = id != self.any && (is_circle || is_open);
        let own = if id == self.any { 0 } else { self.own_stack(id, &scan) };
        let mut panics = scan.panics.clone();
        panics.extend(is_checked.then_some(Panic::Message));
        let mut reserves = is_checked;
        let mut uses_arena = !scan.arena.is_empty();
        let mut below = if panics.is_empty() && !uses_arena { 0 } else { PER_CALL };
        let mut seen = below;
        for callee in callees {
            match self.facts.get(&callee) {
                Some(facts) => {
                    below = below.max(if facts.is_checked { PER_CALL } else { facts.bound });
                    let is_seen = callee != self.any && facts.component != component;
                    seen = seen.max(if is_seen { facts.visible } else { 0 });
                    panics.extend(&facts.panics);
                    reserves |= facts.reserves;
                    uses_arena |= facts.uses_arena;
                }
                // Of the same circle.
                None => below = below.max(PER_CALL),
            }
        }
        let (bound, visible) = (own + below, own + seen);
        if own > MOST || bound > MOST && below <= MOST {
            self.faults.push(self.package.fault(id, 0, GcFaultKind::TooDeep(bound)));
        }
        let is_shared = self.shared.contains(&id);
        let all_tracked = false;
        let facts = Facts {
            scan,
            own,
            bound,
            visible,
            panics,
            all_tracked,
            is_shared,
            is_checked,
            reserves,
            uses_arena,
            component,
        };
        self.facts.insert(id, facts);
    }

    /// Where the stack of C has no bound before it runs, some must be reserved for each Go function that leads there.
    fn check_reserve(&mut self, slack: Option<u64>) {
        let mut without = Vec::new();
        for (unit, facts) in self.package.units.iter().enumerate() {
            for (number, function) in facts.functions.iter().enumerate() {
                let Some(id) = self.package.wrapper(unit, number) else { continue };
                let Some(facts) = self.facts.get(&id).filter(|facts| facts.reserves) else { continue };
                let Some(reserved) = self.reserve.of(&function.name) else {
                    without.push(id);
                    continue;
                };
                let room = reserved.saturating_add(facts.bound + slack.unwrap_or(0));
                if room > MOST {
                    self.faults.push(self.package.fault(id, 0, GcFaultKind::TooDeep(room)));
                }
            }
        }
        let mut reached = HashSet::new();
        while let Some(id) = without.pop() {
            if let Some(facts) = self.facts.get(&id).filter(|_| reached.insert(id)) {
                without.extend(&facts.scan.calls);
                without.extend(facts.scan.calls_any.as_ref().map(|_| self.any));
            }
        }
        self.open.retain(|(id, _)| reached.contains(id));
        self.faults.extend(self.open.drain(..).map(|(_, fault)| fault));
    }

    fn own_stack(&mut self, id: FunctionId, scan: &Scan) -> u64 {
        let package = self.package;
        let function = &package.functions[id];
        let bytes = match function.usage {
            Some(usage) if usage.is_open => {
                let fault = package.fault(id, 0, GcFaultKind::UnknownStack);
                // Only gcc asks before it takes more.
                match package.family {
                    Family::Gcc => self.open.push((id, fault)),
                    Family::Clang => self.faults.push(fault),
                }
                usage.bytes
            }
            Some(usage) => usage.bytes,
            None if scan.is_followed => 0,
            None => {
                self.faults.push(package.fault(id, 0, GcFaultKind::NoStackUsage));
                0
            }
        };
        let deepest = u64::try_from(scan.deepest).unwrap_or(u64::MAX / 4);
        let to_align = if scan.is_followed { 0 } else { TO_ALIGN };
        bytes.max(deepest).saturating_add(PER_CALL + to_align)
    }

    /// Of a tree that uses more stack than Go's linker may see, nothing is written in Go's words. What calls a function that
    /// Go's unwinder cannot pass through cannot be passed through either.
    fn untrack(&mut self, from_below: &[FunctionId]) {
        let is_large = |id: &&FunctionId| self.facts[*id].visible > VISIBLE;
        let mut todo: Vec<_> = from_below.iter().filter(is_large).copied().collect();
        let mut marked = HashSet::new();
        while let Some(id) = todo.pop() {
            if !marked.insert(id) {
                continue;
            }
            let Some(facts) = self.facts.get_mut(&id) else { continue };
            facts.scan.is_tracked = false;
            facts.scan.edits.retain(|edit| !edit.action.is_stack());
            todo.extend(&facts.scan.calls);
        }
        for id in from_below {
            let scan = &self.facts[id].scan;
            let all = scan.is_tracked
                && !self.facts[id].is_checked
                && scan.arena.is_empty()
                && scan.calls_any.is_none()
                && scan.calls.iter().all(|callee| self.facts[callee].all_tracked);
            if let Some(facts) = self.facts.get_mut(id) {
                facts.all_tracked = all;
            }
        }
    }

    /// Where a panic may pass, the register that it goes by must hold.
    fn check_panics(&mut self, order: &[FunctionId]) {
        for id in order {
            let facts = &self.facts[id];
            let is_free = facts.panics.is_empty() && !facts.uses_arena;
            if let (Some(written), false) = (&facts.scan.writes_panic_register, is_free) {
                let kind = match (self.package.machine, self.package.family) {
                    (Machine::Amd64, Family::Clang) => GcFaultKind::PanicNeedsRegister("R15"),
                    _ => GcFaultKind::Writes(written.text.clone(), written.register.clone()),
                };
                self.faults.push(self.package.fault(*id, written.at, kind));
            }
        }
    }
}

/// Faults in the order of the files, each once.
fn sorted(mut faults: Vec<GcFault>) -> Vec<GcFault> {
    faults.sort_by_key(|fault| (fault.unit, fault.line));
    faults.dedup();
    faults
}
