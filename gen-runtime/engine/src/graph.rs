//! The graph of actions: which needs which, and the order of a depth-first walk. Knows files by name only.

use std::fmt;
use std::path::{Component, Path, PathBuf};

use goc2c::command::output::display;
use hashbrown::HashMap;

use crate::action::{Plan, Root, Run};

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
    /// One makes two files of one name, which cannot be in one folder while they are made.
    SameName(PathBuf, PathBuf),
    /// One makes a file outside the folders that the plan may write to, or nothing.
    Outside(PathBuf),
}

impl GraphError {
    /// A name for programs.
    pub fn code(&self) -> &'static str {
        match self {
            GraphError::TwoMakers(..) => "two-makers",
            GraphError::Cycle(_) => "action-cycle",
            GraphError::SameName(..) => "same-name",
            GraphError::Outside(_) => "output-outside",
        }
    }
}

impl fmt::Display for GraphError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            GraphError::TwoMakers(path, from) => {
                write!(f, "two actions make `{}`", display(path))?;
                let [one, other] = &from[..] else { return Ok(()) };
                write!(f, ", from `{}` and `{}`: rename one", display(one), display(other))
            }
            GraphError::Cycle(paths) => {
                let names: Vec<_> = paths.iter().map(|path| display(path)).collect();
                write!(f, "these need each other: {}", names.join(" -> "))
            }
            GraphError::SameName(one, other) => {
                write!(f, "one action makes `{}` and `{}`, of one name", display(one), display(other))
            }
            GraphError::Outside(path) => {
                write!(
                    f,
                    "`{}` is outside the folders of this build: nothing is written there",
                    display(path)
                )
            }
        }
    }
}

impl std::error::Error for GraphError {}

impl Graph {
    /// The graph of a plan's actions.
    ///
    /// # Errors
    /// See [`GraphError`].
    pub fn new(plan: &Plan) -> Result<Graph, GraphError> {
        let actions = &plan.actions;
        let makers = makers(plan)?;
        let mut needs = Vec::with_capacity(actions.len());
        let mut feeds = vec![Vec::new(); actions.len()];
        for (at, action) in actions.iter().enumerate() {
            let files = action.reads.iter().chain(&action.after).map(PathBuf::as_path);
            let program = action.run().and_then(Run::program);
            let mut list: Vec<usize> = Vec::new();
            for maker in files.chain(program).filter_map(|file| makers.get(file).copied()) {
                // What was added for this action last is at the end of the other's list.
                if feeds[maker].last() != Some(&at) {
                    feeds[maker].push(at);
                    list.push(maker);
                }
            }
            needs.push(list);
        }
        let order = walk(&needs, &feeds).map_err(|cycle| {
            GraphError::Cycle(cycle.iter().map(|&at| actions[at].first().to_owned()).collect())
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

/// Which action makes a file.
fn makers(plan: &Plan) -> Result<HashMap<&Path, usize>, GraphError> {
    let actions = &plan.actions;
    let roots: Vec<PathBuf> = plan.roots.iter().map(Root::path).collect();
    let mut makers: HashMap<&Path, usize> = HashMap::with_capacity(actions.len());
    for (at, action) in actions.iter().enumerate() {
        for (place, made) in action.makes.iter().enumerate() {
            let same = action.makes[..place].iter().find(|other| other.file_name() == made.file_name());
            if let Some(other) = same {
                return Err(GraphError::SameName(other.clone(), made.clone()));
            }
            if !is_below(made, &roots) {
                return Err(GraphError::Outside(made.clone()));
            }
            if let Some(other) = makers.insert(made, at) {
                let from = [&actions[other], action].into_iter().filter_map(|it| it.reads.first());
                return Err(GraphError::TwoMakers(made.clone(), from.cloned().collect()));
            }
        }
        if action.makes.is_empty() {
            return Err(GraphError::Outside(PathBuf::new()));
        }
    }
    Ok(makers)
}

/// Whether a path is that of a file below one of the folders, without a step back up.
fn is_below(path: &Path, roots: &[PathBuf]) -> bool {
    roots.iter().filter_map(|root| path.strip_prefix(root).ok()).any(|rest| {
        let mut parts = rest.components();
        parts.clone().next().is_some() && parts.all(|part| matches!(part, Component::Normal(_)))
    })
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
    // What no goal leads to is in a circle, or after one.
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
    use crate::action::{Action, Log, Word, Work};

    fn paths(names: &str) -> Vec<PathBuf> {
        names.split_whitespace().map(|name| Path::new("/w").join(name)).collect()
    }

    fn action(makes: &str, reads: &str) -> Action {
        Action {
            part: "p".into(),
            log: Log::Quiet,
            work: Work::Copy,
            reads: paths(reads),
            after: Vec::new(),
            makes: paths(makes),
        }
    }

    fn plan(actions: impl Into<Vec<Action>>) -> Plan {
        Plan { actions: actions.into(), roots: vec![Root::named("/w")], ..Plan::default() }
    }

    #[test]
    fn what_is_begun_is_finished_before_other_things_are_begun() {
        let plan = plan([
            action("a.a", "a1.o a2.o"),
            action("b.a", "b1.o a.a"),
            action("b1.o", "b1.c"),
            action("a1.o", "a1.c h"),
            action("a2.o", "a2.c h2"),
            action("h h2", "x"),
        ]);
        let graph = Graph::new(&plan).unwrap();
        let name = |at: &usize| plan.actions[*at].first().strip_prefix("/w").unwrap().to_str().unwrap();
        assert_eq!(
            graph.order.iter().map(name).collect::<Vec<_>>(),
            ["b1.o", "h", "a1.o", "a2.o", "a.a", "b.a"]
        );
        assert_eq!(graph.feeds[5], [3, 4]);
    }

    #[test]
    fn a_program_that_is_made_is_made_first() {
        let run = Run::new(vec![Word::from("/w/tool"), Word::Made(0)], "/w");
        let using = Action { work: Work::Run(run), ..action("out", "") };
        let graph = Graph::new(&plan([using, action("tool", "tool.c")])).unwrap();
        assert_eq!(graph.order, [1, 0]);
    }

    #[test]
    fn what_makes_no_graph_is_told() {
        let told = |actions: &[Action]| Graph::new(&plan(actions)).unwrap_err().to_string();
        let circle = [action("z", "a"), action("a", "b"), action("b", "c"), action("c", "a")];
        assert_eq!(told(&circle), "these need each other: /w/a -> /w/b -> /w/c -> /w/a");
        assert_eq!(told(&[action("a", ""), action("b a", "")]), "two actions make `/w/a`");
        assert_eq!(told(&[action("d/a e/a", "")]), "one action makes `/w/d/a` and `/w/e/a`, of one name");
        for outside in ["/a", "../a", "d/../../a", "/w"] {
            assert!(told(&[action(outside, "")]).contains("is outside the folders"), "{outside}");
        }
    }
}
