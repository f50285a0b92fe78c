//! A run told to programs: a JSON object a line, each with what it is of.

use goc2c::command::messages::Messages;
use hashbrown::HashSet;
use serde_json::{Value, json};

use super::{Progress, Starting, Telling};
use crate::action::{Action, Plan};
use crate::perform::Ended;
use crate::shell::Shell;
use crate::told::{in_users_paths, parse_told};

/// Tells of a run in objects.
pub(super) struct Json<'p> {
    plan: &'p Plan,
    shell: Shell<'p>,
    telling: Telling,
    messages: &'p mut Messages,
    named: HashSet<&'p str>,
}

impl<'p> Json<'p> {
    pub(super) fn new(plan: &'p Plan, telling: Telling, messages: &'p mut Messages) -> Self {
        Json { plan, shell: Shell::new(plan), telling, messages, named: HashSet::new() }
    }

    fn put(&mut self, kind: &str, action: &Action, mut object: Value) {
        object["kind"] = json!(kind);
        object["part"] = json!(&*action.part);
        object["target"] = json!(action.first().to_string_lossy());
        self.messages.object(&object);
    }
}

impl<'p> Progress<'p> for Json<'p> {
    fn start(&mut self, step: &Starting<'_, 'p>) {
        let action = step.action;
        if self.telling.names_parts() && self.named.insert(&action.part) {
            self.messages.object(&json!({ "kind": "part", "part": &*action.part }));
        }
        if self.telling.why {
            self.put("why", action, json!({ "why": step.why.json(self.plan) }));
        }
        if let Some(lines) = self.telling.commands(&mut self.shell, action) {
            self.put("command", action, json!({ "lines": String::from_utf8_lossy(&lines) }));
        }
    }

    fn end(&mut self, action: &'p Action, ended: &Ended) {
        let text = in_users_paths(self.plan, action, &ended.text, &ended.scratch);
        for told in parse_told(&text) {
            let file = told.place.as_ref().map(|place| place.in_folder(self.plan, action));
            let object = json!({
                "severity": told.severity,
                "file": file,
                "line": told.place.as_ref().map(|place| place.line),
                "column": told.place.as_ref().and_then(|place| place.column),
                "message": told.message,
                "text": String::from_utf8_lossy(told.text),
            });
            self.put("told", action, object);
        }
        if let Some(failure) = &ended.failure {
            let mut object =
                json!({ "severity": "error", "code": failure.code(), "message": failure.to_string() });
            let hints: Vec<_> = self.plan.hints_for(&ended.text).collect();
            if !hints.is_empty() {
                object["hints"] = json!(hints);
            }
            self.put("failed", action, object);
        }
    }
}
