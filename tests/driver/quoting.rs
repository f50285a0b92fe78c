//! Every language that is written has its real reader take it apart again: thousands of names of the bytes that it
//! takes for something else.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::{OsStrExt, OsStringExt};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, SystemTime};

use engine::compile_commands::render_compile_commands;
use engine::ninja::render_ninja;
use engine::shell::write_word;
use engine::{Action, Log, Plan, Run, Word, Work};
use goc2c::command::depfile::parse_depfile;
use goc2c::command::depfile::render_depfile;
use pretty_assertions::assert_eq;

use super::support::*;

/// The bytes of names.
const BYTES: &[u8] = b" \t\n\r\x01\x1b\x7f\x80\xff\\\\\\\"'$$##::;|&<>()*?[]{}~`!%=^@,+-_.ab";

/// A number generator that is the same each time.
struct Random(u64);

impl Random {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % most
    }

    /// A name that a file can have.
    fn name(&mut self, bytes: &[u8]) -> PathBuf {
        loop {
            let length = 1 + self.below(6);
            let name: Vec<u8> = (0..length).map(|_| bytes[self.below(bytes.len())]).collect();
            if name != b"." && name != b".." {
                return std::ffi::OsString::from_vec(name).into();
            }
        }
    }

    /// So many different names, in any order.
    fn names(&mut self, count: usize, bytes: &[u8]) -> Vec<PathBuf> {
        let mut names = BTreeSet::new();
        while names.len() < count {
            names.insert(self.name(bytes));
        }
        names.into_iter().collect()
    }
}

/// The bytes without some.
fn bytes_without(without: &[u8]) -> Vec<u8> {
    BYTES.iter().copied().filter(|byte| !without.contains(byte)).collect()
}

fn bytes(path: &Path) -> &[u8] {
    path.as_os_str().as_bytes()
}

/// Texts with a NUL after each.
fn with_ends(texts: &[PathBuf]) -> Vec<u8> {
    texts.iter().flat_map(|text| [bytes(text), b"\0"].concat()).collect()
}

#[test]
fn a_shell_reads_the_words_that_were_written() {
    let mut random = Random(1);
    let folders = [("OUTER", PathBuf::from("/w/a b'$x\"")), ("WORK", "/plain".into())];
    let mut words = random.names(3000, BYTES);
    for at in 0..600 {
        let folder = &folders[at % 2].1;
        let flag: &[u8] = [&b""[..], b"-I", b"-L"][at % 3];
        words[at] = OsStr::from_bytes(&[flag, bytes(folder), b"/", bytes(&words[at])].concat()).into();
    }
    words.push("".into());
    let mut script = Vec::new();
    for (name, folder) in &folders {
        script.extend_from_slice(format!("{name}=").as_bytes());
        write_word(&mut script, folder.as_os_str(), &[]);
        script.push(b'\n');
    }
    script.extend_from_slice(b"printf '%s\\0'");
    for word in &words {
        script.push(b' ');
        write_word(&mut script, word.as_os_str(), &folders);
    }
    let file = tempfile::NamedTempFile::new().unwrap();
    fs::write(&file, script).unwrap();
    let read = Command::new("sh").arg(file.path()).output().unwrap();
    assert_eq!(String::from_utf8_lossy(&read.stderr), "");
    assert!(read.stdout == with_ends(&words), "{:?}", first_difference(&read.stdout, &words));
}

/// The first word that was read as another, and what it was read as.
fn first_difference(read: &[u8], words: &[PathBuf]) -> Option<(PathBuf, String)> {
    let read = read.split(|&byte| byte == 0);
    let (read, word) = read.zip(words).find(|(read, word)| *read != bytes(word))?;
    Some((word.clone(), String::from_utf8_lossy(read).into_owned()))
}

fn action(work: Work, reads: Vec<PathBuf>, made: PathBuf) -> Action {
    Action { part: "p".into(), log: Log::Command, work, reads, after: Vec::new(), makes: vec![made] }
}

