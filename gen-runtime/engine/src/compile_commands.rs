//! The compilations of C of a plan, as a database for editors: `compile_commands.json`.

use serde_json::json;

use crate::action::{Plan, Spelling};

/// The text of the database.
pub fn render_compile_commands(plan: &Plan) -> String {
    let entries = plan.actions.iter().filter_map(|action| {
        let (run, file) = (action.run()?, action.reads.first()?);
        let is_object = action.first().extension().is_some_and(|it| it == "o");
        if !is_object || file.extension().is_none_or(|it| it != "c") {
            return None;
        }
        let words = action.words(Spelling::Own).map(|word| word.to_string_lossy().into_owned());
        Some(json!({
            "directory": run.folder.to_string_lossy(),
            "file": file.to_string_lossy(),
            "arguments": words.collect::<Vec<_>>(),
            "output": action.first().to_string_lossy(),
        }))
    });
    let entries: Vec<_> = entries.collect();
    format!("{:#}\n", serde_json::Value::from(entries))
}
