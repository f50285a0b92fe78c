//! Which files of one's own packages belong, by today's rules: systems and architectures at the end of names,
//! `//go:build` and `// +build` lines. Those of old releases are in `super::select`.

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
    /// Go's name of the system.
    pub os: String,
    /// Go's name of the architecture.
    pub arch: String,
    /// More terms that hold, the compiler's name among them.
    pub tags: Vec<String>,
}

impl Context {
    fn holds(&self, term: &str) -> bool {
        term == self.os
            || term == self.arch
            || (term == "unix" && SYSTEMS.contains(&&*self.os) && !NOT_UNIX.contains(&&*self.os))
            || (term == "linux" && self.os == "android")
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
    pub fn takes_text(&self, text: &[u8]) -> bool {
        let mut old = true;
        let mut comment = false;
        for line in text.split(|&byte| byte == b'\n') {
            let line = String::from_utf8_lossy(line);
            let line = line.trim();
            if comment || line.starts_with("/*") {
                comment = !line.contains("*/");
                continue;
            }
            if !line.is_empty() && !line.starts_with("//") {
                break;
            }
            if let Some(condition) = line.strip_prefix("//go:build ") {
                // A condition that cannot be read keeps its file out.
                return Condition { context: self, rest: condition }.read().unwrap_or(false);
            }
            let words = line.strip_prefix("//").and_then(|rest| rest.trim_start().strip_prefix("+build "));
            old &= words.is_none_or(|words| words.split_whitespace().any(|word| self.old_word(word)));
        }
        old
    }

    fn old_word(&self, word: &str) -> bool {
        word.split(',').all(|term| match term.strip_prefix('!') {
            Some(term) => !self.holds(term),
            None => self.holds(term),
        })
    }
}

/// A condition that is read from left to right.
struct Condition<'c> {
    context: &'c Context,
    rest: &'c str,
}

impl Condition<'_> {
    fn read(&mut self) -> Option<bool> {
        let value = self.any()?;
        self.rest.trim().is_empty().then_some(value)
    }

    fn eat(&mut self, text: &str) -> bool {
        let rest = self.rest.trim_start().strip_prefix(text);
        rest.inspect(|rest| self.rest = rest).is_some()
    }

    fn any(&mut self) -> Option<bool> {
        let mut value = self.all()?;
        while self.eat("||") {
            value |= self.all()?;
        }
        Some(value)
    }

    fn all(&mut self) -> Option<bool> {
        let mut value = self.one()?;
        while self.eat("&&") {
            value &= self.one()?;
        }
        Some(value)
    }

    fn one(&mut self) -> Option<bool> {
        if self.eat("!") {
            return self.one().map(|value| !value);
        }
        if self.eat("(") {
            let value = self.any()?;
            return self.eat(")").then_some(value);
        }
        let rest = self.rest.trim_start();
        let end =
            rest.find(|char: char| !(char.is_alphanumeric() || "_.".contains(char))).unwrap_or(rest.len());
        let (term, behind) = rest.split_at(end);
        self.rest = behind;
        (!term.is_empty()).then(|| self.context.holds(term))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn context() -> Context {
        Context { os: "linux".into(), arch: "amd64".into(), tags: vec!["gccgo".into(), "mine".into()] }
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
        let takes = |text: &str| context().takes_text(text.as_bytes());
        assert!(takes("// text\n\n//go:build linux && (arm || amd64) && !windows\npackage a\n"));
        assert!(!takes("//go:build ignore\n\npackage a\n"));
        assert!(!takes("//go:build linux &&\n\npackage a\n"));
        assert!(takes("//go:build mine\n// +build ignore\n\npackage a\n"));
        assert!(takes(
            "/* a\n//go:build ignore\n*/\n// +build windows linux,gccgo\n// +build !arm\n\npackage a\n"
        ));
        assert!(!takes("// +build linux\n// +build arm\n\npackage a\n"));
        assert!(takes("//go:build unix\npackage a\n"));
        assert!(takes("package a\n//go:build ignore\n"));
    }
}
