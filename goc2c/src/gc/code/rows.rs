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

/// What following a function's stack pointer gave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Followed {
    /// The most bytes between the stack pointer and the frame's start.
    pub deepest: i64,
    /// Whether it could be followed everywhere: else that is the most where it could.
    pub is_complete: bool,
}

/// Follows the stack pointer along every way through a function. `entry` is the distance at the start. The table helps
/// where an instruction does not tell, and where only a switch leads; an exact one must say the same as the instructions.
///
/// # Errors
/// A place where two ways, or the table and the instructions, disagree, or that returns with something on the stack.
pub(super) fn follow(rows: &[Row], steps: &[Step], entry: i64, is_exact: bool) -> Result<Followed, usize> {
    let mut followed = Followed { deepest: entry, is_complete: true };
    let mut met: Vec<Option<Met>> = vec![None; steps.len()];
    let mut todo = if steps.is_empty() { vec![] } else { vec![(0, Met::Distance(entry))] };
    let mut unseen = 0;
    loop {
        while let Some((index, now)) = todo.pop() {
            let step = &steps[index];
            match (met[index], now) {
                (Some(Met::Elsewhere), _) => continue,
                (Some(before), now) if before == now => continue,
                (Some(_), Met::Distance(_)) => return Err(step.at),
                _ => met[index] = Some(now),
            }
            let told = told(rows, step.at);
            if let Met::Distance(distance) = now {
                followed.deepest = followed.deepest.max(distance);
                let differs = matches!(told, Some(Base::Stack(told)) if told != distance) || told.is_none();
                if is_exact && differs || step.returns && distance != entry {
                    return Err(step.at);
                }
            }
            followed.is_complete &= now != Met::Elsewhere;
            for place in step.falls.then_some(step.next).into_iter().chain(step.target) {
                let index = steps.binary_search_by_key(&place, |step| step.at).map_err(|_| step.at)?;
                todo.push((index, after(rows, step, now, place).ok_or(step.at)?));
            }
        }
        // What no branch leads to is a switch's, or fills room and never runs.
        let is_open = |index: &usize| met[*index].is_none() && !steps[*index].is_filler;
        let Some(index) = (unseen..steps.len()).find(is_open) else { return Ok(followed) };
        unseen = index + 1;
        todo.push((index, Met::of(told(rows, steps[index].at))));
    }
}

/// What is known of the stack pointer at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Met {
    /// So many bytes below the frame's start.
    Distance(i64),
    /// Another register tells.
    Elsewhere,
}

impl Met {
    fn of(told: Option<Base>) -> Met {
        match told {
            Some(Base::Stack(distance)) => Met::Distance(distance),
            _ => Met::Elsewhere,
        }
    }
}

/// What is known at a place that an instruction leads to. Where it does not tell, as an alignment, another register must;
/// where that gives the frame back, the table is believed.
fn after(rows: &[Row], step: &Step, now: Met, place: usize) -> Option<Met> {
    let told = Met::of(told(rows, place));
    match (now, step.change) {
        (Met::Distance(distance), Some(change)) => Some(Met::Distance(distance + change)),
        (Met::Distance(_), None) if is_by_stack(rows, step.at) && told != Met::Elsewhere => None,
        _ => Some(told),
    }
}

/// Whether the table counts from the stack pointer there.
fn is_by_stack(rows: &[Row], at: usize) -> bool {
    matches!(told(rows, at), Some(Base::Stack(_)))
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

    fn deepest(rows: &[Row], steps: &[Step]) -> Result<i64, usize> {
        follow(rows, steps, 0, true).map(|followed| followed.deepest)
    }

    #[test]
    fn a_table_that_misses_a_push_is_found_out() {
        let ret = Step { falls: false, returns: true, ..step(12, 0) };
        let steps = [step(0, 16), step(4, 0), step(8, -16), ret];
        assert_eq!(deepest(&rows(&[(0, 0), (4, 16), (12, 0)]), &steps), Ok(16));
        assert_eq!(deepest(&rows(&[(0, 0), (4, 16)]), &steps), Err(12));
        assert_eq!(deepest(&rows(&[(0, 0)]), &steps), Err(4));
        let inexact = follow(&rows(&[(0, 0)]), &steps, 0, false);
        assert_eq!(inexact, Ok(Followed { deepest: 16, is_complete: true }));
        let early = Step { at: 4, next: 8, ..ret };
        assert_eq!(follow(&[], &[step(0, 16), early], 0, false), Err(4));
    }

    #[test]
    fn two_ways_to_a_place_must_leave_it_the_same_stack() {
        let branch = Step { target: Some(12), ..step(4, 0) };
        let ret = Step { falls: false, returns: true, ..step(12, 0) };
        assert!(follow(&[], &[step(0, 16), branch, step(8, -16), ret], 0, false).is_err());
        assert!(follow(&[], &[step(0, 0), branch, step(8, 0), ret], 0, false).is_ok());
    }

    #[test]
    fn what_fills_room_behind_a_jump_never_runs() {
        let jump = Step { falls: false, returns: true, ..step(0, 0) };
        let filler = Step { is_filler: true, ..step(4, 40) };
        let steps = [jump, filler, Step { falls: false, ..step(8, 0) }];
        assert_eq!(deepest(&rows(&[(0, 0), (8, 40)]), &steps), Ok(40));
    }

    #[test]
    fn a_change_that_nobody_tells_is_a_fault() {
        let steps = [Step { change: None, ..step(0, 0) }, Step { falls: false, ..step(4, 0) }];
        assert!(follow(&rows(&[(0, 0)]), &steps, 0, true).is_err());
    }

    #[test]
    fn an_alignment_leaves_it_to_another_register() {
        let rows = [Row { at: 0, base: Base::Stack(0) }, Row { at: 4, base: Base::Register(6, 16) }];
        let steps = [step(0, 0), Step { change: None, ..step(4, 0) }, Step { falls: false, ..step(8, 0) }];
        assert_eq!(follow(&rows, &steps, 0, true), Ok(Followed { deepest: 0, is_complete: false }));
    }
}
