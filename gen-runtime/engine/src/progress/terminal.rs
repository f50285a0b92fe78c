//! A run told on a terminal: a line that shows how far it is, which makes room for text.

use std::io::IsTerminal;

use goc2c::command::messages::Messages;
use goc2c::command::output::display;

use super::plain::Plain;
use super::{Progress, Starting, Telling};
use crate::action::{Action, Plan};
use crate::perform::Ended;

/// Whether standard error is a terminal that can take a line back.
pub(super) fn is_one() -> bool {
    let dumb = std::env::var_os("TERM").is_none_or(|term| term == "dumb");
    !dumb && std::io::stderr().is_terminal()
}

/// Tells of a run on a terminal.
pub(super) struct Terminal<'p> {
    plain: Plain<'p>,
    shown: bool,
}

impl<'p> Terminal<'p> {
    pub(super) fn new(plan: &'p Plan, messages: &'p mut Messages) -> Self {
        Terminal { plain: Plain::new(plan, Telling::default(), messages), shown: false }
    }

    fn clear(&mut self) {
        if std::mem::take(&mut self.shown) {
            self.plain.messages().control("\r\x1b[K");
        }
    }
}

impl<'p> Progress<'p> for Terminal<'p> {
    fn start(&mut self, step: &Starting<'_, 'p>) {
        self.clear();
        let name = step.action.first().file_name().unwrap_or_default();
        let line = format!("[{}/{}] {} {}", step.done, step.all, step.action.part, display(name.as_ref()));
        self.plain.messages().control(&cut(&line, width()));
        self.shown = true;
    }

    fn end(&mut self, action: &'p Action, ended: &Ended) {
        if !ended.text.is_empty() || ended.failure.is_some() {
            self.clear();
        }
        self.plain.end(action, ended);
    }

    fn finish(&mut self) {
        self.clear();
    }
}

/// The columns of the terminal; none where it does not tell.
fn width() -> Option<usize> {
    let size = rustix::termios::tcgetwinsize(std::io::stderr()).ok()?;
    Some(usize::from(size.ws_col)).filter(|columns| *columns > 0)
}

/// As much of a line as fits: one that wraps could not be taken back. A character may take two columns.
fn cut(line: &str, width: Option<usize>) -> String {
    let Some(width) = width else { return line.to_owned() };
    let mut columns = 0;
    let fits = |char: &char| {
        columns += if char.is_ascii() { 1 } else { 2 };
        columns < width
    };
    line.chars().map(|char| if char.is_control() { '?' } else { char }).take_while(fits).collect()
}

#[cfg(test)]
mod tests {
    use super::cut;

    #[test]
    fn a_line_is_shorter_than_the_terminal_is_wide() {
        assert_eq!(cut("[1/2] p x.o", None), "[1/2] p x.o");
        assert_eq!(cut("[1/2] p x.o", Some(12)), "[1/2] p x.o");
        assert_eq!(cut("[1/2] p x.o", Some(11)), "[1/2] p x.");
        assert_eq!(cut("漢字漢字", Some(6)), "漢字");
        assert_eq!(cut("x", Some(1)), "");
    }
}
