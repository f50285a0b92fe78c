//! By which calls functions are reached from Go: the shortest way to each.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, VecDeque};

use super::package::{FunctionId, Package, Role};

/// Of each function that is reached, the one before it on the shortest way.
pub(super) struct Ways<'w, 'p> {
    package: &'w Package<'p>,
    /// With how many functions are as near, or nearer.
    before: HashMap<FunctionId, (usize, Option<FunctionId>)>,
}

impl<'w, 'p> Ways<'w, 'p> {
    /// Those from the functions among `all` that Go calls.
    pub fn of<C: Iterator<Item = FunctionId>>(
        package: &'w Package<'p>,
        all: &[FunctionId],
        callees: impl Fn(FunctionId) -> C,
    ) -> Ways<'w, 'p> {
        let is_wrapper = |id: &FunctionId| matches!(package.functions[*id].role, Role::Wrapper(_));
        let mut todo: VecDeque<_> = all.iter().copied().filter(is_wrapper).collect();
        let mut before: HashMap<_, _> =
            todo.iter().enumerate().map(|(number, id)| (*id, (number, None))).collect();
        while let Some(id) = todo.pop_front() {
            for callee in callees(id) {
                let number = before.len();
                if let Entry::Vacant(entry) = before.entry(callee) {
                    entry.insert((number, Some(id)));
                    todo.push_back(callee);
                }
            }
        }
        Ways { package, before }
    }

    /// The names on the way to the nearest of some functions, that of Go first; none where none is reached.
    pub fn to(&self, ids: &[FunctionId]) -> Vec<String> {
        let reached = ids.iter().filter(|id| self.before.contains_key(id));
        let mut at = reached.min_by_key(|id| self.before[id].0).copied();
        let mut way = Vec::new();
        while let Some(id) = at {
            way.push(self.package.functions.get(id).map_or("(by address)", |function| &*function.shown));
            at = self.before[&id].1;
        }
        // A Go function is its wrapper and its body.
        way.dedup();
        way.iter().rev().map(|name| (*name).to_owned()).collect()
    }
}
