//! The explanations of error codes: read from a page of Markdown, and written for a terminal and for the manual.
//!
//! Such a page has a heading `##` for each group of codes and `###` for each code, a first line that says in short what
//! the error is, text, and blocks of code. What stands behind a block's language says what it is: `fails OPTIONS` and
//! `mended OPTIONS` are given to the program with those options (where `mended` has none, with those before it), `beside
//! NAME` is a file beside the next block, and a block of `sh` with `fails` or `mended` is a script. Knows no code.

use std::fmt::Write as _;

use clap::Args;

use super::messages::MessageArgs;

/// What explains goc2c's codes; programs that report them have them too.
pub const GOC2C: &str = include_str!("../../explain.md");

/// How the page of the manual marks commands, so that the test of the manual knows who runs them.
const RUN: &str = "sh tested=tests/support/explained.rs";

/// Say more about an error: why it is one, and an example put right
#[derive(Debug, Args)]
pub struct ExplainArgs {
    /// What the last line of a run names, and JSON has as `code` [default: list all]
    #[arg(value_name = "CODE")]
    pub codes: Vec<String>,
    /// Print the page of the manual
    #[arg(long, hide = true)]
    pub page: bool,
    /// The flags about messages.
    #[command(flatten)]
    pub messages: MessageArgs,
}

impl ExplainArgs {
    /// What is printed, by whom explains codes: the program's own come first.
    ///
    /// # Errors
    /// A code that nobody explains.
    pub fn text(&self, known: &[Explanations<'_>]) -> Result<String, String> {
        match known.first().filter(|_| self.page) {
            Some(own) => Ok(own.render_page()),
            None => explain(known, &self.codes),
        }
    }
}

/// The explanations of a program's codes.
#[derive(Debug, Default)]
pub struct Explanations<'t> {
    /// The program.
    pub program: &'static str,
    /// What stands before the first group.
    pub head: String,
    /// The codes, in their order.
    pub sections: Vec<Section<'t>>,
}

/// The explanation of a code.
#[derive(Debug)]
pub struct Section<'t> {
    /// The heading that it stands under.
    pub group: &'t str,
    /// The code.
    pub code: &'t str,
    /// What is said.
    pub parts: Vec<Part<'t>>,
}

/// A part of an explanation.
#[derive(Debug)]
pub enum Part<'t> {
    /// Paragraphs.
    Text(String),
    /// A block of code.
    Block(Block<'t>),
}

/// A block of code.
#[derive(Debug)]
pub struct Block<'t> {
    /// Its language.
    pub language: &'t str,
    /// What it is.
    pub role: Role<'t>,
    /// Its lines.
    pub text: String,
}

