//! Signals that would end or stop this process: they do so to the programs that it runs first.

use std::io;
use std::thread;
use std::time::Duration;

use signal_hook::consts::{SIGCHLD, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP};
use signal_hook::iterator::Signals;
use signal_hook::low_level::emulate_default_handler;

use crate::process;

/// How long the run has to end once its programs have.
const PATIENCE: Duration = Duration::from_secs(2);

/// Watches for signals from now on. Those that are ignored, as under `nohup`, stay so.
///
/// # Errors
/// What the system said.
pub fn watch() -> io::Result<()> {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let ignored = ignored(&status);
    let stops = goes_on_again(&status).then_some(SIGTSTP);
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
    field(status, "SigIgn:").and_then(|mask| u64::from_str_radix(mask, 16).ok()).unwrap_or(0)
}

/// Whether a shell can let this process go on once it is stopped, as far as Linux tells of it.
///
/// Nobody could let a session's first group go on: the system does not stop it either. A group or
/// session that a container has from outside is told as 0: there the system knows more than we do.
fn goes_on_again(status: &str) -> bool {
    let number = |name| field(status, name).and_then(|number| number.parse::<u32>().ok()).unwrap_or(0);
    let group = number("NSpgid:");
    group != 0 && group != number("NSsid:")
}

/// What stands after a name; of a number for each process namespace, the innermost's.
fn field<'a>(status: &'a str, name: &str) -> Option<&'a str> {
    status.lines().find_map(|line| line.strip_prefix(name))?.split_whitespace().next_back()
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

    #[test]
    fn only_a_group_that_a_shell_started_is_stopped_by_us() {
        assert!(goes_on_again("NSpgid:\t7\nNSsid:\t5\n"));
        assert!(!goes_on_again("NSpgid:\t7\nNSsid:\t7\n"), "a session's first");
        assert!(goes_on_again("NSpgid:\t901\t7\nNSsid:\t0\t0\n"), "a session from outside");
        assert!(!goes_on_again("NSpgid:\t901\t0\nNSsid:\t880\t0\n"), "a group from outside");
        assert!(!goes_on_again(""));
    }
}
