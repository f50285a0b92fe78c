//! Which number a register holds at each place: a frame of more than 4095 bytes is made by a register with its size.

use std::collections::VecDeque;

use super::decode::decode;
use crate::gc::code::rows::Step;

/// What is known of the register at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Held {
    /// This number, whichever way led here.
    Number(u64),
    /// One that cannot be told.
    Any,
}

impl Held {
    /// What holds where two ways meet.
    fn or(self, other: Held) -> Held {
        if self == other { self } else { Held::Any }
    }

    /// What a word makes of it: `mov` of a number, `movk` of more of its bits.
    fn after(self, word: u32, register: u32) -> Held {
        let shift = 16 * (word >> 21 & 3);
        let part = u64::from(word >> 5 & 0xffff) << shift;
        let Some(instruction) = decode(word) else { return Held::Any };
        match word & 0x7f80_001f {
            is if is == 0x5280_0000 | register => Held::Number(part),
            is if is == 0x7280_0000 | register => match self {
                Held::Number(number) => {
                    let all = if word >> 31 == 1 { u64::MAX } else { u64::from(u32::MAX) };
                    Held::Number((number & !(0xffff << shift) | part) & all)
                }
                Held::Any => Held::Any,
            },
            _ if instruction.writes.has(register) => Held::Any,
            _ => self,
        }
    }
}

/// The number that a register holds before each step runs, where there is one below 2³². `words` are the function's;
/// `is_kept` tells whether what the word at a place calls leaves the register alone. What no branch leads to, as the cases
/// of a switch, may start with any.
pub(super) fn numbers(
    steps: &[Step],
    words: &[u32],
    register: u32,
    is_kept: impl Fn(usize) -> bool,
) -> Vec<Option<i64>> {
    let mut held: Vec<Option<Held>> = vec![None; steps.len()];
    for start in 0..steps.len() {
        let mut todo = VecDeque::new();
        if held[start].is_none() {
            todo.push_back((start, Held::Any));
        }
        while let Some((index, now)) = todo.pop_front() {
            let met = held[index].map_or(now, |before| before.or(now));
            if held[index].replace(met) == Some(met) {
                continue;
            }
            let step = &steps[index];
            let then = if is_kept(step.at) { met.after(words[step.at / 4], register) } else { Held::Any };
            let places = step.falls.then_some(step.next).into_iter().chain(step.target);
            let found = places.filter_map(|place| steps.binary_search_by_key(&place, |step| step.at).ok());
            todo.extend(found.map(|index| (index, then)));
        }
    }
    let number = |held| match held {
        Some(Held::Number(number)) if number < 1 << 32 => i64::try_from(number).ok(),
        _ => None,
    };
    held.into_iter().map(number).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOV: u32 = 0xd280_020c; // mov x12, #0x10
    const MOVK: u32 = 0xf2a0_100c; // movk x12, #0x80, lsl #16
    const SUB: u32 = 0xcb2c_63ff; // sub sp, sp, x12
    const OTHER: u32 = 0xa940_7bfd; // ldp x29, x30, [sp]
    const ADD: u32 = 0x9100_058c; // add x12, x12, #1
    const CALL: u32 = 0x9400_0000; // bl
    const BRANCH: u32 = 0x5400_0000; // b.eq
    const RET: u32 = 0xd65f_03c0; // ret

    /// The number of x12 before the last word; branches are pairs of word indexes. Calls do not keep it.
    fn last(words: &[u32], branches: &[(usize, usize)]) -> Option<i64> {
        let step = |(index, word): (usize, &u32)| Step {
            at: 4 * index,
            next: 4 * index + 4,
            change: Some(0),
            falls: *word != RET && index + 1 < words.len(),
            target: branches.iter().find(|(from, _)| *from == index).map(|(_, to)| 4 * to),
            is_filler: false,
            returns: *word == RET,
        };
        let steps: Vec<_> = words.iter().enumerate().map(step).collect();
        numbers(&steps, words, 12, |at| words[at / 4] != CALL)[words.len() - 1]
    }

    #[test]
    fn numbers_are_put_together() {
        assert_eq!(last(&[MOV, SUB], &[]), Some(0x10));
        assert_eq!(last(&[MOV, MOVK, SUB], &[]), Some(0x80_0010));
        assert_eq!(last(&[MOV, OTHER, MOVK, OTHER, SUB], &[]), Some(0x80_0010), "not side by side");
        assert_eq!(last(&[ADD, OTHER, MOV, SUB], &[]), Some(0x10), "something else before");
        assert_eq!(last(&[0x5280_020c, 0x72a0_100c, SUB], &[]), Some(0x80_0010), "by w12");
    }

    #[test]
    fn what_cannot_be_told_is_not_told() {
        assert_eq!(last(&[SUB], &[]), None, "the caller's");
        assert_eq!(last(&[MOVK, SUB], &[]), None, "the caller's and more");
        assert_eq!(last(&[MOV, ADD, SUB], &[]), None);
        assert_eq!(last(&[MOV, CALL, SUB], &[]), None, "the callee's");
        assert_eq!(last(&[MOV, 0xf2e0_100c, SUB], &[]), None, "too large");
    }

    #[test]
    fn ways_that_meet_must_hold_the_same() {
        assert_eq!(last(&[MOV, BRANCH, OTHER, SUB], &[(1, 3)]), Some(0x10));
        assert_eq!(last(&[MOV, BRANCH, MOVK, SUB], &[(1, 3)]), None, "half of it");
        assert_eq!(last(&[BRANCH, MOV, SUB], &[(0, 2)]), None, "nothing");
        // Behind the return only a switch leads to the last word.
        assert_eq!(last(&[MOV, RET, SUB], &[]), None);
        assert_eq!(last(&[MOV, RET, MOV, SUB], &[]), Some(0x10));
    }
}
