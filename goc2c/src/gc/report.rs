//! What each function needs of the stack, as a table for people and as JSON for programs.

use serde_json::json;

use super::graph::Graph;
use super::machine::Machine;
use super::package::{Package, Role};
use crate::report::ReportForm;

/// The stack of a function.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StackUse {
    /// The `.goc` file.
    pub file: String,
    /// The function, as a person knows it.
    pub function: String,
    /// Whether Go calls it.
    pub is_go: bool,
    /// Bytes of its own, with what a call takes.
    pub own: u64,
    /// Bytes with the functions that it calls, but for what those ask for that ask as they run.
    pub bound: u64,
    /// Whether Go's tracebacks and profiles see through it to its caller.
    pub is_tracked: bool,
    /// The functions that it calls by their names.
    pub calls: Vec<String>,
    /// Whether it calls by an address: any function whose address is taken.
    pub calls_any: bool,
    /// Whether it asks for its stack as it runs.
    pub is_checked: bool,
}

/// The stack of all functions that are reached, in the order in which they are written.
pub(super) fn stack_of(package: &Package<'_>, graph: &Graph) -> Vec<StackUse> {
    let mut all = Vec::new();
    for id in &graph.order {
        let (function, facts) = (&package.functions[*id], &graph.facts[id]);
        let mut calls: Vec<_> =
            facts.scan.calls.iter().map(|callee| package.functions[*callee].shown.clone()).collect();
        calls.sort();
        calls.dedup();
        all.push(StackUse {
            file: package.units[function.section.0].name.clone(),
            function: match function.role {
                Role::Body(_) => format!("{}.body", function.shown),
                _ => function.shown.clone(),
            },
            is_go: matches!(function.role, Role::Wrapper(_)),
            own: facts.own,
            bound: facts.bound,
            is_tracked: facts.scan.is_tracked,
            calls,
            calls_any: facts.scan.calls_any.is_some(),
            is_checked: facts.is_checked,
        });
    }
    all
}

/// A report of a machine's functions.
pub fn report_stack(machine: Machine, translation: &super::Translation, form: ReportForm) -> String {
    let rows = &translation.stack;
    if form == ReportForm::Json {
        let object = |row: &StackUse| {
            let object = json!({
                "arch": machine.name(), "file": row.file, "function": row.function, "go": row.is_go,
                "own": row.own, "bound": row.bound, "tracked": row.is_tracked, "calls": row.calls,
                "by_address": row.calls_any, "asks": row.is_checked,
            });
            format!("{object}\n")
        };
        return rows.iter().map(object).collect();
    }
    let width =
        |text: &dyn Fn(&StackUse) -> usize, least: usize| rows.iter().map(text).max().unwrap_or(0).max(least);
    let file = width(&|row| row.file.chars().count(), "file".len());
    let function = width(&|row| row.function.chars().count(), "function".len());
    let mut text = format!("{machine}: bytes of stack\n");
    let mut line = |a: &str, b: &str, own: &str, bound: &str, seen: &str, rest: &str| {
        let line = format!("{a:file$}  {b:function$}  {own:>9}  {bound:>9}  {seen:7}  {rest}");
        text += line.trim_end();
        text.push('\n');
    };
    line("file", "function", "own", "bound", "tracked", "calls");
    for row in rows {
        let own = row.own.to_string();
        let tracked = if row.is_tracked { "yes" } else { "no" };
        let any = row.calls_any.then_some("(by address)");
        let asks = row.is_checked.then_some("(asks as it runs)");
        let calls: Vec<_> = row.calls.iter().map(String::as_str).chain(any).chain(asks).collect();
        line(&row.file, &row.function, &own, &row.bound.to_string(), tracked, &calls.join(", "));
    }
    text
}
