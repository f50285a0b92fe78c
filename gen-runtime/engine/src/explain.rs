//! Why an action is done, for people and for programs. What the reasons are is [`crate::fresh`]'s.

use goc2c::command::output::display;
use serde_json::{Value, json};

use crate::action::{Action, Plan};
use crate::fresh::Why;

impl Why {
    /// A name for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Why::Asked => "asked",
            Why::Unknown => "unknown",
            Why::Needs(_) => "needs",
            Why::Missing(_) => "output-missing",
            Why::Changed(_) => "output-changed",
            Why::Words => "command-changed",
            Why::Variables(_) => "environment-changed",
            Why::Program(_) => "program-changed",
            Why::Read(_) => "input-changed",
            Why::Gone(_) => "input-missing",
            Why::Reads => "inputs-changed",
            Why::Depfile(_) => "depfile-missing",
        }
    }

    /// The reason, to go after the action's name and a colon.
    pub fn text(&self, plan: &Plan) -> String {
        match self {
            Why::Asked => "everything is made anew".into(),
            Why::Unknown => "it has not been made here before".into(),
            Why::Needs(at) => {
                let other = plan.actions.get(*at).map(|other| display(other.first())).unwrap_or_default();
                format!("`{other}` is made anew")
            }
            Why::Missing(path) => format!("`{}` is missing", display(path)),
            Why::Changed(path) => format!("`{}` is not as it was left", display(path)),
            Why::Words => "its command line has changed".into(),
            Why::Variables([name]) => format!("${name} has changed"),
            Why::Variables(names) => format!("one of ${} has changed", names.join(", $")),
            Why::Program(path) => format!("the program `{}` has changed", display(path)),
            Why::Read(path) => format!("`{}` has changed", display(path)),
            Why::Gone(path) => format!("`{}`, which it read, is missing", display(path)),
            Why::Reads => "it reads other files than before, or one with an older time".into(),
            Why::Depfile(path) => format!("`{}`, which tells what it read, is missing", display(path)),
        }
    }

    /// The reason as members of a JSON object: `code`, and `file` or `variables` where it is about those.
    pub fn json(&self, plan: &Plan) -> Value {
        let mut object = json!({ "code": self.code() });
        match self {
            Why::Missing(path)
            | Why::Changed(path)
            | Why::Program(path)
            | Why::Read(path)
            | Why::Gone(path)
            | Why::Depfile(path) => object["file"] = json!(path.to_string_lossy()),
            Why::Needs(at) => {
                let first = plan.actions.get(*at).map(Action::first);
                object["file"] = json!(first.map(|first| first.to_string_lossy()));
            }
            Why::Variables(names) => object["variables"] = json!(names),
            Why::Asked | Why::Unknown | Why::Words | Why::Reads => {}
        }
        object
    }
}
