//! What is told of a run while it goes on: one trait, and a form for people, one for terminals and one for programs.
//! Unaware of how the run comes to it.

mod json;
mod plain;
mod terminal;

use goc2c::command::messages::{MessageFormat, Messages};

use crate::action::{Action, Plan};
use crate::fresh::Why;
use crate::perform::Ended;
use crate::shell::Shell;

/// An action that starts.
pub struct Starting<'s, 'p> {
    /// The action.
    pub action: &'p Action,
    /// Why it is done.
    pub why: &'s Why,
    /// How many actions are done or under way, of how many.
    pub done: usize,
    /// See [`Starting::done`].
    pub all: usize,
}

/// What a run tells as it goes on.
pub trait Progress<'p> {
    /// An action starts.
    fn start(&mut self, step: &Starting<'_, 'p>);
    /// An action has ended.
    fn end(&mut self, action: &'p Action, ended: &Ended);
    /// The run is over.
    fn finish(&mut self) {}
}

/// Tells nothing.
impl Progress<'_> for () {
    fn start(&mut self, _step: &Starting<'_, '_>) {}
    fn end(&mut self, _action: &Action, _ended: &Ended) {}
}

/// What is told beside what programs print.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Telling {
    /// The names of parts that something is done for.
    pub parts: bool,
    /// A log: see [`crate::action::Log`].
    pub log: bool,
    /// Lines for a shell.
    pub lines: bool,
    /// Why each action is done.
    pub why: bool,
}

impl Telling {
    /// Whether the name of a part is told when it is new.
    fn names_parts(self) -> bool {
        self.parts || self.log
    }

    /// What is told of an action's commands.
    fn commands<'p>(self, shell: &mut Shell<'p>, action: &'p Action) -> Option<Vec<u8>> {
        if self.lines { Some(shell.render(action)) } else { self.log.then(|| shell.render_log(action)) }
    }
}

/// The form that the messages have. A terminal that is told nothing else gets a line that shows how far the run is.
pub fn progress<'p>(
    plan: &'p Plan,
    telling: Telling,
    messages: &'p mut Messages,
) -> Box<dyn Progress<'p> + 'p> {
    match messages.format() {
        MessageFormat::Json => Box::new(json::Json::new(plan, telling, messages)),
        MessageFormat::Human | MessageFormat::Short
            if telling == Telling::default() && terminal::is_one() =>
        {
            Box::new(terminal::Terminal::new(plan, messages))
        }
        MessageFormat::Human | MessageFormat::Short => Box::new(plain::Plain::new(plan, telling, messages)),
    }
}