/// An action that writes down the words that it is given: the files that it reads.
fn writes_down(folder: &Path, reads: Vec<PathBuf>) -> Action {
    let mut words: Vec<Word> = ["sh", "-c", "printf '%s\\0' \"$@\" > \"$0\""].map(Word::from).into();
    words.push(Word::Made(0));
    words.extend(reads.iter().map(Word::from));
    action(Work::Run(Run::new(words, folder)), reads, folder.join("out"))
}

#[test]
fn ninja_reads_the_paths_and_words_that_were_written() {
    if !is_installed("ninja") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let mut random = Random(2);
    let ninja = || run(Command::new("ninja").arg("-C").arg(folder));
    // Few enough for a command line, and so many that a file hands them over.
    for (count, seed) in [(1000, 3), (3000, 4)] {
        random.0 += seed;
        let _ = fs::remove_dir_all(folder.join("in"));
        fs::create_dir(folder.join("in")).unwrap();
        let names = random.names(count, &bytes_without(b"\n\r"));
        let reads: Vec<_> = names.iter().map(|name| folder.join("in").join(name)).collect();
        reads.iter().for_each(|read| fs::write(read, "").unwrap());
        let plan = Plan { actions: vec![writes_down(folder, reads.clone())], ..Plan::default() };
        fs::write(folder.join("build.ninja"), render_ninja(&plan).unwrap()).unwrap();
        let ran = ninja();
        assert_eq!(ran.code, Some(0), "{}{}", &ran.stdout[..ran.stdout.len().min(500)], ran.stderr);
        let read = fs::read(folder.join("out")).unwrap();
        assert!(read == with_ends(&reads), "{:?}", first_difference(&read, &reads));
    }
    fs::create_dir(folder.join("made")).unwrap();
    let names = random.names(60, &bytes_without(b"\n\r\t"));
    let copies = names.iter().map(|name| {
        let read = folder.join("in").join(name);
        fs::write(&read, bytes(name)).unwrap();
        action(Work::Copy, vec![read], folder.join("made").join(name))
    });
    let plan = Plan { actions: copies.collect(), ..Plan::default() };
    fs::write(folder.join("build.ninja"), render_ninja(&plan).unwrap()).unwrap();
    assert_eq!(ninja().code, Some(0));
    for name in &names {
        assert_eq!(fs::read(folder.join("made").join(name)).unwrap(), bytes(name));
    }
    let again = ninja().stdout;
    assert!(again.contains("no work to do"), "{again}");
}

#[test]
fn what_ninja_cannot_hold_is_an_error_that_names_the_file() {
    let told = |action: Action| {
        let plan = Plan { actions: vec![action], ..Plan::default() };
        render_ninja(&plan).unwrap_err().to_string()
    };
    for name in ["c\rr.c", "c\nr.c"] {
        for read in [true, false] {
            let (from, to) = if read { (name, "x") } else { ("x", name) };
            let told = told(action(Work::Copy, vec![from.into()], to.into()));
            assert!(told.contains(&format!("the path {name:?}")), "{told}");
        }
    }
    // A tab would end the name in the record of what Ninja made.
    let told_of_tab = told(action(Work::Copy, vec!["x".into()], "a\tb".into()));
    assert!(told_of_tab.contains("the path \"a\\tb\""), "{told_of_tab}");
    let words = ["echo", "a\nb"].map(Word::from).into();
    let told = told(action(Work::Run(Run::new(words, "/")), Vec::new(), "out".into()));
    assert!(told.contains("the command for \"out\""), "{told}");
}

