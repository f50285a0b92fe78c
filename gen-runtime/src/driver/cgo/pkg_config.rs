//! What pkg-config tells of packages that `#cgo` lines name: their flags. What it prints may be the package's own, so it
//! is judged as the words of those lines are.

use std::ffi::OsString;
use std::path::Path;

use goc2c::Span;
use goc2c::command::output::{display, path_from_bytes};
use goc2c::gopkg::cgo::{Directive, Verb, is_safe};

use super::allow::{Permits, first_refused};
use super::fault::CgoFault;
use super::pattern::is_name;
use super::settings::Settings;

/// What it tells.
#[derive(Debug, PartialEq, Eq)]
pub struct Told {
    /// Flags for the preprocessor.
    pub cflags: Vec<OsString>,
    /// Flags for programs.
    pub libs: Vec<OsString>,
}

/// Whether a word is a flag for pkg-config; a lone `--` is nothing.
fn is_flag(word: &[u8]) -> bool {
    word.starts_with(b"--")
}

/// Judges the words of a line.
///
/// # Errors
/// A flag or a name that is not passed on.
pub fn judge(line: &Directive) -> Result<(), CgoFault> {
    for word in line.words.iter().filter(|word| word.text != b"--") {
        let (at, text) = (word.at, word.text.clone());
        if is_flag(&text) {
            if first_refused(line.verb, &[&text], &Permits::default()).is_some() {
                return Err(CgoFault::RefusedFlag { at, verb: line.verb, told: false, flag: text });
            }
        } else if !is_name(&text) {
            return Err(CgoFault::BadPkgName { at, name: text });
        }
    }
    Ok(())
}

/// Asks for the flags of the packages of all lines.
///
/// # Errors
/// It fails, or what it prints is not passed on. The places are to be told by [`CgoFault::stand_at`].
pub fn ask(lines: &[&Directive], settings: &Settings, folder: &Path) -> Result<Told, CgoFault> {
    let words = || lines.iter().flat_map(|line| &line.words).map(|word| word.text.as_slice());
    let flags: Vec<_> = words().filter(|word| is_flag(word) && *word != b"--").collect();
    let names: Vec<_> = words().filter(|word| !is_flag(word)).collect();
    if names.is_empty() {
        return Ok(Told { cflags: Vec::new(), libs: Vec::new() });
    }
    let told = |what: &str| {
        let first = settings.pkg_config.iter().cloned().chain([what.into()]);
        let rest = flags.iter().copied().chain([&b"--"[..]]).chain(names.iter().copied());
        let words: Vec<OsString> =
            first.chain(rest.map(|word| path_from_bytes(word).into_os_string())).collect();
        settings.asks.ask(folder, &words).map_err(|said| {
            let words: Vec<_> = words.iter().map(|word| display(Path::new(word)).to_string()).collect();
            CgoFault::PkgConfig { at: Span::at(0), words: words.join(" "), said }
        })
    };
    let cflags = split(&told("--cflags")?).ok_or_else(|| unreadable("--cflags"))?;
    let libs = told("--libs")?;
    let libs = libs.split(u8::is_ascii_whitespace).filter(|word| !word.is_empty()).map(<[u8]>::to_vec);
    Ok(Told {
        cflags: judged(Verb::CFlags, cflags, settings)?,
        libs: judged(Verb::LdFlags, libs.collect(), settings)?,
    })
}

fn unreadable(what: &str) -> CgoFault {
    let said = "a quote of what it prints never closes, or a `#` starts a word".into();
    CgoFault::PkgConfig { at: Span::at(0), words: format!("pkg-config {what}"), said }
}

/// The words of what it prints, without quotes and backslashes.
fn split(text: &[u8]) -> Option<Vec<Vec<u8>>> {
    // For shells this would start a comment, and what is behind it would not be looked at.
    if text.contains(&b'#') { None } else { shlex::bytes::split(text) }
}

fn judged(verb: Verb, words: Vec<Vec<u8>>, settings: &Settings) -> Result<Vec<OsString>, CgoFault> {
    let permits = settings.permits(verb);
    let bytes: Vec<&[u8]> = words.iter().map(Vec::as_slice).collect();
    let is_allowed = |word: &[u8]| permits.allow.as_ref().is_some_and(|it| it.is_match(word));
    let odd = bytes.iter().position(|word| !is_safe(word) && !is_allowed(word));
    match odd.or_else(|| first_refused(verb, &bytes, &permits)) {
        Some(at) => Err(CgoFault::RefusedFlag { at: Span::at(0), verb, told: true, flag: words[at].clone() }),
        None => Ok(words.iter().map(|word| path_from_bytes(word).into_os_string()).collect()),
    }
}

#[cfg(test)]
mod tests {
    use goc2c::gopkg::cgo::Word;

    use super::*;

    fn line(words: &[&str]) -> Directive {
        let word = |text: &&str| Word { text: text.as_bytes().to_vec(), at: Span::at(0) };
        Directive { verb: Verb::PkgConfig, at: Span::at(0), words: words.iter().map(word).collect() }
    }

    /// A pkg-config that prints those flags, and what it was asked.
    #[derive(Debug)]
    struct Prints(&'static str, &'static str);

    impl super::super::settings::Asks for Prints {
        fn ask(&self, _folder: &Path, words: &[OsString]) -> Result<Vec<u8>, String> {
            let words: Vec<_> = words.iter().map(|word| word.to_str().unwrap()).collect();
            match words[..] {
                ["pc", "--cflags", "--static", "--", "a", "b"] => Ok(self.0.into()),
                ["pc", "--libs", "--static", "--", "a", "b"] => Ok(self.1.into()),
                _ => Err(words.join(" ")),
            }
        }
    }

    fn told(cflags: &'static str, libs: &'static str) -> Result<Told, CgoFault> {
        let settings = Settings {
            cxx: Vec::new(),
            fortran: Vec::new(),
            pkg_config: vec!["pc".into()],
            flags: Vec::new(),
            permits: Vec::new(),
            tool: None,
            asks: Box::new(Prints(cflags, libs)),
        };
        let lines = [line(&["a", "--static"]), line(&["--", "b"])];
        ask(&lines.iter().collect::<Vec<_>>(), &settings, Path::new("/"))
    }

    #[test]
    fn names_and_flags_are_judged_before_it_is_run() {
        for words in [&["zlib"][..], &["--static", "zlib"], &["--", "zlib"], &["--define-variable=a=b", "x"]]
        {
            assert_eq!(judge(&line(words)), Ok(()), "{words:?}");
        }
        for words in
            [&["-x"][..], &["@x"], &["=x"], &["--log-file=x", "a"], &["--static=x"], &["---"], &["--libs"]]
        {
            assert!(judge(&line(words)).is_err(), "{words:?}");
        }
    }

    #[test]
    fn what_it_prints_is_split_and_judged() {
        let all = told("-I/a\\ b '-DX=1'\n", " -L/l  -lx\n").unwrap();
        assert_eq!(
            (all.cflags, all.libs),
            (vec!["-I/a b".into(), "-DX=1".into()], vec!["-L/l".into(), "-lx".into()])
        );
        for (cflags, libs) in [
            ("-fplugin=x.so", ""),
            ("-DX=`x`", ""),
            ("'-I/x", ""),
            ("-I/x # -fplugin=x", ""),
            ("", "-Wl,-T,x"),
            ("", "-lx;y"),
            ("", "@x"),
        ] {
            assert!(told(cflags, libs).is_err(), "{cflags} {libs}");
        }
    }
}
