//! What a C compiler said of a `.goc` file, as a person can use it: with the file's path in place of its name, each thing
//! once, and nothing of the code that goc2c has added behind the file's end.

use std::collections::HashSet;
use std::path::Path;

use crate::back::go::frame::WRAPPER;
use crate::command::file::bytes_of;

/// Something that was said: where it stands, its words with the excerpt below them, and the lines that lead up to it.
#[derive(Default)]
struct Piece<'s> {
    /// `x.goc: In function ‘f’:`
    lead: Vec<&'s [u8]>,
    /// `x.goc:3:4: error: …`, and what belongs to it.
    lines: Vec<&'s [u8]>,
}

/// What was said of a file of so many lines that is called `name`.
pub(super) fn tidy(said: &[u8], name: &str, lines: usize, path: &Path) -> Vec<u8> {
    let pieces = pieces(said, name);
    let mut seen = HashSet::new();
    let is_of_use = |piece: &&Piece<'_>| {
        let Some((line, words)) = piece.lines.first().and_then(|first| head(first, name)) else {
            return true;
        };
        line <= lines && !piece.is_in_wrapper() && seen.insert((line, words.to_vec()))
    };
    let kept: Vec<_> = pieces.iter().filter(is_of_use).collect();
    // What is all of no use is all that there is.
    let kept = if kept.iter().any(|piece| piece.is_placed(name)) { kept } else { pieces.iter().collect() };
    let all = kept.into_iter().flat_map(|piece| piece.lead.iter().chain(&piece.lines));
    let mut text = Vec::with_capacity(said.len());
    all.for_each(|line| put_with_path(line, name, path, &mut text));
    text
}

impl Piece<'_> {
    /// Whether it is about what goc2c has added for a function.
    fn is_in_wrapper(&self) -> bool {
        self.lead.iter().any(|line| memchr::memmem::find(line, WRAPPER.as_bytes()).is_some())
    }

    fn is_placed(&self, name: &str) -> bool {
        self.lines.first().is_some_and(|first| head(first, name).is_some())
    }
}

/// The pieces of a text; what is said of other files stands in one with what is before it.
fn pieces<'s>(said: &'s [u8], name: &str) -> Vec<Piece<'s>> {
    let mut all: Vec<Piece<'s>> = vec![Piece::default()];
    let mut lead: Vec<&[u8]> = Vec::new();
    for line in said.split_inclusive(|byte| *byte == b'\n') {
        let rest = line.strip_prefix(name.as_bytes());
        let is_lead = rest.is_some_and(|rest| rest.starts_with(b": "));
        if is_lead {
            lead.push(line);
        } else if head(line, name).is_some_and(|(_, words)| !words.starts_with(b"note: ")) {
            all.push(Piece { lead: std::mem::take(&mut lead), lines: vec![line] });
        } else if let Some(last) = all.last_mut() {
            last.lines.append(&mut lead);
            last.lines.push(line);
        }
    }
    all
}

/// The line of a place in the file, and what is said of it: `x.goc:3:4: error: words`.
fn head<'s>(line: &'s [u8], name: &str) -> Option<(usize, &'s [u8])> {
    let rest = line.strip_prefix(name.as_bytes())?.strip_prefix(b":")?;
    let (number, rest) = rest.split_at(rest.iter().take_while(|byte| byte.is_ascii_digit()).count());
    let number = std::str::from_utf8(number).ok()?.parse().ok()?;
    // Some compilers tell no column.
    let words = memchr::memchr(b' ', rest).map_or(rest, |blank| &rest[blank..]);
    rest.starts_with(b":").then_some((number, words.trim_ascii()))
}

/// A line with the file's path in place of its name.
fn put_with_path(line: &[u8], name: &str, path: &Path, text: &mut Vec<u8>) {
    const FROM: &[u8] = b"In file included from ";
    let (start, line) = line.split_at(if line.starts_with(FROM) { FROM.len() } else { 0 });
    text.extend_from_slice(start);
    match line.strip_prefix(name.as_bytes()).filter(|rest| rest.starts_with(b":")) {
        Some(rest) => {
            text.extend_from_slice(bytes_of(path.as_os_str()));
            text.extend_from_slice(rest);
        }
        None => text.extend_from_slice(line),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tidied(said: &str) -> String {
        String::from_utf8(tidy(said.as_bytes(), "a.goc", 9, Path::new("src/a.goc"))).unwrap()
    }

    #[test]
    fn each_thing_is_said_once_and_of_the_file_alone() {
        let said = "a.goc:6:11: error: unknown type name ‘T’\n    6 | f(T)\n\
                    a.goc:6:11: error: unknown type name ‘T’\n    6 | f(T)\n\
                    a.goc:11:3: error: unknown type name ‘T’\n\
                    a.goc: In function ‘goc_w_q_A’:\na.goc:6:73: warning: implicit declaration\n\
                    a.goc: In function ‘f’:\na.goc:7:1: warning: unused\na.goc:6:2: note: declared here\n\
                    a.goc: At top level:\na.goc:8:1: error: other\n";
        assert_eq!(
            tidied(said),
            "src/a.goc:6:11: error: unknown type name ‘T’\n    6 | f(T)\n\
             src/a.goc: In function ‘f’:\nsrc/a.goc:7:1: warning: unused\nsrc/a.goc:6:2: note: declared here\n\
             src/a.goc: At top level:\nsrc/a.goc:8:1: error: other\n"
        );
    }

    #[test]
    fn what_is_all_there_is_stays() {
        for said in [
            "a.goc:11:3: error: only here\n",
            "cc1: error: bad value\n",
            "In file included from a.goc:3:\nb.h:1:1: error: x\n",
        ] {
            let shown = said.replace("a.goc", "src/a.goc");
            assert_eq!(tidied(said), shown);
        }
        let both =
            "In file included from a.goc:3:\nb.h:1:1: error: x\na.goc:4:1: error: y\na.goc:4:1: error: y\n";
        assert_eq!(
            tidied(both),
            "In file included from src/a.goc:3:\nb.h:1:1: error: x\nsrc/a.goc:4:1: error: y\n"
        );
    }
}
