//! What programs print: in the user's paths, and taken apart into messages with their places. Knows the forms
//! `FILE:LINE:COLUMN: KIND: TEXT`, as gcc, clang and Go's compilers have it, and `FILE:LINE TEXT`, as the Plan 9
//! compilers do. Unaware of who reads it.

use std::path::{Path, PathBuf};

use goc2c::command::output::{bytes_of, path_from_bytes};

use crate::action::{Action, Plan, folder_of};

/// A program's text in the user's paths: not those of the folder that an action's files are made in. Where the plan
/// tells the user's folder, files are named from there.
pub fn in_users_paths(plan: &Plan, action: &Action, text: &[u8], scratch: &Path) -> Vec<u8> {
    let mut text = text.to_vec();
    if !scratch.as_os_str().is_empty() {
        text = replace(&text, &with_slash(scratch), &with_slash(folder_of(action.first())));
    }
    for (name, folder) in plan.folders.iter().filter(|(name, _)| *name == "WORK") {
        text = replace(&text, bytes_of(folder.as_os_str()), format!("${name}").as_bytes());
    }
    let Some(run) = action.run() else { return text };
    let Some(current) = &plan.current else { return replace(&text, &with_slash(&run.folder), b"./") };
    text = replace_starts(&text, b"./", &with_slash(run.names_from.as_ref().unwrap_or(&run.folder)));
    for (up, above) in current.ancestors().enumerate() {
        let (whole, short) = (with_slash(above), b"../".repeat(up));
        if short.len() < whole.len() {
            text = replace_starts(&text, &whole, &short);
        }
    }
    text
}

/// A path as it is shown to who is in a folder: from there on, where that is shorter.
pub fn relative(path: &Path, current: &Path) -> PathBuf {
    let shared = |above: &&Path| path.starts_with(above);
    let Some((up, above)) = current.ancestors().enumerate().find(|(_, above)| shared(above)) else {
        return path.to_owned();
    };
    let below = path.strip_prefix(above).unwrap_or(path);
    // An empty path would leave a `/` at the end.
    let below = Some(below).filter(|below| !below.as_os_str().is_empty());
    let relative: PathBuf = std::iter::repeat_n(Path::new(".."), up).chain(below).collect();
    if relative.as_os_str().len() < path.as_os_str().len() { relative } else { path.to_owned() }
}

fn with_slash(folder: &Path) -> Vec<u8> {
    [bytes_of(folder.as_os_str()), b"/"].concat()
}

fn replace(text: &[u8], old: &[u8], new: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    let mut rest = 0;
    for at in memchr::memmem::find_iter(text, old) {
        out.extend_from_slice(&text[rest..at]);
        out.extend_from_slice(new);
        rest = at + old.len();
    }
    out.extend_from_slice(&text[rest..]);
    out
}

/// Puts a folder in the place of another that paths start with.
fn replace_starts(text: &[u8], old: &[u8], new: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    let mut rest = 0;
    for at in memchr::memmem::find_iter(text, old) {
        let is_inside = |byte: &u8| byte.is_ascii_alphanumeric() || b"/._-+~".contains(byte) || *byte >= 0x80;
        if at < rest || text[..at].last().is_some_and(is_inside) {
            continue;
        }
        out.extend_from_slice(&text[rest..at]);
        out.extend_from_slice(new);
        rest = at + old.len();
    }
    out.extend_from_slice(&text[rest..]);
    out
}

/// A message of a program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told<'t> {
    /// `error`, `warning` or `note`.
    pub severity: &'static str,
    /// The place that it is about.
    pub place: Option<Place<'t>>,
    /// What it says there; without a place, its first line.
    pub message: String,
    /// All its lines.
    pub text: &'t [u8],
}

/// A place in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place<'t> {
    /// The file, as the program has it.
    pub file: &'t [u8],
    /// The line, from 1.
    pub line: u32,
    /// The column, from 1, where it is told.
    pub column: Option<u32>,
}

