//! Plans as graphs for Graphviz: a node a part, an edge where one reads what another makes. A node an action would be
//! more than can be looked at.

use std::collections::{BTreeSet, HashMap};

use crate::action::Plan;
use crate::graph::Graph;

/// A plan's parts in Graphviz' language.
pub fn render_dot(plan: &Plan, graph: &Graph) -> Vec<u8> {
    let mut out = b"digraph plan {\n\trankdir=LR;\n\tnode [shape=box];\n".to_vec();
    let mut order: Vec<&str> = Vec::new();
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for action in &plan.actions {
        let count = counts.entry(&action.part).or_default();
        if *count == 0 {
            order.push(&action.part);
        }
        *count += 1;
    }
    for part in order {
        let count = counts[part];
        let part = quoted(part);
        out.extend_from_slice(format!("\t\"{part}\" [label=\"{part}\\n{count}\"];\n").as_bytes());
    }
    let mut edges = BTreeSet::new();
    for (action, needs) in plan.actions.iter().zip(&graph.needs) {
        let parts = needs.iter().map(|&need| &*plan.actions[need].part);
        edges.extend(parts.filter(|part| *part != &*action.part).map(|part| (part, &*action.part)));
    }
    for (from, to) in edges {
        out.extend_from_slice(format!("\t\"{}\" -> \"{}\";\n", quoted(from), quoted(to)).as_bytes());
    }
    out.extend_from_slice(b"}\n");
    out
}

fn quoted(text: &str) -> String {
    text.replace('\\', "\\\\").replace('"', "\\\"")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::action::{Action, Log, Root, Work};

    #[test]
    fn a_part_is_a_node_and_what_it_reads_an_edge() {
        let action = |part: &str, reads: &[&str], makes: &str| Action {
            part: part.into(),
            log: Log::Quiet,
            work: Work::Copy,
            reads: reads.iter().map(Into::into).collect(),
            after: Vec::new(),
            makes: vec![makes.into()],
        };
        let actions = vec![
            action("a \"b\"", &["/w/x"], "/w/1"),
            action("a \"b\"", &["/w/1"], "/w/2"),
            action("c", &["/w/1", "/w/2"], "/w/3"),
        ];
        let plan = Plan { actions, roots: vec![Root::named("/w")], ..Plan::default() };
        let text = String::from_utf8(render_dot(&plan, &Graph::new(&plan).unwrap())).unwrap();
        let lines: Vec<_> = text.lines().map(str::trim).collect();
        assert_eq!(
            lines[3..],
            [r#""a \"b\"" [label="a \"b\"\n2"];"#, r#""c" [label="c\n1"];"#, r#""a \"b\"" -> "c";"#, "}"]
        );
    }
}
