//! Whether flags of a package may be passed on: those that are known to be harmless, each word matched whole. What is
//! unknown is refused. The user may allow more, and less, by expressions.

use goc2c::gopkg::cgo::Verb;
use regex::bytes::Regex;

use super::pattern::{Behind, Flag};
use super::table::{AFTER_PUSH, CODE, CODE_OF, COMPILE, LINK, LINKED_FILES, LINKER, PKG_CONFIG, Z_WORDS};

/// What the user allows and forbids for a kind of flags, beyond the table: expressions that a word is to match whole.
#[derive(Debug, Clone, Default)]
pub struct Permits {
    /// What is passed.
    pub allow: Option<Regex>,
    /// What is refused, though it would be passed otherwise.
    pub disallow: Option<Regex>,
}

/// An expression that matches words whole; nothing if there is none.
///
/// # Errors
/// It cannot be read.
pub fn whole(expression: &str) -> Result<Option<Regex>, regex::Error> {
    if expression.is_empty() {
        return Ok(None);
    }
    // By itself first: a parenthesis of its own may not close ours.
    Regex::new(&format!("(?-u){expression}"))?;
    Regex::new(&format!(r"(?-u)\A(?:{expression})\z")).map(Some)
}

/// The place of the first word that may not be passed on.
pub fn first_refused(verb: Verb, words: &[&[u8]], permits: &Permits) -> Option<usize> {
    let mut at = 0;
    while at < words.len() {
        let matches = |regex: &Option<Regex>| regex.as_ref().is_some_and(|it| it.is_match(words[at]));
        if matches(&permits.disallow) {
            return Some(at);
        }
        let Some(taken) = matches(&permits.allow).then_some(1).or_else(|| known(verb, &words[at..])) else {
            return Some(at);
        };
        at += taken;
    }
    None
}

/// How many words are a flag that is known.
fn known(verb: Verb, words: &[&[u8]]) -> Option<usize> {
    let of = |flags: &[Flag]| flags.iter().filter_map(|flag| flag.takes(words)).max();
    match verb {
        Verb::PkgConfig => of(PKG_CONFIG),
        Verb::LdFlags => of(LINK).or_else(|| for_linker(words)).or_else(|| is_file(words[0]).then_some(1)),
        _ => of(COMPILE).or_else(|| is_code(words[0]).then_some(1)),
    }
}

/// Whether a word is one of [`CODE`].
fn is_code(word: &[u8]) -> bool {
    let Some(name) = word.strip_prefix(b"-f") else { return false };
    let positive = name.strip_prefix(b"no-").unwrap_or(name);
    let is_row = |row: &&str| match row.strip_suffix('=') {
        Some(_) => name.strip_prefix(row.as_bytes()).is_some_and(is_value),
        None => positive == row.as_bytes(),
    };
    let of_function = name.strip_prefix(CODE_OF.as_bytes());
    let is_function = |name: &[u8]| {
        !name.is_empty() && name.iter().all(|byte| byte.is_ascii_alphanumeric() || *byte == b'_')
    };
    CODE.iter().any(is_row) || of_function.is_some_and(is_function)
}

/// Whether a text may be a value: no flag, and no file with more of them.
fn is_value(text: &[u8]) -> bool {
    !text.is_empty() && !text.starts_with(b"-") && !text.contains(&b'@')
}

/// How many words are one option for the linker alone.
fn for_linker(words: &[&[u8]]) -> Option<usize> {
    let inner = words[0].strip_prefix(b"-Wl,")?;
    let inners: Vec<&[u8]> = std::iter::once(inner).chain(words.get(1).copied()).collect();
    let flag = LINKER.iter().filter_map(|flag| flag.takes(&inners)).max();
    flag.or_else(|| (is_z(inner) || is_pushed(inner)).then_some(1))
}

