//! The graph of actions: which needs which, and the order of a depth-first walk. Knows files by name only.

use std::fmt;
use std::path::{Path, PathBuf};

use hashbrown::HashMap;

use crate::action::Action;

/// The graph of a plan's actions, which are named by their places in the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Graph {
    /// What each needs done first.
    pub needs: Vec<Vec<usize>>,
    /// What waits for each.
    pub feeds: Vec<Vec<usize>>,
    /// The actions in the order of a depth-first walk: what an action needs comes before it, and what is
    /// begun is finished before other things are begun.
    pub order: Vec<usize>,
}

/// Why actions make no graph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GraphError {
    /// Two of them make the same file, from these.
    TwoMakers(PathBuf, Vec<PathBuf>),
    /// They need each other in a circle, which ends where it starts.
    Cycle(Vec<PathBuf>),
}

impl fmt::Display for GraphError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            GraphError::TwoMakers(path, from) => {
                write!(f, "two actions make `{}`", path.display())?;
                let [one, other] = &from[..] else { return Ok(()) };
                write!(f, ", from `{}` and `{}`: rename one", one.display(), other.display())
            }
            GraphError::Cycle(paths) => {
                let names: Vec<_> = paths.iter().map(|path| path.display().to_string()).collect();
                write!(f, "these need each other: {}", names.join(" -> "))
            }
        }
    }
}

impl std::error::Error for GraphError {}

impl Graph {
    /// The graph of actions.
    ///
    /// # Errors
    /// See [`GraphError`].
    pub fn new(actions: &[Action]) -> Result<Graph, GraphError> {
        let mut makers: HashMap<&Path, usize> = HashMap::with_capacity(actions.len());
        for (at, action) in actions.iter().enumerate() {
            for made in action.also().chain([action.output.as_path()]) {
                if let Some(other) = makers.insert(made, at) {
                    let from = [&actions[other], action].into_iter().filter_map(|it| it.inputs.first());
                    return Err(GraphError::TwoMakers(made.to_owned(), from.cloned().collect()));
                }
            }
        }
        let mut needs = Vec::with_capacity(actions.len());
        let mut feeds = vec![Vec::new(); actions.len()];
        for (at, action) in actions.iter().enumerate() {
            let files = action.inputs.iter().chain(&action.after);
            let mut list: Vec<usize> = Vec::new();
            for maker in files.filter_map(|file| makers.get(file.as_path()).copied()) {
                // What was added for this action last is at the end of the other's list.
                if feeds[maker].last() != Some(&at) {
                    feeds[maker].push(at);
                    list.push(maker);
                }
            }
            needs.push(list);
        }
        let order = walk(&needs, &feeds).map_err(|cycle| {
            GraphError::Cycle(cycle.iter().map(|&at| actions[at].output.clone()).collect())
        })?;
        Ok(Graph { needs, feeds, order })
    }

    /// Each action's place in the order.
    pub fn ranks(&self) -> Vec<usize> {
        let mut ranks = vec![0; self.order.len()];
        self.order.iter().enumerate().for_each(|(rank, &at)| ranks[at] = rank);
        ranks
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    New,
    Open,
    Done,
}

/// Walks from what nothing waits for; the error is a circle.
fn walk(needs: &[Vec<usize>], feeds: &[Vec<usize>]) -> Result<Vec<usize>, Vec<usize>> {
    let mut marks = vec![Mark::New; needs.len()];
    let mut order = Vec::with_capacity(needs.len());
    let goals = (0..needs.len()).filter(|&at| feeds[at].is_empty());
    // What no goal leads to is in a circle, or behind one.
    for start in goals.chain(0..needs.len()) {
        let mut path = Vec::new();
        if marks[start] == Mark::New {
            marks[start] = Mark::Open;
            path.push((start, 0));
        }
        while let Some((at, next)) = path.last_mut() {
            let here = *at;
            let Some(&need) = needs[here].get(*next) else {
                marks[here] = Mark::Done;
                order.push(here);
                path.pop();
                continue;
            };
            *next += 1;
            match marks[need] {
                Mark::Done => {}
                Mark::New => {
                    marks[need] = Mark::Open;
                    path.push((need, 0));
                }
                Mark::Open => {
                    let open = path.iter().map(|&(at, _)| at).skip_while(|&at| at != need);
                    return Err(open.chain([need]).collect());
                }
            }
        }
    }
    Ok(order)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::action::{Log, Work};

    fn action(output: &str, inputs: &str) -> Action {
        Action {
            package: "p".into(),
            log: Log::Quiet,
            work: Work::Copy,
            inputs: inputs.split_whitespace().map(PathBuf::from).collect(),
            after: Vec::new(),
            output: output.into(),
        }
    }

    #[test]
    fn what_is_begun_is_finished_before_other_things_are_begun() {
        let actions = [
            action("a.a", "a1.o a2.o"),
            action("b.a", "b1.o a.a"),
            action("b1.o", "b1.c"),
            action("a1.o", "a1.c h"),
            action("a2.o", "a2.c h"),
            action("h", "x"),
        ];
        let graph = Graph::new(&actions).unwrap();
        let names: Vec<_> = graph.order.iter().map(|&at| actions[at].output.to_str().unwrap()).collect();
        assert_eq!(names, ["b1.o", "h", "a1.o", "a2.o", "a.a", "b.a"]);
        assert_eq!(graph.feeds[5], [3, 4]);
    }

    #[test]
    fn a_circle_is_told_by_its_path() {
        let actions = [action("z", "a"), action("a", "b"), action("b", "c"), action("c", "a")];
        let cycle = Graph::new(&actions).unwrap_err();
        assert_eq!(cycle.to_string(), "these need each other: a -> b -> c -> a");
        let twice = Graph::new(&[action("a", ""), action("a", "")]).unwrap_err();
        assert_eq!(twice.to_string(), "two actions make `a`");
    }
}
