//! What today's compilers stop at in the old trees, and what helps: a row of `TABLE` each. No file of a tree is changed.
//!
//! Measured with gcc 12 and clang 19 on all releases, but for what `compilers` says of others; those are what people who
//! build these trees reported.

use std::fmt;

use engine::Hint;

use crate::Release;

/// What a cure is passed for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Each call of the machine's C compiler.
    Compile,
    /// Programs that it links.
    Link,
    /// Its calls by the go command, for cgo.
    Cgo,
    /// None: it helps where it is said.
    Told,
}

/// A cure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cure {
    /// What is passed; nothing where no flag helps.
    pub flag: Option<&'static str>,
    /// What for.
    pub step: Step,
    /// The compilers, and their versions.
    pub compilers: &'static str,
    /// A part of what they say; nothing where they say nothing and what they make could be wrong.
    pub says: Option<&'static str>,
    /// What the trouble is.
    pub trouble: &'static str,
}

const fn cure(
    step: Step,
    flag: &'static str,
    compilers: &'static str,
    says: &'static str,
    trouble: &'static str,
) -> Cure {
    Cure { flag: Some(flag), step, compilers, says: Some(says), trouble }
}

/// The cures, in the order in which they are passed.
pub const TABLE: [Cure; 10] = [
    cure(
        Step::Compile,
        "-w",
        "gcc since 6 and clang, each version more",
        "[-Werror",
        "they warn of more than the compilers of the release's day, and warnings were errors",
    ),
    cure(
        Step::Compile,
        "-std=gnu17",
        "gcc since 15, and clang with -std=gnu23",
        "is a keyword",
        "`bool`, `true` and `false` are words of C23, and names in these trees",
    ),
    Cure {
        says: None,
        ..cure(
            Step::Compile,
            "-fno-strict-aliasing",
            "gcc and clang that optimise",
            "",
            "the trees read memory as other types than it was written as",
        )
    },
    Cure {
        says: None,
        ..cure(
            Step::Compile,
            "-fwrapv",
            "gcc and clang that optimise",
            "",
            "the trees let signed numbers overflow",
        )
    },
    cure(
        Step::Link,
        "-no-pie",
        "gcc since 6 and clang, as distributions set them up",
        "when making a PIE object",
        "they make programs that can lie anywhere, and not all objects can",
    ),
    cure(
        Step::Cgo,
        "-no-pie",
        "gcc since 6, as distributions set it up",
        "-r and -pie may not be used together",
        "they make programs that can lie anywhere, and cgo has them link objects to an object",
    ),
    cure(
        Step::Cgo,
        "-Wa,-mrelax-relocations=no",
        "binutils since 2.26",
        "unknown relocation type 42",
        "their assembler writes relocations that the tree's linker does not know",
    ),
    cure(
        Step::Told,
        "-fcommon",
        "gcc since 10, clang since 11",
        "multiple definition of",
        "a header of the tree defines a variable, and each file that includes it has one",
    ),
    cure(
        Step::Told,
        "-idirafter /usr/include/x86_64-linux-gnu",
        "gcc with -m32 on Debian, with gcc-12-multilib and without gcc-multilib",
        "fatal error: asm/",
        "the kernel's headers are where only programs of 64 bits look",
    ),
    Cure {
        flag: None,
        step: Step::Told,
        compilers: "gcc with -m32",
        says: Some("libc-header-start.h"),
        trouble: "the C library's headers for 32 bits are missing; Debian has them in gcc-12-multilib",
    },
];

/// The flags that are passed for a step.
pub fn flags(step: Step) -> impl Iterator<Item = &'static str> {
    of(step).filter_map(|cure| cure.flag)
}

/// The cures that are passed for a step.
pub fn of(step: Step) -> impl Iterator<Item = &'static Cure> {
    TABLE.iter().filter(move |cure| cure.step == step)
}

impl fmt::Display for Cure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Cure { flag, compilers, trouble, .. } = self;
        match flag {
            Some(flag) => write!(f, "`{flag}` helps: {trouble} ({compilers})"),
            None => write!(f, "{trouble} ({compilers})"),
        }
    }
}

impl Cure {
    /// What is told where a compiler says what the cure is for; `historical` is whether no cure was passed.
    fn hint(&self, historical: bool) -> Option<Hint> {
        let how = match (self.flag, self.step) {
            (None, _) => String::new(),
            (Some(_), Step::Compile | Step::Link) if historical => {
                "; it is passed without --historical-flags".into()
            }
            (Some(flag), Step::Cgo) => format!("; `--cc '… {flag}'` passes it on"),
            (Some(flag), _) => format!("; `--cflags '{flag}'` passes it"),
        };
        Some(Hint { says: self.says?, text: format!("{self}{how}") })
    }
}

/// What is told where a compiler stops at something that is known.
pub fn hints(historical: bool) -> Vec<Hint> {
    TABLE.iter().filter_map(|cure| cure.hint(historical)).collect()
}

/// Why a release has no cgo with today's compilers; nothing where it has.
pub const fn without_cgo(release: Release) -> Option<&'static str> {
    match release {
        Release::Weekly | Release::Go10 => {
            Some("it reads what gcc printed in its day, and today's gcc words and places messages otherwise")
        }
        Release::Go11 => Some("it takes a $CC of several words for one program's name, and gcc needs flags"),
        Release::Go12 | Release::Go13 | Release::Go14 => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_compiler_says_leads_to_what_helps() {
        let told = |text: &str, historical| {
            let hints = hints(historical).into_iter().filter(|hint| text.contains(hint.says));
            hints.map(|hint| hint.text).collect::<Vec<_>>()
        };
        let clang = "./go.h:1092:50: error: invalid parameter name: 'true' is a keyword";
        assert_eq!(
            told(clang, false),
            [
                "`-std=gnu17` helps: `bool`, `true` and `false` are words of C23, and names in these trees (gcc since \
                 15, and clang with -std=gnu23); `--cflags '-std=gnu17'` passes it"
            ]
        );
        assert!(told(clang, true)[0].ends_with("it is passed without --historical-flags"));
        assert_eq!(told("x.c:1:1: error: no", false), [""; 0]);
        assert_eq!(told("error: x [-Werror=cpp]", true).len(), 1);
    }

    #[test]
    fn each_step_has_its_flags_in_order() {
        assert_eq!(
            flags(Step::Compile).collect::<Vec<_>>(),
            ["-w", "-std=gnu17", "-fno-strict-aliasing", "-fwrapv"]
        );
        assert_eq!(flags(Step::Link).collect::<Vec<_>>(), ["-no-pie"]);
        assert_eq!(flags(Step::Cgo).count(), 2);
    }
}
