//! What programs that a test starts do when they are sent a signal: the usual thing, however the test run was started.
//!
//! A child inherits the signals that its parent ignores: under `nohup` that is HUP, and as a background job of a script
//! INT and QUIT. A signal that its parent *handles* is the child's to take as usual.

use std::sync::atomic::AtomicBool;
use std::sync::{Arc, OnceLock};

use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGTTIN, SIGTTOU};

/// The signals that tests send, or that the programs under test watch for.
const SIGNALS: [i32; 7] = [SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGTTIN, SIGTTOU];

/// From now on children take every signal as usual. The test run itself still ignores what it was told to ignore.
pub fn children_take_signals_as_usual() {
    static DONE: OnceLock<()> = OnceLock::new();
    DONE.get_or_init(|| {
        let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
        let mask = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
        let ignored = mask.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok()).unwrap_or(0);
        for signal in SIGNALS.into_iter().filter(|signal| ignored >> (signal - 1) & 1 == 1) {
            // A handler that does nothing that anybody sees.
            signal_hook::flag::register(signal, Arc::new(AtomicBool::new(false))).unwrap();
        }
    });
}
