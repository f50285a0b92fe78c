//! The compilations of C of a plan, as a database for editors: `compile_commands.json`.

use std::ffi::{OsStr, OsString};

use serde_json::{Value, json};

use crate::action::{Plan, Spelling};

/// A name or a word that JSON cannot hold: it is not UTF-8.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("JSON cannot hold {0:?}, which is not UTF-8: rename it")]
pub struct NotUtf8(pub OsString);

/// The text of the database.
///
/// # Errors
/// See [`NotUtf8`].
pub fn render_compile_commands(plan: &Plan) -> Result<String, NotUtf8> {
    let mut entries = Vec::new();
    for action in &plan.actions {
        let (Some(run), Some(file)) = (action.run(), action.reads.first()) else { continue };
        let is_object = action.first().extension().is_some_and(|it| it == "o");
        if !is_object || file.extension().is_none_or(|it| it != "c") {
            continue;
        }
        let words = action.words(Spelling::Own).map(|word| text(&word));
        entries.push(json!({
            "directory": text(run.folder.as_os_str())?,
            "file": text(file.as_os_str())?,
            "arguments": words.collect::<Result<Vec<_>, _>>()?,
            "output": text(action.first().as_os_str())?,
        }));
    }
    Ok(format!("{:#}\n", Value::from(entries)))
}

fn text(text: &OsStr) -> Result<String, NotUtf8> {
    text.to_str().map(str::to_owned).ok_or_else(|| NotUtf8(text.to_owned()))
}
