//! Signals that would end or stop this process: they do so to the programs that it runs first.

use std::io;
use std::thread;
use std::time::Duration;

use rustix::process::{getpgrp, getsid};
use signal_hook::consts::{SIGCHLD, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP};
use signal_hook::iterator::Signals;
use signal_hook::low_level::emulate_default_handler;

use super::process;

/// How long the run has to end once its programs have.
const PATIENCE: Duration = Duration::from_secs(2);

/// Watches for signals from now on. Those that are ignored, as under `nohup`, stay so.
///
/// # Errors
/// What the system said.
pub fn watch() -> io::Result<()> {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let ignored = ignored(&status);
    // Nobody could let a session's first group go on: the system does not stop it either.
    let stops = (getsid(None) != Ok(getpgrp())).then_some(SIGTSTP);
    let signals = [SIGHUP, SIGINT, SIGQUIT, SIGTERM].into_iter().chain(stops);
    let signals = signals.filter(|signal| ignored >> (signal - 1) & 1 == 0);
    let mut signals = Signals::new(signals.chain([SIGCHLD]))?;
    thread::spawn(move || {
        signals.forever().for_each(|signal| match signal {
            SIGTSTP => process::pause(|| drop(emulate_default_handler(SIGTSTP))),
            SIGCHLD => process::end_waiting(),
            signal => {
                process::stop(signal);
                // The run ends by itself then, but not while nobody reads what it tells.
                thread::sleep(PATIENCE);
                drop(emulate_default_handler(signal));
            }
        });
    });
    Ok(())
}

/// The signals that are ignored, a bit each, as Linux tells of them.
fn ignored(status: &str) -> u64 {
    let mask = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    mask.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok()).unwrap_or(0)
}

/// Ends this process as the signal would have, if one came.
pub fn end_if_stopped() {
    if let Some(signal) = process::stopped() {
        // A signal without an effect cannot have come.
        let _ = emulate_default_handler(signal);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ignored_are_read_from_a_mask() {
        assert_eq!(ignored("Name:\tx\nSigIgn:\t0000000000001001\nSigCgt:\t1\n"), 0x1001);
        assert_eq!(ignored(""), 0);
    }
}
