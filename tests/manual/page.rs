//! Pages as this test reads them: fenced blocks with their info strings, headings with their anchors, links.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use crate::support::{files, name, read, root};

/// The languages that blocks may have. GitHub and mdBook colour most of them.
const LANGUAGES: [&str; 19] = [
    "asm", "c", "cmake", "console", "ebnf", "go", "goc", "h", "json", "lua", "make", "meson", "ninja",
    "rust", "sh", "text", "toml", "vim", "yaml",
];

/// A page.
#[derive(Debug, Clone)]
pub struct Page {
    /// Its path in the repository.
    pub name: String,
    pub text: String,
}

/// A fenced block.
#[derive(Debug)]
pub struct Block<'a> {
    /// The line of its first line of text.
    pub line: usize,
    pub info: Info<'a>,
    pub text: String,
}

/// An info string.
#[derive(Debug, Default)]
pub struct Info<'a> {
    pub language: &'a str,
    /// Whether the commands are for what only the reader has.
    pub reader: bool,
    /// The file that the block is.
    pub file: Option<&'a str>,
    /// The file of which the block's paragraphs are parts.
    pub part: Option<&'a str>,
    /// The folder in which its commands are run.
    pub folder: Option<&'a str>,
    /// The test that runs the commands.
    pub tested: Option<&'a str>,
    /// What means nothing.
    pub unknown: Vec<&'a str>,
}