/// What a block of code is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role<'t> {
    /// What gives the error: the options, or nothing for a script.
    Fails(&'t str),
    /// The same put right.
    Mended(&'t str),
    /// A file of that name, beside the next block.
    Beside(&'t str),
    /// Something to look at.
    Shown,
}

impl<'t> Explanations<'t> {
    /// Reads a page.
    pub fn parse(program: &'static str, page: &'t str) -> Explanations<'t> {
        let mut found = Explanations { program, ..Explanations::default() };
        let (mut group, mut options) = ("", "");
        let mut lines = page.lines();
        while let Some(line) = lines.next() {
            if let Some(name) = line.strip_prefix("## ") {
                group = name;
            } else if let Some(code) = line.strip_prefix("### ") {
                found.sections.push(Section { group, code, parts: Vec::new() });
            } else if found.sections.is_empty() {
                found.head.extend([line, "\n"]);
            } else if let Some(info) = line.strip_prefix("```") {
                let text: String =
                    lines.by_ref().take_while(|line| *line != "```").flat_map(|line| [line, "\n"]).collect();
                let (language, rest) = info.split_once(' ').unwrap_or((info, ""));
                let (word, rest) = rest.split_once(' ').unwrap_or((rest, ""));
                let role = match word {
                    "fails" => Role::Fails(rest),
                    "mended" if rest.is_empty() => Role::Mended(options),
                    "mended" => Role::Mended(rest),
                    "beside" => Role::Beside(rest),
                    _ => Role::Shown,
                };
                if let Role::Fails(rest) = role {
                    options = rest;
                }
                found.add(Part::Block(Block { language, role, text }));
            } else {
                found.add(Part::Text(format!("{line}\n")));
            }
        }
        found
    }

    /// Adds to the last section.
    fn add(&mut self, part: Part<'t>) {
        let Some(Section { parts, .. }) = self.sections.last_mut() else { return };
        match (parts.last_mut(), part) {
            (Some(Part::Text(text)), Part::Text(line)) => *text += &line,
            (_, part) => parts.push(part),
        }
    }

    /// The explanation of a code.
    pub fn find(&self, code: &str) -> Option<&Section<'t>> {
        self.sections.iter().find(|section| section.code == code)
    }

    /// All codes, a line each, below their groups.
    pub fn render_list(&self) -> String {
        let (mut text, mut group) = (String::new(), "");
        let width = self.sections.iter().map(|section| section.code.len()).max().unwrap_or_default();
        for section in &self.sections {
            if section.group != group {
                group = section.group;
                let _ = write!(text, "{}{group}\n\n", if text.is_empty() { "" } else { "\n" });
            }
            let _ = writeln!(text, "  {:width$}  {}", section.code, section.summary());
        }
        text
    }

    /// An explanation for a terminal.
    pub fn render(&self, section: &Section<'t>) -> String {
        let mut text = format!("{}\n\n", section.code);
        for part in &section.parts {
            match part {
                Part::Text(lines) => text += lines.trim(),
                Part::Block(block) => {
                    let _ = write!(text, "{}\n\n", self.lead(section, block));
                    for line in block.text.lines() {
                        let _ = writeln!(text, "{}{line}", if line.is_empty() { "" } else { "    " });
                    }
                }
            }
            text.truncate(text.trim_end().len());
            text += "\n\n";
        }
        text.truncate(text.trim_end().len());
        text + "\n"
    }

    /// The page for the manual: what a block is stands before it, since a reader of the page does not see it else.
    pub fn render_page(&self) -> String {
        let (mut text, mut group) = (self.head.trim().to_owned(), "");
        for section in &self.sections {
            if section.group != group {
                group = section.group;
                let _ = write!(text, "\n\n## {group}");
            }
            let _ = write!(text, "\n\n### {}", section.code);
            for part in &section.parts {
                let _ = match part {
                    Part::Text(lines) if lines.trim().is_empty() => Ok(()),
                    Part::Text(lines) => write!(text, "\n\n{}", lines.trim()),
                    Part::Block(block) => {
                        let lead = self.lead(section, block);
                        let language = if block.language == "sh" { RUN } else { block.language };
                        write!(text, "\n\n{lead}\n\n```{language}\n{}```", block.text)
                    }
                };
            }
        }
        text.trim().to_owned() + "\n"
    }

    /// The words before a block.
    fn lead(&self, section: &Section<'t>, block: &Block<'t>) -> String {
        let fails = section.parts.iter().find_map(|part| match part {
            Part::Block(Block { role: Role::Fails(options), .. }) => Some(*options),
            _ => None,
        });
        let command = |options| self.command(options, block.language);
        match block.role {
            Role::Beside(name) => format!("`{name}`:"),
            Role::Shown => "For example:".into(),
            Role::Fails(_) if block.language == "sh" => "Fails:".into(),
            Role::Fails(options) => format!("Fails, by `{}`:", command(options)),
            Role::Mended(options) if block.language == "sh" || fails == Some(options) => "Mended:".into(),
            Role::Mended(options) => format!("Mended, by `{}`:", command(options)),
        }
    }

    /// The command that is given a block of a language.
    pub fn command(&self, options: &str, language: &str) -> String {
        let words = [self.program, options, &file_of(language)];
        words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
    }
}

