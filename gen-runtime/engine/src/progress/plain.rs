//! A run told in lines: names of parts, lines for a shell, and what programs printed, in the user's paths.

use goc2c::command::messages::Messages;
use goc2c::command::output::display;
use hashbrown::HashSet;

use super::{Progress, Starting, Telling};
use crate::action::{Action, Plan};
use crate::perform::Ended;
use crate::shell::Shell;
use crate::told::in_users_paths;

/// Tells of a run in lines.
pub(super) struct Plain<'p> {
    plan: &'p Plan,
    shell: Shell<'p>,
    telling: Telling,
    messages: &'p mut Messages,
    named: HashSet<&'p str>,
    /// The part that the last text is of.
    headed: Option<&'p str>,
}

impl<'p> Plain<'p> {
    pub(super) fn new(plan: &'p Plan, telling: Telling, messages: &'p mut Messages) -> Self {
        let shell = Shell::new(plan);
        if telling.lines {
            messages.text(&shell.render_head());
        }
        Plain { plan, shell, telling, messages, named: HashSet::new(), headed: None }
    }

    pub(super) fn messages(&mut self) -> &mut Messages {
        self.messages
    }
}

impl<'p> Progress<'p> for Plain<'p> {
    fn start(&mut self, step: &Starting<'_, 'p>) {
        let action = step.action;
        if self.telling.names_parts() && self.named.insert(&action.part) {
            self.messages.text(format!("{}\n", action.part).as_bytes());
        }
        if self.telling.why {
            self.messages.plain(&format!("`{}`: {}", display(action.first()), step.why.text(self.plan)));
        }
        if let Some(lines) = self.telling.commands(&mut self.shell, action) {
            self.messages.text(&lines);
        }
    }

    fn end(&mut self, action: &'p Action, ended: &Ended) {
        let mut text = in_users_paths(self.plan, action, &ended.text, &ended.scratch);
        if let Some(failure) = &ended.failure {
            if !text.is_empty() && !text.ends_with(b"\n") {
                text.push(b'\n');
            }
            text.extend_from_slice(failure.to_string().as_bytes());
            for hint in self.plan.hints_for(&ended.text) {
                text.extend_from_slice(b"\n");
                text.extend_from_slice(hint.as_bytes());
            }
            self.messages.keep_code(failure.code());
        }
        if text.is_empty() {
            return;
        }
        let mut out = Vec::new();
        if self.headed != Some(&action.part) {
            out.extend_from_slice(format!("# {}\n", action.part).as_bytes());
            self.headed = Some(&action.part);
        }
        out.extend(text);
        if !out.ends_with(b"\n") {
            out.push(b'\n');
        }
        self.messages.text(&out);
    }
}
