//! Work side by side, with results in order.

use std::num::NonZero;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;

/// Items that one thread should have at least, so that starting it pays, where nobody says how many to start.
const FAIR_SHARE: usize = 8;

/// The number of threads for that many items: what `-j` says, else one per CPU where that pays.
pub fn threads(jobs: Option<NonZero<usize>>, items: usize) -> usize {
    match jobs {
        Some(jobs) => jobs.get().min(items).max(1),
        // Counting the CPUs takes longer than translating a small file.
        None if items < 2 * FAIR_SHARE => 1,
        None => std::thread::available_parallelism().map_or(1, NonZero::get).min(items / FAIR_SHARE),
    }
}

/// Does `work` on every item on that many threads. `take` gets the results in the order of the items, each as
/// soon as it and those before it are there.
pub fn for_each_in_order<T: Sync, R: Send>(
    items: &[T],
    threads: usize,
    work: impl Fn(&T) -> R + Sync,
    mut take: impl FnMut(R),
) {
    if threads <= 1 {
        return items.iter().for_each(|item| take(work(item)));
    }
    let (sender, results) = mpsc::channel();
    let next = &AtomicUsize::new(0);
    let work = &work;
    std::thread::scope(|scope| {
        for _ in 0..threads {
            let sender = sender.clone();
            scope.spawn(move || {
                loop {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    let Some(item) = items.get(at) else { return };
                    if sender.send((at, work(item))).is_err() {
                        return;
                    }
                }
            });
        }
        // The results end when the last thread's sender is gone, so this one must go too.
        drop(sender);
        let mut waiting = std::collections::BTreeMap::new();
        let mut due = 0;
        for (at, result) in results {
            waiting.insert(at, result);
            while let Some(result) = waiting.remove(&due) {
                take(result);
                due += 1;
            }
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_order_for_any_number_of_threads() {
        let items: Vec<u64> = (0..100).collect();
        for threads in [1, 2, 7] {
            let mut taken = Vec::new();
            let work = |&item: &u64| {
                std::thread::sleep(std::time::Duration::from_micros((item * 7919) % 300));
                item * 2
            };
            for_each_in_order(&items, threads, work, |result| taken.push(result));
            assert_eq!(taken, items.iter().map(|item| item * 2).collect::<Vec<_>>());
        }
    }

    #[test]
    fn a_few_items_start_no_thread_unless_told_to() {
        assert_eq!(threads(None, 7), 1);
        assert_eq!(threads(NonZero::new(8), 3), 3);
        assert_eq!(threads(NonZero::new(2), 1000), 2);
    }
}