#[test]
fn what_a_depfile_names_is_read_again() {
    let mut random = Random(5);
    let (mut read, mut refused) = (0, 0);
    for _ in 0..20_000 {
        let bytes = bytes_without(if random.below(3) == 0 { b"" } else { b"\n\r;|=*?[%\t~&(" });
        let count = 1 + random.below(3);
        let outputs = random.names(count, &bytes);
        let inputs: Vec<_> = (0..random.below(4)).map(|_| random.name(&bytes)).collect();
        let others: Vec<_> = (0..random.below(2)).map(|_| random.name(&bytes)).collect();
        let paths = outputs.iter().map(PathBuf::as_path);
        match render_depfile(paths, inputs.iter().map(PathBuf::as_path), &others) {
            Ok(text) => {
                read += 1;
                let text_shown = String::from_utf8_lossy(&text);
                assert_eq!(parse_depfile(&text), [inputs, others].concat(), "{text_shown}");
            }
            Err(_) => refused += 1,
        }
    }
    assert!(read > 5000 && refused > 3000, "{read} {refused}");
}

#[test]
fn make_reads_the_names_of_depfiles() {
    if !is_installed("make") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let put = |name: &Path, seconds: u64| {
        let file = fs::File::create(folder.join(name)).unwrap();
        file.set_modified(SystemTime::UNIX_EPOCH + Duration::from_secs(seconds)).unwrap();
    };
    let mut random = Random(6);
    let names = random.names(1500, BYTES);
    let mut makefile = b"all:\n".to_vec();
    let (mut goals, mut expected) = (Vec::new(), Vec::new());
    for (number, name) in names.iter().enumerate() {
        let plain = PathBuf::from(format!("plain{number}"));
        // Each name is the first input, or another one, or an output; every second input is newer.
        let (output, inputs) = match number % 3 {
            0 => (plain.as_path(), vec![name.as_path()]),
            1 => (plain.as_path(), vec![Path::new("old"), name]),
            _ => (name.as_path(), vec![plain.as_path()]),
        };
        let Ok(text) = render_depfile([output], inputs.iter().copied(), &[]) else { continue };
        let is_newer = number % 2 == 1;
        put(output, 1000);
        inputs.iter().for_each(|input| put(input, if is_newer { 2000 } else { 500 }));
        let line = text.iter().position(|&byte| byte == b'\n').unwrap() + 1;
        makefile.extend_from_slice(&text[..line]);
        makefile.extend_from_slice(format!("\t@echo {number}\n").as_bytes());
        makefile.extend_from_slice(&text[line..]);
        goals.push(output.to_owned());
        if is_newer {
            expected.push(number.to_string());
        }
    }
    put(Path::new("old"), 1);
    assert!(goals.len() > 500, "{}", goals.len());
    fs::write(folder.join("Makefile"), makefile).unwrap();
    let mut make = Command::new("make");
    make.current_dir(folder).args(["-r", "-s", "--"]).args(&goals).env_remove("MAKEFLAGS");
    let ran = run(&mut make);
    assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""));
    assert_eq!(ran.stdout.lines().collect::<Vec<_>>(), expected);
}

#[test]
fn names_and_words_are_read_from_json_and_what_it_cannot_hold_is_an_error() {
    let names = Random(7).names(3000, &bytes_without(b"\x80\xff"));
    let compile = |name: &Path| {
        let mut words: Vec<Word> = vec![Word::from("cc"), Word::Made(0)];
        words.push(Word::from(name));
        let file = Path::new("/x").join(name).join("x.c");
        action(Work::Run(Run::new(words, name)), vec![file], name.join("x.o"))
    };
    let plan = Plan { actions: names.iter().map(|name| compile(name)).collect(), ..Plan::default() };
    let read: serde_json::Value = serde_json::from_str(&render_compile_commands(&plan).unwrap()).unwrap();
    for (entry, name) in read.as_array().unwrap().iter().zip(&names) {
        let name = name.to_str().unwrap();
        assert_eq!(entry["directory"], name);
        assert_eq!(entry["file"], format!("/x/{name}/x.c"));
        assert_eq!(entry["arguments"], serde_json::json!(["cc", format!("{name}/x.o"), name]));
    }
    let plan = Plan { actions: vec![compile(Path::new(OsStr::from_bytes(b"a\xff")))], ..Plan::default() };
    let told = render_compile_commands(&plan).unwrap_err().to_string();
    assert!(told.contains("\"a\\xFF"), "{told}");
}
