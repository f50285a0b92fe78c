//! What compilers say of the stack by `-fstack-usage`: a line a function, `FILE:LINE:COLUMN:NAME`, bytes, and how they
//! are known, separated by tabs.

use std::collections::HashMap;

use super::package::plain_name;

/// What a compiler says of a function's stack.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Usage {
    /// Bytes.
    pub bytes: u64,
    /// Whether more may be used, by an amount that is known at run time only.
    pub is_open: bool,
}

/// Reads what was written. Of several lines for one name, or for copies of one function, the larger counts.
pub(super) fn read_usage(text: &str) -> HashMap<String, Usage> {
    let mut all: HashMap<String, Usage> = HashMap::new();
    for line in text.lines() {
        let mut parts = line.split('\t');
        let (Some(place), Some(bytes)) = (parts.next(), parts.next()) else { continue };
        let how = parts.next().unwrap_or_default();
        let Ok(bytes) = bytes.parse() else { continue };
        let name = plain_name(place.rsplit(':').next().unwrap_or_default().trim_start_matches('\u{1}'));
        let is_open = how.contains("dynamic") && !how.contains("bounded");
        let usage = all.entry(name.to_owned()).or_insert(Usage { bytes, is_open });
        usage.bytes = usage.bytes.max(bytes);
        usage.is_open |= is_open;
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_two_lines_the_larger_counts() {
        let text = "a.goc:1:2:walk\t48\tstatic\na.goc:1:2:walk.constprop\t64\tdynamic,bounded\n\
                    a.goc:9:2:walk\t32\tdynamic\nrubbish\n";
        let all = read_usage(text);
        assert_eq!(all["walk"], Usage { bytes: 64, is_open: true });
        assert_eq!(all.len(), 1);
    }
}
