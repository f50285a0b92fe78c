//! Which files of a folder belong to what a release's program made of it, by name and by build lines. The rules are
//! those of the releases' own programs, which differ from today's (`goc2c::gopkg::files` has those).

use super::facts::Facts;
use crate::Platform;

/// Files that count.
const SUFFIXES: [&str; 5] = [".c", ".h", ".s", ".go", ".goc"];

/// What files are chosen for.
#[derive(Debug, Clone, Copy)]
pub struct Chooser<'p> {
    /// The release's facts.
    pub facts: &'p Facts,
    /// The platform.
    pub platform: &'p Platform,
    /// Whether files of a program in Go count.
    pub mains: bool,
}

/// The term by which files tell that they are for the go command that the tree's own program builds.
const BOOTSTRAP: &str = "cmd_go_bootstrap";

impl Chooser<'_> {
    /// Whether a file of the folder is left out for how its name starts.
    pub fn is_hidden(&self, name: &str) -> bool {
        self.facts.skips_hidden && (name.starts_with('.') || (name.starts_with('_') && name.ends_with(".go")))
    }

    /// Whether a file of that name can belong; only the last part of a path counts.
    pub fn takes_name(&self, path: &str) -> bool {
        let Chooser { facts, platform: Platform { os, arch }, .. } = *self;
        let name = path.rsplit('/').next().unwrap_or(path);
        let other = |known: &[&str], own: &str| known.iter().any(|word| *word != own && name.contains(word));
        let kept_out = other(facts.systems, os) || other(facts.arches, arch) || name.contains("_test");
        !kept_out && SUFFIXES.iter().any(|suffix| name.ends_with(suffix))
    }

    /// Whether a file of that text belongs, going by the comments before its first line of code, and that line.
    pub fn takes_text(&self, text: &[u8]) -> bool {
        for line in text.split(|&byte| byte == b'\n') {
            let line = String::from_utf8_lossy(line);
            let line = line.trim();
            if line.is_empty() {
                continue;
            }
            if line.contains("package documentation") || (line.contains("package main") && !self.mains) {
                return false;
            }
            if !line.starts_with("//") {
                return true;
            }
            let mut words = line.split_whitespace();
            if words.nth(1) == Some("+build") && !words.any(|word| self.holds(word)) {
                return false;
            }
        }
        true
    }

    fn holds(&self, word: &str) -> bool {
        match word.strip_prefix('!') {
            Some(rest) => !self.matches(rest),
            None => self.matches(word),
        }
    }

    fn matches(&self, word: &str) -> bool {
        let Chooser { facts, platform: Platform { os, arch }, .. } = *self;
        let term = |term: &str| {
            term == BOOTSTRAP
                || term == os
                || term == arch
                || facts.terms.contains(&term)
                || (facts.android && os == "android" && term == "linux")
        };
        if facts.commas { word.split(',').all(term) } else { term(word) }
    }
}

#[cfg(test)]
mod tests {
    use super::super::facts::facts;
    use super::*;
    use crate::Release;

    #[test]
    fn names_of_others_anywhere_in_a_name_count() {
        let linux = Platform { os: "linux".into(), arch: "amd64".into() };
        let platform = |release| Chooser { facts: facts(release), platform: &linux, mains: false };
        let go10 = platform(Release::Go10);
        for name in ["windows.c", "asm_386.s", "x_test.c", "a.txt", "charm.c"] {
            assert!(!go10.takes_name(name), "{name}");
        }
        for name in ["_a.c", "mem_linux.c", "asm_amd64.s", "a.goc", "solaris.c", "a.h"] {
            assert!(go10.takes_name(name), "{name}");
        }
        assert!(go10.is_hidden(".a.c") && go10.is_hidden("_a.go") && !go10.is_hidden("_a.c"));
        assert!(go10.takes_name("../arm/a.c"));
        assert!(!platform(Release::Weekly).is_hidden(".a.c"));
        assert!(!platform(Release::Go13).takes_name("solaris.c"));
    }

    #[test]
    fn every_build_line_among_the_leading_comments_must_hold() {
        let linux = Platform { os: "linux".into(), arch: "amd64".into() };
        let takes = |release, text: &str| {
            Chooser { facts: facts(release), platform: &linux, mains: false }.takes_text(text.as_bytes())
        };
        let mixed = "// +build darwin linux,amd64\n// +build !windows\n\nint32 a;\n";
        assert!(!takes(Release::Go10, mixed));
        assert!(takes(Release::Go11, mixed));
        assert!(!takes(Release::Go11, "// +build ignore\n\npackage runtime\n"));
        assert!(takes(Release::Go11, "int32 a;\n// +build ignore\n"));
        assert!(!takes(Release::Go11, "// text\npackage main\n"));
        assert!(takes(Release::Go11, "// +build go1.1\n"));
        assert!(!takes(Release::Weekly, "// +build !linux\n"));
    }
}
