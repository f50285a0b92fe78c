//! The version of a tree from what is known of it: its `VERSION` files, or its branch and tags.
//!
//! Decides only; who reads the files and asks the version control system is no business of this module.

use std::cmp::Ordering;

/// What a version control system knows of a tree.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct History {
    /// The branch.
    pub branch: String,
    /// The checked-out revision in full.
    pub revision: String,
    /// The tags of each revision of the branch, from the checked-out one back.
    pub tags: Vec<Vec<String>>,
}

/// What the tags of versions start with.
const PREFIXES: [&str; 3] = ["release.", "weekly.", "go"];

/// Digits of a revision that are shown.
const SHORT: usize = 12;

/// The first version whose `VERSION` file has more than the version: lines of `KEY VALUE` follow.
const WITH_KEYS: &str = "go1.21beta1";

/// The version that a `VERSION` file tells: all but the white space at its end, if that is anything; from go1.21 on the
/// first line.
pub fn version_from_file(text: &[u8]) -> Option<&[u8]> {
    let first = text.split(|&byte| byte == b'\n').next().unwrap_or_default().trim_ascii_end();
    let is_numbered = first.strip_prefix(b"go").and_then(<[u8]>::first).is_some_and(u8::is_ascii_digit);
    let has_keys = is_numbered
        && std::str::from_utf8(first).is_ok_and(|first| compare_versions(first, WITH_KEYS).is_ge());
    Some(if has_keys { first } else { text.trim_ascii_end() }).filter(|text| !text.is_empty())
}

/// The version that a history tells: the newest fitting tag, with the revision where that has gone on since;
/// the branch where there is no such tag.
pub fn version_from_history(history: &History) -> String {
    let newest = |tags: &Vec<String>| {
        let fitting = tags.iter().filter(|tag| PREFIXES.iter().any(|prefix| tag.starts_with(prefix)));
        fitting.max_by(|a, b| compare_versions(a, b)).cloned()
    };
    let tagged = history.tags.iter().enumerate().find_map(|(back, tags)| Some((back, newest(tags)?)));
    match tagged {
        Some((0, tag)) => tag,
        Some((_, tag)) => {
            let short: String = history.revision.chars().take(SHORT).collect();
            format!("{tag} +{short}")
        }
        None => format!("branch.{}", history.branch),
    }
}

/// Compares by runs of digits and runs of others; `beta` and `rc` come before nothing.
pub fn compare_versions(a: &str, b: &str) -> Ordering {
    let (mut a, mut b) = (a.as_bytes(), b.as_bytes());
    loop {
        let ordering = match (next_run(&mut a), next_run(&mut b)) {
            (None, None) => return Ordering::Equal,
            (None, Some(run)) if is_before_release(run) => Ordering::Greater,
            (Some(run), None) if is_before_release(run) => Ordering::Less,
            (Some(a), Some(b)) if a[0].is_ascii_digit() && b[0].is_ascii_digit() => compare_numbers(a, b),
            (Some(a), Some(b)) => is_before_release(b).cmp(&is_before_release(a)).then_with(|| a.cmp(b)),
            (a, b) => a.cmp(&b),
        };
        if ordering != Ordering::Equal {
            return ordering;
        }
    }
}

fn is_before_release(run: &[u8]) -> bool {
    matches!(run, b"beta" | b"rc")
}

fn compare_numbers(a: &[u8], b: &[u8]) -> Ordering {
    fn digits(run: &[u8]) -> &[u8] {
        &run[run.iter().take_while(|&&byte| byte == b'0').count()..]
    }
    let (x, y) = (digits(a), digits(b));
    x.len().cmp(&y.len()).then_with(|| x.cmp(y)).then_with(|| a.len().cmp(&b.len()))
}

/// Takes a run of digits, or of others, off the front.
fn next_run<'t>(text: &mut &'t [u8]) -> Option<&'t [u8]> {
    let first = text.first()?.is_ascii_digit();
    let length = text.iter().take_while(|byte| byte.is_ascii_digit() == first).count();
    let (run, rest) = text.split_at(length);
    *text = rest;
    Some(run)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn version(tags: &[&[&str]]) -> String {
        version_from_history(&History {
            branch: "default".into(),
            revision: "0123456789abcdef".into(),
            tags: tags.iter().map(|tags| tags.iter().map(|tag| tag.to_string()).collect()).collect(),
        })
    }

    #[test]
    fn the_newest_tag_stands_alone_on_its_own_revision() {
        assert_eq!(version(&[&["go1.0.1", "tip"], &["go1"]]), "go1.0.1");
        assert_eq!(version(&[&["tip"], &[], &["weekly.2012-02-07"]]), "weekly.2012-02-07 +0123456789ab");
        assert_eq!(version(&[&["tip", "v1", "released"]]), "branch.default");
        assert_eq!(version(&[]), "branch.default");
    }

    #[test]
    fn of_several_tags_the_last_version_counts() {
        assert_eq!(version(&[&["go1.9", "go1.10", "go1.10rc2"]]), "go1.10");
        assert_eq!(version(&[&["release.r60", "release.r60.3"]]), "release.r60.3");
        let sorted =
            ["go1", "go1.0.1", "go1.1beta1", "go1.1rc2", "go1.1rc10", "go1.1", "go1.1.1", "go1.10", "weekly"];
        for pair in sorted.windows(2) {
            assert_eq!(compare_versions(pair[0], pair[1]), Ordering::Less, "{pair:?}");
            assert_eq!(compare_versions(pair[1], pair[0]), Ordering::Greater, "{pair:?}");
        }
    }

    #[test]
    fn a_file_tells_all_but_the_white_space_at_its_end() {
        assert_eq!(version_from_file(b"go1.0.3 (demo)\n\n"), Some(&b"go1.0.3 (demo)"[..]));
        assert_eq!(version_from_file(b" \n"), None);
        assert_eq!(version_from_file(b"go1.20.14\ntwo\n"), Some(&b"go1.20.14\ntwo"[..]));
        assert_eq!(version_from_file(b"gopher\ntwo\n"), Some(&b"gopher\ntwo"[..]));
    }

    #[test]
    fn from_go1_21_on_the_first_line_of_a_file_tells_the_version() {
        for version in ["go1.21rc2", "go1.21", "go1.21.0", "go1.23.4-custom", "go1.100", "go2"] {
            let text = format!("{version}\r\ntime 2023-08-04T20:14:06Z\n");
            assert_eq!(version_from_file(text.as_bytes()), Some(version.as_bytes()));
        }
    }
}
