//! Which files of one's own packages belong, by today's rules: systems and architectures at the end of names,
//! `//go:build` and `// +build` lines.

use super::build_lines::{BuildLines, find_build_lines};
use super::condition;
use super::fault::SourceFault;
use crate::platform::Platform;
use crate::target::SYSTEMS;

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
const NOT_UNIX: [&str; 6] = ["js", "nacl", "plan9", "wasip1", "windows", "zos"];
/// A system, and another whose term holds for it too.
const ALSO: [(&str, &str); 3] = [("android", "linux"), ("illumos", "solaris"), ("ios", "darwin")];
/// The term by which files are left out: no system, compiler or release has it.
const NEVER: &str = "ignore";

/// Why a file of a folder is left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rule {
    /// Its name starts with `_` or `.`.
    Hidden,
    /// It is a test.
    Test,
    /// Its name ends with a system or an architecture that is another.
    Name(String),
    /// Its build lines do not hold.
    Lines,
    /// It is of package `documentation`, which is none.
    Documentation,
    /// Other files were named.
    NotNamed,
    /// It imports "C", and cgo is off.
    Cgo,
}

impl Rule {
    /// A name for programs.
    pub fn name(&self) -> &'static str {
        match self {
            Rule::Hidden => "hidden-name",
            Rule::Test => "test",
            Rule::Name(_) => "name",
            Rule::Lines => "build-lines",
            Rule::Documentation => "documentation",
            Rule::NotNamed => "not-named",
            Rule::Cgo => "cgo",
        }
    }

    /// What it says, for people.
    pub fn text(&self) -> String {
        match self {
            Rule::Hidden => "its name starts with `_` or `.`".into(),
            Rule::Test => "it is a test".into(),
            Rule::Name(word) => format!("its name says `{word}`"),
            Rule::Lines => "its build lines do not hold".into(),
            Rule::Documentation => "it is of package `documentation`".into(),
            Rule::NotNamed => "other files were named".into(),
            Rule::Cgo => "it imports \"C\", and cgo is off".into(),
        }
    }
}

/// What files are chosen for.
#[derive(Debug, Clone)]
pub struct Context {
    /// The platform.
    pub platform: Platform,
    /// More terms that hold, the compiler's name among them.
    pub tags: Vec<String>,
    /// Whether files that import "C" belong, and the term `cgo` holds.
    pub cgo: bool,
}

/// The terms of build lines that hold for a compiler, and for the releases of Go up to one: 18 for go1.18.
pub fn terms(compiler: &str, release: Option<u32>) -> Vec<String> {
    let releases = (1..=release.unwrap_or(0)).map(|minor| format!("go1.{minor}"));
    std::iter::once(compiler.to_owned()).chain(releases).collect()
}

impl Context {
    fn holds(&self, term: &str) -> bool {
        let Platform { os, arch } = &self.platform;
        term == os
            || term == arch
            || (term == "unix" && SYSTEMS.contains(&&**os) && !NOT_UNIX.contains(&&**os))
            || ALSO.contains(&(&**os, term))
            || (term == "cgo" && self.cgo)
            || self.tags.iter().any(|tag| tag == term)
    }

    /// Whether a file of that name can belong: `NAME_OS`, `NAME_ARCH`, `NAME_OS_ARCH`, no `_test`.
    pub fn takes_name(&self, name: &str) -> bool {
        self.rule_of_name(name).is_none()
    }

    /// The rule that leaves out a file of that name, if one does.
    pub fn rule_of_name(&self, name: &str) -> Option<Rule> {
        if name.starts_with(['.', '_']) {
            return Some(Rule::Hidden);
        }
        let stem = name.split('.').next().unwrap_or_default();
        let is_test = name.ends_with("_test.go") || name.ends_with("_test.goc");
        let mut words: Vec<_> = stem.split('_').skip(1).collect();
        words.pop_if(|word| *word == "test");
        let mut words = words.into_iter().rev();
        let words = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
        let other = |word: &str| (!self.holds(word)).then(|| Rule::Name(word.to_owned()));
        let rule = match (words, SYSTEMS.contains(&words.0), ARCHES.contains(&words.0)) {
            ((last, _), true, _) => other(last),
            ((last, before), _, true) => {
                other(last).or_else(|| SYSTEMS.contains(&before).then(|| other(before)).flatten())
            }
            _ => None,
        };
        rule.or(is_test.then_some(Rule::Test))
    }

