//! The dialects: which program's output is written, and by which facts it differs from the others.
//!
//! A dialect is a row of [`TABLE`]; the rest of the crate asks a row for its facts and never for its
//! name. The facts were read off the programs' outputs (`fixtures/goc`) and checked against them.

use crate::unknown::UnknownName;

/// One historical program, or a family of them that wrote the same; the last is of today.
///
/// The order within the Go releases is the order of time; so it is within gccgo's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Dialect {
    /// The stand-alone goc2c of Go release.r60.
    R60,
    /// The stand-alone goc2c of the weeklies from 2011-09-01 to 2011-12-14.
    Weekly201109,
    /// The same of the weeklies from 2011-12-22 to 2012-01-27.
    Weekly201112,
    /// `cmd/dist` of Go weekly.2012-02-07, the default.
    #[default]
    Weekly,
    /// `cmd/dist` of Go 1 to 1.0.3.
    Go10,
    /// `cmd/dist` of Go 1.1.
    Go11,
    /// `cmd/dist` of Go 1.2.
    Go12,
    /// `cmd/dist` of Go 1.3.
    Go13,
    /// libgo of GCC 4.6.
    Gccgo46,
    /// libgo of GCC 4.7.
    Gccgo47,
    /// libgo of GCC 4.8 and 4.9.
    Gccgo48,
    /// libgo of GCC 5 and 6.
    Gccgo5,
    /// Today's gccgo, 11 and later. No program wrote it before this one.
    Gccgo11,
    /// Today's gc, 1.19 and later, by way of a C compiler and Go's assembler. No program wrote it before this one.
    Gc,
}

/// The comment that opens the C file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Banner {
    /// None.
    None,
    /// The line of `go tool dist` and a blank one.
    Dist,
    /// The line of `go tool dist`, one with `goos=` and `goarch=`, and a blank one.
    DistPlatform,
    /// libgo's line and a blank one; left out for standard input.
    Autogen,
    /// The line by which Go's tools know generated code, with the input's name, and a blank one.
    Generated,
}

/// Where `#` lines are copied as lines instead of being respaced as tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Directives {
    /// In one run right after the package clause.
    BehindPackage,
    /// Before any token at file scope.
    Anywhere,
}

/// How a function's header is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Headers {
    /// As the historical programs read it: a type is one word, and each name has one.
    Words,
    /// As Go has it: receivers, groups of names, unnamed results, types of any shape.
    Go,
}

/// How C at file scope comes out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileScope {
    /// Token by token, a space after each.
    Respaced,
    /// Line by line as it is in the input, without the comments.
    Kept,
}

/// What a dialect does, as far as dialects differ.
#[derive(Debug)]
pub struct Traits {
    /// The name for `--dialect`.
    pub name: &'static str,
    /// Other names for it.
    pub aliases: &'static [&'static str],
    /// Whether it writes C for the Plan 9 compilers too.
    pub plan9: bool,
    /// The leading comment.
    pub banner: Banner,
    /// Whether a literal at file scope or in a header is one token.
    pub literals: bool,
    /// Whether form feed and vertical tab are white space, as C's `isspace` has it.
    pub form_feeds: bool,
    /// Whether `int` and `uint` are written `intgo` and `uintgo`.
    pub int_is_intgo: bool,
    /// What parts a package from a name in a function header.
    pub qualifier: Option<&'static str>,
    /// How headers are written; for Go's the fields about `int`, qualifiers and `...` say nothing.
    pub headers: Headers,
    /// How C at file scope comes out; where it is kept, directive lines are lines like others.
    pub file_scope: FileScope,
    /// Whether a `//` comment in a body goes on after a backslash at its line's end, as it does in C.
    pub comments_go_on: bool,
    /// Where directive lines are recognised.
    pub directives: Directives,
    /// Whether a name that still holds a middle dot gets no package before it (plan9): of `a·b·c`, `b·c` is left.
    pub dots_are_packages: bool,
    /// Whether results are cleared on entry.
    pub clears_results: bool,
    /// Whether `...` may stand for a parameter.
    pub variadic: bool,
    /// What opens the assembler name of a declaration (gcc).
    pub asm: &'static str,
    /// Whether each function has a wrapper that takes the frame of a Go call.
    pub frames: bool,
}

const DIST: Traits = Traits {
    name: "",
    aliases: &[],
    plan9: true,
    banner: Banner::DistPlatform,
    literals: true,
    form_feeds: false,
    int_is_intgo: false,
    qualifier: None,
    headers: Headers::Words,
    file_scope: FileScope::Respaced,
    comments_go_on: false,
    directives: Directives::BehindPackage,
    dots_are_packages: false,
    clears_results: false,
    variadic: false,
    asm: "asm (",
    frames: false,
};

