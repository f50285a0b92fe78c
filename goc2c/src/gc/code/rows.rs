//! Whether the unwind table tells the truth: at each place that can run, the frame's start must be where the instruction
//! before left it. The bound of the stack rests on this.

use crate::gc::object::{Base, Row};

/// An instruction, as far as the stack pointer and the flow of control go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Step {
    /// Where it starts.
    pub at: usize,
    /// Where the next one starts.
    pub next: usize,
    /// How many bytes of stack it adds; none where that cannot be told.
    pub change: Option<i64>,
    /// Whether the next one may run after it.
    pub falls: bool,
    /// Where else it may lead.
    pub target: Option<usize>,
    /// Whether it only fills room: behind a jump it never runs.
    pub is_filler: bool,
    /// Whether it returns to the caller, so that nothing may be left on the stack.
    pub returns: bool,
}

/// What the table tells of a place.
pub(super) fn told(rows: &[Row], at: usize) -> Option<Base> {
    let upto = rows.partition_point(|row| row.at <= at);
    rows[..upto].last().map(|row| row.base)
}

/// The first place where the table and the instructions disagree. `entry` is the distance at a function's start.
pub(super) fn find_lie(rows: &[Row], steps: &[Step], entry: i64) -> Option<usize> {
    let mut reached: Vec<usize> = steps.iter().filter_map(|step| step.target).collect();
    reached.sort_unstable();
    let mut runs = true;
    let is_start = |step: &&Step| step.at == 0 && told(rows, 0) != Some(Base::Stack(entry));
    if let Some(first) = steps.first().filter(is_start) {
        return Some(first.at);
    }
    for step in steps {
        // What no branch leads to and nothing falls into may be a switch's; only what fills room never runs.
        runs |= reached.binary_search(&step.at).is_ok() || !step.is_filler;
        let here = told(rows, step.at);
        let is_wrong = match (here, step.change) {
            (Some(Base::Stack(distance)), _) if step.returns => distance != entry,
            (_, _) if step.returns => true,
            (Some(Base::Stack(distance)), Some(change)) => {
                let after = Some(Base::Stack(distance + change));
                let follows = |place: usize| {
                    let told = told(rows, place);
                    told == after || change == 0 && matches!(told, Some(Base::Register(..) | Base::Computed))
                };
                runs && step.falls && !follows(step.next)
                    || step.target.is_some_and(|target| !follows(target))
            }
            (Some(Base::Stack(_)), None) => {
                runs && step.falls && matches!(told(rows, step.next), Some(Base::Stack(_)) | None)
            }
            (Some(_), _) => false,
            (None, _) => true,
        };
        if is_wrong {
            return Some(step.at);
        }
        runs &= step.falls;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn step(at: usize, change: i64) -> Step {
        Step {
            at,
            next: at + 4,
            change: Some(change),
            falls: true,
            target: None,
            is_filler: false,
            returns: false,
        }
    }

    fn rows(distances: &[(usize, i64)]) -> Vec<Row> {
        distances.iter().map(|(at, distance)| Row { at: *at, base: Base::Stack(*distance) }).collect()
    }

    #[test]
    fn a_table_that_misses_a_push_is_found_out() {
        let ret = Step { falls: false, returns: true, ..step(12, 0) };
        let steps = [step(0, 16), step(4, 0), step(8, -16), ret];
        assert_eq!(find_lie(&rows(&[(0, 0), (4, 16), (12, 0)]), &steps, 0), None);
        assert_eq!(find_lie(&rows(&[(0, 0)]), &steps, 0), Some(0));
        assert_eq!(find_lie(&rows(&[(0, 0), (4, 16)]), &steps, 0), Some(8));
        let early = Step { at: 4, next: 8, ..ret };
        assert_eq!(find_lie(&rows(&[(0, 0), (4, 16)]), &[step(0, 16), early], 0), Some(4));
    }

    #[test]
    fn a_branch_must_find_the_stack_that_it_leaves() {
        let branch = Step { target: Some(8), ..step(4, 0) };
        let steps = [step(0, 16), branch, Step { falls: false, returns: true, ..step(8, 0) }];
        assert_eq!(find_lie(&rows(&[(0, 0), (4, 16), (8, 0)]), &steps, 0), Some(4));
    }
}