/// The file that a block of a language is.
pub fn file_of(language: &str) -> String {
    format!("x.{}", if language == "text" { "txt" } else { language })
}

impl Section<'_> {
    /// The line that says in short what it is.
    pub fn summary(&self) -> &str {
        self.parts
            .iter()
            .find_map(|part| match part {
                Part::Text(text) => text.trim().lines().next(),
                Part::Block(_) => None,
            })
            .unwrap_or_default()
    }
}

/// What is printed for some codes, by whom explains them; all codes in a line each, where none is named.
///
/// # Errors
/// A code that nobody explains.
fn explain(known: &[Explanations<'_>], codes: &[String]) -> Result<String, String> {
    if codes.is_empty() {
        let program = known.first().map_or("", |first| first.program);
        let lists: Vec<_> = known.iter().map(Explanations::render_list).collect();
        return Ok(format!("{}\n`{program} explain CODE` has more.\n", lists.join("\n")));
    }
    let mut texts = Vec::new();
    for code in codes {
        let found = known.iter().filter_map(|all| all.find(code).map(|section| all.render(section)));
        let before = texts.len();
        texts.extend(found);
        if texts.len() == before {
            return Err(unknown(known, code));
        }
    }
    Ok(texts.join("\n"))
}

fn unknown(known: &[Explanations<'_>], code: &str) -> String {
    let program = known.first().map_or("", |first| first.program);
    let codes = known.iter().flat_map(|all| &all.sections).map(|section| section.code);
    let near = codes.map(|known| (strsim::osa_distance(known, code), known)).min();
    let near = match near.filter(|(distance, _)| *distance <= 2 + code.len() / 4) {
        Some((_, near)) => format!("`{program} explain {near}`?"),
        None => format!("`{program} explain` lists all"),
    };
    format!("no error has the code `{}`: {near}", code.escape_debug())
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "# Errors\n\n```text\nHead.\n```\n\n## Group\n\n### a-b\n\nShort.\n\nLong\ntext.\n\n```goc fails --x\nA\n\nB\n```\n\
        \n```goc mended\nC\n```\n\n### c-d\n\nOther.\n\n```h beside a.h\nD\n```\n\n```sh fails\nE\n```\n";

    #[test]
    fn a_page_is_read_and_written() {
        let page = Explanations::parse("prog", PAGE);
        assert_eq!(page.head.trim(), "# Errors\n\n```text\nHead.\n```");
        assert_eq!(page.render_list(), "Group\n\n  a-b  Short.\n  c-d  Other.\n");
        let text = page.render(page.find("a-b").unwrap());
        assert_eq!(
            text,
            "a-b\n\nShort.\n\nLong\ntext.\n\nFails, by `prog --x x.goc`:\n\n    A\n\n    B\n\nMended:\n\n    C\n"
        );
        let written = PAGE
            .replace("```goc fails --x", "Fails, by `prog --x x.goc`:\n\n```goc")
            .replace("```goc mended", "Mended:\n\n```goc")
            .replace("```h beside a.h", "`a.h`:\n\n```h")
            .replace("```sh fails", &format!("Fails:\n\n```{RUN}"));
        assert_eq!(page.render_page(), written);
    }

    #[test]
    fn codes_are_explained_by_all_who_know_them_and_others_are_told() {
        let known =
            [Explanations::parse("one", PAGE), Explanations::parse("two", "## G\n\n### c-d\n\nToo.\n")];
        let said =
            |codes: &[&str]| explain(&known, &codes.iter().map(|code| code.to_string()).collect::<Vec<_>>());
        let both = said(&["c-d"]).unwrap();
        assert!(both.contains("Other.") && both.contains("Too."), "{both}");
        assert!(said(&[]).unwrap().ends_with("\n`one explain CODE` has more.\n"));
        assert_eq!(said(&["a-d"]), Err("no error has the code `a-d`: `one explain a-b`?".into()));
        assert_eq!(
            said(&["nothing"]),
            Err("no error has the code `nothing`: `one explain` lists all".into())
        );
    }
}