    /// Whether a file of that text belongs: its `//go:build` line, else all its `// +build` lines.
    ///
    /// # Errors
    /// A condition that cannot be read, or two of them.
    pub fn takes_text(&self, text: &[u8]) -> Result<bool, SourceFault> {
        let BuildLines { condition, old } = find_build_lines(text)?;
        if let Some(at) = condition {
            return condition::holds(&text[at.start..at.end], at.start, |term| self.holds(term));
        }
        let takes = |words: &str| words.split_whitespace().any(|word| self.old_word(word));
        Ok(old.iter().all(|at| takes(&String::from_utf8_lossy(&text[at.start..at.end]))))
    }

    /// Whether a word holds that is a condition by itself: in the newer form if it has one of its signs, else in the
    /// older. One that cannot be read does not.
    pub fn holds_any_form(&self, word: &str) -> bool {
        match word.contains(['&', '|', '(', ')']) {
            true => condition::holds(word.as_bytes(), 0, |term| self.holds(term)).unwrap_or(false),
            false => self.old_word(word),
        }
    }

    /// A word of a `// +build` line. What is no term counts as [`NEVER`]: such a line is no error.
    fn old_word(&self, word: &str) -> bool {
        word.split(',').all(|term| match term.strip_prefix('!') {
            Some(term) if !term.is_empty() && !term.starts_with('!') => !self.holds(term_or_never(term)),
            Some(_) => self.holds(NEVER),
            None => self.holds(term_or_never(term)),
        })
    }
}

fn term_or_never(word: &str) -> &str {
    let is_term = !word.is_empty() && word.chars().all(condition::is_part);
    if is_term { word } else { NEVER }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn context() -> Context {
        let platform = Platform { os: "linux".into(), arch: "amd64".into() };
        Context { platform, tags: vec!["gccgo".into(), "mine".into()], cgo: false }
    }

    #[test]
    fn names_tell_at_their_ends_only() {
        let takes = |name| context().takes_name(name);
        for name in
            ["a.go", "linux.go", "a_linux.go", "a_amd64.s", "a_linux_amd64.c", "windows.c", "a_windows_x.go"]
        {
            assert!(takes(name), "{name}");
        }
        assert!(takes("a_test.c"), "Go has tests, C has none");
        for name in [
            "a_windows.go",
            "a_arm.s",
            "a_windows_test.c",
            "a_windows_amd64.c",
            "a_linux_arm.go",
            "a_test.go",
            "_a.go",
            ".a.c",
        ] {
            assert!(!takes(name), "{name}");
        }
    }

    #[test]
    fn lines_tell_in_both_spellings_and_the_new_one_counts() {
        let takes = |text: &str| context().takes_text(text.as_bytes()).unwrap();
        assert!(takes("// text\n\n//go:build linux && (arm || amd64) && !windows\npackage a\n"));
        assert!(!takes("//go:build ignore\n\npackage a\n"));
        assert!(takes("//go:build mine\n// +build ignore\n\npackage a\n"));
        assert!(takes("// +build windows linux,gccgo\n// +build !arm\n\npackage a\n"));
        assert!(!takes("// +build linux\n// +build arm\n\npackage a\n"));
        assert!(takes("//go:build unix\npackage a\n"));
        assert!(takes("package a\n//go:build ignore\n"));
    }

    #[test]
    fn words_of_plus_build_that_are_no_terms_never_hold() {
        let takes = |line: &str| context().takes_text(format!("{line}\n\npackage a\n").as_bytes()).unwrap();
        for line in ["// +build", "// +build !!arm", "// +build !", "// +build linux,", "// +build a-b"] {
            assert!(!takes(line), "{line}");
        }
        assert!(takes("// +build !!arm linux"));
        assert!(takes("// +build !a-b"), "what is no term does not hold, so its opposite does");
    }

    #[test]
    fn a_system_that_is_a_kind_of_another_has_its_term_in_names_and_lines() {
        for (os, also) in ALSO {
            let context = Context {
                platform: Platform { os: os.into(), arch: "arm64".into() },
                tags: Vec::new(),
                cgo: false,
            };
            assert!(context.takes_name(&format!("a_{also}_arm64.go")), "{os}");
            assert!(context.takes_text(format!("//go:build {also} && {os}\n").as_bytes()).unwrap(), "{os}");
        }
        assert!(!context().takes_name("a_android.go"));
    }

    #[test]
    fn the_term_cgo_holds_where_it_is_on() {
        for cgo in [false, true] {
            let context = Context { cgo, ..context() };
            assert_eq!(
                context
                    .takes_text(
                        b"//go:build cgo
"
                    )
                    .unwrap(),
                cgo
            );
            assert_eq!(
                context
                    .takes_text(
                        b"// +build !cgo

"
                    )
                    .unwrap(),
                !cgo
            );
        }
    }
}