/// Whether options are `-z,WORD`, one or more.
fn is_z(inner: &[u8]) -> bool {
    let parts: Vec<_> = inner.split(|&byte| byte == b',').collect();
    parts.chunks(2).all(|pair| match pair {
        [b"-z", word] => Z_WORDS.iter().any(|known| known.as_bytes() == *word),
        _ => false,
    })
}

/// Whether options are `--push-state` and some that it may be followed by.
fn is_pushed(inner: &[u8]) -> bool {
    let mut parts = inner.split(|&byte| byte == b',');
    parts.next() == Some(b"--push-state")
        && parts.all(|part| AFTER_PUSH.iter().any(|known| known.as_bytes() == part))
}

/// Whether a word for a link is about the next one.
pub fn takes_next(word: &[u8]) -> bool {
    LINK.iter().any(|flag| flag.behind == Behind::NextWord && flag.start.as_bytes() == word)
}

/// Whether a word is the name of an object or a library.
pub fn is_file(word: &[u8]) -> bool {
    let name = word.strip_prefix(b"./").unwrap_or(word);
    let starts = name.first().is_some_and(|byte| byte.is_ascii_alphanumeric() || b"_/".contains(byte));
    let mut parts = name.rsplitn(2, |&byte| byte == b'.');
    let end = parts.next().unwrap_or_default();
    let has_stem = parts.next().is_some_and(|stem| !stem.is_empty());
    starts && has_stem && LINKED_FILES.iter().any(|known| known.as_bytes() == end)
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::*;

    fn refused(verb: Verb, words: &[&str]) -> Option<usize> {
        let words: Vec<_> = words.iter().map(|word| word.as_bytes()).collect();
        first_refused(verb, &words, &Permits::default())
    }

    #[test]
    fn nothing_rides_along_behind_a_comma() {
        for flag in LINKER {
            for more in [",-T", ",-T,x", ",@x", ",-plugin,x", ",--version-script=x", ",-o,x", ",-Map=x"] {
                for value in ["", "x", "=x", "1", "-x", ",x", "=1,2"] {
                    let word = format!("-Wl,{}{value}{more}", flag.start);
                    assert_eq!(refused(Verb::LdFlags, &[&word]), Some(0), "{word}");
                }
            }
        }
        for word in [
            "-Wl,",
            "-Wl,,",
            "-Wl,-z",
            "-Wl,-z,",
            "-Wl,-z,now,-z",
            "-Wl,-z,now,x",
            "-Wl,--push-state,",
            "-Wl,--push-state,--pop-state",
            "-Wp,-DX,-MD,x",
            "-Wp,-DX=1,-MD,x",
            "-Wp,-UX,x",
            "-Wa,-mbig-obj,-x",
        ] {
            assert_eq!(refused(Verb::LdFlags, &[word]), Some(0), "{word}");
            assert_eq!(refused(Verb::CFlags, &[word]), Some(0), "{word}");
        }
    }

    #[test]
    fn what_loads_code_runs_programs_or_writes_files_is_refused_in_every_form() {
        let names = [
            "fplugin",
            "fplugin-arg-x",
            "wrapper",
            "B",
            "specs",
            "-specs",
            "no-integrated-cpp",
            "Xlinker",
            "Xassembler",
            "Xclang",
            "Xpreprocessor",
            "save-temps",
            "fdump-tree-all",
            "fprofile-use",
            "fprofile-generate",
            "fuse-ld",
            "o",
            "MD",
            "MMD",
            "MF",
            "MT",
            "T",
            "fmodules",
            "fstack-usage",
            "gsplit-dwarf",
            "fopt-info",
            "mllvm",
            "fcallgraph-info",
            "fauto-profile",
            "fdiagnostics-format",
            "fmodule-mapper",
            "ftime-trace",
            "fintrinsic-modules-path",
            "J",
            "dumpbase",
            "dumpdir",
            "aux-info",
            "imacros",
            "iquote",
            "idirafter",
            "iprefix",
            "iplugindir",
            "fdeps-file",
            "fsave-optimization-record",
            "foffload",
            "flto-partition",
            "fcompare-debug",
            "E",
            "c",
            "S",
            "M",
            "P",
            "nostdlib",
            "u",
            "r",
            "e",
            "z",
            "undef",
            "fpreprocessed",
        ];
        for verb in [Verb::CFlags, Verb::CppFlags, Verb::CxxFlags, Verb::FFlags, Verb::LdFlags] {
            for name in names {
                for words in [
                    vec![format!("-{name}")],
                    vec![format!("-{name}=x")],
                    vec![format!("-{name}x")],
                    vec![format!("-{name}"), "x".to_owned()],
                    vec![format!("--{name}=x")],
                    vec![format!("-{name},x")],
                ] {
                    let words: Vec<_> = words.iter().map(String::as_str).collect();
                    // `-ansi`, `-std=x` and others start as shorter ones do.
                    if matches!(words[0], "-undefx") {
                        continue;
                    }
                    assert!(refused(verb, &words).is_some(), "{verb:?} {words:?}");
                }
            }
            for words in [
                &["-I", "@x"][..],
                &["-include", "-x"],
                &["-D", "@x"],
                &["-x", "-T"],
                &["-target"],
                &["@x"],
                &[""],
                &["-"],
                &["--"],
                &["x"],
                &["x.c"],
                &["-fno-"],
                &["-f"],
                &["-fno-no-pic"],
                &["-ffile-prefix-map=@x"],
                &["-fsanitize=-x"],
                &["-fvisibility="],
            ] {
                assert!(refused(verb, words).is_some(), "{verb:?} {words:?}");
            }
        }
        for word in ["-Wl,-T", "@x", "-fplugin=x"] {
            for flag in ["-l", "-L", "-F", "-framework", "-target", "-arch", "-Wl,-rpath"] {
                assert_eq!(refused(Verb::LdFlags, &[flag, word]), Some(0), "{flag} {word}");
            }
        }
    }

    /// What two go commands say: the newer one's word is ours.
    #[test]
    fn verdicts_are_those_of_the_go_command() {
        let page = concat!(env!("CARGO_MANIFEST_DIR"), "/../fixtures/cgo/flag-verdicts.tsv");
        let text = fs::read_to_string(page).unwrap();
        let mut rows = 0;
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            let fields: Vec<_> = line.split('\t').collect();
            let verb = Verb::ALL.iter().find(|(_, name)| *name == fields[0]).unwrap().0;
            let go = format!("package p\n\n/*\n#cgo {}: {}\n*/\nimport \"C\"\n", fields[0], fields[1]);
            let verdict = super::super::flags::tests::verdict(verb, &go, Path::new("/src/p"));
            assert_eq!(verdict, fields[3].starts_with("yes"), "{line}");
            rows += 1;
        }
        assert_eq!(rows, 215);
    }

    #[test]
    fn the_user_allows_more_and_less_and_words_are_matched_whole() {
        let permits =
            |allow, disallow| Permits { allow: whole(allow).unwrap(), disallow: whole(disallow).unwrap() };
        let refused = |word: &str, permits: &Permits| {
            first_refused(Verb::LdFlags, &[word.as_bytes()], permits).is_some()
        };
        assert!(refused("-no-pie", &permits("", "")));
        assert!(!refused("-no-pie", &permits("-no-pie", "")));
        assert!(refused("-no-piex", &permits("-no-pie", "")) && refused("x-no-pie", &permits("-no-pie", "")));
        assert!(!refused("-u,x", &permits("-s|-u,.*", "")));
        assert!(refused("-lm", &permits("", "-lm")) && !refused("-lmx", &permits("", "-lm")));
        assert!(refused("-lm", &permits("-lm", "-l.")), "what is forbidden counts more");
        assert!(whole("(").is_err() && whole("a)|(?:b").is_err());
    }
}