const LIBGO: Traits = Traits { plan9: false, banner: Banner::Autogen, form_feeds: true, ..DIST };

/// `__asm__` with the macro by which libgo's headers add a platform's leading underscore.
const ASM_GOSYM: &str = "__asm__ (GOSYM_PREFIX ";

const GCCGO11: Traits = Traits {
    name: "gccgo11",
    aliases: &["gccgo"],
    banner: Banner::Generated,
    headers: Headers::Go,
    file_scope: FileScope::Kept,
    comments_go_on: true,
    clears_results: true,
    asm: "__asm__ (",
    ..LIBGO
};

/// The dialects in the order of [`Dialect`]'s variants.
const TABLE: [Traits; 14] = [
    Traits { name: "r60", banner: Banner::None, literals: false, form_feeds: true, ..DIST },
    Traits { name: "weekly.2011-09-01", banner: Banner::None, form_feeds: true, ..DIST },
    Traits { name: "weekly.2011-12-22", banner: Banner::Autogen, form_feeds: true, ..DIST },
    Traits { name: "weekly.2012-02-07", aliases: &["weekly"], banner: Banner::Dist, ..DIST },
    Traits { name: "go1.0", ..DIST },
    Traits { name: "go1.1", int_is_intgo: true, ..DIST },
    Traits { name: "go1.2", int_is_intgo: true, qualifier: Some("·"), ..DIST },
    Traits {
        name: "go1.3",
        int_is_intgo: true,
        qualifier: Some("·"),
        directives: Directives::Anywhere,
        dots_are_packages: true,
        clears_results: true,
        variadic: true,
        ..DIST
    },
    Traits { name: "gccgo4.6", banner: Banner::None, literals: false, ..LIBGO },
    Traits { name: "gccgo4.7", ..LIBGO },
    Traits { name: "gccgo4.8", int_is_intgo: true, asm: ASM_GOSYM, ..LIBGO },
    Traits { name: "gccgo5", int_is_intgo: true, qualifier: Some("."), asm: ASM_GOSYM, ..LIBGO },
    GCCGO11,
    Traits { name: "gc", aliases: &[], frames: true, ..GCCGO11 },
];

impl Dialect {
    /// All of them, oldest first, Go's before gccgo's.
    pub const ALL: [Dialect; 14] = [
        Dialect::R60,
        Dialect::Weekly201109,
        Dialect::Weekly201112,
        Dialect::Weekly,
        Dialect::Go10,
        Dialect::Go11,
        Dialect::Go12,
        Dialect::Go13,
        Dialect::Gccgo46,
        Dialect::Gccgo47,
        Dialect::Gccgo48,
        Dialect::Gccgo5,
        Dialect::Gccgo11,
        Dialect::Gc,
    ];

    /// The dialect's facts.
    pub const fn traits(self) -> &'static Traits {
        &TABLE[self as usize]
    }

    /// The name for `--dialect`.
    pub const fn name(self) -> &'static str {
        self.traits().name
    }

    /// Whether the dialect is one of gccgo's, which write C for gcc only.
    pub const fn is_gccgo(self) -> bool {
        !self.traits().plan9
    }
}

impl std::fmt::Display for Dialect {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name())
    }
}

impl std::str::FromStr for Dialect {
    type Err = UnknownName;

    /// The dialect of that name or alias.
    fn from_str(name: &str) -> Result<Dialect, UnknownName> {
        let is_named = |dialect: &Dialect| {
            let traits = dialect.traits();
            traits.name == name || traits.aliases.contains(&name)
        };
        let unknown = || UnknownName::new("dialect", name, Dialect::ALL.map(Dialect::name));
        Dialect::ALL.into_iter().find(is_named).ok_or_else(unknown)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_aliases_lead_to_their_rows() {
        for dialect in Dialect::ALL {
            assert_eq!(dialect.to_string().parse(), Ok(dialect));
        }
        assert_eq!("weekly".parse(), Ok(Dialect::default()));
        assert_eq!("gccgo".parse(), Ok(Dialect::Gccgo11));
        let said = |name: &str| name.parse::<Dialect>().unwrap_err().to_string();
        assert_eq!(said("gccgo4.5"), "`gccgo4.5` is no dialect: `gccgo4.6`, `gccgo4.7` or `gccgo4.8`?");
        assert!(said("python").starts_with("`python` is no dialect: there are `r60`, "));
        assert_eq!(Dialect::R60.name(), "r60");
        assert_eq!(Dialect::Gccgo46.name(), "gccgo4.6");
    }
}
