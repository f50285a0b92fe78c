//! Numbers by chance, the same for the same seed.

use std::time::{Duration, Instant};

/// A source of numbers (splitmix64).
pub struct Chance(u64);

impl Chance {
    pub fn new(seed: u64) -> Chance {
        Chance(seed)
    }

    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut value = self.0;
        value = (value ^ value >> 30).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        value = (value ^ value >> 27).wrapping_mul(0x94d0_49bb_1331_11eb);
        value ^ value >> 31
    }

    /// A number below that one.
    pub fn below(&mut self, end: usize) -> usize {
        (self.next() % end.max(1) as u64) as usize
    }

    /// A number of a range.
    pub fn within(&mut self, range: std::ops::RangeInclusive<usize>) -> usize {
        range.start() + self.below(range.end() - range.start() + 1)
    }

    pub fn one_in(&mut self, count: usize) -> bool {
        self.below(count) == 0
    }

    pub fn pick<T: Copy>(&mut self, list: &[T]) -> T {
        list[self.below(list.len())]
    }
}

/// The seed of a run: that of `GOC2C_SEED`, else the same for all runs of CI, else the clock's.
pub fn seed() -> u64 {
    let set = std::env::var("GOC2C_SEED").ok().and_then(|seed| seed.parse().ok());
    let clock = || std::time::SystemTime::UNIX_EPOCH.elapsed().map_or(0, |time| time.as_nanos() as u64 >> 10);
    set.unwrap_or_else(|| if std::env::var_os("CI").is_some() { 1 } else { clock() % 1_000_000 })
}

/// Runs rounds, each with a seed of its own, until the time is over: one at least. `GOC2C_STRESS` sets the time.
pub fn rounds(name: &str, seconds: f64, mut round: impl FnMut(u64)) {
    let stress: Option<f64> = std::env::var("GOC2C_STRESS").ok().and_then(|seconds| seconds.parse().ok());
    let most = Duration::from_secs_f64(stress.unwrap_or(seconds));
    let (start, first) = (Instant::now(), seed());
    let mut count = 0;
    while count == 0 || start.elapsed() < most {
        println!("{name}: GOC2C_SEED={}", first + count);
        round(first + count);
        count += 1;
    }
    println!("{name}: {count} rounds in {:.1} s", start.elapsed().as_secs_f64());
}
