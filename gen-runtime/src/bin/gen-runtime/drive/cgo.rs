//! `cgo`, a step of a plan: runs the program cgo of a tool chain, judges the flags that it wrote into its files, and tells
//! which headers were read.

use std::ffi::{OsStr, OsString};
use std::fs;
use std::path::{Path, PathBuf};

use gen_runtime::driver::cgo::backstop::{first_strange, flags_written};
use goc2c::command::Exit;
use goc2c::command::depfile::parse_depfile;
use goc2c::command::output::{FileError, Habit, bytes_of, display};
use goc2c::gopkg::cgo::Verb;

use super::cgo_args::CgoArgs;
use super::cgo_settings::permits_of;
use super::perform::absolute;
use super::steps::write_rule;
use crate::process::{self, Listen};
use crate::trouble::Trouble;

/// A flag that changes nothing: cgo takes words from the end on for its files as long as they end with `.go`.
const LAST: &str = "-fmessage-length=0";

pub(crate) fn cgo(args: &CgoArgs) -> Result<Exit, Trouble> {
    run_cgo(args)?;
    judge(args)?;
    tell_headers(args)?;
    Ok(Exit::Success)
}

fn run_cgo(args: &CgoArgs) -> Result<(), Trouble> {
    let mut words: Vec<OsString> = vec!["-objdir".into(), args.out.clone().into()];
    words.extend(args.tool_flags.iter().cloned());
    words.push("--".into());
    words.extend(args.flags.iter().cloned().chain([LAST.into()]));
    words.extend(args.files.iter().map(|file| file.clone().into_os_string()));
    let environment = [("CC", joined(&args.cc)), ("CGO_LDFLAGS", quoted(&args.ldflags))];
    process::run_with(Path::new("."), &args.tool, &words, &environment, Listen::Shown)
        .map(|_| ())
        .map_err(|error| Trouble::Ended(error.told()))
}

/// Words in one variable, as cgo splits it: those with blanks and quotes in quotes.
fn joined(words: &[OsString]) -> OsString {
    let mut out = OsString::new();
    for word in words {
        let bytes = bytes_of(word);
        let is_plain = !bytes.is_empty() && !bytes.iter().any(|byte| b" \t\n'\"".contains(byte));
        let quote = match (is_plain, bytes.contains(&b'\'')) {
            (true, _) => "",
            (false, true) => "\"",
            (false, false) => "'",
        };
        if !out.is_empty() {
            out.push(" ");
        }
        [quote.as_ref(), word.as_os_str(), quote.as_ref()].iter().for_each(|part| out.push(part));
    }
    out
}

/// Words in one variable, each as a string of Go.
fn quoted(words: &[OsString]) -> OsString {
    let mut out = OsString::new();
    for word in words {
        let text = word.to_string_lossy().replace('\\', "\\\\").replace('"', "\\\"");
        out.push(format!("{}\"{text}\"", if out.is_empty() { "" } else { " " }));
    }
    out
}

/// Judges flags for links in the files that were made, but for those that were passed: compilers believe them.
fn judge(args: &CgoArgs) -> Result<(), Trouble> {
    let permits = permits_of(Verb::LdFlags)?;
    for entry in fs::read_dir(&args.out).map_err(FileError::new("read", &args.out))? {
        let path = entry.map_err(FileError::new("read", &args.out))?.path();
        if !path.file_name().is_some_and(|name| bytes_of(name).starts_with(b"_cgo_")) || !path.is_file() {
            continue;
        }
        let text = fs::read(&path).map_err(FileError::new("read", &path))?;
        if let Some(flag) = first_strange(&flags_written(&text), &args.ldflags, &permits) {
            let flag = String::from_utf8_lossy(&flag).escape_debug().to_string();
            let name = path.file_name().unwrap_or_default();
            let text = format!("invalid flag in `{}`, which cgo made: `{flag}`", display(Path::new(name)));
            return Err(Trouble::Input("refused-flag", text));
        }
    }
    Ok(())
}

/// Asks the C compiler which headers the C of each file reads: cgo does not tell.
fn tell_headers(args: &CgoArgs) -> Result<(), Trouble> {
    let mut words: Vec<OsString> = args.cc.iter().skip(1).cloned().collect();
    words.extend(["-M".into(), "-I".into(), args.out.clone().into(), "-I".into(), ".".into()]);
    words.extend(args.flags.iter().cloned());
    for file in &args.files {
        let name = file.with_extension("cgo2.c");
        words.push(args.out.join(name.file_name().unwrap_or_default()).into());
    }
    let cc = args.cc.first().map_or(OsStr::new("gcc"), OsString::as_os_str);
    let told = process::run_with(Path::new("."), cc, &words, &[], Listen::Told);
    let told = told.map_err(|error| Trouble::Ended(error.told()))?;
    let mut headers: Vec<PathBuf> = rules(&told).flat_map(parse_depfile).collect();
    // From the root on: who reads the list may be in another folder.
    for header in headers.iter_mut().filter(|header| header.is_relative()) {
        *header = absolute(header)?;
    }
    headers.retain(|header| !header.starts_with(&args.out));
    headers.sort();
    headers.dedup();
    let first = args.out.join("_cgo_gotypes.go");
    write_rule(&args.depfile, &first, &headers, Habit::Changed)
}

/// The rules of a text, one for each file: a line that ends with a backslash goes on in the next.
fn rules(text: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let mut at = 0;
        loop {
            at +=
                rest.get(at..)?.iter().position(|&byte| byte == b'\n').map_or(rest.len() - at, |end| end + 1);
            if at == rest.len() || !rest[..at].ends_with(b"\\\n") {
                break;
            }
        }
        let (rule, after) = rest.split_at(at);
        rest = after;
        (!rule.is_empty()).then_some(rule)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_file_has_a_rule() {
        let rules: Vec<_> = rules(b"a.o: a.c \\\n x.h\nb.o: b.c\nc.o: c.c").collect();
        assert_eq!(rules, [&b"a.o: a.c \\\n x.h\n"[..], b"b.o: b.c\n", b"c.o: c.c"]);
    }

    #[test]
    fn words_in_a_variable_come_apart_again() {
        let words = |list: &[&str]| list.iter().map(OsString::from).collect::<Vec<_>>();
        assert_eq!(joined(&words(&["gcc", "-I/a b", "x'y"])), "gcc '-I/a b' \"x'y\"");
        assert_eq!(quoted(&words(&["-lm", "a\"\\b"])), r#""-lm" "a\"\\b""#);
    }
}
