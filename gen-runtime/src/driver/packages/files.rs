//! Which files of one's own packages belong, by today's rules: systems and architectures at the end of names,
//! `//go:build` and `// +build` lines. Those of old releases are in `driver::dist::files`.

use super::condition;
use super::fault::SourceFault;
use crate::Platform;

/// Systems that names tell of.
const SYSTEMS: [&str; 18] = [
    "aix",
    "android",
    "darwin",
    "dragonfly",
    "freebsd",
    "hurd",
    "illumos",
    "ios",
    "js",
    "linux",
    "nacl",
    "netbsd",
    "openbsd",
    "plan9",
    "solaris",
    "wasip1",
    "windows",
    "zos",
];
/// Architectures that names tell of.
const ARCHES: [&str; 24] = [
    "386",
    "amd64",
    "amd64p32",
    "arm",
    "arm64",
    "arm64be",
    "armbe",
    "loong64",
    "mips",
    "mips64",
    "mips64le",
    "mips64p32",
    "mips64p32le",
    "mipsle",
    "ppc",
    "ppc64",
    "ppc64le",
    "riscv",
    "riscv64",
    "s390",
    "s390x",
    "sparc",
    "sparc64",
    "wasm",
];
/// Those of the systems for which the term `unix` does not hold.
const NOT_UNIX: [&str; 5] = ["js", "nacl", "plan9", "wasip1", "windows"];

/// What files are chosen for.
#[derive(Debug, Clone)]
pub struct Context {
    /// The platform.
    pub platform: Platform,
    /// More terms that hold, the compiler's name among them.
    pub tags: Vec<String>,
}

impl Context {
    fn holds(&self, term: &str) -> bool {
        let Platform { os, arch } = &self.platform;
        term == os
            || term == arch
            || (term == "unix" && SYSTEMS.contains(&&**os) && !NOT_UNIX.contains(&&**os))
            || (term == "linux" && os == "android")
            || self.tags.iter().any(|tag| tag == term)
    }

    /// Whether a file of that name can belong: `NAME_OS`, `NAME_ARCH`, `NAME_OS_ARCH`, no `_test`.
    pub fn takes_name(&self, name: &str) -> bool {
        let stem = name.split('.').next().unwrap_or_default();
        if name.starts_with(['.', '_']) || stem.ends_with("_test") {
            return false;
        }
        let mut words = stem.split('_').skip(1).collect::<Vec<_>>().into_iter().rev();
        let (last, before) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        match (SYSTEMS.contains(&last), ARCHES.contains(&last)) {
            (true, _) => self.holds(last),
            (_, true) => self.holds(last) && (!SYSTEMS.contains(&before) || self.holds(before)),
            _ => true,
        }
    }

    /// Whether a file of that text belongs: its `//go:build` line, else all its `// +build` lines.
    ///
    /// # Errors
    /// A condition that cannot be read.
    pub fn takes_text(&self, text: &[u8]) -> Result<bool, SourceFault> {
        let mut old = true;
        let mut comment = false;
        let mut at = 0;
        for whole in text.split_inclusive(|&byte| byte == b'\n') {
            let start = at + (whole.len() - whole.trim_ascii_start().len());
            at += whole.len();
            let line = whole.trim_ascii();
            if comment || line.starts_with(b"/*") {
                comment = memchr::memmem::find(line, b"*/").is_none();
                continue;
            }
            if !line.is_empty() && !line.starts_with(b"//") {
                break;
            }
            if let Some(condition) = line.strip_prefix(b"//go:build ") {
                return condition::holds(condition, start + line.len() - condition.len(), |term| {
                    self.holds(term)
                });
            }
            let line = String::from_utf8_lossy(line);
            let words = line.strip_prefix("//").and_then(|rest| rest.trim_start().strip_prefix("+build "));
            old &= words.is_none_or(|words| words.split_whitespace().any(|word| self.old_word(word)));
        }
        Ok(old)
    }

    fn old_word(&self, word: &str) -> bool {
        word.split(',').all(|term| match term.strip_prefix('!') {
            Some(term) => !self.holds(term),
            None => self.holds(term),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn context() -> Context {
        let platform = Platform { os: "linux".into(), arch: "amd64".into() };
        Context { platform, tags: vec!["gccgo".into(), "mine".into()] }
    }

    #[test]
    fn names_tell_at_their_ends_only() {
        let takes = |name| context().takes_name(name);
        for name in
            ["a.go", "linux.go", "a_linux.go", "a_amd64.s", "a_linux_amd64.c", "windows.c", "a_windows_x.go"]
        {
            assert!(takes(name), "{name}");
        }
        for name in
            ["a_windows.go", "a_arm.s", "a_windows_amd64.c", "a_linux_arm.go", "a_test.go", "_a.go", ".a.c"]
        {
            assert!(!takes(name), "{name}");
        }
    }

    #[test]
    fn lines_tell_in_both_spellings_and_the_new_one_counts() {
        let takes = |text: &str| context().takes_text(text.as_bytes()).unwrap();
        assert!(takes("// text\n\n//go:build linux && (arm || amd64) && !windows\npackage a\n"));
        assert!(!takes("//go:build ignore\n\npackage a\n"));
        assert!(takes("//go:build mine\n// +build ignore\n\npackage a\n"));
        assert!(takes(
            "/* a\n//go:build ignore\n*/\n// +build windows linux,gccgo\n// +build !arm\n\npackage a\n"
        ));
        assert!(!takes("// +build linux\n// +build arm\n\npackage a\n"));
        assert!(takes("//go:build unix\npackage a\n"));
        assert!(takes("package a\n//go:build ignore\n"));
    }
}