impl Place<'_> {
    /// The file's whole path, for a text in the user's paths.
    pub fn in_folder(&self, plan: &Plan, action: &Action) -> String {
        let file = path_from_bytes(self.file.strip_prefix(b"./").unwrap_or(self.file));
        let folder =
            plan.current.as_deref().or(action.run().map(|run| &*run.folder)).unwrap_or(Path::new(""));
        folder.join(file).to_string_lossy().into_owned()
    }
}

/// The messages in a program's text. Lines that start none belong to the one before them, but for those that lead to
/// the next (`In file included from …`).
pub fn parse_told(text: &[u8]) -> Vec<Told<'_>> {
    let mut found: Vec<Told<'_>> = Vec::new();
    let (mut start, mut leads) = (0, true);
    let mut at = 0;
    for line in text.split_inclusive(|&byte| byte == b'\n') {
        let end = at + line.len();
        let trimmed = line.trim_ascii_end();
        if let Some(told) = parse_line(trimmed) {
            if !leads {
                start = at;
            }
            found.push(Told { text: &text[start..end], ..told });
            leads = false;
        } else if is_lead(trimmed) {
            if !leads {
                start = at;
            }
            leads = true;
        } else if leads || found.is_empty() {
            let message = String::from_utf8_lossy(trimmed).into_owned();
            found.push(Told { severity: "note", place: None, message, text: &text[start..end] });
            leads = false;
        } else if let Some(last) = found.last_mut() {
            let from = end - line.len() - last.text.len();
            last.text = &text[from..end];
        }
        if !leads {
            start = end;
        }
        at = end;
    }
    // What was to lead to a message, and to none.
    let rest = &text[start..];
    if !rest.is_empty() {
        let first = rest.split(|&byte| byte == b'\n').next().unwrap_or_default().trim_ascii_end();
        let message = String::from_utf8_lossy(first).into_owned();
        found.push(Told { severity: "note", place: None, message, text: rest });
    }
    found
}

/// Whether a line leads to a message that comes after it.
fn is_lead(line: &[u8]) -> bool {
    line.starts_with(b"In file included from ")
        || line.starts_with(b"                 from ")
        || (line.ends_with(b":") && memchr::memmem::find(line, b": In ").is_some())
}

/// The kinds that gcc and clang write, and what they are.
const KINDS: [(&[u8], &str); 5] = [
    (b"error: ", "error"),
    (b"fatal error: ", "error"),
    (b"warning: ", "warning"),
    (b"note: ", "note"),
    (b"sorry, unimplemented: ", "error"),
];

fn parse_line(line: &[u8]) -> Option<Told<'_>> {
    let colon = memchr::memchr_iter(b':', line)
        .find(|&colon| colon > 0 && line.get(colon + 1).is_some_and(u8::is_ascii_digit))?;
    let file = &line[..colon];
    if file.contains(&b' ') && !file.contains(&b'/') {
        return None;
    }
    let (number, rest) = parse_number(&line[colon + 1..])?;
    let (column, rest) = match rest.strip_prefix(b":").and_then(parse_number) {
        Some((column, rest)) => (Some(column), rest),
        None => (None, rest),
    };
    let rest = rest.strip_prefix(b":").unwrap_or(rest).strip_prefix(b" ")?;
    let kind = KINDS.iter().find_map(|(start, kind)| Some((*kind, rest.strip_prefix(*start)?)));
    let (severity, rest) = kind.unwrap_or(("error", rest));
    let message = String::from_utf8_lossy(rest).into_owned();
    Some(Told { severity, place: Some(Place { file, line: number, column }), message, text: line })
}