impl<'a> Info<'a> {
    fn parse(text: &'a str) -> Info<'a> {
        let mut words = text.split_whitespace();
        let mut info = Info { language: words.next().unwrap_or_default(), ..Info::default() };
        for word in words {
            match word.split_once('=') {
                Some(("file", path)) => info.file = Some(path),
                Some(("part", path)) => info.part = Some(path),
                Some(("in", path)) => info.folder = Some(path),
                Some(("tested", path)) => info.tested = Some(path),
                None if word == "reader" => info.reader = true,
                _ => info.unknown.push(word),
            }
        }
        info
    }

    /// Whether the block is commands.
    pub fn is_commands(&self) -> bool {
        matches!(self.language, "sh" | "console") && self.file.is_none()
    }
}

/// A line of a page, and whether it stands in a fenced block.
enum Line<'a> {
    Open(&'a str),
    Inside(&'a str),
    Close,
    Text(&'a str),
}

/// All pages but the summary.
pub fn pages() -> Vec<Page> {
    let root = root();
    let of = |name: String| {
        let text = String::from_utf8(read(&root.join(&name))).expect("pages are UTF-8");
        Page { name, text }
    };
    let mut pages: Vec<_> = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "fixtures/README.md"]
        .into_iter()
        .filter(|name| root.join(name).is_file())
        .map(|name| of(name.to_owned()))
        .collect();
    pages.extend(doc_names().into_iter().map(|name| of(format!("doc/{name}"))));
    pages
}

/// The names of the pages in `doc/`, the summary left out.
pub fn doc_names() -> BTreeSet<String> {
    let names = files(&root().join("doc"), ".md").into_iter().map(|path| name(&path).to_owned());
    names.filter(|name| name != "SUMMARY.md").collect()
}

impl Page {
    fn lines(&self) -> impl Iterator<Item = (usize, Line<'_>)> {
        let mut indent = None;
        self.text.lines().enumerate().map(move |(at, line)| {
            let bare = line.trim_start();
            let is_fence = bare.starts_with("```");
            let kind = match indent {
                None if is_fence => {
                    indent = Some(line.len() - bare.len());
                    Line::Open(bare.trim_start_matches('`'))
                }
                None => Line::Text(line),
                Some(_) if is_fence && bare.trim_end() == "```" => {
                    indent = None;
                    Line::Close
                }
                Some(indent) => Line::Inside(&line[indent.min(line.len() - bare.len())..]),
            };
            (at + 1, kind)
        })
    }

    /// Its fenced blocks.
    pub fn blocks(&self) -> Vec<Block<'_>> {
        let mut blocks: Vec<Block> = Vec::new();
        for (line, kind) in self.lines() {
            match kind {
                Line::Open(info) => {
                    blocks.push(Block { line: line + 1, info: Info::parse(info), text: String::new() });
                }
                Line::Inside(text) => {
                    let block = blocks.last_mut().expect("a block is open");
                    block.text += text;
                    block.text.push('\n');
                }
                Line::Close | Line::Text(_) => {}
            }
        }
        blocks
    }

    /// The anchors of its headings, as GitHub and mdBook name them.
    pub fn anchors(&self) -> BTreeSet<String> {
        let mut seen = BTreeMap::new();
        let mut anchors = BTreeSet::new();
        for (_, line) in self.lines() {
            let Line::Text(text) = line else { continue };
            let title = text.trim_start_matches('#');
            if title.len() == text.len() || !title.starts_with(' ') {
                continue;
            }
            let plain = title.trim().chars().filter_map(|char| match char {
                ' ' => Some('-'),
                '-' | '_' => Some(char),
                char if char.is_alphanumeric() => Some(char.to_ascii_lowercase()),
                _ => None,
            });
            let anchor: String = plain.collect();
            let times = seen.entry(anchor.clone()).and_modify(|times| *times += 1).or_insert(0);
            anchors.insert(if *times == 0 { anchor } else { format!("{anchor}-{times}") });
        }
        anchors
    }

    /// Where its links lead, with their lines.
    pub fn links(&self) -> Vec<(usize, String)> {
        let mut links = Vec::new();
        for (line, kind) in self.lines() {
            let Line::Text(text) = kind else { continue };
            let prose = without_code(text);
            for rest in prose.split("](").skip(1) {
                let (target, _) =
                    rest.split_once(')').unwrap_or_else(|| panic!("{}:{line}: a link is open", self.name));
                links.push((line, target.to_owned()));
            }
        }
        links
    }
}

/// A line without what stands in back quotes.
fn without_code(line: &str) -> String {
    let mut prose = String::new();
    let mut rest = line;
    while let Some(at) = rest.find('`') {
        prose += &rest[..at];
        let ticks = rest[at..].len() - rest[at..].trim_start_matches('`').len();
        let behind = &rest[at + ticks..];
        // A code span ends with as many back quotes as it began with.
        let mut end = None;
        let mut from = 0;
        while let Some(next) = behind[from..].find('`') {
            let start = from + next;
            let run = behind[start..].len() - behind[start..].trim_start_matches('`').len();
            from = start + run;
            if run == ticks {
                end = Some(from);
                break;
            }
        }
        let Some(end) = end else { return prose + behind };
        rest = &behind[end..];
    }
    prose + rest
}

/// Every block closes, has a language, and says nothing that this test does not know.
pub fn check_blocks(page: &Page) {
    let fences = page.lines().fold(0, |open, (_, line)| match line {
        Line::Open(_) => open + 1,
        Line::Close => open - 1,
        _ => open,
    });
    assert_eq!(fences, 0, "{}: a block is open at the end", page.name);
    let mut wrong = Vec::new();
    for block in page.blocks() {
        let Block { line, info, .. } = &block;
        if !LANGUAGES.contains(&info.language) {
            wrong.push(format!("{}:{line}: `{}` is no language of {LANGUAGES:?}", page.name, info.language));
        }
        if !info.unknown.is_empty() {
            wrong.push(format!("{}:{line}: {:?} means nothing", page.name, info.unknown));
        }
        if (info.reader || info.tested.is_some() || info.folder.is_some()) && !info.is_commands() {
            wrong.push(format!("{}:{line}: `reader`, `tested`, `in` are for commands", page.name));
        }
        if info.tested.is_some_and(|path| fs::metadata(root().join(path)).is_err()) {
            wrong.push(format!("{}:{line}: {:?} is not there", page.name, info.tested));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