fn parse_number(text: &[u8]) -> Option<(u32, &[u8])> {
    let length = text.iter().take_while(|byte| byte.is_ascii_digit()).count();
    Some((std::str::from_utf8(&text[..length]).ok()?.parse().ok()?, &text[length..]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::action::{Log, Run, Word, Work};

    #[test]
    fn paths_are_shown_from_where_the_user_is() {
        let shown = |path: &str, current: &str| relative(Path::new(path), Path::new(current));
        assert_eq!(shown("/m/a/x", "/m"), Path::new("a/x"));
        assert_eq!(shown("/m/a/x", "/m/b/c"), Path::new("/m/a/x"));
        assert_eq!(shown("/module/a/x", "/module/b"), Path::new("../a/x"));
        assert_eq!(shown("/n/a/x", "/module"), Path::new("/n/a/x"));
    }

    #[test]
    fn texts_are_in_the_users_paths() {
        let action = Action {
            part: "p".into(),
            log: Log::Command,
            work: Work::Run(Run::new(vec![Word::from("cc")], "/s/p")),
            reads: Vec::new(),
            after: Vec::new(),
            makes: vec!["/s/w/x.o".into()],
        };
        let plan = Plan { folders: vec![("WORK", "/s/w".into())], ..Plan::default() };
        let text = b"/s/p/x.c:1: no; see /s/w/.goc2c-1/x.o and /s/pq/y.c";
        let shown = in_users_paths(&plan, &action, text, Path::new("/s/w/.goc2c-1"));
        assert_eq!(String::from_utf8_lossy(&shown), "./x.c:1: no; see $WORK/x.o and /s/pq/y.c");
        let place = Place { file: b"./x.c", line: 1, column: None };
        assert_eq!(place.in_folder(&plan, &action), "/s/p/x.c");
        let text = b"In file included from ./x.c:1:\n./x.c:1: no, /s/p/a.h and /t/s/p/a.h and /s/q.h; ../x.c";
        for (current, expected) in [
            ("/s", "In file included from p/x.c:1:\np/x.c:1: no, p/a.h and /t/s/p/a.h and q.h; ../x.c"),
            ("/s/p", "In file included from x.c:1:\nx.c:1: no, a.h and /t/s/p/a.h and /s/q.h; ../x.c"),
        ] {
            let plan = Plan { current: Some(current.into()), ..plan.clone() };
            let shown = in_users_paths(&plan, &action, text, Path::new(""));
            assert_eq!(String::from_utf8_lossy(&shown), expected);
        }
        let plan = Plan { current: Some("/s".into()), ..plan };
        let place = Place { file: b"p/x.c", line: 1, column: None };
        assert_eq!(place.in_folder(&plan, &action), "/s/p/x.c");
    }

    #[test]
    fn messages_have_their_places_and_all_their_lines() {
        let text = "In file included from x.c:1:\nh.h:3:5: fatal error: no such file\n    3 | #include\n\
                    x.c: In function 'f':\nx.c:7:1: warning: odd\nx.c:8 syntax error, last name: a\n\
                    ./a.go:3:23: undefined: b\n/usr/bin/ld: gone\n";
        let told = parse_told(text.as_bytes());
        let shown: Vec<_> = told
            .iter()
            .map(|it| {
                let place = it.place.as_ref().map(|place| {
                    let file = String::from_utf8_lossy(place.file).into_owned();
                    format!("{file}:{}:{}", place.line, place.column.unwrap_or(0))
                });
                let lines = it.text.iter().filter(|&&byte| byte == b'\n').count();
                format!("{} {} {} {lines}", it.severity, place.unwrap_or_default(), it.message)
            })
            .collect();
        assert_eq!(
            shown,
            [
                "error h.h:3:5 no such file 3",
                "warning x.c:7:1 odd 2",
                "error x.c:8:0 syntax error, last name: a 1",
                "error ./a.go:3:23 undefined: b 2",
            ]
        );
        assert_eq!(told.iter().map(|it| it.text.len()).sum::<usize>(), text.len(), "nothing is lost");
        let told = parse_told(b"x.c:1:1: error: no\nIn file included from y.c:1:\n");
        assert_eq!((told.len(), told[1].text), (2, &b"In file included from y.c:1:\n"[..]));
        let told = parse_told(b"all is well\nand more");
        assert_eq!((told.len(), told[0].severity, told[0].text), (1, "note", &b"all is well\nand more"[..]));
    }
}
